"""Proofs of ours that may be replaced by newer ones: they say whose they are, and whether anybody touched them since."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BLANK = b"0" * 16
_SEAL = re.compile(rb"roster-import proof ([0-9a-f]{16}) ([0-9a-f]{16})")
_KEPT = 4096  # bytes at either end of a file within which a seal stands


def seal_text(source: Path) -> str:
    """What a page says of itself before it is sealed: whose proof it is; the digest is put in last."""
    return f"roster-import proof {_owner(source)} {_BLANK.decode()}"


def sealed_html(page: str) -> bytes:
    """The bytes of a page that has a `seal_text` in it, sealed."""
    return _filled(page.encode("utf-8"))


def sealed_pdf(content: bytes, source: Path) -> bytes:
    """A PDF with a seal behind its end, as a comment, where readers do not look (ISO 32000-1 › 7.5.5, 7.2.3)."""
    return _filled(content.rstrip(b"\r\n") + f"\n% {seal_text(source)}\n%%EOF\n".encode())


def is_ours(content: bytes, source: Path) -> bool:
    """Whether a file is a proof of that source as we wrote it, touched by nobody."""
    seal = _seal(content)
    if seal is None or seal[1] != _owner(source).encode():
        return False
    return seal[2] == _digest(_with(content, seal, _BLANK)).encode()


def _filled(content: bytes) -> bytes:
    seal = _seal(content)
    if seal is None:
        raise ValueError("there is no place for the seal")
    return _with(content, seal, _digest(content).encode())


def _seal(content: bytes) -> re.Match[bytes] | None:
    """The seal: the first in the head of a page, the last behind the end of a PDF; any other is somebody's words."""
    if not content.startswith(b"%PDF-"):
        return _SEAL.search(content, 0, _KEPT)
    return max(_SEAL.finditer(content, max(len(content) - _KEPT, 0)), key=lambda seal: seal.start(), default=None)


def _with(content: bytes, seal: re.Match[bytes], digest: bytes) -> bytes:
    return content[: seal.start(2)] + digest + content[seal.end(2) :]


def _owner(source: Path) -> str:
    """The file, by its name and ending: a folder may be moved, `club.csv` is not `club.xlsx`."""
    return hashlib.sha256(source.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]

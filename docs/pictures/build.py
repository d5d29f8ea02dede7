"""Make the pictures of the documentation, and the coaches' pages for printing: `make pictures`.

It needs Chromium (Chrome, Edge), LibreOffice, and pdftoppm and pdftotext of Poppler. A picture is cut from what the commands
write for the example clubs, in few colours, so that it stays small.
"""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from roster_import.write.proof.pdf import find_browser, printed_pdf

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
COACHES = HERE.parent / "coaches"
_DPI = 96
_COLOURS = 48
_MOST = 60_000  # bytes of one picture: the README is opened on telephones, too


class Cut(NamedTuple):
    """A part of a page, in dots: of the first page whose text begins with these words, or has them."""

    words: str
    left: int
    top: int
    width: int
    height: int


PROOF = (Cut(words="Away kit", left=36, top=36, width=722, height=570),)
PROBLEMS = (
    Cut(words="What is wrong, and what to do", left=36, top=48, width=1046, height=250),
    Cut(words="Freja None", left=36, top=76, width=1046, height=440),
)


def main() -> None:
    """Write every picture and page."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _write(HERE / "proof.png", picture(_proof(folder), PROOF))
        _write(HERE / "problems.png", picture(_problems(folder), PROBLEMS))
        for page in sorted(COACHES.glob("*.md")):
            _print_page(page, folder)


def _write(path: Path, content: bytes) -> None:
    if len(content) > _MOST:
        raise SystemExit(f"{path.name} has {len(content)} bytes, more than {_MOST}: cut less of the page.")
    path.write_bytes(content)


# ----------------------------------------------------------------------------------------------------- what is shown


def _proof(folder: Path) -> Path:
    _roster_import(folder, "proof", "football.xlsx", "--pdf")
    return folder / "football.proof.pdf"


def _problems(folder: Path) -> Path:
    _roster_import(folder, "check", "mistakes.xlsx", "--offline")
    _run(
        "soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "mistakes.problems.xlsx")
    )
    return folder / "mistakes.problems.pdf"


def _roster_import(folder: Path, command: str, example: str, *options: str) -> None:
    shutil.copy(REPOSITORY / "examples" / example, folder)
    words = [sys.executable, "-m", "roster_import", command, example, "--language", "en", *options]
    home = {"HOME": str(folder), "ROSTER_IMPORT_LEDGER": str(folder / "ledger.sqlite3")}
    # Status 1 is what a file with mistakes ends with.
    done = subprocess.run(words, cwd=folder, env={**os.environ, **home}, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    if done.returncode > 1:
        raise SystemExit(done.stderr)


def _run(program: str, *words: str) -> bytes:
    where = shutil.which(program)
    if where is None:
        raise SystemExit(f"{program} is not installed; the pictures are made with it.")
    return subprocess.run([where, *words], check=True, capture_output=True).stdout  # noqa: S603 - programs named here


# ------------------------------------------------------------------------------------------------------- pictures


def picture(pdf: Path, cuts: tuple[Cut, ...]) -> bytes:
    """The parts of a document's pages, one below the other, as PNG."""
    return _png(np.concatenate([_cut(pdf, cut) for cut in cuts]))


def _cut(pdf: Path, cut: Cut) -> Pixels:
    page = str(_page_with(pdf, cut.words))
    box = ("-x", str(cut.left), "-y", str(cut.top), "-W", str(cut.width), "-H", str(cut.height))
    dots = _run("pdftoppm", "-r", str(_DPI), "-f", page, "-l", page, *box, str(pdf))
    return np.frombuffer(dots[-cut.width * cut.height * 3 :], np.uint8).reshape(cut.height, cut.width, 3)


def _page_with(pdf: Path, words: str) -> int:
    pages = _run("pdftotext", "-layout", str(pdf), "-").decode().split("\f")
    begins = (number for number, text in enumerate(pages, start=1) if text.lstrip().startswith(words))
    has = (number for number, text in enumerate(pages, start=1) if words in text)
    return next(begins, None) or next(has)


def _png(dots: Pixels) -> bytes:
    """A PNG of the most frequent colours; each dot has the nearest of them."""
    colours, which, times = np.unique(dots.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    palette = colours[np.argsort(-times, kind="stable")[:_COLOURS]].astype(np.int32)
    nearest = ((colours[:, None].astype(np.int32) - palette[None]) ** 2).sum(axis=2).argmin(axis=1).astype(np.uint8)
    rows = nearest[which.reshape(dots.shape[:2])]
    lines = b"".join(b"\0" + row.tobytes() for row in rows)  # 0: the line as it is, without a filter
    head = struct.pack(">IIBBBBB", dots.shape[1], dots.shape[0], 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", head),
        (b"PLTE", palette.astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


# ------------------------------------------------------------------------------------------------ pages for printing

_STYLE = """
@page { size: A4; margin: 13mm 16mm }
body { font: 10.5pt/1.38 "Liberation Sans", Arial, sans-serif; color: #1b2733 }
h1 { font-size: 22pt; margin: 0 0 4pt; color: #1f3550 } h2 { font-size: 14pt; margin: 12pt 0 4pt; color: #1f3550 }
p, ul, ol { margin: 0 0 6pt } li { margin: 0 0 3pt } ul, ol { padding-left: 18pt } code { font-size: 9.6pt }
table { border-collapse: collapse; width: 100%; margin: 2pt 0 8pt } th { text-align: left; background: #dfe8f1 }
th, td { border-bottom: 0.6pt solid #b9c6d3; padding: 3pt 6pt; vertical-align: top }
th:first-child, td:first-child { white-space: nowrap }
"""
_DATES = re.compile(rb"/(?:CreationDate|ModDate) \([^)]*\)")


def _print_page(page: Path, folder: Path) -> None:
    """The page as a PDF beside it, left as it is where the day alone is another."""
    pdf = page.with_suffix(".pdf")
    new = printed_pdf(html(page.read_text(encoding="utf-8")).encode(), find_browser(os.environ), folder)
    if not pdf.exists() or _DATES.sub(b"", pdf.read_bytes()) != _DATES.sub(b"", new):
        pdf.write_bytes(new)
    if _run("pdftotext", str(pdf), "-").count(b"\f") > 1:  # which ends each page
        raise SystemExit(f"{page.name} is longer than one page: say less, or in smaller letters.")


def html(text: str) -> str:
    """What the coaches' pages have of Markdown, as HTML: headings, paragraphs, lists, tables, bold, italic, code."""
    blocks = re.split(r"\n{2,}", text.strip())
    body = "\n".join(_block(block) for block in blocks)
    return f'<!doctype html><meta charset="utf-8"><title>{blocks[0][2:]}</title><style>{_STYLE}</style>{body}'


def _block(block: str) -> str:
    if block.startswith("#"):
        marks, _, title = block.partition(" ")
        return f"<h{len(marks)}>{_inline(title)}</h{len(marks)}>"
    if block.startswith("|"):
        return _table(block.splitlines())
    if begin := re.match(r"(\d+)\. |- ", block):
        items = re.split(r"(?m)^(?:\d+\.|-) ", block)[1:]
        kind, start = ("ol", f' start="{begin[1]}"') if begin[1] else ("ul", "")
        return f"<{kind}{start}>{''.join(f'<li>{_inline(item)}</li>' for item in items)}</{kind}>"
    return f"<p>{_inline(block)}</p>"


def _table(lines: list[str]) -> str:
    rows = [line.strip("|").split("|") for line in lines if not line.startswith("|---")]
    kinds = ["th", *["td"] * len(rows)]
    return "<table>" + "".join(_row(row, kind) for row, kind in zip(rows, kinds, strict=False)) + "</table>"


def _row(cells: list[str], kind: str) -> str:
    return "<tr>" + "".join(f"<{kind}>{_inline(cell.strip())}</{kind}>" for cell in cells) + "</tr>"


def _inline(text: str) -> str:
    for mark, tag in ((r"\*\*", "b"), (r"\*", "i"), ("`", "code")):
        text = re.sub(f"{mark}(.+?){mark}", rf"<{tag}>\1</{tag}>", text, flags=re.DOTALL)
    return text


if __name__ == "__main__":
    main()

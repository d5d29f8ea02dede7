"""Small pictures where KitMaker would send real ones: valid PNG files of one colour."""

from __future__ import annotations

import base64
import struct
import zlib

_SIDE = 16
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png(seed: int) -> bytes:
    """A PNG of 16 × 16 pixels in a colour that depends on the seed."""
    colour = bytes((seed * 73 % 256, seed * 151 % 256, seed * 199 % 256))
    rows = (b"\0" + colour * _SIDE) * _SIDE
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    return _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def base64_png(seed: int) -> str:
    """The same as base64 text."""
    return base64.b64encode(png(seed)).decode()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

"""A zip file whose untouched members keep their bytes: they are copied as they lie there, compressed.

Layout: APPNOTE.TXT 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end). zipfile reads;
it cannot copy a member without unpacking it, so the writing is done here.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from roster_import.errors import WriteError
from roster_import.language.messages import say

MAX_PART: Final = 256 * 1024 * 1024
_MAX_ZIP: Final = 0xFFFF_FFFE
_MAX_MEMBERS: Final = 0xFFFE
_UTF8_NAME: Final = 0x800
_ENCRYPTED: Final = 0x1
_MIDNIGHT_1980: Final = (0, 0x21)  # no clock: the same edits give the same bytes
_LEVEL: Final = 4  # half the time of 6 on sheets, and some 5 % larger

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file in a zip: its name, its packed bytes and what the two headers say of it."""

    name: bytes
    packed: bytes
    flags: int
    method: int
    crc: int
    size: int
    stamp: tuple[int, int] = _MIDNIGHT_1980
    system: int = 0
    attributes: int = 0

    @property
    def head(self) -> tuple[int, ...]:
        """What local header and central directory say in the same words."""
        return (20, self.flags, self.method, *self.stamp, self.crc, len(self.packed), self.size, len(self.name))


def pack(name: str, data: bytes) -> Member:
    """A new member, deflated."""
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    packed = deflate.compress(data) + deflate.flush()
    flags = 0 if name.isascii() else _UTF8_NAME
    return Member(
        name=name.encode(),
        packed=packed,
        flags=flags,
        method=zipfile.ZIP_DEFLATED,
        crc=zlib.crc32(data),
        size=len(data),
    )


class Archive:
    """The members of a zip file, in its order.

    Raises WriteError for encrypted members, `zipfile.BadZipFile` for anything that is no zip file.
    """

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._zip = zipfile.ZipFile(io.BytesIO(source))
        self.members = self._zip.infolist()
        if any(info.flag_bits & _ENCRYPTED for info in self.members):
            raise WriteError(say("The workbook is encrypted. Save it without a password and try again."))

    def unpack(self, info: zipfile.ZipInfo) -> bytes:
        """The member's own bytes, its checksum compared."""
        if info.file_size > MAX_PART:
            raise WriteError(
                say("The workbook's part {part} is larger than 256 MB, too large to be edited.", part=info.filename)
            )
        return self._zip.read(info)

    def as_it_lies(self, info: zipfile.ZipInfo) -> Member:
        """The member, still packed; sizes from the central directory, so that no descriptor need follow it."""
        flags = info.flag_bits & (_UTF8_NAME | 0b110)
        return Member(
            name=info.orig_filename.encode("utf-8" if flags & _UTF8_NAME else "cp437"),
            packed=self._packed(info),
            flags=flags,
            method=info.compress_type,
            crc=info.CRC,
            size=info.file_size,
            stamp=_stamp(info),
            system=info.create_system,
            attributes=info.external_attr,
        )

    def _packed(self, info: zipfile.ZipInfo) -> bytes:
        name, extra = struct.unpack_from("<2H", self._source, info.header_offset + 26)
        start = info.header_offset + _LOCAL.size + name + extra
        packed = self._source[start : start + info.compress_size]
        if len(packed) != info.compress_size:
            raise zipfile.BadZipFile("a member is cut short")
        return packed


def _stamp(info: zipfile.ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = info.date_time
    return hour << 11 | minute << 5 | second // 2, max(year - 1980, 0) << 9 | month << 5 | day


def join(members: list[Member]) -> bytes:
    """The zip file of these members, in this order."""
    written: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        local = _LOCAL.pack(b"PK\3\4", *member.head, 0) + member.name
        directory.append(_directory_entry(member, offset))
        written += local, member.packed
        offset += len(local) + len(member.packed)
    listing = b"".join(directory)
    if offset + len(listing) > _MAX_ZIP or len(members) > _MAX_MEMBERS:
        raise WriteError(say("The workbook is larger than 4 GB, too large to be written."))
    count = len(members)
    return b"".join((*written, listing, _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)))


def _directory_entry(member: Member, offset: int) -> bytes:
    made_by = member.system << 8 | 20
    return _CENTRAL.pack(b"PK\1\2", made_by, *member.head, 0, 0, 0, 0, member.attributes, offset) + member.name

"""A package: named parts, what type each is, and which part refers to which (Open Packaging Conventions, ECMA-376-2).

Parts are found whatever the case of their name and whichever way its slashes lean: strangers' programs write both.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from roster_import.errors import WriteError
from roster_import.language.messages import say
from roster_import.write.ooxml.markup import DECLARATION, Element, appended, checked, escaped, spliced, tree

if TYPE_CHECKING:
    from collections.abc import Iterable


NO_WORKBOOK: Final = say("The file is not an Excel workbook (.xlsx or .xlsm), so nothing can be added to it.")
TYPES: Final = "[Content_Types].xml"
_USUAL: Final = "http://schemas.openxmlformats.org/"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"
_NEW_RELATIONS: Final = f'{DECLARATION}<Relationships xmlns="{_RELATIONS}"/>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Namespaces:
    """The names by which a package knows things: those of the strict standard, or the usual transitional ones."""

    strict: bool

    @property
    def sheet(self) -> str:
        """The namespace of workbook, sheets and styles."""
        return f"{_STRICT}spreadsheetml/main" if self.strict else f"{_USUAL}spreadsheetml/2006/main"

    @property
    def relation(self) -> str:
        """The namespace of `r:id`, and what the types of relations begin with."""
        return f"{_STRICT}officeDocument/relationships" if self.strict else f"{_USUAL}officeDocument/2006/relationships"

    def drawing(self, what: str) -> str:
        """The namespace of `main`, `chart` or `spreadsheetDrawing` in drawings."""
        return f"{_STRICT}drawingml/{what}" if self.strict else f"{_USUAL}drawingml/2006/{what}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One part's reference to another; `target` is None where that lies outside the package."""

    id: str
    kind: str
    target: str | None


class Package:
    """The parts of a workbook, to be read, replaced, added and dropped; untouched ones keep their bytes and place."""

    def __init__(self, source: bytes) -> None:
        self._archive = Archive(source)
        self._lying = {_key(info.orig_filename): info for info in self._archive.members}
        self._written: dict[str, bytes] = {}
        self._names: dict[str, str] = {}
        self._dropped: set[str] = set()
        self._read: dict[str, bytes] = {}
        self.namespaces = Namespaces(strict=False)
        if _key(TYPES) not in self._lying:
            raise WriteError(NO_WORKBOOK)

    def has(self, part: str) -> bool:
        """Whether there is a part of this name."""
        key = _key(part)
        return key in self._written or (key in self._lying and key not in self._dropped)

    def read(self, part: str) -> bytes:
        """The part as UTF-8 XML, well-formed."""
        key = _key(part)
        if key in self._written:
            return self._written[key]
        if key not in self._read:
            self._read[key] = checked(self.raw(part))
        return self._read[key]

    def raw(self, part: str) -> bytes:
        """The part's bytes, whatever they are."""
        key = _key(part)
        if not self.has(part):
            raise WriteError(say("The workbook is damaged: its part {part} is missing.", part=part))
        return self._written[key] if key in self._written else self._archive.unpack(self._lying[key])

    def write(self, part: str, data: bytes) -> None:
        """Replace a part, or add it; a part that stays as it is counts as untouched."""
        key = _key(part)
        if key in self._written or self._read.get(key) != data:
            self._written[key] = data
            self._names.setdefault(key, part)

    def add(self, part: str, data: bytes, content_type: str) -> None:
        """Add a part of a type."""
        self.write(part, data)
        self._declare("Override", "PartName", f"/{part}", content_type)

    def free(self, pattern: str, owner: str) -> str:
        """The first name no part has, such as `xl/comments3.xml` for `xl/comments{}.xml`.

        Nor is it one that is listed or that the owner refers to although it is missing: that must not come alive. Nor
        one whose relations lie there without it: they would become its own.
        """
        listed = {_key(e.attributes.get("PartName", "")) for e in tree(self.read(TYPES)).children}
        listed |= {_key(relation.target) for relation in self.relations(owner) if relation.target}
        names = (pattern.format(number) for number in count(1))
        return next(n for n in names if not (self.has(n) or self.has(relations_of(n)) or _key(n) in listed))

    def drop(self, part: str) -> None:
        """Take a part out, with its relations and its type."""
        for name in (part, relations_of(part)):
            self._dropped.add(_key(name))
            self._written.pop(_key(name), None)
            self._read.pop(_key(name), None)
        types = tree(self.read(TYPES))
        gone = [e for e in types.all("Override") if _key(e.attributes.get("PartName", "")) == _key(part)]
        self._take_out(TYPES, gone)

    def allow(self, extension: str, content_type: str) -> None:
        """See to it that parts with this extension have a type."""
        types = tree(self.read(TYPES))
        if not any(e.attributes.get("Extension", "").lower() == extension for e in types.all("Default")):
            self._declare("Default", "Extension", extension, content_type)

    def _declare(self, element: str, name: str, value: str, content_type: str) -> None:
        data = self.read(TYPES)
        root = tree(data)
        entry = f'<{root.prefix}{element} {name}="{escaped(value)}" ContentType="{content_type}"/>'
        first = next((e.start for e in root.all("Override")), None) if element == "Default" else None
        last = appended(data, root, entry.encode())
        self.write(TYPES, spliced(data, last if first is None else [(first, first, entry.encode())]))

    def relations(self, part: str) -> list[Relation]:
        """What a part refers to; the package itself is the part ``."""
        name = relations_of(part)
        return [self._relation(part, e) for e in tree(self.read(name)).children] if self.has(name) else []

    def _relation(self, part: str, element: Element) -> Relation:
        facts = element.attributes
        inside = facts.get("TargetMode") != "External" and "Target" in facts
        target = self._resolved(part, facts["Target"]) if inside else None
        return Relation(id=facts.get("Id", ""), kind=facts.get("Type", "").rpartition("/")[2], target=target)

    def _resolved(self, part: str, target: str) -> str:
        """The part a target means; where there is none, the one that would be meant by common mistakes."""
        target = target.replace("\\", "/")
        beside = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
        guesses = (beside, unquote(beside), target.lstrip("/"))
        return next((guess for guess in guesses if self.has(guess)), beside)

    def related(self, part: str, kind: str) -> str | None:
        """The first part that a part refers to in this way, such as `comments`, and that is there."""
        return next(
            (r.target for r in self.relations(part) if r.kind == kind and r.target and self.has(r.target)), None
        )

    @property
    def workbook(self) -> str:
        """The name of the part that lists the sheets, or by which it usually goes."""
        return self.related("", "officeDocument") or "xl/workbook.xml"

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let a part refer to another; its new relation's id. A kind that is none of the standard's is given whole."""
        name = relations_of(part)
        if not self.has(name):  # LibreOffice before 7 names each by an Override, so that a new one would have no type
            self.allow("rels", _RELATIONS_TYPE)
        data = self.read(name) if self.has(name) else _NEW_RELATIONS.encode()
        root = tree(data)
        new_id = _free_id(e.attributes.get("Id", "") for e in root.children)
        whole = kind if "://" in kind else f"{self.namespaces.relation}/{kind}"
        entry = (
            f'<{root.prefix}Relationship Id="{new_id}" Type="{whole}"'
            f' Target="{escaped(posixpath.relpath(target, posixpath.dirname(part) or "."))}"/>'
        )
        self.write(name, spliced(data, appended(data, root, entry.encode())))
        return new_id

    def cut(self, part: str, relation_id: str) -> None:
        """Take one relation from a part, and with it the parts that nothing else refers to."""
        before, name = self._reached(), relations_of(part)
        self._take_out(name, [e for e in tree(self.read(name)).children if e.attributes.get("Id") == relation_id])
        for orphan in before - self._reached():
            self.drop(orphan)

    def _take_out(self, part: str, elements: list[Element]) -> None:
        data = self.read(part)
        self.write(part, spliced(data, [(e.start, e.end, b"") for e in elements]))

    def _reached(self) -> set[str]:
        """The names, in lower case, of all parts that can be reached from the package itself."""
        seen: set[str] = set()
        waiting = [""]
        while waiting:
            here = waiting.pop()
            seen.add(_key(here))
            targets = (relation.target for relation in self.relations(here))
            waiting += [t for t in targets if t and self.has(t) and _key(t) not in seen]
        return seen - {""}

    def checksums(self, but: str) -> list[str]:
        """Name and checksum, as the file lists them, of every part but one."""
        others = (info for info in self._archive.members if _key(info.orig_filename) != _key(but))
        return [f"{info.filename} {info.CRC}" for info in others]

    def to_bytes(self) -> bytes:
        """The package as a file."""
        return join([*self._old_members(), *self._new_members()])

    def _old_members(self) -> Iterable[Member]:
        for info in self._archive.members:
            key = _key(info.orig_filename)
            if key not in self._written and key not in self._dropped:
                yield self._archive.as_it_lies(info)
            elif key in self._written and info is self._lying[key]:
                yield pack(info.orig_filename, self._written[key])

    def _new_members(self) -> Iterable[Member]:
        return (pack(self._names[key], data) for key, data in self._written.items() if key not in self._lying)


def relations_of(part: str) -> str:
    """The name of the part that lists a part's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _free_id(taken: Iterable[str]) -> str:
    numbers = [int(match[1]) for name in taken if (match := re.fullmatch(r"rId([0-9]{1,9})", name))]
    return f"rId{max(numbers, default=0) + 1}"


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


# --------------------------------------------------------------------------------------------------------- the archive


MAX_PART: Final = 100 * 1024 * 1024
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
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            # Other ways unpack any length at one call, and no spreadsheet program packs so.
            raise WriteError(NO_WORKBOOK)
        if info.file_size > MAX_PART:
            raise WriteError(
                say("The workbook's part {part} is larger than 100 MB, too large to be edited.", part=info.filename)
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

"""The styles part: looks become cell formats, appended once and used again; all that is there stays as it is.

A cell's `s` is a place in `cellXfs`, whose entries name a font, fill, border and number format by their places
(ECMA-376-1, 18.8). A look on a cell is the cell's own entry, copied, with only what the look says changed.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Final

from roster_import.write.ooxml.cells import KEEP, MARKS, PLAIN, Keep, Look, Value
from roster_import.write.ooxml.markup import (
    DECLARATION,
    Element,
    Splice,
    appended,
    escaped,
    place_for,
    spliced,
    tree,
    with_attributes,
)

# What every styles part has to have, and what those of some programs lack: without `cellStyleXfs` an `xfId` points
# nowhere, and the first two fills are never shown, whatever they are (ECMA-376-1, 18.8.21).
_NEEDED: Final = {
    "fonts": ('<{p}font><{p}sz val="11"/><{p}name val="Calibri"/><{p}family val="2"/></{p}font>',),
    "fills": tuple(f'<{{p}}fill><{{p}}patternFill patternType="{kind}"/></{{p}}fill>' for kind in ("none", "gray125")),
    "borders": ("<{p}border><{p}left/><{p}right/><{p}top/><{p}bottom/><{p}diagonal/></{p}border>",),
    "cellStyleXfs": ('<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',),
    "cellXfs": ('<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',),
}
_ORDER: Final = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
    "extLst",
)  # fmt: skip
_MOST_FORMATS: Final = 64_000  # what Excel can hold in one workbook
_BUILT_IN: Final = {"General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "@": 49}
_FIRST_OWN_FORMAT: Final = 164
_NO_COLOUR: Final = b'<%sbgColor indexed="64"/>'
_FORMULA_STARTS: Final = tuple("=+-@\t\r")


class Styles:
    """The looks of one workbook: `look_of` gives the `s` of a cell, `to_bytes` the part with what that took."""

    def __init__(self, data: bytes) -> None:
        self._given, self._data = data, _completed(data)
        self._root = tree(self._data)
        self._lists = {
            name: [self._data[entry.start : entry.end] for entry in self._root.within(name)] for name in _NEEDED
        }
        self._known = {
            name: {_said(entry): i for i, entry in reversed([*enumerate(e)])} for name, e in self._lists.items()
        }
        self._counts = {name: len(entries) for name, entries in self._lists.items()}
        self._formats = self._own_formats()
        self._new_formats: list[str] = []
        self._styles: dict[tuple[int, Look, str | None, bool, bool], int] = {}
        self._quick: dict[tuple[int, int, str | None, bool, bool], int] = {}
        self._looks: list[Look] = []
        self._dressed: dict[int, bool] = {}

    @property
    def _p(self) -> bytes:
        return self._root.prefix.encode()

    def _own_formats(self) -> dict[str, int]:
        entries = [entry.attributes for entry in self._root.within("numFmts")]
        return {e["formatCode"]: int(e["numFmtId"]) for e in entries if "formatCode" in e and "numFmtId" in e}

    def style_for(self, base: int, look: Look, value: Value | Keep) -> int:
        """The place of the format that is `base` with a look, and the number format its value asks for."""
        shown_as = look.number_format or format_of(value)
        quoted = isinstance(value, str) and value.startswith(_FORMULA_STARTS)
        outdated = value is not KEEP and base in self.marked  # a mark was about the value that was there
        if look is PLAIN and shown_as is None and not quoted and not outdated:
            return base
        # By identity first: to compare looks field by field takes as long as all the rest of a cell.
        quick = (base, id(look), shown_as, quoted, outdated)
        if quick not in self._quick:
            self._looks.append(look)  # kept, so that no other look gets its identity
            self._quick[quick] = self._style(base, look, shown_as, quoted, outdated)
        return self._quick[quick]

    def _style(self, base: int, look: Look, shown_as: str | None, quoted: bool, outdated: bool) -> int:
        key = (base, look, shown_as, quoted, outdated)
        if key not in self._styles:
            self._styles[key] = self._derived(*key)
        return self._styles[key]

    def is_dressed(self, place: int) -> bool:
        """Whether a format has a font, fill, border or alignment that is not the usual one."""
        if place not in self._dressed:
            formats = self._lists["cellXfs"]
            own = _read(formats[place]) if 0 <= place < len(formats) else None
            looks = ("fontId", "fillId", "borderId")
            self._dressed[place] = own is not None and (
                any(own.attributes.get(name, "0") != "0" for name in looks) or own.find("alignment") is not None
            )
        return self._dressed[place]

    @cached_property
    def marked(self) -> frozenset[int]:
        """The places of the formats the part came with that have a mark of ours for a fill."""
        fills = {i for i, fill in enumerate(self._lists["fills"][: self._counts["fills"]]) if _is_mark(fill)}
        formats = self._lists["cellXfs"][: self._counts["cellXfs"]] if fills else []
        return frozenset(i for i, own in enumerate(formats) if int(_read(own).attributes.get("fillId", "0")) in fills)

    def unmarked(self, base: int) -> int:
        """The place of the format that is a marked one without its mark."""
        return self._place("cellXfs", self._without_mark(self._lists["cellXfs"][base]))

    def _without_mark(self, own: bytes) -> bytes:
        root = _read(own)
        fill = self._unmarked_fill(self._lists["fills"][int(root.attributes["fillId"])])
        tag = with_attributes(own[: root.inner], {"fillId": str(fill), "applyFill": "1" if fill else None})
        return tag + own[root.inner :]

    def _unmarked_fill(self, mark: bytes) -> int:
        """What was under a mark: a solid colour is remembered where a solid fill has no use for one, as background."""
        pattern = _read(mark).children[0]
        below = pattern.find("bgColor")
        if below is None or below.attributes == {"indexed": "64"}:
            return 0
        return self._solid(mark[below.start : below.end].replace(b"bgColor", b"fgColor"), _NO_COLOUR % self._p)

    def _derived(self, base: int, look: Look, shown_as: str | None, quoted: bool, outdated: bool) -> int:
        entries = self._lists["cellXfs"]
        if len(entries) >= _MOST_FORMATS:
            return base
        own = entries[base] if 0 <= base < len(entries) else entries[0]
        if outdated:
            own = self._without_mark(own)
        changes = self._changes(_read(own).attributes, look)
        if not 0 <= int(_read(own).attributes.get("xfId", "0")) < len(self._lists["cellStyleXfs"]):
            changes["xfId"] = "0"
        if shown_as is not None:
            changes |= {"numFmtId": str(self._number_format(shown_as)), "applyNumberFormat": "1"}
        if quoted:
            changes["quotePrefix"] = "1"
        changed = _aligned(own, look, self._p)
        end = _read(changed).inner
        return self._place("cellXfs", with_attributes(changed[:end], changes) + changed[end:])

    def _changes(self, own: dict[str, str], look: Look) -> dict[str, str | None]:
        changes: dict[str, str | None] = {}
        if look.fill:
            changes |= {"fillId": str(self._fill(look.fill, int(own.get("fillId", "0")))), "applyFill": "1"}
        if look.bold or look.underline or look.colour or look.size:
            changes |= {"fontId": str(self._font(int(own.get("fontId", "0")), look)), "applyFont": "1"}
        if look.line_below or look.line_above:
            changes |= {"borderId": str(self._border(int(own.get("borderId", "0")), look)), "applyBorder": "1"}
        return changes

    def _place(self, name: str, entry: bytes) -> int:
        entries, known = self._lists[name], self._known[name]
        if _said(entry) not in known:
            known[_said(entry)] = len(entries)
            entries.append(entry)
        return known[_said(entry)]

    def _fill(self, colour: str, own: int) -> int:
        new = b'<%sfgColor rgb="FF%s"/>' % (self._p, colour.encode())
        return self._solid(new, self._colour_below(own) if colour in MARKS else _NO_COLOUR % self._p)

    def _colour_below(self, own: int) -> bytes:
        """The colour of a solid fill that is about to be marked; of one that is marked, what it remembers."""
        fill = self._lists["fills"][own] if 0 <= own < len(self._lists["fills"]) else b"<fill/>"
        pattern = _read(fill).find("patternFill")
        if pattern is None or pattern.attributes.get("patternType") != "solid":
            return _NO_COLOUR % self._p
        colour = pattern.find("bgColor" if _is_mark(fill) else "fgColor")
        return fill[colour.start : colour.end].replace(b"fgColor", b"bgColor") if colour else _NO_COLOUR % self._p

    def _solid(self, colour: bytes, below: bytes) -> int:
        start, end = b'<%sfill><%spatternFill patternType="solid">', b"</%spatternFill></%sfill>"
        return self._place("fills", start % (self._p, self._p) + colour + below + end % (self._p, self._p))

    def _font(self, own: int, look: Look) -> int:
        said = {
            "b": "" if look.bold else None,
            "u": "" if look.underline else None,
            "sz": f' val="{look.size:g}"' if look.size else None,
            "color": f' rgb="FF{look.colour}"' if look.colour else None,
        }
        return self._place("fonts", self._with_children("fonts", own, said))

    def _border(self, own: int, look: Look) -> int:
        for side, rgb in (("top", look.line_above), ("bottom", look.line_below)):
            if rgb:
                colour = f'<{self._p.decode()}color rgb="FF{rgb}"/>'
                own = self._place("borders", self._with_children("borders", own, {side: ' style="thin"'}, colour))
        return own

    def _with_children(self, name: str, place: int, said: dict[str, str | None], inside: str = "") -> bytes:
        """The entry at a place, its children that are said replaced by new ones of these attributes."""
        empty = b"<%s%s/>" % (self._p, name.removesuffix("s").encode())
        entries = self._lists[name]
        entry = _in_order(entries[place] if 0 <= place < len(entries) else empty, _CHILD_ORDER[name])
        prefix = self._p.decode()
        for local, facts in said.items():
            if facts is not None:
                new = f"<{prefix}{local}{facts}>{inside}</{prefix}{local}>" if inside else f"<{prefix}{local}{facts}/>"
                entry = _with_child(entry, local, new.encode(), _CHILD_ORDER[name])
        return entry

    def _number_format(self, code: str) -> int:
        known = _BUILT_IN.get(code, self._formats.get(code))
        if known is None:
            known = self._formats[code] = max((_FIRST_OWN_FORMAT - 1, *self._formats.values())) + 1
            self._new_formats.append(f'<{self._p.decode()}numFmt numFmtId="{known}" formatCode="{escaped(code)}"/>')
        return known

    def to_bytes(self) -> bytes:
        """The part with the entries the looks have taken; as it was where they took none."""
        formats = [entry.encode() for entry in self._new_formats]
        splices = _longer(self._data, self._root, "numFmts", formats, len(self._formats))
        for name, count in self._counts.items():
            splices += _longer(self._data, self._root, name, self._lists[name][count:], len(self._lists[name]))
        return spliced(self._data, splices) if splices else self._given


def new_styles(namespace: str) -> bytes:
    """A styles part of the entries that every one has to have, for a workbook without one."""
    named = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    return _completed(f'{DECLARATION}<styleSheet xmlns="{namespace}">{named}</styleSheet>'.encode())


def _completed(data: bytes) -> bytes:
    """A styles part with at least the entries that every one has to have."""
    root = tree(data)
    if root.is_empty_tag:
        data = spliced(data, appended(data, root, b""))
        root = tree(data)
    splices: list[Splice] = []
    for name, needed in _NEEDED.items():
        present = len(root.within(name))
        missing = [entry.format(p=root.prefix).encode() for entry in needed[present:]]
        splices += _longer(data, root, name, missing, len(needed))
    return spliced(data, splices)


def _longer(data: bytes, root: Element, name: str, entries: list[bytes], count: int) -> list[Splice]:
    """The splices that put entries last into a list of a styles part, which is made where it is not there."""
    if not entries:
        return []
    content, parent = b"".join(entries), root.find(name)
    if parent is not None:
        return appended(data, parent, content, {"count": str(count)})
    place = place_for(root, name, _ORDER)
    tag = f"{root.prefix}{name}".encode()
    return [(place, place, b'<%s count="%d">%s</%s>' % (tag, count, content, tag))]


_CHILD_ORDER: Final = {
    "fonts": (
        "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name",
        "family", "charset", "scheme",
    ),
    "cellXfs": ("alignment", "protection", "extLst"),
    "borders": ("start", "end", "left", "right", "top", "bottom", "diagonal", "vertical", "horizontal"),
}  # fmt: skip


@lru_cache(maxsize=1024)  # a format, a font, a fill: short, and the same again in every workbook of ours
def _read(entry: bytes) -> Element:
    return tree(entry)


def _said(entry: bytes) -> tuple[frozenset[tuple[str, str]], bytes]:
    """What an entry says, in whichever order: equal for entries that need not be there twice."""
    root = _read(entry)
    return frozenset(root.attributes.items()), entry[root.inner : root.inner_end]


def fonts_in_order(data: bytes) -> bytes:
    """A styles part whose fonts say what they say in the order of the schema (ECMA-376-1, 18.8.22), unlike openpyxl's."""
    fonts = tree(data).within("fonts")
    whole = ((font, data[font.start : font.end]) for font in fonts)
    return spliced(data, [(font.start, font.end, _in_order(entry, _CHILD_ORDER["fonts"])) for font, entry in whole])


def _in_order(entry: bytes, order: tuple[str, ...]) -> bytes:
    """An entry with the children that the schema knows in its order; those it does not know come last."""
    root = _read(entry)
    rank = {local: place for place, local in enumerate(order)}
    children = sorted(root.children, key=lambda child: rank.get(child.local, len(order)))
    if children == root.children:
        return entry
    return entry[: root.inner] + b"".join(entry[c.start : c.end] for c in children) + entry[root.inner_end :]


def _is_mark(fill: bytes) -> bool:
    pattern = _read(fill).find("patternFill")
    colour = pattern.find("fgColor") if pattern else None
    return colour is not None and colour.attributes.get("rgb", "")[2:] in MARKS


def _with_child(entry: bytes, local: str, new: bytes, order: tuple[str, ...]) -> bytes:
    root = _read(entry)
    if root.is_empty_tag:
        return spliced(entry, appended(entry, root, new))
    old = root.find(local)
    place = place_for(root, local, order)
    return spliced(entry, [(old.start, old.end, new) if old else (place, place, new)])


def _aligned(entry: bytes, look: Look, prefix: bytes) -> bytes:
    """A cell format with the look's alignment; wrapped text begins at the top."""
    wanted: dict[str, str | None] = {}
    if (look.wrap or look.top) and not look.level:
        wanted["vertical"] = "top"
    if look.wrap:
        wanted["wrapText"] = "1"
    if look.align:
        wanted["horizontal"] = look.align
    if look.indent:
        wanted |= {"horizontal": "left", "indent": str(look.indent)}
    if not wanted:
        return entry
    root = _read(entry)
    own = root.find("alignment")
    tag, rest = (entry[own.start : own.inner], entry[own.inner : own.end]) if own else (b"<%salignment/>" % prefix, b"")
    changed = _with_child(entry, "alignment", with_attributes(tag, wanted) + rest, _CHILD_ORDER["cellXfs"])
    end = _read(changed).inner
    return with_attributes(changed[:end], {"applyAlignment": "1"}) + changed[end:]


def format_of(value: Value | Keep) -> str | None:
    """The number format a value asks for: a `Decimal` shows the decimals it was received with, dates are ISO."""
    if isinstance(value, (bool, float, str)) or value is None or value is KEEP:
        return None
    if isinstance(value, datetime):
        return "yyyy-mm-dd hh:mm"
    if isinstance(value, date):
        return "yyyy-mm-dd"
    return _decimals(value) if isinstance(value, Decimal) else "0"


def _decimals(value: Decimal) -> str | None:
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        return None
    return "#,##0." + "0" * min(-exponent, 30) if exponent < 0 else "#,##0"

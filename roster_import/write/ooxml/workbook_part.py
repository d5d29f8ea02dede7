"""The workbook part: which sheets there are, in which order, and the names that belong to them.

`localSheetId`, `activeTab` and `firstSheet` count sheets from 0 in the order of the tabs (ECMA-376-1, 18.2), so they
are counted anew when sheets come or go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from roster_import.errors import WriteError
from roster_import.language.messages import say
from roster_import.write.ooxml.cells import fixed
from roster_import.write.ooxml.joined_columns import grown
from roster_import.write.ooxml.markup import (
    Element,
    Splice,
    appended,
    escaped,
    place_for,
    retagged,
    spliced,
    tree,
    unescaped,
)
from roster_import.write.ooxml.parts import NO_WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.write.ooxml.cells import Box

MARKER: Final = "_roster_import"
FILTER: Final = "_xlnm._FilterDatabase"
_ORDER: Final = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr",
    "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
)  # fmt: skip
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME: Final = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A sheet as the workbook lists it; `old` is its place before any change, None for a new one."""

    name: str
    number: int
    relation: str
    old: int | None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalName:
    """A name that belongs to one sheet, such as its print titles or our marker."""

    name: str
    sheet: str
    content: str
    hidden: bool = False


class WorkbookPart:
    """The sheets of a workbook and what counts them; `to_bytes` gives the part with the changes made."""

    def __init__(self, data: bytes, relation_namespace: str) -> None:
        self._data = data
        self._namespace = relation_namespace
        self._root = tree(data)
        sheets = self._root.find("sheets")
        if self._root.local != "workbook" or sheets is None:
            raise WriteError(NO_WORKBOOK)
        self._sheets = sheets
        self._entries = sheets.all("sheet")
        self.tabs = [_tab(i, entry) for i, entry in enumerate(self._entries)]
        self._names: list[LocalName] = []
        self._widened: list[Splice] = []
        self._opened: str | None = None

    @property
    def from_1904(self) -> bool:
        """Whether its days are counted from 1904."""
        properties = self._root.find("workbookPr")
        return properties is not None and properties.attributes.get("date1904") in ("1", "true")

    def tab(self, name: str) -> Tab | None:
        """The sheet of a name, which has no case."""
        return next((tab for tab in self.tabs if tab.name.casefold() == name.casefold()), None)

    def free_name(self, wanted: str) -> str:
        """The name, or where it is taken or not allowed one like it: `Results (2)`."""
        plain = _FORBIDDEN.sub(" ", wanted).strip("'")[:_LONGEST_NAME].strip() or "Sheet"
        name, count = plain, 1
        while self.tab(name) is not None:
            count += 1
            name = f"{plain[: _LONGEST_NAME - len(f' ({count})')]} ({count})"
        return name

    def add(self, name: str, relation: str, place: int) -> None:
        """Add a sheet at a place among the tabs."""
        number = max((tab.number for tab in self.tabs), default=0) + 1
        self.tabs.insert(place, Tab(name=name, number=number, relation=relation, old=None))

    def remove(self, tab: Tab) -> None:
        """Take a sheet from the list."""
        self.tabs.remove(tab)

    def open_on(self, name: str) -> None:
        """Let the workbook be opened on a sheet."""
        self._opened = name

    def name(self, local: LocalName) -> None:
        """Add a name that belongs to a sheet."""
        self._names.append(local)

    def widen_filter(self, tab: Tab, columns: Box) -> None:
        """Let the hidden name of a sheet's filter take in columns that stand beside it."""
        for entry in self._root.within("definedNames"):
            facts = entry.attributes
            if facts.get("name") == FILTER and facts.get("localSheetId") == str(tab.old):
                sheet, _, area = self._data[entry.inner : entry.inner_end].decode().rpartition("!")
                wider = grown(area, columns)
                if wider is not None:
                    self._widened.append((entry.inner, entry.inner_end, f"{sheet}!{fixed(wider)}".encode()))

    def markers(self) -> dict[str, str]:
        """The sheets that carry our marker, and what it says."""
        entries = [e for e in self._root.within("definedNames") if e.attributes.get("name") == MARKER]
        texts = {int(e.attributes.get("localSheetId", "-1")): self._data[e.inner : e.inner_end] for e in entries}
        return {self.tabs[i].name: _string(text) for i, text in texts.items() if 0 <= i < len(self.tabs)}

    def to_bytes(self) -> bytes:
        """The part with sheets, names and views as they are now."""
        if not any(not tab.hidden for tab in self.tabs):
            raise WriteError(say("A workbook needs at least one sheet that can be seen."))
        return spliced(
            self._data, [*self._sheet_splices(), *self._name_splices(), *self._view_splices(), *self._widened]
        )

    def _sheet_splices(self) -> Iterator[Splice]:
        stay = {tab.old for tab in self.tabs}
        gone = [entry for i, entry in enumerate(self._entries) if i not in stay]
        if self._sheets.is_empty_tag:
            content = "".join(self._entry(tab) for tab in self.tabs)
            yield from appended(self._data, self._sheets, content.encode())
            return
        yield from ((entry.start, entry.end, b"") for entry in gone)
        place = self._sheets.inner
        for tab in self.tabs:
            if tab.old is None:
                yield place, place, self._entry(tab).encode()
            else:
                place = self._entries[tab.old].end

    def _entry(self, tab: Tab) -> str:
        prefix, declared = self._relation_prefix()
        tag = f'{self._root.prefix}sheet name="{escaped(tab.name)}" sheetId="{tab.number}"'
        return f'<{tag}{declared} {prefix}:id="{tab.relation}"/>'

    def _relation_prefix(self) -> tuple[str, str]:
        """The prefix of the namespace of `r:id`, and its declaration where the root has none."""
        for name, value in self._root.attributes.items():
            if name.startswith("xmlns:") and value == self._namespace:
                return name.removeprefix("xmlns:"), ""
        return "r", f' xmlns:r="{self._namespace}"'

    def _places(self) -> dict[int, int]:
        return {tab.old: i for i, tab in enumerate(self.tabs) if tab.old is not None}

    def _name_splices(self) -> Iterator[Splice]:
        names = self._root.find("definedNames")
        new = "".join(self._name_entry(name) for name in self._names).encode()
        if names is None:
            if new:
                tag, place = f"{self._root.prefix}definedNames", place_for(self._root, "definedNames", _ORDER)
                yield place, place, f"<{tag}>{new.decode()}</{tag}>".encode()
            return
        kept = [splice for entry in names.children for splice in self._renumbered(entry)]
        emptied = bool(kept) and len([splice for splice in kept if not splice[2]]) == len(names.children)
        if emptied and not new:
            yield names.start, names.end, b""
        else:
            yield from kept
            yield from appended(self._data, names, new) if new else ()

    def _renumbered(self, entry: Element) -> Iterator[Splice]:
        old = entry.attributes.get("localSheetId")
        if old is None:
            return
        place = self._places().get(int(old))
        if place is None:
            yield entry.start, entry.end, b""
        elif place != int(old):
            yield retagged(self._data, entry, {"localSheetId": str(place)})

    def _name_entry(self, local: LocalName) -> str:
        place = next(i for i, tab in enumerate(self.tabs) if tab.name == local.sheet)
        hidden = ' hidden="1"' if local.hidden else ""
        tag = f"{self._root.prefix}definedName"
        return f'<{tag} name="{local.name}" localSheetId="{place}"{hidden}>{escaped(local.content)}</{tag}>'

    def _view_splices(self) -> Iterator[Splice]:
        views = self._root.find("bookViews")
        if views is not None and views.children:
            changed = ((view, self._view_changes(view)) for view in views.children)
            yield from (retagged(self._data, view, changes) for view, changes in changed if changes)
            return
        shown = self._shown(0)
        if shown:
            p, start = self._root.prefix, place_for(self._root, "bookViews", _ORDER)
            entry = f'<{p}bookViews><{p}workbookView activeTab="{shown}"/></{p}bookViews>'
            yield (views.start, views.end, entry.encode()) if views else (start, start, entry.encode())

    def _view_changes(self, view: Element) -> dict[str, str | None]:
        active, first = (int(view.attributes.get(name, "0")) for name in ("activeTab", "firstSheet"))
        changes: dict[str, str | None] = {}
        if self._shown(active) != active:
            changes["activeTab"] = str(self._shown(active))
        if self._opened is not None:
            changes["firstSheet"] = None
        elif first and self._place_of(first) != first:
            changes["firstSheet"] = str(self._place_of(first))
        return changes

    def _shown(self, old: int) -> int:
        """The sheet to be shown where one was shown before."""
        return self._place_of(old) if self._opened is None else self._index(self._opened)

    def _index(self, name: str) -> int:
        return next(i for i, tab in enumerate(self.tabs) if tab.name == name)

    def _place_of(self, old: int) -> int:
        """Where a sheet is now; where it is gone, the first that can be seen."""
        return self._places().get(old, next(i for i, tab in enumerate(self.tabs) if not tab.hidden))


def _tab(place: int, entry: Element) -> Tab:
    facts = entry.attributes
    return Tab(
        name=facts.get("name", ""),
        number=int(facts.get("sheetId", "0")),
        relation=entry.qualified("id") or "",
        old=place,
        hidden=facts.get("state", "visible") != "visible",
    )


def _string(formula: bytes) -> str:
    """The text of a formula that is a string and nothing else."""
    return unescaped(formula.decode()).strip().removeprefix('"').removesuffix('"').replace('""', '"')

"""Titles, codes and ids of designs and logos: what a cell of the Roster or Logos sheet names.

The catalogue is optional; without it a design is named by its MUL or id, a logo by its SKU or id.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from roster_import.language.messages import say
from roster_import.model.order import DesignRef, LogoKind, LogoRef
from roster_import.model.problem import Problem
from roster_import.model.sheets import heading_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.problem import Origin

ItemKind = Literal["design", "logo"]
State = Literal["", "done", "draft", "missing"]
"""How far a design or logo is, as the order system says: "" where it says nothing, `missing` where it has none such."""

_MUL = re.compile(r"MUL\s*+(?:-\s*+)?([0-9]++)", re.IGNORECASE)
_ID = re.compile(r"[1-9][0-9]{0,17}")
_SKU = re.compile(r"sku\s*+(?:[:=]\s*+)?(\S.*)", re.IGNORECASE)
_NAME_AND_ID = re.compile(r"(nam|navn)(?:(?!nam|navn)[a-z])*+[\s:#]*+([0-9]{2,})")
_NUMBER_AND_ID = re.compile(r"(numb|nummer)(?:(?!numb|nummer)[a-z])*+[\s:#]*+([0-9]{2,})")
_DOUBTED_ID = re.compile(r"(?<![0-9])[0-9]{2,}+\s*+\?")
_LONGEST = 200  # characters of a text that is a title all the same: what is compared letter by letter is short
_NOTHING = frozenset({"none", "no", "-", "–", "ingen", "keine", "nein", "nej"})

_LOGO_KINDS = {
    "namelogo": LogoKind.NAME,
    "numberlogo": LogoKind.NUMBER,
    "textlogo": LogoKind.TEXT,
}


def logo_kind(type_name: str) -> LogoKind:
    """How a logo of that type is ordered: `NameLogo`, `Number logo` …; any other type is ordered by quantity."""
    return _LOGO_KINDS.get(heading_key(type_name).replace(" ", ""), LogoKind.COUNTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholders:
    """What a design can carry, as far as the catalogue tells: None where it does not.

    `ids` are all the logos that may be placeholders (none: not told), `kinds` those of which the kind is told.
    `doubtful` says that the order system calls logos of other designs name or number logos, but none of this one.
    """

    name: bool | None = None
    number: bool | None = None
    ids: frozenset[int] = frozenset()
    kinds: tuple[tuple[int, LogoKind], ...] = ()
    doubtful: bool = False

    @classmethod
    def parse(cls, text: str) -> Placeholders:
        """Read a Placeholders cell such as `NameLogo 601001, NumberLogo 601002`, `name, number` or `none`.

        An empty cell tells nothing. A cell that lists ids alone tells which there are, not what they carry; an id with
        a question mark, as in `NameLogo 601001, 601005?`, may carry what the others do not.
        """
        key = text.strip().casefold()
        if not key:
            return cls()
        if key in _NOTHING:
            return cls(name=False, number=False)
        ids = frozenset(int(digits) for digits in re.findall(r"[0-9]{2,}", key))
        name = bool(re.search(r"nam|navn", key))
        number = bool(re.search(r"numb|nummer|\bnr\b", key))
        if not name and not number:
            return cls(ids=ids)
        otherwise = None if _DOUBTED_ID.search(key) else False
        names = ((int(digits), LogoKind.NAME) for _, digits in _NAME_AND_ID.findall(key))
        numbers = ((int(digits), LogoKind.NUMBER) for _, digits in _NUMBER_AND_ID.findall(key))
        return cls(name=name or otherwise, number=number or otherwise, ids=ids, kinds=(*names, *numbers))

    def carries(self, kind: LogoKind) -> bool | None:
        """Whether there is a place for a name (NAME) or a number (NUMBER); None where nobody tells."""
        return self.name if kind is LogoKind.NAME else self.number

    def has(self, logo_id: int) -> bool | None:
        """Whether a logo can be a placeholder of the design; None where nobody tells."""
        if self.ids:
            return logo_id in self.ids
        return False if self.name is False and self.number is False else None

    def of_kind(self, kind: LogoKind) -> frozenset[int]:
        """The placeholders that are told to be of a kind."""
        return frozenset(logo for logo, known in self.kinds if known is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """One design or logo of the catalogue; `id` and `code` (MUL or SKU) name it to the order system.

    `origin` is the row of the sheet it stands on; `from_system` says that only the order system told of it.
    """

    kind: ItemKind
    title: str
    id: int | None = None
    code: str | None = None
    type: str = ""
    placeholders: Placeholders = Placeholders()
    sizes: tuple[str, ...] = ()
    price: str | None = None
    state: State = ""
    from_system: bool = False
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A text that names no design or logo: why, as a problem code, and what may have been meant."""

    code: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Every known design and logo, in the order they are listed."""

    entries: tuple[CatalogueEntry, ...] = ()
    # Every row asks: entries by their title, and the place of the first with an id, or a code, among `entries`.
    _titled: Mapping[tuple[ItemKind, str], Sequence[CatalogueEntry]] = field(init=False, repr=False, compare=False)
    _first: Mapping[tuple[ItemKind, int | str], int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        titled: dict[tuple[ItemKind, str], list[CatalogueEntry]] = {}
        first: dict[tuple[ItemKind, int | str], int] = {}
        for at, entry in enumerate(self.entries):
            titled.setdefault((entry.kind, heading_key(entry.title)), []).append(entry)
            for name in (entry.id, entry.code and entry.code.casefold()):
                if name is not None:
                    first.setdefault((entry.kind, name), at)
        object.__setattr__(self, "_titled", titled)
        object.__setattr__(self, "_first", first)

    def titles(self, kind: ItemKind) -> tuple[str, ...]:
        """The titles of one kind, in order."""
        return tuple(entry.title for entry in self.entries if entry.kind == kind and entry.title)

    @property
    def written(self) -> Catalogue:
        """What the user wrote down, with what the order system says of it: the only titles a heading is compared with."""
        return Catalogue(entries=tuple(entry for entry in self.entries if not entry.from_system))

    def design(self, text: str) -> DesignRef | Unresolved:
        """The design a cell names: by title, MUL code or id, in that order.

        It is named to the order system as the cell names it; a title by its id, else by its MUL.
        """
        entry = self._by_title("design", text)
        if isinstance(entry, Unresolved):
            return entry
        if entry is not None:
            return _design_ref(entry)
        if mul := _MUL.fullmatch(text):
            code = f"MUL{mul[1]}"
            known = self._known("design", code=code)
            return DesignRef(mul=code, title=known.title if known else None, type=known.type if known else "")
        if _ID.fullmatch(text):
            known = self._known("design", id=int(text))
            if known is None and self._has_longer_ids(text):
                return Unresolved(code="design-unknown")
            return DesignRef(id=int(text), title=known.title if known else None, type=known.type if known else "")
        return Unresolved(code="design-unknown")

    def _has_longer_ids(self, text: str) -> bool:
        """Whether digits are far too few for a design's id, as its catalogue has them: a 2 among 298791 and 310201."""
        ids = [len(str(entry.id)) for entry in self.entries if entry.kind == "design" and entry.id is not None]
        return bool(ids) and 2 * len(text.lstrip("0")) < min(ids)

    def logo(self, text: str) -> LogoRef | Unresolved:
        """The loose logo a cell names: by title, `sku:…` or id, in that order."""
        entry = self._by_title("logo", text)
        if isinstance(entry, Unresolved):
            return entry
        if entry is not None:
            return _logo_ref(entry)
        if sku := _SKU.fullmatch(text):
            known = self._known("logo", code=sku[1])
            return LogoRef(sku=sku[1], title=known.title if known else None, kind=_kind_of(known))
        if _ID.fullmatch(text):
            return self._logo_by_id(text)
        return Unresolved(code="logo-unknown", suggestion=self._near("logo", text))

    def entry_of(self, ref: DesignRef | LogoRef) -> CatalogueEntry | None:
        """What the catalogue says of a design or logo, if it knows it."""
        if isinstance(ref, DesignRef):
            return self._known("design", id=ref.id, code=ref.mul)
        return self._known("logo", id=ref.id, code=ref.sku)

    def without_place(self, designs: Iterable[DesignRef], kind: LogoKind) -> tuple[DesignRef, ...]:
        """Those designs that are known to have no place for a name (NAME) or a number (NUMBER)."""
        told = ((design, self.entry_of(design)) for design in designs)
        return tuple(design for design, entry in told if entry and entry.placeholders.carries(kind) is False)

    def _logo_by_id(self, text: str) -> LogoRef | Unresolved:
        known = self._known("logo", id=int(text))
        if known is None and (sku := self._known("logo", code=text)) and not sku.from_system:
            # The vendor's ids and SKUs are both plain digits: the SKU of one logo may be the id of another.
            return Unresolved(code="logo-is-sku", suggestion=f"sku:{text}" if sku.id is None else sku.title)
        return LogoRef(id=int(text), title=known.title if known else None, kind=_kind_of(known))

    def _by_title(self, kind: ItemKind, text: str) -> CatalogueEntry | Unresolved | None:
        key = heading_key(text)
        alike = self._titled.get((kind, key), ()) if key else ()
        # What the user wrote down wins: another club's design may have the same title in the order system.
        named = [e for e in alike if not e.from_system] or alike
        if len({(e.id, e.code) for e in named}) > 1:
            return Unresolved(code=f"{kind}-ambiguous", suggestion=None)
        if not named:
            return None
        if named[0].id is None and named[0].code is None:
            return Unresolved(code=f"{kind}-without-id")
        return named[0]

    def _known(self, kind: ItemKind, *, id: int | None = None, code: str | None = None) -> CatalogueEntry | None:  # noqa: A002 - the field's own name
        names = [name for name in (id, code and code.casefold()) if name is not None]
        places = [self._first[kind, name] for name in names if (kind, name) in self._first]
        return self.entries[min(places)] if places else None

    def _near(self, kind: ItemKind, text: str) -> str | None:
        titles = {heading_key(title): title for title in self.titles(kind)}
        close = difflib.get_close_matches(heading_key(text)[:_LONGEST], titles, n=1, cutoff=0.6)
        return titles[close[0]] if close else None


def _same_code(code: str | None, other: str) -> bool:
    return code is not None and code.casefold() == other.casefold()


def _kind_of(entry: CatalogueEntry | None) -> LogoKind:
    return logo_kind(entry.type) if entry else LogoKind.COUNTED


def _design_ref(entry: CatalogueEntry) -> DesignRef:
    if entry.id is not None:
        return DesignRef(id=entry.id, title=entry.title, code=entry.code, type=entry.type)
    return DesignRef(mul=entry.code, title=entry.title, type=entry.type)


def _logo_ref(entry: CatalogueEntry) -> LogoRef:
    kind = logo_kind(entry.type)
    if entry.id is not None:
        return LogoRef(id=entry.id, title=entry.title, kind=kind, code=entry.code)
    return LogoRef(sku=entry.code, title=entry.title, kind=kind)


def split_items(text: str) -> Sequence[str]:
    """The several designs or logos of one cell, divided by `;`; empty ones left out."""
    return [part for part in map(str.strip, text.split(";")) if part]


# ---------------------------------------------------------------------------------- beside what the order system says


def with_facts(catalogue: Catalogue, facts: Iterable[CatalogueEntry]) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue with what the order system says of its designs and logos, and a warning for each contradiction.

    The sheet's titles, sizes and prices stay; the order system's placeholders, logo types and state win. What only the
    order system knows comes last, so that it never stands in the way of what the user wrote down.
    """
    entries, problems, strangers = list(catalogue.entries), list[Problem](), list[CatalogueEntry]()
    for fact in facts:
        mine = [at for at, entry in enumerate(entries) if _is_same(entry, fact)]
        for at in mine:
            problems += _contradictions(entries[at], fact)
            entries[at] = _told(entries[at], fact)
        if not any(entries[at].id == fact.id for at in mine):
            strangers.append(replace(fact, from_system=True))
    in_order = sorted(dict.fromkeys(problems), key=lambda problem: (problem.sheet or "", problem.row or 0))
    return Catalogue(entries=(*entries, *strangers)), tuple(in_order)


def _is_same(entry: CatalogueEntry, fact: CatalogueEntry) -> bool:
    if entry.kind != fact.kind:
        return False
    if entry.id is not None and fact.id is not None:
        return entry.id == fact.id
    return fact.code is not None and _same_code(entry.code, fact.code)


def _told(entry: CatalogueEntry, fact: CatalogueEntry) -> CatalogueEntry:
    # Neither the id nor the code is filled in: the order would name the design in another way than it did before.
    mine, theirs = entry.placeholders, fact.placeholders
    told = bool(theirs.ids) or theirs.name is False
    placeholders = Placeholders(
        name=mine.name if theirs.name is None else theirs.name,
        number=mine.number if theirs.number is None else theirs.number,
        ids=theirs.ids if told else mine.ids,
        kinds=theirs.kinds or tuple(pair for pair in mine.kinds if not told or pair[0] in theirs.ids),
        doubtful=theirs.doubtful,
    )
    return replace(entry, placeholders=placeholders, type=fact.type or entry.type, state=fact.state)


def _contradictions(entry: CatalogueEntry, fact: CatalogueEntry) -> Iterable[Problem]:
    for has, lacks, mine, theirs in (
        (
            say("has a place for a name"),
            say("has no place for a name"),
            entry.placeholders.name,
            fact.placeholders.name,
        ),
        (
            say("has a place for a number"),
            say("has no place for a number"),
            entry.placeholders.number,
            fact.placeholders.number,
        ),
    ):
        if mine is not None and theirs is not None and mine != theirs:
            yield _differs(entry, lacks if mine else has)
    if entry.type and fact.type and logo_kind(entry.type) != logo_kind(fact.type):
        yield _differs(entry, say("is a {told}, not a {written}", told=fact.type, written=entry.type))
    if entry.code and fact.code and entry.id is not None and not _same_code(entry.code, fact.code):
        yield _differs(entry, say("is {told}, not {written}", told=fact.code, written=entry.code))


def _differs(entry: CatalogueEntry, says: str) -> Problem:
    message = say(
        "The order system says that {entry} {says}; the catalogue says otherwise. The order system is believed. Correct the "
        "catalogue.",
        entry=entry.title or entry.code or entry.id,
        says=says,
    )
    origin = entry.origin
    return Problem(
        level="warning",
        code="catalogue-differs",
        sheet=origin.sheet if origin else None,
        row=origin.row if origin else None,
        message=message,
    )

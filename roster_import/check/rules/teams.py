"""Rows and lines as the rules look at them: garments, gathered by the team that wears them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from roster_import.check.rules.vocabulary import GOALKEEPER, is_role, words
from roster_import.language.messages import joined, meant, say, say_n
from roster_import.model.layout import Meaning
from roster_import.model.order import LogoKind
from roster_import.model.workbook import cell_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.order import DesignRef, Line
    from roster_import.model.problem import Problem

MANY_PEOPLE = 20  # more are not told apart, so that comparing everybody with everybody stays quick

_PRINTED = (Meaning.NAME, Meaning.LAST_NAME, Meaning.PLAYER, Meaning.FIRST_NAME)
_PEOPLE = (Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.LAST_NAME)


@dataclass(frozen=True, kw_only=True, eq=False)  # two rows may say the same: each is itself
class Garment:
    """One garment a row asks for, or, where `design` is None, its loose name logo."""

    row: RosterRow
    line: Line
    design: DesignRef | None

    @property
    def name(self) -> str:
        """What is printed as the name."""
        return self.line.name

    @property
    def number(self) -> str:
        """What is printed as the number."""
        return self.line.number

    @property
    def who(self) -> str:
        """The person it is for, as far as anybody said."""
        return self.line.player or self.line.name

    @property
    def label(self) -> str:
        """What people call the design."""
        return self.design.label if self.design else say("the name logo")

    @cached_property
    def for_nobody(self) -> bool:
        """A spare, or for `Guest 2` and the like: no person that could be told from another."""
        return all(is_role(word) or word.isdigit() for word in words(self.who))

    @cached_property
    def for_staff(self) -> bool:
        """For a coach, a guest or a spare, by a word beside or as the name."""
        return any(map(is_role, words(self.line.player) | words(self.name)))

    @cached_property
    def for_keeper(self) -> bool:
        """A goalkeeper's, by the design, the heading of its size, or a word beside the name."""
        size = self.row.columns.get(Meaning.SIZE)
        texts = (self.label, self.row.text(Meaning.DESIGN), (size and size.of) or "", self.line.player, self.name)
        found = (part for text in texts for word in words(text) for part in word.split("-"))
        return any(word in GOALKEEPER or _compound(word) for word in found)

    @property
    def tells_people(self) -> bool:
        """Whether its sheet has a column that says who each row is for."""
        return any(meaning in self.row.columns for meaning in _PEOPLE)

    @property
    def name_meaning(self) -> Meaning:
        """The column the printed name stands in: its own, or the person's where that is what is printed."""
        return next((meaning for meaning in _PRINTED if meaning in self.row.columns), Meaning.NAME)

    def spot(self, meaning: Meaning, seen_from: Garment) -> str:
        """Its cell as one says it from another row: `D7`, or `Away!D7` from another sheet; the row without a column."""
        reading = self.row.columns.get(meaning)
        place = (
            cell_address(self.row.row, reading.column)
            if reading
            else say_n("row {rows}", "rows {rows}", 1, rows=self.row.row)
        )
        if self.row.sheet == seen_from.row.sheet:
            return place
        return f"{self.row.sheet}!{place}" if reading else joined(self.row.sheet, place)

    def warn(
        self,
        code: str,
        message: str,
        meaning: Meaning,
        suggestion: str | None = None,
        *,
        of: Iterable[Garment] = (),
    ) -> Problem:
        """A warning at the row's cell for a meaning; a suggestion is offered in words too. `of` are all it is about."""
        return self.row.problem(
            code,
            meant(message, suggestion),
            meaning,
            suggestion=suggestion,
            level="warning",
            rows=(garment.row for garment in of),
        )


def _compound(word: str) -> bool:
    """`Torwarttrikot`, `Keepershirt`, `målmandstrøje`: the long words also stand at the front of others."""
    return word.startswith(("torwart", "keeper", "goalkeeper", "goalie", "målmand", "målvakt", "torhüter"))


@dataclass(frozen=True, kw_only=True)
class Squad:
    """What one team orders under one reference, in the order of the rows."""

    team: str
    garments: tuple[Garment, ...]
    name_logos: tuple[Garment, ...]

    @cached_property
    def designs(self) -> Mapping[str, tuple[Garment, ...]]:
        """The garments of each design, however the rows name it."""
        found: dict[str, list[Garment]] = {}
        for garment in self.garments:
            found.setdefault(garment.label.casefold(), []).append(garment)
        return {key: tuple(garments) for key, garments in found.items()}

    @cached_property
    def lettered(self) -> Mapping[str, tuple[Garment, ...]]:
        """Everything with a name, by the name; one of each row."""
        found: dict[str, dict[tuple[str, int], Garment]] = {}
        for garment in (*self.garments, *self.name_logos):
            if garment.name:
                found.setdefault(garment.name, {}).setdefault((garment.row.sheet, garment.row.row), garment)
        return {name: tuple(rows.values()) for name, rows in found.items()}


def squads(rows: Sequence[RosterRow], lines: Sequence[Line], teams: Mapping[str, str | None]) -> tuple[Squad, ...]:
    """The teams of a file: by reference and by team, or by sheet where no team is known."""
    found: dict[tuple[str, str], list[Garment]] = {}
    names: dict[tuple[str, str], str] = {}
    for row, line in zip(rows, lines, strict=True):
        team = row.text(Meaning.TEAM) or teams.get(row.sheet) or ""
        key = (line.reference, team.casefold() or f"sheet {row.sheet}")
        names.setdefault(key, team)
        found.setdefault(key, []).extend(_garments(row, line))
    return tuple(_squad(names[key], garments) for key, garments in found.items())


def _garments(row: RosterRow, line: Line) -> Iterator[Garment]:
    for design in line.designs:
        yield Garment(row=row, line=line, design=design)
    if not line.designs and any(logo.kind is LogoKind.NAME for logo in line.logos):
        yield Garment(row=row, line=line, design=None)


def _squad(team: str, garments: Sequence[Garment]) -> Squad:
    return Squad(
        team=team,
        garments=tuple(garment for garment in garments if garment.design),
        name_logos=tuple(garment for garment in garments if not garment.design),
    )


def same_person(garment: Garment, other: Garment) -> bool:
    """Whether two rows may be for one person: `P. Hansen`, `Hansen, Peter` and `Peter Hansen` may."""
    if garment.line.player and other.line.player:
        return _alike(words(garment.line.player), words(other.line.player))
    if garment.name and other.name:
        return garment.name.casefold() == other.name.casefold()
    return _alike(words(garment.who), words(other.who))


def _alike(words_of_one: frozenset[str], words_of_other: frozenset[str]) -> bool:
    short, long = sorted((words_of_one, words_of_other), key=len)
    return all(any(_same_word(word, among) for among in long) for word in short)


def _same_word(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return short == long or (len(short) == 1 and short.isalpha() and long.startswith(short))  # P 3 is not P 33


def people_among(garments: Sequence[Garment]) -> list[Garment]:
    """One garment of each person, the first, of at most `MANY_PEOPLE`; garments for nobody are left out."""
    people: list[Garment] = []
    for garment in garments:
        if len(people) == MANY_PEOPLE:
            break
        if not garment.for_nobody and not any(same_person(garment, known) for known in people):
            people.append(garment)
    return people

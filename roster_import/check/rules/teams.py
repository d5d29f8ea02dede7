"""Rows and lines as the rules look at them: garments, gathered by the team that wears them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain, filterfalse, islice
from operator import attrgetter
from typing import TYPE_CHECKING

from roster_import.check.rules.vocabulary import is_keeper, is_role, words, words_of
from roster_import.language.messages import joined, meant, say, say_n
from roster_import.model.by_column import gathered
from roster_import.model.layout import Meaning
from roster_import.model.order import LogoKind
from roster_import.model.workbook import cell_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.check.rows.by_column import RosterRows
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


@dataclass(frozen=True, kw_only=True)
class Squad:
    """What one team orders under one reference, by column, in the order of the rows: a garment is known by its place.

    Its garments are the first `count` places; behind them are the loose name logos. A `Garment` is made of a place when
    there is something to say of it.
    """

    team: str
    rows: Sequence[RosterRow]
    lines: Sequence[Line]
    refs: Sequence[DesignRef | None]
    count: int

    def garment(self, at: int) -> Garment:
        """The garment at a place."""
        return Garment(row=self.rows[at], line=self.lines[at], design=self.refs[at])

    def garments(self, places: Iterable[int]) -> list[Garment]:
        """The garments at some places."""
        return list(map(self.garment, places))

    # ------------------------------------------------------------------------------------------------ by column

    @cached_property
    def names(self) -> list[str]:
        """What is printed as the names."""
        return [line.name for line in self.lines]

    @cached_property
    def numbers(self) -> list[str]:
        """What is printed as the numbers."""
        return [line.number for line in self.lines]

    @cached_property
    def players(self) -> list[str]:
        """Who the rows are for, where they say it."""
        return [line.player for line in self.lines]

    @cached_property
    def people(self) -> list[str]:
        """Who they are for, as far as anybody said: the player, or the name."""
        return self.players if all(self.players) else [line.player or line.name for line in self.lines]

    @cached_property
    def sizes(self) -> list[str]:
        """The sizes."""
        return [line.size for line in self.lines]

    @cached_property
    def quantities(self) -> list[int]:
        """How many."""
        return [line.quantity for line in self.lines]

    @cached_property
    def designs(self) -> Mapping[str, list[int]]:
        """The garments of each design, however the rows name it."""
        each = list(map(id, islice(self.refs, self.count)))
        refs = dict(zip(each, self.refs, strict=False))
        labels = {key: ref.label.casefold() for key, ref in refs.items() if ref}
        return gathered(map(labels.__getitem__, each), range(self.count))

    @cached_property
    def lettered(self) -> Mapping[str, list[int]]:
        """Everything with a name, by the name."""
        found = gathered(self.names, range(len(self.names)))
        found.pop("", None)
        return found

    @cached_property
    def named(self) -> list[int]:
        """The garments of players with a name on them."""
        return [at for at in range(self.count) if self.names[at] and self.player_words[at]]

    @cached_property
    def strange(self) -> list[int]:
        """Those whose name shares no word with the player's."""
        return [at for at in self.named if self.player_words[at].isdisjoint(self.name_words[self.names[at]])]

    def once(self, places: Iterable[int]) -> list[int]:
        """Of the places those that are the first of their row."""
        return sorted({(self.rows[at].sheet, self.rows[at].row): at for at in sorted(places, reverse=True)}.values())

    def of_another_row(self, at: int, other: int) -> bool:
        """Whether two places are of two rows."""
        row, other_row = self.rows[at], self.rows[other]
        return row.row != other_row.row or row.sheet != other_row.sheet

    # ------------------------------------------------------------------------------------------------ whose it is

    @cached_property
    def player_words(self) -> list[frozenset[str]]:
        """The words of each player."""
        return words_of(self.players)

    @cached_property
    def name_words(self) -> Mapping[str, frozenset[str]]:
        """The words of each name that is printed."""
        return {name: words(name) for name in {*self.names, ""}}

    @cached_property
    def person_words(self) -> list[frozenset[str]]:
        """The words of each person, or of what is printed where no player is named."""
        if self.people is self.players:
            return self.player_words
        said = zip(self.players, self.player_words, self.names, strict=True)
        return [of_player if player else self.name_words[name] for player, of_player, name in said]

    @cached_property
    def spoken(self) -> frozenset[str]:
        """Every word of a player or a name that is no number."""
        said = set(chain.from_iterable(chain(self.player_words, self.name_words.values())))
        return frozenset(filterfalse(str.isdigit, said))

    @cached_property
    def initials(self) -> frozenset[str]:
        """Those of one letter, which may stand for other words."""
        return frozenset(word for word in self.spoken if len(word) == 1)

    @cached_property
    def for_nobody(self) -> list[bool]:
        """Spares, or for `Guest 2` and the like: no person that could be told from another."""
        of_people = frozenset(word for word in self.spoken if not is_role(word))
        return list(map(of_people.isdisjoint, self.person_words))

    @cached_property
    def for_staff(self) -> list[bool]:
        """For a coach, a guest or a spare, by a word beside or as the name."""
        return self._with_any_of(frozenset(filter(is_role, self.spoken)))

    @cached_property
    def for_keeper(self) -> list[bool]:
        """Goalkeepers', by the design, the heading of its size, or a word beside the name."""
        by_words = self._with_any_of(frozenset(filter(is_keeper, self.spoken)))
        known: dict[tuple[str, str, str], bool] = {}
        keepers = []
        for by_word, row, ref in zip(by_words, self.rows, self.refs, strict=True):
            size = row.columns.get(Meaning.SIZE)
            said = (ref.label if ref else "", row.text(Meaning.DESIGN), (size and size.of) or "")
            if said not in known:
                known[said] = any(is_keeper(word) for text in said for word in words(text))
            keepers.append(by_word or known[said])
        return keepers

    def _with_any_of(self, said: frozenset[str]) -> list[bool]:
        """Whether one of these words stands beside a name, or in it."""
        if not said:
            return [False] * len(self.lines)
        names = {name: not said.isdisjoint(spoken) for name, spoken in self.name_words.items()}
        people = zip(self.names, self.player_words, strict=True)
        return [names[name] or not said.isdisjoint(spoken) for name, spoken in people]

    def is_same_person(self, at: int, other: int) -> bool:
        """Whether two rows may be for one person: `P. Hansen`, `Hansen, Peter` and `Peter Hansen` may."""
        if self.players[at] and self.players[other]:
            return _alike(self.player_words[at], self.player_words[other], self.initials)
        if self.names[at] and self.names[other]:
            return self.names[at].casefold() == self.names[other].casefold()
        return _alike(self.person_words[at], self.person_words[other], self.initials)

    def of_person(self, first: int, places: Iterable[int]) -> list[int]:
        """Those of the places that may be for the person of the first; most name another player, which is seen at once."""
        said = self.player_words[first]
        if said and self.initials.isdisjoint(said):
            others, whole = self.player_words, self.initials.isdisjoint
            places = [at for at in places if said <= others[at] or others[at] <= said or not whole(others[at])]
        return [at for at in places if self.is_same_person(first, at)]

    def people_among(self, places: Iterable[int]) -> list[int]:
        """A place of each person, the first, of at most `MANY_PEOPLE`; garments for nobody are left out."""
        people: list[int] = []
        for at in places:
            if len(people) == MANY_PEOPLE:
                break
            if not self.for_nobody[at] and not any(self.is_same_person(at, known) for known in people):
                people.append(at)
        return people

    # --------------------------------------------------------------------------------------------- who wears what

    def wearers(self, places: Sequence[int]) -> Mapping[str, list[int]]:
        """Number -> the people who wear it, of the garments at some places."""
        worn = gathered(map(self.numbers.__getitem__, places), places)
        worn.pop("", None)
        return {number: self.people_among(wearing) for number, wearing in worn.items()}

    @cached_property
    def wearers_of(self) -> Mapping[str, Mapping[str, list[int]]]:
        """The same of each design."""
        return {design: self.wearers(places) for design, places in self.designs.items()}


def squads(rows: RosterRows, lines: Sequence[Line], teams: Mapping[str, str | None]) -> tuple[Squad, ...]:
    """The teams of a file: by reference and by team, or by sheet where no team is known."""
    said = list(zip(map(_REFERENCE, lines), rows.texts(Meaning.TEAM), rows.sheets, strict=True))
    named = {place: place[1] or teams.get(place[2]) or "" for place in dict.fromkeys(said)}
    keys = {place: (place[0], team.casefold() or f"sheet {place[2]}") for place, team in named.items()}
    places_of = gathered(map(keys.__getitem__, said), range(len(said)))
    names = {keys[place]: named[place] for place in reversed(named)}  # as the first of its rows has it
    every = tuple(rows)
    return tuple(_squad(names[key], every, lines, places) for key, places in places_of.items())


_REFERENCE = attrgetter("reference")


def _squad(team: str, rows: Sequence[RosterRow], lines: Sequence[Line], places: Sequence[int]) -> Squad:
    garments: list[tuple[int, DesignRef | None]] = [(at, design) for at in places for design in lines[at].designs]
    bare = (at for at in places if not lines[at].designs)
    logos = [(at, None) for at in bare if any(logo.kind is LogoKind.NAME for logo in lines[at].logos)]
    ordered = [*garments, *logos]
    at = [place for place, _ in ordered]
    return Squad(
        team=team,
        rows=list(map(rows.__getitem__, at)),
        lines=list(map(lines.__getitem__, at)),
        refs=[ref for _, ref in ordered],
        count=len(garments),
    )


def _alike(words_of_one: frozenset[str], words_of_other: frozenset[str], initials: frozenset[str]) -> bool:
    """Whether the words of one are among those of the other, or their initials; `initials` are all that there are."""
    if words_of_one <= words_of_other or words_of_other <= words_of_one:
        return True
    if initials.isdisjoint(words_of_one) and initials.isdisjoint(words_of_other):
        return False
    short, long = sorted((words_of_one, words_of_other), key=len)
    return all(word in long or _initial_among(word, long) for word in short)


def _initial_among(word: str, others: Iterable[str]) -> bool:
    """Whether it is the initial of one of the others, or one of them is its own: P is Peter, but P 3 is not P 33."""
    first, alone = word[0], len(word) == 1
    return first.isalpha() and any(other[0] == first and (alone or len(other) == 1) for other in others)

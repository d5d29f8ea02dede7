"""Each column as it is seen: its heading, what the cells below it are, and what these make of the heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.model.sheets import heading_key
from roster_import.recognise.cell_kinds import Trait, integer
from roster_import.recognise.children import CHILDREN
from roster_import.recognise.column_profile import (
    Profile,
    are_listed_anew,
    is_body_height,
    is_counter,
    is_marked,
    profile,
)
from roster_import.recognise.garments import WORN_IF_SIZED
from roster_import.recognise.heading_rows import same_heading
from roster_import.recognise.headings import HINT, HeadingSense, sense
from roster_import.recognise.lone_headings import lone
from roster_import.recognise.notes import is_team
from roster_import.recognise.said_phrases import NEW, OLD, word_set
from roster_import.recognise.tokens import fold
from roster_import.recognise.totals import is_total, opens_prices
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from roster_import.model.workbook import Cell, Sheet
    from roster_import.recognise.column_heads import Heading

    Row = Mapping[int, Cell]


M = Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One column as it was seen: its heading (with the group heading above it), its cells aligned by row.

    `lonely` says that it is filled in rows where every other column is empty, as pre-printed row numbers are.
    """

    column: int
    heading: str
    sense: HeadingSense
    cells: tuple[str, ...]
    profile: Profile
    lonely: bool = False


_DIGIT = re.compile(r"\d")
_AMOUNT = re.compile(
    r"\bamounts?\b(?: of)?(?!.*\b(?:paid|due|owed|received|owing)\b)"
)  # of pieces, where no sum of money is so small
_MOST_EACH = 10
_SAMPLED = 60  # rows looked at for evidence
_NARROW = 3  # times fewer cells than the others: what is counted below them
_FEWEST_LONELY = 2
_FEWEST_DAYS = 2
_SIZED = 0.7
_ALL_APART = 0.8
_WORDY = 3.5  # words of a sentence, on an average
_SMALLEST, _LARGEST = 92, 188  # of children, in centimetres
_ATTENDED_IF_MARKED = frozenset(["läger", "avg", "line", "stick", "bez"])
_HIGHEST_WORN = 99
# As Brazilians call it, Americans for short, and the parts of a club; a section of figures is one of a course.
_TEAM_IF_WORDS = frozenset(
    ["time", "tm", "section", "sektion", "sectie", "sekcja", "sezione", "seccion", "secao", "seksjon"]
)
_NAMED = 0.8
_LENGTH_OF_SOCKS = re.compile(
    r"\b(?:sock|sok|stutz|kous|strump|stromp|calz|medias|meia|getr|skarpet|stulp|podkol|sukka|corap)"
)
_RANGE = re.compile(r"\d{2}\s?[-–/]\s?\d{2}")
_POSITION = re.compile(r"[A-Z]{1,3}")  # where somebody plays, on netball bibs: GA, WD
_YEAR_OF_SCHOOL = re.compile(r"(?:fr|so|jr|sr)\.?|\d+(?:st|nd|rd|th)", re.IGNORECASE)
_FRENCH = re.compile(r"[Tt]\s?[1-6]")  # T1, T2: sizes of socks
_BODYSUIT = re.compile(r"\bbody\b")  # of gymnasts
_OF_UNIFORMS = frozenset(["uni", "unif"])  # over figures; over words it is where somebody studies
# Over names, whose they are; over anything else it may be how many of them, or which sex.
_CHILDREN = """
    gutt gutten gutter jente jenta jenter dreng drenge pige piger pojke pojkar flicka flickor junge jungen madchen boy boys
    girl girls jongen jongens meisje meisjes garcon garcons nina ninas ninos ragazzo ragazza ragazzi ragazze chlopiec
    dziewczynka kluk holka divka poika pojat tytto tytot menino menina kid
"""
_SIZE_IF_SIZES = (
    ["variant"],
    ["variante"],
    ["variants"],
    ["option"],
    ["options"],
    ["varianta"],
    ["wariant"],
)  # of a shop
_CALLED_BY_AGE = frozenset(_CHILDREN.split())
_FOR = frozenset(
    ["fur", "for", "til", "till", "voor", "pour", "para", "per", "dla", "pro"]
)  # whom, where names stand there
CATALOGUED = {Meaning.DESIGN: HINT + 0.5, Meaning.QUANTITY: HINT + 0.5, Meaning.SIZE: HINT}


def look(sheet: Sheet, heading: Heading, catalogue: Collection[str]) -> tuple[Seen, ...]:
    """Every column that has a heading or a cell under it, in order."""
    top = heading.row or 0
    first = (sheet.rows[row] for row in islice((row for row in sheet.rows if row > top), 2 * _SAMPLED))
    sampled = [row for row in first if not (same_heading(row, heading) or is_total(row) or opens_prices(row))][
        :_SAMPLED
    ]
    filled = {number for number, column in sheet.columns.items() if max(column.texts) > top}
    columns = sorted(filled | heading.texts.keys())
    body = _body(sampled)
    days = sum(lone(text) is Concept.PRESENCE for text in heading.texts.values()) >= _FEWEST_DAYS
    return tuple(_seen(column, heading, sampled, body, catalogue, days=days) for column in columns)


def _seen(
    column: int, heading: Heading, rows: Sequence[Row], body: Sequence[Row], catalogue: Collection[str], *, days: bool
) -> Seen:
    cells = tuple(row[column].text if column in row else "" for row in body)
    text = heading.texts.get(column, "")
    held = profile(
        cells,
        catalogue,
        runs=is_counter([row[column].text for row in rows if _counts_or_holds(row, column)]),
        anew=are_listed_anew([[row[column].text for row in part if column in row] for part in _parts(rows)]),
    )
    return Seen(
        column=column,
        heading=text,
        sense=_titled(text)
        if heading_key(text) in catalogue
        else _told_by_cells(text, heading.sense(column), held, days=days),
        cells=cells,
        profile=held,
        lonely=sum(row.keys() == {column} for row in rows) >= _FEWEST_LONELY,
    )


def _parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows between those that hold a title alone."""
    for titled, part in groupby(rows, key=lambda row: len(row) == 1):
        if not titled:
            yield list(part)


def _counts_or_holds(row: Row, column: int) -> bool:
    """Whether the column is filled, and not with the title of a team alone in its row: a number alone was printed beforehand."""
    return column in row and (len(row) > 1 or integer(row[column].text) is not None)


def _told_by_cells(text: str, said: HeadingSense, held: Profile, *, days: bool) -> HeadingSense:
    """A cap is what somebody wears where sizes stand under it, and a match for the country where figures do.

    Under others a yes is at home: Läger, which is a camp, and AVG, the Dutch law of privacy; and Dom beside other `days`.
    """
    attended = text.casefold().strip(" .:?") in _ATTENDED_IF_MARKED or (days and lone(text) is Concept.PRESENCE)
    if attended and is_marked(held):
        return sense("attendance")
    told = _of_people(text, said, held) or _of_clothes(text, said, held) or _of_figures(text, held)
    return told or (sense("status") if said.false_friend is Concept.FORMER and _tells_new_from_old(held) else said)


def _of_people(text: str, said: HeadingSense, held: Profile) -> HeadingSense | None:
    """What a heading says of people and their teams, by the names or words below it."""
    called = fold(text).strip(" .:")
    if called in _CALLED_BY_AGE | _FOR and held.share(Trait.NAME) >= _NAMED:
        return sense("child")
    if said.concepts == {Concept.MEMBER} and called in CHILDREN and _holds_sizes(held):
        return replace(sense("kids sizes"), of=text)
    if called == "gr" and text.rstrip().endswith(".") and _are_groups(held):
        return sense("group")
    if called == "bib" and held.filled and all(map(_POSITION.fullmatch, held.values)):
        return sense("position")
    if text.strip(" .:").casefold() == "lið":
        return sense("team")  # of Icelanders; without its sign it is a member in Dutch
    return sense("team") if fold(text) in _TEAM_IF_WORDS and _are_teams(held) else None


def _of_clothes(text: str, said: HeadingSense, held: Profile) -> HeadingSense | None:
    """What a heading says of something worn, by the sizes or marks below it."""
    folded = fold(text)
    if said.false_friend is Concept.BODY and _BODYSUIT.search(folded):
        if Concept.SIZE in said.concepts and _holds_sizes(held):
            return replace(sense(_BODYSUIT.sub("leotard", folded)), of="body", variant="body")
        if held.share(Trait.MARK) >= _SIZED:
            return replace(sense(_BODYSUIT.sub("leotard", folded)), of=text, variant=text)
    french = said.garment_only and bool(held.values) and all(map(_FRENCH.fullmatch, held.values))
    if french or (said.false_friend is Concept.BODY and _LENGTH_OF_SOCKS.search(folded) and _are_ranges(held)):
        return replace(sense("sock size"), of=text)
    if folded.split()[-1:] in _SIZE_IF_SIZES and _holds_sizes(held):
        return sense("size")
    worn = folded.strip(" .:?") in WORN_IF_SIZED and _holds_sizes(held)
    return replace(sense("hat"), of=text, variant=text) if worn else None


def _of_figures(text: str, held: Profile) -> HeadingSense | None:
    """What a heading says of how many, or which number, by the figures below it."""
    counted = bool(held.integers) and len(held.integers) == held.filled
    if counted and _AMOUNT.search(fold(text)) and 0 < max(held.integers) <= _MOST_EACH:
        return sense(_AMOUNT.sub("quantity", fold(text)))
    if counted and fold(text).strip(" .:") == "ad":
        return sense("adet")  # shortened as the word for names
    uniforms = text.strip(" .:").casefold() in _OF_UNIFORMS and held.share(Trait.JERSEY) >= _NAMED
    return sense("jersey number") if uniforms else None


def _are_teams(held: Profile) -> bool:
    """Whether teams stand there, or words: Ladies 2s; figures are marks, or a section of a course."""
    teams = 2 * sum(map(is_team, held.values)) >= len(held.values)
    return held.filled > 0 and (teams or not any(map(_DIGIT.search, held.values)))


def _are_groups(held: Profile) -> bool:
    """Whether they are no sizes but words, and no years at a school: mł., jun."""
    return (
        held.filled > 0
        and not held.share(Trait.LETTER_SIZE, Trait.NUMBER_SIZE)
        and not any(map(_YEAR_OF_SCHOOL.fullmatch, held.values))
    )


def _are_ranges(held: Profile) -> bool:
    """Whether they are sizes from one to another, as socks come: 37-40."""
    return held.filled > 0 and sum(map(bool, map(_RANGE.fullmatch, held.values))) >= _NAMED * len(held.values)


def _tells_new_from_old(held: Profile) -> bool:
    """Whether each is called new or old, of whom all or some may be meant: New/old."""
    return len(held.values) > 1 and {*map(fold, held.values)} <= word_set(f"{NEW} {OLD}")


def _holds_sizes(held: Profile) -> bool:
    """Whether they are sizes whatever stands above: in letters, or a child's in centimetres."""
    centimetres = held.share(Trait.NUMBER_SIZE) >= _SIZED and not is_body_height(held) and bool(held.integers)
    eighths = held.share(Trait.NUMBER_SIZE) >= _SIZED and len(held.integers) < _SIZED * held.filled  # 7 3/8, of a cap
    return (
        eighths
        or held.share(Trait.LETTER_SIZE) >= _SIZED
        or (centimetres and min(held.integers) >= _SMALLEST and max(held.integers) <= _LARGEST)
    )


def _titled(heading: str) -> HeadingSense:
    """A heading that is the title of a known design or logo."""
    return HeadingSense(points=CATALOGUED, of=heading, garment_only=True, known=True)


def _body(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows that are filled as the others are: titles and footnotes would blur the evidence."""
    usual = sorted(len(row) for row in rows)[len(rows) // 2] if rows else 0
    least = max(min(2, usual), usual // _NARROW + 1)
    return [row for row in rows if len(row) >= least]

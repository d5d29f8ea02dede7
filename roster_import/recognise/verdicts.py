"""The verdict on each column: heading and cells weighed together, and how sure it is.

Points of the heading (0 to 6) and of the cells (-6 to +4) are added; the meaning with the most points is the verdict.
What depends on the other columns (one number per player, first and last names) is settled in `conflicts`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.cell_kinds import Trait
from roster_import.recognise.children import are_of_ages
from roster_import.recognise.column_fit import fit
from roster_import.recognise.column_profile import (
    Profile,
    is_body_height,
    is_marked,
    may_be_chests,
    may_be_measured,
    may_be_of_cyclists,
    may_be_sizes_by_fives,
)
from roster_import.recognise.heading_concepts import says_initials
from roster_import.recognise.headings import HINT, PLAIN, HeadingSense
from roster_import.recognise.order_words import is_about_the_order
from roster_import.recognise.seen_columns import CATALOGUED, Seen
from roster_import.recognise.words import WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.layout import Candidate, Fate
    from roster_import.model.workbook import Cell

    Row = Mapping[int, Cell]


M = Meaning
CRITICAL = frozenset({M.NUMBER, M.SIZE, M.NAME, M.PLAYER, M.DESIGN, M.QUANTITY})
THIN = 1.5  # a lead of fewer points than this is no certainty
_LOOKED_AT = 12  # different values
_HALF, _NEARLY_ALL = 0.5, 0.95
_FEW = 3  # with fewer cells than this none are clear
_SPOKEN = 3.5  # points a heading must give before a verdict may be sure
_BLANK_IGNORED, _UNKNOWN_IGNORED, _KNOWN_IGNORED = 1.5, 2.5, 1.0
_SIZED = 0.7
_ALL_APART = 0.8
_WORDY = 3.5  # words of a sentence, on an average
_HIGHEST_WORN = 99
_UNSPOKEN = (M.PLAYER, M.SIZE, M.DESIGN)  # meanings that cells alone can suggest


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a column means: readings with their points, likeliest first; `ask` where a person must decide.

    `fate` is decided last, by all that stands in the column (`fates`): an unknown one is asked about with `answers`, and
    `held` says what it holds; `chooses`, that this may tell some rows from others as not to be ordered. `sums`: it adds up
    what other columns of its rows count or mark.
    """

    seen: Seen
    meaning: Meaning
    of: str | None
    sure: bool
    readings: tuple[tuple[Meaning, float], ...]
    spoken: bool  # the heading says so; otherwise only the cells do
    fixed: bool = False  # somebody told us
    by_cells: bool = False  # nobody knows its heading: its cells alone say it
    ask: bool = False
    sums: bool = False
    fate: Fate | None = None
    answers: tuple[Candidate, ...] = ()
    held: str = ""
    chooses: bool = False

    @property
    def points(self) -> float:
        """The points of its meaning."""
        return dict(self.readings).get(self.meaning, 0.0)


def weigh(seen: Seen) -> Verdict:
    """The verdict on one column by itself."""
    lies = _lies(seen) or _calls_people_garments(seen) or _is_of_initials(seen)
    said = HeadingSense() if lies else _of_looks(seen) if _holds_looks(seen) else seen.sense
    points = _points(seen, said)
    readings = tuple(sorted(points.items(), key=lambda item: -item[1]))
    meaning, best = readings[0]
    second = readings[1][1] if len(readings) > 1 else 0.0
    spoken = said.points.get(meaning, 0.0) >= 1.5
    firm = said.points.get(meaning, 0.0) >= _SPOKEN or seen.profile.catalogued >= 0.5 or _plain_to_see(seen, meaning)
    if said.guessed and _may_be_another_word(seen, meaning):
        return Verdict(seen=seen, meaning=M.IGNORED, of=None, sure=False, readings=readings, spoken=False, ask=True)
    return Verdict(
        seen=seen,
        meaning=meaning,
        of=about(seen, meaning),
        sure=meaning is M.IGNORED or (firm and best - second >= THIN and fit(meaning, seen.profile) > -1.0),
        readings=readings,
        spoken=spoken,
    )


def _may_be_another_word(seen: Seen, meaning: Meaning) -> bool:
    """Whether only a word that is like one of ours speaks of goods, print or teams, and no cell does: Tower over D, M and J."""
    cells = seen.profile
    goods = cells.catalogued >= 0.5 or cells.speaks_of(*WORN) > 0.0 or is_marked(cells)
    printed = meaning is M.NAME and Concept.NAME not in seen.sense.concepts
    called = meaning is M.TEAM and Concept.NAME in seen.sense.concepts and cells.distinct >= _ALL_APART
    return cells.filled > 0 and (printed or called or (meaning is M.DESIGN and not goods))


def ignored(verdict: Verdict, *, sure: bool = True) -> Verdict:
    """The same column, taken for nothing."""
    return replace(verdict, meaning=M.IGNORED, of=None, sure=sure, ask=False, spoken=False)


def about(seen: Seen, meaning: Meaning) -> str | None:
    """What the column is about: a garment for sizes and quantities, home or away for numbers and names."""
    if meaning is M.DESIGN:
        return _marked_garment(seen) if is_marked(seen.profile) or _answers_its_heading(seen) else None
    return about_by_heading(seen.sense, meaning)


def _answers_its_heading(seen: Seen) -> bool:
    """Whether it is headed with a title of the catalogue, and some cells say yes or no to that and none another title."""
    cells = seen.profile
    said = cells.share(Trait.MARK) + cells.share(Trait.YES_NO)
    return seen.sense.points is CATALOGUED and said > 0.0 and cells.catalogued == 0.0


def _marked_garment(seen: Seen) -> str | None:
    """The garment that a heading of marks names: Keeper shirt, Full set."""
    whole = seen.heading if Concept.OUTFIT in seen.sense.concepts else None
    return seen.sense.of if seen.sense.garment_only else whole


def about_by_heading(said: HeadingSense, meaning: Meaning) -> str | None:
    """What a column is about as far as its heading says it."""
    if meaning in (M.NUMBER, M.NAME):
        return said.variant
    return said.of if meaning in (M.SIZE, M.QUANTITY, M.PLACEHOLDER, M.PRICE) else None


def _points(seen: Seen, sense: HeadingSense) -> Mapping[Meaning, float]:
    points = {meaning: value + fit(meaning, seen.profile) for meaning, value in sense.points.items()}
    worn = Concept.GARMENT in sense.concepts and may_be_of_cyclists(seen.profile)
    bodies = may_be_chests(seen.profile) or may_be_sizes_by_fives(seen.profile)
    if Concept.SIZE in sense.concepts and M.SIZE in points and (worn or bodies):
        points[M.SIZE] = sense.points[M.SIZE]  # under another word they would be heights
    if sense.garment_only and M.SIZE in points and are_of_ages(seen.profile.values):
        points[M.SIZE] = sense.points[M.SIZE] + HINT  # Lue over Barn and Voksen
    if sense.garment_only and M.NUMBER in points and may_be_measured(seen.profile):
        points[M.NUMBER] -= HINT
    for meaning in _UNSPOKEN if sense.false_friend is None else ():
        points.setdefault(meaning, _unspoken(meaning, seen, sense))
    fee = len(seen.profile.values) == 1 and max(seen.profile.integers, default=0) > _HIGHEST_WORN  # 500 again and again
    coded = seen.profile.share(Trait.INTEGER) < 0.5  # mB1, of a team
    if (not seen.heading or _reads_zero(seen)) and not fee and not coded:
        points.setdefault(M.NUMBER, min(fit(M.NUMBER, seen.profile), 2.0))
    points[M.IGNORED] = sense.points.get(M.IGNORED, _ignored_at_least(seen, sense)) + fit(M.IGNORED, seen.profile)
    return points


def _unspoken(meaning: Meaning, seen: Seen, sense: HeadingSense) -> float:
    """What the cells alone are worth: nearly nothing under a heading that says something else."""
    worth = fit(meaning, seen.profile)
    if seen.profile.catalogued >= 0.5:
        return worth
    if meaning is M.SIZE and not seen.profile.share(Trait.LETTER_SIZE) and not seen.profile.integers:
        return min(worth, 0.0)  # junior and senior may be anything
    if meaning is M.DESIGN and (not seen.profile.speaks_of(*WORN) >= 0.3 or _are_sentences(seen.profile)):
        return min(worth, 0.5)
    return worth if not sense.known else min(worth, 0.5)


def _are_sentences(cells: Profile) -> bool:
    """Whether they are wishes and questions rather than titles."""
    words = [len(value.split()) for value in cells.values]
    return cells.distinct >= _ALL_APART and sum(words) > _WORDY * len(words)


def _ignored_at_least(seen: Seen, sense: HeadingSense) -> float:
    if not seen.heading or _reads_zero(seen):
        return _BLANK_IGNORED
    return _KNOWN_IGNORED if sense.known else _UNKNOWN_IGNORED


def _reads_zero(seen: Seen) -> bool:
    """A heading made by a formula that was never calculated reads 0: it says nothing."""
    return seen.heading in ("0", "0.0")


def _holds_looks(seen: Seen) -> bool:
    """Whether it is of the colour of a garment, or of something else of it, and what it looks like stands there.

    Which design a Shirt sleeve of Short and Long is, a person must say.
    """
    said, cells = seen.sense, seen.profile
    if Concept.GARMENT not in said.concepts or M.DESIGN not in said.points or cells.catalogued:
        return False
    coloured = Concept.COLOUR in said.concepts
    worded = coloured and cells.share(Trait.NAME) >= 0.8 and not cells.speaks_of(*WORN) and not is_marked(cells)
    values = list(islice(cells.values, _LOOKED_AT))
    described = sum(map(is_about_the_order, values)) >= 0.5 * max(len(values), 1)
    sized = cells.share(Trait.LETTER_SIZE) + cells.share(Trait.NUMBER_SIZE) >= _SIZED
    return worded or (described and (coloured or (bool(said.leftover) and not sized)))


def _of_looks(seen: Seen) -> HeadingSense:
    return replace(seen.sense, points={M.IGNORED: PLAIN})


def _lies(seen: Seen) -> bool:
    """A heading such as Date over cells that are plainly people's names."""
    return (
        seen.sense.false_friend in (Concept.DATE, Concept.AGE, Concept.BODY)
        and seen.profile.share(Trait.NAME) >= 0.8
        and seen.profile.share(Trait.FULL_NAME) >= 0.5
        and seen.profile.distinct >= 0.3
    )


def _calls_people_garments(seen: Seen) -> bool:
    """Whether the heading was taken for a garment, perhaps a word spelt like one, over cells that are plainly people's names."""
    profile = seen.profile
    return (
        seen.sense.garment_only
        and not seen.sense.concepts & {Concept.OUTFIT, Concept.VARIANT}
        and profile.share(Trait.FULL_NAME) >= 0.8
        and profile.distinct >= 0.9
        and profile.filled >= _FEW
        and not profile.speaks_of(*WORN) >= 0.3
        and not profile.catalogued
    )


def _is_of_initials(seen: Seen) -> bool:
    """Whether initials stand under the garment that gets them: no garment of their own."""
    initials = seen.sense.garment_only and says_initials(seen.heading)
    return initials and seen.profile.share(Trait.NAME) >= _SIZED and not is_marked(seen.profile)


def _plain_to_see(seen: Seen, meaning: Meaning) -> bool:
    """Cells so clear that the heading need not say it: letter sizes, or marks and counts under a garment."""
    if meaning is M.SIZE and seen.sense.false_friend is None and seen.profile.filled >= _FEW:
        sizes = seen.profile.values - {"M", "W", "A", "m", "w"}
        if seen.profile.share(Trait.LETTER_SIZE) >= 0.9 and len(sizes) > 1:
            return True
    if not seen.sense.garment_only or seen.sense.best >= PLAIN:
        return False
    if meaning is M.SIZE:
        letters = seen.profile.share(Trait.LETTER_SIZE)
        mixed = letters >= _HALF and letters + seen.profile.share(Trait.NUMBER_SIZE) > _NEARLY_ALL  # XL, L, 14
        return (letters >= 0.7 or mixed) and not is_body_height(seen.profile)
    if meaning is M.QUANTITY:
        return seen.profile.share(Trait.COUNT) >= 0.9 and max(seen.profile.integers, default=0) < 10
    if meaning is M.NUMBER and not seen.sense.leftover:
        return seen.profile.share(Trait.JERSEY) >= 0.9 and max(seen.profile.integers, default=0) >= 10
    return meaning is M.DESIGN and is_marked(seen.profile)

"""What depends on several columns: one number per player, a lone size; whose name a column holds says `whose_names`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.body_measures import (
    chests_in_inches,
    feet_are_sized,
    heights_beside_sizes,
    socks_in_millimetres,
)
from roster_import.recognise.by_cells import read_by_cells
from roster_import.recognise.cell_kinds import Trait
from roster_import.recognise.column_fit import NO_COUNTS, fit
from roster_import.recognise.column_profile import (
    is_body_height,
    is_marked,
    says_for_whom,
    says_no_size,
    says_where_printed,
)
from roster_import.recognise.counted_sizes import counted_by_garment
from roster_import.recognise.form_grids import answered_alike
from roster_import.recognise.garment_columns import (
    counted_beside,
    counted_by_kit,
    cut_for_whom,
    garments_with_prices,
    marked_beside,
    numbers_of_shirts,
    sized_alike,
    sized_by_length,
    sized_or_counted,
    told_apart,
    without_sleeves,
    worn_by_people,
)
from roster_import.recognise.heading_concepts import CATEGORY, says_initials
from roster_import.recognise.headings import OUTRIGHT, PLAIN, SHORT_FORM
from roster_import.recognise.house_numbers import beside_a_street, without_countries
from roster_import.recognise.print_words import refuses_print
from roster_import.recognise.rival_numbers import settle_numbers
from roster_import.recognise.rival_sizes import newest_sizes, without_ratings
from roster_import.recognise.row_numbers import likely_counted, row_numbers
from roster_import.recognise.school_grades import grades_or_sizes
from roster_import.recognise.tokens import fold
from roster_import.recognise.verdicts import CRITICAL, THIN, Verdict, about, ignored
from roster_import.recognise.which_of_several import says_which_now
from roster_import.recognise.whose_names import settle_names, share_equal, swap
from roster_import.recognise.wished_numbers import (
    as_assigned,
    as_wished,
    beside_a_wish,
    counted_beside_a_wish,
    is_strange_number,
)
from roster_import.recognise.without_headings import read_without_headings
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


M = Meaning
# of each of these (and of each garment, home or away) a row has one
_ONCE = (
    M.NUMBER,
    M.PLAYER,
    M.FIRST_NAME,
    M.NAME_PREFIX,
    M.LAST_NAME,
    M.NAME,
    M.TEAM,
    M.ORDER,
    M.STORAGE_QUANTITY,
    M.DESIGN,
    M.QUANTITY,
)
ONE_EACH = frozenset({M.NUMBER, M.NAME, M.FIRST_NAME, M.NAME_PREFIX, M.LAST_NAME, M.TEAM, M.ORDER})
"""Of these a row has one, whatever is answered."""

_FEW = 3  # a column of fewer cells counts nothing
_NUMBERING = re.compile(r"(?:(?<![\s.:#(])[\s.:#(]++)?\d{1,2}[).]?$")
_LINK = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
_SAME = 0.9  # of the rows: two columns that say the same
_HALF, _MOSTLY, _NEARLY_ALL = 0.5, 0.6, 0.9
_OF_SLIPS = 1.5  # points that the cells of a column of numbers lose by them
_NEAR = 1.0  # two columns this near to each other cannot be told apart


def settle(verdicts: Sequence[Verdict], catalogue: Collection[str] = ()) -> tuple[Verdict, ...]:
    """The verdicts on all columns of a sheet, made to agree with each other; `catalogue`: what can be ordered."""
    verdicts = _as_players(tuple(_unless_refused(_unless_links(_unless_empty(each))) for each in verdicts))
    settled = without_ratings(newest_sizes(verdicts))
    settled = counted_beside_a_wish(numbers_of_shirts(row_numbers(settled)))
    settled = settle_names(settled)
    settled = sized_by_length(
        sized_alike(
            worn_by_people(
                chests_in_inches(heights_beside_sizes(socks_in_millimetres(feet_are_sized(settled, catalogue))))
            )
        )
    )
    settled = answered_alike(
        garments_with_prices(sized_or_counted(without_sleeves(marked_beside(counted_beside(settled)))))
    )
    settled = counted_by_garment(counted_by_kit(told_apart(_tell_sizes_apart(_drop_guesses(settled)))))
    settled = settle_numbers(settled)
    for meaning in _ONCE:
        settled = _once(settled, meaning)
    settled = _as_coloured(_as_headed(grades_or_sizes(settled)))
    settled = without_countries(beside_a_street(beside_a_wish(as_wished(as_assigned(settled)))))
    taken = frozenset(v.meaning for v in settled if v.sure and v.meaning in ONE_EACH | {M.PLAYER})
    read = read_by_cells(tuple(_ask_where_near(verdict, taken) for verdict in settled))
    return likely_counted(read_without_headings(cut_for_whom(read)))


def _unless_empty(verdict: Verdict) -> Verdict:
    """An empty column under a word for groups is no team's, which stand in another one or nowhere: Group, morning_group.

    Empty under Initials, it is there to be signed.
    """
    grouped = CATEGORY.search(fold(verdict.seen.heading)) is not None and verdict.meaning is M.TEAM
    signed = Concept.INITIALS in verdict.seen.sense.concepts and verdict.meaning is M.NAME
    empty = not verdict.seen.profile.filled and not verdict.fixed
    return ignored(verdict) if (grouped or signed) and empty else verdict


def _unless_links(verdict: Verdict) -> Verdict:
    """Addresses of pages are nobody's name and nothing that is ordered: headshot.href."""
    values = verdict.seen.profile.values
    links = sum(_LINK.match(value) is not None for value in values) >= _MOSTLY * len(values) > 0
    return ignored(verdict) if links and not verdict.fixed else verdict


def _unless_refused(verdict: Verdict) -> Verdict:
    """Names that are not to be printed are those of the players: Name (NOT printed); crosses there say whose are not."""
    cells = verdict.seen.profile
    names = not is_marked(cells) and cells.share(Trait.NAME) >= _HALF
    refused = names and verdict.meaning is M.NAME and not verdict.fixed and refuses_print(verdict.seen.heading)
    return replace(verdict, meaning=M.PLAYER) if refused else verdict


def _as_players(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Of several columns of a shop's print the one that says whose it is names the players: Personalise: player, and text."""
    printed = [v for v in verdicts if v.meaning is M.NAME or (v.ask and M.NAME in dict(v.readings[:1]))]
    players = [v for v in printed if Concept.PLAYER in v.seen.sense.concepts and not v.fixed]
    if len(players) != 1 or len(printed) == 1:
        return verdicts
    whose = replace(players[0], meaning=M.PLAYER, sure=False, ask=False, spoken=True)
    return tuple(whose if v is players[0] else v for v in verdicts)


def _as_headed(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """A column plainly headed is what its heading says where no other column is, however odd its cells.

    What is typed wrongly into it (letters for digits, words for counts) is to be found at its cell, not passed over
    with the column.
    """
    for meaning in (M.NUMBER, M.QUANTITY, M.SIZE, M.DESIGN, M.LOGO, M.NAME, M.STORAGE_QUANTITY):
        if not any(verdict.meaning is meaning for verdict in verdicts):
            said = max(verdicts, key=lambda verdict: _headed(verdict, meaning), default=None)
            if said is not None and _headed(said, meaning) >= PLAIN:
                named = replace(said, meaning=meaning, of=about(said.seen, meaning), sure=False, spoken=True)
                verdicts = tuple(named if verdict is said else verdict for verdict in verdicts)
    return verdicts


def _as_coloured(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Where no other column says the design, the only one of colours does: Navy, Burgundy."""
    if any(verdict.meaning is M.DESIGN or (verdict.meaning is M.QUANTITY and verdict.of) for verdict in verdicts):
        return verdicts
    coloured = [verdict for verdict in verdicts if _is_coloured(verdict)]
    if len(coloured) != 1:
        return verdicts
    readings = ((M.DESIGN, PLAIN), (M.IGNORED, 0.0))
    return swap(verdicts, replace(coloured[0], meaning=M.DESIGN, of=None, sure=False, spoken=True, readings=readings))


def _is_coloured(verdict: Verdict) -> bool:
    """Whether a few words come again and again under a bare word for colours."""
    cells = verdict.seen.profile
    said = verdict.seen.sense.concepts == {Concept.COLOUR}
    again = len(cells.values) * 2 <= cells.filled and not cells.integers and not is_marked(cells)
    return said and again and verdict.meaning is M.IGNORED and not verdict.fixed


def _headed(verdict: Verdict, meaning: Meaning) -> float:
    """The points a heading gives a meaning, to a column that was taken for nothing and holds something."""
    profile = verdict.seen.profile
    open_to_it = verdict.meaning is M.IGNORED and not (verdict.fixed or verdict.ask) and profile.filled > 0
    if meaning is M.SIZE and is_body_height(profile):
        return 0.0  # Größe over 169, 172, 180 is how tall they are
    if (meaning is M.SIZE and says_no_size(profile)) or (meaning is M.DESIGN and says_for_whom(profile)):
        return 0.0
    if meaning is M.QUANTITY and (profile.counter or fit(meaning, profile) <= NO_COUNTS) and profile.filled > _FEW:
        return 0.0  # it counts the rows, or holds postcodes
    if meaning is M.NUMBER and profile.share(Trait.LARGE, Trait.PHONE) > _HALF:
        return 0.0  # nobody wears 2107
    strange = profile.share(Trait.EMAIL, Trait.DATE, Trait.PHONE) > _HALF
    if meaning is M.NAME and (strange or is_marked(profile) or says_where_printed(profile)):
        return 0.0  # yes and no say whether, not what
    return verdict.seen.sense.points.get(meaning, 0.0) if open_to_it else 0.0


def _drop_guesses(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """What only the cells suggest gives way to a column whose heading says it, and to the better guess.

    Where others have headings, a cell or two under none suggest no sizes.
    """
    headed = any(verdict.seen.heading for verdict in verdicts)
    verdicts = tuple(ignored(v) if headed and _are_few_sizes(v) else v for v in verdicts)
    for meaning in (M.PLAYER, M.SIZE, M.NUMBER, M.DESIGN):
        told = [v for v in verdicts if _covers(v, meaning) and (v.spoken or v.fixed) and not _runs(v)]
        named = [v for v in told if not (meaning is M.NUMBER and v.seen.sense.beside_shirt)]
        guesses = [v for v in verdicts if v.meaning is meaning and not v.spoken and not v.fixed and not v.of]
        keep = [] if named else sorted(guesses, key=lambda v: (-v.points, v.seen.column))[:1]
        if meaning is M.SIZE:
            verdicts = _name_sizes(verdicts, guesses if named else guesses[1:])
            continue
        gone = {guess.seen.column for guess in guesses} - {guess.seen.column for guess in keep}
        verdicts = tuple(ignored(verdict) if verdict.seen.column in gone else verdict for verdict in verdicts)
    return verdicts


def _are_few_sizes(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    unheaded = not verdict.seen.heading and not (verdict.spoken or verdict.fixed)
    return unheaded and verdict.meaning is M.SIZE and cells.filled < _HALF * len(verdict.seen.cells)


def _name_sizes(verdicts: tuple[Verdict, ...], guesses: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Sizes under a heading nobody taught us are those of a garment we have no word for."""
    guessed = {guess.seen.column for guess in guesses}
    return tuple(replace(v, of=v.seen.heading or None, sure=False) if v.seen.column in guessed else v for v in verdicts)


def _tell_sizes_apart(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Of several size columns, one without a garment we know is about the words we do not."""
    sizes = [v for v in verdicts if v.meaning is M.SIZE]
    if len(sizes) < 2:
        return verdicts
    return tuple(
        replace(v, of=v.seen.sense.leftover) if v.meaning is M.SIZE and v.of is None and not v.fixed else v
        for v in verdicts
    )


def _runs(verdict: Verdict) -> bool:
    """A number column that may be row numbers keeps no other column from being the number."""
    return verdict.meaning is M.NUMBER and verdict.ask


def _covers(verdict: Verdict, meaning: Meaning) -> bool:
    persons = (M.PLAYER, M.FIRST_NAME, M.LAST_NAME)
    return verdict.meaning is meaning or (meaning is M.PLAYER and verdict.meaning in persons)


def _once(verdicts: tuple[Verdict, ...], meaning: Meaning) -> tuple[Verdict, ...]:
    for of in dict.fromkeys(verdict.of for verdict in verdicts if verdict.meaning is meaning):
        rivals = [v for v in verdicts if v.meaning is meaning and v.of == of]
        if len(rivals) > 1 and not (meaning is M.QUANTITY and of is not None):
            verdicts = _choose(verdicts, rivals)
    return verdicts


def _choose(verdicts: tuple[Verdict, ...], rivals: list[Verdict]) -> tuple[Verdict, ...]:
    best, second = sorted(rivals, key=_rank)[:2]
    near = _rank(best)[:4] == _rank(second)[:4] and _worth(best) - _worth(second) < _NEAR and not best.fixed
    near = near and second.seen.profile.filled > 0 and share_equal(best, second) < _SAME
    if near and best.meaning is M.DESIGN and not second.fixed and _are_called_apart(best, second):
        return _choose_design(verdicts, rivals, best, second)
    chosen = replace(best, sure=best.sure and not near, ask=best.ask or (near and best.meaning in CRITICAL))
    told = [rival for rival in rivals if best.fixed and _is_a_second_design(rival, best)]
    losers = {r.seen.column: _loser(r, best, near=near) for r in rivals if r is not best and r not in told}
    return tuple(chosen if v is best else losers.get(v.seen.column, v) for v in verdicts)


def _choose_design(
    verdicts: tuple[Verdict, ...], rivals: Sequence[Verdict], best: Verdict, second: Verdict
) -> tuple[Verdict, ...]:
    """Of two columns of designs the one with more titles says what is ordered, then the one that is plainly called so.

    The other is asked about at its own heading.
    """
    own = max(best, second, key=lambda each: (each.seen.profile.catalogued, -len(each.seen.sense.concepts)))
    other = second if own is best else best
    readings = ((M.DESIGN, other.points), (M.IGNORED, 0.0))
    asked = replace(other, sure=False, ask=True, readings=readings)
    losers = {r.seen.column: ignored(r) for r in rivals if r is not own and r is not other}
    return tuple(asked if v is other else losers.get(v.seen.column, v) for v in verdicts)


def _are_called_apart(one: Verdict, other: Verdict) -> bool:
    return fold(one.seen.heading) != fold(other.seen.heading)


def _is_a_second_design(rival: Verdict, best: Verdict) -> bool:
    """Whether both say designs under names of their own, as a person said of at least one: a row may want both."""
    said = rival.meaning is M.DESIGN and (rival.fixed or rival.spoken)
    return said and _are_called_apart(rival, best)


def _loser(rival: Verdict, best: Verdict, *, near: bool) -> Verdict:
    """What becomes of a column beside the one that was told or is likelier.

    Where somebody told one of two columns that are called the same and differ, the other was not answered by that.
    """
    apart = rival.seen.profile.filled and share_equal(best, rival) < _SAME
    other = fold(rival.seen.heading) != fold(best.seen.heading) or rival.meaning in ONE_EACH
    if rival.fixed and apart and other:
        return rival  # told of both: players side by side, or a contradiction that is said
    alike = rival.spoken and rival.sure and not rival.fixed and _numbered(rival) == _numbered(best) != ""
    if not (best.fixed and alike and apart):
        return replace(ignored(rival, sure=not near), fixed=False)
    readings = ((rival.meaning, rival.points), (M.IGNORED, 0.0))
    return replace(rival, sure=False, ask=True, readings=readings)


def _numbered(verdict: Verdict) -> str:
    """The heading without a number at its end: Player 2 is called as Player 1 is."""
    return _NUMBERING.sub("", fold(verdict.seen.heading))


def _rank(verdict: Verdict) -> tuple[bool, bool, bool, bool, float, int]:
    """Lowest first: what was told, then what counts no rows, then what its heading says outright, then by points."""
    outright = verdict.seen.sense.points.get(verdict.meaning, 0.0) >= OUTRIGHT and _worth(verdict) >= OUTRIGHT - 1
    number_said = verdict.meaning is M.NUMBER and outright
    given = verdict.meaning is M.NUMBER and _says_of_most(verdict)  # and not the one that was wished for
    return (not verdict.fixed, verdict.ask, not given, not number_said, -_worth(verdict), verdict.seen.column)


def _says_of_most(verdict: Verdict) -> bool:
    """Whether it says of most that it is the number to wear now; a new one for two of ten is asked about."""
    filled = verdict.seen.profile.filled >= _HALF * len(verdict.seen.cells)
    return filled and says_which_now(verdict.seen.heading)


def _worth(verdict: Verdict) -> float:
    """The points of its meaning; a slip in a column of numbers (1O) does not make another column the number."""
    slips = verdict.meaning is M.NUMBER and _MOSTLY <= verdict.seen.profile.share(Trait.JERSEY) < _NEARLY_ALL
    return verdict.points + (_OF_SLIPS if slips else 0.0)


def _ask_where_near(verdict: Verdict, taken: Collection[Meaning]) -> Verdict:
    """Ask where it matters and another reading is near, which no other column is for sure: these are `taken`."""
    if verdict.fixed or verdict.sure or verdict.ask or not verdict.seen.profile.filled:
        return verdict
    if not verdict.spoken and verdict.meaning in (M.NUMBER, M.NAME):
        return replace(verdict, ask=True)  # a guess, and it would be printed
    if (
        verdict.meaning is M.NUMBER
        and 0.0 < verdict.seen.sense.points.get(M.NUMBER, 0.0) < SHORT_FORM
        and is_strange_number(verdict)
    ):
        return replace(verdict, ask=True)  # of an oar, a locker, whatever it is
    if verdict.meaning is M.NAME and verdict.seen.sense.concepts - {Concept.INITIALS} == {Concept.NICKNAME}:
        likely = M.NAME if says_initials(verdict.seen.heading) else M.IGNORED
        return replace(verdict, meaning=likely, ask=True)  # nothing says that it is printed
    rivals = [reading for reading in verdict.readings if reading[0] not in {verdict.meaning, *taken}]
    other, points = rivals[0] if rivals else (M.IGNORED, 0.0)
    matters = verdict.meaning in CRITICAL or other in CRITICAL - {M.PLAYER}
    near = verdict.points - points < THIN and points > 2.0
    return replace(verdict, ask=matters and near and verdict.spoken)

"""Columns that are headed by garments: dress sizes, counts beside counts, and garments of the same name."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import PERSON, Meaning
from roster_import.recognise.cell_kinds import Trait
from roster_import.recognise.column_fit import fit
from roster_import.recognise.column_profile import are_even_sizes, is_marked
from roster_import.recognise.headings import PLAIN, garment_of, sense
from roster_import.recognise.order_words import asks_for_another_cut
from roster_import.recognise.prices import priced
from roster_import.recognise.sized_headings import sized_heading
from roster_import.recognise.tokens import fold, take_apart
from roster_import.recognise.verdicts import Verdict, about, ignored
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

M = Meaning
_OF_GARMENTS = frozenset({M.SIZE, M.QUANTITY, M.DESIGN})
_NEARLY_ALL, _MOSTLY, _REPEATED = 0.9, 0.8, 0.7
_FEW = 3  # a column of fewer cells counts nothing
_RUN = 3  # garments beside each other
_SQUAD = 5  # players at least
_HIGHEST_WORN = 99
_PAIR = 2  # of socks or shirts are counted for one player
_MANY = 10  # nobody orders so many for one player
_NO_COUNT = 6  # of one garment, for one player
_NARROWEST, _WIDEST = 20, 64  # of trousers, in inches or on the continent
_ALSO_WORN = frozenset(
    ["cap", "caps", "bib", "bibs", "belt", "belts", "gk", "keeper", "goalie", "goalkeeper", "tw", "torwart"]
)


def worn_by_people(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside people and their numbers, 8, 10, 12 under a garment are its sizes: nobody wears ten of it.

    So they are under two garments side by side, and beside these under one that nobody taught us.
    """
    people = any(v.meaning in PERSON for v in verdicts)
    numbers = any(v.meaning is M.NUMBER and not (_is_dress_size(v) or _is_of_the_waist(v)) for v in verdicts)
    worded = any(v.meaning is M.NUMBER and v.spoken and v.sure and not v.seen.sense.garment_only for v in verdicts)
    dressed = worded or not numbers
    sized = {v.seen.column for v in verdicts if _is_dress_size(v) or (dressed and _is_dressed_in(v))}
    if people and not (numbers or len(sized) > 1):
        lettered = any(v.meaning is M.SIZE and Concept.GARMENT in v.seen.sense.concepts and v.sure for v in verdicts)
        sized = {v.seen.column for v in verdicts if lettered and _is_of_the_waist(v)}
    if not people or not sized:
        return verdicts
    return tuple(as_size(v) if v.seen.column in sized or _is_between(v, sized) else v for v in verdicts)


def sized_alike(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Under the heading that is a size of two garments at least, it is that of a third: Maillot | T, Short | T, Gants | T."""
    headed = Counter(_headed(v) for v in verdicts if v.meaning is M.SIZE and v.sure and v.seen.sense.garment_only)
    return tuple(as_size(v) if _headed(v) and headed[_headed(v)] > 1 and _may_be_sized(v) else v for v in verdicts)


def _headed(verdict: Verdict) -> str:
    return fold(verdict.seen.heading)


def _may_be_sized(verdict: Verdict) -> bool:
    """Whether it is of a garment, and no size yet."""
    return verdict.seen.sense.garment_only and verdict.meaning is not M.SIZE and not verdict.fixed


def cut_for_whom(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Figures under the cut of some people are sizes, where those of others stand in a column of their own: Ladies' fit 12."""
    cuts = [v for v in verdicts if {Concept.CUT, Concept.CHILD_SIZES} <= v.seen.sense.concepts and not v.fixed]
    sized = any(v.meaning is M.SIZE for v in cuts)
    return tuple(as_size(v) if sized and v in cuts and are_even_sizes(v.seen.profile) else v for v in verdicts)


def _is_dressed_in(verdict: Verdict) -> bool:
    """Whether it is a garment over dress sizes that may as well be numbers to wear."""
    garment = verdict.seen.sense.garment_only and M.SIZE in verdict.seen.sense.points
    return garment and verdict.meaning is M.NUMBER and not verdict.fixed and are_even_sizes(verdict.seen.profile)


def _is_of_the_waist(verdict: Verdict) -> bool:
    """Whether even numbers as trousers go by stand under another garment than the shirt: 26, 32, 34."""
    said, cells = verdict.seen.sense, verdict.seen.profile
    numbers = set(cells.integers)
    even = len(cells.integers) == cells.filled > _PAIR and not any(number % 2 for number in numbers)
    waists = even and min(numbers) >= _NARROWEST and max(numbers) <= _WIDEST
    return waists and said.garment_only and said.beside_shirt and verdict.meaning is not M.SIZE and not verdict.fixed


def _is_between(verdict: Verdict, sized: Collection[int]) -> bool:
    """Whether dress sizes stand under a word that nobody knows, beside a garment's."""
    column = verdict.seen.column
    unknown = verdict.meaning is M.IGNORED and bool(verdict.seen.heading) and not verdict.seen.sense.known
    beside = column - 1 in sized or column + 1 in sized
    return beside and unknown and not verdict.fixed and are_even_sizes(verdict.seen.profile)


def numbers_of_shirts(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Under the bare word for a shirt numbers are worn that nobody counts rows or pieces by, 1, 2, 3 … or 45, 7, 18.

    What is only counted there is a number where its sizes stand elsewhere, or nothing is ordered; what repeats itself beside
    it is none.
    """
    sized = any(verdict.meaning is M.SIZE for verdict in verdicts)
    counted = sized or not any(verdict.meaning in (M.NUMBER, M.DESIGN) for verdict in verdicts)
    shirts = [v for v in verdicts if _is_bare_shirt(v) and (_tells_players_apart(v) or (counted and _counts_rows(v)))]
    rivals = [v for v in verdicts if v.meaning is M.NUMBER and v not in shirts]
    if len(shirts) != 1 or not all(map(_repeats_itself, rivals)):
        return verdicts
    readings = ((M.NUMBER, PLAIN), (M.IGNORED, 0.0))
    worn = replace(shirts[0], meaning=M.NUMBER, of=None, sure=False, ask=False, spoken=True, readings=readings)
    return tuple(worn if v is shirts[0] else _as_no_number(v) if v in rivals else v for v in verdicts)


def _as_no_number(verdict: Verdict) -> Verdict:
    """Taken for nothing; the number of a cap is that of a player in the books of the club."""
    of_cap = _is_of_a_cap(verdict)
    return ignored(replace(verdict, seen=replace(verdict.seen, sense=sense("player id"))) if of_cap else verdict)


def _is_bare_shirt(verdict: Verdict) -> bool:
    said = verdict.seen.sense
    return said.garment_only and said.concepts <= {Concept.GARMENT, Concept.JERSEY} and not verdict.fixed


def _counts_rows(verdict: Verdict) -> bool:
    return verdict.seen.profile.counter and verdict.seen.profile.filled >= _FEW


def _tells_players_apart(verdict: Verdict) -> bool:
    """Whether hardly two are alike, and some are no sizes: 45, 7, 18."""
    cells = verdict.seen.profile
    many = len(cells.integers) >= max(_SQUAD, _MOSTLY * cells.filled)
    apart = many and len(set(cells.integers)) >= _MOSTLY * len(cells.integers)
    numbers = apart and _MANY <= max(cells.integers) <= _HIGHEST_WORN
    return numbers and not cells.counter and cells.share(Trait.NUMBER_SIZE) < _NEARLY_ALL


def _repeats_itself(verdict: Verdict) -> bool:
    """Whether a bare No stands over numbers that come again, as no team wears them: not out, in cricket; or it is of a cap."""
    cells = verdict.seen.profile
    if _is_of_a_cap(verdict):
        return True  # the how manieth somebody is who plays for a club
    bare = verdict.seen.sense.concepts == {Concept.NUMBER_SIGN} and not verdict.fixed
    return bare and cells.filled >= _SQUAD and cells.distinct < _NEARLY_ALL


def _is_of_a_cap(verdict: Verdict) -> bool:
    return "cap" in fold(verdict.seen.heading).split() and not verdict.fixed


def sized_by_length(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Figures under the length of a garment are its sizes, of which a shop may have no others: Sock length 65, 75."""
    return tuple(as_size(v) if _is_long(v) else v for v in verdicts)


def _is_long(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    said = {Concept.HEIGHT_OR_SIZE, Concept.GARMENT} <= verdict.seen.sense.concepts and not verdict.fixed
    return said and len(cells.integers) == cells.filled > 0 and min(cells.integers) >= _NARROWEST


def garments_with_prices(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside garments headed with their prices, what nobody knows is a garment, too, where it has a price: AIO £48."""
    known = {v.meaning for v in verdicts if v.of and v.seen.sense.garment_only and priced(v.seen.heading)}
    return tuple(_as_priced(v, known & {M.DESIGN, M.QUANTITY}) for v in verdicts)


def _as_priced(verdict: Verdict, known: Collection[Meaning]) -> Verdict:
    name, said = priced(verdict.seen.heading), verdict.seen.sense
    meaning = M.DESIGN if is_marked(verdict.seen.profile) else M.QUANTITY
    like = meaning in known and fit(meaning, verdict.seen.profile) > 0.0 and said.false_friend is None
    if not name or not like or verdict.fixed or not (said.garment_only or not said.known):
        return verdict
    readings = ((meaning, PLAIN), (M.IGNORED, 0.0))
    return replace(verdict, meaning=meaning, of=name, sure=verdict.sure and said.known, spoken=True, readings=readings)


def counted_beside(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside counts of garments, counts of caps are no matches played, and those of GK are shirts of the keeper."""
    counted = any(v.meaning is M.QUANTITY and v.seen.sense.garment_only for v in verdicts)
    return tuple(_as_count(v) if counted and _is_count_too(v) else v for v in verdicts)


def marked_beside(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside marks of other garments, an x under TW (gelb) is a keeper's shirt, and one between two of them some other's."""
    marked = {v.seen.column for v in verdicts if v.meaning is M.DESIGN and v.of and is_marked(v.seen.profile)}
    marked |= {v.seen.column for v in verdicts if _is_marked_too(v)} if len(marked) > 1 else set()
    marked |= set(_behind_a_run(verdicts, marked))
    readings = ((M.DESIGN, PLAIN), (M.IGNORED, 0.0))
    return tuple(
        replace(v, meaning=M.DESIGN, of=v.seen.heading, sure=False, spoken=True, readings=readings)
        if len(marked) > 1 and v.meaning is not M.DESIGN and (_is_marked_too(v) or _is_marked_between(v, marked))
        else v
        for v in verdicts
    )


def without_sleeves(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside a size of the shirt and no other marks, a yes under nothing but sleeves is of that shirt: Manches longues."""
    marked = [v for v in verdicts if v.meaning is M.DESIGN and v.of and is_marked(v.seen.profile)]
    sized = any(v.meaning is M.SIZE and v.of is None for v in verdicts)
    of_sleeves = sized and len(marked) == 1 and _is_of_sleeves(marked[0])
    return tuple(ignored(v) if of_sleeves and v is marked[0] else v for v in verdicts)


def _is_of_sleeves(verdict: Verdict) -> bool:
    terms = take_apart(verdict.seen.heading).main
    return not verdict.fixed and all(asks_for_another_cut(term.text) for term in terms)


def _behind_a_run(verdicts: Sequence[Verdict], marked: Collection[int]) -> Iterator[int]:
    """The columns of marks under words that nobody knows, right behind three garments or more that are marked: Bow, Poms."""
    run = 0
    for v in verdicts:
        behind = run >= _RUN and _is_marked_unknown(v) and v.seen.column not in marked
        if behind:
            yield v.seen.column
        run = run + 1 if behind or v.seen.column in marked else 0


def _is_marked_unknown(verdict: Verdict) -> bool:
    said, heading = verdict.seen.sense, verdict.seen.heading
    unknown = verdict.meaning is M.IGNORED and bool(heading) and not (said.known or verdict.fixed)
    return unknown and is_marked(verdict.seen.profile)


def _is_marked_between(verdict: Verdict, marked: Collection[int]) -> bool:
    """Whether marks stand under a word that nobody knows, between two garments or behind several."""
    column = verdict.seen.column
    return _is_marked_unknown(verdict) and (column in marked or (column - 1 in marked and column + 1 in marked))


def _is_marked_too(verdict: Verdict) -> bool:
    word = fold(verdict.seen.heading.partition("(")[0]).strip(" .:")
    marks = verdict.seen.profile.share(Trait.MARK) >= _NEARLY_ALL  # of a single keeper, too
    return verdict.meaning is M.IGNORED and not verdict.fixed and word in _ALSO_WORN and marks


def sized_or_counted(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside people whose other garments stand with their sizes, 3, 4, 4 under Stutzen are sizes or pairs: a person must say."""
    people = any(v.meaning in (M.PLAYER, M.FIRST_NAME, M.LAST_NAME) for v in verdicts)
    sized = sum(v.meaning is M.SIZE and Concept.GARMENT in v.seen.sense.concepts for v in verdicts)
    counted = any(v.meaning is M.QUANTITY and v.of is None for v in verdicts)
    fewest = 1 if counted or sized > _PAIR else _PAIR  # where all else that is worn has a size
    return tuple(_as_sized(v) if people and sized and _may_be_sizes(v, fewest) else v for v in verdicts)


def _as_sized(verdict: Verdict) -> Verdict:
    """As sizes where nobody orders so many of it, gloves 8, 9, socks by the inch: 26, 28; else in doubt."""
    return as_size(verdict) if min(verdict.seen.profile.integers) >= _NO_COUNT else _in_doubt(verdict)


def _may_be_sizes(verdict: Verdict, fewest: int) -> bool:
    """Whether more than two of a garment are counted for people, each of them small enough to be a size of socks.

    Beside a column of how many, from one on: 1, 2 and 3 are sizes as likely.
    """
    cells = verdict.seen.profile
    large = min(cells.integers, default=0) >= _NO_COUNT
    meanings = {M.QUANTITY, M.SIZE} if large else {M.QUANTITY}
    counted = verdict.meaning in meanings and verdict.seen.sense.garment_only and not verdict.fixed
    numbers = len(cells.integers) == cells.filled >= (2 if large else 1)  # 39 alone may be anything
    return counted and numbers and min(cells.integers) >= fewest and max(cells.integers) > _PAIR


def _in_doubt(verdict: Verdict) -> Verdict:
    readings = ((M.SIZE, PLAIN), (M.QUANTITY, PLAIN), (M.IGNORED, 0.0))
    return replace(verdict, meaning=M.SIZE, of=about(verdict.seen, M.SIZE), sure=False, ask=True, readings=readings)


def _is_count_too(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    few = cells.share(Trait.COUNT) >= _NEARLY_ALL and max(cells.integers, default=_MANY) < _MANY
    again = verdict.meaning is M.NUMBER and cells.distinct <= _REPEATED  # of people with numbers, no two have the same
    open_to_it = (verdict.meaning is M.IGNORED or again) and not verdict.fixed
    return open_to_it and few and fold(verdict.seen.heading) in _ALSO_WORN


def _as_count(verdict: Verdict) -> Verdict:
    heading, readings = verdict.seen.heading, ((M.QUANTITY, PLAIN), (M.IGNORED, 0.0))
    return replace(verdict, meaning=M.QUANTITY, of=heading, sure=False, spoken=True, readings=readings)


def _is_dress_size(verdict: Verdict) -> bool:
    said = verdict.seen.sense
    garment = (
        bool({Concept.GARMENT, Concept.OUTFIT, Concept.VARIANT} & said.concepts)
        and said.points.get(M.QUANTITY, 0.0) < PLAIN
        and M.SIZE in said.points
    )
    cells = verdict.seen.profile
    again = verdict.meaning is M.NUMBER and cells.distinct <= _REPEATED  # of people with numbers, no two have the same
    sized = (verdict.meaning in (M.SIZE, M.QUANTITY) or again) and are_even_sizes(cells)
    return garment and sized and not verdict.fixed


def as_size(verdict: Verdict) -> Verdict:
    """The verdict that sizes stand there, of what the heading names."""
    readings = tuple(reading for reading in verdict.readings if reading[0] not in (M.QUANTITY, M.NUMBER))
    size = about(verdict.seen, M.SIZE)
    return replace(verdict, meaning=M.SIZE, of=size, sure=False, ask=False, spoken=True, readings=readings)


def told_apart(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Of several columns about a garment of the same name, each is about all that its heading says of it: training shirt."""
    named = (v for v in verdicts if v.of and v.meaning in _OF_GARMENTS and not _counts_a_size(v))
    of = Counter((v.meaning, fold(v.of or "")) for v in named)
    again = {key for key, times in of.items() if times > 1}
    return tuple(
        replace(v, of=garment_of(v.seen.heading) or v.of)
        if v.of and not v.fixed and (v.meaning, fold(v.of)) in again and not _counts_a_size(v)
        else v
        for v in verdicts
    )


def counted_by_kit(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Several counts whose headings differ by the kit alone are each of theirs: Cant. 1ª equip., Cant. 2ª equip."""
    counts = [v for v in verdicts if v.meaning is M.QUANTITY and v.of is None and not v.fixed]
    kits = {v.seen.column: garment_of(v.seen.heading) or "" for v in counts}
    named = all(kits.values()) and len({fold(kit) for kit in kits.values()}) == len(counts) > 1
    said = [v for v in counts if Concept.OUTFIT in v.seen.sense.concepts]
    others = all(v in said or v.seen.sense.leftover for v in counts)
    if not (named and said and others):
        return verdicts
    return tuple(replace(v, of=kits[v.seen.column]) if v.seen.column in kits else v for v in verdicts)


def _counts_a_size(verdict: Verdict) -> bool:
    """Whether it is a column of a size matrix, about a size and not a garment."""
    said = sized_heading(verdict.seen.heading)
    return verdict.meaning is M.QUANTITY and said is not None and said.size == verdict.of

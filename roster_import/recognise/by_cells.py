"""What a column holds so plainly that it is read although its heading does not say so, and said: What it says, Fit.

Only where no other column could be meant: one with the names of the people beside it in capitals; one of sizes under a
word for the cut. Numbers under a heading that does not say so are asked about, however they look: a locker has one, too.
In a table without any headings, the only numbers beside names and sizes are worn where no two are alike.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import PERSON, Meaning
from roster_import.recognise.cell_kinds import Trait
from roster_import.recognise.column_profile import is_body_height
from roster_import.recognise.tokens import fold
from roster_import.recognise.verdicts import Verdict, ignored
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.recognise.column_profile import Profile

M, T = Meaning, Trait
_FEWEST = 5
_FEW_NAMES = 3
_OF_SPORT = frozenset({Concept.PLAY, Concept.STANDING, Concept.MEMBERSHIP, Concept.PRESENCE})
_SMALLEST_CM, _HIGHEST_WORN = 80, 99
_LETTERS = frozenset(["XS", "S", "M", "L", "XL", "XXL", "2XL", "3XL"])
_LIKELY = 3.0  # points
_MOST_EACH = 4  # pieces of one thing for one player
_NEARLY_ALL, _MOSTLY, _OFTEN, _FEW = 0.9, 0.7, 0.6, 0.3


def read_by_cells(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The verdicts, an unknown column read as the size or the name to print where its cells leave no other reading."""
    meanings = {verdict.meaning for verdict in verdicts}
    if not meanings & {*PERSON, M.NAME}:
        ordered = bool(meanings & {M.SIZE, M.NUMBER})
        return _read(verdicts, [v for v in verdicts if ordered and _are_people(v)], M.PLAYER)
    if M.SIZE not in meanings:
        verdicts = _read(verdicts, [v for v in verdicts if _is_sized(v)], M.SIZE)
    if M.NAME not in meanings:
        people = [verdict for verdict in verdicts if verdict.meaning in PERSON]
        verdicts = _read(verdicts, [v for v in verdicts if _in_capitals(v, people)], M.NAME)
    return verdicts if any(verdict.seen.heading for verdict in verdicts) else _unheaded(verdicts)


def _are_people(verdict: Verdict) -> bool:
    """Whether whole names stand under a word that is none of a person's, but of sport: Aktiv."""
    cells, said = verdict.seen.profile, verdict.seen.sense
    names = cells.share(T.FULL_NAME) >= _NEARLY_ALL and cells.distinct >= _NEARLY_ALL and cells.filled >= _FEW_NAMES
    return verdict.meaning is M.IGNORED and names and said.false_friend in _OF_SPORT and not verdict.fixed


def _unheaded(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The verdicts of a table without headings, with the sizes in centimetres and the numbers to wear read."""
    if not any(verdict.meaning is M.SIZE for verdict in verdicts):
        verdicts = _read(verdicts, [v for v in verdicts if v.meaning is M.IGNORED and _in_centimetres(v)], M.SIZE)
    verdicts = _in_halves(_without_figures_of_things(verdicts))
    sized = any(verdict.meaning is M.SIZE for verdict in verdicts)
    rivals = [v for v in verdicts if v.meaning is not M.SIZE and not v.fixed and _are_figures(v)]
    worn = sized and len(rivals) == 1 and rivals[0].meaning is M.NUMBER and _are_worn(rivals[0])
    return _read(verdicts, rivals, M.NUMBER) if worn else verdicts


def _in_halves(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Two columns of single words side by side are the halves of the names: which is which, a person says."""
    first = next((v for v in verdicts if v.meaning is M.PLAYER and _are_single_names(v)), None)
    column = first.seen.column if first else 0
    last = next(
        (v for v in verdicts if v.seen.column == column + 1 and v.meaning is M.IGNORED and _are_single_names(v)), None
    )
    if first is None or last is None or first.seen.profile.filled != last.seen.profile.filled:
        return verdicts
    halves = {column: _half(first, M.FIRST_NAME, M.LAST_NAME), column + 1: _half(last, M.LAST_NAME, M.FIRST_NAME)}
    return tuple(halves.get(verdict.seen.column, verdict) for verdict in verdicts)


def _half(verdict: Verdict, meaning: Meaning, other: Meaning) -> Verdict:
    readings = ((meaning, _LIKELY), (other, _LIKELY - 1), (M.IGNORED, 0.0))
    return replace(verdict, meaning=meaning, of=None, sure=False, ask=True, readings=readings)


def _are_single_names(verdict: Verdict) -> bool:
    """Whether each is a name of one word, of which hardly two are alike."""
    cells = verdict.seen.profile
    names = cells.share(T.NAME) >= _NEARLY_ALL and cells.share(T.FULL_NAME) < _FEW
    return names and cells.distinct >= _OFTEN and cells.filled >= _FEWEST and not verdict.fixed


def _without_figures_of_things(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Prices behind what is ordered and weights behind heights are no numbers; small ones again and again are pieces."""
    goods = any(v.meaning is M.DESIGN and not v.fixed for v in verdicts)
    tall = {v.seen.column + 1 for v in verdicts if is_body_height(v.seen.profile)}
    guessed = [v for v in verdicts if v.meaning is M.NUMBER and not v.fixed]
    none = [
        v
        for v in guessed
        if v.seen.column in tall or (goods and min(v.seen.profile.integers, default=0) > _HIGHEST_WORN)
    ]
    verdicts = tuple(ignored(v) if v in none else v for v in verdicts)
    pieces = [v for v in verdicts if goods and v.meaning in (M.NUMBER, M.IGNORED) and _are_pieces(v)]
    counted = any(v.meaning is M.QUANTITY for v in verdicts) or len(pieces) != 1
    return verdicts if counted else tuple(_as_pieces(v) if v is pieces[0] else v for v in verdicts)


def _are_pieces(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    small = cells.filled == len(cells.integers) >= _FEWEST and 0 < max(cells.integers) <= _MOST_EACH
    return small and not cells.counter and len(cells.values) * 2 <= cells.filled and not verdict.fixed


def _as_pieces(verdict: Verdict) -> Verdict:
    readings = ((M.QUANTITY, _LIKELY), (M.NUMBER, _LIKELY - 1), (M.IGNORED, 0.0))
    return replace(verdict, meaning=M.QUANTITY, of=None, sure=False, ask=True, readings=readings)


def _in_centimetres(verdict: Verdict) -> bool:
    """Whether they are children's sizes, some of them more than once."""
    cells = verdict.seen.profile
    sized = cells.share(T.NUMBER_SIZE) >= _NEARLY_ALL and len(cells.integers) == cells.filled >= _FEWEST
    return sized and min(cells.integers) >= _SMALLEST_CM and cells.distinct < 1.0 and not is_body_height(cells)


def _are_figures(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    return cells.share(T.JERSEY) >= _NEARLY_ALL and bool(cells.integers) and not cells.counter


def _are_worn(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    whole = len(cells.integers) == cells.filled >= _FEWEST and max(cells.integers) <= _HIGHEST_WORN
    aged = max(cells.integers, default=0) - min(cells.integers, default=0) <= cells.filled  # a team of 9 to 13 years
    return whole and cells.distinct == 1.0 and not aged


def _read(verdicts: tuple[Verdict, ...], rivals: Sequence[Verdict], meaning: Meaning) -> tuple[Verdict, ...]:
    """The verdicts with the only rival read, where it is plain."""
    if len(rivals) != 1:
        return verdicts
    read = replace(rivals[0], meaning=meaning, sure=False, ask=False, spoken=False, by_cells=True)
    return tuple(read if verdict is rivals[0] else verdict for verdict in verdicts)


def _is_unknown(verdict: Verdict) -> bool:
    return verdict.meaning is M.IGNORED and bool(verdict.seen.heading) and not (verdict.fixed or verdict.ask)


def _is_sized(verdict: Verdict) -> bool:
    """Whether sizes stand under a word for the cut or the variant: Fit over S, M and L."""
    cells = verdict.seen.profile
    letters = {value.upper().split()[-1] for value in cells.values if value.split()} & _LETTERS
    sized = cells.share(T.LETTER_SIZE) >= _NEARLY_ALL and len(letters) > 1
    cut = verdict.seen.sense.false_friend is Concept.CUT or Concept.DESIGN in verdict.seen.sense.concepts
    return verdict.meaning is M.IGNORED and cut and sized and not verdict.fixed


def _is_filled(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    return cells.filled >= max(_FEWEST, _MOSTLY * len(verdict.seen.cells))


def _in_capitals(verdict: Verdict, people: Sequence[Verdict]) -> bool:
    """Whether it holds in capitals what the people are called, who are not written in capitals."""
    cells: Profile = verdict.seen.profile
    capitals = cells.share(T.UPPER) >= _NEARLY_ALL and all(each.seen.profile.share(T.UPPER) <= _FEW for each in people)
    other = (
        verdict.seen.sense.known and verdict.seen.sense.false_friend is not Concept.PLAY
    )  # Stick: embroidered, or of hockey
    if not (_is_unknown(verdict) and not other and capitals and _is_filled(verdict)):
        return False
    called = zip(*(each.seen.cells for each in people), strict=True)
    pairs = [
        (fold(text), fold(" ".join(names))) for text, names in zip(verdict.seen.cells, called, strict=True) if text
    ]
    return sum(text in name for text, name in pairs) >= _OFTEN * len(pairs)  # a nickname now and then

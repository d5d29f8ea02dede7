"""The fate of every column that is filled: used, known to be no part of an order, or asked about. There is no fourth.

What nobody knows is asked, and so is what would be ordered if only the heading said so: a mark, a title of the catalogue, a
size, a number to wear. A heading that is known to be no part of an order counts as far as the cells agree with it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.model.layout import NAMES, PERSON, Fate, Meaning
from roster_import.recognise.answers import OF_A_GARMENT, asked_about
from roster_import.recognise.cell_kinds import Trait
from roster_import.recognise.column_profile import is_marked
from roster_import.recognise.contents import Held, held_in
from roster_import.recognise.harmless import NUMBERED, begins_with_a_mark, counts_rows, is_no_part, wishes
from roster_import.recognise.headings import sense
from roster_import.recognise.keepers import are_of_few_with_sizes, heads_keepers, is_shirt_of_keepers
from roster_import.recognise.labelled_parts import holds_parts, names_of_parts
from roster_import.recognise.lexicon import means
from roster_import.recognise.lone_headings import is_score
from roster_import.recognise.order_phrases import ALREADY, ELSEWHERE, EXTRA, ORDERS, STOPPED, UNDONE, says
from roster_import.recognise.order_words import is_about_the_order
from roster_import.recognise.prices import priced
from roster_import.recognise.said_again import Said, cells_of, is_a_wish_for_a_number, people_of, words_of_persons
from roster_import.recognise.sized_headings import sized_heading
from roster_import.recognise.tokens import fold, take_apart
from roster_import.recognise.touches_goods import is_of_its_form
from roster_import.recognise.verdicts import ignored
from roster_import.recognise.which_of_several import says_changed, says_given
from roster_import.recognise.words import NUMBERS, WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from roster_import.model.workbook import Sheet
    from roster_import.recognise.verdicts import Verdict

C, M, T = Concept, Meaning, Trait

_NO_TEXT = "no n nej nein nei nee non nao nie ne ei hayir false falsch faux falsk いいえ 아니오 否"
_NO_WORDS = frozenset(_NO_TEXT.split())
_GARMENTS_BESIDE = 2
_SCORES = 3  # short forms of games that need each other to be understood
_SIZE_SIGNS = frozenset("SMLPG")
_STATISTICS = 3  # columns of figures: from here on a sheet tells of games
_ANY_SHIRT = frozenset({C.GARMENT, C.JERSEY, C.SEVERAL})
_WORDS = re.compile(r"[^\W_]+")
_ALL, _PAIR = 1.0, 2
_HALF = 0.5
_A_SENTENCE = 3  # words that nobody knows
_NO_COUNT = 20  # nobody orders so many for one player


def decide(
    verdicts: Sequence[Verdict],
    sheet: Sheet,
    rows: Sequence[int],
    catalogue: Collection[str],
    *,
    number_told: bool = False,
) -> tuple[Verdict, ...]:
    """The verdicts with the fate of every column that is filled in these rows, the rows of data.

    A column that nobody knows carries the answers that make sense for what stands in it, the likeliest first. `number_told`:
    somebody said which column holds the number.
    """
    verdicts = _without_bare_rivals(verdicts) if number_told else verdicts
    used = frozenset(v.meaning for v in verdicts if not (v.ask and v.meaning is M.NUMBER))
    texts = {v.seen.column: sheet.down(v.seen.column, rows) for v in verdicts if _is_open(v)}
    held = {column: held_in(cells, used, catalogue) for column, cells in texts.items() if any(cells)}
    told = sum(_tells_of_games(v, held[v.seen.column]) for v in verdicts if v.seen.column in held)
    short = [v.seen.heading for v in verdicts if v.seen.column in held and _is_short_form(v, held[v.seen.column])]
    scores = told >= _SCORES or (len(short) > _SCORES and len({*short} - _SIZE_SIGNS) > 1)
    statistics = sum(_is_statistic(v, held[v.seen.column]) for v in verdicts if v.seen.column in held) >= _STATISTICS
    said = Said(
        words=words_of_persons(verdicts, sheet, rows),
        design=cells_of(verdicts, M.DESIGN, sheet, rows),
        sizes=[sheet.down(v.seen.column, rows) for v in verdicts if v.meaning is M.SIZE],
        numbers=[sheet.down(v.seen.column, rows) for v in verdicts if v.meaning is M.NUMBER],
        given=any(v.meaning is M.NUMBER and says_given(v.seen.heading) for v in verdicts),
        texts=texts,
        wish_answered=any(v.meaning is M.NUMBER and v.fixed and is_a_wish_for_a_number(v) for v in verdicts),
        people=people_of(verdicts, sheet, rows),
    )
    asked = {v.meaning for v in verdicts if v.ask} - {M.IGNORED}
    behind = set(_behind_garments(verdicts))
    held = {
        column: replace(each, statistics=statistics and column not in behind, scores=scores)
        for column, each in held.items()
    }
    held = {**held, **{c: replace(held[c], beside_garments=True) for c in _beside_garments(verdicts) if c in held}}
    held = {**held, **{c: replace(held[c], one_more=True) for c in _one_more(verdicts, held) if c in held}}
    if any(map(is_shirt_of_keepers, catalogue)) and not any(v.meaning is M.DESIGN and v.of for v in verdicts):
        held = {**held, **{c: replace(held[c], keepers=True) for c in _of_keepers(verdicts, held, said)}}
    return tuple(_decided(v, held[v.seen.column], said, asked) if v.seen.column in held else v for v in verdicts)


def _without_bare_rivals(verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """Where somebody said which column holds the number, another that is called so in the same bare way is set aside."""
    told = any(v.fixed and v.meaning is M.NUMBER and v.seen.sense.concepts <= NUMBERS for v in verdicts)
    return [replace(v, fixed=True, fate=Fate.SET_ASIDE) if told and _is_bare_rival(v) else v for v in verdicts]


def _is_bare_rival(verdict: Verdict) -> bool:
    bare = frozenset() < verdict.seen.sense.concepts <= NUMBERS and verdict.meaning is M.IGNORED
    return bare and not says_changed(verdict.seen.heading) and not verdict.fixed and not verdict.seen.profile.counter


def _beside_garments(verdicts: Sequence[Verdict]) -> Iterator[int]:
    """The columns that mark a garment which no other does, beside two or more that mark others: Koszulka mecz., Dres."""
    marks = [v for v in verdicts if v.meaning is M.DESIGN and v.of and is_marked(v.seen.profile)]
    named = Counter(fold(v.of or "") for v in marks)
    if len(named) > _GARMENTS_BESIDE:
        yield from (v.seen.column for v in marks if named[fold(v.of or "")] == 1)


def _behind_garments(verdicts: Sequence[Verdict]) -> Iterator[int]:
    """The columns right behind one of a garment's size: Shell, Skirt, Shoe, Bow."""
    for before, verdict in pairwise(verdicts):
        if (before.meaning is M.SIZE and before.of) or sense(before.seen.heading).garment_only:
            yield verdict.seen.column


def _one_more(verdicts: Sequence[Verdict], held: Mapping[int, Held]) -> Iterator[int]:
    """The columns of a shirt marked or counted for some of the rows, or of a certain one, where another names the designs."""
    plain = {v.meaning for v in verdicts if v.of is None}
    one_each = M.DESIGN in plain and M.QUANTITY not in plain
    for v in (v for v in verdicts if one_each and not _counts_a_size(v)):
        said, own = v.seen.sense.concepts, held.get(v.seen.column)
        counted = v.meaning is M.QUANTITY and v.of is not None and C.GARMENT in said and C.QUANTITY not in said
        marked = v.meaning is M.DESIGN and v.of is not None and said <= _ANY_SHIRT
        some = own is not None and own.cells.filled < own.rows
        if own and ((counted and (some or _names_a_certain_one(v))) or (marked and some)):
            yield v.seen.column


def _counts_a_size(verdict: Verdict) -> bool:
    """Whether it counts one size of what the rows order, in a size matrix: Shirt M."""
    sized = sized_heading(verdict.seen.heading)
    return sized is not None and verdict.of == sized.size


def _names_a_certain_one(verdict: Verdict) -> bool:
    """Whether more is said than that it is a garment: Track top, Trikot 2."""
    heading = verdict.seen.heading
    return bool(take_apart(heading).unknown) or any(map(str.isdigit, heading))


def _of_keepers(verdicts: Sequence[Verdict], held: Mapping[int, Held], said: Said) -> Iterator[int]:
    """The columns that mark who keeps goal, and nobody who orders nothing else."""
    for column in (v.seen.column for v in verdicts if v.seen.column in held and heads_keepers(v.seen.heading)):
        marked = [bool(text) and not _says_none(text) for text in said.texts[column]]
        if held[column].marks and are_of_few_with_sizes(marked, said.sizes):
            yield column


def _is_open(verdict: Verdict) -> bool:
    return not verdict.fixed and not verdict.ask


def _is_statistic(verdict: Verdict, held: Held) -> bool:
    """Whether it holds figures of a game or a body, or such as nobody orders."""
    if verdict.meaning is not M.IGNORED or not held.figures or verdict.seen.sense.concepts & OF_A_GARMENT:
        return False
    if wishes(verdict.seen.sense):
        return False
    friend = verdict.seen.sense.false_friend
    return friend in (C.PLAY, C.BODY) or (friend is None and max(held.cells.integers, default=0) > _NO_COUNT)


def _tells_of_games(verdict: Verdict, held: Held) -> int:
    """How much figures speak of games: under a word for what is counted there enough, under a short form not by itself."""
    if verdict.meaning is not M.IGNORED or not (held.figures or held.counts):
        return 0
    if verdict.seen.sense.false_friend is C.PLAY:
        return _SCORES
    return int(is_score(verdict.seen.heading) and len(verdict.seen.heading) > 1)


def _is_short_form(verdict: Verdict, held: Held) -> bool:
    """Whether figures stand under a short form of games, be it a single letter: G, A, B, TM."""
    return verdict.meaning is M.IGNORED and (held.figures or held.counts) and is_score(verdict.seen.heading)


def _decided(verdict: Verdict, held: Held, said: Said, asked: Collection[Meaning]) -> Verdict:
    if not held.cells.filled:
        return verdict  # dashes
    if said.wish_answered and verdict.meaning is M.IGNORED and is_a_wish_for_a_number(verdict):
        return replace(verdict, fate=Fate.SET_ASIDE)
    if holds_parts(held.values) or said.whose_size(verdict) or _is_undone(verdict, held) or _is_newer(verdict, held):
        return asked_about(verdict, held)
    if _is_more(verdict, held):
        return asked_about(replace(verdict, sure=False), held)
    if verdict.meaning is M.IGNORED:
        if said.stands_in(verdict):
            return asked_about(verdict, held)
        if verdict.seen.sense.points.keys() & asked and not counts_rows(verdict, held):
            return replace(verdict, fate=Fate.ASKED)  # the answer about its rival is one about this one, too
        harmless = is_no_part(verdict, held) or said.again(verdict, held) or said.of_relatives(verdict, held)
        return replace(verdict, fate=Fate.NO_PART) if harmless else asked_about(verdict, held)
    owned = verdict.meaning is M.DESIGN and verdict.of is None and says(verdict.seen.heading, ALREADY)
    if owned and not held.titles:
        return asked_about(ignored(verdict, sure=False), held)
    doubtful = owned or _chooses(verdict, held) or _names_goods(verdict, held) or _is_elsewhere(verdict, held, said)
    doubtful = doubtful or (verdict.meaning is M.LOGO and held.yes_or_one)  # which logo a yes is for, nobody says
    doubtful = doubtful or bool(names_of_parts(held.values)) or _is_no_team(verdict, held)
    doubtful = doubtful or _is_for_somebody_else(verdict, held) or _says_whether_printed(verdict, held) or held.one_more
    return asked_about(replace(verdict, sure=False), held) if doubtful else verdict


def _is_more(verdict: Verdict, held: Held) -> bool:
    """Whether it says how many more, beside what a row orders anyway: Spare pieces, Extra."""
    counts = held.counts and verdict.meaning in (M.QUANTITY, M.IGNORED)
    ordered = bool(held.used & ({M.DESIGN, M.QUANTITY, M.SIZE} - {verdict.meaning}))
    return counts and ordered and says(verdict.seen.heading, EXTRA) and verdict.seen.sense.false_friend is None


def _is_newer(verdict: Verdict, held: Held) -> bool:
    """Whether it is a new number or name beside the one that is taken: Neue Nummer, changed name."""
    concepts = verdict.seen.sense.concepts
    number = verdict.meaning is M.IGNORED and M.NUMBER in held.used and bool(NUMBERS & concepts) and held.numbers
    unnamed = verdict.meaning in (M.IGNORED, M.PLAYER) and bool(held.used & (NAMES - {verdict.meaning}))
    name = unnamed and held.names and bool(concepts & {C.NAME, C.PRINT, C.LAST})
    return (number or name) and says_changed(verdict.seen.heading)


def _is_undone(verdict: Verdict, held: Held) -> bool:
    """Whether it says of some rows that they were taken back, or wait: returned 1, cancelled on a date, x under On hold."""
    heading, open_to_it = verdict.seen.heading, verdict.meaning is M.IGNORED
    if open_to_it and ((held.marks and says(heading, STOPPED)) or _answers_whether(heading, held)):
        return True
    of_order = verdict.meaning in (M.IGNORED, M.QUANTITY, M.DESIGN, M.PRICE) and says(verdict.seen.heading, UNDONE)
    return of_order and not all(map(_says_none, held.values))


def _answers_whether(heading: str, held: Held) -> bool:
    """Whether it asks who orders or has one, and cells answer in the same words: beställer, har kvar."""
    words = f"{ORDERS} {ALREADY}"
    return says(heading, words) and sum(says(value, words) for value in held.values) * 2 > len(held.values)


def _says_none(value: str) -> bool:
    return fold(value) in _NO_WORDS or not value.strip("€$£¥₺₩ 0.,-krKR")


def _chooses(verdict: Verdict, held: Held) -> bool:
    """Whether a column of marks says which rows are ordered, whatever else its heading was taken for."""
    heading, garment = verdict.seen.heading, verdict.meaning in (M.DESIGN, M.QUANTITY)
    if garment and verdict.seen.sense.concepts & OF_A_GARMENT and says(heading, EXTRA):
        return True  # whether the extra one is all there is, nobody can tell
    if not held.marks:
        return False
    if verdict.meaning in (M.ORDER, M.TEAM, M.PRICE, M.SIZE, M.NUMBER) or (
        verdict.meaning is M.DESIGN and not verdict.of
    ):
        return True
    strange = (
        verdict.meaning is M.DESIGN and take_apart(heading).unknown > 0
    )  # returned, handed out: not every x orders
    strange = strange and not _is_compound(heading) and priced(heading) is None
    strange = strange and not (held.beside_garments and not says(heading, f"{ORDERS} {ALREADY}"))
    return garment and (strange or says(heading, ORDERS) or says(heading, ALREADY))


def _is_compound(heading: str) -> bool:
    """Whether it is one word whose last part is a garment: Präsi-Jacke."""
    parts = _WORDS.findall(heading)
    return len(parts) > 1 and "-".join(parts) == heading.strip() and means(fold(parts[-1])) in WORN


def _is_no_team(verdict: Verdict, held: Held) -> bool:
    """Whether plain sizes, or numbers to wear where no other column has any, stand under a word for teams or orders."""
    numbers = held.worn_numbers and M.NUMBER not in held.used and not says(verdict.seen.heading, NUMBERED)
    if verdict.meaning is M.TEAM and (is_of_its_form(verdict.seen.heading) or _is_said_of_a_few(verdict, held)):
        return True
    return verdict.meaning in (M.TEAM, M.ORDER) and (held.plain_sizes or (verdict.meaning is M.TEAM and numbers))


def _is_said_of_a_few(verdict: Verdict, held: Held) -> bool:
    """Whether few cells are filled, with the word of the heading, HOLD, or under a sentence: Skip - hers from club."""
    heading = verdict.seen.heading
    if says(heading, ALREADY) and take_apart(heading).unknown > 1:
        return True  # já tem equip.
    if held.cells.filled >= _HALF * held.rows:
        return False
    word = fold(heading).strip(" ?!.:")
    again = bool(word) and all(fold(value).startswith(word) for value in held.values)
    return again or take_apart(heading).unknown >= _A_SENTENCE


def _is_for_somebody_else(verdict: Verdict, held: Held) -> bool:
    """Whether it may be a few rows' other wearer, beside a column of names: c'est pour qui (si pas le joueur)."""
    beside = verdict.meaning is M.PLAYER and not verdict.sure and M.NAME in held.used
    return beside and held.cells.filled < _HALF * held.rows


def _says_whether_printed(verdict: Verdict, held: Held) -> bool:
    """Whether most of it are no names but marks, with a reason behind some: DO NOT PRINT NAME: x – court order."""
    return verdict.meaning is M.NAME and sum(map(begins_with_a_mark, held.values)) > _HALF * len(held.values)


def _is_elsewhere(verdict: Verdict, held: Held, said: Said) -> bool:
    """Whether what is no name on the back was taken for it: a text for the sleeve or the chest, the style of the print."""
    styled = {C.PRINT, C.DESIGN} <= verdict.seen.sense.concepts
    coloured = C.NAME not in verdict.seen.sense.concepts and _are_colours(held, frozenset().union(*said.people))
    return verdict.meaning is M.NAME and (styled or says(verdict.seen.heading, ELSEWHERE) or coloured)


def _are_colours(held: Held, persons: Collection[str]) -> bool:
    """Whether half of the values or more are words of what a print looks like, as no names of people are: Anne Blanc."""
    unnamed = (value for value in held.values if not set(fold(value).split()) <= set(persons))
    words = [value for value in unnamed if not any(map(str.isdigit, value))]  # `Hansen #7` has a number
    return sum(map(is_about_the_order, words)) >= _HALF * len(held.values)


def _names_goods(verdict: Verdict, held: Held) -> bool:
    """Whether the titles of the catalogue stand in a column of teams or people, or what is worn in one of people."""
    worn = (
        held.cells.speaks_of(C.GARMENT, C.JERSEY, C.OUTFIT) >= _ALL and len(held.values) > _PAIR
    )  # one Jack is nobody's coat
    return (worn and verdict.meaning in NAMES) or (
        held.titles and verdict.meaning in (*PERSON, M.TEAM, M.PRICE, M.ORDER)
    )

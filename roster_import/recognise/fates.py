"""The fate of every column that is filled: used, known to be no part of an order, or asked about. There is no fourth.

What nobody knows is asked, and so is what would be ordered if only the heading said so: a mark, a title of the catalogue, a
size, a number to wear. A heading that is known to be no part of an order counts as far as the cells agree with it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import PERSON, Fate, Meaning
from roster_import.recognise.answers import OF_A_GARMENT, asked_about
from roster_import.recognise.cell_kinds import Trait, traits
from roster_import.recognise.column_profile import is_body_height, is_marked, runs_with_gaps, tell_of_games
from roster_import.recognise.contents import MOSTLY, Held, held_in
from roster_import.recognise.headings import OUTRIGHT, SHORT_FORM
from roster_import.recognise.keepers import are_of_few_with_sizes, heads_keepers, is_shirt_of_keepers
from roster_import.recognise.labelled_parts import holds_parts, names_of_parts
from roster_import.recognise.legends import is_legend
from roster_import.recognise.lone_headings import is_buyer, is_score
from roster_import.recognise.order_phrases import ALREADY, ELSEWHERE, EXTRA, ORDERS, UNDONE, says
from roster_import.recognise.order_words import is_about_the_order
from roster_import.recognise.plain_contents import is_of_people
from roster_import.recognise.prices import priced
from roster_import.recognise.said_again import Said, cells_of, people_of, words_of_persons
from roster_import.recognise.statuses import are_of_members, chooses_nobody
from roster_import.recognise.tokens import fold, means, take_apart
from roster_import.recognise.touches_goods import is_of_its_form, touches_goods
from roster_import.recognise.whereabouts import is_printed_there
from roster_import.recognise.which_of_several import only_second, says_wished
from roster_import.recognise.words import FOREIGN, NUMBERS, WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from roster_import.model.workbook import Sheet
    from roster_import.recognise.headings import HeadingSense
    from roster_import.recognise.verdicts import Verdict

C, M, T = Concept, Meaning, Trait

# ------------------------------------------------------------------------------------------------------ what headings say

# Of these a yes or an x says nothing that is ordered: paid, may be photographed, comes to the training camp.
_MARKED_BY_NATURE = frozenset({C.GUARDIAN, C.MEMBER, C.PAID, C.PERMISSION, C.HEALTH, C.MEMBERSHIP, C.PRESENCE})
_MARKED_BY_NATURE |= {C.OFFICE, C.IDENTITY, C.PERSONAL, C.CONTACT, C.DATE, C.AGE}
# What these say is no part of an order, even of a garment: `shirt paid`, `kit deposit`, `e-mail of the team`.
_WHATEVER_OF = frozenset({C.PAID, C.CONTACT, C.REMARK, C.READING, C.ROW_NUMBER, C.PERMISSION, C.PACKING})
_OPEN = frozenset(
    {C.CUT, C.RESERVED, C.NICKNAME, C.SUMMARY, C.STANDING, C.PACKING}
)  # foreign words that may be about the order
_SENT_TO = frozenset({C.NAME, C.FIRST, C.LAST, C.NATION, C.CLUB, C.TEAM, C.PRICE})  # beside a word of delivery
_BUNDLE = re.compile(r"pa[ck]|paq|pacch")  # not a carton: a choice of what is in it
_ORGANIZED = frozenset({M.TEAM, M.PRICE})  # known, and no garment is lost with a second one of it
_FLAG = re.compile(r"[iI]s(?:[ _]|(?=[A-Z]))")
_KEEPER = re.compile(r"keep|\bgk\b|torw|goalie")
_SAID_IN_LETTERS = frozenset(
    {C.PLAY, C.STANDING, C.MEMBERSHIP, C.OFFICE, C.PRESENCE, C.PAID, C.BODY, C.PACKING, C.SUMMARY}
)
_MEASURED = frozenset({C.BODY, C.PAID, C.PACKING, C.SUMMARY, C.ROW_NUMBER})
_SAID_IN_WORDS = frozenset(
    {C.PERSONAL, C.GUARDIAN, C.CONTACT, C.REMARK, C.HEALTH, C.PERMISSION, C.OFFICE, C.READING}
)  # and not in numbers below a hundred
_NUMBERED = """
    class classe clase klass klasse klas klasa trida luokka sinif grade year trin arskurs arstrin leerjaar curso ano anno annee
    rocnik rok zip plz postnr huisnr hausnr hausnummer husnr housenumber house_number numero_civico group form course house
    schuljahr schulstufe jahrgangsstufe 学年 年级 年級 組 학년 반
"""
_PLACES = """
    position positions pos pozycja pozice positie posicion posicao posizione posisjon mevki mevkii pelipaikka ruolo ポジション
    포지션 位置
"""
_NO_TEXT = "no n nej nein nei nee non nao nie ne ei hayir false falsch faux falsk いいえ 아니오 否"
_NO_WORDS = frozenset(_NO_TEXT.split())
_GARMENTS_BESIDE = 2
_SCORES = 3  # short forms of games that need each other to be understood
_SIZE_SIGNS = frozenset("SMLPG")
_STATISTICS = 3  # columns of figures: from here on a sheet tells of games
_LETTERS = frozenset(["XXS", "XS", "S", "M", "L", "XL", "XXL", "2XL", "3XL"])
_CLEARLY_SIZES = 3
_WORDS = re.compile(r"[^\W_]+")
_HALF = 0.5
_NO_COUNT = 20  # nobody orders so many for one player
_LEGS_TEXT = "leg legs etappe etape etapa etap tappa stracka strekning osuus stint lap 区間 棒"
_LEGS = frozenset(_LEGS_TEXT.split())
_ALONE = frozenset({"by"})  # where they live, which says nothing in any other heading (da, no)
_WORN_TOO = frozenset({"cap", "caps"})  # of a player's record, and on heads
_CURRENCY = re.compile(r"[€$£¥₺₩]|\b(?:eur|dkk|nok|sek|chf|usd|gbp|pln|czk|huf)\b", re.IGNORECASE)
_RECEIVED = """
    received rec recd recvd erhalten eingegangen modtaget mottatt mottaget fatt ontvangen recu recus recue recibido recibida
    ricevuto ricevuti recebido otrzymano wplynelo prijato doslo saatu alindi
"""
_MIDDLE = re.compile(
    r"middle|mellem|mellom|maiden|initials?\s*\(|mittelname|zweiter vorname|deuxieme prenom|segundo nombre"
)


def decide(
    verdicts: Sequence[Verdict], sheet: Sheet, rows: Sequence[int], catalogue: Collection[str]
) -> tuple[Verdict, ...]:
    """The verdicts with the fate of every column that is filled in these rows, the rows of data.

    A column that nobody knows carries the answers that make sense for what stands in it, the likeliest first.
    """
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
        texts=texts,
        people=people_of(verdicts, sheet, rows),
    )
    asked = {v.meaning for v in verdicts if v.ask}
    held = {column: replace(each, statistics=statistics, scores=scores) for column, each in held.items()}
    held = {**held, **{c: replace(held[c], beside_garments=True) for c in _beside_garments(verdicts) if c in held}}
    if any(map(is_shirt_of_keepers, catalogue)) and not any(v.meaning is M.DESIGN and v.of for v in verdicts):
        held = {**held, **{c: replace(held[c], keepers=True) for c in _of_keepers(verdicts, held, said)}}
    return tuple(_decided(v, held[v.seen.column], said, asked) if v.seen.column in held else v for v in verdicts)


def _beside_garments(verdicts: Sequence[Verdict]) -> Iterator[int]:
    """The columns that mark a garment which no other does, beside two or more that mark others: Koszulka mecz., Dres."""
    marks = [v for v in verdicts if v.meaning is M.DESIGN and v.of and is_marked(v.seen.profile)]
    named = Counter(fold(v.of or "") for v in marks)
    if len(named) > _GARMENTS_BESIDE:
        yield from (v.seen.column for v in marks if named[fold(v.of or "")] == 1)


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
    if _wishes(verdict.seen.sense):
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
    if holds_parts(held.values) or said.whose_size(verdict) or _is_undone(verdict, held):
        return asked_about(verdict, held)
    if verdict.meaning is M.IGNORED:
        if said.stands_in(verdict):
            return asked_about(verdict, held)
        if verdict.seen.sense.points.keys() & asked and not _counts_rows(verdict.seen.sense, held):
            return replace(verdict, fate=Fate.ASKED)  # the answer about its rival is one about this one, too
        harmless = _is_no_part(verdict, held) or said.again(verdict, held) or said.of_relatives(verdict, held)
        return replace(verdict, fate=Fate.NO_PART) if harmless else asked_about(verdict, held)
    doubtful = _chooses(verdict, held) or _names_goods(verdict, held) or _is_elsewhere(verdict, held)
    doubtful = doubtful or (verdict.meaning is M.LOGO and held.yes_or_one)  # which logo a yes is for, nobody says
    doubtful = doubtful or bool(names_of_parts(held.values)) or _is_no_team(verdict, held)
    return asked_about(replace(verdict, sure=False), held) if doubtful else verdict


def _is_undone(verdict: Verdict, held: Held) -> bool:
    """Whether it says of some rows that they were taken back: returned 1, cancelled on a date."""
    of_order = verdict.meaning in (M.IGNORED, M.QUANTITY, M.DESIGN, M.PRICE) and says(verdict.seen.heading, UNDONE)
    return of_order and not all(map(_says_none, held.values))


def _says_none(value: str) -> bool:
    return fold(value) in _NO_WORDS or not value.strip("€$£¥₺₩ 0.,-krKR")


def _chooses(verdict: Verdict, held: Held) -> bool:
    """Whether a column of marks says which rows are ordered, whatever else its heading was taken for."""
    heading, garment = verdict.seen.heading, verdict.meaning in (M.DESIGN, M.QUANTITY)
    if garment and verdict.seen.sense.concepts & OF_A_GARMENT and says(heading, EXTRA):
        return True  # whether the extra one is all there is, nobody can tell
    if not held.marks:
        return False
    if verdict.meaning in (M.ORDER, M.TEAM, M.PRICE, M.SIZE, M.NUMBER):
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
    numbers = held.worn_numbers and M.NUMBER not in held.used and not says(verdict.seen.heading, _NUMBERED)
    if verdict.meaning is M.TEAM and (is_of_its_form(verdict.seen.heading) or _is_said_again(verdict, held)):
        return True
    return verdict.meaning in (M.TEAM, M.ORDER) and (held.plain_sizes or (verdict.meaning is M.TEAM and numbers))


def _is_said_again(verdict: Verdict, held: Held) -> bool:
    """Whether the word of the heading stands in a few cells, as a mark does: HOLD."""
    word = fold(verdict.seen.heading).strip(" ?!.:")
    few = held.cells.filled < _HALF * held.rows
    return few and bool(word) and all(fold(value).startswith(word) for value in held.values)


def _is_elsewhere(verdict: Verdict, held: Held) -> bool:
    """Whether what is no name on the back was taken for it: a text for the sleeve or the chest, the style of the print."""
    styled = {C.PRINT, C.DESIGN} <= verdict.seen.sense.concepts
    return verdict.meaning is M.NAME and (styled or says(verdict.seen.heading, ELSEWHERE) or _are_colours(held))


def _are_colours(held: Held) -> bool:
    """Whether half of the values or more are words of what a print looks like, as no team's names are."""
    words = [value for value in held.values if not any(map(str.isdigit, value))]  # `Hansen #7` has a number
    return sum(map(is_about_the_order, words)) >= _HALF * len(held.values)


def _names_goods(verdict: Verdict, held: Held) -> bool:
    """Whether the titles of the catalogue stand in a column of teams or people."""
    return held.titles and verdict.meaning in (M.TEAM, M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.PRICE, M.ORDER)


# --------------------------------------------------------------------------------------------------- no part of an order


def _is_no_part(verdict: Verdict, held: Held) -> bool:
    """Whether it is certain, by heading and cells, that nothing is ordered by the column."""
    sense = verdict.seen.sense
    if held.titles or is_printed_there(verdict.seen.heading, held.values):
        return False
    if touches_goods(verdict.seen.heading, sense, held):
        return held.personal and sense.false_friend is not C.CONTACT
    if _CURRENCY.search(verdict.seen.heading) and says(verdict.seen.heading, _RECEIVED):
        return True
    if held.marks:
        return held.keepers or _is_marked_by_nature(sense, verdict.seen.heading)
    if _counts_rows(sense, held):
        return True
    if fold(verdict.seen.heading).strip(" .#") in _LEGS and held.counts and held.cells.distinct <= _HALF:
        return True  # of a relay
    if sense.false_friend is C.FORMER and C.SIZE in sense.concepts and M.SIZE in held.used:
        return True  # the size of today stands in another column
    if tell_of_games(held.cells) and sense.concepts.isdisjoint(WORN):
        return True
    if sense.false_friend is C.STANDING:
        return chooses_nobody(held) or held.personal
    if _is_harmless(verdict, held):
        return not _would_be_ordered(sense, held, verdict.seen.heading)
    if NUMBERS & sense.concepts and held.cells.share(T.LARGE) >= MOSTLY:
        return not sense.concepts & OF_A_GARMENT  # nobody wears 104522
    if held.figures and _CURRENCY.search(verdict.seen.heading):
        return True
    if not sense.known and sum(held.cells.words.get(each, 0.0) for each in (C.PLAYER, C.GUARDIAN, C.OFFICE)) >= MOSTLY:
        return True  # what somebody is to the team: player, coach
    if held.scores and is_score(verdict.seen.heading) and (held.figures or held.counts):
        return True
    if not sense.known and held.figures and (held.statistics or set(held.cells.integers) == {0}):
        return True
    if not sense.known and (held.hands or are_of_members(held) or is_of_people(held)):
        return not says(verdict.seen.heading, f"{ORDERS} {ALREADY} {EXTRA} {ELSEWHERE}")
    if is_legend(verdict.seen.heading, held):
        return True
    return held.personal or (not verdict.seen.heading and held.scribbled)


def _counts_rows(sense: HeadingSense, held: Held) -> bool:
    return (held.cells.counter or _counts_with_gaps(sense, held)) and not _wishes(sense)


def _counts_with_gaps(sense: HeadingSense, held: Held) -> bool:
    """Whether a bare word for numbers counts the rows, of which some were deleted, beside the numbers to wear."""
    bare = sense.concepts <= NUMBERS and 0.0 < sense.points.get(M.NUMBER, 0.0) < OUTRIGHT and M.NUMBER in held.used
    return bare and runs_with_gaps(held.cells)


def _is_marked_by_nature(sense: HeadingSense, heading: str) -> bool:
    """Whether a yes is at home under the heading, as under the flags that a program exports: isActive, Is coach."""
    about = sense.concepts & OF_A_GARMENT
    if sense.false_friend is C.OFFICE and take_apart(heading).unknown:
        return False  # a captain's armband
    if fold(heading) == "zip":
        return False  # a jacket that has one
    flag = bool(_FLAG.match(heading)) and not _KEEPER.search(fold(heading))
    return (flag or bool(sense.concepts & _MARKED_BY_NATURE)) and (not about or bool(sense.concepts & _WHATEVER_OF))


def _begins_with_a_mark(value: str) -> bool:
    return not traits(re.split(r"[\s,(]", value, maxsplit=1)[0]).isdisjoint({T.MARK, T.YES_NO})


def _wishes(sense: HeadingSense) -> bool:
    return C.RESERVED in sense.concepts


def _is_harmless(verdict: Verdict, held: Held) -> bool:
    """Whether the heading is known to be no part of an order."""
    sense, friend = verdict.seen.sense, verdict.seen.sense.false_friend
    if friend is C.RESERVED and only_second(verdict.seen.heading):
        return False  # a second number, a second size: of whatever it is
    if friend is C.RESERVED:  # a second choice is none where there is a first
        numbers = held.numbers and (bool(NUMBERS & sense.concepts) or not held.few)
        return (M.NUMBER in held.used and numbers) or (M.SIZE in held.used and held.sizes)
    if friend is C.SUMMARY:
        return bool(held.used & {M.QUANTITY, M.PRICE}) or not held.counts or held.statistics
    if {C.NICKNAME, C.PRINT} <= sense.concepts:
        return False  # which of two is printed, a person must say
    if is_buyer(verdict.seen.heading) and held.used & PERSON and not held.figures:
        return True
    if friend is C.DISPATCH:
        return held.personal or held.cells.share(T.MONEY) >= MOSTLY or bool(sense.concepts & _SENT_TO)
    if C.PACKING in sense.concepts:
        if C.GARMENT in sense.concepts:
            return held.personal  # socks by the pack
        bundle = _BUNDLE.match(fold(verdict.seen.heading)) and held.few
        return held.personal or (not bundle and (held.figures or held.cells.share(T.CODE) >= MOSTLY))
    if friend in _OPEN or C.NICKNAME in sense.concepts:
        if sense.concepts & OF_A_GARMENT:
            return False  # initials of a garment: whether they are printed, nobody says
        return C.NICKNAME in sense.concepts and (
            M.NAME in held.used or bool(_MIDDLE.search(fold(verdict.seen.heading)))
        )
    if friend is C.FORMER and NUMBERS & sense.concepts and M.NUMBER in held.used:
        return True  # in rows without a new one it is asked about (`stands_in`)
    if friend is C.FORMER and any(map(_begins_with_a_mark, held.values)):
        return bool(sense.concepts & {C.CLUB, C.TEAM, C.MEMBER})  # keeps the old one: x
    if friend in FOREIGN:
        return not _is_of_a_garment(sense) or bool(sense.concepts & _WHATEVER_OF)
    if NUMBERS & sense.concepts and M.NUMBER in held.used and held.numbers and says_wished(verdict.seen.heading):
        return True  # the number given stands in another column
    if is_body_height(held.cells) and sense.concepts <= {C.HEIGHT_OR_SIZE, C.SIZE, C.PLAYER}:
        return True
    best = sense.likeliest
    known = (
        fold(verdict.seen.heading) in _ALONE
        or best in _ORGANIZED
        or (best is M.IGNORED and sense.points[best] >= SHORT_FORM)
    )
    return known or C.NATION in sense.concepts


def _is_of_a_garment(sense: HeadingSense) -> bool:
    """Whether words of goods stand in it; home and away are where games are played that somebody is driven to."""
    driven = C.PRESENCE in sense.concepts and sense.concepts.isdisjoint(NUMBERS | {C.NAME})
    return bool((sense.concepts & OF_A_GARMENT) - ({C.VARIANT} if driven else set()))


def _would_be_ordered(sense: HeadingSense, held: Held, heading: str) -> bool:
    """Whether the cells are such as are ordered, or not such as the heading says: it alone cannot rule it out."""
    if sense.false_friend in (C.BODY, C.AGE) and not held.measured:
        return True  # a length that is long
    if sense.false_friend is C.CONTACT and fold(heading) == "zip" and not held.measured:
        return True  # of a jacket: full, half
    if fold(heading) in _WORN_TOO and not held.statistics and (M.QUANTITY in held.used or held.few_each):
        return True
    if _shows_sizes(sense, held) or _shows_numbers(sense, held, heading):
        return True
    tall = held.cells.share(T.HEIGHT) >= MOSTLY
    if held.sizes and not tall and C.PERSONAL not in sense.concepts and M.SIZE not in held.used:
        return True
    if (
        held.numbers
        and M.NUMBER not in held.used
        and (sense.false_friend in (C.FORMER, C.PLAY) or M.NUMBER in sense.points)
    ):
        return bool(NUMBERS & sense.concepts)
    # A remark that is told in words is shown at its row (`check.remarks`): it orders nothing by itself, as `extra Hose` would.
    return held.garments and (C.REMARK not in sense.concepts or held.terse)


def _shows_sizes(sense: HeadingSense, held: Held) -> bool:
    """Whether sizes stand there, of whatever it is: M and L may be many things, S, M and L are sizes."""
    if len({value.upper() for value in held.values} & _LETTERS) >= _CLEARLY_SIZES:
        return True
    if held.bare_sizes and (M.SIZE not in held.used or C.PERSONAL not in sense.concepts):
        return sense.false_friend not in _SAID_IN_LETTERS
    return held.lettered_sizes or (held.plain_sizes and sense.false_friend not in _MEASURED)


def _shows_numbers(sense: HeadingSense, held: Held, heading: str) -> bool:
    """Whether numbers to wear stand there, no two alike, where no other column has any and the heading counts nothing."""
    if M.NUMBER in held.used or not held.worn_numbers or held.statistics or says(heading, _NUMBERED):
        return False
    listed = sense.false_friend is C.IDENTITY and bool(NUMBERS & sense.concepts) and C.MEMBER not in sense.concepts
    return listed or sense.false_friend in _SAID_IN_WORDS or says(heading, _PLACES)

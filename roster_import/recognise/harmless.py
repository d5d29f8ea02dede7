"""Columns that are certainly no part of an order, by heading and cells together: contact, payment, games, row numbers.

A heading that is known to be none counts as far as the cells agree with it: a title, a size or a number to wear beneath is asked
about all the same (`fates`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.model.layout import PERSON, Meaning
from roster_import.recognise.answers import OF_A_GARMENT
from roster_import.recognise.cell_kinds import Trait, traits
from roster_import.recognise.cell_words import tell_of_lives
from roster_import.recognise.colours import colour_of
from roster_import.recognise.column_profile import is_body_height, may_be_sizes_by_fives, runs_with_gaps, tell_of_games
from roster_import.recognise.contents import MOSTLY, Held
from roster_import.recognise.headings import OUTRIGHT, SHORT_FORM
from roster_import.recognise.keepers import heads_keepers
from roster_import.recognise.legends import is_legend
from roster_import.recognise.lone_headings import is_buyer, is_score
from roster_import.recognise.order_phrases import ALREADY, ELSEWHERE, EXTRA, ORDERS, SIGNED_OFF, STOPPED, says
from roster_import.recognise.plain_contents import are_attended, is_of_people
from roster_import.recognise.statuses import are_of_members, chooses_nobody
from roster_import.recognise.tokens import fold, take_apart
from roster_import.recognise.touches_goods import touches_goods
from roster_import.recognise.whereabouts import is_printed_there
from roster_import.recognise.which_of_several import only_second, says_wished
from roster_import.recognise.words import FOREIGN, NUMBERS, WORN, Concept

if TYPE_CHECKING:
    from roster_import.recognise.headings import HeadingSense
    from roster_import.recognise.verdicts import Verdict

C, M, T = Concept, Meaning, Trait

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
_SAID_IN_LETTERS = frozenset(
    {C.PLAY, C.STANDING, C.MEMBERSHIP, C.OFFICE, C.PRESENCE, C.PAID, C.BODY, C.PACKING, C.SUMMARY}
)
_MEASURED = frozenset({C.BODY, C.PAID, C.PACKING, C.SUMMARY, C.ROW_NUMBER})
_SAID_IN_WORDS = frozenset(
    {C.PERSONAL, C.GUARDIAN, C.CONTACT, C.REMARK, C.HEALTH, C.PERMISSION, C.OFFICE, C.READING}
)  # and not in numbers below a hundred
NUMBERED = """
    class classe clase klass klasse klas klasa trida luokka sinif grade year trin arskurs arstrin leerjaar curso ano anno annee
    rocnik rok zip plz postnr huisnr hausnr hausnummer husnr housenumber house_number numero_civico group form course house
    schuljahr schulstufe jahrgangsstufe 学年 年级 年級 組 학년 반
"""
"""Words beside which a small number is that of a class, a year or a house."""
_PLACES = """
    position positions pos pozycja pozice positie posicion posicao posizione posisjon mevki mevkii pelipaikka ruolo ポジション
    포지션 位置
"""
_LETTERS = frozenset(["XXS", "XS", "S", "M", "L", "XL", "XXL", "2XL", "3XL"])
_CLEARLY_SIZES = 3
_MOST_EACH = 6  # pieces
_LEGS_TEXT = "leg legs etappe etape etapa etap tappa stracka strekning osuus stint lap 区間 棒"
_LEGS = frozenset(_LEGS_TEXT.split())
_ALONE = frozenset({"by"})  # where they live, which says nothing in any other heading (da, no)
_WORN_TOO = frozenset({"cap", "caps"})  # of a player's record, and on heads
_PLAYED = frozenset({C.PLAY, C.OFFICE})
_ASIDE = re.compile(r"\(([^()]*)\)")  # Paid (order only if yes)
_ALSO_WORN = frozenset({"zip", "sala", "saly"})  # a jacket that has one; a room, and a scarf in Czech
_OF_NO_PLAYER = frozenset({"non player", "nonplayer", "not a player", "is staff", "staff"})  # a no is of a player
_APPROVED_WORDS = """
    approved accepted genehmigt godkendt godkjent godkand goedgekeurd valide approuve aprobado approvato aprovado zatwierdzone
    schvaleno hyvaksytty onaylandi
"""
_APPROVED = frozenset(_APPROVED_WORDS.split())
_NO = frozenset(["no", "n", "false", "nein", "nej", "nei", "nee", "non"])
_CURRENCY = re.compile(r"[€$£¥₺₩]|\b(?:eur|dkk|nok|sek|chf|usd|gbp|pln|czk|huf)\b", re.IGNORECASE)
_RECEIVED = """
    received rec recd recvd erhalten eingegangen modtaget mottatt mottaget fatt ontvangen recu recus recue recibido recibida
    ricevuto ricevuti recebido otrzymano wplynelo prijato doslo saatu alindi
"""
_SIGNED = re.compile(r"initials?\s*\(")  # of who agrees to something
_OPTED_OUT = "opt_out opted_out opts_out"
_ALSO_OF_ROWS = frozenset({"nb"})  # how many, in French, and in what programs write the number of the row
_BECOMES = re.compile(r"\d\s*(?:[-=]+>|→)\s*\d")
_HALF = 0.5


def is_no_part(verdict: Verdict, held: Held) -> bool:
    """Whether it is certain, by heading and cells, that nothing is ordered by the column."""
    sense, heading = verdict.seen.sense, verdict.seen.heading
    if _may_change_the_order(verdict, held):
        return False
    if are_attended(held):
        return True
    if touches_goods(heading, sense, held):
        if sense.false_friend is C.HEALTH and tell_of_lives(held, ()):
            return True  # an inhaler in the kit bag
        return held.personal and sense.false_friend is not C.CONTACT
    if _CURRENCY.search(heading) and says(heading, _RECEIVED):
        return True
    if T.DATE in traits(heading) and not held.sizes:
        return True  # who came on that day
    if held.marks:
        word = fold(heading).strip(" .?")
        if word in _APPROVED and (len(held.values) > 1 or held.cells.filled < held.rows):
            return False  # by the club, before it orders
        players = word in _OF_NO_PLAYER and {fold(value) for value in held.values} <= _NO
        return held.keepers or players or _is_marked_by_nature(sense, heading)
    if counts_rows(verdict, held) or _tells_of_something_else(verdict, held):
        return True
    if sense.false_friend is C.STANDING:
        return chooses_nobody(held) or held.personal
    if _is_harmless(verdict, held):
        return not _would_be_ordered(sense, held, heading)
    if NUMBERS & sense.concepts and held.cells.share(T.LARGE) >= MOSTLY:
        return not sense.concepts & OF_A_GARMENT  # nobody wears 104522
    return _is_none_by_its_cells(verdict, held)


def _may_change_the_order(verdict: Verdict, held: Held) -> bool:
    """Whether what stands there may change the order whatever word is in its heading."""
    sense, heading = verdict.seen.sense, verdict.seen.heading
    if held.titles or is_printed_there(heading, held.values):
        return True
    if _stops_a_few(held) and sense.false_friend is not C.REMARK:
        return True  # a remark is shown at its row
    if sense.concepts & _PLAYED and any(map(_is_marked_with_a_colour, held.values)):
        return True  # in goal: ja, gul
    if NUMBERS & sense.concepts and any(map(_BECOMES.search, held.values)):
        return True  # what a number becomes: 7 -> 10
    if held.marks:
        return says(heading, f"{SIGNED_OFF} {_OPTED_OUT}") or any(
            says(aside, ORDERS) for aside in _ASIDE.findall(heading)
        )
    return (
        sense.false_friend is C.GUARDIAN and held.counts and M.QUANTITY in held.used
    )  # Antal børn beside Antal voksne


def _tells_of_something_else(verdict: Verdict, held: Held) -> bool:
    """Whether it is of a relay, of games, or of a size that was given up for the one in another column."""
    sense = verdict.seen.sense
    if fold(verdict.seen.heading).strip(" .#") in _LEGS and held.counts and held.cells.distinct <= _HALF:
        return True
    if sense.false_friend is C.FORMER and C.SIZE in sense.concepts and M.SIZE in held.used:
        return True
    return tell_of_games(held.cells) and sense.concepts.isdisjoint(WORN)


def _is_none_by_its_cells(verdict: Verdict, held: Held) -> bool:
    """Whether the cells tell that it is none: amounts, roles, scores, states of members, what is nobody's but a person's."""
    sense, heading = verdict.seen.sense, verdict.seen.heading
    if held.figures and _CURRENCY.search(heading):
        return True
    if not sense.known and sum(held.cells.words.get(each, 0.0) for each in (C.PLAYER, C.GUARDIAN, C.OFFICE)) >= MOSTLY:
        return True  # what somebody is to the team: player, coach
    if held.scores and is_score(heading) and (held.figures or held.counts):
        return True
    if not sense.known and held.figures and (held.statistics or set(held.cells.integers) == {0}):
        return True
    unknown = not sense.known or sense.concepts == {C.CHILD_SIZES}  # mens. set., paid in September
    if unknown and (held.hands or are_of_members(held) or is_of_people(held)):
        return not says(heading, f"{ORDERS} {ALREADY} {EXTRA} {ELSEWHERE}")
    return is_legend(heading, held) or held.personal or (not heading and held.scribbled)


def _stops_a_few(held: Held) -> bool:
    """Whether a few rows are told to wait, whatever the reason above it is: hold."""
    few = held.cells.filled < _HALF * held.rows
    return few and any(says(value, STOPPED) for value in held.values)


def counts_rows(verdict: Verdict, held: Held) -> bool:
    """Whether it counts the rows; how many are wanted may go up one by one, too, so that a person must say."""
    sense = verdict.seen.sense
    many = (
        sense.points.get(M.QUANTITY, 0.0) > SHORT_FORM and fold(verdict.seen.heading).strip(" .") not in _ALSO_OF_ROWS
    )
    return (held.cells.counter or _counts_with_gaps(sense, held)) and not many and not wishes(sense)


def _counts_with_gaps(sense: HeadingSense, held: Held) -> bool:
    """Whether a bare word for numbers counts the rows, of which some were deleted, beside the numbers to wear."""
    bare = sense.concepts <= NUMBERS and 0.0 < sense.points.get(M.NUMBER, 0.0) < OUTRIGHT and M.NUMBER in held.used
    return bare and runs_with_gaps(held.cells)


def _is_marked_by_nature(sense: HeadingSense, heading: str) -> bool:
    """Whether a yes is at home under the heading, as under the flags that a program exports: isActive, Is coach."""
    about = _is_of_a_garment(sense)
    if sense.false_friend is C.OFFICE and take_apart(heading).unknown:
        return False  # a captain's armband
    if sense.false_friend is C.DATE and take_apart(heading).unknown:
        return False  # something of an anniversary
    if fold(heading) in _ALSO_WORN:
        return False
    flag = bool(_FLAG.match(heading)) and not heads_keepers(heading)
    return (flag or bool(sense.concepts & _MARKED_BY_NATURE)) and (not about or bool(sense.concepts & _WHATEVER_OF))


def _is_marked_with_a_colour(value: str) -> bool:
    return begins_with_a_mark(value) and any(map(colour_of, re.findall(r"[^\W\d_]+", value)))


def begins_with_a_mark(value: str) -> bool:
    """Whether a yes, a no or a cross stands there, whatever follows it."""
    return not traits(re.split(r"[\s,(]", value, maxsplit=1)[0]).isdisjoint({T.MARK, T.YES_NO})


def wishes(sense: HeadingSense) -> bool:
    """Whether it says that something is wished for."""
    return C.RESERVED in sense.concepts


def _is_harmless(verdict: Verdict, held: Held) -> bool:
    """Whether the heading is known to be no part of an order."""
    sense, friend = verdict.seen.sense, verdict.seen.sense.false_friend
    if friend is C.RESERVED:
        return _is_behind_a_first(verdict, held)
    if friend is C.SUMMARY:
        return verdict.sums or bool(held.used & {M.QUANTITY, M.PRICE}) or not held.counts or held.statistics
    if {C.NICKNAME, C.PRINT} <= sense.concepts:
        return False  # which of two is printed, a person must say
    if is_buyer(verdict.seen.heading) and held.used & PERSON and not held.figures:
        return True
    if friend is C.DISPATCH:
        return held.personal or held.cells.share(T.MONEY) >= MOSTLY or bool(sense.concepts & _SENT_TO)
    if C.PACKING in sense.concepts:
        return held.personal or _is_packed(verdict, held)
    if friend in _OPEN or C.NICKNAME in sense.concepts:
        return _is_nobodys_print(verdict, held)
    if friend is C.FORMER and NUMBERS & sense.concepts and M.NUMBER in held.used:
        return True  # in rows without a new one it is asked about (`stands_in`)
    if friend is C.FORMER and any(map(begins_with_a_mark, held.values)):
        of_club = bool(sense.concepts & {C.CLUB, C.TEAM, C.MEMBER})
        return of_club and not says(verdict.seen.heading, ALREADY)  # keeps the old one: x
    if friend in FOREIGN:
        return not _is_of_a_garment(sense) or _is_none_whatever_of(sense, held)
    return _is_known_to_be_none(verdict, held)


def _is_none_whatever_of(sense: HeadingSense, held: Held) -> bool:
    """Whether it is no part of an order even of a garment: `kit deposit`; an address of the team only where one stands there."""
    reached = held.personal or held.names
    return bool(sense.concepts & (_WHATEVER_OF if reached else _WHATEVER_OF - {C.CONTACT}))


def _is_behind_a_first(verdict: Verdict, held: Held) -> bool:
    """Whether a second choice stands behind a first, of a number or a size; a second number is of whatever it is."""
    numbers = held.numbers and (bool(NUMBERS & verdict.seen.sense.concepts) or not held.few)
    chosen = (M.NUMBER in held.used and numbers) or (M.SIZE in held.used and held.sizes)
    return chosen and not only_second(verdict.seen.heading)


def _is_packed(verdict: Verdict, held: Held) -> bool:
    """Whether it says which carton things lie in, and not which bundle somebody wants, or socks by the pack."""
    bundle = _BUNDLE.match(fold(verdict.seen.heading)) and held.few
    of_goods = C.GARMENT in verdict.seen.sense.concepts or bool(bundle)
    return not of_goods and (held.figures or held.cells.share(T.CODE) >= MOSTLY)


def _is_nobodys_print(verdict: Verdict, held: Held) -> bool:
    """Whether it is a nickname beside the names to print, or a signature; initials of a garment may be printed."""
    concepts = verdict.seen.sense.concepts
    if C.NICKNAME not in concepts or concepts & OF_A_GARMENT:
        return False
    if (
        C.INITIALS in concepts
        and held.cells.filled > _HALF * held.rows
        and not _SIGNED.search(fold(verdict.seen.heading))
    ):
        return False  # of nearly everybody: they may be for the tracksuit
    return M.NAME in held.used or bool(_SIGNED.search(fold(verdict.seen.heading)))


def _is_known_to_be_none(verdict: Verdict, held: Held) -> bool:
    """Whether a heading that may be of an order is of none beside these: a wish beside the number given, how tall they are."""
    sense, heading = verdict.seen.sense, verdict.seen.heading
    if NUMBERS & sense.concepts and M.NUMBER in held.used and held.numbers and says_wished(heading):
        return True  # the number given stands in another column
    by_fives = C.SIZE in sense.concepts and may_be_sizes_by_fives(held.cells)
    if is_body_height(held.cells) and not by_fives and sense.concepts <= {C.HEIGHT_OR_SIZE, C.SIZE, C.PLAYER}:
        return True
    best = sense.likeliest
    ignored = best is M.IGNORED and sense.points[best] >= SHORT_FORM
    return fold(heading) in _ALONE or best in _ORGANIZED or ignored or C.NATION in sense.concepts


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
    if fold(heading) in _WORN_TOO and not held.statistics and _may_be_pieces(held):
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


def _may_be_pieces(held: Held) -> bool:
    """Whether they may be how many each wants: one or two, a few where sizes are asked for, or beside other counts."""
    each = M.SIZE in held.used and held.counts and max(held.cells.integers, default=0) <= _MOST_EACH
    return M.QUANTITY in held.used or held.few_each or each


def _shows_sizes(sense: HeadingSense, held: Held) -> bool:
    """Whether sizes stand there, of whatever it is: M and L may be many things, S, M and L are sizes."""
    if len({value.upper() for value in held.values} & _LETTERS) >= _CLEARLY_SIZES:
        return True
    if held.bare_sizes and (M.SIZE not in held.used or C.PERSONAL not in sense.concepts):
        return sense.false_friend not in _SAID_IN_LETTERS
    return held.lettered_sizes or (held.plain_sizes and sense.false_friend not in _MEASURED)


def _shows_numbers(sense: HeadingSense, held: Held, heading: str) -> bool:
    """Whether numbers to wear stand there, no two alike, where no other column has any and the heading counts nothing."""
    if M.NUMBER in held.used or not held.worn_numbers or held.statistics or says(heading, NUMBERED):
        return False
    listed = sense.false_friend is C.IDENTITY and bool(NUMBERS & sense.concepts) and C.MEMBER not in sense.concepts
    return listed or sense.false_friend in _SAID_IN_WORDS or says(heading, _PLACES)

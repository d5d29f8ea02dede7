"""What a column that nobody knows may mean, by its heading and its cells: the answers, and the words of the question."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from roster_import.language.messages import listed, say
from roster_import.model.layout import PERSON, Candidate, Fate, Meaning
from roster_import.recognise.column_profile import says_for_whom
from roster_import.recognise.east_asian import holds_sign
from roster_import.recognise.headings import SHORT_FORM
from roster_import.recognise.labelled_parts import holds_parts
from roster_import.recognise.order_words import asks_otherwise
from roster_import.recognise.tokens import fold
from roster_import.recognise.vocabulary import VOCABULARIES
from roster_import.recognise.words import FOREIGN, WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.recognise.contents import Held
    from roster_import.recognise.verdicts import Verdict

C, M = Concept, Meaning
OF_A_GARMENT = frozenset(
    {C.GARMENT, C.JERSEY, C.OUTFIT, C.SIZE, C.COLOUR, C.LOGO, C.PRINT, C.DESIGN, C.CUT, C.VARIANT, C.BACK}
)
"""Words of what is ordered: whatever stands beside them, it may change the order."""
_WORN = frozenset(WORN)
_OF_STATES = frozenset({C.STANDING, C.MEMBERSHIP, C.PRESENCE})
_OF_NUMBERS = frozenset({C.NUMBER, C.NUMBER_SIGN, C.JERSEY_NUMBER, C.RESERVED})

ORDERS = """
    order ordered orders need needs want wants wanted buy buys buying purchase purchased required bestil~ behov onsk~ skal
    mangler koeb kob kobe trenger bestall~ behover kopa bestell~ brauch~ benotig~ mochte kauf~ nodig wil kopen besteld
    command~ besoin veut souhait~ achet~ pedir pedid~ necesit~ quier~ desea comprar ordin~ serve servono vuole vuoi acquist~
    encomend~ precis~ quer deseja zamow~ zamaw~ potrzeb~ chce kupic kupuje objedn~ potreb~ koupit tila~ tarvi~ halua~ osta~
    siparis~ ihtiyac~ istiyor~ isteni~ lazim gerek~ alacak 注文 必要 購入 希望 주문 필요 구매 신청 订购 需要 购买 訂購
"""
ALREADY = """
    already has have had owns owned got existing available allerede har har_den besitter redan schon hat vorhanden bereits
    besitzt alt altes heeft reeds bezit deja possede ya tiene posee gia possiede ha possui ja_tem juz ma posiada uz vlastni
    jo on_jo omistaa zaten var mevcut 所持 済み 持って 既に 이미 보유 있음 已有 已经 有无
"""
EXTRA = """
    extra extras additional spare ekstra zusatz~ zusaetz~ wechsel~ supplement~ additionnel~ adicional~ aggiuntiv~ suppletiv~
    dodatkow~ navic lisa~ ylimaara~ ek ilave yedek 追加 予備 추가 여분 额外 备用 加購
"""
UNDONE = """
    returned return returns refund refunded refunds cancelled canceled cancellation retur~ retour~ rendu~ annul~ ruckgab~
    rueckgab~ zuruckgegeb~ zuruckgesch~ rucksend~ storn~ erstatt~ rembours~ devuel~ devoluc~ devolv~ reembols~ cancelad~ reso
    resi restitu~ rimbors~ zwrot~ zwroc~ anulow~ vracen~ zrusen~ palaut~ perut~ hyvit~ iade iptal refusion~ refunder~
    terugbetaald 返品 返金 キャンセル 반품 환불 취소 退货 退款 取消
"""

ELSEWHERE = """
    sleeve~ armel~ aermel~ aerme~ erme ermer arm arms manche manches manga mangas manica maniche mouw~ rekaw~ rukav~ hiha~ kol
    chest brust~ bryst~ brost~ borst~ poitrine pecho petto peito piers~ hrud~ rinta~ gogus~ collar kragen krave krage
    front~ vorne vorderseite forside~ framsida~ voorkant devant frente fronte przod predni leg legs bein ben been jambe pierna
    gamba perna 袖 胸 前面 소매 가슴 앞면
"""


ORDERS += " ".join(vocabulary.orders for vocabulary in VOCABULARIES)
ALREADY += " ".join(vocabulary.already for vocabulary in VOCABULARIES)


def asked_about(verdict: Verdict, held: Held) -> Verdict:
    """The verdict with the question: the answers that make sense for what stands in the column, the likeliest first."""
    chooses = _may_choose(verdict, held)
    return replace(
        verdict, fate=Fate.ASKED, answers=_answers(verdict, held), held=_in_words(verdict, held), chooses=chooses
    )


def _may_choose(verdict: Verdict, held: Held) -> bool:
    """Whether what stands there may say of some rows that they are not to be ordered: cancelled, has one already."""
    said = says(verdict.seen.heading, f"{UNDONE} {ALREADY} {ORDERS}") or verdict.seen.sense.false_friend in _OF_STATES
    return said or any(map(asks_otherwise, held.values))


def _answers(verdict: Verdict, held: Held) -> tuple[Candidate, ...]:
    unsaid = verdict.meaning in (M.IGNORED, M.ORDER) or (verdict.meaning is M.LOGO and held.marks)
    own = () if unsaid else (Candidate(meaning=verdict.meaning, of=verdict.of),)
    likely = [
        each for each in _likely(verdict, held) if each.meaning is not M.QUANTITY or verdict.meaning is not M.QUANTITY
    ]
    marked = any(each.meaning is M.DESIGN and each.of for each in likely)
    own = () if marked and verdict.meaning is M.DESIGN else own  # the garment of the mark is said already
    return tuple(dict.fromkeys((*likely, *own, *_said(verdict, held), Candidate(meaning=M.IGNORED))))


def _said(verdict: Verdict, held: Held) -> Iterator[Candidate]:
    """What its heading or its cells say for the most part: the number, also with a slip or beside another; the name."""
    concepts = verdict.seen.sense.concepts
    if held.mostly_numbers if concepts & _OF_NUMBERS else held.numbers and not held.few:
        yield Candidate(meaning=M.NUMBER)
    if concepts & {C.INITIALS, C.NICKNAME, C.PRINT, C.BACK} and held.names and M.NAME not in held.used:
        yield Candidate(meaning=M.NAME)


def _likely(verdict: Verdict, held: Held) -> tuple[Candidate, ...]:
    """What the cells could mean, the likeliest first."""
    heading, sense = verdict.seen.heading, verdict.seen.sense
    if holds_parts(held.values):
        return (Candidate(meaning=M.PARTS),)
    if held.titles or (held.garments and not held.marks):
        return (Candidate(meaning=M.DESIGN),)
    if held.marks or held.marked_mostly:
        return _choices(heading, of_print=bool(sense.concepts & _OF_PRINT))
    if held.sizes or held.plain_sizes or held.bare_sizes:
        return (Candidate(meaning=M.SIZE, of=heading or None if M.SIZE in held.used else None),)
    if held.numbers:
        worn = bool(sense.concepts & _OF_NUMBERS)
        return _numbers(heading or None, held, worn=worn)
    if sense.false_friend is C.STANDING or _holds_slips(verdict, held):
        return ()
    if held.names and held.rows >= _FEW_ROWS and not sense.concepts & OF_A_GARMENT:
        print_ = () if M.NAME in held.used else (Candidate(meaning=M.NAME),)
        return (*print_, *(() if held.used & PERSON else (Candidate(meaning=M.PLAYER),)))
    if held.figures and sense.concepts & _WORN:
        return (Candidate(meaning=M.SIZE, of=heading or None),)
    designed = M.DESIGN in held.used and sense.points.get(M.DESIGN, 0.0) < SHORT_FORM
    return () if designed else (Candidate(meaning=M.DESIGN),)


def _holds_slips(verdict: Verdict, held: Held) -> bool:
    """Whether they are numbers to wear but for a slip: 7, 12, 1O."""
    return bool(verdict.seen.sense.concepts & _OF_NUMBERS) and held.mostly_numbers


def _numbers(of: str | None, held: Held, *, worn: bool) -> tuple[Candidate, ...]:
    """What small numbers can be; under a word for numbers they are not how many."""
    number = () if M.NUMBER in held.used else (Candidate(meaning=M.NUMBER),)
    if worn or not held.counts:
        return number
    return (*number, Candidate(meaning=M.QUANTITY, of=of if M.DESIGN in held.used or M.QUANTITY in held.used else None))


_OF_PRINT = frozenset({C.NAME, C.PRINT, C.BACK, C.NICKNAME})


def _choices(heading: str, *, of_print: bool) -> tuple[Candidate, ...]:
    """What a mark can say: that the row is ordered, that it is not, that its name is printed, or the garment in the heading."""
    order, skip = Candidate(meaning=M.ORDER_IF_YES), Candidate(meaning=M.SKIP_IF_YES)
    if of_print:
        return (Candidate(meaning=M.NAME_IF_YES), order, skip)
    garment = (Candidate(meaning=M.DESIGN, of=heading),) if heading else ()
    if says(heading, ALREADY):
        return (skip, order)
    return (order, skip) if says(heading, ORDERS) or not heading else (*garment, order, skip)


def says(heading: str, words: str) -> bool:
    """Whether a word or phrase of the heading is one of these; `~` stands for any ending, `_` for a blank.

    Chinese, Japanese and Korean words stand anywhere: nothing divides them.
    """
    said = re.findall(r"[^\W_]+", fold(heading))
    whole, listed_words = f"_{'_'.join(said)}_", _listed(words)
    return (
        any(f"_{word}_" in whole for word in listed_words.whole)
        or any(word.startswith(listed_words.stems) for word in said)
        or any(sign in whole for sign in listed_words.signs)
    )


class _Listed(NamedTuple):
    whole: tuple[str, ...]
    stems: tuple[str, ...]
    signs: tuple[str, ...]


@cache
def _listed(words: str) -> _Listed:
    every = words.split()
    signs = tuple(word for word in every if holds_sign(word))
    stems = tuple(word.removesuffix("~") for word in every if word.endswith("~"))
    return _Listed(whole=tuple(word for word in every if not word.endswith("~")), stems=stems, signs=signs)


_SAMPLES = 3
_FEW_ROWS = 3
_SHOWN = 24  # characters of a value


def _in_words(verdict: Verdict, held: Held) -> str:
    """What stands in the column, none of it where it may be a person's."""
    if (
        not held.titles
        and not held.marks
        and not held.plain_sizes
        and not (verdict.seen.sense.false_friend is C.CUT and says_for_whom(held.cells))
        and verdict.seen.sense.false_friend is not C.STANDING
        and C.COLOUR not in verdict.seen.sense.concepts
        and (held.names or held.personal or verdict.seen.sense.false_friend in _HIDDEN)
    ):
        return say("names") if held.names and not held.garments else say("texts of its own")
    shown = [value if len(value) <= _SHOWN else value[:_SHOWN].rstrip() + "…" for value in held.values[:_SAMPLES]]
    return listed([say("{name!r}", name=value) for value in shown])


_HIDDEN = FOREIGN - {C.CUT, C.RESERVED, C.SUMMARY, C.STANDING, C.PACKING, C.DISPATCH, C.PLAY, C.AGE}

"""The fate of every column that is filled: used, known to be no part of an order, or asked about. There is no fourth.

What nobody knows is asked, and so is what would be ordered if only the heading said so: a mark, a title of the catalogue, a
size, a number to wear. A heading that is known to be no part of an order counts as far as the cells agree with it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.language.messages import listed, say
from roster_import.model.layout import Candidate, Fate, Meaning
from roster_import.recognise.column_profile import Profile, Trait, is_body_height, is_counter, is_marked, profile
from roster_import.recognise.headings import SHORT_FORM
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import FOREIGN, Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from roster_import.model.workbook import Sheet
    from roster_import.recognise.headings import HeadingSense
    from roster_import.recognise.verdicts import Verdict

C, M, T = Concept, Meaning, Trait

# ------------------------------------------------------------------------------------------------------ what headings say

# Of these a yes or an x says nothing that is ordered: paid, may be photographed, comes to the training camp.
_MARKED_BY_NATURE = frozenset(
    {
        C.PAID,
        C.PERMISSION,
        C.HEALTH,
        C.MEMBERSHIP,
        C.PRESENCE,
        C.OFFICE,
        C.IDENTITY,
        C.PERSONAL,
        C.CONTACT,
        C.DATE,
        C.AGE,
    }
)
# What these say is no part of an order, even of a garment: `shirt paid`, `kit deposit`, `e-mail of the team`.
_WHATEVER_OF = frozenset({C.PAID, C.CONTACT, C.REMARK, C.READING, C.ROW_NUMBER, C.PERMISSION, C.PACKING})
_OF_A_GARMENT = frozenset(
    {C.GARMENT, C.JERSEY, C.OUTFIT, C.SIZE, C.COLOUR, C.LOGO, C.PRINT, C.DESIGN, C.CUT, C.VARIANT, C.BACK}
)
_NUMBERS = frozenset({C.NUMBER, C.NUMBER_SIGN, C.JERSEY_NUMBER})
_OPEN = frozenset({C.CUT, C.RESERVED, C.NICKNAME, C.SUMMARY, C.STANDING})  # foreign words that may be about the order
_ORGANIZED = frozenset({M.TEAM, M.PRICE})  # known, and no garment is lost with a second one of it
_FLAG = re.compile(r"[iI]s(?:[ _]|(?=[A-Z]))")
_KEEPER = re.compile(r"keep|\bgk\b|torw|goalie")
_MIDDLE = re.compile(
    r"middle|mellem|mellom|maiden|initials?\s*\(|mittelname|zweiter vorname|deuxieme prenom|segundo nombre"
)
_STATES = """
    active inactive aktiv inaktiv aktivt aktiva aktive passiv passive passiva actif inactif actief inactief activo activa
    inactivo baja alta attivo attiva inattivo ativo ativa inativo aktywny aktywna nieaktywny aktivni neaktivni aktiivinen
    passiivinen aktif pasif member guest trial honorary injured verletzt skadet student full regular mitglied gast probe
    ehrenmitglied medlem gaest aloittaja 在籍 休会 退会 在籍中 정회원 휴면 활동 正常 现役
"""
_MEMBERS_ARE = frozenset(_STATES.split())
_ORDERS = """
    order ordered orders need needs want wants wanted buy buys buying purchase purchased required bestil~ behov onsk~ skal
    mangler koeb kob kobe trenger bestall~ behover kopa bestell~ brauch~ benotig~ mochte kauf~ nodig wil kopen besteld
    command~ besoin veut souhait~ achet~ pedir pedid~ necesit~ quier~ desea comprar ordin~ serve servono vuole vuoi acquist~
    encomend~ precis~ quer deseja zamow~ zamaw~ potrzeb~ chce kupic kupuje objedn~ potreb~ koupit tila~ tarvi~ halua~ osta~
    siparis~ ihtiyac~ istiyor~ isteni~ lazim gerek~ alacak 注文 必要 購入 希望 주문 필요 구매 신청 订购 需要 购买 訂購
"""
_ALREADY = """
    already has have had owns owned got existing available allerede har har_den besitter redan schon hat vorhanden bereits
    besitzt alt altes heeft reeds bezit deja possede ya tiene posee gia possiede ha possui ja_tem juz ma posiada uz vlastni
    jo on_jo omistaa zaten var mevcut 所持 済み 持って 既に 이미 보유 있음 已有 已经 有无
"""
_EXTRA = """
    extra extras additional spare ekstra zusatz~ zusaetz~ wechsel~ supplement~ additionnel~ adicional~ aggiuntiv~ suppletiv~
    dodatkow~ navic lisa~ ylimaara~ ek ilave yedek 追加 予備 추가 여분 额外 备用 加購
"""

# -------------------------------------------------------------------------------------------------------- what cells hold

_LOOKED_AT = 200  # different values of a column
_NEARLY_ALL = 0.8
_MOSTLY = 0.7
_HALF = 0.5
_FEWEST = 3
_PERSONAL = re.compile(
    r"""[^@\s]+@[^@\s]+\.[^@\s]+                                             # e-mail
    | (?:https?://|www\.)\S+ | @[\w.]{3,}                                    # address of a page, account
    | \+?[\d\s()/.\-]{7,}                                                    # phone
    | [A-Z]{2}\d{2}(?:\s?[0-9A-Z]{4}){2,7}(?:\s?[0-9A-Z]{1,4})?              # IBAN
    | \d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T\s].*)? | \d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{4}(?:[,\s].*)?  # date, time stamp
    | \d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?:[,\s].*)?
    | \d{1,2}\.?[\s\-][^\W\d_]{3,9}\.?[\s\-,]+\d{2,4} | [^\W\d_]{3,9}\.?\s\d{1,2},?\s\d{4}
    | \d{4}\s?[年년]\s?\d{1,2}\s?[月월].* | \d{4}\.\s\d{1,2}\.\s\d{1,2}\.?
    | \d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?                     # time of day
    | (?:19[3-9]\d|20[0-3]\d)                                                # year
    | (?:[€$£]|kr\.?|dkk|eur|sek|nok|chf|pln|czk|try)\s?\d[\d.,]* | \d[\d.,\s]*\s?(?:[€$£₺]|kr\.?|dkk|eur|sek|nok|chf|zł|kč|,-)
    | \d{4,5}\s?[A-Z]{0,2},?\s[^\W\d_]{3,}[^\d]{0,30} | \d{2}-\d{3}(?:\s.{3,30})? | 〒?\d{3}-\d{4}  # postal code
    """,
    re.IGNORECASE | re.VERBOSE,
)
_STREET = re.compile(
    r"[^\d]{0,40}(?:str(?:\.|asse|aße)|weg|platz|allee|gasse|vej|gade|vei|veien|gata|gatan|vägen|straat|laan|street|road|lane|"
    r"avenue|drive|rue|calle|via|rua|ul\.|ulica|ulice|katu|tie|sokak|cadde|caddesi|丁目|番地|로|길)[^\d]{0,30}\s?\d{1,4}\s?\w?(?:,.*)?|"
    r"\d{1,4}[,\s]+[^\d]{0,30}(?:street|road|lane|avenue|drive|rue|st\.?|rd\.?|ave\.?)\b.*",
    re.IGNORECASE,
)
_LONG_ID = re.compile(r"\d{5,}|(?=(?:.*\d){4})[A-Z]{0,4}[-/ ]?\d[\dA-Z]*(?:[-/.][\dA-Z]+){0,5}", re.IGNORECASE)
_STATISTICS = 3  # columns of figures: from here on a sheet tells of games
_NO_COUNT = 20  # nobody orders so many for one player
_FIGURE = re.compile(r"-?[0-9]{1,6}(?:[.,:][0-9]{1,4})?\s?%?")
_LONGEST = 60  # characters of a cell that could be one of these


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What stands under a heading in the rows of data, and what the other columns are used for."""

    cells: Profile
    values: tuple[str, ...]
    used: frozenset[Meaning]
    rows: int
    statistics: bool = False  # it stands among many columns of figures

    @property
    def titles(self) -> bool:
        """Whether most are titles of the catalogue."""
        return self.cells.catalogued >= _HALF

    @property
    def marks(self) -> bool:
        """Whether they only say yes or no."""
        return is_marked(self.cells)

    @property
    def sizes(self) -> bool:
        """Whether they are sizes whatever stands above."""
        letters = self.cells.share(T.LETTER_SIZE) >= _MOSTLY
        return letters and len(self.cells.values - {"M", "W", "F", "m", "w", "f"}) > 1

    @property
    def numbers(self) -> bool:
        """Whether they are numbers that one could wear: 0 to 99."""
        whole = self.cells.share(T.JERSEY) >= _NEARLY_ALL and bool(self.cells.integers)
        return whole and max(self.cells.integers) <= 99 and not self.cells.counter

    @property
    def figures(self) -> bool:
        """Whether they are figures of whatever kind."""
        return not self.cells.counter and sum(map(_is_figure, self.values)) >= _NEARLY_ALL * len(self.values)

    @property
    def scribbled(self) -> bool:
        """Whether it is a word here and there, as people write beside a table."""
        few = self.cells.filled * 3 <= self.rows or self.cells.share(T.PROSE) >= _MOSTLY
        return few and not (self.titles or self.marks or self.sizes or self.numbers or self.counts)

    @property
    def counts(self) -> bool:
        """Whether they are small whole numbers."""
        return self.cells.share(T.COUNT) >= _NEARLY_ALL

    @property
    def names(self) -> bool:
        """Whether they could be people's names."""
        written = sum(not value[:1].islower() for value in self.values) >= _MOSTLY * len(self.values)
        return written and self.cells.share(T.NAME) >= _MOSTLY and self.cells.distinct >= _HALF and not self.sizes

    @property
    def garments(self) -> bool:
        """Whether they speak of garments."""
        return self.cells.speaks_of(C.GARMENT, C.JERSEY, C.OUTFIT) >= _HALF

    @property
    def personal(self) -> bool:
        """Whether they are certainly a person's: addresses, dates, accounts, numbers by which somebody is known."""
        short = [unicodedata.normalize("NFKC", value) for value in self.values if len(value) <= _LONGEST]
        alike = sum(bool(_PERSONAL.fullmatch(value) or _STREET.fullmatch(value)) for value in short)
        if alike >= _NEARLY_ALL * len(self.values):
            return True
        ids = sum(bool(_LONG_ID.fullmatch(value)) for value in short)
        return ids >= _NEARLY_ALL * len(self.values) and self.cells.distinct >= 0.9 and self.cells.filled >= _FEWEST


def decide(
    verdicts: Sequence[Verdict], sheet: Sheet, rows: Sequence[int], catalogue: Collection[str]
) -> tuple[Verdict, ...]:
    """The verdicts with the fate of every column that is filled in these rows, the rows of data.

    A column that nobody knows carries the answers that make sense for what stands in it, the likeliest first.
    """
    used = frozenset(verdict.meaning for verdict in verdicts)
    texts = {v.seen.column: [sheet.text(row, v.seen.column) for row in rows] for v in verdicts if _is_open(v)}
    held = {column: _held(cells, used, catalogue) for column, cells in texts.items() if any(cells)}
    statistics = sum(_is_statistic(v, held[v.seen.column]) for v in verdicts if v.seen.column in held) >= _STATISTICS
    said = _Said(
        words=_words_of_persons(verdicts, sheet, rows), design=_cells_of(verdicts, M.DESIGN, sheet, rows), texts=texts
    )
    asked = {v.meaning for v in verdicts if v.ask}
    return tuple(
        _decided(v, replace(held[v.seen.column], statistics=statistics), said, asked) if v.seen.column in held else v
        for v in verdicts
    )


def _is_open(verdict: Verdict) -> bool:
    return not verdict.fixed and not verdict.ask


def _held(texts: Sequence[str], used: frozenset[Meaning], catalogue: Collection[str]) -> _Held:
    filled = list(filter(None, texts))
    return _Held(
        cells=profile(filled[: 10 * _LOOKED_AT], catalogue, runs=is_counter(filled)),
        values=tuple(dict.fromkeys(filled))[:_LOOKED_AT],
        used=used,
        rows=len(texts),
    )


def _is_statistic(verdict: Verdict, held: _Held) -> bool:
    """Whether it holds figures of a game or a body, or such as nobody orders."""
    if verdict.meaning is not M.IGNORED or not held.figures or verdict.seen.sense.concepts & _OF_A_GARMENT:
        return False
    return verdict.seen.sense.false_friend in (C.PLAY, C.BODY) or max(held.cells.integers, default=0) > _NO_COUNT


def _is_figure(text: str) -> bool:
    return bool(_FIGURE.fullmatch(text))


def _decided(verdict: Verdict, held: _Held, said: _Said, asked: Collection[Meaning]) -> Verdict:
    if not held.cells.filled:
        return verdict  # dashes
    if verdict.meaning is M.IGNORED:
        if verdict.seen.sense.points.keys() & asked:
            return replace(verdict, fate=Fate.ASKED)  # the answer about its rival is one about this one, too
        harmless = _is_no_part(verdict, held) or said.again(verdict, held)
        return replace(verdict, fate=Fate.NO_PART) if harmless else _asked(verdict, held)
    return _asked(verdict, held) if _chooses(verdict, held) or _names_goods(verdict, held) else verdict


def _chooses(verdict: Verdict, held: _Held) -> bool:
    """Whether a column of marks says which rows are ordered, whatever else its heading was taken for."""
    heading, garment = verdict.seen.heading, verdict.meaning in (M.DESIGN, M.QUANTITY)
    if garment and verdict.of and _said(heading, _EXTRA):
        return True  # whether the extra one is all there is, nobody can tell
    if not held.marks:
        return False
    if verdict.meaning in (M.ORDER, M.TEAM, M.PRICE, M.SIZE, M.NUMBER):
        return True
    return garment and (_said(heading, _ORDERS) or _said(heading, _ALREADY))


def _names_goods(verdict: Verdict, held: _Held) -> bool:
    """Whether the titles of the catalogue stand in a column of teams or people."""
    return held.titles and verdict.meaning in (M.TEAM, M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.PRICE, M.ORDER)


# --------------------------------------------------------------------------------------------------- no part of an order


def _is_no_part(verdict: Verdict, held: _Held) -> bool:
    """Whether it is certain, by heading and cells, that nothing is ordered by the column."""
    sense = verdict.seen.sense
    if held.titles:
        return False
    if held.marks:
        return _is_marked_by_nature(sense, verdict.seen.heading)
    if held.cells.counter and not _wishes(sense):
        return True  # the rows counted
    if sense.false_friend is C.STANDING:
        return {fold(value) for value in held.values} <= _MEMBERS_ARE or held.personal
    if _is_harmless(verdict, held):
        return not _would_be_ordered(sense, held)
    if _NUMBERS & sense.concepts and held.cells.share(T.LARGE) >= _NEARLY_ALL:
        return not sense.concepts & _OF_A_GARMENT  # nobody wears 104522
    if not sense.known and held.figures and (held.statistics or set(held.cells.integers) == {0}):
        return True
    return held.personal or (not verdict.seen.heading and held.scribbled)


def _is_marked_by_nature(sense: HeadingSense, heading: str) -> bool:
    """Whether a yes is at home under the heading, as under the flags that a program exports: isActive, Is coach."""
    about = sense.concepts & _OF_A_GARMENT
    flag = bool(_FLAG.match(heading)) and not _KEEPER.search(fold(heading))
    return (flag or bool(sense.concepts & _MARKED_BY_NATURE)) and (not about or bool(sense.concepts & _WHATEVER_OF))


def _wishes(sense: HeadingSense) -> bool:
    return C.RESERVED in sense.concepts


def _is_harmless(verdict: Verdict, held: _Held) -> bool:
    """Whether the heading is known to be no part of an order."""
    sense, friend = verdict.seen.sense, verdict.seen.sense.false_friend
    if friend is C.RESERVED:  # a second choice is none where there is a first
        return (M.NUMBER in held.used and held.numbers) or (M.SIZE in held.used and held.sizes)
    if friend is C.SUMMARY:
        return bool(held.used & {M.QUANTITY, M.PRICE}) or not held.counts or held.statistics
    if friend in _OPEN or C.NICKNAME in sense.concepts:
        return C.NICKNAME in sense.concepts and (
            M.NAME in held.used or bool(_MIDDLE.search(fold(verdict.seen.heading)))
        )
    if friend in FOREIGN:
        return not sense.concepts & _OF_A_GARMENT or bool(sense.concepts & _WHATEVER_OF)
    if is_body_height(held.cells) and sense.concepts <= {C.HEIGHT_OR_SIZE, C.SIZE, C.PLAYER}:
        return True
    best = max(sense.points, key=lambda meaning: sense.points[meaning], default=None)
    known = best in _ORGANIZED or (best is M.IGNORED and sense.points[best] >= SHORT_FORM)
    return known or C.NATION in sense.concepts


def _would_be_ordered(sense: HeadingSense, held: _Held) -> bool:
    """Whether the cells are such as are ordered, so that the heading alone cannot rule it out."""
    tall = held.cells.share(T.HEIGHT) >= _MOSTLY
    if held.sizes and not tall and C.PERSONAL not in sense.concepts and M.SIZE not in held.used:
        return True
    if held.numbers and M.NUMBER not in held.used and (sense.false_friend is C.FORMER or M.NUMBER in sense.points):
        return bool(_NUMBERS & sense.concepts)
    return held.garments and C.REMARK not in sense.concepts


# -------------------------------------------------------------------------------------------------- what is said once more


_PEOPLE = frozenset({M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.NAME})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What the used columns say already: the words of people's names, and the design of each row."""

    words: frozenset[str]
    design: Sequence[str]
    texts: Mapping[int, Sequence[str]]

    def again(self, verdict: Verdict, held: _Held) -> bool:
        """Whether a further column says it once more: what the people are called, or which article it is."""
        points = verdict.seen.sense.points
        if held.names and points.keys() & _PEOPLE:
            known = sum(any(word in self.words for word in fold(value).split()) for value in held.values)
            return known >= _MOSTLY * len(held.values)
        if points.get(M.DESIGN, 0.0) < SHORT_FORM or not any(self.design):
            return False
        pairs = {pair for pair in zip(self.design, self.texts[verdict.seen.column], strict=True) if all(pair)}
        return len({design for design, _ in pairs}) == len({code for _, code in pairs}) == len(pairs) > 1


def _words_of_persons(verdicts: Sequence[Verdict], sheet: Sheet, rows: Sequence[int]) -> frozenset[str]:
    columns = [verdict.seen.column for verdict in verdicts if verdict.meaning in _PEOPLE]
    texts = (sheet.text(row, column) for row in rows[: 10 * _LOOKED_AT] for column in columns)
    return frozenset(word for text in texts for word in fold(text).split())


def _cells_of(verdicts: Sequence[Verdict], meaning: Meaning, sheet: Sheet, rows: Sequence[int]) -> Sequence[str]:
    column = next((verdict.seen.column for verdict in verdicts if verdict.meaning is meaning and not verdict.of), 0)
    return [sheet.text(row, column) for row in rows]


# ------------------------------------------------------------------------------------------------------ what is asked


def _asked(verdict: Verdict, held: _Held) -> Verdict:
    return replace(verdict, fate=Fate.ASKED, answers=_answers(verdict, held), held=_in_words(verdict, held))


def _answers(verdict: Verdict, held: _Held) -> tuple[Candidate, ...]:
    likely = _likely(verdict, held)
    own = () if verdict.meaning in (M.IGNORED, M.ORDER) else (Candidate(meaning=verdict.meaning, of=verdict.of),)
    return tuple(dict.fromkeys((*likely, *own, Candidate(meaning=M.IGNORED))))


def _likely(verdict: Verdict, held: _Held) -> tuple[Candidate, ...]:
    """What the cells could mean, the likeliest first."""
    heading, sense = verdict.seen.heading, verdict.seen.sense
    if held.titles or (held.garments and not held.marks):
        return (Candidate(meaning=M.DESIGN),)
    if held.marks:
        return _choices(heading)
    if held.sizes:
        return (Candidate(meaning=M.SIZE, of=heading or None if M.SIZE in held.used else None),)
    if held.numbers:
        return _numbers(heading or None, held)
    if held.names and held.rows >= _FEWEST and not sense.concepts & _OF_A_GARMENT:
        print_ = () if M.NAME in held.used else (Candidate(meaning=M.NAME),)
        return (*print_, *(() if held.used & _PEOPLE - {M.NAME} else (Candidate(meaning=M.PLAYER),)))
    return () if M.DESIGN in held.used and M.DESIGN not in sense.points else (Candidate(meaning=M.DESIGN),)


def _numbers(of: str | None, held: _Held) -> tuple[Candidate, ...]:
    number = () if M.NUMBER in held.used else (Candidate(meaning=M.NUMBER),)
    if not held.counts:
        return number
    return (*number, Candidate(meaning=M.QUANTITY, of=of if M.DESIGN in held.used or M.QUANTITY in held.used else None))


def _choices(heading: str) -> tuple[Candidate, ...]:
    """What a mark can say: that the row is ordered, that it is not, or that the garment in the heading is."""
    order, skip = Candidate(meaning=M.ORDER_IF_YES), Candidate(meaning=M.SKIP_IF_YES)
    garment = (Candidate(meaning=M.DESIGN, of=heading),) if heading else ()
    if _said(heading, _ALREADY):
        return (skip, order)
    return (order, skip) if _said(heading, _ORDERS) or not heading else (*garment, order, skip)


def _said(heading: str, words: str) -> bool:
    """Whether a word of the heading is one of these; `~` stands for any ending."""
    said = set(re.findall(r"[^\W_]+", fold(heading)))
    listed_words = words.split()
    if said & set(listed_words):
        return True
    stems = [word.removesuffix("~") for word in listed_words if word.endswith("~") or not word.isascii()]
    return any(stem in word if not stem.isascii() else word.startswith(stem) for stem in stems for word in said)


_SAMPLES = 3
_SHOWN = 24  # characters of a value


def _in_words(verdict: Verdict, held: _Held) -> str:
    """What stands in the column, none of it where it may be a person's."""
    if (
        not held.titles
        and not held.marks
        and (held.names or held.personal or verdict.seen.sense.false_friend in _HIDDEN)
    ):
        return say("names") if held.names else say("texts of its own")
    shown = [value if len(value) <= _SHOWN else value[:_SHOWN].rstrip() + "…" for value in held.values[:_SAMPLES]]
    return listed([say("{name!r}", name=value) for value in shown])


_HIDDEN = FOREIGN - {C.CUT, C.RESERVED, C.SUMMARY, C.STANDING, C.PACKING}

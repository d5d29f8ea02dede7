"""Which number a text means that is not digits alone: `#7`, `10 (C)`, `7 – neu`; `keine` for none; `7/17` for one of two."""

from __future__ import annotations

import re
import unicodedata

from roster_import.check.meant import Meant, in_plain_letters, is_long, of_one
from roster_import.check.meant.corrections import before_what_it_was
from roster_import.check.meant.quantities import word_for
from roster_import.model.sheets import heading_key

_LETTERS_FOR_DIGITS = str.maketrans("OoQIl|SsBZ", "0001115582")
NUMBER_WORD = (
    r"(?:[#№]|n[ro°º]?\.?|num(?:ber|mer|ero)?\.?|(?:shirt|jersey|ruecken|r[uü]cken|trikot|spiller|rygg?|tr[oöø]je)\s*-?n(?:r|o|"
    r"ummer|umber)?\.?|dorsal|rugnummer|numero|nº|n°|背番号|등번호|号|第)"
)
"""What stands before a number and says no more than that it is one; for regular expressions that ignore case."""
_WORD = re.compile(rf"(?<!\s)\s*+{NUMBER_WORD}[\s:.]*+(?=[0-9])", re.IGNORECASE)
_BEHIND = re.compile(r"(?<!\s)\s*+(?:番|号|號|번)$")
QUOTED = re.compile(r"""(?:=\s*"([0-9]{1,3})"|["'’‘´`]([0-9]{1,3})["'’‘´`]?)""")
"""A number that somebody made text of: `="07"`, `'07`."""
_DIGITS = re.compile(r"[0-9]+")
_NOTE_BEHIND = re.compile(
    r"([0-9]{1,3})(?:\s*+[*†]++|\s*+[(\[{][^0-9]*+|\s*+[-–—,;:][^0-9]++|\s++[^\W\d_][^0-9]*+|[A-Za-z]{1,2})"
)
_NOTE_BEFORE = re.compile(r"(?:[(\[{][^0-9)\]}]*+[)\]}]|[A-Za-z]{1,2}(?=\s))\s*+([0-9]{1,3})")
_BETWEEN = r"/|,|;|&|\+|-|–|\b(?:or|oder|ou|o|eller|el\.?|of|lub|nebo|tai|veya|and|und|og)(?![^\W\d_])|または|か"
_WHOLE = re.compile(r"[0-9]{1,3}[.,]0++")  # 7,0 as programs write it
_TWO = re.compile(rf"([0-9]{{1,3}})\s*(?:{_BETWEEN})\s*([0-9]{{1,3}})")
_RUN = re.compile(
    r"([0-9]{1,3})\s*(?:-|–|\.\.|to|thru|through|bis|til|till|tot|t/?m|al|hasta|ate|fino a|az|do)\s*([0-9]{1,3})"
)
_NOT = re.compile(
    r"\b(?:not?|nicht|kein\w*|ikke|inte|niet|geen|pas|non?|nie|ne|ei|or|oder|ou|o|eller|of|egal|any)\b|\?"
)
_NONE_TEXT = """
    n a;na;none;no;nil;no number;without;without number;blank;k a;keine;kein;keiner;keine nummer;ohne;ohne nummer;ohne
    nr;ingen;intet;ingen nummer;ingen nr;uden;uden nummer;uten;uten nummer;utan;utan nummer;inget;geen;geen
    nummer;zonder;zonder nummer;aucun;aucune;aucun numero;sans;sans numero;pas de numero;neant;ninguno;ninguna;sin;sin
    numero;sin dorsal;nessuno;nessuna;senza;senza numero;nenhum;nenhuma;sem;sem numero;brak;bez;bez numeru;bez
    cisla;zadne;zadny;ei;ei numeroa;ilman;yok;numarasiz;なし;無し;無;无;없음;无号码;nvt;n v t;s n;s c
"""
_NONE = frozenset(heading_key(word) for word in _NONE_TEXT.split(";"))
_DASHES = re.compile(r"[-–—―−_./\\ ]+")


def number_meant(text: str) -> Meant:
    """What a number's cell may mean; an empty choice where it says that there is none."""
    if is_long(text):
        return of_one(None)
    if now := before_what_it_was(text):
        return number_meant(now)
    plain = in_plain_letters(text).strip()
    if says_none(text):
        return Meant(choices=("",))
    if is_run(text):
        return of_one(None)
    if (two := _TWO.fullmatch(_shorn(plain))) and not _WHOLE.fullmatch(_shorn(plain)):
        return Meant(choices=(two[1], two[2]) if two[1] != two[2] else (two[1],))
    return of_one(_digits(text) or _beside_a_note(plain) or word_for(plain))


_MOST_IN_A_RUN = 20
_LISTED = re.compile(
    r"\d{1,3}(?:(?:\s?[,;/]\s?|\s(?:or|oder|ou|o|eller|of|lub|nebo|tai|veya)\s)\d{1,3}){2,19}|\d{1,3}\s?(?:[+&]|(?:and|und|og|och|en|et|y|e|i|a|ja|ve)\s)\s?\d{1,3}"
)


def is_run(text: str) -> bool:
    """Whether a cell names numbers from one to another, or one after the other: 21-23; 12, 14, 15; 18 + 19."""
    if is_long(text):
        return False
    said = _shorn(in_plain_letters(text).strip())
    run = _RUN.fullmatch(said)
    return _LISTED.fullmatch(said) is not None or (run is not None and 0 < int(run[2]) - int(run[1]) < _MOST_IN_A_RUN)


def says_none(text: str) -> bool:
    """Whether a cell says that there is no number: `-`, `n/a`, `keine`, `ingen`."""
    return bool(_DASHES.fullmatch(text)) or heading_key(in_plain_letters(text)) in _NONE


def _digits(text: str) -> str | None:
    """Full-width and Arabic digits, `#7`, `Nr. 7`, `7.0`, `="07"`, letters for digits."""
    shorn = _shorn(unicodedata.normalize("NFKC", text))
    shorn = "".join(str(unicodedata.decimal(letter, letter)) for letter in shorn)
    shorn = re.sub(r"[.,]0*$", "", shorn)
    for guess in (shorn, shorn.translate(_LETTERS_FOR_DIGITS)):
        if _DIGITS.fullmatch(guess) and (guess == shorn or _DIGITS.search(shorn)):
            return guess
    return None


def _shorn(text: str) -> str:
    """Without the word for a number, and without the quotes that made text of it."""
    bare = _BEHIND.sub("", _WORD.sub("", text)).strip()
    quoted = QUOTED.fullmatch(bare)
    return (quoted[1] or quoted[2]) if quoted else bare


def _beside_a_note(plain: str) -> str | None:
    """The number beside a note: `10 (C)`, `(C) 10`, `7 – neu`; not where the note says which it is not, or another one."""
    shorn = _shorn(plain)
    note = _NOTE_BEHIND.fullmatch(shorn) or _NOTE_BEFORE.fullmatch(shorn)
    return note[1] if note and not _NOT.search(shorn[: note.start(1)] + shorn[note.end(1) :]) else None

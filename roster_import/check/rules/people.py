"""Rules of who the rows are for: samples and stand-ins that nobody wears, and a person who is asked for twice."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from roster_import.check.rules.names import is_note
from roster_import.check.rules.vocabulary import words
from roster_import.language.messages import say
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rules.numbers import Profile
    from roster_import.check.rules.teams import Garment, Squad
    from roster_import.model.problem import Problem

_WORD = re.compile(r"[^\W_]+")
# Nobody is called that: what stands where a name is still to come, and what forms are filled in with.
_STAND_INS = frozenset(
    {
        "n n", "nn", "tba", "tbd", "tbc", "xxx", "xx", "yyy", "abc", "test", "dummy", "foo bar", "first last",
        "firstname lastname", "first name last name", "name surname", "vorname nachname", "vorname name", "fornavn efternavn",
        "fornavn etternavn", "förnamn efternamn", "voornaam achternaam", "prénom nom", "nombre apellido", "nombre apellidos",
        "nome cognome", "nome apelido", "imię nazwisko", "jméno příjmení", "etunimi sukunimi", "ad soyad", "player name",
        "your name", "sample player", "spieler muster", "muster spieler", "john doe", "jane doe", "john q public",
        "max mustermann", "erika mustermann", "lisa musterfrau", "mustermann", "musterfrau", "max muster", "muster max",
        "hans muster", "lieschen müller", "otto normalverbraucher", "joe bloggs", "fred bloggs", "ola nordmann",
        "kari nordmann", "sven svensson medel", "medel svensson", "medelsvensson", "anders anden", "jan modaal",
        "piet jansen voorbeeld", "fulano", "fulano de tal", "fulana de tal", "matti meikäläinen", "maija meikäläinen",
        "山田 太郎", "山田太郎", "山田 花子", "홍길동", "张三", "李四",
    }
)  # fmt: skip
# Samples too, and people are called that as well: taken for one in the first row alone, where a form has its sample.
_COMMON = frozenset(
    {
        "doe", "john smith", "jane smith", "jean dupont", "marie dupont", "juan pérez", "mario rossi", "joão silva",
        "jan kowalski", "anna kowalska", "jan novák", "jan jansen", "ahmet yılmaz", "anna svensson", "jens jensen",
        "peter smith", "hans hansen",
    }
)  # fmt: skip


def stand_ins(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`player-stand-in`: a row for `N.N.`, `TBA`, `Max Mustermann`; once for each row."""
    rows: set[tuple[str, int]] = set()
    for at, garment in enumerate(squad.garments):
        place = (garment.row.sheet, garment.row.row)
        if place not in rows and not (garment.name and is_note(garment)) and _is_stand_in(garment, first=at == 0):
            rows.add(place)
            yield _stand_in(garment)


def _is_stand_in(garment: Garment, *, first: bool) -> bool:
    who = _bare(garment.who)
    halves = who.split()
    repeated = len(halves) > 1 and len(set(halves)) == 1 and halves[0] in _STAND_INS
    return who in _STAND_INS or repeated or (first and who in _COMMON)


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))


def _stand_in(garment: Garment) -> Problem:
    people = (Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.LAST_NAME, Meaning.NAME)
    at = next((meaning for meaning in people if garment.row.text(meaning)), Meaning.NAME)
    message = say(
        "{who!r} reads like a sample or a stand-in for a name, and {label} is ordered for it all the same. Delete the row, or "
        "write who it is for.",
        who=garment.who,
        label=garment.label,
    )
    return garment.warn("player-stand-in", message, at)


# ------------------------------------------------------------------------------------------- an answer given again


def two_sizes(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`player-two-sizes`: the same design for one person in two sizes, as where a form was filled in again."""
    for garments in squad.designs.values():
        people: dict[tuple[frozenset[str], str], list[Garment]] = {}
        for garment in garments:
            if _is_known(garment):
                people.setdefault((words(garment.line.player), garment.number), []).append(garment)
        for ones in people.values():
            yield from _in_other_sizes(ones)


def _is_known(garment: Garment) -> bool:
    """Whether it is for a person whom nobody takes for another: two children may be called Lucas."""
    told = len(words(garment.line.player)) > 1 or bool(garment.line.player and garment.number)
    return told and bool(garment.line.size) and not garment.for_nobody and not garment.for_staff


def _in_other_sizes(ones: Sequence[Garment]) -> Iterator[Problem]:
    first = ones[0]
    for garment in ones[1:]:
        if garment.line.size.casefold() != first.line.size.casefold() and garment.line.origin != first.line.origin:
            message = say(
                "{who} is down for {label} in size {size} here, and in size {first_size} at {spot}: both are ordered. Delete the "
                "row that no longer holds, unless both are meant.",
                who=garment.who,
                label=garment.label,
                size=garment.line.size,
                first_size=first.line.size,
                spot=first.spot(Meaning.SIZE, garment),
            )
            yield garment.warn("player-two-sizes", message, Meaning.SIZE, of=(first, garment))

"""Rules of who the rows are for: samples and stand-ins that nobody wears, and a person who is asked for twice."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from roster_import.check.rules.names import is_note
from roster_import.language.messages import say, templates
from roster_import.model.by_column import gathered
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rules.numbers import Profile
    from roster_import.check.rules.teams import Garment, Squad
    from roster_import.model.problem import Problem

_COUNTED = re.compile(r" \d{1,2}$")  # New player 1
_COUNTS = frozenset(map(str, range(100)))
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
        "navn navnesen", "erika musterfrau", "max musterspieler", "vakant", "vacant", "vacante", "ledig", "ledig plads",
        "ledig plass", "ledig plats", "freier platz", "ny spiller", "ny spelare", "new player", "neuer spieler",
        "neue spielerin", "nieuwe speler", "nouveau joueur", "nouvelle joueuse", "nuevo jugador", "nueva jugadora",
        "nuovo giocatore", "nuova giocatrice", "novo jogador", "nova jogadora", "nowy zawodnik", "nový hráč", "uusi pelaaja",
        "yeni oyuncu", "platzhalter", "placeholder", "pladsholder", "à définir", "a définir", "por definir", "a definir",
        "da definire", "onbekend", "unbekannt", "ukendt", "ukjent", "okänd", "inconnu", "desconocido", "sconosciuto",
        "nog invullen", "nog in te vullen", "wird nachgereicht", "eftersendes", "to be named", "noch offen",
        "山田 太郎", "山田太郎", "山田 花子", "홍길동", "张三", "李四",
    }
)  # fmt: skip
# Samples too, and people are called that as well: taken for one where a form has its sample, in a first row that stands
# apart from the players.
_COMMON = frozenset(
    {
        "doe", "john smith", "jane smith", "jean dupont", "marie dupont", "juan pérez", "mario rossi", "joão silva",
        "jan kowalski", "anna kowalska", "jan novák", "jan jansen", "ahmet yılmaz", "anna svensson", "jens jensen",
        "peter smith", "hans hansen",
    }
)  # fmt: skip
_OF_STAND_INS = frozenset(word for text in _STAND_INS | _COMMON for word in text.split())


def stand_ins(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`player-stand-in`: a row for `N.N.`, `TBA`, `Max Mustermann`; once for each row."""
    possible = frozenset(word for word in squad.spoken if word in _OF_STAND_INS or not word.isalnum())
    possible |= _COUNTS
    said = [at for at in range(squad.count) if squad.person_words[at] <= possible and _is_stand_in(squad, at)]
    yield from map(_stand_in, squad.garments(squad.once(said)))


def _is_stand_in(squad: Squad, at: int) -> bool:
    if (name := squad.names[at]) and is_note(name, squad.player_words[at]):
        return False
    who = _COUNTED.sub("", _bare(squad.people[at]))
    halves = who.split()
    repeated = len(halves) > 1 and len(set(halves)) == 1 and halves[0] in _STAND_INS
    return who in _STAND_INS or repeated or (at == 0 and who in _COMMON and _begins_apart(squad))


def _begins_apart(squad: Squad) -> bool:
    """Whether the first row has a blank one beneath it, or is all there is."""
    first = squad.rows[0]
    return not any(row.sheet == first.sheet and row.row == first.row + 1 for row in squad.rows)


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))


def _stand_in(garment: Garment) -> Problem:
    people = (Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.LAST_NAME, Meaning.NAME)
    at = next((meaning for meaning in people if garment.row.text(meaning)), Meaning.NAME)
    message = say(
        "{who!r} reads like a sample or a stand-in for a name, and {label} is ordered for it all the same. Delete the row, or "
        "write who it is for, unless somebody is called so.",
        who=garment.who,
        label=garment.label,
    )
    return garment.warn("player-stand-in", message, at)


# ------------------------------------------------------------------------------------------- an answer given again


def two_sizes(squad: Squad, _: Profile) -> Iterator[Problem]:
    """`player-two-sizes`: the same design for one person in two sizes, as where a form was filled in again."""
    people = list(zip(squad.player_words, squad.numbers, strict=True))
    times = Counter(people)
    for places in squad.designs.values() if len(times) < len(people) else ():
        several = [at for at in places if times[people[at]] > 1]
        for ones in gathered(map(people.__getitem__, several), several).values():
            known = [at for at in ones if _is_known(squad, at)] if len(ones) > 1 else []
            if len({squad.sizes[at] for at in known}) > 1:
                yield from _in_other_sizes(squad.garments(known))


def _is_known(squad: Squad, at: int) -> bool:
    """Whether it is for a person whom nobody takes for another: two children may be called Lucas."""
    told = len(squad.player_words[at]) > 1 or bool(squad.players[at] and squad.numbers[at])
    return told and bool(squad.sizes[at]) and not squad.for_nobody[at] and not squad.for_staff[at]


def _in_other_sizes(ones: Sequence[Garment]) -> Iterator[Problem]:
    first = ones[0]
    for garment in ones[1:]:
        if garment.line.size.casefold() != first.line.size.casefold():
            if garment.line.origin != first.line.origin:
                yield _also_in(first, garment, "on another row", of=(first, garment))
            elif garment.number:  # who orders several for a family has none
                yield _also_in(first, garment, "on one row")


_TWO_SIZES = templates(
    {
        "on another row": "{who} is down for {label} in size {size} here, and in size {first_size} at {spot}: both are ordered. "
        "Delete the row that no longer holds, unless both are meant.",
        "on one row": "{who} is down for {label} in size {size} here, and in size {first_size} at {spot}, with one number: both "
        "are ordered. Empty the one that is wrong, unless both are meant.",
    }
)


def _also_in(first: Garment, garment: Garment, where: str, of: Sequence[Garment] = ()) -> Problem:
    message = say(
        _TWO_SIZES[where],
        who=garment.who,
        label=garment.label,
        size=garment.line.size,
        first_size=first.line.size,
        spot=first.spot(Meaning.SIZE, garment),
    )
    return garment.warn("player-two-sizes", message, Meaning.SIZE, of=of)

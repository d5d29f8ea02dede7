"""Questions of a form on where somebody works, trains or learns, and on what they take part in: no part of an order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.recognise.order_phrases import ELSEWHERE, ORDERS, says
from roster_import.recognise.tokens import fold, take_apart
from roster_import.recognise.words import FOREIGN, Concept

if TYPE_CHECKING:
    from collections.abc import Collection

_WORD = re.compile(r"[^\W\d_]+")
_WHICH_WORDS = """
    which what where welche welcher welches welchem welchen wo hvilken hvilket hvilke hvor vilken vilket vilka var welk welke
    waar quel quelle quels quelles ou que cual donde quale dove che qual onde ktory ktora ktore ktorym ktorej gdzie ktery ktera
    ktere kterem kde mika missa minka mille hangi nerede
"""
_WHICH = frozenset(_WHICH_WORDS.split())
# A word that ends in ~ stands for every word that begins so.
_PLACE_WORDS = """
    office offices location site branch building campus store shop depot warehouse factory plant school pool hall gym rink city
    town country region department division task tasks job jobs duty role
    aufgabe~ opgave~ oppgave~ uppgift~ taak taken taakje tache taches tarea~ compito compiti tarefa~ zadani~ ukol~ tehtav~ gorev~
    standort~ buro~ niederlassung~ filiale~ abteilung~ gebaude halle turnhalle sporthalle schule~ werk laden stadt ort bad
    schwimmbad betrieb
    kontor~ lokation~ lokasjon~ afdeling~ avdeling~ avdelning~ bygning~ skole~ butik~ butikk~ by sted plats ort svommehal~ hal
    skola~ stad simhall~ bassang~ arbetsplats arbejdsplads arbeidsplass
    vestiging~ locatie~ filiaal kantoor gebouw zaal winkel zwembad
    bureau site agence batiment salle gymnase ecole magasin ville lieu piscine etablissement
    oficina sede sucursal ubicacion edificio pabellon escuela colegio tienda ciudad lugar piscina
    ufficio filiale palestra scuola negozio citta luogo
    escritorio filial local pavilhao escola loja cidade
    biuro biurze lokalizacj~ oddzial~ budyn~ hala hali szkol~ sklep~ miasto miescie placowk~
    kancelar~ pobock~ lokalit~ budov~ hale skol~ mest~ provozovn~
    toimipis~ toimipai~ toimisto~ konttori~ rakennu~ halli~ hallissa koulu~ kaupun~ paikkakun~
    ofis~ sube~ lokasyon~ bina~ salon~ okul~ sehir~ magaza~
"""
_PLACES = frozenset(_PLACE_WORDS.split())
_STEMS = tuple(word.removesuffix("~") for word in _PLACES if word.endswith("~"))
_STAY_WORDS = """
    work working based located live living stationed study studying train training swim swimming
    arbeitest arbeiten sitzt wohnst trainierst trainieren lernst schwimmst
    arbejder arbeider arbetar jobber jobbar traener trener tranar bor sidder sitter svommer simmar
    werk werkt werken woon woont traint zwem zwemt
    travaillez travailles travaillent habitez habites entrainez
    trabajas trabaja vives entrenas
    lavori lavora abiti alleni
    trabalha trabalhas mora treinas treina
    pracujesz pracuje mieszkasz trenujesz
    pracujes bydlis trenujes
    tyoskentelet olet asut harjoittelet
    calisiyorsun calisiyorsunuz yasiyorsun
"""
_STAYS = frozenset(_STAY_WORDS.split())
_TAKES_PART = re.compile(
    r"\b(?:(?:do|will) you (?:run|ride|cycle|row|walk|march)|are you (?:running|riding|cycling|rowing|walking)"
    r"|(?:cykler|lober|gar|deltager|sykler|loper|deltar|cyklar|springer) du|(?:fahrst|laufst|startest) du"
    r"|(?:fiets|loop) je|(?:courez|roulez|participez)[ -]vous)\b"
)
_ASIAN_WHICH = re.compile(r"どの|どこ|どちら|何処|^勤務先")
_ASIAN_PLACE = re.compile(r"オフィス|拠点|事業所|支店|店舗|学校|校舎|会場")
_PLACED = re.compile(r"locat|lokati|place|plac[ei]|plats|platz|plass|where|welche|hvor")
_HALF = 0.5  # of the cells
_OF_THE_ORDER = frozenset({Concept.CUT, Concept.NICKNAME, Concept.INITIALS, Concept.RESERVED, Concept.STANDING})


def asks_where(heading: str) -> bool:
    """Whether it asks where somebody works, trains or learns, or what they ride: Which office are you at."""
    text = fold(heading)
    words = _WORD.findall(text)
    asked = not _WHICH.isdisjoint(words) and any(_is_place(word) or word in _STAYS for word in words)
    asked = asked or _TAKES_PART.search(text) is not None or _asks_in_japanese(heading)
    return asked and _orders_nothing([word for word in words if not _is_place(word)], text)


def _asks_in_japanese(heading: str) -> bool:
    return _ASIAN_WHICH.search(heading) is not None and _ASIAN_PLACE.search(heading) is not None


def is_printed_there(heading: str, cells: Collection[str]) -> bool:
    """Whether a place is one of a print, by its heading or its cells: the sleeve, the left chest."""
    if not _PLACED.search(fold(heading)):
        return False
    return says(heading, ELSEWHERE) or sum(says(cell, ELSEWHERE) for cell in cells) >= _HALF * len(cells)


def _is_place(word: str) -> bool:
    return word in _PLACES or word.startswith(_STEMS)


def _orders_nothing(words: Collection[str], text: str) -> bool:
    """Whether nothing else it says is of a garment, its print or the order, as a location on the sleeve is."""
    said = take_apart(" ".join(word for word in words if word not in _STAYS | _WHICH)).concepts
    return said <= FOREIGN - _OF_THE_ORDER and not says(text, f"{ELSEWHERE} {ORDERS}")

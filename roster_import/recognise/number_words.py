"""Words that say of a number which of several it is: the new one, that of a season, the one somebody would like."""

from __future__ import annotations

import re

_GIVEN_WORDS = """
    new neu neue neuer neues ny nyt nye nytt nya nieuw nieuwe nouveau nouvelle nuevo nueva nuovo nuova novo nova
    nowy nowa nowe novy nove uusi yeni uj nou noua neo neos новыи новая новое новии νεο νεοσ fatt tildelt
    tilldelat zugeteilt zugeteilte tildelte tilldelade
    asignado assegnato atribuido przydzielony prideleny annettu verilen assigned allocated
    given final definitiv definitief zuteilung vergeben vergebene bekommt endgultig tildeling tilldelad toegewezen toegekend
    definitivo attribue asignada assegnata atribuida przydzial przyznany pridelene prideleno jaettu atanan
"""
GIVEN = frozenset(_GIVEN_WORDS.split())
"""It was given to somebody, whatever was wished for."""

_CURRENT_WORDS = """
    current currently actual aktuell aktuelle nuvaerende navaerende gaeldende huidige actuel actuelle attuale atual
"""
NEW = GIVEN | frozenset(_CURRENT_WORDS.split())
"""It is the one to wear from now on."""

_WISHES = """
    preferred desired request requested wanted wish wished chosen onsket onskede onskad onskat wunsch gewunscht gewunschte
    gewenst gewenste souhaite souhaitee deseado preferido desiderato richiesto preferito desejado preferida
    wybrany preferowany pozadane preferovane toivottu toive istenen tercih kivant dorit zeljeni zelena zelana
    desitjat желаемыи бажании wish wishes onske onsker deseo desiderio toive istek 希望 희망 期望
    prani zyczenie zyczenia wens wensen souhait souhaits desideri richiesta richieste deseos onskemal toiveet
    sonderwunsch sonderwunsche
"""
WISHED = frozenset(_WISHES.split())
"""Somebody would like it; whether it was given, they do not say."""

_CHOICES = """
    choice option volba choix opcion keuze valg val wybor valasztas scelta escolha auswahl wahl vaihtoehto valinta secim optiune
    избор вибір выбор izbira izbor opcio valik izvele pasirinkimas val επιλογη 第
"""
CHOSEN = frozenset(_CHOICES.split())
"""With a number before or behind: what somebody would like first, or next."""

THIS_SEASON = """
    this_season this_year dieses_jahr diese_saison dieser_saison i_ar denne_saeson denne_sesong denne_sesongen den_har_sasongen
    arets dit_jaar dit_seizoen cette_annee cette_saison este_ano esta_temporada quest_anno questa_stagione esta_epoca w_tym_roku
    ten_sezon w_tym_sezonie letos letosni tato_sezona tana_vuonna talla_kaudella tama_kausi bu_yil bu_sezon 今年 今季 今シーズン
"""
"""It is of the season that is played now."""

COMING = """
    next_season next_year coming_season nachste_saison nachstes_jahr kommende_saison naeste_saeson naeste_ar neste_sesong neste_ar
    nasta_sasong nasta_ar kommande_sasong volgend_seizoen volgend_jaar komend_seizoen saison_prochaine annee_prochaine
    proxima_temporada proximo_ano prossima_stagione prossimo_anno proxima_epoca przyszly_sezon nastepny_sezon pristi_sezona
    pristi_rok ensi_kausi ensi_kaudella ensi_vuonna gelecek_sezon gelecek_yil 来年 来季 来シーズン
"""
"""It is of a season that is still to come."""

# 2026, 25/26, 2025-26, 2025/2026: the year a season ends in.
_SEASON = re.compile(r"(?<!\d)(?:20)?(\d\d)\s?[/\-–]\s?(?:20)?(\d\d)(?!\d)|(?<!\d)20(\d\d)(?!\d)")


def without_season(heading: str) -> str:
    """A heading without the season it names."""
    return _SEASON.sub(" ", heading)


def season(heading: str) -> int | None:
    """The year that the season of a heading ends in, two digits: 26 of Nr 25/26."""
    named = _SEASON.search(heading)
    if not named:
        return None
    begins, ends, year = named.groups()
    if year:
        return int(year)
    return int(ends) if int(ends) - int(begins) == 1 else None

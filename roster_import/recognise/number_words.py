"""Words that say of a number which of several it is: the new one, the one somebody would like."""

from __future__ import annotations

_NEW_WORDS = """
    new neu neue neuer neues ny nyt nye nytt nya nieuw nieuwe nouveau nouvelle nuevo nueva nuovo nuova novo nova
    nowy nowa nowe novy nove uusi yeni uj nou noua neo neos новыи новая новое новии νεο νεοσ fatt tildelt
    tilldelat zugeteilt asignado assegnato atribuido przydzielony prideleny annettu verilen assigned allocated
    given final definitiv definitief zuteilung vergeben bekommt endgultig tildeling tilldelad toegewezen toegekend definitif
    definitivo attribue asignada assegnata atribuida przydzial przyznany pridelene prideleno annettu jaettu atanan
"""
NEW = frozenset(_NEW_WORDS.split())
"""It is the one to wear from now on."""

_WISHES = """
    preferred desired requested wanted wish wished chosen onsket onskede onskad onskat wunsch gewunscht gewunschte
    gewenst gewenste souhaite souhaitee deseado preferido desiderato richiesto preferito desejado preferida
    wybrany preferowany pozadane preferovane toivottu toive istenen tercih kivant dorit zeljeni zelena zelana
    desitjat желаемыи бажании wish wishes onske onsker deseo desiderio toive istek 希望 희망 期望
"""
WISHED = frozenset(_WISHES.split())
"""Somebody would like it; whether it was given, they do not say."""

_CHOICES = """
    choice option volba choix opcion keuze valg val wybor valasztas scelta escolha auswahl wahl vaihtoehto valinta secim optiune
    избор вибір выбор izbira izbor opcio valik izvele pasirinkimas val επιλογη 第
"""
CHOSEN = frozenset(_CHOICES.split())
"""With a number before or behind: what somebody would like first, or next."""

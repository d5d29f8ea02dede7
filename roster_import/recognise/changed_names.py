"""What a remark says of a name that somebody has now, or had: now Smith, nom d'épouse : Le Goff, (jetzt Baum)."""

from __future__ import annotations

import re

from roster_import.recognise.said_phrases import phrases_in, words_of
from roster_import.recognise.tokens import take_apart

_PHRASES = """
    maiden_name married_name new_name new_surname name_has_changed changed_her_name got_married mum_remarried geburtsname
    madchenname neuer_name neuer_nachname heisst_jetzt geheiratet nyt_navn nyt_efternavn pikenavn hedder_nu heter_nu heter_na
    nytt_namn nytt_efternamn nytt_navn nytt_etternavn nieuwe_naam getrouwd heet_nu nom_d_epouse nom_de_jeune_fille nom_marital
    nouveau_nom apellido_de_casada nuevo_apellido cognome_da_sposata nuovo_cognome nome_de_casada novo_apelido nazwisko_panienskie
    nowe_nazwisko nove_prijmeni uusi_sukunimi tyttonimi yeni_soyadi
"""
_NOW_CALLED = re.compile(
    r"\b(?i:now|jetzt|nun|nu|maintenant|ahora|adesso|agora|teraz|nyní|nyt|şimdi)\s+"
    r"(?P<name>[^\W\d_a-zà-öø-ÿßąćęłńóśźżčďěňřšťůž][^\W\d_]{2,}(?:['’-][^\W\d_]+)*)(?!\S*\d)"
)


def says_another_name(text: str) -> bool:
    """Whether it says that somebody is called otherwise now: what they have become (now Captain) is none."""
    called = _NOW_CALLED.search(text)
    if called and take_apart(called["name"]).unknown:
        return True
    return phrases_in(_PHRASES).stand_in(words_of(text))

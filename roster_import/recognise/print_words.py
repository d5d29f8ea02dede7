"""What a note says of what is printed, and how: surnames only, in capitals, no names, numbers only."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from roster_import.recognise.said_phrases import JOINING, holds_phrase, phrases_in, word_set, words_of
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import WORDS, Concept

if TYPE_CHECKING:
    from collections.abc import Collection

_LONGEST = 300  # letters of a note that are looked at
_FEWEST = 3  # words of a note; fewer head a column
_FEW_WORDS = 9  # of a note that speaks of the print alone
_WORD = re.compile(r"[^\W\d_]+")
_SURNAME_WORDS = """
    surname surnames nachname nachnamen familienname familiennamen efternavn efternavne efternavnet etternavn etternavnet
    efternamn efternamnet achternaam achternamen apellido apellidos cognome cognomi sobrenome sobrenomes apelido apelidos
    nazwisko nazwiska prijmeni sukunimi sukunimet soyadi soyadlari
"""
_FIRST_NAME_WORDS = """
    vorname vornamen fornavn fornavne fornamn voornaam voornamen prenom prenoms imie imiona krestni etunimi etunimet
"""
NAME_HALVES = frozenset(f"{_SURNAME_WORDS} {_FIRST_NAME_WORDS}".split())
"""Words for the first and the last name."""

_PHRASES = re.compile(
    r"\b(?:(?:last|family|first|given) names?|noms? de famille|solo nombres?|solo il nome|primeiro nome)\b"
)
_PRINTS = """
    print printed printing drucken gedruckt aufdruck tryk trykkes trykt trykk tryck trycks bedrukken opdruk imprimer flocage
    imprimir estampar stampare stampa nadruk potisk
"""
_USED = """
    use please bitte nehmen nehmt verwenden brug bruges anvend anvand anvands bruk brukes gebruik gebruiken utiliser
    utilisez usar usad usate usare uzyc uzyj pouzit pouzijte kayta kayttakaa kullanin hasznaljatok
"""
_CAPITALS = re.compile(
    r"\b(?:(?:in|block|all) capitals|capitals (?:only|please)|capital letters|"
    r"upper ?case|all caps|in caps|caps please|grossbuchstaben|gro(?:ss|ß)geschrieben|versalien|"
    r"versaler|blokbogstaver|store bogstaver|stora bokstaver|store bokstaver|hoofdletters|majuscules?|mayusculas?|"
    r"maiuscol[oae]|stampatello|maiusculas?|wielkimi literami|drukowanymi|velkymi pismeny|isoilla kirjaimilla|buyuk harf\w*)\b"
)
_LARGE = frozenset(["capitals", "caps", "gross", "store", "stora", "gross schreiben", "big letters"])
WITHOUT = """
    no without ohne kein keine keinen uden ingen intet utan inget inga uten zonder geen sans sin senza sem bez ilman ei
    aucun aucune pas ningun nessun nessuno nenhum zadne zadny zadna zadnych
"""
_NAME_WORDS = """
    name names namen navn navne navnet navnene namn namnet namnen naam nom noms nombre nombres nome nomes nomi nazwisk*
    imion* imienia jmen* prijmeni nimi nimia nimea nimet isim* names_on
"""
_NUMBER_WORDS = """
    number numbers nummer nummern nummers numre numret numrene nummeret numero numeros numeri numeru numery cislo cisla
    cisel numeroa numerot numara* rugnummers rugnummer rygnumre rygnummer ruckennummern ruckennummer trikotnummern
    draktnummer trojnummer pelinumeroita numbers_on
"""
PRINTED_WORDS = f"{_NAME_WORDS} {_NUMBER_WORDS} logo logos logoa logot logoja loga logem"
_PRINTING = """
    print* druck* gedruckt aufdruck* bedruck* beflock* flock* tryk* tryck* druk* opdruk* bedruk* nadruk* potisk* tisk* netisk*
    paina* stampa* estampa* imprim* floqu* floca* marqua*
    mettre basil* basma* yazil*
"""
_NOT = "not dont don nicht ikke inte ej niet pas non no nao nie ne ala alkaa ei"
_NOT_AND_PRINTED_IN_ONE_WORD = "netisk* basilmasin basmayin yazilmasin isimsiz numarasiz"
_ON_LABELS = """
    bag_label bag_labels label_only labels_only name_tag for_the_label for_labels for_handing_out for_distribution for_sorting
    for_reference for_info for_information aufkleber* tutenaufkleber etikett* zum_verteilen zur_verteilung zur_info
    nur_zur_info til_udlevering til_etiketten kun_til_info for_utdeling till_utdelning voor_de_uitdeling voor_op_de_zak
    pour_l_etiquette etiquette pour_info pour_la_distribution para_la_etiqueta para_repartir per_l_etichetta etichetta per_info
    para_etiqueta na_etykiete etykieta do_rozdania na_stitek jen_pro_info
"""
ALONE = """
    only just nur lediglich kun bare endast bara alleen slechts enkel uniquement seulement juste solo solamente soltanto
    apenas somente tylko pouze jen vain ainoastaan sadece
"""
_LEFT_OFF = """
    leave_off leave_out weglassen entfallen udelades udelad utelamna utelamnas utelates weglaten omettre omitir quitar omettere
    togliere pominac vynechat jatetaan_pois
"""
_EAST_ASIAN = """
    名前なし ネームなし 名前無し 番号なし 番号無し 名入れなし 名入れ不要 プリントしない 印字しない 番号のみ 番号だけ 名前のみ
    名前だけ ネームのみ 이름없이 이름빼고 번호없이 인쇄하지 마킹없이 번호만 이름만 不印名 不要名字 不印号 无名字 不印字 只印号码
    只要号码 只印名字
"""
_SILENT = """
    needed nodig necessary notig benotigt gebraucht nodvendigt nodvendig nodvandigt behovs necesario necesarios
    necesarias necessario necessari necessaire necessaires potrzebne potreba tarvita gerek alle alla tous todos todas
    tutti wszystkie is are will be er ar sind ist est es sono sao jest jsou all every everybody shall sulla dans
    schiena bliver wird werden worden wordt komt soll skal over shirt shirts
"""
_NEAR = 3  # words between a no and the print it is of
_A_LINE = 6  # words: in longer ones an only is of something else


class PrintWish(StrEnum):
    """What a note wants of the print of all rows."""

    SURNAMES = "surnames"
    NO_NAMES = "no names"
    NO_NUMBERS = "no numbers"
    NO_PRINT = "no print"
    ONLY_NAMES = "only names"
    ONLY_NUMBERS = "only numbers"


def says_only_of_print(text: str, garments: Collection[str]) -> PrintWish | None:
    """What a short text wants of the print, where it speaks of nothing else but these garments: Trainingshosen ohne Druck."""
    words = words_of(text)
    spoken = phrases_in(f"{PRINTED_WORDS} {_PRINTING} {_SURNAME_WORDS} {_PRINTS}")
    known = word_set(f"{WITHOUT} {_NOT} {ALONE} {_USED} {_SILENT} {JOINING} {WORDS[Concept.BACK]}").union(garments)
    strange = (word for word in words if word not in known and not spoken.stand_in([word]))
    if len(words) > _FEW_WORDS or any(map(str.isdigit, text)) or any(strange):
        return None
    alone = not word_set(ALONE).isdisjoint(words)
    names, numbers = (phrases_in(each).stand_in(words) for each in (_NAME_WORDS, _NUMBER_WORDS))
    if not word_set(_SURNAME_WORDS).isdisjoint(words) and not numbers:
        return None if leaves_off(text) or _is_printing_refused(words) else PrintWish.SURNAMES
    if not says_what_is_not_printed(text) or (alone and names == numbers):
        return None
    if alone:
        return PrintWish.ONLY_NAMES if names else PrintWish.ONLY_NUMBERS
    if names == numbers:
        return PrintWish.NO_PRINT
    return PrintWish.NO_NAMES if names else PrintWish.NO_NUMBERS


def says_what_is_not_printed(text: str) -> bool:
    """Whether a text wants names or numbers left off: alle ohne Namen, ne pas imprimer les noms, tylko numery."""
    words = words_of(text)
    printed = [at for at, word in enumerate(words) if phrases_in(PRINTED_WORDS).stand_in([word])]
    alone = any(not word_set(ALONE).isdisjoint(words[max(0, at - 2) : at + 2]) for at in printed)
    refused = bool(printed) and (_is_printing_refused(words) or phrases_in(_LEFT_OFF).stand_in(words))
    return (
        leaves_off(text)
        or refused
        or (alone and len(words) <= _A_LINE)
        or holds_phrase(re.sub(r"\s", "", text), _EAST_ASIAN)
    )


def denies_in_a_few_words(text: str) -> bool:
    """Whether a short text says no to what it names: Not Roy, he's injured; Roy nicht; bez Roya."""
    words = words_of(text)
    return len(words) <= _A_LINE and not word_set(f"{_NOT} {WITHOUT}").isdisjoint(words)


def leaves_off(heading: str) -> bool:
    """Whether a heading says that there is no name, no number or no print: ohne Namen, No number, uden tryk."""
    words = words_of(heading)
    printed = (at for at, word in enumerate(words) if phrases_in(f"{PRINTED_WORDS} {_PRINTING}").stand_in([word]))
    return any(not word_set(WITHOUT).isdisjoint(words[max(0, at - 2) : at]) for at in printed)


def refuses_print(text: str) -> bool:
    """Whether a text says that what it is about is not printed: Name (NOT printed), nicht drucken, (bag label only)."""
    words = words_of(text)
    return _is_printing_refused(words) or phrases_in(_ON_LABELS).stand_in(words)


def _is_printing_refused(words: list[str]) -> bool:
    verbs = (at for at, word in enumerate(words) if phrases_in(_PRINTING).stand_in([word]))
    near = (words[max(0, at - _NEAR) : at] + words[at + 1 : at + 2] for at in verbs)
    return phrases_in(_NOT_AND_PRINTED_IN_ONE_WORD).stand_in(words) or any(
        not word_set(_NOT).isdisjoint(each) for each in near
    )


def asks_for_capitals(text: str) -> bool:
    """Whether a note wants names in capital letters."""
    return _is_note(text) and _CAPITALS.search(fold(text[:_LONGEST])) is not None


def says_capitals(aside: str) -> bool:
    """Whether what stands in brackets says no more than that: (capitals), (Großbuchstaben), (groß)."""
    folded = fold(aside)
    return folded in _LARGE or _CAPITALS.search(folded) is not None


def asks_for_part_of_names(text: str) -> bool:
    """Whether a note wants one part of the names and no more: Please print surnames only."""
    folded = fold(text[:_LONGEST])
    words = set(_WORD.findall(folded))
    named = not words.isdisjoint(NAME_HALVES) or _PHRASES.search(folded) is not None
    alone, short = not words.isdisjoint(word_set(ALONE)), len(words) <= _A_LINE
    asked = not words.isdisjoint(word_set(f"{_PRINTS} {_USED if short else ''}"))
    return named and (alone or (_is_note(text) and asked)) and len(words) > 1


def _is_note(text: str) -> bool:
    return len(_WORD.findall(text[:_LONGEST])) >= _FEWEST

"""What a text beside the order wants of everything in it: all one size bigger, long sleeves, the sponsor's name, as last year."""

from __future__ import annotations

import re

from roster_import.recognise.order_words import asks_for_another_cut, holds_back, orders_some_alone, worn_words
from roster_import.recognise.print_words import refuses_print, says_what_is_not_printed
from roster_import.recognise.said_phrases import phrases_in, word_set, words_of
from roster_import.recognise.words import WORDS, Concept

_EVERYBODY = """
    all alle alles allen everyone everybody everything each jeder alla allihop allihopa iedereen allemaal tous toutes tout todos
    todas todo tutti tutte tutto wszyscy wszystkie wszystko vsichni vsechny vsechno kaikki kaikille hepsi herkes
"""
_OTHER_THAN_WRITTEN = """
    bigger larger smaller one_up size_up size_down up_a_size down_a_size double doubled twice grosser groesser kleiner doppelt
    zweimal storre mindre dobbelt to_gange storrelse_op dubbelt groter kleiner dubbel plus_grand plus_grande plus_petit au_dessus
    double mas_grande mas_pequeno mas_pequena doble piu_grande piu_piccola doppio maior menor dobro wieksza wiekszy mniejsza
    podwojnie vetsi mensi dvakrat isompi suurempi pienempi kaksi daha_buyuk daha_kucuk instead statt anstatt istedet i_stedet
    istallet i_plaats au_lieu en_vez invece em_vez zamiast misto sijaan nagyobb kisebb
"""
_SIZES_SPOKEN_OF = (
    "nr nummer number numero cislo numer kokoa numeroa rozmiaru velikosti bedeni merettel szammal matje tailles"
)
_SPONSORED = """
    sponsor* sponzor* sponso* publicidad publicidade publicite pubblicita werbung werbepartner reklame reklamen reklama reklamy
    reklamu reklam mainos mainokset mainoksen patrocinador* patrocinio
"""
_ON_IT = """
    print* druck* aufdruck* bedruck* drauf tryk* tryck* druk* opdruk bedruk* imprim* flocage stampa* estampa* nadruk* potisk*
    paina* baski* chest brust bryst brost brostet borst poitrine pecho petto peito piers piersi hrud hrudi rinta rintaan back
    rucken ryg ryggen rug dos espalda schiena costas plecy plecach zada selka selkaan sleeve sleeves armel aerme arm manche
    manga manica
"""
_AS_LAST_YEAR = """
    as_last_year like_last_year same_as_last last_years last_year_s as_last_season like_last_season wie_letztes_jahr
    wie_letzten_jahr wie_im_letzten_jahr wie_letzte_saison wie_in_der_letzten_saison wie_im_vorjahr wie_voriges_jahr
    wie_vergangenes_jahr som_sidste_ar som_sidste_saeson som_i_fjor som_forra_aret som_forra_sasongen som_i_fjol als_vorig_jaar
    zoals_vorig_jaar als_vorig_seizoen comme_l_annee_derniere comme_l_an_dernier comme_la_saison_derniere como_el_ano_pasado
    como_la_temporada_pasada come_l_anno_scorso come_la_stagione_scorsa como_no_ano_passado como_o_ano_passado
    jak_w_zeszlym_roku jak_rok_temu jak_w_poprzednim_sezonie jako_loni jako_vloni kuten_viime_vuonna kuin_viime_vuonna
    gecen_yilki gecen_sezonki mint_tavaly
"""
_ASKED_FIRST = """
    ask_me ask_first ask_us_first frag_mich fragt_mich fragen_sie_mich erst_fragen vorher_fragen sporg_mig sporg_forst spor_meg
    fraga_mig vraag_mij eerst_vragen demandez_moi demander_avant preguntadme pregunten_antes chiedetemi perguntem_me
    perguntem_antes zapytaj_mnie prosze_zapytac zeptejte_se kysy_minulta kysykaa_ensin once_sorun bana_sorun
"""
_COUNTED = re.compile(
    r"(?:\+\s?\d{1,2}|x\s?\d|\d\s?x|\d (?:each|per \w+|pro \w+|hver|pr\.? \w+|chacun|par \w+|cada \w+)|je \d)",
    re.IGNORECASE,
)
_COUNTED_OTHERWISE = re.compile(  # number + 20, 2 each; 2 x 30 min and + 25 % are of something else
    rf"(?:{_COUNTED.pattern})(?!\s?(?:[%€$£:.,\d]|(?:min|uhr|std|kr|eur|usd|chf|dkk|sek|nok|days?|tage?|hours?)\b))",
    re.IGNORECASE,
)
_FEW = 3  # words of a text; of fewer it is what a column or a list is called


def is_of_all_rows(text: str) -> bool:
    """Whether a text, wherever it stands, wants something of all that is ordered: not yet, long sleeves, without names."""
    asks = (
        asks_for_another_cut,
        says_what_is_not_printed,
        orders_some_alone,
        holds_back,
        _wants_all_otherwise,
        _wants_a_sponsor,
        _is_as_last_year,
    )
    return any(each(text) for each in asks)


def is_of_a_whole_column(aside: str) -> bool:
    """Whether what stands in brackets in a heading wants something of all cells below: (one size up), (+10), (NOT printed)."""
    asks = (asks_for_another_cut, orders_some_alone, holds_back, refuses_print, _is_as_last_year, _is_otherwise)
    return _COUNTED.fullmatch(aside.strip()) is not None or any(each(aside) for each in asks)


def _is_otherwise(text: str) -> bool:
    return phrases_in(_OTHER_THAN_WRITTEN).stand_in(words_of(text))


def asks_for_another_size(text: str) -> bool:
    """Whether a text beside the players wants another size than is written; a chart of sizes says the like to everyone."""
    words = words_of(text)
    sizes = word_set(f"{_SIZES_SPOKEN_OF} {WORDS[Concept.SIZE]} {WORDS[Concept.HEIGHT_OR_SIZE]}")
    return _is_otherwise(text) and not sizes.isdisjoint(words)


def _wants_all_otherwise(text: str) -> bool:
    """Whether it wants everything otherwise than it is written: all one size bigger, all get number + 20, rot statt blau."""
    words = words_of(text)
    everybody = not word_set(_EVERYBODY).isdisjoint(words)
    if everybody and _COUNTED_OTHERWISE.search(text) is not None:
        return True
    return _is_otherwise(text) and (everybody or phrases_in(worn_words()).stand_in(words))


def _wants_a_sponsor(text: str) -> bool:
    """Whether it says where, or on what, somebody is advertised for: all with the name of the bar on the chest."""
    words = words_of(text)
    named = len(words) >= _FEW and phrases_in(_SPONSORED).stand_in(words)
    of_goods = phrases_in(f"{_ON_IT} {worn_words()}").stand_in(words) or not word_set(_EVERYBODY).isdisjoint(words)
    return named and (of_goods or ":" in text)


def _is_as_last_year(text: str) -> bool:
    """Whether it leaves what is ordered to an earlier order, or to a question that is to be asked first."""
    return phrases_in(f"{_AS_LAST_YEAR} {_ASKED_FIRST}").stand_in(words_of(text))

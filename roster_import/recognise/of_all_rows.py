"""What a text beside the order wants of everything in it: all one size bigger, long sleeves, the sponsor's name, as last year."""

from __future__ import annotations

import re
from itertools import pairwise

from roster_import.recognise.colours import colour_of
from roster_import.recognise.order_words import (
    asks_for_another_cut,
    holds_back,
    orders_some_alone,
)
from roster_import.recognise.print_words import (
    ALONE,
    PRINTED_WORDS,
    WITHOUT,
    asks_for_part_of_names,
    refuses_print,
    says_what_is_not_printed,
)
from roster_import.recognise.said_phrases import NEW, phrases_in, word_set, words_of
from roster_import.recognise.tokens import without_accents
from roster_import.recognise.words import WORDS, Concept
from roster_import.recognise.worn_words import says_worn

_EVERYBODY = """
    all alle alles allen everyone everybody everything each jeder alla allihop allihopa iedereen allemaal tous toutes tout todos
    todas todo tutti tutte tutto wszyscy wszystkie wszystko vsichni vsechny vsechno kaikki kaikille hepsi herkes
"""
_OTHER_THAN_WRITTEN = """
    bigger larger smaller one_up size_up size_down up_a_size down_a_size double doubled twice grosser groesser kleiner doppelt
    zweimal storre mindre dobbelt to_gange storrelse_op dubbelt groter kleiner dubbel plus_grand plus_grande plus_petit au_dessus
    double mas_grande mas_pequeno mas_pequena doble piu_grande piu_piccola doppio maior menor dobro wieksza wiekszy mniejsza
    podwojnie vetsi mensi dvakrat isompi suurempi pienempi kaksi daha_buyuk daha_kucuk instead statt anstatt istedet i_stedet
    one_size_up pedir_una_mas pedir_uno_mas una_mas uno_mas una_in_piu uno_in_piu taglia_in_piu numero_in_piu talla_mas um_acima
    une_de_plus taille_au_dessus taille_de_plus un_plus_grand o_numer_wieksz* o_rozmiar_wieksz* eine_nummer_grosser en_storre
    ett_nummer_storre istallet i_plaats au_lieu en_vez invece em_vez zamiast misto sijaan nagyobb kisebb
"""
_SIZES_SPOKEN_OF = (
    "nr nummer number numero cislo numer kokoa numeroa rozmiaru velikosti bedeni merettel szammal matje tailles"
)
_SPONSORED = """
    sponsor* sponzor* sponso* publicidad publicidade publicite pubblicita werbung werbepartner reklame reklamen reklama reklamy
    reklamu reklam mainos mainokset mainoksen patrocinador* patrocinio
"""
_ON_IT = """
    print* druck* aufdruck* bedruck* drauf tryk* tryck* druk* opdruk bedruk* imprim* flocage stampa* estampa* nadruk*
    potisk* paina* baski* chest brust bryst brost brostet brystet borst poitrine pecho petto peito piers piersi hrud
    hrudi rinta rintaan back rucken ryg ryggen rug dos espalda schiena costas plecy plecach zada selka selkaan sleeve
    sleeves armel aerme arm manche manga manica
"""
_AS_LAST_YEAR = """
    as_last_year like_last_year same_as_last last_years last_year_s as_last_season like_last_season wie_letztes_jahr
    wie_letzten_jahr wie_im_letzten_jahr wie_letzte_saison wie_in_der_letzten_saison wie_vorjahr wie_im_vorjahr wie_voriges_jahr
    wie_vergangenes_jahr som_sidste_ar som_sidste_saeson som_i_fjor som_forra_aret som_forra_sasongen som_i_fjol als_vorig_jaar
    zoals_vorig_jaar als_vorig_seizoen comme_l_annee_derniere comme_l_an_dernier comme_la_saison_derniere como_el_ano_pasado
    como_la_temporada_pasada come_l_anno_scorso come_la_stagione_scorsa como_no_ano_passado como_o_ano_passado
    jak_w_zeszlym_roku jak_rok_temu jak_w_poprzednim_sezonie jako_loni jako_vloni kuten_viime_vuonna kuin_viime_vuonna
    gecen_yilki gecen_sezonki mint_tavaly idem_saison_passee idem_saison_derniere idem_annee_derniere idem_l_an_dernier
    comme_la_saison_passee comme_l_annee_passee
    old_design previous_design the_old_kit old_style altes_design alte_design alten_design gamle_design gammelt_design
    gamla_designen gamle_designet oude_ontwerp oude_design ancien_modele ancien_design diseno_antiguo modelo_antiguo
    antiguo_diseno vecchio_modello vecchio_design modelo_antigo design_antigo stary_wzor starego_wzoru stary_design
    stary_vzor vanha_malli vanhan_mallin eski_model eski_tasarim
"""
_YEAR_BEFORE = re.compile(
    r"\b(?:as|like|wie|som|zoals|als|comme|como|come|jak|idem)\s+(?:in |en |dans |i |la |le )?20\d\d\b", re.IGNORECASE
)
_NOT_ALL_YET = """
    more_to_come more_will_follow more_to_follow weitere_folgen weitere_kommen es_kommen_noch noch_nicht_alle flere_kommer
    fler_kommer flere_folger er_komen_er_nog meer_volgt d_autres_suivront d_autres_a_venir vendran_mas seguiran_mas
    altri_seguiranno mais_a_caminho bedzie_wiecej dalsi_budou lisaa_tulossa
    gilt_erst valid_from not_before_the gaelder_fra_og_med gaelder_forst galler_fran galler_forst gjelder_fra
    geldt_pas geldt_vanaf valable_a_partir a_partir_de_la valido_desde valido_da_gennaio wazne_od plati_od voimassa_alkaen
"""
_TO_BE_CHECKED = """
    please_check check_please all_to_check bitte_prufen bitte_alle_prufen bitte_kontrollieren bitte_uberprufen bitte_durchsehen
    tjek_venligst venligst_tjek kontroller_venligst vennligst_sjekk kontrollera_garna vanligen_kontrollera graag_controleren
    merci_de_verifier veuillez_verifier verifiez_svp por_favor_revisad revisar_por_favor si_prega_di_controllare
    controllare_per_favore prosze_sprawdzic prosim_zkontrolujte tarkistakaa
"""
_PLACED_ON = """
    on_the_chest on_the_front on_the_sleeve on_the_sleeves auf_der_brust auf_dem_armel pa_brystet pa_aermet pa_brostet pa_armen
    op_de_borst op_de_mouw sur_la_poitrine sur_la_manche en_el_pecho en_la_manga sul_petto sulla_manica no_peito na_manga
    na_piersi na_piersiach na_rekawie na_hrudi na_rukavu rinnassa rinnan hihaan goguste
"""
_ON_THE_BACK = """
    on_the_back auf_dem_rucken pa_ryggen op_de_rug sur_le_dos dans_le_dos en_la_espalda sulla_schiena nas_costas na_plecach
    na_zadech selkaan sirtta
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
_A_NUMBER = (
    "[2-9]|two|three|four|zwei|drei|vier|twee|drie|to|tre|tva|deux|trois|dos|tres|due|dois|duas|dwie|dwa|dve|kaksi|iki"
)
_EACH = (
    "each|hver|vardera|var|chacune?|cada(?: uno| una| um| uma)?|ciascuno|a testa|kazdy|kazdemu|kpl|jokaiselle|her biri"
)
_SEVERAL_EACH = re.compile(  # folded: two each, 2 per player, je zwei, to til hver, x2, two of everything
    rf"\b(?:{_A_NUMBER}) (?:(?:til |av |af |of |pour |para |per |a |pro )?(?:{_EACH})|(?:per|pro|pr|par|por|a) (?:player|person"
    r"|head|spieler\w*|kopf|nase|spiller|mand|speler|spelare|joueu\w+|persona|jugador\w*|giocator\w+|atleta|jogador\w*|osob\w+|pelaaja))\b"
    rf"|\b(?:je|jeweils|ieder|elk|hver|chacun|cada uno|ciascuno) (?:{_A_NUMBER})\b"
    rf"|\b(?:{_A_NUMBER}) of (?:everything|all)\b"
    r"|\b(?:alt|alles|alle|tout|todo|tutto) (?:i dobbelt|doppelt|dubbel|en double|doble|doppio)\b"
    r"|(?:^|\s)x ?[2-9]$|^[2-9] ?x$"
)
_ON_CONDITION = """
    if_taken if_not_available if_not_free wenn_vergeben falls_vergeben wenn_belegt falls_belegt hvis_optaget hvis_opptatt
    om_upptagen om_upptaget als_bezet si_pris si_occupe si_ocupado si_esta_ocupado se_occupato se_preso se_ocupado
    jesli_zajety jesli_zajete pokud_obsazeno jos_varattu ha_foglalt doluysa
"""
_NOT_NOW = """
    not_this_year not_this_season dieses_jahr_nicht diese_saison_nicht nicht_dieses_jahr ikke_i_ar inte_i_ar dit_jaar_niet
    pas_cette_annee pas_cette_saison este_ano_no esta_temporada_no quest_anno_no non_quest_anno este_ano_nao w_tym_roku_nie
    letos_ne
    ei_tana_vuonna bu_yil_yok
"""
_SWAPS = """
    swap* swop* exchang* tausch* getauscht vertausch* wechsel* byt* bytte* ombytte* wissel* gewisseld verwisseld ruil*
    echang* interver* intercambi* cambian cambiano scambi* troc* zamien* wymien* prohod* vymen* vaihta* vaihto* degis*
    omwissel* omwissel omruil* omgeruild umtausch*
"""
_TWO_NUMBERS = re.compile(r"(?<![\d.:])\d{1,2}(?![\d.:]*\d)")
_A_LINE = 160  # letters
_UNACCENTED = """
    sans_accents sans_accent sin_tildes sin_acentos senza_accenti sem_acentos bez_polskich_znakow bez_ogonkow bez_ogonka
    bez_diakritiky bez_diakritik bez_hacku_a_carek bez_hacku ohne_umlaute ohne_akzente without_accents no_accents uden_accenter
    utan_accenter uten_aksenter zonder_accenten ilman_aakkosia ilman_pisteita
"""
_FONTS = """
    font fonts typeface schrift schriftart schriftfarbe skrifttype skrifttypen lettertype typsnitt teckensnitt tipografia
    carattere caratteri czcionka czcionki fontti betutipus yazi_tipi police_de_caractere
"""
_LETTERING = (
    "print printing druck druckfarbe aufdruck tryk trykfarve tryckfarg letters buchstaben bogstaver bokstaver lettres letras "
    "lettere litery pismena lettering beschriftung text tekst teksti scritta scritte felirat napis napisy "
    "beflockung flocage bedrukking opdruk estampacion estampado serigrafia rotulacion estampagem stampaggio zadruk nadruk "
    "potisk potisku painatus painatuksen baski"
)
_PLACES = """
    front vorne vorn vorderseite foran forsiden framsidan framtill voorkant voorop devant davanti delante frente przodu
    przedzie vpredu edessa etupuolelle brystet brostet piers hrudi rinta rintaan chest brust bryst brost borst poitrine
    pecho petto peito piersi hrud sleeve sleeves armel aerme arm manche manga manica gold silver guld solv silber goud
    zilver or argent oro plata argento ouro prata zlote srebrne kulta hopea
    right left rechts links hojre venstre hoger vanster droite gauche derecha izquierda destra sinistra direita
    esquerda prawej lewej vpravo vlevo oikealle vasemmalle golden goldene goldener silbern silberne gylden gyldne
    gullfarge* guldfarve* gouden zilveren dore doree argente argentee dorado dorada plateado plateada dorato dorata
    argentato dourado dourada zloty zlota srebrny srebrna stribrny zlaty kultainen hopeinen altin gumus
    hoyre sagda solda kullalla hopealla kultaisella
"""
_PACKED = """
    verpack* pack_per pack_by packed_by packed_per pack_separately packed_separately pack_each packed_each bagged bag_per
    pakkes pakket packas paketera* verpakk* inpakken emball* emballe* imball* empaquet* empacot* embal* pakowa* zapakowa*
    zabalit baleno pakata pakataan csomagol* paketle*
"""
_BADGES = """
    badge badges crest crests emblem emblems wappen vereinswappen clubwappen klublogo klubblogo klubmaerke clublogo vereinslogo
    ecusson escudo stemma emblema herb herbu znak merkki seuralogo logo logos
    market klubbmarke klubbmarket marke kluba arma
"""
_UNDER = "under unter beneath over uber above sous dessus bajo debajo encima sotto sopra pod nad alla ylla onder boven"
_INFLECTED = ("valko", "musta", "puna", "sini", "kelta", "bialo", "bialy", "czarn", "czerwon", "niebiesk")
_WHITE = """
    white weiss weisse weisser hvid hvide hvit vit vita wit witte blanc blanche blanco blanca bianco bianca branco biala bile
"""
_COLOURED = re.compile(  # Farbe: rot; Colore: rosso/bianco
    r"\b(?:colou?rs?|farben?|farver?|färg(?:er)?|farger?|kleur(?:en)?|couleurs?|colore|colori|color(?:es)?|cor|cores|kolory?|barv[ay]"
    r"|värit?|renk|szín)\s*:\s*\S",
    re.IGNORECASE,
)
_CENTIMETRES = re.compile(r"\b\d{1,2}(?:[.,]\d)?\s?cm\b", re.IGNORECASE)
_AT_A_TIME = re.compile(r"\b\d{1,2}(?::\d\d|\.\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|uhr|h)\b|\bkl\.?\s?\d", re.IGNORECASE)
_IN = frozenset({"in", "i", "en", "em", "w", "v"})
_NO_COLOURS = frozenset({"rosa", "sede"})  # in Italian the squad, and the club's rooms
_SHADED = re.compile(r"^(?:dunkel|hell|morke|mork|lyse|lys|marine|marin|navy|ljus|donker|licht)(\w{3,})$")
_NEAR = 4  # words between an only and the new it is of
_FEW = 3  # words of a text; of fewer it is what a column or a list is called


def _is_to_come(text: str) -> bool:
    """Whether it says that the list is not whole yet, or not checked, or holds later: first go - more to come."""
    return phrases_in(f"{_NOT_ALL_YET} {_TO_BE_CHECKED}").stand_in(words_of(text))


def _is_placed(text: str) -> bool:
    """Whether it says where on the garment something stands: SuperBrugsen på ryggen; names and numbers stand on the back."""
    words = words_of(text)
    of_print = phrases_in(PRINTED_WORDS).stand_in(words) and word_set(_UNDER).isdisjoint(words)
    return phrases_in(_PLACED_ON).stand_in(words) or (phrases_in(_ON_THE_BACK).stand_in(words) and not of_print)


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
        _is_of_the_new_alone,
        _is_of_lettering,
        _is_of_packing,
        _is_of_several_each,
        _is_of_accents,
        swaps_numbers,
        _is_in_a_colour,
        _is_to_come,
        _is_placed,
    )
    return any(each(text) for each in asks)


def _is_of_accents(text: str) -> bool:
    """Whether names are to be printed without their accents: bez ogonków."""
    return phrases_in(_UNACCENTED).stand_in(words_of(text))


def _is_in_a_colour(text: str) -> bool:
    """Whether it says in what colour something is to be: alle in dunkelblau, i rødt."""
    pairs = pairwise(words_of(text)) if len(text) <= _A_LINE else ()
    return any(before in _IN and word not in _NO_COLOURS and _names_a_colour(word) for before, word in pairs)


def _names_a_colour(word: str) -> bool:
    return any(map(_is_a_colour, (word, *_SHADED.findall(word))))


def _is_of_several_each(text: str) -> bool:
    return len(text) <= _A_LINE and _SEVERAL_EACH.search(without_accents(text).strip(" .!")) is not None


def is_counted_otherwise(text: str) -> bool:
    """Whether a comment adds to what is written: numbers from last year +10."""
    return len(text) <= _A_LINE and _COUNTED_OTHERWISE.search(text) is not None


def swaps_numbers(text: str) -> bool:
    """Whether it says that two numbers change places: 12 and 13 swap, Nummern tauschen 12/13."""
    return phrases_in(_SWAPS).stand_in(words_of(text)) and len(_TWO_NUMBERS.findall(text[:_A_LINE])) > 1


def is_for_everybody(text: str) -> bool:
    """Whether a note that stands by itself says what everybody gets: und Hosen für alle."""
    words = words_of(text)
    return not word_set(_EVERYBODY).isdisjoint(words) and says_worn(words)


def is_of_a_whole_column(aside: str) -> bool:
    """Whether what stands in brackets in a heading wants something of all cells below: (one size up), (+10), (NOT printed)."""
    asks = (
        asks_for_another_cut,
        orders_some_alone,
        holds_back,
        refuses_print,
        asks_for_part_of_names,
        _is_as_last_year,
        _is_otherwise,
        _is_on_condition,
    )
    counted = _COUNTED_OTHERWISE.match(aside.strip()) is not None
    return (
        counted
        or phrases_in(f"{_NOT_NOW} {_UNACCENTED}").stand_in(words_of(aside))
        or any(each(aside) for each in asks)
    )


def _is_on_condition(text: str) -> bool:
    return phrases_in(_ON_CONDITION).stand_in(words_of(text))


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
    return _is_otherwise(text) and (everybody or says_worn(words))


def _wants_a_sponsor(text: str) -> bool:
    """Whether it says where, or on what, somebody is advertised for: all with the name of the bar on the chest."""
    words = words_of(text)
    named = phrases_in(_SPONSORED).stand_in(words)
    if named and len(words) < _FEW:
        return not word_set(WITHOUT).isdisjoint(words)  # no sponsor
    if _AT_A_TIME.search(text) is not None:
        return False  # the evening of the sponsor
    of_goods = phrases_in(_ON_IT).stand_in(words) or says_worn(words) or not word_set(_EVERYBODY).isdisjoint(words)
    return named and (of_goods or ":" in text)


def _is_as_last_year(text: str) -> bool:
    """Whether it leaves what is ordered to an earlier order, or to a question that is to be asked first."""
    said = phrases_in(f"{_AS_LAST_YEAR} {_ASKED_FIRST}").stand_in(words_of(text))
    return said or _YEAR_BEFORE.search(text[:_A_LINE]) is not None


def _is_of_the_new_alone(text: str) -> bool:
    """Whether it orders for those alone who are new: Nur neue Spieler bestellen, tilataan vain uusille pelaajille."""
    words = words_of(text)
    alone = (at for at, word in enumerate(words) if word in word_set(ALONE))
    return any(not word_set(NEW).isdisjoint(words[at + 1 : at + 1 + _NEAR]) for at in alone)


def _is_of_lettering(text: str) -> bool:
    """Whether it says how names and numbers are to look, or where else they stand: Schrift weiß, number small on the front."""
    words = words_of(text)
    if phrases_in(_FONTS).stand_in(words) or _COLOURED.search(text) is not None:
        return True
    printed = phrases_in(f"{PRINTED_WORDS} {_LETTERING} {_BADGES}").stand_in(words)
    placed = (
        _says_which_is_above(words) or not word_set(_PLACES).isdisjoint(words) or _CENTIMETRES.search(text) is not None
    )
    look = placed or any(map(_is_a_colour, words))
    return printed and look and len(words) > 1


def _says_which_is_above(words: list[str]) -> bool:
    """Whether it says which of name and number stands above the other: Navn under nummeret."""
    of_print = [word for word in words if phrases_in(PRINTED_WORDS).stand_in([word])]
    return len(of_print) > 1 and not word_set(_UNDER).isdisjoint(words)


def _is_a_colour(word: str) -> bool:
    return word in word_set(_WHITE) or word.startswith(_INFLECTED) or bool(colour_of(word))


def _is_of_packing(text: str) -> bool:
    """Whether it says how everything is to be packed: bitte getrennt verpacken, pack per team."""
    words = words_of(text)
    return len(words) >= _FEW and phrases_in(_PACKED).stand_in(words)

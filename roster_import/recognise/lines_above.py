"""Lines above a table that say more than whose list it is: wishes for the order that no row has, players above the headings.

What nobody taught us stands in them in small letters: titles have words for orders, seasons, teams and what is worn, names are
written large, and what is filled in, sent back or asked about is of the list and not of what it orders.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.recognise.cell_kinds import Trait, integer, traits
from roster_import.recognise.headings import sense
from roster_import.recognise.notes import TEAM_WORDS, is_by_somebody, is_label, reaches_somebody
from roster_import.recognise.order_words import asks_otherwise
from roster_import.recognise.remark_words import wants_something
from roster_import.recognise.said_phrases import JOINING, phrases_in, prose, word_set
from roster_import.recognise.sign_offs import is_due, signs_off
from roster_import.recognise.spoken_numbers import names_size
from roster_import.recognise.tokens import fold, take_apart
from roster_import.recognise.words import WORDS, Concept
from roster_import.recognise.worn_words import says_worn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.model.workbook import Cell

_FEWEST, _MOST = 3, 60  # words
_SHORTEST = 3  # letters of a word that says something
_STRANGE_ALONE = 2  # words in small letters that nobody taught us
_FEW = 4  # words
_NUMBER = re.compile(r"(?<![\d.,:/-])\b\d{1,2}\b(?![\d.,:/-])")  # no date, no 2nd team, no age: U12
_BESIDES = """
    extra extras spare spares also too auch dazu ogsa ook erbij aussi tambien anche tambem tez rowniez takze taky myos dahi ocksa
"""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TRAINING = re.compile(r"\b(?:train|traen|tren|allenament|entren|entrain|treino|harjoitu|antrenman)")
_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:man|tirs|ons|tors|fre|lor|son)dag"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves"
    r"|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|segunda|terca|quarta|quinta|sexta|poniedzial"
    r"|wtor|srod|czwart|piat|pondel|uter|stred|ctvrt|patek|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai)"
)
_FOR_A_NUMBER = re.compile(  # folded: keeper top for number 7
    r"\b(?:for|fur|til|till|voor|pour|para|per|dla|pro)\s(?:(?:the|die|den|le|el|il|o|no|nr|number|nummer|numero|numer|cislo)\.?\s)*"
    r"\d{1,2}\b(?![\d.,:/%€-])"
)
_SIZED = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{2,20})\.?\s(?:1[0-8]\d|\d{1,2})\b(?!\s?(?:[-–/,]|bis|to|til|till|tot|a|do|[àa])\s?\d)"
)
_WORD_OR_NUMBER = re.compile(r"[^\W_]+")
_SIZES = frozenset({Trait.LETTER_SIZE, Trait.NUMBER_SIZE})
_GOODS = frozenset({*_SIZES, Trait.JERSEY})
_MOST_GOODS = 3  # of one player; a chart of sizes has more
_OF_A_LETTERHEAD = frozenset({Trait.PHONE, Trait.PROSE})
_STEP = re.compile(r"\s*\d{1,2}\s?[.)/:]\s*\D")  # of how to fill in the list
_TITLES = """
    order orders ordering list lists roster rosters kit kits season seasons preseason club clubs camp tournament cup
    league official new next this our the all year years old age ages spring summer autumn fall winter training match
    matchday game home away first second third youth under over mixed school class group groups size sizes sizing
    number numbers name names sheet form forms collection collective final draft copy version export full players
    player coach staff squad teamwear sportswear clothing apparel gear equipment uniform uniforms shop store member
    members registration overview report date page printed print data with and for bestellung bestellungen
    bestellliste sammelbestellung liste saison verein neue neuer neues neuen unsere unserer alle aller jahr jahre
    herbst sommer fruhjahr bestilling bestillinger holdliste spillerliste seson saeson saesonen sesong sesongen arets
    nye vores forening efterar forar bestallning bestallningar lista spelarlista sasong sasongen nya alla var vara
    host bestelling bestellingen lijst seizoen nieuwe onze vereniging najaar voorjaar commande commandes prochaine
    nouvelle nouveaux notre tous printemps automne hiver ete equipement equipements tenue tenues dotation annee
    effectif pedido pedidos listado temporada proxima nueva nuestro todos primavera otono invierno verano equipacion
    equipaciones ropa curso ano plantilla erste ersten erster zweite zweiten dritte dritten forste anden tredje andra
    eerste tweede derde premiere deuxieme troisieme primer segundo primeira segunda terza seconda prima pierwsza druga
    prvni druhy ensimmainen toinen leavers graduates since founded gegrundet stiftet grundad opgericht fondee fundado
    fondata founder band marching football soccer handball volleyball basketball hockey floorball rugby cricket
    netball baseball softball athletics running swimming cycling rowing tennis badminton gymnastics dance judo karate
    futsal lacrosse triathlon wrestling sailing skiing fussball schwimmen turnen leichtathletik laufen rudern fodbold
    handbold svomning gymnastik fotboll innebandy simning friidrott fotball svomming voetbal hockeyclub zwemmen
    atletiek korfbal natation athletisme gymnastique futbol balonmano baloncesto natacion atletismo calcio pallavolo
    pallacanestro pallamano nuoto atletica futebol andebol basquetebol voleibol natacao pilka nozna siatkowka
    koszykowka plywanie lekkoatletyka fotbal hazena plavani atletika jalkapallo lentopallo salibandy uinti
    yleisurheilu futbolcu voleybol basketbol yuzme feminin feminine masculin masculine femenino femenina masculino
    feminino femminile maschile damski meski mlodszy mladsi starsi zaky zaci pripravka ordine ordini elenco stagione
    nuova nuove nostra tutti autunno inverno estate divise abbigliamento anno rosa encomenda encomendas epoca nova
    novos nossa outono verao equipamento equipamentos plantel zamowienie zamowienia sezon nowy nowe nasze wszyscy
    wiosna jesien zima lato stroje strojow odziez rok objednavka objednavky seznam soupiska sezona nove nase jaro
    podzim leto obleceni dresy tilaus tilaukset kausi uusi uudet kaikki kevat syksy talvi kesa varusteet vuosi siparis
    siparisi listesi sezonu yeni bizim ilkbahar sonbahar kis yaz malzeme yili
"""
_FILL_IN = """
    fill filled fill_in complete completed ausfullen ausgefullt eintragen udfyld udfyldes udfyldt fyll fylles
    utfylles utfylt fylls ifylld ifylles invullen ingevuld remplir remplissez completer rellenar rellenad completar
    compilare compilate preencher preencham wypelnic wypelnij vyplnit vyplnte taytta tayttakaa doldurun doldurunuz
"""
_OF_THE_LIST = f"""
    {_FILL_IN}
    as_written wie_geschrieben unless_stated in_jahren in_years en_annees en_anos before_ordering vereinsfarben
    vereinsfarbe club_colours club_colors club_colour klubfarver klubbfarger clubkleuren colori_sociali
    colores_del_club return returned send sent back enter deadline questions contact whatsapp email click see below
    attached attachment include includes included siehe se zie voir ver vedi patrz viz katso reply tick choose
    select type write instructions instruction zuruck zurucksenden senden schicken anbei unten frist fragen
    ankreuzen auswahlen angeben returner sendes retur skriv nedenfor vedhaeftet afkryds sporgsmal sendes_til skicka
    skickas nedan bifogat kryssa terugsturen opsturen hieronder bijgevoegd vragen aankruisen renvoyer retourner
    retour envoyer joint cocher devolver enviar enviad adjunto marcar restituire inviare inviate allegato barrare
    anexo odeslac przeslac zwrocic ponizej zalaczniku zaslat odeslat vratit nize priloze palauttaa palauta lahettaa
    liitteena gonderin asagida ekte price prices preis preise pris priser priserne priserna prijs prijzen prix
    precio precios prezzo prezzi preco precos cena ceny hinta hinnat fiyat fiyatlar moms mwst btw tva_comprise iva
    vat dph field fields felder feld felt felterne velden champs campos campi pola kentat heading headings
    uberschriften uberschrift overskrifter rubriker rubrik koppen titres encabezados intestazioni naglowki zahlavi
    otsikot row_per zeile_pro zeile_je raekke_pr raekke_per rad_per rad_pr regel_per rij_per ligne_par fila_por
    riga_per linha_por wiersz_na radek_na rivi_per rivi_pelaajaa glad freuen glaeder gleder looking required
    mandatory pflichtfelder obligatoires obligatorios obligatori obrigatorios obowiazkowe povinne pakolliset zorunlu
    updated erstellt aktualisiert opdateret oppdatert uppdaterad bijgewerkt actualizado aggiornato atualizado
    zaktualizowano aktualizovano paivitetty guncellendi supersedes ansprechpartner ansprechpartnerin kontaktperson
    website homepage hjemmeside hjemmesiden hemsida hemsidan gewahr trainingszeiten traeningstider treningstider
    traningstider trainingstijden
"""


def says_more_than_a_title(text: str) -> bool:
    """Whether a line above a table says something of its own: Leave out the last two; a title, a contact, a date do not."""
    words = _WORD.findall(prose(text))
    if not 1 < len(words) <= _MOST or _STEP.match(text) or reaches_somebody(text) or is_due(text):
        return False
    if is_of_the_list(text) or _says_when_they_train(text):
        return False
    asks = (counts_goods, _is_for_a_number, says_a_size, asks_otherwise, wants_something)
    if any(each(text) for each in asks):
        return len(words) >= _FEWEST or any(map(str.isdigit, text))
    titled = len(words) < _FEWEST or is_by_somebody(text) or is_label(text) or signs_off(text)
    return not titled and (names_size(text) or _goes_on(words))


def is_of_the_list(text: str) -> bool:
    """Whether it speaks of the list itself, its headings, its way back, its prices: Do not change the headings."""
    return phrases_in(_OF_THE_LIST).stand_in([fold(word) for word in _WORD.findall(prose(text))])


def says_how_to_fill_in(text: str) -> bool:
    """Whether it says what is to be filled in: Bitte nur die gelben Felder ausfüllen."""
    return phrases_in(_FILL_IN).stand_in([fold(word) for word in _WORD.findall(text)])


def looks_like_a_player(row: Mapping[int, Cell]) -> bool:
    """Whether somebody stands there with a size or a number, and nothing that heads, labels or dates: ANN, 9, S."""
    looks = {cell.text: traits(cell.text) for cell in row.values()}
    if any(look & _OF_A_LETTERHEAD for look in looks.values()):
        return False
    named = [text for text, look in looks.items() if Trait.NAME in look and not look & _SIZES and not _is_a_label(text)]
    goods = [text for text, look in looks.items() if look & _GOODS and Trait.LARGE not in look and text.strip("0.")]
    return bool(named) and 0 < len(goods) <= _MOST_GOODS and not _rises([integer(text) for text in goods])


def _rises(numbers: Sequence[int | None]) -> bool:
    """Whether measures of one size after another stand there, as in a chart of sizes: 70, 72, 74."""
    return len(numbers) == _MOST_GOODS and all(a is not None and b is not None and a < b for a, b in pairwise(numbers))


def _is_a_label(text: str) -> bool:
    return text.rstrip().endswith(":") or sense(text).known


def _says_when_they_train(text: str) -> bool:
    folded = fold(text)
    return _TRAINING.search(folded) is not None and _WEEKDAY.search(folded) is not None


def _is_for_a_number(text: str) -> bool:
    return _FOR_A_NUMBER.search(fold(text)) is not None


def says_a_size(text: str) -> bool:
    """Whether a size stands behind its word, and no chart of them: Größe 164 für die Zwillinge."""
    sizes = word_set(f"{WORDS[Concept.SIZE]} {WORDS[Concept.HEIGHT_OR_SIZE]}")
    return any(fold(match[1]) in sizes for match in _SIZED.finditer(text))


def _goes_on(words: list[str]) -> bool:
    """Whether enough of it is written small in words that no title has; of a short line one is enough."""
    strange = sum(map(_is_strange, words))
    return strange >= _STRANGE_ALONE or (strange == 1 and len(words) <= _FEW)


def counts_goods(text: str) -> bool:
    """Whether a garment is spoken of beside a number, or as something besides: 3 more shirts, socks for everybody too."""
    words = [fold(word) for word in _WORD_OR_NUMBER.findall(prose(text))]
    besides = not word_set(_BESIDES).isdisjoint(words)
    return says_worn(words) and (besides or _NUMBER.search(text) is not None) and not _counts_teams(words)


def _counts_teams(words: list[str]) -> bool:
    """Whether its number is that of a team: Trikots 2 Herren."""
    return any(
        (a.isdecimal() and b in TEAM_WORDS) or (b.isdecimal() and (a in TEAM_WORDS or a == "year"))
        for a, b in pairwise(words)
    )


def _is_strange(word: str) -> bool:
    """Whether it is written small and nobody taught it to us as a word of titles, of people or of what is worn."""
    folded = fold(word)
    if not word[0].islower() or len(folded) < _SHORTEST or folded in word_set(f"{_TITLES} {JOINING}") | TEAM_WORDS:
        return False
    terms = take_apart(word).main
    return not (terms and all(term.concept for term in terms))

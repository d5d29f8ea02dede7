"""Cells of people's lives, whatever the heading: weeks, days, times, marks of a race, fees, relatives, pets, what is eaten.

Unlike `plain_contents`, where all cells are alike, most must be of such a kind here and none of anything that is ordered: people
write `uge 41 (swapped)`, `later` and `20 €` below each other.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from roster_import.recognise.cell_kinds import Trait, traits
from roster_import.recognise.contents import is_personal
from roster_import.recognise.goods_words import holds_goods
from roster_import.recognise.tokens import without_accents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.recognise.contents import Held

_MOST, _NEARLY_ALL = 0.6, 0.8
_FEWEST = 2  # different values
_LONGEST = 80  # characters of a value that are looked at
_HIGHEST_WORN = 99
_TALLEST = 190  # centimetres: above, nothing is a child's size
_NOTHING_WORDS = """
    - – — x o / ? ja nein nej nei nee yes no y n j oui non si sim nao tak nie ano ne kylla ei evet hayir none keine keiner keins
    ingen inget inga intet geen aucun aucune ninguno ninguna nessuno nessuna nenhum nenhuma brak zadny zadna yok n/a na tbc tbd ok
    k.a. n.v.t. n.b. offen open aben apen oppen folgt fehlt mangler saknas pending 없음 なし 无
"""
_NOTHING = frozenset(_NOTHING_WORDS.split())
_DAYS = (
    "mo|di|mi|do|fr|sa|so|mon|tue|tues|wed|thu|thurs|fri|sat|sun|man|tir|tirs|ons|tor|tors|fre|lor|lordag|son|tis|ma|"
    "woe|wo|vr|za|zo|lun|mar|mer|mie|jeu|jue|ven|vie|sam|sab|dim|dom|gio|seg|ter|qua|qui|sex|pn|pon|wt|sr|czw|pt|sob|nd|"
    "po|ut|st|ct|pa|ke|to|pe|la|su|pzt|sali|cars|pers|cuma|cmt|paz"
)
_WHOLE_DAYS = (
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mandag|tirsdag|onsdag|torsdag|fredag|sondag|maandag|"
    "dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|"
    "mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|"
    "mercoledi|giovedi|venerdi|sabato|domenica|segunda|terca|quarta|quinta|sexta|poniedzialek|wtorek|sroda|czwartek|"
    "piatek|sobota|niedziela|pondeli|utery|streda|ctvrtek|patek|nedele|maanantai|tiistai|keskiviikko|torstai|perjantai|"
    "lauantai|sunnuntai|pazartesi|carsamba|persembe|cumartesi|pazar"
)
_MONTHS = (
    "jan|feb|febr|marz|maerz|march|mart|apr|april|mai|may|maj|jun|june|juni|jul|july|juli|aug|sept|sep|okt|oct|nov|dez|"
    "dec|des|janv|fevr|avril|juin|juil|aout|ene|abr|ago|dic|gen|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|"
    "settembre|ottobre|set|out|ekim|kasim|wrz|paz|lis|gru|zari|rijna|elo|syys|loka|marras|joulu"
)
_WEEKS = "uge|uke|vecka|week|woche|wk|kw|vko|viikko|semaine|settimana|semana|tydzien|tyden|hafta"
_TIMES = re.compile(
    rf"(?:{_WEEKS})\.?\s?[0-9]{{1,2}}(?![0-9])"
    r"|[uv](?:\.\s?|\s)[0-9]{1,2}(?![0-9])"  # v. 36, but for V1 and U12, which may be ordered
    rf"|(?:{_WHOLE_DAYS})\b"
    rf"|(?:{_DAYS})\.?(?:\s?[,/+&]\s?(?:{_DAYS})\b|\s(?:og|och|und|and|et|y|e|i|a|ja)\s(?:{_DAYS})\b|\s[0-9])"
    rf"|[0-9]{{1,2}}\.?\s?(?:{_MONTHS})[a-z]*\b|(?:{_MONTHS})[a-z]*\.?\s?(?:'?[0-9]{{1,4}})?$"
    r"|(?:1[3-9]|2[0-9]|3[01])[./]\s?(?:1[0-2]|0?[1-9])\.?(?![0-9])|[0-9]{1,2}\.\s?(?:1[0-2]|0?[1-9])\.(?![0-9])"
    r"|(?:kl\.?\s?)?[0-9]{1,2}[:.h][0-5][0-9](?![0-9])|[0-9]{1,2}\s?(?:uhr|pm|am)\b|20[0-3][0-9](?![0-9])"
)
_WHOLE_DAY = re.compile(rf"(?:{_WHOLE_DAYS})s?")
_FIGURES = re.compile(
    r"[0-9]{1,4}(?:[.,][0-9]{1,2})?\s?"
    r"(?:kg|kilo|lbs|bpm|km|ml|kcal|watt|mmol|km/h|min|mins|sek|sec|std|hrs|pts|pkt|punkte|%)(?![a-z])"
    r"|[0-9]{3,4}\s?m(?![a-z])|[0-9]{1,3}[.,][0-9]{1,2}\s?[msg](?![a-z])|[0-9]{1,2}['\"][0-9]{1,2}"
    r"|[0-9]{1,2}(?:[/:][0-9]{1,3}){2}$"
    r"|[0-9]{1,2}:[0-9]{1,2}$|(?:ab|a|b|0|o)\s?(?:rh\s?)?(?:[+\-−]|pos|neg)[a-z]*$|\.[0-9]{3}$"
    r"|(?:[€$£]|kr\.?|chf|eur)\s?[0-9]|[0-9][0-9.,]*\s?(?:[€$£]|kr\b|kc\b|zl\b|euro?\b|chf\b|tl\b|,-|:-)"
    r"|[0-9]\s?(?:seats?|platze|plats|pladser|plasser|plaatsen|plekken|places|plazas|posti|lugares|miejsc|mist|paikkaa)"
)
_DECIMAL = re.compile(r"[0-9]{1,3}[.,][0-9]{1,2}")
_HALVES = re.compile(r"[0-9]{1,3}[.,][05]0?")
_SIGNED = re.compile(r"[+\-−–]\s?[0-9]{1,3}")
_WHOLE = re.compile(r"[0-9]{1,5}")
_TITLED = re.compile(
    r"(?:Mme|Mlle|Mrs?\.?|Ms\.?|Miss|Frau|Herr|Fru|Hr\.|Sra\.?|Srta\.?|Mevr\.?|Juf|Pani|Mgr|Prof\.?|Dr\.?)\s[^\W\d_]{3,}"
)
_WORD = re.compile(r"[^\W\d_]+")
_LIVES = """
    mum mom dad mummy daddy mother father parents gran granny grandma grandpa grandad aunt auntie uncle neighbour nanny
    mama papa oma opa mutter vater eltern tante onkel grosseltern nachbarin mami papi grosi mor far mormor farmor morfar
    farfar moster faster mamma pappa foraeldre foreldre foraldrar bedstemor bestemor tatanten moeder vader ouders
    buurvrouw buurman maman pere mere grand mamie tata tonton nounou abuela abuelo madre padre tia tio nonna nonno zia mae
    pai avo babcia dziadek ciocia niania matka ojciec maminka tatinek dedecek teta aiti isa mummo vaari anne baba anneanne
    dede dog cat rabbit hamster hund katze hase kaninchen meerschweinchen hunde kat kaniner marsvin katt katter kanin hond
    kater konijn chien chat perro gato cane gatto cao pies kot krolik pes kocka koira kissa kopek kedi vegetarian vegan
    vegetarisch vegetarier vegetar vegetarisk vegaani vegetarien vegetarienne vegetariano vegetariana vegano vegana
    wegetarianka wegetarianin halal kosher koscher gluten glutenfrei glutenfri laktose laktos laktosefrei lactose lactosa
    lattosio nuts peanuts nusse nodder notter noten noix nueces noci nozes orzechy orechy pahkina egg eier aeg agg pork
    schwein svin fisch fish fisk alles spiser normal auto car bil bilen coche voiture macchina carro samochod autem autoa
    english german french polish turkish arabic spanish italian deutsch englisch turkisch arabisch polnisch russisch dansk
    engelsk svenska norsk arabiska finska nederlands francais anglais arabe espanol italiano portugues polski catholic
    protestant muslim hindu buddhist jewish katholisch evangelisch moslim catholique musulman catolico cattolico married
    single divorced widowed verheiratet ledig geschieden verwitwet gehuwd alleenstaand gescheiden samenwonend weduwe gift
    ugift skilt samboende marie mariee celibataire divorce divorcee casado casada soltero soltera sposato sposata celibe
    nubile school schule skole skola ecole escuela scuola escola szkola koulu okul asthma astma asma heuschnupfen hayfever
    adhd epipen epi inhaler inhalator inhalateur inhalador inhalatore selbst zug bus bahn fahrrad rad deda babi sam sama sousedi
    varken pinda vega vis gluteeni maito kasvis sikaa sam_seult certif
"""
_PURSE = """
    chq chqs cheque cheques cb especes helloasso ancv virement sepa cash bar barzahlung uberwiesen mobilepay vipps
    swish paypal twint tikkie bizum mbway mbw multibanco lydia revolut lastschrift kontant kontanter efectivo transferencia
    domiciliado contanti bonifico bancomat dinheiro gotowka gotowke przelew przelewem hotove hotovost prevodem kateinen
    nakit havale bezahlt gezahlt betalt betald betaald paye payee paid pago paga pagado pagada pagato pagata pagou zaplaceno
    zaplacono oplacone maksettu maksanut odendi odedi rykker purring mahnung paminnelse herinnering fripas fritak befreit
    pg pgo deve isento isenta exento exonere transf virem
    impaye impayee impagado devuelto devuelta atrasado atraso divida restance rata raty ratenzahlung
"""
_CARE = """
    aok barmer dak techniker ikk bkk knappschaft sante certificat attestation arztzeugnis legeerklaering lakarintyg
    hotell hotel vandrerhjem klasserom klasselokale klassrum klaslokaal zelt telt talt tent hytte hutte hjemme fam familie
"""


def tell_of_lives(held: Held, _: Sequence[str]) -> bool:
    """Whether most cells are of a person's days, body, purse or family, and none is of what is ordered."""
    plain = (without_accents(" ".join(value[:_LONGEST].split())) for value in held.values)
    told = [value for value in plain if value.strip(" .!") not in _nothing()]
    if len(told) < _FEWEST or any(map(holds_goods, held.values)):
        return False
    named = _are_like_names(held)
    of_lives = sum(_is_of_life(value, named=named) for value in told) + sum(
        _TITLED.match(value[:_LONGEST]) is not None for value in held.values
    )
    return of_lives >= _MOST * len(told) or _are_figures(held, told) or _are_high(held, told)


def _are_like_names(held: Held) -> bool:
    """Whether they are written as names are: Mama, April and The Dog may be what is printed, as SA and MO may."""
    small = sum(value[:1].islower() for value in held.values)
    return held.cells.share(Trait.NAME) >= _MOST and small < (1 - _MOST) * len(held.values)


def _is_of_life(value: str, *, named: bool) -> bool:
    if is_personal(value):
        return True
    lettered = Trait.NAME in traits(value) and not any(map(str.isdigit, value))
    if named and lettered and not _WHOLE_DAY.fullmatch(value):
        return False
    return bool(_TIMES.match(value) or _FIGURES.match(value)) or not _lives().isdisjoint(_WORD.findall(value))


def _are_figures(held: Held, told: Sequence[str]) -> bool:
    """Whether they are figures, some in tenths or below nought: 3,9 and 11.2, +12 and -4; sizes of shoes come in halves."""
    decimals = [value for value in told if _DECIMAL.fullmatch(value)]
    signed = {value[0] for value in told if _SIGNED.fullmatch(value)}
    fine = any(not _HALVES.fullmatch(value) for value in decimals) and len(decimals) > 1
    both = "+" in signed and len(signed) > 1
    return (fine or both) and held.figures


def _are_high(held: Held, told: Sequence[str]) -> bool:
    """Whether they are whole numbers that nobody wears, no two alike, as those of articles are, and no sizes of children."""
    whole = [int(value) for value in told if _WHOLE.fullmatch(value)]
    high = sum(value > _HIGHEST_WORN for value in whole)
    measured = len(whole) >= _NEARLY_ALL * len(told) and high >= _MOST * len(told)
    return measured and max(whole) > _TALLEST and held.cells.distinct >= _NEARLY_ALL


@cache
def _nothing() -> frozenset[str]:
    return frozenset(map(without_accents, _NOTHING))


@cache
def _lives() -> frozenset[str]:
    return frozenset(f"{_LIVES} {_PURSE} {_CARE}".split())

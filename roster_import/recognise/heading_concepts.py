"""What the words of a heading stand for together: concepts, and which of them others change or rule out.

`headings` makes a meaning of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.recognise.lexicon import means
from roster_import.recognise.name_order import surname_first
from roster_import.recognise.tokens import Term, Terms, fold, take_apart
from roster_import.recognise.variants import CLOTHES
from roster_import.recognise.which_of_several import said_of_a_number, says_another, says_wished
from roster_import.recognise.words import FOREIGN, NUMBERS, Concept

if TYPE_CHECKING:
    from collections.abc import Sequence

C = Concept

PRINTED = frozenset({C.PRINT, C.BACK, C.GARMENT, C.OUTFIT, C.SHORT})
THINGS = frozenset({C.GARMENT, C.OUTFIT, C.JERSEY, C.DESIGN, C.LOGO, C.SIZE, C.VARIANT})
# Number on shirts: of a number that stands on several things there is one each.
_ON = re.compile(r"\b(?:on|auf|pa|op|sur|su|sul|sulla|sulle|en|na|nas|nos)\b")
# Words of how many that want a noun behind them, which says of what: number of siblings.
_HOW_MANY_OF = re.compile(
    r"(?:number|no|nr|num)\s+of\b|^num [a-z]{3,}s\b|how many|antal|anzahl|wie viele|aantal|hoeveel|nombre d|combien|cuant[ao]s"
    r"|quant[aeio]s?\b|ilosc|liczba|ile\b|pocet|kolik|lukumaara|montako|n[ou]mero d|kac\b"
)
_TRAININGS = frozenset(["trening", "treningu", "treningi", "treningow", "treningach", "treninger", "treninga"])
_INITIALS = re.compile(r"ini[tcz]i?j?al")
CATEGORY = re.compile(r"[ck]at(?:eg|\b)|\b(?:gro?up|gru[pb]|escal)|age_?group|alters|leeftijds|alders")
_EITHER = re.compile(r"/|\b(?:or|oder|eller|of|ou|o|lub|nebo|tai|veya)\b")
_OF_BOTH = re.compile(r"[/&+()]|\b(?:or|oder|eller|ou|lub|nebo|tai|veya|and|und|og|och|samt|et|y|ve)\b")
_WEIGHT = re.compile(r"gewicht|weight|vaegt|\bvekt|\bvikt|poids|\bpeso|\bwaga|\bvaha|hmotnost|\bpaino|kilo|\bkg\b")
_CENTIMETRES = re.compile(r"\bcm\b", re.IGNORECASE)
_LENGTH = re.compile(
    r"pituu|langd|lengte|lengde|laengde|\wlange\b|length|\blen\b|longueur|longitud|lunghezza|comprimento|dlugosc|delka|\bcm\b"
)
_NAME_ON = re.compile(
    r"\b(?:name|navn|namn|naam|nom|nombre|nome) "
    r"(?:on|auf|auf der|auf dem|pa|op|op de|op het|sur|sur le|sur la|en el|en la|su|sulla?|na|no) "
    r"(?!(?:your |the |my |der |dem |le |la |el )?(?:card|account|licen[cs]e|passport|certificate|list|konto|karte|pass|ausweis|"
    r"liste|invoice))\w"
)
_OF_SOMEBODY = FOREIGN | {C.TEAM, C.CLUB, C.PLAYER, C.MEMBER}  # navn på spiller: what a player is called
_OF_A_CAP = frozenset({C.NAME, C.PRINT, C.QUANTITY, C.SIZE})
CAP = re.compile(
    r"\b(?:caps?|overalls?|belts?)\b(?!.*\b(?:won|games|apps)\b)(?<!number of cap)(?<!number of caps)(?<!no of caps)"
)
_PLACE = re.compile(  # where something is printed
    r"\b(?:chest|breast|back|sleeve|collar|brust|rucken|armel|kragen|bryst|ryg|ryggen|aerme|brost|arm|poitrine|coeur|dos|manche"
    r"|pecho|espalda|manga|petto|schiena|manica|peito|costas|borst|rug|mouw|pier[sś]|plecy|hrud|zada)\b"
)
_ABOVE_NUMBER = re.compile(
    r"\b(?:above|over|uber|boven|ovenfor|ovanfor|nad|au dessus|encima|sopra|acima)\b(?: \w{1,3})? \w*(?:num|nr\b|no\b|cisl)"
)


def concepts_of(terms: Terms, heading: str) -> frozenset[Concept]:
    """The concepts outside brackets, and from inside them what tells more about them."""
    folded = fold(heading)
    concepts, aside = widened(_unless_attended(terms.main)), widened(terms.aside)
    concepts = _with_aside(_of_lengths(concepts, aside, heading), aside, terms)
    concepts = _of_people(concepts, heading)
    if C.SEVERAL in concepts and _ON.search(folded):
        concepts -= {C.SEVERAL}
    if C.NICKNAME in concepts and says_initials(heading) and (C.GARMENT in aside or concepts == {C.NICKNAME}):
        concepts = frozenset({C.NAME, C.PRINT}) if _PLACE.search(folded) else concepts | {C.INITIALS}
    concepts = _of_which_number(concepts, aside, heading)
    concepts = _of_a_print(concepts, heading)
    if C.AGE in concepts and concepts & {C.TEAM, C.CLUB} and CATEGORY.search(folded):
        concepts = concepts - {C.AGE, C.CLUB} | {C.TEAM}  # the category of an age is a team's
    if concepts & {C.QUANTITY, C.NUMBER} and _counts_other_things(terms, heading):
        concepts |= {C.OTHER_THING}
    return concepts


def _unless_attended(terms: Sequence[Term]) -> Sequence[Term]:
    """The terms; a training that somebody attends is no tracksuit, as Romanians call it: Obecność na treningu."""
    attended = any(term.concept is C.PRESENCE for term in terms)
    return [term for term in terms if not (attended and fold(term.text) in _TRAININGS)]


def _of_lengths(concepts: frozenset[Concept], aside: frozenset[Concept], heading: str) -> frozenset[Concept]:
    """Sizes that are told in centimetres, and children's, who are as tall as their sizes."""
    folded = fold(heading)
    if C.SIZE in concepts and _CENTIMETRES.search(folded) and C.GARMENT not in concepts | aside:
        concepts = concepts - {C.SIZE} | {C.HEIGHT_OR_SIZE}
    if {C.SIZE, C.BODY} <= concepts and _EITHER.search(heading.casefold()) and not _WEIGHT.search(folded):
        concepts = concepts - {C.SIZE, C.BODY} | {C.HEIGHT_OR_SIZE}  # of children, whose sizes are how tall they are
    if C.GARMENT in concepts and concepts <= {*CLOTHES, C.SEVERAL, C.BODY} and _LENGTH.search(folded):
        concepts |= {C.HEIGHT_OR_SIZE}  # of socks: how long they are is their size
    return concepts


def _with_aside(concepts: frozenset[Concept], aside: frozenset[Concept], terms: Terms) -> frozenset[Concept]:
    """With what brackets say of them: (parent) whose it is, but not what to ask the coach."""
    if not aside & NUMBERS or concepts <= {C.GARMENT, C.OTHER_GARMENT, C.JERSEY, C.BACK, C.PRINT}:
        whose = set() if any(term.concept is None for term in terms.aside) else {C.GUARDIAN}
        more = PRINTED | NUMBERS | {C.SIZE, C.QUANTITY, C.FIRST, C.LAST} | whose | {C.RESERVED, C.VARIANT}
        concepts |= aside & more
    if C.NAME in aside and concepts and concepts <= {*CLOTHES, C.SEVERAL}:
        concepts |= {C.NAME}  # Kasket (navn): what stands on it
    return concepts or aside


def _of_people(concepts: frozenset[Concept], heading: str) -> frozenset[Concept]:
    """A player's jersey is a jersey, `nombre de jugadores` no count, and both halves of a name are the whole."""
    if C.GARMENT in concepts and concepts <= {*CLOTHES, C.SEVERAL, C.PLAYER, C.MEMBER}:
        concepts -= {C.PLAYER, C.MEMBER}
    if C.QUANTITY in concepts and fold(heading).startswith("nombre de") and concepts & {C.PLAYER, C.MEMBER}:
        concepts = concepts - {C.QUANTITY} | {C.NAME}  # Spanish: the name, not how many
    if C.GUARDIAN in concepts and concepts & {C.PLAYER, C.MEMBER, C.NAME} and _is_of_players_too(heading):
        concepts -= {C.GUARDIAN}
    if surname_first(heading) is not None and not concepts & PRINTED:
        concepts = concepts - {C.FIRST, C.LAST, C.NAME} | {C.WHOLE_NAME}
    return concepts


def _is_of_players_too(heading: str) -> bool:
    """Whether those who lead stand in it beside those who play: Player/Coach, Name (Spieler oder Trainer)."""
    said = [{term.concept for term in take_apart(part).main} for part in _OF_BOTH.split(heading.casefold())]
    plays = any(each & {C.PLAYER, C.MEMBER} and C.GUARDIAN not in each for each in said)
    return plays and any(C.GUARDIAN in each for each in said)


def _of_a_print(concepts: frozenset[Concept], heading: str) -> frozenset[Concept]:
    """A name on whatever it is, a wish for a name, and what stands on a cap are printed."""
    folded = fold(heading)
    if {C.REMARK, C.NAME} <= concepts and says_wished(heading):
        concepts = concepts - {C.REMARK} | {C.RESERVED}  # Souhait nom
    if C.NAME in concepts and _NAME_ON.search(folded) and not concepts & _OF_SOMEBODY:
        concepts |= {C.PRINT}  # Name on AIO
    if {C.RESERVED, C.NAME} <= concepts and not concepts & NUMBERS and says_wished(heading.replace("name", " name")):
        concepts = concepts - {C.RESERVED} | {C.PRINT}  # Wunschname: what somebody would like to be called on it
    if C.PLAY in concepts and concepts & _OF_A_CAP and CAP.search(folded):
        concepts = concepts - {C.PLAY} | {C.GARMENT, C.OTHER_GARMENT}  # Cap name: on heads, not of a record
    return concepts


def _of_which_number(concepts: frozenset[Concept], aside: frozenset[Concept], heading: str) -> frozenset[Concept]:
    """Without the words that tell which number it is; another wish for one is no remark: Andet ønske (rygnummer).

    What stands above the number is no number.
    """
    if concepts & {C.PRINT, C.NAME} and _ABOVE_NUMBER.search(fold(heading)):
        return concepts - NUMBERS | {C.PRINT}
    if C.REMARK in concepts and (concepts | aside) & NUMBERS and (says_wished(heading) or says_another(heading)):
        concepts = concepts - {C.REMARK} | {C.RESERVED} | (aside & NUMBERS)
    return concepts - said_of_a_number(heading) if concepts & NUMBERS else concepts


def _counts_other_things(terms: Terms, heading: str) -> bool:
    """Whether it says how many of something that nobody taught us, and is no garment: number of siblings."""
    return (
        bool(terms.unknown)
        and not terms.concepts & (THINGS | {C.OTHER_GARMENT})
        and bool(_HOW_MANY_OF.search(fold(heading)))
    )


def widened(terms: Sequence[Term]) -> frozenset[Concept]:
    """What the words stand for; a jersey is a garment too, and shirts are several."""
    concepts = {term.concept for term in terms if term.concept}
    if concepts & CLOTHES:
        concepts.add(C.GARMENT)
    worn = (fold(term.text) for term in terms if term.concept in (C.GARMENT, C.OTHER_GARMENT, C.OUTFIT))
    if any(word.endswith("s") and means(word[:-1]) for word in worn):
        concepts.add(C.SEVERAL)
    return frozenset(concepts)


def says_initials(heading: str) -> bool:
    """Whether it says that initials stand there, however it is spelt: Initials, Inizali."""
    return _INITIALS.match(fold(heading)) is not None

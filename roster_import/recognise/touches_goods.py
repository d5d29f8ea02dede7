"""Headings that one word makes no part of an order, and another has touch what is ordered: Country flag on sleeve."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from roster_import.recognise.cell_kinds import Trait, traits
from roster_import.recognise.goods_words import speaks_of_goods, speaks_of_wanting
from roster_import.recognise.keepers import heads_keepers
from roster_import.recognise.order_phrases import ALREADY, ELSEWHERE, ORDERS, says
from roster_import.recognise.order_words import asks_for_another_cut, is_about_the_order
from roster_import.recognise.questions_of_forms import is_question
from roster_import.recognise.tokens import fold, take_apart
from roster_import.recognise.words import WORN, Concept

if TYPE_CHECKING:
    from roster_import.recognise.contents import Held
    from roster_import.recognise.headings import HeadingSense

C = Concept
_SMALLEST_CM = 80  # of children
_PRINTED = """
    drukowac nie_drukowac netisk~ tisknout nedrucken drucken_nicht nicht_drucken trycka tryckas trykkes trykke bedrukken
    niet_drukken imprimer imprimir no_imprimir estampar stampare non_stampare not_print dont_print to_print nao_imprimir
    ala_paina painetaan basilacak basilsin 印字 인쇄
"""
_WRAPPED = """
    wrap wrapped wrapping gift_wrap giftwrap einpacken geschenkverpackung gaveindpakning gaveinnpakning pakkes_ind
    pakkes_inn slas_in presentinslagning inpakken ingepakt cadeauverpakking emballage_cadeau paquet_cadeau papier_cadeau
    para_regalo pacchetto_regalo confezione_regalo para_oferta embrulho na_prezent zapakowac darkove_baleni zabalit
    lahjapaketti lahjaksi hediye_paketi
"""
_FLAGGED = """
    flag flags flagge flaggen flagga flaggan flagget flaget vlag drapeau drapeaux bandera bandiera bandeira flaga flage
    vlajka vlajecka lippu bayrak bayragi 国旗 국기
"""
_SENT = """
    deliver~ liefer~ levering~ leverans~ bezorg~ aflever~ livraison~ entrega~ consegna~ dostaw~ dorucen~ dorucov~
    toimitus~ teslimat~ versand~ shipping~ ship_to
"""
_JOINT = """
    group_order club_order team_order bulk_order joint_order sammelbestell~ gruppenbestell~ teambestell~ vereinsbestell~
    gemeinschaftsbestell~ groepsbestel~ clubbestel~ verzamelbestel~ faellesbestil~ fellesbestil~ holdbestil~ lagbestil~
    klubbestil~ samkop~ lagbestall~ klubbestall~ gruppbestall~ commande_groupee commandes_groupees commande_collective
    commande_club pedido_conjunto pedido_colectivo pedido_de_equipo ordine_di_gruppo ordine_collettivo ordine_di_squadra
    encomenda_conjunta encomenda_coletiva pedido_coletivo zamowienie_grupowe zamowienie_zbiorowe hromadna_objednavka
    yhteistilau~ ryhmatilau~ joukkuetilau~ toplu_siparis 共同購入 団体注文 단체주문 공동구매 团购 團購
"""
_HANDED_DOWN = """
    arver arve arvt arvet erbt vererbt geerbt inherits inherited hand_me_down hand_me_downs handed_down overtar overtager
    overtaget tar_over erft geerfd herite hereda heredado eredita ereditato herda herdado dziedziczy po_bracie po_siostrze
    dedi zdedi perii peritty second_hand gebraucht brukt brugt begagnad
"""
_PIECES = "sztuk sztuki szt kusu kusy kus pieces pcs stuck stueck stuks stk styk stycken kappaletta adet pezzi piezas pecas 枚 벌"
_LENGTHS = re.compile(
    r"\b(?:lang|lange|langer|long|longues?|langt|larg[ao]s?|lung[ao]|lunghe|long[ao]s?|compridas?|dlug[aie]\w*|dlouh\w+|pitk\w+|uzun)"
    r"\W+(?:(?:or|oder|od|bzw|eller|el|of|ou|o|lub|czy|nebo|tai|vai|veya)\W+)?"
    r"(?:short|kurz|kurze|kurzer|kort|korte|courtes?|cort[ao]s?|curt[ao]s?|krot\w+|kratk\w+|lyhy\w+|kisa)\b"
)
_UPON = re.compile(
    r"\b(?:on|auf|am|an der|pa|op|sur|en el|en la|sul|sulla|sulle|no|na|nas)\s(?:(?:the|der|dem|die|de|het|le|la|el|il)\s)?(\w+)"
)
_LETTER = re.compile(r"\(?(?:v?[ck]|a|vk)\)?(?:\s?\(.*)?", re.IGNORECASE)
_CUTS = re.compile(r"\b[wmdhf]\s?/\s?[wmdhf]\s?/\s?[uk]\b")
_ALTERNATIVE = re.compile(r"\balt\.?\s(?:no|num|nr|number|nummer|#)")


def touches_goods(heading: str, sense: HeadingSense, held: Held) -> bool:
    """Whether what stands there may change what is ordered, for all that another word of the heading is none of an order."""
    if sense.false_friend is C.REMARK and not held.marks:
        return False  # what is told in words is shown at its row
    if _says_goods(heading):
        return True
    if sum(map(_is_yes_with_a_size, held.values)) > 1:
        return True
    if _is_letter_of_captains(heading, sense, held) or _is_sent(heading, sense) or _counts_pieces(heading, sense):
        return True
    if _asks_what_fits(heading, sense) or (Trait.MONEY in traits(heading) and (held.counts or held.marks)):
        return True  # something that costs 399 kr, ticked or counted
    return heads_keepers(heading) and not held.marks and any(map(_is_of_cut, held.values))


@lru_cache(maxsize=2048)
def _says_goods(heading: str) -> bool:
    """Whether the heading says it, whatever stands under it."""
    known = (
        says(heading, f"{_PRINTED} {_WRAPPED} {_JOINT} {_HANDED_DOWN}")
        or is_of_its_form(heading)
        or asks_for_another_cut(heading)
    )
    upon = any(says(place, ELSEWHERE) for place in _UPON.findall(fold(heading)))  # kaptensbindel på bröstet
    return bool(known or upon or _CUTS.search(heading.casefold()) or _ALTERNATIVE.search(fold(heading)))


def is_of_its_form(heading: str) -> bool:
    """Whether it names long and short beside each other, or a flag."""
    return _LENGTHS.search(fold(heading)) is not None or says(heading, _FLAGGED)


def _is_yes_with_a_size(value: str) -> bool:
    """Whether somebody wants it, in a size: ja, M; yes 152."""
    wanted, _, size = value.replace(",", " ").partition(" ")
    numbered = size.strip().isdecimal() and int(size) >= _SMALLEST_CM
    sized = Trait.LETTER_SIZE in traits(size.strip()) or (numbered and Trait.NUMBER_SIZE in traits(size.strip()))
    return Trait.YES_NO in traits(wanted) and sized


def _is_of_cut(value: str) -> bool:
    return asks_for_another_cut(value) or (len(value) > 1 and value.isalpha() and is_about_the_order(value))


def _is_letter_of_captains(heading: str, sense: HeadingSense, held: Held) -> bool:
    """Whether a letter, a band or a sign of the captain is meant, and not only who it is."""
    if sense.false_friend is not C.OFFICE:
        return False
    return take_apart(heading).unknown > 0 or any(_LETTER.fullmatch(value) for value in held.values)


def _is_sent(heading: str, sense: HeadingSense) -> bool:
    """Whether it is where the goods go: Kit delivery address."""
    sent = sense.false_friend in (C.CONTACT, C.DISPATCH) and says(heading, _SENT)
    return sent and (not sense.concepts.isdisjoint(WORN) or says(heading, ORDERS))


def _asks_what_fits(heading: str, sense: HeadingSense) -> bool:
    """Whether it asks what is worn, or what still fits of which year: “Passt es noch vom letzten Jahr?”."""
    if sense.false_friend in (None, C.PLAY):
        return (is_question(heading) and speaks_of_goods(heading)) or (
            sense.false_friend is C.PLAY and says(heading, ALREADY)
        )
    if sense.false_friend not in (C.FORMER, C.DATE):
        return False
    return (sense.false_friend is C.FORMER and says(heading, ORDERS)) or (
        is_question(heading) and speaks_of_wanting(heading)
    )


def _counts_pieces(heading: str, sense: HeadingSense) -> bool:
    return C.QUANTITY in sense.concepts and sense.false_friend is None and says(heading, _PIECES)

"""How a list ends that somebody sends: a greeting, who trains the team and is to be reached, when it was filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.recognise.notes import greets, reaches_somebody
from roster_import.recognise.order_words import (
    asks_for_another_cut,
    asks_otherwise,
    holds_back,
    is_about_the_order,
)
from roster_import.recognise.spoken_numbers import names_size
from roster_import.recognise.tokens import fold, take_apart, without_accents
from roster_import.recognise.wished_dates import says_a_date
from roster_import.recognise.words import Concept
from roster_import.recognise.worn_words import speaks_of_a_garment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.model.workbook import Cell, Sheet

_LONGEST = 120
_NAMES = 4  # words beside the first
_OF_SOMEBODY = frozenset({Concept.OFFICE, Concept.CONTACT, Concept.GUARDIAN, Concept.DATE, Concept.PAID})
_OF_A_LEADER = frozenset({Concept.OFFICE, Concept.GUARDIAN})
_MADE = re.compile(  # folded: Filled in by Ann, Erstellt am 12.11.2026
    r"(?:ordered|order placed|filled (?:in|out)|completed|prepared|compiled|created|"
    r"submitted|sent|signed|last updated|updated) (?:by|on|at)\b|"
    r"(?:list[ea]n? |lijst )?"
    r"(?:bestellt|bestilt|bestallt|besteld|commande|ordinato|pedido|encomendado|zamowione|objednano|erstellt|"
    r"ausgefullt|aktualisiert|eingereicht|unterschrift|udfyldt|opdateret|oprettet|indsendt|utfylt|oppdatert|ifylld|"
    r"uppdaterad|skapad|skickad|rempli|mis a jour|ingevuld|bijgewerkt|opgesteld|compilato|aggiornato|rellenado|"
    r"actualizado|preenchido|atualizado|wypelni\w+|vyplnil\w*|aktualizovano|taytetty|paivitetty) "
    r"(?:am|von|af|den|av|par|le|door|op|da|il|por|el|em|przez|dnia|dne)\b"
)
_DATED = re.compile(
    r"(?:stand|stand vom|status|version|updated|datum|dato|data|fecha|date|stan na|aktualisiert|opdateret)[\s:.]{1,3}\d"
)
_PLACED = re.compile(  # folded: Fait a Montclair, le 12/09/2026; Aarhus, d. 12/9 2026
    r"(?:fait a |fatto a |hecho en |feito em |utfardat i )?[a-z][a-z' .-]{1,30}?,?\s"
    r"(?:den |d\.\s?|le |il |li |a |dnia |dne |em |op |the )?[0-3]?\d"
    r"(?:\s?[./-]\s?[01]?\d[./ -]\s?(?:\d{2}|\d{4})|\.? (?:de )?[a-z]{3,10} (?:de )?\d{4})\.?"
)
_DUE = re.compile(  # beside a date: until when the list is wanted back, and by whom
    r"\b(?:deadline|due|return|back|frist|termin\w*|abgabe|ruckgabe|zuruck|bis|senest|senast|sista dag|siste dag|siste frist|svar"
    r"|uzaverka|odevzd\w+|prazo|scadenza|consegnare|entro|fecha limite|date limite|avant le|a rendre|retour|antes del?|entregar"
    r"|devolver|ate|palaut\w+|viimeistaan|mennessa|zwrot|oddac|do dnia|inleveren|uiterlijk|son gun|tarihine kadar)\b"
)
_CHEERS = re.compile(
    r"(?:allez|forza|dai|vamos|viva|vive|heia|heja|hejo|hopp|go|come on|auf geht'?s|lycka till|lykke til|held og lykke"
    r"|viel erfolg|viel gluck|good luck|bonne (?:saison|chance)|buona fortuna|buona stagione|buena suerte|boa sorte|boa epoca"
    r"|powodzenia|hodne stesti|onnea|tsemppia|succes|veel succes|iyi sezonlar|basarilar)\b(?: [\w']+){0,4}[ !.]*"
)
_IN_CHARGE = re.compile(
    r"(?:il |la |le |der |die |el |o |a |den )?(?:responsab(?:ile|le)s?|responsavel|responsible|in charge|verantwortlich\w*"
    r"|ansvarlig\w*|ansvarig\w*|vastuuhenkilo|odpowiedzialn\w+|osoba odpowiedzialna|zodpoved\w+|verantwoordelijke|sorumlu)\s*$"
)
_SIGNATURE = re.compile(
    r"\b(?:unterschrift|underskrift|signature|firma del|firma de|firma dell|handtekening|podpis"
    r"|allekirjoitus|imza|assinatura)\b|^signed\b|^(?:gez|sgd|undert|podp) "
)
_CAPTAIN = re.compile(
    r"(?:vice |ass\w* |lag|mannschafts)?(?:kapit|kapt|captain|capit|skipper|aanvoerder|anforer)"
)  # wears a C
_QUESTIONS = re.compile(
    r"(?:any |bei |for |ved |vid |bij |pour toute |para |per )?(?:questions?|fragen|ruckfragen|sporgsmal|sporsmal|fragor|vragen|"
    r"preguntas?|dudas?|domande|duvidas?|perguntas?|pytania|dotazy|kysymy\w+)\b"
)


def _is_signed(text: str) -> bool:
    """Whether it is a name with what somebody is to the team: Lars Holm, træner; Tränare Per Nyberg."""
    first, *others = re.findall(r"[^\W\d_]+", text) or [""]
    if not 1 <= len(others) <= _NAMES or any(map(str.isdigit, text)) or _CAPTAIN.search(fold(text)):
        return False
    ends = [
        word
        for word in (first, others[-1])
        if _OF_A_LEADER.intersection(term.concept for term in take_apart(word).main)
    ]
    names = [word for word in (first, *others) if word not in ends]
    whole = len(names) > 1 or "," in text or "(" in text  # Coach Ann may be who wants a shirt, too
    return len(ends) == 1 and whole and all(word[0].isupper() for word in names)


def rows_of_places(sheet: Sheet, below: Sequence[int]) -> Iterator[int]:
    """The rows of one cell that says where and when the list was made."""
    lone = (row for row in below if sheet.rows.widths[row] == 1)
    return (row for row in lone if _is_placed(next(iter(sheet.rows[row].values())).text))


def _is_placed(text: str) -> bool:
    """Whether it says no more than where and when a list was made: Kiel, den 12.09.2026."""
    return text[:1].isupper() and _PLACED.fullmatch(without_accents(text)) is not None


def in_a_line(row: Mapping[int, Cell]) -> str:
    """What a row says as one line: its first cell, and behind a colon the others."""
    first, *others = (cell.text.rstrip(" :：") for _, cell in sorted(row.items()))
    return f"{first}: {' '.join(others)}" if others else first


def is_due(text: str) -> bool:
    """Whether it says until when the list, or the order, is wanted, and of nothing that is worn: Frist: 15.10."""
    due = len(text) <= _LONGEST and _DUE.search(fold(text)) is not None and says_a_date(text)
    return due and not (asks_for_another_cut(text) or names_size(text) or speaks_of_a_garment(text) or holds_back(text))


def signs_off(text: str) -> bool:
    """Whether a line below the players is nothing but that, and says nothing of what is ordered."""
    if is_due(text):
        return True
    if len(text) > _LONGEST or asks_otherwise(text) or asks_for_another_cut(text):
        return False
    said, (label, colon, rest) = fold(text), text.replace("：", ":").partition(":")
    if (greets(text) and not any(map(str.isdigit, text))) or _QUESTIONS.match(said):
        return True
    if is_about_the_order(rest if colon else text):
        return False
    if _MADE.match(said) or _DATED.match(said) or _is_placed(text) or _SIGNATURE.search(said):
        return True
    if _is_signed(text) or _CHEERS.fullmatch(said):
        return True
    if colon and _IN_CHARGE.match(fold(label)) and not any(map(str.isdigit, rest)):
        return True
    concepts = {term.concept for term in take_apart(label).main}
    if not (colon and rest.strip() and concepts) or _CAPTAIN.match(said):
        return False
    return concepts <= _OF_SOMEBODY or reaches_somebody(rest)

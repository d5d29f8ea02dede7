"""What cells say of people and never of an order, whatever they stand under: positions, classes, fees paid, weights."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.recognise.cell_words import tell_of_lives
from roster_import.recognise.lexicon import means
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from roster_import.recognise.contents import Held

_NEARLY_ALL, _OFTEN = 0.8, 0.6
_SEVERAL = 3
_FEW = 4  # times; of two or three things some may have come already
_POSITIONS_TEXT = """
    gk df mf fw def mid fwd att st cf cb lb rb rwb lwb cm cdm cam dm am lm rm lw rw ss sw pg sg sf pf c f g ps os oh mb opp s l
    lib qb wr te ol dl db ot rt lt og k p ss fs ilb olb mlb hb tw ab iv lv rv ms zm om sturm tor abwehr mittelfeld angriff
    libero goalkeeper keeper goalie defender defence defense midfielder midfield forward attacker striker winger wing back
    centre center full-back centre-back pivot point_guard shooting_guard small_forward power_forward guard setter
    middle_blocker outside_hitter opposite prop hooker lock flanker number_8 no_8 scrum-half fly-half fullback pitcher
    catcher shortstop first_base second_base third_base outfield left_field center_field right_field torwart torhuter
    torhuterin verteidiger abwehrspieler mittelfeldspieler sturmer aussen kreis kreislaufer ruckraum zuspieler
    mittelblock aussenangreifer diagonal malmand forsvar forsvarsspiller midtbane midtbanespiller angriber angreb fløj floj
    streg playmaker back malvakt forsvarare mittfaltare anfallare ytterback mittback anfall forsvar mittfalt center
    malvakt forward maalivahti puolustaja keskikenttapelaaja hyokkaaja laituri sentteri keeper_verdediger verdediger
    middenvelder aanvaller doelman spits gardien defenseur milieu attaquant ailier pivot pilier talonneur arriere portero
    defensa centrocampista delantero extremo lateral central base alero ala-pivot portiere difensore attaccante
    palleggiatore schiacciatore schiacciatrice centrale opposto ala playmaker guardia guarda-redes defesa medio avancado ponta
    goleiro zagueiro meia atacante levantador oposto bramkarz obronca pomocnik napastnik rozgrywajacy skrzydlowy kolowy
    brankar obrance zaloznik utocnik nahravac smecar blokar kapus vedo kozeppalyas csatar
"""
_POSITIONS = frozenset(word.replace("_", " ") for word in fold(_POSITIONS_TEXT).split())
_BETWEEN = re.compile(r"[/,+&]")
_CLASS = re.compile(
    r"(?:kl(?:asse|\.)?|class|year|yr|grade|form|cls?|klas|klass|classe|trida|luokka|sinif)\.?\s?\d{1,2}\s?[a-h]?|"
    r"\d{1,2}\.?\s?(?:klasse|kl\.?|klass|luokka|trin|[b-h])|\d{1,2}(?:st|nd|rd|th)(?:\s(?:grade|year|form))?|k(?:indergarten)?",
    re.IGNORECASE,
)
_IN_A_CLASS = re.compile(r"\d{1,2}\.?\s?[a-h]", re.IGNORECASE)
_SCHOOL = re.compile(
    r"sch(?:ule|ool)\b|gymnasium|college\b|akademi|academy|skole\b|skola\b|lyc[eé]e|liceo|coll[eè]ge|escuela|instituto\b|szko[lł]a|"
    r"\bz[sš]\b|koulu\b|[eé]cole\b|basisschool|lyceum|lisesi\b|okulu\b|scuola|escola|小学校|中学校|高校|大学",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\d{2,3}(?:[.,]\d{1,2})?\s?(?:kg|lbs?|kilo)\.?|\d{1,3}(?:[.,]\d{1,2})?\s?%|(?:a|b|ab|0|o)\s?(?:rh)?[+\-−]",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"[€$£]?\s?-?\d{1,5}[.,]\d{2}\s?(?:€|kr\.?|zł|kč)?|\d{1,4},-", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}\.\s?\d{1,2}\.")
_AGED = re.compile(r"u[ \-]?\d{1,2}(?:[ \-]?(?:[a-d]|[1-4]|i{1,3}|iv|m|w|f))?")
_RACE = re.compile(r"\d{2,4}\s?m(?:\s[^\d]{2,30})?|(?:4\s?[x×]\s?\d{2,3})(?:\s?m)?(?:\s.{2,30})?", re.IGNORECASE)
_PLACE = re.compile(r"(?:[A-Z]{1,2}[\- ])?\d{5}")
_TIMES = re.compile(
    r"(\d{1,3})\s?(?:/|of|out of|av|af|von|van|di|de|sur|z|ze|ud af)\s?(\d{1,3})(?:\s?\(?[a-zæøåäö]{3,12}\.?\)?)?"
)
_ADDRESSED = frozenset(fold("dr dr. prof prof. prof._dr. dr._med. dipl.-ing. ing. mag. mgr. bc. rev. rev").split())
_OWED = frozenset(
    fold(
        "open offen outstanding due owing owed pending ausstehend fehlt mangler ubetalt unpaid obetald onbetaald openstaand "
        "impaye du pendiente debe da_pagare em_falta falta nie dluzi nezaplaceno maksamatta partly teilweise half free frei "
        "befreit exempt niezaplacone zalega no nein nej nee non"
    ).split()
)


def is_of_people(held: Held) -> bool:
    """Whether cells under a word that nobody knows are certainly of people or of fees, and of nothing that is ordered."""
    values = [fold(value) for value in held.values]
    return any(kind(held, values) for kind in _KINDS)


def are_attended(held: Held) -> bool:
    """Whether cells say how often people came of so many times: 8/9, 3 of 9 (injured); 7/8 and 9/10 are sizes for children."""
    counts = [
        tuple(map(int, told.groups())) for value in held.values if (told := _TIMES.fullmatch(value.casefold().strip()))
    ]
    within = all(_FEW <= times >= came for came, times in counts) and len({times for _, times in counts}) == 1
    return within and len(counts) >= max(_SEVERAL, _NEARLY_ALL * len(held.values)) and len(set(counts)) > 1


def name_positions(values: Sequence[str]) -> bool:
    """Whether nearly all of these folded texts are where somebody plays: gk, df/mf, pivot."""
    known = _share(values, lambda value: all(part.strip() in _POSITIONS for part in _BETWEEN.split(value.strip(" ."))))
    return known >= _NEARLY_ALL


def _share(values: Sequence[str], fits: Callable[[str], object]) -> float:
    return sum(bool(fits(value)) for value in values) / len(values) if values else 0.0


def _are_positions(held: Held, values: Sequence[str]) -> bool:
    """Whether they are where somebody plays: of all, and not a mark of the keepers."""
    few = len(values) < _SEVERAL or held.cells.filled < _OFTEN * held.rows
    return not few and not held.sizes and name_positions(values)


def _are_classes(_: Held, values: Sequence[str]) -> bool:
    """Whether they are classes at school; 6A and 8A by themselves are sizes for children."""
    told = any(_CLASS.fullmatch(value) for value in values)
    return told and _share(values, lambda value: _CLASS.fullmatch(value) or _IN_A_CLASS.fullmatch(value)) >= _NEARLY_ALL


def _are_schools(_: Held, values: Sequence[str]) -> bool:
    return _share(values, _SCHOOL.search) >= _OFTEN


def _are_paid(_: Held, values: Sequence[str]) -> bool:
    """Whether they say who paid, and who did not yet."""
    paid = [value for value in values if means(value) is Concept.PAID]
    return bool(paid) and all(value in _OWED for value in values if value not in paid)


def _are_measures(held: Held, _: Sequence[str]) -> bool:
    """Whether they are weights, shares, blood groups, amounts, days or races, one way throughout."""
    values = [" ".join(value.split()) for value in held.values]
    return any(_share(values, form.fullmatch) >= _NEARLY_ALL for form in (_MEASURE, _AMOUNT, _DAY, _RACE))


def _are_titles(_: Held, values: Sequence[str]) -> bool:
    """Whether they are titles before names, Dr., Prof. Dr.; Herr may be a cut, and M. a size."""
    return all("_".join(value.split()) in _ADDRESSED for value in values)


def _are_places(held: Held, values: Sequence[str]) -> bool:
    """Whether they are postal codes, some of them more than once."""
    return _share([value.upper() for value in values], _PLACE.fullmatch) >= _NEARLY_ALL and held.cells.distinct < 1.0


def _are_ages(_: Held, values: Sequence[str]) -> bool:
    """Whether they are teams by their age: U13, U15."""
    return len(values) > 1 and all(map(_AGED.fullmatch, values))


_KINDS = (
    _are_ages,
    _are_positions,
    _are_classes,
    _are_schools,
    _are_paid,
    _are_measures,
    _are_places,
    _are_titles,
    tell_of_lives,
)

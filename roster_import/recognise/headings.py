"""What a heading says its column means, and how firmly: words become concepts, and concepts together a meaning.

Points run from 0 to 6: 6 is said outright (`Jersey number`), 4 a word that has other uses (`No`), 2 a mere hint. What
the cells say is weighed against them in `weighing`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.model.sheets import ROSTER, heading_key
from roster_import.recognise.heading_concepts import CAP, CATEGORY, PRINTED, THINGS, concepts_of, widened
from roster_import.recognise.lexicon import means
from roster_import.recognise.lone_headings import lone
from roster_import.recognise.questions_of_forms import asks_of_people
from roster_import.recognise.tokens import Terms, fold, take_apart
from roster_import.recognise.variants import CLOTHES, says_occasion, with_variants
from roster_import.recognise.whereabouts import asks_where
from roster_import.recognise.which_of_several import (
    only_second,
    only_wishes,
)
from roster_import.recognise.words import FOREIGN, NUMBERS, WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

C = Concept
M = Meaning

OUTRIGHT = 6.0
PLAIN = 5.0
SHORT_FORM = 4.0
HINT = 2.5
_OF_A_SENTENCE = 3  # words that nobody knows

_PLACEHOLDER = re.compile(r"logo\s*(?:id|nr|no)?[\s#:.]*(\d{3,})", re.IGNORECASE)
_NAMES = frozenset({C.NAME, C.FIRST, C.LAST, C.WHOLE_NAME, C.NICKNAME})
_WORN = frozenset({C.GARMENT, C.OUTFIT, C.BACK, C.PLAYER, C.SQUAD, C.PRINT})
_MAY_BE_ANOTHER = frozenset({*WORN, C.DESIGN, C.PRINT, C.BACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingSense:
    """What a heading says: points per meaning, what it is about (`of`), and how it says it.

    `variant` is the same as `of` where it is not about the shirt alone: home or away, shorts, the tracksuit. `leftover`
    are the words that were not understood. `generic_name`: the bare word name, whose or what for is not said.
    `garment_only`: nothing but a garment. `false_friend`: what makes it none of our business. `known`: at least one word
    was understood. `concepts`: all that its words stand for. `beside_shirt`: it is about another garment than the shirt.
    `guessed`: a word of what is worn or printed is spelt otherwise by one letter, and may be another word: Tower, Track.
    """

    points: Mapping[Meaning, float] = field(default_factory=dict)
    of: str | None = None
    variant: str | None = None
    leftover: str | None = None
    generic_name: bool = False
    garment_only: bool = False
    false_friend: Concept | None = None
    known: bool = False
    concepts: frozenset[Concept] = frozenset()
    beside_shirt: bool = False
    guessed: bool = False

    @property
    def best(self) -> float:
        """The points of its likeliest meaning."""
        return max(self.points.values(), default=0.0)

    @property
    def likeliest(self) -> Meaning | None:
        """The meaning with the most points, if it says any."""
        return max(self.points, key=lambda meaning: self.points[meaning], default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """Where each group of `needs` has a word in the heading and none of `never` is there, `points` are given."""

    needs: tuple[frozenset[Concept], ...]
    points: Mapping[Meaning, float]
    never: frozenset[Concept] = frozenset()


def _rule(*needs: Concept | Iterable[Concept], never: Iterable[Concept] = (), **points: float) -> _Rule:
    groups = tuple(frozenset({need} if isinstance(need, Concept) else need) for need in needs)
    meant = {Meaning(key.replace("_", "-")): value for key, value in points.items()}
    return _Rule(needs=groups, points=meant, never=frozenset(never))


# The first rule that applies decides.
_RULES = (
    _rule(C.STORAGE, storage_quantity=PLAIN),
    _rule(C.PREFIX, name_prefix=OUTRIGHT),
    _rule(C.ORDER, order=PLAIN),
    _rule(C.QUANTITY, {C.PLAYER, C.MEMBER, C.TEAM, C.CLUB}, ignored=SHORT_FORM),
    _rule(C.QUANTITY, C.SUMMARY, quantity=HINT, ignored=HINT),
    _rule(C.QUANTITY, C.FULL, {C.OUTFIT, C.DESIGN}, ignored=PLAIN),  # how many full sets it makes
    _rule(C.QUANTITY, C.PRICE, price=PLAIN),
    _rule(C.QUANTITY, C.OTHER_THING, ignored=PLAIN, quantity=1.0),
    _rule(C.QUANTITY, C.CHILD_SIZES, never=THINGS, quantity=HINT + 0.5, ignored=HINT),
    _rule(C.QUANTITY, quantity=OUTRIGHT),
    _rule(C.PRICE, price=PLAIN),
    _rule(C.SIZE, {C.GARMENT, C.OUTFIT, C.PLAYER, C.DESIGN, C.VARIANT}, size=OUTRIGHT),
    _rule(C.SIZE, size=PLAIN),
    _rule(C.HEIGHT_OR_SIZE, {C.GARMENT, C.OUTFIT, C.VARIANT, C.CHILD_SIZES}, size=OUTRIGHT),
    _rule(C.HEIGHT_OR_SIZE, size=HINT + 1, ignored=HINT),
    _rule(NUMBERS, _NAMES, {C.TEAM, C.CLUB, C.DESIGN}, ignored=HINT),
    _rule(NUMBERS, _NAMES, name=HINT + 0.5, number=HINT, player=HINT),
    _rule(C.JERSEY_NUMBER, number=OUTRIGHT),
    _rule({C.NUMBER, C.NUMBER_SIGN}, C.FULL, C.OUTFIT, ignored=PLAIN),
    _rule(NUMBERS, C.OTHER_GARMENT, never={C.BACK, C.PRINT, C.PLAYER}, number=SHORT_FORM + 0.5, quantity=HINT),
    _rule({C.NUMBER, C.NUMBER_SIGN}, C.SEVERAL, never={C.BACK, C.PRINT, C.PLAYER}, quantity=PLAIN, number=HINT),
    _rule(NUMBERS, {C.DESIGN, C.COLOUR}, never=_WORN, design=PLAIN),
    _rule(NUMBERS, C.LOGO, logo=PLAIN),
    _rule(NUMBERS, C.OTHER_THING, never=_WORN, number=1.4, ignored=HINT),  # of nobody knows what: never sure
    _rule(NUMBERS, C.CODE, never=_WORN, ignored=SHORT_FORM, number=HINT - 1),
    _rule(NUMBERS, C.MEMBER, ignored=SHORT_FORM, number=HINT - 1),
    _rule(NUMBERS, _WORN, number=OUTRIGHT),
    _rule(NUMBERS, {C.TEAM, C.CLUB, C.NATION}, ignored=SHORT_FORM, number=HINT - 1),
    _rule(C.NUMBER, number=PLAIN),
    _rule(C.NUMBER_SIGN, number=SHORT_FORM),
    _rule(C.MIDDLE, never={C.PRINT, C.BACK, C.LOGO, C.GARMENT}, ignored=SHORT_FORM),
    _rule(C.INITIALS, never={C.PRINT, C.BACK}, name=HINT, ignored=HINT),  # whether they are printed, is asked
    _rule(_NAMES | {C.SHORT}, {C.TEAM, C.CLUB, C.SQUAD, C.NATION}, never={C.PRINT, C.BACK}, team=OUTRIGHT),
    _rule(_NAMES, C.DESIGN, never={C.PRINT, C.BACK}, design=OUTRIGHT),
    _rule(_NAMES, C.LOGO, never={C.PRINT, C.BACK}, logo=PLAIN),
    _rule(_NAMES, PRINTED, name=OUTRIGHT),
    _rule(C.NICKNAME, ignored=HINT, name=HINT - 1),
    _rule(C.PRINT, never={C.TEAM, C.CLUB, C.LOGO, C.COLOUR}, name=PLAIN, number=HINT),
    _rule(C.SHORT, name=PLAIN),
    _rule(C.WHOLE_NAME, player=OUTRIGHT),
    _rule(C.FULL, C.FIRST, never={C.LAST}, first_name=OUTRIGHT),  # Legal Forename
    _rule(C.FULL, C.LAST, never={C.FIRST}, last_name=OUTRIGHT),
    _rule(C.FULL, _NAMES | {C.PLAYER, C.MEMBER}, player=OUTRIGHT),
    _rule(C.FIRST, never={C.TEAM, C.CLUB, C.GARMENT, C.VARIANT, C.LOGO}, first_name=OUTRIGHT),
    _rule(C.LAST, last_name=OUTRIGHT),
    _rule(C.PLAYER, C.SQUAD, player=SHORT_FORM, team=HINT),
    _rule(C.TEAM, {C.PLAYER, C.MEMBER}, team=PLAIN, player=SHORT_FORM),
    _rule({C.PLAYER, C.MEMBER}, C.CODE, ignored=SHORT_FORM),
    _rule(C.PLAYER, player=OUTRIGHT),
    _rule(C.MEMBER, player=PLAIN),
    _rule(C.NAME, player=PLAIN),
    _rule(C.BACK, name=HINT + 0.5, number=HINT + 0.5),
    _rule(C.LOGO, logo=PLAIN),
    _rule(C.DESIGN, design=OUTRIGHT),
    _rule(C.JERSEY, number=HINT + 0.5, design=HINT, size=HINT, quantity=HINT),
    _rule(C.GARMENT, design=HINT, size=HINT, quantity=HINT, number=HINT - 1.5),
    _rule(C.OUTFIT, design=HINT + 0.5, size=HINT - 0.5, quantity=HINT, number=HINT - 0.5),
    _rule(C.COLOUR, design=HINT - 1, ignored=HINT + 1),
    _rule(C.TEAM, C.IDENTITY, team=HINT),
    _rule(C.TEAM, team=OUTRIGHT),
    _rule(C.CLUB, team=OUTRIGHT - 0.5),
    _rule(C.SQUAD, team=PLAIN),
    _rule(C.VARIANT, design=HINT, size=HINT - 0.5, quantity=HINT, number=HINT - 1),
    _rule(C.NATION, team=HINT, ignored=HINT - 0.5),
    _rule(C.CODE, design=HINT - 0.5),
    _rule(C.CHILD_SIZES, size=HINT - 1, quantity=HINT - 1),
)

# A false friend that is none, in company: a coach's shirt size is a size.
_EXCUSED: Mapping[Concept, frozenset[Concept]] = {
    C.PLAY: frozenset({C.GARMENT, C.BACK, C.JERSEY_NUMBER, C.PRINT, C.OUTFIT, C.SIZE, C.TEAM, C.CLUB}),
    C.GUARDIAN: frozenset({C.GARMENT, C.SIZE}),
    C.AGE: frozenset({C.SIZE}),
    C.CUT: frozenset({C.SIZE}),
    C.RESERVED: frozenset({C.SIZE, C.GARMENT, C.QUANTITY}) - NUMBERS,
    C.NICKNAME: PRINTED,
    C.IDENTITY: frozenset({C.DESIGN, C.LOGO, C.TEAM, C.CLUB}),
    C.BODY: frozenset({C.GARMENT, C.PRINT, C.NUMBER, C.NUMBER_SIGN}),
    C.SUMMARY: frozenset({C.QUANTITY, C.PRICE}),
    C.REMARK: frozenset({C.SIZE, C.HEIGHT_OR_SIZE}),
    C.CONTACT: frozenset({C.PRINT}),
    C.DATE: frozenset({C.SIZE, C.PRINT}),
    C.READING: frozenset({C.PRINT, C.BACK}),
    C.PERSONAL: frozenset({C.GARMENT}),  # the shirt of a house at school
    C.PRESENCE: frozenset({C.GARMENT}),  # the shirt of a tournament, of a helper
}


@lru_cache(maxsize=2048)
def sense(heading: str) -> HeadingSense:
    """What the heading says its column means. An empty heading says nothing."""
    placeholder = _PLACEHOLDER.fullmatch(heading.strip())
    if placeholder:
        return HeadingSense(points={M.PLACEHOLDER: OUTRIGHT}, of=placeholder.group(1), known=True)
    if _LONE_NUMBER.fullmatch(heading):
        return sense("No.")
    heading = _OF_A_SHOP.sub("", heading)
    if asks_where(heading):
        return _foreign(C.PERSONAL, frozenset({C.PERSONAL}))
    if asks_of_people(heading):
        return _foreign(C.PERMISSION, frozenset({C.PERMISSION}))
    alone = lone(heading)
    if alone and not _is_ours(heading):
        return sense("nickname") if alone is C.NICKNAME else _foreign(alone, frozenset({alone}))
    terms = with_variants(take_apart(heading))
    concepts = concepts_of(terms, heading)
    foreign = _false_friend(concepts) or only_wishes(terms, heading) or _of_a_chosen_number(terms, heading)
    if foreign:
        return _foreign(foreign, concepts | {foreign})
    points = _points(concepts - FOREIGN | (concepts & {C.NICKNAME, C.SUMMARY, C.IDENTITY}))
    if concepts == {C.VARIANT} and terms.unknown >= _OF_A_SENTENCE:
        points = {}  # runs into the attacking third
    points = points if concepts == {C.NICKNAME} else _diluted(points, terms) or _template_points(heading)
    if M.TEAM in points and CATEGORY.search(fold(heading)):
        points = {**points, M.TEAM: points[M.TEAM] - 1.0}  # a club or a team beside it says it better
    of = _of(terms, concepts) or _of_what_is_counted(terms, points)
    return HeadingSense(
        points=points,
        of=of,
        leftover=terms.leftover,
        variant=of if concepts & {C.VARIANT, C.OTHER_GARMENT} else None,
        generic_name=concepts & (_NAMES | PRINTED | {C.PLAYER, C.MEMBER, C.FULL}) == {C.NAME} and M.PLAYER in points,
        garment_only=bool(concepts)
        and concepts - ({C.PLAY} if says_occasion(heading) else set())
        <= {C.GARMENT, C.OTHER_GARMENT, C.JERSEY, C.SEVERAL, C.OUTFIT, C.VARIANT, C.CHILD_SIZES, C.COLOUR},
        known=bool(concepts) or bool(points),
        concepts=concepts,
        beside_shirt=C.OTHER_GARMENT in concepts,
        guessed=any(term.guessed and term.concept in _MAY_BE_ANOTHER for term in terms.main),
    )


def _foreign(friend: Concept, concepts: frozenset[Concept]) -> HeadingSense:
    return HeadingSense(points={M.IGNORED: OUTRIGHT}, false_friend=friend, known=True, concepts=concepts)


def _is_ours(heading: str) -> bool:
    """Whether a word of it is one of a roster as it stands: Polo, Set."""
    words = fold(heading)
    return any(
        means(word) not in {None, *FOREIGN} for word in ("_".join(words.split()), *re.findall(r"[^\W_]+", words))
    )


_OF_A_SHOP = re.compile(  # what a shop writes before what the buyer chose: Option: Printed name
    r"^\s*(?:product\s)?(?:options?|attribut\w{0,3}|propert(?:y|ies)|eigenschaft|valg|tillval|optie|opci[oó]n|opzione|op[cç][aã]o)\s?:\s+(?=\S)",
    re.IGNORECASE,
)
_LONE_NUMBER = re.compile(r"\s*(?:[Nn]|[Čč]\.?)\s*")  # as Italians, Spaniards and Czechs head it
_ASKED_OF_IT = NUMBERS | {C.SIZE, C.HEIGHT_OR_SIZE, C.QUANTITY, C.PLAYER, C.MEMBER}


def garment_of(heading: str) -> str | None:
    """All that a heading says of which garment it is about, without what it asks of it: Size training shirt."""
    terms = take_apart(heading)
    words = [term.text for term in (*terms.main, *terms.aside) if term.concept not in _ASKED_OF_IT]
    return terms.bracket or " ".join(words) or None


def _false_friend(concepts: frozenset[Concept]) -> Concept | None:
    for concept in Concept:
        if concept in concepts & FOREIGN and not concepts & _EXCUSED.get(concept, frozenset()):
            if concept is C.NICKNAME:
                continue
            return concept
    return None


def _of_a_chosen_number(terms: Terms, heading: str) -> Concept | None:
    """A wish for the number of a garment is a wish, as one for a number is: 2nd choice jersey #."""
    concepts = widened(terms.main)
    return C.RESERVED if C.RESERVED in concepts and concepts & NUMBERS and not only_second(heading) else None


def _points(concepts: frozenset[Concept]) -> Mapping[Meaning, float]:
    for rule in _RULES:
        if all(concepts & need for need in rule.needs) and not concepts & rule.never:
            return rule.points
    return {}


def _of_what_is_counted(terms: Terms, points: Mapping[Meaning, float]) -> str | None:
    """The words before pieces in brackets say of what they are, as those beside pairs do: Blanca (uds), Poms – pairs."""
    counted = (
        any(term.concept is C.QUANTITY for term in terms.aside) and max(points, key=points.__getitem__) is M.QUANTITY
    )
    if any(fold(term.text) == "pairs" for term in terms.main):
        return " ".join(term.text for term in terms.main if term.concept is None) or None
    return " ".join(term.text for term in terms.main) if counted and terms.unknown == len(terms.main) else None


def _template_points(heading: str) -> Mapping[Meaning, float]:
    """What the template's own headings mean, where the vocabulary has nothing to say (Order)."""
    meaning = _template().get(heading_key(heading))
    return {meaning: SHORT_FORM - 1} if meaning else {}


@cache
def _template() -> Mapping[str, Meaning]:
    return {key: M(column.key) for column in ROSTER.columns for key in column.keys}


def _diluted(points: Mapping[Meaning, float], terms: Terms) -> Mapping[Meaning, float]:
    """Each word nobody knows makes the reading a little weaker, most of all in a short heading."""
    known = len(terms.main) - terms.unknown
    loss = min(1.5, terms.unknown * (1.5 if known < 2 else 0.3))
    return {meaning: max(value - loss, 1.0) for meaning, value in points.items()}


def _of(terms: Terms, concepts: frozenset[Concept]) -> str | None:
    """Which garment, or home or away, the heading is about, in its own words."""
    if terms.bracket:
        return terms.bracket
    named = {*CLOTHES, C.VARIANT, C.CHILD_SIZES}
    if C.VARIANT in concepts:
        named.add(C.OUTFIT)
    worn = C.OTHER_GARMENT in concepts
    terms_of = (*terms.main, *terms.aside)
    words = [term.text for term in terms_of if term.concept in named or (worn and CAP.fullmatch(fold(term.text)))]
    return " ".join(dict.fromkeys(words)) or None

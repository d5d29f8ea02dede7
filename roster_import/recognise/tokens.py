"""A heading taken apart: its words, what each stands for, and what stands in brackets behind them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from roster_import.model.sheets import heading_key
from roster_import.recognise.abbreviations import of_phrase, of_word
from roster_import.recognise.club_life import KNOWN_ENDS
from roster_import.recognise.east_asian import holds_sign
from roster_import.recognise.garments import QUALIFIERS
from roster_import.recognise.lexicon import (
    LINKS,
    SPELLABLE,
    begun_phrases,
    garment_heads,
    lexicon,
    longest_stem,
    parts_of_compounds,
    sorted_lexicon,
    spellable_by_initial,
    stems,
)
from roster_import.recognise.number_words import NEW
from roster_import.recognise.prices import priced
from roster_import.recognise.short_words import SILENT
from roster_import.recognise.vocabulary import VOCABULARIES
from roster_import.recognise.words import FOREIGN, NUMBERS, WORN, Concept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_WORD = re.compile(r"[^\W_]+(?:['’]s\b)?|[#№]")
_NUMERO = re.compile(r"\b[nN]\s?[°.](?=\s|\w|$)")  # N° maillot, N. maglia
_YES_OR_NO = re.compile(
    r"\(?\b(?:yes|ja|j|y|jah|oui|sí|si|sì|sim|tak|t|ano|kyllä|evet|da|igen)\s?/\s?(?:no|n|nein|nej|nei|nee|non|não|nao|nie|ne|ei|hayır|nu|nem)\b\)?",
    re.IGNORECASE,
)
_FRENCH_BACK = re.compile(r"\(\s*dos\s*\)|(?:(?<=nom)|(?<=texte)|(?<=flocage)|(?<=numéro))\s+dos$", re.IGNORECASE)
_SLEEVED = re.compile(r"\b[sl]\s?/\s?s(?:lv)?\b", re.IGNORECASE)  # S/S shirt, L/S shirt
_SLEEVES = {"S": "shortsleeve", "L": "longsleeve"}
_UPPER_OR_LOWER = re.compile(r"\(([上下])\)|(?<=サイズ)[上下]$|^[上下](?=サイズ)")  # of a Japanese uniform
_HALVES = {"上": "(シャツ)", "下": "(パンツ)"}
_POSSESSIVE = re.compile(r"['’]s$")
_CAMEL = re.compile(r"(?<=[a-zäöüßéèà])(?=[A-ZÄÖÜ][a-zäöüßéèà])|(?<=[a-z])(?=(?:No|Nr|ID)$)|(?<=[^\W\d_]{2})(?=\d$)")
_ASIDE = re.compile(r"\(([^()]*)\)")
_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "þ": "th"})
_WISHES = (
    "wunsch",
    "lieblings",
    "onske",
    "onskad",
    "onsket",
    "onskede",
    "wens",
    "favorit",
    "toive",
    "voorkeurs",
    "voorkeur",
)
_WISHED_OF = ("wunsch", "wunsche", "onske", "onsker", "onskemal", "wens", "toive", "toiveet", "tercihi", "istegi")
_WISHED_FOR = (*NUMBERS, Concept.SIZE)
_NUMBER_HEADS = ("nummer", "nr", "numero", "nro")
_HEADS = (*_NUMBER_HEADS, "name", "namn", "navn", "naam", "grosse", "groesse", "storrelse", "storlek", "maat")
_LONGEST_PHRASE = 4
_OF_PHRASE = 2
_SHORTEST_STEM = 3
_OF_SOMEBODY = (Concept.PLAYER, Concept.MEMBER, Concept.TEAM, Concept.CLUB, Concept.SQUAD)
_RENEWED = frozenset({Concept.NUMBER, Concept.NUMBER_SIGN, Concept.SIZE})
_SAYS_NOTHING = SILENT.union(*(vocabulary.silent.split() for vocabulary in VOCABULARIES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word (or phrase) of a heading and what it stands for; None where nobody taught us the word."""

    text: str
    concept: Concept | None
    guessed: bool = False  # one letter of it is another than in the word that is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """A heading taken apart: the terms outside brackets, those inside round ones, and the text in square ones."""

    main: tuple[Term, ...]
    aside: tuple[Term, ...]
    bracket: str | None

    @property
    def concepts(self) -> frozenset[Concept]:
        """What the words outside brackets stand for."""
        return frozenset(term.concept for term in self.main if term.concept)

    @property
    def unknown(self) -> int:
        """How many words outside brackets mean nothing to us; which garment it is may be said in many words."""
        unknown = [fold(term.text) for term in self.main if term.concept is None]
        if self.concepts & {Concept.GARMENT, Concept.OTHER_GARMENT, Concept.JERSEY}:
            unknown = [word for word in unknown if not {word, word.removesuffix("s")} & QUALIFIERS]
        if self.concepts & _RENEWED:
            unknown = [word for word in unknown if word not in NEW]
        return len(unknown)

    @property
    def leftover(self) -> str | None:
        """The words nobody taught us, but those that say of a number or a size that it counts from now on."""
        passed = NEW if self.concepts & _RENEWED else frozenset()
        return " ".join(t.text for t in self.main if t.concept is None and fold(t.text) not in passed) or None


def fold(text: str) -> str:
    """A heading in small letters without accents: `Größe` is `grosse`, `Numéro` is `numero`."""
    return heading_key(text) if text.isascii() else _without_accents(text)


@lru_cache(maxsize=8192)  # the same few words again in every row
def _without_accents(text: str) -> str:
    return _folded(text, heading_key)


def _folded(text: str, key: Callable[[str], str]) -> str:
    decomposed = unicodedata.normalize("NFD", key(text.replace("İ", "I")).translate(_PLAIN))
    # only the accents of Latin letters: the marks of kana are part of the letter
    return unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed))


def without_accents(text: str) -> str:
    """A text in small letters without accents, and with all its signs."""
    return _folded(text, str.casefold)


def words_of(texts: Iterable[str]) -> set[str]:
    """The folded words of all these texts, however many: together they are too long to be remembered."""
    different = " ".join(set(" ".join(texts).split()))
    return set(_folded(different, heading_key.__wrapped__).split())


_EXAMPLES = re.compile(  # (e.g. Student, Pilot)
    r"\((?:e\.?\s?g\.?|i\.e\.|for example|z\.\s?b\.|f\.?\s?eks\.?|t\.?\s?ex\.?|bijv\.?|bv\.|p\.?\s?ex\.?|par exemple|p\.?\s?ej\.?"
    r"|ej\.|ad es\.?|es\.|np\.|napr\.|např\.|esim\.?|örn\.?|例)[\s:,：][^()]{0,200}\)",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def take_apart(heading: str) -> Terms:
    """Find the words of a heading and what they stand for."""
    text = _NUMERO.sub("no ", unicodedata.normalize("NFKC", priced(heading) or heading))
    text = _YES_OR_NO.sub(" ", text).strip() or text
    text = _EXAMPLES.sub(" ", text).strip() or text
    text = _FRENCH_BACK.sub(" (au dos)", text)
    text = _SLEEVED.sub(lambda sign: _SLEEVES[sign.group()[0].upper()], text)
    text = _UPPER_OR_LOWER.sub(lambda half: _HALVES[half.group().strip("()")], text)
    bracket = _BRACKET.search(text)
    outside = _BRACKET.sub(" ", text)
    asides = " ".join(_ASIDE.findall(outside))
    main = _terms(_ASIDE.sub(" ", outside))
    if not main:  # a heading wholly in brackets
        return Terms(main=_terms(asides), aside=(), bracket=bracket.group(1).strip() if bracket else None)
    return Terms(main=main, aside=_terms(asides), bracket=bracket.group(1).strip() if bracket else None)


def _terms(text: str) -> tuple[Term, ...]:
    if not text:
        return ()
    spaced = _CAMEL.sub(" ", text)
    spans = [(found.start(), found.end()) for found in _WORD.finditer(spaced)]
    return tuple(_of_trousers(list(_read_words(spaced, spans))))


def _of_trousers(terms: Sequence[Term]) -> Iterator[Term]:
    """A bib that garments are made with is no number to wear: Bibshorts, bib-byxor."""
    for term, behind in zip_longest(terms, terms[1:]):
        worn = fold(term.text) == "bib" and behind is not None and behind.concept in WORN
        yield replace(term, concept=None) if worn else term


def _read_words(text: str, spans: list[tuple[int, int]]) -> Iterator[Term]:
    keys = [fold(_POSSESSIVE.sub("", text[start:end])) for start, end in spans]
    at = 0
    while at < len(spans):
        length = _phrase_length(keys, at)
        known = _phrase(keys, at, length) if length else None
        if known is None and (known := _cut_short(text, spans[at : at + _OF_PHRASE], keys[at : at + _OF_PHRASE])):
            length = _OF_PHRASE
        written = text[spans[at][0] : spans[at + max(length, 1) - 1][1]]
        if known:
            yield Term(text=written, concept=known)
        else:
            yield from _single(written, keys[at], dotted=_is_dotted(text, spans[at]))
        at += length or 1


def _is_dotted(text: str, span: tuple[int, int]) -> bool:
    return text[span[1] : span[1] + 1] == "."


def _cut_short(text: str, spans: list[tuple[int, int]], keys: list[str]) -> Concept | None:
    """What two words stand for of which a dot cuts one or both short, and which are no words of their own."""
    dotted = [_is_dotted(text, span) for span in spans]
    if len(keys) < _OF_PHRASE or not any(dotted) or all(map(lexicon().get, keys)):
        return None
    return of_phrase(keys[0], keys[1], sorted_lexicon())


def _phrase_length(keys: list[str], at: int) -> int:
    for length in range(min(_LONGEST_PHRASE, len(keys) - at), 1, -1):
        if _phrase(keys, at, length):
            return length
    return 0


def _phrase(keys: list[str], at: int, length: int) -> Concept | None:
    """What so many words stand for together, the last of them with any ending where the phrase is known by how it begins."""
    joined = "_".join(keys[at : at + length])
    begun = begun_phrases().get(keys[at], ())
    return lexicon().get(joined) or next((concept for stem, concept in begun if joined.startswith(stem)), None)


def _single(word: str, key: str, *, dotted: bool) -> Iterator[Term]:
    concept = lexicon().get(key) or (of_word(key, sorted_lexicon()) if dotted else None)
    if concept:
        yield Term(text=word, concept=concept)
    elif key in _SAYS_NOTHING or key.isdigit():
        return
    elif holds_sign(key):
        yield from _run_together(word, key)
    else:
        yield from _inside(word, key)


def _inside(word: str, key: str) -> tuple[Term, ...]:
    """A word we do not have as it stands: made of such words, beginning with one, or spelt wrongly."""
    if wished := _wished(word, key):
        return wished
    parts = _compound(word, key)
    if parts and all(term.concept for term in parts):
        return parts
    if garment := _garment(word, key):
        return garment
    if known := _begins(key) or _ends(key):
        return (Term(text=word, concept=known),)
    return parts or (Term(text=word, concept=_misspelt(key), guessed=True),)


def _wished(word: str, key: str) -> tuple[Term, ...]:
    """A compound of a wish and of something we know: Wunschrückennummer, ønskenummer."""
    cut = next((len(wish) for wish in _WISHES if key.startswith(wish) and len(key) > len(wish) + 1), 0)
    known = lexicon().get(key[cut:])
    wished = (Term(text=word[cut:], concept=known),) if known else _compound(word[cut:], key[cut:]) if cut else ()
    whole = cut and wished and all(term.concept and term.concept is not Concept.OTHER_THING for term in wished)
    return (Term(text=word[:cut], concept=Concept.RESERVED), *wished) if whole else _wished_behind(word, key)


def _wished_behind(word: str, key: str) -> tuple[Term, ...]:
    """The same where the wish stands last: Nummernwunsch, numerotoive."""
    cut = next((len(key) - len(wish) for wish in _WISHED_OF if key.endswith(wish)), 0)
    of = lexicon().get(key[:cut]) or lexicon().get(key[:cut].rstrip("sn"))
    return (
        (Term(text=word[cut:], concept=Concept.RESERVED), Term(text=word[:cut], concept=of))
        if of in _WISHED_FOR
        else ()
    )


def _garment(word: str, key: str) -> tuple[Term, ...]:
    """A compound that ends in a garment, whatever kind of it the beginning says: Einlauftrikot."""
    longest = next((key[at:] for at in range(_SHORTEST_STEM, len(key) - 2) if key[at:] in garment_heads()), None)
    if longest is None:
        return ()
    cut, kind = len(word) - len(longest), _begins(key.removesuffix(longest))
    return (Term(text=word[:cut], concept=kind), Term(text=word[cut:], concept=garment_heads()[longest]))


@lru_cache(maxsize=4096)
def ends_in_a_shirt(key: str) -> bool:
    """Whether a folded word is a compound whose last part is a shirt: hjemmetroje, heimtrikot."""
    heads = garment_heads()
    return any(heads.get(key[at:]) is Concept.GARMENT for at in range(_SHORTEST_STEM, len(key) - 2))


def _begins(key: str) -> Concept | None:
    """The concept of the longest beginning by which a word with any ending is known."""
    known = stems()
    return next((known[key[:size]] for size in range(len(key), _SHORTEST_STEM - 1, -1) if key[:size] in known), None)


def _ends(key: str) -> Concept | None:
    """The concept of the longest end by which a compound is known, whose beginning is no part of a roster: Kuchendienst."""
    longest = next((key[at:] for at in range(_SHORTEST_STEM, len(key) - 2) if key[at:] in KNOWN_ENDS), None)
    if longest is None or _stem(key.removesuffix(longest)) not in {None, *FOREIGN, *_OF_SOMEBODY}:
        return None
    return KNOWN_ENDS[longest]


def _run_together(word: str, key: str) -> Iterator[Term]:
    """Words without blanks between them: the longest known one at each place."""
    at, unread = 0, ""
    while at < len(key):
        size = next((n for n in range(min(8, len(key) - at), 0, -1) if key[at : at + n] in lexicon()), 0)
        if size:
            yield Term(text=word[at : at + size], concept=lexicon()[key[at : at + size]])
        else:
            unread += key[at]
        at += size or 1
    if len(unread) > 1:
        yield Term(text=unread, concept=None)


@lru_cache(maxsize=8192)
def _compound(word: str, key: str) -> tuple[Term, ...]:
    """A word made of words: Trikotgröße is a garment and a size; Startgeldnummer at least is some number."""
    cuts = range(min(len(key) - 2, longest_stem()), 2, -1)
    for cut in cuts:
        first, rest = _stem(key[:cut]), key[cut:]
        if first and rest in parts_of_compounds() and len(rest) > 1:
            return (Term(text=word[:cut], concept=first), Term(text=word[cut:], concept=parts_of_compounds()[rest]))
    for cut in cuts:
        first = _stem(key[:cut])
        more = _compound(word[cut:], key[cut:]) if first else ()
        if more and all(term.concept for term in more):
            return (Term(text=word[:cut], concept=first), *more)
    head = next((head for head in _HEADS if key.endswith(head) and len(key) - len(head) > 2), None)
    if head is None:
        return ()
    # Of a number, what it numbers matters: a locker's is no player's.
    other = Concept.OTHER_THING if head in _NUMBER_HEADS else None
    return (
        Term(text=word[: -len(head)], concept=other),
        Term(text=word[-len(head) :], concept=parts_of_compounds()[head]),
    )


def _stem(key: str) -> Concept | None:
    """The concept of the first part of a compound, with or without the letters that join the parts."""
    for link in LINKS:
        if key.endswith(link):
            concept = parts_of_compounds().get(key.removesuffix(link))
            if concept and len(key) - len(link) > 2:
                return concept
    return None


@lru_cache(maxsize=8192)
def _misspelt(key: str) -> Concept | None:
    if len(key) < SPELLABLE:
        return None
    near = (known for known in spellable_by_initial().get(key[0], ()) if one_letter_apart(key, known))
    return next((lexicon()[known] for known in near), None)


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter was changed, added, left out, or swapped with its neighbour."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])

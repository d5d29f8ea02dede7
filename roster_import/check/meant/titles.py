"""Which titles of the catalogue a text means: by the words people use for a garment, several in one cell, and how many.

`Heimtrikot` is the Home shirt where exactly one title says home and shirt; `Home + Away` is both, never one of them.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.check.meant import Meant, is_long
from roster_import.check.meant.quantities import word_for
from roster_import.check.rows.garments import clothes, contradict, fits, known_words, same, words, worn_by_turns
from roster_import.model.sheets import heading_key
from roster_import.recognise.tokens import fold
from roster_import.recognise.worn_words import leaves_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.check.rows.garments import Words

_DIVIDED = re.compile(
    r"[;+&,/|\n、・和와과]|\b(?:and|und|og|och|et|y|e|i|a|ja|ve|en|plus|sowie|samt|with|mit|med)\b|(?<=[^\W\d_a-z])と",
    re.IGNORECASE,
)
_BOTH_WORDS = """
    both beide beides begge bagge bada les_deux tous_les_deux ambos ambas entrambi entrambe tutti_e_due os_dois obie oba obe
    molemmat ikisi ikiside 両方 둘다 两个 都要
"""
_BOTH = frozenset(_BOTH_WORDS.split())
_PAIR = 2  # of shirts, for home and away
_EITHER = re.compile(
    r"(?<!\s)\s++(?:or|oder|ou|eller|of|lub|nebo|tai|veya|(?:or )?else|otherwise|sonst|ansonsten|ellers|annars|anders|sinon"
    r"|si no|sino|altrimenti|senão|inaczej|jinak|muuten|yoksa)\s++",
    re.IGNORECASE,
)
_REFUSED = re.compile(  # Home shirt, ikke Away; a no before a digit is a number
    r"(?:^|(?<=[^\s,;(–-])[\s,;(–-]++)(?:not|nicht|kein\w*|ikke|inte|ej|niet|geen|pas|non|no(?!\W*\d)|não|nie|ne|ei|statt|anstatt"
    r"|instead of|i stedet for|istället för|in plaats van|ipv|au lieu|en vez|en lugar|invece|em vez|zamiast|místo"
    r"|sijaan)\s[^,;)]*+\)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"([0-9]{1,2}|[^\W\d_]{2,9})\s*+[x×*]\s*+(\S.*)|"
                      r"(\S(?:.*\S)?)\s*+(?:[x×*]\s*+([0-9]{1,2})|\(([0-9]{1,2})[x×]?\))|"
                      r"([0-9]{1,2}|[^\W\d_]{2,9})\s++(\S.*)", re.IGNORECASE)  # fmt: skip
_PHRASES = {
    "guarda redes": "goleiro", "ev sahibi": "home", "ic saha": "home", "dis saha": "away", "prima maglia": "home shirt",
    "seconda maglia": "away shirt", "terza maglia": "third shirt", "primera equipacion": "home shirt",
    "segunda equipacion": "away shirt", "tercera equipacion": "third shirt", "heim und": "heim", "t shirt": "tshirt",
}  # fmt: skip
_MOST_PIECES = 9  # more of one garment in a title's cell is a code, a year or a size
_MOST_PARTS = 6
_LEAST, _MOST = 6, 24  # letters of a word that may have a slip
_NEAR = 0.6
_VERY_NEAR = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlesMeant(Meant):
    """The titles that are meant: one of them or, with `all_of_them`, each, a title once for each piece.

    `count` is how many of one title are meant, where the cell says so.
    """

    all_of_them: bool = False
    count: int = 0

    @property
    def suggestion(self) -> str | None:
        """What to type instead: of several that are meant all, as one cell names them."""
        return ("; " if self.all_of_them else " | ").join(self.choices) or None


def titles_meant(text: str, titles: Iterable[str]) -> TitlesMeant:
    """The titles among `titles` that a cell may mean which is none of them."""
    return _titles_meant(text, tuple(dict.fromkeys(titles)))


@lru_cache(maxsize=2048)
def _titles_meant(text: str, titles: tuple[str, ...]) -> TitlesMeant:
    if very := _very(text, titles):
        return TitlesMeant(choices=very)
    if is_long(text) or leaves_out(text):  # what is without shorts is anything but them
        return TitlesMeant()
    if (kept := _REFUSED.sub("", text)) != text:  # what is behind the no is not wanted
        return _titles_meant(kept, titles) if kept else TitlesMeant()
    one_of = [_named(part, titles, near=False) for part in _EITHER.split(text) if part]
    if len(one_of) > 1:  # one of them at most, and nobody can tell which
        return TitlesMeant(
            choices=tuple(chain.from_iterable(one_of)) if all(len(named_titles) == 1 for named_titles in one_of) else ()
        )
    parts = [part for part in map(str.strip, _DIVIDED.split(text)) if part]
    if 1 < len(parts) <= _MOST_PARTS and (every := _each(parts, titles)):
        return TitlesMeant(choices=every, all_of_them=True)
    if both := _both(text, titles):
        return TitlesMeant(choices=both, all_of_them=True)
    count, title = _counted(text)
    if count > 1 and len(named := _named(title, titles)) == 1:
        return TitlesMeant(choices=named * count, all_of_them=True, count=count)
    if len(parts) > 1:  # several things, not all of them known: a near title would be one of them at most
        return TitlesMeant(choices=_named(text, titles, near=False))
    return TitlesMeant(choices=_named(text, titles))


def _both(text: str, titles: Sequence[str]) -> tuple[str, ...]:
    """The shirts for home and away of a catalogue that has no others, where nothing but a word for both is said."""
    turns = worn_by_turns(titles) if "_".join(fold(text).strip(" .!").split()) in _BOTH else []
    return turns[0] if [len(shirts) for shirts in turns] == [_PAIR] else ()


def _each(parts: Sequence[str], titles: Sequence[str]) -> tuple[str, ...]:
    """The title of every part, as often as it says; nothing where one of them is unclear, or all are the same one."""
    every = tuple(title for part in parts for title in _part(part, parts, titles))
    clear = all(len(set(_part(part, parts, titles))) == 1 for part in parts)
    return every if clear and len(set(every)) > 1 else ()


def _part(part: str, parts: Sequence[str], titles: Sequence[str]) -> tuple[str, ...]:
    count, title = _counted(part)
    if len(named := _named(part, titles, near=False)) == 1:
        return named
    if len(named := _named(title, titles, near=False)) == 1:
        return named * max(count, 1)
    # "Home/Away shirt", "Heim- und Auswärtstrikot": the garment is said once for all of them
    of = _words(title)
    garments = {word for other in parts for word in _words(other) if clothes((word,))}
    if of and not clothes(of) and len(garments) == 1:
        about = (*of, *garments)
        fitting = tuple(title for title in titles if fits(about, _words(title)))
        just = tuple(title for title in fitting if same(about, _words(title)))
        return (just or fitting) * max(count, 1)
    return ()


def _counted(text: str) -> tuple[int, str]:
    """How many a text says, and of what; 0 where it does not say."""
    match = _COUNTED.fullmatch(text.strip())
    if not match:
        return 0, text
    number, title = match[1] or match[4] or match[5] or match[6], match[2] or match[3] or match[7]
    digits = number if number.isdigit() else word_for(number)
    count = int(digits) if digits else 0
    return (count, title) if 0 < count <= _MOST_PIECES else (0, text)


def _named(text: str, titles: Sequence[str], *, near: bool = True) -> tuple[str, ...]:
    """The titles one text may mean: the very one, those of its words, else the one that is spelled nearly so."""
    if very := _very(text, titles):
        return very
    of = _words(text)
    if fitting := tuple(title for title in titles if fits(of, _words(title))):
        return fitting
    known = known_words(of)
    fitting = tuple(title for title in titles if fits(known, _words(title)))
    return ((_with_a_slip(text, titles) or _near(text, of, titles, fitting)) if near else ()) or fitting


def _very(text: str, titles: Sequence[str]) -> tuple[str, ...]:
    """The title that is spelled so, else the only one whose words say just the same."""
    if exact := [title for title in titles if heading_key(title) == heading_key(text) != ""]:
        return tuple(exact[:1])
    just = tuple(title for title in titles if same(_words(text), _words(title)))
    return just if len(just) == 1 else ()


def _near(text: str, of: Words, titles: Sequence[str], fitting: Sequence[str]) -> tuple[str, ...]:
    """The title that is spelled nearly so; beside titles that fit by their words it has to be very near."""
    keys = {heading_key(title): title for title in titles if not contradict(of, _words(title))}
    close = difflib.get_close_matches(heading_key(text), keys, n=1, cutoff=_VERY_NEAR if fitting else _NEAR)
    return (keys[close[0]],) if close else ()


def _with_a_slip(text: str, titles: Sequence[str]) -> tuple[str, ...]:
    """The one title whose words a single word says that has a letter too many, or two exchanged: Heimtrikott, Auswärtstirkot."""
    word = fold(text).strip()
    if not _LEAST <= len(word) <= _MOST or not word.isalpha():
        return ()
    fewer = (word[:at] + word[at + 1 :] for at in range(len(word)))
    exchanged = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    meant = (_words(slip) for slip in dict.fromkeys((*fewer, *exchanged)))
    known = dict.fromkeys(of for of in meant if of and known_words(of) == of)
    just = dict.fromkeys(title for of in known for title in titles if same(of, _words(title)))
    return tuple(just) if len(just) == 1 else ()


@lru_cache(maxsize=4096)
def _words(text: str) -> Words:
    folded = f" {fold(text)} "
    for phrase, plain in _PHRASES.items():
        folded = folded.replace(f" {phrase} ", f" {plain} ")
    return words(folded)


_SIGNS = re.compile(r"[?*~]|^\(.*\)$|^\[.*\]$|^\+|\+$")


def has_a_sign(text: str, title: str) -> bool:
    """Whether a sign stands beside a title that may say more, or that it is not certain: Home shirt?, (Home shirt)."""
    return any(match[0][0] not in title for match in _SIGNS.finditer(text.strip()))

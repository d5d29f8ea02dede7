"""Rules of one printed name by itself: notes and markers that would be printed, blanks, characters, length."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.check.meant.corrections import is_corrected, put_in_its_place
from roster_import.check.meant.markers import is_plain_name, without_markers
from roster_import.check.rows.garments import clothes
from roster_import.check.rows.garments import words as garment_words
from roster_import.check.rows.name_and_number import taken_apart
from roster_import.check.rules.vocabulary import (
    ALSO_SURNAMES,
    NOTES,
    PARTICLES,
    SPARES,
    UNPRINTED,
    WHICH_NAME,
    listed,
    plain,
    words,
)
from roster_import.language.invisible import is_seen, replaced
from roster_import.language.messages import character_named, joined, say
from roster_import.model.layout import Meaning
from roster_import.model.letters import letters_meant
from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rules.numbers import Profile
    from roster_import.check.rules.teams import Garment, Squad
    from roster_import.model.problem import Problem

LONGEST_NAME = 20  # the longest that shirts commonly have room for
_MOST_NAMED = 12  # names with their cells in one warning
_APART = re.compile(r"[0-9]\W+[^\W\d_]|[^\W\d_]\W+[0-9]")  # J2 is a nickname, and LUND1 nobody's number
_ALONE = 3  # so many names with odd characters are listed one by one; more are said at once

_BRACKETED = re.compile(r"\s*[(\[{][^()\[\]{}]*[)\]}]\s*")
_EITHER = re.compile(
    r"(?P<one>[^\W\d_]{2,20}) (?P<or>or|oder|ou|eller|lub|albo|nebo|tai|veya|of|o) (?P<other>[^\W\d_]{2,20})",
    re.IGNORECASE,
)
_ALSO_IN_NAMES = frozenset({"o", "of", "tai", "ou"})
_NOBODY_ELSE = frozenset(
    ["keiner", "kein", "folgt", "brak", "bez", "vide", "leer", "blank", "uden", "yok", "later", "offen"]
)  # no nicknames
_ODD_BLANKS = re.compile(r"\s{2,}|[^\S ]")
_SIZE = re.compile(r"X{1,4}[SL]|[2-6]X[SL]|[SML]")
_PUNCTUATION = frozenset(" .'’-&0123456789")
# What was meant is plain, though not what should be printed: typed apostrophes and dashes, full-width forms.
_ASCII_FOR_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PLAIN_FOR_FANCY = str.maketrans("´`‘‛ʼ‐‑–—", "'''''----")


def name_texts(squad: Squad, _: Profile) -> Iterator[Problem]:
    """The facts about the text of each name, said once for each name of a team.

    `name-note`, `name-marker`, `name-long`, `name-size`, `name-characters`; `name-blanks` for each cell, as it is safe to
    mend.
    """
    if sum(map(len, squad.lettered.values())) > 1 and all(plain(name) in WHICH_NAME for name in squad.lettered):
        yield from _which_names(squad)
        return
    yield from _sizes(squad)
    odd: list[Sequence[Garment]] = []
    said = phrases(squad)
    for name, places in squad.lettered.items():
        bare = _without_number(without_markers(name), squad, places)
        note = name in said or is_note(name, squad.player_words[places[0]])
        characters = bool(_unprintable(bare))
        characters = characters and not letters_meant(name)  # which is an error of its own
        plainly = bare == name and not _other_number(name, squad, places)
        if not (note or characters or not plainly or len(bare) > LONGEST_NAME or _ODD_BLANKS.search(name)):
            continue
        ones = squad.garments(squad.once(places))
        if note:
            yield _note(name, ones)
            continue
        if bare != name:
            yield _marker(name, bare, ones)
        elif other := _other_number(name, squad, places):
            yield _numbered_otherwise(name, other, ones)
        if len(bare) > LONGEST_NAME:
            yield _long(name, bare, ones)
        if _ODD_BLANKS.search(name):
            yield from (_blanks(garment) for garment in ones)
        odd += [ones] if characters else []
    yield from _odd_characters(odd)


def _which_names(squad: Squad) -> Iterator[Problem]:
    """An error at each: what such words mean, nobody can tell but who wrote them."""
    message = say(
        "Here stands which name is printed ({words}), and nowhere the name itself: the words would be printed as they stand. "
        "Write in each cell the name that is printed.",
        words=listed([say("{name!r}", name=name) for name in squad.lettered]),
    )
    for garment in squad.garments(sorted(chain.from_iterable(squad.lettered.values()))):
        yield garment.row.problem("name-note", message, garment.name_meaning)


def _without_number(name: str, squad: Squad, places: Sequence[int]) -> str:
    """A name without the number that stands beside it, where the column of numbers says the same or nothing: 10 BERG."""
    joined = taken_apart(name) if _APART.search(name) else None
    if joined is None or not all(Meaning.NUMBER in squad.rows[at].columns for at in places):
        return name
    return joined[0] if all(squad.numbers[at] in ("", joined[1]) for at in places) else name


def _other_number(name: str, squad: Squad, places: Sequence[int]) -> str:
    """The number that the column of numbers says, where another one stands beside the name: 8, of Krog 18."""
    joined = taken_apart(name) if _APART.search(name) else None
    told = {squad.numbers[at].lstrip("0") for at in places if squad.numbers[at]} if joined else set()
    other = joined is not None and is_plain_name(joined[0]) and len(told) == 1 and joined[1].lstrip("0") not in told
    return next(iter(told)) if other else ""


def _numbered_otherwise(name: str, number: str, ones: Sequence[Garment]) -> Problem:
    message = say(
        "Name {name!r} would be printed with the number in it, and the row's number is {number}. Write the name alone, and "
        "the right number under the numbers.",
        name=name,
        number=number,
    )
    return ones[0].warn("name-marker", joined(message, _also(ones)), ones[0].name_meaning, of=ones)


def _also(ones: Sequence[Garment]) -> str:
    first, *others = ones
    if not others:
        return ""
    return say(
        "It stands at {places} too.", places=listed([garment.spot(garment.name_meaning, first) for garment in others])
    )


def _suggested(garment: Garment, text: str) -> str | None:
    """A suggestion replaces the whole cell, so there is none where only part of the cell is printed."""
    return text if text and garment.row.text(garment.name_meaning) == garment.name else None


# ---------------------------------------------------------------------------------------------- notes and markers


def is_note(text: str, player: frozenset[str] = frozenset()) -> bool:
    """Whether a name is no name: `TBD`, `kein Name`, `-`, `(captain)`, `spare`; who is called so has one."""
    note = plain(text)
    if not note or _BRACKETED.fullmatch(text) or text.strip().isdigit():
        return True
    if SPARES.issuperset(note.split()):
        return True
    if UNPRINTED.fullmatch(note) or (any(map(str.isdigit, text)) and clothes(garment_words(text))):
        return True  # 2 shirts without number
    if _is_either(text, player):
        return True
    if note not in NOTES or words(text) <= player:
        return False  # Freja None is called that
    surname = note in ALSO_SURNAMES and not (player and note in _NOBODY_ELSE)
    return not surname or text == text.lower() or "/" in text


def _is_either(text: str, player: frozenset[str]) -> bool:
    """Whether two names are left to choose from: SMITH OR SMITTY; `Ou` is a name, too, and counts beside one of the player's."""
    either = _EITHER.fullmatch(text.strip())
    if either is None or words(either["or"]) <= player:
        return False
    sides = (words(either["one"]), words(either["other"]))
    return fold(either["or"]) not in _ALSO_IN_NAMES or any(side <= player for side in sides)


def phrases(squad: Squad) -> frozenset[str]:
    """What several words say that begin small, unlike most names, and share nothing with the player's own: zie vorig jaar."""
    small = [name for name in squad.lettered if name[0].islower() and " " in name]
    if not small or 2 * len(small) > len(squad.lettered):
        return frozenset()
    return frozenset(name for name in small if _is_phrase(name, squad.player_words[squad.lettered[name][0]]))


def _is_phrase(name: str, player: frozenset[str]) -> bool:
    said = words(name)
    called = any(part in word or word in part for part in said for word in player)  # Donald, of McDonald
    return bool(player) and not called and name.split()[0] not in PARTICLES


def _note(name: str, ones: Sequence[Garment]) -> Problem:
    return ones[0].warn(
        "name-note",
        joined(
            say(
                "Name {name!r} reads like a note, and would be printed as it stands. Write the name, or empty the "
                "cell to print none.",
                name=name,
            ),
            _also(ones),
        ),
        ones[0].name_meaning,
        of=ones,
    )


def _marker(name: str, bare: str, ones: Sequence[Garment]) -> Problem:
    meant = put_in_its_place(name) if is_corrected(name) else " ".join(bare.split())
    meant_there = _suggested(ones[0], meant) if meant else None
    return ones[0].warn(
        "name-marker",
        joined(
            say(
                "Name {name!r} would be printed with everything beside the name. Remove what is not to be printed.",
                name=name,
            ),
            _also(ones),
        ),
        ones[0].name_meaning,
        meant_there,
        of=ones,
    )


# ------------------------------------------------------------------------------------- blanks, length, characters


def _blanks(garment: Garment) -> Problem:
    return garment.warn(
        "name-blanks",
        say(
            "Name {name!r} has more than a single blank between its words. Write one, unless the gap is meant.",
            name=garment.name,
        ),
        garment.name_meaning,
        _suggested(garment, " ".join(garment.name.split())),
    )


def _sizes(squad: Squad) -> Iterator[Problem]:
    """XL where a name should be; of a single letter only beside such."""
    sizes = [name for name in squad.lettered if _SIZE.fullmatch(name)]
    for name in sizes if any(len(size) > 1 for size in sizes) else ():
        ones = squad.garments(squad.once(squad.lettered[name]))
        message = say(
            "Name {name!r} reads like a size, and would be printed. Write the name, or empty the cell.", name=name
        )
        yield ones[0].warn("name-size", joined(message, _also(ones)), ones[0].name_meaning, of=ones)


def _long(name: str, bare: str, ones: Sequence[Garment]) -> Problem:
    return ones[0].warn(
        "name-long",
        joined(
            say(
                "Name {name!r} has {count} characters, and more than {most} may not fit on a shirt. Shorten it, or ask "
                "before ordering.",
                name=name,
                count=len(bare),
                most=LONGEST_NAME,
            ),
            _also(ones),
        ),
        ones[0].name_meaning,
        of=ones,
    )


def _printable(character: str) -> bool:
    if character in _PUNCTUATION or character.isspace():
        return True
    return unicodedata.name(character, "").startswith("LATIN ")


def _unprintable(name: str) -> list[str]:
    return list(dict.fromkeys(character for character in name if not _printable(character)))


def _odd_characters(odd: Sequence[Sequence[Garment]]) -> Iterator[Problem]:
    """One warning for each name; where there are many, one for all: the names are in another script.

    A name with a character that cannot be seen keeps its own: nobody would find it otherwise.
    """
    hidden = [ones for ones in odd if not _is_seen_whole(ones[0].name)]
    yield from (_odd(ones) for ones in hidden)
    odd = [ones for ones in odd if ones not in hidden]
    if len(odd) > _ALONE:
        first = odd[0][0]
        names = listed(
            [
                say("{name!r} ({spot})", name=garment.name, spot=garment.spot(garment.name_meaning, first))
                for ones in odd
                for garment in ones
            ],
            most=_MOST_NAMED,
        )
        yield first.warn(
            "name-characters",
            say(
                "{count} names have characters that may not be printable: {names}. Ask before ordering, or write "
                "them in Latin letters.",
                count=len(odd),
                names=names,
            ),
            first.name_meaning,
            of=(garment for ones in odd for garment in ones),
        )
        return
    yield from (_odd(ones) for ones in odd)


def _is_seen_whole(name: str) -> bool:
    return all(is_seen(char, before) or char.isspace() for char, before in zip(name, ["", *name], strict=False))


def _odd(ones: Sequence[Garment]) -> Problem:
    garment = ones[0]
    odd = _unprintable(without_markers(garment.name))
    meant = garment.name.translate(_ASCII_FOR_WIDE).translate(_PLAIN_FOR_FANCY)
    meant = " ".join(replaced(meant, lambda char: " " if char.isspace() else "").split())
    return garment.warn(
        "name-characters",
        joined(
            say(
                "Name {name!r} has characters that may not be printable: {characters}. Ask before ordering, or write it "
                "with other letters.",
                name=garment.name,
                characters=joined(*(char if is_seen(char) else character_named(char) for char in odd)),
            ),
            _also(ones),
        ),
        garment.name_meaning,
        None if _unprintable(meant) else _suggested(garment, meant),
        of=ones,
    )

"""Whose name a column holds, and which is printed: a bare Name beside Player, beside a first name, beside another Name."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.cell_kinds import Trait
from roster_import.recognise.children import CHILDREN
from roster_import.recognise.heading_concepts import says_initials
from roster_import.recognise.headings import sense
from roster_import.recognise.lone_headings import is_buyer
from roster_import.recognise.tokens import fold
from roster_import.recognise.verdicts import ignored
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.recognise.verdicts import Verdict

_LEADER_WORDS = """
    trainer trainers trainerin trainerinnen coach coaches betreuer betreuerin betreuende traener traenere trener trenere tranare
    leder ledere ledare leader leaders begeleider begeleiders entraineur entraineurs encadrant encadrants entrenador
    entrenadores monitor monitores allenatore allenatori treinador treinadores trenerzy treneri valmentaja valmentajat antrenor
    staff officials
    helfer helferin helfende volunteer volunteers hjaelper hjaelpere hjelper hjelpere funktionar funktionarer frivillig frivillige
    vrijwilliger vrijwilligers benevole benevoles voluntario voluntarios volontario volontari wolontariusz wolontariusze
    dobrovolnik dobrovolnici talkoolainen talkoolaiset gonullu gonulluler
"""
_LEADERS = frozenset(_LEADER_WORDS.split())
_YOUR_WORDS = """
    your yours votre vos ihr ihre ihren dein deine euer dit dine ditt din deres uw jouw je tu su tuo tua suo sua seu teu  twoje
    twoj panstwa vase vas tvoje sinun teidan sizin adiniz あなたの 당신의
"""
_YOUR = frozenset(_YOUR_WORDS.split())
M = Meaning

_WHO = frozenset({Concept.PLAYER, Concept.MEMBER})
_PEOPLE = frozenset({M.PLAYER, M.FIRST_NAME, M.LAST_NAME})
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE_NAME = 2  # words: Il tuo nome
_GIVEN = 2  # signs of a first name in Japanese or Korean
_OFTEN, _MOSTLY, _ALWAYS = 0.4, 0.6, 0.9  # of the rows that fill both columns


_DIGITS = re.compile(r"\d{1,3}$")
_IN_A_LANGUAGE = re.compile(
    r"[\W_](?:en|eng|english|lat|latin|ro|roman|ja|jp|jpn|japanese|ko|kr|korean|zh|cn|chinese|ru|ar|he|th|native|local|kanji)\)?$",
    re.IGNORECASE,
)


def settle_names(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Give a bare `Name` its meaning from the other columns: printed beside Player, surname beside first name."""
    verdicts = _named_otherwise(_without_buyers(_without_accounts(_without_numbers(verdicts))))
    verdicts = _without_partners(_guessed_print(_without_shown(_without_payers(_without_senders(verdicts)))))
    bare = [v for v in verdicts if v.meaning is M.PLAYER and v.seen.sense.generic_name and not v.fixed]
    players = [v for v in verdicts if v.meaning is M.PLAYER and v not in bare and v.spoken]
    first = next((v for v in verdicts if v.meaning is M.FIRST_NAME), None)
    last = next((v for v in verdicts if v.meaning is M.LAST_NAME), None)
    if not bare:
        return _halved(verdicts, players, first, last)
    if len(bare) > 1 and len({_DIGITS.sub("", v.seen.heading) for v in bare}) < len({v.seen.heading for v in bare}):
        return verdicts  # name1, name2: people side by side
    if len(bare) > 1 and all(_IN_A_LANGUAGE.search(v.seen.heading) for v in bare):
        return swap(verdicts, _as_nickname(bare[1]))  # name_ja, name_en: the same people in other letters
    if len(bare) > 1:
        return swap(verdicts, _printed_of(bare[0], bare[1]))
    name = bare[0]
    if players and any(v.meaning is M.NAME and v.seen.sense.concepts & {Concept.PRINT, Concept.BACK} for v in verdicts):
        return swap(verdicts, ignored(name))  # of who fills in the form
    if players and _stands_out(players[0], name) and _share_within(players[0], name) < _OFTEN:
        return swap(verdicts, _as_nickname(players[0]))  # whole names beside what players call themselves
    if players:
        return swap(verdicts, _printed_beside(name, players[0]))
    if first and last:
        return swap(verdicts, _beside_both(name, first, last))
    if first:
        return swap(verdicts, _beside_part(name, first, M.LAST_NAME))
    if last and _is_called_otherwise(last, name):
        return swap(verdicts, _as_nickname(last))
    return swap(verdicts, _beside_part(name, last, M.FIRST_NAME)) if last else verdicts


def _named_otherwise(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Where no other heading speaks of people, they are who has a nickname, else who orders or leads, whatever was guessed."""
    if any(v.meaning in _PEOPLE and v.spoken for v in verdicts):
        return verdicts
    named = [v for v in verdicts if _is_nickname(v) or _is_shown(v)] or [v for v in verdicts if _is_of_buyers(v)]
    named = named or [v for v in verdicts if _is_of_leaders(v)]
    if len(named) != 1:
        return verdicts
    told = is_buyer(named[0].seen.heading) or _is_of_leaders(
        named[0]
    )  # as good as sure: printed only if somebody says so
    player = replace(named[0], meaning=M.PLAYER, of=None, sure=told, ask=False, spoken=True)
    guessed = [v for v in verdicts if v.meaning is M.PLAYER and v is not named[0] and not v.fixed]
    return tuple(player if v is named[0] else ignored(v) if v in guessed else v for v in verdicts)


def _is_of_buyers(verdict: Verdict) -> bool:
    whole = verdict.seen.profile.share(Trait.FULL_NAME) >= _MOSTLY and not verdict.fixed
    return whole and is_buyer(verdict.seen.heading)


def _is_of_leaders(verdict: Verdict) -> bool:
    """Whether the trainers themselves stand there, as in a table of what they wear."""
    whole = verdict.seen.profile.share(Trait.FULL_NAME) >= _MOSTLY and not verdict.fixed
    return whole and fold(verdict.seen.heading).strip(" .:").removesuffix(" in") in _LEADERS


def _is_nickname(verdict: Verdict) -> bool:
    cells = verdict.seen.profile
    alone = verdict.seen.sense.concepts == {Concept.NICKNAME} and not says_initials(verdict.seen.heading)
    names = cells.share(Trait.NAME) >= _OFTEN and cells.distinct >= _ALWAYS and not cells.integers  # Talven, Noxar4
    return alone and names and not verdict.fixed


def _without_payers(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside a student's first and last name, first and last name alone are those of who fills in the form."""
    halves = [v for v in verdicts if v.meaning in (M.FIRST_NAME, M.LAST_NAME) and v.spoken and not v.fixed]
    of_players = {v.meaning for v in halves if v.seen.sense.concepts & _WHO}
    payers = {v.seen.column for v in halves if not v.seen.sense.concepts & _WHO}
    if of_players != {M.FIRST_NAME, M.LAST_NAME}:
        return verdicts
    parent = sense("parent name")
    return tuple(
        ignored(replace(v, seen=replace(v.seen, sense=parent))) if v.seen.column in payers else v for v in verdicts
    )


def _without_senders(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside the child's or the player's name, Your name is that of who fills in the form."""
    named = [v for v in verdicts if v.meaning in _PEOPLE and v.spoken and not v.fixed]
    senders = {v.seen.column for v in named if not v.seen.sense.concepts & _WHO and _says_your(v.seen.heading)}
    others = any(v.meaning in _PEOPLE and v.seen.column not in senders for v in verdicts)
    sent = sense("parent name")
    return tuple(
        ignored(replace(v, seen=replace(v.seen, sense=sent))) if others and v.seen.column in senders else v
        for v in verdicts
    )


def _says_your(heading: str) -> bool:
    words = _WORD.findall(fold(heading))
    return not _YOUR.isdisjoint(words[:_BEFORE_NAME]) and CHILDREN.isdisjoint(words)


def _without_shown(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """What a program shows of somebody, beside first and last name, is both again: display_name."""
    first = next((v for v in verdicts if v.meaning is M.FIRST_NAME), None)
    last = next((v for v in verdicts if v.meaning is M.LAST_NAME), None)
    if first is None or last is None:
        return verdicts
    shown = {
        v.seen.column
        for v in verdicts
        if _is_shown(v) and min(_share_within(first, v), _share_within(last, v)) >= _MOSTLY
    }
    whole = sense("full name")
    return tuple(
        ignored(replace(v, seen=replace(v.seen, sense=whole))) if v.seen.column in shown else v for v in verdicts
    )


def _without_numbers(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Numbers under a word for members are theirs in the club where names stand in other columns: Socio, Nombre, Apellidos."""
    named = any(v.meaning in _PEOPLE and not _is_numbered(v) for v in verdicts)
    return tuple(_as_number_of_member(v) if named and _is_numbered(v) else v for v in verdicts)


def _is_numbered(verdict: Verdict) -> bool:
    of_member = Concept.MEMBER in verdict.seen.sense.concepts and verdict.meaning is M.PLAYER and not verdict.fixed
    cells = verdict.seen.profile
    return of_member and 0 < cells.filled == len(cells.integers)


def _as_number_of_member(verdict: Verdict) -> Verdict:
    return replace(
        verdict,
        meaning=M.IGNORED,
        of=None,
        sure=True,
        spoken=False,
        seen=replace(verdict.seen, sense=sense("member id")),
    )


def _without_accounts(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """An empty `Name` behind the address of mails is of the account that a form was sent from, and nobody's print."""
    accounts = {
        name.seen.column
        for mail, name in pairwise(verdicts)
        if mail.seen.sense.false_friend is Concept.CONTACT and name.seen.sense.generic_name
        if not name.seen.profile.filled and not name.fixed
    }
    return tuple(replace(v, meaning=M.IGNORED, sure=True) if v.seen.column in accounts else v for v in verdicts)


def _without_buyers(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside the players, the names of those who order and pay are theirs alone."""
    named = [v for v in verdicts if v.meaning in _PEOPLE and not v.fixed]
    buyers = {v.seen.column for v in named if is_buyer(v.seen.heading)}
    if not any(v.spoken and v.seen.column not in buyers for v in named):
        return verdicts
    return tuple(
        replace(v, meaning=M.IGNORED, of=None, sure=True, ask=False, spoken=False) if v.seen.column in buyers else v
        for v in verdicts
    )


def _halved(
    verdicts: tuple[Verdict, ...], players: Sequence[Verdict], first: Verdict | None, last: Verdict | None
) -> tuple[Verdict, ...]:
    """Beside one half of the name alone, single words under `Player` are the other half."""
    part = first or last
    if part is None or (first and last) or len(players) != 1 or players[0].fixed:
        return verdicts
    player = players[0]
    if last and _is_called_otherwise(last, player):
        return swap(verdicts, _as_nickname(last))
    whole = player.seen.profile.share(Trait.FULL_NAME) >= _OFTEN or _share_within(part, player) >= _OFTEN
    if last and whole and _begins(last, player):
        return swap(verdicts, _as_nickname(last))
    if whole or not player.seen.profile.filled or not part.seen.profile.filled:
        return verdicts
    return swap(verdicts, _beside_part(player, part, M.LAST_NAME if first else M.FIRST_NAME))


def _guessed_print(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Where no heading says so: a column that holds parts of the names beside it is what is printed of them."""
    guesses = sorted((v for v in verdicts if v.meaning is M.PLAYER and not v.spoken), key=lambda v: -v.points)
    players = [v for v in verdicts if v.meaning is M.PLAYER and v.spoken] or guesses[:1]
    others = [guess for guess in guesses if players and guess is not players[0]]
    parts = [v for v in others if _share_within(v, players[0]) >= _OFTEN and share_equal(v, players[0]) < _ALWAYS]
    return swap(verdicts, replace(parts[0], meaning=M.NAME, sure=False)) if parts else verdicts


def _without_partners(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Beside first and last name a further column of players says the same again, or something about them."""
    if not {M.FIRST_NAME, M.LAST_NAME} <= {v.meaning for v in verdicts}:
        return verdicts
    more = {v.seen.column for v in verdicts if v.meaning is M.PLAYER and not v.seen.sense.generic_name and not v.fixed}
    return tuple(replace(v, meaning=M.IGNORED) if v.seen.column in more else v for v in verdicts)


def swap(verdicts: Sequence[Verdict], changed: Verdict) -> tuple[Verdict, ...]:
    """The verdicts with the changed one in its place."""
    return tuple(changed if v.seen.column == changed.seen.column else v for v in verdicts)


def _printed_of(name: Verdict, other: Verdict) -> Verdict:
    """Of two columns headed Name, the one that is printed: it holds part of the other, or its names in capitals or alone.

    Where neither does, a person must say what the second one is.
    """
    for printed, whole in ((other, name), (name, other)):
        within = _share_within(printed, whole) >= _OFTEN and share_equal(printed, whole) < _ALWAYS
        if within or _stands_out(printed, whole):
            return replace(printed, meaning=M.NAME, readings=((M.NAME, printed.points), *printed.readings))
    if share_equal(name, other) >= _ALWAYS:
        return other
    readings = ((M.NAME, other.points), (M.IGNORED, 0.0))
    return replace(other, meaning=M.NAME, sure=False, ask=other.seen.profile.filled > 0, readings=readings)


def _stands_out(printed: Verdict, whole: Verdict) -> bool:
    """Whether the one column has names in capitals, or single words, where the other has whole names."""
    this, that = printed.seen.profile, whole.seen.profile
    return _is_louder(printed, whole) or that.share(Trait.FULL_NAME) - this.share(Trait.FULL_NAME) >= _ALWAYS


def _is_louder(printed: Verdict, whole: Verdict) -> bool:
    return printed.seen.profile.share(Trait.UPPER) - whole.seen.profile.share(Trait.UPPER) >= _ALWAYS


def _printed_beside(name: Verdict, player: Verdict) -> Verdict:
    """Beside a column of players, `Name` is what is printed, unless it says the same again; in capitals it says how."""
    if share_equal(name, player) >= _ALWAYS and not _is_louder(name, player):
        return replace(name, meaning=M.IGNORED, sure=False)
    readings = ((M.NAME, name.points), *name.readings)
    if _are_others(player, name):
        other = (M.IGNORED, name.points)
        return replace(name, meaning=M.NAME, sure=False, ask=True, readings=(readings[0], other, *readings[1:]))
    short = _is_shortened(player, name)
    sure = name.seen.sense.leftover is None and not short
    return replace(name, meaning=M.NAME, sure=sure, ask=short, readings=readings)


def _are_others(player: Verdict, name: Verdict) -> bool:
    """Whether whole names stand beside whole names of other people: a parent's beside a child's."""
    whole = all(v.seen.profile.share(Trait.FULL_NAME) >= _MOSTLY for v in (player, name))
    pairs = _pairs(player, name) if whole else []
    others = sum(b.split()[0] not in a.replace(",", " ").split() for a, b in pairs if b.split())
    return len(pairs) > 1 and others >= _MOSTLY * len(pairs)


def _is_shortened(player: Verdict, name: Verdict) -> bool:
    """Whether whole names stand beside what they are shortened to: D. Alcora beside Delfino Alcora."""
    pairs = _pairs(player, name)
    shorter = sum(len(a) < len(b) and any(last in b.split() for last in a.split()[-1:]) for a, b in pairs)
    return len(pairs) > 1 and shorter >= _ALWAYS * len(pairs) and player.seen.profile.share(Trait.FULL_NAME) >= _MOSTLY


def _beside_both(name: Verdict, first: Verdict, last: Verdict) -> Verdict:
    """Beside first and last name, `Name` is both again, or the printed one: which, a person must say."""
    again = _share_within(first, name) >= _MOSTLY and _share_within(last, name) >= _MOSTLY
    if again or (name.seen.sense.leftover and not name.seen.profile.filled):
        return replace(name, meaning=M.IGNORED, sure=True)  # an empty Cl. name is of something else
    readings = ((M.NAME, name.points), (M.PLAYER, name.points - 0.5), *name.readings[1:])
    return replace(name, meaning=M.NAME, sure=False, ask=name.seen.profile.filled > 0, readings=readings)


def _is_shown(verdict: Verdict) -> bool:
    """Whether whole names are what a program shows of somebody: athlete.displayName."""
    whole = verdict.seen.profile.share(Trait.FULL_NAME) >= _MOSTLY
    return verdict.meaning is M.NAME and Concept.SHORT in verdict.seen.sense.concepts and whole and not verdict.fixed


def _is_called_otherwise(last: Verdict, name: Verdict) -> bool:
    """Whether whole names stand beside what is no part of them: Apelido, as Brazilians call what somebody is called."""
    whole = name.seen.profile.share(Trait.FULL_NAME) >= _ALWAYS and not _are_given(name)
    return whole and bool(_pairs(last, name)) and _share_within(last, name) < _MOSTLY and not last.fixed


def _are_given(name: Verdict) -> bool:
    """Whether East Asian names are too short to be whole: 陽斗 beside 兼森."""
    values = name.seen.profile.values
    return sum(len(value) <= _GIVEN and not value.isascii() for value in values) >= _ALWAYS * len(values) > 0


def _begins(part: Verdict, name: Verdict) -> bool:
    """Whether it is what most whole names begin with: Apelido, as Brazilians call what somebody is called."""
    pairs = _pairs(part, name)
    return not part.fixed and sum(text == whole.split()[0] for text, whole in pairs) >= _ALWAYS * len(pairs) > 0


def _as_nickname(verdict: Verdict) -> Verdict:
    readings = ((M.NAME, verdict.points), (M.IGNORED, 0.0))
    return replace(verdict, meaning=M.IGNORED, of=None, sure=False, ask=True, readings=readings)


def _beside_part(name: Verdict, part: Verdict, rest: Meaning) -> Verdict:
    """Beside a first name alone, `Name` is the surname (Vorname, Name), unless it holds both."""
    if _share_within(part, name) >= _MOSTLY:
        return replace(part, meaning=M.IGNORED, sure=True)
    return replace(name, meaning=rest, readings=((rest, name.points), *name.readings))


def share_equal(first: Verdict, other: Verdict) -> float:
    """The share of rows in which two columns say the same, 0 to 1."""
    pairs = _pairs(first, other)
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else 0.0


def _share_within(part: Verdict, whole: Verdict) -> float:
    """The share of rows in which the one name occurs inside the other."""
    pairs = _pairs(part, whole)
    return sum(a in b for a, b in pairs) / len(pairs) if pairs else 0.0


def _pairs(first: Verdict, other: Verdict) -> list[tuple[str, str]]:
    both = zip(first.seen.cells, other.seen.cells, strict=True)
    return [(fold(a), fold(b)) for a, b in both if a and b]

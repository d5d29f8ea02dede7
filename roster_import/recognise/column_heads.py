"""The heading of a table: what each of its columns is headed by, read together with what stands above it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.garments import WORN_IF_SIZED
from roster_import.recognise.headings import HeadingSense, sense
from roster_import.recognise.lead_ins import last_part, without_label
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Mapping

M = Meaning
_OF_NO_GARMENT = frozenset({M.TEAM, M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.ORDER})  # whatever stands above
# What stands above columns and speaks of these is a title, and says nothing of who is meant below it.
_TITLED = frozenset(
    {
        Concept.MEMBERSHIP,
        Concept.DATE,
        Concept.PLAY,
        Concept.PRESENCE,
        Concept.STANDING,
        Concept.REMARK,
        Concept.PERSONAL,
        Concept.PACKING,
    }
)
_OF_NOTHING_WORN = frozenset(
    {Concept.GUARDIAN, Concept.OFFICE, Concept.CONTACT, Concept.DATE, Concept.PAID, Concept.MEMBERSHIP}
)
_SUMMARY_WORDS = """
    summary zusammenfassung ubersicht oversigt oversikt sammanstallning overzicht recap recapitulatif resumen riepilogo resumo
    podsumowanie souhrn prehled yhteenveto ozet
"""
_SUMMARIES = frozenset(_SUMMARY_WORDS.split())
_OF_A_PERSON = frozenset({M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.NUMBER})
_OF_NAMES = frozenset({M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.NAME})
_OF_ROWS = frozenset({Concept.SUMMARY, Concept.REMARK, Concept.PAID})  # whatever the columns before are about
_CURRENCIES = frozenset("€$£¥")
_SIZED_OR_COUNTED = frozenset({M.SIZE, M.QUANTITY})
_OF_NO_SIZE = _OF_NO_GARMENT | {M.NUMBER, M.NAME}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of a roster: its row nearest the data, and each column's heading as written.

    `groups` are the headings one row further up that span several columns. `sizes` are the columns headed by a size.
    """

    row: int | None
    texts: Mapping[int, str]
    groups: Mapping[int, str]
    sizes: frozenset[int] = frozenset()
    lead_in: str = ""  # what stands before every heading, and tells none of them from the others

    def sense(self, column: int) -> HeadingSense:
        """What the heading of a column says, read together with the group heading above it."""
        own = without_label(self.texts.get(column, "").removeprefix(self.lead_in))
        text, group = _of_a_name(own), self.groups.get(column, "")
        if text.strip(" ()[]") in _CURRENCIES:
            return sense("price")
        above = sense(group)
        titled = (above.false_friend in _TITLED and sense(text).known) or sense(text).false_friend in _OF_ROWS
        asks = sense(text).points.keys() & {M.SIZE, M.QUANTITY} and not sense(text).garment_only
        if fold(group).strip(" .:") in WORN_IF_SIZED and asks:
            return replace(sense(f"hat {text}"), of=group, variant=group)
        if above.garment_only and (
            sense(text).likeliest in _OF_NO_GARMENT or sense(text).false_friend in _OF_NOTHING_WORN
        ):
            return sense(text)
        if above.likeliest is M.TEAM and sense(text).likeliest in _OF_A_PERSON:
            return sense(text)  # Roster, over all of them
        if above.likeliest is M.PLAYER and sense(text).likeliest not in _OF_NAMES | {None}:
            together = sense(f"{group} {text}")  # a student's number is none to wear
            return together if together.likeliest is M.IGNORED else sense(text)  # Atleta over Escalão
        summed = above.concepts == {Concept.SUMMARY} or fold(group).strip(" .:") in _SUMMARIES
        if summed and (sense(text).likeliest is M.SIZE or sense(text).garment_only):
            return sense("total")  # how many of each size there are, beside the players
        if above.concepts == {Concept.SIZE} and sense(text).likeliest in _OF_NO_SIZE:
            return sense(text)
        if above.concepts == {Concept.DESIGN} and sense(text).known:
            return sense(text)  # Artikel, over Hoodie and Jacke
        if not above.known or titled or _only_says_whose(group, text) or _is_of_other_clothes(group, text):
            return self._of_group(column, sense(text)) if group and not above.known else sense(text)
        together = sense(f"{group} {text}")
        if above.garment_only and together.false_friend and not sense(text).known:
            together = above  # a word that is another one beside it: T. under BAS
        return self._of_group(column, together) if above.garment_only else together

    def _of_group(self, column: int, said: HeadingSense) -> HeadingSense:
        """The same of all that the group heading names, where other columns are headed alike under theirs: Ant. | Ant."""
        text, group = self.texts.get(column, "").casefold(), self.groups[column]
        alike = (at for at, other in self.texts.items() if text and other.casefold() == text)
        shared = said.points.keys() & _SIZED_OR_COUNTED and any(self.groups.get(at, group) != group for at in alike)
        return replace(said, of=group.strip(" :")) if shared else said


NO_HEADING = Heading(row=None, texts={}, groups={})


def _of_a_name(text: str) -> str:
    """Which half of a name, where it stands behind a word for names: Person's Name - First Name."""
    behind = last_part(text)
    half = behind != text and sense(behind).likeliest in (M.FIRST_NAME, M.LAST_NAME)
    return behind if half and sense(text.removesuffix(behind)).likeliest is M.PLAYER else text


def _is_of_other_clothes(group: str, text: str) -> bool:
    """Whether a garment stands under the heading of another, which reached too far: Stutzen behind the two columns of Hose."""
    clothes = {Concept.GARMENT, Concept.OTHER_GARMENT, Concept.JERSEY}
    return sense(text).garment_only and sense(group).garment_only and bool(sense(group).concepts & clothes)


def _only_says_whose(group: str, text: str) -> bool:
    """Whether it is the bare word name under the word player: which half of the name, its neighbours tell.

    Over players and those who lead them, what a heading says is said of both.
    """
    people = sense(group).concepts
    both = sense(group).false_friend is Concept.GUARDIAN and bool(people & {Concept.PLAYER, Concept.MEMBER})
    return (sense(text).generic_name and people <= {Concept.PLAYER, Concept.MEMBER}) or (both and sense(text).known)

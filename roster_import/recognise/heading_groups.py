"""Headings over headings, each over several columns: Shirt over Size and Number; and the lines above a table that are none."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.recognise.cell_kinds import Trait, is_data, traits
from roster_import.recognise.headings import sense
from roster_import.recognise.tokens import take_apart
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.workbook import Cell

    Row = Mapping[int, Cell]

_TITLE = 3  # words of a heading; a cell alone in its row with more is a title
_SPREAD = 0.6  # of the columns of a table: what is over so many from the first on heads it
_OF_ALL_BELOW = frozenset({Concept.CLUB, Concept.QUANTITY})
_OF_PLAYERS = frozenset({Concept.TEAM, Concept.CLUB})
_OF_NO_HEADING = frozenset({Trait.DATE, Trait.PHONE, Trait.EMAIL, Trait.MONEY})
_PAPER = re.compile(r"[#№]\s?\d{3,}")  # the number of a form: #22817
_EXPLAINED = re.compile(r"\w\s*=\s*\w")  # C = captain: a legend
_POSTAL_CODE = re.compile(r"(?<!\d)\d{4,}+\s\D")


def groups_over(above: Row, below: Row, worth: float) -> Mapping[int, str]:
    """Column -> the group heading over it, of a row above that is worth so much as headings.

    One cell over everything is a title and groups nothing.
    """
    starts = sorted(column for column in above if column in below or above[column].merged)
    repeated = len(above) > 1 and _repeats(above, below)
    if not starts or (worth < 0.3 and not repeated) or _is_by_itself(above) or _is_title(above, below):
        return {}
    groups: dict[int, str] = {}
    again = _headed_again(below)
    for start, end in zip(sorted(above), [*sorted(above)[1:], max(below) + 1], strict=True):
        merged = above[start].merged
        last = merged[1] if merged else end - 1
        members = [column for column in below if start <= column <= last]
        shared = 0 < len(members) <= _TITLE and all(below[column].text.casefold() in again for column in members)
        named = (sense(above[start].text).known or repeated or shared) and not _names_a_team(above[start].text)
        if named and 0 < len(members) < len(below):
            groups |= dict.fromkeys(members, above[start].text)
    return groups


def _headed_again(below: Row) -> set[str]:
    """The headings that come again: Size, Qty | Size, Qty."""
    return {text for text, times in Counter(cell.text.casefold() for cell in below.values()).items() if times > 1}


def _repeats(above: Row, below: Row) -> bool:
    """Whether words stand over headings that come again under others of them: Smock | Size, Qty | Salopettes | Size, Qty."""
    words = not any(is_data(cell.text) or any(map(str.isdigit, cell.text)) for cell in above.values())
    twice = _headed_again(below)
    under = [any(cell.text.casefold() in twice for cell in below.values() if cell.column >= start) for start in above]
    return (
        words and bool(twice) and sum(under) > 1 and not any(cell.text.casefold() in twice for cell in above.values())
    )


def _is_title(row: Row, below: Row) -> bool:
    """Whether a line is alone in its row: of some words and spread over no columns, or from the first over most of them."""
    if len(row) != 1:
        return False
    cell = next(iter(row.values()))
    if cell.merged is None:
        return len(cell.text.split()) > _TITLE
    members = [column for column in below if column <= cell.merged[1]]
    return cell.column == min(below) and len(members) > _SPREAD * len(below)


def _is_by_itself(row: Row) -> bool:
    """Whether it says something of all below it, in labels and what stands behind them."""
    texts = [row[column].text.strip() for column in sorted(row)]
    answered = any(a.endswith(":") and not b.endswith(":") for a, b in pairwise(texts)) or _names_who_plays(row)
    return answered or any(
        _labels(text) or _EXPLAINED.search(text) or _PAPER.fullmatch(text) or traits(text) & _OF_NO_HEADING
        for text in texts
    )


def _names_who_plays(row: Row) -> bool:
    """Whether it begins with a word for a team or club, and beside that what it is called, in words that nobody taught us."""
    label, name = row[min(row)], row.get(min(row) + 1)
    if name is None or label.merged or name.merged:
        return False
    said = sense(label.text)
    return said.known and said.concepts <= _OF_PLAYERS and take_apart(name.text).unknown > 0


def _labels(text: str) -> bool:
    """Whether it is of a line by itself: Trainer: Uwe Seiler, Verein:, 12345 Musterstadt."""
    label, colon, value = text.replace("：", ":").partition(":")
    said = sense(label)
    told = said.false_friend is not None or bool(said.concepts & _OF_ALL_BELOW) or any(map(str.isdigit, value))
    return told if colon else _POSTAL_CODE.search(text) is not None


def _names_a_team(text: str) -> bool:
    """Whether it is a line of its own about everything below: Categoría: Cadete B."""
    label, _, name = text.partition(":")
    return bool(name.strip()) and Concept.TEAM in sense(label).concepts

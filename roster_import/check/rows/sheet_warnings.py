"""What a person would want to know of a sheet that is ordered from: hidden rows and columns, strokes, rows left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.check.coloured_rows import rows_that_explain
from roster_import.check.rows.hidden_rows import hidden_rows
from roster_import.check.rows.messages import named, rows_listed
from roster_import.check.rows.struck import struck_warnings
from roster_import.check.rows.sums_beside import sums_that_differ
from roster_import.check.rows.told_totals import totals_that_agree, totals_that_differ
from roster_import.check.rules.vocabulary import PARTICLES
from roster_import.language.invisible import cut
from roster_import.language.messages import capital, joined, listed, say, say_n
from roster_import.model.layout import Meaning
from roster_import.model.problem import Origin, Place
from roster_import.model.sheets import heading_key
from roster_import.recognise.addresses import rows_of_addresses
from roster_import.recognise.examples import is_example
from roster_import.recognise.lines_above import looks_like_a_player, says_more_than_a_title
from roster_import.recognise.notes import greets, is_label, is_section, reaches_somebody
from roster_import.recognise.order_words import is_about_the_order
from roster_import.recognise.sign_offs import in_a_line, signs_off
from roster_import.recognise.wished_dates import dates_wished

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook

_SHOWN = frozenset({"text-may-change-order", "total-differs"})
_A_TITLE, _A_SENTENCE = 3, 4  # words
_FEW = 3  # cells of a line that ends a list
_NOT_USED = frozenset({Meaning.IGNORED, Meaning.PRICE})


def sheet_warnings(sheet: Sheet, layouts: Sequence[Layout], rows: Sequence[RosterRow]) -> list[Problem]:
    """The warnings about one sheet: hidden rows and columns once each, what is struck through, what was left out."""
    ordered, differing = sorted({row.row for row in rows}), totals_that_differ(sheet, layouts, rows)
    return [
        *hidden_rows(sheet, ordered),
        *_hidden_columns(sheet, layouts, ordered),
        *struck_warnings(sheet, {column.column: column for layout in layouts for column in _used(layout)}, ordered),
        *differing.values(),
        *sums_that_differ(sheet, layouts, rows),
        *_players_above(sheet, layouts),
        *_left_out(
            sheet, sorted(_strange(sheet, layouts) - differing.keys() - totals_that_agree(sheet, layouts, rows))
        ),
    ]


def with_rows_told_once(problems: Sequence[Problem], workbook: Workbook) -> tuple[Problem, ...]:
    """The problems; a row that is left out and whose text is shown is not counted among those that are left out besides."""
    told: dict[str | None, set[int]] = {}
    for problem in problems:
        if problem.code in _SHOWN and problem.row:
            told.setdefault(problem.sheet, set()).add(problem.row)
    left_out = [problem for problem in problems if problem.code == "rows-left-out"]
    quoting = [problem.message for problem in problems if problem.code == "sheets-repeat"]
    for problem in left_out if quoting else ():
        told.setdefault(problem.sheet, set()).update(_quoted(workbook, problem, quoting))
    again = [problem for problem in left_out if problem.sheet in told]
    replaced = {id(problem): _but(workbook, problem, told[problem.sheet]) for problem in again}
    return tuple(each for problem in problems for each in replaced.get(id(problem), (problem,)))


def _quoted(workbook: Workbook, problem: Problem, messages: Sequence[str]) -> Iterator[int]:
    """The rows of a warning whose words another message has."""
    sheet = workbook.sheet(problem.sheet or "")
    rows = {origin.row: sheet.rows.get(origin.row, {}) for origin in problem.rows} if sheet else {}
    for row, cells in rows.items():
        if cells and any(all(cell.text in message for cell in cells.values()) for message in messages):
            yield row


def _but(workbook: Workbook, problem: Problem, told: Collection[int]) -> Sequence[Problem]:
    """The warning of the rows of a sheet that are left out, but for those that are told."""
    sheet = workbook.sheet(problem.sheet or "")
    rows = {origin.row for origin in problem.rows}
    return [*_left_out(sheet, sorted(rows.difference(told)))] if sheet else [problem]


def _players_above(sheet: Sheet, layouts: Sequence[Layout]) -> Iterator[Problem]:
    """The warning of what looks like players above the headings, where nobody is read."""
    heading = min((layout.heading_row or 1 for layout in layouts), default=1)
    addresses = rows_of_addresses(sheet, {heading})
    above = [row for row in sheet.rows if row < heading and row not in addresses]
    rows = [row for row in above if looks_like_a_player(sheet.rows[row])]
    if rows:
        message = say_n(
            "Nothing is ordered from {rows} of sheet {sheet}, which stands above the headings in row {heading}. If a player "
            "stands there, move the row below the headings.",
            "Nothing is ordered from {rows} of sheet {sheet}, which stand above the headings in row {heading}. If players "
            "stand there, move the rows below the headings.",
            len(rows),
            rows=rows_listed(rows),
            sheet=sheet.name,
            heading=heading,
        )
        also = tuple(Origin(sheet=sheet.name, row=row) for row in rows[1:])
        yield Place(sheet=sheet.name, row=rows[0]).problem("warning", "players-above-headings", message, also=also)


def _hidden_columns(sheet: Sheet, layouts: Sequence[Layout], ordered: Sequence[int]) -> Iterator[Problem]:
    hidden = [
        column
        for column in dict.fromkeys(column for layout in layouts for column in _used(layout))
        if column.column in sheet.hidden_columns and any(sheet.text(row, column.column) for row in ordered)
    ]
    if hidden:
        message = say_n(
            "{columns} on sheet {sheet} is hidden, and is ordered from all the same. Unhide to see what is in "
            "there, and empty what is not wanted.",
            "{columns} on sheet {sheet} are hidden, and are ordered from all the same. Unhide to see what is in "
            "there, and empty what is not wanted.",
            len(hidden),
            columns=capital(listed([named(column) for column in hidden])),
            sheet=sheet.name,
        )
        yield Place(sheet=sheet.name, column=hidden[0].heading or None).warning("column-hidden", message)


def _strange(sheet: Sheet, layouts: Sequence[Layout]) -> set[int]:
    """The rows that are left out, but for what else is said: addresses and dates of the delivery, what colours mean."""
    players = {row for layout in layouts for row in (*layout.rows, layout.heading_row or 0)}
    noted = {cell.row for cell, _ in dates_wished(sheet, players)}
    left_out = {row for layout in layouts for row in layout.left_out} | _told_above(sheet, layouts)
    strange = (
        left_out
        - rows_of_addresses(sheet, players)
        - noted
        - _polite(sheet, left_out, last=max(players, default=0))
        - _titles(sheet, left_out)
    )
    return strange - rows_that_explain(sheet, layouts, strange) - titles_repeated(sheet, layouts)


def _told_above(sheet: Sheet, layouts: Sequence[Layout]) -> set[int]:
    """The rows of one cell above the table that say more than whose list it is."""
    first = min((layout.heading_row or 1 for layout in layouts), default=1)
    lone = (row for row, width in sheet.rows.widths.items() if row < first and width == 1)
    return {row for row in lone if says_more_than_a_title(next(iter(sheet.rows[row].values())).text)}


def titles_repeated(sheet: Sheet, layouts: Sequence[Layout]) -> set[int]:
    """The rows with a title that each of the rows beneath it, up to the next, repeats in a cell of its own: Home shirt."""
    lone = sorted(row for layout in layouts for row in layout.left_out if sheet.rows.widths.get(row) == 1)
    players = sorted(row for layout in layouts for row in layout.rows)
    repeated: set[int] = set()
    for row, following in pairwise((*lone, players[-1] + 1)) if players else ():
        key = heading_key(next(iter(sheet.rows[row].values())).text)
        beneath = players[bisect_left(players, row) : bisect_left(players, following)]
        below = [sheet.rows[player].values() for player in beneath]
        if below and all(any(heading_key(cell.text) == key for cell in cells) for cells in below):
            repeated.add(row)
    return repeated


_THANKS = re.compile(
    r"(?:\w{4,9} )?(?:thanks?|thank you|thx|cheers|danke|dank|tak|takk|tack|merci|gracias|grazie|obrigad[oa]|bedankt"
    r"|dank je wel|dzięki|dziękuję|děkuji|díky|kiitos|teşekkürler|ありがとう|감사합니다)\b[^:0-9]{0,40}",
    re.IGNORECASE,
)


def _polite(sheet: Sheet, rows: Collection[int], *, last: int) -> set[int]:
    """The rows that say thank you, or below the `last` player end the list as one ends a letter, and nothing else."""
    few = {row: sheet.rows[row] for row in rows if 0 < len(sheet.rows.get(row, {})) <= _FEW}
    said = {row: in_a_line(cells) for row, cells in few.items()}
    greeted = min((row for row, text in said.items() if row > last and greets(text)), default=None)
    if greeted is not None:
        rows = [row for row in said if row >= greeted and not is_about_the_order(said[row])]
        return {*rows, *_polite(sheet, [row for row in said if row < greeted], last=last)}
    return {row for row, text in said.items() if _THANKS.fullmatch(text.strip()) or (row > last and signs_off(text))}


def _titles(sheet: Sheet, rows: Collection[int]) -> set[int]:
    """The rows that are no more than the title of those below: Goalkeepers, Staff."""
    lone = {row: next(iter(sheet.rows[row].values())).text for row in rows if len(sheet.rows.get(row, {})) == 1}
    return {row for row, text in lone.items() if is_section(text) or (is_label(text) and len(text.split()) < _A_TITLE)}


def _left_out(sheet: Sheet, rows: Sequence[int]) -> Iterator[Problem]:
    if not rows:
        return
    kinds: dict[str, list[int]] = {}
    for row in rows:
        kinds.setdefault(_looks_like(sheet.rows.get(row, {})), []).append(row)
    parts = [say("{rows} ({kind})", rows=rows_listed(numbers), kind=kind) for kind, numbers in kinds.items()]
    message = say(
        "Nothing is ordered from {rows} of sheet {sheet}. If a player stands there, fill in the row like the others.",
        rows=listed(parts),
        sheet=sheet.name,
    )
    told = any(len(numbers) == 1 and _told_of_note(sheet.rows.get(numbers[0], {})) for numbers in kinds.values())
    message = joined(message, say("What a note asks for, change in the rows themselves.")) if told else message
    also = tuple(Origin(sheet=sheet.name, row=row) for row in rows[1:])
    yield Place(sheet=sheet.name, row=rows[0]).problem("warning", "rows-left-out", message, also=also)


def _looks_like(cells: Mapping[int, Cell]) -> str:
    """What a row without a player looks like; said without its values, some of which are none of our business.

    Of a note its words are said, unless somebody is to be reached there, or it is hardly more than a name.
    """
    if is_example(cells):
        return say("an example")
    if len(cells) == 1:
        told = _told_of_note(cells)
        return say("a note: {text!r}", text=told) if told else say("a note")
    numbers = sum(cell.text.replace(".", "").replace(",", "").isdigit() for cell in cells.values())
    return say("totals") if numbers and len(cells) - numbers <= 2 else say("no player")


def _told_of_note(cells: Mapping[int, Cell]) -> str:
    text = next(iter(cells.values())).text if len(cells) == 1 else ""
    words = text.split()
    said = len(words) >= _A_SENTENCE or (len(words) == _A_TITLE and any(_is_small(word) for word in words))
    return cut(text) if said and not reaches_somebody(text) else ""


def _is_small(word: str) -> bool:
    """Whether it begins as no name does, nor what stands within one: Hämtas i klubbhuset."""
    return word[0].islower() and word.casefold() not in PARTICLES


def _used(layout: Layout) -> list[ColumnReading]:
    return [column for column in layout.columns if column.meaning not in _NOT_USED]

"""The sheets of a workbook that are rosters, and what remains to be asked about them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.language.messages import joined, say
from roster_import.model.key_like import unless_key
from roster_import.model.layout import NAMES, Meaning, Question
from roster_import.model.problem import FILE, Place
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import FileFormat
from roster_import.recognise.across import lies_across
from roster_import.recognise.hints import Hints, Recognition
from roster_import.recognise.lists_beside import is_of_the_same_people, orders_nothing
from roster_import.recognise.questions import column_problem, guesses, questions, sizes_problem
from roster_import.recognise.second_tables import unclear_headings
from roster_import.recognise.sheets import ONLY_PEOPLE, SheetReading, read_sheet
from roster_import.recognise.summary_sheets import counts_apart, whether_it_orders, without_summaries
from roster_import.recognise.tallies import tallies_below, tallies_beside
from roster_import.recognise.tally_counts import tally_told
from roster_import.recognise.vocabulary import VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from roster_import.model.layout import Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet, Workbook
    from roster_import.recognise.sheets import SheetReading


_ROSTER = 1.0
_UNNAMED = re.compile(
    r"(?:sheet|tabelle|ark|blad|feuil|hoja|foglio|planilha|folha|arkusz|list|taul|sayfa|シート|시트|工作表"
    rf"{''.join('|' + vocabulary.sheet for vocabulary in VOCABULARIES if vocabulary.sheet)})\s*\d+"
    r"|roster|spillerliste|spielerliste",
    re.IGNORECASE,
)


def recognise(workbook: Workbook, hints: Hints | None = None, *, skip: Collection[str] = ()) -> Recognition:
    """Find the rosters of a workbook and what each of their columns means.

    `skip` names sheets already known to be something else. Hidden sheets are not looked at unless `hints` name them.
    Nothing is decided that the headings and cells leave open: that becomes a question, and a problem of level error.
    """
    told = hints or Hints()
    missing = [name for name in told.roster_sheets if workbook.sheet(name) is None]
    if missing:
        return Recognition(rosters=(), problems=tuple(_no_such_sheet(workbook, name) for name in missing))
    sheets = [
        sheet
        for sheet in workbook.sheets
        if (sheet.name in told.roster_sheets if told.roster_sheets else not sheet.hidden and sheet.name not in skip)
    ]
    parted = [_without_tallies(sheet) for sheet in sheets]
    sheets, tallies = [roster for roster, _ in parted], [tally for _, tallies in parted for tally in tallies]
    aside = [each for each in map(lies_across, sheets) if each]
    asked = [each for each in aside if each.answer(told) is None]
    if asked:
        return Recognition(
            rosters=(),
            problems=tuple(each.problem for each in asked),
            questions=tuple(each.question for each in asked),
        )
    sheets = [sheet for sheet in sheets if all(each.sheet is not sheet for each in aside)]
    readings = [reading for sheet in sheets for reading in read_sheet(sheet, told)]
    chosen = readings if told.roster_sheets else _rosters(readings)
    unseen = () if told.roster_sheets else tuple(hidden_rosters(workbook, told, skip))
    bare = _no_table(workbook) if all(reading.heading.row is None for reading in chosen) else None
    if bare or not chosen:
        return Recognition(rosters=(), problems=(bare or _roster_missing(readings),))
    apart = [] if told.roster_sheets else counts_apart(chosen)
    counting = [whether_it_orders(reading, chosen) for reading in apart]
    chosen = [reading for reading in chosen if reading not in apart]
    recognition = _recognition(_best_first(chosen), [reading for reading in readings if reading not in apart])
    counted = (
        tally_told(tally, reading.sheet, reading.layouts) for tally in tallies for reading in _of_sheet(chosen, tally)
    )
    set_aside = (each.set_aside for each in aside)
    return replace(recognition, problems=(*recognition.problems, *counting, *counted, *set_aside, *unseen))


def _of_sheet(readings: Sequence[SheetReading], tally: Sheet) -> list[SheetReading]:
    """The first of the readings of the sheet that a tally stands on."""
    return [reading for reading in readings if reading.sheet.name == tally.name][:1]


def _without_tallies(sheet: Sheet) -> tuple[Sheet, tuple[Sheet, ...]]:
    """The sheet without the tables that count its sizes, and these."""
    roster, beside = tallies_beside(sheet)
    roster, below = tallies_below(roster)
    return roster, (*beside, *below)


def _recognition(chosen: Sequence[SheetReading], readings: Sequence[SheetReading]) -> Recognition:
    asked = tuple(_once_each(question for reading in chosen for question in questions(reading)))
    twice = filter(None, map(sizes_problem, chosen))
    guessed = (problem for reading in chosen for problem in guesses(reading))
    second = (problem for reading in chosen for problem in unclear_headings(reading.sheet, reading.heading))
    return Recognition(
        rosters=tuple(_with_teams(chosen)),
        problems=(*map(column_problem, asked), *twice, *guessed, *second, *_left_out(chosen, readings)),
        questions=asked,
    )


def _once_each(asked: Iterable[Question]) -> Iterator[Question]:
    """The questions, that about an unknown column once for all tables that have it: one answer holds for each."""
    known: set[str] = set()
    for question in asked:
        key = heading_key(question.heading)
        if not question.held or not key or key not in known:
            yield question
        known |= {key} if question.held else set()


def _rosters(readings: Sequence[SheetReading]) -> list[SheetReading]:
    """The readings that are rosters. Beside one, a list of mere names, a count of sizes, or headings over nothing is none."""
    rosters = [reading for reading in readings if reading.worth >= _ROSTER]
    rosters = [reading for reading in rosters if reading.has_rows] or rosters
    ordering = [reading for reading in rosters if reading.worth > ONLY_PEOPLE]
    lists = [reading for reading in ordering if not reading.counts_sizes]
    return without_summaries(lists) or ordering or rosters


def _best_first(chosen: Sequence[SheetReading]) -> list[SheetReading]:
    best = max(chosen, key=lambda reading: reading.worth)
    return [best, *(reading for reading in chosen if reading is not best)]


def _with_teams(chosen: Sequence[SheetReading]) -> Iterator[Layout]:
    """The layouts; where each team has its own sheet, the sheet's name is the team."""
    sheets = {reading.sheet.name for reading in chosen}
    for reading in chosen:
        team = reading.sheet.name if len(sheets) > 1 and not _UNNAMED.fullmatch(reading.sheet.name) else None
        for layout in reading.layouts:
            named = layout.team or any(column.meaning is Meaning.TEAM for column in layout.columns)
            yield layout if named else replace(layout, team=team)


def _left_out(chosen: Sequence[SheetReading], readings: Sequence[SheetReading]) -> Iterator[Problem]:
    for reading in readings:
        if reading.worth < _ROSTER or reading in chosen:
            continue
        if is_of_the_same_people(reading, chosen):
            yield _of_the_same_people(reading, chosen[0].sheet.name)
            continue
        name, taken = reading.sheet.name, chosen[0].sheet.name
        sheets = dict.fromkeys((*(each.sheet.name for each in chosen), name))
        people = reading.meanings & NAMES
        sized = reading.counts_sizes or Meaning.SIZE in reading.meanings
        counted = say("it counts sizes") if sized else say("it counts pieces")
        what = say("it lists people, but nothing to order for them") if people else counted
        message = say(
            'Nothing is ordered from sheet "{name}": {what}, and sheet "{taken}" is the roster. If it should '
            "be ordered too, say so: {options}.",
            name=name,
            what=what,
            taken=taken,
            options=" ".join(f'--sheet "{each}"' for each in sheets),
        )
        yield Place(sheet=name).warning("sheet-left-out", message)


def _of_the_same_people(reading: SheetReading, taken: str) -> Problem:
    name = reading.sheet.name
    if not orders_nothing(reading):
        message = say(
            'Nothing is ordered from sheet "{name}": it lists people who stand on sheet "{taken}" as well. If what it says is to '
            'hold, change their rows on sheet "{taken}".',
            name=name,
            taken=taken,
        )
        return Place(sheet=name).warning("sheet-left-out", message)
    message = say(
        'Nothing is ordered from sheet "{name}": it lists people of the roster once more, and nothing to order for them.',
        name=name,
    )
    return Place(sheet=name).warning("sheet-of-people", message)


def hidden_rosters(workbook: Workbook, told: Hints, skip: Collection[str]) -> Iterator[Problem]:
    """A warning for every hidden sheet that is headed as a roster: it is not ordered from, which nobody sees."""
    for sheet in workbook.sheets:
        if (
            sheet.hidden
            and sheet.name not in skip
            and any(reading.heading.row is not None for reading in _rosters(list(read_sheet(sheet, told))))
        ):
            message = say(
                'Sheet "{name}" is hidden and looks like a roster: nothing is ordered from it. If it should be ordered, '
                "unhide it.",
                name=sheet.name,
            )
            yield Place(sheet=sheet.name).warning("sheet-hidden", message)


def _no_such_sheet(workbook: Workbook, name: str) -> Problem:
    names = joined(*(say('"{heading}"', heading=sheet.name) for sheet in workbook.sheets), between=", ")
    shown = unless_key(name)
    message = say('There is no sheet "{name}" in this file. Its sheets are: {names}.', name=shown, names=names)
    return Place(value=shown).error("sheet-missing", message)


def _no_table(workbook: Workbook) -> Problem | None:
    """That a file holds nothing, or only a text: no heading could make a roster of it."""
    cells = [cell for sheet in workbook.sheets for cell in sheet.cells]
    if not cells:
        message = say(
            "{file_name} is empty: no sheet of it holds anything. Fill in the roster, save the workbook and send it again.",
            file_name=workbook.path.name,
        )
    elif workbook.format is FileFormat.CSV and not _is_table(workbook.sheets[0]):
        message = say(
            "{file_name} is a text without a table, so there is no roster in it. Send the players as an Excel workbook (.xlsx), "
            "best of all in our template.",
            file_name=workbook.path.name,
        )
    else:
        return None
    return FILE.error("roster-missing", message)


def _is_table(sheet: Sheet) -> bool:
    """Whether most rows have several cells; a comma in a letter makes two of a line now and then."""
    return sum(len(row) > 1 for row in sheet.rows.values()) * 2 > len(sheet.rows)


def _roster_missing(readings: Sequence[SheetReading]) -> Problem:
    names = dict.fromkeys(reading.sheet.name for reading in readings)
    looked = joined(*(say('"{heading}"', heading=name) for name in names), between=", ")
    message = joined(
        say("No roster was found on {sheets}.", sheets=looked)
        if looked
        else say("No roster was found: the file has no visible sheet to look at."),
        say(
            "A roster is a table with a row for each player or garment under headings such as Name, Number and Size. "
            "Add the headings above your players, or copy the players into our template: roster-import template."
        ),
    )
    return FILE.error("roster-missing", message)

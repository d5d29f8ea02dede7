"""Everything short of ordering: a workbook -> what was understood, what is wrong, and the orders it asks for.

Pure. The order system is asked by whoever calls, between the two halves: `named_in` says what the rows name, and what the
order system told of that comes in as `facts`. So a file is checked once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.check.alike import said_once
from roster_import.check.catalogue_lookup import Rules
from roster_import.check.delivery_notes import delivery_notes
from roster_import.check.detail_columns import detail_sources
from roster_import.check.done_anyway import without_what_is_done
from roster_import.check.exchanged_columns import exchanged_columns, with_exchanged_cells
from roster_import.check.fates import count_cells
from roster_import.check.garments_offered import without_what_the_answer_tells
from roster_import.check.hidden_sheets import hidden_sheets
from roster_import.check.joined_cells import joined_questions, names_with_numbers, size_lists, undivided_parts
from roster_import.check.logo_columns import unused_logo_columns
from roster_import.check.logos_sheet import as_written, with_numbers
from roster_import.check.merged_cells import merged_cells, with_merges_told_once
from roster_import.check.notes_elsewhere import notes_on_other_sheets, with_notes_told_once, with_sheets_told_once
from roster_import.check.numbers_to_come import numbers_to_come
from roster_import.check.only_counted import with_columns_to_set_aside
from roster_import.check.order_details import (
    Details,
    Source,
    details_of_orders,
    only_reference,
    reference_problems,
    sources,
)
from roster_import.check.order_labels import unused_labels
from roster_import.check.order_notes import order_notes
from roster_import.check.placeholders import placeholders_twice
from roster_import.check.printed_names import is_without_names, prints_unclear
from roster_import.check.recognised import CheckOptions, Recognised, recognise_workbook
from roster_import.check.remarks import remarks_on_rows
from roster_import.check.remarks_in_headings import remarks_in_headings
from roster_import.check.repeated_sheets import repeated_sheets
from roster_import.check.rows import roster_rows
from roster_import.check.rows.by_column import RosterRows
from roster_import.check.rows.garments import named_after
from roster_import.check.rows.hidden_rows import with_hidden_sizes
from roster_import.check.rows.left_blank import with_print_that_waits
from roster_import.check.rows.printed_once import with_prints_once
from roster_import.check.rows.sheet_warnings import with_rows_told_once
from roster_import.check.rows.struck import with_corrections
from roster_import.check.same_people import with_lists_of_people
from roster_import.check.seasons import sheets_of_seasons
from roster_import.check.sheet_problems import (
    at_top_of_columns,
    control_characters,
    empty_roster,
    garments_unnamed,
    missing_columns,
    once_for_blocks,
    repeated_columns,
    told_twice,
    unclear_name,
    unused_orders,
    with_reference,
)
from roster_import.check.signs_explained import with_signs_read
from roster_import.check.sound_rows import remarks_on_sound_rows
from roster_import.check.target_objections import objections_told, prices_not_sent
from roster_import.check.two_people import with_rows_of_two
from roster_import.language.translations import in_every_language
from roster_import.model.catalogue import with_facts
from roster_import.model.layout import Meaning
from roster_import.model.problem import Problem
from roster_import.model.report import Checked
from roster_import.model.sheets import HOW_TO
from roster_import.recognise.memory import with_hints

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.check.joined_cells import JoinedCells
    from roster_import.check.rows.row import RosterRow
    from roster_import.check.validate import CheckedRows
    from roster_import.model.catalogue import Catalogue, CatalogueEntry
    from roster_import.model.order import DesignRef, Line, LogoRef, Order, OrderDetails
    from roster_import.model.workbook import Workbook
    from roster_import.targets.protocol import Target


def check_workbook(workbook: Workbook, options: CheckOptions, target: Target) -> Checked:
    """The whole check of a workbook, with what is known of the order system and without asking it."""
    return check_recognised(recognise_workbook(workbook, options), options.facts, target)


def check_recognised(recognised: Recognised, facts: Sequence[CatalogueEntry], target: Target) -> Checked:
    """The check of a workbook that was recognised, with what the order system tells of the designs and logos it names."""
    checked = _check(recognised, facts, target)
    if recognised.options.apply_safe:
        checked = _with_safe_fixes(checked, recognised, facts, target)
    problems = with_signs_read(checked.problems, recognised.data, recognised.layouts, recognised.catalogue)
    return replace(checked, problems=said_once(problems))


def _check(recognised: Recognised, facts: Sequence[CatalogueEntry], target: Target) -> Checked:
    """The check, with a problem for each cell."""
    catalogue, contradictions = with_facts(recognised.catalogue, facts)
    rows = _read_rows(recognised, catalogue)
    validated = _validate(recognised, rows, catalogue)
    details = _details(recognised, rows, validated)
    problems = (
        *recognised.catalogue_problems,
        *contradictions,
        *recognised.problems,
        *recognised.options.unmet,
        *_told(names_with_numbers(recognised.data, recognised.layouts, recognised.options.mapping)),
        *undivided_parts(recognised.data, recognised.layouts),
        *_problems_of_rows(recognised, rows, validated, details),
        *remarks_in_headings(recognised.data, recognised.layouts, _print_names(recognised)),
        *remarks_on_rows(recognised.data, recognised.layouts, rows.roster),
        *notes_on_other_sheets(recognised.data, recognised.layouts, _unused_sheets(recognised)),
        *delivery_notes(recognised.data, recognised.layouts, details.orders),
        *control_characters(recognised.data, recognised.layouts, recognised.others.names),
    )
    problems = with_print_that_waits(without_what_the_answer_tells(problems, recognised.questions))
    problems = with_notes_told_once(with_sheets_told_once(problems))
    orders = _group(validated.lines, details.orders, catalogue, problems, target)
    problems += _objections(recognised, orders, target)
    problems = _seen_together(problems, recognised, rows, validated.lines, catalogue)
    return Checked(
        path=recognised.workbook.path,
        workbook=recognised.workbook,
        layouts=recognised.layouts,
        problems=problems,
        lines=validated.lines,
        orders=() if _stops(problems) else orders,
        questions=(*recognised.questions, *joined_questions(recognised)),
        club=recognised.club,
        cells=count_cells(recognised.data, recognised.layouts, validated.sound, problems),
        idle_sheets=_idle_sheets(recognised),
        prices=_prices(orders, catalogue),
    )


def _prices(orders: Iterable[Order], catalogue: Catalogue) -> dict[DesignRef | LogoRef, str]:
    """What the catalogue says that a piece costs of what is ordered."""
    refs: list[DesignRef | LogoRef] = []
    for order in orders:
        refs += [item.design for item in order.designs]
        refs += [item.logo for item in order.logos]
    listed = {ref: entry.price for ref in refs if (entry := catalogue.entry_of(ref))}
    return {ref: price for ref, price in listed.items() if price}


def _idle_sheets(recognised: Recognised) -> tuple[str, ...]:
    """The sheets in sight that hold something and say nothing of the order."""
    hidden = {sheet.name for sheet in recognised.data.sheets if sheet.hidden}
    return tuple(name for name in _unused_sheets(recognised) if name not in hidden)


def _unused_sheets(recognised: Recognised) -> tuple[str, ...]:
    used = {layout.sheet for layout in recognised.layouts} | recognised.others.names | set(in_every_language(HOW_TO))
    return tuple(sheet.name for sheet in recognised.data.sheets if sheet.cells and sheet.name not in used)


def _seen_together(
    problems: tuple[Problem, ...], recognised: Recognised, rows: _Rows, lines: Sequence[Line], catalogue: Catalogue
) -> tuple[Problem, ...]:
    """The problems as each is to be said in sight of the others, and of the cells around it."""
    problems = with_corrections(problems, recognised.data, recognised.layouts)
    problems = with_rows_of_two(problems, rows.roster)
    problems = with_exchanged_cells(problems, rows.roster, catalogue)
    problems = with_hidden_sizes(problems, recognised.data, recognised.layouts)
    problems = with_merges_told_once(with_rows_told_once(problems, recognised.data))
    problems = with_columns_to_set_aside(problems, recognised.data, recognised.layouts)
    problems = without_what_is_done(problems, lines, catalogue)
    problems = once_for_blocks(at_top_of_columns(problems, recognised.layouts), recognised.layouts)
    return with_hints(problems, recognised.layouts, recognised.recalled)


def _stops(problems: Iterable[Problem]) -> bool:
    return "error" in {problem.level for problem in problems}


# ------------------------------------------------------------------------------------------------------- the rows


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """Every row that orders something, and the orders they may belong to; `reference` is that of rows that name none."""

    roster: RosterRows
    problems: tuple[Problem, ...] = ()
    sources: tuple[Source, ...] = ()
    source_problems: tuple[Problem, ...] = ()
    reference: str | None = None


def _read_rows(recognised: Recognised, catalogue: Catalogue) -> _Rows:
    """The rows of the rosters, none where it is unclear what their columns mean."""
    data, order, defaults = recognised.data, recognised.others.order, recognised.options.defaults
    rosters = roster_rows(recognised.wants if not recognised.is_unclear else (), catalogue.written)
    printed = with_prints_once(RosterRows(rosters.rows), catalogue)
    rows, of_references = with_reference(printed, defaults.reference)
    given, source_problems = sources(order), tuple[Problem, ...]()
    if recognised.detail_columns:
        given, source_problems = detail_sources(data, recognised.detail_columns, rows, defaults)
    return _Rows(
        roster=rows,
        problems=(
            *reference_problems(given, defaults),
            *rosters.problems,
            *merged_cells(data, recognised.layouts if not recognised.is_unclear else ()),
            *repeated_columns(data, recognised.layouts if not recognised.is_unclear else ()),
            *told_twice(recognised.layouts if not recognised.is_unclear else ()),
            *unused_labels(data.sheet(order.sheet) if order else None, order),
            *order_notes(data.sheet(order.sheet) if order else None, order),
            *unused_logo_columns(recognised),
            *hidden_sheets(recognised),
            *of_references,
        ),
        sources=given,
        source_problems=source_problems,
        reference=only_reference(given, defaults),
    )


def unclear_names(recognised: Recognised, rows: Sequence[RosterRow]) -> list[Problem]:
    """The question of every roster whether its lone name column is printed, where anything it orders has a place for a name."""
    asked = [layout for layout in recognised.layouts if not recognised.print_name_of(layout)]
    unclear = (
        unclear_name(layout, RosterRows.of(rows))
        for layout in asked
        if not is_without_names(layout, rows, recognised.catalogue)
    )
    return [problem for problem in unclear if problem]


# ------------------------------------------------------------------------------------------------------ the lines


@dataclass(frozen=True, slots=True, kw_only=True)
class _Validated:
    """The lines of the rows, and what is wrong with rows and sheets; `sound` are the lines of the rosters' sound rows."""

    lines: tuple[Line, ...]
    sound: tuple[Line, ...]
    problems: tuple[Problem, ...]


def _validate(recognised: Recognised, rows: _Rows, catalogue: Catalogue) -> _Validated:
    from roster_import.check.answered_again import answered_again, without_said
    from roster_import.check.rules import roster_warnings
    from roster_import.check.validate import check_rows

    rules = _rules(recognised, rows, catalogue)
    shape = _shape_problems(recognised, rows.roster)
    roster = _checked_rows(rows.roster, rules, shape)
    loose_rows, unclear_numbers = with_numbers(recognised.logo_rows, rows.roster, rows.reference)
    loose = check_rows(loose_rows, replace(rules, loose=True))
    teams = {layout.sheet: layout.team for layout in recognised.layouts}
    sound_lines = [line for _, line in roster.sound]
    sound_rows = rows.roster if len(sound_lines) == len(rows.roster) else [row for row, _ in roster.sound]
    again = answered_again(recognised.data, recognised.layouts, sound_rows, sound_lines, teams)
    warned = roster_warnings(sound_rows, sound_lines, teams, recognised.options.sport)
    return _Validated(
        lines=(*roster.lines, *loose.lines),
        sound=tuple(sound_lines),
        problems=(
            *shape,
            # each once: a merged cell is judged for each of its rows
            *dict.fromkeys((*prints_unclear(rows.roster), *roster.problems)),
            *unclear_numbers,
            *dict.fromkeys(as_written(loose.problems, recognised.logo_rows)),
            *placeholders_twice(recognised.layouts, rows.roster),
            # what a coach is glad to hear of rows, also where other rows stop the file
            *again,
            *without_said(warned, again),
            *(numbers_to_come(rows.roster, warned, catalogue) if len(sound_rows) * 2 < len(rows.roster) else ()),
            *remarks_on_sound_rows(recognised, sound_rows, sound_lines, teams, catalogue),
        ),
    )


def _told(joined: Iterable[JoinedCells]) -> tuple[Problem, ...]:
    return tuple(each.problem for each in joined)


def _rules(recognised: Recognised, rows: _Rows, catalogue: Catalogue) -> Rules:
    """What the rows are checked against."""
    references = frozenset(cell.text for source in rows.sources if (cell := source.reference))
    return Rules(
        catalogue=catalogue,
        reference=rows.reference if _names_orders(rows.roster) else rows.reference or "",  # said once, for the order
        known_references=references if len(references) > 1 else None,
        print_names=_print_names(recognised),
        for_child=_for_child(recognised, rows),
        judge=recognised.options.judge,
    )


def _shape_problems(recognised: Recognised, rows: Sequence[RosterRow]) -> tuple[Problem, ...]:
    if recognised.is_unclear:
        return ()
    layouts = recognised.layouts
    if lists := _told(size_lists(recognised.data, layouts)):
        return lists  # in them stand the garments, too
    nothing = bool(layouts) and not any(layout.rows for layout in layouts) and not recognised.logo_rows
    problems = (
        *missing_columns(layouts, rows, recognised.catalogue),
        *garments_unnamed(recognised.wants, recognised.catalogue),
        *unclear_names(recognised, rows),
        *exchanged_columns(layouts, rows, recognised.catalogue),
        *([empty_roster(layouts[0])] if nothing else []),
    )
    called = {layout.sheet for layout in layouts if named_after(layout.sheet, recognised.catalogue)}
    return with_lists_of_people(problems, rows, called) if len(layouts) > 1 else problems


_NO_DESIGN = ("column-missing", "Design")
_BESIDE_CELLS = {"print-name-unclear", "sheets-repeat"}


def _checked_rows(rows: RosterRows, rules: Rules, shape: Sequence[Problem]) -> CheckedRows:
    """What is wrong with the rows, as far as that does not hang on what is open of the sheets."""
    from roster_import.check import validate

    open_ = {(problem.code, problem.column) for problem in shape if problem.level == "error"}
    if not open_:
        return validate.check_rows(rows, rules)
    if {code for code, _ in open_} <= _BESIDE_CELLS:  # what is wrong with a cell is wrong whatever is printed
        lists = {problem.sheet for problem in shape if problem.code == "sheets-repeat"}
        problems = validate.check_rows(rows, rules).problems
        return validate.CheckedRows(problems=tuple(each for each in problems if each.sheet not in lists))
    if all(code in _BESIDE_CELLS or (code, column) == _NO_DESIGN for code, column in open_):
        return validate.CheckedRows(problems=tuple(validate.problems_of_cells(rows, rules)))
    return validate.CheckedRows()


def _print_names(recognised: Recognised) -> dict[str, str]:
    answers = {layout.sheet: recognised.print_name_of(layout) for layout in recognised.layouts}
    return {sheet: answer for sheet, answer in answers.items() if answer}


def _for_child(recognised: Recognised, rows: _Rows) -> bool:
    """Whether any order of the file may be for another organization than our own."""
    cells = (source.fields.get("organization-id") for source in rows.sources)
    default = recognised.options.defaults.setting("organization-id")
    return any(cell and cell.text for cell in cells) or bool(default)


def _names_orders(rows: Sequence[RosterRow]) -> bool:
    return any(RosterRows.of(rows).texts(Meaning.ORDER))


# ------------------------------------------------------------------------------------------------------ the orders


def _details(recognised: Recognised, rows: _Rows, validated: _Validated) -> Details:
    """The details of every order that lines belong to, or of the one there would be."""
    if recognised.detail_columns and not rows.roster:
        return Details()  # what the order's columns hold is read row by row: of an unclear sheet nothing is known
    references = list(dict.fromkeys(line.reference for line in validated.lines)) or [rows.reference or ""]
    none = rows.reference is None and not _names_orders(rows.roster)
    lacking = none and bool(rows.roster or recognised.others.logos)
    details = details_of_orders(
        references, rows.sources, recognised.others.order, recognised.options.defaults, lacking=lacking
    )
    problems = tuple(dict.fromkeys((*rows.source_problems, *details.problems)))
    return replace(details, problems=problems)


def _problems_of_rows(
    recognised: Recognised, rows: _Rows, validated: _Validated, details: Details
) -> tuple[Problem, ...]:
    if not recognised.layouts and not recognised.others.names:
        return ()  # without a roster and an order there is nothing to say but that
    seasons = () if recognised.options.sheets else sheets_of_seasons(validated.lines)
    repeated = repeated_sheets(validated.lines or validated.sound, recognised.data, recognised.layouts)
    once = (each for each in validated.problems if not repeated or each.code != "player-on-two-sheets")
    return (
        *rows.problems,
        *once,
        *details.problems,
        *(repeated or seasons),
        *unused_orders(rows.sources, validated.lines, recognised.options.defaults.reference),
    )


def _group(
    lines: Sequence[Line],
    details: Sequence[OrderDetails],
    catalogue: Catalogue,
    problems: Sequence[Problem],
    target: Target,
) -> tuple[Order, ...]:
    from roster_import.check.group import Carried, group_lines

    if _stops(problems):
        return ()
    return group_lines(lines, details, catalogue, Carried(prices=target.wants_prices, players=target.wants_players))


def _objections(recognised: Recognised, orders: Sequence[Order], target: Target) -> tuple[Problem, ...]:
    """What the order system cannot carry of the orders, told at the workbook's cells."""
    told = chain.from_iterable(
        objections_told(order, target.check(order), recognised.layouts, recognised.others) for order in orders
    )
    prices = () if target.wants_prices else prices_not_sent(recognised.data, recognised.layouts, target.title)
    return (*told, *prices)


# ------------------------------------------------------------------------------------------------------ safe fixes


def _with_safe_fixes(
    checked: Checked, recognised: Recognised, facts: Sequence[CatalogueEntry], target: Target
) -> Checked:
    """The workbook checked as if the suggestions that change nothing of what is meant were typed in; each is said."""
    from roster_import.check.rules.safe_fixes import with_fixes

    corrected, applied = with_fixes(recognised.workbook, checked.problems)
    if not applied:
        return checked
    again = _check(recognise_workbook(corrected, recognised.options), facts, target)
    return replace(again, workbook=checked.workbook, problems=(*applied, *again.problems))

"""Everything short of ordering: a file -> what was understood, what is wrong, and the orders it asks for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from roster_import.check.logos_sheet import _logo_rows, _logos_layout
from roster_import.check.number_lists import as_written, with_numbers
from roster_import.check.order_details import (
    Defaults,
    Source,
    _no_reference,
    only_reference,
    order_details,
    reference_problems,
    sources,
)
from roster_import.check.placeholders import placeholders_twice
from roster_import.check.repeats import (
    once_for_blocks,
    repeated_columns,
    repeated_sheets,
    unused_labels,
    unused_orders,
    with_reference,
)
from roster_import.check.rows import (
    DetailColumns,
    control_characters,
    detail_columns,
    detail_sources,
    names_with_numbers,
    read_rosters,
)
from roster_import.check.rules.sports import Sport
from roster_import.check.sheet_shape import _empty, _missing_columns, unclear_name
from roster_import.check.target_objections import objection_problems, prices_not_sent
from roster_import.errors import UnreadableFile
from roster_import.language.messages import say
from roster_import.model.catalogue import Catalogue, CatalogueEntry, with_facts
from roster_import.model.columns import heading_key
from roster_import.model.layout import Layout, Meaning
from roster_import.model.problem import Problem
from roster_import.model.report import Checked
from roster_import.model.workbook import CellKind
from roster_import.recognise.other_sheets import (
    Beside,
    catalogue_table,
    read_beside,
    read_catalogue,
    without_our_marks,
)
from roster_import.recognise.remembered import Memory, layout_fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.order import DesignRef, Line, LogoRef, Order, OrderDetails
    from roster_import.model.problem import Objection
    from roster_import.model.workbook import Sheet, Workbook
    from roster_import.recognise import Recognition
    from roster_import.targets.protocol import Target

_Fixes = dict[tuple[str | None, str | None], Problem]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """What a check is told beside the file: stand-ins for missing details, and answers to what it may ask.

    `facts` are the designs and logos as the order system last told of them.
    """

    defaults: Defaults = field(default_factory=Defaults)
    print_name: str | None = None
    mapping: Mapping[str, tuple[Meaning, str | None]] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    remembered: Memory = field(default_factory=dict)
    catalogue: Catalogue = field(default_factory=Catalogue)
    facts: tuple[CatalogueEntry, ...] = ()
    apply_safe: bool = False
    sport: Sport = Sport.FREE

    def print_name_of(self, layout: Layout) -> str | None:
        """How the layout's lone name column is printed: as answered now, else as remembered for its headings."""
        if self.print_name or layout_fingerprint(layout) not in self.remembered:
            return self.print_name
        return self.remembered[layout_fingerprint(layout)].print_name


def check_roster(path: Path, read: Callable[[], Workbook], options: CheckOptions, target: Target) -> Checked:
    """Read, recognise, check, group and ask the target: the whole pipeline up to placing.

    `read` reads the file at `path`; a file that cannot be read is a problem like any other.
    """
    try:
        workbook = read()
    except UnreadableFile as error:
        problem = Problem(level="error", code=error.code, message=error.message)
        return Checked(path=path, workbook=None, layouts=(), problems=(problem,), lines=(), orders=())
    checked = check_workbook(workbook, options, target)
    return _with_safe_fixes(checked, options, target) if options.apply_safe else checked


def check_workbook(workbook: Workbook, options: CheckOptions, target: Target) -> Checked:
    """The pipeline from a workbook that was read."""
    cleaned = without_our_marks(workbook)
    beside = read_beside(cleaned)
    catalogue, problems = _catalogue(beside, options)
    columns = None if beside.order else detail_columns(cleaned, options.mapping)
    recognition = _recognise(cleaned, beside, columns, catalogue.written, options)
    found = _Found(cleaned, beside, columns, recognition.rosters, catalogue, options)
    problems += (*workbook.notes, *_recognition_problems(recognition, beside))
    lines, details, named, more = found.lines_and_details(any(problem.level == "error" for problem in problems))
    if not recognition.rosters and not beside.names:
        more = ()  # without a roster and an order there is nothing to say but that
    problems += (
        *names_with_numbers(cleaned, recognition.rosters),
        *more,
        *control_characters(cleaned, recognition.rosters, beside.names),
    )
    orders = _orders(lines, details, catalogue, problems, target)
    places = _Places(layouts=(*recognition.rosters, *_logos_layout(beside.logos)), given=sources(beside.order))
    problems += tuple(problem for order in orders for problem in places.problems(order, target.check(order)))
    if not target.wants_prices:
        problems += tuple(prices_not_sent(cleaned, recognition.rosters, target.title))
    problems = once_for_blocks(problems, recognition.rosters)
    return Checked(
        path=workbook.path,
        workbook=workbook,
        layouts=recognition.rosters,
        problems=problems,
        lines=lines,
        orders=orders if not any(problem.level == "error" for problem in problems) else (),
        questions=recognition.questions,
        named=named,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """Where in a workbook things stand that an order system may object to."""

    layouts: tuple[Layout, ...]
    given: tuple[Source, ...]

    def problems(self, order: Order, objections: Sequence[Objection]) -> tuple[Problem, ...]:
        return tuple(objection_problems(order, objections, self.layouts, self.given))


def told_at_cells(checked: Checked, order: Order, objections: Sequence[Objection]) -> tuple[Problem, ...]:
    """What an order system objects to in an order of a checked file, told at the file's cells."""
    if checked.workbook is None:
        return ()
    beside = read_beside(without_our_marks(checked.workbook))
    places = _Places(layouts=(*checked.layouts, *_logos_layout(beside.logos)), given=sources(beside.order))
    return places.problems(order, objections)


def _with_safe_fixes(checked: Checked, options: CheckOptions, target: Target) -> Checked:
    """The workbook checked again as if the suggestions that change nothing of what is meant were typed in; each is said."""
    from roster_import.check.rules import is_safe

    offered = (problem for problem in checked.problems if problem.suggestion is not None and problem.cell)
    fixes: _Fixes = {(problem.sheet, problem.cell): problem for problem in offered if is_safe(problem)}
    if not fixes or checked.workbook is None:
        return checked
    again = check_workbook(_as_suggested(checked.workbook, fixes), options, target)
    applied = tuple(_applied(problem) for problem in fixes.values())
    return replace(again, workbook=checked.workbook, problems=(*applied, *again.problems))


def _as_suggested(workbook: Workbook, fixes: _Fixes) -> Workbook:
    def fixed(sheet: Sheet) -> Sheet:
        cells = (
            replace(cell, text=fix.suggestion or "", kind=CellKind.TEXT)
            if (fix := fixes.get((sheet.name, cell.address)))
            else cell
            for cell in sheet.cells
        )
        return replace(sheet, cells=tuple(cells))

    return replace(workbook, sheets=tuple(map(fixed, workbook.sheets)))


def _applied(problem: Problem) -> Problem:
    message = say(
        "{value!r} was taken as {suggestion}, as --apply-safe asks. The file itself is as it was.",
        value=problem.value,
        suggestion=problem.suggestion,
    )
    return replace(problem, level="warning", code="suggestion-applied", message=message)


def _orders(
    lines: Sequence[Line],
    details: Sequence[OrderDetails],
    catalogue: Catalogue,
    problems: Sequence[Problem],
    target: Target,
) -> tuple[Order, ...]:
    from roster_import.check.group import Carried, group_lines

    if any(problem.level == "error" for problem in problems):
        return ()
    return group_lines(lines, details, catalogue, Carried(prices=target.wants_prices, players=target.wants_players))


def _catalogue(beside: Beside, options: CheckOptions) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The workbook's own catalogue, then the one of the settings, both with what the order system says of them."""
    own, problems = read_catalogue(beside.catalogue) if beside.catalogue else (Catalogue(), ())
    written = Catalogue(entries=(*own.entries, *options.catalogue.entries))
    catalogue, contradictions = with_facts(written, options.facts)
    return catalogue, (*problems, *contradictions)


def read_catalogue_file(workbook: Workbook) -> Catalogue:
    """The catalogue of a file that the settings name. Raises `UnreadableFile` where it holds none."""
    table = catalogue_table(workbook)
    if table is None:
        raise UnreadableFile(
            say(
                "{file_name} holds no catalogue: there is no row with the headings Title and Kind. Correct the file, or the "
                "setting [catalogue] file.",
                file_name=workbook.path.name,
            ),
            code="catalogue-missing",
        )
    return read_catalogue(table)[0]


def _recognise(
    workbook: Workbook, beside: Beside, columns: DetailColumns | None, catalogue: Catalogue, options: CheckOptions
) -> Recognition:
    from roster_import.recognise import Hints, recognise

    mapping = dict(options.mapping)
    for key, heading in (columns.headings if columns else {}).items():
        mapping.setdefault(heading, (Meaning.ORDER, None) if key == "reference" else (Meaning.IGNORED, key))
    named = (text for entry in catalogue.entries for text in (entry.title, entry.code) if text)
    known = frozenset(map(heading_key, named))
    remembered = {name: one.columns for name, one in options.remembered.items()}
    hints = Hints(mapping=mapping, remembered=remembered, roster_sheets=options.sheets, catalogue=known)
    return recognise(workbook, hints, skip=beside.names)


def _recognition_problems(recognition: Recognition, beside: Beside) -> tuple[Problem, ...]:
    """What recognition has to say; a file that orders loose logos alone needs no roster."""
    if beside.logos and beside.logos.rows and not recognition.rosters:
        return ()
    return recognition.problems


@dataclass(frozen=True, slots=True)
class _Found:
    """Everything found in a workbook, from which lines and details are made."""

    workbook: Workbook
    beside: Beside
    detail_columns: DetailColumns | None
    layouts: tuple[Layout, ...]
    catalogue: Catalogue
    options: CheckOptions

    def lines_and_details(
        self, unclear: bool
    ) -> tuple[tuple[Line, ...], tuple[OrderDetails, ...], tuple[DesignRef | LogoRef, ...], tuple[Problem, ...]]:
        """The lines, the details of every order they belong to, and what the rows name; or the problems in the way.

        Where the sheet itself is unclear, nothing is said of its rows: they would be judged by the wrong columns.
        """
        layouts, written = () if unclear else self.layouts, self.catalogue.written
        from roster_import.check.validate import named_in

        option = self.options.defaults.reference
        rosters = read_rosters(self.workbook, layouts, written)
        rows, named = with_reference(rosters.rows, option)
        shapes = (
            *rosters.problems,
            *repeated_columns(self.workbook, layouts),
            *unused_labels(self._order_sheet(), self.beside.order),
            *named,
        )
        given = self._sources(rows)
        reference = only_reference(given, self.options.defaults)
        loose = _logo_rows(self.beside.logos)
        lines, problems = self._lines(rows, loose, given, reference, unclear=unclear)
        details, more = self._details(rows, lines, given, reference)
        doubts = (*repeated_sheets(lines), *unused_orders(given, lines, option))
        found = (*reference_problems(given, self.options.defaults), *shapes, *problems, *more, *doubts)
        return lines, details, named_in((*rows, *loose), self.catalogue), found

    def _order_sheet(self) -> Sheet | None:
        return self.workbook.sheet(self.beside.order.sheet) if self.beside.order else None

    def _sources(self, rows: Sequence[RosterRow]) -> tuple[Source, ...]:
        if self.detail_columns is None:
            return sources(self.beside.order)
        found, _ = detail_sources(self.workbook, self.detail_columns, self._references(rows))
        return found

    def _references(self, rows: Sequence[RosterRow]) -> dict[int, str]:
        fallback = self.options.defaults.reference or self.options.defaults.setting("reference")
        return {row.row: row.text(Meaning.ORDER) or fallback for row in rows}

    def _lines(
        self,
        rows: Sequence[RosterRow],
        loose: Sequence[RosterRow],
        given: Sequence[Source],
        reference: str | None,
        *,
        unclear: bool,
    ) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
        from roster_import.check.validate import Judgement, Rules, check_rows

        several = frozenset(cell.text for source in given if (cell := source.fields.get("reference")) and cell.text)
        rules = Rules(
            catalogue=self.catalogue,
            reference=reference,
            known_references=several if len(several) > 1 else None,
            print_names=self._print_names(),
            for_child=self._for_child(given),
        )
        shapes = () if unclear else (*_missing_columns(self.layouts, rows), *self._unclear_names(rows))
        if not any(layout.rows for layout in self.layouts) and not loose and not unclear and self.layouts:
            shapes = (*shapes, _empty(self.layouts[0]))
        roster = Judgement() if any(p.level == "error" for p in shapes) else check_rows(rows, rules)
        several_each, unclear_numbers = with_numbers(loose, rows, reference)
        more = check_rows(several_each, replace(rules, loose=True))
        found = (
            *shapes,
            *_once_for_all(roster.problems, rows),
            *unclear_numbers,
            *_once_for_all(as_written(more.problems, loose), loose),
            *placeholders_twice(self.layouts, () if unclear else rows),
        )
        return (*roster.lines, *more.lines), (*found, *self._warnings(roster.sound))

    def _for_child(self, given: Sequence[Source]) -> bool:
        """Whether any order of the file may be for another organization than our own."""
        cells = (source.fields.get("organization-id") for source in given)
        return any(cell and cell.text for cell in cells) or bool(self.options.defaults.setting("organization-id"))

    def _warnings(self, sound: Sequence[tuple[RosterRow, Line]]) -> tuple[Problem, ...]:
        """What a coach is glad to hear of rows, also where other rows stop the file."""
        from roster_import.check.rules import roster_warnings

        teams = {layout.sheet: layout.team for layout in self.layouts}
        rows, lines = [row for row, _ in sound], [line for _, line in sound]
        return roster_warnings(rows, lines, teams, self.options.sport)

    def _print_names(self) -> dict[str, str]:
        return {layout.sheet: said for layout in self.layouts if (said := self.options.print_name_of(layout))}

    def _unclear_names(self, rows: Sequence[RosterRow]) -> tuple[Problem, ...]:
        asked = [layout for layout in self.layouts if not self.options.print_name_of(layout)]
        found = (unclear_name(layout, [row for row in rows if row.sheet == layout.sheet]) for layout in asked)
        return tuple(problem for problem in found if problem)

    def _details(
        self, rows: Sequence[RosterRow], lines: Sequence[Line], given: Sequence[Source], reference: str | None
    ) -> tuple[tuple[OrderDetails, ...], tuple[Problem, ...]]:
        problems: list[Problem] = []
        if self.detail_columns and not rows:
            return (), ()  # what the order's columns hold is read row by row: of an unclear sheet nothing is known
        if self.detail_columns:
            problems += detail_sources(self.workbook, self.detail_columns, self._references(rows))[1]
        wanted = list(dict.fromkeys([line.reference for line in lines])) or ([reference] if reference else [""])
        if wanted == [""] and not lines and (rows or self.beside.logos):
            problems += [_no_reference(self.beside)] if reference is None and not _names_orders(rows) else []
        details = []
        for name in wanted:
            detail, more = order_details(name, _source_of(name, given, self.beside), self.options.defaults)
            details += [detail] if detail else []
            problems += more
        return tuple(details), tuple(dict.fromkeys(problems))


def _source_of(reference: str, given: Sequence[Source], beside: Beside) -> Source:
    """The source that names the reference, else the only one there is: several orders may share one address."""
    for source in given:
        cell = source.fields.get("reference")
        if cell is not None and cell.text == reference:
            return source
    if given:
        return given[0]
    return (
        Source(sheet=beside.order.sheet, fields={}, near=beside.order.near)
        if beside.order
        else Source(sheet=None, fields={})
    )


def _names_orders(rows: Sequence[RosterRow]) -> bool:
    return any(row.text(Meaning.ORDER) for row in rows)


def _once_for_all(problems: Sequence[Problem], rows: Sequence[RosterRow]) -> tuple[Problem, ...]:
    """Without the per-row echo of a missing reference where no row has one: that is said once, for the order."""
    once = tuple(dict.fromkeys(problems))  # a merged cell is judged for each of its rows
    if _names_orders(rows):
        return once
    return tuple(problem for problem in once if problem.code != "reference-missing")


# --------------------------------------------------------------------------------------- the shape of the sheet


# -------------------------------------------------------------------------------------------- the Logos sheet

"""A workbook understood, before anything of it is judged: what each sheet and column means, and what its rows name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.check.clubs import club_of
from roster_import.check.detail_columns import detail_columns
from roster_import.check.garments_offered import with_garments_of
from roster_import.check.judge import judge_here
from roster_import.check.logos_sheet import logo_rows
from roster_import.check.number_formats import with_bare_numbers
from roster_import.check.numbered_names import numbered_names, told_of_counts, without_counts
from roster_import.check.only_counted import only_counted
from roster_import.check.order_details import Defaults
from roster_import.check.rows import read_wants, title_columns, titled
from roster_import.check.rows.garments import named_after, names_a_garment
from roster_import.check.rows.size_list import parts_of
from roster_import.check.rules.numbers import Sport
from roster_import.errors import UnreadableFile
from roster_import.language.messages import say
from roster_import.model.catalogue import Catalogue, CatalogueEntry, Unresolved, split_items, with_facts
from roster_import.model.layout import Meaning
from roster_import.model.order import DesignRef, LogoRef
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import Column, Columns
from roster_import.recognise.memory import AnsweredNow, Memory, Recalled, announced, recalled
from roster_import.recognise.notes import heads_of
from roster_import.recognise.other_sheets import catalogue_table, read_catalogue, read_other_sheets, without_our_marks
from roster_import.recognise.questions import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from roster_import.check.detail_columns import DetailColumns
    from roster_import.check.judge import Judge
    from roster_import.check.rows import RosterWants
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.club import Club
    from roster_import.model.layout import Layout, Question
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet, Workbook
    from roster_import.recognise import Recognition
    from roster_import.recognise.other_sheets import OtherSheets, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """What a check is told beside the file: stand-ins for missing details, and answers to what it may ask.

    `facts` are the designs and logos as the order system last told of them. `folder` is where the file lies, for whose club
    answers are remembered; `attended` says that a person sees what is said before anything is ordered.
    """

    defaults: Defaults = field(default_factory=Defaults)
    print_name: str | None = None
    design: str = ""  # of every row of a roster where no column says it
    titles: Mapping[str, str] = field(default_factory=dict)  # what a text under Design means, by that text
    mapping: Mapping[str, tuple[Meaning, str | None]] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    remembered: Memory = ()
    folder: str = ""
    attended: bool = False
    catalogue: Catalogue = field(default_factory=Catalogue)
    facts: tuple[CatalogueEntry, ...] = ()
    apply_safe: bool = False
    sport: Sport = Sport.FREE
    unmet: tuple[Problem, ...] = ()  # what is to be said of answers that are about no file of the run
    judge: Judge = field(default=judge_here, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A workbook whose sheets and columns are understood, as far as they can be.

    `data` is the workbook without what we added to an earlier one, `recalled` what was answered before. `catalogue` holds
    what is written in the workbook and in the settings' file, nothing that the order system told. `problems` are what reading
    and recognising had to say.
    """

    options: CheckOptions
    workbook: Workbook
    data: Workbook
    others: OtherSheets
    detail_columns: tuple[DetailColumns, ...]
    catalogue: Catalogue
    catalogue_problems: tuple[Problem, ...]
    recognition: Recognition
    problems: tuple[Problem, ...]
    wants: tuple[RosterWants, ...]
    logo_rows: tuple[RosterRow, ...]
    club: Club
    recalled: Recalled

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """The rosters, the best first."""
        return self.recognition.rosters

    def print_name_of(self, layout: Layout) -> str | None:
        """How the layout's lone name column is printed: as answered now, else as remembered for its headings."""
        return self.options.print_name or self.recalled.print_name(layout)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What a person at a terminal could be asked about the columns."""
        return self.recognition.questions

    @property
    def is_unclear(self) -> bool:
        """Whether nothing can be said of the rows: they would be judged by the wrong columns.

        A column that nobody knows stops the file, but not the look at all others, unless it may hold what they lack.
        """
        problems = (*self.catalogue_problems, *self.problems)
        answers = (answer.meaning for question in self.questions for answer in question.candidates)
        return Meaning.PARTS in answers or any(
            problem.level == "error" and problem.code != UNKNOWN for problem in problems
        )


def recognise_workbook(workbook: Workbook, options: CheckOptions) -> Recognised:
    """What the sheets and columns of a workbook mean, and what its rows want."""
    data = without_our_marks(workbook)
    others = read_other_sheets(data)
    columns = () if others.order else detail_columns(data, options.mapping)
    own, catalogue_problems = read_catalogue(others.catalogue) if others.catalogue else (Catalogue(), ())
    catalogue = Catalogue(entries=(*own.entries, *options.catalogue.entries))
    club = club_of(data, options.folder, others.order, columns, options.defaults)
    known = recalled(options.remembered, club, attended=options.attended)
    titles = {**known.titles, **{heading_key(text): title for text, title in options.titles.items()}}
    data, recognition = _recognise(data, others, columns, catalogue, options, known)
    data, told = _with_bare_cells(data, recognition.rosters, options.mapping)
    return Recognised(
        options=options,
        workbook=workbook,
        data=data,
        others=others,
        detail_columns=columns,
        catalogue=catalogue,
        catalogue_problems=catalogue_problems,
        recognition=recognition,
        problems=(
            *(note for note in workbook.notes if note.sheet is None or data.sheet(note.sheet) is not None),
            *announced(recognition.rosters, known, _answered_now(data, recognition.rosters, others.logos, options)),
            *_recognition_problems(recognition, others),
            *told,
        ),
        wants=read_wants(
            data,
            recognition.rosters,
            catalogue,
            _designs_told(recognition.rosters, options.design, known, titles, catalogue),
            titles,
        ),
        logo_rows=tuple(_named(row, titles) for row in logo_rows(others.logos)),
        club=club,
        recalled=known,
    )


def _with_bare_cells(
    data: Workbook, rosters: Sequence[Layout], answered: Collection[str]
) -> tuple[Workbook, tuple[Problem, ...]]:
    """The workbook without what only counts rows or says again what a number is, and what is to be said of it."""
    numbered = tuple(numbered_names(data, rosters, answered))
    told = tuple(told_of_counts(data, numbered))
    return with_bare_numbers(without_counts(data, numbered), rosters), told


def _designs_told(
    rosters: Sequence[Layout], design: str | None, known: Recalled, titles: Mapping[str, str], catalogue: Catalogue
) -> dict[str, str]:
    """Sheet -> the design of every row that stands under no title, as far as it was told.

    Of several sheets one that is called after another garment is asked about: Tracksuits, beside a design for all.
    """
    several = len({layout.sheet for layout in rosters}) > 1
    told: dict[str, str] = {}
    for layout in rosters:
        own = _told_of_sheet(layout.sheet, titles, catalogue)
        another = several and named_after(layout.sheet, catalogue) not in ("", design)
        told[layout.sheet] = own or ("" if another else design or known.design(layout) or "")
    return told


def _told_of_sheet(sheet: str, titles: Mapping[str, str], catalogue: Catalogue) -> str:
    """The design that, by an answer, a sheet is called after."""
    return titles.get(heading_key(sheet), "") if named_after(sheet, catalogue) else ""


def _named(row: RosterRow, titles: Mapping[str, str]) -> RosterRow:
    """A row of the Logos sheet with the title that its text was said to mean."""
    cell = row.cells.get(Meaning.LOGO)
    return replace(row, cells={**row.cells, Meaning.LOGO: titled(cell, titles)}) if cell and titles else row


def _answered_now(data: Workbook, rosters: Sequence[Layout], logos: Table | None, options: CheckOptions) -> AnsweredNow:
    """What was answered in this run, and which texts under Design or Logo could have been."""
    return AnsweredNow(
        headings=frozenset(options.mapping),
        print_name=options.print_name,
        design=options.design,
        titles=frozenset(map(heading_key, options.titles)),
        texts=title_texts(data, rosters, logos),
    )


def title_texts(data: Workbook, rosters: Sequence[Layout], logos: Table | None) -> frozenset[str]:
    """The texts under the columns of designs and logos, whole and part by part, each as its `heading_key`."""
    loose = (cell.text for row in (logos.rows if logos else ()) if (cell := row.get("logo")))
    cells = (
        text
        for layout in rosters
        if (sheet := data.sheet(layout.sheet)) is not None
        for column in title_columns(layout)
        if column in sheet.columns
        for text in {*map(sheet.columns[column].texts.get, layout.rows)}
        if text
    )
    listed = (garment for text in _size_lists(data, rosters) for garment, _ in parts_of(text))
    sections = (layout.team for layout in rosters if layout.team and names_a_garment(layout.team))
    return frozenset(
        heading_key(text)
        for cell in dict.fromkeys((*cells, *loose, *listed, *sections))
        for text in (cell, *split_items(cell))
    )


def _size_lists(data: Workbook, rosters: Iterable[Layout]) -> Iterator[str]:
    """The cells that list several garments with their sizes."""
    for layout in rosters:
        sheet = data.sheet(layout.sheet)
        for column in layout.columns:
            if sheet and column.meaning is Meaning.SIZE_LIST and column.column in sheet.columns:
                yield from set(sheet.columns[column.column].texts.values())


def _recognise(
    data: Workbook,
    others: OtherSheets,
    columns: Iterable[DetailColumns],
    catalogue: Catalogue,
    options: CheckOptions,
    known: Recalled,
) -> tuple[Workbook, Recognition]:
    """The workbook as its sheets are read, and what they mean."""
    from roster_import.recognise import Hints, as_told, recognise

    mapping = dict(options.mapping)
    for key, heading in chain.from_iterable(each.headings.items() for each in columns):
        mapping.setdefault(heading, (Meaning.ORDER, None) if key == "reference" else (Meaning.IGNORED, key))
    titles = (text for entry in catalogue.entries for text in (entry.title, entry.code) if text)
    hints = Hints(
        mapping=mapping,
        remembered=known.columns,
        roster_sheets=options.sheets,
        catalogue=frozenset(map(heading_key, titles)),
        garments=frozenset((*map(heading_key, catalogue.titles("design")), *_garments_named(data))),
    )
    data = as_told(data, hints, skip=others.names)
    judged = _shortened(data)
    recognition = recognise(judged, hints, skip=others.names)
    told = {layout.sheet: options.design or known.design(layout) or "" for layout in recognition.rosters}
    if counted := only_counted(recognition, judged, told, catalogue):
        recognition = recognise(judged, replace(hints, mapping={**mapping, **counted}), skip=others.names)
    return data, with_garments_of(recognition, catalogue)


def _garments_named(data: Workbook) -> Iterator[str]:
    """What stands alone in a row and is what a piece of clothing is called, which may be the title of those below it."""
    rows = (sheet.rows[row] for sheet in data.sheets for row, width in sheet.rows.widths.items() if width == 1)
    texts = dict.fromkeys(cell.text for row in rows for cell in row.values() if len(cell.text) <= _LONGEST_TITLE)
    for text in texts:
        yield from (heading_key(title) for title in (text, *heads_of(text)) if names_a_garment(title))


_LONGEST_TITLE = 60  # characters
_LONGEST_JUDGED = 500  # characters of a cell that say what its column is


def _shortened(workbook: Workbook) -> Workbook:
    """The workbook for judging by: of a very long cell only the beginning. What is ordered is read from the whole of it."""
    return replace(workbook, sheets=tuple(map(_shortened_sheet, workbook.sheets)))


def _shortened_sheet(sheet: Sheet) -> Sheet:
    long = {number for number, column in sheet.columns.items() if max(map(len, column.distinct)) > _LONGEST_JUDGED}
    if not long:
        return sheet
    return replace(
        sheet,
        cells=Columns(_shortened_column(column) if at in long else column for at, column in sheet.columns.items()),
    )


def _shortened_column(column: Column) -> Column:
    return replace(
        column,
        texts={row: text[:_LONGEST_JUDGED] for row, text in column.texts.items()},
        odd={row: replace(cell, text=cell.text[:_LONGEST_JUDGED]) for row, cell in column.odd.items()},
    )


_NO_ROSTER = "roster-missing"


def _recognition_problems(recognition: Recognition, others: OtherSheets) -> tuple[Problem, ...]:
    """What recognition has to say; a file that orders loose logos alone needs no roster, but one that is there is asked about."""
    answered = _NO_ROSTER if others.logos and others.logos.rows else None
    return tuple(problem for problem in recognition.problems if problem.code != answered)


# ------------------------------------------------------------------------------------------- what the rows name


def named_in(recognised: Recognised, facts: Iterable[CatalogueEntry]) -> tuple[DesignRef | LogoRef, ...]:
    """The designs and logos that rows name, each once, as far as their texts name any; by id where one is known."""
    catalogue = with_facts(recognised.catalogue, facts)[0]
    designs, logos = _names(recognised, Meaning.DESIGN), _names(recognised, Meaning.LOGO)
    named = (*map(catalogue.design, designs), *map(catalogue.logo, logos))
    return tuple(dict.fromkeys(_by_id(ref, catalogue) for ref in named if not isinstance(ref, Unresolved)))


def _names(recognised: Recognised, meaning: Meaning) -> Sequence[str]:
    cells = _designs(recognised) if meaning is Meaning.DESIGN else _logos(recognised)
    texts = (*cells, *(row.text(meaning) for row in recognised.logo_rows))
    return list(dict.fromkeys(name for text in texts for name in split_items(text)))


def _designs(recognised: Recognised) -> Iterator[str]:
    for roster in recognised.wants if not recognised.is_unclear else ():
        yield from (cell.text for row in roster.rows for want in row.wants if (cell := want.design[1]))


def _logos(recognised: Recognised) -> Iterator[str]:
    for roster in recognised.wants if not recognised.is_unclear else ():
        columns = [column.column for column in roster.plan.logos]
        yield from (row.cells[column].text for row in roster.rows for column in columns if column in row.cells)


def _by_id(ref: DesignRef | LogoRef, catalogue: Catalogue) -> DesignRef | LogoRef:
    entry = catalogue.entry_of(ref)
    if ref.id is not None or entry is None or entry.id is None:
        return ref
    return DesignRef(id=entry.id) if isinstance(ref, DesignRef) else LogoRef(id=entry.id)


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

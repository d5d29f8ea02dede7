"""What a person can be asked of a recognised workbook beside what its columns mean: design, printed names, titles.

Whoever asks gives the answer back with the options, and recognises or checks the workbook once more.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from roster_import.check.catalogue_lookup import titles_of
from roster_import.check.check_workbook import unclear_names
from roster_import.check.joined_cells import joined_questions, size_lists
from roster_import.check.meant.ditto import is_ditto
from roster_import.check.meant.markers import without_markers
from roster_import.check.meant.titles import titles_meant
from roster_import.check.printed_names import name_of_person, player_name
from roster_import.check.recognised import recognise_workbook
from roster_import.check.rows import roster_rows
from roster_import.check.rows.garments import named_after, titles_for_part
from roster_import.check.rows.messages import GARMENT_UNCLEAR, key_of, rows_listed
from roster_import.check.rows.size_list import parts_of
from roster_import.check.sheet_problems import garments_unnamed, missing_columns
from roster_import.model.catalogue import Unresolved, split_items, with_facts
from roster_import.model.layout import Meaning, Question
from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion
from roster_import.model.setting_names import PRINT_NAMES
from roster_import.model.sheets import heading_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.check.recognised import Recognised
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue

_SAMPLE = (Meaning.NUMBER, Meaning.SIZE)
_UNKNOWN = frozenset({"design-unknown", "logo-unknown"})

_MOST = 20  # asked together
BesideColumns = DesignQuestion | PrintNameQuestion | TitleQuestion
OpenQuestion = Question | BesideColumns
"""What a person can be asked: what a column means, or one of those here."""


def open_question(recognised: Recognised) -> OpenQuestion | None:
    """The first thing to ask about a workbook: of its columns first, what they mean changes what else is open."""
    return next(chain(recognised.questions, joined_questions(recognised), beside_the_columns(recognised)), None)


def asked_together(recognised: Recognised) -> tuple[BesideColumns, ...]:
    """What to ask about a workbook together with its columns: as it is open if each of those means what is likeliest."""
    recognised = as_is_likeliest(recognised)
    recognised = next(with_each_garment(recognised), recognised)
    return tuple(islice(beside_the_columns(recognised), _MOST))


def as_is_likeliest(recognised: Recognised) -> Recognised:
    """The workbook as it is if each column that keeps its rows from being judged means what is likeliest."""
    likeliest = {question.key: question.candidates[0] for question in recognised.questions}
    if not (likeliest and recognised.is_unclear):
        return recognised
    return _supposing(recognised, {key: (candidate.meaning, candidate.of) for key, candidate in likeliest.items()})


def _supposing(recognised: Recognised, supposed: Mapping[str, tuple[Meaning, str | None]]) -> Recognised:
    """The workbook as it is if its columns mean this."""
    options = replace(recognised.options, mapping={**supposed, **recognised.options.mapping})
    return recognise_workbook(recognised.workbook, options)


def supposing_printed(recognised: Recognised, asked: Iterable[BesideColumns]) -> Recognised:
    """The workbook as it is if names are printed as written, and every row is the first design that it is asked to be."""
    designs = (title for each in asked if isinstance(each, DesignQuestion) for title in each.titles)
    design = next(designs, recognised.options.design)
    return recognise_workbook(recognised.workbook, replace(recognised.options, print_name="as-written", design=design))


def with_each_answer(recognised: Recognised) -> Iterator[Recognised]:
    """The workbook with each answer there is to what is open: what unclear columns mean, then which design they are of."""
    unclear = {question.key: question.candidates for question in recognised.questions if not question.held}
    if not recognised.is_unclear:
        yield from with_each_garment(recognised)
        return
    for at in range(max(map(len, unclear.values()), default=0)):
        answers = {key: candidates[at % len(candidates)] for key, candidates in unclear.items()}
        answered = _supposing(recognised, {key: (answer.meaning, answer.of) for key, answer in answers.items()})
        garments = tuple(with_each_garment(answered))
        yield from garments or (answered,)


def with_each_garment(recognised: Recognised) -> Iterator[Recognised]:
    """The workbook as it is if each column that is of one of several designs is of the first, the second and so on of them."""
    columns = dict(_unclear_garments(recognised))
    for at in range(max((len(titles) for _, titles in columns.values()), default=0)):
        yield _supposing(recognised, {key: (of, titles[at % len(titles)]) for key, (of, titles) in columns.items()})


def _unclear_garments(recognised: Recognised) -> Iterator[tuple[str, tuple[Meaning, list[str]]]]:
    """What each column means that is of one of several designs, with their titles."""
    for roster in recognised.wants:
        unclear = {
            problem.column: problem.suggestion
            for wants in roster.rows
            for problem in wants.problems
            if problem.code == GARMENT_UNCLEAR and problem.suggestion
        }
        for column in roster.layout.columns:
            if titles := unclear.get(column.heading):
                yield key_of(roster.layout, column), (column.meaning, titles.split(" | "))


def beside_the_columns(recognised: Recognised) -> Iterator[BesideColumns]:
    """Everything to ask about a workbook beside what its columns mean."""
    for asked in (design_question, print_name_question):
        if question := asked(recognised):
            yield question
    yield from title_questions(recognised)


def design_question(recognised: Recognised) -> DesignQuestion | TitleQuestion | None:
    """The question about the first roster of which nothing says what its rows are, but for its name perhaps."""
    if recognised.is_unclear or recognised.options.design or any(size_lists(recognised.data, recognised.layouts)):
        return None
    rows = roster_rows(recognised.wants, recognised.catalogue).rows
    missing = (
        *missing_columns(recognised.layouts, rows, recognised.catalogue),
        *garments_unnamed(recognised.wants, recognised.catalogue),
    )
    sheet = next((problem.sheet for problem in missing if problem.column == "Design"), None)
    if sheet is None:
        return None
    about = [row for row in rows if row.sheet == sheet and not row.text(Meaning.DESIGN)]
    titles = tuple(dict.fromkeys(_catalogue(recognised).titles("design")))
    if title := named_after(sheet, recognised.catalogue):
        where = rows_listed([row.row for row in about])
        return TitleQuestion(
            sheet=sheet, heading="", text=sheet, where=where, likely=(title,), titles=titles, of_logo=False
        )
    return DesignQuestion(sheet=sheet, titles=titles, rows=len(about), sample=_sample(about[:1]))


def _sample(rows: Sequence[RosterRow]) -> str:
    texts = (text for row in rows for text in (_whole_name(row), *map(row.text, _SAMPLE)))
    return ", ".join(filter(None, texts))


def _whole_name(row: RosterRow) -> str:
    return player_name(row) or row.text(Meaning.NAME)


def print_name_question(recognised: Recognised) -> PrintNameQuestion | None:
    """The first question whether a lone name column is printed."""
    if recognised.is_unclear:
        return None
    rows = roster_rows(recognised.wants, recognised.catalogue).rows
    problem = next(iter(unclear_names(recognised, rows)), None)
    if problem is None:
        return None
    named = [row for row in rows if row.sheet == problem.sheet and player_name(row)]
    first = next(filter(_is_plainly_named, named), next(iter(named), None))
    samples = {how: name_of_person(first, how) for how in PRINT_NAMES} if first else {}
    name = player_name(first) if first else ""
    return PrintNameQuestion(sheet=problem.sheet or "", heading=problem.column or "", name=name, samples=samples)


def _is_plainly_named(row: RosterRow) -> bool:
    name = player_name(row)
    return without_markers(name) == name


def title_questions(recognised: Recognised) -> Iterator[TitleQuestion]:
    """A question about each text that names no design, then no logo, but in words may mean one, or any."""
    if recognised.is_unclear:
        return
    catalogue = _catalogue(recognised)
    rows = (*roster_rows(recognised.wants, catalogue).rows, *recognised.logo_rows)
    yield from _questions_of_lists(recognised, catalogue)
    for meaning in (Meaning.DESIGN, Meaning.LOGO):
        yield from _title_questions(rows, catalogue, meaning)


def _questions_of_lists(recognised: Recognised, catalogue: Catalogue) -> Iterator[TitleQuestion]:
    """A question about each garment of cells that list several with their sizes, of which no title has the words, or many."""
    titles = tuple(dict.fromkeys(titles_of(catalogue, "design")))
    for roster in recognised.wants if titles else ():
        if (column := roster.plan.listed) is None:
            continue
        unclear: dict[str, list[int]] = {}
        for row, text in sorted(roster.cells.columns[column.column].texts.items()):
            for garment, _ in parts_of(text) if row in roster.chosen else ():
                if len(titles_for_part(garment, recognised.catalogue, roster.cells.titles)) != 1:
                    unclear.setdefault(garment, []).append(row)
        for garment, rows in unclear.items():
            yield TitleQuestion(
                sheet=roster.sheet.name,
                heading=column.heading,
                text=garment,
                where=rows_listed(rows),
                likely=titles_for_part(garment, recognised.catalogue, {}),
                titles=titles,
            )


def _title_questions(rows: Sequence[RosterRow], catalogue: Catalogue, meaning: Meaning) -> Iterator[TitleQuestion]:
    titles = tuple(dict.fromkeys(titles_of(catalogue, "logo" if meaning is Meaning.LOGO else "design")))
    unknown: dict[tuple[str, str], list[tuple[RosterRow, str]]] = {}
    for row, text in _unknown(rows, catalogue, meaning):
        if not titles_meant(text, titles).count:  # how many is for the cell of the quantity
            unknown.setdefault((row.sheet, heading_key(text)), []).append((row, text))
    for (sheet, _), cells in unknown.items() if titles else ():
        row, text = cells[0]
        means = titles_meant(text, titles)
        together = (means.suggestion,) if means.all_of_them and means.suggestion else ()
        yield TitleQuestion(
            sheet=sheet,
            heading=row.columns[meaning].heading,
            text=text,
            where=rows_listed([row.row for row, _ in cells]),
            likely=together or means.choices,
            titles=titles,
            of_logo=meaning is Meaning.LOGO,
        )


def _unknown(rows: Sequence[RosterRow], catalogue: Catalogue, meaning: Meaning) -> Iterator[tuple[RosterRow, str]]:
    """Every text in a column of designs, or of logos, that names none, with its row."""
    for row in rows:
        column = row.columns.get(meaning)
        if column is None or column.meaning is not meaning:
            continue
        for text in split_items(row.text(meaning)):
            named = catalogue.logo(text) if meaning is Meaning.LOGO else catalogue.design(text)
            if isinstance(named, Unresolved) and named.code in _UNKNOWN and not is_ditto(text):
                yield row, text


def _catalogue(recognised: Recognised) -> Catalogue:
    return with_facts(recognised.catalogue, recognised.options.facts)[0]

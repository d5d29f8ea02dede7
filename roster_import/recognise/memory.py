"""What was answered about headings before, and for whom; how it is announced where it is used again.

An answer counts for the club it was given for. What was answered for another one is used where a person sees it before the
question; where nobody does, it only is a hint at what is asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from roster_import.language.messages import Day, joined, listed, say, templates
from roster_import.model.catalogue import split_items
from roster_import.model.club import Club
from roster_import.model.layout import PERSON, Meaning
from roster_import.model.problem import FILE, Place
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import PartColumn, RowAcross
from roster_import.recognise.answer_sentences import MEANINGS
from roster_import.recognise.hints import fingerprint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from roster_import.model.layout import Layout
    from roster_import.model.problem import Problem
    from roster_import.recognise.hints import Answer

_PRINTED = templates(
    {
        "as-written": "names are printed as they are written",
        "surname": "surnames are printed",
        "none": "names are not printed",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What was answered about one heading row for one club, with the file and the day it was ordered from.

    `design` is that of every row, `titles` what a text under Design means: the text as it was written -> the title.

    `row` is the fingerprint of the heading row, `headings` those that were answered, as they are written. `book` is that of
    the order: what was answered in a rehearsal counts in rehearsals.
    """

    row: str
    headings: tuple[str, ...] = ()
    columns: Mapping[str, Answer] = field(default_factory=dict)
    print_name: str | None = None
    design: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    club: Club = field(default_factory=Club)
    book: str = ""
    file: str = ""
    on: str = ""

    @property
    def id(self) -> str:
        """The name by which it is listed and forgotten."""
        whose = (self.row, self.book, self.club.folder, *sorted(self.club.names))
        return sha256("\x1f".join(whose).encode()).hexdigest()[:12]

    @property
    def words(self) -> str:
        """What was answered, in words."""
        columns = [column_in_words(heading, self.columns[heading_key(heading)]) for heading in self.headings]
        printed = [printed_in_words(self.print_name)] if self.print_name else []
        every = [design_in_words(self.design)] if self.design else []
        titles = [say("{text!r} is {title}", text=text, title=title) for text, title in self.titles.items()]
        return listed([*columns, *printed, *every, *titles])

    def only(
        self, keys: Collection[str], *, print_name: bool, design: bool = False, texts: Collection[str] = ()
    ) -> Remembered:
        """The part of it about these headings, and about these texts under Design."""
        return replace(
            self,
            headings=tuple(heading for heading in self.headings if heading_key(heading) in keys),
            print_name=self.print_name if print_name else None,
            design=self.design if design else "",
            titles={text: title for text, title in self.titles.items() if heading_key(text) in texts},
        )


def printed_in_words(print_name: str) -> str:
    """An answer to whether names are printed, in words."""
    return say(_PRINTED[print_name])


def design_in_words(design: str) -> str:
    """An answer to what every row is, in words."""
    return say("every row is {design}", design=listed(split_items(design)))


def column_in_words(heading: str, answer: Answer) -> str:
    """An answer about a column, in words."""
    meaning, of = answer
    if of:
        each = listed([say("{value!r}", value=garment) for garment in split_items(of)])
        return say("column {heading!r} is {what} of {of}", heading=heading, what=say(MEANINGS[meaning]), of=each)
    return say("column {heading!r} is {what}", heading=heading, what=say(MEANINGS[meaning]))


Memory = tuple[Remembered, ...]
"""What was answered, the latest last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """What of the memory is about one workbook: what counts for it, and what was answered for others.

    `theirs` is used, too, where a person sees it before anything is ordered (`attended`).
    """

    ours: Memory = ()
    theirs: Memory = ()
    attended: bool = False

    @property
    def used(self) -> Memory:
        """What counts for this workbook, the strongest last."""
        return (*self.theirs, *self.ours) if self.attended else self.ours

    @property
    def columns(self) -> dict[str, dict[str, Answer]]:
        """Fingerprint of a heading row -> heading key -> what it means."""
        found: dict[str, dict[str, Answer]] = {}
        for each in self.used:
            found.setdefault(each.row, {}).update(each.columns)
        return found

    @property
    def titles(self) -> dict[str, str]:
        """What a text under Design means, by its `heading_key`: what another club calls its shirts counts for nobody else."""
        return {heading_key(text): title for each in self.ours for text, title in each.titles.items()}

    def design(self, layout: Layout) -> str | None:
        """The design of every row of a layout without a column for it, as it was answered for this club."""
        said = [each.design for each in self.ours if each.row == layout_fingerprint(layout) and each.design]
        return said[-1] if said and not names_designs(layout) else None

    def print_name(self, layout: Layout) -> str | None:
        """How a layout's lone name column is printed, where that was answered."""
        said = [each.print_name for each in self.used if each.row == layout_fingerprint(layout) and each.print_name]
        return said[-1] if said else None


def recalled(memory: Memory, club: Club, *, attended: bool) -> Recalled:
    """What of the memory counts for a club's workbook, and what was answered for others."""
    ours = tuple(each for each in memory if each.club.is_same(club))
    return Recalled(ours=ours, theirs=tuple(each for each in memory if not each.club.is_same(club)), attended=attended)


def _names(layout: Layout) -> list[str]:
    """What an answer about the layout may be about: its headings, and the column that is read otherwise than it stands."""
    columns = [column.column for column in layout.columns]
    across = [str(layout.heading_row)] if isinstance(layout.heading_row, RowAcross) else []
    divided = [column.headed for column in columns if isinstance(column, PartColumn)]
    headings = [column.heading for column in layout.columns]
    return [name for name in dict.fromkeys((*headings, *divided, *across)) if name]


def layout_fingerprint(layout: Layout) -> str:
    """The name under which answers about a layout's headings are kept."""
    return fingerprint([column.heading for column in layout.columns])


# ------------------------------------------------------------------------------------------------------ what is said


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredNow:
    """What was answered in this run, so that what was answered before does not count: `headings` as they were named.

    `titles` are the texts under Design that were answered, `texts` all that stand there, each as its `heading_key`.
    """

    headings: Collection[str] = ()
    print_name: str | None = None
    design: str = ""
    titles: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()


def announced(layouts: Sequence[Layout], known: Recalled, now: AnsweredNow) -> Iterator[Problem]:
    """A warning for each answer of before that is used: what it says, for which file it was given and when."""
    answered, texts = set(map(heading_key, now.headings)), now.texts - now.titles
    for layout in layouts:
        left = set(map(heading_key, _names(layout))) - answered
        lone = now.print_name is None and is_lone(layout)
        every = not now.design and not names_designs(layout)
        row = layout_fingerprint(layout)
        for each in reversed([each for each in known.used if each.row == row or each.titles]):
            ours, here = any(each is mine for mine in known.ours), each.row == row
            part = each.only(
                left if here else (),
                print_name=lone and here,
                design=every and here and ours,
                texts=texts if ours else (),
            )
            if part.words:
                yield _announced(layout, part, of_ours=ours)
            texts -= set(map(heading_key, part.titles))
            if here:
                left -= set(each.columns)
                lone, every = lone and part.print_name is None, every and not part.design
    if not layouts:
        yield from _announced_of_logos(known, texts)


def _announced_of_logos(known: Recalled, texts: Collection[str]) -> Iterator[Problem]:
    """The same where loose logos are all that is ordered."""
    left = set(texts)
    for each in reversed(known.ours):
        part = each.only((), print_name=False, texts=left)
        if part.words:
            yield _announced(None, part, of_ours=True)
        left -= set(map(heading_key, part.titles))


def _announced(layout: Layout | None, answer: Remembered, *, of_ours: bool) -> Problem:
    values = {"file": answer.file, "day": Day(answer.on), "answers": answer.words}
    message = (
        say("As answered for {file} on {day}: {answers}.", **values)
        if of_ours
        else say(
            "As answered for another club, for {file} on {day}: {answers}. Look whether it is so here, too.", **values
        )
    )
    place = Place(sheet=layout.sheet, row=layout.heading_row) if layout else FILE
    return place.warning("answered-before", message)


def with_hints(problems: Sequence[Problem], layouts: Sequence[Layout], known: Recalled) -> tuple[Problem, ...]:
    """The problems, each question about a column with what was answered to it for another club."""
    if known.attended or not known.theirs:
        return tuple(problems)
    answers: dict[str | None, list[Remembered]] = {}
    for layout in layouts:
        row = layout_fingerprint(layout)
        answers.setdefault(layout.sheet, []).extend(each for each in reversed(known.theirs) if each.row == row)
    headings = {(layout.sheet, layout.heading_row) for layout in layouts}
    return tuple(_with_hint(problem, answers.get(problem.sheet, ()), headings) for problem in problems)


def _with_hint(problem: Problem, theirs: Iterable[Remembered], headings: Collection[tuple[str, int | None]]) -> Problem:
    """The problem with the latest answer to what it asks: how names are printed, or what a column is by its heading."""
    asks_names = problem.code == "print-name-unclear"
    asks_column = bool(problem.column) and (problem.cell is None or (problem.sheet, problem.row) in headings)
    if problem.level == "error" and (asks_names or asks_column):
        key = heading_key(problem.column or "")
        for each in theirs:
            part = each.only(() if asks_names else {key}, print_name=asks_names)
            if part.words:
                return replace(problem, message=joined(problem.message, _hint(part)))
    return problem


def _hint(answer: Remembered) -> str:
    return say(
        "It was answered for another club, for {file} on {day}: {answers}. That is not taken over by itself.",
        file=answer.file,
        day=Day(answer.on),
        answers=answer.words,
    )


# ------------------------------------------------------------------------------------------------ answers of today


def is_lone(layout: Layout) -> bool:
    """Whether people are named, and nothing says what of it is printed."""
    meanings = {column.meaning for column in layout.columns}
    return bool(meanings & PERSON) and Meaning.NAME not in meanings


def names_designs(layout: Layout) -> bool:
    """Whether a column says what the rows are."""
    return any(column.meaning in (Meaning.DESIGN, Meaning.SIZE_LIST) for column in layout.columns)


def with_answers(memory: Memory, layout: Layout, answers: Remembered, texts: Collection[str] = ()) -> Memory:
    """The memory with what was answered about a layout; answers about headings it does not have are left out.

    So are those about other texts than these under Design, each as its `heading_key`.

    What was answered before about the same headings for the same club, and is not answered anew, still counts.
    """
    names = _names(layout)
    keys = set(map(heading_key, names))
    columns = {key: answer for key, answer in answers.columns.items() if key in keys}
    said = answers.print_name if is_lone(layout) else None
    design = "" if names_designs(layout) else answers.design
    titles = {text: title for text, title in answers.titles.items() if heading_key(text) in texts}
    if not columns and not said and not design and not titles:
        return memory
    row = layout_fingerprint(layout)
    before = [
        each for each in memory if (each.row, each.book) == (row, answers.book) and each.club.is_same(answers.club)
    ]
    known = {key: answer for each in before for key, answer in each.columns.items()} | columns
    written = [heading for each in before for heading in each.headings] + names
    by_key = {heading_key(heading): heading for heading in written}
    made = replace(
        answers,
        row=row,
        headings=tuple(by_key[key] for key in known),
        columns=known,
        print_name=said or next((each.print_name for each in reversed(before) if each.print_name), None),
        design=design or next((each.design for each in reversed(before) if each.design), ""),
        titles={text: title for each in before for text, title in each.titles.items()} | titles,
    )
    return (*(each for each in memory if each not in before), made)


def without_answers(memory: Memory, layout: Layout, answers: Remembered) -> Memory:
    """The memory without what was answered before about a layout for the club that these answers are of."""
    about = layout_fingerprint(layout), answers.book
    return tuple(each for each in memory if (each.row, each.book) != about or not each.club.is_same(answers.club))


def with_titles(memory: Memory, answers: Remembered, texts: Collection[str]) -> Memory:
    """The memory with what texts under Logo mean where nothing else is ordered, each text as its `heading_key`."""
    titles = {text: title for text, title in answers.titles.items() if heading_key(text) in texts}
    if not titles:
        return memory
    before = [
        each for each in memory if (each.row, each.book) == ("", answers.book) and each.club.is_same(answers.club)
    ]
    told = {text: title for each in before for text, title in each.titles.items()} | titles
    made = replace(answers, row="", headings=(), columns={}, print_name=None, design="", titles=told)
    return (*(each for each in memory if each not in before), made)

"""What the coach's templates are given: sentences with their counts, questions, details that are missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.language.messages import joined, say, say_n
from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion
from roster_import.model.sheets import ORDER
from roster_import.page.drafts import DraftState
from roster_import.page.grid import View, shown_problems
from roster_import.pipeline.question_words import asked
from roster_import.write.order_words import goods_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from roster_import.model.layout import Question
    from roster_import.model.report import Checked
    from roster_import.model.sheets import Column
    from roster_import.page.drafts import Draft
    from roster_import.page.grid import Grid
    from roster_import.pipeline.question_words import Choice

_REFERENCE, _DELIVERY = "reference-missing", "delivery-missing"
DETAIL_CODES = frozenset({_REFERENCE, _DELIVERY})
_REFERENCES = ("reference",)
_DELIVERIES = (
    "delivery-name", "delivery-address", "delivery-zip", "delivery-city", "delivery-country", "contact-name", "email",
)  # fmt: skip
_OPTIONAL = frozenset({"contact-name", "email"})
_FILLS = {
    "delivery-name": "organization", "delivery-address": "street-address", "delivery-zip": "postal-code",
    "delivery-city": "address-level2", "delivery-country": "country-name", "contact-name": "name", "email": "email",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCard:
    """A question on the page: `kind` and `key` name it in the answer; `free`: any other answer may be typed."""

    kind: str
    key: str
    about: str
    choices: tuple[Choice, ...]
    free: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailField:
    """A detail of the order that is missing, by the Order sheet's key, label and help."""

    key: str
    label: str
    help: str
    value: str = ""
    needed: bool = True
    fills: str = "off"


def question_cards(checked: Checked) -> list[QuestionCard]:
    """What is to be asked: of the columns first, what they mean changes what else is open."""
    cards = [_column_card(question) for question in checked.questions]
    return cards or ([_card(checked.asked)] if checked.asked is not None and not _is_one_cell(checked) else [])


def _is_one_cell(checked: Checked) -> bool:
    """Whether what is asked is said of one cell alone, where it can be mended with a click."""
    asked_for = checked.asked
    if not isinstance(asked_for, TitleQuestion):
        return False
    cells = [problem for problem in shown_problems(checked) if problem.cell and problem.value == asked_for.text]
    return len(cells) == 1 and bool(cells[0].suggestion)


def _column_card(question: Question) -> QuestionCard:
    put = asked(question)
    return QuestionCard(kind="map", key=question.key or question.heading, about=put.about, choices=put.choices)


def _card(question: DesignQuestion | PrintNameQuestion | TitleQuestion) -> QuestionCard:
    put = asked(question)
    match question:
        case DesignQuestion():
            return QuestionCard(kind="design", key="", about=put.about, choices=put.choices, free=True)
        case TitleQuestion():
            return QuestionCard(kind="title", key=question.text, about=put.about, choices=put.choices, free=True)
        case PrintNameQuestion():
            return QuestionCard(kind="print", key="", about=put.about, choices=put.choices)


def missing_details(checked: Checked, draft: Draft, now: datetime) -> list[DetailField]:
    """The details that the order lacks, where the workbook has no place for them yet."""
    codes = {problem.code for problem in checked.problems if problem.code in DETAIL_CODES and not problem.cell}
    keys = (*(_REFERENCES if _REFERENCE in codes else ()), *(_DELIVERIES if _DELIVERY in codes else ()))
    proposed = {"reference": f"{draft.club} {now.astimezone().date().isoformat()}", "delivery-name": draft.club}
    by_key = {column.key: column for column in ORDER.columns}
    return [_field(by_key[key], proposed.get(key, "")) for key in keys if key in by_key]


def _field(column: Column, value: str) -> DetailField:
    return DetailField(
        key=column.key,
        label=column.heading,
        help=column.help,
        value=value,
        needed=column.key not in _OPTIONAL,
        fills=_FILLS.get(column.key, "off"),
    )


def order_sheet(checked: Checked) -> str | None:
    """The workbook's own Order sheet, where the check names one that lacks details."""
    return next((problem.sheet for problem in checked.problems if problem.code in DETAIL_CODES and problem.sheet), None)


def can_be_drawn(checked: Checked) -> bool:
    """Whether there are shirts to look at, if only as a draft."""
    return bool(checked.lines or checked.draft.lines)


def standing(checked: Checked, questions: int, details: int) -> str:
    """How the draft stands, as the first thing one reads."""
    shown = shown_problems(checked)
    errors = sum(problem.level == "error" for problem in shown)
    warnings = len(shown) - errors
    pieces = goods_in_words(checked.orders)
    if checked.errors:
        errors -= sum(problem.code in DETAIL_CODES and not problem.cell for problem in shown) if details else 0
        first = say_n("{count} question to answer.", "{count} questions to answer.", questions) if questions else ""
        then = say_n("{count} thing to mend.", "{count} things to mend.", errors) if errors > 0 else ""
        where = (say("Name the order.") if details == 1 else say("Say where the order goes.")) if details else ""
        return joined(*filter(None, (first, then, where)))
    if warnings:
        look = say_n("{count} thing to look at.", "{count} things to look at.", warnings)
        return joined(say("Nothing has to be mended ({pieces}).", pieces=pieces), look)
    return say("Everything is in order: {pieces}.", pieces=pieces)


_STATES = {
    DraftState.UPLOADED: (say("uploaded"), ""),
    DraftState.PROBLEMS: (say("to mend"), "wrong"),
    DraftState.CLEAN: (say("ready to sign"), "busy"),
    DraftState.SIGNED: (say("signed"), "well"),
}


def state_words(draft: Draft) -> tuple[str, str]:
    """How far a draft has come, in words, and as a kind of tag."""
    return _STATES[draft.state]


def to_do(checked: Checked, draft: Draft, picture: Grid | None, now: datetime) -> dict[str, object]:
    """What a template is given of what is open about a draft."""
    questions, details = question_cards(checked), missing_details(checked, draft, now)
    general = picture.general if picture else ()
    return {
        "questions": questions,
        "details": details,
        "general": [remark for remark in general if not details or remark.code not in DETAIL_CODES],
        "standing": standing(checked, len(questions), len(details)),
        "ready": not checked.errors and bool(checked.orders),
        "drawn": can_be_drawn(checked),
        "warned": any(problem.level == "warning" for problem in checked.problems),
    }


def of_grid(picture: Grid | None) -> dict[str, object]:
    """What a template is given of the grid: its counts in words."""
    if picture is None:
        return {"grid": None}
    return {
        "grid": picture,
        "safe": say_n("Take {count} safe suggestion", "Take all {count} safe suggestions", picture.safe),
        "of_pages": say("page {page} of {pages}", page=picture.page, pages=picture.pages),
        "mend_rows": say_n("{count} row with something to say", "{count} rows with something to say", picture.to_mend),
        "every_row": say_n("all {count} row", "all {count} rows", picture.all_rows),
    }


def answered(draft: Draft) -> str:
    """How many questions were answered, in words."""
    answers = draft.answers
    count = len(answers.mapping) + len(answers.titles) + bool(answers.print_name) + bool(answers.design)
    return say_n("You answered {count} question.", "You answered {count} questions.", count) if count else ""


def done_in_words(said: str) -> str:
    """How many cells were changed, as an address says."""
    count = int(said) if said.isascii() and said.isdigit() and len(said) < 7 else 0
    return say_n("{count} cell was changed.", "{count} cells were changed.", count) if count else ""


def view_of(query: Mapping[str, str]) -> View:
    """Which part of a draft an address says is looked at."""
    rows = {"mend": True, "all": False}.get(query.get("rows", ""))
    return View(
        sheet=_number(query, "sheet"), mends_alone=rows, page=_number(query, "page") or 1, row=_number(query, "row")
    )


def _number(query: Mapping[str, str], name: str) -> int | None:
    said = query.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 8 else None


def place_of(view: View) -> dict[str, str]:
    """What of an address says which part of a draft is looked at."""
    rows = {True: "mend", False: "all", None: None}[view.mends_alone]
    said = {"sheet": view.sheet, "rows": rows, "page": view.page if view.page > 1 else None}
    return {name: str(value) for name, value in said.items() if value is not None}

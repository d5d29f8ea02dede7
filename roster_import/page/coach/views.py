"""What the coach's templates are given: sentences with their counts, questions, details that are missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.language.messages import joined, listed, say, say_n
from roster_import.model.sheets import ORDER
from roster_import.page.coach.answered_before import chosen_before, used_before
from roster_import.page.coach.given_answers import given_answers
from roster_import.page.coach.grid import LISTED, View, in_words, shown_problems
from roster_import.page.coach.question_cards import question_cards
from roster_import.page.coach.remarks import names_of
from roster_import.page.coach.row_designs import RowDesigns
from roster_import.page.drafts import DraftState
from roster_import.write.ooxml.cells import box
from roster_import.write.order_words import goods_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked
    from roster_import.model.sheets import Column
    from roster_import.page.coach.grid import Grid
    from roster_import.page.coach.remarks import Remark
    from roster_import.page.coach.row_garments import RowGarments
    from roster_import.page.drafts import Draft
    from roster_import.page.signed import Signed

_MISSING = "delivery-missing"
_DELIVERIES = (
    "delivery-name", "delivery-address", "delivery-zip", "delivery-city", "delivery-country", "contact-name", "email",
)  # fmt: skip
_OPTIONAL = frozenset({"contact-name", "email"})
_FILLS = {
    "delivery-name": "organization", "delivery-address": "street-address", "delivery-zip": "postal-code",
    "delivery-city": "address-level2", "delivery-country": "country-name", "contact-name": "name", "email": "email",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailField:
    """A detail of the order that is missing, by the Order sheet's key, label and help."""

    key: str
    label: str
    help: str
    value: str = ""
    needed: bool = True
    fills: str = "off"


def missing_details(checked: Checked, draft: Draft) -> list[DetailField]:
    """Where the order goes, where nothing says it and the workbook has no place for it yet."""
    if not any(map(_is_missing, checked.problems)):
        return []
    by_key = {column.key: column for column in ORDER.columns}
    return [_field(by_key[key], draft.club if key == "delivery-name" else "") for key in _DELIVERIES]


def _is_missing(problem: Problem | Remark) -> bool:
    return problem.code == _MISSING and not problem.cell


def _field(column: Column, value: str) -> DetailField:
    return DetailField(
        key=column.key,
        label=column.heading,
        help=column.help,
        value=value,
        needed=column.key not in _OPTIONAL,
        fills=_FILLS.get(column.key, "off"),
    )


def can_be_drawn(checked: Checked) -> bool:
    """Whether there are shirts to look at, if only as a draft."""
    return bool(checked.lines or checked.draft.lines)


def standing(checked: Checked, questions: int, details: int) -> str:
    """How the draft stands, as the first thing one reads: the numbers first."""
    shown = shown_problems(checked)
    wrong = [problem for problem in shown if problem.level == "error"]
    warnings, errors = _places(shown) - _places(wrong), len(wrong) - sum(map(_is_missing, shown))
    look = say_n("{count} to look at", "{count} to look at", warnings) if warnings else ""
    if not checked.errors:
        ready = say("Ready to sign: {pieces}.", pieces=goods_in_words(checked.orders))
        told = say("{counts}.", counts=look) if look else ""
        return joined(*filter(None, (ready, told, say("More may follow.") if _can_be_taken(shown) else "")))
    ask = say_n("{count} question", "{count} questions", questions) if questions else ""
    mend = say_n("{count} to mend", "{count} to mend", errors) if errors > 0 else ""
    counts = listed(list(filter(None, (ask, mend, look))))
    told = say("{counts}.", counts=counts) if counts else ""
    where = say("Say where the order goes.") if details else ""
    return joined(
        *filter(None, (told, _to_come(checked, errors, is_open=bool(questions) or _can_be_taken(shown)), where))
    )


def _places(problems: Iterable[Problem]) -> int:
    """In how many places something is said: of a cell all at once."""
    return len({(problem.sheet, problem.cell or str(problem.message)) for problem in problems})


def _can_be_taken(problems: Iterable[Problem]) -> bool:
    """Whether something is suggested: what that changes may be wrong in another way, as a number that is there twice."""
    return any(problem.cell and problem.suggestion is not None for problem in problems)


def _to_come(checked: Checked, errors: int, *, is_open: bool) -> str:
    """What is said of what is not known before an answer: of how a name is printed nothing can be wrong until then."""
    if checked.questions and errors <= 0:
        return say("The rest follows.")
    return say("More may follow.") if is_open else ""


_STATES = {
    DraftState.UPLOADED: (say("uploaded"), ""),
    DraftState.PROBLEMS: (say("to mend"), "wrong"),
    DraftState.CLEAN: (say("ready to sign"), "busy"),
    DraftState.SIGNED: (say("signed"), "well"),
}


def state_words(draft: Draft) -> tuple[str, str]:
    """How far a draft has come, in words, and as a kind of tag."""
    if draft.note and not draft.is_signed:
        return say("sent back by the office"), "wrong"
    return _STATES[draft.state]


def to_do(checked: Checked, draft: Draft, picture: Grid | None, signed: Sequence[Signed] = ()) -> dict[str, object]:
    """What a template is given of what is open about a draft; `signed` is what the club signed before."""
    questions, details = chosen_before(question_cards(checked), signed), missing_details(checked, draft)
    answered = given_answers(draft.answers, draft.left)
    general = picture.general if picture else ()
    return {
        "questions": questions,
        "answered": answered,
        "before": used_before(checked),
        "said": say_n("{count} answer of yours", "{count} answers of yours", len(answered)),
        "details": details,
        "general": [remark for remark in general if not _is_missing(remark)],
        "standing": standing(checked, len(questions), len(details)),
        "ready": not checked.errors and bool(checked.orders),
        "drawn": can_be_drawn(checked),
        "warned": any(problem.level == "warning" for problem in shown_problems(checked)),
    }


def of_grid(picture: Grid | None) -> dict[str, object]:
    """What a template is given of the grid: its counts in words."""
    if picture is None:
        return {"grid": None}
    return {
        "grid": picture,
        "safe": taken_together(picture.safe),
        "others": taken_together(picture.others),
        "others_names": names_of(picture.others),
        "sideways": say("Swipe the list sideways: it goes on to column {last}.", last=picture.columns[-1].letter),
        "of_pages": say("page {page} of {pages}", page=picture.page, pages=picture.pages),
        "mend_rows": say_n("{count} row with something to say", "{count} rows with something to say", picture.to_mend),
        "every_row": say_n("all {count} row", "all {count} rows", picture.all_rows),
    }


def taken_together(fixes: Sequence[Problem]) -> str:
    """What a button does that takes suggestions: each change, or how many where these are too many to be read."""
    changes = list(dict.fromkeys(map(in_words, fixes)))
    if len(changes) > LISTED:
        return say_n("Take {count} safe suggestion", "Take all {count} safe suggestions", len(fixes))
    if len(fixes) == 1:
        return say("Change {change}", change=changes[0])
    return say("Take all: {changes}", changes=", ".join(changes))


_SAID = "as:"  # before cells whose rows were said to be another design


def done_to_say(cells: Sequence[str], form: Mapping[str, str]) -> str:
    """What a form has changed, as an address says it: the row that was emptied, the only cell, cells of designs, or how many."""
    if "clear" in form:
        return f"row{form['clear']}"
    if "design" in form or all(form.get(f"{_SAID}{cell}") for cell in cells):
        return f"{_SAID}{','.join(cells)}"
    return cells[0] if len(cells) == 1 else str(len(cells))


def done_in_words(said: str, designs: RowDesigns | RowGarments | None) -> str:
    """What was changed, as an address says; of cells that name the design of their rows, what the rows are now."""
    if said.startswith(_SAID):
        return _designs_in_words(said.removeprefix(_SAID).split(","), designs)
    row = said.removeprefix("row")
    count = int(row) if row.isascii() and row.isdigit() and len(row) < 8 else 0
    if said.startswith("row") and count:
        return say("Row {row} is empty now.", row=count)
    if place := box(said):
        title = designs.said_at(*place[:2]) if isinstance(designs, RowDesigns) else None
        return _rows_are([place[0]], title) if title else say("{cell} changed.", cell=said)
    return say_n("{count} cell changed.", "{count} cells changed.", count) if count else ""


def _designs_in_words(cells: Sequence[str], designs: RowDesigns | RowGarments | None) -> str:
    places = [place[:2] for place in map(box, cells) if place]
    titles = {designs.said_at(*place) for place in places} if designs else set()
    if len(titles) == 1 and (title := titles.pop()):
        return _rows_are([row for row, _ in places], title)
    if len(places) == 1:
        return say("{cell} changed.", cell=cells[0])
    return say_n("{count} cell changed.", "{count} cells changed.", len(places)) if places else ""


def _rows_are(rows: Sequence[int], title: str) -> str:
    said = listed(list(map(str, rows)))
    return say_n("Row {rows}: {design}.", "Rows {rows}: {design}.", len(rows), rows=said, design=title)


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

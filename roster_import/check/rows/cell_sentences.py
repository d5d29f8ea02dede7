"""What is wrong with the value of a cell, in words: one sentence for each code, and what the cell may mean instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from roster_import.check.meant import NOTHING, Meant, of_one
from roster_import.check.meant.numbers import is_run, number_meant
from roster_import.check.meant.quantities import quantity_meant
from roster_import.language.messages import either, joined, meant, say, templates
from roster_import.model.workbook import CellKind
from roster_import.recognise.order_words import asks_otherwise
from roster_import.recognise.remark_words import has_left, is_gone

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.layout import Meaning
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell

_MOST_CHOICES = 8

# code -> the sentence; {value} is what the cell holds, {more} what whoever found it added.
_SENTENCES = templates(
    {
        "number-not-digits": "Number {value!r} is not digits only. Write the number as digits, or leave it empty for none.",
        "quantity-not-whole": "Quantity {value!r} is not a whole number. Write how many as digits; empty means 1.",
        "quantity-not-positive": "Quantity {value!r} orders nothing. Write 1 or more, or delete the row.",
        "storage-quantity-not-whole": "Storage quantity {value!r} is not a whole number of 0 or more. Correct it or empty it.",
        "quantity-too-large": "Quantity {value!r} is more than 10,000 pieces on one row. Correct it, or divide it over rows.",
        "storage-without-logo": "Storage quantity {value!r} is for a loose logo, and this row has none. Fill in the Logo, or "
        "empty the cell.",
        "size-missing": "There is no size, and a garment cannot be ordered without. Fill in the size.",
        "size-unknown": "Size {value!r} is not one of the sizes of {more}. Write one of these.",
        "size-unclear": "{value!r} says no size, and would be ordered as it stands. Write the size.",
        "size-is-date": "The size is a date ({value}): Excel made one of what was typed. Format the cell as text and type the "
        "size again.",
        "design-unknown": "Design {value!r} is not a title of the catalogue, a MUL code or a design id. Correct it, or add it "
        "to the Catalogue sheet.",
        "design-ambiguous": "Design {value!r} stands in the catalogue more than once with different ids. Write the MUL code "
        "or the id instead.",
        "design-doubtful": "{value!r} has a sign beside the title, so nobody can tell whether it is wanted. If it is, write "
        "{more} and no more; if not, delete the row.",
        "logo-doubtful": "{value!r} has a sign beside the title, so nobody can tell whether it is wanted. If it is, write {more} "
        "and no more; if not, empty the cell.",
        "design-without-id": "Design {value!r} has neither ID nor Code in the catalogue, so it cannot be ordered. Fill one in.",
        "logo-unknown": "Logo {value!r} is not a title of the catalogue, sku:… or a logo id. Correct it, or add it to the "
        "Catalogue sheet.",
        "logo-ambiguous": "Logo {value!r} stands in the catalogue more than once with different ids. Write sku:… or the id "
        "instead.",
        "logo-without-id": "Logo {value!r} has neither ID nor Code in the catalogue, so it cannot be ordered. Fill one in.",
        "logo-is-sku": "{value} is the SKU of a logo of the catalogue, not its id. Write sku:{value}, or the logo's title.",
        "logo-takes-no-number": "{more} is not a number logo, so it cannot be ordered with a number. Use Text, or empty the "
        "cell.",
        "logo-takes-no-text": "{more} carries no text, so Text would be lost. Empty the cell, or choose a text or name logo.",
        "row-without-item": "This row names neither a design nor a logo, so there is nothing to order for it. Fill in one, "
        "or delete the row.",
        "number-missing": "{more} is ordered by number, and this row has none. Fill in the number.",
        "name-missing": "{more} is a name logo, and this row has no name to put on it. Fill in the name.",
        "name-ditto": "{value!r} stands for the name above it, and would be printed as it stands. Write the name.",
        "name-not-printable": "{more} has no place for a name, so {value!r} would not be printed. Empty the cell, or choose "
        "another design.",
        "number-not-printable": "{more} has no place for a number, so {value!r} would not be printed. Empty the cell, or "
        "choose another design.",
        "design-draft": "{more} is still a draft in the order system: it has no item number yet, so it would be refused. Have "
        "it finished there, or choose another design.",
        "logo-draft": "{more} is still a draft in the order system, so it would be refused. Have it finished there, or choose "
        "another logo.",
        "design-not-there": "The order system has no design {more}, or none that you may order. Correct it.",
        "logo-not-there": "The order system has no logo {more}, or none that you may order. Correct it.",
        "number-nowhere": "Every place that {more} has for a number has a value of its own on this row, so {value!r} would be "
        "printed nowhere. Empty the cell, or one of the values.",
        "name-nowhere": "Every place that {more} has for a name has a value of its own on this row, so {value!r} would be "
        "printed nowhere. Empty the cell, or one of the values.",
        "number-is-date": "The number is a date ({value}): Excel made one of what was typed. Format the cell as text and type "
        "it again.",
        "numbers-unclear": "{value!r} is neither a number, nor a list or range of numbers such as 1, 7, 10-12, nor the word "
        "roster for every number of the roster. Correct it.",
        "numbers-backwards": "{more} runs backwards. Write the lower number first.",
        "numbers-twice": "{more} stands in {value!r} more than once. Name each number once; Quantity says how many of each.",
        "numbers-too-many": "{value!r} is {more} numbers, more than one row can order. Correct it, or divide it over rows.",
        "numbers-none": "No row of order {more} has a number on a garment, so {value!r} stands for nothing. Write the "
        "numbers.",
        "order-unknown": "Order {value!r} is not a reference of the Order sheet. Correct it, or add it there.",
        "reference-missing": "This row does not say which order it belongs to. Fill in its Order, or give the file one "
        "Reference on the Order sheet or with --reference.",
        "cell-shows-error": "The cell shows the error {value}. Mend the formula, or type the value.",
        "formula-not-calculated": "The cell holds a formula whose result was never stored, so nobody can tell what it shows. "
        "Open the file in Excel and save it, or type the value.",
    }
)

CELL_CODES = frozenset(_SENTENCES)
"""The codes of what is wrong with the value of a cell."""


def row_problem(
    row: RosterRow, code: str, meaning: Meaning, *, more: str = "", means: Meant | None = None, said: str | None = None
) -> Problem:
    """The problem a code stands for, at the row's cell, with what the cell may mean; `said` replaces its sentence."""
    words = cell_words(row.cells.get(meaning), code, more=more, means=means, said=said)
    return row.problem(code, words.message, meaning, suggestion=words.suggestion)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellWords:
    """What is said of a cell, and what is suggested: the same of every cell that says the same."""

    message: str
    suggestion: str | None


def cell_words(
    cell: Cell | None, code: str, *, more: str = "", means: Meant | None = None, said: str | None = None
) -> CellWords:
    """What a code says of a cell, as `row_problem` does."""
    if code == "number-not-digits" and cell is not None and is_run(cell.text):
        return CellWords(message=_run_of_numbers(cell.text), suggestion=None)
    if code in _OF_SOMEBODY and cell is not None and _calls_off(cell.text):
        return CellWords(message=_called_off(cell.text), suggestion=None)
    if means is None:
        means = _SUGGEST[code](cell) if cell is not None and code in _SUGGEST else NOTHING
    message = said or asked(say(_SENTENCES[code], value=cell.text if cell else "", more=more), means)
    return CellWords(message=message, suggestion=means.suggestion)


_OF_SOMEBODY = frozenset({"number-not-digits", "quantity-not-whole"})


def _calls_off(text: str) -> bool:
    """Whether it says, where a number should stand, that somebody is gone or wants none: udgår, left, raus."""
    return not any(map(str.isdigit, text)) and (is_gone(text) or has_left(text) or asks_otherwise(text))


def _called_off(text: str) -> str:
    return say(
        "{value!r} reads as if nothing were to be ordered for this row. If so, delete the row; if not, write what belongs here.",
        value=text,
    )


def _run_of_numbers(text: str) -> str:
    return say(
        "{value!r} reads like several numbers, and a row has one. Write the one that is printed; if a garment with each of them "
        "is wanted, write a row for each.",
        value=text,
    )


def unknown_title(text: str) -> str:
    """What is said of a text that names no design."""
    return say(_SENTENCES["design-unknown"], value=text, more="")


def asked(message: str, means: Meant) -> str:
    """A message, and the question whether it is meant what a cell may mean."""
    if means.choices == ("",):
        return joined(message, say("It seems to say that there is none: empty the cell."))
    if len(means.choices) > _MOST_CHOICES:
        return message
    return meant(message, either(means.choices)) if means.choices else message


_FIRST_YEAR = 1900
_DAY_ZERO = date(1899, 12, 30)
_NO_SUCH_DAY = 60  # 29 February 1900, which Excel counts


def broken(cell: Cell | None) -> str | None:
    """The code of a cell that has no value anybody could read, None for any other."""
    if cell is None:
        return None
    return {CellKind.ERROR: "cell-shows-error", CellKind.UNCALCULATED: "formula-not-calculated"}.get(cell.kind)


def broken_sentence(code: str, cell: Cell) -> str:
    """What is said of a cell that has no value anybody could read."""
    return say(_SENTENCES[code], value=cell.text, more="")


def before_it_was_a_date(cell: Cell) -> tuple[str, ...]:
    """The two numbers of a date, the lower first: `12-Oct` and `10-Dec` were both `10-12` before Excel saw them.

    A day of 1900 is a number that was typed into a cell made for dates: 140 shows as 19 May 1900.
    """
    if not cell.date:
        return ()
    year, month, day = map(int, cell.date[:10].split("-"))
    if year <= _FIRST_YEAR:
        typed = (date(year, month, day) - _DAY_ZERO).days
        return (str(typed if typed > _NO_SUCH_DAY else typed - 1),)
    return tuple(map(str, sorted((month, day))))


def _size_meant(cell: Cell) -> Meant:
    return of_one("-".join(before_it_was_a_date(cell)) or None)


def _number_of_date_meant(cell: Cell) -> Meant:
    return Meant(choices=tuple(dict.fromkeys(before_it_was_a_date(cell))))


def _number_meant(cell: Cell) -> Meant:
    return number_meant(cell.text)


def _quantity_meant(cell: Cell) -> Meant:
    return quantity_meant(cell.text)


_SUGGEST: dict[str, Callable[[Cell], Meant]] = {
    "number-not-digits": _number_meant,
    "quantity-not-whole": _quantity_meant,
    "storage-quantity-not-whole": _quantity_meant,
    "size-is-date": _size_meant,
    "number-is-date": _number_of_date_meant,
}

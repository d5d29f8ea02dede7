"""What can be wrong with one row: the words for each fault, what to do about it, and what may have been meant."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from roster_import.language.messages import meant, say, templates
from roster_import.model.workbook import CellKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.layout import Meaning
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell

_LETTERS_FOR_DIGITS = str.maketrans("OoQIl|SsBZ", "0001115582")
_NUMBER_PREFIX = re.compile(r"^\s*(?:#|№|n[ro°º]?\.?|num(?:ber|mer)?\.?)\s*(?=[0-9])", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]+")

# code -> the sentence; {value} is what the cell holds, {more} what the finder of the fault added.
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
        "size-is-date": "The size is a date ({value}): Excel made one of what was typed. Format the cell as text and type the "
        "size again.",
        "design-unknown": "Design {value!r} is not a title of the catalogue, a MUL code or a design id. Correct it, or add it "
        "to the Catalogue sheet.",
        "design-ambiguous": "Design {value!r} stands in the catalogue more than once with different ids. Write the MUL code "
        "or the id instead.",
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


def fault(row: RosterRow, code: str, meaning: Meaning, *, more: str = "", suggestion: str | None = None) -> Problem:
    """The problem a fault code stands for, at the row's cell; with a suggestion where one can be made."""
    cell = row.cells.get(meaning)
    value = cell.text if cell else ""
    if suggestion is None and cell is not None and code in _SUGGEST:
        suggestion = _SUGGEST[code](cell)
    message = say(_SENTENCES[code], value=value, more=more)
    return row.problem(code, meant(message, suggestion), meaning, suggestion=suggestion)


def broken(cell: Cell | None) -> str | None:
    """The fault of a cell that has no value anybody could read, if it is one."""
    if cell is None:
        return None
    return {CellKind.ERROR: "cell-shows-error", CellKind.UNCALCULATED: "formula-not-calculated"}.get(cell.kind)


def broken_sentence(code: str, cell: Cell) -> str:
    """What is said of a cell that has no value anybody could read."""
    return say(_SENTENCES[code], value=cell.text, more="")


def digits_meant(cell: Cell) -> str | None:
    """The number a cell most likely meant: full-width digits, `#7`, `Nr. 7`, `7.0`, letters for digits."""
    text = _NUMBER_PREFIX.sub("", unicodedata.normalize("NFKC", cell.text)).strip()
    text = re.sub(r"[.,]0*$", "", text)
    for guess in (text, text.translate(_LETTERS_FOR_DIGITS)):
        if _DIGITS.fullmatch(guess) and (guess == text or _DIGITS.search(text)):
            return guess
    return None


def _size_meant(cell: Cell) -> str | None:
    """`12-Oct` and `10-Dec` were both `10-12` before Excel saw them; so was a range of numbers."""
    if not cell.date:
        return None
    _, month, day = (int(part) for part in cell.date[:10].split("-"))
    return "-".join(map(str, sorted((month, day))))


def _whole_meant(cell: Cell) -> str | None:
    found = re.fullmatch(r"\s*([0-9]+)\s*(?:x|×|pcs?\.?|stk\.?|st\.?|stück|pieces?)?\s*|(?:x|×)\s*([0-9]+)",
                         unicodedata.normalize("NFKC", cell.text).casefold())  # fmt: skip
    return (found[1] or found[2]) if found else None


_SUGGEST: dict[str, Callable[[Cell], str | None]] = {
    "number-not-digits": digits_meant,
    "quantity-not-whole": _whole_meant,
    "storage-quantity-not-whole": _whole_meant,
    "size-is-date": _size_meant,
    "number-is-date": _size_meant,
}

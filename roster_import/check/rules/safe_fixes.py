"""Which suggestions may be applied without asking, those that cannot change what is meant; and a workbook with them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.meant.numbers import NUMBER_WORD, QUOTED, says_none
from roster_import.check.meant.quantities import word_for
from roster_import.language.messages import say
from roster_import.model.letters import letters_meant
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import CellKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook

_ASCII_FOR_WIDE = {0x3000: 0x20, **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}}
_NUMBER = re.compile(
    rf"(?:{NUMBER_WORD}[\s.:]*)?([0-9]{{1,3}})(?:[.,]0{{0,2}}|番|号|번)?", re.IGNORECASE
)  # 10.000 may be ten thousand
_QUANTITY = re.compile(
    r"(?:[x×]\s*)?([0-9]+)|([0-9]+)\s*(?:[x×]|[.,]0{0,2}|pcs?\.?|stk\.?|st\.?|stück|pieces?)", re.IGNORECASE
)
_SIZE_WORD = re.compile(
    r"(?:size|gr(?:ö|oe|o)(?:ß|ss)e|gr|str|størrelse|storlek|strl|taille|talla|taglia|tamanho|maat|rozmiar|roz|velikost|koko|"
    r"beden)(?![^\W\d_])[\s.:]*|サイズ|(?<!\s)\s*+cm$|(?<=[0-9])[.,]0$"
)
_SPELLED = {
    "small": "s",
    "medium": "m",
    "large": "l",
    "x-large": "xl",
    "extra large": "xl",
    "xlarge": "xl",
    "x large": "xl",
}
_PLUS = re.compile(r"[+&,\n]")
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])\s*[-–/]\s*(?=[0-9])")
_DIVIDING = re.compile(r"(?<=[0-9])[\s.,:](?=[0-9])")
_LOOSE = re.compile(r"[\s.,:;_'’\"-]+(?![0-9])|(?<![0-9])[\s.,:;_'’\"-]+")


def is_safe(problem: Problem) -> bool:
    """Whether the suggestion says the same as the value, only written properly, for any reader.

    `#7` for 7, full-width digits, `7.0`, `keine` for none, `2 pcs`, `two`, sizes that differ in case and spacing or say
    `Gr.` and `cm`, blanks in names. Not `1O` for 10, nor a date that was a size, nor a title that is only near, nor what a
    ditto mark stands for: the sheet may have been sorted since. Judged by code, value and suggestion alone.
    """
    same = _SAME.get(problem.code)
    if same is None or not problem.value or problem.suggestion is None or problem.value == problem.suggestion:
        return False
    return same(problem.value, problem.suggestion)


def with_fixes(workbook: Workbook, problems: Iterable[Problem]) -> tuple[Workbook, tuple[Problem, ...]]:
    """The workbook as if every safe suggestion were typed in, and a warning for each; the file itself stays as it is."""
    texts = {(sheet.name, cell.address): cell.text for sheet in workbook.sheets for cell in sheet.cells}
    whole = (problem for problem in problems if problem.value == texts.get((problem.sheet or "", problem.cell or "")))
    fixes = {(problem.sheet, problem.cell): problem for problem in whole if is_safe(problem)}

    def fixed(sheet: Sheet) -> Sheet:
        typed = (_typed(cell, fixes.get((sheet.name, cell.address))) for cell in sheet.cells)
        return replace(sheet, cells=tuple(cell for cell in typed if cell is not None))

    sheets = tuple(map(fixed, workbook.sheets)) if fixes else workbook.sheets
    return replace(workbook, sheets=sheets), tuple(map(_applied, fixes.values()))


def _typed(cell: Cell, fix: Problem | None) -> Cell | None:
    """The cell as it is meant, None where nothing is."""
    if fix is None:
        return cell
    return replace(cell, text=fix.suggestion, kind=CellKind.TEXT) if fix.suggestion else None


def _applied(problem: Problem) -> Problem:
    if problem.suggestion:
        message = say(
            "{value!r} was taken as {suggestion}, as --apply-safe asks. The file itself is as it was.",
            value=problem.value,
            suggestion=problem.suggestion,
        )
    else:
        message = say(
            "{value!r} was taken for none, as --apply-safe asks. The file itself is as it was.", value=problem.value
        )
    return replace(problem, level="warning", code="suggestion-applied", message=message)


def _narrow(text: str) -> str:
    # Not NFKC: that would make 12 of 1², and 1 of ①.
    return text.translate(_ASCII_FOR_WIDE).strip()


def _same_number(value: str, suggestion: str) -> bool:
    if not suggestion:
        return says_none(value)
    narrow = _narrow(value)
    found = QUOTED.fullmatch(narrow)
    if found:
        return (found[1] or found[2]) == suggestion
    found = _NUMBER.fullmatch(narrow)
    return found is not None and found[1] == suggestion


def _same_quantity(value: str, suggestion: str) -> bool:
    found = _QUANTITY.fullmatch(_narrow(value))
    return (found[1] or found[2]) == suggestion if found else word_for(value) == suggestion


def _same_size(value: str, suggestion: str) -> bool:
    return _size_key(value) == _size_key(suggestion) != ""


def _size_key(text: str) -> str:
    """A size without its word, case, blanks and punctuation; what stands between two digits keeps them apart."""
    bare = _SIZE_WORD.sub("", _narrow(text).casefold()).strip()
    ranges = _BETWEEN_DIGITS.sub("~", _SPELLED.get(bare, bare))
    return _LOOSE.sub("", _DIVIDING.sub("|", ranges))


def _same_words(value: str, suggestion: str) -> bool:
    # A line break or a tab may be meant as two lines: only blanks are plainly one.
    return not re.search(r"[\n\r\t\v\f]", value) and " ".join(value.split()) == suggestion


def _same_letters(value: str, suggestion: str) -> bool:
    return _narrow(value) == suggestion


def _same_coded(value: str, suggestion: str) -> bool:
    return letters_meant(value) == suggestion


def _same_titles(value: str, suggestion: str) -> bool:
    """Several titles with a plus, an ampersand or a comma between them, each spelled out."""
    written = [heading_key(part) for part in _PLUS.split(value)]
    return len(written) > 1 and written == [heading_key(part) for part in suggestion.split(";")]


_SAME: dict[str, Callable[[str, str], bool]] = {
    "number-not-digits": _same_number,
    "quantity-not-whole": _same_quantity,
    "storage-quantity-not-whole": _same_quantity,
    "size-unknown": _same_size,
    "size-spellings": _same_size,
    "design-unknown": _same_titles,
    "name-blanks": _same_words,
    "name-characters": _same_letters,
    "letters-garbled": _same_coded,
}
SAFE_CODES = frozenset(_SAME)
"""The codes whose suggestions can be safe; whether one is, `is_safe` says."""

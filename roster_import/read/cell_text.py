"""Text as a person sees it: trimmed, in one Unicode form, on one line, without characters that show nothing.

And names whose letters were lost before the file was made: `SÃ¸ren` is UTF-8 that somebody read as Windows text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from roster_import.language.messages import say, say_n
from roster_import.model.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.workbook import Cell, Sheet, Workbook

# Zero-width space and joiners of words, byte order mark, directional marks and isolates: they show nothing and carry
# no letter. The overrides U+202D and U+202E stay: they change what is seen, so somebody has to be told of them. The
# joiners U+200C and U+200D stay inside a word, where Persian, Indic scripts and emoji need them.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a\u202b\u2060\u2066-\u2069\ufeff]")
# Control characters, and the pictures of them that stand for those which XML and delimited text cannot carry. They are
# left out, but never in silence: one of them may be all that is left of a letter.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2400-\u241f\u2421]")
_BLANKS = re.compile("[\u00a0\u2007\u202f]")  # no-break blanks look like a blank
_BREAKS = re.compile(r"[ ]*[\t\n\x0b\x0c\r\x85\u2028\u2029]+\s*")
_EDGES = "\u200c\u200d\u00ad\u180e"
_ESCAPED = re.compile("(?:_x[0-9A-Fa-f]{4}_)+")
_PLAIN = re.compile("[!-~]+(?: [!-~]+)*")
_DOUBLY_CODED = re.compile("[ÂÃÄÅÐÑØÙ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]")
_LOST = "\ufffd"


def tidy(text: str) -> str:
    """The text trimmed, NFC-normalised, on one line; letters, case and inner blanks stay as they were written."""
    if _PLAIN.fullmatch(text):
        return text
    text = _BREAKS.sub(" ", _BLANKS.sub(" ", _INVISIBLE.sub("", text)))
    text = _CONTROLS.sub("", text)
    return unicodedata.normalize("NFC", _trimmed(text))


def controls_in(text: str) -> str:
    """The control characters of a text that `tidy` leaves out, each once; line breaks and tabs are none."""
    return "".join(map(_control, dict.fromkeys(_CONTROLS.findall(text))))


def picture(control: int) -> str:
    """The sign that stands for a control character of ASCII where it cannot stand itself."""
    return chr(0x2421 if control == 0x7F else 0x2400 + control)


def unescaped(text: str) -> str:
    """The text of an Open XML string with its `_x000D_` escapes replaced (ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPED.sub(_characters, text) if "_x" in text else text


def _trimmed(text: str) -> str:
    """Without white space and invisible joiners on both sides, in whatever order they stand."""
    before = None
    while text != before:
        before = text
        text = text.strip().strip(_EDGES)
    return text


def _control(char: str) -> str:
    code = ord(char)
    return "\x7f" if code == 0x2421 else chr(code - 0x2400) if code >= 0x2400 else char


def _characters(match: re.Match[str]) -> str:
    """A run of escapes: code units of UTF-16, of which two may be one character; half a one becomes U+FFFD."""
    return bytes.fromhex("".join(re.findall("[0-9A-Fa-f]{4}", match[0]))).decode("utf-16-be", errors="replace")


def garbled_notes(workbook: Workbook) -> Iterator[Problem]:
    """One warning per sheet and kind of loss, at the first cell that shows it."""
    for sheet in workbook.sheets:
        yield from _garbled(sheet)


def _garbled(sheet: Sheet) -> Iterator[Problem]:
    coded = [(cell, meant) for cell in sheet.cells if (meant := _meant(cell.text))]
    if coded:
        cell, meant = coded[0]
        message = say(
            '{cells} garbled: "{text}" was probably "{meant}". Export the file again as UTF-8.',
            cells=_cells(cell, len(coded)),
            text=_short(cell.text),
            meant=_short(meant),
        )
        yield _problem(sheet, cell, message, meant)
    lost = [cell for cell in sheet.cells if _LOST in cell.text]
    if lost:
        message = say(
            '{cells} garbled: a letter of "{text}" was lost. Type it again, or export the file again as UTF-8.',
            cells=_cells(lost[0], len(lost)),
            text=_short(lost[0].text),
        )
        yield _problem(sheet, lost[0], message, None)


def _problem(sheet: Sheet, cell: Cell, message: str, meant: str | None) -> Problem:
    place = Place(sheet=sheet.name, cell=cell.address, row=cell.row, value=_short(cell.text))
    return place.warning("letters-garbled", message, _short(meant) if meant else None)


def _meant(text: str) -> str | None:
    """The text with its letters put right, if putting them right works out exactly."""
    if text.isascii() or not _DOUBLY_CODED.search(text):
        return None
    try:
        meant = text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
    return meant if len(meant) < len(text) else None


def _cells(first: Cell, count: int) -> str:
    if count == 1:
        return say("{address} looks", address=first.address)
    return say_n(
        "{address} and {count} other cell look",
        "{address} and {count} other cells look",
        count - 1,
        address=first.address,
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"

"""The languages there are, and what each of them says: a catalogue `locale/<language>.po` is all that makes a language.

English stands in the code and needs none. A catalogue is read as it is (GNU gettext › The Format of PO Files), when
something is first said in its language. Its entries with a context, such as the headings of sheets, are few, and wanted
of every language wherever a workbook is read: they are read without the rest.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    # Context (empty for most) and English template -> the translation, or one for each plural form.
    Translations = Mapping[tuple[str, str], tuple[str, ...]]

_FOLDER: Final = Path(__file__).with_name("locale")
ENGLISH: Final = "en"
LANGUAGES: Final = (ENGLISH, *sorted(path.stem for path in _FOLDER.glob("*.po")))

_LOCALE_NAMES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")  # as POSIX reads them, the strongest first
_ESCAPED: Final = re.compile(r"\\(.)")
_ESCAPES: Final = {"n": "\n", "t": "\t"}


def catalogue_path(language: str) -> Path:
    """Where the catalogue of a language is."""
    return _FOLDER / f"{language}.po"


@cache
def translations(language: str) -> Translations:
    """Everything a catalogue says; English, and a language without a catalogue, have nothing here."""
    return _entries(_blocks(language)[1:])


@cache
def words(language: str) -> Translations:
    """The entries with a context alone."""
    return _entries(block for block in _blocks(language) if "msgctxt" in block)


@cache
def locale_name(language: str) -> str:
    """Whose dates and amounts are meant by a language, such as da_DK: the head of its catalogue says it."""
    return "en_GB" if language == ENGLISH else _head(language, "Language") or language


def language_of_locale(environment: Mapping[str, str]) -> str:
    """The language of the locale where it is one of `LANGUAGES`, else English."""
    named = next((value for name in _LOCALE_NAMES if (value := environment.get(name, "").strip())), "")
    language = re.split(r"[_.@-]", named)[0].casefold()
    return language if language in LANGUAGES else ENGLISH


@cache
def plural_rule(language: str) -> str:
    """Which form fits a count, as an expression in C, such as `n != 1`."""
    return _head(language, "Plural-Forms").partition("plural=")[2].rstrip(";") or "n != 1"


@cache
def _blocks(language: str) -> tuple[str, ...]:
    """The paragraphs of a catalogue, each an entry; the first is its head."""
    path = catalogue_path(language)
    return tuple(path.read_text("utf-8").split("\n\n")) if path.is_file() else ()


def _head(language: str, name: str) -> str:
    (head, *_), *_ = (*_entries(_blocks(language)[:1]).values(), ("",))
    lines = dict(line.split(": ", 1) for line in head.splitlines())
    return lines.get(name, "")


def _entries(blocks: Iterable[str]) -> Translations:
    entries: dict[tuple[str, str], tuple[str, ...]] = {}
    for block in blocks:
        fields: dict[str, str] = {}
        keyword = ""
        for line in block.splitlines():
            if line.startswith('"'):  # the one above goes on
                fields[keyword] += line[1:-1]
            elif not line.startswith("#"):
                keyword, _, quoted = line.partition(" ")
                fields[keyword] = quoted[1:-1]
        if "msgid" in fields and not _is_doubtful(block):
            strings = (_plain(text) for name, text in fields.items() if name.startswith("msgstr"))
            entries[_plain(fields.get("msgctxt", "")), _plain(fields["msgid"])] = tuple(strings)
    return entries


def _is_doubtful(block: str) -> bool:
    return any(line.startswith("#,") and "fuzzy" in line for line in block.splitlines())


def _plain(quoted: str) -> str:
    return _ESCAPED.sub(lambda match: _ESCAPES.get(match[1], match[1]), quoted) if "\\" in quoted else quoted

"""How the watch speaks: in the reader's language, with advice that works where nobody has a command line.

Sentences outlive the process in the journal and the heartbeat, where any reader may ask for them: they are kept there in
every language.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from roster_import.language.advice import in_a_folder
from roster_import.language.catalogues import ENGLISH, LANGUAGES
from roster_import.language.messages import Said, term
from roster_import.language.translations import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.placement import Placement
    from roster_import.model.report import FileReport

_OTHERS = tuple(language for language in LANGUAGES if language != ENGLISH)


def in_words(text: str, language: str = ENGLISH) -> str:
    """A text in a language, as plain words; its advice is what works for a file in a watched folder."""
    return str(in_language(in_a_folder(text), language))


def in_the_watch(report: FileReport) -> FileReport:
    """The report with advice that works for a file in a watched folder."""
    problems = tuple(replace(problem, message=in_a_folder(problem.message)) for problem in report.problems)
    return replace(report, problems=problems, placements=tuple(map(advised, report.placements)))


def advised(placement: Placement) -> Placement:
    """The placement with such advice."""
    return replace(placement, error=in_a_folder(placement.error)) if placement.error else placement


def translations_of(text: str) -> dict[str, str]:
    """What `with_translations` needs beside the English words: the other languages', as far as they differ."""
    return dict(_translations(text)) if isinstance(text, Said) else {}


def with_translations(english: str, others: Mapping[str, str] | None) -> str:
    """The text whose `translations_of` were kept, for a reader of any language."""
    return term(english, others) if others else english


@lru_cache(maxsize=1024)
def _translations(text: Said) -> tuple[tuple[str, str], ...]:
    english, others = in_words(text), {language: in_words(text, language) for language in _OTHERS}
    return tuple((language, words) for language, words in others.items() if words != english)

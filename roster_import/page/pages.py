"""Templates filled in: whatever is put into one is escaped, and what is said is said in the reader's language.

A template holds no sentence: it is given what a module says (`say`), and an environment of each language puts it into
words as it is printed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from roster_import.language.catalogues import ENGLISH, LANGUAGES
from roster_import.language.translations import in_language
from roster_import.page.phrases import PHRASES
from roster_import.page.site import site_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

LANGUAGE_COOKIE = "language"
STATIC = Path(__file__).with_name("static")
_TEMPLATES = Path(__file__).with_name("templates")
_NAMES = {"en": "English", "da": "Dansk", "de": "Deutsch"}


def answer(
    request: Request, template: str, *, status: int = 200, language: str | None = None, **given: object
) -> HTMLResponse:
    """A page made of a template; `language` is the one that is meant where the reader has chosen none."""
    spoken = language_of(request, language)
    text = (
        _environment(spoken)
        .get_template(template)
        .render(
            {
                "request_path": request.url.path,
                "language": spoken,
                "languages": {code: _NAMES.get(code, code) for code in LANGUAGES},
                "words": PHRASES,
                **given,
            }
        )
    )
    return HTMLResponse(text, status_code=status)


def language_of(request: Request, meant: str | None = None) -> str:
    """The language of a reader: as chosen on the page, else the one that is meant, else the browser's, else the settings'."""
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    for language in (chosen, meant, site_of(request).settings.language, *_accepted(request)):
        if language in LANGUAGES:
            return language
    return ENGLISH


def browser_language(request: Request) -> str | None:
    """The first language a browser asks for that we speak."""
    return next((language for language in _accepted(request) if language in LANGUAGES), None)


def _accepted(request: Request) -> list[str]:
    """The languages a browser asks for, the most wanted first (RFC 9110, 12.5.4); browsers send them in that order."""
    said = request.headers.get("accept-language", "")[:200]
    return [part.partition(";")[0].strip().partition("-")[0].lower() for part in said.split(",")]


@cache
def _environment(language: str) -> Environment:
    def worded(value: Any) -> Any:
        return value if isinstance(value, Markup) or not isinstance(value, str) else in_language(value, language)

    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=worded,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["in_words"] = lambda value: str(worded(value))
    return made


def worded(words: Mapping[str, str], language: str) -> dict[str, str]:
    """Phrases as plain words of a language, for what is no template."""
    return {name: str(in_language(said, language)) for name, said in words.items()}

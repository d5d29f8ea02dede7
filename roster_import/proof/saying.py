"""What is said of a shirt or logo, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.proof.markup import Html, element, joined
from roster_import.proof.page import LogoPart, Shirt
from roster_import.speech import in_language
from roster_import.wording import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model import Origin, Problem
    from roster_import.proof.wording import Wording


def level_of(problems: Iterable[Problem]) -> str | None:
    """The worst of what is said: `error`, `warning`, or None where nothing is."""
    levels = {problem.level for problem in problems}
    return "error" if "error" in levels else "warning" if levels else None


def mark(level: str) -> Html:
    """A triangle with a bang in it; words beside it say the same."""
    return element("svg", element("use", href="#mark"), class_="mark", viewBox="0 0 20 18", aria_hidden="true")


def problem_items(problems: Sequence[Problem], words: Wording) -> Html:
    """Problems as a list, each with its place."""
    items = (element("li", *_sentence(one, words), **_english(one, words)) for one in problems)
    return element("ul", *items, class_="problems")


def problems_of(problems: Sequence[Problem], words: Wording) -> Html | None:
    """The problems of one shirt, each with a mark and the word for how bad it is."""
    if not problems:
        return None
    names = {"error": words.texts.error, "warning": words.texts.warning}
    items = (
        element("li", element("span", mark(one.level), " ", names[one.level], class_="what"), " ",
                element("span", *_sentence(one, words), **_english(one, words)), class_=one.level)
        for one in problems
    )  # fmt: skip
    return element("ul", *items, class_="problems")


def _english(problem: Problem, words: Wording) -> dict[str, str]:
    """Words of an order system, say, are in English whatever the page's language is, and marked so."""
    return {} if words.texts.language == "en" or isinstance(problem.message, Said) else {"lang": "en"}


def _sentence(problem: Problem, words: Wording) -> tuple[Html, ...]:
    language = words.texts.language
    place = element("span", in_language(problem.place, language), class_="place") if problem.place else None
    return (joined(place, in_language(problem.message, language), between=" "),)


def card_title(one: Shirt | LogoPart, words: Wording) -> Html:
    """What a shirt or logo is called in a list: number and name, else whom it is for, else its size; and its design."""
    if isinstance(one, LogoPart):
        return element("bdi", " ".join(filter(None, (one.logo.label, one.printed))))
    return joined(element("bdi", called(one, words)), element("span", one.design, class_="code"), between=" ")


def called(one: Shirt, words: Wording) -> str:
    """What a shirt is called by what is printed on it, else by whom it is for, its size, or its row."""
    values = [value.value for value in one.values]
    printed = " ".join(filter(None, (one.number, one.name, *values))) or ", ".join(one.players)
    size = f"{words.texts.size} {one.size}" if one.size else ""
    return printed or size or places(one.origins)


def places(origins: Iterable[Origin]) -> str:
    """Where rows stand: `Roster 7, 9`."""
    sheets: dict[str, list[str]] = {}
    for origin in origins:
        sheets.setdefault(origin.sheet, []).append(str(origin.row))
    return "; ".join(f"{sheet} {', '.join(rows)}" for sheet, rows in sheets.items())

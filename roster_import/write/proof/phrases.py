"""What is said of a shirt or logo, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import Said
from roster_import.language.translations import in_language
from roster_import.write.proof.markup import Html, element, joined
from roster_import.write.proof.parts import LogoPart, Shirt, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.order import DesignRef, LogoRef
    from roster_import.model.problem import Origin, Problem
    from roster_import.write.proof.parts import Remark
    from roster_import.write.proof.wording import Wording

_MOST_PLACES = 6  # cells named of those that one sentence is about
_MOST_LINKS = 20  # and shirts


def level_of(said: Iterable[Problem | Remark]) -> str | None:
    """The worst of what is said: `error`, `warning`, or None where nothing is."""
    levels = {one.level for one in said}
    return "error" if "error" in levels else "warning" if levels else None


def mark(level: str) -> Html:
    """A triangle with a bang in it; words beside it say the same."""
    return element("svg", element("use", href="#mark"), class_="mark", viewBox="0 0 20 18", aria_hidden="true")


def problem_items(problems: Sequence[Problem], words: Wording) -> Html:
    """Problems as a list, each with its place."""
    items = (
        element("li", _sentence([one.place] if one.place else [], one.message, words), **_english(one.message, words))
        for one in problems
    )
    return element("ul", *items, class_="problems")


def remarks_at(remarks: Sequence[Remark], words: Wording) -> Html | None:
    """What is written out at one shirt or logo, each with a mark and the word for how bad it is."""
    written = [one for one in remarks if one.where is Where.SHIRT]
    return element("ul", *(_remark(one, words) for one in written), class_="problems") if written else None


def remarks_of_all(remarks: Iterable[Remark], words: Wording) -> Html | None:
    """What is said of a group as a whole."""
    found = [one for one in remarks if one.where is Where.GROUP]
    if not found:
        return None
    box = element("ul", *(_remark(one, words) for one in found), class_="problems")
    return element("div", box, class_=f"said {level_of(found)}")


def references_at(remarks: Sequence[Remark], words: Wording) -> Html | None:
    """The numbers of the notes about one shirt or logo."""
    noted = [one for one in remarks if one.where is Where.NOTE]
    if not noted:
        return None
    links = (element("a", str(one.number), href=f"#n{one.number}") for one in noted)
    level = level_of(noted)
    title = words.texts.see_notes[len(noted) > 1]
    return element("p", mark(level or "warning"), " ", title, " ", joined(*links, between=", "), class_=f"refs {level}")


def notes(parts: Sequence[Shirt | LogoPart], remarks: Iterable[Remark], words: Wording) -> Html | None:
    """The notes of a group, each with the shirts or logos it is about."""
    noted = [one for one in remarks if one.where is Where.NOTE]
    if not noted:
        return None
    titles = {part.anchor: _short_title(part, words) for part in parts}
    items = (_note(one, titles, words) for one in noted)
    return element("div", element("h4", words.texts.notes), element("ul", *items, class_="problems"), class_="notes")


def _note(one: Remark, titles: Mapping[str, Html], words: Wording) -> Html:
    links = [element("a", titles[anchor], href=f"#{anchor}") for anchor in one.anchors[:_MOST_LINKS]]
    about = joined(*links, *(["…"] if len(one.anchors) > _MOST_LINKS else []), between=", ")
    number = element("b", str(one.number), class_="nr")
    return _remark(one, words, number, element("span", about, class_="about"), id=f"n{one.number}")


def _remark(one: Remark, words: Wording, before: Html | None = None, behind: Html | None = None, **more: str) -> Html:
    names = {"error": words.texts.error, "warning": words.texts.warning}
    what = element("span", mark(one.level), " ", names[one.level], class_="what")
    sentence = element("span", _sentence(one.places, one.message, words), **_english(one.message, words))
    return element("li", joined(before, what, sentence, behind, between=" "), class_=one.level, **more)


def _english(message: str, words: Wording) -> dict[str, str]:
    """Words of an order system, say, are in English whatever the page's language is, and marked so."""
    return {} if words.texts.language == "en" or isinstance(message, Said) else {"lang": "en"}


def _sentence(places: Sequence[str], message: str, words: Wording) -> Html:
    language = words.texts.language
    named = ", ".join(in_language(place, language) for place in places[:_MOST_PLACES])
    more = ", …" if len(places) > _MOST_PLACES else ""
    place = element("span", named + more, class_="place") if named else None
    return joined(place, in_language(message, language), between=" ")


def card_title(one: Shirt | LogoPart, words: Wording) -> Html:
    """What a shirt or logo is called in a list: number and name, else whom it is for, else its size; and its design."""
    if isinstance(one, LogoPart):
        return _short_title(one, words)
    return joined(_short_title(one, words), element("span", one.design, class_="code"), between=" ")


def _short_title(one: Shirt | LogoPart, words: Wording) -> Html:
    if isinstance(one, LogoPart):
        return element("bdi", " ".join(filter(None, (one.logo.label, one.printed))))
    number = one.number if one.number and called(one, words) != one.number else ""
    rest = called(one, words).removeprefix(f"{number} ") if number else called(one, words)
    return joined(number, element("bdi", rest), between=" ")  # each by itself: one may be written from right to left


def item_title(ref: DesignRef | LogoRef) -> Html:
    """What people call it, and the code or id it is ordered by."""
    code = getattr(ref, "mul", None) or getattr(ref, "sku", None) or (str(ref.id) if ref.id is not None else "")
    beside = element("span", code, class_="code") if code and code != ref.label else None
    return joined(element("bdi", ref.label), beside, between=" ")


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

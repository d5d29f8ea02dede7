"""The words of a proof: counts, dates and countries in the reader's form, what is said of garments, what they are called."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from string import Template
from typing import TYPE_CHECKING

from roster_import.language.catalogues import ENGLISH
from roster_import.language.invisible import on_one_line
from roster_import.language.messages import Said, say, say_n
from roster_import.language.translations import in_document, in_language, locale_of
from roster_import.write.proof.parts import Garment, LogoPart, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from roster_import.model.order import DesignRef, LogoRef, PlaceholderValue
    from roster_import.model.problem import Origin, Problem
    from roster_import.write.proof.parts import Remark


_MOST_PLACES = 6  # cells named of those that one sentence is about
_MOST_LINKS = 20  # and garments


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One of `LANGUAGES`, and how its readers write numbers and dates."""

    language: str

    def said(self, text: str) -> str:
        """A text of ours in the language; what is in it that cannot be seen is shown by the page."""
        return in_document(text, self.language)

    def number(self, count: int) -> str:
        """A whole number, such as 1,000 or 1.000."""
        from babel.numbers import format_decimal

        return str(count) if count < 1000 else format_decimal(count, locale=locale_of(self.language))

    def pieces(self, count: int) -> str:
        """How many garments, such as `2 pieces`."""
        return self.said(say_n("{count} piece", "{count} pieces", count, count=self.number(count)))

    def loose_logos(self, count: int) -> str:
        """How many loose logos, such as `1 loose logo`."""
        return self.said(say_n("{count} loose logo", "{count} loose logos", count, count=self.number(count)))

    def goods(self, pieces: int, logos: int, between: str = " + ") -> str:
        """How much is ordered, in words: garments, and loose logos where there are any."""
        garments = [self.pieces(pieces)] if pieces or not logos else []
        return between.join([*garments, *([self.loose_logos(logos)] if logos else [])])

    def date(self, day: date) -> str:
        """A day in full, such as 21 November 2026."""
        from babel.dates import format_date

        return format_date(day, format="long", locale=locale_of(self.language))

    def country(self, code: str) -> str:
        """The name of a country, or the code where it has none."""
        return str(locale_of(self.language).territories.get(code, code))


# ------------------------------------------------------------------------------------------------------ what is said


def level_of(said: Iterable[Problem | Remark]) -> str | None:
    """The worst of what is said: `error`, `warning`, or None where nothing is."""
    levels = {remark.level for remark in said}
    return "error" if "error" in levels else "warning" if levels else None


def mark(level: str) -> Html:
    """A triangle with a bang in it; words beside it say the same."""
    return element("svg", element("use", href="#mark"), class_="mark", viewBox="0 0 20 18", aria_hidden="true")


def problem_items(problems: Sequence[Problem], words: Wording) -> Html:
    """Problems as a list, each with its place."""
    items = (
        element("li", _sentence([place] if place else [], message, words), **_english(message, words))
        for place, message in ((problem.place, problem.message) for problem in problems)
    )
    return element("ul", *items, class_="problems")


def remarks_at(remarks: Sequence[Remark], words: Wording) -> Html | None:
    """What is written out at one garment or logo, each with a mark and the word for how bad it is."""
    written = [_remark(remark, words) for remark in remarks if remark.where is Where.GARMENT]
    return element("ul", *written, class_="problems") if written else None


def remarks_of_all(remarks: Iterable[Remark], words: Wording) -> Html | None:
    """What is said of a group as a whole."""
    of_all = [remark for remark in remarks if remark.where is Where.GROUP]
    if not of_all:
        return None
    box = element("ul", *(_remark(remark, words) for remark in of_all), class_="problems")
    return element("div", box, class_=f"said {level_of(of_all)}")


def references_at(remarks: Sequence[Remark], words: Wording) -> Html | None:
    """The numbers of the notes about one garment or logo."""
    noted = [remark for remark in remarks if remark.where is Where.NOTE]
    if not noted:
        return None
    links = (element("a", str(note.number), href=f"#n{note.number}") for note in noted)
    level = level_of(noted)
    title = words.said(say_n("see note", "see notes", len(noted)))
    return element("p", mark(level or "warning"), " ", title, " ", joined(*links, between=", "), class_=f"refs {level}")


def notes(parts: Sequence[Garment | LogoPart], remarks: Iterable[Remark], words: Wording) -> Html | None:
    """The notes of a group, each with the garments or logos it is about."""
    noted = [remark for remark in remarks if remark.where is Where.NOTE]
    if not noted:
        return None
    titles = {part.anchor: _short_title(part, words) for part in parts}
    items = (_note(remark, titles, words) for remark in noted)
    return element(
        "div", element("h4", words.said(say("Notes"))), element("ul", *items, class_="problems"), class_="notes"
    )


def _note(note: Remark, titles: Mapping[str, Html], words: Wording) -> Html:
    links = [element("a", titles[anchor], href=f"#{anchor}") for anchor in note.anchors[:_MOST_LINKS]]
    about = joined(*links, *(["…"] if len(note.anchors) > _MOST_LINKS else []), between=", ")
    number = element("b", str(note.number), class_="nr")
    return _remark(note, words, number, element("span", about, class_="about"), id=f"n{note.number}")


def _remark(
    remark: Remark, words: Wording, before: Html | None = None, behind: Html | None = None, **more: str
) -> Html:
    level = words.said(say("Error") if remark.level == "error" else say("Warning"))
    what = element("span", mark(remark.level), " ", level, class_="what")
    sentence = element("span", _sentence(remark.places, remark.message, words), **_english(remark.message, words))
    return element("li", joined(before, what, sentence, behind, between=" "), class_=remark.level, **more)


def _english(message: str, words: Wording) -> dict[str, str]:
    """Words of an order system, say, are in English whatever the page's language is, and marked so."""
    return {} if words.language == ENGLISH or isinstance(message, Said) else {"lang": "en"}


def _sentence(places: Sequence[str], message: str, words: Wording) -> Html:
    language = words.language
    named = ", ".join(in_language(place, language) for place in places[:_MOST_PLACES])
    more = ", …" if len(places) > _MOST_PLACES else ""
    place = element("span", named + more, class_="place") if named else None
    return joined(place, in_language(message, language), between=" ")


# -------------------------------------------------------------------------------------------- what things are called


def card_title(part: Garment | LogoPart, words: Wording) -> Html:
    """What a garment or logo is called in a list: number and name, else whom it is for, else its size; and its design."""
    if isinstance(part, LogoPart):
        return _short_title(part, words)
    return joined(_short_title(part, words), element("span", part.design, class_="code"), between=" ")


def _short_title(part: Garment | LogoPart, words: Wording) -> Html:
    if isinstance(part, LogoPart):
        return element("bdi", " ".join(filter(None, (part.logo.label, part.printed))))
    name = called(part, words)
    number = part.number if part.number and name != part.number else ""
    rest = name.removeprefix(f"{number} ") if number else name
    return joined(number, element("bdi", rest), between=" ")  # each by itself: one may be written from right to left


def item_title(ref: DesignRef | LogoRef) -> Html:
    """What people call it, and the code or id it is ordered by."""
    code = getattr(ref, "mul", None) or getattr(ref, "sku", None) or (str(ref.id) if ref.id is not None else "")
    beside = element("span", code, class_="code") if code and code != ref.label else None
    return joined(element("bdi", ref.label), beside, between=" ")


def called(garment: Garment, words: Wording) -> str:
    """What a garment is called by what is printed on it, else by whom it is for, its size, or its row."""
    values = [value.value for value in garment.values]
    printed = " ".join(filter(None, (garment.number, garment.name, *values))) or ", ".join(garment.players)
    size = f"{words.said(say('Size'))} {garment.size}" if garment.size else ""
    return printed or size or places(garment.origins, words)


def placeholder(value: PlaceholderValue) -> str:
    """The title of a placeholder's own value."""
    return say("Placeholder {id}", id=value.logo_id)


def places(origins: Iterable[Origin], words: Wording) -> str:
    """Where rows stand: `Roster, rows 7, 9`."""
    sheets: dict[str, list[str]] = {}
    for origin in origins:
        sheets.setdefault(origin.sheet, []).append(str(origin.row))
    return "; ".join(words.said(_rows_of(sheet, rows)) for sheet, rows in sheets.items())


def _rows_of(sheet: str, rows: Sequence[str]) -> str:
    return say_n("{sheet}, row {rows}", "{sheet}, rows {rows}", len(rows), sheet=sheet, rows=", ".join(rows))


# -------------------------------------------------------------------------------------------------------------- markup


_VOID = frozenset({"input", "meta"})


class Html(str):
    """Markup that was made here, safe to stand in a page as it is."""

    __slots__ = ()


def element(tag: str, *children: str | None, **attributes: str | int | float | bool | None) -> Html:
    """An element; children and attribute values that are no `Html` are text. None is left out.

    An attribute's name ends in `_` where Python keeps the word for itself, and has `_` for `-` and `.` for `:`.
    """
    given = "".join(_attribute(name, value) for name, value in attributes.items() if value not in (None, False))
    inner = "".join(map(text, (child for child in children if child is not None)))
    return Html(f"<{tag}{given}>" if tag in _VOID else f"<{tag}{given}>{inner}</{tag}>")


def _attribute(name: str, value: object) -> str:
    shown = name.rstrip("_").replace("_", "-")
    return f" {shown}" if value is True else f' {shown}="{escape(on_one_line(str(value)))}"'


def text(words: str) -> Html:
    """Words as text of a page, whatever is in them."""
    return words if isinstance(words, Html) else Html(escape(on_one_line(words)))


def joined(*parts: str | None, between: str = "") -> Html:
    """Parts one after another, with something between those that are there."""
    return Html(text(between).join(text(part) for part in parts if part))


def raw(markup: str) -> Html:
    """Markup that was written by us, letter for letter."""
    return Html(markup)


def filled(template: str, **values: str) -> Html:
    """Markup of ours with its places `$name` filled in; a value that is no `Html` is text there, too."""
    return Html(Template(template).substitute({name: text(value) for name, value in values.items()}))

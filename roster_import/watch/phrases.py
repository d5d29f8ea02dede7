"""How the watch speaks: in the reader's language, with advice that works where nobody has a command line.

Sentences outlive the process in the journal and the heartbeat, where any reader may ask for them: they are kept there in
every language.
"""

from __future__ import annotations

import re
import string
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from roster_import.language.messages import ENGLISH_SPEECH, Said, say_in, templates, term
from roster_import.language.translations import ENGLISH, LANGUAGES, in_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.language.messages import Speech
    from roster_import.model.placement import Placement
    from roster_import.model.report import FileReport

# What is said to somebody who can give an option, as it is said to somebody who has a folder.
ADVICE = templates(
    {
        "The order has no reference, by which it is known and never ordered twice. Fill in Reference at {place}, or give "
        "--reference.": "The order has no reference, by which it is known and never ordered twice. Fill in Reference at "
        "{place}.",
        "The order has no reference, by which it is known and never ordered twice. {label!r} at {place} is no label of the "
        "Order sheet: if that is what it means, write {heading} there, or give --reference.": "The order has no reference, by "
        "which it is known and never ordered twice. {label!r} at {place} is no label of the Order sheet: if that is what it "
        "means, write {heading} there.",
        "The ledger {address} cannot be used: {reason}. No order is begun that cannot be written down, and one that is under "
        "way is not lost: see to the database server, then roster-import resume finishes it.": "The ledger {address} cannot be "
        "used: {reason}. No order is begun that cannot be written down, and one that is under way is not lost: see to the "
        "database server, then the watch goes on by itself.",
        "The order has no reference, by which it is known and never ordered twice. Fill in Reference on the Order sheet, or "
        "give --reference.": "The order has no reference, by which it is known and never ordered twice. Fill in Reference on "
        "the Order sheet.",
        'Sheet {sheet} has no {column} column, and {why}. Add a column headed {column}, or say which one it is with --map "'
        'HEADING={meaning}".': "Sheet {sheet} has no {column} column, and {why}. Add a column headed {column}, or give the "
        "right one that heading.",
        "{columns} holds names, and nothing says whether they are printed on the garments. Say so with --print-name "
        "as-written, --print-name surname or --print-name none, or add a column Name with what is printed.": "{columns} holds "
        "names, and nothing says whether they are printed on the garments. Add a column Name with what is printed, or have "
        "print_name set in the club's roster-import.toml (as-written, surname or none).",
        "Sheets {one} and {other} both order for the same {count} people, so each would be ordered twice. Say which one is "
        'meant with --sheet "{one}", or delete the other.': "Sheets {one} and {other} both order for the same {count} people, "
        "so each would be ordered twice. Delete the one that is not meant.",
        "Columns {one} and {other} are both headed {heading} and say different things. Only one can be meant: rename or empty "
        'the other, or say --map "{other}=ignored".': "Columns {one} and {other} are both headed {heading} and say different "
        "things. Only one can be meant: rename or empty the other.",
        "This row does not say which order it belongs to. Fill in its Order, or give the file one Reference on the Order sheet "
        "or with --reference.": "This row does not say which order it belongs to. Fill in its Order, or give the file one "
        "Reference on the Order sheet.",
        "Reference {reference}: {trouble} Only a person can tell what became of it: look at the order system, then run "
        "roster-import settle {reference}.": "Reference {reference}: {trouble} Only a person can tell what became of it: look "
        "at the order system, then run roster-import settle {reference}, and let the file go.",
        "Reference {reference} was already used at {address} ({placed}), and the settings name {here} now: it would become a "
        "second order. Set the address it was placed at, give this order a reference of its own, or add "
        "--new-order.": "Reference {reference} was already used at {address} ({placed}), and the settings name {here} now: "
        "it would become a second order. Set the address it was placed at, or give this order a reference of its own.",
        "It may be an amendment by a colleague: look at it there. What it has not, roster-import amend --new-order orders.": "It "
        "may be an amendment by a colleague: look at it there.",
        "Order {reference} names by their ids what this roster names by codes, or the other way round: whether they are the same "
        "is not known. Once it is confirmed, roster-import amend may tell; or name them as they were ordered.": "Order "
        "{reference} names by their ids what this roster names by codes, or the other way round: whether they are the same is "
        "not known. Name them as they were ordered.",
        "Reference {reference} was already used for another order ({placed}). Different now: {lines}. Give this order a "
        "reference of its own; to order the additions only, run roster-import amend; to order all of it again, add "
        "--new-order.": "Reference {reference} was already used for another order ({placed}). Different now: {lines}. Give "
        "this order a reference of its own, and leave in it what is to be ordered now.",
        "Run the same command again, or roster-import resume.": "It is tried again by itself.",
        "Once you know, run roster-import settle {reference}; roster-import resume looks again.": "Once you know, run "
        "roster-import settle {reference}; until then the watch looks again.",
        "Give this order a reference of its own, or order it all the same with --new-order.": "Give this order a reference of "
        "its own.",
        "{system} has taken the order but not confirmed it yet{said}. It is not ordered again: roster-import resume, or the "
        "same command again, finishes it.": "{system} has taken the order but not confirmed it yet{said}. It is not ordered "
        "again: the watch asks until it is confirmed.",
        "Reference {reference} was already placed for {theirs} ({number}), and now it is for {mine}: it would become a second "
        "order. Correct the Organization ID, give the order a reference of its own, or add --new-order.": "Reference "
        "{reference} was already placed for {theirs} ({number}), and now it is for {mine}: it would become a second order. "
        "Correct the Organization ID, or give the order a reference of its own.",
        "Columns {one} ({first}) and {other} ({heading}) are both about placeholder {id}, and only one value can be printed. "
        'Delete one of them, or say --map "{heading}=ignored".': "Columns {one} ({first}) and {other} ({heading}) are both "
        "about placeholder {id}, and only one value can be printed. Delete one of them.",
        '{file_name} was read as a single column. Every row holds "{sign}": if that divides its columns, add --delimiter "'
        '{sign}".': '{file_name} was read as a single column. Every row holds "{sign}": if that divides its columns, save the '
        "list as a workbook (.xlsx).",
        '{file_name} does not say how its letters are coded; they were read as {encoding} ("{here}"). If "{there}" is right, '
        "add --encoding {rival}.": "{file_name} does not say how its letters are coded; they were read as {encoding} "
        '("{here}"). If "{there}" is right, save the list as a workbook (.xlsx).',
        'On sheet {sheet}, {column} may mean {one} or {other}. Say which: --map "{key}={first}" or --map "{key}={second}".': ""
        "On sheet {sheet}, {column} may mean {one} or {other}. Give it a heading that says which.",
        'Nothing is ordered from sheet "{name}": {what}, and sheet "{taken}" is the roster. If it should be ordered too, say '
        'so: --sheet "{taken}" --sheet "{name}".': 'Nothing is ordered from sheet "{name}": {what}, and sheet "{taken}" is '
        "the roster. If it should be ordered too, put it into the folder as a file of its own.",
        "A roster is a table with a row for each player or garment under headings such as Name, Number and Size. Add the "
        "headings above your players, or copy the players into our template: roster-import template.": "A roster is a table "
        "with a row for each player or garment under headings such as Name, Number and Size. Add the headings above your "
        "players, or copy the players into our template.",
        "It is ordered again only if the roster changes, or with --new-order.": "It is ordered again only if the roster "
        "changes.",
        "{column} is filled in, but the Design of this row is {titles}, and it is not clear which of them is meant. Name the "
        '{of} in Design too, divided by ";", or empty this cell. If the column is not to be ordered from at all: --map '
        '"{key}=ignored".': "{column} is filled in, but the Design of this row is {titles}, and it is not clear which of them "
        'is meant. Name the {of} in Design too, divided by ";", or empty this cell.',
        'Which design {column} stands for is not clear: {why}. Say which: --map "{key}={meaning}:{example}", or '
        '"{key}=ignored" to order nothing from it.': "Which design {column} stands for is not clear: {why}. Write the title "
        "of the design into its heading, such as {example}.",
    }
)
_OTHERS = tuple(language for language in LANGUAGES if language != ENGLISH)


class _InAFolder(Said):
    """A text whose advice is what works for a file in a watched folder, in whatever language it is said."""

    __slots__ = ("text",)

    text: str

    def __reduce__(self) -> tuple[Any, ...]:
        return in_a_folder, (self.text,)

    def spoken(self, speech: Speech) -> str:
        return _mended(say_in(self.text, _Advising(speech)))


def in_a_folder(text: str) -> Said:
    """The text with advice that works for a file in a watched folder; it can still be said in any language."""
    made = _InAFolder(_mended(_in_english(text)))
    made.text = text
    return made


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


def _in_english(text: str) -> str:
    """The English words; just as they were where there is no advice in them."""
    if not isinstance(text, Said):
        return text
    plain, advising = text.spoken(ENGLISH_SPEECH), text.spoken(_Advising(ENGLISH_SPEECH))
    return advising if advising != plain else str(text)


class _Advising:
    """A language, but for the advice."""

    def __init__(self, speech: Speech) -> None:
        self.language, self.shown = speech.language, speech.shown
        self.counted, self.amount, self.day = speech.counted, speech.amount, speech.day
        self._speech = speech

    def template(self, english: str, context: str = "") -> str:
        return self._speech.template(ADVICE.get(english, english), context)


# ------------------------------------------------------------------- words that came through the ledger, English only


def _mended(text: str) -> str:
    """Plain text with the sentences of `ADVICE` in it told anew."""
    if "--" not in text and "roster-import" not in text:
        return text
    for pattern, parts in _patterns():
        text = pattern.sub(partial(_filled, parts), text)
    return text


def _filled(parts: tuple[tuple[str, str | None], ...], match: re.Match[str]) -> str:
    return "".join(literal + (match[name] if name else "") for literal, name in parts)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], tuple[tuple[str, str | None], ...]], ...]:
    return tuple((re.compile("".join(_pieces(before))), tuple(_parts(after))) for before, after in ADVICE.items())


def _parts(template: str) -> Iterator[tuple[str, str | None]]:
    yield from ((literal, name) for literal, name, _, _ in string.Formatter().parse(template))


def _pieces(template: str) -> Iterator[str]:
    seen: set[str] = set()
    for literal, name in _parts(template):
        yield re.escape(literal)
        if name:
            yield f"(?P={name})" if name in seen else f"(?P<{name}>.+?)"
            seen.add(name)

"""Every sentence of the source stands in every catalogue, and nothing else does."""

from __future__ import annotations

import ast
import re
import string

import pytest

from roster_import.language.catalogues import catalogue_path, translations, words
from roster_import.language.messages import HEADING
from tests.language.messages import PACKAGE, TRANSLATED, calls, completed, key_of, messages, read_catalogue, written

# Words of English that are no words of Danish or German, nor of commands and settings.
ENGLISH = re.compile(
    r"\b(the|and|is|are|was|of|with|not|or|it|this|row|sheet|write|correct|there|has)\b", re.IGNORECASE
)
QUOTED = re.compile(r"\{[^}]*\}|--[a-z-]+|\[[a-z]+\]|\bas-written\b|=ignored|roster-import [a-z]+|\bis\b(?= er)")


def texts(string: object) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)  # type: ignore[arg-type]


@pytest.fixture(scope="module", params=TRANSLATED)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def catalogue(language):
    return {key_of(entry): entry for entry in read_catalogue(language) if entry.id}


def test_every_sentence_is_translated(catalogue):
    missing = [one.key for one in messages() if one.key not in catalogue or not all(texts(catalogue[one.key].string))]
    assert missing == [], "make messages adds them; then translate"


def test_nothing_is_fuzzy_or_left_over(language, catalogue):
    assert [one.id for one in catalogue.values() if one.fuzzy] == []
    assert set(catalogue) - {one.key for one in messages()} == set()
    assert list(read_catalogue(language).obsolete) == []


def test_a_catalogue_is_read_as_the_tools_of_translators_read_it(language, catalogue):
    assert translations(language) == {key: texts(entry.string) for key, entry in catalogue.items()}
    assert words(language) == {key: found for key, found in translations(language).items() if key[0]}


@pytest.mark.parametrize(
    ("context", "english", "danish", "german"),
    [
        ("heading", "Name", "Navn på ryg", "Aufdruck"),
        ("", "Name", "Navn", "Name"),
        ("heading", "Total", "I alt", "Gesamt"),
        ("proof", "Total", "I alt", "Summe"),
        ("heading", "Comment", "Kommentar", "Kommentar"),
        ("", "Comment", "Bemærkning", "Bemerkung"),
        ("proof", "no size", "ingen størrelse", "keine Größe"),
        ("", "no size", "uden størrelse", "ohne Größe"),
    ],
)
def test_a_context_keeps_apart_what_is_one_word_in_english(context, english, danish, german):
    found = [translations(language)[context, english] for language in ("da", "de")]
    assert found == [(danish,), (german,)]


def test_a_translation_has_the_places_of_its_sentence(catalogue):
    def fields(template: str) -> set[str]:
        return {field for _, field, _, _ in string.Formatter().parse(template) if field}

    wrong = {
        text: one.id
        for one in catalogue.values()
        for text in texts(one.string)
        if fields(text) != fields(texts(one.id)[-1])
    }
    assert wrong == {}


def test_quoted_values_stay_quoted(catalogue):
    def quoted(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)!r\}", text))

    assert [one.id for one in catalogue.values() if quoted(texts(one.string)[0]) != quoted(texts(one.id)[0])] == []


def test_options_are_not_translated(catalogue):
    def options(text: str) -> set[str]:
        return set(re.findall(r"--[a-z][a-z-]+|ROSTER_IMPORT_\w+|roster-import [a-z]+\b", text))

    different = [
        one.id
        for one in catalogue.values()
        for text in texts(one.string)
        if {word for word in options(text) if word.startswith(("--", "ROSTER"))}
        != {word for word in options(texts(one.id)[-1]) if word.startswith(("--", "ROSTER"))}
    ]
    assert different == []


def test_no_english_is_left_in_a_translation(language, catalogue):
    found = {}
    for one in catalogue.values():
        for text in texts(one.string):
            words = {word.casefold() for word in ENGLISH.findall(QUOTED.sub(" ", text))} - ALSO.get(language, set())
            if words:
                found[text] = words
    assert found == {}


ALSO = {"da": {"is", "of"}, "de": {"was"}}  # words of English that are words of the language, too


def test_the_closing_of_a_sentence_stays(catalogue):
    """A sentence that ends is not continued by its translation, nor the other way round."""
    ends = (".", "?", ":", "…")
    wrong = [
        one.id
        for one in catalogue.values()
        for text in texts(one.string)
        if text.endswith(ends) != texts(one.id)[-1].endswith(ends) and one.context != HEADING  # Leveringspostnr.
    ]
    assert wrong == []


def test_a_catalogue_is_as_make_messages_writes_it(language):
    assert catalogue_path(language).read_bytes() == written(completed(language))


def test_templates_are_written_out_where_they_are_said():
    """What is only put together as the program runs, no catalogue can have."""
    hidden = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent.name != "language"
        for call in calls(path)
        if call.func.id != "templates" and not _is_written_out(call)
    ]
    assert hidden == []


def _is_written_out(call: ast.Call) -> bool:
    texts = call.args[: 2 if call.func.id == "say_n" else 1]  # type: ignore[attr-defined]
    return all(isinstance(text, ast.Constant) for text in texts) or isinstance(texts[0], ast.Subscript)

"""The sentences of the source, and the catalogues that translate them; run as `make messages` it adds what is missing."""

from __future__ import annotations

import ast
import io
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from roster_import.cli.help_page import CONTEXT as HELP
from roster_import.cli.help_page import paragraphs_of
from roster_import.language.catalogues import ENGLISH, LANGUAGES, catalogue_path
from roster_import.language.messages import HEADING
from roster_import.model.option import declared
from roster_import.pipeline import options
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TRANSLATED = tuple(language for language in LANGUAGES if language != ENGLISH)
SPOKEN_IN_TESTS = ("da", "de")  # whose sentences tests have written out
PACKAGE = REPOSITORY / "roster_import"
SAYING = ("say", "say_n", "heading", "templates")
CONTEXT_AT = {"say": 1, "say_n": 3}  # the argument that is the context


@dataclass(frozen=True, slots=True)
class Message:
    """A template of the source: one text, or two where it is counted; with its context where it has one."""

    id: str | tuple[str, str]
    path: str
    context: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What a catalogue knows it by."""
        return self.context, _first(self.id)


@cache
def messages() -> tuple[Message, ...]:
    """Every template, in the order of the files and of the lines in them; of equal ones the first."""
    known: dict[object, Message] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for message in in_source(path):
            known.setdefault(message.key, message)
    return tuple(known.values())


def in_source(path: Path) -> Iterator[Message]:
    """The templates of one file; where commands and options are declared, what help says of them too."""
    place = str(path.relative_to(REPOSITORY))
    if place in HELP_IN:
        for text in HELP_IN[place](_module(path)):
            yield Message(text, place, HELP)
    for call in calls(path):
        for template in templates_of(call):
            yield Message(template, place, context_of(call))


def _sentences_of_commands(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and node.decorator_list:
            yield from paragraphs_of(ast.get_docstring(node) or "")


def _sentences_of_options(_: ast.Module) -> Iterator[str]:
    for command in filter(is_dataclass, vars(options).values()):
        yield from (option.says for _, option in declared(command) if option.says)  # type: ignore[arg-type]


HELP_IN = {
    "roster_import/cli/main.py": _sentences_of_commands,
    "roster_import/pipeline/options.py": _sentences_of_options,
}


def _module(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def calls(path: Path) -> list[ast.Call]:
    """The calls of `say`, `say_n`, `heading` and `templates` in a file, from top to bottom."""
    plain = [node for node in ast.walk(_module(path)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    named = [call for call in plain if call.func.id in SAYING]  # type: ignore[attr-defined]
    return sorted(named, key=lambda call: (call.lineno, call.col_offset))


def templates_of(call: ast.Call) -> list[str | tuple[str, str]]:
    name = call.func.id  # type: ignore[attr-defined]
    if name == "templates":
        (table,) = call.args
        assert isinstance(table, ast.Dict), "templates are marked as a dict, written out"
        return [ast.literal_eval(value) for value in table.values]
    if not isinstance(call.args[0], ast.Constant):
        return []
    texts = [ast.literal_eval(text) for text in call.args[: 2 if name == "say_n" else 1]]
    return [(texts[0], texts[1])] if name == "say_n" else [texts[0]]


def context_of(call: ast.Call) -> str:
    """The context a call gives its template: that of headings, or what it says behind its templates."""
    name, place = call.func.id, CONTEXT_AT.get(call.func.id)  # type: ignore[attr-defined]
    if place is None or len(call.args) <= place:
        return HEADING if name == "heading" else ""
    return str(ast.literal_eval(call.args[place]))


def read_catalogue(language: str) -> Catalog:
    """A catalogue as the tools of translators read it."""
    with catalogue_path(language).open("rb") as file:
        return read_po(file, abort_invalid=True)


def completed(language: str) -> Catalog:
    """The catalogue with every message of the source: those it has, and the missing ones without a translation.

    What has got a context keeps its translation.
    """
    before = read_catalogue(language)
    known = {key_of(entry): entry for entry in before if entry.id}
    whole = Catalog(
        locale=before.locale_identifier,
        project="roster-import",
        fuzzy=False,
        header_comment=f"# {language}: every sentence people read.",
    )
    for message in messages():
        old = known.get(message.key) or known.get(("", message.key[1]))
        string = old.string if old and old.pluralizable == isinstance(message.id, tuple) else None
        whole.add(message.id, string, locations=[(message.path, 0)], context=message.context or None)
    return whole


def key_of(entry: Any) -> tuple[str, str]:
    """What an entry of a catalogue is known by: its context and its (first) template."""
    return entry.context or "", _first(entry.id)


def _first(templates: str | tuple[str, str]) -> str:
    return templates if isinstance(templates, str) else templates[0]


def written(catalogue: Catalog) -> bytes:
    """The catalogue as its file has it; without line numbers, which would change with every edit."""
    out = io.BytesIO()
    write_po(out, catalogue, width=118, include_lineno=False, omit_header=False, sort_output=False)
    # The header's dates would make two files of one catalogue.
    lines = out.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_CHANGING)).encode()


_CHANGING = (
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Generated-By',
    '"Last-Translator',
    '"Report-Msgid-Bugs-To',
    '"Language-Team',
    '"Project-Id-Version',
    '"MIME-Version',
)

if __name__ == "__main__":
    for each in TRANSLATED:
        catalogue_path(each).write_bytes(written(completed(each)))
        empty = sum(1 for entry in read_catalogue(each) if entry.id and not _first(entry.string or ""))
        print(f"{catalogue_path(each).relative_to(REPOSITORY)}: {empty} sentences have no translation")

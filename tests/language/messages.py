"""The sentences of the source, and the catalogues that translate them; run as `make messages` it adds what is missing."""

from __future__ import annotations

import ast
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from roster_import.language.translations import read_catalogue
from roster_import.model.columns import LANGUAGES
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
PACKAGE = REPOSITORY / "roster_import"


@dataclass(frozen=True, slots=True)
class Message:
    """A template of the source: one text, or two where it is counted."""

    id: str | tuple[str, str]
    path: str


def messages() -> list[Message]:
    """Every template, in the order of the files and of the lines in them; of equal ones the first."""
    found: dict[object, Message] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for message in in_source(path):
            found.setdefault(message.id, message)
    return list(found.values())


def in_source(path: Path) -> Iterator[Message]:
    """The templates of one file."""
    place = str(path.relative_to(REPOSITORY))
    for call in calls(path):
        for template in templates_of(call):
            yield Message(template, place)


def calls(path: Path) -> list[ast.Call]:
    """The calls of `say`, `say_n` and `templates` in a file, from top to bottom."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    found = [node for node in ast.walk(module) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    named = [call for call in found if call.func.id in ("say", "say_n", "templates")]  # type: ignore[attr-defined]
    return sorted(named, key=lambda call: (call.lineno, call.col_offset))


def templates_of(call: ast.Call) -> list[str | tuple[str, str]]:
    name = call.func.id  # type: ignore[attr-defined]
    if name == "templates":
        (table,) = call.args
        assert isinstance(table, ast.Dict), "templates are marked as a dict, written out"
        return [ast.literal_eval(value) for value in table.values]
    if not isinstance(call.args[0], ast.Constant):
        return []
    texts = [ast.literal_eval(one) for one in call.args[: 2 if name == "say_n" else 1]]
    return [(texts[0], texts[1])] if name == "say_n" else [texts[0]]


def path_of(language: str) -> Path:
    return PACKAGE / "language" / "locale" / language / "LC_MESSAGES" / "roster_import.po"


def completed(language: str) -> Catalog:
    """The catalogue with every message of the source: those it has, and the missing ones without a translation."""
    known = {_key(one.id): one for one in read_catalogue(language) if one.id}
    whole = Catalog(
        locale=language,
        project="roster-import",
        fuzzy=False,
        header_comment=f"# {language}: every sentence people read.",
    )
    for message in messages():
        old = known.get(_key(message.id))
        string = old.string if old and old.pluralizable == isinstance(message.id, tuple) else None
        whole.add(message.id, string, locations=[(message.path, 0)])
    return whole


def _key(message: object) -> str:
    return message if isinstance(message, str) else str(message[0])  # type: ignore[index]


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
        path_of(each).write_bytes(written(completed(each)))
        empty = sum(1 for one in read_catalogue(each) if one.id and not _key(one.string or ""))
        print(f"{path_of(each).relative_to(REPOSITORY)}: {empty} sentences have no translation")

"""GraphQL documents, as much of the language as callers of JTL need: operations, variables, aliases; no fragments."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(
    r'"""(?:[^"]|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|\w+|\.\.\.|[!$():=@\[\]{}|&]'
)
_SKIPPED = re.compile(r"(?:[\s,\ufeff]|#[^\n]*)*")
_CONSTANTS: Mapping[str, Any] = {"true": True, "false": False, "null": None}
_END = ""


class LanguageError(Exception):
    """A document that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field that is asked for: under which key, with which arguments, and what of it; no selection: a leaf."""

    name: str
    key: str
    arguments: Mapping[str, Any]
    selection: tuple[Field, ...]


def read_document(text: str, variables: Mapping[str, Any], operation: str = "") -> tuple[str, tuple[Field, ...]]:
    """The kind of the operation, query or mutation, and its fields; raises LanguageError."""
    reader = _Reader(text, variables)
    operations: list[tuple[str, str, tuple[Field, ...]]] = []
    while reader.ahead != _END:
        operations.append(reader.operation())
    chosen = [known for known in operations if not operation or known[1] == operation]
    if len(chosen) != 1:
        raise LanguageError("The document must have one operation, or the request must name one.")
    return chosen[0][0], chosen[0][2]


class _Reader:
    def __init__(self, text: str, variables: Mapping[str, Any]) -> None:
        self._tokens = _tokens(text)
        self._place = 0
        self._variables = dict(variables)

    @property
    def ahead(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else _END

    def operation(self) -> tuple[str, str, tuple[Field, ...]]:
        if self.ahead == "{":
            return "query", "", self._selection()
        kind = self._take()
        if kind not in ("query", "mutation"):
            raise LanguageError(f"“{kind}” is no operation that is served here.")
        name = self._take() if self.ahead not in ("{", "(") else ""
        if self.ahead == "(":
            self._defaults()
        return kind, name, self._selection()

    def _defaults(self) -> None:
        """Variables' types are passed over; a default counts where nothing was sent."""
        self._expect("(")
        while self.ahead != ")":
            if self._take() == "$":
                name = self._take()
            elif self.ahead == "=":
                self._take()
                self._variables.setdefault(name, self._value())
        self._expect(")")

    def _selection(self) -> tuple[Field, ...]:
        self._expect("{")
        fields = []
        while self.ahead != "}":
            fields.append(self._field())
        self._expect("}")
        return tuple(fields)

    def _field(self) -> Field:
        key = name = self._name()
        if self.ahead == ":":
            self._take()
            name = self._name()
        arguments = self._members("(", ")") if self.ahead == "(" else {}
        selection = self._selection() if self.ahead == "{" else ()
        return Field(name=name, key=key, arguments=arguments, selection=selection)

    def _members(self, opening: str, closing: str) -> dict[str, Any]:
        self._expect(opening)
        members = {}
        while self.ahead != closing:
            name = self._name()
            self._expect(":")
            members[name] = self._value()
        self._expect(closing)
        return members

    def _value(self) -> Any:
        if self.ahead == "{":
            return self._members("{", "}")
        if self.ahead == "[":
            return self._list()
        if self.ahead == "$":
            self._take()
            return self._variables.get(self._name())
        token = self._take()
        if token.startswith('"""'):
            return token[3:-3].strip()
        if token[0] in '"-0123456789':
            return _constant(token)
        return _CONSTANTS.get(token, token)

    def _list(self) -> list[Any]:
        self._expect("[")
        values = []
        while self.ahead != "]":
            values.append(self._value())
        self._expect("]")
        return values

    def _name(self) -> str:
        token = self._take()
        if not token.isidentifier():
            raise LanguageError(f"A name is expected in place of “{token}”.")
        return token

    def _expect(self, token: str) -> None:
        if self._take() != token:
            raise LanguageError(f"“{token}” is expected.")

    def _take(self) -> str:
        token = self.ahead
        if token == _END:
            raise LanguageError("The document ends too early.")
        self._place += 1
        return token


def _constant(token: str) -> Any:
    try:
        return json.loads(token)
    except ValueError as error:
        raise LanguageError(f"“{token}” is no value.") from error


def _tokens(text: str) -> list[str]:
    tokens, place = [], _skipped(text, 0)
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise LanguageError(f"“{text[place]}” is not expected.")
        tokens.append(match.group())
        place = _skipped(text, match.end())
    return tokens


def _skipped(text: str, place: int) -> int:
    match = _SKIPPED.match(text, place)
    return match.end() if match else place

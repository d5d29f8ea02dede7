"""Sentences as JSON data, and back again: how they cross from a process that handles strangers' files."""

from __future__ import annotations

import string
from typing import Any

from roster_import.language.messages import Sentence, say, say_n


def as_data(text: str) -> Any:
    """A sentence as JSON data that `from_data` understands: its templates with their values; other text as it is."""
    if not isinstance(text, Sentence) or text.context:
        return str(text)
    return {
        "say": [text.template, text.many, text.counted],
        "with": {name: _value_as_data(value) for name, value in text.values.items()},
    }


def _value_as_data(value: object) -> Any:
    if isinstance(value, int | float):
        return value
    return as_data(value) if isinstance(value, str) else str(value)  # a path


def from_data(data: Any) -> str:
    """The text `as_data` told. Raises `TypeError`, `ValueError` or `KeyError` for what it can never have told."""
    if isinstance(data, str):
        return data
    (one, many, count), values = data["say"], data["with"]
    if not isinstance(count, int):
        raise TypeError("a count was expected")
    for template in (one, many) if many is not None else (one,):
        _check_template(template, values)
    told = {name: from_data(value) if isinstance(value, str | dict) else value for name, value in values.items()}
    return say(one, **told) if many is None else say_n(one, many, count, **{**told, "count": count})


def _check_template(template: object, values: object) -> None:
    """It may come from a process that handles strangers' files: plain fields only, each with a plain value."""
    if not isinstance(template, str) or not isinstance(values, dict):
        raise TypeError("a template with its values was expected")
    if any(not isinstance(value, str | int | float | dict) for value in values.values()):
        raise TypeError("plain values were expected")
    for _, field, form, conversion in string.Formatter().parse(template):
        if field is not None and (field not in values or form not in ("", ",", "g") or conversion not in (None, "r")):
            raise ValueError("a template of ours has plain fields only")

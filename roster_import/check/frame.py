"""The frame of texts and verdicts, judged in one go; pandas and pandera live here alone.

No coercion: one junk cell must not hide the verdict on another (pandera › Lazy validation). What comes in and goes out
are plain texts, so that it may as well be judged in a process that has nothing else loaded.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

import pandas as pd

from roster_import.check.written_numbers import digits_only, orderable, positive, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Columns: TypeAlias = "Mapping[str, Sequence[str]]"
"""Columns of texts alike in length, by name."""

Failure: TypeAlias = tuple[int, str, str]
"""What fails: its position, its column, the code."""


@contextmanager
def _without_hypothesis() -> Iterator[None]:
    """Keep pandera from loading hypothesis (170 ms), which it does to draw test data wherever it finds it installed.

    Only for the length of the block, and only where it is not loaded already: tests that use hypothesis are not touched.
    """
    if "hypothesis" in sys.modules:
        yield
        return
    sys.modules["hypothesis"] = None  # type: ignore[assignment]  # the import system's own way to say "not there"
    try:
        yield
    finally:
        del sys.modules["hypothesis"]


with _without_hypothesis():
    import pandera.pandas as pa

    import_module("pandera.backends.pandas.builtin_checks")  # what the first validation would load, outside the block


def failures(columns: Columns) -> list[Failure]:
    """What fails, check by check.

    A column `number`, `quantity` or `storage-quantity` is judged by its texts; any other holds verdicts, each empty or the
    code of what is wrong. What is empty passes every check, and of most rosters most columns are: they are left out, for
    each costs pandera as much as one that has something in it.
    """
    said = {name: texts for name, texts in columns.items() if any(texts)}
    try:
        _schema(tuple(columns)).validate(pd.DataFrame(said, dtype=object), lazy=True)
    except pa.errors.SchemaErrors as errors:
        return [case for error in errors.schema_errors for case in _cases(error)]
    return []


def _cases(error: Any) -> Iterable[Failure]:
    column, check = str(error.schema.name), error.check.name
    for case in error.failure_cases.to_dict("records"):
        yield int(case["index"]), column, str(case["failure_case"]) if check == "verdict" else check


@cache
def _schema(names: Sequence[str]) -> pa.DataFrameSchema:
    texts = {
        "number": [_each("number-not-digits", digits_only)],
        "quantity": [
            _each("quantity-not-whole", whole),
            _each("quantity-not-positive", positive),
            _each("quantity-too-large", orderable),
        ],
        "storage-quantity": [_each("storage-quantity-not-whole", digits_only)],
    }
    return pa.DataFrameSchema(
        {name: pa.Column(None, texts.get(name) or _no_verdict(), required=False) for name in names}
    )


def _each(code: str, test: Callable[[str], bool]) -> pa.Check:
    """The check of every text by a test, which is asked of each different one once."""
    return pa.Check(lambda texts: texts.isin([*filter(test, texts.unique())]), name=code, error=code)


def _no_verdict() -> pa.Check:
    return pa.Check.isin([""], name="verdict")

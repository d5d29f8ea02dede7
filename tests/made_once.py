"""What hundreds of tests do with the same outcome is done once in a process."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any


@functools.cache
def failures() -> Any:
    """Hundreds of tests have the same columns of texts, and pandera takes its time for each: what fails in them is found once."""
    from roster_import.check import frame

    judged, known = frame.failures, {}

    def known_failures(columns: Any) -> list[Any]:
        said = tuple((name, tuple(texts)) for name, texts in columns.items())
        if said not in known:
            known[said] = judged(columns)
        return list(known[said])

    return known_failures


@functools.cache
def ledger() -> Any:
    """Hundreds of tests begin with a new ledger, whose tables are brought up from their first form: here from the last one."""
    from roster_import.place.ledger import forms
    from roster_import.place.ledger.sqlite import SQLiteFile

    bring_up, new = forms._bring_up, SQLiteFile(Path(":memory:"))
    bring_up(new)
    tables = [row["sql"] for row in new.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")]
    new.close()

    def brought_up(database: Any) -> None:
        if isinstance(database, SQLiteFile):
            database.write(lambda: make(database), tables=True)
        if database.form() < forms.VERSION:
            bring_up(database)

    def make(database: SQLiteFile) -> None:
        if database.form() == 0:
            for table in tables:
                database.execute(table)
            database.set_form(forms.VERSION)

    return brought_up

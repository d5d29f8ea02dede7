"""docs/scripts.md beside the documents: every key of what `--json` prints is named there, and every status."""

from __future__ import annotations

import re

import pytest

from roster_import.model.layout import Fate, LayoutKind
from roster_import.model.placement import Status
from roster_import.model.report import FileStatus
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "scripts.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([\w-]+)`", PAGE))
OF_OTHERS = {
    "body",
    "designPrices",
    "events",
}  # an order system's own document; a table by id; named, but made elsewhere
CALLS = {
    "check": ["check", "club.xlsx"],
    "proof": ["proof", "club.xlsx"],
    "import": ["mistaken.xlsx", "club.xlsx"],
    "orders": ["orders"],
    "orders show": ["orders", "show", "PO-2026-0042"],
    "template": ["template"],
    "headings": ["headings"],
    "doctor": ["doctor"],
    "no such file": ["nowhere.xlsx"],
}


def keys_of(document):
    """Every key of a document but those of counts by fate."""
    for item in document if isinstance(document, list) else [document]:
        if isinstance(item, dict):
            yield from item
            for key, value in item.items():
                yield from () if key in ("cells", *OF_OTHERS) else keys_of(value)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    from roster_import.sandbox import SandboxOptions, start
    from tests.conftest import connected

    with start(SandboxOptions(delay=0.0)) as running:
        desk = connected(tmp_path_factory.mktemp("desk"), running.url)
        desk.build()
        desk.build("mistaken.xlsx", (("", "", "1O", "M", 1, "Home kit"), ("", "", "1O", "M", 1, "Home kit")))
        running.ask_for("place:confirm-other-size")
        return {name: desk.quick(*args, "--json").json for name, args in CALLS.items()}


@pytest.mark.parametrize("call", CALLS)
def test_every_key_is_on_the_page(call, printed):
    assert set(keys_of(printed[call])) - NAMED == set()


def test_every_status_is_on_the_page():
    words = {*FileStatus, *Status, *Fate, *LayoutKind} - {Status.SENDING}
    assert {word.value for word in words} <= NAMED

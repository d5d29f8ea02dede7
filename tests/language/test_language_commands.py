"""The commands in Danish and German, against the sandbox: no line people read is its English one."""

from __future__ import annotations

import re

import pytest

from tests.conftest import connected
from tests.language.messages import SPOKEN_IN_TESTS


@pytest.fixture(params=SPOKEN_IN_TESTS)
def language(request):
    return request.param


CALLS = (
    ("import", "club.xlsx"),
    ("import", "club.xlsx"),
    ("check", "club.xlsx"),
    ("orders",),
    ("orders", "--where", "nobody"),
    ("orders", "show", "PO-2026-0042"),
    ("orders", "show", "PO-7"),
    ("orders", "export", "all.csv"),
    ("orders", "export", "all.csv"),
    ("orders", "results", "PO-2026-0042"),
    ("headings",),
    ("headings", "--forget", "all"),
    ("headings", "--forget", "abc"),
    ("settle", "PO-7", "--not-placed"),
    ("settle", "PO-7"),
    ("settle", "PO-2026-0042", "--not-placed"),
    ("resume",),
    ("import", "nothing.xlsx"),
    ("import", "club.xlsx", "--target", "nobody"),
    ("import", "club.xlsx", "--target", "jtl"),
    ("import", "club.xlsx", "--target", "dropday"),
    ("login", "--target", "dropday"),
)


def said(folder, sandbox, language):
    """What every call says in a language, line by line."""
    folder.mkdir()
    desk = connected(folder, sandbox.url)
    desk.build()
    runs = [desk.quick(*call, "--language", language) for call in CALLS]
    return [(run.out + run.err).replace(str(folder), "").splitlines() for run in runs]


def test_no_line_of_a_command_is_left_in_english(tmp_path, sandbox, language):
    english, other = (said(tmp_path / name, sandbox, name) for name in ("en", language))
    assert [len(lines) for lines in english] == [len(lines) for lines in other]
    alike = [
        (call, line)
        for call, ours, theirs in zip(CALLS, english, other, strict=True)
        for line in {*ours} & {*theirs}
        if line.strip() and not is_data(line)
    ]
    assert alike == []


def is_data(line: str) -> bool:
    """A row of a table, which says what was ordered."""
    return bool(re.match(r"  (Home kit|Away kit|[0-9]{4}-)", line))


SETTLED = {
    "da": "PO-2026-0042 er afgjort: sporings-id 4711. Kør roster-import resume for at følge den.\n",
    "de": "PO-2026-0042 ist geklärt: Verfolgungs-ID 4711. Mit roster-import resume wird sie weiterverfolgt.\n",
}
UNSET = {
    "da": "roster-import: For at afgive ordrer hos dropday skal du sætte ROSTER_IMPORT_DROPDAY_API_KEY og "
    "ROSTER_IMPORT_DROPDAY_ACCOUNT_ID (eller [dropday] api_key og account_id i roster-import.toml). Intet blev sendt. "
    "Tilføj --sandbox for at prøve det uden et bestillingssystem.\n",
    "de": "roster-import: Um bei dropday zu bestellen, bitte ROSTER_IMPORT_DROPDAY_API_KEY und "
    "ROSTER_IMPORT_DROPDAY_ACCOUNT_ID setzen (oder [dropday] api_key und account_id in roster-import.toml). Nichts "
    "wurde gesendet. Zum Ausprobieren ohne Bestellsystem --sandbox anfügen.\n",
}


def test_what_a_target_needs_is_said_in_the_language(desk, language):
    desk.build()
    run = desk.quick("import", "club.xlsx", "--target", "dropday", "--language", language)
    assert (run.status, run.err) == (2, UNSET[language])


def test_settling_is_said_in_the_language_and_written_down_in_english(desk, sandbox, language):
    desk.build()
    sandbox.ask_for("place:drop-after-taking*20")
    assert desk.quick("club.xlsx").status == 4
    sandbox.clear_faults()
    run = desk.quick("settle", "PO-2026-0042", "--tracking-id", "4711", "--language", language)
    assert (run.status, run.out) == (0, SETTLED[language])
    assert "settled: tracking id 4711" in desk.quick("orders", "show", "PO-2026-0042").out


HEADS = {
    "da": ["Reference", "Status", "Ordrenummer", "I alt", "Styk", "Hvornår", "Af", "Fil"],
    "de": ["Referenz", "Status", "Bestellnummer", "Gesamt", "Stück", "Wann", "Von", "Datei"],
}
STATUS = {"da": "bestilt", "de": "bestellt"}


def test_the_orders_are_listed_in_the_language(desk, language):
    desk.build()
    desk.quick("club.xlsx")
    head, row = desk.quick("orders", "--language", language).out.splitlines()
    assert re.split(r"  +", head) == HEADS[language]
    assert re.split(r"  +", row)[1] == STATUS[language]


def test_a_missing_detail_is_said_in_whole_sentences(desk):
    desk.build(order={"Reference": "PO-1", "Delivery name": "", "Delivery address": "Stadium Road 1",
                      "Delivery zip": "8800", "Delivery city": "Viborg", "Delivery country": "DK"})  # fmt: skip
    assert (
        "„Lieferung an“ fehlt. Bitte in Order!B2 eintragen oder"
        in desk.quick("check", "club.xlsx", "--language", "de").out
    )

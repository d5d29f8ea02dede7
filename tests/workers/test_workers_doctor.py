"""What the doctor says of the server that a shared ledger lies on."""

from __future__ import annotations

from tests.conftest import connected
from tests.workers.crew import put_orders


def test_the_doctor_looks_at_the_server_its_settings_and_its_clock(tmp_path, sandbox, address, monkeypatch):
    office = connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=address)
    seen = {found["what"]: found for found in office.quick("doctor", "--json").json["findings"]}
    assert seen["server"]["seen"].startswith("PostgreSQL ")
    assert seen["server's clock"] == {
        "ok": True, "what": "server's clock", "seen": "+0 s beside this machine's", "do": None,
    }  # fmt: skip
    assert seen["queue"]["seen"] == "none yet; it is made with the first order put into it"
    assert seen["connections"]["ok"]
    # The tests' own server forgets in a power cut.
    assert seen["durability"] == {
        "ok": False,
        "what": "durability",
        "seen": "what is committed may be lost in a power cut",
        "do": "Set fsync and full_page_writes to on: an order that is forgotten could be placed twice.",
    }
    put_orders(address, sandbox.url, ["PO-1"])
    monkeypatch.setattr("roster_import.pipeline.ledger_server.time.time", lambda: 0.0)
    seen = {found["what"]: found for found in office.quick("doctor", "--json").json["findings"]}
    assert seen["queue"]["seen"] == "there"
    assert (seen["server's clock"]["ok"], seen["server's clock"]["do"]) == (
        False,
        "Set this machine's clock. Orders go by the server's, and come to no harm.",
    )

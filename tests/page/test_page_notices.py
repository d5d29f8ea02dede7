"""The office is told of what is signed, once, also when the server is killed."""

from __future__ import annotations

import json
import sys

from tests.conftest import until
from tests.page.office_desk import signed


def test_the_office_is_told_of_each_signed_list_once(served):
    heard = served.desk.folder / "heard.jsonl"
    code = f"import sys; open({str(heard)!r}, 'a').write(sys.stdin.read().replace(chr(10), ' ') + chr(10))"
    command = ", ".join(json.dumps(part) for part in (sys.executable, "-c", code))
    served.desk.settings(f"[notify]\ncommand = [{command}]\n")
    signed(served)
    served.start()
    until(heard.exists)
    until(lambda: [*(served.state / "notices").glob("*.json")])
    served.restart()
    signed(served, "FC Syd", "trup.xlsx", reference="PO-2")
    until(lambda: len(heard.read_text().splitlines()) > 1)
    told = [json.loads(line) for line in heard.read_text().splitlines()]
    assert [each["subject"] for each in told] == [
        "FC Nord/spillere.xlsx: signed, to be ordered",
        "FC Syd/trup.xlsx: signed, to be ordered",
    ]
    assert told[0]["text"] == (
        "Peter Smith signed FC Nord/spillere.xlsx on 2026-11-29. It waits to be ordered on the office's page."
    )

"""`--json` of the commands that change something: one document that says what was done."""

from __future__ import annotations


def test_settle(desk, sandbox):
    desk.build()
    sandbox.ask_for("place:drop-after-taking*5")
    assert desk.quick("club.xlsx").status == 4
    run = desk.quick("settle", "PO-2026-0042", "--tracking-id", "4711", "--json")
    (order,) = run.json["orders"]
    assert (order["reference"], order["status"], order["trackingId"]) == ("PO-2026-0042", "completed", "4711")
    assert run.err == ""


def test_template(offline):
    assert offline.quick("template", "--json").json == {"version": 1, "path": "roster.xlsx", "notes": []}


def test_release(desk):
    (desk.folder / "in").mkdir()
    desk.build("in/club.xlsx")
    assert desk.quick("watch", "in", "--once").status == 0
    run = desk.quick("release", "in/club.xlsx", "--json")
    assert run.json == {
        "version": 1,
        "files": [
            {
                "path": "in/club.xlsx",
                "released": True,
                "message": "club.xlsx is taken up at the next look of the watch.",
            }
        ],
        "trouble": None,
    }

"""A sheet that says nowhere what its rows are: the design is said once, for all of them."""

from __future__ import annotations

import pytest

from roster_import.cli.terminal import Terminal

HEADINGS = ("Player", "Name", "Number", "Size")
ROWS = (("Ada Holm", "HOLM", "7", "M"), ("Bo Lund", "LUND", "8", "L"))


def instances(sandbox):
    ((design,),) = [order["body"]["designs"] for order in sandbox.orders()]
    return design.get("designId", 298791), [
        (one["name"], one["number"], one["size"], one["quantity"]) for one in design["instances"]
    ]


BOTH = (298791, [("HOLM", "7", "M", 1), ("LUND", "8", "L", 1)])


@pytest.mark.parametrize("design", ["Away kit", "298791", "MUL327187"])
@pytest.mark.parametrize("command", [("import",), ("import", "--yes")])
def test_every_row_is_of_the_design_that_was_named(desk, sandbox, design, command):
    desk.build(headings=HEADINGS, rows=ROWS)
    assert desk.quick(*command, "club.xlsx", "--design", design).status == 0
    assert instances(sandbox) == BOTH


def test_a_size_of_a_garment_is_the_size_of_that_design(desk, sandbox):
    desk.build(headings=("Player", "Name", "Number", "Shirt size"), rows=ROWS)
    assert desk.quick("club.xlsx", "--design", "Away kit").status == 0
    assert instances(sandbox) == BOTH


def test_it_may_be_a_setting(desk, sandbox):
    (desk.folder / "roster-import.toml").write_text('design = "Away kit"\n')
    desk.build(headings=HEADINGS, rows=ROWS)
    assert desk.quick("club.xlsx").status == 0
    assert instances(sandbox) == BOTH


def test_a_column_that_says_it_is_stronger(desk, sandbox):
    desk.build(headings=(*HEADINGS, "Design"), rows=[(*row, "Away kit") for row in ROWS])
    assert desk.quick("club.xlsx", "--design", "Home kit").status == 0
    assert instances(sandbox) == BOTH


def test_the_message_says_how(desk, sandbox):
    desk.build(headings=HEADINGS, rows=ROWS)
    run = desk.quick("--json", "club.xlsx")
    assert [problem["message"] for problem in run.problems] == [
        'Sheet Roster has no column that says which garment each row is. Say it for every row with --design "Home kit" (Home '
        "kit or Away kit), or add a column headed Design."
    ]
    assert sandbox.requests() == []


def test_a_title_that_nobody_knows_is_said_once(desk, sandbox):
    desk.build(headings=HEADINGS, rows=ROWS)
    run = desk.quick("--json", "club.xlsx", "--design", "Third kit")
    assert (run.status, [problem["code"] for problem in run.problems]) == (1, ["design-unknown"])
    assert sandbox.requests() == []


@pytest.mark.parametrize("answer", ["2", "Away kit", "298791"])
def test_on_a_terminal_it_is_asked_with_the_titles(monkeypatch, capsys, answer):

    terminal = Terminal.__new__(Terminal)
    monkeypatch.setattr("click.prompt", lambda asked, **_: answer)
    said = terminal.design("Roster", ("Home kit", "Away kit"), "en")
    assert said == ("Away kit" if answer == "2" else answer)
    shown = capsys.readouterr().err
    assert "Sheet Roster has no column that says which garment each row is." in shown
    assert "  2. Away kit" in shown

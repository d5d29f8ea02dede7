"""What was answered about headings is kept for the next file with the same headings, can be listed, and forgotten."""

from __future__ import annotations

from tests.cli.test_commands import on_terminal

ROWS = (("Anna Smith", "10", "M", "Away kit"), ("Bo Jones", "27", "L", "Away kit"))
LONE = ("Name", "Number", "Size", "Design")


def names(order):
    return [one.get("name") for one in order["body"]["designs"][0]["instances"]]


def test_how_a_lone_name_is_printed_is_remembered_with_the_headings(desk, sandbox):
    desk.build(rows=ROWS, headings=LONE)
    assert desk.quick("club.xlsx").status == 1
    assert desk.quick("club.xlsx", "--print-name", "surname", "--reference", "PO-1").status == 0
    assert desk.quick("club.xlsx", "--reference", "PO-2").status == 0, "not asked again"
    assert [names(order) for order in sandbox.orders()] == [["Smith", "Jones"]] * 2
    desk.build("other.xlsx", rows=ROWS, headings=("Name", "Number", "Size", "Kit"))
    assert desk.quick("other.xlsx").status == 1, "other headings, another question"


def test_what_is_remembered_is_listed_and_forgotten(desk):
    assert desk.quick("headings").out == "Nothing is remembered.\n"
    desk.build(rows=ROWS, headings=LONE)
    desk.quick("club.xlsx", "--print-name", "none", "--map", "Design=design")
    listed = desk.quick("headings").out
    name = listed.split()[0]
    assert listed == f"{name}  Name | Number | Size | Design\n    design = design; names are printed: none\n"
    (found,) = desk.quick("headings", "--json").json["headings"]
    assert found == {
        "id": name,
        "headings": list(LONE),
        "columns": {"design": "design"},
        "printName": "none",
    }
    assert desk.quick("headings", "--forget", "nothing").status == 2
    assert desk.quick("headings", "--forget", name).out == f"Forgotten: {name}.\n"
    assert desk.quick("headings").out == "Nothing is remembered.\n"


def test_no_cell_is_remembered(desk):
    desk.build(rows=ROWS, headings=LONE)
    desk.quick("club.xlsx", "--print-name", "surname")
    assert "Smith" not in (desk.folder / "headings.json").read_text()


def test_an_answer_for_a_file_with_errors_is_not_remembered(desk):
    desk.build(rows=(("Anna Smith", "1O", "M", "Away kit"),), headings=LONE)
    assert desk.quick("club.xlsx", "--print-name", "surname").status == 1
    assert desk.quick("headings").out == "Nothing is remembered.\n"


def test_a_terminal_is_asked_once_for_two_files_with_the_same_headings(desk, sandbox):
    desk.build(rows=ROWS, headings=LONE)
    status, _ = on_terminal(desk, "club.xlsx", answers=["surname", "y"])
    assert status == 0
    desk.build(rows=(*ROWS, ("Cy Young", "3", "S", "Away kit")), headings=LONE, order=None)
    status, shown = on_terminal(desk, "check", "club.xlsx")
    assert "print-name" not in shown


def test_a_broken_memory_is_said(desk):
    desk.build()
    (desk.folder / "headings.json").write_text("{")
    run = desk.quick("club.xlsx")
    assert (run.status, run.err) == (
        2,
        f"roster-import: What was remembered about headings cannot be read from {desk.folder / 'headings.json'}: delete the "
        "file, and answer once more.\n",
    )

"""One mistake is said once, with all its rows; every cell is marked and mended for itself."""

from __future__ import annotations

from openpyxl import load_workbook

KIT = "Away kit"


def players(numbers, design=KIT):
    return tuple((f"P{at}", f"NAME{chr(65 + at % 26)}", number, "M", 1, design) for at, number in enumerate(numbers))


def test_one_value_in_many_rows_is_one_line_with_its_rows(desk):
    desk.build(rows=players(["1", "2", "3", "4"], "Gugelhupf"))
    run = desk.quick("check", "--json", "club.xlsx")
    [problem] = run.file["problems"]
    assert (problem["code"], problem["cell"], problem["rows"]) == (
        "design-unknown", "F2", [{"sheet": "Roster", "row": row} for row in (2, 3, 4, 5)],
    )  # fmt: skip
    assert problem["message"].endswith("It is the same in rows 3 to 5.")
    assert [(other["cell"], other["value"]) for other in problem["alike"]] == [
        ("F3", "Gugelhupf"), ("F4", "Gugelhupf"), ("F5", "Gugelhupf"),
    ]  # fmt: skip


def test_every_cell_of_it_is_marked(desk):
    desk.build(rows=players(["1", "2", "3"], "Gugelhupf"))
    desk.quick("check", "club.xlsx")
    sheet = load_workbook(desk.folder / "club.problems.xlsx")["Roster"]
    first, second, third = (sheet[cell].comment.text for cell in ("F2", "F3", "F4"))
    assert "It is the same in rows 3 and 4." in first
    assert second == third
    assert "the same" not in second


def test_few_values_are_told_apart_and_many_are_one_kind(desk):
    desk.build(rows=players(["a", "b", "c"]))
    assert len(desk.quick("check", "--json", "club.xlsx").file["problems"]) == 3
    desk.build(rows=players([f"#{at}" for at in range(1, 10)]))
    [problem] = desk.quick("check", "--json", "club.xlsx").file["problems"]
    assert problem["message"] == (
        "Number “#1” is not digits only. Write the number as digits, or leave it empty for none. Did you mean 1? It is like "
        "this with 8 more cells of this column, in rows 3 to 10: “#2” (2?), “#3” (3?), “#4” (4?), “#5” (5?), “#6” (6?) and more."
    )
    assert [other["suggestion"] for other in problem["alike"]] == [str(at) for at in range(2, 10)]


def test_many_notes_in_place_of_names_are_one_warning(desk):
    notes = ("TBD", "no name", "kein Name", "-")
    desk.build(rows=tuple((f"P{at}", note, str(at), "M", 1, KIT) for at, note in enumerate(notes, 1)))
    [problem] = [
        each for each in desk.quick("check", "--json", "club.xlsx").file["problems"] if each["code"] == "name-note"
    ]
    assert problem["message"] == (
        "Name “TBD” reads like a note, and would be printed as it stands. Write the name, or empty the cell to print none. It is "
        "like this with 3 more cells of this column, in rows 3 to 5: “no name”, “kein Name” and “-”."
    )


def test_of_a_note_behind_a_name_only_the_name_is_printed_and_alone_it_is_told(desk):
    players = ("Laura Bach (C)", "Ida Holm (C)", "(C)")
    rows = [(who, str(at), "M", KIT) for at, who in enumerate(players, 1)]
    desk.build(headings=("Player", "Number", "Size", "Design"), rows=rows)
    run = desk.quick("check", "--json", "club.xlsx", "--print-name", "surname")
    told = "Name “(C)” reads like a note, and would be printed as it stands. Write the name, or empty the cell to print none."
    assert [(each["cell"], each["message"]) for each in run.problems if each["code"] == "name-note"] == [("A4", told)]


def test_what_has_a_suggestion_is_not_said_with_what_has_none(desk):
    desk.build(rows=players(["#1", "#2", "#3", "#4", "a", "b", "c", "d"]))
    problems = desk.quick("check", "--json", "club.xlsx").file["problems"]
    assert [(problem["cell"], len(problem["alike"])) for problem in problems] == [("C2", 3), ("C6", 3)]


def test_each_safe_suggestion_is_applied_and_said_with_the_others(desk, sandbox):
    desk.build(rows=players([f"#{at}" for at in range(1, 6)]))
    run = desk.quick("--json", "--apply-safe", "club.xlsx")
    assert (run.status, [problem["cell"] for problem in run.file["problems"]]) == (0, ["C2"])
    instances = sandbox.orders()[0]["body"]["designs"][0]["instances"]
    assert [instance["number"] for instance in instances] == ["1", "2", "3", "4", "5"]


def test_a_thousand_rows_of_one_wrong_column_make_a_short_page(desk):
    desk.build(rows=players([f"n{at}" for at in range(1000)]))
    run = desk.quick("check", "club.xlsx")
    assert run.status == 1
    assert len(run.out.splitlines()) < 12

"""What is suggested at the cells of a sheet: the value above a ditto mark, both of two designs, sizes of what is meant."""

from __future__ import annotations

from tests.conftest import CATALOGUE as ITS_CATALOGUE

CATALOGUE = (
    ("Title", "Kind", "ID", "Code", "Type", "Placeholders", "Sizes", "Price"),
    ("Home shirt", "design", 1, None, None, "name, number", "152, S, M, L", None),
    ("Away shirt", "design", 2, None, None, "name, number", "152, S, M, L", None),
    ("Socks", "design", 3, None, None, "none", None, None),
)


def asked(desk, *rows, options=()):
    desk.build(rows=rows, catalogue=CATALOGUE)
    file = desk.quick("check", "--json", *options, "club.xlsx").file
    return {problem["cell"]: problem for problem in file["problems"]}


def suggested(desk, *rows):
    return {cell: problem["suggestion"] for cell, problem in asked(desk, *rows).items()}


def test_a_ditto_mark_stands_for_the_cell_above(desk):
    rows = (
        ("Al", "AL", "7", "M", 1, "Heimtrikot"),
        ("Bo", "BO", "8", "dito", '"', "do."),
        ("Cy", "CY", "9", "〃", 1, '"'),
    )
    assert suggested(desk, *rows) == {
        "F2": "Home shirt", "D3": "M", "E3": "1", "F3": "Home shirt", "D4": "M", "F4": "Home shirt",
    }  # fmt: skip


def test_a_ditto_mark_below_no_size_stands_for_nothing(desk):
    problems = asked(desk, ("Al", None, None, "?", 1, "Socks"), ("Bo", None, None, "dito", 1, "Socks"))
    assert [(cell, problem["code"], problem["suggestion"]) for cell, problem in problems.items()] == [
        ("D2", "size-unclear", None), ("D3", "size-unclear", None),
    ]  # fmt: skip
    assert problems["D2"]["message"] == "“?” says no size, and would be ordered as it stands. Write the size."


def test_an_empty_cell_is_no_ditto_mark(desk):
    [problem] = asked(desk, ("Al", "AL", "7", "M", 1, "Home shirt"), ("Bo", "BO", "8", None, 1, "Home shirt")).values()
    assert (problem["code"], problem["suggestion"]) == ("size-missing", None)


def test_the_size_is_looked_at_in_the_design_that_is_meant(desk):
    assert suggested(desk, ("Al", "AL", "7", "Gr. M", 1, "Heimtrikot")) == {"D2": "M", "F2": "Home shirt"}


def test_two_designs_in_one_cell_are_both_or_so_many(desk):
    problems = asked(desk, ("Al", "AL", "7", "M", 1, "Home + Away"), ("Bo", "BO", "8", "M", 1, "2x Home shirt"))
    assert [(problem["message"], problem["suggestion"]) for problem in problems.values()] == [
        ('Design “Home + Away” names several designs. Divide them by ";": Home shirt; Away shirt.', "Home shirt; Away shirt"),
        ("Design “2x Home shirt” says how many as well. Write Home shirt here, and 2 under Quantity.",
         "Home shirt; Home shirt"),
    ]  # fmt: skip


def test_a_suggestion_for_one_of_several_designs_keeps_the_others(desk):
    assert suggested(desk, ("Al", "AL", "7", "M", 1, "Heimtrikot; Away shirt")) == {"F2": "Home shirt; Away shirt"}
    assert suggested(desk, ("Al", "AL", "7", "M", 1, "Gugelhupf; Away shirt")) == {"F2": None}


def test_a_title_named_twice_is_ordered_twice(desk, sandbox):
    desk.build(rows=(("Al", "AL", "7", "M", 1, "Away kit; Away kit"),))
    assert desk.quick("club.xlsx").status == 0
    [instance] = sandbox.orders()[0]["body"]["designs"][0]["instances"]
    assert instance["quantity"] == 2


def test_where_no_title_fits_the_catalogue_is_told(desk):
    [problem] = asked(desk, ("Al", "AL", "7", "M", 1, "Gugelhupf")).values()
    assert problem["message"] == (
        "Design “Gugelhupf” is not a title of the catalogue, a MUL code or a design id. Correct it, or add it to the Catalogue "
        "sheet. The catalogue has Home shirt, Away shirt and Socks."
    )


def test_a_ladies_size_is_asked_about(desk):
    [problem] = asked(desk, ("Al", "AL", "7", "Damen M", 1, "Home shirt")).values()
    assert (problem["message"], problem["suggestion"]) == (
        "Size “Damen M” is a ladies' size, and Home shirt has none for ladies. Ask which of its sizes is wanted, and write that "
        "one.",
        None,
    )


def test_a_pair_is_one_piece_of_what_is_worn_in_pairs(desk):
    rows = (("Al", None, None, "39-42", "ein Paar", "Socks"), ("Bo", "BO", "8", "M", "ein Paar", "Home shirt"))
    assert suggested(desk, *rows) == {"E2": "1", "E3": None}


def test_no_number_at_all_is_safe_to_apply(desk, sandbox):
    sized = tuple((*row[:6], "M, L" if at else "Sizes", row[7]) for at, row in enumerate(ITS_CATALOGUE))
    desk.build(rows=(("Al", "AL", "keine", "Gr. M", "two", "Away kit"),), catalogue=sized)
    run = desk.quick("--json", "--apply-safe", "club.xlsx")
    assert [problem["message"] for problem in run.file["problems"] if problem["cell"] == "C2"] == [
        "“keine” was taken for none, as --apply-safe asks. The file itself is as it was."
    ]
    [instance] = sandbox.orders()[0]["body"]["designs"][0]["instances"]
    assert ("number" in instance, instance["size"], instance["quantity"]) == (False, "M", 2)

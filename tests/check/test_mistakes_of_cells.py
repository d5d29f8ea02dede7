"""What is wrong with a cell is said while it is still open which garment the rows are."""

from __future__ import annotations

from datetime import date

ROWS = (("Ann", "ANN", "7", "M", 1), ("Bo", "BO", "1O", "M", 0), ("Cy", "CY", "9", "", "two"))
HEADINGS = ("Player", "Name", "Number", "Size", "Quantity")


def said(run):
    return [(problem["code"], problem["cell"]) for problem in run.problems if problem["level"] == "error"]


def test_mistakes_of_numbers_and_counts_stand_beside_the_question_for_the_design(desk):
    desk.build(headings=HEADINGS, rows=ROWS)
    run = desk.quick("check", "--json", "club.xlsx")
    assert said(run) == [
        ("column-missing", None), ("number-not-digits", "C3"), ("quantity-not-positive", "E3"), ("quantity-not-whole", "E4"),
    ]  # fmt: skip
    assert [problem["message"] for problem in run.problems[1:3]] == [
        "Number “1O” is not digits only. Write the number as digits, or leave it empty for none. Did you mean 10?",
        "Quantity “0” orders nothing. Write 1 or more, or delete the row.",
    ]


def test_what_hangs_on_the_design_waits_for_it(desk):
    desk.build(headings=HEADINGS, rows=ROWS)
    run = desk.quick("check", "--json", "club.xlsx", "--design", "Home kit")
    assert ("size-missing", "D4") in said(run)
    assert ("number-not-digits", "C3") in said(run)


def test_a_slip_among_wishes_makes_no_design_of_them(desk):
    wishes = [(*row[:2], row[2], again, *row[3:]) for row, again in zip(ROWS, ("8", "12", "1O"), strict=True)]
    desk.build(headings=("Player", "Name", "1. Wunschnummer", "2. Wunschnummer", "Size", "Quantity"), rows=wishes)
    run = desk.quick("check", "--json", "club.xlsx")
    asked = [
        (each["code"], each["cell"])
        for each in run.problems
        if "=design" in each["message"] or each["cell"] in ("C1", "D1")
    ]
    assert asked == [("column-unclear", "C1")]
    assert ("quantity-not-positive", "F3") in said(run)


def test_numbers_that_became_dates_may_be_one_of_two_each_for_itself(desk):
    dates = (
        ("Ann", "ANN", date(2026, 7, 10), "M", 1),
        ("Bo", "BO", date(2026, 9, 9), "M", 1),
        ("Cy", "CY", "7", "M", 1),
    )
    desk.build(headings=HEADINGS, rows=dates)
    run = desk.quick("check", "--json", "club.xlsx", "--design", "Home kit")
    assert [(each["code"], each["cell"], each["message"]) for each in run.problems if each["level"] == "error"] == [
        (
            "number-is-date",
            "C2",
            "The number is a date (2026-07-10): Excel made one of what was typed. Format the cell as text and type it again. Did "
            "you mean 7 or 10?",
        ),
        (
            "number-is-date",
            "C3",
            "The number is a date (2026-09-09): Excel made one of what was typed. Format the cell as text and type it again. Did "
            "you mean 9?",
        ),
    ]

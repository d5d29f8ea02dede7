"""What a coach wants to know in the first workbook already: who has no number, while other rows still stop the file."""

from __future__ import annotations

from tests.check.test_garments_of_all_rows import told
from tests.check.test_office_cases import check

HEAD = "Player|Number|Size|Design\n"
REST = "Bo Ray|4|M|Home shirt\nCy Fox|5|M|Home shirt\nDi Orr|6|M|Home shirt\nEd Poe|7|L|{}\n"


def of_numbers(grid, **options):
    problems = told(check(("List", grid), print_name="none", **options))
    return [(cell, message) for code, cell, message in problems if code == "number-left-blank"]


def test_who_has_no_number_is_told_beside_the_mistakes_of_others():
    grid = f"{HEAD}Ann Lee||S|Home shirt\n{REST.format('Frob')}".replace("Home shirt", "Frob")
    assert of_numbers(grid) == [
        (
            "B2",
            "There is no number for Ann Lee, while 4 of 5 rows have one. Fill it in, unless none is to be printed.",
        )
    ]


def test_the_number_beside_a_name_is_offered():
    ((_, message),) = of_numbers(f"{HEAD}Ann Lee 9||S|Home shirt\n{REST.format('Frob')}")
    assert message.endswith("It may be the 9 beside the name.")


def test_it_is_told_once_and_in_other_words_where_nothing_else_is_wrong():
    ((cell, message),) = of_numbers(f"{HEAD}Ann Lee||S|Home shirt\n{REST.format('Home shirt')}")
    assert (cell, "of Home shirt" in message) == ("B2", True)


def test_who_orders_what_takes_no_number_needs_none():
    assert of_numbers(f"{HEAD}Ann Lee||S|Shorts\n{REST.format('Frob')}") == []


def test_a_name_that_is_a_size_is_told_and_a_single_letter_beside_it():
    grid = "Name on shirt|Number|Size|Design\nLEE|3|S|Home shirt\nXL|4|M|Home shirt\nL|5|M|Home shirt\n"
    assert told(check(("List", grid))) == [
        (
            "name-size",
            cell,
            f"Name “{name}” reads like a size, and would be printed. Write the name, or empty the cell.",
        )
        for cell, name in (("A3", "XL"), ("A4", "L"))
    ]
    assert told(check(("List", grid.replace("XL", "EX")))) == []


def test_the_sizes_of_children_and_of_grown_ups_in_one_word_are_sizes_of_whatever_is_ordered():
    grid = "Name on shirt|Number|Kindergröße|Erwachsenengröße\nLEE|3|152|\nRAY|4||M\n"
    checked = check(("List", grid), design="Home shirt")
    assert told(checked) == []
    assert [line.size for line in checked.lines] == ["152", "M"]


def test_a_word_that_says_neither_yes_nor_no_makes_no_column_of_designs():
    grid = "Name on shirt|Number|Size|Home shirt|Shorts\nLEE|3|S|yes|no\nRAY|4|M|yes|maybe\nFOX|5|M|x|\n"
    assert [(code, cell) for code, cell, _ in told(check(("List", grid)))] == [("mark-unclear", "E3")]


SHIFTED = "Player|Name on shirt|Number|Size|Design\n" + "\n".join(
    f"{who}|{name}|{number}|M|Home shirt"
    for number, (who, name) in enumerate(
        (("Al Hill", "{}"), ("Jim Baker", "BAKER"), ("Rhys Owens", "OWENS"), ("Cy Fox", "FOX"), ("Di Orr", "DIZZY")), 2
    )
)


def test_the_name_of_another_player_is_told_and_a_nickname_is_not():
    assert [each for each in told(check(("List", SHIFTED.format("OWENS")))) if each[0] != "name-twice"] == [
        (
            "name-of-another",
            "B2",
            "Name “OWENS” stands on the shirt of Al Hill, and is that of Rhys Owens (B4). Correct it, unless it is meant.",
        )
    ]
    assert told(check(("List", SHIFTED.format("HILL")))) == []


def test_a_sheet_that_says_something_of_the_same_people_is_told_what_to_do():
    changes = "Speler|Wat|Was|Wordt\nAl Hill|maat|152|164\nCy Fox|rugnummer|5|15"
    checked = check(("Squad", SHIFTED.format("HILL")), ("Changes", changes))
    assert [(code, message) for code, _, message in told(checked)] == [
        (
            "sheet-left-out",
            'Nothing is ordered from sheet "Changes": it lists people who stand on sheet "Squad" as well. If what it says is to '
            'hold, change their rows on sheet "Squad".',
        )
    ]

"""Samples, stand-ins, and a person who answered twice: ordered, and never without a word."""

from __future__ import annotations

import pytest

HEADINGS = ("Player", "Number", "Size", "Design")


def warned(desk, rows, headings=HEADINGS):
    desk.build(headings=headings, rows=rows)
    run = desk.quick("check", "--json", "club.xlsx", "--print-name", "none")
    assert run.status == 0, run.problems
    return [(p["code"], p["cell"], p["message"]) for p in run.problems]


@pytest.mark.parametrize(
    "who",
    ["N.N.", "TBA TBA", "Max Mustermann", "John Doe", "Ola Nordmann", "Vorname Nachname", "山田 太郎", "홍길동", "Vakant",
     "New player 1", "Ny spiller", "à définir", "Navn Navnesen"],
)  # fmt: skip
def test_a_stand_in_is_ordered_and_said(offline, who):
    rows = (("Ada Holm", "7", "M", "Away kit"), (who, "8", "L", "Away kit"))
    assert warned(offline, rows) == [
        (
            "player-stand-in",
            "A3",
            f"“{who}” reads like a sample or a stand-in for a name, and Away kit is ordered for it all the same. Delete the "
            "row, or write who it is for, unless somebody is called so.",
        )
    ]


ADA, BO, ROSSI = (
    ("Ada Holm", "7", "M", "Away kit"),
    ("Bo Lund", "8", "L", "Away kit"),
    ("Mario Rossi", "9", "L", "Away kit"),
)
BLANK = ("", "", "", "")


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ((ROSSI, BLANK, ADA, BO), ["player-stand-in"]),
        ((ROSSI,), ["player-stand-in"]),
        ((ROSSI, ADA, BO), []),
        ((ROSSI, ADA, BLANK, BO), []),
        ((ADA, BLANK, ROSSI, BO), []),
    ],
)
def test_a_common_name_is_a_sample_in_a_first_row_that_stands_apart_alone(offline, rows, codes):
    assert [code for code, _, _ in warned(offline, rows)] == codes


@pytest.mark.parametrize("who", ["John Doe (example)", "Beispiel: Jan", "Ada Holm [Muster]", "Ola Nordmann (eksempel)"])
def test_a_row_that_says_it_is_an_example_is_left_out_and_said(offline, who):
    rows = ((who, "7", "M", "Away kit"), ("Ada Holm", "8", "L", "Away kit"))
    assert warned(offline, rows) == [
        (
            "rows-left-out",
            None,
            "Nothing is ordered from row 2 (an example) of sheet Roster. If a player stands there, fill in the row like the "
            "others.",
        )
    ]


def test_one_person_in_two_sizes_is_said(offline):
    rows = (
        ("Lena Brandt", "10", "S", "Away kit"),
        ("Aylin Kaya", "7", "M", "Away kit"),
        ("Brandt, Lena", "10", "M", "Away kit"),
    )
    assert warned(offline, rows) == [
        (
            "player-two-sizes",
            "C4",
            "Brandt, Lena is down for Away kit in size M here, and in size S at C2: both are ordered. Delete the row that no "
            "longer holds, unless both are meant.",
        )
    ]


SENT = ("Zeitstempel", "Player", "Name", "Number", "Size", "Design")


def asked_again(desk, *rows):
    desk.build(headings=SENT, rows=rows)
    run = desk.quick("check", "--json", "club.xlsx")
    return run.status, [(p["level"], p["code"], p["cell"], p["message"]) for p in run.problems]


def test_an_answer_sent_again_stops_the_file_and_says_which_came_later(offline):
    status, problems = asked_again(
        offline,
        ("2026/10/03 9:15:00 AM MESZ", "Lena Brandt", "LENA", "10", "M", "Away kit"),
        ("2026/10/02 8:02:45 PM MESZ", "Aylin Kaya", "AYLIN", "7", "M", "Away kit"),
        ("2026/10/02 7:41:13 PM MESZ", "Brandt, Lena", "LENA", "10", "S", "Away kit"),
    )
    assert status == 1
    assert problems == [
        (
            "error",
            "answered-again",
            "E2",
            "Lena Brandt sent an answer for Away kit twice: row 4 says size S at E4 (2026/10/02 7:41:13 PM MESZ), and row 2, "
            "which is later, says size M (2026/10/03 9:15:00 AM MESZ). Delete the row that no longer counts; if both are meant, "
            "empty the time in one of them.",
        )
    ]


@pytest.mark.parametrize(
    ("times", "number", "codes"),
    [
        (("2/10/2026 19:41:13", "11/9/2026 08:02:45"), "11", ["answered-again"]),  # as they came in: the month first
        (("03.10.2026 07:15", "02.10.2026 19:41"), "11", ["answered-again"]),
        (("02.10.2026", "03.10.2026"), "11", ["player-two-numbers"]),  # a day alone may be of anything
        (("02.10.2026 19:41", ""), "11", ["player-two-numbers"]),
        (("02.10.2026 19:41", "02.10.2026 19:41"), "11", ["player-two-numbers"]),
        (("02.10.2026 19:41", "03.10.2026 07:15"), "10", ["shirt-twice"]),
    ],
)
def test_without_a_later_time_it_is_pointed_out(offline, times, number, codes):
    rows = [
        (times[0], "Lena Brandt", "LENA", "10", "M", "Away kit"),
        (times[1], "Lena Brandt", "LENA", number, "M", "Away kit"),
        ("02.10.2026 19:42", "Aylin Kaya", "AYLIN", "7", "M", "Away kit"),
        ("03.10.2026 08:42", "Mia Hahn", "MIA", "8", "M", "Away kit"),
    ]
    assert [code for _, code, _, _ in asked_again(offline, *rows)[1]] == codes


def test_two_children_of_one_first_name_are_two(offline):
    rows = (("Lucas", "", "S", "Away kit"), ("Lucas", "", "M", "Away kit"))
    assert warned(offline, rows) == []


def test_a_name_that_is_a_note_is_said_once(offline):
    rows = (("TBA", "TBA", "7", "M", "Away kit"), ("Ada Holm", "HOLM", "8", "L", "Away kit"))
    codes = [code for code, _, _ in warned(offline, rows, ("Player", "Name", "Number", "Size", "Design"))]
    assert codes.count("name-note") + codes.count("player-stand-in") == 1

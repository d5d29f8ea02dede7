"""What was answered before is announced where it is used, each answer once, the club's own before another's."""

from __future__ import annotations

from typing import Any

import pytest

from roster_import.language.messages import Day
from roster_import.model.club import Club
from roster_import.model.layout import ColumnReading, Layout, LayoutKind, Meaning
from roster_import.recognise.memory import AnsweredNow, Recalled, Remembered, announced, layout_fingerprint, recalled

M = Meaning
OURS, THEIRS = Club(folder="/ours"), Club(folder="/theirs")
ON = "2026-05-04"


def layout(*headings: str, design: bool = False) -> Layout:
    meanings = (M.PLAYER, M.NUMBER, M.DESIGN if design else M.SIZE)
    columns = (
        ColumnReading(column=at, heading=heading, meaning=meaning)
        for at, (heading, meaning) in enumerate(zip(headings, meanings, strict=True), 1)
    )
    return Layout(sheet="Team", heading_row=1, kind=LayoutKind.ONE_ROW_PER_PLAYER, columns=tuple(columns), rows=(2, 3))


LONE = layout("Who", "Nr", "Fit")
NAMED = layout("Who", "Nr", "Kit", design=True)


def answer(of: Layout = LONE, club: Club = OURS, file: str = "may.xlsx", **said: Any) -> Remembered:
    columns = {heading.lower(): (M.NUMBER, None) for heading in said.get("headings", ())}
    return Remembered(row=layout_fingerprint(of), columns=columns, club=club, file=file, on=ON, **said)


def told(*memory: Remembered, here: Layout = LONE, attended: bool = True, **now: Any) -> list[str]:
    known: Recalled = recalled(memory, OURS, attended=attended)
    day = str(Day(ON))
    return [
        problem.message.replace(f" on {day}", "").removesuffix(" Look whether it is so here, too.")
        for problem in announced((here,), known, AnsweredNow(**now))
    ]


def test_an_answer_for_another_club_is_announced_where_a_person_sees_it() -> None:
    theirs = answer(club=THEIRS, headings=("Nr",), print_name="surname")
    said = "As answered for another club, for may.xlsx: column “Nr” is the number to print and surnames are printed."
    assert told(theirs) == [said]
    assert told(theirs, attended=False) == []
    assert told(theirs, headings=("NR",), print_name="none") == []


def test_of_two_answers_the_clubs_own_is_announced() -> None:
    theirs = answer(club=THEIRS, file="june.xlsx", headings=("Nr", "Fit"), print_name="none")
    ours = answer(headings=("Nr",), print_name="surname")
    assert told(theirs, ours) == [
        "As answered for may.xlsx: column “Nr” is the number to print and surnames are printed.",
        "As answered for another club, for june.xlsx: column “Fit” is the number to print.",
    ]


def test_the_later_of_the_clubs_own_answers_is_announced() -> None:
    assert told(answer(design="Home kit", file="april.xlsx"), answer(design="Away kit")) == [
        "As answered for may.xlsx: every row is Away kit."
    ]


@pytest.mark.parametrize("here", [LONE, NAMED])
def test_what_another_club_calls_its_shirts_is_not_announced(here: Layout) -> None:
    theirs = answer(here, club=THEIRS, design="Home kit", titles={"red": "Home kit"})
    assert told(theirs, here=here, texts=frozenset({"red"})) == []


def test_an_answer_about_other_headings_is_announced_for_its_titles_alone() -> None:
    other = answer(layout("Player", "Nr", "Size"), headings=("Nr",), print_name="none", design="Away kit",
                   titles={"red": "Home kit"})  # fmt: skip
    texts = frozenset({"red", "blue"})
    assert told(other, texts=texts) == ["As answered for may.xlsx: “red” is Home kit."]
    assert told(other, texts=texts, titles=frozenset({"red"})) == []
    assert told(other, texts=frozenset({"blue"})) == []
    newer = answer(file="june.xlsx", titles={"red": "Away kit"})
    assert told(other, newer, texts=texts) == ["As answered for june.xlsx: “red” is Away kit."]


def test_the_design_of_every_row_is_announced_where_no_column_says_it() -> None:
    assert told(answer(NAMED, design="Home kit"), here=NAMED) == []
    assert told(answer(design="Home kit"), design="Away kit") == []

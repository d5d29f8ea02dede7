"""What a coach answers, asked or unasked: one answer more, one taken back, and nothing that is no answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from roster_import.model.layout import ColumnReading, Layout, LayoutKind, Meaning
from roster_import.model.report import Checked
from roster_import.page.coach.given_answers import given_answers, with_answer, without
from roster_import.page.coach.question_cards import card_id, column_card
from roster_import.page.signed import Answers

GIVEN = Answers(
    mapping=("Nr. = old=number", "Shorts=size:Shorts"),
    titles=("red=Home shirt",),
    print_name="surname",
    design="Home shirt",
)


def card(*headings: str, at: int = 1, meaning: Meaning = Meaning.NAME):
    columns = tuple(
        ColumnReading(column=column, heading=heading, meaning=meaning) for column, heading in enumerate(headings, 1)
    )
    layout = Layout(sheet="Team", heading_row=1, kind=LayoutKind.ONE_ROW_PER_PLAYER, columns=columns, rows=(2,))
    checked = Checked(path=Path("club.xlsx"), workbook=None, layouts=(layout,), problems=(), lines=(), orders=())
    return column_card(checked, layout, columns[at - 1])


def test_every_answer_is_told_in_words() -> None:
    assert [answer.words for answer in given_answers(GIVEN)] == [
        "column “Nr. = old” is the number to print",
        "column “Shorts” is the size of “Shorts”",
        "“red” is Home shirt",
        "surnames are printed",
        "every row is Home shirt",
    ]


@pytest.mark.parametrize("at", range(5))
def test_one_answer_is_taken_back_and_no_other(at: int) -> None:
    ids = [answer.id for answer in given_answers(GIVEN)]
    left = [answer.id for answer in given_answers(without(GIVEN, ids[at]))]
    assert left == [id_ for id_ in ids if id_ != ids[at]]
    assert without(GIVEN, card_id("map", "nobody said so")) == GIVEN


def test_the_last_answer_about_a_column_counts() -> None:
    answers = with_answer(Answers(mapping=("Name=player",)), card("Name"), "number")
    assert answers == Answers(mapping=("Name=number",))


@pytest.mark.parametrize("said", ["", "name", "headings", "placeholder", "nonsense", "number\nx"])
def test_what_is_no_answer_is_none(said: str) -> None:
    assert with_answer(Answers(), card("Name"), said) is None


def test_a_heading_that_stands_twice_or_says_nothing_is_named_by_its_letter() -> None:
    assert [card("Name", "Nr", "name", "", at=at).key for at in range(1, 5)] == ["A", "Nr", "C", "D"]


def test_line_breaks_in_a_heading_do_not_matter() -> None:
    chosen = card("Away\nshorts", meaning=Meaning.IGNORED)
    (size,) = [choice.typed[-1] for choice in chosen.choices if choice.typed[-1].startswith("size:")]
    answers = with_answer(Answers(), chosen, size.replace("\n", "\r\n"))
    assert answers == Answers(mapping=(f"Away\nshorts={size}",))

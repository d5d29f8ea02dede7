"""What columns were read as, kept as answers where a mend has made that less certain: nobody is asked what was known before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.page.coach.given_answers import without
from roster_import.page.coach.question_cards import card_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.layout import ColumnReading, Question
    from roster_import.model.report import Checked
    from roster_import.page.signed import Answers


def with_readings_kept(answers: Answers, before: Checked, after: Checked) -> Answers:
    """The answers, with what was read of each column that is asked about only since a mend."""
    for question, reading in _less_certain(before, after):
        key = question.key or question.heading
        meaning = f"{reading.meaning.value}:{reading.of}" if reading.of else reading.meaning.value
        others = without(answers, card_id("map", key))
        answers = replace(others, mapping=(*others.mapping, f"{key}={meaning}"))
    return answers


def _less_certain(before: Checked, after: Checked) -> Iterator[tuple[Question, ColumnReading]]:
    asked = {(question.sheet, question.column) for question in before.questions}
    known = {
        (layout.sheet, reading.column): reading
        for layout in before.layouts
        for reading in layout.columns
        if (layout.sheet, reading.column) not in asked
    }
    for question in after.questions:
        reading = known.get((question.sheet, question.column))
        if reading is not None and reading.heading == question.heading:
            yield question, reading

"""What a further column says once more: what the people are called, which article it is, an old number beside the new."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.model.layout import NAMES, PERSON, Meaning
from roster_import.recognise.cell_kinds import Trait, integer
from roster_import.recognise.children import in_doubt
from roster_import.recognise.contents import LOOKED_AT, MOSTLY
from roster_import.recognise.headings import SHORT_FORM
from roster_import.recognise.tokens import fold, words_of
from roster_import.recognise.which_of_several import says_wished, wishes_second
from roster_import.recognise.words import NUMBERS, Concept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.model.workbook import Sheet
    from roster_import.recognise.contents import Held
    from roster_import.recognise.verdicts import Verdict

C, M, T = Concept, Meaning, Trait
_NUMBER_BEHIND = re.compile(r"[^\W\d_]\W*\s\W*0*([0-9]{1,3})\s*$")
_FEWEST = 3
_OFTEN = 0.6
# What these say of children is not for whom the shirt is.
_SHORTEST_TITLE = 3  # letters and figures
_NOT_OF_THE_SHIRT = frozenset({C.MEMBERSHIP, C.PAID, C.PERSONAL, C.GUARDIAN, C.STANDING, C.REMARK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the used columns say already: the words of people's names, and the design of each row.

    `people` are the words of the name on each of the first rows, `given` that the numbers are said to be given to them,
    `wish_answered` that a person said which of several wishes for a number counts.
    """

    words: frozenset[str]
    design: Sequence[str]
    sizes: Sequence[Sequence[str]]
    numbers: Sequence[Sequence[str]]
    given: bool
    texts: Mapping[int, Sequence[str]]
    people: Sequence[frozenset[str]]
    wish_answered: bool = False

    def whose_size(self, verdict: Verdict) -> bool:
        """Whether the column alone says that a size is a child's, and is used for something else or nothing."""
        if verdict.meaning not in (M.IGNORED, M.TEAM) or verdict.seen.sense.false_friend in _NOT_OF_THE_SHIRT:
            return False
        return in_doubt(self.texts[verdict.seen.column], self.sizes)

    def stands_in(self, verdict: Verdict) -> bool:
        """Whether an old number, or one wished for, stands in rows that have no new one: whether it counts, nobody says.

        So it is of a wish for another number than the row has, where nothing says that the row's was given.
        """
        sense, heading = verdict.seen.sense, verdict.seen.heading
        number = bool(NUMBERS & sense.concepts)
        wished = (says_wished(heading) and number) or (
            sense.false_friend is C.RESERVED and C.SIZE not in sense.concepts
        )
        if not self.numbers or not (wished or (sense.false_friend is C.FORMER and number)):
            return False
        texts = zip(self.texts[verdict.seen.column], *self.numbers, strict=True)
        rows = [(text, others) for text, *others in texts if integer(text) is not None]
        first = wished and not self.given and not wishes_second(heading)
        return any(not any(others) or (first and text not in others) for text, others in rows)

    def _numbered_otherwise(self, verdict: Verdict) -> bool:
        """Whether a name there has a number behind it that is not the row's: FINN 16, who wears 6."""
        if not self.numbers:
            return False
        rows = zip(self.texts[verdict.seen.column], *self.numbers, strict=True)
        told = ((_NUMBER_BEHIND.search(text), {number.lstrip("0") for number in numbers}) for text, *numbers in rows)
        return any(match and any(numbers) and match[1] not in numbers for match, numbers in told)

    def of_relatives(self, verdict: Verdict, held: Held) -> bool:
        """Whether whole names stand under a word that nobody knows, most of them called as the player and not the player."""
        if verdict.seen.sense.known or not held.names or held.cells.share(T.FULL_NAME) < MOSTLY:
            return False
        texts = self.texts[verdict.seen.column]
        pairs = [(words_of([text]), names) for text, names in zip(texts, self.people, strict=False) if text and names]
        related = sum(bool(words & names) and not words <= names for words, names in pairs)
        return len(pairs) >= _FEWEST and related >= _OFTEN * len(pairs)

    def again(self, verdict: Verdict, held: Held) -> bool:
        """Whether a further column says it once more: what the people are called, or which article it is."""
        points = verdict.seen.sense.points
        if held.names and points.keys() & NAMES:
            known = sum(any(word in self.words for word in fold(value).split()) for value in held.values)
            return known >= MOSTLY * len(held.values) and not self._numbered_otherwise(verdict)
        if not any(self.design):
            return False
        if points.get(M.DESIGN, 0.0) < SHORT_FORM and held.cells.share(T.CODE) < MOSTLY:
            return False
        rows = zip(self.design, self.texts[verdict.seen.column], strict=True)
        pairs = {(design, text) for design, text in rows if text and _is_a_title(design)}
        return len({design for design, _ in pairs}) == len({code for _, code in pairs}) == len(pairs) > 1


def is_a_wish_for_a_number(verdict: Verdict) -> bool:
    """Whether it is headed as one of the numbers that somebody would like: 1st choice number, Zweitwunsch."""
    heading, sense = verdict.seen.heading, verdict.seen.sense
    wished = says_wished(heading) and bool(NUMBERS & sense.concepts)
    return wished or (sense.false_friend is C.RESERVED and sense.concepts <= {C.RESERVED, C.FIRST, *NUMBERS})


def _is_a_title(text: str) -> bool:
    """Whether it names a design, and is no mark that stands for the cell above: do."""
    return sum(map(str.isalnum, text)) >= _SHORTEST_TITLE


def words_of_persons(verdicts: Sequence[Verdict], sheet: Sheet, rows: Sequence[int]) -> frozenset[str]:
    """The words of the names of all people."""
    columns = [verdict.seen.column for verdict in verdicts if verdict.meaning in NAMES]
    return frozenset(words_of(text for column in columns for text in sheet.down(column, rows[: 10 * LOOKED_AT])))


def people_of(verdicts: Sequence[Verdict], sheet: Sheet, rows: Sequence[int]) -> Sequence[frozenset[str]]:
    """The words of the name on each of the first rows."""
    columns = [verdict.seen.column for verdict in verdicts if verdict.meaning in PERSON]
    texts = [sheet.down(column, rows[:LOOKED_AT]) for column in columns]
    return [frozenset(words_of(names)) for names in zip(*texts, strict=True)]


def cells_of(verdicts: Sequence[Verdict], meaning: Meaning, sheet: Sheet, rows: Sequence[int]) -> Sequence[str]:
    """The texts of the first column that means this, of no garment."""
    column = next((verdict.seen.column for verdict in verdicts if verdict.meaning is meaning and not verdict.of), 0)
    return sheet.down(column, rows)

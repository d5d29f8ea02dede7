"""Which rows under the heading hold players: not titles, totals, footnotes, examples, or a bare running number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.model import Meaning
from roster_import.recognise.concepts import Concept
from roster_import.recognise.heading_rows import same_heading
from roster_import.recognise.tokens import fold, take_apart
from roster_import.recognise.values import Trait, integer, traits

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from roster_import.model import Cell, ColumnReading, Sheet
    from roster_import.recognise.heading_rows import Heading

    Row = Mapping[int, Cell]

M = Meaning
_TELLING = frozenset({M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.NAME, M.NUMBER, M.SIZE, M.DESIGN, M.LOGO, M.PLACEHOLDER})
_COUNTING = frozenset({M.QUANTITY, M.STORAGE_QUANTITY})
_PREFILLED = frozenset({M.DESIGN, M.LOGO})  # with the quantity, what forms fill in on rows nobody uses
_FEWEST_PREFILLED = 3
_TEAMLIKE = re.compile(
    r"u\s?-?\d{1,2}\b.*|.*\bu\s?-?\d{1,2}|\d\.\s?\w+|[a-h]\d?[ \-]?(?:jugend|junioren|juniorinnen)|.*\b(?:i{1,3}|[1-9])",
    re.IGNORECASE,
)
_TEAM_WORDS = frozenset(
    "herren damen women men ladies boys girls seniors senior senioren juniors junioren juniorinnen jugend manner frauen "
    "herrer kvinder piger drenge drenger jenter kvinner herr dam pojkar flickor heren dames jongens meisjes hommes "
    "femmes garcons filles masculino femenino feminino chicos chicas uomini donne mezczyzni kobiety muzi zeny miehet "
    "naiset erkekler kadinlar minis bambini mannschaft team hold lag equipe squadra".split()
)
_EXAMPLE = re.compile(r"(?:example|sample|beispiel|muster|z\. ?b\.|eksempel|exempel|exemple|ejemplo|esempio|exemplo|"
                      r"voorbeeld|przykład|příklad|esimerkki|örnek|e\. ?g\.|例)\b.*", re.IGNORECASE)  # fmt: skip
_FOOTNOTE = re.compile(r"[*†¹].*|.*[.:!?]|.{46,}", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Rows of players that belong together, and the team named above them."""

    team: str | None
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The rows under a heading: blocks of players, and the rows that hold something and were left out."""

    blocks: tuple[Block, ...]
    left_out: tuple[int, ...]


def sort_rows(sheet: Sheet, heading: Heading, columns: Sequence[ColumnReading]) -> Sorted:
    """Tell the rows that hold players from all others under the heading."""
    telling = {reading.column for reading in columns if reading.meaning in _TELLING}
    counting = {reading.column for reading in columns if reading.meaning in _COUNTING}
    prefilled = {reading.column for reading in columns if reading.meaning in _PREFILLED}
    defaults = _defaults(sheet, heading, telling - prefilled, prefilled | counting)
    blocks: list[tuple[str | None, list[int]]] = [(_title_above(sheet, heading), [])]
    left_out: list[int] = []
    for number, row in sheet.rows.items():
        if heading.row is not None and number <= heading.row:
            continue
        if _is_player(row, heading, telling, counting, defaults):
            blocks[-1][1].append(number)
            continue
        left_out.append(number)
        team = team_title(row)
        if team and not same_heading(row, heading):
            blocks.append((team, []))
    return Sorted(blocks=_named(blocks), left_out=tuple(left_out))


def _named(blocks: Sequence[tuple[str | None, list[int]]]) -> tuple[Block, ...]:
    """The blocks that hold anybody; the title above a single block is no team."""
    filled = [(team, rows) for team, rows in blocks if rows]
    if len(filled) == 1 and len(blocks) == 1:
        return (Block(team=None, rows=tuple(filled[0][1])),)
    return tuple(Block(team=team, rows=tuple(rows)) for team, rows in filled)


def _title_above(sheet: Sheet, heading: Heading) -> str | None:
    """The team named directly above the heading."""
    return team_title(sheet.rows.get((heading.row or 1) - 1, {}))


def _is_player(
    row: Row, heading: Heading, telling: Collection[int], counting: Collection[int], defaults: Mapping[int, str]
) -> bool:
    own = {column: cell.text for column, cell in row.items() if defaults.get(column) != cell.text}
    if not own.keys() & (set(telling) | set(counting)):
        return False
    if same_heading(row, heading) or _is_total(row, telling) or _is_example(row):
        return False
    return not (len(row) == 1 and _is_note(next(iter(row.values())).text))


def _is_note(text: str) -> bool:
    """A lone cell that is a footnote or the title of a team, not a player without number and size."""
    return bool(_FOOTNOTE.fullmatch(text)) or len(text.split()) > 4 or _is_team(text)


def _is_total(row: Row, telling: Collection[int]) -> bool:
    """A row that sums up the column: the word total, and nothing but numbers beside it."""
    texts = [cell.text for _, cell in sorted(row.items())]
    words = [text for text in texts if integer(text) is None and Trait.NOTHING not in traits(text)]
    if not words:
        return False
    main = take_apart(words[0]).main
    return bool(main) and main[0].concept is Concept.SUMMARY and len(words) <= 1 + (len(words[0].split()) == 1)


def _is_example(row: Row) -> bool:
    return any(_EXAMPLE.fullmatch(cell.text) for cell in row.values())


def team_title(row: Row) -> str | None:
    """The team a row names that holds nothing else."""
    texts = [cell.text for cell in row.values()]
    return texts[0].strip(" :") if len(texts) == 1 and _is_team(texts[0]) else None


def _is_team(text: str) -> bool:
    words = fold(text).split()
    if not words or len(words) > 6 or any(char in text for char in "@;"):
        return False
    concepts = {term.concept for term in take_apart(text).main}
    return bool(
        _TEAMLIKE.fullmatch(text.strip(" :")) or _TEAM_WORDS & set(words) or concepts & {Concept.TEAM, Concept.SQUAD}
    )


def _defaults(sheet: Sheet, heading: Heading, own: Collection[int], prefilled: Collection[int]) -> Mapping[int, str]:
    """Column -> the value that is pre-filled down rows which hold nothing of their own."""
    bare = [row for number, row in sheet.rows.items() if number > (heading.row or 0) and not row.keys() & set(own)]
    found: dict[int, str] = {}
    for column in prefilled:
        values = [row[column].text for row in bare if column in row]
        if len(values) >= _FEWEST_PREFILLED and len(set(values)) == 1:
            found[column] = values[0]
    return found if own else {}

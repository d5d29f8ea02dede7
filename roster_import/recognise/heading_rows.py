"""Which row of a sheet holds the headings; those of further tables beneath it are in `second_tables`."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.cell_kinds import DATA, Trait, integer, is_data, traits
from roster_import.recognise.column_heads import NO_HEADING, Heading
from roster_import.recognise.heading_groups import groups_over
from roster_import.recognise.headings import sense
from roster_import.recognise.lead_ins import lead_in
from roster_import.recognise.sized_headings import sized_heading
from roster_import.recognise.totals import is_total
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from roster_import.model.workbook import Cell, Sheet

    Row = Mapping[int, Cell]


M = Meaning
_FEWEST_OF_VALUES = 3  # words of a row that are what people chose
_TITLE = 3  # words of a heading; a cell alone in its row with more is a title
_SEARCHED = 80  # rows looked at from the top of the sheet
_LOOKED_BELOW = 8
_DATUM = 0.6  # points that a value takes from a row of headings
_FEWEST_IN_SERIES = 2
_WIDER = 2  # times as many headings as groups of them
_ACCEPTED = 1.3
_FEWEST_WORDS = 3  # side by side, that may be headings of a language we do not know
_FEWEST_OF_DATA = 2  # columns under them that hold numbers, sizes or dates
_SMALLEST_CM = 80  # of children
_NUMBERED = re.compile(r"(?<=[^\W\d]{3})\d$")
_DIGIT = re.compile(r"\d")
_UNDER_A_HEADING = 0.7  # of the cells: data
_BRAZILIAN = frozenset({"PP", "GG", "XG", "XGG", "EXG"})
_SMALL_AND_LARGE = frozenset({"P", "G"})  # beside these; alone they are where somebody plays
_FEWEST_AGAIN = 2  # sizes in numbers that come again, with letters behind them perhaps
_FEWEST_SIZES = 3  # sizes side by side that make a size matrix
_PLAIN_DATA = frozenset({Trait.INTEGER, Trait.EMAIL, Trait.PHONE})  # never the words of a heading


def find_heading(sheet: Sheet) -> Heading:
    """The likeliest heading of the sheet; its row is None where no row looks like one."""
    rows = sheet.rows
    searched = list(islice(rows, _SEARCHED))
    scores = {row: _score(rows, row) for row in searched}
    values = _values(rows, searched, [row for row in searched if scores[row] >= _ACCEPTED])
    scores |= dict.fromkeys(values, 0.0)
    best = max(scores, key=lambda row: (scores[row], -row), default=None)
    matrix = next((row for row in searched if _is_size_row(rows, row) and not _is_headed(rows, best, row)), None)
    if matrix is not None and (best is None or matrix - best in (0, 1, 2) or scores[best] < _ACCEPTED + 1):
        return _heading(rows, matrix, sizes=_size_columns(rows[matrix]))
    if best is not None and scores[best] >= _ACCEPTED:
        return _heading(rows, _lowest(rows, _first_alike(rows, searched, best)))
    zeros = next((row for row in searched if _reads_zero(rows, row)), None)
    if zeros is not None:
        return _heading(rows, zeros)
    numbered = next((row for row in searched if _numbers_columns(rows[row])), None)
    if numbered is not None:
        return Heading(row=numbered, texts={}, groups={})
    strange = next((row for row in searched if _heads_data(rows, row)), None)
    return _heading(rows, strange) if strange is not None else NO_HEADING


def _values(rows: Mapping[int, Row], searched: Sequence[int], likely: Sequence[int]) -> Iterator[int]:
    """Likely rows whose words stand in other columns of other rows, too, as what people choose does: first and second choice."""
    places: dict[str, list[tuple[int, int]]] = {}
    for row in searched if likely else ():
        for column, cell in rows[row].items():
            places.setdefault(cell.text.casefold(), []).append((row, column))
    for row in likely:
        texts = {column: cell.text.casefold() for column, cell in rows[row].items() if len(cell.text) > _TITLE}
        again = [column for column, text in texts.items() if _stands_elsewhere(rows, row, column, places[text])]
        if len(again) >= _FEWEST_OF_VALUES and not all(_is_known(cell.text) for cell in rows[row].values()):
            yield row


def _stands_elsewhere(rows: Mapping[int, Row], row: int, column: int, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a text is in another column of another row that does not repeat it here, as a repeated heading does."""
    text = rows[row][column].text.casefold()
    others = (other for other, beside in places[:_LOOKED_BELOW] if other != row and beside != column)
    return any(column in rows[other] and rows[other][column].text.casefold() != text for other in others)


def heading_at(sheet: Sheet, row: int) -> Heading:
    """The heading at a row that is known to be one."""
    return _heading(sheet.rows, row)


def _lowest(rows: Mapping[int, Row], row: int) -> int:
    """The second row of a heading two rows deep: nothing but words of a heading, and never again below."""
    below, next_below = rows.get(row + 1, {}), rows.get(row + 2, {})
    if _are_prices(below) and below.keys() <= rows[row].keys():
        return row + 1
    known = [cell for cell in below.values() if sense(cell.text).known or _UNIT.fullmatch(cell.text.strip())]
    wider = len(below) >= _WIDER * len(rows[row]) and len(known) > 1  # of which some are short forms: PJ, TA
    words = (
        len(below) > 1
        and (wider or len(known) == len(below))
        and not any(is_data(cell.text) for cell in below.values())
    )
    again = any(column in next_below and next_below[column].text == cell.text for column, cell in below.items())
    return row + 1 if words and not again and heading_score(below) >= 0.8 and _groups(rows[row], below) else row


def _are_prices(row: Row) -> bool:
    return bool(row) and all(Trait.MONEY in traits(cell.text) for cell in row.values())


_UNIT = re.compile(r"[(\[]?(?:cm|mm|m|kg|lbs?|in|ft|kr|dkk|eur|[€$£]|stk|pcs|st|years?|yrs)\.?[)\]]?", re.IGNORECASE)


def _first_alike(rows: Mapping[int, Row], searched: Sequence[int], best: int) -> int:
    """The first of the rows with the same heading, where it is repeated over every team or page."""
    wanted = Heading(row=best, texts={column: cell.text for column, cell in rows[best].items()}, groups={})
    return next((row for row in searched if row < best and same_heading(rows[row], wanted)), best)


def same_heading(row: Row, heading: Heading) -> bool:
    """Whether a row repeats the heading."""
    wanted = [(column, text) for column, text in heading.texts.items() if text]
    needed = max(2.0, 0.7 * len(wanted))
    if len(wanted) < 2 or len(row) < needed:
        return False
    shared = sum(
        column in row and _is_headed_so(row[column].text, text, is_size=column in heading.sizes)
        for column, text in wanted
    )
    return shared >= needed


def _is_headed_so(text: str, heading: str, *, is_size: bool) -> bool:
    """Whether a cell repeats a heading; a size that is read with the garment above it stands without it: T-shirt 130."""
    again, wanted = text.casefold(), heading.casefold()
    return again == wanted or (is_size and wanted.endswith(f" {again}"))


def heading_score(row: Row) -> float:
    """How much a row looks like a heading: known words count for it, data against it."""
    return sum(_cell_score(cell.text) for cell in row.values())


def _score(rows: Mapping[int, Row], row: int) -> float:
    whole = rows[row]
    series, values = _series(whole), _said_again(rows, row)
    cells = {column: cell for column, cell in whole.items() if column not in series}
    known = sum(_is_known(cell.text) for column, cell in cells.items() if column not in values)
    score = sum(-_DATUM if column in values else _cell_score(cell.text) for column, cell in cells.items())
    if _is_instruction(whole) or _is_of_a_player(cells) or (known < 2 and (len(cells) > 2 or _wider_below(rows, row))):
        return 0.0
    if known == 1 and score < 0.8:
        return 0.0
    return score + 0.3 * _filled_below(rows, row) + (0.5 if known == len(cells) else 0.0)


def _series(row: Row) -> frozenset[int]:
    """The columns of a row that are headed by days, years or 1, 2, 3: what is ticked off from one to the next."""
    numbers = {column: integer(cell.text) for column, cell in sorted(row.items())}
    steps = [b for a, b in pairwise(numbers) if (before := numbers[a]) is not None and numbers[b] == before + 1]
    runs = {column for b in steps for column in (b, max(each for each in numbers if each < b))}
    days = {column for column, cell in row.items() if Trait.DATE in traits(cell.text)}
    return frozenset().union(*(columns for columns in (runs, days) if len(columns) >= _FEWEST_IN_SERIES))


def _said_again(rows: Mapping[int, Row], row: int) -> frozenset[int]:
    """The columns of a row in which the next row or the one before says the same, and not throughout: values, paid, paid."""
    again: frozenset[int] = frozenset()
    for beside in (rows.get(row - 1, {}), rows.get(row + 1, {})):
        same = {column for column, cell in rows[row].items() if column in beside and beside[column].text == cell.text}
        again |= same if same != rows[row].keys() else frozenset()
    return again


def _wider_below(rows: Mapping[int, Row], row: int) -> bool:
    """Whether many of the rows below are filled further than this one, which is then a title."""
    below = [len(rows[number]) for number in range(row + 1, row + 1 + _SEARCHED) if number in rows]
    return sum(width > len(rows[row]) for width in below) > 0.3 * len(below)


_INSTRUCTION = re.compile(r"\d{1,2}[.)]\s.*|(?:\S+\s+){5,}\S+[.!]", re.DOTALL)


def _is_instruction(row: Row) -> bool:
    """Whether it is a sentence alone, or a step of a list, as those that say how a sheet is filled in."""
    alone = next(iter(row.values())).text.strip() if len(row) == 1 else ""
    return _INSTRUCTION.fullmatch(alone) is not None


def _is_known(text: str) -> bool:
    return not traits(text) & _PLAIN_DATA and sense(text).known


def _is_of_a_player(cells: Row) -> bool:
    """Whether size and number stand there with their words before them, as in mails: Oliver, str. S, nr. 4."""
    kinds = {cell.text: traits(cell.text) for cell in cells.values()}
    told = [text for text, each in kinds.items() if Trait.LETTER_SIZE in each or Trait.JERSEY in each]
    both = any(Trait.LETTER_SIZE in kinds[text] for text in told) and any(Trait.JERSEY in kinds[text] for text in told)
    return both and not all(map(str.isalnum, told))  # M and 50 alone are matches and fifties, in cricket


def _cell_score(text: str) -> float:
    if traits(text) & _PLAIN_DATA:
        return -_DATUM
    said = sense(text)
    label, colon, told = text.partition(":")
    if colon and told.strip() and sense(label).false_friend and not sense(told).points.keys() - {M.IGNORED}:
        return -0.1  # Venue: Mill Lane
    if not said.known:
        asks = text.rstrip().endswith("?") and len(text.split()) >= _TITLE  # as forms do: What would you like?
        return 0.4 if asks else -_DATUM if traits(text) & DATA else -0.1
    return (0.6 if said.false_friend else said.best / 6.0) * (1.0 if len(text) < 60 else 0.7)


def _filled_below(rows: Mapping[int, Row], row: int) -> float:
    """The share of its columns that are filled in the rows under it, 0 to 1, when those are no headings themselves."""
    below = [rows[number] for number in range(row + 1, row + 1 + _LOOKED_BELOW) if number in rows]
    below = [cells for cells in below if heading_score(cells) < 1.0]
    if not below:
        return 0.0
    return sum(len(cells.keys() & rows[row].keys()) for cells in below) / (len(below) * len(rows[row]))


def _is_size_row(rows: Mapping[int, Row], row: int) -> bool:
    """Sizes side by side, over counts, marks or nothing."""
    columns = _size_columns(rows[row])
    sized = [said for column in columns if (said := sized_heading(rows[row][column].text))]
    if sized and len({(said.garment.casefold(), said.size.casefold()) for said in sized}) < len(sized):
        return False  # the same size of the same garment twice
    fewer = _is_summary(rows[row], columns) or any(said.counted for said in sized)
    if len(columns) < _FEWEST_SIZES - fewer:
        return False
    if any(column + 1 in columns and rows[row][column].text == rows[row][column + 1].text for column in columns):
        return False  # two garments of the same size: a player
    below = [rows[number] for number in range(row + 1, row + 1 + _LOOKED_BELOW) if number in rows]
    below = [cells for cells in below if not is_total(cells) and not _repeats_sizes(rows[row], cells, columns)]
    filled = [(column, cells[column].text) for cells in below for column in columns if column in cells]
    counts = {Trait.COUNT, Trait.MARK, Trait.NOTHING, *([Trait.INTEGER] if _is_summed(rows[row], columns) else [])}
    counted = [column for column, text in filled if traits(text) & counts]
    return len(set(counted)) > 1 and len(counted) >= 0.8 * len(filled)


def _repeats_sizes(row: Row, below: Row, columns: Collection[int]) -> bool:
    """Whether a row has the sizes again, over the next team, or nothing but garments, over those."""
    again = [column for column in columns if column in below]
    same = bool(again) and all(below[column].text == row[column].text for column in again)
    return same or (bool(again) and all(sense(cell.text).garment_only for cell in below.values()))


def _is_headed(rows: Mapping[int, Row], best: int | None, row: int) -> bool:
    """Whether its sizes stand each under a heading of its own, so that it is a row of data: a player of 10, 12 and 14."""
    if best is None or best >= row:
        return False
    above = [rows[best][column].text if column in rows[best] else "" for column in _size_columns(rows[row])]
    return all(sense(text).known and not is_data(text) for text in above) and len(set(above)) == len(above)


def _is_summary(row: Row, sizes: frozenset[int]) -> bool:
    """Whether sizes stand beside nothing but headings, a sum or the design among them."""
    said = [sense(cell.text) for column, cell in row.items() if column not in sizes]
    summed = any(each.false_friend is Concept.SUMMARY or M.DESIGN in each.points for each in said)
    return summed and all(each.known for each in said)


def _is_summed(row: Row, sizes: frozenset[int]) -> bool:
    """Whether one of its columns is a sum of those before: of a whole school, there are more than a few of a size."""
    behind = [cell.text for column, cell in row.items() if column > max(sizes, default=max(row))]
    return any(sense(text).false_friend is Concept.SUMMARY for text in behind)


def _until_again(values: Sequence[int]) -> int:
    """How many sizes there are before the same ones begin again under the next garment; all where they do not."""
    again = next((at for at in range(_FEWEST_AGAIN, len(values)) if values[at] == values[0]), len(values))
    run = values[:again]
    return again if list(values) == [*run] * (len(values) // max(again, 1)) else len(values)


def _rises_in_steps(values: Sequence[int]) -> bool:
    """Whether the sizes of children's scales rise, and not by one."""
    rising = all(a < b for a, b in pairwise(values))
    return rising and len(values) > 1 and values[-1] - values[0] > len(values) - 1 and values[0] > 1


def _size_columns(row: Row) -> frozenset[int]:
    """The columns that hold sizes: letters, or numbers of a children's scale that rise to the right."""
    letters = [column for column, cell in row.items() if Trait.LETTER_SIZE in traits(cell.text)]
    numbers = [column for column, cell in row.items() if traits(cell.text) >= {Trait.NUMBER_SIZE, Trait.INTEGER}]
    letters += [column for column, cell in row.items() if column not in letters and sized_heading(cell.text)]
    if not _BRAZILIAN.isdisjoint(row[column].text.strip() for column in letters):
        letters += [column for column, cell in row.items() if cell.text.strip() in _SMALL_AND_LARGE]
    values = [integer(row[column].text) or 0 for column in sorted(numbers)]
    stepwise = _rises_in_steps(values[: _until_again(values)])
    child = (
        len(numbers) == 1 and numbers[0] + 1 in letters and len(letters) >= _FEWEST_SIZES and values[0] >= _SMALLEST_CM
    )
    if child or (len(numbers) == 1 and letters and _is_summary(row, frozenset(letters + numbers))):
        return frozenset(letters + numbers)
    return frozenset(letters + (numbers if stepwise and (letters or len(numbers) >= _FEWEST_SIZES) else []))


def _heads_data(rows: Mapping[int, Row], row: int) -> bool:
    """Whether words that mean nothing to us stand over columns of numbers, sizes or dates: headings of another language.

    One column of data is enough under a word that we know: Bibber, Size.
    """
    cells = rows[row]
    texts = [_NUMBERED.sub("", cell.text) for cell in cells.values()]  # Pos1, Pos2
    if len(set(texts)) < _FEWEST_WORDS - 1 or _DIGIT.search("".join(texts)) or any(map(is_data, texts)):
        return False
    below = [rows[number] for number in range(row + 1, row + 1 + _LOOKED_BELOW) if number in rows]
    under = {column: [each[column].text for each in below if column in each] for column in cells}
    of_data = [
        column
        for column, held in under.items()
        if len(held) > 1 and sum(map(is_data, held)) >= _UNDER_A_HEADING * len(held)
    ]
    if len(set(texts)) >= _FEWEST_WORDS:
        return len(of_data) >= _FEWEST_OF_DATA
    return any(_is_known(cells[column].text) for column in of_data)


_OF_A_COLUMN = re.compile(
    r"(?:column|col|spalte|kolonne|kolumn|kolom|colonne|columna|colonna|coluna|kolumna|sloupec|sarake|sütun|field|feld|列|열)"
    r"[ _]?\d{1,2}",
    re.IGNORECASE,
)


def _numbers_columns(row: Row) -> bool:
    """Whether it is what a program calls columns that nobody gave a heading: Column1, Column2."""
    return len(row) > 1 and all(_OF_A_COLUMN.fullmatch(cell.text.strip()) for cell in row.values())


def _reads_zero(rows: Mapping[int, Row], row: int) -> bool:
    """A heading row whose formulas were never calculated: zeros side by side over a filled block."""
    zeros = [column for column, cell in rows[row].items() if cell.text in ("0", "0.0")]
    others = [cell.text for column, cell in rows[row].items() if column not in zeros]
    return len(zeros) >= 3 and not any(traits(text) & DATA for text in others) and _filled_below(rows, row) > 0.3


def _heading(rows: Mapping[int, Row], row: int, sizes: frozenset[int] = frozenset()) -> Heading:
    """The heading at a row, completed from the rows directly above it."""
    texts = {column: cell.text for column, cell in rows[row].items() if not _explains_a_sign(rows, row, column)}
    above = rows.get(row - 1, {})
    priced = _priced_below(above, texts)
    if priced or _continues(above, rows[row], sizes):
        texts |= {column: cell.text for column, cell in above.items() if column not in texts}
    groups = _groups(above, rows[row])
    texts |= (whole := {**priced, **_sizes_of_garments(texts, groups, sizes)})
    groups = {column: group for column, group in groups.items() if column not in whole}
    return Heading(row=row, texts=texts, groups=groups, sizes=sizes, lead_in=lead_in(texts.values()))


def _priced_below(above: Row, texts: Mapping[int, str]) -> dict[int, str]:
    """The headings that are prices, with the garment above each: Jacka 399 kr."""
    priced = [column for column, text in texts.items() if Trait.MONEY in traits(text)]
    worn = [column for column in priced if column in above and sense(above[column].text).known]
    return {column: f"{above[column].text} {texts[column]}" for column in worn} if worn == priced else {}


def _sizes_of_garments(texts: Mapping[int, str], groups: Mapping[int, str], sizes: frozenset[int]) -> dict[int, str]:
    """The headings of sizes that come again under another garment, with the garment: T-shirt 130, Shorts 130."""
    twice = len({texts[column].casefold() for column in sizes}) < len(sizes)
    if not twice or not all(sense(groups.get(column, "")).garment_only for column in sizes):
        return {}
    return {column: f"{groups[column]} {texts[column]}" for column in sizes}


_SIGN = re.compile(r"\S{1,12}(?: \S{1,12})?\s*=\s*\S")


def _explains_a_sign(rows: Mapping[int, Row], row: int, column: int) -> bool:
    """Whether it says what a colour or a sign means, over nothing: geel = keeper."""
    said = _SIGN.match(rows[row][column].text) is not None
    return said and not any(column in cells for number, cells in rows.items() if number > row)


def _continues(above: Row, below: Row, sizes: frozenset[int]) -> bool:
    """Whether the row above belongs to the heading: it names columns that have no heading of their own."""
    title = len(above) == 1 and any(len(cell.text.split()) > _TITLE for cell in above.values())
    known = [column for column, cell in above.items() if sense(cell.text).known and column not in below and not title]
    return bool(known) and (bool(sizes) or bool(_groups(above, below))) and heading_score(above) > 0


def _groups(above: Row, below: Row) -> Mapping[int, str]:
    return groups_over(above, below, heading_score(above))

"""The look-up of every row: rows that say alike are looked up once."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from roster_import.check.catalogue_lookup import look_up
from roster_import.check.meant.ditto import is_ditto, is_ditto_for_a_name
from roster_import.check.meant.sizes import says_no_size
from roster_import.check.rows.by_column import RosterRows
from roster_import.model.layout import Meaning
from roster_import.model.order import LogoKind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from roster_import.check.catalogue_lookup import RowLookup, Rules
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue

_WHOLE_TEXTS = (Meaning.DESIGN, Meaning.LOGO, Meaning.SIZE, Meaning.QUANTITY, Meaning.STORAGE_QUANTITY, Meaning.ORDER)
_NAMES = (Meaning.PLAYER, Meaning.NAME)
_LIKE_ABOVE = (*_NAMES, Meaning.DESIGN, Meaning.LOGO, Meaning.SIZE, Meaning.NUMBER, Meaning.QUANTITY, Meaning.ORDER)


def look_up_all(rows: Sequence[RosterRow], rules: Rules, names: Sequence[str]) -> list[RowLookup]:
    """The look-up of each row; rows that say alike share one. `names` are what is printed as the rows' names."""
    above = values_above(rows)
    said = list(_said(RosterRows.of(rows), rules, names, above))
    first = dict(zip(reversed(said), range(len(said) - 1, -1, -1), strict=True))
    made = {key: look_up(rows[at], rules, names[at], above.get(at)) for key, at in first.items()}
    return list(map(made.__getitem__, said))


def _said(
    rows: RosterRows, rules: Rules, names: Sequence[str], above: Mapping[int, Mapping[Meaning, str]]
) -> Iterator[Hashable]:
    """Everything of each row that decides about its look-up: whether it has a name and number, not which, as a rule."""
    whole = map(rows.texts, _WHOLE_TEXTS)
    numbers = rows.texts(Meaning.NUMBER)
    are_there = (map(bool, texts) for texts in (names, numbers, rows.texts(Meaning.NAME)))
    kinds = _at(rows, {at: tuple(kinds.items()) for at, kinds in rows.odd_kinds.items()})
    marks = _at(rows, {at: tuple(texts.items()) for at, texts in above.items()})
    values = _at(rows, _values_said(rows, names, numbers) if _has_several_places(rules.catalogue) else {})
    said = [list(column) for column in (*whole, *are_there, kinds, marks, values)]
    # What is alike of all rows tells none apart.
    varied = [column for column in said if column != column[:1] * len(column)]
    return zip(*varied, strict=True) if varied else repeat((), len(rows))


def _at(rows: Sequence[RosterRow], said: Mapping[int, Hashable]) -> Iterator[Hashable]:
    return map(said.get, range(len(rows))) if said else repeat(None, len(rows))


def _values_said(rows: RosterRows, names: Sequence[str], numbers: Sequence[str]) -> Mapping[int, Hashable]:
    """What the rows with values of single placeholders say there, beside their name and number."""
    values = {at: tuple((logo, cell.text) for logo, cell in rows[at].values.items()) for at in rows.with_values}
    return {at: (said, names[at], numbers[at]) for at, said in values.items()}


def _has_several_places(catalogue: Catalogue) -> bool:
    """Whether a design has several places for a name or number, so that it counts what is said of each."""
    kinds = (LogoKind.NAME, LogoKind.NUMBER)
    return any(len(entry.placeholders.of_kind(kind)) > 1 for entry in catalogue.entries for kind in kinds)


def values_above(rows: Sequence[RosterRow]) -> Mapping[int, Mapping[Meaning, str]]:
    """Position of a row -> what stands above each of its ditto marks: the nearest cell of the same column that is none."""
    by_column, above = RosterRows.of(rows), dict[int, dict[Meaning, str]]()
    for meaning in _LIKE_ABOVE:
        says_ditto = is_ditto_for_a_name if meaning in _NAMES else is_ditto
        dittos = {text for text in set(by_column.texts(meaning)) if text and says_ditto(text)}
        last: dict[tuple[str, int], str] = {}
        for at, text in enumerate(by_column.texts(meaning)) if dittos else ():
            column = rows[at].columns.get(meaning)
            if not text or column is None:
                continue
            place = (rows[at].sheet, column.column)
            if text in dittos:
                above.setdefault(at, {})[meaning] = last.get(place, "")
            else:
                last[place] = "" if meaning is Meaning.SIZE and says_no_size(text) else text
    return above

"""What each column of a layout has to say of what garment: sizes and marks put together by their headings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from roster_import.check.rows.garments import (
    Words,
    clash,
    clothes,
    fits,
    is_for_any_shirt,
    is_for_people,
    is_of_another_use,
    same,
    words,
)
from roster_import.check.rows.name_and_number import JOINED
from roster_import.model.catalogue import split_items
from roster_import.model.layout import Fate, LayoutKind, Meaning
from roster_import.recognise.order_phrases import is_of_a_second
from roster_import.recognise.sized_headings import sized_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.layout import ColumnReading, Layout

M = Meaning
_OF_A_GARMENT = frozenset({M.SIZE, M.QUANTITY, M.DESIGN})
_NOT_ORDERED = frozenset({M.IGNORED, M.ORDER_IF_YES, M.SKIP_IF_YES, M.PARTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Garment:
    """Something a row may want: `of` names it in the words of a heading (or of somebody who was asked).

    `mark` says whether or how many are wanted; without it a filled size does. `sizes` are the columns of its size, of
    which a row fills one. `own_size`: they are of no other garment.
    """

    of: str
    mark: ColumnReading | None
    sizes: tuple[ColumnReading, ...]
    own_size: bool = True

    @property
    def asked(self) -> ColumnReading:
        """The column whose heading names it."""
        return self.mark or self.sizes[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The columns of a layout by what they do for a row.

    `design`, `sizes` and `quantity` hold for the whole row, `garments` for one garment each, `matrix` counts sizes.
    `every_row` is the design that somebody named for all rows, where no column or cell says it. `person` are the other columns,
    several of one meaning where they are about home and away. `listed` names garments with their sizes in one cell.
    `designs` are all columns of designs of the whole row, `design` the first of them. `counted` are the garments of the
    matrix, by column, where it counts several. `unnamed`: numbers are printed on a garment that nothing names. `named`: what
    of the garments Design names on some row.
    """

    design: ColumnReading | None = None
    sizes: tuple[ColumnReading, ...] = ()
    quantity: ColumnReading | None = None
    garments: tuple[Garment, ...] = ()
    matrix: tuple[ColumnReading, ...] = ()
    person: Mapping[Meaning, tuple[ColumnReading, ...]] = field(default_factory=dict)
    logos: tuple[ColumnReading, ...] = ()
    placeholders: Mapping[int, ColumnReading] = field(default_factory=dict)
    used: tuple[ColumnReading, ...] = ()
    every_row: str = ""
    listed: ColumnReading | None = None
    designs: tuple[ColumnReading, ...] = ()
    counted: Mapping[int, str] = field(default_factory=dict)
    unnamed: bool = False
    named: frozenset[str] = frozenset()
    seconds: tuple[ColumnReading, ...] = ()  # sizes of one piece more than the row has: 2nd shirt size

    @property
    def varied(self) -> bool:
        """Whether home and away have numbers or names of their own."""
        return any(len(columns) > 1 for columns in self.person.values())


def layout_meanings(layout: Layout) -> frozenset[Meaning]:
    """What the rows of a layout can say; a size matrix says sizes, and a column of a garment names a design."""
    meanings = {column.meaning for column in layout.columns}
    if layout.kind is LayoutKind.SIZE_MATRIX:
        counted = counted_garments(*(_of_meaning(layout.columns, meaning) for meaning in (M.QUANTITY, M.SIZE)))
        return frozenset(meanings | {M.SIZE} | ({M.DESIGN} if counted else set()))
    if M.SIZE_LIST in meanings:
        return frozenset(meanings | {M.DESIGN, M.SIZE})
    return frozenset(meanings | {M.DESIGN} if plan_of(layout).garments else meanings)


def _of_meaning(columns: Iterable[ColumnReading], meaning: Meaning) -> list[ColumnReading]:
    return [column for column in columns if column.meaning is meaning]


def counted_garments(matrix: Sequence[ColumnReading], sizes: Sequence[ColumnReading] = ()) -> Mapping[int, str]:
    """Column of a size matrix -> the garment its heading counts, where there are several: Shirt S, Shorts S.

    `sizes` stand beside it; one of another garment makes two of them: Socks 39-42 beside Home shirt.
    """
    read = ((column, sized_heading(column.heading)) for column in matrix)
    garments = {
        column.column: said.garment if column.of in (None, said.size) else column.of or ""  # told of the column
        for column, said in read
        if said and said.garment
    }
    beside = any(clash(words(garment), _about(size)) for garment in garments.values() for size in sizes)
    return garments if beside or len({garment.casefold() for garment in garments.values()}) > 1 else {}


def size_counted(column: ColumnReading) -> str:
    """The size that a column of a size matrix counts."""
    said = sized_heading(column.heading)
    return said.size if said else column.of or column.heading


def plan_of(layout: Layout, every_row: str = "") -> Plan:
    """Put the columns of a layout to use; `every_row` is the design of all rows, where no column or cell names one."""
    used = _without_asked(tuple(column for column in layout.columns if column.meaning not in _NOT_ORDERED))
    design, quantity = _plain(used, M.DESIGN), _plain(used, M.QUANTITY)
    marks = [mark for column in used if _is_mark(column) for mark in _of_each(column)]
    seconds = _seconds(used)
    sized = (column for column in used if column.meaning is M.SIZE and column not in seconds)
    sizes = [size for column in sized for size in _of_each(_as_said(column, every_row))]
    matrix: tuple[ColumnReading, ...] = ()
    if layout.kind is LayoutKind.SIZE_MATRIX:
        matrix = tuple(column for column in used if column.of and column.meaning is M.QUANTITY)
        marks = []
    lone = marks[0] if len(marks) == 1 and marks[0].meaning is M.QUANTITY else None
    if design and not quantity and lone and is_for_any_shirt(_about(lone)):
        quantity, marks = marks[0], []  # how many shirts, beside the design that says which
    beside = not design and _beside_a_shirt(used, marks, every_row)
    told = every_row if not design and (beside or not marks) else ""
    counted = counted_garments(matrix, sizes)
    alone = not design and not marks and not told and (not matrix or bool(counted))
    general, own = _sort_sizes(sizes, alone=alone, marks=marks)
    return Plan(
        design=design,
        sizes=general,
        quantity=quantity,
        garments=_garments(marks, own, general),
        matrix=matrix,
        counted=counted,
        unnamed=beside and not told,
        person=_person(used),
        logos=tuple(column for column in used if column.meaning is M.LOGO),
        placeholders={
            int(c.of): c for c in used if c.meaning is M.PLACEHOLDER and c.of and c.of.isascii() and c.of.isdigit()
        },
        used=used,
        every_row="" if own else every_row if design and not marks and not matrix else told,
        listed=_plain(used, M.SIZE_LIST),
        designs=tuple(column for column in used if column.meaning is M.DESIGN and not column.of),
        seconds=seconds,
    )


def _seconds(used: Sequence[ColumnReading]) -> tuple[ColumnReading, ...]:
    """The sizes of a second piece, where other columns have those of the first."""
    sizes = [column for column in used if column.meaning is M.SIZE]
    seconds = tuple(column for column in sizes if is_of_a_second(column.heading))
    return seconds if len(seconds) < len(sizes) else ()


def _without_asked(used: tuple[ColumnReading, ...]) -> tuple[ColumnReading, ...]:
    """The columns but for marks that are asked about, where others say what is ordered: no answer is told twice."""
    sure = tuple(column for column in used if column.decided is not Fate.ASKED or not _may_mark(column))
    return sure if any(column.meaning is M.DESIGN or column.of for column in sure) else used


def _may_mark(column: ColumnReading) -> bool:
    return column.meaning is M.DESIGN or _is_mark(column)


def _as_said(column: ColumnReading, every_row: str) -> ColumnReading:
    """The sizes of a shirt, it is not said of which, as those of the shirt that every row was said to be."""
    about = _about(column)
    said = column.of and every_row and is_for_any_shirt(about) and fits(about, words(every_row))
    return replace(column, of=every_row) if said else column


def _is_mark(column: ColumnReading) -> bool:
    return bool(column.of) and column.meaning in (M.DESIGN, M.QUANTITY)


def _of_each(column: ColumnReading) -> tuple[ColumnReading, ...]:
    """The mark, or the size, of each garment that somebody said its column is for: Home shirt; Shorts."""
    garments = split_items(column.of or "")
    return tuple(replace(column, of=garment) for garment in garments) if len(garments) > 1 else (column,)


_SHIRT = words("shirt")


def _beside_a_shirt(used: Sequence[ColumnReading], marks: Sequence[ColumnReading], every_row: str) -> bool:
    """Whether marks are of shorts or bags alone, and beside them stand a number and a size of no garment: a shirt's.

    Or of whatever certainly is not the design that somebody named for every row: Training beside a Home shirt.
    """
    plain = {column.meaning for column in used if not column.of}
    named = any(column.of and column.meaning is M.SIZE and not is_for_people(words(column.of)) for column in used)
    shirt = bool(marks) and {M.NUMBER, M.SIZE} <= plain and not named
    return shirt and all(clash(_about(mark), _SHIRT) or _is_another(mark, every_row) for mark in marks)


def _is_another(mark: ColumnReading, design: str) -> bool:
    """Whether a marked garment is certainly not the design: other clothes, or for training and not for matches at home."""
    about, title = _about(mark), words(design)
    return clash(about, title) or is_of_another_use(about, title)


def _plain(columns: Iterable[ColumnReading], meaning: Meaning) -> ColumnReading | None:
    return next((column for column in columns if column.meaning is meaning and not column.of), None)


def _person(used: Sequence[ColumnReading]) -> Mapping[Meaning, tuple[ColumnReading, ...]]:
    columns_of: dict[Meaning, tuple[ColumnReading, ...]] = {}
    for column in used:
        joined = (JOINED[column.meaning], M.NUMBER) if column.meaning in JOINED else (column.meaning,)
        for meaning in joined if column.meaning not in _OF_A_GARMENT | {M.SIZE_LIST, M.LOGO, M.PLACEHOLDER} else ():
            columns_of[meaning] = (*columns_of.get(meaning, ()), column)
    return columns_of


# ------------------------------------------------------------------------------------------------ sizes and marks

Sizes = tuple["ColumnReading", ...]


def _sort_sizes(
    sizes: Sequence[ColumnReading], *, alone: bool, marks: Sequence[ColumnReading]
) -> tuple[Sizes, list[Sizes]]:
    """The size columns of the whole row, and those of each garment.

    The only size is that of every design of the row, whatever it is called, unless it is all that names a garment or
    a column says how many of that garment.
    """
    general = [column for column in sizes if not column.of or is_for_people(words(column.of))]
    own = _by_garment([column for column in sizes if column not in general])
    apart = len(own) == 1 and (_counted_apart(own[0], marks) or _beside(own[0], marks))
    if len(own) == 1 and not general and not alone and not apart:
        return own[0], []
    return tuple(general), own


def _beside(sizes: Sizes, marks: Sequence[ColumnReading]) -> bool:
    """Whether every mark is of another garment than the sizes: a shirt's size, and a cross under Shorts."""
    return bool(marks) and all(clash(_about(sizes[0]), _about(mark)) for mark in marks)


def _counted_apart(sizes: Sizes, marks: Sequence[ColumnReading]) -> bool:
    return len(marks) == 1 and same(_about(sizes[0]), _about(marks[0]))


def _by_garment(columns: Sequence[ColumnReading]) -> list[Sizes]:
    """Size columns that say the same garment are one: women's and men's list of shirts."""
    found: list[Sizes] = []
    for column in columns:
        at = next((i for i, group in enumerate(found) if same(_about(group[0]), _about(column))), None)
        if at is None:
            found.append((column,))
        else:
            found[at] = (*found[at], column)
    return found


def _garments(marks: Sequence[ColumnReading], own: Sequence[Sizes], general: Sizes) -> tuple[Garment, ...]:
    """Each mark with the sizes of its garment, else the row's sizes; sizes without a mark are wanted where filled."""
    paired = {mark: _sizes_for(mark, own) for mark in marks}
    taken = [sizes for sizes in paired.values() if sizes]
    unpaired = [sizes for sizes in own if sizes not in taken]
    garments: list[Garment] = []
    for mark in marks:
        sizes = paired[mark]
        near = [each for each in unpaired if not clash(_about(each[0]), _about(mark))]
        if not sizes and not general and clothes(_about(mark)) and near:
            garments.append(_garment(mark, near[0] if len(near) == 1 else (), own_size=False))
        elif not sizes and not general and unpaired and all(clash(_about(each[0]), _about(mark)) for each in unpaired):
            garments.append(_garment(mark, unpaired[0] if len(unpaired) == 1 else (), own_size=False))
        elif not sizes and not general and unpaired:
            garments += [_crossed(mark, each) for each in unpaired]
        else:
            garments.append(_garment(mark, sizes or general, own_size=taken.count(sizes) == 1 if sizes else False))
    crossed = [garment.sizes for garment in garments if garment.mark and garment.of != garment.mark.of]
    alone = [Garment(of=sizes[0].of or "", mark=None, sizes=sizes) for sizes in unpaired if sizes not in crossed]
    # the row's own size beside sizes of garments is that of a garment nobody named
    nameless = [Garment(of="", mark=None, sizes=general)] if general and own and not marks else []
    return tuple(sorted((*garments, *alone, *nameless), key=lambda garment: garment.asked.column))


def _garment(mark: ColumnReading, sizes: Sizes, *, own_size: bool) -> Garment:
    return Garment(of=mark.of or "", mark=mark, sizes=sizes, own_size=own_size)


def _crossed(mark: ColumnReading, sizes: Sizes) -> Garment:
    """Home and away beside the sizes of shirt and shorts: the home shirt, the home shorts and so on."""
    return Garment(of=f"{mark.of} {sizes[0].of}", mark=mark, sizes=sizes, own_size=False)


def _sizes_for(mark: ColumnReading, own: Sequence[Sizes]) -> Sizes:
    """The sizes of the very garment, else those whose garment is part of it: Shirt for Home shirt."""
    equal = [sizes for sizes in own if same(_about(sizes[0]), _about(mark))]
    part = [sizes for sizes in own if fits(_about(sizes[0]), _about(mark))]
    found = equal or part
    return found[0] if len(found) == 1 else ()


def _about(column: ColumnReading) -> Words:
    return words(column.of or "")

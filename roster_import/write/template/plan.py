"""What a template is made of before anything is drawn: sheet names, columns, ranges and the formulas over them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from roster_import.language.catalogues import LANGUAGES
from roster_import.language.messages import heading, say
from roster_import.language.translations import in_document
from roster_import.model.sheets import CATALOGUE, ORDER, ROSTER
from roster_import.model.workbook import column_letter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from roster_import.model.sheets import SheetKind

TITLE = say("Shirt order")
LISTS = heading("Lists")  # the hidden sheet of what may be chosen
LAST_ROW = 1000  # as far as drop-downs and colours reach
READY_ROWS = 200  # rows whose cells are text in so many words: some programs do not heed the format of a column
FEWEST_ENTRIES = 20
FEWEST_SIZES = 12
SPARE_TITLES = 5  # lines at the end of a drop-down for what a person adds to the catalogue
SPARE_SIZES = 3
COMMON_SIZES = ("116", "128", "140", "152", "164", "XS", "S", "M", "L", "XL", "2XL", "3XL")
"""Offered, never insisted on, where nothing tells the sizes of any design."""

_PLACEHOLDER_ID = re.compile(r"[0-9]{2,}")
_NUMBER_PLACEHOLDER = re.compile(r"number\s*(?:logo)?\s*([0-9]{2,})", re.IGNORECASE)
_DOUBTED = "?"  # behind a logo of which nobody tells whether it is a placeholder


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRow:
    """One row of the Catalogue sheet: a design with its placeholders and sizes, or a logo with its type."""

    title: str
    kind: Literal["design", "logo"]
    id: int | None = None
    code: str | None = None
    type: str | None = None
    placeholders: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    price: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One template: its language, its catalogue, and what the Order sheet already says (label key -> value).

    `logo_titles` (id -> title) are those of logos on designs, which need not be in the catalogue.
    """

    language: str
    catalogue: Sequence[CatalogueRow] = ()
    order: Mapping[str, str] = field(default_factory=dict)
    logo_titles: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"There is no template in {self.language!r}, only in {', '.join(LANGUAGES)}.")
        if unknown := self.order.keys() - {column.key for column in ORDER.columns}:
            raise ValueError(f"The Order sheet has no label {', '.join(sorted(unknown))}.")

    def said(self, text: str) -> str:
        """A text in the template's language."""
        return in_document(text, self.language)

    @property
    def lists(self) -> str:
        """The name of the hidden sheet."""
        return self.said(LISTS)

    def sheet(self, kind: SheetKind) -> str:
        """A sheet's name."""
        return self.said(kind.name)

    def letter(self, kind: SheetKind, key: str) -> str:
        """The letter of a sheet's column, such as D."""
        return column_letter([column.key for column in kind.columns].index(key) + 1)

    def label_row(self, key: str) -> int:
        """The row of a label on the Order sheet."""
        return [column.key for column in ORDER.columns].index(key) + 1

    @property
    def designs(self) -> tuple[CatalogueRow, ...]:
        """The designs of the catalogue."""
        return tuple(row for row in self.catalogue if row.kind == "design")

    @property
    def logos(self) -> tuple[CatalogueRow, ...]:
        """The logos of the catalogue."""
        return tuple(row for row in self.catalogue if row.kind == "logo")

    @property
    def placeholders(self) -> Mapping[str, tuple[str, ...]]:
        """Placeholder id -> titles of the designs on which the row's name or number alone does not tell its value."""
        titles: dict[str, tuple[str, ...]] = {}
        for design in self.designs:
            for placeholder in rivalling_placeholders(design):
                titles[placeholder] = (*titles.get(placeholder, ()), design.title)
        return titles

    def placeholder_title(self, placeholder: str) -> str:
        """What a placeholder is called: its id, and its title where that is known."""
        listed = (logo.title for logo in self.logos if str(logo.id) == placeholder)
        title = next(listed, "") or self.logo_titles.get(placeholder, "")
        return f"{placeholder} ({title})" if title else placeholder

    @property
    def number_placeholders(self) -> frozenset[str]:
        """The ids of the placeholders that hold a number."""
        texts = (text for design in self.designs for text in design.placeholders)
        return frozenset(placeholder for text in texts for placeholder in _NUMBER_PLACEHOLDER.findall(text))

    def placeholder_letter(self, placeholder: str) -> str:
        """The letter of a placeholder's column on the Roster sheet."""
        return column_letter(len(ROSTER.columns) + 1 + list(self.placeholders).index(placeholder))

    @property
    def entries(self) -> int:
        """How many rows of the Catalogue sheet the drop-downs look at."""
        return max(FEWEST_ENTRIES, len(self.catalogue) + 5)

    @property
    def all_sizes(self) -> tuple[str, ...]:
        """Every size of any design, in order of first appearance."""
        return tuple(dict.fromkeys(size for design in self.designs for size in design.sizes))

    @property
    def general_sizes(self) -> tuple[str, ...]:
        """What is offered where the sizes of a row's design are not known."""
        return self.all_sizes or COMMON_SIZES

    @property
    def knows_sizes(self) -> bool:
        """Whether there are designs and the sizes of each are known; order systems may not tell."""
        return bool(self.designs) and all(design.sizes for design in self.designs)

    @property
    def most_sizes(self) -> int:
        """How many sizes the hidden lists have room for."""
        return max(FEWEST_SIZES, len(self.all_sizes)) + SPARE_SIZES

    def catalogue_range(self, key: str) -> str:
        """The ready rows of one column of the Catalogue sheet, as a formula names them."""
        letter = self.letter(CATALOGUE, key)
        return f"{_in_a_formula(self.sheet(CATALOGUE))}!${letter}$2:${letter}${self.entries + 1}"


def _in_a_formula(sheet: str) -> str:
    """The name of a sheet as formulas have it."""
    escaped = sheet.replace("'", "''")
    return sheet if sheet.isidentifier() else f"'{escaped}'"


def rivalling_placeholders(design: CatalogueRow) -> tuple[str, ...]:
    """The ids of a design's placeholders of which it has several different ones of one type, such as two NumberLogos.

    One placed twice counts once; a single NameLogo beside a single NumberLogo needs no column of its own.
    """
    by_type: dict[str, dict[str, None]] = {}
    for text in design.placeholders:
        if text.endswith(_DOUBTED):
            continue
        ids = dict.fromkeys(_PLACEHOLDER_ID.findall(text))
        by_type.setdefault(_PLACEHOLDER_ID.sub("", text).strip().casefold(), {}).update(ids)
    return tuple(placeholder for ids in by_type.values() if len(ids) > 1 for placeholder in ids)


def placeholder_help(plan: Plan, placeholder: str, longest: int | None = None) -> str:
    """What to fill in under a placeholder's heading; with `longest` as many of its designs are named as fit."""
    designs = list(plan.placeholders[placeholder])
    text = _placeholder_words(plan, placeholder, designs)
    while longest is not None and len(text) > longest and designs:
        designs.pop()
        text = _placeholder_words(plan, placeholder, [*designs, "…"])
    return text[:longest]


def _placeholder_words(plan: Plan, placeholder: str, designs: Sequence[str]) -> str:
    words = say(
        "Only for {designs}: the value of placeholder {id}. Empty: the row’s name or number is used.",
        designs=", ".join(designs),
        id=plan.placeholder_title(placeholder),
    )
    return plan.said(words)


# --------------------------------------------------------------------------------------- the hidden lists' columns


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumns:
    """Where things stand on the hidden sheet; row i is about row i + 1 of the Catalogue sheet.

    The row after the last entry holds the sizes of all designs together.
    """

    design_place: str = "A"  # 1, 2, 3 … beside each design
    logo_place: str = "B"
    designs: str = "C"  # the designs' titles without gaps
    logos: str = "D"
    size_count: str = "E"
    first_size: int = 6
    most_sizes: int

    def size(self, index: int) -> str:
        """The column of a design's size, counted from 0."""
        return column_letter(self.first_size + index)

    @property
    def last_size(self) -> str:
        """The last column of sizes."""
        return self.size(self.most_sizes - 1)

    @property
    def countries(self) -> str:
        """The column of country names."""
        return self.size(self.most_sizes)

    def written_size(self, index: int) -> str:
        """The column of a size as the Catalogue sheet itself says it, counted from 0."""
        return self.size(self.most_sizes + 1 + index)

    @property
    def sizes_so_far(self) -> str:
        """The column that gathers the sizes of the designs down to each row, each once: `|S|M|L|`."""
        return self.size(2 * self.most_sizes + 1)


def list_columns(plan: Plan) -> ListColumns:
    """Where things stand on this template's hidden sheet."""
    return ListColumns(most_sizes=plan.most_sizes)


# ------------------------------------------------------------------------------------- what the drop-downs look at


def lists(plan: Plan) -> str:
    """The hidden sheet, as a formula names it."""
    return _in_a_formula(plan.lists)


def titles_source(plan: Plan, kind: Literal["design", "logo"]) -> str:
    """The list of titles of one kind, as a validation names it.

    A plain range where the catalogue is known, since Google Sheets follows no formula here, with some lines to spare for
    what is added to the catalogue; in a blank template a formula, so that the list ends where its titles end.
    """
    columns = list_columns(plan)
    titles, places = (
        (columns.designs, columns.design_place) if kind == "design" else (columns.logos, columns.logo_place)
    )
    known = len(plan.designs if kind == "design" else plan.logos)
    if plan.catalogue:
        return f"{lists(plan)}!${titles}$1:${titles}${min(known + SPARE_TITLES, plan.entries)}"
    count = f"COUNT({lists(plan)}!${places}$1:${places}${plan.entries})"
    return f"OFFSET({lists(plan)}!${titles}$1,0,0,MAX(1,{count}),1)"


def sizes_source(plan: Plan) -> str:
    """The sizes of the design of row 2 (the first one, where `;` divides several), as a validation names them.

    Where the cell names no title of the catalogue, or that design has no sizes there, every size of any design.
    """
    columns = list_columns(plan)
    if plan.knows_sizes and len({design.sizes for design in plan.designs}) == 1:  # Google Sheets follows a plain range
        last = columns.size(len(plan.all_sizes) + SPARE_SIZES - 1)
        row = plan.entries + 1
        return f"{lists(plan)}!${columns.size(0)}${row}:${last}${row}"
    design = f"${plan.letter(ROSTER, 'design')}2"
    first = f'TRIM(LEFT({design},FIND(";",{design}&";")-1))'
    row_of = f"IFERROR(MATCH({first},{plan.catalogue_range('title')},0),{plan.entries + 1})"
    counts = f"{lists(plan)}!${columns.size_count}$1:${columns.size_count}${plan.entries + 1}"
    return f"OFFSET({lists(plan)}!${columns.size(0)}$1,{row_of}-1,0,1,MAX(1,INDEX({counts},{row_of})))"


def countries_source(plan: Plan, count: int) -> str:
    """The list of country names, as a validation names it."""
    column = list_columns(plan).countries
    return f"{lists(plan)}!${column}$1:${column}${count}"


# ------------------------------------------------------------------------------------------- what the colours say


def is_filled(cell: str) -> str:
    """Formula: the cell holds something to be seen."""
    return f"LEN(TRIM({cell}))>0"


def is_empty(cell: str) -> str:
    """Formula: the cell holds nothing to be seen."""
    return f"LEN(TRIM({cell}))=0"


def letters_left(cell: str) -> str:
    """Formula: how many characters of a number are no digits. Substitution, since COUNT and VALUE take 1E2 for one."""
    rest = f"TRIM({cell})"
    for digit in "0123456789":
        rest = f'SUBSTITUTE({rest},"{digit}","")'
    return f"LEN({rest})"


def not_whole(cell: str, least: int) -> str:
    """Formula: the cell holds something that is not a whole number of at least `least`."""
    value = f"VALUE({cell})"
    return f"AND({is_filled(cell)},IFERROR(OR({value}<{least},{value}<>INT({value})),TRUE))"


def same_number_twice(plan: Plan) -> str:
    """Formula for row 2: another row of the same design and order has the same number.

    EXACT, because COUNTIFS takes 07 and 7 for the same.
    """

    def column(key: str) -> str:
        letter = plan.letter(ROSTER, key)
        return f"${letter}$2:${letter}${LAST_ROW}"

    number, design, order = (f"${plan.letter(ROSTER, key)}2" for key in ("number", "design", "order"))
    alike = f"EXACT({column('number')},{number})*({column('design')}={design})*({column('order')}={order})"
    return f"AND({is_filled(number)},{is_filled(design)},SUMPRODUCT({alike})>1)"

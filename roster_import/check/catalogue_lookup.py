"""What the cells of a row name, looked up: its designs, logos and size in the catalogue, its order among the references.

What the look-up says against a cell is a verdict; `validate` judges them, together with what stands in the cells as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roster_import.check.judge import judge_here
from roster_import.check.meant import NOTHING, of_one
from roster_import.check.meant.numbers import number_meant
from roster_import.check.meant.quantities import quantity_meant
from roster_import.check.meant.sizes import SizeMeant, says_no_size, size_meant
from roster_import.check.meant.titles import TitlesMeant, has_a_sign, titles_meant
from roster_import.check.placeholders import nowhere_printed
from roster_import.check.rows.cell_answers import reads_as_no
from roster_import.check.rows.cell_sentences import asked, before_it_was_a_date, broken, unknown_title
from roster_import.check.rows.garments import words, worn_in_pairs
from roster_import.check.rules.names import is_note
from roster_import.check.size_sentences import design_without_size, size_sentence, sizes_of_two
from roster_import.language.messages import either, joined, listed, meant, say
from roster_import.model.catalogue import Catalogue, CatalogueEntry, Unresolved, split_items
from roster_import.model.layout import Meaning
from roster_import.model.order import DesignRef, LogoKind, LogoRef
from roster_import.model.workbook import CellKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.check.judge import Judge
    from roster_import.check.meant import Meant
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import ItemKind
    from roster_import.model.workbook import Cell

_MOST_TITLES = 12  # that are listed for a text that could be any of them

_SEVERAL = 2  # sizes in one cell
LOOKED_UP = (
    Meaning.PLAYER,
    Meaning.NAME,
    Meaning.NUMBER,
    Meaning.SIZE,
    Meaning.QUANTITY,
    Meaning.STORAGE_QUANTITY,
    Meaning.DESIGN,
    Meaning.LOGO,
    Meaning.ORDER,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What rows are checked against: the catalogue, the reference of rows that name none, and the known references.

    `known_references` is None where any reference will do. `print_names` says per sheet how a lone name column is printed.
    `loose` is true for the Logos sheet: no design is wanted, and a number alone makes a logo a number logo.
    `for_child` says that the order is placed for another organization, whose designs we may not be shown.
    """

    catalogue: Catalogue
    reference: str | None
    known_references: frozenset[str] | None = None
    print_names: Mapping[str, str] = field(default_factory=dict)
    loose: bool = False
    for_child: bool = False
    judge: Judge = judge_here


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is wrong with a cell: a problem's code, what its sentence adds, what the cell may mean (None: nobody looked).

    `said` replaces the sentence of the code.
    """

    code: str
    more: str = ""
    means: Meant | None = None
    said: str | None = None


@dataclass(slots=True, kw_only=True)
class RowLookup:
    """A row, what its cells name, and the verdicts of the look-up. `above` is what stands above its ditto marks.

    `likely` are the designs that are probably meant by a cell that names none. It is that of every row that says alike,
    `row` the first of them.
    """

    row: RosterRow
    above: Mapping[Meaning, str] = field(default_factory=dict)
    designs: list[DesignRef] = field(default_factory=list)
    logos: list[LogoRef] = field(default_factory=list)
    size: str = ""
    name: str = ""
    likely: list[DesignRef] = field(default_factory=list)
    verdicts: dict[Meaning, Verdict] = field(default_factory=dict)

    def entries(self, catalogue: Catalogue) -> list[tuple[DesignRef, CatalogueEntry | None]]:
        """The designs, and what the catalogue knows of them."""
        return [(design, catalogue.entry_of(design)) for design in self.designs]

    def blame(
        self, meaning: Meaning, code: str, more: str = "", *, means: Meant | None = None, said: str | None = None
    ) -> None:
        """A verdict on the cell of a meaning; the first one stands."""
        self.verdicts.setdefault(meaning, Verdict(code=code, more=more, means=means, said=said))

    def meant_by(self, meaning: Meaning) -> str:
        """The text of a meaning's cell, for a ditto mark that of the cell above."""
        return self.above.get(meaning) or self.row.text(meaning)


def look_up(row: RosterRow, rules: Rules, name: str, above: Mapping[Meaning, str] | None = None) -> RowLookup:
    """What the cells of a row name, and everything the look-up says against them."""
    lookup = RowLookup(row=row, size=row.text(Meaning.SIZE), name=name, above=above or {})
    for meaning in LOOKED_UP:
        if code := broken(row.cells.get(meaning)):
            lookup.blame(meaning, code)
    _look_up_designs(lookup, rules.catalogue)
    _look_up_logos(lookup, rules)
    _check_state(lookup, rules)
    _check_size(lookup, rules.catalogue)
    _check_written(lookup)
    _check_printing(lookup, rules.catalogue)
    _check_loose(lookup, rules)
    _check_order(lookup, rules)
    return lookup


def _look_up_designs(lookup: RowLookup, catalogue: Catalogue) -> None:
    titles = titles_of(catalogue)
    for text in split_items(lookup.row.text(Meaning.DESIGN)):
        design = catalogue.design(text)
        if not isinstance(design, Unresolved):
            lookup.designs.append(design)
            if has_a_sign(text, design.label):
                lookup.blame(Meaning.DESIGN, "design-doubtful", design.label, means=of_one(design.label))
        elif design.code != "design-unknown":
            lookup.blame(Meaning.DESIGN, design.code)
        else:
            _blame_title(lookup, text, titles, catalogue)


def titles_of(catalogue: Catalogue, kind: ItemKind = "design") -> tuple[str, ...]:
    """The titles somebody wrote down; those of the order system where nobody did."""
    return catalogue.written.titles(kind) or catalogue.titles(kind)


def _blame_title(lookup: RowLookup, text: str, titles: Sequence[str], catalogue: Catalogue) -> None:
    """A text that names no design, with the titles it may mean; what is probably meant is looked at all the same."""
    means = titles_meant(text, titles)
    said = _title_sentence(text, means, titles)
    cell = lookup.meant_by(Meaning.DESIGN)
    if cell != text:  # a ditto mark, or one of several: what is typed instead is the whole cell
        parts = [_known_or_meant(item, titles, catalogue) for item in split_items(cell)]
        own = _all_of(parts).suggestion if Meaning.DESIGN in lookup.above else means.suggestion
        means, said = _all_of(parts), meant(unknown_title(text), own)
    if means.all_of_them or len(means.choices) == 1:
        named = (catalogue.design(title) for title in dict.fromkeys(means.choices))
        lookup.likely += [design for design in named if not isinstance(design, Unresolved)]
    lookup.blame(Meaning.DESIGN, "design-unknown", means=means, said=said)


def _known_or_meant(text: str, titles: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    """What names the design of a text by itself, or the titles that it plainly means."""
    if not isinstance(catalogue.design(text), Unresolved):
        return (text,)
    means = titles_meant(text, titles)
    return means.choices if means.all_of_them or len(means.choices) == 1 else ()


def _all_of(parts: Sequence[tuple[str, ...]]) -> TitlesMeant:
    """All the titles of a cell's parts; nothing where one of them is unclear."""
    if not parts or not all(parts):
        return TitlesMeant()
    return TitlesMeant(choices=tuple(title for part in parts for title in part), all_of_them=True)


def _title_sentence(text: str, means: TitlesMeant, titles: Sequence[str]) -> str | None:
    """What is said of a text with more than one design in it, or of one that could be any; None for the usual."""
    several = list(dict.fromkeys(means.choices))
    if reads_as_no(text):
        return say(
            "Design {value!r} reads as if nothing were ordered here. If so, delete the row; if not, name the design.",
            value=text,
        )
    if means.count:
        return say(
            "Design {value!r} says how many as well. Write {title} here, and {count} under Quantity.",
            value=text,
            title=several[0],
            count=means.count,
        )
    if means.all_of_them:
        return say(
            'Design {value!r} names several designs. Divide them by ";": {titles}.', value=text, titles=means.suggestion
        )
    if not means.choices and 0 < len(titles) <= _MOST_TITLES:
        there_are = list(dict.fromkeys(titles))
        usual = joined(unknown_title(text), say("The catalogue has {titles}.", titles=listed(there_are)))
        return joined(usual, _of_a_set(text, there_are)) if _BUNDLE.match(text) and len(there_are) > 1 else usual
    return None


_BUNDLE = re.compile(
    r"(?:set|kit|pack(?:age)?|paket|pakke|pakket|bundle|ensemble|lote|conjunto|pacchetto|zestaw|sada)\b", re.IGNORECASE
)


def _of_a_set(text: str, titles: Sequence[str]) -> str:
    """How it is said that a text stands for several designs: Set A."""
    return say(
        'If it stands for several of them: --title "{text}={first}; {second}".',
        text=text,
        first=titles[0],
        second=titles[1],
    )


def _look_up_logos(lookup: RowLookup, rules: Rules) -> None:
    for text in split_items(lookup.row.text(Meaning.LOGO)):
        logo = rules.catalogue.logo(text)
        if isinstance(logo, Unresolved):
            suggestion = lookup.above.get(Meaning.LOGO) or logo.suggestion
            lookup.blame(Meaning.LOGO, logo.code, means=of_one(suggestion))
        else:
            lookup.logos.append(_as_ordered(logo, lookup.row, rules))
            if has_a_sign(text, logo.label):
                lookup.blame(Meaning.LOGO, "logo-doubtful", logo.label, means=of_one(logo.label))


def _as_ordered(logo: LogoRef, row: RosterRow, rules: Rules) -> LogoRef:
    """On the Logos sheet a number makes a number logo, a text a text logo, of a logo the catalogue does not know."""
    known = rules.catalogue.entry_of(logo)
    if not rules.loose or (known and known.type):
        return logo
    kind = LogoKind.NUMBER if row.text(Meaning.NUMBER) else LogoKind.TEXT if row.text(Meaning.NAME) else logo.kind
    return LogoRef(id=logo.id, sku=logo.sku, title=logo.title, kind=kind)


def _check_state(lookup: RowLookup, rules: Rules) -> None:
    """What the order system would refuse as a whole: drafts, and what it has not (or not for us)."""
    named: list[tuple[Meaning, DesignRef | LogoRef]] = [(Meaning.DESIGN, design) for design in lookup.designs]
    named += [(Meaning.LOGO, logo) for logo in lookup.logos]
    for meaning, ref in named:
        entry = rules.catalogue.entry_of(ref)
        state = entry.state if entry else ""
        if state == "draft":
            lookup.blame(meaning, f"{meaning.value}-draft", ref.label)
        elif state == "missing" and not rules.for_child:
            lookup.blame(meaning, f"{meaning.value}-not-there", ref.label)


def _check_written(lookup: RowLookup) -> None:
    """What a number or a quantity may mean, where more than its own cell tells: the cell above, or a garment worn in pairs."""
    for name in {Meaning.PLAYER, Meaning.NAME} & lookup.above.keys():
        lookup.blame(name, "name-ditto", means=of_one(lookup.above[name] or None))
    number, quantity = Meaning.NUMBER, Meaning.QUANTITY
    if number in lookup.above:
        lookup.blame(number, "number-not-digits", means=of_one(_digits(lookup.above[number])))
    elif (cell := lookup.row.cells.get(number)) and cell.date:
        lookup.blame(number, "number-is-date")
    if quantity in lookup.above:
        lookup.blame(quantity, "quantity-not-whole", means=quantity_meant(lookup.above[quantity]))
    elif not (text := lookup.row.text(quantity)).isdecimal() and text:
        titles = [design.label for design in (*lookup.designs, *lookup.likely)]
        in_pairs = bool(titles) and all(worn_in_pairs(words(title)) for title in titles)
        if in_pairs and (means := quantity_meant(text, in_pairs=True)).choices:
            lookup.blame(quantity, "quantity-not-whole", means=means)


def _digits(text: str) -> str | None:
    means = number_meant(text)
    return means.suggestion if len(means.choices) == 1 else None


def _check_size(lookup: RowLookup, catalogue: Catalogue) -> None:
    cell = lookup.row.cells.get(Meaning.SIZE)
    if cell is not None and cell.kind is CellKind.DATE:
        _blame_date(lookup, cell, catalogue)
    if lookup.row.text(Meaning.DESIGN) and not lookup.size:
        without = design_without_size(lookup.row)
        lookup.blame(Meaning.DESIGN if without else Meaning.SIZE, "size-missing", said=without)
    for design in (*lookup.designs, *lookup.likely) if lookup.size else ():
        entry = catalogue.entry_of(design)
        if not entry or not entry.sizes:
            continue
        same = {size.casefold(): size for size in entry.sizes}
        if lookup.size.casefold() not in same:
            _blame_size(lookup, design, entry.sizes, catalogue)
        lookup.size = same.get(lookup.size.casefold(), lookup.size)
    if lookup.row.text(Meaning.DESIGN) and says_no_size(lookup.row.text(Meaning.SIZE)):
        lookup.blame(Meaning.SIZE, "size-unclear", means=of_one(lookup.above.get(Meaning.SIZE) or None))


def _blame_date(lookup: RowLookup, cell: Cell, catalogue: Catalogue) -> None:
    """A size that Excel made a date of, with those of the design's sizes that what was typed may mean."""
    entries = filter(None, map(catalogue.entry_of, (*lookup.designs, *lookup.likely)))
    sizes = next((entry.sizes for entry in entries if entry.sizes), ())
    typed = "-".join(before_it_was_a_date(cell))
    if not sizes or typed in sizes:
        lookup.blame(Meaning.SIZE, "size-is-date")
        return
    said = say(
        "The size is a date ({value}): Excel made one of what was typed. Format the cell as text and type one of the sizes there "
        "are: {sizes}.",
        value=cell.text,
        sizes=", ".join(sizes),
    )
    means = size_meant(typed, sizes) if typed else NOTHING
    lookup.blame(Meaning.SIZE, "size-is-date", means=means, said=asked(said, means))


def _blame_size(lookup: RowLookup, design: DesignRef, sizes: Sequence[str], catalogue: Catalogue) -> None:
    """A size the design is not made in, with those of its sizes that it may mean."""
    text = lookup.meant_by(Meaning.SIZE)
    very = [size for size in sizes if size.casefold() == text.casefold()]
    means = of_one(very[0]) if very else size_meant(text, sizes)
    there_are = f"{design.label}: {', '.join(sizes)}"
    said = sizes_of_two(lookup.size, catalogue) or (
        size_sentence(lookup.size, means, design, catalogue, of_its_garment=_is_of_its_garment(lookup.row))
        if isinstance(means, SizeMeant)
        else _of_each(lookup, means)
    )
    if said is None and _is_of_its_garment(lookup.row) and not means.choices:
        said = say(
            "Size {value!r} is not one of the sizes of {more}. Write one of these, or empty the cell where none is wanted.",
            value=lookup.size,
            more=there_are,
        )
    lookup.blame(Meaning.SIZE, "size-unknown", there_are, means=means, said=said)


def _of_each(lookup: RowLookup, means: Meant) -> str | None:
    """What is said where two sizes are written for two pieces: L / XL."""
    count = len(means.choices)
    if count < _SEVERAL or lookup.row.text(Meaning.QUANTITY) != str(count):
        return None
    return say(
        "Size {value!r} names {count} sizes, and {count} pieces are ordered: if one of each is meant, write a row for each. Did "
        "you mean {sizes}?",
        value=lookup.size,
        count=count,
        sizes=either(list(means.choices)),
    )


def _is_of_its_garment(row: RosterRow) -> bool:
    """Whether a size alone orders the garment it stands under."""
    return Meaning.SIZE in row.columns and row.columns.get(Meaning.DESIGN) is row.columns[Meaning.SIZE]


def _check_printing(lookup: RowLookup, catalogue: Catalogue) -> None:
    """A name or number that the design has no place for is dropped by the vendor without a word: say so before."""
    for design in lookup.designs:
        entry = catalogue.entry_of(design)
        if entry is None:
            continue
        kinds = {logo.kind for logo in lookup.logos}
        no_name, no_number = entry.placeholders.name is False, entry.placeholders.number is False
        if no_name and no_number and kinds & {LogoKind.NUMBER, LogoKind.NAME}:
            continue  # the name and number are for the loose logo of the row
        if lookup.name and no_name and Meaning.NAME in lookup.row.columns and not is_note(lookup.name):
            lookup.blame(Meaning.NAME, "name-not-printable", design.label)
        if lookup.row.text(Meaning.NUMBER) and no_number:
            lookup.blame(Meaning.NUMBER, "number-not-printable", design.label)
        for meaning in nowhere_printed(lookup.row, entry, lookup.name):
            lookup.blame(meaning, f"{meaning.value}-nowhere", design.label)


def _check_loose(lookup: RowLookup, rules: Rules) -> None:
    number, text = lookup.row.text(Meaning.NUMBER), lookup.row.text(Meaning.NAME)
    for logo in lookup.logos:
        if logo.kind is LogoKind.NUMBER and not number:
            lookup.blame(Meaning.NUMBER, "number-missing", logo.label)
        if logo.kind is LogoKind.NAME and not lookup.name and not text:
            lookup.blame(Meaning.NAME, "name-missing", logo.label)
        if rules.loose and number and logo.kind is not LogoKind.NUMBER:
            lookup.blame(Meaning.NUMBER, "logo-takes-no-number", logo.label)
        if rules.loose and text and logo.kind in (LogoKind.NUMBER, LogoKind.COUNTED):
            lookup.blame(Meaning.NAME, "logo-takes-no-text", logo.label)
    if not lookup.row.text(Meaning.LOGO) and lookup.row.text(Meaning.STORAGE_QUANTITY) not in ("", "0"):
        lookup.blame(Meaning.STORAGE_QUANTITY, "storage-without-logo")
    if not lookup.row.text(Meaning.DESIGN) and not lookup.row.text(Meaning.LOGO):
        lookup.blame(Meaning.LOGO if rules.loose else Meaning.DESIGN, "row-without-item")


def _check_order(lookup: RowLookup, rules: Rules) -> None:
    reference = lookup.row.text(Meaning.ORDER)
    if not reference and rules.reference is None:
        lookup.blame(Meaning.ORDER, "reference-missing")
    elif reference and rules.known_references is not None and reference not in rules.known_references:
        written = lookup.meant_by(Meaning.ORDER).casefold()
        like = [known for known in rules.known_references if known.casefold() == written]
        lookup.blame(Meaning.ORDER, "order-unknown", means=of_one(like[0] if like else None))

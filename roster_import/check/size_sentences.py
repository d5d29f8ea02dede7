"""What is said of a size that a garment does not have: whose it is, what else it says, and where there is such a one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.check.meant.wearers import Wearer, wearers_named, without_wearers
from roster_import.check.rows.garments import clash, clothes, fits, is_of_another_use, known_words, title_words, words
from roster_import.check.rows.messages import named
from roster_import.language.messages import joined, listed, say
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from roster_import.check.meant.sizes import SizeMeant
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import ColumnReading
    from roster_import.model.order import DesignRef
    from roster_import.model.workbook import Cell
_ASIDE = re.compile(r"[(\[]([^()\[\]]{3,40})[)\]]")


def size_sentence(
    size: str, means: SizeMeant, design: DesignRef, catalogue: Catalogue, *, of_its_garment: bool = False
) -> str | None:
    """The sentence for a size that is other people's, of another cut or times a number; None where it is none of these.

    `of_its_garment`: it stands under the garment it orders, beside those of others.
    """
    if means.times:
        apart = say("in a column headed Quantity {title}", title=design.label)
        return _times(size, means, apart if of_its_garment else say("as the quantity or as a row for each"))
    if means.otherwise_made:
        return _otherwise_made(size, means, design)
    if means.wearer is Wearer.ANYBODY:
        return None
    others = () if means.theirs else _made_for(means.wearer, design, catalogue)
    said = _of_women(size, means, design) if means.wearer is Wearer.WOMEN else _of_children(size, means, design)
    if not others:
        return said
    return joined(
        said,
        say("There is {others}, too: if that is meant, write it as the design.", others=listed(list(others))),
    )


def sizes_of_two(size: str, catalogue: Catalogue) -> str | None:
    """The sentence for a size that tells that of another garment besides: M (giacca L)."""
    if not (other := _garment_besides(size, catalogue)):
        return None
    return say(
        "Size {value!r} says a size of {other} as well. Write one size here, and the other into a column headed Size "
        "{other}.",
        value=size,
        other=other,
    )


def _garment_besides(size: str, catalogue: Catalogue) -> str:
    """The garment of which a size tells another one in brackets: M (giacca L); its title, where one fits alone."""
    aside = next((match[1] for match in _ASIDE.finditer(size)), "")
    worn = known_words(words(aside))
    if not clothes(worn):
        return ""
    fitting = [title for title in catalogue.titles("design") if fits(worn, title_words(catalogue, title))]
    return fitting[0] if len(fitting) == 1 else aside.split()[0].strip(":")


def _of_women(size: str, means: SizeMeant, design: DesignRef) -> str:
    values = {"value": size, "design": design.label, "sizes": listed(list(means.theirs))}
    if means.theirs:
        return say("Size {value!r} is a ladies' size. For ladies {design} has {sizes}. Write one of these.", **values)
    return say(
        "Size {value!r} is a ladies' size, and {design} has none for ladies. Ask which of its sizes is wanted, and write "
        "that one.",
        **values,
    )


def _of_children(size: str, means: SizeMeant, design: DesignRef) -> str:
    values = {"value": size, "design": design.label, "sizes": listed(list(means.theirs))}
    if means.theirs:
        return say(
            "Size {value!r} is a children's size. For children {design} has {sizes}. Write one of these.", **values
        )
    return say(
        "Size {value!r} is a children's size, and {design} has none for children. Ask which of its sizes is wanted, and "
        "write that one.",
        **values,
    )


def _otherwise_made(size: str, means: SizeMeant, design: DesignRef) -> str:
    return say(
        "Size {value!r} says more than a size, and {design} has none made so. Write {size} for the garment as it comes; "
        "one with other sleeves or another length is a design of its own.",
        value=size,
        design=design.label,
        size=listed(list(means.otherwise_made)),
    )


def _times(size: str, means: SizeMeant, how: str) -> str:
    if len(means.times) == 1:
        return say(
            "Size {value!r} reads like several pieces in one size. Write {size} as the size, and how many {how}.",
            how=how,
            value=size,
            size=means.times[0],
        )
    return say(
        "Size {value!r} may be the size {other}, or several pieces in {size}. Write the size alone, and how many {how}.",
        how=how,
        value=size,
        size=means.times[0],
        other=means.times[1],
    )


def _made_for(wearer: Wearer, design: DesignRef, catalogue: Catalogue) -> tuple[str, ...]:
    """The titles of the catalogue that say the same as the design's, for these people: Home shirt, Home shirt ladies."""
    plain = without_wearers(design.label)
    titles = dict.fromkeys(catalogue.titles("design"))
    return tuple(t for t in titles if wearer in wearers_named(t) and without_wearers(t) == plain and t != design.label)


def design_without_size(row: RosterRow) -> str | None:
    """What is said where a row orders a garment for which no column has a size; nothing of any other row."""
    design, reading = row.cells.get(Meaning.DESIGN), row.columns.get(Meaning.DESIGN)
    if design is None or reading is None:
        return None
    sizes = row.columns.get(Meaning.SIZE)
    if sizes is None:
        return _mark_without_size(design, reading) if design.stands else None
    return _of_another_garment(design, sizes) if sizes.of and _is_of_another(sizes.of, design.text) else None


def _is_of_another(of: str, title: str) -> bool:
    about, titled = words(of), words(title)
    return clash(about, titled) or is_of_another_use(about, titled)


def _of_another_garment(design: Cell, sizes: ColumnReading) -> str:
    return say(
        "{title} is ordered, and no column says in which size: {column} has those of {other}. Add a column headed Size {title}.",
        title=design.text,
        column=named(sizes),
        other=sizes.of,
    )


def _mark_without_size(mark: Cell, reading: ColumnReading) -> str:
    return say(
        "{value!r} under {column} orders {title}, and no column says in which size. Write the size there instead, or add a "
        "column headed Size {title}.",
        value=mark.stands,
        column=named(reading),
        title=mark.text,
    )

"""What the title above the players says they order, where their rows order something else: Auswärtstrikot over Home shirt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.check.rows.garments import (
    CLOTHES,
    clothes,
    fits,
    is_of_a_kit,
    known_words,
    of_a_use,
    title_words,
    words,
)
from roster_import.language.invisible import cut
from roster_import.language.messages import listed, say
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import RowAcross, at_cell
from roster_import.recognise.notes import is_sentence
from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import Layout
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook

_NOT = r" (?:not|no|nicht|kein\w*|ikke|inte|ej|niet|geen|pas|non|nie|ne) (?:the |das |die |le |la |il |el |o )?"
_WORDS = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[–—:,;|!()/]|\s-\s")
_COUNTED = re.compile(r"(?:^|[^\d/.–-])\d{1,2}(?:\s?x)?\s+[^\W\d_]")  # 10 socks; 2025/26 is a season
_MORE = re.compile(  # folded: Merci de prevoir aussi 2 maillots
    r"\+|\b(?:plus|extra|also|more|another|zusatzlich|auch|noch|weitere|ekstra|ogsa|flere|aven|ytterligare|til|ook|nog|aussi|encore"
    r"|supplementaires?|tambien|mas|anche|in piu|ancora|tambem|mais|tez|takze|dodatkow\w*|jeste|navic|myos|lisaksi|ayrica)\b"
)
_OTHER_WORDS = re.compile(r"\b(?:hat|sort|short)\b")  # wer schon eins hat; tal i sort; at short notice
_KIT = re.compile(r"\b(?:kits?|dragt|drakt|tenue|equipacion|completo|stroj|asu)\b")
_NARROW = 2  # cells of a row that is a title
_LONGEST = 200


def titles_of_other_garments(
    workbook: Workbook,
    layouts: Sequence[Layout],
    rows: Sequence[RosterRow],
    lines: Sequence[Line],
    catalogue: Catalogue,
) -> Iterator[Problem]:
    """`text-may-change-order`: what stands right above a heading names a garment, or a logo, that no row beneath orders.

    `lines[i]` is the line of `rows[i]`.
    """
    titles = catalogue.titles("design")
    for layout in layouts if titles else ():
        sheet, here = workbook.sheet(layout.sheet), set(layout.rows)
        ordered = _Ordered.of(
            [line for row, line in zip(rows, lines, strict=True) if row.sheet == layout.sheet and row.row in here],
            catalogue,
        )
        for cell in _above(sheet, layout, layouts) if sheet and ordered.designs else ():
            yield from _told(layout.sheet, cell, ordered, titles, catalogue)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ordered:
    """What the rows beneath a heading order: the titles of designs, what clothes each is (a kit may be any), whether a logo."""

    designs: Sequence[str]
    clothes: Sequence[frozenset[str]]
    logos: bool

    @classmethod
    def of(cls, lines: Sequence[Line], catalogue: Catalogue) -> _Ordered:
        designs = list(dict.fromkeys(design.label for line in lines for design in line.designs))
        worn = [clothes(title_words(catalogue, design)) for design in designs]
        return cls(designs=designs, clothes=worn, logos=any(line.logos for line in lines))


def _told(sheet: str, cell: Cell, ordered: _Ordered, titles: Sequence[str], catalogue: Catalogue) -> Iterator[Problem]:
    """The warning of one text above the players: a title of another garment, or a note that names more than is ordered."""
    text = cell.text[:_LONGEST]
    named = _named(text, titles, catalogue)
    if _names_more(text, ordered, catalogue):
        yield at_cell(sheet, cell).warning("text-may-change-order", _of_more(cell, ordered))
    elif named and named not in ordered.designs:
        yield at_cell(sheet, cell).warning("text-may-change-order", _of_another(cell, named, ordered))
    elif others := _named_besides(text, titles, ordered) or _named_by_use(text, titles, ordered, catalogue):
        yield at_cell(sheet, cell).warning("text-may-change-order", _of_another(cell, listed(others), ordered))


def _names_more(text: str, ordered: _Ordered, catalogue: Catalogue) -> bool:
    """Whether several garments are named of which not all are ordered, some pieces of one that is not, or a logo."""
    worn = [worn for word in words(_OTHER_WORDS.sub(" ", text)) if (worn := word & CLOTHES)]
    missing = [each for each in worn if all(ordered.clothes) and not any(each & one for one in ordered.clothes)]
    told = len(dict.fromkeys(worn)) > 1 or is_sentence(text.rpartition(":")[2]) or _COUNTED.search(text) is not None
    logo = not ordered.logos and any(heading_key(title) in heading_key(text) for title in catalogue.titles("logo"))
    more = _COUNTED.search(text) is not None and bool(worn) and _MORE.search(fold(text)) is not None
    return (bool(missing) and told) or more or logo


def _above(sheet: Sheet, layout: Layout, layouts: Sequence[Layout]) -> Iterator[Cell]:
    """The cells of the narrow rows above the heading, up to the players before it."""
    heading = 0 if isinstance(layout.heading_row, RowAcross) else layout.heading_row or 0
    before = max((row for each in layouts if each.sheet == sheet.name for row in each.rows if row < heading), default=0)
    for row, width in sheet.rows.widths.items():
        if before < row < heading and width <= _NARROW:
            yield from sheet.rows[row].values()


def _named(text: str, titles: Sequence[str], catalogue: Catalogue) -> str | None:
    """The only garment of the catalogue that a part of the text names."""
    for part in _PARTS.split(text):
        of = known_words(words(part))
        fitting = [title for title in titles if fits(of, title_words(catalogue, title))] if clothes(of) else []
        if len(fitting) == 1:
            return fitting[0]
        kit = [title for title in titles if of and is_of_a_kit(of) and fits(of, title_words(catalogue, title))]
        if kit and _KIT.search(fold(part)):
            return kit[0]
    return None


def _named_besides(text: str, titles: Sequence[str], ordered: _Ordered) -> list[str]:
    """The titles that stand in the text word for word, of which no row orders one, but for those within a longer title."""
    line = f" {' '.join(_WORDS.findall(heading_key(text)))} "
    within = [
        title
        for title in titles
        if (key := heading_key(title)) and f" {key} " in line and not re.search(rf"{_NOT}{re.escape(key)} ", line)
    ]
    return [each for each in within if each not in ordered.designs and not any(each in o for o in within if o != each)]


def _named_by_use(text: str, titles: Sequence[str], ordered: _Ordered, catalogue: Catalogue) -> list[str]:
    """The title of the same clothes for another use that stands beside what is ordered: Home shirt (og Away til alle)."""
    if not any(heading_key(design) in heading_key(text) for design in ordered.designs):
        return []
    worn = frozenset().union(*ordered.clothes)
    others = [title for title in titles if title not in ordered.designs]
    alike = [title for title in others if clothes(title_words(catalogue, title)) & worn]
    said = (of_a_use(words(part)) for part in _PARTS.split(text) if not re.search(_NOT, f" {fold(part)} "))
    return [title for of in said if of for title in alike if fits(of, title_words(catalogue, title))][:1]


def _of_another(cell: Cell, named: str, ordered: _Ordered) -> str:
    return say(
        'The title at {address} says "{text}", which may be {named}, and the rows beneath it order {ordered}. If {named} is '
        "meant, write it as their design.",
        address=cell.address,
        text=cut(cell.text),
        named=named,
        ordered=listed(ordered.designs),
    )


def _of_more(cell: Cell, ordered: _Ordered) -> str:
    return say(
        'The note at {address} says "{text}", and what stands beneath it orders {ordered} and nothing else. If more is meant, '
        "write it into rows or columns of its own; then delete the note.",
        address=cell.address,
        text=cut(cell.text),
        ordered=listed(ordered.designs),
    )

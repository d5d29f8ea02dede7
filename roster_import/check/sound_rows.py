"""What is remarked on rows that are in good order by themselves: keepers, socks, two people, blank quantities, garbled names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.counts_in_names import counts_in_names
from roster_import.check.garbled_names import garbled_names
from roster_import.check.keepers import keepers_in_other_shirts
from roster_import.check.nobodys_rows import nobodys_rows
from roster_import.check.quantities_left_blank import quantities_left_blank
from roster_import.check.size_spellings import sizes_of_two_spellings
from roster_import.check.socks_sizes import socks_in_other_sizes
from roster_import.check.titles_above import titles_of_other_garments
from roster_import.check.two_people import rows_of_two
from roster_import.check.unlike_sizes import sizes_unlike_others

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.check.recognised import Recognised
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem


def remarks_on_sound_rows(
    recognised: Recognised,
    rows: Sequence[RosterRow],
    lines: Sequence[Line],
    teams: Mapping[str, str | None],
    catalogue: Catalogue,
) -> Iterator[Problem]:
    """The remarks, most of them warnings; `lines[i]` is the line of `rows[i]`, `teams` names the team of a sheet."""
    ordered = recognised.data, recognised.layouts, rows, lines, catalogue
    spelled = sizes_of_two_spellings(rows, lines, teams)
    yield from spelled
    yield from sizes_unlike_others(rows, lines, catalogue, spelled)
    yield from keepers_in_other_shirts(*ordered)
    yield from titles_of_other_garments(*ordered)
    yield from nobodys_rows(rows, lines, catalogue)
    yield from counts_in_names(rows, lines)
    yield from garbled_names(rows, lines)
    yield from quantities_left_blank(rows)
    yield from socks_in_other_sizes(rows, lines, catalogue)
    yield from rows_of_two(rows)

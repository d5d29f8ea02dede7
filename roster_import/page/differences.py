"""What a club's roster has that its last order had not, and the other way round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.language.messages import joined
from roster_import.pipeline.effects import opened_ledger
from roster_import.place.amendments import labels, names_of, pieces, words

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from roster_import.model.order import Order
    from roster_import.page.signed import Signed
    from roster_import.page.site import Site
    from roster_import.place.ledger.entry import Entry

_MOST = 30  # lines that are shown of each


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What came and went since an order, a line for each kind of piece; `more` is how many lines are left out."""

    reference: str
    placed: str
    came: tuple[str, ...]
    went: tuple[str, ...]
    more: int = 0

    @property
    def is_none(self) -> bool:
        """Whether just the same would be ordered."""
        return not self.came and not self.went


def entries_of_club(site: Site, club: str) -> list[Entry]:
    """The club's orders that were taken, or may have been, oldest first."""
    with opened_ledger(site.settings, make=False) as ledger:
        return [entry for entry in ledger.taken_from(f"/{club}/") if _is_within(entry.file, site)]


def _is_within(file: str, site: Site) -> bool:
    return file.startswith(f"{site.folder.absolute()}/")


def since_last_order(orders: Sequence[Order], entries: Sequence[Entry], signed: Signed) -> Differences | None:
    """How a roster differs from the club's last order of another file; None where there is none."""
    last = next((entry for entry in reversed(entries) if not entry.file.endswith(f"/{signed.name}")), None)
    if last is None or not orders:
        return None
    names = names_of([last], *orders)
    before, now = pieces(last.order, names), sum((pieces(order, names) for order in orders), type(pieces(orders[0]))())
    called = labels(last.order, names)
    for order in orders:
        called |= labels(order, names)
    came, went = _lines(now - before, called), _lines(before - now, called)
    left_out = max(0, len(came) - _MOST) + max(0, len(went) - _MOST)
    return Differences(
        reference=last.order.reference,
        placed=last.placed_at or last.created_at,
        came=tuple(came[:_MOST]),
        went=tuple(went[:_MOST]),
        more=left_out,
    )


def _lines(counted: Counter[tuple[str, ...]], called: dict[str, str]) -> list[str]:
    return [joined(f"{count} ×", words(what, called)) for what, count in counted.items()]

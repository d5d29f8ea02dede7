"""What a club's roster has that its last order had not, and the other way round."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.language.messages import joined
from roster_import.pipeline.effects import opened_ledger
from roster_import.place.amendments import family, labels, names_of, ordering, pieces, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model.order import Order
    from roster_import.page.signed import Signed
    from roster_import.page.site import Site
    from roster_import.place.ledger.entry import Entry

_MOST = 30  # lines that are shown of each


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What came and went since an order, a line for each kind of piece; `more` is how many lines are left out.

    So many pieces are `new`, `gone`, and in both (`again`). `of_others`: somebody has a name or a number here, and nobody has the
    same as before.
    """

    reference: str
    placed: str
    came: tuple[str, ...]
    went: tuple[str, ...]
    more: int = 0
    new: int = 0
    gone: int = 0
    again: int = 0
    of_others: bool = False

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
    return between(with_additions(last, entries) or [last], orders)


def with_additions(of: Entry, entries: Sequence[Entry]) -> Sequence[Entry]:
    """An order with what was added to it since, of which something was ordered, the first first."""
    first = next((entry for entry in entries if entry.id == (of.amends or of.id)), of)
    return ordering(family(first, entries))


def between(before: Sequence[Entry], orders: Sequence[Order]) -> Differences:
    """How orders differ from what was ordered before, the first of which they are compared with by name."""
    names = names_of(before, *orders)
    ordered, wanted = (_counted(of, names) for of in ([entry.order for entry in before], orders))
    called: dict[str, str] = {}
    for order in (*(entry.order for entry in before), *orders):
        called |= labels(order, names)
    came, went = _lines(wanted - ordered, called), _lines(ordered - wanted, called)
    return Differences(
        reference=before[0].order.reference,
        placed=before[-1].placed_at or before[-1].created_at,
        came=tuple(came[:_MOST]),
        went=tuple(went[:_MOST]),
        more=max(0, len(came) - _MOST) + max(0, len(went) - _MOST),
        new=(wanted - ordered).total(),
        gone=(ordered - wanted).total(),
        again=(wanted & ordered).total(),
        of_others=any(map(_is_somebodys, wanted)) and not any(map(_is_somebodys, wanted & ordered)),
    )


def _is_somebodys(piece: tuple[str, ...]) -> bool:
    """Whether a garment has a name or a number on it: others of its size are alike, whoever wears them."""
    kind, _, _, *texts = piece
    return kind == "design" and any(texts)


def _counted(orders: Iterable[Order], names: dict[str, str]) -> Counter[tuple[str, ...]]:
    return sum((pieces(order, names) for order in orders), Counter())


def _lines(counted: Counter[tuple[str, ...]], called: dict[str, str]) -> list[str]:
    return [joined(f"{count} ×", words(what, called)) for what, count in counted.items()]

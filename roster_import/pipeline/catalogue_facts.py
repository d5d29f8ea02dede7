"""What the order system says of the designs and logos that rosters name: asked for, kept, and checked with."""

from __future__ import annotations

import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from roster_import.errors import UsageError, WriteError
from roster_import.language.messages import ended, say
from roster_import.model.order import DesignRef
from roster_import.model.problem import FILE
from roster_import.model.remote_catalogue import Assortment
from roster_import.model.report import Checked
from roster_import.model.vat import Vat
from roster_import.pipeline.effects import realm, sender
from roster_import.pipeline.file_limits import checked_within
from roster_import.pipeline.sandbox import order_system
from roster_import.pipeline.session import assortment_path
from roster_import.place.fetch_catalogue import load, save

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from roster_import.check.recognised import Recognised
    from roster_import.model.catalogue import CatalogueEntry, ItemKind
    from roster_import.model.estimate import Estimate
    from roster_import.model.order import LogoRef, Order
    from roster_import.model.problem import Problem
    from roster_import.model.report import FileReport, Report
    from roster_import.place.fetch_catalogue import Told
    from roster_import.place.ledger.entry import Entry
    from roster_import.place.ledger.ledger import Ledger
    from roster_import.read import Limits
    from roster_import.settings import Settings
    from roster_import.targets.protocol import Target

Wanted = frozenset[tuple["ItemKind", int]]
Codes = dict[tuple["ItemKind", str], int]
"""What an item number (in any case) is the number of: its id."""

# What an answer of yesterday may have to answer for: such an error is given only by what was told just now.
_BY_FACTS = frozenset(
    {
        *("design-draft", "logo-draft", "name-not-printable", "number-not-printable", "name-nowhere", "number-nowhere"),
        *("placeholder-unknown", "placeholder-not-digits", "placeholder-two-values"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Where what one order system has is kept: the file beside the ledger, and the name it goes by there."""

    path: Path
    name: str

    def read(self) -> Assortment:
        """What is kept of it."""
        return load(self.path).get(self.name, Assortment())

    def write(self, assortment: Assortment) -> None:
        """Keep it. A folder that cannot be written to stands in nobody's way: it is asked for again."""
        with suppress(WriteError, OSError):
            save(self.path, {**load(self.path), self.name: assortment})


def shelf(settings: Settings, *, sandbox: bool) -> Shelf:
    """The shelf of the settings' order system; rehearsals with the sandbox of one run share one, whatever its port."""
    book = realm(settings, sandbox=sandbox)
    name = "sandbox" if book == "sandbox" else f"{settings.target} {settings.url or ''}".strip()
    return Shelf(path=assortment_path(settings), name=name)


def known_facts(settings: Settings, *, sandbox: bool) -> tuple[CatalogueEntry, ...]:
    """What is kept of the order system, as entries of the catalogue."""
    return shelf(settings, sandbox=sandbox).read().entries(time.time())


def is_offline(settings: Settings) -> bool:
    """Whether the order system is not to be asked what it has."""
    return settings.offline or settings.target != "kitmaker"


def earlier_orders(settings: Settings, ledger: Ledger, *, sandbox: bool) -> Sequence[Entry]:
    """The latest confirmed orders of the settings' order system and book."""
    return ledger.confirmed(realm(settings, sandbox=sandbox), settings.target)


def codes_of(entries: Iterable[Entry]) -> Codes:
    """The ids that confirmed orders gave for item numbers."""
    codes: Codes = {}
    for entry in entries:
        for item in entry.confirmation.items if entry.confirmation else ():
            if item.id is not None and item.code:
                codes[(item.kind, item.code.casefold())] = item.id
    return codes


def estimator(
    settings: Settings,
    ledger: Ledger,
    orders: Sequence[tuple[Order, Mapping[DesignRef | LogoRef, str]]],
    target: Target,
    *,
    sandbox: bool,
) -> Callable[[Order], Estimate | None]:
    """What says of each of the orders what it may cost, by what is known now and by the prices listed for it."""
    from roster_import.place.estimate import estimate
    from roster_import.place.listed_prices import ListedPrices, estimate_as_listed

    if not orders:  # a long ledger is not read for nothing
        return lambda _: None
    if target.wants_prices:
        vat = _vat_of_prices(settings)
        listed = ListedPrices(vat=vat) if vat else ListedPrices()
        as_sent = {order.reference: estimate_as_listed(order, listed) for order, _ in orders if vat}
        return lambda order: _unless_empty(as_sent.get(order.reference))
    if settings.target != "kitmaker":
        return lambda _: None
    assortment, entries = shelf(settings, sandbox=sandbox).read(), earlier_orders(settings, ledger, sandbox=sandbox)
    estimates = {
        order.reference: estimate(
            order,
            assortment,
            [entry for entry in entries if entry.identity.reference != order.reference],
            ListedPrices(prices=prices),
        )
        for order, prices in orders
    }
    return lambda order: estimates.get(order.reference)


def _unless_empty(estimate: Estimate | None) -> Estimate | None:
    """An estimate that says something: an order system that has its own prices is sent none."""
    return estimate if estimate and estimate.parts else None


def _vat_of_prices(settings: Settings) -> Vat | None:
    """Whether VAT is in the prices that are sent; None where none are, as the order system has its own.

    Dropday's documents do not say what a price is.
    """
    if settings.target != "jtl":
        return Vat.UNKNOWN
    return {"net": Vat.WITHOUT, "gross": Vat.WITH}.get(str(settings.system.get("prices") or "net"))


def with_estimates(report: Report, guess: Callable[[Order], Estimate | None]) -> Report:
    """The report, each order but those of earlier runs with what it was expected to cost."""

    def estimated(file: FileReport) -> FileReport:
        new = (
            placement if placement.already else replace(placement, estimate=guess(placement.order))
            for placement in file.placements
        )
        return replace(file, placements=tuple(new))

    return replace(report, files=tuple(map(estimated, report.files)))


# ------------------------------------------------------------------------------------------ what a check asks for


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the order system told of designs and logos: some time ago, and just now of those that were `asked` for."""

    assortment: Assortment
    now: float
    asked: Wanted = frozenset()
    missing: Wanted = frozenset()
    absent: tuple[CatalogueEntry, ...] = ()
    trouble: str = ""

    @property
    def entries(self) -> tuple[CatalogueEntry, ...]:
        """The facts, as entries of the catalogue."""
        return (*self.assortment.entries(self.now), *self.absent)

    def with_told(self, told: Told, asked: Wanted) -> Facts:
        """The facts with what was told just now: what is asked for a second time leaves the first answers as they are."""
        assortment = told.kept_in(self.assortment, self.now)
        return replace(
            self,
            assortment=assortment,
            asked=self.asked | asked,
            missing=self.missing | told.missing,
            absent=tuple({(no.kind, no.id): no for no in (*self.absent, *told.absent(assortment))}.values()),
            trouble=told.trouble,
        )


@dataclass(slots=True, kw_only=True)
class OrderSystemFacts:
    """Asks the order system about designs and logos, as long as the block, and keeps what it told.

    `connected` says that the settings reach the order system as they are; else they may not, and nothing is asked.
    """

    settings: Settings
    target: Target
    sandbox: bool
    connected: bool
    shelf: Shelf
    stack: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> OrderSystemFacts:
        return self

    def __exit__(self, *_: object) -> None:
        self.stack.close()

    def ask(self, facts: Facts, wanted: Wanted, *, again: bool = False) -> Facts:
        """The facts with what the order system says of what is wanted; as they are where it cannot be reached.

        `again` asks for the logos on the designs, too, however lately they were told.
        """
        if not wanted or facts.trouble or not self._reach():
            return facts
        told = _ask(self.settings, self.target, wanted, facts, again=again)
        facts = facts.with_told(told, wanted)
        self.shelf.write(facts.assortment)
        return facts

    def _reach(self) -> bool:
        """Whether the order system can be reached; not where no address or key is set."""
        if self.connected:
            return True
        if not self.sandbox and self.settings.url is None:
            return False  # nobody to ask: the keyring need not be looked into
        try:
            system = order_system(self.settings, sandbox=self.sandbox, poll_interval_given=False)
            self.settings = self.stack.enter_context(system)
        except UsageError:
            return False
        self.connected = True
        return True


def check_asking(
    recognised: Sequence[Recognised | Checked],
    system: OrderSystemFacts,
    ledger: Ledger,
    target: Target,
    limits: Limits,
) -> list[Checked]:
    """The files checked with what the order system says of what they name; it is asked where that is not known yet.

    Each file is checked once. Only where an error rests on what was said some time ago that is asked for again, and files
    with errors are judged anew: such an error is given only by what was told just now.
    """
    from roster_import.check.recognised import named_in

    facts = Facts(assortment=system.shelf.read(), now=time.time())
    named = [() if isinstance(file, Checked) else named_in(file, facts.entries) for file in recognised]
    codes = _codes_known(named, system, ledger)
    wanted = [_wanted(refs, facts.assortment, codes) for refs in named]
    everything = frozenset[tuple["ItemKind", int]]().union(*wanted)
    facts = system.ask(facts, _lacking(everything, facts))
    checked = [checked_within(file, facts.entries, target, limits) for file in recognised]
    if _depends(checked):
        newer = system.ask(facts, everything - facts.asked, again=True)
        told, facts = newer.asked - facts.asked, newer
        checked = [
            checked_within(file, facts.entries, target, limits) if told and (before.errors or ids & told) else before
            for file, before, ids in zip(recognised, checked, wanted, strict=True)
        ]
    absent = {(entry.kind, entry.id) for entry in facts.absent}
    unshown = [ids & (facts.missing - absent) for ids in wanted]
    asking = next((at for at, refs in enumerate(named) if refs), 0)
    return [
        _with_warnings(file, ids, facts.trouble if at == asking else "")
        for at, (file, ids) in enumerate(zip(checked, unshown, strict=True))
    ]


def _codes_known(named: Iterable[Iterable[DesignRef | LogoRef]], system: OrderSystemFacts, ledger: Ledger) -> Codes:
    """The ids of item numbers, from confirmed orders; a long ledger is not read where every id is written."""
    if all(ref.id is not None for refs in named for ref in refs):
        return {}
    return codes_of(earlier_orders(system.settings, ledger, sandbox=system.sandbox))


def _wanted(named: Iterable[DesignRef | LogoRef], assortment: Assortment, codes: Codes) -> Wanted:
    """The ids of what a file names, as far as they are known."""
    wanted: set[tuple[ItemKind, int]] = set()
    for ref in named:
        kind: ItemKind = "design" if isinstance(ref, DesignRef) else "logo"
        number = ref.id
        if number is None:
            code = (ref.mul if isinstance(ref, DesignRef) else ref.sku) or ""
            look_up = assortment.design_id if kind == "design" else assortment.logo_id
            number = look_up(code) or codes.get((kind, code.casefold()))
        if number is not None:
            wanted.add((kind, number))
    return frozenset(wanted)


def _lacking(wanted: Wanted, facts: Facts) -> Wanted:
    fresh = {"design": facts.assortment.fresh_design, "logo": facts.assortment.fresh_logo}
    return frozenset((kind, number) for kind, number in wanted if not fresh[kind](number, facts.now))


def _depends(checked: Iterable[Checked]) -> bool:
    """Whether an error rests on what the order system said some time ago."""
    return any(problem.code in _BY_FACTS for file in checked for problem in file.errors)


def _ask(settings: Settings, target: Target, wanted: Wanted, facts: Facts, *, again: bool) -> Told:
    import asyncio

    from roster_import.place.fetch_catalogue import Asker, patience
    from roster_import.targets import target as target_named

    async def ask() -> Told:
        access = target_named(target.name, settings.system).access()
        async with sender(access, settings) as sending:
            return await Asker(sending=sending, patience=patience(settings)).ask(
                sorted(number for kind, number in wanted if kind == "design"),
                sorted(number for kind, number in wanted if kind == "logo"),
                lambda number: not again and facts.assortment.fresh_logo(number, facts.now),
            )

    return asyncio.run(ask())


def _with_warnings(checked: Checked, unshown: Wanted, trouble: str) -> Checked:
    """The file, with a warning where the order system was not reached, and where it shows nothing of what the file names."""
    warnings = [*([_unreachable(trouble)] if trouble else []), *([_not_shown(unshown)] if unshown else [])]
    return replace(checked, problems=(*checked.problems, *warnings)) if warnings else checked


def _not_shown(unshown: Wanted) -> Problem:
    message = say(
        "The order system shows nothing of what was asked for ({names}): it has none of it, or does not show it to this key. It "
        "is ordered as written; whether names and numbers are printed, only the confirmed order tells.",
        names=", ".join(f"{kind} {number}" for kind, number in sorted(unshown)),
    )
    return FILE.warning("catalogue-not-shown", message)


def _unreachable(trouble: str) -> Problem:
    message = say(
        "The order system could not be asked what it has: {trouble} What was known before was checked with; a name or number "
        "that a design has no place for may not be noticed before the order is confirmed.",
        trouble=ended(trouble),
    )
    return FILE.warning("catalogue-unreachable", message)

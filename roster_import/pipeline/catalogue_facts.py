"""What the order system says of the designs and logos that rosters name: asked for, kept, and checked with."""

from __future__ import annotations

import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.errors import UsageError, WriteError
from roster_import.language.messages import ended, say
from roster_import.model.order import DesignRef
from roster_import.model.problem import Problem
from roster_import.model.remote_catalogue import Assortment
from roster_import.pipeline.effects import realm, sender
from roster_import.pipeline.sandbox import order_system
from roster_import.place.catalogue_cache import load, save

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from roster_import.check.check_workbook import CheckOptions
    from roster_import.model.catalogue import CatalogueEntry, ItemKind
    from roster_import.model.estimate import Estimate
    from roster_import.model.order import Order
    from roster_import.model.report import Checked, FileReport, Report
    from roster_import.place.entry import Entry
    from roster_import.place.fetch_catalogue import Told
    from roster_import.place.ledger import Ledger
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
    from roster_import.pipeline.session import memory_path

    book = realm(settings, sandbox=sandbox)
    name = "sandbox" if book == "sandbox" else f"{settings.target} {settings.url or ''}".strip()
    return Shelf(path=memory_path(settings).with_name("assortment.json"), name=name)


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
    found: Codes = {}
    for entry in entries:
        for item in entry.confirmation.items if entry.confirmation else ():
            if item.id is not None and item.code:
                found[(item.kind, item.code.casefold())] = item.id
    return found


def estimator(
    settings: Settings, ledger: Ledger, orders: Iterable[Order], *, sandbox: bool
) -> Callable[[Order], Estimate | None]:
    """What says of each of the orders what it may cost, by what is known now; None for systems that are sent prices."""
    from roster_import.place.estimate import estimate

    wanted = list(orders) if settings.target == "kitmaker" else []
    if not wanted:  # a long ledger is not read for nothing
        return lambda _: None
    assortment, entries = shelf(settings, sandbox=sandbox).read(), earlier_orders(settings, ledger, sandbox=sandbox)
    found = {
        order.reference: estimate(
            order, assortment, [one for one in entries if one.identity.reference != order.reference]
        )
        for order in wanted
    }
    return lambda order: found.get(order.reference)


def with_estimates(report: Report, guess: Callable[[Order], Estimate | None]) -> Report:
    """The report, each order but those of earlier runs with what it was expected to cost."""

    def estimated(one: FileReport) -> FileReport:
        new = (each if each.already else replace(each, estimate=guess(each.order)) for each in one.placements)
        return replace(one, placements=tuple(new))

    return replace(report, files=tuple(map(estimated, report.files)))


# ------------------------------------------------------------------------------------------ what a check asks for


def checked_with_facts(
    checked: Sequence[Checked],
    answers: CheckOptions,
    settings: Settings,
    ledger: Ledger,
    target: Target,
    *,
    sandbox: bool,
    connected: bool,
) -> tuple[list[Checked], CheckOptions]:
    """The files checked again with what the order system says of what they name, where that is not known yet.

    `connected` says that the settings reach the order system as they are; else they may not, and nothing is asked.
    """
    now, place = time.time(), shelf(settings, sandbox=sandbox)
    assortment, found, trouble = place.read(), list(checked), ""
    by_code = any(ref.id is None for one in checked for ref in one.named)
    codes = codes_of(earlier_orders(settings, ledger, sandbox=sandbox)) if by_code else {}
    wanted = frozenset[tuple["ItemKind", int]]().union(*(_wanted(one, assortment, codes) for one in checked))
    asked: Wanted = frozenset()
    missing: Wanted = frozenset()
    absent: dict[
        tuple[ItemKind, int | None], CatalogueEntry
    ] = {}  # of every asking: a second one asks for the others alone
    with ExitStack() as open_systems:
        for only_doubts in (False, True):
            lacking = _lacking(wanted - asked, assortment, now)
            if only_doubts:
                lacking = wanted - asked if _depends(found) else frozenset()
            reach = _reached(settings, open_systems, sandbox=sandbox, connected=connected) if lacking else None
            if not lacking or reach is None or trouble:
                continue
            told = _ask(reach, target, lacking, assortment, now, again=only_doubts)
            settings, connected = reach, True
            asked, trouble = asked | lacking, told.trouble
            assortment = told.kept_in(assortment, now)
            place.write(assortment)
            absent |= {(one.kind, one.id): one for one in told.absent(assortment)}
            missing |= told.missing
            answers = replace(answers, facts=(*assortment.entries(now), *absent.values()))
            found = [_again(one, answers, target, _wanted(one, assortment, codes) & lacking) for one in found]
    unshown = [_wanted(one, assortment, codes) & (missing - absent.keys()) for one in found]
    return [_with_doubts(*each) for each in zip(_with_trouble(found, trouble), unshown, strict=True)], answers


def _wanted(checked: Checked, assortment: Assortment, codes: Codes) -> Wanted:
    """The ids of what a file names, as far as they are known."""
    found: set[tuple[ItemKind, int]] = set()
    for ref in checked.named:
        kind: ItemKind = "design" if isinstance(ref, DesignRef) else "logo"
        number = ref.id
        if number is None:
            code = (ref.mul if isinstance(ref, DesignRef) else ref.sku) or ""
            look_up = assortment.design_id if kind == "design" else assortment.logo_id
            number = look_up(code) or codes.get((kind, code.casefold()))
        if number is not None:
            found.add((kind, number))
    return frozenset(found)


def _lacking(wanted: Wanted, assortment: Assortment, now: float) -> Wanted:
    fresh = {"design": assortment.fresh_design, "logo": assortment.fresh_logo}
    return frozenset((kind, number) for kind, number in wanted if not fresh[kind](number, now))


def _depends(checked: Sequence[Checked]) -> bool:
    """Whether an error rests on what the order system said some time ago."""
    return any(problem.code in _BY_FACTS for one in checked for problem in one.errors)


def _reached(settings: Settings, stack: ExitStack, *, sandbox: bool, connected: bool) -> Settings | None:
    """Settings that reach the order system; None where no address or key is set."""
    if connected:
        return settings
    if not sandbox and settings.url is None:
        return None  # nobody to ask: the keyring need not be looked into
    try:
        return stack.enter_context(order_system(settings, sandbox=sandbox, poll_interval_given=False))
    except UsageError:
        return None


def _ask(
    settings: Settings, target: Target, wanted: Wanted, assortment: Assortment, now: float, *, again: bool
) -> Told:
    import asyncio

    from roster_import.place.fetch_catalogue import Asker, patience
    from roster_import.targets import target as target_named

    async def ask() -> Told:
        access = target_named(target.name, settings.system).access()
        async with sender(access, settings) as sending:
            return await Asker(sending=sending, patience=patience(settings)).ask(
                sorted(number for kind, number in wanted if kind == "design"),
                sorted(number for kind, number in wanted if kind == "logo"),
                lambda number: not again and assortment.fresh_logo(number, now),
            )

    return asyncio.run(ask())


def _again(one: Checked, answers: CheckOptions, target: Target, told: Wanted) -> Checked:
    """The file checked again, where something it names was told of, or a title that was told may mend it."""
    from roster_import.check.check_workbook import check_roster

    workbook = one.workbook
    return (
        one
        if workbook is None or not (told or one.errors)
        else check_roster(one.path, lambda: workbook, answers, target)
    )


def _with_doubts(checked: Checked, unshown: Wanted) -> Checked:
    """The file, with a warning where the order system shows nothing of something that it names."""
    if not unshown:
        return checked
    message = say(
        "The order system shows nothing of what was asked for ({names}): it has none of it, or does not show it to this key. It "
        "is ordered as written; whether names and numbers are printed, only the confirmed order tells.",
        names=", ".join(f"{kind} {number}" for kind, number in sorted(unshown)),
    )
    problem = Problem(level="warning", code="catalogue-not-shown", message=message)
    return replace(checked, problems=(*checked.problems, problem))


def _with_trouble(checked: Sequence[Checked], trouble: str) -> list[Checked]:
    """The files, the first that names something with a warning that the order system did not say what it has."""
    if not trouble:
        return list(checked)
    message = say(
        "The order system could not be asked what it has: {trouble} What was known before was checked with; a name or number "
        "that a design has no place for may not be noticed before the order is confirmed.",
        trouble=ended(trouble),
    )
    problem = Problem(level="warning", code="catalogue-unreachable", message=message)
    found = list(checked)
    at = next(at for at, one in enumerate(checked) if one.named)
    found[at] = replace(found[at], problems=(*found[at].problems, problem))
    return found

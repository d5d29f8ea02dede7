"""A check asks an order system whether it has what is ordered, where its target can look without placing anything.

An import does not: it looks as it places, before anything is sent.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from roster_import.errors import NoAnswer, UsageError
from roster_import.language.messages import ended, say
from roster_import.model.problem import FILE
from roster_import.pipeline.effects import sender
from roster_import.pipeline.sandbox import order_system
from roster_import.targets import target as target_named
from roster_import.targets.protocol import Refused, Unplaceable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked
    from roster_import.place.conversation import Looks
    from roster_import.settings import Settings


def with_what_is_there(checked: Sequence[Checked], settings: Settings, *, sandbox: bool) -> list[Checked]:
    """The files, those without errors with what the order system has not of what they order.

    Nobody is asked where nothing says how the order system is reached; a sandbox has nobody's items but its own.
    """
    target = target_named(settings.target, settings.system)
    if settings.offline or sandbox or not hasattr(target, "looking") or not any(file.orders for file in checked):
        return list(checked)
    import asyncio

    try:
        with order_system(settings, sandbox=False, poll_interval_given=False) as connected:
            return asyncio.run(_looked_for(checked, connected))
    except UsageError:
        return list(checked)


async def _looked_for(checked: Sequence[Checked], settings: Settings) -> list[Checked]:
    from roster_import.place.conversation import Looks
    from roster_import.place.fetch_catalogue import patience

    target, files = target_named(settings.target, settings.system), list(checked)
    async with sender(target.access(), settings) as sending:
        looks = Looks(lambda request, read: sending.send(request, read, patience(settings)))
        for at, file in enumerate(checked):
            try:
                files[at] = await _with_what_is_not(file, target, looks)
            except NoAnswer as error:
                files[at] = _with_problems(file, [_not_asked(target.title, error.message)])
                break  # who does not answer for one file is not asked for the next
    return files


async def _with_what_is_not(file: Checked, target: Any, looks: Looks) -> Checked:
    from roster_import.check.alike import said_once
    from roster_import.check.target_objections import told_at_cells

    problems: list[Problem] = []
    for order in file.orders:
        end = await looks.go_through(target.looking(target.body(order, 0)))
        if not isinstance(end, Unplaceable):
            continue
        objections = target.objections(order, Refused(message=end.message, code=0, faults=end.faults))
        told = told_at_cells(file, order, objections)
        problems += told or [_not_asked(target.title, end.message)]
    return _with_problems(file, said_once(tuple(problems)))


def _with_problems(file: Checked, problems: Sequence[Problem]) -> Checked:
    stops = any(problem.level == "error" for problem in problems)
    return replace(file, problems=(*file.problems, *problems), orders=() if stops else file.orders)


def _not_asked(title: str, trouble: str) -> Problem:
    message = say(
        "{system} could not be asked whether it has what is ordered: {trouble} It is asked again before anything is sent.",
        system=title,
        trouble=ended(trouble),
    )
    return FILE.warning("catalogue-unreachable", message)

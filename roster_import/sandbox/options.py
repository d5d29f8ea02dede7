"""What can be set: where the sandbox listens, what it remembers, and a switch for each thing the documents leave open.

A switch is a field of `KitMakerSwitches`; on a command line `replay_status` is written `replay-status=200`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, cast

from roster_import.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from dataclasses import Field
    from pathlib import Path


def _one_of(choice: str, *others: str, why: str) -> Any:
    return field(default=choice, metadata={"choices": (choice, *others), "why": why})


def _any(default: object, *, why: str) -> Any:
    return field(default=default, metadata={"why": why})


@dataclass(frozen=True, slots=True, kw_only=True)
class KitMakerSwitches:
    """How the stand-in for KitMaker behaves where the documents are silent; raises UsageError for a value it has not.

    `refused` always means: answered with 4xx, nothing placed; `failed`: taken, and `Failed` after the delay.
    """

    # the answer to a key that was seen before
    replay_status: Literal["202", "200"] = _one_of("202", "200", why="status code of the answer to a known key")
    replay_body: Literal["pending", "current"] = _one_of(
        "pending", "current", why="`status` in that answer: always Pending, or as it is by then"
    )
    other_body: Literal["original", "409", "422"] = _one_of(
        "original", "409", "422", why="a known key with another body: the first order's answer, or an error"
    )
    rejected_key: Literal["free", "used"] = _one_of(
        "free", "used", why="whether a POST that was refused has used up its key"
    )
    failed_key: Literal["used", "free"] = _one_of(
        "used", "free", why="whether the key of an order that ended Failed can place another"
    )
    concurrent_key: Literal["wait", "409"] = _one_of(
        "wait", "409", why="a second POST with the key while the first is being taken: waits for it, or 409"
    )
    key_length: int = _any(0, why="longest key accepted, 0: any")
    taking_time: float = _any(0.0, why="seconds a POST takes before the order is in")

    # what is refused, when and how
    unknown_item: Literal["refused", "failed", "accepted"] = _one_of(
        "refused", "failed", "accepted", why="an unknown design or logo"
    )
    draft_item: Literal["refused", "failed"] = _one_of(
        "refused", "failed", why="a design or logo that is still a draft"
    )
    unknown_size: Literal["refused", "failed", "accepted"] = _one_of(
        "refused", "failed", "accepted", why="a size the design is not made in"
    )
    unknown_placeholder: Literal["refused", "ignored"] = _one_of(
        "refused", "ignored", why="a value in `logoValues` for a placeholder the design has not"
    )
    stray_value: Literal["ignored", "refused"] = _one_of(
        "ignored", "refused", why="a `value` for a loose logo that carries no text"
    )
    two_names: Literal["refused", "allowed"] = _one_of(
        "refused", "allowed", why="id and item number given for one design or logo; the id counts"
    )
    missing_array: Literal["accepted", "refused"] = _one_of(
        "accepted", "refused", why="`designs` or `logos` left out of the body"
    )
    same_reference: Literal["accepted", "refused"] = _one_of(
        "accepted", "refused", why="a reference that was used before (refused with 409)"
    )
    invalid_status: Literal["400", "422"] = _one_of("400", "422", why="status code of a body that is refused")
    organization_status: Literal["403", "400", "404"] = _one_of(
        "403", "400", "404", why="status code for an organization that is not the caller's own or its child"
    )
    error_body: Literal["json", "details", "plain", "html"] = _one_of(
        "json", "details", "plain", "html", why="form of an error's body; details: a list of fields and messages"
    )
    limit_over: Literal["capped", "refused"] = _one_of("capped", "refused", why="a `limit` above the documented most")

    # what a confirmed order looks like
    instances: Literal["kept", "merged", "reversed"] = _one_of(
        "kept", "merged", "reversed", why="instances in the confirmed order: as sent, equal ones added, other order"
    )
    number_logo: Literal["entries", "total", "digits"] = _one_of(
        "entries", "total", "digits", why="a number logo in the confirmed order: per digit entry, once, or per digit"
    )
    storage: Literal["excluded", "included"] = _one_of(
        "excluded", "included", why="whether a confirmed logo's quantity counts those put in storage"
    )
    absent: Literal["null", "omitted", "empty"] = _one_of(
        "null", "omitted", "empty", why="a text that was not sent, in the confirmed order"
    )
    extra_fields: Literal["no", "yes"] = _one_of("no", "yes", why="fields that no document mentions, in every answer")
    logo_type: Literal["named", "transfer"] = _one_of(
        "named", "transfer", why="`logoType` of placeholders: NameLogo and so on, or TRANSFER for all"
    )
    total: Literal["exact", "added"] = _one_of(
        "exact", "added", why="the total: of the unrounded sum, or of the rounded sub total and VAT"
    )
    vat_rate: Decimal = field(default=Decimal("25.00"), metadata={"why": "per cent"})
    currency: str = _any("DKK", why="ISO 4217")

    # orders that end badly
    fail_marker: str = _any("[fail]", why="a reference with this in it ends Failed")
    pending_marker: str = _any("[pending]", why="a reference with this in it stays Pending for ever")
    failed_message: str = _any("The order could not be placed.", why="errorMessage of an order failed on request")

    # counters of a fresh store, and who is calling
    first_id: int = _any(4711, why="first tracking id")
    first_order_number: int = _any(20002502, why="first order number")
    organization: int = _any(12345, why="the caller's own organization")

    def __post_init__(self) -> None:
        for one in fields(self):
            choices = one.metadata.get("choices")
            if choices and getattr(self, one.name) not in choices:
                raise _no_such_value(one, str(getattr(self, one.name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxOptions:
    """Everything a sandbox can be started with.

    `state` is the file that survives a restart (None: memory). `delay` is in seconds, from placing to Completed or
    Failed. `faults` are specifications as `place:drop-after-taking*2`; `seed` decides those that come by chance.
    `control` opens the endpoints under /sandbox. `log` is given one line per request; without it nothing is said.
    """

    state: Path | None = None
    host: str = "127.0.0.1"
    port: int = 0
    api_key: str = field(default="sandbox-key", repr=False)
    delay: float = 3.0
    catalogue: Path | None = None
    faults: tuple[str, ...] = ()
    seed: int = 0
    control: bool = True
    log: Callable[[str], None] | None = None
    kitmaker: KitMakerSwitches = KitMakerSwitches()


def switch_name(one: Field[Any]) -> str:
    """A switch's name on a command line."""
    return one.name.replace("_", "-")


def switches() -> Mapping[str, Field[Any]]:
    """Every switch by its name on a command line; its metadata has `why` and, where it has them, `choices`."""
    return {switch_name(one): one for one in fields(KitMakerSwitches)}


def parse_switches(texts: Iterable[str], switches: KitMakerSwitches | None = None) -> KitMakerSwitches:
    """The switches (or those given) set as `replay-status=200` says; raises UsageError for one that is not known."""
    changes = dict(_parse_switch(text) for text in texts)
    return replace(switches or KitMakerSwitches(), **changes)


def _parse_switch(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    one = switches().get(name.strip())
    if not equals or one is None:
        known = ", ".join(switches())
        raise UsageError(
            f"“{text}” is no switch of the sandbox. A switch is written name=value; the names are: {known}."
        )
    try:
        return one.name, _PARSERS[type(one.default)](value.strip())
    except (ValueError, InvalidOperation) as error:
        raise _no_such_value(one, value.strip()) from error


def _no_such_value(one: Field[Any], value: str) -> UsageError:
    choices = one.metadata.get("choices")
    wanted = f"one of {', '.join(choices)}" if choices else _WANTED[type(one.default)]
    return UsageError(f"The sandbox's switch {switch_name(one)} cannot be “{value}”: it is {wanted}.")


def _at_least_zero(kind: Callable[[str], Any], text: str) -> Any:
    number = kind(text)
    if not 0 <= number < cast(Any, kind("1000000000")):
        raise ValueError(text)
    return number


_PARSERS: Mapping[type, Callable[[str], Any]] = {
    str: str,
    int: partial(_at_least_zero, int),
    float: partial(_at_least_zero, float),
    Decimal: partial(_at_least_zero, Decimal),
}
_WANTED = {str: "any text", int: "a whole number", float: "a number of seconds", Decimal: "a decimal number"}

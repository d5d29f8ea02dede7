"""The tables `[watch]` and `[notify]` of the settings, read and checked; and how much may be ordered without a person."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.files import from_home
from roster_import.language.messages import say, templates
from roster_import.model.addresses import web_parts
from roster_import.model.key_like import unless_key
from roster_import.model.setting import Caps, NotifyOptions, WatchSettings, number
from roster_import.model.setting_names import is_loopback
from roster_import.watch.doubts import Accepted, accepted_kinds
from roster_import.watch.readiness import Patience

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from roster_import.model.order import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchOptions(WatchSettings):
    """How a folder is watched: its settings, the caps among them, and where messages go."""

    caps: Caps = field(default_factory=Caps)
    notify: NotifyOptions = field(default_factory=NotifyOptions)

    @property
    def accepted(self) -> Accepted:
        """For which warnings no file is held."""
        return Accepted(warnings=self.accept_warnings, kinds=self.accept)

    @property
    def patience(self) -> Patience:
        """How long a file must be quiet, and how long it may not open."""
        return Patience(
            quiet=min(self.settle, self.interval),
            quiet_text=max(3 * self.settle, self.interval, self.settle_text),
            give_up=self.give_up_after,
        )


def watch_options(watch: Mapping[str, Any], notify: Mapping[str, Any]) -> WatchOptions:
    """The options of the two tables. Raises `UsageError` naming the setting that cannot be."""
    kinds = {option.name: str(option.type) for option in (*fields(WatchOptions), *fields(Caps))}
    given: dict[str, Any] = {name: _VALUES[kinds[name]](f"[watch] {name}", value) for name, value in watch.items()}
    caps = Caps(**{limit.name: given.pop(limit.name) for limit in fields(Caps) if limit.name in given})
    options = WatchOptions(**given, caps=caps, notify=notify_options(notify))
    if options.interval <= 0:
        raise UsageError(say("The setting [watch] interval must be more than 0 seconds."))
    return options


def notify_options(table: Mapping[str, Any]) -> NotifyOptions:
    """Where messages go. Raises `UsageError` naming the setting that cannot be."""
    lists = {"email_to", "command", "apprise"}
    given: dict[str, Any] = {
        name: _texts(name, value) if name in lists else value if name == "smtp_port" else str(value).strip()
        for name, value in table.items()
    }
    if "smtp_port" in given:
        given["smtp_port"] = _count("[notify] smtp_port", given["smtp_port"])
    options = NotifyOptions(**given)
    _check_notify(options)
    return options


def _check_notify(options: NotifyOptions) -> None:
    if options.smtp_security not in ("starttls", "tls", "none"):
        raise UsageError(
            say(
                "The setting [notify] smtp_security must be starttls, tls or none, not {value!r}.",
                value=str(options.smtp_security),
            )
        )
    if options.email_to and not (options.smtp_host and options.email_from):
        raise UsageError(say("To send e-mail, [notify] needs smtp_host and email_from beside email_to."))
    addresses = filter(None, (*options.email_to, options.email_from))
    if any(not re.fullmatch(r"[^@\s]+@[^@\s]+", address) for address in addresses):
        raise UsageError(say("An address in [notify] email_to or email_from is no e-mail address."))
    _check_ways(options)
    if options.digest and not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", options.digest):
        raise UsageError(
            say("The setting [notify] digest must be a time of day such as 18:00, not {value!r}.", value=options.digest)
        )


def _check_ways(options: NotifyOptions) -> None:
    """No message, with names in it, and no password goes where everybody on the way can read it; no address is repeated."""
    if options.webhook and web_parts(options.webhook) is None:
        raise UsageError(say("The setting [notify] webhook must be an address that begins with https://."))
    if any(address.lower().startswith(_PLAIN) and not is_loopback(address) for address in _ways(options)):
        raise UsageError(
            say(
                "An address in [notify] is plain http, which would show names to everybody on the way; use https:// for the "
                "webhook, jsons://, xmls:// or forms:// for Apprise."
            )
        )
    if options.smtp_password and options.smtp_security == "none" and not is_loopback(f"http://{options.smtp_host}"):
        raise UsageError(
            say(
                "With smtp_security = none the password of [notify] would be shown to everybody on the way; use starttls or "
                "tls, or leave smtp_user and smtp_password out."
            )
        )


# Of the addresses that Apprise knows, those that are a webhook over plain http by another name.
_PLAIN = ("http:", "json:", "xml:", "form:")


def _ways(options: NotifyOptions) -> tuple[str, ...]:
    return (options.webhook, *options.apprise)


# ------------------------------------------------------------------------------------------------- the values


def _path(name: str, value: object) -> Path:
    del name  # any text is a path
    return from_home(str(value))


def _count(name: str, value: object) -> int:
    whole = number(name, value)
    if whole != int(whole):
        raise UsageError(
            say("The setting {name} must be a whole number, not {value!r}.", name=name, value=unless_key(value))
        )
    return int(whole)


def _flag(name: str, value: object) -> bool:
    flag = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(str(value).lower())
    if flag is None:
        raise UsageError(
            say("The setting {name} must be true or false, not {value!r}.", name=name, value=unless_key(value))
        )
    return flag


_VALUES: Mapping[str, Callable[[str, object], object]] = {
    "Path | None": _path,
    "tuple[str, ...]": accepted_kinds,
    "bool": _flag,
    "bool | None": _flag,
    "int": _count,
    "float": number,
}
"""How a value of the table is read, by the type of its option."""


def _texts(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(filter(None, (text.strip() for text in value.split(",")))) if name != "command" else (value,)
    if isinstance(value, list) and all(isinstance(text, str) for text in value):
        return tuple(value)
    raise UsageError(say("The setting [notify] {name} must be a list of texts.", name=name))


# ------------------------------------------------------------------------------- how much, without a person

_BEYOND = templates(
    {
        "orders_per_run": "With it there would be {count} orders in this run; at most {most} are ordered without a person "
        "(orders_per_run).",
        "pieces_per_run": "With it there would be {count} pieces in this run; at most {most} are ordered without a person "
        "(pieces_per_run).",
        "orders_per_day": "With it there would be {count} orders today; at most {most} are ordered without a person "
        "(orders_per_day).",
        "pieces_per_day": "With it there would be {count} pieces today; at most {most} are ordered without a person "
        "(pieces_per_day).",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many orders with so many pieces in all."""

    orders: int = 0
    pieces: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(orders=self.orders + other.orders, pieces=self.pieces + other.pieces)


def pieces_of(order: Order) -> int:
    """Garments and loose logos of an order together."""
    return order.pieces + order.loose_logos


def count(orders: Iterable[Order]) -> Count:
    """How much a file orders."""
    listed = list(orders)
    return Count(orders=len(listed), pieces=sum(map(pieces_of, listed)))


def too_large(orders: Iterable[Order], caps: Caps) -> str:
    """Why one of the orders is too large to be placed without a person; empty where none is."""
    for order in orders:
        if 0 < caps.pieces_per_order < pieces_of(order):
            return say(
                "Order {reference} has {pieces} pieces; at most {most} are ordered without a person (pieces_per_order).",
                reference=order.reference,
                pieces=pieces_of(order),
                most=caps.pieces_per_order,
            )
    return ""


def too_many(new: Count, so_far: Count, orders: int, pieces: int, span: str) -> str:
    """Why a file is too much on top of what was ordered in this span (`run`, `day`); empty where it is not."""
    after = so_far + new
    if 0 < orders < after.orders:
        return say(_BEYOND[f"orders_per_{span}"], count=after.orders, most=orders)
    if 0 < pieces < after.pieces:
        return say(_BEYOND[f"pieces_per_{span}"], count=after.pieces, most=pieces)
    return ""

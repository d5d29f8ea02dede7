"""The tables `[watch]` and `[notify]` of the settings, read and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast
from urllib.parse import urlsplit

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.watch.order_limits import Caps
from roster_import.watch.readiness import Patience

if TYPE_CHECKING:
    from collections.abc import Mapping

Security = Literal["starttls", "tls", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyOptions:
    """Where messages go; nothing set: nowhere. Secrets are left out of `repr`, never shown."""

    email_to: tuple[str, ...] = ()
    email_from: str = ""
    smtp_host: str = ""
    smtp_port: int = 0
    smtp_security: Security = "starttls"
    smtp_user: str = ""
    smtp_password: str = field(default="", repr=False)
    webhook: str = field(default="", repr=False)
    command: tuple[str, ...] = ()
    apprise: tuple[str, ...] = field(default=(), repr=False)
    digest: str = ""

    @property
    def channels(self) -> tuple[str, ...]:
        """The ways messages go out, by name."""
        given = {"email": self.email_to, "webhook": self.webhook, "command": self.command, "apprise": self.apprise}
        return tuple(name for name, value in given.items() if value)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchOptions:
    """How a folder is watched. Times are in seconds; paths are None where the usual place is meant."""

    interval: float = 5.0
    settle: float = 2.0
    settle_text: float = 10.0
    say_after: float = 60.0
    give_up_after: float = 3600.0
    accept_warnings: bool = True
    orders_in_flight: int = 50
    requests_per_second: float = 10.0
    retry_after: float = 10.0
    stop_within: float = 20.0
    lease: float = 120.0
    state: Path | None = None
    heartbeat: Path | None = None
    metrics: Path | None = None
    log: Path | None = None
    log_size: int = 5_000_000
    log_files: int = 5
    log_json: bool = False
    caps: Caps = field(default_factory=Caps)
    notify: NotifyOptions = field(default_factory=NotifyOptions)

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
    given: dict[str, Any] = {}
    caps = {one.name for one in fields(Caps)}
    for name, value in watch.items():
        given[name] = _value(f"[watch] {name}", value, _kind(name, caps))
    counts = Caps(**{name: given.pop(name) for name in list(given) if name in caps})
    options = WatchOptions(**given, caps=counts, notify=notify_options(notify))
    if options.interval <= 0:
        raise UsageError(say("The setting [watch] interval must be more than 0 seconds."))
    return options


def watch_keys() -> tuple[str, ...]:
    """What may stand in the table `[watch]`."""
    own = [one.name for one in fields(WatchOptions) if one.name not in ("caps", "notify")]
    return (*own, *(one.name for one in fields(Caps)))


def notify_keys() -> tuple[str, ...]:
    """What may stand in the table `[notify]`."""
    return tuple(one.name for one in fields(NotifyOptions))


def notify_options(table: Mapping[str, Any]) -> NotifyOptions:
    """Where messages go. Raises `UsageError` naming the setting that cannot be."""
    lists = {"email_to", "command", "apprise"}
    given: dict[str, Any] = {
        name: _texts(name, value) if name in lists else value if name == "smtp_port" else str(value).strip()
        for name, value in table.items()
    }
    if "smtp_port" in given:
        given["smtp_port"] = int(cast("float", _value("[notify] smtp_port", given["smtp_port"], "count")))
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
    if any(not re.fullmatch(r"[^@\s]+@[^@\s]+", one) for one in (*options.email_to, options.email_from) if one):
        raise UsageError(say("An address in [notify] email_to or email_from is no e-mail address."))
    if options.webhook and urlsplit(options.webhook).scheme not in ("http", "https"):
        raise UsageError(say("The setting [notify] webhook must be an address that begins with https://."))
    if options.digest and not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", options.digest):
        raise UsageError(
            say("The setting [notify] digest must be a time of day such as 18:00, not {value!r}.", value=options.digest)
        )


# ------------------------------------------------------------------------------------------------- the values

_PATHS = frozenset({"state", "heartbeat", "metrics", "log"})
_FLAGS = frozenset({"accept_warnings", "log_json"})
_COUNTS = frozenset({"orders_in_flight", "log_size", "log_files"})


def _kind(name: str, caps: set[str]) -> str:
    if name in _PATHS:
        return "path"
    if name in _FLAGS:
        return "flag"
    return "count" if name in caps | _COUNTS else "number"


def _value(name: str, value: object, kind: str) -> object:
    if kind == "path":
        return Path(str(value)).expanduser()
    if kind == "flag":
        return _flag(name, value)
    number = _number(name, value)
    if kind == "count":
        if number != int(number):
            raise UsageError(say("The setting {name} must be a whole number, not {value!r}.", name=name, value=value))
        return int(number)
    return number


def _number(name: str, value: object) -> float:
    try:
        number = float("nan") if isinstance(value, bool) else float(str(value))
    except ValueError:
        number = float("nan")
    if not 0 <= number < float("inf"):
        raise UsageError(
            say("The setting {name} must be a number of 0 or more, not {value!r}.", name=name, value=value)
        )
    return number


def _flag(name: str, value: object) -> bool:
    said = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(str(value).lower())
    if said is None:
        raise UsageError(say("The setting {name} must be true or false, not {value!r}.", name=name, value=value))
    return said


def _texts(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(filter(None, (one.strip() for one in value.split(",")))) if name != "command" else (value,)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise UsageError(say("The setting [notify] {name} must be a list of texts.", name=name))

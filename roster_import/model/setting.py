"""What a setting is, and the tables of settings: each declared once, with its type, default and meaning."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from roster_import.errors import UsageError
from roster_import.language.messages import listed, say
from roster_import.model.key_like import unless_key
from roster_import.model.setting_names import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path


T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting: its key in a table of the settings file, or at its top, what it means, and what it is where nobody says it.

    `read` makes a value of what file, environment or command say, and raises `UsageError` where it is none.
    """

    name: str
    meaning: str = ""
    usual: str = ""
    table: str = ""
    has_variable: bool = True
    read: Callable[[str, object], object] | None = None

    @property
    def variable(self) -> str:
        """Its environment variable; none where it has none."""
        name = f"{self.table}_{self.name}" if self.table else self.name
        return f"{PREFIX}{name.upper()}" if self.has_variable else ""


def setting(
    default: T,
    meaning: str,
    *,
    read: Callable[[str, object], T] | None = None,
    usual: str | None = None,
    shown: bool = True,
) -> T:
    """The field of a type whose fields are settings; `usual` is its default in words, `shown` that `repr` may hold it."""
    words = _in_words(default) if usual is None else usual
    made: T = field(default=default, repr=shown, metadata={"setting": (read, meaning, words)})
    return made


def _in_words(default: object) -> str:
    if isinstance(default, bool):
        return str(default).lower()
    return f"{default:g}" if isinstance(default, float) else str(default)


def settings_of(type_: type[Any], table: str = "") -> tuple[Setting, ...]:
    """The settings that a type's fields declare, as those of a table."""
    return tuple(
        Setting(name=entry.name, table=table, read=read, meaning=meaning, usual=usual)
        for entry in fields(type_)
        if "setting" in entry.metadata
        for read, meaning, usual in [entry.metadata["setting"]]
    )


def number(name: str, value: object) -> float:
    """A value read as a number of 0 or more; raises `UsageError` naming the setting where it is none."""
    try:
        number = math.nan if isinstance(value, bool) else float(str(value))
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or number < 0:
        raise UsageError(
            say("The setting {name} must be a number of 0 or more, not {value!r}.", name=name, value=unless_key(value))
        )
    return number


def no_such_system(name: str, known: Iterable[str]) -> UsageError:
    """Why there is no order system of that name, and what to do."""
    return UsageError(
        say(
            "There is no order system called {target!r} (known are {known}): correct the name, or install the package that "
            "brings it.",
            target=unless_key(name),
            known=listed(tuple(known)),
        )
    )


# ---------------------------------------------------------------------------------------------------------- the tables


Security = Literal["starttls", "tls", "none"]

ORDER_KEYS = ("reference", "comment", "origin_of_delivery", "email", "contact_name", "organization_id")
DELIVERY_KEYS = ("name", "address", "zip", "city", "country", "contact_person")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """The most that is ordered without a person; 0 is no limit. Pieces are garments and loose logos together.

    A run is one call with --once, or the time until a running watch has nothing left to do.
    """

    pieces_per_order: int = setting(1_000, "pieces of one order; beyond it a file is held; 0: no limit, here and below")
    orders_per_run: int = setting(2_000, "orders of one run")
    pieces_per_run: int = setting(50_000, "pieces of one run")
    orders_per_day: int = setting(2_000, "orders of one day")
    pieces_per_day: int = setting(50_000, "pieces of one day")


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchSettings:
    """How a folder is watched. Times are in seconds; paths are None where the usual place is meant."""

    interval: float = setting(5.0, "seconds between two looks")
    settle: float = setting(2.0, "for how long a workbook must look alike")
    settle_text: float = setting(10.0, "for how long a text file must")
    say_after: float = setting(60.0, "a copy that takes longer is said")
    give_up_after: float = setting(3600.0, "a file that does not open is answered after that")
    accept: tuple[str, ...] = setting(
        (), "kinds of doubt for which no file is held, such as `struck-through`; `docs/watch.md` has them", usual="none"
    )
    accept_warnings: bool | None = setting(
        None, "true: no file is held for a warning; false: every one", usual="held for those in doubt"
    )
    enqueue: bool = setting(False, "true: orders go into the queue of a shared ledger, and workers place them")
    orders_in_flight: int = setting(50, "orders under way at once, of one file or of many")
    requests_per_second: float = setting(10.0, "0: no limit; repeated requests and those for a token count, too")
    retry_after: float = setting(10.0, "first wait after something failed; it doubles")
    stop_within: float = setting(20.0, "a stop waits so long for what is under way")
    lease: float = setting(120.0, "a watch on another machine that is silent for so long is gone")
    state: Path | None = setting(
        None, "the folder of the journal, out of the watched one", usual="beside the ledger, by the mark of the folder"
    )
    heartbeat: Path | None = setting(
        None, "where the heartbeat lies", usual="beside the ledger; a copy in `.roster-import` for other machines"
    )
    metrics: Path | None = setting(None, "a file of metrics for Prometheus", usual="none")
    log: Path | None = setting(None, "a log file, as well as stderr; never send stderr there", usual="none")
    log_size: int = setting(5_000_000, "bytes at which the log is rotated")
    log_files: int = setting(5, "old log files that are kept")
    log_json: bool = setting(False, "log lines as JSON")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSettings:
    """How the pages for coaches and the office are served."""

    address: str = setting(
        "",
        "where people reach the page, such as `https://rosters.example.com`; links begin with it",
        usual="as it listens",
    )
    state: Path | None = setting(
        None, "the folder of links, users and what is not signed yet", usual="`page` beside the ledger"
    )
    upload_megabytes: int = setting(10, "the largest file that is taken, in megabytes")
    uploads_per_hour: int = setting(60, "files that one link may upload in an hour")
    uploads_per_link: int = setting(500, "files that one link may upload at all")
    session_hours: float = setting(12.0, "hours after which somebody of the office signs in again")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyOptions:
    """Where messages go; nothing set: nowhere. Secrets are left out of `repr`, never shown."""

    email_to: tuple[str, ...] = setting((), "who gets e-mail", usual="nobody")
    email_from: str = setting("", "whom it is from", usual="none, needed")
    smtp_host: str = setting("", "the mail server", usual="none, needed")
    smtp_port: int = setting(0, "its port", usual="it follows from `smtp_security`")
    smtp_security: Security = setting("starttls", "`starttls`, `tls` or `none`")
    smtp_user: str = setting("", "who signs in there", usual="nobody")
    smtp_password: str = setting("", "the password", usual="none", shown=False)
    webhook: str = setting("", "an address that gets JSON", usual="none", shown=False)
    command: tuple[str, ...] = setting((), "a command that gets JSON on its standard input", usual="none")
    apprise: tuple[str, ...] = setting((), "addresses of Apprise; needs the extra `notify`", usual="none", shown=False)
    digest: str = setting("", "the time of a message about the day, such as 18:00", usual="none")

    @property
    def channels(self) -> tuple[str, ...]:
        """The ways messages go out, by name."""
        given = {"email": self.email_to, "webhook": self.webhook, "command": self.command, "apprise": self.apprise}
        return tuple(name for name, value in given.items() if value)


def _table(name: str, *rows: tuple[str, ...], has_variable: bool = True) -> tuple[Setting, ...]:
    """The settings of a table: for each its key, its meaning, and its default in words."""
    return tuple(
        Setting(table=name, name=key, meaning=meaning, usual=usual, has_variable=has_variable)
        for key, meaning, usual in rows
    )


def _labels(name: str, keys: Iterable[str]) -> tuple[Setting, ...]:
    return _table(name, *((key, f"the label {key.replace('_', ' ')}", "") for key in keys), has_variable=False)


TABLES: Mapping[str, tuple[Setting, ...]] = {
    "order": _labels("order", ORDER_KEYS),
    "delivery": _labels("delivery", DELIVERY_KEYS),
    "catalogue": _table(
        "catalogue", ("file", "a file with the Catalogue table, for every club", "none"), has_variable=False
    ),
    "kitmaker": _table(
        "kitmaker",
        ("url", "where the order system is, without `/api`", "none, needed"),
        ("api_key", "your key", "none, needed"),
        ("own_organization", "the id of your own organization: an order for it is an order for none", "none"),
    ),
    "dropday": _table(
        "dropday",
        ("url", "the address", "`https://dropday.io/api/v1`"),
        ("api_key", "from Dropday, under Settings › API", "none, needed"),
        ("account_id", "from Dropday, under Settings › API", "none, needed"),
        ("source", 'where orders come from, as Dropday shows it: `"Webshop"`', "`roster-import`"),
        ("shipping_cost", 'added to every order\'s total: `"49,50"`', "0"),
        ("shipping_name", 'the shipping method\'s name: `"DHL"`', "not sent"),
    ),
    "jtl": _table(
        "jtl",
        ("url", "the address: of your own server `https://server.example:5883/api/eazybusiness`", "the cloud's"),
        ("token_url", "where the cloud gives out tokens", "the cloud's"),
        ("client_id", "the app, in the cloud", "needed there"),
        ("client_secret", "the app's secret, in the cloud", "needed there"),
        ("tenant_id", "the tenant, in the cloud", "needed there"),
        ("api_key", "the key of an app registered on your own server; with it none of the three above is used", "none"),
        ("app_id", "what the app was registered as", "`roster-import/VERSION`"),
        ("app_version", "the version the app was registered as", "VERSION"),
        ("api_version", "`1`, or `2`: header and lines in one call", "1"),
        ("company_id", "the company ordered from, by its id; version 2 needs it, a UUID", "the only one"),
        ("customer_id", "who orders, by the id; version 2 needs it, a UUID", "one of the two is needed"),
        ("company", "the company ordered from, by its exact name", "the only one"),
        ("customer", "who orders, by the number or exact name it is looked up by", "one of the two is needed"),
        ("items", "the SKU each thing is sold as, below", "lines of free text"),
        ("unknown_item", "an SKU that is not there: `refuse` the order, or order it as `text`", "refuse"),
        ("prices", "what the prices are: `net`, `gross`, or `none`: send none, JTL-Wawi has its own", "net"),
        ("tax_rate", 'of every line: `"19"`', "JTL-Wawi's own"),
        ("currency", 'of the order: `"EUR"`', "not sent; version 2: EUR"),
        ("language", 'of the order: `"DE"`', "not sent; version 2: DE"),
        ("departure_country", 'of the order: `"DE"`', "not sent; version 2: DE"),
        ("shipping_method_id", "an id in JTL-Wawi", "not sent"),
        ("payment_method_id", "an id in JTL-Wawi", "not sent"),
        ("trust_look_up", "`yes`: an order that is not listed was not placed, below", "no"),
        (
            "taking_time",
            "seconds after which it has certainly taken what it was sent; lines whose answer was lost are not sent again before",
            "120",
        ),
        ("gateway_key", "sent as `x-api-key`, where a gateway before JTL-Wawi wants one", "not sent"),
        ("attach_roster", "`yes`: the file is attached to the order, below; version 1 alone", "no"),
    ),
    "watch": (*settings_of(WatchSettings, "watch"), *settings_of(Caps, "watch")),
    "notify": settings_of(NotifyOptions, "notify"),
    "page": settings_of(PageSettings, "page"),
}
"""The settings in tables of their own, by the names of the tables."""

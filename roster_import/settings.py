"""Options, environment and TOML files become one frozen `Settings`, strongest first.

Order: option, environment, `roster-import.toml` in the current folder, the one in the user's configuration folder.
"""

from __future__ import annotations

import difflib
import math
import os
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from roster_import.errors import UsageError
from roster_import.language.catalogues import LANGUAGES
from roster_import.language.messages import joined, say
from roster_import.model.setting_names import FILE_NAME, PREFIX, SCHEMES, SYSTEMS, is_loopback

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


ORDER_KEYS = ("reference", "comment", "origin_of_delivery", "email", "contact_name", "organization_id")
DELIVERY_KEYS = ("name", "address", "zip", "city", "country", "contact_person")

_TOP = (
    "target",
    "ledger",
    "poll_interval",
    "poll_timeout",
    "request_timeout",
    "retry_wait",
    "requests_in_flight",
    "print_name",
    "sport",
    "offline",
    "language",
)
_TABLES: dict[str, tuple[str, ...]] = {
    "order": ORDER_KEYS,
    "delivery": DELIVERY_KEYS,
    "catalogue": ("file",),
    "kitmaker": ("url", "api_key"),
    "dropday": ("url", "api_key", "account_id", "source", "shipping_cost", "shipping_name"),
    "jtl": (
        *("url", "token_url", "client_id", "client_secret", "tenant_id", "api_key", "app_id", "app_version"),
        *("api_version", "company_id", "customer_id", "company", "customer", "items", "unknown_item", "prices"),
        *("tax_rate", "currency", "language", "departure_country", "shipping_method_id", "payment_method_id"),
        *("trust_look_up", "attach_roster"),
    ),
}
_FREE_TABLES = ("organizations",)  # names of the user's own choosing
SECRETS = ("api_key", "client_secret")
_OWN_ADDRESS = {"dropday": "https://dropday.io/api/v1"}
_TABLES |= {
    # as `watch.options` reads them
    "watch": (
        *("interval", "settle", "settle_text", "say_after", "give_up_after", "accept_warnings", "orders_in_flight"),
        *("requests_per_second", "retry_after", "stop_within", "lease", "state", "heartbeat", "metrics"),
        *("log", "log_size", "log_files", "log_json"),
        *("pieces_per_order", "orders_per_run", "pieces_per_run", "orders_per_day", "pieces_per_day"),
    ),
    "notify": (
        *("email_to", "email_from", "smtp_host", "smtp_port", "smtp_security", "smtp_user", "smtp_password"),
        *("webhook", "command", "apprise", "digest"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a run can be told. Times are in seconds.

    `system` holds the settings of the target, its keys among them: it is left out of `repr`, never shown. `key_source`
    says where the key came from. `ledger` is the file that remembers every order, and what is kept beside it lies there;
    `ledger_server`, the address of a database that does it instead, may hold a password. `order` and `delivery` hold what
    the workbook leaves open, by the labels' keys; `organizations` the ids of the vendor's children by the names they go
    by here.
    """

    target: str = "kitmaker"
    system: Mapping[str, Any] = field(default_factory=dict, repr=False)
    key_source: str = ""
    ledger: Path = Path()
    ledger_server: str | None = field(default=None, repr=False)
    poll_interval: float = 5.0
    poll_timeout: float = 300.0
    request_timeout: float = 20.0
    retry_wait: float = 0.5
    requests_in_flight: int = 8
    print_name: str | None = None
    sport: str = "free"
    offline: bool = False
    language: str | None = None
    catalogue_file: Path | None = None
    order: Mapping[str, str] = field(default_factory=dict)
    delivery: Mapping[str, str] = field(default_factory=dict)
    organizations: Mapping[str, str] = field(default_factory=dict)
    watch: Mapping[str, Any] = field(default_factory=dict)
    notify: Mapping[str, Any] = field(default_factory=dict, repr=False)
    unknown_environment: tuple[str, ...] = ()

    @property
    def url(self) -> str | None:
        """The order system's address, where one is set."""
        return self.system.get("url")

    @property
    def is_loopback(self) -> bool:
        """Whether the order system is on this very machine: a rehearsal."""
        return self.url is not None and is_loopback(self.url)


def settings_files(folder: Path) -> tuple[Path, Path]:
    """The settings files that count in a folder, the stronger first; neither need be there."""
    return folder / FILE_NAME, _user_config() / FILE_NAME


def load_settings(
    options: Mapping[str, object], environment: Mapping[str, str], folder: Path, user_folder: Path | None = None
) -> Settings:
    """Settings from options (None: not given), environment and the TOML files of two folders.

    Raises `UsageError` for an unknown or impossible setting, naming where it stands.
    """
    user_folder = user_folder if user_folder is not None else _user_config()
    files = [_toml(folder / FILE_NAME), _toml(user_folder / FILE_NAME)]
    layers = [_from_options(options), _from_environment(environment), *files]
    merged = _merge(layers)
    target = str(merged.get("target", "kitmaker"))
    if target not in SYSTEMS and target not in other_targets():
        known = ", ".join((*SYSTEMS, *other_targets()))
        raise UsageError(say("There is no order system called {target!r}. Known: {known}.", target=target, known=known))
    return _settings(merged, target, environment, files)


def _settings(
    merged: Mapping[str, Any], target: str, environment: Mapping[str, str], files: Iterable[Mapping[str, Any]]
) -> Settings:
    catalogue = merged.get("catalogue", {}).get("file")
    return Settings(
        target=target,
        system=_system(target, merged.get(target, {})),
        key_source=_key_source(target, environment, files),
        ledger=_ledger_path(merged.get("ledger")),
        ledger_server=_ledger_server(merged.get("ledger")),
        poll_interval=max(0.01, _number(merged, "poll_interval", 5.0)),
        poll_timeout=_number(merged, "poll_timeout", 300.0),
        request_timeout=_number(merged, "request_timeout", 20.0),
        retry_wait=_number(merged, "retry_wait", 0.5),
        requests_in_flight=max(1, int(_number(merged, "requests_in_flight", 8))),
        print_name=_print_name(merged.get("print_name")),
        sport=str(merged.get("sport", "free")),
        offline=str(merged.get("offline", "")).casefold() in ("1", "true", "yes", "on"),
        language=_language(merged.get("language")),
        catalogue_file=Path(str(catalogue)).expanduser() if catalogue else None,
        order=_texts(merged.get("order", {})),
        delivery=_texts(merged.get("delivery", {})),
        organizations=_texts(merged.get("organizations", {})),
        watch=merged.get("watch", {}),
        notify=merged.get("notify", {}),
        unknown_environment=tuple(sorted(set(environment) & _strangers(environment))),
    )


# ------------------------------------------------------------------------------------------------- the layers


def _from_options(options: Mapping[str, object]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if value is not None}


def _environment_names() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {f"{PREFIX}{name.upper()}": (name,) for name in _TOP}
    for system in (*SYSTEMS, "watch", "notify"):
        names |= {f"{PREFIX}{system.upper()}_{name.upper()}": (system, name) for name in _TABLES[system]}
    return names


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    layer: dict[str, Any] = {}
    for name, place in _environment_names().items():
        if value := environment.get(name, "").strip():
            inner = layer.setdefault(place[0], {}) if len(place) == 2 else layer
            inner[place[-1]] = value
    for name, (target, key) in _of_other_targets(environment).items():
        layer.setdefault(target, {})[key] = environment[name].strip()
    return layer


def _strangers(environment: Mapping[str, str]) -> set[str]:
    return _unlisted(environment) - set(_of_other_targets(environment))


def _unlisted(environment: Mapping[str, str]) -> set[str]:
    return {name for name in environment if name.startswith(PREFIX)} - set(_environment_names()) - {f"{PREFIX}DEBUG"}


def _of_other_targets(environment: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Environment names that belong to order systems of other packages: name -> (target, setting)."""
    unlisted = _unlisted(environment)
    prefixes = {f"{PREFIX}{target.upper()}_": target for target in other_targets()} if unlisted else {}
    return {
        name: (target, name.removeprefix(prefix).lower())
        for name in unlisted
        for prefix, target in prefixes.items()
        if name.startswith(prefix)
    }


def _toml(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(say("The settings file {path} cannot be read: {error}.", path=path, error=error)) from error
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(say("The settings file {path} is not valid TOML: {error}.", path=path, error=error)) from error
    _check_names(document, path)
    return document


def _check_names(document: Mapping[str, Any], path: Path) -> None:
    for name, value in document.items():
        if name in _TABLES and isinstance(value, dict):
            for inner in value:
                _known(inner, _TABLES[name], f"[{name}] {inner}", path)
        elif name in (*_TABLES, *_FREE_TABLES) and not isinstance(value, dict):
            raise UsageError(say("{path}: {name!r} must be a table, [{name}].", path=path, name=name))
        elif name not in _FREE_TABLES and not (isinstance(value, dict) and name in other_targets()):
            _known(name, (*_TOP, *_TABLES), name, path)


def _known(name: str, names: tuple[str, ...], shown: str, path: Path) -> None:
    if name not in names:
        near = difflib.get_close_matches(name, names, n=1)
        hint = (
            say("Did you mean {suggestion}?", suggestion=say("{name!r}", name=near[0]))
            if near
            else say("Known here: {known}.", known=", ".join(names))
        )
        raise UsageError(joined(say("{path}: there is no setting {shown!r}.", path=path, shown=shown), hint))


def _merge(layers: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The strongest value of every name, layers given strongest first; tables are merged name by name."""
    merged: dict[str, Any] = {}
    for layer in reversed(list(layers)):
        for name, value in layer.items():
            merged[name] = {**merged.get(name, {}), **value} if isinstance(value, dict) else value
    return merged


# ------------------------------------------------------------------------------------------------- the values


def other_targets() -> tuple[str, ...]:
    """The names of order systems that other packages bring."""
    from roster_import.targets import names

    return tuple(name for name in names() if name not in SYSTEMS)


def _system(target: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """The target's own settings, its addresses and keys looked at."""
    system = {name: value for name, value in table.items() if value not in (None, "")}
    system.setdefault("url", _OWN_ADDRESS.get(target))
    for name in ("url", "token_url"):
        if address := _address(system.get(name), target):
            system[name] = address
    for name in SECRETS:
        if system.get(name):
            system[name] = _key(system[name], target)
    return {name: value for name, value in system.items() if value is not None}


def _address(value: object, target: str) -> str | None:
    if not value:
        return None
    url = str(value).strip().rstrip("/")
    if target == "kitmaker":
        url = url.removesuffix("/api")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(
            say(
                "{value!r} is no address of an order system; it should look like https://host.example.",
                value=str(value),
            )
        )
    if parts.username or parts.password:
        raise UsageError(
            say("The order system's address holds a user name or password; put the key into API_KEY instead.")
        )
    if parts.scheme == "http" and not is_loopback(url):
        raise UsageError(
            say(
                "The address {url} is plain http, which would show your key to everybody on the way; use https://.",
                url=url,
            )
        )
    return url


def _key(value: object, target: str) -> str:
    key = str(value).strip()
    if not key.isascii() or not key.isprintable():
        raise UsageError(say("The key for {target} holds characters a key cannot have; copy it again.", target=target))
    return key


def _key_source(target: str, environment: Mapping[str, str], files: Iterable[Mapping[str, Any]]) -> str:
    for secret in SECRETS:
        name = f"{PREFIX}{target.upper()}_{secret.upper()}"
        if environment.get(name, "").strip():
            return f"the environment ({name})"
    places = (f"{FILE_NAME} in the current folder", f"{FILE_NAME} in the user's configuration folder")
    for place, document in zip(places, files, strict=True):
        if any(document.get(target, {}).get(secret) for secret in SECRETS):
            return place
    return ""


def _number(merged: Mapping[str, Any], name: str, default: float) -> float:
    value = merged.get(name, default)
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number) or number < 0:
        raise UsageError(
            say("The setting {name} must be a number of 0 or more, not {value!r}.", name=name, value=value)
        )
    return number


def _print_name(value: object) -> str | None:
    if value is None or value in ("as-written", "surname", "none"):
        return None if value is None else str(value)
    raise UsageError(say("The setting print_name must be as-written, surname or none, not {value!r}.", value=value))


def _language(value: object) -> str | None:
    if value is None or value in LANGUAGES:
        return None if value is None else str(value)
    known = ", ".join(LANGUAGES)
    raise UsageError(say("The setting language must be one of {known}, not {value!r}.", known=known, value=value))


def _texts(table: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value).strip() for name, value in table.items() if str(value).strip()}


def _ledger_path(value: object) -> Path:
    if not value or _ledger_server(value) is not None:
        return _user_data() / "ledger.sqlite3"
    return Path(str(value).removeprefix("sqlite:///")).expanduser()


def _ledger_server(value: object) -> str | None:
    """The address of a database server, None for a file."""
    text = str(value or "").removeprefix("sqlite:///")
    kind, mark, _ = text.partition("://")
    if not mark:
        return None
    if kind not in SCHEMES:
        raise UsageError(
            say(
                "The ledger {kind}://… is a database this version cannot use: name a file, or a PostgreSQL server as "
                "postgresql://user@host/database.",
                kind=kind,
            )
        )
    if _SERVER.fullmatch(text) is None:  # what cannot be taken apart for certain is not shown: it may be the password
        raise UsageError(
            say(
                "The address of the ledger's database cannot be understood. It should look like "
                "postgresql://user:password@host:5432/database; in user and password write @ as %40, : as %3A, / as %2F, ? as "
                "%3F, # as %23 and % as %25. It stands in ROSTER_IMPORT_LEDGER, or as ledger in roster-import.toml."
            )
        )
    return text


_ANY = r"(?:[^:/?#@%\s]|%[0-9A-Fa-f]{2})"
_SERVER = re.compile(
    rf"postgres(?:ql)?://(?:{_ANY}*(?::{_ANY}*)?@)?(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{{1,5}})?(?:/{_ANY}*)?"
    rf"(?:\?[^@\s#]*)?"
)


def _user_config() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_path("roster-import", appauthor=False))


def _user_data() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_path("roster-import", appauthor=False))


def environment() -> Mapping[str, str]:
    """The process's environment."""
    return os.environ

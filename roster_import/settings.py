"""Options, environment and TOML files become one frozen `Settings`, strongest first.

Order: option, environment, the file named by `--settings`, `roster-import.toml` in the current folder, the one in the
user's configuration folder. Anybody may have written the file in the current folder: it says what an order looks like,
never where it goes.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.files import from_home, read_plain, real_path, same_file, users_folder
from roster_import.language.catalogues import LANGUAGES
from roster_import.language.messages import say
from roster_import.model.addresses import server_address, system_address
from roster_import.model.key_like import unless_key
from roster_import.model.setting import TABLES, no_such_system, number, setting, settings_of
from roster_import.model.setting_names import FILE_NAME, PREFIX, PRINT_NAMES, SYSTEMS, is_loopback
from roster_import.model.settings_document import (
    FOLDER_MAY_SAY,
    LONGEST_FILE,
    SettingsFile,
    check_names,
    parsed_document,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Targets = Callable[[], Sequence[str]]  # gives the names of all order systems; called only where it matters


SECRETS = ("api_key", "client_secret")
_OWN_ADDRESS = {"dropday": "https://dropday.io/api/v1"}


# ------------------------------------------------------------------------------------------------- the values


def _text(name: str, value: object) -> str:
    del name  # anything is a text
    return str(value)


def _pause(name: str, value: object) -> float:
    return max(0.01, number(name, value))


def _at_once(name: str, value: object) -> int:
    return max(1, int(number(name, value)))


def _is_on(name: str, value: object) -> bool:
    del name  # whatever else it is means no
    return str(value).casefold() in ("1", "true", "yes", "on")


def _print_name(name: str, value: object) -> str:
    del name  # the sentence names it
    if value not in PRINT_NAMES:
        raise UsageError(
            say("The setting print_name must be as-written, surname or none, not {value!r}.", value=unless_key(value))
        )
    return str(value)


def _language(name: str, value: object) -> str:
    del name  # the sentence names it
    if value not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise UsageError(
            say("The setting language must be one of {known}, not {value!r}.", known=known, value=unless_key(value))
        )
    return str(value)


def _ledger(name: str, value: object) -> Path:
    del name  # an address that cannot be is refused where the server's is read
    if not value or server_address(value) is not None:
        return usual_ledger()
    return from_home(str(value).removeprefix("sqlite:///"))


# ------------------------------------------------------------------------------------------------ the settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a run can be told. Times are in seconds.

    What is made with `setting` is declared here: how its value is read, what it means, what it is where nobody says it.
    `system` holds the settings of the target, its keys among them: it is left out of `repr`, never shown. `key_source`
    says where the key came from. `ledger` is the file that remembers every order, and what is kept beside it lies there;
    `ledger_server`, the address of a database that does it instead, may hold a password. `order` and `delivery` hold what
    the workbook leaves open, by the labels' keys; `organizations` the ids of the vendor's children by the names they go
    by here. `catalogue_within` is the folder that the catalogue has to lie in, no link followed, where anybody may have written
    the file that names it.
    """

    target: str = setting(
        "kitmaker", read=_text, meaning="the order system: `kitmaker`, `dropday`, `jtl`, or one of another package"
    )
    ledger: Path = setting(
        Path(),
        read=_ledger,
        meaning="the file that remembers every order, or a database offices share: `postgresql://user:password@host/database`",
        usual="a file in the user's data folder",
    )
    poll_interval: float = setting(
        5.0, read=_pause, meaning="seconds between two looks at an order that is not confirmed yet"
    )
    poll_timeout: float = setting(
        300.0, read=number, meaning="seconds until a run stops looking; the order is not lost, `resume` finishes it"
    )
    ledger_patience: float = setting(
        300.0,
        read=_pause,
        meaning="seconds for which a ledger's database that is away is waited for, in one go; then a run ends with 4",
    )
    request_timeout: float = setting(20.0, read=number, meaning="seconds until an answer counts as lost")
    retry_wait: float = setting(0.5, read=number, meaning="seconds before the first repeat; it doubles from there")
    file_seconds: float = setting(
        30.0,
        read=_pause,
        meaning="seconds that one file may take to be read, as many to be checked, and to be written in",
    )
    file_megabytes: int = setting(
        1024, read=_at_once, meaning="megabytes of memory that reading one file, or checking it, may need"
    )
    file_cells: int = setting(
        1_000_000,
        read=_at_once,
        meaning="filled cells of one file, all its sheets together; a file with more is not read",
    )
    requests_in_flight: int = setting(
        64,
        read=_at_once,
        meaning="requests under way at once; fewer where the order system says that they are too many",
    )
    requests_per_second: float = setting(
        10.0, read=number, meaning="requests a second that all workers make of one order system together; 0: no limit"
    )
    print_name: str | None = setting(None, read=_print_name, meaning="what `--print-name` says", usual="none")
    design: str = setting("", read=_text, meaning="what `--design` says", usual="none")
    sport: str = setting("free", read=_text, meaning="what `--sport` says; `docs/rules.md`")
    offline: bool = setting(False, read=_is_on, meaning="1: as `--offline`", usual="ask")
    language: str | None = setting(
        None, read=_language, meaning="`en`, `da` or `de`: as `--language`", usual="the workbook's, then the locale's"
    )
    system: Mapping[str, Any] = field(default_factory=dict, repr=False)
    key_source: str = ""
    ledger_server: str | None = field(default=None, repr=False)
    catalogue_file: Path | None = None
    catalogue_within: Path | None = None
    order: Mapping[str, str] = field(default_factory=dict)
    delivery: Mapping[str, str] = field(default_factory=dict)
    organizations: Mapping[str, str] = field(default_factory=dict)
    watch: Mapping[str, Any] = field(default_factory=dict)
    notify: Mapping[str, Any] = field(default_factory=dict, repr=False)
    page: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[SettingsFile, ...] = ()
    unknown_environment: tuple[str, ...] = ()

    @property
    def url(self) -> str | None:
        """The order system's address, where one is set."""
        return self.system.get("url")

    @property
    def is_loopback(self) -> bool:
        """Whether the order system is on this very machine: a rehearsal."""
        return self.url is not None and is_loopback(self.url)


TOP = settings_of(Settings)
_NAMES = tuple(known.name for known in TOP)
_VARIABLES = {known.variable: known for settings in (TOP, *TABLES.values()) for known in settings if known.variable}


def settings_paths(folder: Path | None, user_folder: Path | None = None, named: Path | None = None) -> tuple[Path, ...]:
    """The settings files that may count, the strongest first; only the one that was named must be there.

    `folder` is the current one, None where what lies there is not to be heeded at all.
    """
    user = (user_folder if user_folder is not None else users_folder("config")) / FILE_NAME
    others = (folder / FILE_NAME, user) if folder is not None else (user,)
    return others if named is None else (named, *(path for path in others if not same_file(path, named)))


def load_settings(
    told: Mapping[str, object],
    environment: Mapping[str, str],
    folder: Path | None,
    user_folder: Path | None = None,
    *,
    named: Path | None = None,
    targets: Targets = lambda: SYSTEMS,
) -> Settings:
    """Settings from what a command was told, the environment, the file it named, and the files of two folders.

    Raises `UsageError` for an unknown or impossible setting, naming where it stands.
    """
    check_names(told, "settings", _NAMES, lambda: _others(targets))
    files = _files(folder, user_folder, named, targets)
    merged = _merge([told, _from_environment(environment, targets), *(file.document for file in files)])
    target = str(merged.get("target", "kitmaker"))
    if target not in SYSTEMS and target not in targets():
        raise no_such_system(target, targets())
    return _settings(merged, target, environment, files, targets)


def _settings(
    merged: Mapping[str, Any],
    target: str,
    environment: Mapping[str, str],
    files: Sequence[SettingsFile],
    targets: Targets,
) -> Settings:
    values: dict[str, Any] = {
        known.name: known.read(known.name, merged[known.name]) for known in TOP if known.read and known.name in merged
    }
    return Settings(
        **{"ledger": _ledger("ledger", None), **values},
        system=_system(target, merged.get(target, {})),
        key_source=_key_source(target, environment, files),
        ledger_server=server_address(merged.get("ledger")),
        catalogue_file=_catalogue(merged),
        catalogue_within=_catalogue_within(files),
        order=_texts(merged.get("order", {})),
        delivery=_texts(merged.get("delivery", {})),
        organizations=_texts(merged.get("organizations", {})),
        watch=merged.get("watch", {}),
        notify=merged.get("notify", {}),
        page=merged.get("page", {}),
        files=tuple(files),
        unknown_environment=tuple(sorted(_unlisted(environment) - set(_of_other_targets(environment, targets)))),
    )


# ------------------------------------------------------------------------------------------------- the layers


def _from_environment(environment: Mapping[str, str], targets: Targets) -> dict[str, Any]:
    places = {name: (known.table, known.name) for name, known in _VARIABLES.items()}
    layer: dict[str, Any] = {}
    for name, (table, key) in {**places, **_of_other_targets(environment, targets)}.items():
        if value := environment.get(name, "").strip():
            (layer.setdefault(table, {}) if table else layer)[key] = value
    return layer


def _unlisted(environment: Mapping[str, str]) -> set[str]:
    return {name for name in environment if name.startswith(PREFIX)} - set(_VARIABLES) - {f"{PREFIX}DEBUG"}


def _of_other_targets(environment: Mapping[str, str], targets: Targets) -> dict[str, tuple[str, str]]:
    """Environment names that belong to order systems of other packages: name -> (target, setting)."""
    unlisted = _unlisted(environment)
    prefixes = {f"{PREFIX}{target.upper()}_": target for target in _others(targets)} if unlisted else {}
    return {
        name: (target, name.removeprefix(prefix).lower())
        for name in unlisted
        for prefix, target in prefixes.items()
        if name.startswith(prefix)
    }


def _others(targets: Targets) -> list[str]:
    """The names of order systems that other packages bring."""
    return [name for name in targets() if name not in SYSTEMS]


def _files(
    folder: Path | None, user_folder: Path | None, named: Path | None, targets: Targets
) -> tuple[SettingsFile, ...]:
    """The settings files that are there, the strongest first."""
    read = []
    for path in settings_paths(folder, user_folder, named):
        document = _toml(path, targets)
        if document is None and path == named:
            raise UsageError(say("There is no settings file {path}.", path=unless_key(str(path))))
        if document is not None:
            anybodys = path != named and folder is not None and path == folder / FILE_NAME
            read.append(_heeded(path, document) if anybodys else SettingsFile(path=path, document=document))
    return tuple(read)


def _heeded(path: Path, document: Mapping[str, Any]) -> SettingsFile:
    """What is heeded of the file in the current folder, whoever wrote it; its catalogue must lie there too."""
    heeded = {name: value for name, value in document.items() if name in FOLDER_MAY_SAY}
    passed_over = sorted(document.keys() - heeded.keys())
    catalogue = _catalogue(document)
    if catalogue and not real_path(path.parent / catalogue).is_relative_to(real_path(path.parent)):
        del heeded["catalogue"]
        passed_over.append("catalogue")
    return SettingsFile(path=path, document=heeded, not_heeded=tuple(passed_over), anybodys=True)


def _toml(path: Path, targets: Targets) -> dict[str, Any] | None:
    """What a settings file says, None where there is none."""
    try:
        content = read_plain(path, LONGEST_FILE)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(say("The settings file {path} cannot be read: {error}.", path=path, error=reason)) from error
    document = parsed_document(content, path)
    check_names(document, path, _NAMES, lambda: _others(targets))
    return document


def _merge(layers: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The strongest value of every name, layers given strongest first; tables are merged name by name."""
    merged: dict[str, Any] = {}
    for layer in reversed(list(layers)):
        for name, value in layer.items():
            merged[name] = {**merged.get(name, {}), **value} if isinstance(value, Mapping) else value
    return merged


# --------------------------------------------------------------------------------- an order system, the ledger


def _system(target: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """The target's own settings, its addresses and keys looked at."""
    system = {name: value for name, value in table.items() if value not in (None, "")}
    system.setdefault("url", _OWN_ADDRESS.get(target))
    for name in ("url", "token_url"):
        if address := system_address(system.get(name), target):
            system[name] = address
    for name in SECRETS:
        if system.get(name):
            system[name] = _key(system[name], target)
    return {name: value for name, value in system.items() if value is not None}


def _key(value: object, target: str) -> str:
    key = str(value).strip()
    if not key.isascii() or not key.isprintable():
        raise UsageError(say("The key for {target} holds characters a key cannot have; copy it again.", target=target))
    return key


def _key_source(target: str, environment: Mapping[str, str], files: Iterable[SettingsFile]) -> str:
    for secret in SECRETS:
        name = f"{PREFIX}{target.upper()}_{secret.upper()}"
        if environment.get(name, "").strip():
            return f"the environment ({name})"
    for file in files:
        if any(file.document.get(target, {}).get(secret) for secret in SECRETS):
            return str(file.path)
    return ""


def _catalogue(document: Mapping[str, Any]) -> Path | None:
    """The file of the catalogue that a settings file names."""
    name = str(document.get("catalogue", {}).get("file") or "")
    if "\0" in name:
        raise UsageError(say("The setting [catalogue] file is no name of a file: {value!r}.", value=name))
    return from_home(name) if name else None


def _catalogue_within(files: Iterable[SettingsFile]) -> Path | None:
    """The folder that the catalogue has to lie in, by the strongest of the files that name one."""
    naming = next((file for file in files if _catalogue(file.document)), None)
    return naming.path.parent if naming is not None and naming.anybodys else None


def _texts(table: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value).strip() for name, value in table.items() if str(value).strip()}


def usual_ledger() -> Path:
    """The ledger where nobody names one: a file in the user's data folder, in a folder of our own."""
    return users_folder("data") / "ledger.sqlite3"


def environment() -> Mapping[str, str]:
    """The process's environment."""
    return os.environ

"""What may stand in a settings file: tables, and names in them; a mistyped one is told with the one that is meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.language.messages import joined, say
from roster_import.model.key_like import HIDDEN, is_random
from roster_import.model.setting import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

_KEYS = {table: tuple(each.name for each in settings) for table, settings in TABLES.items()}
_FREE_TABLES = ("organizations",)  # names of the user's own choosing


def check_names(
    document: Mapping[str, Any], path: Path | str, top: tuple[str, ...], others: Callable[[], Collection[str]]
) -> None:
    """Raise `UsageError` for a name that is no setting, or a table that is none, naming it; `path` is where it stands.

    `top` are the names that stand in no table; `others` gives the order systems of other packages, whose tables hold what
    they know.
    """
    for name, value in document.items():
        if name in _KEYS and isinstance(value, Mapping):
            for key in value:
                _known(key, _KEYS[name], f"[{name}] {_shown_name(key)}", path)
        elif name in (*_KEYS, *_FREE_TABLES) and not isinstance(value, Mapping):
            raise UsageError(say("{path}: {name!r} must be a table, [{name}].", path=path, name=name))
        elif name not in _FREE_TABLES and not (isinstance(value, Mapping) and name in others()):
            _known(name, (*top, *_KEYS), _shown_name(name), path)


def _shown_name(name: str) -> str:
    return HIDDEN if is_random(name) else name


def _known(name: str, names: tuple[str, ...], shown: str, path: Path | str) -> None:
    if name not in names:
        from difflib import get_close_matches

        near = get_close_matches(name, names, n=1)
        hint = (
            say("Did you mean {suggestion}?", suggestion=say("{name!r}", name=near[0]))
            if near
            else say("Known here: {known}.", known=", ".join(names))
        )
        raise UsageError(joined(say("{path}: there is no setting {shown!r}.", path=path, shown=shown), hint))


# What a file in the current folder may say: what an order looks like, and how long somebody waits for it.
FOLDER_MAY_SAY = frozenset(
    {"order", "delivery", "organizations", "catalogue", "sport", "language", "print_name", "design", "offline"}
    | {"poll_interval", "poll_timeout"}
)
LONGEST_FILE = 1_000_000  # bytes; one with every setting has some thousand


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsFile:
    """A settings file that was read: where it lies, what it says, and the names in it that are not heeded.

    `anybodys` is one that lies in the current folder, whoever wrote it.
    """

    path: Path
    document: Mapping[str, Any] = field(repr=False)
    not_heeded: tuple[str, ...] = ()
    anybodys: bool = False


def parsed_document(content: bytes, path: Path) -> dict[str, Any]:
    """The document of a settings file. Raises `UsageError`, naming the file, where it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(say("The settings file {path} is not valid TOML: {error}.", path=path, error=error)) from error
    except RecursionError as error:
        problem = say("The settings file {path} is nested too deeply to be one.", path=path)
        raise UsageError(problem) from error
    except UnicodeDecodeError as error:
        raise UsageError(say("The settings file {path} is not written in UTF-8.", path=path)) from error
    except ValueError as error:  # a number of thousands of digits
        raise UsageError(say("The settings file {file} is not valid TOML.", file=path)) from error

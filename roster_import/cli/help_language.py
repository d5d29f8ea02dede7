"""The language of help: what was typed, set or is the locale's, found out without loading the settings."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from roster_import.language.catalogues import LANGUAGES, language_of_locale
from roster_import.model.setting_names import FILE_NAME, PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def asked_language(arguments: Sequence[str]) -> str | None:
    """The value of `--language` among arguments that were perhaps not understood, where it is one of `LANGUAGES`."""
    for flag, value in zip(arguments, [*arguments, ""][1:], strict=True):
        name, _, own = flag.partition("=")
        if name == "--language" and (own or value) in LANGUAGES:
            return own or value
    return None


def language_of_help(asked: str | None) -> str:
    """The language that was asked for, else that of the environment, of the settings files, of the locale."""
    set_ = (value for value in (asked, os.environ.get(f"{PREFIX}LANGUAGE"), *_of_files()) if value in LANGUAGES)
    return next(set_, None) or language_of_locale(os.environ)


def _of_files() -> Iterator[object]:
    """What the settings files say, the strongest first; one that cannot be read says nothing here."""
    for path in (FILE_NAME, os.path.join(_user_folder(), FILE_NAME)):  # noqa: PTH118 - pathlib is not loaded for help
        if os.path.isfile(path):  # noqa: PTH113 - as above
            import tomllib

            try:
                with open(path, "rb") as file:  # noqa: PTH123 - as above
                    yield tomllib.load(file).get("language")
            except (OSError, ValueError):
                continue


def _user_folder() -> str:
    """As platformdirs has it, which takes longer to load on most machines than this takes (XDG Base Directory, 3)."""
    if os.name == "posix" and os.uname().sysname != "Darwin":
        return os.path.join(os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config"), "roster-import")  # noqa: PTH111, PTH118 - as above
    from roster_import.settings import settings_paths

    return str(settings_paths(None)[0].parent)

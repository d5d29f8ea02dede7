"""The language of help: what was typed, set or is the locale's, found out without loading the settings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.files import users_folder
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
    for path in (Path(FILE_NAME), users_folder("config") / FILE_NAME):
        try:
            if path.is_file():
                import tomllib

                with path.open("rb") as file:
                    yield tomllib.load(file).get("language")
        except (OSError, ValueError):
            continue

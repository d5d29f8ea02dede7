"""The settings file of a subfolder: what a club may say of its own orders, and which doubts about them it lets through."""

from __future__ import annotations

import os
import re
import tomllib
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.files import open_plain, parts_within, read_plain
from roster_import.language.messages import joined, say
from roster_import.model.setting import DELIVERY_KEYS, ORDER_KEYS
from roster_import.model.setting_names import FILE_NAME
from roster_import.model.settings_document import LONGEST_FILE
from roster_import.watch.doubts import Accepted, accepted_kinds
from roster_import.watch.file_names import clean_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.settings import Settings


_PLACE = re.compile(r"at line (\d+), column (\d+)")
_SHOWN = 100  # characters of a name that are repeated
_ACCEPT = ("accept", "accept_warnings")
_PLAIN = ("print_name", "design", "sport", *_ACCEPT)
_TABLES = {"order": ORDER_KEYS, "delivery": DELIVERY_KEYS, "catalogue": ("file",), "watch": _ACCEPT}


class ClubSettingsError(UsageError):
    """A club's settings file cannot be used; `file` is the file."""

    def __init__(self, message: str, file: Path) -> None:
        super().__init__(message)
        self.file = file


def club_settings(settings: Settings, accepted: Accepted, root: Path, path: str) -> tuple[Settings, Accepted]:
    """The settings for a file found at this path of the folder, and which doubts are let through for its club.

    The file in a deeper folder is stronger. Raises `ClubSettingsError` where one cannot be used, naming it.
    """
    for folder, document in _documents(root, path):
        if catalogue := _catalogue(document, folder, root):
            settings = replace(settings, catalogue_file=catalogue.absolute(), catalogue_within=root.absolute())
        settings = replace(
            settings,
            order={**settings.order, **_texts(document.get("order", {}))},
            delivery={**settings.delivery, **_texts(document.get("delivery", {}))},
            print_name=document.get("print_name", settings.print_name),
            design=document.get("design", settings.design),
            sport=document.get("sport", settings.sport),
        )
        accepted = _accepted(document, folder / FILE_NAME, accepted)
    return settings, accepted


@lru_cache(maxsize=4096)  # clubs; a look sees each of them again
def catalogue_named(folder: Path, root: Path, written: int, size: int) -> Path | None:
    """The file that the settings in a club's folder, written then and so large, name as its catalogue; None where none is."""
    del written, size  # what it depends on
    try:
        document = tomllib.loads(read_plain(folder / FILE_NAME, LONGEST_FILE, root, dropped=True).decode("utf-8-sig"))
        return folder / str(document["catalogue"]["file"])
    except (OSError, ValueError, RecursionError, LookupError, TypeError):
        return None  # said of the files that are held for it


def _catalogue(document: Mapping[str, Any], folder: Path, root: Path) -> Path | None:
    """The catalogue that a club's file names, which lies in the club's folder. Raises `ClubSettingsError`."""
    named = document.get("catalogue", {}).get("file")
    if not named:
        return None
    file, path = folder / FILE_NAME, folder / str(named)
    try:
        parts_within(folder, path)  # before the path is put together with any other: it must not lead out
        os.close(
            open_plain(path, root, dropped=True)
        )  # to say it of the club's file; it is opened alike when it is read
    except OSError as error:
        problem = say(
            "{file}: the catalogue {name} cannot be read: {why}. It must be a file in this folder.",
            file=file,
            name=str(named)[:_SHOWN],
            why=error.strerror or type(error).__name__,
        )
        raise ClubSettingsError(problem, file) from error
    return path


def _accepted(document: Mapping[str, Any], file: Path, before: Accepted) -> Accepted:
    """What a club's file lets through: said at its top, or in [watch] as in the settings of the whole folder."""
    said = {name: document[name] for name in _ACCEPT if name in document} | document.get("watch", {})
    warnings = said.get("accept_warnings", before.warnings)
    if not isinstance(warnings, bool | None):
        raise ClubSettingsError(say("{file}: accept_warnings must be true or false.", file=file), file)
    try:
        kinds = accepted_kinds("accept", said["accept"]) if "accept" in said else before.kinds
    except UsageError as error:
        raise ClubSettingsError(joined(f"{file}:", error.message), file) from error
    return Accepted(warnings=warnings, kinds=kinds)


def _documents(root: Path, path: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    folder = root
    for name in PurePosixPath(path).parts[:-1]:
        folder = _called(folder, name)
        try:
            text = read_plain(folder / FILE_NAME, LONGEST_FILE, root, dropped=True).decode("utf-8-sig")
        except (FileNotFoundError, NotADirectoryError):
            continue
        except UnicodeDecodeError as error:
            problem = say("{file} is not written in UTF-8.", file=folder / FILE_NAME)
            raise ClubSettingsError(problem, folder / FILE_NAME) from error
        except OSError as error:
            problem = say(
                "The settings file {path} cannot be read: {error}.", path=folder / FILE_NAME, error=error.strerror
            )
            raise ClubSettingsError(problem, folder / FILE_NAME) from error
        yield folder, _checked(text, folder / FILE_NAME)


def _called(outer: Path, name: str) -> Path:
    """The folder that goes by a name, which is not its own where that is none for every system."""
    if not (outer / name).is_dir():
        with suppress(OSError):
            return next(
                (inner for inner in outer.iterdir() if inner.is_dir() and clean_path(inner.name) == name), outer / name
            )
    return outer / name


def _checked(text: str, file: Path) -> Mapping[str, Any]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ClubSettingsError(_invalid(str(error), file), file) from error
    except ValueError as error:  # a number of thousands of digits
        raise ClubSettingsError(say("The settings file {file} is not valid TOML.", file=file), file) from error
    except RecursionError as error:
        raise ClubSettingsError(
            say("The settings file {path} is nested too deeply to be one.", path=file), file
        ) from error
    for name, value in document.items():
        if name in _TABLES and isinstance(value, dict):
            unknown = [f"[{name}] {inner}" for inner in value if inner not in _TABLES[name]]
        else:
            unknown = [] if name in _PLAIN else [name]
        if unknown:
            problem = say(
                "{file}: {name} cannot be set for one club. What can: [order], [delivery], [catalogue] file, {others}.",
                file=file,
                name=unknown[0],
                others=", ".join(_PLAIN),
            )
            raise ClubSettingsError(problem, file)
    _check_values(document, file)
    return document


def _check_values(document: Mapping[str, Any], file: Path) -> None:
    if document.get("print_name", "none") not in ("as-written", "surname", "none"):
        raise ClubSettingsError(say("{file}: print_name must be as-written, surname or none.", file=file), file)
    if not isinstance(document.get("catalogue", {}).get("file", ""), str):
        raise ClubSettingsError(say("{file}: [catalogue] file must be a text.", file=file), file)
    if not isinstance(document.get("design", ""), str):
        raise ClubSettingsError(say("{file}: design must be a text.", file=file), file)
    if not isinstance(document.get("sport", ""), str):
        raise ClubSettingsError(say("{file}: sport must be a text.", file=file), file)


def _invalid(error: str, file: Path) -> str:
    """What is wrong with the text, without the English words of the library that reads it."""
    if place := _PLACE.search(error):
        line, column = place.groups()
        return say(
            "The settings file {file} is not valid TOML (line {line}, column {column}).",
            file=file,
            line=line,
            column=column,
        )
    return say("The settings file {file} is not valid TOML: it breaks off at its end.", file=file)


def _texts(table: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value).strip() for name, value in table.items() if str(value).strip()}

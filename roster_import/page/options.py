"""The table `[page]` of the settings, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from roster_import.errors import UsageError
from roster_import.files import from_home
from roster_import.language.messages import say
from roster_import.model.key_like import unless_key
from roster_import.model.setting import PageSettings, number
from roster_import.model.setting_names import is_loopback

if TYPE_CHECKING:
    from collections.abc import Mapping

_COUNTS = ("upload_megabytes", "uploads_per_hour", "uploads_per_link")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions(PageSettings):
    """How the page is served: its settings."""

    @property
    def is_encrypted(self) -> bool:
        """Whether browsers reach it by https, so that they are to send cookies no other way."""
        return self.address.startswith("https://")

    @property
    def most_bytes(self) -> int:
        """The largest body of a request that is read: a file, and what surrounds it in a form."""
        return self.upload_megabytes * 1_000_000 + 64_000


def page_options(table: Mapping[str, Any]) -> PageOptions:
    """The options of the table. Raises `UsageError` naming the setting that cannot be."""
    given: dict[str, Any] = dict(table)
    for name in set(_COUNTS) & given.keys():
        given[name] = max(1, int(number(f"[page] {name}", given[name])))
    if "session_hours" in given:
        given["session_hours"] = number("[page] session_hours", given["session_hours"])
    if "state" in given:
        given["state"] = from_home(str(given["state"]))
    if "address" in given:
        given["address"] = _address(str(given["address"]))
    return PageOptions(**given)


def _address(text: str) -> str:
    parts = urlsplit(text)
    plain = parts.scheme == "http" and is_loopback(text)
    if not parts.hostname or parts.path not in ("", "/") or not (parts.scheme == "https" or plain):
        raise UsageError(
            say(
                "The setting [page] address must be an address that begins with https:// and has no path, not {value!r}.",
                value=unless_key(text),
            )
        )
    return text.rstrip("/")

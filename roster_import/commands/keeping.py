"""`login`: a key into the system's keyring, or out of it; it is typed or piped in, never an argument."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from roster_import.errors import UsageError
from roster_import.keys import forget, keep

if TYPE_CHECKING:
    from roster_import.settings import Settings


def login_command(options: dict[str, Any]) -> int:
    """Keep the key of an order system in the system's keyring, or take it out again."""
    from roster_import.commands.importing import read_settings

    settings = read_settings(options)
    if not settings.url and settings.target != "jtl":
        raise UsageError(
            f"Say first where {settings.target} is: set ROSTER_IMPORT_{settings.target.upper()}_URL, or [{settings.target}] "
            "url in roster-import.toml. A key is kept for one address, so that it is never sent to another."
        )
    name = _what(settings)
    return _forgotten(settings, name) if options["forget"] else _kept(settings, name)


def _what(settings: Settings) -> str:
    """Which secret the target wants: JTL-Wawi's cloud knows a client secret, everything else a key."""
    return "client_secret" if settings.target == "jtl" and settings.system.get("client_id") else "api_key"


def _kept(settings: Settings, name: str) -> int:
    asked = f"{name.replace('_', ' ')} for {settings.target}"
    key = click.prompt(f"The {asked}", hide_input=True, err=True) if sys.stdin.isatty() else sys.stdin.readline()
    key = key.strip()
    if not key or not key.isascii() or not key.isprintable():
        raise UsageError(f"That is no {asked}: it is empty, or holds characters a key cannot have. Nothing was kept.")
    keep(settings, name, key)
    click.echo(f"The {asked} is kept in the system's keyring. roster-import doctor tries it.")
    return 0


def _forgotten(settings: Settings, name: str) -> int:
    held = forget(settings, name)
    asked = f"{name.replace('_', ' ')} for {settings.target}"
    click.echo(f"The {asked} is out of the system's keyring." if held else f"The keyring held no {asked}.")
    return 0

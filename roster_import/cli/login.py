"""`login`: a key into the system's keyring, or out of it; it is typed or piped in, never an argument."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.language.translations import in_language
from roster_import.pipeline.keyring import forget, keep

if TYPE_CHECKING:
    from roster_import.settings import Settings


def login_command(options: dict[str, Any]) -> int:
    """Keep the key of an order system in the system's keyring, or take it out again."""
    from roster_import.pipeline.options import read_settings, readers

    settings = read_settings(options)
    if not settings.url and settings.target != "jtl":
        raise UsageError(
            say(
                "Say first where {system} is: set {variable}, or [{system}] url in roster-import.toml. A key is kept for one "
                "address, so that it is never sent to another.",
                system=settings.target,
                variable=f"ROSTER_IMPORT_{settings.target.upper()}_URL",
            )
        )
    name, language = _what(settings), readers(options, settings).general
    said = _forgotten(settings, name) if options["forget"] else _kept(settings, name, language)
    click.echo(in_language(said, language))
    return 0


def _what(settings: Settings) -> str:
    """Which secret the target wants: JTL-Wawi's cloud knows a client secret, everything else a key."""
    return "client_secret" if settings.target == "jtl" and settings.system.get("client_id") else "api_key"


def _asked(settings: Settings, name: str) -> str:
    if name == "client_secret":
        return say("client secret for {system}", system=settings.target)
    return say("api key for {system}", system=settings.target)


def _kept(settings: Settings, name: str, language: str) -> str:
    asked = _asked(settings, name)
    question = in_language(say("The {key}", key=asked), language)
    key = click.prompt(question, hide_input=True, err=True) if sys.stdin.isatty() else sys.stdin.readline()
    key = key.strip()
    if not key or not key.isascii() or not key.isprintable():
        raise UsageError(
            say("That is no {key}: it is empty, or holds characters a key cannot have. Nothing was kept.", key=asked)
        )
    keep(settings, name, key)
    return say("The {key} is kept in the system's keyring. roster-import doctor tries it.", key=asked)


def _forgotten(settings: Settings, name: str) -> str:
    held, asked = forget(settings, name), _asked(settings, name)
    if held:
        return say("The {key} is out of the system's keyring.", key=asked)
    return say("The keyring held no {key}.", key=asked)

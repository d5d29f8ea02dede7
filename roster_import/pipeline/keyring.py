"""Keys kept in the system's keyring: the last place looked at, after environment and settings files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.settings import SECRETS

if TYPE_CHECKING:
    from roster_import.settings import Settings

_INSTALL = say('To keep keys in the system\'s keyring, install the extra: pip install "roster-import[keyring]".')


def with_keyring(settings: Settings) -> Settings:
    """The settings with the key that the keyring holds for their target and address, where they have none of their own."""
    if any(settings.system.get(secret) for secret in SECRETS):
        return settings
    keyring = _keyring()
    found = {name: key for name in SECRETS if keyring and (key := _read(keyring, settings, name))}
    if not found:
        return settings
    return replace(settings, system={**settings.system, **found}, key_source="the system's keyring")


def keep(settings: Settings, name: str, key: str) -> None:
    """Keep a key in the keyring. Raises `UsageError` where there is none, or it does not take it."""
    keyring = _keyring()
    if keyring is None:
        raise UsageError(_INSTALL)
    try:
        keyring.set_password(_service(settings), name, key)
    except keyring.errors.KeyringError as error:
        raise UsageError(_unusable(error)) from error


def forget(settings: Settings, name: str) -> bool:
    """Take a key out of the keyring; false where it held none. Raises `UsageError` as `keep` does."""
    keyring = _keyring()
    if keyring is None:
        raise UsageError(_INSTALL)
    try:
        keyring.delete_password(_service(settings), name)
    except keyring.errors.PasswordDeleteError:
        return False
    except keyring.errors.KeyringError as error:
        raise UsageError(_unusable(error)) from error
    return True


def _service(settings: Settings) -> str:
    # By address, so that a key for one system is never sent to another.
    return f"roster-import {settings.target} {settings.url or ''}".strip()


def _read(keyring: Any, settings: Settings, name: str) -> str | None:
    try:
        key: str | None = keyring.get_password(_service(settings), name)
    except keyring.errors.KeyringError:
        return None  # a machine without a keyring is as one that holds nothing; doctor says that no key is set
    return key


def _keyring() -> Any:
    """The keyring package, None where the extra is not installed."""
    try:
        import keyring
        import keyring.errors
    except ImportError:
        return None
    return keyring


def _unusable(error: Exception) -> str:
    return say(
        "The system's keyring cannot be used ({reason}). Set the key in the environment or in roster-import.toml instead.",
        reason=str(error) or type(error).__name__,
    )

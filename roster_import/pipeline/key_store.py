"""Keys kept in the system's keyring: the last place looked at, after environment and settings files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from roster_import.errors import NoAnswer, UsageError
from roster_import.language.messages import say
from roster_import.pipeline.session import NOBODY, read_settings
from roster_import.settings import SECRETS

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.pipeline.options import LoginCommand
    from roster_import.pipeline.session import Person
    from roster_import.settings import Settings

_PATIENCE = 600.0  # seconds that somebody has to accept the program in JTL-Wawi
_INSTALL = say('To keep keys in the system\'s keyring, install the extra: pip install "roster-import[keyring]".')


def with_keyring(settings: Settings) -> Settings:
    """The settings with the key that the keyring holds for their target and address, where they have none of their own."""
    if any(settings.system.get(secret) for secret in SECRETS):
        return settings
    keyring = _keyring()
    held = {name: key for name in SECRETS if keyring and (key := _read(keyring, settings, name))}
    if not held:
        return settings
    return replace(settings, system={**settings.system, **held}, key_source="the system's keyring")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPlace:
    """Where in the keyring the key of an order system is kept: for its address, so that it is never sent to another."""

    settings: Settings
    name: str

    @property
    def words(self) -> str:
        """What is kept there, for people."""
        if self.name == "client_secret":
            return say("client secret for {system}", system=self.settings.target)
        return say("api key for {system}", system=self.settings.target)

    def keep(self, key: str) -> None:
        """Keep a key. Raises `UsageError` where it is none, where there is no keyring, or where that does not take it."""
        if not key or not key.isascii() or not key.isprintable():
            raise UsageError(
                say(
                    "That is no {key}: it is empty, or holds characters a key cannot have. Nothing was kept.",
                    key=self.words,
                )
            )
        keyring = _needed_keyring()
        try:
            keyring.set_password(_service(self.settings), self.name, key)
        except keyring.errors.KeyringError as error:
            raise UsageError(_unusable(error)) from error

    def forget(self) -> bool:
        """Take the key out of the keyring; false where it held none. Raises `UsageError` as `keep` does."""
        keyring = _needed_keyring()
        try:
            keyring.delete_password(_service(self.settings), self.name)
        except keyring.errors.PasswordDeleteError:
            return False
        except keyring.errors.KeyringError as error:
            raise UsageError(_unusable(error)) from error
        return True


def key_place(command: LoginCommand, person: Person = NOBODY) -> KeyPlace:
    """Where the key of the order system is kept; JTL-Wawi's cloud knows a client secret, everything else a key."""
    settings = read_settings(command, person)
    if not settings.url and settings.target != "jtl":
        raise UsageError(
            say(
                "Say first where {system} is: set {variable}, or [{system}] url in roster-import.toml. A key is kept for one "
                "address, so that it is never sent to another.",
                system=settings.target,
                variable=f"ROSTER_IMPORT_{settings.target.upper()}_URL",
            )
        )
    secret = settings.target == "jtl" and settings.system.get("client_id")
    return KeyPlace(settings=settings, name="client_secret" if secret else "api_key")


def can_register(place: KeyPlace) -> bool:
    """Whether the order system gives out a key to a program that asks for one: JTL-Wawi on an own server does."""
    return place.settings.target == "jtl" and place.name == "api_key" and bool(place.settings.url)


def register(place: KeyPlace, asked: Callable[[], None]) -> str:
    """A key for this program, once a person has accepted it in JTL-Wawi; `asked` is called when it is time for that.

    Raises `UsageError` where none is given.
    """
    import asyncio

    _needed_keyring()  # the key is shown once, and must have a place then
    try:
        key = asyncio.run(_registered(place.settings, asked))
    except NoAnswer as error:
        raise UsageError(error.message) from error
    if not key:
        raise UsageError(say("Nobody accepted the registration in JTL-Wawi, or it was rejected. Nothing was kept."))
    return key


async def _registered(settings: Settings, asked: Callable[[], None]) -> str:
    import asyncio
    import secrets

    from roster_import.pipeline.effects import sender
    from roster_import.place.send.http import Patience
    from roster_import.targets import Access
    from roster_import.targets.jtl import Jtl, registration

    headers = {"X-ChallengeCode": secrets.token_hex(12), "Accept": "application/json"}
    access = Access(url=settings.url or "", headers=headers, secrets=())
    once, often = Patience(tries=1), Patience(tries=3, first=settings.retry_wait)
    async with sender(access, settings) as sending:
        request = registration.ask(Jtl(settings.system).app(), files=bool(settings.system.get("attach_roster")))
        number = await sending.send(request, registration.number, once)
        asked()
        for _ in range(int(_PATIENCE / settings.poll_interval)):
            await asyncio.sleep(settings.poll_interval)
            registered = await sending.send(registration.look(number), registration.answer, often)
            if registered.key or registered.rejected:
                return registered.key
    return ""


def _needed_keyring() -> Any:
    keyring = _keyring()
    if keyring is None:
        raise UsageError(_INSTALL)
    return keyring


def _service(settings: Settings) -> str:
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

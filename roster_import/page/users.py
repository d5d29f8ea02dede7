"""Who of the office may sign in, and whether a password is theirs. Passwords are kept as argon2 hashes alone (RFC 9106)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.page.state import Drawer, hashed

if TYPE_CHECKING:
    from pathlib import Path

    from argon2 import PasswordHasher

SHORTEST = 10  # characters of a password; NIST SP 800-63B asks for length, not for signs
_LONGEST_NAME, _LONGEST = 60, 1000


@dataclass(frozen=True, kw_only=True)
class Users:
    """The users that the page knows."""

    drawer: Drawer

    @classmethod
    def of(cls, state: Path) -> Users:
        """Those of a state."""
        return cls(drawer=Drawer(folder=state / "users"))

    def add(self, name: str, password: str) -> bool:
        """Let somebody sign in with a password; True where they could before, with another. Raises `UsageError`."""
        _check(name, password)
        known = self.drawer.read(_key(name)) is not None
        self.drawer.write(_key(name), {"name": name.strip(), "password": self._hasher.hash(password)})
        return known

    def remove(self, name: str) -> bool:
        """Let somebody sign in no more; False where they could not."""
        known = self.drawer.read(_key(name)) is not None
        self.drawer.remove(_key(name))
        return known

    def names(self) -> list[str]:
        """Everybody who may sign in."""
        return sorted(str(said.get("name")) for _, said in self.drawer.all())

    def who(self, name: str, password: str) -> str | None:
        """Whose name and password these are, None where they are nobody's; it takes as long for a name nobody has."""
        from argon2.exceptions import InvalidHashError, VerificationError

        said = self.drawer.read(_key(name)) or {}
        try:
            self._hasher.verify(str(said.get("password") or self._nobodys), password[:_LONGEST])
        except (VerificationError, InvalidHashError):
            return None
        return str(said["name"]) if "name" in said else None

    def mark(self, name: str) -> str | None:
        """What is another as soon as somebody has another password; None where they may not sign in."""
        said = self.drawer.read(_key(name))
        return hashed(str(said.get("password"))) if said is not None else None

    @cached_property
    def _hasher(self) -> PasswordHasher:
        from argon2 import PasswordHasher

        return PasswordHasher()

    @cached_property
    def _nobodys(self) -> str:
        """The hash of what is nobody's password."""
        return self._hasher.hash("")


def _key(name: str) -> str:
    return hashed(name.strip().casefold())


def _check(name: str, password: str) -> None:
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        raise UsageError(say("{name!r} cannot be the name of a user.", name=name))
    if not SHORTEST <= len(password) <= _LONGEST:
        raise UsageError(say("The password must have {count} characters or more. Nothing was changed.", count=SHORTEST))

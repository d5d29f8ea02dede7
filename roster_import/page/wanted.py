"""What the office wants ordered, and what came of it: a document for each signed roster.

It is written before anything is sent. A process that is killed leaves it as it was, and the next one goes on; what was placed
by then, the ledger answers for.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from roster_import.page.state import Drawer
from roster_import.watch.phrases import in_words, translations_of, with_translations

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from roster_import.model.problem import Problem


class WantedState(StrEnum):
    """How far it has come."""

    WAITING = "waiting"  # it is being ordered, or will be
    PLACED = "placed"
    NOT_PLACED = "not-placed"  # nothing was sent, or it was turned down: it may be tried again
    UNFINISHED = "unfinished"  # it was sent, and is not confirmed yet


DIFFERENCE = "difference"
"""The level of what was confirmed otherwise than it was ordered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is to be told, kept in every language; `level` is that of a problem, or `DIFFERENCE`."""

    level: str
    place: str
    text: str
    others: dict[str, str]

    @classmethod
    def of(cls, text: str, *, level: str = "error", place: str = "") -> Message:
        """One that can be kept."""
        return cls(level=level, place=place, text=in_words(text), others=translations_of(text))

    @classmethod
    def of_problem(cls, problem: Problem) -> Message:
        """What is to be told of a problem, at its place."""
        return cls.of(problem.message, level=problem.level, place=problem.place)

    @property
    def said(self) -> str:
        """The text, for readers of any language."""
        return with_translations(self.text, self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A roster that the office wants ordered: by whom and since when, and what came of it.

    `additions` alone are wanted where the rest was ordered before. `results` is the name of the results workbook.
    """

    key: str
    user: str
    at: str
    additions: bool = False
    state: WantedState = WantedState.WAITING
    ended: str = ""
    messages: tuple[Message, ...] = ()
    results: str = ""

    @property
    def is_waiting(self) -> bool:
        """Whether it is under way."""
        return self.state is WantedState.WAITING

    @property
    def differs(self) -> bool:
        """Whether something was confirmed otherwise than it was ordered."""
        return any(message.level == DIFFERENCE for message in self.messages)

    @property
    def may_be_tried(self) -> bool:
        """Whether ordering it once more can come to anything; it never orders anything twice."""
        return self.state in (WantedState.NOT_PLACED, WantedState.UNFINISHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedList:
    """All that the office wants ordered."""

    drawer: Drawer

    @classmethod
    def of(cls, state: Path) -> WantedList:
        """That of a state."""
        return cls(drawer=Drawer(folder=state / "wanted"))

    def want(self, wanted: Wanted) -> bool:
        """Write down that it is wanted; False where it is already, and under way or placed."""
        known = self.get(wanted.key)
        if known is not None and not known.may_be_tried:
            return False
        return self.drawer.write(wanted.key, asdict(wanted), replace=known is not None)

    def end(self, wanted: Wanted, state: WantedState, at: str, messages: Iterable[Message], results: str = "") -> None:
        """Write down what came of it."""
        made = replace(wanted, state=state, ended=at, messages=tuple(messages), results=results)
        self.drawer.write(wanted.key, asdict(made))

    def get(self, key: str) -> Wanted | None:
        """What is written of a roster; None where nobody wanted it yet."""
        said = self.drawer.read(key)
        return _from(said) if said is not None else None

    def forget(self, key: str) -> None:
        """It is wanted no more."""
        self.drawer.remove(key)

    def waiting(self) -> list[Wanted]:
        """What is still to be ordered, the oldest first."""
        known = (_from(said) for _, said in self.drawer.all())
        return sorted((each for each in known if each is not None and each.is_waiting), key=lambda each: each.at)


def _from(said: dict[str, Any]) -> Wanted | None:
    try:
        messages = tuple(Message(**message) for message in said["messages"])
        return Wanted(**{**said, "state": WantedState(said["state"]), "messages": messages})
    except (KeyError, TypeError, ValueError):
        return None

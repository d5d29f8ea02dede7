"""A language as what is said needs it; and English, in which every template is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from roster_import.language.invisible import as_a_value

if TYPE_CHECKING:
    from collections.abc import Callable


class Speech(Protocol):
    """A language as `Said` texts need it."""

    @property
    def language(self) -> str:
        """Its two letters."""
        ...

    @property
    def shown(self) -> Callable[[str], str]:
        """How a value is put in: by default with every character that cannot be seen shown by its number."""
        ...

    def template(self, english: str, context: str = "") -> str:
        """The template in this language, as it is meant in a context; the English one where there is none."""
        ...

    def counted(self, one: str, many: str, count: int, context: str = "") -> str:
        """The template that fits the count."""
        ...

    def amount(self, text: str) -> str:
        """An amount of money as readers write it."""
        ...

    def day(self, text: str) -> str:
        """An ISO date as readers write it."""
        ...


class English:
    """The language every template is written in."""

    language: Final = "en"

    def __init__(self, shown: Callable[[str], str] = as_a_value) -> None:
        self.shown = shown

    def template(self, english: str, context: str = "") -> str:
        """The template as it is."""
        return english

    def counted(self, one: str, many: str, count: int, context: str = "") -> str:
        """The template for one thing, or that for any other count."""
        return one if count == 1 else many

    def amount(self, text: str) -> str:
        """The amount in plain digits."""
        return text

    def day(self, text: str) -> str:
        """The ISO date."""
        return text


ENGLISH_SPEECH: Final = English()

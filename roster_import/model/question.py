"""What a person at a terminal can be asked about a workbook beside its columns, with a sample of each answer.

The samples are for the eyes of the person asked, never for a log.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleQuestion:
    """A text under a heading that names no design, or no logo, in all its rows at once: which title is meant.

    `where` says the rows in words, `likely` are the answers that its words suggest, `titles` all that there are.
    """

    sheet: str
    heading: str
    text: str
    where: str
    likely: tuple[str, ...]
    titles: tuple[str, ...]
    of_logo: bool = False

    @property
    def choices(self) -> tuple[str, ...]:
        """The answers, the likely ones first."""
        return tuple(dict.fromkeys((*self.likely, *self.titles)))


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignQuestion:
    """A roster of which nothing says what its rows are: which design each is. `sample` is what its first row says."""

    sheet: str
    titles: tuple[str, ...]
    rows: int
    sample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintNameQuestion:
    """Whether a lone name column is printed, and for each answer what the first row gets; `name` is whose that is."""

    sheet: str
    heading: str
    name: str
    samples: Mapping[str, str]

"""The signed proof beside a roster: what its coach left as it is, and under which name.

Whoever can drop a file can write a proof, too: it says something to the person who decides, and decides nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from roster_import.files import read_plain
from roster_import.language.messages import listed, say
from roster_import.pipeline.looked_at import MOST_READ
from roster_import.watch.file_names import SIGNED_ENDING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roster_import.model.problem import Problem
    from roster_import.watch.folders import WatchedFolder

_BY, _FILE, _LEFT = "signed-by", "signed-file", "left-as-is"
_LONGEST = 100  # characters of a name


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftAsIs:
    """What whoever signed a list left as it is: of each warning its code, a blank, and its place."""

    by: str
    left: frozenset[str]

    def in_words(self, doubts: Iterable[Problem]) -> str:
        """Which of these doubts were left as they are, and by whom; empty where none was."""
        every = (each for problem in doubts for each in problem.each)
        places = [problem.place for problem in every if f"{problem.code} {problem.place}" in self.left]
        if not places:
            return ""
        return say(
            "{name}, who signed it, has left as it is what stands at {places}.",
            name=self.by,
            places=listed(list(dict.fromkeys(places))),
        )


def left_as_is(folder: WatchedFolder, path: str, digest: str) -> LeftAsIs | None:
    """What the signed proof beside a roster of this digest says; None where there is none of this very file."""
    beside = PurePosixPath(path)
    try:
        proof = read_plain(folder.at(str(beside.with_name(f"{beside.stem}{SIGNED_ENDING}"))), MOST_READ, folder.root)
    except OSError:
        return None
    head = _Head()
    head.feed(proof.decode("utf-8", "replace").partition("</head>")[0])
    by = head.first(_BY)
    if not by or head.first(_FILE) != digest:
        return None
    return LeftAsIs(by=by, left=frozenset(head.said.get(_LEFT, ())))


class _Head(HTMLParser):
    """What the head of a page says, by name."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a `meta` says."""
        given = dict(attrs)
        if tag == "meta":
            self.said.setdefault(given.get("name") or "", []).append(given.get("content") or "")

    def first(self, name: str) -> str:
        """What it says first under a name, on one line."""
        return " ".join(self.said.get(name, [""])[0].split())[:_LONGEST]

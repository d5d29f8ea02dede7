"""Rosters as offices get them, which lie beside the repository: one of them sent in, and what became of it.

They are sent to a sandbox, as a person would who accepts the warnings: what is ordered tells more than what is said.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest

from roster_import.sandbox import SandboxOptions, start
from roster_import.sandbox.options import KitMakerSwitches
from tests.conftest import REPOSITORY, connected

CASES = REPOSITORY.parent / "shared" / "cases"
WITHOUT = pytest.mark.skipif(not CASES.is_dir(), reason="the cases are not beside the repository")

_SETTINGS = """
[order]
email = "office@example.com"
[delivery]
name = "Sporthaus Nord"
address = "Bahnhofstr. 1"
zip = "24103"
city = "Kiel"
country = "DE"
[catalogue]
file = "catalogue.csv"
"""
_AWAY_KIT = (
    "Title;Kind;ID;Placeholders;Sizes\n"
    "Away kit;design;298791;NameLogo 494680, NumberLogo 494679;128, 140, 152, 164, S, M, L, XL, 2XL, 3XL\n"
)
_IDS = re.compile(r";design;(\d+);MUL\d+;")
_OFTEN_SAID = {"identical-shirts"}  # the vendor's own example orders them


@dataclass(frozen=True)
class Outcome:
    """What became of a case: the run, and the bodies of the orders that the order system took."""

    run: Any
    bodies: tuple[Any, ...]

    @property
    def problems(self) -> list[Any]:
        """What is said, one mistake of many cells once for each."""
        told = [problem for problem in self.run.file["problems"] if problem["code"] not in _OFTEN_SAID]
        return [{**problem, **each} for problem in told for each in ({}, *problem.get("alike", ()))]

    @property
    def errors(self) -> list[Any]:
        return [problem for problem in self.problems if problem["level"] == "error"]

    @property
    def instances(self) -> list[tuple[int, str, str, str, int]]:
        """Everything ordered: design, name, number, size, quantity."""
        return [
            (design["designId"], *(one.get(key, "") for key in ("name", "number", "size")), one["quantity"])
            for body in self.bodies
            for design in body["designs"]
            for one in design["instances"]
        ]

    @property
    def lines(self) -> list[tuple[str, str, str, int]]:
        return [line[1:] for line in self.instances]

    @cached_property
    def columns(self) -> dict[str, Any]:
        """Column letter -> what it was understood to be, of the first roster."""
        return {column["column"]: column for column in self.run.file["understood"][0]["columns"]}

    def says_of(self, cell: str) -> list[Any]:
        """The problems that are told at the cell, or name it beside the one they are told at."""
        return [p for p in self.problems if p["cell"] == cell or re.search(rf"\b{cell}\b", p["message"])]

    def says_of_row(self, row: int) -> list[Any]:
        return [
            p for p in self.problems if p["row"] == row or re.search(rf"\brows? [\d, and to]*\b{row}\b", p["message"])
        ]


def send(folder: Any, case: str, *args: str, command: str = "import") -> Outcome:
    """Send a case (`office/c01.csv`) in and see what becomes of it."""
    path = CASES / case
    shutil.copyfile(path, folder / path.name)
    given = path.parent / "catalogue.csv"
    catalogue = given.read_text() if given.is_file() else _AWAY_KIT
    # Designs that the sandbox does not know have the sizes of the catalogue alone.
    (folder / "catalogue.csv").write_text(_IDS.sub(r";design;9\1;;", catalogue))
    (folder / "roster-import.toml").write_text(_SETTINGS)
    switches = KitMakerSwitches(unknown_item="accepted")
    with start(SandboxOptions(delay=0.02, kitmaker=switches)) as sandbox:
        desk = connected(folder, sandbox.url)
        placing = (
            ["--accept-warnings", "--reference", "PO-1"] if "Order Number" not in path.read_text("latin-1") else []
        )
        run = desk.quick(command, "--json", "--language", "en", *placing, path.name, *args)
        assert run.out, run.err
        return Outcome(run=run, bodies=tuple(order["body"] for order in sandbox.orders()))


def labels() -> dict[str, Any]:
    """What is expected of each report, by the name of its file."""
    path = CASES / "reports" / "expect.json"
    return json.loads(path.read_text()) if path.is_file() else {}

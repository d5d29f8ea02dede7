"""The name that is proposed for an order: two teams of a club are two orders, a mended file is the same one."""

from __future__ import annotations

from datetime import datetime

import pytest

from roster_import.page.drafts import Draft
from roster_import.page.references import proposal

DAY = "2026-11-29T12:00:00+00:00"


def sent(name: str, proposed: str = "FC Nord 2026-11-29", made: str = DAY) -> Draft:
    return Draft(id="1", link="a", club="FC Nord", name=name, made=made, proposed=proposed)


@pytest.mark.parametrize(
    ("name", "before", "proposed"),
    [
        ("U18 kit.xlsx", [], "FC Nord 2026-11-29"),
        ("U18 kit.xlsx", [sent("U15 kit.xlsx")], "FC Nord 2026-11-29 U18 kit"),
        ("U18 kit.xlsx", [sent("U18 kit.xlsx")], "FC Nord 2026-11-29"),
        ("U18 kit (1).xlsx", [sent("U18 kit.xlsx")], "FC Nord 2026-11-29"),
        ("U18 kit_v2.csv", [sent("U18 kit.xlsx")], "FC Nord 2026-11-29"),
        ("U18 kit rettet.xlsx", [sent("u18 kit.xlsx")], "FC Nord 2026-11-29"),
        ("U18 kit.xlsx", [sent("U15.xlsx", "FC Nord 2026-11-28", "2026-11-28T12:00:00+00:00")], "FC Nord 2026-11-29"),
        ("U15.xlsx", [sent("U15.xlsx"), sent("U18.xlsx", "FC Nord 2026-11-29 U18")], "FC Nord 2026-11-29"),
        ("Team 2.xlsx", [sent("Team 1.xlsx")], "FC Nord 2026-11-29 Team 2"),
        ("U18.xlsx", [sent("U15.xlsx", proposed="")], "FC Nord 2026-11-29 U18"),
    ],
)
def test_another_file_of_the_day_has_a_name_of_its_own(name, before, proposed):
    assert proposal("FC Nord", name, datetime.fromisoformat(DAY), before) == proposed

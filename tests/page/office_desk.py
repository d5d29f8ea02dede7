"""Rosters as coaches leave them, signed, for the tests of the office's pages."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from roster_import.page.options import PageOptions
from roster_import.page.signed import Answers, Signed, sign
from roster_import.page.site import Site
from roster_import.pipeline.session import usual_settings
from tests.conftest import EXAMPLE_ROWS, ORDER, build

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tests.page.conftest import Served


def site_of(served: Served) -> Site:
    """The page's site, as its process has it."""
    return Site(
        settings=usual_settings(), options=PageOptions(), folder=served.clubs, state=served.state, clock=time.time
    )


def signed(
    served: Served,
    club: str = "FC Nord",
    name: str = "spillere.xlsx",
    *,
    key: str = "",
    reference: str = "PO-1",
    rows: Any = EXAMPLE_ROWS,
    answers: Answers | None = None,
    **more: Any,
) -> Signed:
    """A roster of a club, signed by its coach."""
    served.clubs.mkdir(exist_ok=True)
    made: Path = build(served.desk.folder / "made.xlsx", rows, order={**ORDER, "Reference": reference}, **more)
    content = made.read_bytes()
    made.unlink()
    wish = Signed(
        key=key or f"{club}{name}{reference}".encode().hex(),
        club=club,
        name=name,
        digest="",
        by="Peter Smith",
        on="2026-11-29",
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        answers=answers or Answers(),
    )
    return sign(site_of(served), wish, content, b"<p>signed proof</p>")

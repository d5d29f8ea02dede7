"""What the documentation shows is what the commands print."""

from __future__ import annotations

import pytest

from tests.cli.shown_outputs import PAGES, rendered


@pytest.mark.every(2)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_its_commands_print(page, tmp_path):
    assert page.read_text(encoding="utf-8") == rendered(page, tmp_path), "make outputs writes it"

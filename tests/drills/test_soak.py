"""The soak in small: python -m tests.drills.soak does it at length."""

from __future__ import annotations

import pytest

from tests.drills.soak import soaked

pytestmark = pytest.mark.drill


def test_every_file_ends_in_one_folder_with_one_message_and_one_order(tmp_path):
    with soaked(tmp_path, files=10, seed=3) as verdict:
        print(verdict)
        log = (tmp_path / "watch.log").read_text(errors="replace")
        assert verdict.faults() == [], log[-6000:]

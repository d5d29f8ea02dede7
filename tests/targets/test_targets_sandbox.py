"""`--sandbox` is a rehearsal with any of the order systems: nothing has to be set up for it."""

from __future__ import annotations

import pytest

from tests.targets.systems import example, settings


@pytest.mark.parametrize("system", ["kitmaker", "dropday", "jtl"])
def test_a_rehearsal_needs_neither_address_nor_key(offline, system):
    settings(offline, '[jtl]\nitems = "{code}-{size}"\ncustomer = "Somebody real"\n')
    example(offline)
    run = offline.quick("--json", "--sandbox", "--target", system, "club.xlsx")
    (order,) = run.file["orders"]
    assert (run.status, order["target"], order["status"], order["differences"]) == (0, system, "completed", [])
    assert offline.quick("--json", "--sandbox", "--target", system, "club.xlsx").file["status"] == "already-placed"
    assert "PO-2026-0042 (sandbox)" in offline.quick("orders").out

"""What `resume` leaves out, as it was placed elsewhere, it says, with what to do."""

from __future__ import annotations

import json

from roster_import.sandbox import SandboxOptions, start
from tests.conftest import ORDER, connected


def unfinished(folder, sandbox):
    desk = connected(folder, sandbox.url, ROSTER_IMPORT_POLL_TIMEOUT="0")
    desk.build()
    assert desk.quick("club.xlsx").status == 4
    return desk


def test_an_order_at_another_address_is_named_with_the_setting_that_finishes_it(tmp_path):
    with start(SandboxOptions(delay=0.2)) as first, start(SandboxOptions(delay=0)) as second:
        desk = unfinished(tmp_path, first)
        desk.environment |= {"ROSTER_IMPORT_KITMAKER_URL": second.url, "ROSTER_IMPORT_POLL_TIMEOUT": "10"}
        run = desk.quick("resume")
        assert (run.status, run.out) == (4, "Nothing else is unfinished.\n")
        assert run.err == (
            f"roster-import: Left out, as placed at {first.url}: PO-2026-0042. The settings name {second.url} now. To finish, "
            "set [kitmaker] url in roster-import.toml, or ROSTER_IMPORT_KITMAKER_URL, to the address it was placed at, and run "
            "roster-import resume again.\n"
        )
        document = desk.quick("resume", "--json").json
        assert document == {
            "version": 1,
            "files": [],
            "leftOut": [{"reference": "PO-2026-0042", "target": "kitmaker", "address": first.url}],
        }
        assert second.orders() == []
        desk.environment["ROSTER_IMPORT_KITMAKER_URL"] = first.url
        run = desk.quick("resume")
        assert (run.status, len(first.orders()), "Left out" in run.err) == (0, 1, False)


def test_what_is_left_out_is_unfinished_however_well_the_others_end(tmp_path):
    with start(SandboxOptions(delay=0.2)) as first, start(SandboxOptions(delay=0.2)) as second:
        desk = unfinished(tmp_path, first)
        desk.environment["ROSTER_IMPORT_KITMAKER_URL"] = second.url
        desk.build("second.xlsx", rows=(("P", "Lee", "7", "M", 1, "Home kit"),), order={**ORDER, "Reference": "PO-2"})
        assert desk.quick("second.xlsx").status == 4
        desk.environment["ROSTER_IMPORT_POLL_TIMEOUT"] = "10"
        run = desk.quick("resume", "--json")
        assert [(file["status"], len(file["orders"])) for file in run.json["files"]] == [("placed", 1)]
        assert (run.status, [order["reference"] for order in run.json["leftOut"]]) == (4, ["PO-2026-0042"])


def test_an_order_with_another_order_system_is_named_too(tmp_path):
    with start(SandboxOptions(delay=30)) as sandbox:
        desk = unfinished(tmp_path, sandbox)
        desk.environment |= {
            "ROSTER_IMPORT_DROPDAY_URL": f"{sandbox.url}/api/v1",
            "ROSTER_IMPORT_DROPDAY_API_KEY": "sandbox-key",
            "ROSTER_IMPORT_DROPDAY_ACCOUNT_ID": "101",
        }
        run = desk.quick("resume", "--target", "dropday")
        assert (run.status, run.err) == (
            4,
            "roster-import: Left out, as placed with kitmaker: PO-2026-0042. To finish, run roster-import resume with target = "
            '"kitmaker" in the settings.\n',
        )


def test_what_the_sandbox_of_one_run_leaves_is_not_the_order_systems(tmp_path):
    with start(SandboxOptions(delay=30)) as sandbox:
        desk = unfinished(tmp_path, sandbox)
        run = desk.quick("resume", "--sandbox", "--json")
        assert (json.loads(run.out), run.err) == ({"version": 1, "files": []}, "")

"""A command loads what it needs and nothing else: start-up is most of what a small command takes."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = ("asyncio", "babel", "httpx", "importlib.metadata", "numpy", "openpyxl", "pandas", "rich", "ssl", "tomllib")
# What has to do with files, requests and questions: nobody needs it who looks something up on this machine.
FOR_OTHERS = (
    "check.check_workbook", "check.rows", "cli.offer", "cli.order_pieces", "cli.progress", "cli.questions",
    "cli.report_pieces", "model.layout", "model.report", "model.workbook", "pipeline.key_store", "pipeline.sandbox",
    "place.amendments", "place.conversation", "place.estimate", "place.follow", "place.send.http", "read", "recognise",
    "targets.plugins", "targets.protocol", "watch", "write.run_report",
)  # fmt: skip


def loaded(offline, *arguments: str, before: str = "") -> set[str]:
    """What is loaded when a command has ended well, our own modules as their places in the package."""
    code = (
        "import json, sys\n"
        "from roster_import.cli.main import run\n"
        f"{before}\n"
        "try: run(sys.argv[1:])\n"
        "except SystemExit as stop: assert not stop.code, stop.code\n"
        "print(json.dumps([*sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=offline.folder, env=offline.all_environment(), capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    return {name.removeprefix("roster_import.") for name in json.loads(done.stdout.splitlines()[-1])}


@pytest.mark.parametrize(
    "arguments",
    [("orders",), ("orders", "--json"), ("orders", "--last", "1"), ("orders", "export")],
    ids=" ".join,
)
def test_what_is_looked_up_on_this_machine_needs_neither_files_nor_the_order_system(offline, arguments):
    assert loaded(offline, *arguments) & {*HEAVY, *FOR_OTHERS} == set()


def test_a_list_of_orders_needs_no_order_system_where_their_confirmations_tell_it_all(offline):
    offline.build()
    offline.quick("import", "club.xlsx", "--sandbox", "--yes")
    assert "completed" in offline.quick("orders").out
    assert loaded(offline, "orders") & {*HEAVY, *FOR_OTHERS, "targets.kitmaker"} <= {"babel"}  # it writes the day


def test_the_version_loads_no_command(offline):
    assert loaded(offline, "--version") & {*HEAVY, *FOR_OTHERS, "settings", "pipeline.options"} == set()


def test_what_the_order_system_has_is_shown_without_what_reads_a_file(offline):
    names = loaded(offline, "logos", "--offline")
    assert names & {"asyncio", "httpx", "pandas", "check.check_workbook", "check.rows", "recognise", "read"} == set()


def test_a_check_that_asks_nobody_loads_nothing_that_sends(offline):
    offline.build()
    code = "import roster_import.pipeline.frame_process as aside; aside._gains = lambda: True"
    assert (
        loaded(offline, "check", "club.xlsx", before=code) & {"asyncio", "httpx", "openpyxl", "place.send.http", "ssl"}
        == set()
    )

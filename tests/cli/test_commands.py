"""The other commands, the terminal, and what start-up costs."""

from __future__ import annotations

import re
import signal
import subprocess

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from roster_import.cli import main
from roster_import.cli.main import arranged
from tests.conftest import ORDER
from tests.pseudo_terminal import on_terminal


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("club.xlsx", "import club.xlsx"),
        ("--json club.xlsx --yes", "import --json club.xlsx --yes"),
        ("--output check club.xlsx", "import --output check club.xlsx"),
        ("--reference PO-1 check club.xlsx", "check --reference PO-1 club.xlsx"),
        ("--output=x.xlsx --json check club.xlsx", "check --output=x.xlsx --json club.xlsx"),
        ("import check", "import check"),
        ("-- check", "import -- check"),
        ("--sandbox resume", "resume --sandbox"),
        ("--forget login", "login --forget"),
        ("--forget all headings", "headings --forget all"),
        ("--output x.xlsx check club.xlsx", "check --output x.xlsx club.xlsx"),
        ("--dry-run check club.xlsx", "check --dry-run club.xlsx"),
        ("club.xlsx check", "import club.xlsx check"),
        ("check", "check"),
        ("--help", "--help"),
        ("", ""),
    ],
)
def test_the_command_stands_first_or_is_import(given, meant):
    assert arranged(given.split()) == meant.split()


@pytest.mark.drill
def test_checking_loads_neither_openpyxl_nor_httpx_in_the_process_that_asks(offline):
    offline.build()
    code = (
        "import sys; sys.argv = ['roster-import', 'check', 'club.xlsx']\n"
        "from roster_import.cli.main import run\n"
        "try: run()\n"
        "except SystemExit as stop: print('EXIT', stop.code)\n"
        "print('LOADED', sorted({'openpyxl', 'httpx', 'hypothesis', 'asyncio'} & set(sys.modules)))"
    )
    said = offline.python(code)
    # asyncio comes with pandera's own imports
    assert re.search(r"EXIT 0\nLOADED \[('asyncio')?\]\n$", said), said


def test_a_template_is_written_and_never_over_something_else(offline):
    assert offline.quick("template").out == (
        "roster.xlsx: fill in the sheets Order and Roster, then run roster-import roster.xlsx\n"
    )
    assert {"Order", "Roster", "Logos", "Catalogue"} <= set(load_workbook(offline.folder / "roster.xlsx").sheetnames)
    again = offline.quick("template")
    assert (again.status, again.err) == (
        2,
        "roster-import: roster.xlsx is already there and was left alone. Give another name, or add --force.\n",
    )
    assert offline.quick("template", "--force").status == 0
    assert offline.quick("template", "da.xlsx", "--language", "da").status == 0
    assert "Spillerliste" in load_workbook(offline.folder / "da.xlsx").sheetnames
    assert offline.quick("template", "x.csv").status == 2


def test_a_blank_template_is_told_what_to_fill_in(offline):
    offline.quick("template")
    run = offline.quick("check", "roster.xlsx")
    assert run.status == 1
    assert "Sheet Roster has headings but no rows beneath them. Fill in a row per garment." in run.out


def test_orders_lists_searches_and_shows(desk):
    assert desk.quick("orders").out == "The ledger holds no orders yet.\n"
    desk.build()
    desk.build("other.xlsx", (("", "", "", "S", 3, "Home kit"),), order={**ORDER, "Reference": "PO-7"})
    assert desk.quick("club.xlsx", "other.xlsx").status == 0
    listed = desk.quick("orders").out
    assert "PO-2026-0042 (this machine)" in listed
    assert "PO-7 (this machine)" in listed
    for words, found in (("Jones 27", 1), ("jones 2", 0), ("PO-7", 1), ("other.xlsx", 1), ("viborg", 2), ("nobody", 0)):
        run = desk.quick("orders", "--json", "--where", words)
        assert len(run.json["orders"]) == found, words
    shown = desk.quick("orders", "show", "PO-2026-0042")
    assert "Away kit  L     7       Jones  27" in shown.out
    number = desk.quick("orders", "--json", "--where", "PO-7").json["orders"][0]["orderNumber"]
    (order,) = desk.quick("orders", "show", number, "--json").json["orders"]
    assert (order["reference"], order["body"]["reference"]) == ("PO-7", "PO-7")
    assert [event["what"] for event in order["events"]] == ["sending", "pending", "completed"]
    assert {"user", "host", "createdAt", "file", "attempt"} <= set(order)
    assert desk.quick("orders", "show", "PO-99").err == (
        "roster-import: The ledger holds no order PO-99. roster-import orders lists what it holds.\n"
    )


def test_a_person_settles_what_a_lost_answer_left_open(desk, sandbox):
    desk.build()
    sandbox.ask_for("place:drop-after-taking*5")
    assert desk.quick("club.xlsx").status == 4
    wrong = desk.quick("settle", "PO-2026-0042")
    assert (wrong.status, wrong.err) == (
        2,
        "roster-import: Say what became of it with just one of --placed, --tracking-id and --not-placed.\n",
    )
    run = desk.quick("settle", "PO-2026-0042", "--tracking-id", "4711")
    assert run.out == "PO-2026-0042 is settled: tracking id 4711. Run roster-import resume to follow it.\n"
    assert desk.quick("resume").status == 0
    assert desk.quick("settle", "PO-2026-0042", "--not-placed").err == (
        "roster-import: Order PO-2026-0042 is completed (20002502): there is nothing to settle. Nothing was changed.\n"
    )
    assert desk.quick("--json", "club.xlsx").file["status"] == "already-placed"
    assert len(sandbox.orders()) == 1


@pytest.mark.parametrize("said", [("--not-placed",), ("--placed", "20009999")])
def test_what_a_key_can_prove_is_not_a_persons_to_settle(desk, sandbox, said):
    desk.build()
    sandbox.ask_for("place:drop-after-taking*5")
    assert desk.quick("club.xlsx").status == 4
    run = desk.quick("settle", "PO-2026-0042", *said)
    assert (run.status, run.err) == (
        2,
        "roster-import: KitMaker knows an order again that is sent twice, so it can be proved what became of PO-2026-0042: "
        "run roster-import resume. Nothing was changed.\n",
    )
    assert desk.quick("resume").status == 0
    assert len(sandbox.orders()) == 1


def test_an_order_whose_number_is_known_cannot_be_settled_as_not_placed(desk, sandbox):
    desk.build()
    sandbox.ask_for("place:never-ready")
    desk.environment["ROSTER_IMPORT_POLL_TIMEOUT"] = "0.2"
    assert desk.quick("club.xlsx").status == 4
    run = desk.quick("settle", "PO-2026-0042", "--not-placed")
    assert (run.status, run.err) == (
        2,
        "roster-import: Order PO-2026-0042 was taken (20002502): it cannot be settled as not placed. roster-import resume "
        "follows it; where it is not wanted, tell the order system's people. Nothing was changed.\n",
    )


def test_a_tracking_id_that_nobody_knows_is_not_believed(desk, sandbox):
    desk.build()
    sandbox.ask_for("place:drop-before-taking*5")
    desk.quick("club.xlsx")
    run = desk.quick("settle", "PO-2026-0042", "--tracking-id", "9999")
    assert (run.status, run.err.startswith("roster-import: KitMaker does not confirm that: HTTP 404: ")) == (2, True)
    assert run.err.endswith(". Nothing was changed.\n")
    assert (desk.quick("resume").status, len(sandbox.orders())) == (0, 1)


def test_the_sandbox_of_one_run_needs_neither_address_nor_key_and_remembers(offline):
    offline.build()
    run = offline.quick("--json", "--sandbox", "club.xlsx")
    assert (run.status, run.file["status"]) == (0, "placed")
    again = offline.quick("--json", "--sandbox", "club.xlsx")
    assert (again.status, again.file["status"]) == (0, "already-placed")
    check = offline.quick("check", "--json", "--sandbox", "club.xlsx").file["orders"][0]
    assert check["status"] == "completed"
    live = offline.quick("check", "--json", "club.xlsx").file["orders"][0]
    assert live["status"] == "planned", "a rehearsal never stands in the way of the real order"
    assert (check["rehearsal"], "rehearsal" in live) == (True, False)


def test_a_rehearsal_is_called_one_before_the_question_and_behind_it(offline):
    offline.build(rows=(("A", "Able", "1", "M", 1, "777001"),), catalogue=None)
    shown = on_terminal(offline, "club.xlsx", "--sandbox", answers=["y"])[1]
    assert (
        "This is a rehearsal: nothing will really be ordered.\n"
        "Place 1 order with 1 piece with KitMaker? [y/N]: "
    ) in shown  # fmt: skip
    assert (
        "club.xlsx: 1 order placed with 1 piece. This was a rehearsal: nothing was really ordered. Results: club.results.xlsx\n"
    ) in shown


def test_the_sandbox_takes_designs_it_does_not_know(offline):
    offline.build(rows=(("A", "Able", "1", "M", 1, "777001"), ("B", "", "", "M", 1, "MUL42")), catalogue=None)
    run = offline.quick("--json", "--sandbox", "club.xlsx")
    assert (run.status, run.file["status"], run.file["orders"][0]["differences"]) == (0, "placed", [])


def test_the_sandbox_command_serves_until_it_is_stopped(offline):
    process = subprocess.Popen(
        offline.command("sandbox", "--port", "0", "--delay", "0"), cwd=offline.folder, env=offline.all_environment(),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        line = process.stdout.readline()
        url = re.search(r"http://127\.0\.0\.1:\d+", line)[0]
        offline.environment |= {"ROSTER_IMPORT_KITMAKER_URL": url, "ROSTER_IMPORT_KITMAKER_API_KEY": "sandbox-key"}
        offline.environment["ROSTER_IMPORT_POLL_INTERVAL"] = "0.05"
        offline.build()
        assert offline.quick("club.xlsx").status == 0
    finally:
        process.send_signal(signal.SIGTERM)
        _out, err = process.communicate(timeout=10)
    assert (process.returncode, err) == (0, "")


def test_the_sandbox_listens_on_this_machine_only(offline):
    run = offline.quick("sandbox", "--host", "0.0.0.0")
    assert (run.status, run.err) == (
        2,
        "roster-import: The sandbox listens on this machine only, not on 0.0.0.0: use 127.0.0.1 or localhost.\n",
    )


@pytest.mark.drill
def test_two_processes_importing_one_file_at_once_place_one_order(desk, sandbox):
    desk.build()
    started = [
        subprocess.Popen(
            desk.command("--json", "club.xlsx"), cwd=desk.folder, env=desk.all_environment(), stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
        )
        for _ in range(3)
    ]  # fmt: skip
    for process in started:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, (out, err)
    assert len(sandbox.orders()) == 1


# ------------------------------------------------------------------------------------------------ on a terminal


def test_a_terminal_shows_what_is_about_to_be_ordered_and_asks_once(desk, sandbox):
    desk.build(logos=(("Logo", "Quantity", "Number"), ("Club Crest", 18, None), ("Number transfer", 5, "1")))
    status, shown = on_terminal(desk, "club.xlsx", answers=["y"], afresh=True)
    assert status == 0
    table = (
        "Order PO-2026-0042 for Football Club ABC, Stadium Road 1, 8800 Viborg, DK\n"
        "  Design    Size  Pieces  Name   Number\n"
        "  Home kit  M     1\n"
        "  Home kit  L     1\n"
        "  Home kit  XL    5\n"
        "  Away kit  M     5       Smith  10\n"
        "  Away kit  L     7       Jones  27\n"
        "  Loose Club Crest: 18\n"
        "  Loose Number transfer: 1 × 5\n"
        "  In all 19 pieces and 23 loose logos.\n"
    )
    assert table in shown
    assert "Place 1 order with 19 pieces and 23 loose logos with KitMaker? [y/N]: " in shown
    assert "club.xlsx: 1 order placed with 19 pieces and 23 loose logos. Results: club.results.xlsx" in shown
    assert len(sandbox.orders()) == 1


def test_what_is_not_ordered_stands_before_the_question(desk, sandbox):
    rows = (("Bo Jones", "JONES", "27", "L", "Away kit", "bo@club.example", "bitte XL statt L"),)
    desk.build(rows=rows, headings=("Player", "Name", "Number", "Size", "Design", "E-mail", "Remarks"))
    _, shown = on_terminal(desk, "club.xlsx", answers=["n"])
    before = shown.partition("Place 1 order")[0]
    assert (
        "  Away kit  L     1       JONES  27\n"
        '    warning: Roster!G2: Row 2 has the remark "bitte XL statt L" under "Remarks". The row is ordered as it stands, '
        "whatever the remark says: if something is to be different, change the row itself, or delete the row; then empty the "
        "remark.\n"
        "  In all 1 piece.\n"
    ) in before
    assert "  Not ordered: E-mail, Remarks (no part of an order).\n" in before
    assert "bo@club.example" not in shown


def test_a_no_sends_nothing(desk, sandbox):
    desk.build()
    status, shown = on_terminal(desk, "club.xlsx", answers=["n"])
    assert status == 130
    assert "Nothing was sent.\n" in shown
    assert sandbox.requests() == []


def test_yes_is_not_asked(desk, sandbox):
    desk.build()
    status, shown = on_terminal(desk, "club.xlsx", "--yes")
    assert (status, "[y/N]" in shown) == (0, False)


def test_a_terminal_is_asked_whether_a_lone_name_is_printed(desk, sandbox):
    rows = (("Anna Smith", "10", "M", "Away kit"), ("Bo Jones", "27", "L", "Away kit"))
    desk.build(rows=rows, headings=("Name", "Number", "Size", "Design"))
    status, shown = on_terminal(desk, "club.xlsx", answers=["surname", "y"])
    assert status == 0, shown
    assert [one["name"] for one in sandbox.orders()[0]["body"]["designs"][0]["instances"]] == ["Smith", "Jones"]


def test_what_turns_a_terminal_around_is_shown_on_it_and_stays_in_a_file(desk, sandbox):
    desk.build(rows=(("Ann", "AN\u202eNA", "7", "M", 1, "Away kit"),))
    assert desk.quick("--yes", "club.xlsx").status == 0
    assert ",AN\u202eNA,7,1," in desk.quick("orders", "export", "--format", "csv").out
    for number, *call in (
        ("[U+202E]", "orders", "export", "--format", "csv"),
        ("\\u202e", "orders", "export", "--format", "json"),
        ("\\u202e", "orders", "show", "PO-2026-0042", "--json"),
    ):
        status, shown = on_terminal(desk, *call, answers=[])
        assert (status, f"AN{number}NA" in shown, "\u202e" in shown) == (0, True, False)


def test_what_happened_to_an_order_is_told_in_the_readers_words(desk, sandbox):
    desk.build(rows=(("Ann", "ANNA", "7", "M", 1, "Away kit"),))
    assert desk.quick("--yes", "club.xlsx").status == 0
    told = {
        language: re.findall(
            r"Z  (\S.*?)  \S+ \S+@", desk.quick("orders", "show", "PO-2026-0042", "--language", language).out
        )
        for language in ("en", "da", "de")
    }
    assert told["en"][:: len(told["en"]) - 1] == ["sending", "completed"]
    assert told["da"][:: len(told["da"]) - 1] == ["sendes", "bestilt"]
    assert told["de"][:: len(told["de"]) - 1] == ["wird gesendet", "bestellt"]
    shown = desk.quick("orders", "show", "PO-2026-0042", "--json").json["orders"][0]["events"]
    assert [one["what"] for one in shown] == told["en"]


def test_the_shell_completes_commands_options_and_files(offline):
    def completed(words):
        asked = {"_ROSTER_IMPORT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
        offline.environment |= asked
        return offline.run().out.split()

    assert completed("roster-import che") == ["plain,check", "file,che"]
    assert completed("roster-import check --print-n") == ["plain,--print-name"]
    assert completed("roster-import club.xlsx --ye") == ["plain,--yes"]


def test_every_command_is_listed_once_by_what_it_is_for_with_its_whole_sentence():
    listed = [name for _, names in main.GROUPS for name in names]
    assert sorted(listed) == sorted(main.cli.commands)
    told = " ".join(CliRunner().invoke(main.cli, ["--help"], terminal_width=80).output.split())
    for command in main.cli.commands.values():
        assert " ".join(command.help.partition("\n\n")[0].split()) in told

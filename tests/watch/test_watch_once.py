"""`watch --once` over a real folder, with a real sandbox: every file ends in one folder, with one message."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from roster_import.watch.status import LOOK_AT_IT, Status
from tests.conftest import CATALOGUE, ORDER, build


def outcomes(inbox):
    return [name for name in inbox.files() if not name.startswith("processing/")]


def test_a_roster_is_placed_and_filed_with_its_results(inbox, sandbox):
    inbox.drop("club.xlsx")
    run = inbox.once()
    assert run.status == 0
    assert inbox.files() == ["done/club.results.xlsx", "done/club.xlsx"]
    assert len(sandbox.orders()) == 1
    assert run.out.startswith(f"{inbox.folder}/done/club.xlsx: 1 order placed with 19 pieces.")
    assert not list((inbox.folder / "processing").iterdir())


def test_the_ledger_says_where_the_file_lies_now(inbox):
    inbox.drop("club.xlsx")
    inbox.once()
    (entry,) = inbox.desk.quick("orders", "--json").json["orders"]
    shown = inbox.desk.quick("orders", "show", "PO-club", "--json").json
    assert entry["reference"] == "PO-club"
    assert json.dumps(shown).count("/processing/") == 0
    assert f"{inbox.folder}/done/club.xlsx" in json.dumps(shown)


def test_json_is_the_contracts_document(inbox):
    inbox.drop("club.xlsx")
    document = inbox.once("--json").json
    assert document["version"] == 1
    (file,) = document["files"]
    assert (file["status"], file["path"]) == ("placed", f"{inbox.folder}/done/club.xlsx")
    assert file["results"] == f"{inbox.folder}/done/club.results.xlsx"


def test_a_roster_with_errors_fails_with_its_problems_workbook_and_corrected_it_is_placed(inbox, sandbox):
    inbox.drop("club.xlsx", rows=[("Smith", "Smith", "1O", "M", 1, "Away kit")])
    assert inbox.once().status == 1
    assert inbox.files() == ["failed/club.problems.xlsx", "failed/club.xlsx"]
    assert sandbox.orders() == []
    inbox.drop("club.problems.xlsx", "PO-club")
    assert inbox.once().status == 0
    assert inbox.files() == ["done/club.problems.xlsx", "done/club.results.xlsx", "failed/club.problems.xlsx",
                             "failed/club.xlsx"]  # fmt: skip


def test_the_same_order_again_is_a_duplicate_whatever_its_name_and_bytes(inbox, sandbox):
    path = inbox.drop("club.xlsx")
    same = path.read_bytes()
    inbox.once()
    (inbox.folder / "copy of club.xlsx").write_bytes(same)
    inbox.drop("club.xlsx")  # built anew: other bytes
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 1
    assert outcomes(inbox) == ["done/club.results.xlsx", "done/club.xlsx", "duplicate/club.results.xlsx",
                               "duplicate/club.xlsx", "duplicate/copy of club.results.xlsx",
                               "duplicate/copy of club.xlsx"]  # fmt: skip


def test_the_same_file_twice_in_one_look_is_one_order_and_one_duplicate(inbox, sandbox):
    path = inbox.drop("a.xlsx", "PO-1")
    shutil.copy(path, inbox.folder / "b.xlsx")
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 1
    assert [name.split("/")[0] for name in inbox.files()] == ["done", "done", "duplicate", "duplicate"]


def test_the_same_name_with_another_content_keeps_both(inbox):
    for number in (1, 2, 3):
        inbox.drop("club.xlsx", f"PO-{number}")
        assert inbox.once().status == 0
    assert inbox.files() == sorted(f"done/club{n}{end}.xlsx" for n in ("", ".2", ".3") for end in ("", ".results"))


def test_a_used_reference_with_another_content_fails_with_the_difference(inbox, sandbox):
    inbox.drop("club.xlsx")
    inbox.once()
    inbox.drop("club.xlsx", rows=[("Young", "Young", "3", "S", 1, "Away kit")])
    assert inbox.once().status == 1
    assert len(sandbox.orders()) == 1
    assert "failed/club.xlsx" in inbox.files()


def test_what_lies_in_a_place_is_never_overwritten(inbox):
    (inbox.folder / "done" / "club.results.xlsx").write_text("mine")
    inbox.drop("club.xlsx")
    inbox.once()
    assert inbox.files() == ["done/club.2.results.xlsx", "done/club.2.xlsx", "done/club.results.xlsx"]
    assert (inbox.folder / "done" / "club.results.xlsx").read_text() == "mine"


def test_locks_partial_copies_and_the_systems_own_files_are_left_alone_and_said(inbox):
    inbox.drop("open.xlsx")
    (inbox.folder / "~$open.xlsx").write_bytes(
        b"\x04Anna".ljust(55) + b"\x04\0" + "Anna".encode("utf-16-le").ljust(108)
    )
    inbox.drop("libre.xlsx")
    (inbox.folder / ".~lock.libre.xlsx#").write_text(",berta,PC,21.11.2026 09:12,;")
    (inbox.folder / "half.xlsx.part").write_bytes(b"PK")
    (inbox.folder / "empty.xlsx").touch()
    (inbox.folder / "Thumbs.db").write_bytes(b"x")
    (inbox.folder / ".DS_Store").write_bytes(b"x")
    before = inbox.files()
    assert inbox.once().status == 0
    assert inbox.files() == before
    waiting = {one["path"]: one["why"] for one in inbox.status()["waiting"]}
    assert waiting["open.xlsx"].startswith("open in Excel by Anna since ")
    assert waiting["libre.xlsx"].startswith("open in LibreOffice by berta since ")
    assert waiting["half.xlsx.part"] == "is an unfinished copy or download by its name"
    assert waiting["empty.xlsx"] == "is empty so far"
    assert set(waiting) == {"open.xlsx", "libre.xlsx", "half.xlsx.part", "empty.xlsx"}


def test_a_cut_off_workbook_waits_then_is_answered(inbox):
    whole = inbox.drop("club.xlsx").read_bytes()
    (inbox.folder / "club.xlsx").write_bytes(whole[: len(whole) // 2])
    assert inbox.once().status == 0
    (waiting,) = inbox.status()["waiting"]
    assert waiting["why"] == "cannot be opened yet: the copy may not be finished"
    inbox.settings("give_up_after = 0.01\n")
    assert inbox.once().status == 1
    assert inbox.files() == ["failed/club.why.txt", "failed/club.xlsx"]
    assert "club.xlsx" in (inbox.folder / "failed" / "club.why.txt").read_text()


def test_a_workbook_whose_room_was_taken_before_its_content_came_waits(inbox):
    (inbox.folder / "club.xlsx").write_bytes(b"\0" * 9000)
    (inbox.folder / "club.csv").write_bytes(b"Player;Name\nAnna;" + b"\0" * 100)
    assert inbox.once().status == 0
    assert inbox.files() == ["club.csv", "club.xlsx"]


@pytest.mark.parametrize(("name", "content"), [("roster.pdf", b"%PDF-1.7 something"), ("notes.docx", b"no document")])
def test_a_file_that_is_no_roster_is_answered_too(inbox, name, content):
    (inbox.folder / name).write_bytes(content)
    assert inbox.once().status == 1
    assert f"failed/{name}" in inbox.files()
    assert len(inbox.files()) == 2, "a note or a marked workbook lies beside it"


@pytest.mark.parametrize("as_named", [str, lambda folder: os.path.relpath(folder, folder.parent)])
def test_the_catalogue_of_a_club_stays_where_it_is_and_is_used(inbox, sandbox, as_named):
    path = inbox.drop("north/team.xlsx", catalogue=None)
    _catalogue_file(path.parent / "our garments.csv")
    (path.parent / "roster-import.toml").write_text('[catalogue]\nfile = "our garments.csv"\n')
    inbox.folder, folder = Path(as_named(inbox.folder)), inbox.folder
    assert inbox.once().status == 0
    inbox.folder = folder
    assert [order["reference"] for order in sandbox.orders()] == ["PO-team"]
    assert inbox.files() == ["done/north/team.results.xlsx", "done/north/team.xlsx", "north/our garments.csv",
                             "north/roster-import.toml"]  # fmt: skip


def test_the_catalogue_of_all_clubs_may_lie_in_the_folder(inbox, sandbox):
    inbox.drop("team.xlsx", catalogue=None)
    inbox.settings(f'[catalogue]\nfile = "{_catalogue_file(inbox.folder / "garments.csv")}"\n')
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 1
    assert inbox.files() == ["done/team.results.xlsx", "done/team.xlsx", "garments.csv"]


def _catalogue_file(path):
    path.write_text("\n".join(";".join(str(cell or "") for cell in row) for row in CATALOGUE), encoding="utf-8")
    return path


def test_subfolders_are_clubs_with_settings_of_their_own(inbox, sandbox):
    club = inbox.folder / "fc-abc"
    club.mkdir()
    (club / "roster-import.toml").write_text(
        '[delivery]\nname = "FC ABC"\naddress = "A 1"\nzip = "1"\ncity = "B"\ncountry = "DK"\n'
    )
    inbox.drop("fc-abc/u12/club.xlsx", order={"Reference": "PO-9"})
    assert inbox.once().status == 0
    assert inbox.files() == [
        "done/fc-abc/u12/club.results.xlsx",
        "done/fc-abc/u12/club.xlsx",
        "fc-abc/roster-import.toml",
    ]
    (order,) = sandbox.orders()
    assert "FC ABC" in json.dumps(order["body"])


@pytest.mark.parametrize(("text", "reason"), [
    ('[kitmaker]\nurl = "https://elsewhere.example"\n', "kitmaker cannot be set for one club."),
    ('[notify]\ncommand = ["rm"]\n', "notify cannot be set for one club."),
    ("[delivery\n", "is not valid TOML"),
    ('print_name = "all"\n', "print_name must be as-written, surname or none."),
])  # fmt: skip
def test_a_club_cannot_send_orders_elsewhere_and_a_broken_settings_file_holds_its_files(inbox, sandbox, text, reason):
    (inbox.folder / "fc").mkdir()
    (inbox.folder / "fc" / "roster-import.toml").write_text(text)
    inbox.drop("fc/club.xlsx")
    assert inbox.once().status == 1
    assert sandbox.orders() == []
    assert reason in (inbox.folder / "held/fc/club.why.txt").read_text()


def test_folders_moved_in_are_seen(inbox, tmp_path):
    season = tmp_path / "season"
    for name in ("a", "b"):
        (season / name).mkdir(parents=True)
        order = {**ORDER, "Reference": f"PO-{name}"}
        build(season / name / "club.xlsx", inbox.rows_of(f"PO-{name}"), order=order)
    season.rename(inbox.folder / "season")
    assert inbox.once().status == 0
    assert inbox.files() == sorted(f"done/season/{n}/club{end}.xlsx" for n in "ab" for end in ("", ".results"))


def test_a_file_dropped_into_processing_by_mistake_is_done_all_the_same(inbox):
    inbox.drop("processing/club.xlsx")
    inbox.drop("processing/Folder/other.xlsx")
    assert inbox.once().status == 0
    assert [n for n in inbox.files() if "results" not in n] == ["done/Folder/other.xlsx", "done/club.xlsx"]


def test_files_from_before_the_first_start_stay_until_they_are_let_in(tmp_path, sandbox):
    from tests.watch.conftest import Inbox, connected

    (tmp_path / "inbox").mkdir()
    inbox = Inbox(connected(tmp_path, sandbox.url), tmp_path / "inbox")
    inbox.settings("")
    for number in range(3):
        inbox.drop(f"old{number}.xlsx")
    run = inbox.once()
    assert run.status == 0
    assert ("3 files were here before the watch first began. They stay where they are until roster-import watch "
            "--accept-existing, or release FILE.") in run.err  # fmt: skip
    inbox.drop("new.xlsx")
    inbox.once()
    assert inbox.files() == ["done/new.results.xlsx", "done/new.xlsx", "old0.xlsx", "old1.xlsx", "old2.xlsx"]
    assert inbox.desk.quick("release", inbox.folder / "old1.xlsx").out == (
        "old1.xlsx is taken up at the next look of the watch.\n"
    )
    inbox.once()
    assert len(sandbox.orders()) == 2
    assert inbox.once("--accept-existing").status == 0
    assert len(sandbox.orders()) == 4


def test_warnings_are_held_where_the_settings_say_so_and_released(inbox, sandbox):
    inbox.drop("club.xlsx")
    assert inbox.once("--no-accept-warnings").status == 1
    assert inbox.files() == ["held/club.why.txt", "held/club.xlsx"]
    text = (inbox.folder / "held" / "club.why.txt").read_text()
    assert text.startswith("club.xlsx was not ordered. It has 2 warnings, and files with warnings wait for a person.")
    assert f'To order it all the same: roster-import release "{inbox.folder}/held/club.xlsx".' in text
    assert inbox.status()["held"] == [
        {"path": "held/club.xlsx", "why": "It has 2 warnings, and files with warnings wait for a person."}
    ]
    run = inbox.desk.quick("release", inbox.folder / "held" / "club.xlsx")
    assert run.out == "club.xlsx is taken up at the next look of the watch.\n"
    assert inbox.once("--no-accept-warnings").status == 0
    assert inbox.files() == ["done/club.results.xlsx", "done/club.xlsx"]
    assert len(sandbox.orders()) == 1
    assert inbox.status()["held"] == []


@pytest.mark.every(3)
@pytest.mark.parametrize(("setting", "reason"), [
    ("pieces_per_order = 18", "Order PO-a has 19 pieces; at most 18 are ordered without a person (pieces_per_order)."),
    ("pieces_per_run = 18", "With it there would be 19 pieces in this run; at most 18 are ordered without a person"),
    ("pieces_per_day = 18", "With it there would be 19 pieces today; at most 18 are ordered without a person"),
])  # fmt: skip
def test_a_file_beyond_a_cap_is_held_with_the_reason(inbox, sandbox, setting, reason):
    inbox.settings(setting + "\n")
    inbox.drop("a.xlsx")
    assert inbox.once().status == 1
    assert reason in (inbox.folder / "held" / "a.why.txt").read_text()
    inbox.desk.quick("release", inbox.folder / "held" / "a.xlsx")
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 1


def test_the_caps_of_a_day_last_over_several_runs(inbox, sandbox):
    inbox.settings("orders_per_day = 2\n")
    for number in range(3):
        inbox.drop(f"a{number}.xlsx")
        assert inbox.once().status == (1 if number == 2 else 0)
    assert len(sandbox.orders()) == 2


def test_what_cannot_be_released(inbox, tmp_path):
    inbox.drop("club.xlsx")
    inbox.once()
    done = inbox.folder / "done" / "club.xlsx"
    run = inbox.desk.quick("release", done)
    assert run.status == 2
    assert f"{done} is not held: it lies in done. What is held lies in held." in run.err
    elsewhere = tmp_path / "x.xlsx"
    elsewhere.touch()
    assert "lies in no watched folder" in inbox.desk.quick("release", elsewhere).err


def test_a_pause_file_pauses(inbox, sandbox):
    (inbox.folder / "pause").touch()
    inbox.drop("club.xlsx")
    assert inbox.once().status == 0
    assert inbox.files() == ["club.xlsx", "pause"]
    (inbox.folder / "pause").unlink()
    inbox.once()
    assert len(sandbox.orders()) == 1


@pytest.mark.drill
def test_nothing_is_lost_while_the_order_system_is_down(inbox, sandbox):
    sandbox.ask_for("place:503-bare*always")
    for number in range(4):
        inbox.drop(f"a{number}.xlsx")
    assert inbox.once().status == 4
    assert sum(name.startswith("processing/") for name in inbox.files()) >= 1
    sandbox.clear_faults()
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 4
    assert [n for n in inbox.files() if "results" not in n] == [f"done/a{n}.xlsx" for n in range(4)]


def test_a_key_that_is_not_accepted_fails_no_file(inbox, sandbox):
    inbox.desk.environment["ROSTER_IMPORT_KITMAKER_API_KEY"] = "wrong"
    inbox.drop("club.xlsx")
    inbox.drop("other.xlsx")
    assert inbox.once().status == 4
    assert not [name for name in inbox.files() if name.startswith("failed")]
    assert "the order system does not accept the key (HTTP 401)" in inbox.status()["trouble"]
    inbox.desk.environment["ROSTER_IMPORT_KITMAKER_API_KEY"] = "sandbox-key"
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 2


@pytest.mark.drill
def test_an_order_that_is_not_confirmed_in_time_stays_and_is_finished_later(inbox, sandbox):
    inbox.desk.environment["ROSTER_IMPORT_POLL_TIMEOUT"] = "0.3"
    sandbox.ask_for("poll:503-bare*always")
    inbox.drop("club.xlsx")
    assert inbox.once().status == 4
    (waiting,) = inbox.status()["processing"]
    assert waiting["path"] == "club.xlsx"
    assert [name.split("/")[0] for name in inbox.files()] == ["processing"] * 3
    sandbox.clear_faults()
    inbox.desk.environment["ROSTER_IMPORT_POLL_TIMEOUT"] = "10"
    assert inbox.once().status == 0
    assert inbox.files() == ["done/club.results.xlsx", "done/club.xlsx"]
    assert len(sandbox.orders()) == 1


@pytest.fixture
def on_its_way(inbox, sandbox):
    """A file of a club whose order was sent, and is not confirmed yet."""
    inbox.desk.environment["ROSTER_IMPORT_POLL_TIMEOUT"] = "0.3"
    sandbox.ask_for("poll:503-bare*always")
    inbox.drop("fc/club.xlsx")
    assert inbox.once().status == 4
    sandbox.clear_faults()
    inbox.desk.environment["ROSTER_IMPORT_POLL_TIMEOUT"] = "10"
    (path,) = inbox.folder.glob("processing/*/club.xlsx")
    return path


def test_a_file_whose_order_is_on_its_way_is_never_told_as_not_sent(inbox, sandbox, on_its_way):
    club = inbox.folder / "fc" / "roster-import.toml"
    club.write_text("print_name = 5")
    assert inbox.once().status == 4
    (waiting,) = inbox.status()["processing"]
    assert waiting["what"] == (
        f"its order PO-club was sent, and now it cannot be brought to its end: {club}: print_name must be as-written, surname "
        "or none."
    )
    assert _is_stuck(inbox)
    assert {file.split("/")[0] for file in inbox.files()} == {"fc", "processing"}
    club.unlink()
    assert inbox.once().status == 0
    assert inbox.files() == ["done/fc/club.results.xlsx", "done/fc/club.xlsx"]
    assert len(sandbox.orders()) == 1


@pytest.mark.drill
def test_a_file_whose_order_is_on_its_way_is_read_again_whatever_ended_before(inbox, sandbox, on_its_way):
    with closing(sqlite3.connect(inbox.journal)) as database, database:
        database.execute("UPDATE files SET deaths = 2")
    assert inbox.once().status == 0
    assert on_its_way.exists() is False
    assert inbox.files() == ["done/fc/club.results.xlsx", "done/fc/club.xlsx"]
    assert len(sandbox.orders()) == 1


def _is_stuck(inbox):
    """Whether the watch would ask for a person, were it alive."""
    heartbeat = json.loads((inbox.folder / ".roster-import" / "heartbeat.json").read_text())
    status = Status(folder="inbox", heartbeat=heartbeat, alive=True, now=heartbeat["lastLookSeconds"])
    return status.exit_status == LOOK_AT_IT


@pytest.mark.drill
@pytest.mark.skipif(os.name == "nt", reason="hard links of Linux and macOS")
def test_a_backup_that_links_a_file_whose_order_is_on_its_way_is_none_of_its_business(inbox, sandbox, on_its_way):
    os.link(on_its_way, inbox.desk.folder / "backup.xlsx")
    assert inbox.once().status == 0
    assert inbox.files() == ["done/fc/club.results.xlsx", "done/fc/club.xlsx"]
    assert len(sandbox.orders()) == 1


@pytest.mark.skipif(os.name == "nt", reason="hard links of Linux and macOS")
def test_a_second_name_of_a_file_is_not_taken_until_it_is_the_only_one(inbox, sandbox):
    (inbox.desk.folder / "fc.xlsx").hardlink_to(inbox.drop("club.xlsx"))
    assert inbox.once().status == 0
    (waiting,) = inbox.status()["waiting"]
    assert waiting["why"] == "is a second name of a file (a hard link): it is not taken; put a copy of the file here"
    assert sandbox.orders() == []
    (inbox.desk.folder / "fc.xlsx").unlink()
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 1


@pytest.mark.skipif(os.name == "nt", reason="hard links of Linux and macOS")
def test_a_second_name_that_was_put_where_claims_lie_is_not_read(inbox, sandbox):
    claim = inbox.folder / "processing" / "20260101-000000-abcdef"
    claim.mkdir()
    (claim / "claim.json").write_text('{"path": "club.xlsx"}')
    (claim / "club.xlsx").hardlink_to(build(inbox.desk.folder / "secret.xlsx"))
    assert inbox.once().status == 1
    why = (inbox.folder / "failed" / "club.why.txt").read_text()
    assert "club.xlsx is not read: it has a second name elsewhere (a hard link). Put a copy of the file here." in why
    assert sandbox.orders() == []


def test_an_order_that_is_refused_fails(inbox, sandbox):
    inbox.drop("club.xlsx", order={**ORDER, "Reference": "PO-r", "Organization ID": "99999"})
    assert inbox.once().status == 3
    assert "failed/club.xlsx" in inbox.files()


@pytest.mark.drill
@pytest.mark.skipif(os.name == "nt", reason="names Windows does not have")
def test_odd_names(inbox, sandbox):
    names = [
        "line\nbreak.xlsx",
        "Ævintýri 山田 👕.xlsx",
        'quote\'s "q".xlsx',
        "x" * 240 + ".xlsx",
        "-f.xlsx",
        "a;b|c&d$(e).xlsx",
    ]
    for number, name in enumerate(names):
        inbox.drop("plain.xlsx", f"PO-{number}").rename(inbox.folder / name)
    latin = os.fsencode(inbox.folder) + b"/caf\xe9.xlsx"
    inbox.drop("plain.xlsx", "PO-latin").rename(Path(os.fsdecode(latin)))
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 7
    left = [name for name in inbox.files() if not name.startswith("done/")]
    assert left == []


def test_a_folder_that_may_not_be_read_is_said(inbox, monkeypatch):
    private, really = inbox.folder / "private", os.scandir
    private.mkdir(mode=0)

    def as_anybody(folder="."):  # root may read everything
        if str(folder) == str(private):
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return really(folder)

    monkeypatch.setattr(os, "scandir", as_anybody)
    assert inbox.once().status == 4
    assert "private: the folder cannot be read" in inbox.once().err


def test_a_folder_that_is_not_there(inbox, tmp_path):
    run = inbox.desk.quick("watch", tmp_path / "nowhere", "--once")
    assert (run.status, run.err) == (
        2, f"roster-import: There is no folder {tmp_path / 'nowhere'}. Make it, or name another; nothing was done.\n",
    )  # fmt: skip


def test_links_that_lead_back_up_are_no_trap(inbox, sandbox):
    (inbox.folder / "loop").symlink_to(inbox.folder, target_is_directory=True)
    inbox.drop("club.xlsx")
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 1


def test_a_run_that_was_interrupted_before_anything_was_sent_goes_on(inbox, sandbox):
    """A claim in processing, of a process that is gone, is taken up first; the journal may be lost on top of it."""
    for journal_is_lost in (False, True):
        name = f"club{journal_is_lost}.xlsx"
        claim = inbox.folder / "processing" / f"20260101-000000-{int(journal_is_lost)}"
        claim.mkdir()
        inbox.drop(name).rename(claim / name)
        (claim / "claim.json").write_text(json.dumps({"path": name, "process": "elsewhere/1/1"}))
        if journal_is_lost:
            inbox.journal.unlink()
        assert inbox.once().status == 0
        assert f"done/{name}" in inbox.files()
    assert len(sandbox.orders()) == 2

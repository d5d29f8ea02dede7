"""What is held is said to be held, wherever one asks, with a way out that works as it is printed."""

from __future__ import annotations

import shlex

import pytest

WARNINGS = "It has 2 warnings, and files with warnings wait for a person."


def test_held_files_are_in_the_status_although_the_journal_was_lost(inbox):
    inbox.drop("fc/club.xlsx")
    (inbox.folder / "held" / "other.xlsx").write_bytes(b"x")
    inbox.once("--no-accept-warnings")
    inbox.journal.unlink()
    run = inbox.desk.quick("watch", inbox.folder, "--status", "--within", 900)
    assert run.status == 1
    assert run.out.splitlines()[1:4] == [
        "Held:",
        f"  held/fc/club.xlsx: {WARNINGS}",
        "  held/other.xlsx: Why is not known any more: the journal was lost.",
    ]
    inbox.once("--accept-existing")
    assert [one["path"] for one in inbox.status()["held"]] == ["held/fc/club.xlsx", "held/other.xlsx"]


@pytest.mark.parametrize("name", ["fc/club.xlsx", "fc/a $(b) `c`.xlsx"])
def test_once_says_that_a_file_is_held_why_and_how_to_let_it_go(inbox, sandbox, name):
    inbox.drop(name)
    run = inbox.once("--no-accept-warnings")
    lines, place = run.out.splitlines(), f"{inbox.folder}/held/{name}"
    assert lines[0] == f"{place}: held, nothing was sent. {WARNINGS}"
    assert lines[-1].startswith("  To order it all the same: roster-import release ")
    note = (inbox.folder / "held" / name).with_suffix(".why.txt").read_text()
    (said,) = [line for line in note.splitlines() if "roster-import release" in line]
    for call in (lines[-1], said.removesuffix(".")):
        assert shlex.split(call.partition("roster-import ")[2]) == ["release", place]
    assert inbox.desk.quick("release", place).status == 0
    assert inbox.once("--no-accept-warnings").status == 0
    assert len(sandbox.orders()) == 1


def test_a_script_can_tell_held_from_broken_and_from_placed(inbox):
    inbox.drop("broken.xlsx", rows=[("Smith", "Smith", "1O", "M", 1, "Away kit")])
    inbox.drop("warned.xlsx")
    (inbox.folder / "fc").mkdir()
    (inbox.folder / "fc" / "roster-import.toml").write_text("[delivery\n")
    inbox.drop("fc/club.xlsx")
    files = {one["path"].removeprefix(f"{inbox.folder}/"): one for one in
             inbox.once("--no-accept-warnings", "--json").json["files"]}  # fmt: skip
    assert files["failed/broken.xlsx"]["held"] is None
    assert files["held/warned.xlsx"]["held"] == WARNINGS
    assert "is not valid TOML" in files["held/fc/club.xlsx"]["held"]
    assert {frozenset(one) for one in files.values()} == {frozenset(files["failed/broken.xlsx"])}


def test_what_is_no_settings_file_of_a_club_holds_its_files(inbox):
    said = {
        "deep": "is nested too deeply to be one.",
        "folder": "cannot be read: ",
        "large": "it is larger than 1000000 bytes.",
    }
    (inbox.folder / "folder/roster-import.toml").mkdir(parents=True)
    for name, text in {"deep": "a = " + "[" * 5_000 + "]" * 5_000, "large": "#" * 1_000_001}.items():
        (inbox.folder / name).mkdir()
        (inbox.folder / name / "roster-import.toml").write_text(text)
    for name in said:
        inbox.drop(f"{name}/club.xlsx", reference=f"PO-{name}")
    files = {file["path"].removeprefix(f"{inbox.folder}/"): file["held"] for file in inbox.once("--json").json["files"]}
    assert {name: words in files[f"held/{name}/club.xlsx"] for name, words in said.items()} == dict.fromkeys(said, True)


def test_a_marked_workbook_that_is_marked_again_goes_with_its_message(inbox, webhook):
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    inbox.drop("fc/club.xlsx", rows=[("Smith", "Smith", "1O", "M", 1, "Away kit")])
    inbox.once()
    (inbox.folder / "failed/fc/club.problems.xlsx").rename(inbox.folder / "fc/club.problems.xlsx")
    inbox.once()
    assert [(one["subject"], one["attach"]) for one in webhook.messages] == [
        ("fc/club.xlsx: 1 error, nothing was sent", "failed/fc/club.problems.xlsx"),
        ("fc/club.problems.xlsx: 1 error, nothing was sent", "failed/fc/club.problems.xlsx"),
    ]

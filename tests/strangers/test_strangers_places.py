"""Whoever may write into the watched folder has a roster ordered or refused: no path, link or note leads out of it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from roster_import.errors import UsageError
from roster_import.pipeline.effects import settings_catalogue
from roster_import.settings import Settings, load_settings
from roster_import.watch.club_settings import club_settings
from roster_import.watch.doubts import Accepted
from tests.conftest import build, until
from tests.watch.conftest import receiving

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and pipes of Linux and macOS")

SECRET = [("Secret", "Secret", "1", "M", 1, "Away kit")]
# What a stranger leaves as a club's settings: how its file is made, and what is said of it.
CLUBS = {
    "link": (
        lambda path: path.symlink_to(path.parents[2] / "private" / "club.toml"),
        "it is a link, or lies behind one",
    ),
    "device": (lambda path: path.symlink_to("/dev/zero"), "it is a link, or lies behind one"),
    "pipe": (os.mkfifo, "it is no plain file"),
    "folder": (lambda path: path.mkdir(), "it is no plain file"),
    "deep": (lambda path: path.write_text("a = " + "[" * 5_000 + "]" * 5_000), "is nested too deeply to be one"),
    "digits": (lambda path: path.write_text("a = " + "9" * 5_000), "is not valid TOML"),
    "zero": (lambda path: path.write_bytes(b"print_name = 'none'\0"), "is not valid TOML"),
    "large": (lambda path: path.write_text("#" * 1_000_001), "it is larger than 1000000 bytes"),
    "up": (lambda path: path.write_text('[catalogue]\nfile = "../../private/catalogue.xlsx"\n'), "it lies outside "),
    "away": (lambda path: path.write_text('[catalogue]\nfile = "/etc/passwd"\n'), "it lies outside "),
    "null": (lambda path: path.write_text('[catalogue]\nfile = "a\\u0000b"\n'), "it lies outside "),
    "mistyped": (lambda path: path.write_text('[catalogue]\nfile = "catalog.xlsx"\n'), "No such file or directory"),
    "number": (lambda path: path.write_text("[catalogue]\nfile = 5\n"), "[catalogue] file must be a text"),
    "catalogue-link": (lambda path: _catalogue_of_others(path, Path.symlink_to), "it is a link, or lies behind one"),
    "second-name": (
        lambda path: path.hardlink_to(path.parents[2] / "private" / "club.toml"),
        "it has a second name elsewhere (a hard link)",
    ),
    "catalogue-second-name": (
        lambda path: _catalogue_of_others(path, Path.hardlink_to),
        "it has a second name elsewhere (a hard link)",
    ),
    "no-sport": (lambda path: path.write_text('sport = "quidditch"\n'), "There are no rules for "),
}


def _catalogue_of_others(path, linked_to):
    linked_to(path.with_name("catalogue.csv"), path.parents[2] / "private" / "catalogue.csv")
    path.write_text('[catalogue]\nfile = "catalogue.csv"\n')


@pytest.fixture
def webhook():
    with receiving() as receiver:
        yield receiver


@pytest.fixture
def private(office):
    """What lies beside the watched folder and is nobody's business."""
    folder = office.folder / "private"
    folder.mkdir()
    build(folder / "secret.xlsx", SECRET, order={"Reference": "PO-SECRET"})
    (folder / "club.toml").write_text('print_name = "none"\n')
    (folder / "catalogue.csv").write_text("Title,Kind,ID\nSecret kit,design,1\n")
    return folder


def test_links_and_settings_of_strangers_are_refused_with_one_sentence(watched, private, sandbox):
    for name, (make, _) in CLUBS.items():
        (watched.folder / name).mkdir()
        make(watched.folder / name / "roster-import.toml")
        watched.drop(f"{name}/{name}.xlsx")
    (watched.folder / "linked.xlsx").symlink_to(private / "secret.xlsx")
    (watched.folder / "second.xlsx").hardlink_to(private / "secret.xlsx")
    (watched.folder / "linked-folder").symlink_to(private)
    (watched.folder / "noted").mkdir()
    (watched.folder / "noted" / "claim.json").write_text('{"path": "noted/club.xlsx"}')
    watched.drop("noted/good.xlsx")
    with watched.watching():
        watched.settled("good.xlsx", *(f"{name}.xlsx" for name in CLUBS))
        until(lambda: "linked.xlsx: is a link to another file" in watched.log)
        until(lambda: "second.xlsx: is a second name of a file (a hard link)" in watched.log)
    for name, (_, said) in CLUBS.items():
        why = (watched.folder / f"held/{name}/{name}.why.txt").read_text().splitlines()[0]
        assert said in why, name
        assert f"/inbox/{name}/roster-import.toml" in why or name == "no-sport", why
    assert [order["body"]["reference"] for order in sandbox.orders()] == ["PO-good"]
    assert "failed in a way it should not" not in watched.log
    assert "Secret" not in "".join(path.read_text(errors="replace") for path in watched.folder.rglob("*.txt"))


def _of_a_club(office):
    return club_settings(Settings(), Accepted(), office.folder / "inbox", "fc/club.xlsx")[0]


def _of_the_current_folder(office):
    folder = office.folder / "inbox" / "fc"
    return load_settings({}, {}, folder, office.folder / "nobody")


@pytest.mark.parametrize("settings_of", [_of_a_club, _of_the_current_folder])
@pytest.mark.parametrize(
    ("exchanged", "becomes", "leads_to", "why"),
    [
        ("lists/catalogue.csv", Path.symlink_to, "catalogue.csv", "it is a link, or lies behind one"),
        ("lists", Path.symlink_to, "", "it is a link, or lies behind one"),
        ("lists/catalogue.csv", Path.hardlink_to, "catalogue.csv", "it has a second name elsewhere (a hard link)"),
    ],
)
def test_a_catalogue_exchanged_for_a_link_between_look_and_opening_is_not_read(
    office, private, settings_of, exchanged, becomes, leads_to, why
):
    club = office.folder / "inbox" / "fc"
    (club / "lists").mkdir(parents=True)
    (club / "roster-import.toml").write_text('[catalogue]\nfile = "lists/catalogue.csv"\n')
    (club / "lists" / "catalogue.csv").write_text("Title,Kind,ID\nOwn kit,design,2\n")
    settings = settings_of(office)
    assert [entry.title for entry in settings_catalogue(settings).entries] == ["Own kit"]
    (club / exchanged).rename(club / "before")
    becomes(club / exchanged, private / leads_to)
    with pytest.raises(UsageError) as refused:
        settings_catalogue(settings)
    assert refused.value.message == (
        f"The catalogue file of the settings, {settings.catalogue_file}: catalogue.csv could not be opened ({why}): copy it "
        "to another folder and try again."
    )


@pytest.mark.parametrize("settings_of", [_of_a_club, _of_the_current_folder])
@pytest.mark.parametrize("named", ["~nobody-is-called-so/catalogue.csv", "circle", "circle/catalogue.csv", "x" * 5_000])
def test_a_catalogue_that_leads_nowhere_is_one_sentence(office, settings_of, named):
    club = office.folder / "inbox" / "fc"
    club.mkdir(parents=True)
    (club / "circle").symlink_to(club / "circle")
    (club / "roster-import.toml").write_text(f'[catalogue]\nfile = "{named}"\n')
    with pytest.raises(UsageError, match=r"catalogue .*(could not be opened|cannot be read|does not exist)"):
        settings_catalogue(settings_of(office))


# What a stranger writes into a folder in `processing`, as if a watch had claimed the file there.
NOTES = {
    "up": lambda note: note.write_text('{"path": "../../out/club.xlsx"}'),
    "away": lambda note: note.write_text('{"path": "/out/club.xlsx"}'),
    "through": lambda note: note.write_text('{"path": "fc/../../../out/club.xlsx"}'),
    "zero": lambda note: note.write_text('{"path": "done\\u0000/club.xlsx"}'),
    "deep": lambda note: note.write_text("[" * 9_000),
    "pipe": os.mkfifo,
    "folder": os.mkdir,
    "device": lambda note: note.symlink_to("/dev/zero"),
    "link": lambda note: note.symlink_to(note.parents[3] / "private" / "claim.json"),
}


def test_notes_that_no_watch_wrote_are_set_aside_and_said(watched, private, sandbox, webhook):
    watched.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    (private / "claim.json").write_text('{"path": "club.xlsx"}')
    for name, make in NOTES.items():
        claim = watched.folder / "processing" / name
        claim.mkdir()
        if name in ("up", "away"):
            watched.drop(f"{name}.xlsx").rename(claim / "club.xlsx")
        make(claim / "claim.json")
    with watched.watching():
        watched.settled("club.xlsx")
        until(lambda: len(webhook.messages) == len(NOTES) + 2)
    assert not (watched.desk.folder / "out").exists()
    assert {"done/up/club.xlsx", "done/away/club.xlsx"} <= set(watched.files())
    told = {message["path"]: message["place"] for message in webhook.messages if message["kind"] == "note"}
    assert told == {f"processing/{name}/claim.json": f"failed/{name}.claim.json" for name in NOTES}
    for path, place in told.items():
        assert f"{path} is not what a watch writes: it is not heeded, and was put into {place}." in watched.log
    assert len(sandbox.orders()) == 2


def test_a_folder_of_ours_that_was_made_a_link_is_not_followed(watched, private, sandbox):
    before = sorted(private.iterdir())
    (watched.folder / "done").rmdir()
    (watched.folder / "done").symlink_to(private)
    watched.drop("club.xlsx")
    run = watched.once(quick=False)
    assert run.status == 4
    assert "it is a link, or lies behind one" in run.err
    assert sorted(private.iterdir()) == before


@pytest.mark.parametrize("plant", [os.mkfifo, lambda path: path.symlink_to(path.parent / "private" / "new.xlsx")])
@pytest.mark.parametrize("kind", ["results", "problems"])
def test_what_is_planted_where_a_workbook_is_written_is_gone_around(office, private, kind, plant):
    office.build(rows=SECRET if kind == "results" else [("Smith", "Smith", "1O", "M", 1, "Away kit")])
    plant(office.folder / f"club.{kind}.xlsx")
    began = time.monotonic()
    run = office.run("club.xlsx", "--yes", timeout=20)
    assert run.status == (0 if kind == "results" else 1), run.err
    assert (office.folder / f"club.{kind} (2).xlsx").is_file()
    assert not (private / "new.xlsx").exists()
    assert time.monotonic() - began < 20


# What a file that somebody names, or settings that lie beside it, can be: how it is made, and what is said.
NAMED = {
    "pipe": (lambda folder: os.mkfifo(folder / "club.xlsx"), "club.xlsx could not be opened (it is no plain file)"),
    "endless": (
        lambda folder: (folder / "club.xlsx").symlink_to("/dev/zero"),
        "club.xlsx could not be opened (it is no plain",
    ),
    "digits": (
        lambda folder: (folder / "roster-import.toml").write_text("a = " + "9" * 5_000),
        "roster-import.toml is not valid TOML.",
    ),
}


@pytest.mark.parametrize(("make", "said"), NAMED.values(), ids=NAMED)
def test_what_is_no_file_is_one_sentence_at_once(office, make, said):
    make(office.folder)
    if not os.path.lexists(office.folder / "club.xlsx"):
        office.build()
    began = time.monotonic()
    run = office.run("check", "club.xlsx", timeout=30)
    assert run.status in (1, 2)
    assert said in run.out + run.err
    assert "Traceback" not in run.err
    assert time.monotonic() - began < 9

"""The pure core: what a look saw and what is remembered decide what is ready and what waits, and why."""

from __future__ import annotations

import time

import pytest

from roster_import.watch.file_names import (
    clean_path,
    companion,
    is_ignored,
    is_unfinished,
    kept_path,
    lock_name,
    numbered,
)
from roster_import.watch.open_files import lock_owner
from roster_import.watch.readiness import (
    COPYING,
    EMPTY,
    EXISTING,
    SECOND_NAME,
    UNFINISHED_COPY,
    UNOPENED,
    Known,
    Lock,
    Look,
    Patience,
    Sighting,
    given_up,
    judge,
    settles_at,
    waits_for,
)

PATIENCE = Patience(quiet=2, quiet_text=5, give_up=3600)
CLUB = Sighting(path="club.xlsx", size=10, changed=1)


def looked(look, known=None, now=0.0, existing=None, wall=1000.0):
    return judge(look, known or {}, existing or {}, now=now, wall=wall, patience=PATIENCE)


def reason(judged, path="club.xlsx"):
    return judged.known[path].reason


def test_a_file_is_ready_when_it_looked_alike_for_long_enough():
    first = looked(Look(files=(CLUB,)))
    assert (reason(first), first.quiet) == (COPYING, ())
    soon = looked(Look(files=(CLUB,)), first.known, now=1.9)
    assert (reason(soon), soon.quiet) == (COPYING, ())
    then = looked(Look(files=(CLUB,)), soon.known, now=2.0)
    assert (reason(then), then.quiet) == ("", (CLUB,))


def test_a_text_file_cannot_prove_that_it_is_whole_and_is_watched_for_longer():
    text = Sighting(path="club.csv", size=10, changed=1)
    first = looked(Look(files=(text,)))
    assert looked(Look(files=(text,)), first.known, now=4.9).quiet == ()
    assert looked(Look(files=(text,)), first.known, now=5.0).quiet == (text,)


@pytest.mark.parametrize("other", [Sighting(path="club.xlsx", size=11, changed=1),
                                   Sighting(path="club.xlsx", size=10, changed=0)])  # fmt: skip
def test_every_change_begins_the_wait_anew_even_to_an_older_date(other):
    first = looked(Look(files=(CLUB,)))
    second = looked(Look(files=(other,)), first.known, now=10)
    assert (reason(second), second.quiet) == (COPYING, ())
    assert looked(Look(files=(other,)), second.known, now=12).quiet == (other,)


def test_a_file_is_never_forgotten_however_long_it_is_copied():
    known = {}
    for now in range(0, 10_000, 5):
        growing = Sighting(path="club.xlsx", size=now, changed=now) if now else CLUB
        judged = looked(Look(files=(growing,)), known, now=float(now))
        assert judged.quiet == ()
        known = judged.known
    assert looked(Look(files=(growing,)), known, now=20_000.0).quiet == (growing,)


def test_a_file_that_somebody_has_open_waits_and_it_is_said_who_has_it():
    since = time.mktime((*time.localtime()[:3], 9, 12, 0, 0, 0, -1))
    look = Look(files=(CLUB,), locks={"club.xlsx": Lock(program="Excel", owner="Anna", since=since)})
    first = looked(look)
    later = looked(look, first.known, now=100, wall=2000)
    assert reason(later) == "open in Excel by Anna since 09:12"
    assert later.known["club.xlsx"].since == 1000.0, "since the reason came up, not since the last look"
    closed = looked(Look(files=(CLUB,)), later.known, now=200)
    assert closed.quiet == (CLUB,)


def test_empty_and_unfinished_files_wait():
    nothing = Sighting(path="club.xlsx", size=0, changed=1)
    judged = looked(Look(files=(nothing,), unfinished=("a.xlsx.part",)))
    assert reason(judged) == EMPTY
    assert reason(judged, "a.xlsx.part") == UNFINISHED_COPY
    assert looked(Look(files=(nothing,)), judged.known, now=3600).quiet == (nothing,), "at last it is answered"


def test_files_from_before_the_beginning_wait_until_they_are_changed():
    judged = looked(Look(files=(CLUB,)), {"club.xlsx": Known(sighting=CLUB, alike=0)}, 100, {"club.xlsx": CLUB})
    assert (reason(judged), judged.quiet) == (EXISTING, ())
    newer = Sighting(path="club.xlsx", size=12, changed=2)
    judged = looked(Look(files=(newer,)), judged.known, 200, {"club.xlsx": CLUB})
    assert looked(Look(files=(newer,)), judged.known, 210, {"club.xlsx": CLUB}).quiet == (newer,)


def test_a_second_name_waits_until_it_is_the_only_one_and_is_from_before_all_the_same():
    second = Look(files=(CLUB,), second_names=frozenset({"club.xlsx"}))
    first = looked(second)
    assert (reason(first), first.quiet) == (SECOND_NAME, ())
    assert reason(looked(second, first.known, 100)) == SECOND_NAME
    assert looked(Look(files=(CLUB,)), first.known, 100).quiet == (CLUB,)
    before = looked(second, first.known, 100, {"club.xlsx": CLUB})
    assert (reason(before), before.quiet) == (EXISTING, ())
    assert looked(Look(files=(CLUB,)), before.known, 200, {"club.xlsx": CLUB}).quiet == ()


def test_a_file_that_does_not_open_is_tried_at_every_look_and_answered_in_the_end():
    first = looked(Look(files=(CLUB,)))
    known = {"club.xlsx": waits_for(looked(Look(files=(CLUB,)), first.known, 5).known["club.xlsx"], UNOPENED, 1005.0)}
    again = looked(Look(files=(CLUB,)), known, 10, wall=1010.0)
    assert again.quiet == (CLUB,)
    assert (reason(again), again.known["club.xlsx"].since) == (UNOPENED, 1005.0)
    assert not given_up(again.known["club.xlsx"], 3599, PATIENCE)
    assert given_up(again.known["club.xlsx"], 3600, PATIENCE)


def test_the_next_look_comes_when_the_first_copy_may_be_settled():
    text = Sighting(path="club.csv", size=10, changed=1)
    known = looked(Look(files=(CLUB, text)), now=7).known
    assert settles_at(known.values(), PATIENCE) == 9
    assert settles_at([], PATIENCE) is None


# --------------------------------------------------------------------------------------------------------- names


def excel_lock(name: str) -> bytes:
    """A lock as Excel writes it: the name in the code page, and again in UTF-16."""
    narrow = name.encode("cp1252", "replace")
    return (
        bytes([len(narrow)])
        + narrow.ljust(54, b" ")
        + bytes([len(name), 0])
        + name.encode("utf-16-le").ljust(108, b" ")
    )


@pytest.mark.parametrize("name", ["Anna", "Søren Ægir", "Łukasz", "山田", "A" * 54])
def test_the_owner_of_an_excel_lock(name):
    assert len(excel_lock(name)) == 165
    assert lock_owner(excel_lock(name), "Excel") == name


@pytest.mark.parametrize(
    ("data", "owner"), [(b"", ""), (b"\x04Anna", "Anna"), (b"\xff" * 165, "ÿ" * 60), (b"\0" * 165, "")]
)
def test_a_lock_that_is_cut_off_or_broken(data, owner):
    assert lock_owner(data, "Excel") == owner


def test_the_owner_of_a_libreoffice_lock():
    assert (
        lock_owner(b",anna,ANNA-PC,21.11.2026 09:12,file:///home/anna/.config/libreoffice/4;", "LibreOffice") == "anna"
    )
    assert lock_owner("Anna Ågård,anna,PC,21.11.2026 09:12,;".encode(), "LibreOffice") == "Anna Ågård"


def test_lock_names():
    assert lock_name("~$club.xlsx").about == "club.xlsx"
    assert lock_name(".~lock.club.xlsx#").about == "club.xlsx"
    assert lock_name("club.xlsx") is None


@pytest.mark.parametrize("name", ["a.xlsx.part", "a.crdownload", "A.TMP", "a.xlsx~", "B81C2F00", "a.filepart"])
def test_unfinished_names(name):
    assert is_unfinished(name)


@pytest.mark.parametrize("name", ["club.xlsx", "Club 26.csv", "~club.xlsx", "partners.xlsx", "BEEFCAFEX"])
def test_names_that_are_meant(name):
    assert not is_unfinished(name)
    assert not is_ignored(name)


@pytest.mark.parametrize(
    "name", [".DS_Store", "._club.xlsx", "Thumbs.db", "desktop.ini", "roster-import.toml", "PAUSE"]
)
def test_names_that_are_never_meant(name):
    assert is_ignored(name)


def test_names_beside_those_taken_end_in_dates():
    names = numbered("club.xlsx", "20261121-091230")
    found = [next(names) for _ in range(21)]
    assert found[:3] == ["club.xlsx", "club.2.xlsx", "club.3.xlsx"]
    assert found[-3:] == ["club.19.xlsx", "club.20261121-091230.xlsx", "club.20261121-091230.2.xlsx"]


@pytest.mark.parametrize(("name", "source", "filed_as", "expected"), [
    ("club.results.xlsx", "club.xlsx", "club.xlsx", "club.results.xlsx"),
    ("club.results.xlsx", "club.xlsx", "club.2.xlsx", "club.2.results.xlsx"),
    ("club.results.xlsx", "club.csv", "club.2.csv", "club.2.results.xlsx"),
    ("club.results.xlsx", "club.problems.xlsx", "club.problems.2.xlsx", "club.problems.2.results.xlsx"),
    ("club.problems (2).xlsx", "club.problems.xlsx", "club.problems.2.xlsx", "club.problems.2 (2).xlsx"),
    ("other.xlsx", "club.xlsx", "club.2.xlsx", "club.2.other.xlsx"),
])  # fmt: skip
def test_what_lies_beside_a_file_is_named_after_it(name, source, filed_as, expected):
    assert companion(name, source, filed_as) == expected


def test_names_that_no_mail_or_log_can_carry_are_cleaned():
    assert clean_path("fc/a\nb\udce9.xlsx") == "fc/a_b_.xlsx"
    long = clean_path("ø" * 200 + ".xlsx")
    assert long.endswith("ø.xlsx")
    assert len(long.encode()) <= 180
    assert kept_path("processing/club.xlsx") == "club.xlsx"

"""What was answered about headings: kept of placed orders, for the club they were, announced where it is used, forgotten."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from openpyxl import load_workbook

from roster_import.language.messages import Day
from roster_import.model.club import Club
from tests.conftest import ORDER
from tests.pseudo_terminal import on_terminal

ROWS = (("Anna Smith", "10", "M", "Away kit"), ("Bo Jones", "27", "L", "Away kit"))
LONE = ("Name", "Number", "Size", "Design")


def names(order):
    return [one.get("name") for one in order["body"]["designs"][0]["instances"]]


def test_how_a_lone_name_is_printed_is_remembered_with_the_headings(desk, sandbox):
    desk.build(rows=ROWS, headings=LONE)
    assert desk.quick("club.xlsx").status == 1
    assert desk.quick("club.xlsx", "--print-name", "surname", "--reference", "PO-1").status == 0
    assert desk.quick("club.xlsx", "--reference", "PO-2").status == 0, "not asked again"
    assert [names(order) for order in sandbox.orders()] == [["Smith", "Jones"]] * 2
    desk.build("other.xlsx", rows=ROWS, headings=("Name", "Number", "Size", "Kit"))
    assert desk.quick("other.xlsx").status == 1, "other headings, another question"


def today():
    return datetime.now().astimezone().date().isoformat()


def of_another_club(desk, **more):
    """A workbook of another club, in a folder of its own, with the same headings."""
    (desk.folder / "other").mkdir(exist_ok=True)
    order = {**ORDER, "Reference": "PO-other", "Delivery name": "Other club", **more}
    return desk.build("other/theirs.xlsx", rows=ROWS[:1], headings=LONE, order=order)


def before(run):
    """What is announced of earlier answers."""
    return [problem for problem in run.file["problems"] if problem["code"] == "answered-before"]


def test_what_is_remembered_is_listed_and_forgotten(desk):
    assert desk.quick("headings").out == "Nothing is remembered.\n"
    desk.build(rows=ROWS, headings=LONE)
    desk.quick("club.xlsx", "--print-name", "none", "--map", "Design=design")
    listed = desk.quick("headings").out
    name = listed.split()[0]
    assert listed == (
        f"{name}  club.xlsx, {Day(today())}, {desk.folder} (this machine)\n"
        "    Column “Design” is the design and names are not printed.\n"
    )
    (found,) = desk.quick("headings", "--json").json["headings"]
    assert found == {
        "id": name,
        "headings": ["Design"],
        "columns": {"design": "design"},
        "printName": "none",
        "design": None,
        "titles": {},
        "file": "club.xlsx",
        "on": today(),
        "folder": str(desk.folder),
        "book": "loopback",
    }
    answers = {finding["what"]: finding for finding in desk.quick("doctor", "--json").json["findings"]}["answers"]
    assert answers["seen"] == f"{desk.folder}/headings.json, for 1 club and heading row"
    assert desk.quick("headings", "--forget", "nothing").status == 2
    assert desk.quick("headings", "--forget", name).out == f"Forgotten: {name}.\n"
    assert desk.quick("headings").out == "Nothing is remembered.\n"


def test_no_cell_and_no_club_is_remembered(desk):
    desk.build(rows=ROWS, headings=LONE)
    assert desk.quick("club.xlsx", "--print-name", "surname").status == 0
    kept = (desk.folder / "headings.json").read_text()
    assert not any(word in kept for word in ("Smith", "Football", "Viborg", "Peter", "PO-2026"))
    assert json.loads(kept)["answers"][0]["printName"] == "surname"


@pytest.mark.parametrize("args", [["check", "club.xlsx"], ["club.xlsx", "--dry-run"], ["proof", "club.xlsx"]])
def test_what_was_answered_and_not_ordered_is_not_remembered(desk, args):
    desk.build(rows=ROWS, headings=LONE)
    assert desk.quick(*args, "--print-name", "surname").status == 0
    assert desk.quick("headings").out == "Nothing is remembered.\n"


def test_an_order_that_is_declined_or_refused_is_not_remembered(desk, sandbox):
    desk.build(rows=ROWS, headings=LONE)
    on_terminal(desk, "club.xlsx", answers=["surname", "n"])
    assert desk.quick("headings").out == "Nothing is remembered.\n"
    refused = {**desk.environment, "ROSTER_IMPORT_KITMAKER_API_KEY": "wrong"}
    desk.environment, right = refused, desk.environment
    assert desk.quick("club.xlsx", "--print-name", "surname").status == 3
    desk.environment = right
    assert desk.quick("headings").out == "Nothing is remembered.\n"
    assert not sandbox.orders()


def test_an_answer_for_a_file_with_errors_is_not_remembered(desk):
    desk.build(rows=(("Anna Smith", "1O", "M", "Away kit"),), headings=LONE)
    assert desk.quick("club.xlsx", "--print-name", "surname").status == 1
    assert desk.quick("headings").out == "Nothing is remembered.\n"


def test_what_is_used_again_is_announced_with_file_and_day(desk):
    desk.build(rows=ROWS, headings=LONE)
    desk.quick("club.xlsx", "--print-name", "surname", "--map", "Design=design", "--reference", "PO-1")
    desk.build("next.xlsx", rows=ROWS[:1], headings=LONE)
    (said,) = before(desk.quick("check", "next.xlsx", "--json"))
    assert said["level"] == "warning"
    assert (said["sheet"], said["row"]) == ("Roster", 1)
    assert said["message"] == (
        f"As answered for club.xlsx on {Day(today())}: column “Design” is the design and surnames are printed."
    )
    (said,) = before(desk.quick("check", "next.xlsx", "--json", "--print-name", "none"))
    assert said["message"] == f"As answered for club.xlsx on {Day(today())}: column “Design” is the design."
    assert before(desk.quick("check", "next.xlsx", "--json", "--print-name", "none", "--map", "Design=design")) == []


def test_an_answer_of_another_club_decides_nothing_where_nobody_sees_it(desk, sandbox):
    desk.build(rows=ROWS, headings=LONE)
    desk.quick("club.xlsx", "--print-name", "surname")
    of_another_club(desk)
    for args in (["--yes"], ["check"]):
        run = desk.quick(*args, "other/theirs.xlsx", "--json")
        assert run.status == 1
        (asked,) = [problem for problem in run.problems if problem["code"] == "print-name-unclear"]
        assert asked["message"].endswith(
            f" It was answered for another club, for club.xlsx on {Day(today())}: surnames are printed. That is not taken over "
            "by itself."
        )
    assert len(sandbox.orders()) == 1
    marked = load_workbook(desk.folder / "other/theirs.problems.xlsx")
    said = " ".join(str(cell.value) for sheet in marked for row in sheet.iter_rows() for cell in row if cell.value)
    assert "What was answered for other lists does not count for this one." in said
    assert "club.xlsx" not in said, "another club's file is none of this coach's business"


def test_an_answer_of_another_club_is_shown_before_the_question(desk, sandbox):
    desk.build(rows=ROWS, headings=LONE)
    desk.quick("club.xlsx", "--print-name", "surname")
    of_another_club(desk)
    status, shown = on_terminal(desk, "other/theirs.xlsx", "--language", "en", answers=["y"])
    assert status == 0
    announced, question = shown.index("As answered for another club, for club.xlsx on "), shown.index("Place 1 order")
    assert announced < question
    assert "surnames are printed. Look whether it is so here, too." in shown.replace("\r\n", " ")
    assert names(sandbox.orders()[1]) == ["Smith"]
    assert len(desk.quick("headings", "--json").json["headings"]) == 1, "it was not answered for the other club"


def test_a_column_answered_for_another_club_is_asked_with_the_answer_beside_it(desk):
    rows = ((1, "Anna Holm", "M", "Away kit"), (2, "Bo Dahl", "L", "Away kit"), (3, "Cy Elg", "S", "Away kit"))
    desk.build(rows=rows, headings=("Nr", "Name", "Size", "Design"))
    assert desk.quick("club.xlsx", "--print-name", "none", "--map", "Nr=number").status == 0
    (desk.folder / "other").mkdir()
    desk.build(
        "other/theirs.xlsx", rows=rows, headings=("Nr", "Name", "Size", "Design"), order={**ORDER, "Reference": "PO-2"}
    )
    run = desk.quick("check", "other/theirs.xlsx", "--json")
    (asked,) = [problem for problem in run.problems if problem["code"] == "column-unclear"]
    assert asked["message"].endswith(
        f" It was answered for another club, for club.xlsx on {Day(today())}: column “Nr” is the number to print. That is not "
        "taken over by itself."
    )


def test_what_was_answered_in_a_rehearsal_counts_in_rehearsals(desk):
    desk.build(rows=ROWS, headings=LONE)
    assert desk.quick("club.xlsx", "--print-name", "surname", "--sandbox").status == 0
    assert desk.quick("check", "club.xlsx", "--sandbox").status == 0
    assert desk.quick("check", "club.xlsx").status == 1


def test_a_folder_is_one_club_until_its_orders_say_otherwise():
    here, there = Club(folder="/a"), Club(folder="/b")
    assert here.is_same(Club(folder="/a", names=frozenset({"x"})))
    assert not here.is_same(there)
    assert not Club(folder="/a", names=frozenset({"x"})).is_same(Club(folder="/a", names=frozenset({"y"})))
    assert Club(folder="/a", names=frozenset({"x", "y"})).is_same(Club(folder="/a", names=frozenset({"y"})))


def test_clubs_that_share_a_folder_are_told_apart_by_whom_their_orders_are_for(desk):
    desk.build(rows=ROWS, headings=LONE)
    desk.quick("club.xlsx", "--print-name", "surname")
    desk.build("theirs.xlsx", rows=ROWS, headings=LONE, order={**ORDER, "Reference": "PO-2", "Delivery name": "FC X"})
    assert desk.quick("check", "theirs.xlsx").status == 1
    desk.build("ours.xlsx", rows=ROWS, headings=LONE, order={**ORDER, "Reference": "PO-3", "Delivery city": "Skive"})
    assert desk.quick("check", "ours.xlsx").status == 0


def test_a_later_answer_takes_the_place_of_an_earlier_one(desk, sandbox):
    desk.build(rows=ROWS, headings=LONE)
    desk.quick("club.xlsx", "--print-name", "surname", "--reference", "PO-1", "--map", "Design=design")
    desk.quick("club.xlsx", "--print-name", "none", "--reference", "PO-2")
    (kept,) = desk.quick("headings", "--json").json["headings"]
    assert (kept["printName"], kept["columns"]) == ("none", {"design": "design"})
    assert desk.quick("club.xlsx", "--reference", "PO-3").status == 0
    assert names(sandbox.orders()[2]) == [None, None] or names(sandbox.orders()[2]) == ["", ""]


def test_a_watch_uses_what_was_answered_for_a_folder_and_says_so(desk):
    inbox = desk.folder / "inbox"
    (inbox / "fc").mkdir(parents=True)
    desk.settings('[watch]\ninterval = 0.1\nsettle = 0.1\naccept = ["same-goods"]\n')
    desk.quick("watch", inbox, "--once")
    desk.build("inbox/fc/club.xlsx", rows=ROWS, headings=LONE)
    assert desk.quick("watch", inbox, "--once").status == 1
    filed = inbox / "failed/fc/club.xlsx"
    assert desk.quick(filed, "--print-name", "surname").status == 0
    desk.build("inbox/fc/next.xlsx", rows=ROWS, headings=LONE, order={**ORDER, "Reference": "PO-2"})
    desk.build("inbox/theirs.xlsx", rows=ROWS, headings=LONE, order={**ORDER, "Reference": "PO-3"})
    run = desk.quick("watch", inbox, "--once", "--json")
    files = {file["path"].removeprefix(f"{inbox}/"): file for file in run.json["files"]}
    assert set(files) == {"done/fc/next.xlsx", "failed/theirs.xlsx"}
    messages = [problem["message"] for problem in files["done/fc/next.xlsx"]["problems"]]
    assert f"As answered for club.xlsx on {Day(today())}: surnames are printed." in messages


def test_a_terminal_is_asked_once_for_two_files_with_the_same_headings(desk, sandbox):
    desk.build(rows=ROWS, headings=LONE)
    status, _ = on_terminal(desk, "club.xlsx", answers=["surname", "y"])
    assert status == 0
    desk.build(rows=(*ROWS, ("Cy Young", "3", "S", "Away kit")), headings=LONE, order=None)
    status, shown = on_terminal(desk, "check", "club.xlsx")
    assert "print-name" not in shown


def test_a_broken_memory_is_said(desk):
    desk.build()
    (desk.folder / "headings.json").write_text("{")
    (desk.folder / "headings.json").chmod(0o600)
    run = desk.quick("club.xlsx")
    assert (run.status, run.err) == (
        2,
        f"roster-import: What was remembered about headings cannot be read from {desk.folder / 'headings.json'}: delete the "
        "file, and answer once more.\n",
    )


def test_answers_without_a_name_on_them_are_set_aside(desk):
    """The form of before: what was answered, for nobody knows whom or when."""
    old = {"version": 1, "headings": {"0123456789abcdef": {"headings": ["Nr"], "columns": {"nr": ["number", None]},
           "printName": None}}}  # fmt: skip
    (desk.folder / "headings.json").write_text(json.dumps(old))
    assert desk.quick("headings").out == "Nothing is remembered.\n"
    desk.build(rows=ROWS, headings=LONE)
    assert desk.quick("club.xlsx", "--print-name", "surname").status == 0
    assert json.loads((desk.folder / "headings.1.json").read_text()) == old
    assert len(desk.quick("headings", "--json").json["headings"]) == 1


OFFICE = (
    '[order]\nemail = "office@example.com"\n[delivery]\nname = "Sports Shop"\naddress = "Road 1"\nzip = "8800"\ncity = "Viborg"\n'
    'country = "DK"\n'
)


def titled(desk, name, title, reference):
    above = [(title,), ()] if title else []
    desk.build(name, headings=(above or [LONE])[0], rows=[*above[1:], *([LONE] if above else []), *ROWS], order=())
    return desk.quick(name, "--reference", reference)


def test_where_an_office_has_every_parcel_sent_to_itself_titles_tell_its_clubs_apart(desk):
    desk.settings(OFFICE)
    desk.build("first.xlsx", headings=("FC Epsilon, U12 shirts",), rows=[(), LONE, *ROWS], order=())
    assert desk.quick("first.xlsx", "--reference", "E-1", "--print-name", "surname").status == 0
    assert titled(desk, "same.xlsx", "Order of FC Epsilon U14", "E-2").status == 0
    assert titled(desk, "other.xlsx", "AS Phi, U12 shirts", "P-1").status == 1
    assert titled(desk, "nameless.xlsx", "", "E-3").status == 0


def test_titles_are_kept_as_digests_of_words(desk):
    desk.settings(OFFICE)
    desk.build("first.xlsx", headings=("FC Epsilon, U12 shirts",), rows=[(), LONE, *ROWS], order=())
    desk.quick("first.xlsx", "--reference", "E-1", "--print-name", "surname")
    (kept,) = (path for path in desk.folder.rglob("headings.json"))
    assert "psilon" not in kept.read_text(encoding="utf-8")


def test_what_is_told_of_a_club_in_its_workbook_counts_before_the_titles():
    named = Club(folder="/a", names=frozenset({"x"}), titles=frozenset({"u"}))
    assert named.is_same(Club(folder="/a", names=frozenset({"x"}), titles=frozenset({"v"})))
    assert not named.is_same(Club(folder="/a", names=frozenset({"x"}), named=False, titles=frozenset({"v"})))
    assert named.is_same(Club(folder="/a", titles=frozenset({"u", "v"})))

"""The proof offered before the question: `p` writes it, says where it lies, and the question is asked again."""

from __future__ import annotations

import re

from tests.cli.test_commands import on_terminal

ROWS = (("Ann Smith", "Smith", "10", "M", 1, "Away kit"), ("Bo Jones", "Jones", "27", "L", 1, "Away kit"))
QUESTION = "Place 1 order with 2 pieces with KitMaker? [y/N]: "


def test_p_writes_the_proof_and_asks_again(desk, sandbox):
    desk.build(rows=ROWS)
    status, shown = on_terminal(desk, "club.xlsx", answers=["p", "y"])
    assert status == 0
    assert "Answer p for a proof first: a page on which every shirt is drawn as it will be printed.\n" in shown
    assert shown.count(QUESTION) == 2
    assert re.search(r"\nclub\.xlsx: Proof [0-9A-F-]{9}: club\.proof\.html\n", shown)
    assert "Back of the shirt: name Jones, number 27" in (desk.folder / "club.proof.html").read_text("utf-8")
    assert len(sandbox.orders()) == 1


def test_after_the_proof_the_answer_may_be_no(desk, sandbox):
    desk.build(rows=ROWS)
    status, shown = on_terminal(desk, "club.xlsx", answers=["p", ""])
    assert (status, sandbox.orders()) == (130, [])
    assert shown.rstrip().endswith("Nothing was sent.")


def test_another_answer_is_no_yes(desk, sandbox):
    desk.build(rows=ROWS)
    status, shown = on_terminal(desk, "club.xlsx", answers=["perhaps", "n"])
    assert (status, sandbox.orders()) == (130, [])
    assert "Answer y, n or p.\n" in shown


def test_it_is_offered_in_the_readers_language(desk, sandbox):
    desk.build(rows=ROWS)
    status, shown = on_terminal(desk, "club.xlsx", "--language", "de", answers=["vielleicht", "p", "n"])
    assert (status, sandbox.orders()) == (130, [])
    assert "\nBitte mit j, n oder p antworten.\n" in shown
    assert re.search(r"\nclub\.xlsx: Korrekturabzug [0-9A-F-]{9}: club\.proof\.html\n", shown)
    assert '<html lang="de">' in (desk.folder / "club.proof.html").read_text("utf-8")


def test_the_proof_of_an_amended_roster_shows_what_is_about_to_be_ordered(desk):
    desk.build(rows=ROWS)
    assert desk.quick("--yes", "club.xlsx").status == 0
    desk.build(rows=(*ROWS, ("Cy Young", "Young", "8", "S", 1, "Away kit")))
    status, _ = on_terminal(desk, "amend", "club.xlsx", answers=["p", "n"])
    assert status == 130
    drawn = re.findall(r'aria-label="Back of the shirt: ([^"]*)"', (desk.folder / "club.proof.html").read_text("utf-8"))
    assert drawn == ["name Young, number 8"]

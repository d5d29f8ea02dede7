"""What coaches uploaded: kept whole, each link's own, gone back to, forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from roster_import.page.drafts import MOST_REVISIONS, Drafts, DraftState, kept_name
from roster_import.page.signed import Answers

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
ONE, OTHER = "a" * 64, "b" * 64


@pytest.fixture
def drafts(tmp_path):
    return Drafts.of(tmp_path)


def test_a_draft_is_found_by_its_own_link_alone(drafts):
    draft = drafts.add(ONE, "FC Nord", "club.xlsx", b"1", NOW)
    assert drafts.find(ONE, draft.id) == draft
    assert drafts.find(OTHER, draft.id) is None
    assert drafts.find(f"../{ONE}", draft.id) is None
    assert [each.id for each in drafts.of_link(OTHER)] == []
    assert [each.id for each in drafts.of_club("FC Nord")] == [draft.id]


def test_what_was_mended_counts_and_can_be_taken_back(drafts):
    draft = drafts.add(ONE, "FC Nord", "club.xlsx", b"1", NOW)
    draft = drafts.revise(draft, b"2", NOW, cells=3)
    assert (drafts.content(draft), draft.mended) == (b"2", 3)
    draft = drafts.undo(draft, NOW)
    assert drafts.content(draft) == b"1"
    assert drafts.undo(draft, NOW) == draft


def test_the_first_revision_is_kept_and_not_all_between(drafts):
    draft = drafts.add(ONE, "FC Nord", "club.xlsx", b"0", NOW)
    for number in range(1, MOST_REVISIONS + 10):
        draft = drafts.revise(draft, str(number).encode(), NOW)
    assert len(draft.revisions) == MOST_REVISIONS
    assert drafts.path(draft, 0).read_bytes() == b"0"
    kept = [path.name for path in drafts.path(draft).parent.parent.iterdir() if path.is_dir()]
    assert sorted(map(int, kept)) == list(draft.revisions)


def test_a_revision_that_no_document_names_is_none(drafts):
    draft = drafts.add(ONE, "FC Nord", "club.xlsx", b"1", NOW)
    half = drafts.path(draft).parent.parent / "1" / "club.xlsx"
    half.parent.mkdir()
    half.write_bytes(b"killed before the document was written")
    assert drafts.content(drafts.find(ONE, draft.id)) == b"1"


def test_what_was_counted_and_answered_is_kept(drafts):
    draft = drafts.add(ONE, "FC Nord", "club.xlsx", b"1", NOW)
    draft = drafts.count(draft, errors=2, warnings=1, rows=3, pieces=0)
    assert drafts.find(ONE, draft.id).state is DraftState.PROBLEMS
    draft = drafts.answer(draft, Answers(mapping=("Nr=number",), design="Home"), NOW)
    assert drafts.find(ONE, draft.id).answers == Answers(mapping=("Nr=number",), design="Home")
    assert drafts.count(draft, errors=0, warnings=0, rows=3, pieces=3).state is DraftState.CLEAN


def test_what_was_signed_is_counted_no_more(drafts):
    draft = drafts.add(ONE, "FC Nord", "club.xlsx", b"1", NOW)
    draft = drafts.sign(draft, "key", "club.xlsx", NOW)
    assert drafts.count(draft, errors=5, warnings=0, rows=0, pieces=0) == draft
    assert drafts.find(ONE, draft.id).is_signed


def test_what_was_left_long_ago_is_forgotten(drafts):
    old = drafts.add(ONE, "FC Nord", "old.xlsx", b"1", NOW - timedelta(days=61))
    new = drafts.add(ONE, "FC Nord", "new.xlsx", b"1", NOW)
    drafts.forget_before(NOW - timedelta(days=60))
    assert drafts.every() == [new]
    assert not drafts.path(old).exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("club.xlsx", "club.xlsx"),
        ("C:\\Users\\me\\club.xlsx", "club.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("", "roster"),
        (".hidden.csv", "hidden.csv"),
        ("con.xlsx", "con_.xlsx"),
        ("a\x00b\u202e.csv", "a_b_.csv"),
        ("x" * 300 + ".xlsx", "x" * 100 + ".xlsx"),
    ],
)
def test_the_name_of_an_upload_is_one_that_every_system_can_carry(name, kept):
    assert kept_name(name) == kept

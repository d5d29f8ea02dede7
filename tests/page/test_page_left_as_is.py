"""What a coach left as it is and signed: a watch over the same folder holds it for the office, and says who left it so."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from roster_import.page.coach.approval import sign_draft
from roster_import.page.coach.desk import CoachDesk
from roster_import.page.left_as_is import warnings_by_name
from roster_import.watch.folders import WatchedFolder
from roster_import.watch.signed_proof import left_as_is
from tests.conftest import ORDER, build
from tests.page.conftest import served_in
from tests.page.office_desk import site_of
from tests.page.test_page_sent_back import begin_to_watch

ROWS = [("Ann Lund", "LUND (C)", "7", "M", 1, "Away kit"), ("Bo Berg", "BERG", "8", "L", 1, "Away kit")]
HEAD = '<head><meta name="signed-by" content="Eva"><meta name="signed-file" content="abc">'
LEFT = '<meta name="left-as-is" content="name-marker Roster!B2"></head>'
DOUBT = "It waits for a person to look at it: notes where names should be (Roster!B2)."


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.setenv("ROSTER_IMPORT_LEDGER", str(tmp_path / "ledger.sqlite3"))
    page = served_in(tmp_path)
    page.clubs.mkdir()
    return page


def sign_with_a_mark(page, *, leave):
    """A list with a captain's mark beside a name, signed by its coach, the mark left as it is or just passed over."""
    site = site_of(page)
    now = datetime.now(UTC)
    coach = site.links.coach(site.links.make("FC Nord", None, now), now)
    desk = CoachDesk.of(site)
    content = build(page.desk.folder / "made.xlsx", ROWS, order={**ORDER, "Reference": "PO-left"}).read_bytes()
    draft = desk.drafts.add(coach.key, "FC Nord", "list.xlsx", content, now)
    (name,) = warnings_by_name(desk.look(draft))
    if leave:
        desk.mend(coach, draft.id, {"leave": name})
    code = desk.proof(desk.find(coach, draft.id), "en").code
    given = {"looked": "yes", "name": "Trainer Müller", "date": "2026-11-29", "code": code}
    sign_draft(desk, coach, draft.id, given, "da")


@pytest.mark.drill
def test_a_look_that_a_mend_overtook_takes_nothing_back(page):
    """As where two coaches have one list open: what was looked at is not written over what has been mended meanwhile."""
    site, now = site_of(page), datetime.now(UTC)
    coach = site.links.coach(site.links.make("FC Nord", None, now), now)
    desk = CoachDesk.of(site)
    content = build(page.desk.folder / "made.xlsx", ROWS, order={**ORDER, "Reference": "PO-left"}).read_bytes()
    looked_at = desk.drafts.add(coach.key, "FC Nord", "list.xlsx", content, now)
    at = [sheet.name for sheet in desk.look(looked_at).workbook.sheets].index("Roster")
    desk.mend(coach, looked_at.id, {"at": str(at), "take": "B2|LUND"})
    desk.look(looked_at, afresh=True)
    draft = desk.find(coach, looked_at.id)
    assert (draft.revision, draft.mended) == (1, 1)
    assert load_workbook(BytesIO(desk.drafts.content(draft)))["Roster"]["B2"].value == "LUND"


@pytest.mark.drill
@pytest.mark.parametrize(("leave", "told"), [
    (True, f"{DOUBT} Trainer Müller, who signed it, has left as it is what stands at Roster!B2."), (False, DOUBT),
])  # fmt: skip
def test_a_watch_holds_what_a_coach_left_as_it_is_and_says_who_did(page, leave, told):
    begin_to_watch(page)
    sign_with_a_mark(page, leave=leave)
    (file,) = json.loads(page.desk.quick("watch", "clubs", "--once", "--sandbox", "--json").out)["files"]
    assert (file["held"], file["doubts"]) == (told, ["notes-as-names"])


@pytest.mark.parametrize(("proof", "digest", "is_said"), [
    (HEAD + LEFT, "abc", True),
    (HEAD + LEFT, "other", False),
    (HEAD.replace("Eva", " ") + LEFT, "abc", False),
    (LEFT, "abc", False),
    ("</head>" + HEAD + LEFT, "abc", False),
    ("\udcff", "abc", False),
])  # fmt: skip
def test_a_proof_speaks_for_its_own_file_alone(tmp_path, proof, digest, is_said):
    (tmp_path / "fc").mkdir()
    (tmp_path / "fc" / "list.signed.html").write_text(proof, encoding="utf-8", errors="surrogateescape")
    said = left_as_is(WatchedFolder(tmp_path), "fc/list.xlsx", digest)
    assert (said is not None) == is_said
    assert left_as_is(WatchedFolder(tmp_path), "fc/another.xlsx", digest) is None

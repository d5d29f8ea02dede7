"""A file that keeps the program busy for ever holds up no other, and is answered."""

from roster_import.pipeline import check_process
from tests.watch import work_that_may_hang


def test_a_check_without_end_is_ended_and_the_file_is_answered(inbox, sandbox, monkeypatch):
    monkeypatch.setattr(check_process, "__name__", work_that_may_hang.__name__)
    inbox.desk.environment["ROSTER_IMPORT_FILE_SECONDS"] = "4"
    inbox.drop("endless.xlsx", "PO-endless")
    inbox.drop("club.xlsx", "PO-1")
    run = inbox.once()
    assert run.status == 1
    assert [order["body"]["reference"] for order in sandbox.orders()] == ["PO-1"]
    assert "club.xlsx -> done/club.xlsx" in run.err
    why = (inbox.folder / "failed" / "endless.why.txt").read_text()
    assert (
        "endless.xlsx was still being checked after 4 seconds, so it was given up: copy the players into a new" in why
    )

"""Exactly one message per file, by every way there is; none of them ever stops an import."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from roster_import.watch.journal.messages import Post
from roster_import.watch.messages import digest
from roster_import.watch.options import watch_options
from roster_import.watch.outbox import LONGEST_WAIT, PATIENCE, mail, next_try
from tests.watch.conftest import mail_server


def test_one_message_for_every_outcome(inbox, webhook):
    inbox.settings(f'pieces_per_order = 50\n[notify]\nwebhook = "{webhook.url}"\n')
    inbox.drop("good.xlsx")
    inbox.drop("wrong.xlsx", rows=[("Smith", "Smith", "1O", "M", 1, "Away kit")])
    inbox.drop("large.xlsx", rows=[("Smith", "Smith", "1", "M", 51, "Away kit")])
    inbox.once()
    inbox.drop("again.xlsx", "PO-good")
    inbox.once()
    inbox.once()
    told = {one["path"]: one for one in webhook.messages}
    assert len(webhook.messages) == 4
    assert {path: (one["outcome"], one["place"]) for path, one in told.items()} == {
        "good.xlsx": ("done", "done/good.xlsx"),
        "wrong.xlsx": ("failed", "failed/wrong.xlsx"),
        "large.xlsx": ("held", "held/large.xlsx"),
        "again.xlsx": ("duplicate", "duplicate/again.xlsx"),
    }
    number = told["good.xlsx"]["report"]["orders"][0]["orderNumber"]
    assert {path: one["subject"] for path, one in told.items()} == {
        "good.xlsx": f"good.xlsx: placed as {number}",
        "wrong.xlsx": "wrong.xlsx: 1 error, nothing was sent",
        "large.xlsx": "large.xlsx: held, nothing was sent",
        "again.xlsx": f"again.xlsx: already placed as {number}",
    }
    assert told["wrong.xlsx"]["text"].splitlines()[-1] == (
        "The file is in failed/wrong.xlsx with failed/wrong.problems.xlsx."
    )
    assert [one["id"] for one in webhook.messages] == webhook.keys


def test_a_message_that_does_not_go_out_is_sent_later_and_stops_nothing(inbox, webhook):
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    webhook.refuse = 1
    inbox.drop("a.xlsx")
    run = inbox.once()
    assert run.status == 0
    assert "A message could not be sent by webhook: The webhook answers HTTP 503." in run.err
    (unsent,) = inbox.status()["unsentMessages"]
    assert (unsent["tries"], unsent["error"]) == (1, "The webhook answers HTTP 503.")
    patient_until = time.monotonic() + 20
    while not webhook.messages and time.monotonic() < patient_until:
        inbox.once()
        time.sleep(0.05)
    assert len(webhook.messages) == 1
    assert inbox.status()["unsentMessages"] == []


def test_an_e_mail_has_the_marked_workbook_with_it(inbox):
    with mail_server() as server:
        inbox.settings(
            f'[notify]\nemail_to = ["office@example.com"]\nemail_from = "rosters@example.com"\nsmtp_host = "127.0.0.1"\n'
            f'smtp_port = {server.port}\nsmtp_security = "none"\n'
        )
        inbox.drop("wrong.xlsx", rows=[("Smith", "Smith", "1O", "M", 1, "Away kit")])
        assert inbox.once().status == 1
    (one,) = server.mails
    assert (one["Subject"], one["To"]) == ("wrong.xlsx: 1 error, nothing was sent", "office@example.com")
    (attached,) = one.iter_attachments()
    assert attached.get_filename() == "wrong.problems.xlsx"
    assert attached.get_content() == (inbox.folder / "failed" / "wrong.problems.xlsx").read_bytes()


def test_a_command_gets_the_message_and_none_of_our_keys(inbox, tmp_path):
    script = tmp_path / "tell.py"
    script.write_text(
        "import json, os, sys; open('told.json', 'w').write(json.dumps([json.load(sys.stdin), dict(os.environ)]))"
    )
    inbox.settings(f"[notify]\ncommand = {json.dumps([sys.executable, str(script)])}\n")
    inbox.drop("a.xlsx")
    inbox.once()
    message, environment = json.loads((tmp_path / "told.json").read_text())
    assert message["place"] == "done/a.xlsx"
    assert environment["ROSTER_IMPORT_MESSAGE_SUBJECT"] == message["subject"]
    assert environment["ROSTER_IMPORT_MESSAGE_ATTACHMENT"] == str(inbox.folder / "done" / "a.results.xlsx")
    assert "sandbox-key" not in json.dumps(environment)


def test_a_digest_of_the_day_is_sent_once(inbox, webhook):
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\ndigest = "00:00"\n')
    inbox.once()
    inbox.once()
    (one,) = webhook.messages
    assert (one["kind"], one["subject"]) == ("digest", f"inbox: 0 files on {one['day']}")


def test_how_a_digest_reads():
    ended = [{"path": "a.xlsx", "outcome": "done", "place": "done/a.xlsx", "orders": 2},
             {"path": "b.xlsx", "outcome": "held", "place": "held/b.xlsx", "orders": 0}]  # fmt: skip
    said = digest("inbox", "2026-11-21", ended, [("c.xlsx", "is empty so far")], [("held/b.xlsx", "It is large.")], 1)
    assert said["text"].splitlines() == [
        "2 files on 2026-11-21: 1 placed, 1 held. 2 orders sent.",
        "",
        "  a.xlsx: placed -> done/a.xlsx",
        "  b.xlsx: held -> held/b.xlsx",
        "",
        "Waiting:",
        "  c.xlsx: is empty so far",
        "",
        "Held (roster-import release FILE lets it go):",
        "  held/b.xlsx: It is large.",
        "",
        "Not told:",
        "  1 message could not be sent so far",
    ]


def test_waits_between_tries_double_and_end():
    assert [next_try(tries, 0, 0) for tries in range(9)] == [
        30,
        60,
        120,
        240,
        480,
        960,
        1920,
        LONGEST_WAIT,
        LONGEST_WAIT,
    ]
    assert next_try(300, 0, PATIENCE + 1) is None


def test_a_repeated_message_goes_by_the_same_name():
    options = watch_options({}, {"email_to": "a@example.com", "email_from": "b@example.com", "smtp_host": "m"}).notify
    post = Post(id="20261121-1", channel="email", content={"subject": "s", "text": "t"}, tries=1, queued_at=0.0)
    assert mail(post, options, None, Path())["Message-ID"] == mail(post, options, None, Path())["Message-ID"]

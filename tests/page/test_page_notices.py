"""The office is told of what is signed, once, also when the server is killed."""

from __future__ import annotations

import json
import sys

from tests.conftest import until
from tests.page.office_desk import signed
from tests.watch.conftest import mail_server, receiving


def test_the_office_is_told_of_each_signed_list_once(served):
    heard = served.desk.folder / "heard.jsonl"
    code = f"import sys; open({str(heard)!r}, 'a').write(sys.stdin.read().replace(chr(10), ' ') + chr(10))"
    command = ", ".join(json.dumps(part) for part in (sys.executable, "-c", code))
    served.desk.settings(f"[notify]\ncommand = [{command}]\n")
    signed(served)
    served.start()
    until(heard.exists)
    until(lambda: [*(served.state / "notices").glob("*.json")])
    served.restart()
    signed(served, "FC Syd", "trup.xlsx", reference="PO-2")
    until(lambda: len(heard.read_text().splitlines()) > 1)
    told = [json.loads(line) for line in heard.read_text().splitlines()]
    assert [each["subject"] for each in told] == [
        "FC Nord/spillere.xlsx: signed, to be ordered",
        "FC Syd/trup.xlsx: signed, to be ordered",
    ]
    assert told[0]["text"] == (
        "Peter Smith signed FC Nord/spillere.xlsx on 2026-11-29. It waits to be ordered on the office's page."
    )


def test_it_is_told_by_mail_with_the_signed_proof_and_by_webhook(served):
    with mail_server() as server, receiving() as webhook:
        served.desk.settings(
            f'[notify]\nwebhook = "{webhook.url}"\nemail_to = ["office@example.com"]\nemail_from = "rosters@example.com"\n'
            f'smtp_host = "127.0.0.1"\nsmtp_port = {server.port}\nsmtp_security = "none"\n'
        )
        served.start()
        roster = signed(served, "FC Nord", "CON.xlsx")
        until(lambda: server.mails and webhook.messages)
        until(lambda: len([*(served.state / "notices").glob("*.json")]) == 2)
        served.restart()
        signed(served, "FC Syd", "trup.xlsx", reference="PO-2")
        until(lambda: len(server.mails) > 1 and len(webhook.messages) > 1)
    (mail, _), (message, _) = server.mails, webhook.messages
    assert (mail["To"], mail["Subject"]) == ("office@example.com", "FC Nord/CON_.xlsx: signed, to be ordered")
    (proof,) = mail.iter_attachments()
    assert (proof.get_filename(), proof.get_content()) == ("CON_.signed.html", "<p>signed proof</p>")
    assert (message["id"], webhook.keys[0]) == (f"signed-{roster.key}", f"signed-{roster.key}")
    assert (message["path"], message["subject"]) == ("FC Nord/CON_.xlsx", "FC Nord/CON_.xlsx: signed, to be ordered")
    assert "Smith" not in message["text"].replace("Peter Smith", "")

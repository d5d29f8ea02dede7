"""Messages out: e-mail with the workbook attached, a webhook, a command, or whatever the library Apprise reaches.

E-mail is smtplib's, the webhook httpx's, both here already; Apprise, 20 MB with what it needs, is an extra for those
who want chat. A message goes out at least once: where the machine stops between the sending and the noting of it, it
goes out again under the same name (Message-ID, `id`, Idempotency-Key), by which the receiver can know it.
"""

from __future__ import annotations

import json
import mimetypes
import os
import shutil
import smtplib
import ssl
import subprocess
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import TYPE_CHECKING

from roster_import.errors import RosterImportError
from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from roster_import.watch.journal import Post
    from roster_import.watch.options import NotifyOptions

FIRST_WAIT, LONGEST_WAIT = 30.0, 3600.0
PATIENCE = 7 * 86_400.0  # seconds after which a message is given up, and counted as such in the status
_TIMEOUT = 30.0
_LARGEST = 15 * 1024 * 1024  # bytes of an attachment; most mail systems refuse more
_PORTS = {"starttls": 587, "tls": 465, "none": 25}


class NotTold(RosterImportError):
    """A message did not go out; it is tried again."""


def next_try(tries: int, queued_at: float, now: float, first: float = FIRST_WAIT) -> float | None:
    """When a message that did not go out is tried again, None where it has had its time."""
    if now - queued_at > PATIENCE:
        return None
    return float(now + min(LONGEST_WAIT, first * 2 ** min(tries, 20)))


def deliver(post: Post, options: NotifyOptions, root: Path) -> None:
    """Send one message by its channel. Raises `NotTold` with the reason, never a secret in it."""
    ways = {"email": _email, "webhook": _webhook, "command": _command, "apprise": _apprise}
    if post.channel not in options.channels:
        raise NotTold(say("The settings name no {channel} any more.", channel=post.channel))
    attachment = _attachment(post.content, root)
    try:
        ways[post.channel](post, options, attachment)
    except NotTold:
        raise
    except Exception as error:
        raise NotTold(_without_secrets(f"{type(error).__name__}: {error}", options)) from error


def knock(channel: str, options: NotifyOptions) -> str:
    """Whether a channel could be used, nothing being sent; what was seen. Raises `NotTold` where it could not."""
    try:
        if channel == "email":
            with _mail_server(options) as server:
                if options.smtp_user:
                    server.login(options.smtp_user, options.smtp_password)
            if options.smtp_user:
                return say("{host} answers and lets us in", host=options.smtp_host)
            return say("{host} answers", host=options.smtp_host)
    except Exception as error:
        raise NotTold(_without_secrets(f"{type(error).__name__}: {error}", options)) from error
    if channel == "command" and shutil.which(options.command[0]) is None:
        raise NotTold(say("There is no command {command}.", command=options.command[0]))
    return say("is set; it is tried with the first message")


def _attachment(content: Mapping[str, Any], root: Path) -> Path | None:
    path = root / content["attach"] if content.get("attach") else None
    try:
        return path if path is not None and path.stat().st_size <= _LARGEST else None
    except OSError:
        return None  # somebody took it away: the text says what is to be said


def _without_secrets(text: str, options: NotifyOptions) -> str:
    for secret in (options.smtp_password, options.webhook, *options.apprise):
        text = text.replace(secret, "•••") if secret else text
    return text[:500]


# ------------------------------------------------------------------------------------------------------- e-mail


def _email(post: Post, options: NotifyOptions, attachment: Path | None) -> None:
    with _mail_server(options) as server:
        if options.smtp_user:
            server.login(options.smtp_user, options.smtp_password)
        server.send_message(mail(post, options, attachment))


def mail(post: Post, options: NotifyOptions, attachment: Path | None) -> EmailMessage:
    """The message as an e-mail."""
    message = EmailMessage()
    message["From"] = options.email_from
    message["To"] = ", ".join(options.email_to)
    message["Subject"] = str(post.content["subject"])
    message["Date"] = formatdate(post.queued_at, localtime=True)
    message["Message-ID"] = f"<{post.id}@roster-import.invalid>" if post.id else make_msgid()
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answer to this
    message.set_content(str(post.content["text"]))
    if attachment is not None:
        kind = mimetypes.guess_type(attachment.name)[0] or "application/octet-stream"
        main, _, sub = kind.partition("/")
        message.add_attachment(attachment.read_bytes(), maintype=main, subtype=sub, filename=attachment.name)
    return message


def _mail_server(options: NotifyOptions) -> smtplib.SMTP:
    port = options.smtp_port or _PORTS[options.smtp_security]
    if options.smtp_security == "tls":
        return smtplib.SMTP_SSL(options.smtp_host, port, timeout=_TIMEOUT, context=ssl.create_default_context())
    server = smtplib.SMTP(options.smtp_host, port, timeout=_TIMEOUT)
    if options.smtp_security == "starttls":
        server.starttls(context=ssl.create_default_context())
    return server


# --------------------------------------------------------------------------------------------- the other channels


def _public(post: Post) -> dict[str, Any]:
    return {"version": 1, **post.content, "id": post.id}


def _webhook(post: Post, options: NotifyOptions, attachment: Path | None) -> None:
    import httpx

    del attachment  # the document says where it lies
    headers = {"Idempotency-Key": post.id, "User-Agent": "roster-import"}
    reply = httpx.post(options.webhook, json=_public(post), headers=headers, timeout=_TIMEOUT, follow_redirects=False)
    if not reply.is_success:
        raise NotTold(say("The webhook answers HTTP {code}.", code=reply.status_code))


def _command(post: Post, options: NotifyOptions, attachment: Path | None) -> None:
    """Run the command with the message on its standard input as JSON; secrets of ours are not in its environment."""
    told = {
        "ROSTER_IMPORT_MESSAGE_ID": post.id,
        "ROSTER_IMPORT_MESSAGE_SUBJECT": str(post.content["subject"]),
        "ROSTER_IMPORT_MESSAGE_OUTCOME": str(post.content.get("outcome", "")),
        "ROSTER_IMPORT_MESSAGE_ATTACHMENT": str(attachment or ""),
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ROSTER_IMPORT_")}
    done = subprocess.run(  # noqa: S603 - the command of the settings
        list(options.command),
        input=json.dumps(_public(post), ensure_ascii=False),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=_TIMEOUT,
        env={**kept, **told},
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip()[-200:]
        if said:
            raise NotTold(say("The command ended with status {code}: {said}", code=done.returncode, said=said))
        raise NotTold(say("The command ended with status {code}; it said nothing.", code=done.returncode))


def _apprise(post: Post, options: NotifyOptions, attachment: Path | None) -> None:
    try:
        import apprise  # type: ignore[import-not-found,unused-ignore]  # an extra
    except ImportError as error:
        raise NotTold(say("[notify] apprise needs the library: pip install roster-import[notify].")) from error
    chat = apprise.Apprise()
    for address in options.apprise:
        if not chat.add(address):
            raise NotTold(say("An address in [notify] apprise is none that Apprise knows."))
    attach = str(attachment) if attachment is not None else None
    if not chat.notify(title=str(post.content["subject"]), body=str(post.content["text"]), attach=attach):
        raise NotTold(say("Apprise could not deliver it."))

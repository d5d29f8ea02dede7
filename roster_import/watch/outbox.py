"""Messages out: queued in the journal, sent beside the import and never in its way, and again where they did not go out.

E-mail is smtplib's, the webhook httpx's, both here already; Apprise, 20 MB with what it needs, is an extra for those
who want chat. A message goes out at least once: where the machine stops between the sending and the noting of it, it
goes out again under the same name (Message-ID, `id`, Idempotency-Key), by which the receiver can know it.

`Outbox` has what is queued and when it is tried; `deliver` sends one message by its channel.
"""

from __future__ import annotations

import asyncio
import mimetypes
import os
import shutil
import smtplib
import ssl
import subprocess
from collections import defaultdict
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from roster_import.errors import RosterImportError
from roster_import.files import open_plain, read_plain
from roster_import.language.invisible import cut, in_json, on_one_line, visible
from roster_import.language.messages import say
from roster_import.model.setting_names import is_loopback
from roster_import.watch.claim_notes import NOTE, stays_within
from roster_import.watch.file_names import clean_path
from roster_import.watch.held import held_files
from roster_import.watch.journal.messages import distinct
from roster_import.watch.journal.tables import JournalError
from roster_import.watch.log import utc
from roster_import.watch.messages import barred_message, digest, note_message
from roster_import.watch.readiness import mark_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from roster_import.model.setting import NotifyOptions
    from roster_import.watch.desk import Desk, State, World
    from roster_import.watch.journal.journal import Journal
    from roster_import.watch.journal.messages import Post
    from roster_import.watch.log import Announcer
    from roster_import.watch.readiness import Sighting

_POST_EVERY = 5.0
_RESTS, _LONGEST_REST = 4, 600.0  # so many times as long as a failure took, and seconds, a channel is left alone
_POST_TIME = 45.0  # seconds that a message may take; its own time limit is shorter
FIRST_WAIT, LONGEST_WAIT = 30.0, 3600.0
PATIENCE = 7 * 86_400.0  # seconds after which a message is given up, and counted as such in the status
_TIMEOUT = 30.0
_LONGEST_SUBJECT = 200
_LARGEST = 15 * 1024 * 1024  # bytes of an attachment; most mail systems refuse more
_PORTS = {"starttls": 587, "tls": 465, "none": 25}


class NotSent(RosterImportError):
    """A message did not go out; it is tried again."""


def next_try(tries: int, queued_at: float, now: float, first: float = FIRST_WAIT) -> float | None:
    """When a message that did not go out is tried again, None where it has had its time."""
    if now - queued_at > PATIENCE:
        return None
    return float(now + min(LONGEST_WAIT, first * 2 ** min(tries, 20)))


@dataclass(slots=True, kw_only=True)
class Outbox:
    """Queues messages, and sends those of the journal, each channel on its own and one at a time.

    A channel that took long to fail is left alone for a while, so that one that hangs costs little.

    `journal` gives the journal where it can be had, `is_gone` says whether another watcher is.
    """

    world: World
    state: State
    announcer: Announcer
    journal: Callable[[], Journal | None]
    is_gone: Callable[[str, Desk], bool]
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _turn: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))
    _unnoted: defaultdict[str, list[tuple[Post, str | None]]] = field(default_factory=lambda: defaultdict(list))
    _rests_until: dict[str, float] = field(default_factory=dict)
    _ends: bool = False

    # ------------------------------------------------------------------------------------------------- queueing

    def queue_digest(self, desk: Desk, journal: Journal) -> None:
        """Queue the message about the day, once a day, at its time or as soon after it as we look."""
        at, now = desk.options.notify.digest, self.world.now()
        day = now.date().isoformat()
        if not at or now.strftime("%H:%M") < at.zfill(5) or (journal.meta("digest") or "") >= day:
            return
        since = journal.meta("digest_until") or journal.meta("begun") or ""
        wall = journal.now(self.world.wall())
        until = utc(wall)
        waiting = [(known.sighting.path, known.reason) for known in self.state.known.values() if known.reason]
        waiting += [(claim.path, claim.reason) for claim in self.state.open.values()]
        held, unsent = held_files(self.world.folder, journal), len(distinct(journal.unsent()))
        content = digest(self.world.folder.root.absolute().name, day, journal.ended_since(since), waiting, held, unsent,
                         desk.people.general)  # fmt: skip
        journal.queue(f"digest-{day}", desk.options.notify.channels, content, wall)
        journal.set_meta("digest", day)
        journal.set_meta("digest_until", until)
        self.wake()

    def queue_barred(self, desk: Desk, journal: Journal, sighting: Sighting, reason: str) -> None:
        """Queue the message about a file that we may not touch, once for as long as it is this file."""
        name, root = f"barred-{mark_of(sighting)}", self.world.folder.root.absolute().as_posix()
        content = barred_message(name, root, clean_path(sighting.path), reason, desk.people.general)
        journal.queue(name, desk.options.notify.channels, content, journal.now(self.world.wall()))
        self.wake()

    def queue_note(self, desk: Desk, journal: Journal, claim: str, place: str) -> None:
        """Queue the message about a note that is not believed."""
        root = self.world.folder.root.absolute().as_posix()
        content = note_message(f"note-{claim}", root, f"processing/{claim}/{NOTE}", place, desk.people.general)
        wall = journal.now(self.world.wall())
        journal.queue(f"note-{claim}-{int(wall)}", desk.options.notify.channels, content, wall)
        self.wake()

    # -------------------------------------------------------------------------------------------------- sending

    def wake(self) -> None:
        """Say that there may be something to send."""
        self._wake.set()

    def begin(self, desk: Desk) -> asyncio.Task[None]:
        """Send messages as they come, until `end`; no channel waits for another."""
        self._ends = False  # now, not when the task comes to run: the end may be asked for before that
        return asyncio.create_task(self._go_on(desk))

    async def _go_on(self, desk: Desk) -> None:
        sending: dict[str, asyncio.Task[None]] = {}
        while not self._ends:
            self._wake.clear()
            for channel in desk.options.notify.channels:
                if channel not in sending or sending[channel].done():
                    sending[channel] = asyncio.create_task(self._send_by(channel, desk))
            await for_a_while(self._wake, _POST_EVERY)
        await asyncio.gather(*sending.values())

    async def end(self, running: asyncio.Task[None]) -> None:
        """End what `begin` began, once the message that is going out is noted as sent: it would go out again."""
        self._ends = True
        self._wake.set()
        _, late = await asyncio.wait({running}, timeout=_POST_TIME)
        for task in late:
            task.cancel()

    async def send_all(self, desk: Desk) -> None:
        """Send whatever may go out now, by all channels side by side."""
        await asyncio.gather(*(self._send_by(channel, desk) for channel in desk.options.notify.channels))

    async def _send_by(self, channel: str, desk: Desk) -> None:
        async with self._turn[channel]:
            with suppress(JournalError):
                while not self._ends and await self._send_one(channel, desk):
                    pass

    async def _send_one(self, channel: str, desk: Desk) -> bool:
        """Send one message and note how that went; False where there is none."""
        journal, me, unnoted = self.journal(), self.world.process, self._unnoted[channel]
        if journal is None:
            return False
        while unnoted:
            await desk.aside(partial(self._note, desk, journal, *unnoted[0]))
            unnoted.pop(0)
        began = self.world.monotonic()
        if began < self._rests_until.get(channel, began):
            return False
        # One of ours that seems to be under way was left behind: there is one at a time.
        post = await desk.aside(lambda: journal.next_post(
            journal.now(self.world.wall()), me, (channel,),
            lambda process: process == me or self.is_gone(process, desk),
        ))  # fmt: skip
        if post is None:
            return False
        error = await asyncio.to_thread(_failure, post, desk.options.notify, self.world.folder.root)
        ended = self.world.monotonic()
        if error is not None:
            self._rests_until[channel] = ended + min(_LONGEST_REST, (ended - began) * _RESTS)
        unnoted.append((post, error))  # noted even where the share vanishes just now
        await desk.aside(partial(self._note, desk, journal, post, error))
        unnoted.pop()
        return True

    def _note(self, desk: Desk, journal: Journal, post: Post, error: str | None) -> None:
        wall = journal.now(self.world.wall())
        if error is None:
            journal.posted(post, utc(wall))
        else:
            journal.post_failed(post, error, next_try(post.tries, post.queued_at, wall, desk.options.retry_after * 3))
            self.announcer.once(f"post {post.channel}", f"A message could not be sent by {post.channel}: {error}")
        self.state.dirty = True


async def for_a_while(event: asyncio.Event, seconds: float) -> None:
    """Wait for an event, but no longer. `wait_for` may swallow being cancelled, before Python 3.12."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()


def _failure(post: Post, options: NotifyOptions, root: Path) -> str | None:
    """Send a message; why it did not go out, if it did not."""
    try:
        deliver(post, options, root)
    except NotSent as error:
        return error.message
    return None


# ---------------------------------------------------------------------------------------------------- the channels


def deliver(post: Post, options: NotifyOptions, root: Path) -> None:
    """Send one message by its channel. Raises `NotSent` with the reason, never a secret in it."""
    channels = {"email": _email, "webhook": _webhook, "command": _command, "apprise": _apprise}
    if post.channel not in options.channels:
        raise NotSent(say("The settings name no {channel} any more.", channel=post.channel))
    post = replace(post, content=_seen(post.content))
    attachment = _attachment(post.content, root)
    try:
        channels[post.channel](post, options, attachment, root)
    except NotSent:
        raise
    except Exception as error:
        raise NotSent(_without_secrets(f"{type(error).__name__}: {error}", options)) from error


def try_channel(channel: str, options: NotifyOptions) -> str:
    """Whether a channel could be used, nothing being sent; what was seen. Raises `NotSent` where it could not."""
    try:
        if channel == "email":
            with _mail_server(options) as server:
                if options.smtp_user:
                    server.login(options.smtp_user, options.smtp_password)
            if options.smtp_user:
                return say("{host} answers and lets us in", host=options.smtp_host)
            return say("{host} answers", host=options.smtp_host)
    except Exception as error:
        raise NotSent(_without_secrets(f"{type(error).__name__}: {error}", options)) from error
    if channel == "command" and shutil.which(options.command[0]) is None:
        raise NotSent(say("There is no command {command}.", command=options.command[0]))
    return say("is set; it is tried with the first message")


def _seen(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """The message with nothing in it that cannot be seen where people read it; a subject is one line of a letter's head."""
    subject, text = on_one_line(str(content["subject"])), visible(str(content["text"]))
    return {**content, "subject": cut(subject, _LONGEST_SUBJECT), "text": text}


def _attachment(content: Mapping[str, Any], root: Path) -> Path | None:
    named = content.get("attach")
    if not isinstance(named, str) or not stays_within(named):
        return None
    try:
        with os.fdopen(open_plain(root / named, root), "rb") as file:
            return root / named if os.fstat(file.fileno()).st_size <= _LARGEST else None
    except OSError:
        return None  # somebody took it away, or put something else there: the text says what is to be said


def _without_secrets(text: str, options: NotifyOptions) -> str:
    for secret in (options.smtp_password, options.webhook, *options.apprise):
        text = text.replace(secret, "•••") if secret else text
    return text[:500]


# ------------------------------------------------------------------------------------------------------- e-mail


def _email(post: Post, options: NotifyOptions, attachment: Path | None, root: Path) -> None:
    with _mail_server(options) as server:
        if options.smtp_user:
            server.login(options.smtp_user, options.smtp_password)
        server.send_message(mail(post, options, attachment, root))


def mail(post: Post, options: NotifyOptions, attachment: Path | None, root: Path) -> EmailMessage:
    """The message as an e-mail; what is attached lies in the watched folder."""
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
        message.add_attachment(
            read_plain(attachment, _LARGEST, root), maintype=main, subtype=sub, filename=attachment.name
        )
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


def _webhook(post: Post, options: NotifyOptions, attachment: Path | None, root: Path) -> None:
    import httpx

    del attachment, root  # the document says where it lies
    headers = {"Idempotency-Key": post.id, "User-Agent": "roster-import", "Content-Type": "application/json"}
    reply = httpx.post(
        options.webhook, content=in_json(_public(post)), headers=headers, timeout=_TIMEOUT, follow_redirects=False,
        trust_env=not is_loopback(options.webhook),
    )  # fmt: skip
    if not reply.is_success:
        raise NotSent(say("The webhook answers HTTP {code}.", code=reply.status_code))


def _command(post: Post, options: NotifyOptions, attachment: Path | None, root: Path) -> None:
    """Run the command with the message on its standard input as JSON; secrets of ours are not in its environment."""
    del root  # the attachment's path is a whole one
    message = {
        "ROSTER_IMPORT_MESSAGE_ID": post.id,
        "ROSTER_IMPORT_MESSAGE_SUBJECT": str(post.content["subject"]),
        "ROSTER_IMPORT_MESSAGE_OUTCOME": str(post.content.get("outcome", "")),
        "ROSTER_IMPORT_MESSAGE_ATTACHMENT": str(attachment or ""),
    }
    others = {name: value for name, value in os.environ.items() if not name.startswith("ROSTER_IMPORT_")}
    done = subprocess.run(  # noqa: S603 - the command of the settings
        list(options.command),
        input=in_json(_public(post)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=_TIMEOUT,
        env={**others, **message},
        check=False,
    )
    if done.returncode:
        if complaint := done.stderr.strip()[-200:]:
            raise NotSent(say("The command ended with status {code}: {said}", code=done.returncode, said=complaint))
        raise NotSent(say("The command ended with status {code}; it said nothing.", code=done.returncode))


def _apprise(post: Post, options: NotifyOptions, attachment: Path | None, root: Path) -> None:
    try:
        import apprise  # type: ignore[import-not-found,unused-ignore]  # an extra
    except ImportError as error:
        raise NotSent(say("[notify] apprise needs the library: pip install roster-import[notify].")) from error
    chat = apprise.Apprise()
    for address in options.apprise:
        if not chat.add(address):
            raise NotSent(say("An address in [notify] apprise is none that Apprise knows."))
    with _copied(attachment, root) as attach:
        if not chat.notify(title=str(post.content["subject"]), body=str(post.content["text"]), attach=attach):
            raise NotSent(say("Apprise could not deliver it."))


@contextmanager
def _copied(attachment: Path | None, root: Path) -> Iterator[str | None]:
    """A copy of the attachment out of others' reach, for who opens it by its name: in the folder it may be exchanged."""
    if attachment is None:
        yield None
        return
    with TemporaryDirectory() as folder:
        copy = Path(folder) / attachment.name
        copy.write_bytes(read_plain(attachment, _LARGEST, root))
        yield str(copy)

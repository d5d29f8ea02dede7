"""What must outlive the process: claims, what was ordered when, files from before the first start, messages to send.

One SQLite file in the folder's hidden own folder, so that every watcher of the folder, on whichever machine, has the
same; rollback journal and synchronous FULL, as the ledger. The ledger alone guards against ordering twice: this file
may be lost without a second order, at the price of `--accept-existing` being asked for again.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from roster_import.errors import RosterImportError
from roster_import.language.messages import say
from roster_import.place.database import transaction
from roster_import.watch.folders import Move, is_full
from roster_import.watch.order_limits import Count, too_many
from roster_import.watch.phrases import kept, told
from roster_import.watch.readiness import Sighting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from roster_import.watch.order_limits import Caps

VERSION = 3
NAME = "journal.sqlite3"

_SCHEMA = """
CREATE TABLE files (
    id TEXT PRIMARY KEY, path TEXT NOT NULL, state TEXT NOT NULL, owner TEXT, released TEXT,
    found_at TEXT NOT NULL, ended_at TEXT, day TEXT,
    orders INTEGER NOT NULL DEFAULT 0, pieces INTEGER NOT NULL DEFAULT 0, counted_day TEXT,
    outcome TEXT, status INTEGER, reason TEXT, place TEXT, moves TEXT, say TEXT, entries TEXT, told TEXT, answer TEXT,
    seen TEXT, check_at REAL
);
CREATE INDEX files_state ON files (state);
CREATE INDEX files_day ON files (day);
CREATE INDEX files_place ON files (place);
CREATE TABLE messages (
    id TEXT NOT NULL, channel TEXT NOT NULL, file TEXT, content TEXT NOT NULL,
    state TEXT NOT NULL, owner TEXT, tries INTEGER NOT NULL DEFAULT 0, next_try REAL NOT NULL DEFAULT 0,
    queued_at REAL NOT NULL, sent_at TEXT, error TEXT, told TEXT,
    PRIMARY KEY (id, channel)
);
CREATE INDEX messages_state ON messages (state);
CREATE TABLE existing (path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL);
CREATE TABLE watchers (process TEXT PRIMARY KEY, beats INTEGER NOT NULL, at REAL NOT NULL);
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""

# What older forms lack: statements by the form that they bring the journal to.
_UPGRADES = {
    2: ("ALTER TABLE files ADD COLUMN told TEXT", "ALTER TABLE files ADD COLUMN answer TEXT",
        "ALTER TABLE messages ADD COLUMN told TEXT"),
    3: ("ALTER TABLE files ADD COLUMN seen TEXT", "ALTER TABLE files ADD COLUMN check_at REAL"),
}  # fmt: skip

_TO_SEND = """
SELECT messages.* FROM messages LEFT JOIN files ON files.id = messages.file
WHERE messages.state IN ('waiting', 'sending') AND (messages.next_try <= ? OR messages.next_try > ?)
AND channel IN (SELECT value FROM json_each(?)) AND (files.id IS NULL OR (files.state = 'filed' AND files.check_at IS NULL))
ORDER BY messages.queued_at, messages.id LIMIT 20
"""
_FILED = "SELECT path, outcome, reason, place, orders, pieces, status FROM files WHERE state = 'filed'"


class JournalError(RosterImportError):
    """The journal of a watched folder could not be read or written; nothing is taken up until it can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One claimed file, from the moment it is ours to its place in one of the folders.

    `state`: claimed, ended (what became of it stands, it is being filed) or filed. `released` names who let it go.
    `moves` bring it to its place, `place` is that place, `reason` why it is held,
    `say` a text for people beside it, `entries` the ledger's entries that were made for it, `answer` what a run of
    --once says of it (`outcomes.Answer`), as long as it is not filed. `seen` is what the file was when it was read (its
    digest; empty where nobody looks again), and the text of its message in case it is another one by now.
    """

    id: str
    path: str
    state: str
    owner: str | None = None
    released: str | None = None
    found_at: str = ""
    ended_at: str | None = None
    outcome: str | None = None
    status: int | None = None
    reason: str | None = None
    place: str | None = None
    moves: tuple[Move, ...] = ()
    say: str | None = None
    entries: tuple[int, ...] = ()
    answer: Mapping[str, Any] = field(default_factory=dict)
    seen: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What became of a claimed file: all that is written down before anything is moved."""

    outcome: str
    status: int
    reason: str
    place: str
    moves: tuple[Move, ...]
    say: str
    entries: tuple[int, ...]
    messages: Mapping[str, Mapping[str, Any]]  # by channel
    answer: Mapping[str, Any] = field(default_factory=dict)
    seen: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message on its way out by one channel."""

    id: str
    channel: str
    content: Mapping[str, Any]
    tries: int
    queued_at: float


class Journal:
    """The journal, opened; every writing call is one durable transaction. Raises `JournalError` throughout."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection
        facts = path.stat()
        self._facts = (facts.st_dev, facts.st_ino)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the journal, making it where there is none."""
        with _door(path):
            path.parent.mkdir(exist_ok=True)  # not its parents: a share that vanished must not be made up
            connection = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        try:
            with _door(path):
                _prepare(connection, path)
                return cls(path, connection)
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    # --------------------------------------------------------------------------------- the folder's beginnings

    def begin(self, sightings: Iterable[Sighting], at: str) -> int | None:
        """On the very first look, remember what was there before; how much that is, None on any later look."""
        if self.meta("begun") is not None:
            return None
        with self._writing():
            if self._meta("begun") is not None:
                return None
            self._set_meta("begun", at)
            # As JSON: a name that is no valid Unicode is no text to SQLite.
            found = [(json.dumps(one.path), one.size, one.changed) for one in sightings]
            self._db.executemany("INSERT OR REPLACE INTO existing VALUES (?, ?, ?)", found)
        return len(found)

    def existing(self) -> dict[str, Sighting]:
        """The files that were there before the watch first began, as they were then."""
        rows = self._all("SELECT * FROM existing")
        found = (Sighting(path=json.loads(row[0]), size=row["size"], changed=row["changed"]) for row in rows)
        return {one.path: one for one in found}

    def accept_existing(self, path: str | None = None) -> int:
        """Let the files from before the beginning in, or one of them; how many they were."""
        with self._writing():
            where, values = ("path = ?", (json.dumps(path),)) if path is not None else ("1", ())
            return self._db.execute(f"DELETE FROM existing WHERE {where}", values).rowcount  # noqa: S608 - ours

    # ------------------------------------------------------------------------------------------------- claims

    def claimed(self, ticket: Ticket) -> None:
        """Write a claim down."""
        with self._writing():
            self._db.execute(
                "INSERT OR IGNORE INTO files (id, path, state, owner, released, found_at) VALUES (?, ?, ?, ?, ?, ?)",
                (ticket.id, ticket.path, ticket.state, ticket.owner, ticket.released, ticket.found_at),
            )

    def unclaim(self, claim: str) -> None:
        """Forget a claim that came to nothing: the file was gone, or is held open."""
        with self._writing():
            self._db.execute("DELETE FROM files WHERE id = ? AND state = 'claimed'", (claim,))

    def ticket(self, claim: str) -> Ticket | None:
        """What is written down of a claim."""
        rows = self._all("SELECT * FROM files WHERE id = ?", claim)
        return _ticket(rows[0]) if rows else None

    def open_tickets(self) -> list[Ticket]:
        """Claims that are not filed yet, oldest first."""
        return [_ticket(row) for row in self._all("SELECT * FROM files WHERE state != 'filed' ORDER BY found_at, id")]

    def take_over(self, ticket: Ticket, owner: str | None) -> bool:
        """Give a claim to another owner (None: whoever comes first); False where another watcher took it meanwhile."""
        with self._writing():
            done = self._db.execute(
                "UPDATE files SET owner = ? WHERE id = ? AND owner IS ?", (owner, ticket.id, ticket.owner)
            )
        return bool(done.rowcount)

    def count_in(self, claim: str, new: Count, day: str, caps: Caps | None) -> str:
        """Count a file's orders for the day, once, before they are sent; why not, where that is beyond the caps."""
        with self._writing():
            row = self._db.execute("SELECT counted_day FROM files WHERE id = ?", (claim,)).fetchone()
            if row is None or row["counted_day"] is not None:
                return ""
            so_far = self._counted(day)
            beyond = too_many(new, so_far, caps.orders_per_day, caps.pieces_per_day, "day") if caps else ""
            if not beyond:
                self._db.execute(
                    "UPDATE files SET orders = ?, pieces = ?, counted_day = ? WHERE id = ?",
                    (new.orders, new.pieces, day, claim),
                )
        return beyond

    def _counted(self, day: str) -> Count:
        row = self._db.execute(
            "SELECT coalesce(sum(orders), 0), coalesce(sum(pieces), 0) FROM files WHERE counted_day = ?", (day,)
        ).fetchone()
        return Count(orders=row[0], pieces=row[1])

    def ended(self, claim: str, ending: Ending, at: str, day: str, now: float, free: Callable[[str], bool]) -> bool:
        """Write down what became of a claim, with its messages; False where its place is another claim's by now."""
        with self._writing():
            taken = self._db.execute(
                "SELECT 1 FROM files WHERE place = ? AND id != ? AND state = 'ended'", (ending.place, claim)
            ).fetchone()
            if taken or not free(ending.place):
                return False
            self._db.execute(
                # As many orders as there are entries of it in the ledger: what counted them may have been lost.
                "UPDATE files SET orders = max(orders, ?), state = 'ended', ended_at = ?, day = ?,"
                " outcome = ?, status = ?, reason = ?, place = ?,"
                " moves = ?, say = ?, entries = ?, told = ?, answer = ?, seen = ? WHERE id = ?",
                (len(ending.entries), at, day, ending.outcome, ending.status, ending.reason, ending.place,
                 _moves(ending.moves), ending.say, json.dumps(ending.entries), json.dumps(kept(ending.reason)),
                 json.dumps(ending.answer), json.dumps(ending.seen), claim),
            )  # fmt: skip
            for channel, content in ending.messages.items():
                self._queue(claim, channel, content, claim, now)
        return True

    def moved_elsewhere(self, ticket: Ticket, contents: Mapping[str, str]) -> None:
        """A place was taken by somebody else at the last moment: the new one. `contents` are the messages, by channel."""
        claim, moves, answer = ticket.id, _moves(ticket.moves), json.dumps(ticket.answer)
        with self._writing():
            self._db.execute(
                "UPDATE files SET place = ?, moves = ?, answer = ? WHERE id = ?", (ticket.place, moves, answer, claim)
            )
            for channel, content in contents.items():
                self._db.execute(
                    "UPDATE messages SET content = ? WHERE file = ? AND channel = ?", (content, claim, channel)
                )

    def filed(self, claim: str, at: str, day: str, check_at: float | None = None) -> None:
        """A file lies where it belongs, since this moment: its messages may go out, once it was looked at again, if it is."""
        with self._writing():
            self._db.execute(
                "UPDATE files SET state = 'filed', moves = NULL, say = NULL, answer = NULL, ended_at = ?, day = ?,"
                " check_at = ? WHERE id = ? AND state != 'filed'",
                (at, day, check_at, claim),
            )

    def to_look_at_again(self, now: float) -> list[Ticket]:
        """Filed files that are to be looked at once more by now."""
        # A moment further away than any wait: the clock was set back.
        rows = self._all("SELECT * FROM files WHERE check_at <= ? OR check_at > ?", now, now + 86_400)
        return [_ticket(row) for row in rows]

    def looked_at_again(self, claim: str) -> None:
        """A file is as it was read: its messages may go out."""
        with self._writing():
            self._db.execute("UPDATE files SET check_at = NULL WHERE id = ?", (claim,))

    def changed(self, claim: str, reason: str, words: str) -> None:
        """A file is not as it was read: its messages say so in these words, and may go out."""
        with self._writing():
            self._db.execute(
                "UPDATE files SET check_at = NULL, reason = ?, told = ? WHERE id = ?",
                (reason, json.dumps(kept(reason)), claim),
            )
            rows = self._db.execute("SELECT channel, content FROM messages WHERE file = ?", (claim,)).fetchall()
            for row in rows:
                content = with_words(json.loads(row["content"]), str(reason), words)
                self._db.execute(
                    "UPDATE messages SET content = ? WHERE file = ? AND channel = ? AND state != 'sent'",
                    (json.dumps(content, ensure_ascii=False), claim, row["channel"]),
                )

    def at_place(self, place: str) -> Ticket | None:
        """The last file that was filed at a place."""
        rows = self._all("SELECT * FROM files WHERE place = ? ORDER BY ended_at DESC, rowid DESC LIMIT 1", place)
        return _ticket(rows[0]) if rows else None

    def held(self) -> list[Ticket]:
        """Every file that was held; whether it still lies there, only the folder tells."""
        return [_ticket(row) for row in self._all("SELECT * FROM files WHERE outcome = 'held' ORDER BY ended_at")]

    def left_held(self, claim: str) -> None:
        """A held file was let go."""
        with self._writing():
            self._db.execute("UPDATE files SET outcome = 'released' WHERE id = ?", (claim,))

    def ended_on(self, day: str) -> list[Mapping[str, Any]]:
        """What was filed on a day: path, outcome, reason, place, orders, pieces."""
        return [dict(row) for row in self._all(f"{_FILED} AND day = ? ORDER BY ended_at", day)]

    def ended_since(self, at: str) -> list[Mapping[str, Any]]:
        """What was filed since a moment; as `ended_on`."""
        return [dict(row) for row in self._all(f"{_FILED} AND ended_at > ? ORDER BY ended_at", at)]

    def totals(self) -> dict[str, int]:
        """How many files were filed how, ever."""
        rows = self._all("SELECT outcome, count(*) AS files FROM files WHERE state = 'filed' GROUP BY outcome")
        return {row["outcome"]: row["files"] for row in rows}

    def ordered(self) -> Count:
        """How much was ordered, ever."""
        row = self._all("SELECT coalesce(sum(orders), 0) AS orders, coalesce(sum(pieces), 0) AS pieces FROM files")[0]
        return Count(orders=row["orders"], pieces=row["pieces"])

    # ----------------------------------------------------------------------------------------------- messages

    def queue(self, name: str, channels: Iterable[str], content: Mapping[str, Any], now: float) -> None:
        """Queue a message that is about no file, once under its name."""
        with self._writing():
            for channel in channels:
                self._queue(name, channel, content, None, now)

    def _queue(self, name: str, channel: str, content: Mapping[str, Any], file: str | None, now: float) -> None:
        self._db.execute(
            "INSERT OR IGNORE INTO messages (id, channel, file, content, state, queued_at)"
            " VALUES (?, ?, ?, ?, 'waiting', ?)",
            (name, channel, file, json.dumps(content, ensure_ascii=False), now),
        )

    def contents(self, claim: str) -> dict[str, str]:
        """The messages of a claim as they are queued, by channel."""
        rows = self._all("SELECT channel, content FROM messages WHERE file = ?", claim)
        return {row["channel"]: row["content"] for row in rows}

    def next_post(self, now: float, owner: str, channels: Sequence[str], gone: Callable[[str], bool]) -> Post | None:
        """Take the next message that may go out; also one whose sender is gone. Only we send it until it is told."""
        if not self._all("SELECT 1 FROM messages WHERE state IN ('waiting', 'sending') LIMIT 1"):
            return None
        with self._writing():
            # A time further away than any wait: the clock was set back.
            rows = self._db.execute(_TO_SEND, (now, now + 86_400, json.dumps(list(channels)))).fetchall()
            row = next((one for one in rows if one["state"] == "waiting" or gone(one["owner"])), None)
            if row is None:
                return None
            self._db.execute(
                "UPDATE messages SET state = 'sending', owner = ? WHERE id = ? AND channel = ?",
                (owner, row["id"], row["channel"]),
            )
        return Post(id=row["id"], channel=row["channel"], content=json.loads(row["content"]), tries=row["tries"],
                    queued_at=row["queued_at"])  # fmt: skip

    def posted(self, post: Post, at: str) -> None:
        """A message went out; what it said is not kept."""
        self._told(post, "sent", 0.0, "", sent_at=at, content="{}")

    def post_failed(self, post: Post, error: str, next_try: float | None) -> None:
        """A message did not go out: when it is tried again, None where it is given up."""
        state = "waiting" if next_try is not None else "given-up"
        self._told(post, state, next_try or 0.0, error, told=json.dumps(kept(error)))

    def _told(self, post: Post, state: str, next_try: float, error: str, **more: str) -> None:
        columns = {"state": state, "next_try": next_try, "error": error, "tries": post.tries + 1, "owner": None, **more}
        names = ", ".join(f"{name} = ?" for name in columns)
        with self._writing():
            self._db.execute(
                f"UPDATE messages SET {names} WHERE id = ? AND channel = ?",  # noqa: S608 - the names are ours
                (*columns.values(), post.id, post.channel),
            )

    def unsent(self) -> list[Mapping[str, Any]]:
        """Messages that did not go out yet, or were given up, by every way: id, channel, state, tries, error, queued_at."""
        rows = self._all(
            "SELECT id, channel, state, tries, error, queued_at, told FROM messages WHERE state != 'sent' ORDER BY queued_at"
        )
        found = [dict(row) for row in rows]
        return [{**one, "error": _again(one["error"], one.pop("told"))} for one in found]

    # ----------------------------------------------------------------------------------------------- watchers

    def beat(self, process: str, now: float) -> dict[str, int]:
        """Say that a watcher lives; how often each watcher of this folder has said so."""
        with self._writing():
            self._db.execute(
                "INSERT INTO watchers VALUES (?, 1, ?) ON CONFLICT (process) DO UPDATE SET beats = beats + 1, at = ?",
                (process, now, now),
            )
        return {row["process"]: row["beats"] for row in self._all("SELECT process, beats FROM watchers")}

    @property
    def is_in_place(self) -> bool:
        """Whether the file at our path still is the one that is open: another may have been mounted over it."""
        try:
            facts = self.path.stat()
        except OSError:
            return False
        return (facts.st_dev, facts.st_ino) == self._facts

    def last_beat(self, process: str) -> float | None:
        """When a watcher last said that it lives, on its own clock."""
        rows = self._all("SELECT at FROM watchers WHERE process = ?", process)
        return rows[0]["at"] if rows else None

    def leave(self, process: str) -> None:
        """A watcher is gone, and says so."""
        with self._writing():
            self._db.execute("DELETE FROM watchers WHERE process = ?", (process,))

    def meta(self, name: str) -> str | None:
        """A fact kept under a name."""
        with _door(self.path):
            return self._meta(name)

    def set_meta(self, name: str, value: str) -> None:
        """Keep a fact under a name."""
        with self._writing():
            self._set_meta(name, value)

    # ------------------------------------------------------------------------------------------------ within

    def _meta(self, name: str) -> str | None:
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row["value"])

    def _set_meta(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def _all(self, sql: str, *values: object) -> list[sqlite3.Row]:
        with _door(self.path):
            return self._db.execute(sql, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with _door(self.path), transaction(self._db):
            yield


def _ticket(row: sqlite3.Row) -> Ticket:
    moves = tuple(Move(source=source, target=target) for source, target in json.loads(row["moves"] or "[]"))
    same = ("id", "path", "state", "owner", "released", "found_at", "ended_at", "outcome", "status", "place", "say")
    return Ticket(
        moves=moves,
        entries=tuple(json.loads(row["entries"] or "[]")),
        reason=_again(row["reason"], row["told"]),
        answer=json.loads(row["answer"] or "{}"),
        seen=tuple(json.loads(row["seen"] or '["", ""]')),
        **{name: row[name] for name in same},
    )


def _again(english: str | None, others: str | None) -> str | None:
    """A text that was kept, to be said in any language."""
    return told(english, json.loads(others or "{}")) if english is not None else None


def distinct(unsent: Iterable[Mapping[str, Any]]) -> list[str]:
    """The messages among these, each once, by however many ways it is to go."""
    return list(dict.fromkeys(str(one["id"]) for one in unsent))


def with_words(content: Mapping[str, Any], reason: str, words: str) -> dict[str, Any]:
    """A message with a sentence more, behind its first line."""
    first, _, others = str(content.get("text", "")).partition("\n")
    return {**content, "text": f"{first}\n{words}\n{others}", "reason": reason}


def _moves(moves: Sequence[Move]) -> str:
    return json.dumps([[one.source, one.target] for one in moves], ensure_ascii=False)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        _refuse_newer(version, path)
        for statement in _missing(version):
            connection.execute(statement)
        if version != VERSION:
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _missing(version: int) -> list[str]:
    """The statements that bring a journal of this form to ours."""
    if version == 0:
        return list(filter(str.strip, _SCHEMA.split(";")))
    return [statement for form, all_of_it in _UPGRADES.items() if form > version for statement in all_of_it]


def _refuse_newer(version: int, path: Path) -> None:
    if version > VERSION:
        raise JournalError(
            say(
                "{path} was written by a newer roster-import (form {version}, this program knows {known}). Update "
                "roster-import; nothing was changed or sent.",
                path=path,
                version=version,
                known=VERSION,
            )
        )


@contextmanager
def _door(path: Path) -> Iterator[None]:
    """The one place where SQLite's and the file system's exceptions become ours."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        if is_full(error) or getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
            raise JournalError(
                say(
                    "The watch's journal {path} cannot be written: the disk is full ({reason}). Make room; nothing is taken up "
                    "until there is some.",
                    path=path,
                    reason=error,
                )
            ) from error
        raise JournalError(
            say(
                "The watch's journal {path} cannot be used: {reason}. Nothing is taken up until it can. Where it is damaged, "
                "move it away: nothing is ordered twice, but the files in the folder wait for --accept-existing again.",
                path=path,
                reason=error,
            )
        ) from error

"""What must outlive the process: claims, what was ordered when, files from before the first start, messages to send.

The ledger alone guards against ordering twice: the journal may be lost without a second order, at the price of
`--accept-existing` being asked for again. Where it lies is told by `file.py` and `server.py`, its tables are in
`tables.py`, its messages in `messages.py`.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Self

from roster_import.watch.journal.file import JournalFile
from roster_import.watch.journal.messages import MessageQueue, kept_words, said_again
from roster_import.watch.journal.tables import COLUMNS, DEFAULTS, written
from roster_import.watch.moves import Move
from roster_import.watch.options import Count, too_many
from roster_import.watch.readiness import Sighting

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from roster_import.model.setting import Caps
    from roster_import.place.ledger.sqlite import Row

_HELD_BY = "coalesce(owner, '') = ?"
_TOLD = ("path", "outcome", "reason", "place", "orders", "pieces", "status")
_FILED = f"SELECT {', '.join(_TOLD)} FROM files WHERE state = 'filed'"  # noqa: S608 - ours


class Ended(Enum):
    """What came of writing down an end: it is, its place is another file's by now, or the claim another watch's."""

    WRITTEN = "written"
    PLACE_TAKEN = "place taken"
    NOT_OURS = "not ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One claimed file, from the moment it is ours to its place in one of the folders.

    `state`: claimed, ended (what became of it stands, it is being filed) or filed. `released` names who let it go.
    `moves` bring it to its place, `place` is that place, `reason` why it is held, `note` a text for people beside it,
    `entries` the ledger's entries that were made for it, `answer` what a run of --once says of it (`messages.answer`), as
    long as it is not filed. `seen` is what the file was when it was read (its digest; empty where it is not checked again),
    and the text of its message in case it is another one by now. `looked_into` is the process that reads and checks it,
    `deaths` how many ended over that.
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
    note: str | None = None
    entries: tuple[int, ...] = ()
    answer: Mapping[str, Any] = field(default_factory=dict)
    seen: tuple[str, str] = ("", "")
    looked_into: str | None = None
    deaths: int = 0

    @property
    def is_suspect(self) -> bool:
        """Whether a process ended while it looked into the file, which may have been the file's doing."""
        return bool(self.deaths or self.looked_into)


class Journal(MessageQueue):
    """What is written into the journal, and what is asked of it. Raises `JournalError` throughout."""

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the journal in a file, making it where there is none."""
        return cls(JournalFile.open(path))

    # --------------------------------------------------------------------------------- the folder's beginnings

    def begin(self, sightings: Collection[Sighting], at: str) -> int | None:
        """On the very first look, remember what was there before; how much that is, None on any later look."""
        return self._begin(sightings, at) if self.meta("begun") is None else None

    @written
    def _begin(self, sightings: Collection[Sighting], at: str) -> int | None:
        if self._meta("begun") is not None:
            return None
        self._set_meta("begun", at)
        for sighting in sightings:
            # As JSON: a name that is no valid Unicode is no text to a database.
            values = (json.dumps(sighting.path), sighting.size, sighting.changed)
            self._db.execute(
                "INSERT INTO existing (path, size, changed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", values
            )
        return len(sightings)

    def existing(self) -> dict[str, Sighting]:
        """The files that were there before the watch first began, as they were then."""
        paths = {json.loads(row["path"]): row for row in self._all("SELECT * FROM existing")}
        return {path: Sighting(path=path, size=row["size"], changed=row["changed"]) for path, row in paths.items()}

    @written
    def accept_existing(self, path: str | None = None) -> int:
        """Let the files from before the beginning in, or one of them; how many they were."""
        if path is None:
            return self._db.execute("DELETE FROM existing").rowcount
        return self._db.execute("DELETE FROM existing WHERE path = ?", (json.dumps(path),)).rowcount

    # ------------------------------------------------------------------------------------------------- claims

    @written
    def claimed(self, ticket: Ticket) -> None:
        """Write a claim down."""
        self._db.execute(
            "INSERT INTO files (id, path, state, owner, released, found_at) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            (ticket.id, ticket.path, ticket.state, ticket.owner, ticket.released, ticket.found_at),
        )

    @written
    def looks_into(self, claim: str, process: str) -> None:
        """A process begins to read and check a file; one before it that did not get to the end of that died over it."""
        row = self._db.execute("SELECT looked_into, deaths FROM files WHERE id = ?", (claim,)).fetchone()
        died = row is not None and row["looked_into"] not in (None, process)
        deaths = int(row["deaths"] if row is not None else 0) + died
        self._db.execute("UPDATE files SET looked_into = ?, deaths = ? WHERE id = ?", (process, deaths, claim))

    @written
    def looked_into(self, claim: str) -> None:
        """A file was read and checked, and the process lives: so it is no file that ends one."""
        self._db.execute("UPDATE files SET looked_into = NULL, deaths = 0 WHERE id = ?", (claim,))

    @written
    def forget(self, ticket: Ticket) -> bool:
        """Forget a claim that another watch took over, with what was to be told of it; False where it is filed by now."""
        done = self._db.execute("DELETE FROM files WHERE id = ? AND state = 'ended'", (ticket.id,)).rowcount
        if done:
            self._db.execute("DELETE FROM messages WHERE file = ?", (ticket.id,))
        return bool(done)

    @written
    def unclaim(self, claim: str) -> None:
        """Forget a claim that came to nothing: the file was gone, or is held open."""
        self._db.execute("DELETE FROM files WHERE id = ? AND state = 'claimed'", (claim,))

    def ticket(self, claim: str) -> Ticket | None:
        """What is written down of a claim."""
        rows = self._all("SELECT * FROM files WHERE id = ?", claim)
        return _ticket(rows[0]) if rows else None

    def open_tickets(self) -> list[Ticket]:
        """Claims that are not filed yet, oldest first."""
        return [_ticket(row) for row in self._all("SELECT * FROM files WHERE state != 'filed' ORDER BY found_at, id")]

    @written
    def take_over(self, ticket: Ticket, owner: str | None) -> bool:
        """Give a claim to another owner (None: whoever comes first); False where another watcher took it meanwhile."""
        done = self._db.execute(
            f"UPDATE files SET owner = ? WHERE id = ? AND {_HELD_BY}",  # noqa: S608 - ours
            (owner, ticket.id, ticket.owner or ""),
        )
        return bool(done.rowcount)

    @written
    def count_in(self, claim: str, new: Count, day: str, caps: Caps | None) -> str:
        """Count a file's orders for the day, once, before they are sent; why not, where that is beyond the caps."""
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
            "SELECT coalesce(sum(orders), 0) AS orders, coalesce(sum(pieces), 0) AS pieces FROM files WHERE counted_day = ?",
            (day,),
        ).fetchone()
        return Count(orders=row["orders"], pieces=row["pieces"]) if row else Count()

    @written
    def ended(
        self,
        ticket: Ticket,
        messages: Mapping[str, Mapping[str, Any]],
        day: str,
        now: float,
        free: Callable[[str], bool],
    ) -> Ended:
        """Write down what became of a claim before anything of it is moved.

        `messages` are what is told of it, by channel; `free` says whether nothing lies at a place.
        """
        ours = f"SELECT 1 FROM files WHERE id = ? AND {_HELD_BY} AND state != 'filed'"  # noqa: S608 - ours
        if self._db.execute(ours, (ticket.id, ticket.owner or "")).fetchone() is None:
            return Ended.NOT_OURS
        taken = self._db.execute(
            "SELECT 1 FROM files WHERE place = ? AND id != ? AND state = 'ended'", (ticket.place, ticket.id)
        ).fetchone()
        if taken or not free(str(ticket.place)):
            return Ended.PLACE_TAKEN
        orders = len(ticket.entries)
        self._db.execute(
            # As many orders as there are entries of it in the ledger: what counted them may have been lost.
            "UPDATE files SET orders = CASE WHEN orders < ? THEN ? ELSE orders END, state = 'ended', ended_at = ?, day = ?,"
            " outcome = ?, status = ?, reason = ?, place = ?,"
            " moves = ?, say = ?, entries = ?, told = ?, answer = ?, seen = ? WHERE id = ?",
            (orders, orders, ticket.ended_at, day, ticket.outcome, ticket.status, ticket.reason, ticket.place,
             _moves(ticket.moves), ticket.note, json.dumps(ticket.entries), kept_words(ticket.reason),
             json.dumps(ticket.answer), json.dumps(ticket.seen), ticket.id),
        )  # fmt: skip
        for channel, content in messages.items():
            self._queue(ticket.id, channel, content, ticket.id, now)
        return Ended.WRITTEN

    @written
    def moved_elsewhere(self, ticket: Ticket, contents: Mapping[str, str]) -> None:
        """A place was taken by somebody else at the last moment: the new one. `contents` are the messages, by channel."""
        claim, moves, answer = ticket.id, _moves(ticket.moves), json.dumps(ticket.answer)
        self._db.execute(
            "UPDATE files SET place = ?, moves = ?, answer = ? WHERE id = ?", (ticket.place, moves, answer, claim)
        )
        for channel, content in contents.items():
            self._db.execute(
                "UPDATE messages SET content = ? WHERE file = ? AND channel = ?", (content, claim, channel)
            )

    @written
    def filed(self, claim: str, at: str, day: str, check_at: float | None = None) -> None:
        """A file lies where it belongs, since this moment: its messages may go out, once it was checked again, if it is."""
        self._db.execute(
            "UPDATE files SET state = 'filed', moves = NULL, say = NULL, answer = NULL, ended_at = ?, day = ?,"
            " check_at = ? WHERE id = ? AND state != 'filed'",
            (at, day, check_at, claim),
        )

    def to_check_again(self, now: float) -> list[Ticket]:
        """Filed files that are to be checked once more by now."""
        # A moment further away than any wait: the clock was set back.
        rows = self._all("SELECT * FROM files WHERE check_at <= ? OR check_at > ?", now, now + 86_400)
        return [_ticket(row) for row in rows]

    @written
    def unchanged(self, claim: str) -> None:
        """A file is as it was read: its messages may go out."""
        self._db.execute("UPDATE files SET check_at = NULL WHERE id = ?", (claim,))

    @written
    def changed(self, claim: str, reason: str, words: str) -> None:
        """A file is not as it was read: its messages say so in these words, and may go out."""
        self._db.execute(
            "UPDATE files SET check_at = NULL, reason = ?, told = ? WHERE id = ?",
            (reason, kept_words(reason), claim),
        )
        rows = self._db.execute("SELECT channel, content FROM messages WHERE file = ?", (claim,)).fetchall()
        for row in rows:
            content = _with_sentence(json.loads(row["content"]), str(reason), words)
            self._db.execute(
                "UPDATE messages SET content = ? WHERE file = ? AND channel = ? AND state != 'sent'",
                (json.dumps(content, ensure_ascii=False), claim, row["channel"]),
            )

    def at_place(self, place: str) -> Ticket | None:
        """The last file that was filed at a place; of two of one second the one that still waits there."""
        rows = self._all(
            "SELECT * FROM files WHERE place = ? ORDER BY ended_at DESC, CASE WHEN outcome = 'held' THEN 0 ELSE 1 END,"
            " found_at DESC, id DESC LIMIT 1",
            place,
        )
        return _ticket(rows[0]) if rows else None

    def held(self) -> list[Ticket]:
        """Every file that was held; whether it still lies there, only the folder tells."""
        return [_ticket(row) for row in self._all("SELECT * FROM files WHERE outcome = 'held' ORDER BY ended_at")]

    @written
    def released(self, claim: str) -> None:
        """A held file was let go, and with it what was written down of its place before: one file lies there."""
        self._db.execute(
            "UPDATE files SET outcome = 'released' WHERE id = ? OR (outcome = 'held' AND place ="
            " (SELECT place FROM files WHERE id = ?))",
            (claim, claim),
        )

    def told_when_held(self, path: str) -> str:
        """Why the files of this path that were let go had been held, all of it."""
        rows = self._all("SELECT reason FROM files WHERE path = ? AND outcome = 'released'", path)
        return " ".join(str(row["reason"] or "") for row in rows)

    def ended_on(self, day: str) -> list[Mapping[str, Any]]:
        """What was filed on a day: path, outcome, reason, place, orders, pieces."""
        return self._filed("day = ?", day)

    def ended_since(self, at: str) -> list[Mapping[str, Any]]:
        """What was filed since a moment; as `ended_on`."""
        return self._filed("ended_at > ?", at)

    def _filed(self, where: str, value: str) -> list[Mapping[str, Any]]:
        rows = self._all(f"{_FILED} AND {where} ORDER BY ended_at", value)
        return [{name: row[name] for name in _TOLD} for row in rows]

    def totals(self) -> dict[str, int]:
        """How many files were filed how, ever."""
        rows = self._all("SELECT outcome, count(*) AS files FROM files WHERE state = 'filed' GROUP BY outcome")
        return {row["outcome"]: row["files"] for row in rows}

    def ordered(self) -> Count:
        """How much was ordered, ever."""
        row = self._all("SELECT coalesce(sum(orders), 0) AS orders, coalesce(sum(pieces), 0) AS pieces FROM files")[0]
        return Count(orders=row["orders"], pieces=row["pieces"])

    @written
    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """All rows that another journal is to have, by table."""
        return {
            table: [
                {name: row[name] for name in names}
                for row in self._all(f"SELECT {', '.join(names)} FROM {table}")  # noqa: S608 - the names are ours
            ]
            for table, names in COLUMNS.items()
        }

    def bring(self, tables: Mapping[str, Iterable[Mapping[str, Any]]], note: str, named: str) -> None:
        """Take in the rows of a journal of before, all or none, and note that; what is here already stays."""
        for table, rows in tables.items():
            names = COLUMNS[table]
            sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) ON CONFLICT DO NOTHING"  # noqa: S608
            for row in rows:
                self._db.execute(sql, tuple(row.get(name, DEFAULTS.get(name)) for name in names))
        self._set_meta(note, named)

    def name(self) -> str:
        """What tells this journal, and with it the watches that have it, from any other."""
        return self.meta("name") or self._drawn_name()

    @written
    def _drawn_name(self) -> str:
        if (name := self._meta("name")) is None:
            self._set_meta("name", name := secrets.token_hex(8))
        return name

    # ----------------------------------------------------------------------------------------------- watchers

    @written
    def beat(self, process: str, now: float) -> dict[str, int]:
        """Say that a watcher lives; how often each watcher of this folder has said so."""
        self._db.execute(
            "INSERT INTO watchers (process, beats, at) VALUES (?, 1, ?)"
            " ON CONFLICT (process) DO UPDATE SET beats = watchers.beats + 1, at = excluded.at",
            (process, now),
        )
        return {row["process"]: row["beats"] for row in self._all("SELECT process, beats FROM watchers")}

    def watchers(self) -> list[str]:
        """The watchers that have not said that they are gone."""
        return [row["process"] for row in self._all("SELECT process FROM watchers")]

    def last_beat(self, process: str) -> float | None:
        """When a watcher last said that it lives, on its own clock."""
        rows = self._all("SELECT at FROM watchers WHERE process = ?", process)
        return rows[0]["at"] if rows else None

    @written
    def leave(self, process: str) -> None:
        """A watcher is gone, and says so."""
        self._db.execute("DELETE FROM watchers WHERE process = ?", (process,))


def _ticket(row: Row) -> Ticket:
    same = ("id", "path", "state", "owner", "released", "found_at", "ended_at", "outcome", "status", "place",
            "looked_into", "deaths")  # fmt: skip
    return Ticket(
        note=row["say"],
        moves=tuple(Move(source=source, target=target) for source, target in json.loads(row["moves"] or "[]")),
        entries=tuple(json.loads(row["entries"] or "[]")),
        reason=said_again(row["reason"], row["told"]),
        answer=json.loads(row["answer"] or "{}"),
        seen=tuple(json.loads(row["seen"] or '["", ""]')),
        **{name: row[name] for name in same},
    )


def _with_sentence(content: Mapping[str, Any], reason: str, sentence: str) -> dict[str, Any]:
    """A message with a sentence more, behind its first line."""
    first, _, others = str(content.get("text", "")).partition("\n")
    return {**content, "text": f"{first}\n{sentence}\n{others}", "reason": reason}


def _moves(moves: Sequence[Move]) -> str:
    return json.dumps([[move.source, move.target] for move in moves], ensure_ascii=False)

"""The messages in the journal: queued once under their names, taken by one sender at a time, noted as sent or to be tried again.

How they travel is in `outbox.py`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roster_import.watch.journal.tables import JournalTables, written
from roster_import.watch.phrases import translations_of, with_translations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_TO_SEND = """
SELECT messages.* FROM messages LEFT JOIN files ON files.id = messages.file
WHERE messages.state IN ('waiting', 'sending') AND (messages.next_try <= ? OR messages.next_try > ?)
AND channel IN ({channels}) AND (files.id IS NULL OR (files.state = 'filed' AND files.check_at IS NULL))
ORDER BY messages.queued_at, messages.id LIMIT 20
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message on its way out by one channel."""

    id: str
    channel: str
    content: Mapping[str, Any]
    tries: int
    queued_at: float


class MessageQueue(JournalTables):
    """The messages of a journal. Raises `JournalError` throughout."""

    @written
    def queue(self, name: str, channels: Iterable[str], content: Mapping[str, Any], now: float) -> None:
        """Queue a message that is about no file, once under its name."""
        for channel in channels:
            self._queue(name, channel, content, None, now)

    def _queue(self, name: str, channel: str, content: Mapping[str, Any], file: str | None, now: float) -> None:
        self._db.execute(
            "INSERT INTO messages (id, channel, file, content, state, queued_at)"
            " VALUES (?, ?, ?, ?, 'waiting', ?) ON CONFLICT DO NOTHING",
            (name, channel, file, json.dumps(content, ensure_ascii=False), now),
        )

    def contents(self, claim: str) -> dict[str, str]:
        """The messages of a claim as they are queued, by channel."""
        rows = self._all("SELECT channel, content FROM messages WHERE file = ?", claim)
        return {row["channel"]: row["content"] for row in rows}

    def next_post(self, now: float, owner: str, channels: Sequence[str], gone: Callable[[str], bool]) -> Post | None:
        """Take the next message that may go out; also one whose sender is gone. Only we send it until it is noted."""
        if not self._all("SELECT 1 FROM messages WHERE state IN ('waiting', 'sending') LIMIT 1"):
            return None
        return self._next_post(now, owner, channels, gone)

    @written
    def _next_post(self, now: float, owner: str, channels: Sequence[str], gone: Callable[[str], bool]) -> Post | None:
        sql = _TO_SEND.format(channels=", ".join("?" * len(channels)))
        # A time further away than any wait: the clock was set back.
        rows = self._db.execute(sql, (now, now + 86_400, *channels)).fetchall()
        row = next((row for row in rows if row["state"] == "waiting" or gone(row["owner"])), None)
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
        self._note(post, "sent", 0.0, "", sent_at=at, content="{}")

    def post_failed(self, post: Post, error: str, next_try: float | None) -> None:
        """A message did not go out: when it is tried again, None where it is given up."""
        state = "waiting" if next_try is not None else "given-up"
        self._note(post, state, next_try or 0.0, error, told=kept_words(error))

    @written
    def _note(self, post: Post, state: str, next_try: float, error: str, **more: str) -> None:
        columns = {"state": state, "next_try": next_try, "error": error, "tries": post.tries + 1, "owner": None, **more}
        names = ", ".join(f"{name} = ?" for name in columns)
        self._db.execute(
            f"UPDATE messages SET {names} WHERE id = ? AND channel = ?",  # noqa: S608 - the names are ours
            (*columns.values(), post.id, post.channel),
        )

    def unsent(self) -> list[Mapping[str, Any]]:
        """Messages that did not go out yet, or were given up, by every way: id, channel, state, tries, error, queued_at."""
        rows = self._all(
            "SELECT id, channel, state, tries, error, queued_at, told FROM messages WHERE state != 'sent' ORDER BY queued_at"
        )
        same = ("id", "channel", "state", "tries", "queued_at")
        return [{**{name: row[name] for name in same}, "error": said_again(row["error"], row["told"])} for row in rows]


def kept_words(text: str | None) -> str:
    """What is kept of a text beside its English words."""
    return json.dumps(translations_of(text or ""))


def said_again(english: str | None, translations: str | None) -> str | None:
    """A text that was kept, to be said in any language."""
    return with_translations(english, json.loads(translations or "{}")) if english is not None else None


def distinct(unsent: Iterable[Mapping[str, Any]]) -> list[str]:
    """The messages among these, each once, by however many ways it is to go."""
    return list(dict.fromkeys(str(message["id"]) for message in unsent))

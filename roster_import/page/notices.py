"""The office told of every signed roster, by the ways that `[notify]` sets.

What was told is written down behind the sending: a kill in between makes a message go out again, under the same id.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from roster_import.errors import WriteError
from roster_import.language.messages import Day, say
from roster_import.page.signed import signed_rosters
from roster_import.page.state import Drawer
from roster_import.pipeline.session import readers
from roster_import.watch.journal.messages import Post
from roster_import.watch.options import notify_options
from roster_import.watch.outbox import PATIENCE, NotSent, deliver, next_try
from roster_import.watch.phrases import in_words

if TYPE_CHECKING:
    from roster_import.page.signed import Signed
    from roster_import.page.site import Site

_INTERVAL = 2.0  # seconds between two looks


class Notices:
    """The messages of a site, each way in a thread of its own: one that hangs holds back no other."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._options = notify_options(site.settings.notify)
        self._told = Drawer(folder=site.state / "notices")
        self._stopped = threading.Event()

    def begin(self) -> None:
        """Tell what was not told yet, and whatever is signed from now on."""
        for channel in self._options.channels:
            threading.Thread(target=self._work, args=(channel,), name=f"notices by {channel}", daemon=True).start()

    def stop(self) -> None:
        """Tell nothing more."""
        self._stopped.set()

    def _work(self, channel: str) -> None:
        while not self._stopped.is_set():
            with suppress(WriteError, OSError):  # a full disk: the next look is as good
                self._tell_all(channel)
            self._stopped.wait(_INTERVAL)

    def _tell_all(self, channel: str) -> None:
        for signed in signed_rosters(self._site):
            if self._stopped.is_set() or self._is_old(signed):
                return  # the latest come first
            self._tell(signed, channel)

    def _is_old(self, signed: Signed) -> bool:
        return self._site.clock() - _seconds(signed.at) > PATIENCE

    def _tell(self, signed: Signed, channel: str) -> None:
        key, now = f"{signed.key}{channel}", self._site.clock()
        known = self._told.read(key) or {}
        if known.get("ended") or now < known.get("next", 0.0):
            return
        tries = int(known.get("tries", 0))
        content = message(self._site, signed)
        post = Post(id=content["id"], channel=channel, content=content, tries=tries, queued_at=_seconds(signed.at))
        try:
            deliver(post, self._options, self._site.folder)
        except NotSent:
            again = next_try(tries, post.queued_at, now)
            self._told.write(key, {"tries": tries + 1, "next": again, "ended": again is None})
        else:
            self._told.write(key, {"tries": tries + 1, "ended": True})


def message(site: Site, signed: Signed) -> dict[str, Any]:
    """What the office is told of a signed roster, as `watch.messages` writes what it tells of a file."""
    language = readers(site.settings).general
    path = f"{signed.club}/{signed.name}"
    told = say(
        "{name} signed {path} on {day}. It waits to be ordered on the office's page.",
        name=signed.by,
        path=path,
        day=Day(signed.on),
    )
    return {
        "id": f"signed-{signed.key}",
        "kind": "signed",
        "subject": in_words(say("{path}: signed, to be ordered", path=path), language),
        "text": in_words(told, language),
        "outcome": "signed",
        "path": path,
        "place": path,
        "reason": None,
        "folder": site.folder.name,
        "report": None,
        "attach": f"{signed.club}/{signed.proof_name}",
    }


def _seconds(at: str) -> float:
    return datetime.fromisoformat(at).timestamp()

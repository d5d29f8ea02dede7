"""The soak: files arrive in every awkward way while watchers are killed, the share is gone, clocks jump and disks are full.

    python -m tests.drills.soak --files 200 --watchers 3 --seed 1

The third watcher is one of another machine: it has a ledger and a state of its own. The share and the ledgers lie on disks of
their own, which are filled up, where whoever soaks may mount some (root, on Linux).

Afterwards every file must lie in just one folder, every order stand once at the sandbox, and every file have one message.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_import.sandbox import SandboxOptions, start
from tests.conftest import ORDER, REPOSITORY, Desk, build
from tests.watch.conftest import receiving

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDERS = ("done", "failed", "held", "duplicate")
SETTINGS = """
[watch]
interval = 0.4
settle = 0.2
settle_text = 0.6
retry_after = 0.3
requests_per_second = 0
stop_within = 3
lease = 3
pieces_per_order = 50
give_up_after = 600
accept = ["same-goods"]

[notify]
webhook = "{url}"
"""
WAYS = ("renamed", "slow", "room-first", "locked", "part", "folder", "twice", "saved-over", "odd-name", "processing")
_OF_ONE_MACHINE = 2  # watchers
_STARTS_WITHIN = 10.0  # seconds
_GIVEN_UP = "was being read when roster-import ended, twice"
KINDS = ("good", "good", "good", "good", "wrong", "large")


@dataclass
class Soak:
    """One soak in a folder of its own."""

    folder: Path
    seed: int
    delay: float = 0.3
    watchers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)  # digest -> how it came
    copies: dict[str, int] = field(default_factory=dict)  # digest -> how often
    orders: dict[str, str] = field(default_factory=dict)  # reference -> digest
    mounted: list[Path] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    kills: int = 0
    begun: float = 0.0  # when the last watcher was started

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.disk = self._disk("share")
        self.inbox = self.disk / "inbox"
        self.gone = self.disk / "inbox-gone"
        self.inbox.mkdir()
        self.share = threading.RLock()  # nobody drops a file into a share that is not there

    def _disk(self, name: str) -> Path:
        """A folder on a disk of its own, where one may be mounted."""
        folder = self.folder / name
        folder.mkdir()
        mount = shutil.which("mount")
        if mount and not subprocess.run([mount, "-t", "tmpfs", "-o", "size=512m", "soak", str(folder)], check=False,
                                        capture_output=True).returncode:  # fmt: skip
            self.mounted.append(folder)
        return folder

    def unmount(self) -> None:
        """Give the disks back."""
        while self.mounted:
            subprocess.run(["umount", str(self.mounted.pop())], check=False, capture_output=True)

    # ------------------------------------------------------------------------------------------ files arriving

    def arrive(self, number: int) -> None:
        """Make one file and let it arrive in some awkward way."""
        way, kind = self.chance.choice(WAYS), self.chance.choice(KINDS)
        reference = f"S{self.seed}-{number}"
        made = build(self.folder / "made.xlsx", _rows(kind), order={**ORDER, "Reference": reference})
        data = made.read_bytes()
        made.unlink()
        if kind == "good":
            self.orders[reference] = hashlib.sha256(data).hexdigest()
        self._expect(data, f"{number} {way} {kind}", 2 if way == "twice" else 1)
        getattr(self, "_" + way.replace("-", "_"))(f"club{number}.xlsx", data)

    def _expect(self, data: bytes, how: str, copies: int) -> None:
        digest = hashlib.sha256(data).hexdigest()
        self.sources[digest], self.copies[digest] = how, copies

    def _put(self, name: str, data: bytes) -> None:
        beside = self.disk / f"beside-{name.rpartition('/')[2][:60]}"
        with self.share:
            beside.write_bytes(data)
            (self.inbox / name).parent.mkdir(exist_ok=True)
            beside.rename(self.inbox / name)

    def _renamed(self, name: str, data: bytes) -> None:
        self._put(name, data)

    def _slow(self, name: str, data: bytes) -> None:
        with self.share, (self.inbox / name).open("wb") as file:
            for at in range(0, len(data), 1500):
                file.write(data[at : at + 1500])
                file.flush()
                time.sleep(self.chance.choice((0.05, 0.1, 0.7)))

    def _room_first(self, name: str, data: bytes) -> None:
        with self.share, (self.inbox / name).open("wb") as file:
            file.write(b"\0" * len(data))
            file.flush()
            time.sleep(1.2)
            file.seek(0)
            file.write(data)

    def _locked(self, name: str, data: bytes) -> None:
        with self.share:
            lock = self.inbox / f"~${name}"
            lock.write_bytes(b"\x04Anna")
            self._put(name, data)
            time.sleep(1.0)
            assert (self.inbox / name).exists(), "it was taken though it was open"
            lock.unlink()

    def _part(self, name: str, data: bytes) -> None:
        self._put(name + ".crdownload", data)
        with self.share:
            time.sleep(0.8)
            (self.inbox / f"{name}.crdownload").rename(self.inbox / name)

    def _folder(self, name: str, data: bytes) -> None:
        season = self.disk / f"season-{name}"
        with self.share:
            season.mkdir()
            (season / "club.xlsx").write_bytes(data)
            season.rename(self.inbox / season.name)

    def _twice(self, name: str, data: bytes) -> None:
        self._put(name, data)
        self._put(f"copy of {name}", data)

    def _saved_over(self, name: str, data: bytes) -> None:
        with self.share:
            (self.inbox / name).write_bytes(data[: len(data) // 3])
            time.sleep(0.5)
        self._put(name, data)

    def _odd_name(self, name: str, data: bytes) -> None:
        self._put(f"Ærø\n{self.chance.choice(('山', '👕', chr(39)))} & Søn;{name}", data)

    def _processing(self, name: str, data: bytes) -> None:
        self._put(f"processing/{name}", data)

    # ------------------------------------------------------------------------------------------ things going wrong

    def disturb(self, sandbox: Any) -> None:
        """Let one thing go wrong."""
        what = self.chance.choice(("kill", "kill", "kill", "down", "lose", "share", "clock", "full", "quiet"))
        self.events.append(what)
        if what == "kill":
            self.kill(self.chance.randrange(len(self.watchers)))
        elif what == "down":
            sandbox.ask_for("place:503-bare*always", "poll:503-bare*always")
            time.sleep(self.chance.uniform(0.5, 2.0))
            sandbox.clear_faults()
        elif what == "lose":
            sandbox.ask_for(f"place:{self.chance.choice(('drop-after-taking', '500-after-taking', 'garbage'))}*2")
        elif what == "share":
            with self.share:
                self.inbox.rename(self.gone)
                time.sleep(self.chance.uniform(0.3, 1.5))
                self.gone.rename(self.inbox)
        elif what == "clock":
            ahead = self.chance.choice((-2 * 86_400, -3_600, -60, 0, 0, 60, 3_600, 2 * 86_400))
            self._clock(self.chance.randrange(len(self.watchers))).write_text(str(ahead))
        elif what == "full" and self.mounted:
            with self.share:
                self._fill(self.chance.choice(self.mounted), self.chance.uniform(0.3, 2.0))

    def _fill(self, disk: Path, seconds: float) -> None:
        """Leave no room on a disk for a while."""
        ballast = disk / "ballast"
        with ballast.open("wb") as file, contextlib.suppress(OSError):
            facts = os.statvfs(disk)
            os.posix_fallocate(file.fileno(), 0, facts.f_bavail * facts.f_frsize)
        time.sleep(seconds)
        ballast.unlink()

    def _clock(self, number: int) -> Path:
        return self.folder / f"clock-{number}"

    def watch(self, number: int) -> subprocess.Popen[bytes]:
        self.begun = time.monotonic()
        with (self.folder / "watch.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "tests.drills.shifted_clock", str(self._clock(number)), "watch", str(self.inbox)],
                cwd=self.folder, env=self.environment_of(number), stdout=log, stderr=log, stdin=subprocess.DEVNULL,
            )  # fmt: skip

    def environment_of(self, number: int) -> dict[str, str]:
        """The first two watchers are of one machine, the third is of another."""
        return {
            **self.environment,
            "ROSTER_IMPORT_LEDGER": str(self.ledgers[number >= _OF_ONE_MACHINE] / "ledger.sqlite3"),
        }

    def kill(self, number: int) -> None:
        """Kill a watcher as a power cut would, and start another in its place."""
        self.watchers[number].kill()
        self.watchers[number].wait()
        self.kills += 1
        self.watchers[number] = self.watch(number)

    # -------------------------------------------------------------------------------------------------- the whole

    def run(self, files: int, watchers: int, patience: float) -> Verdict:
        """Let everything happen, wait until it is quiet, and look at what has become of it."""
        self.ledgers = (self._disk("ledger"), self._disk("ledger-elsewhere"))
        with start(SandboxOptions(delay=self.delay)) as sandbox, receiving() as receiver:
            self.environment = _environment(self.folder, sandbox.url)
            Desk(self.folder).settings(SETTINGS.format(url=receiver.url))
            self._first_start(watchers)
            self.watchers = [self.watch(number) for number in range(watchers)]
            try:
                self._happen(files, sandbox)
                settled = self._settle(receiver, patience)
            finally:
                time.sleep(
                    max(0.0, self.begun + _STARTS_WITHIN - time.monotonic())
                )  # one that starts up is not stopped cleanly
                for one in self.watchers:
                    one.terminate()
                stopped = [one.wait(60) for one in self.watchers]
            placed = [one["body"]["reference"] for one in sandbox.orders()]
            return Verdict(soak=self, settled=settled, placed=placed, messages=receiver.messages, stopped=stopped)

    def _first_start(self, watchers: int) -> None:
        for number in range(0, watchers, _OF_ONE_MACHINE):
            subprocess.run([sys.executable, "-m", "roster_import", "watch", str(self.inbox), "--once"], cwd=self.folder,
                           env=self.environment_of(number), check=True, capture_output=True)  # fmt: skip

    def _happen(self, files: int, sandbox: Any) -> None:
        done = threading.Event()

        def disturbing() -> None:
            while not done.wait(0.6):
                self.disturb(sandbox)

        trouble = threading.Thread(target=disturbing)
        trouble.start()
        try:
            for number in range(files):
                self.arrive(number)
        finally:
            time.sleep(2)
            done.set()
            trouble.join()
            sandbox.clear_faults()

    def _settle(self, receiver: Any, patience: float) -> bool:
        end = time.monotonic() + patience
        while time.monotonic() < end:
            keys = len(set(receiver.keys))
            if not self.left() and keys >= sum(self.copies.values()):
                return True
            time.sleep(0.2)
        return False

    def left(self) -> list[str]:
        """Files that are not in one of the folders where files end."""
        found = []
        for folder, _, names in os.walk(self.inbox):  # what vanishes meanwhile is no error to it
            path = Path(folder).relative_to(self.inbox)
            if not path.parts or path.parts[0] not in (*FOLDERS, ".roster-import"):
                found += [str(path / name) for name in names]
        return sorted(found)

    def filed(self) -> dict[str, list[str]]:
        """Digest -> where files of that content lie now."""
        found: dict[str, list[str]] = {}
        for name in FOLDERS:
            for path in (self.inbox / name).rglob("*"):
                if path.is_file():
                    digest = hashlib.sha256(path.read_bytes()).hexdigest()
                    found.setdefault(digest, []).append(path.relative_to(self.inbox).as_posix())
        return found


@dataclass
class Verdict:
    """How a soak ended."""

    soak: Soak
    settled: bool
    placed: list[str]
    messages: list[dict[str, Any]]
    stopped: list[int]

    def faults(self) -> list[str]:
        """Everything that is not as it must be."""
        soak, filed = self.soak, self.soak.filed()
        found = [] if self.settled else [f"not settled: {soak.left()}"]
        found += [f"{how}: {filed.get(digest, [])}" for digest, how in soak.sources.items()
                  if len(filed.get(digest, [])) != soak.copies[digest]]  # fmt: skip
        given_up = self.given_up()
        found += [
            f"{one} was ordered {self.placed.count(one)} times"
            for one, digest in soak.orders.items()
            if self.placed.count(one) != (0 if digest in given_up else 1)
        ]
        found += [f"{one} was ordered" for one in set(self.placed) - set(soak.orders)]
        places = [place for digest in soak.sources for place in filed.get(digest, [])]
        told: dict[str, set[str]] = {}
        for message in self.messages:
            told.setdefault(message["place"], set()).add(message["id"])
        found += [f"{place}: {len(told.get(place, ()))} messages" for place in places if len(told.get(place, ())) != 1]
        found += [f"a message about {place}, where nothing lies" for place in set(told) - set(places)]
        found += [f"{place}: nothing beside it" for place in places if not self._has_companion(place)]
        return found + [f"a watcher ended with {status}" for status in self.stopped if status]

    def given_up(self) -> set[str]:
        """The files that are not read again, as two watchers were killed while they read them: nothing of them is ordered."""
        return {
            digest for digest, places in self.soak.filed().items()
            if any(_GIVEN_UP in self._why(place) for place in places)
        }  # fmt: skip

    def _why(self, place: str) -> str:
        path = self.soak.inbox / place
        note = path.with_name(f"{path.stem}.why.txt")
        return note.read_text() if note.exists() else ""

    def _has_companion(self, place: str) -> bool:
        path = self.soak.inbox / place
        ends = (".results.xlsx", ".problems.xlsx", ".why.txt")
        return any((path.with_name(path.stem + end)).exists() for end in ends)

    def __str__(self) -> str:
        soak = self.soak
        repeated = len(self.messages) - len({message["id"] for message in self.messages})
        events = ", ".join(f"{soak.events.count(one)} {one}" for one in dict.fromkeys(soak.events))
        return (
            f"soak: {sum(soak.copies.values())} files, {len(self.placed)} orders for {len(soak.orders)}, "
            f"{len(self.messages)} messages ({repeated} repeated under their own id), {len(self.faults())} faults, "
            f"{len(self.given_up())} given up after two kills; {events}"
        )


def _rows(kind: str) -> list[tuple[Any, ...]]:
    quantity = 60 if kind == "large" else 1
    number = "1O" if kind == "wrong" else "10"
    return [("Smith", "Smith", number, "M", quantity, "Away kit"), ("Jones", "Jones", "27", "L", 1, "Away kit")]


def _environment(folder: Path, url: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ROSTER_IMPORT")}
    return kept | {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PYTHONPATH": str(REPOSITORY),
        "ROSTER_IMPORT_KITMAKER_URL": url,
        "ROSTER_IMPORT_KITMAKER_API_KEY": "sandbox-key",
        "ROSTER_IMPORT_POLL_INTERVAL": "0.2",
        "ROSTER_IMPORT_POLL_TIMEOUT": "5",
        "ROSTER_IMPORT_RETRY_WAIT": "0.05",
        "ROSTER_IMPORT_REQUEST_TIMEOUT": "2",
    }


@contextlib.contextmanager
def soaked(folder: Path, *, files: int, watchers: int = 3, seed: int = 1, patience: float = 120) -> Iterator[Verdict]:
    """One soak from beginning to end; what became of it can be looked at as long as the block."""
    soak = Soak(folder, seed)
    try:
        yield soak.run(files, watchers, patience)
    finally:
        soak.unmount()


def main() -> int:
    """Soak at length; 0 where nothing was doubled, lost or left unsaid."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--watchers", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="soak-")).resolve()
    with soaked(folder, files=options.files, watchers=options.watchers, seed=options.seed, patience=600) as verdict:
        print(verdict, flush=True)
        faults = verdict.faults()
        if faults:
            shutil.copytree(folder, folder.with_name(f"{folder.name}-kept"))
            print("\n".join(faults), f"\nSee {folder}-kept")
            return 1
    with contextlib.suppress(OSError):
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())

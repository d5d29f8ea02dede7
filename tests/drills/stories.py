"""The stories of two machines told many times, each from its own seed, in processes of their own; and what came of them."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import tempfile
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.drills.families import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A killed process loses nothing that it wrote to a file in memory: only a power cut does, and there is none here.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


@dataclass(frozen=True)
class Ending:
    """How one story ended."""

    at: int
    orders: int = 0
    duplicates: int = 0
    lost: tuple[str, ...] = ()
    asked: bool = False
    story: str = ""

    @property
    def good(self) -> bool:
        return not self.duplicates and not self.lost


@dataclass
class Count:
    """How many stories of one family ended how."""

    family: str
    target: str
    seed: int
    endings: list[Ending] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def duplicates(self) -> int:
        return sum(ending.duplicates for ending in self.endings)

    @property
    def losses(self) -> int:
        return sum(bool(ending.lost) for ending in self.endings)

    @property
    def orders(self) -> int:
        return sum(ending.orders for ending in self.endings)

    @property
    def is_idle(self) -> bool:
        """Whether hardly anything was ordered, so that hardly anything could have been doubled or lost."""
        return self.orders < len(self.endings)

    def __str__(self) -> str:
        asked = sum(each.asked for each in self.endings)
        a_person = f", a person asked in {asked}" if asked else ""
        return (
            f"{self.family} {self.target}: {len(self.endings)} trials, {self.orders} orders, {self.duplicates} duplicates, "
            f"{self.losses} losses{a_person} ({self.seconds:.0f} s)"
        )

    def complaints(self) -> Iterator[str]:
        """Each story that ended badly, and how to have it told again."""
        if self.is_idle:
            yield "  fewer orders than stories: what they prove is little"
        for ending in self.endings:
            if not ending.good:
                lost = "; ".join(ending.lost) or "nothing"
                again = f"--drill {self.family} --target {self.target} --seed {self.seed} --trial {ending.at}"
                yield f"  {ending.duplicates} too many, lost: {lost}. Again: python -m tests.drills {again}"
                yield "    " + ending.story.replace("\n", "\n    ")


def told(family: str, target: str, seed: int, at: int) -> Ending:
    """One story, and what stands in the order system at its end."""
    folder = Path(tempfile.mkdtemp(prefix=f"{family}-", dir=MEMORY))
    try:
        world = FAMILIES[family](target, folder / "world", random.Random(f"{seed}/{family}/{target}/{at}"))
        orders, too_many, nowhere = world.counted()
        lost = (*world.falsely, *(f"{name} stands nowhere" for name in sorted(nowhere)))
        world.close()
        return Ending(at, orders, too_many, lost, world.asked, "\n".join(world.story))
    except Exception:  # noqa: BLE001 - a drill that breaks off is no good end, and the others go on
        return Ending(at, lost=("the drill broke off",), story=traceback.format_exc())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _told(order: tuple[str, str, int, int]) -> Ending:
    return told(*order)


def tellers(workers: int) -> ProcessPoolExecutor:
    """Processes that tell stories, each with all it needs kept warm."""
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"))


def count(pool: ProcessPoolExecutor, family: str, target: str, seed: int, trials: Iterable[int]) -> Count:
    """Tell so many stories of a family; the same seed and number give the same story."""
    told_of, began = Count(family, target, seed), time.monotonic()
    told_of.endings += pool.map(_told, [(family, target, seed, at) for at in trials], chunksize=3)
    told_of.seconds = time.monotonic() - began
    return told_of

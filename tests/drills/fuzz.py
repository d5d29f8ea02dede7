"""`make fuzz`, or `python -m tests.drills.fuzz --seconds 120 --target reading --seed 7`: tries until time is up.

What is found is made as small as it can be, and printed, with the seed that finds it again. Exits 1 where there is anything.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from functools import partial
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings

from roster_import.read.isolation.fork_server import ForkServer, can_fork
from tests.drills import fuzzed

if TYPE_CHECKING:
    from collections.abc import Callable

AT_ONCE = 40  # tries of one seed


def main() -> int:
    """Try each target for its part of the time."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--target", choices=("reading", "recognising", "settings"), nargs="*")
    parser.add_argument("--seed", type=int)
    options = parser.parse_args()
    with ForkServer() as server:
        given_to = {
            "reading": (partial(fuzzed.reading, server=server if can_fork() else None), fuzzed.FILES),
            "recognising": (fuzzed.recognising, fuzzed.SHEETS),
            "settings": (fuzzed.settings, fuzzed.SETTINGS),
        }
        names = options.target or list(given_to)
        findings = 0
        for name in names:
            act, strategy = given_to[name]
            first = options.seed if options.seed is not None else random.SystemRandom().randrange(1_000_000)
            findings += tried(name, act, strategy, first, options.seconds / len(names))
    return 1 if findings else 0


def tried(name: str, act: Callable[..., None], strategy: object, first: int, seconds: float) -> int:
    """Try one target with one seed after the other until time is up or something was found."""
    end, number = time.monotonic() + seconds, first
    count = [0]

    def counted(value: object) -> None:
        count[0] += 1
        act(value)

    while True:
        try:
            run(counted, strategy, number)
        except Exception:  # noqa: BLE001 - whatever it is, it is what was looked for
            traceback.print_exc()
            print(f"{name}: found with --target {name} --seed {number}")
            return 1
        if time.monotonic() >= end:
            print(f"{name}: {count[0]} tries from --seed {first}, nothing found")
            return 0
        number += 1


def run(act: Callable[[object], None], strategy: object, number: int) -> None:
    """So many tries of one seed."""

    def attempt(value: object) -> None:
        act(value)

    tries = settings(
        max_examples=AT_ONCE, database=None, deadline=None, suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink), print_blob=False, verbosity=Verbosity.normal,
    )  # fmt: skip
    seed(number)(tries(given(strategy)(attempt)))()  # type: ignore[arg-type]


if __name__ == "__main__":
    sys.exit(main())

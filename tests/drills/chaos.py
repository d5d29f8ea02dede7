"""The random drills: kills at random moments and named points, and everything a network does to a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.drills.zygote import POINTS

if TYPE_CHECKING:
    import random

    from tests.drills.harness import Trial

FAULTS = (
    "drop-before-taking", "drop-after-taking", "close-before-taking", "close-after-taking", "hang-before-taking=1",
    "hang-after-taking=1", "slow-before-taking=0.3", "slow-after-taking=0.9", "trickle=0.3", "429=0", "429-bare", "503=0",
    "503-bare", "500-before-taking", "500-after-taking", "502-before-taking", "502-after-taking", "504-after-taking",
    "truncated", "garbage", "garbage-body", "wrong-json", "portal", "status=401", "status=404", "status=409", "302",
)  # fmt: skip


def killed(trial: Trial, chance: random.Random) -> None:
    """Kill -9 once to three times: at a named point, or at a random moment of a run."""
    for _ in range(chance.randint(1, 3)):
        if chance.random() < 0.4:
            trial.run(after=chance.uniform(0.02, 0.5))
            continue
        strike(trial, chance.choice((*POINTS, *trial.system.kills)))


def strike(trial: Trial, point: str) -> int:
    """Run once and kill at a named point; the exit status."""
    slow = {"between": "place", "between-lines": "lines"}.get(point)
    if slow:
        trial.place.ask_for(f"{slow}:slow-after-taking=0.4")
    status = trial.run(point=point)
    trial.place.clear()
    return status


def faulted(trial: Trial, chance: random.Random) -> None:
    """One to eight faults in a row, while the order is placed and while it is asked for; sometimes a kill as well."""
    faults = [f"{chance.choice(trial.system.calls)}:{chance.choice(FAULTS)}" for _ in range(chance.randint(1, 8))]
    trial.place.ask_for(*faults)
    trial.run(**({"after": chance.uniform(0.1, 1.0)} if chance.random() < 0.2 else {}))
    trial.run()

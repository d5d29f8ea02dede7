"""The random drills: `make drill`, or `python -m tests.drills --trials 1000 --target jtl`; prints a line per drill.

Two of them strike one machine (`chaos`), the others tell stories of two (`families`). A story that ends badly is printed
with the words that tell it again: `--drill late --target jtl --seed 1 --trial 14`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from tests.drills import ledgers, stories
from tests.drills.chaos import faulted, killed
from tests.drills.families import FAMILIES
from tests.drills.harness import WORKERS, many
from tests.drills.systems import SYSTEMS

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

STRIKES = {"kills": killed, "faults": faulted}
STORY_TARGETS = ("kitmaker", "dropday", "jtl")


def main() -> int:
    """Run the drills; 0 where nothing was ordered twice or lost."""
    options = _options()
    bad = 0
    with ledgers.on(options.ledger), stories.tellers(options.workers) as pool:
        for target, name in product(options.target, (*STRIKES, *FAMILIES)):
            if options.drill and name not in options.drill:
                continue
            if name in STRIKES:
                bad += struck(name, target, options)
            elif target in STORY_TARGETS:
                bad += told(name, target, options, pool)
    return 1 if bad else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=1000, help="of each drill for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", choices=sorted(SYSTEMS), nargs="+", default=["kitmaker"])
    parser.add_argument("--drill", choices=(*STRIKES, *FAMILIES), nargs="+", help="only these")
    parser.add_argument("--trial", type=int, help="only the story of this number, of the drill and target named")
    parser.add_argument("--ledger", choices=("file", "postgresql"), default="file", help="where the ledgers lie")
    parser.add_argument("--workers", type=int, default=WORKERS, help="processes that tell stories")
    return parser.parse_args()


def struck(name: str, target: str, options: argparse.Namespace) -> int:
    """One machine is killed, or met by faults; how many orders were doubled or lost."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True, dir=stories.MEMORY) as folder:
        tally = many(name, Path(folder), options.trials, STRIKES[name], options.seed, target)
        print(tally, flush=True)
        for verdict in tally.verdicts:
            if not verdict.good:
                print(f"  {verdict.reference}: {verdict.orders} orders, complete: {verdict.complete}")
                print("    " + verdict.log.read_text(errors="replace").replace("\n", "\n    ")[-2000:])
    return tally.duplicates + tally.losses


def told(family: str, target: str, options: argparse.Namespace, pool: ProcessPoolExecutor) -> int:
    """Stories of two machines; how many orders were doubled or lost, and one more where hardly any was placed."""
    trials = range(options.trials) if options.trial is None else (options.trial,)
    count = stories.count(pool, family, target, options.seed, trials)
    print(count, flush=True)
    for complaint in count.complaints():
        print(complaint, flush=True)
    return count.duplicates + count.losses + (count.is_idle if options.trial is None else 0)


if __name__ == "__main__":
    sys.exit(main())

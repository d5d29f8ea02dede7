"""The random drills: `make drill`, or `python -m tests.drills --trials 1000 --target jtl`; prints a line per drill."""

from __future__ import annotations

import argparse
import sys
import tempfile
from itertools import product
from pathlib import Path

from tests.drills.chaos import faulted, killed
from tests.drills.harness import many
from tests.drills.systems import SYSTEMS

DRILLS = {"kills": killed, "faults": faulted}


def main() -> int:
    """Run the drills; 0 where nothing was ordered twice or lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", choices=sorted(SYSTEMS), nargs="+", default=["kitmaker"])
    parser.add_argument("--drill", choices=DRILLS, help="only this one")
    options = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for target, (name, trial) in product(options.target, DRILLS.items()):
            if options.drill not in (None, name):
                continue
            place = Path(folder) / f"{target}-{name}"
            place.mkdir()
            tally = many(name, place, options.trials, trial, options.seed, target)
            print(tally, flush=True)
            for verdict in tally.verdicts:
                if not verdict.good:
                    print(f"  {verdict.reference}: {verdict.orders} orders, complete: {verdict.complete}")
                    print("    " + verdict.log.read_text(errors="replace").replace("\n", "\n    ")[-2000:])
            bad += tally.duplicates + tally.losses
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

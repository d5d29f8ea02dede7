"""The drills at length: `make drill`, or `python -m tests.drills --trials 1000 --target jtl`; prints a line per drill."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.drills.chaos import faulted, killed
from tests.drills.harness import many
from tests.drills.systems import SYSTEMS


def main() -> int:
    """Run the drills; 0 where nothing was ordered twice or lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", choices=sorted(SYSTEMS), default="kitmaker")
    parser.add_argument("--drill", choices=("kills", "faults"), help="only this one")
    options = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name, trial in (("kills", killed), ("faults", faulted)):
            if options.drill not in (None, name):
                continue
            (Path(folder) / name).mkdir()
            tally = many(name, Path(folder) / name, options.trials, trial, options.seed, options.target)
            print(tally, flush=True)
            for one in tally.verdicts:
                if not one.good:
                    print(f"  {one.reference}: {one.orders} orders, {'complete' if one.complete else 'incomplete'}")
                    print("    " + one.log.read_text(errors="replace").replace("\n", "\n    ")[-2000:])
            bad += tally.duplicates + tally.losses
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

"""The start of the command line, where loading it is most of what is done."""

from __future__ import annotations

from roster_import.pipeline.collector import leaves_all_alone, looks_seldom


def run_to_its_end() -> None:
    """Load and run the command line of this process, which ends with it."""
    try:
        with looks_seldom():
            from roster_import.cli.main import run

            run()
    finally:
        leaves_all_alone()

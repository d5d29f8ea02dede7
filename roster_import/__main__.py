"""`python -m roster_import` and the `roster-import` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from roster_import.cli.start import run_to_its_end

    run_to_its_end()


if __name__ == "__main__":
    main()

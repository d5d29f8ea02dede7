"""The page for coaches with two clubs to try: `make demo-page` runs it. Nothing is bought: orders go to the stand-in."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from roster_import.page.drafts import Drafts
from roster_import.page.links import Links
from roster_import.page.state import hashed

EXAMPLES = Path(__file__).parent
USER, PASSWORD = "office", "shirts for all"


def main(folder: Path, port: str) -> None:
    clubs, state = folder / "clubs", folder / "page"
    clubs.mkdir(parents=True)
    os.environ["ROSTER_IMPORT_LEDGER"] = str(folder / "ledger.sqlite3")
    serve = [sys.executable, "-m", "roster_import", "serve", str(clubs), "--port", port, "--sandbox"]
    subprocess.run(
        [*serve, "--add-user", USER], input=f"{PASSWORD}\n", text=True, check=True, stdout=subprocess.DEVNULL
    )
    at = f"http://127.0.0.1:{port}"
    filled, empty = (Links.of(state).make(club, None, datetime.now(UTC)) for club in ("FC Nord", "HB Syd"))
    drafts = Drafts.of(state)
    drafts.add(hashed(filled), "FC Nord", "mistakes.xlsx", (EXAMPLES / "mistakes.xlsx").read_bytes(), datetime.now(UTC))
    print(f"The coach of FC Nord, whose list has mistakes:  {at}/c/{filled}")
    print(f"The coach of HB Syd, who has sent nothing yet:  {at}/c/{empty}")
    print(f"    to drop there: {EXAMPLES / 'football.xlsx'}")
    print(f"The office, user {USER}, password {PASSWORD}:  {at}/office", flush=True)
    os.execv(sys.executable, serve)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

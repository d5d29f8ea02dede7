"""Whether an advisory is published about a version in constraints.txt, as the Open Source Vulnerabilities database knows them.

Ends with 0 where none is, 1 where one is, 3 where the database could not be asked: that says nothing about the versions.
ADVISORIES is another address of the database's interface (https://google.github.io/osv.dev/api/).
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

import httpx

CLEAN, ADVISED, NOT_ASKED = 0, 1, 3

PINNED = re.compile(r"([A-Za-z0-9._-]+)==([^\s;#]+)")
CONSTRAINTS = Path(__file__).parent.parent / "constraints.txt"
ADDRESS = os.environ.get("ADVISORIES") or "https://api.osv.dev"
MOST = 1000  # queries of one batch (OSV › POST /v1/querybatch)


def pinned(text: str) -> list[tuple[str, str]]:
    """The packages with their versions."""
    return [match.groups() for line in text.splitlines() if (match := PINNED.match(line.strip()))]  # type: ignore[misc]


def advisories(client: httpx.Client, packages: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """The ids of all advisories, each with the package and version it is about."""
    asked = [
        ({"package": {"name": name, "ecosystem": "PyPI"}, "version": version}, name, version)
        for name, version in packages
    ]
    told = []
    while asked:
        now, asked = asked[:MOST], asked[MOST:]
        answers = _answer(client.post("/v1/querybatch", json={"queries": [query for query, _, _ in now]}))["results"]
        for (query, name, version), answer in zip(now, answers, strict=True):
            told += [(name, version, known["id"]) for known in answer.get("vulns", ())]
            if token := answer.get("next_page_token"):
                asked.append(({**query, "page_token": token}, name, version))
    return told


def in_words(client: httpx.Client, name: str, version: str, number: str) -> str:
    """An advisory on a line: what it is about, its other numbers, in which versions it is mended."""
    known = _answer(client.get(f"/v1/vulns/{number}"))
    events = [
        event for about in known.get("affected", ()) for range_ in about.get("ranges", ()) for event in range_["events"]
    ]
    mended = ", ".join(sorted({event["fixed"] for event in events if "fixed" in event})) or "no version yet"
    numbers = ", ".join([number, *known.get("aliases", ())])
    return f"{name} {version}: {known.get('summary') or 'no summary'} ({numbers}); mended in {mended}"


def _answer(reply: httpx.Response) -> Any:
    return reply.raise_for_status().json()


def main() -> int:
    """Ask, and say what there is."""
    packages = pinned(CONSTRAINTS.read_text(encoding="utf-8"))
    try:
        with httpx.Client(base_url=ADDRESS, timeout=30, follow_redirects=False) as client:
            told = advisories(client, packages)
            lines = [in_words(client, *advisory) for advisory in told]
    except (httpx.HTTPError, ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"NOT AUDITED: {ADDRESS} could not be asked ({type(error).__name__}). Nothing is known of the {len(packages)} "
              "versions in constraints.txt; run make audit where it can be reached.")  # fmt: skip
        return NOT_ASKED
    print(*lines, sep="\n", end="\n" if lines else "")
    about = len({name for name, _, _ in told})
    print(
        f"{len(packages)} versions in constraints.txt asked about at {ADDRESS}: {len(told)} advisories about {about} of them."
    )
    return ADVISED if told else CLEAN


if __name__ == "__main__":
    sys.exit(main())

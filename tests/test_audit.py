"""Published advisories about the pinned versions are told, and where they cannot be asked for, that."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler

import pytest

from tests.conftest import REPOSITORY, serving

ADVISORY = {
    "id": "GHSA-aaaa", "aliases": ["CVE-2026-1"], "summary": "Reads past the end",
    "affected": [{"ranges": [{"events": [{"introduced": "0"}, {"fixed": "9.9"}]}]}],
}  # fmt: skip


def audit(address):
    done = subprocess.run(
        [sys.executable, REPOSITORY / ".ci" / "audit.py"], env={**os.environ, "ADVISORIES": address},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout.splitlines(), done.stderr


def database(about, status=200):
    """A database of advisories: `about` gives the answer to a query."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
            self.answer({"results": [about(query) for query in asked]})

        def do_GET(self):
            self.answer(ADVISORY | {"id": self.path.rpartition("/")[2]})

        def answer(self, document):
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(document).encode())

        def log_message(self, *_):
            pass

    return serving(Handler)


def versions():
    lines = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if "==" in line)


def test_no_advisory_is_well():
    asked = {}

    def about(query):
        asked[query["package"]["name"]] = query["version"]
        assert query["package"]["ecosystem"] == "PyPI"
        return {}

    with database(about) as address:
        status, lines, err = audit(address)
    count = len(versions())
    assert asked == versions()
    assert (status, lines, err) == (
        0, [f"{count} versions in constraints.txt asked about at {address}: 0 advisories about 0 of them."], "",
    )  # fmt: skip


def test_every_advisory_is_told_with_what_mends_it():
    def about(query):
        if query["package"]["name"] != "httpx":
            return {}
        return {"vulns": [{"id": "GHSA-bbbb"}]} if "page_token" in query else {
            "vulns": [{"id": "GHSA-aaaa"}], "next_page_token": "more",
        }  # fmt: skip

    with database(about) as address:
        status, lines, _ = audit(address)
    said = f"httpx {versions()['httpx']}: Reads past the end ({{}}, CVE-2026-1); mended in 9.9"
    assert (status, lines[:2]) == (1, [said.format("GHSA-aaaa"), said.format("GHSA-bbbb")])
    assert lines[2].endswith("2 advisories about 1 of them.")


@pytest.mark.parametrize("status", [None, 500, 302])
def test_a_database_that_cannot_be_asked_is_no_good_news(status):
    with database(lambda _: {}, status or 200) as address:
        ended, lines, err = audit(address if status else "http://127.0.0.1:1")
    assert (ended, len(lines), err) == (3, 1, "")
    assert lines[0].startswith("NOT AUDITED: http://127.0.0.1:")

"""The requests of a run once more, by httpx and nothing else: what they cost whoever sends them in Python.

As the program sends them: those that place on a connection of their own, readings on connections that stay open, four of
them. They are read from standard input, as the vendor has told of them.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

import httpx

AT_ONCE, OPEN = 16, 4
_MADE_ANEW = (
    "host",
    "content-length",
    "connection",
    "x-api-key",
    "authorization",
    "user-agent",
    "accept-encoding",
    "accept",
)


async def main(url: str, key: str, requests: list[dict[str, Any]]) -> None:
    """All that place, then all readings. Raises `SystemExit` where one of them is not answered well."""
    placing = [request for request in requests if request["method"] != "GET"]
    reading = [request for request in requests if request["method"] == "GET"]
    answered = []
    for several, most, kept in ((placing, AT_ONCE, 0), (reading, OPEN, OPEN)):
        limits = httpx.Limits(max_connections=most, max_keepalive_connections=kept)
        async with httpx.AsyncClient(
            base_url=url, headers={"X-Api-Key": key}, limits=limits, timeout=60.0, trust_env=False
        ) as client:
            for first in range(0, len(several), most):
                sent = (_sent(client, request) for request in several[first : first + most])
                answered += await asyncio.gather(*sent)
    if bad := sorted({status for status in answered if status >= 400}):
        raise SystemExit(f"answered with {bad}")


async def _sent(client: httpx.AsyncClient, request: dict[str, Any]) -> int:
    headers = {name: value for name, value in request["headers"].items() if name.lower() not in _MADE_ANEW}
    answer = await client.request(request["method"], request["path"], headers=headers, content=request["body"].encode())
    answer.json()
    return answer.status_code


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], json.load(sys.stdin)))

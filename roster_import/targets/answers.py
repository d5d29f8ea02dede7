"""Reading what order systems answer: JSON with every digit kept, and error bodies of any kind as one sentence."""

from __future__ import annotations

import html
import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from roster_import.errors import AnswerLost

if TYPE_CHECKING:
    from roster_import.model import Reply

_LONGEST = 400  # characters of somebody else's words in one of our messages
_HTML = re.compile(r"^\s*<(?:!doctype|html|head|body)", re.IGNORECASE)
_UNSEEN = re.compile(r"(?is)<(script|style)\b.*?</\1>|<[^>]*>")


def json_object(reply: Reply) -> dict[str, Any]:
    """The answer as a JSON object, decimals as `Decimal`. Raises `AnswerLost` where it is anything else."""
    try:
        document = json.loads(reply.text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise AnswerLost(f"The order system's answer (HTTP {reply.code}) is not JSON: {_shown(reply)}") from error
    if not isinstance(document, dict):
        raise AnswerLost(f"The order system's answer (HTTP {reply.code}) is not a JSON object: {_shown(reply)}")
    return document


def fault_text(reply: Reply) -> str:
    """What an error answer says, in the system's own words where it has any, always with the HTTP code."""
    try:
        document = json.loads(reply.text)
    except (ValueError, RecursionError):
        return f"HTTP {reply.code}: {_shown(reply)}"
    if not isinstance(document, dict):
        return f"HTTP {reply.code}: {_shown(reply)}"
    words = [printable(str(document[key])) for key in ("error", "message", "title", "detail") if document.get(key)]
    return f"HTTP {reply.code}: {' – '.join(dict.fromkeys(words)) or _shown(reply)}"


def _shown(reply: Reply) -> str:
    if _HTML.match(reply.text):
        words = printable(html.unescape(_UNSEEN.sub(" ", reply.text)))
        return f"a web page saying “{words}”" if words else "an empty web page"
    return f"“{printable(reply.text)}”" if printable(reply.text) else "an empty answer"


def printable(text: str) -> str:
    """Somebody else's words made safe to print: one line, no control characters, not too long."""
    words = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"

"""What JTL-Wawi answers when it turns something down (JTL › Error handling)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roster_import.errors import AnswerLost
from roster_import.language.messages import say, templates
from roster_import.targets.answers import fault_text, json_any, printable
from roster_import.targets.protocol import Refused

if TYPE_CHECKING:
    from roster_import.model.request import Reply

_MEANT = templates(
    {
        "401": "it does not know us: check the client id and secret, or the API key (roster-import doctor tries them)",
        "402": "there is no licence, or the app has not been authorised in JTL-Wawi",
        "403": "the app lacks a scope it needs; register it again with more",
        "412": "a header is missing that it asks for: check tenant_id",
    }
)


def turned_down(reply: Reply) -> None:
    """Raise `Refused` for an answer of 400 and above, in JTL's words and with what is known of the code."""
    if reply.code < 400:
        return
    document = _document(reply)
    faults = _faults(document)
    words = [str(document[name]) for name in _NAMED if document.get(name)]
    words += [f"{path}: {said}" for path, said in faults]
    said = f"HTTP {reply.code}: {printable('; '.join(words))}" if words else fault_text(reply)
    if (code := str(reply.code)) in _MEANT:
        said = say("{said} ({meant})", said=said, meant=say(_MEANT[code]))
    raise Refused(said, code=reply.code, after_loss=reply.after_loss, faults=faults)


_NAMED = ("ErrorMessage", "errorMessage")


def _document(reply: Reply) -> dict[str, Any]:
    try:
        document = json_any(reply)
    except AnswerLost:
        return {}
    return document if isinstance(document, dict) else {}


def _faults(document: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Field by field: values are texts in the guide, and anything in the document of the interface."""
    found = document.get("ValidationErrors") or document.get("validationErrors")
    if not isinstance(found, dict):
        return ()
    return tuple(
        (str(path), printable(" ".join(map(str, said)) if isinstance(said, list) else str(said)))
        for path, said in found.items()
    )

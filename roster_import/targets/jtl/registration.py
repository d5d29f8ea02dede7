"""Registering this program with a JTL-Wawi on an own server: it is asked for once, and the answer holds the key, once.

Source: JTL › App registration. A person accepts the request in JTL-Wawi, under Admin › App registration.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roster_import.errors import AnswerLost
from roster_import.language.messages import say
from roster_import.model.request import Request
from roster_import.targets.answers import text_of
from roster_import.targets.jtl.look_up import reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.request import Reply

_SCOPES = (
    "all.read",
    "salesorder.createsalesorder",
    "salesorder.createsalesorderlineitem",
    "salesorder.cancelsalesorder",
    "salesorder.deletesalesorderlineitem",
)
_FILES = "salesorder.createsalesorderfile"
_REJECTED = 1
# A single transparent point: the document asks for a picture.
_ICON = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What became of a registration so far; `key` is there once somebody has accepted it."""

    key: str = field(default="", repr=False)
    rejected: bool = False


def ask(app: Mapping[str, str], *, files: bool) -> Request:
    """`POST /authentication`, for the app as it will name itself; `files`: rosters are to be attached."""
    document = {
        "AppId": app["X-AppId"],
        "DisplayName": "roster-import",
        "Description": "Places the orders of roster workbooks",
        "Version": app["X-AppVersion"],
        "ProviderName": "roster-import",
        "ProviderWebsite": "https://example.org/roster-import",
        "MandatoryApiScopes": [*_SCOPES, *([_FILES] if files else ())],
        "AppIcon": _ICON,
    }
    headers = {"Content-Type": "application/json"}
    body = json.dumps(document, separators=(",", ":"))
    return Request(method="POST", path="/authentication", body=body, headers=headers, repeatable=False)


def number(reply: Reply) -> str:
    """What the registration is asked about by. Raises `NotTold` or `AnswerLost`."""
    request_id = text_of(reading["object"](reply).get("RegistrationRequestId"))
    if not request_id:
        raise AnswerLost(say("JTL-Wawi's answer has not the form that is documented."))
    return request_id


def look(registration: str) -> Request:
    """`GET /authentication/{registrationId}`."""
    return Request(method="GET", path=f"/authentication/{registration}")


def answer(reply: Reply) -> Registered:
    """What became of it. Raises `NotTold` or `AnswerLost`."""
    document = reading["object"](reply)
    status, token = document.get("RequestStatusInfo") or {}, document.get("Token") or {}
    return Registered(key=text_of(token.get("ApiKey")) or "", rejected=status.get("Status") == _REJECTED)

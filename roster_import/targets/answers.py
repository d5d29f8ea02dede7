"""Reading what order systems answer: JSON with every digit kept, and error bodies of any kind as one sentence."""

from __future__ import annotations

import html
import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from roster_import.errors import AnswerLost, NotTold
from roster_import.language.messages import joined, say
from roster_import.targets.protocol import Refused, Used

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.request import Reply

_MOST_DIGITS = 30  # before the point or behind it: more has no price, and would fill the memory as a whole number
_LONGEST = 400  # characters of somebody else's words in one of our messages
_HTML = re.compile(r"^\s*<(?:!doctype|html|head|body)", re.IGNORECASE)
_UNSEEN = re.compile(r"(?is)<(script|style)\b.*?</\1>|<[^>]*>")


def json_any(reply: Reply) -> Any:
    """The answer's JSON, decimals as `Decimal`. Raises `AnswerLost` where it is none."""
    try:
        return json.loads(reply.text, parse_float=_number, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise AnswerLost(
            say("The order system's answer (HTTP {code}) is not JSON: {said}", code=reply.code, said=_shown(reply))
        ) from error


def _number(text: str) -> Decimal | str:
    """A number with every digit; as text where no decimal can hold it, to be shown and never reckoned with."""
    try:
        number = Decimal(text)
    except ArithmeticError:
        return text
    return number if number.is_zero() or abs(number.adjusted()) <= _MOST_DIGITS else text


def json_object(reply: Reply) -> dict[str, Any]:
    """The answer as a JSON object, decimals as `Decimal`. Raises `AnswerLost` where it is anything else."""
    document = json_any(reply)
    if not isinstance(document, dict):
        raise AnswerLost(
            say(
                "The order system's answer (HTTP {code}) is not a JSON object: {said}",
                code=reply.code,
                said=_shown(reply),
            )
        )
    return document


def fault_text(reply: Reply) -> str:
    """What an error answer says, in the system's own words where it has any, always with the HTTP code."""
    return joined(f"HTTP {reply.code}:", _own_words(reply) or _shown(reply))


def _own_words(reply: Reply) -> str:
    try:
        document = json.loads(reply.text)
    except (ValueError, RecursionError):
        return ""
    return printable(words_in(document))


_SAYING = ("error", "message", "title", "detail", "errormessage", "description")
_FAULTS = ("errors", "validationerrors")
_WHERE = ("field", "path", "property", "code")


def words_in(said: object, deep: int = 4) -> str:
    """The words of an error, whatever its form: a text, a list of them, an object that names fields, or all of these.

    What is said of a field stands behind its path; single faults are divided by `; `. Forms that are met: RFC 9457, section 3;
    Dropday › Orders › Responses; JTL › Error handling.
    """
    if not deep or isinstance(said, bool):
        return ""
    if isinstance(said, list):
        return "; ".join(filter(None, (words_in(each, deep - 1) for each in said)))
    if not isinstance(said, dict):
        return text_of(said) or ""
    told = {str(name).casefold(): value for name, value in said.items()}
    words = [words_in(told.get(name), deep - 1) for name in _SAYING]
    words += [_faults_in(told.get(name), deep - 1) for name in _FAULTS]
    where = next((text for name in _WHERE if (text := text_of(told.get(name)))), "") if deep < 4 else ""
    return joined(where, " – ".join(dict.fromkeys(filter(None, words))), between=": ")


def _faults_in(faults: object, deep: int) -> str:
    """Faults as a list, or as an object of them by the paths of their fields."""
    if not isinstance(faults, dict):
        return words_in(faults, deep)
    return "; ".join(joined(str(path), words_in(said, deep), between=": ") for path, said in faults.items())


def refusal(reply: Reply, *, used: re.Pattern[str] | None = None) -> Refused | Used | None:
    """What an answer of 400 and above to the request that places says; None for any other.

    409, or words that `used` finds, mean that the key or name stands for another order.
    """
    if reply.code < 400:
        return None
    said = fault_text(reply)
    if reply.code == 409 or (used and used.search(said)):
        return Used(message=said, code=reply.code)
    return Refused(message=said, code=reply.code)


def must_tell(reply: Reply) -> None:
    """Raise `NotTold` for an answer of 400 and above to a request that only looks."""
    if reply.code >= 400:
        raise NotTold(fault_text(reply), code=reply.code)


def text_of(value: object) -> str | None:
    """A JSON value as text, numbers with every digit they were sent with; None where it is neither text nor number."""
    if value is None or isinstance(value, bool | dict | list):
        return None
    return str(value)


def whole_of(value: object) -> int | None:
    """A JSON value as a whole number of at most 18 digits, also where it is sent as text or as 5.0; else None."""
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return None
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    return int(value) if re.fullmatch(r"[0-9]{1,18}", str(value)) else None


def objects_of(value: object) -> list[Mapping[str, Any]]:
    """The objects of a JSON array; nothing where it is none."""
    return [element for element in value if isinstance(element, dict)] if isinstance(value, list) else []


def _shown(reply: Reply) -> str:
    if _HTML.match(reply.text):
        words = printable(html.unescape(_UNSEEN.sub(" ", reply.text)))
        return say("a web page saying “{words}”", words=words) if words else say("an empty web page")
    return say("“{words}”", words=printable(reply.text)) if printable(reply.text) else say("an empty answer")


def printable(text: str) -> str:
    """Somebody else's words made safe to print: one line, no control characters, not too long."""
    words = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"

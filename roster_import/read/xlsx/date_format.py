"""Dates and times as a person sees them, as near as the format of the cell tells.

Month and day names are English, and a format that follows the settings of the reader's machine (Excel's own short
date) is written as an ISO date, because a file does not say which of 3.4. and 4/3 its writer saw.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from roster_import.model.workbook import CellKind

_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|(am/pm|a/p)|(y+|e+|m+|d+|h+|s+(?:\.0+)?)|(g+|@)|(.)', re.DOTALL | re.IGNORECASE
)
# Built in as 14 and 22; F800 and F400 are the long date and the time of the system (ECMA-376 part 1, 18.8.30).
_BY_MACHINE = re.compile(r"(?i)mm-dd-yy|m/d/yy(?: h:mm)?|.*\[\$-(?:x-sys|f[48]00).*")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_HALF_DAY = ("f", "p")
_NOON = 12
_MINUTES = "n"  # how a minute is told from a month once the neighbours are known

Shown = tuple[str, CellKind, str | None]


def shown_date(value: datetime.date | datetime.time, code: str) -> Shown:
    """The text, the kind and the ISO date of a date, or of a time of day, which has no date and is a number."""
    if isinstance(value, datetime.time):
        return _text_of_time(value, code), CellKind.NUMBER, None
    moment = value if isinstance(value, datetime.datetime) else datetime.datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a sheet knows no zones
    return _text_of_date(moment, code), CellKind.DATE, moment.date().isoformat()


def shown_duration(value: datetime.timedelta, code: str) -> str:
    """A length of time such as 26:30, with seconds where the format has them."""
    minutes, seconds = divmod(round(abs(value.total_seconds())), 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02}" + (f":{seconds:02}" if "s" in code.lower() else "")
    return f"-{text}" if value < datetime.timedelta() else text


def iso_text(moment: datetime.datetime) -> str:
    """The date, and the time where there is one."""
    text = moment.date().isoformat()
    return text if moment.time() == datetime.time() else f"{text} {moment:%H:%M}"


def _text_of_date(moment: datetime.datetime, code: str) -> str:
    tokens = _tokens(code)
    if code in ("General", "@") or _BY_MACHINE.fullmatch(code) or not any(kind == "f" for kind, _ in tokens):
        return iso_text(moment)
    return _rendered(moment, tokens)


def _text_of_time(time: datetime.time, code: str) -> str:
    """A format for dates says nothing about a time of day; then it is shown as such."""
    tokens = _tokens(code)
    fields = {token[1][0] for token in tokens if token[0] == "f"}
    if _BY_MACHINE.fullmatch(code) or fields & {"y", "d", "m"} or not fields:
        return f"{time:%H:%M}"
    return _rendered(datetime.datetime.combine(datetime.date.min, time), tokens)


def _rendered(moment: datetime.datetime, tokens: tuple[tuple[str, str], ...]) -> str:
    half_day = any(token == _HALF_DAY for token in tokens)
    texts = (_field(moment, text, half_day) if kind == "f" else text for kind, text in tokens)
    return "".join(texts).strip()


@lru_cache(maxsize=256)
def _tokens(code: str) -> tuple[tuple[str, str], ...]:
    """The format's first section as (t, literal) and (f, field); a minute is the field `n`, AM or PM the field `p`."""
    tokens: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(_first_section(code)):
        quoted, escaped, half, field, dropped, char = match.groups()
        literal = next((text for text in (quoted, escaped, char) if text is not None), None)
        if half:
            tokens.append(_HALF_DAY)
        elif field:
            tokens.append(("f", field.lower()))
        elif literal is not None and dropped is None:
            tokens.append(("t", literal))
    return _with_minutes(tokens)


def _first_section(code: str) -> str:
    """Everything before the first semicolon that is no literal."""
    match = re.match(r'(?:"[^"]*"|\\.|[^;"\\])*', code, re.DOTALL)
    return match[0] if match else code


def _with_minutes(tokens: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    fields = [(at, text) for at, (kind, text) in enumerate(tokens) if kind == "f"]
    for index, (at, text) in enumerate(fields):
        before = fields[index - 1][1] if index else ""
        after = fields[index + 1][1] if index + 1 < len(fields) else ""
        if text in ("m", "mm") and (before.startswith("h") or after.startswith("s")):
            tokens[at] = ("f", _MINUTES * len(text))
    return tuple(tokens)


def _field(moment: datetime.datetime, field: str, half_day: bool) -> str:
    """One field such as `dd`, `mmm` or `h`."""
    width = 2 if len(field) > 1 else 1
    match field[0]:
        case "y" | "e":
            return f"{moment.year:04}" if field[0] == "e" or len(field) > 2 else f"{moment.year % 100:02}"
        case "m":
            return _named(_MONTHS[moment.month - 1], moment.month, field)
        case "d":
            return _named(_DAYS[moment.weekday()], moment.day, field)
        case "h":
            hour = (moment.hour % 12 or 12) if half_day else moment.hour
            return f"{hour:0{width}}"
        case "n":
            return f"{moment.minute:0{width}}"
        case "p":
            return "PM" if moment.hour >= _NOON else "AM"
        case _:
            return f"{moment.second:0{width}}"


def _named(name: str, number: int, field: str) -> str:
    """`m` 8, `mm` 08, `mmm` Aug, `mmmm` August, `mmmmm` A; days alike."""
    forms = {1: str(number), 2: f"{number:02}", 3: name[:3], 5: name[0]}
    return forms.get(len(field), name)

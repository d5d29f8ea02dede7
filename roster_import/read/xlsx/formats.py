"""Values as a person sees them: the stored value and its number format become the text in the cell.

The rule for numbers, in this order (ECMA-376 part 1, 18.8.31 has the language of formats):

1. Zero padding and literal text are shown: 7 is `07` under `00`, `#7` under `"#"0`, `50%` (of 0.5) under `0%`.
2. Otherwise a whole number is its digits: 10 under `0.00`, 1234 under `#,##0`. A fraction is rounded to the places of
   the format; a format without places never hides one (7.5 under `0` is `7.5`).
3. A fraction has at most 15 significant digits, as Excel has them; no number has an exponent; the decimal sign is a
   point.
4. Currency signs, colours, grouping and alignment are decoration and left out; a minus is always shown.
5. A format that shows no number at all is ignored: what is in a cell is not lost to its look.

Dates and times are shown as near as the format of the cell tells. Month and day names are English, and a format that
follows the settings of the reader's machine (Excel's own short date) is written as an ISO date, because a file does not
say which of 3.4. and 4/3 its writer saw.
"""

from __future__ import annotations

import datetime
import operator
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from roster_import.model.workbook import CellKind

if TYPE_CHECKING:
    from collections.abc import Callable

Shown = tuple[str, CellKind, str | None]


def shown_value(value: object, code: str) -> Shown:
    """What a person sees of a value under a format: the text, what kind of value it is, and the ISO date of a date."""
    if isinstance(value, bool):
        return str(value).upper(), CellKind.BOOL, None
    if isinstance(value, int | float):
        return shown_number(value, code), CellKind.NUMBER, None
    if isinstance(value, datetime.timedelta):
        return shown_duration(value, code), CellKind.NUMBER, None
    if isinstance(value, datetime.date | datetime.time):
        return shown_date(value, code)
    return str(value), CellKind.TEXT, None


# ------------------------------------------------------------------------------------------------------- numbers


_SECTION_END = re.compile(r'((?:"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^;"\\_*\[])*+)(?:;|$)', re.DOTALL)
_LONGEST_CODE = 1000  # characters of a number format; Excel takes some 250
_NUMBER_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|(\[[^\]]*\])|(General|Standard|@)|(.)', re.DOTALL | re.IGNORECASE
)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++))\]")
_COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
_DIGITS = "0#?"
# fmt: off
_CURRENCIES = frozenset((
    "$", "€", "£", "¥", "₺", "₽", "kr", "kr.", "zł", "zl", "kč", "kc", "ft", "fr", "fr.", "sfr.", "lei",
    "dkk", "sek", "nok", "isk", "eur", "usd", "gbp", "chf", "pln", "czk", "huf", "try", "ron",
))
# fmt: on


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """One of the up to four parts of a format.

    `marks` are its placeholders and literals in order: a literal is preceded by a quote sign, everything else is one
    of `0 # ? . , % / E`, or `G` for the value as it is.
    """

    condition: tuple[str, Decimal] | None
    marks: tuple[str, ...]

    @property
    def shows_number(self) -> bool:
        """Whether it shows the value at all."""
        return any(mark in (*_DIGITS, "G") for mark in self.marks)

    @property
    def places(self) -> int:
        """Digits after the decimal point."""
        after = self.marks[self.marks.index(".") :] if "." in self.marks else ()
        return sum(mark in _DIGITS for mark in after)


def shown_number(value: float, code: str) -> str:
    """The text of a number under a number format such as `00` or `0.00;[Red]-0.00`."""
    number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    if not number.is_finite():
        return "#NUM!"
    section, signs = _section(number, code)
    if section is None or not section.shows_number or "E" in section.marks:
        return plain_number(number)
    text = _number_by_format(abs(number), section, drop=signs)
    return f"-{text}" if number < 0 else text


def plain_number(number: Decimal) -> str:
    """A number without format: its digits, no exponent, no zeros that say nothing."""
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _section(number: Decimal, code: str) -> tuple[_Section | None, str]:
    """The part of the format that applies, and which of its literals only say `negative` or `nothing`."""
    if code in ("General", ""):
        return None, ""
    sections = _sections(code)
    if any(section.condition for section in sections):
        return next((section for section in sections if _applies(section, number)), None), ""
    index = 1 if number < 0 else 2 if number == 0 else 0
    if index >= len(sections):
        return sections[0], ""
    return sections[index], ("", "-() ", "-")[index]


def _applies(section: _Section, number: Decimal) -> bool:
    if section.condition is None:
        return True
    sign, bound = section.condition
    return _COMPARE[sign](number, bound)


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[_Section, ...]:
    texts = [match[1] for match in _SECTION_END.finditer(code[:_LONGEST_CODE])]
    if len(texts) > 1 and not texts[-1]:
        texts.pop()  # the search ends with an empty match
    return tuple(map(_parsed, texts[:3])) or (_Section(condition=None, marks=()),)


def _parsed(text: str) -> _Section:
    condition = _CONDITION.search(text)
    return _Section(
        condition=(condition[1], Decimal(condition[2])) if condition else None,
        marks=tuple(mark for match in _NUMBER_TOKEN.finditer(text) for mark in _marks(match)),
    )


def _marks(match: re.Match[str]) -> list[str]:
    quoted, escaped, _, _, general, char = match.groups()
    if general:
        return ["G"]
    literal = quoted if quoted is not None else escaped
    if literal is not None:
        return [] if literal.strip().casefold() in _CURRENCIES else [f'"{literal}']
    if char is None or char in "$€£¥":
        return []
    return [char.upper()] if char in "0#?.,%/Ee" else [f'"{char}']


def _number_by_format(number: Decimal, section: _Section, *, drop: str) -> str:
    """The marks replaced by what they show; `drop` are signs that a minus or a 0 says better."""
    marks = [
        mark if mark[0] != '"' else '"' + mark[1:].translate(dict.fromkeys(map(ord, drop))) for mark in section.marks
    ]
    number *= 100 ** marks.count("%")
    if "G" in marks:
        return _joined(marks, {marks.index("G"): plain_number(number)})
    if "/" in marks:
        return _as_fraction(number, marks)
    whole, part = _digits(number, section.places)
    spots = _whole_spots(marks, whole)
    if part:
        last = max(spots)
        spots[last] += f".{part}"
    return _joined(marks, spots)


def _digits(number: Decimal, places: int) -> tuple[str, str]:
    """The digits before and after the point; none after it for a whole number."""
    if places and number != number.to_integral_value():
        number = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    whole, _, part = format(number, "f").partition(".")
    if number == number.to_integral_value():
        return whole, ""
    return whole, part if places else part.rstrip("0")


def _whole_spots(marks: list[str], whole: str) -> dict[int, str]:
    """Position of a placeholder -> the digits it shows: dealt out from the right, the rest to the first one."""
    before = list(takewhile(lambda mark: mark != ".", marks))
    spots = [at for at, mark in enumerate(before) if mark in _DIGITS] or [
        next(i for i, m in enumerate(marks) if m in _DIGITS)
    ]
    whole = whole.zfill(max(1, sum(marks[at] == "0" for at in spots if at < len(before))))
    shown: dict[int, str] = {}
    for at in reversed(spots):
        whole, shown[at] = (whole[:-1], whole[-1]) if whole else ("", "")
    shown[spots[0]] = whole + shown[spots[0]]
    return shown


def _as_fraction(number: Decimal, marks: list[str]) -> str:
    """`1 1/2`: the denominator has as many digits as the format gives it."""
    digits = sum(mark in _DIGITS for mark in marks[marks.index("/") :]) or 1
    whole, rest = divmod(Fraction(number).limit_denominator(10**digits - 1), 1)
    if not rest:
        return str(whole)
    text = f"{rest.numerator}/{rest.denominator}"
    return f"{whole} {text}" if whole else text


def _joined(marks: list[str], spots: dict[int, str]) -> str:
    """Literals and digits in their order."""
    texts = (mark[1:] if mark[0] == '"' else "%" if mark == "%" else spots.get(at, "") for at, mark in enumerate(marks))
    return "".join(texts).strip()


# ----------------------------------------------------------------------------------------------- dates and times


_DATE_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|(am/pm|a/p)|(y+|e+|m+|d+|h+|s+(?:\.0+)?)|(g+|@)|(.)', re.DOTALL | re.IGNORECASE
)
# Built in as 14 and 22; F800 and F400 are the long date and the time of the system (ECMA-376 part 1, 18.8.30).
_BY_MACHINE = re.compile(r"(?i)mm-dd-yy|m/d/yy(?: h:mm)?|.*\[\$-(?:x-sys|f[48]00).*")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HALF_DAY = ("f", "p")
_NOON = 12
_TIMES = frozenset("hnsp")
_MINUTES = "n"  # how a minute is told from a month once the neighbours are known


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
    tokens = _date_tokens(code)
    if code in ("General", "@") or _BY_MACHINE.fullmatch(code) or not any(kind == "f" for kind, _ in tokens):
        return iso_text(moment)
    return _date_by_format(moment, tokens if moment.time() != datetime.time() else _without_time(tokens))


def _without_time(tokens: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The part of a format that says the date, where it has one: at midnight nobody typed a time."""
    fields = [(at, text[0] in _TIMES) for at, (kind, text) in enumerate(tokens) if kind == "f"]
    dates = [at for at, is_time in fields if not is_time]
    between = any(is_time for at, is_time in fields if dates and dates[0] < at < dates[-1])
    return tokens if not dates or len(dates) == len(fields) or between else tokens[dates[0] : dates[-1] + 1]


def _text_of_time(time: datetime.time, code: str) -> str:
    """A format for dates says nothing about a time of day; then it is shown as such."""
    tokens = _date_tokens(code)
    fields = {token[1][0] for token in tokens if token[0] == "f"}
    if _BY_MACHINE.fullmatch(code) or fields & {"y", "d", "m"} or not fields:
        return f"{time:%H:%M}"
    return _date_by_format(datetime.datetime.combine(datetime.date.min, time), tokens)


def _date_by_format(moment: datetime.datetime, tokens: tuple[tuple[str, str], ...]) -> str:
    half_day = any(token == _HALF_DAY for token in tokens)
    texts = (_field(moment, text, half_day) if kind == "f" else text for kind, text in tokens)
    return "".join(texts).strip()


@lru_cache(maxsize=256)
def _date_tokens(code: str) -> tuple[tuple[str, str], ...]:
    """The format's first section as (t, literal) and (f, field); a minute is the field `n`, AM or PM the field `p`."""
    tokens: list[tuple[str, str]] = []
    for match in _DATE_TOKEN.finditer(_first_section(code[:_LONGEST_CODE])):
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

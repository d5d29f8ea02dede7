"""Dates and lengths of time as a workbook stores them: days since its epoch (ECMA-376 part 1, 18.17.4.1)."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

SINCE_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no zones
SINCE_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_DAY = 86_400
_FIRST_OF_MARCH = 60  # Excel counts a 29 February 1900, so that days before it are one off
LONGEST_CODE = 250  # characters of a number format; Excel takes no more
_DROPPED = re.compile(r'"[^"\n]*"|\[(?!hh?\]|mm?\]|ss?\])[^\]]{0,250}\]')
_OF_DATES = re.compile(r"(?<![_\\])[dmhysDMHYS]")
_OF_LENGTHS = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)


def shows_dates(code: str) -> bool:
    """Whether a number format, no longer than any of Excel's, makes a date or a time of a number; its first section says so."""
    return _OF_DATES.search(_DROPPED.sub("", code.split(";")[0])) is not None


def shows_lengths(code: str) -> bool:
    """Whether a number format shows hours, minutes or seconds beyond those of a day."""
    return _OF_LENGTHS.search(code.split(";")[0]) is not None


def moment(days: float, epoch: datetime) -> date | time:
    """The date or the time of day that is stored so; raises OverflowError or ValueError where there is none."""
    day, rest = divmod(days, 1)
    within = timedelta(milliseconds=round(rest * _DAY * 1000))
    if 0 <= days < 1 and within.days == 0:
        return (SINCE_1900 + within).time()
    if 0 < days < _FIRST_OF_MARCH and epoch == SINCE_1900:
        day += 1
    return epoch + timedelta(days=day) + within


def length(days: float) -> timedelta:
    """The length of time that is stored so, to the millisecond; raises OverflowError or ValueError where there is none."""
    whole = timedelta(days=days)
    if not whole.microseconds:
        return whole
    return timedelta(seconds=whole.total_seconds() // 1, microseconds=round(whole.microseconds, -3))

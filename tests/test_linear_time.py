"""What somebody writes into a cell costs time in proportion to its length, whatever it is: no pattern, no look-up runs away.

Every regular expression of the package that meets people's text is tried on texts made of its own letters, and every
function that reads a cell on texts of all kinds: one eight times as long may take some times eight times as long.
"""

from __future__ import annotations

import ast
import importlib
import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import signal
import sys
import time
from collections import deque
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest

from roster_import.check.meant import ditto, markers, numbers, quantities, sizes, titles
from roster_import.check.rows import name_and_number, size_list
from roster_import.check.rules import safe_fixes
from roster_import.check.rules.sizes import letter_of
from roster_import.language.advice import for_a_coach, in_a_folder
from roster_import.model import catalogue
from roster_import.model.problem import Place
from roster_import.model.sheets import heading_key
from roster_import.read import cell_text
from roster_import.recognise import cell_kinds, contents, order_values, tokens
from roster_import.recognise.headings import sense
from roster_import.targets.amounts import parse_amount
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

if sys.platform == "win32":
    pytest.skip("what has no end is ended by a signal", allow_module_level=True)

SHORT, TIMES = 300, 8
MOST = 30  # times as long for eight times the text; sixty-four would be the square
FLOOR = 0.02  # seconds: below it nobody waits, and a busy machine tells nothing
SEARCHED = {"search", "sub", "subn", "split", "findall", "finditer"}
CALLED = {*SEARCHED, "match", "fullmatch"}
# Rooms whose patterns meet our own words, or a vendor's.
NOT_PEOPLES = ("sandbox/", "cli/", "place/", "write/template/", "write/proof/")
CUT_BEFORE = ("read/xlsx/formats",)  # number formats, to 1,000 characters
# Markup that a parser has found to be well-formed before: a tag ends, a name is followed by its value.
WELL_FORMED = ("write/ooxml/", "read/xlsx/xml", "read/xlsx/package")


class _EndlessError(Exception):
    """It takes longer than anybody waits."""


@pytest.fixture(autouse=True)
def _a_bell():
    def ring(*_: object) -> None:
        raise _EndlessError

    before = signal.signal(signal.SIGVTALRM, ring)
    yield
    signal.signal(signal.SIGVTALRM, before)


def seconds(work: Callable[[str], object], text: Any) -> float:
    """Of the processor, whatever else it does: a machine that is busy tells nothing."""
    began = time.thread_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, 1.0)  # an exponential one never comes to its end
    try:
        work(text)
    except _EndlessError:
        return time.thread_time() - began
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.thread_time() - began


def runs_away(work: Callable[[str], object], unit: str, before: str, behind: str) -> bool:
    """Whether eight times the text takes far more than eight times as long, in the best of three times."""
    short, long = (before + (unit * length)[:length] + behind for length in (SHORT, SHORT * TIMES))
    best = seconds(work, short)
    if best > FLOOR * 10:
        return True
    if (took := seconds(work, long)) < FLOOR:
        return False
    best, took = (
        min(best, *(seconds(work, short) for _ in range(2))),
        min(took, *(seconds(work, long) for _ in range(2))),
    )
    return took > max(FLOOR, MOST * best)


# ------------------------------------------------------------------------------------------------------ the patterns


def patterns() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """Every pattern of text: where it stands, what it is, and whether it is searched for anywhere in a text."""
    for path in sorted((REPOSITORY / "roster_import").rglob("*.py")):
        name = path.relative_to(REPOSITORY / "roster_import").with_suffix("").as_posix()
        source = path.read_text(encoding="utf-8")
        if name.startswith((*NOT_PEOPLES, *CUT_BEFORE, *WELL_FORMED)) or "re." not in source:
            continue
        module = importlib.import_module("roster_import." + name.removesuffix("/__init__").replace("/", "."))
        for word, value in vars(module).items():
            for pattern in _in(value):
                used = set(re.findall(rf"\b{word}\.(\w+)", source))
                yield f"{name}: {word}", pattern, bool(used & SEARCHED)
        for called, pattern in _written_out(source):
            yield f"{name}: {pattern.pattern}", pattern, called in SEARCHED


def _in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, tuple) and len(value) < 50:
        for each in value:
            yield from _in(each)


def _written_out(source: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    if re.search(rf"\bre\.({'|'.join(CALLED)})\(", source) is None:
        return
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in CALLED
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
        ):
            yield node.func.attr, re.compile(node.args[0].value)


def letters(parsed: Iterable[Any], into: set[str], beginnings: set[str]) -> str:
    """A text that a pattern could match, roughly; its letters and repeated parts go into `into`, how it begins, too."""
    parts = []
    for code, value in parsed:
        text = _text_of(code, value, into, beginnings)
        beginnings.add("".join(parts))
        parts.append(text)
        into.add(text)
    return "".join(parts)


CATEGORIES = {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_NOT_WORD: "-"}


def _text_of(code: Any, value: Any, into: set[str], beginnings: set[str]) -> str:
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.IN:
        return next(iter(_of_set(value, into)), "a")
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return letters(value[2], into, beginnings)
    if code is codes.SUBPATTERN:
        return letters(value[3], into, beginnings)
    if code is codes.BRANCH:
        of_branches = [letters(branch, into, beginnings) for branch in value[1]]
        return of_branches[0]
    if code is codes.ATOMIC_GROUP:
        return letters(value, into, beginnings)
    return "a" if code in (codes.ANY, codes.NOT_LITERAL) else ""


def _of_set(members: Iterable[Any], into: set[str]) -> list[str]:
    chosen = [
        chr(value) if code is codes.LITERAL else chr(value[0]) if code is codes.RANGE else CATEGORIES.get(value, "a")
        for code, value in members
        if code in (codes.LITERAL, codes.RANGE, codes.CATEGORY)
    ]
    into.update(chosen[:6])
    return chosen


PATTERNS = {where: (pattern, anywhere) for where, pattern, anywhere in patterns()}


def test_the_patterns_are_met():
    assert len(PATTERNS) > 130
    assert "recognise/cell_kinds: _WORD_SIZE" in PATTERNS


@pytest.mark.parametrize("where", PATTERNS)
def test_no_pattern_runs_away(where):
    pattern, anywhere = PATTERNS[where]
    units, beginnings = {" ", "1", "x", "a", "-", "(", "a ", "\n"}, {""}
    whole = letters(parser.parse(pattern.pattern, pattern.flags), units, beginnings)
    units.add(whole)
    work = (lambda text: deque(pattern.finditer(text), 0)) if anywhere else pattern.fullmatch
    tried = [
        (unit, before, behind)
        for unit in islice(sorted(filter(None, units), key=lambda unit: (len(unit), unit)), 40)
        for before in islice(sorted(beginnings, key=len), 4)
        for behind in ("", "\x01")
    ]
    assert [attempt for attempt in tried if runs_away(work, *attempt)] == []


# ----------------------------------------------------------------------------------------------------- the functions

TITLES = ("Home shirt", "Away shirt", "Home shorts", "x" * 40)
CATALOGUE = catalogue.Catalogue(
    entries=tuple(catalogue.CatalogueEntry(kind="design", title=title, id=at) for at, title in enumerate(TITLES, 100))
)


@cache
def readers() -> dict[str, Callable[[str], object]]:
    """Everything that is asked what a cell holds."""
    return {
        "traits": cell_kinds.traits.__wrapped__,
        "integer": cell_kinds.integer,
        "personal": lambda text: contents.held_in([text], frozenset(), ()).personal,
        "heading": lambda text: sense(text),
        "fold": tokens.fold,
        "heading_key": heading_key,
        "near_label": order_values.near_label,
        "number": numbers.number_meant,
        "quantity": quantities.quantity_meant,
        "size": sizes.read_size.__wrapped__,
        "letter": letter_of,
        "titles": lambda text: titles.titles_meant(text, TITLES),
        "ditto": ditto.is_ditto,
        "name and number": name_and_number.taken_apart,
        "size list": size_list.parts_of,
        "name": markers.without_markers,
        "safe": lambda text: [
            safe_fixes.is_safe(Place(value=text).error(code, "", "7")) for code in safe_fixes.SAFE_CODES
        ],
        "design": CATALOGUE.design,
        "logo": CATALOGUE.logo,
        "items": catalogue.split_items,
        "amount": parse_amount,
        "tidy": cell_text.tidy,
        "for a coach": lambda text: for_a_coach(f"--map {text} --map roster-import {text}"),
        "in a folder": lambda text: in_a_folder(f"--map {text} --map roster-import {text}"),
    }


UNITS = (
    "x", "X ", "extra ", "1", "1 ", "9x", " ", "\n", "\t ", "a", "a b ", "Ada,", ", ", "- ", "(a)", "(", "[", ")", "e\u0301",
    "\u0301", "\u200b", "@a.", "+4", "1.", "1/", "nr. ", "no 7 ", "#", "M/L ", "XL, ", "and ", "or ", "〃", "'", '"',
    "サイズ", "号", "한", "ß", "İ", " --map ", "Say which: ", "sku:", "MUL ", "name1", "$", "kr ", "A1-", "Home shirt ",
    "*", "\u3000",
)  # fmt: skip


@pytest.mark.parametrize("name", readers())
def test_no_reader_of_a_cell_runs_away(name):
    work = readers()[name]
    tried = [(unit, before, behind) for unit in UNITS for before in ("", "7 ") for behind in ("", "!")]
    assert [attempt for attempt in tried if runs_away(work, *attempt)] == []

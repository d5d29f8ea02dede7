"""Nothing is dropped in silence: every filled cell is in what is sent, or is objected to; and the page says so truly."""

from __future__ import annotations

import json
import re
from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster_import.check.check_workbook import CheckOptions, check_workbook
from roster_import.model.setting import TABLES
from roster_import.model.sheets import LOGOS, ORDER, ROSTER
from roster_import.model.workbook import Cell, FileFormat, Sheet, Workbook
from roster_import.sandbox import KitMakerSwitches, SandboxOptions, start
from roster_import.targets import target
from roster_import.targets.amounts import parse_amount
from tests.conftest import HEADINGS, REPOSITORY
from tests.drills.systems import SYSTEMS
from tests.targets.systems import desk_for

PAGE = (REPOSITORY / "docs" / "targets.md").read_text(encoding="utf-8")
TARGETS = ("kitmaker", "dropday", "jtl")
ROSTER_HEADINGS = (*HEADINGS, "Price", "Logo 601001")
LOGO_HEADINGS = tuple(column.heading for column in LOGOS.columns)
LABELS = tuple(column.heading for column in ORDER.columns)
CATALOGUE = (
    ("Title", "Kind", "ID", "Code", "Type", "Placeholders", "Sizes", "Price"),
    ("Away kit", "design", "298791", "MUL327187", "", "", "", ""),
    ("Match kit", "design", "300100", "MUL330100", "", "NumberLogo 601001; NumberLogo 601002", "", "61.07"),
    ("Club Crest", "logo", "100113", "151107", "Logo", "", "", "2.03"),
    ("Number transfer", "logo", "494679", "1019141", "NumberLogo", "", "", "3.09"),
    ("Name transfer", "logo", "494680", "1019142", "NameLogo", "", "", "4.11"),
    ("Team text", "logo", "100140", "151140", "TextLogo", "", "", "5.13"),
)
WORDS = st.lists(st.text("abcdefghøßéñŁ", min_size=2, max_size=9), min_size=1, max_size=3).map(" ".join)
PRICES = st.tuples(
    st.integers(1, 900), st.integers(0, 99), st.sampled_from(["{}.{:02}", "{},{:02}", "kr {},{:02}"])
).map(lambda parts: parts[2].format(*parts[:2]))


def sheet(name, rows):
    cells = (
        Cell(row=at, column=column, text=str(text))
        for at, row in enumerate(rows, 1)
        for column, text in enumerate(row, 1)
        if text != ""
    )
    return Sheet(name=name, cells=tuple(cells))


def workbook(sheets):
    return Workbook(
        path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=tuple(sheet(name, rows) for name, rows in sheets.items())
    )


@st.composite
def rich(draw):
    """Two orders with everything that can be filled in: no two cells say the same, so that none stands for another."""
    numbers, word = count(draw(st.integers(2, 40))), iter(draw(st.lists(WORDS, min_size=60, max_size=60, unique=True)))
    price = lambda: draw(PRICES)  # noqa: E731
    more = lambda: str(next(numbers))  # noqa: E731

    def rows(reference):
        return (
            (next(word), next(word), more(), "XL", more(), "Away kit", "", "", reference, price(), ""),
            (next(word), "", "", "140", more(), "Match kit", "", "", reference, price(), more()),
            (next(word), next(word), "", "", more(), "", "Name transfer", more(), reference, price(), ""),
            (next(word), "", more(), "", more(), "", "Number transfer", more(), reference, price(), ""),
        )

    def loose(reference):
        return (
            ("Club Crest", more(), more(), "", "", reference),
            ("Team text", more(), more(), next(word), "", reference),
            ("Number transfer", more(), more(), "", more(), reference),
        )

    def details(reference):
        said = {
            "Reference": reference,
            "Email": "a@b.example",
            "Delivery country": "Denmark",
            "Organization ID": "12345",
        }
        return tuple(said.get(label) or next(word) for label in LABELS)

    orders = ("PO-EINS", "PO-ZWEI")
    return {
        "Order": (LABELS, *map(details, orders)),
        "Roster": (ROSTER_HEADINGS, *(row for one in orders for row in rows(one))),
        "Logos": (LOGO_HEADINGS, *(tuple(dict(zip(_LOGO_ORDER, row, strict=True))[key] for key in _LOGO_KEYS)
                                   for one in orders for row in loose(one))),
        "Catalogue": CATALOGUE,
    }  # fmt: skip


_LOGO_ORDER = ("logo", "quantity", "storage-quantity", "text", "number", "order")
_LOGO_KEYS = tuple(column.key for column in LOGOS.columns)


def checked(sheets, system):
    return check_workbook(workbook(sheets), CheckOptions(), target(system, {}))


def objected(sheets, problems):
    """The cells that are objected to; a price column at its heading stands for all of it."""
    places = {(one.sheet, one.cell) for problem in problems for one in problem.each if one.code.endswith("-carried")}
    if ("Roster", "J1") in places:
        places |= {("Roster", f"J{row}") for row in range(2, len(sheets["Roster"]) + 1)}
    return places


def cells(sheets):
    for one in workbook({name: rows for name, rows in sheets.items() if name != "Catalogue"}).sheets:
        headings = {cell.column: cell.text for cell in one.cells if cell.row == 1}
        yield from ((one.name, cell, headings[cell.column]) for cell in one.cells if cell.row > 1)


def without(sheets, places):
    def emptied(name, rows):
        return tuple(
            tuple("" if (name, Cell(row=at, column=to, text="x").address) in places else text
                  for to, text in enumerate(row, 1))
            for at, row in enumerate(rows, 1)
        )  # fmt: skip

    return {name: emptied(name, rows) for name, rows in sheets.items()}


def leaves(document, path=""):
    if isinstance(document, dict):
        for name, value in document.items():
            yield from leaves(value, f"{path}.{name}")
    elif isinstance(document, list):
        for value in document:
            yield from leaves(value, f"{path}[]")
    else:
        yield path, str(document)


def is_in(sent, heading, text):
    if heading == "Price":
        return any(parse_amount(leaf) == parse_amount(text) for leaf in sent)
    if heading == "Delivery country":
        return "DK" in sent
    names = {row[0]: (row[0], row[2]) for row in CATALOGUE}.get(text)
    if names:  # a title: by its id where the system has ids, else by itself
        return any(name in leaf for name in names for leaf in sent)
    if heading == "Delivery contact person":  # some systems have first and last names
        return text in sent or any(" ".join(pair).strip() == text for pair in pairwise(sent))
    return any(re.search(rf"(?<![\w]){re.escape(text)}(?![\w])", leaf) for leaf in sent)


@pytest.mark.parametrize("system", TARGETS)
@given(sheets=rich())
@settings(max_examples=12)
@pytest.mark.every(3)
def test_every_filled_cell_is_sent_or_objected_to(system, sheets):
    places = objected(sheets, checked(sheets, system).problems)
    kept = without(sheets, places - {("Roster", "J1")})
    found = checked(kept, system)
    assert [one.message for one in found.errors] == []
    ours = target(system, {})
    sent = [leaf for order in found.orders for _, leaf in leaves(json.loads(ours.body(order, 0)))]
    missing = [
        (name, cell.address, heading, cell.text)
        for name, cell, heading in cells(kept)
        if not (heading == "Player" and not ours.wants_players)  # never sent, by agreement
        and not is_in(sent, heading, cell.text)
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        ("kitmaker", {("warning", "price-not-carried", "Roster", "J1", "Price")}),
        *(
            (
                system,
                {("error", "organization-not-carried", "Order", f"L{row}", "Organization ID") for row in (2, 3)}
                | {("error", "storage-not-carried", "Roster", f"H{row}", "Storage quantity") for row in (4, 5, 8, 9)}
                | {("error", "storage-not-carried", "Logos", f"C{row}", "Storage quantity") for row in range(2, 8)},
            )
            for system in ("dropday", "jtl")
        ),
    ],
)
def test_what_is_not_carried_is_objected_to_at_its_cell_and_nothing_else_is(system, expected):
    sheets = example()
    problems = checked(sheets, system).problems
    found = {
        (one.level, one.code, one.sheet, one.cell, one.column)
        for problem in problems
        for one in problem.each
        if one.code.endswith("-carried")
    }
    assert found == expected


def example():
    """One rich pair of orders, the same every time; every quantity, number and word of it is there once."""
    words, numbers = (f"word{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(200)), count(101)
    more = lambda: str(next(numbers))  # noqa: E731

    def of(reference):
        return (
            (next(words), next(words), more(), "XL", more(), "Away kit", "", "", reference, "71.17", ""),
            (next(words), "", "", "140", more(), "Match kit", "", "", reference, "72.19", more()),
            (next(words), next(words), "", "", more(), "", "Name transfer", more(), reference, "7.23", ""),
            (next(words), "", more(), "", more(), "", "Number transfer", more(), reference, "7.29", ""),
        )

    def loose(reference):
        rows = (
            {"logo": "Club Crest", "quantity": more(), "storage-quantity": more()},
            {"logo": "Team text", "quantity": more(), "storage-quantity": more(), "text": next(words)},
            {"logo": "Number transfer", "quantity": more(), "storage-quantity": more(), "number": more()},
        )
        return tuple(tuple({**row, "order": reference}.get(key, "") for key in _LOGO_KEYS) for row in rows)

    def details(reference):
        said = {"Reference": reference, "Email": "a@b.example", "Delivery country": "Denmark", "Organization ID": "12345",
                "Delivery contact person": f"{next(words)} {next(words)}", "Delivery zip": more()}  # fmt: skip
        return tuple(said.get(label) or next(words) for label in LABELS)

    orders = ("PO-EINS", "PO-ZWEI")
    return {
        "Order": (LABELS, *map(details, orders)),
        "Roster": (ROSTER_HEADINGS, *(row for one in orders for row in of(one))),
        "Logos": (LOGO_HEADINGS, *(row for one in orders for row in loose(one))),
        "Catalogue": CATALOGUE,
    }


# ------------------------------------------------------------------------------------------- the page's own table


def table(title):
    """The rows of the page's table under a heading: column -> what becomes of it, system by system."""
    lines = PAGE.split(f"### {title}\n")[1].strip().splitlines()
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in lines[: lines.index("") if "" in lines else None]
    ]
    return {row[0]: dict(zip(rows[0][1:], row[1:], strict=True)) for row in rows[2:]}


@pytest.mark.parametrize(
    ("title", "columns"),
    [
        ("Roster", [*(column.heading for column in ROSTER.columns), "Price", "Logo 601001"]),
        ("Order", [column.heading for column in ORDER.columns]),
        ("Logos", [column.heading for column in LOGOS.columns]),
    ],
)
def test_the_page_says_what_becomes_of_every_column(title, columns):
    assert sorted(table(title)) == sorted(columns)
    assert all(text for row in table(title).values() for text in row.values())


@pytest.mark.parametrize("system", ["dropday", "jtl"])
def test_the_page_names_every_setting(system):
    section = PAGE.split(f"[{system}]\n", 2)[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    named = set(re.findall(r"`([a-z_]+)`", " ".join(rows)))
    assert [setting.name for setting in TABLES[system] if setting.name not in named] == []


COLUMNS = {"kitmaker": "KitMaker", "dropday": "Dropday", "jtl": "JTL", "jtl-2": "JTL 2"}
ITEMS = '[jtl]\nunknown_item = "text"\n[jtl.items]\n"Away kit" = "TEE-{size}"\n'


@pytest.mark.parametrize("name", COLUMNS)
def test_every_field_the_page_names_is_where_the_page_says(tmp_path, name):
    """The rich orders placed with the stand-in: what each column said stands in one of the fields that are named for it."""
    system = SYSTEMS[name].target
    sheets = without(example(), {(one.sheet, one.cell) for problem in checked(example(), system).problems for one in problem.each
                                 if one.level == "error"})  # fmt: skip
    switches = KitMakerSwitches(unknown_item="accepted", unknown_size="accepted")
    with start(SandboxOptions(delay=0.02, kitmaker=switches)) as sandbox:
        desk = desk_for(tmp_path, sandbox.url, system)
        desk.environment |= SYSTEMS[name].environment(tmp_path, sandbox.url)
        desk.environment["ROSTER_IMPORT_REQUEST_TIMEOUT"] = "10"
        desk.settings(ITEMS)
        desk.build("club.xlsx", sheets["Roster"][1:], headings=sheets["Roster"][0], order=sheets["Order"],
                   catalogue=sheets["Catalogue"], logos=sheets["Logos"])  # fmt: skip
        run = desk.quick("--json", "club.xlsx")
        assert (run.status, [one["differences"] for one in run.file["orders"]]) == (0, [[], []]), run.out
        posts = [one for one in sandbox.requests() if one["method"] == "POST" and one["status"] in (200, 201, 202)]
        sent = [leaf for one in posts if "token" not in one["path"] for leaf in leaves(json.loads(one["body"]))]
    wrong = [
        (title, heading, text, said)
        for title in ("Roster", "Order", "Logos")
        for heading, row in table(title).items()
        for said in [row[COLUMNS[name]]]
        for text in texts(sheets, title, heading)
        if not said.startswith(("error", "warning", "never")) and not is_there(sent, said, heading, text)
    ]
    assert wrong == []


def texts(sheets, title, heading):
    rows = sheets[title]
    at = rows[0].index(heading)
    return [row[at] for row in rows[1:] if row[at] != ""]


def is_there(sent, said, heading, text):
    fields = [re.sub(r'\["(.*?)"\]', r".\1", field) for field in re.findall(r"`(.*?)`", said)]
    ends = tuple(end for field in fields for end in (f".{field}", f"{field}[]"))
    within = tuple(part for field in fields for part in (f".{field}.", f".{field}[]."))
    found = [leaf for path, leaf in sent if path.endswith(ends) or any(part in path for part in within)]
    return is_in(found, heading, text)

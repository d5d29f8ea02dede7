"""For what a watch holds a file by itself, what a folder lets through, and that no warning is forgotten."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font, PatternFill

import roster_import
from roster_import.errors import UsageError
from roster_import.model.problem import FILE, Place
from roster_import.watch.doubts import (
    HARMLESS,
    KINDS,
    Accepted,
    accepted_kinds,
    doubts_of,
    how_to_accept,
    in_doubt,
    kind_of,
    untold,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = Path(roster_import.__file__).parent
NO_PROBLEMS = frozenset({"count"})  # looks at levels


def warnings_in(source: str) -> Iterator[str | None]:
    """The codes of the warnings that a module can make; None for one whose code is not written there."""
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        said = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg in ("level", "code"))]
        texts = [str(node.value) for value in said if not isinstance(value, ast.Call)
                 for node in ast.walk(value) if isinstance(node, ast.Constant)]  # fmt: skip
        of_a_garment = name == "warn" and len(call.args) > 1  # a person is warned, too, of no problem
        if name == "warning" or of_a_garment or ("warning" in texts and name not in NO_PROBLEMS):
            yield next(filter(is_code, texts), None)


def is_code(text: str) -> bool:
    return "-" in text and text.replace("-", "").isascii() and text.replace("-", "").islower() and " " not in text


def test_every_warning_is_of_a_kind_or_harmless():
    """A new code is put into `KINDS` or `HARMLESS` of `watch/doubts.py`: what a watch does about it is decided once."""
    codes = {(path.name, code) for path in SOURCES.rglob("*.py")
             if not {"sandbox", "write", "cli", "page"} & {*path.relative_to(SOURCES).parts}
             for code in warnings_in(path.read_text(encoding="utf-8"))}  # fmt: skip
    assert {name for name, code in codes if code is None} == {"problem.py", "teams.py"}  # which are told the code
    known = {code for _, code in codes if code}
    assert {code for code in known if kind_of(code) == "other"} == set()
    assert len(known) > 40


def test_a_code_is_of_one_kind():
    codes = [code for kind in (*KINDS.values(), HARMLESS) for code in kind]
    assert len(codes) == len(set(codes))


def test_every_kind_is_told_with_its_places():
    at = Place(sheet="Roster", row=7)
    problems = [at.warning("row-struck-through", ""), FILE.warning("ordered-before", ""), at.error("name-note", "")]
    problems += [Place(sheet="Roster", cell=f"C{row}", row=row).warning("name-note", "") for row in range(1, 7)]
    doubts = doubts_of([*problems, FILE.warning("name-casing", "")], Accepted())
    assert list(doubts) == ["struck-through", "same-goods", "notes-as-names"]
    assert in_doubt(doubts) == (
        "It waits for a person to look at it: rows or cells that are struck through (Roster row 7), goods that were ordered "
        "before and notes where names should be (Roster!C1, Roster!C2, Roster!C3, Roster!C4 and 2 more)."
    )
    assert how_to_accept(doubts, Accepted(kinds=("hidden", "same-goods")), "fc/roster-import.toml") == (
        'To place such files of this folder from now on: accept = ["hidden", "same-goods", "struck-through", "notes-as-names"] '
        "under [watch] in fc/roster-import.toml."
    )


def test_no_kind_counts_as_told_by_the_words_of_another():
    doubts = {kind: [Place(sheet="Roster", row=7).warning(min(codes), "")] for kind, codes in KINDS.items()}
    for kind, problems in doubts.items():
        assert set(untold(doubts, in_doubt({kind: problems}))) == set(KINDS) - {kind}


def test_what_is_accepted_is_not_held():
    struck, casing = FILE.warning("row-struck-through", ""), FILE.warning("name-casing", "")
    stranger = FILE.warning("of-another-package", "")
    assert doubts_of([casing], Accepted()) == {}
    assert doubts_of([struck, casing], Accepted(kinds=("struck-through",))) == {}
    assert doubts_of([struck, casing], Accepted(warnings=True)) == {}
    assert list(doubts_of([struck, casing], Accepted(warnings=False, kinds=("struck-through",)))) == ["other"]
    assert list(doubts_of([stranger], Accepted())) == ["other"]
    assert how_to_accept(["other", "hidden"], Accepted(), "roster-import.toml") == ""
    assert how_to_accept([], Accepted(), "roster-import.toml") == ""


@pytest.mark.parametrize(("value", "message"), [
    (["struck"], "The setting [watch] accept names “struck”, and there is no such kind of doubt. Known: "
     + ", ".join(KINDS) + "."),
    (3, "The setting [watch] accept must be a list of texts."),
])  # fmt: skip
def test_a_kind_that_is_none_is_named_with_all_that_are(value, message):
    with pytest.raises(UsageError) as error:
        accepted_kinds("[watch] accept", value)
    assert error.value.message == message
    assert accepted_kinds("[watch] accept", "hidden, sizes") == ("hidden", "sizes")


# ------------------------------------------------------------------------------------------------------ in a folder


def struck(inbox, name="fc/club.xlsx", *reference, **rows):
    """A roster of which one row is struck through, and put into the folder."""
    path = inbox.drop(name, *reference, **rows)
    beside = inbox.desk.folder / "struck.xlsx"
    path.rename(beside)
    book = load_workbook(beside)
    for cell in book["Roster"][6]:
        cell.font = Font(strike=True)
    book.save(beside)
    beside.rename(path)


def test_rows_of_a_colour_are_held_until_the_kind_is_let_through(inbox, sandbox):
    path = inbox.drop("fc/club.xlsx")
    beside = inbox.desk.folder / "coloured.xlsx"
    path.rename(beside)
    book = load_workbook(beside)
    for cell in book["Roster"][6]:
        cell.fill = PatternFill("solid", fgColor="FFFF0000")
    book.save(beside)
    beside.rename(path)
    (file,) = inbox.once("--json").json["files"]
    assert file["held"] == "It waits for a person to look at it: rows that are filled with a colour (Roster!A6)."
    assert file["doubts"] == ["coloured"]
    (inbox.folder / "held/fc/club.xlsx").rename(path)
    inbox.settings('accept = ["coloured"]\n')
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 1


WHY = "It waits for a person to look at it: rows or cells that are struck through (Roster!A6)."
ACCEPT = 'To place such files of this folder from now on: accept = ["struck-through"] under [watch] in {file}.'


def test_a_struck_row_is_held_and_the_message_says_the_way_on(inbox, sandbox, webhook):
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    struck(inbox)
    run = inbox.once("--json")
    (file,) = run.json["files"]
    assert (run.status, file["held"], file["doubts"]) == (1, WHY, ["struck-through"])
    (message,) = webhook.messages
    text = message["text"].split("\n\n")
    assert text[0] == f"fc/club.xlsx was not ordered. {WHY}"
    assert "row-struck-through" in {problem["code"] for problem in file["problems"]}
    assert text[2].splitlines() == [
        f'To order it all the same: roster-import release "{inbox.folder}/held/fc/club.xlsx".',
        ACCEPT.format(file=f"{inbox.folder}/fc/roster-import.toml"),
    ]
    assert (inbox.folder / "held/fc/club.why.txt").read_text() == message["text"]
    assert inbox.status()["held"] == [{"path": "held/fc/club.xlsx", "why": WHY}]
    assert not sandbox.orders()
    assert inbox.desk.quick("release", inbox.folder / "held/fc/club.xlsx").status == 0
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 1


@pytest.mark.every(4)
@pytest.mark.parametrize("where", ["roster-import.toml", "inbox/fc/roster-import.toml"])
@pytest.mark.parametrize("said", ['[watch]\naccept = ["struck-through"]', "[watch]\naccept_warnings = true"])
def test_a_folder_lets_a_kind_through(inbox, sandbox, where, said):
    struck(inbox)
    if where.startswith("inbox"):
        (inbox.desk.folder / where).write_text(said)
    else:
        inbox.settings(said.removeprefix("[watch]\n") + "\n")
    assert inbox.once().status == 0
    assert inbox.files()[0] == "done/fc/club.results.xlsx"
    assert len(sandbox.orders()) == 1


def test_a_club_that_accepts_what_there_is_not_is_held_until_that_is_corrected(inbox):
    inbox.drop("fc/club.xlsx")
    (inbox.folder / "fc/roster-import.toml").write_text('accept = ["everything"]')
    (file,) = inbox.once("--json").json["files"]
    assert file["held"] == (
        f"{inbox.folder}/fc/roster-import.toml: The setting accept names “everything”, and there is no such kind of doubt. "
        f"Known: {', '.join(KINDS)}."
    )


def test_the_log_and_the_message_have_every_warning_of_what_was_placed(inbox, webhook):
    inbox.settings(f'log = "{inbox.desk.folder}/said.log"\nlog_json = true\naccept = ["struck-through"]\n'
                   f'[notify]\nwebhook = "{webhook.url}"\n')  # fmt: skip
    struck(inbox)
    inbox.once()
    lines = [json.loads(line) for line in (inbox.desk.folder / "said.log").read_text().splitlines()]
    warned = [line for line in lines if line["event"] == "warning"]
    (message,) = webhook.messages
    codes = [problem["code"] for problem in message["report"]["problems"]]
    assert [line["code"] for line in warned] == codes
    assert "row-struck-through" in codes
    for line, problem in zip(warned, message["report"]["problems"], strict=True):
        assert line["text"].endswith(problem["message"])
        assert problem["message"] in message["text"]


def test_the_same_goods_under_another_reference_wait(inbox, sandbox):
    inbox.drop("fc/club.xlsx", "PO-1")
    inbox.once()
    inbox.drop("fc/again.xlsx", "PO-2", rows=inbox.rows_of("PO-1"))
    (file,) = inbox.once("--json").json["files"]
    assert file["doubts"] == ["same-goods"]
    assert file["held"] == "It waits for a person to look at it: goods that were ordered before."
    assert len(sandbox.orders()) == 1


def test_what_has_come_up_since_a_file_was_held_holds_it_once_more(inbox, sandbox):
    struck(inbox, "fc/again.xlsx", "PO-2", rows=inbox.rows_of("PO-1"))
    inbox.once()
    inbox.drop("fc/club.xlsx", "PO-1")
    inbox.once()
    assert len(sandbox.orders()) == 1
    inbox.desk.quick("release", inbox.folder / "held/fc/again.xlsx")
    (file,) = inbox.once("--json").json["files"]
    assert file["held"] == "It waits for a person to look at it: goods that were ordered before."
    assert len(sandbox.orders()) == 1
    inbox.desk.quick("release", inbox.folder / "held/fc/again.xlsx")
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 2


def test_after_the_settings_of_a_club_were_corrected_its_doubts_are_told_before_it_is_let_go(inbox, sandbox):
    struck(inbox)
    settings = inbox.folder / "fc/roster-import.toml"
    settings.write_text('accept = ["everything"]')
    inbox.once()
    settings.unlink()
    inbox.desk.quick("release", inbox.folder / "held/fc/club.xlsx")
    (file,) = inbox.once("--json").json["files"]
    assert (file["held"], sandbox.orders()) == (WHY, [])
    inbox.desk.quick("release", inbox.folder / "held/fc/club.xlsx")
    assert inbox.once().status == 0
    assert len(sandbox.orders()) == 1

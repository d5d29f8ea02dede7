"""What strangers write into cells, sheets' and files' names steers nothing, and turns nothing around, wherever it is shown."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field

import pytest
from openpyxl import load_workbook

from roster_import.sandbox import SandboxOptions, start
from tests.conftest import EXAMPLE_ROWS, ORDER, build, until
from tests.strangers.office import TRACES
from tests.strangers.office import office as an_office

# Each of them in every text: overrides, isolates and marks of direction, one of no width, a tag, a mark of byte order.
HIDDEN = "\u202e\u2066\u2069\u200e\u061c\u200b\U000e0041\ufeff\u00ad\u2028"
# These, and what steers a terminal, leave for no reader. A line end of ours is one.
UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
NAME = "cl\u202eub\x1b[2J\nroster-import: all was placed.xlsx"
FORGED = "\nroster-import: all was placed"
LONG = "Longest " * 4000


def hidden(text: str) -> str:
    return f"{text}-x{HIDDEN}y"


STRANGE = {**ORDER, "Delivery name": hidden("ABC"), "Comment": hidden("by monday"), "Delivery city": hidden("Viborg")}
WRONG = (
    *EXAMPLE_ROWS[:3],
    (hidden("Smith"), hidden("Smith"), "10", hidden("M"), 5, hidden("Away kit")),
    ("Jones", "=HYPERLINK(1)", "27", LONG, 7, LONG),
)  # fmt: skip


@dataclass
class Said:
    """All that was said of the strangers' files, by where it was said."""

    texts: dict[str, str] = field(default_factory=dict)
    folder: object = None


COMMANDS = {
    "check": ("check", NAME), "check, errors": ("check", "wrong.xlsx"), "check, as JSON": ("check", "--json", "wrong.xlsx"),
    "order": (NAME,), "order, as JSON": ("--json", NAME), "orders": ("orders",), "orders, as JSON": ("orders", "--json"),
    "show": ("orders", "show", "PO-2026-0042"), "export": ("orders", "export", "--format", "json"), "proof": ("proof", NAME),
    "proof, errors": ("proof", "wrong.xlsx"), "amend": ("amend", NAME), "doctor": ("doctor",),
    "doctor, a folder": ("doctor", NAME),
    "no file": ("check", f"{NAME}.nowhere.xlsx"), "no order": ("orders", "show", NAME), "no option": (f"--{NAME}",),
    "resume": ("resume",), "headings": ("headings",), "a template there": ("template", NAME),
    "german": ("check", "wrong.xlsx", "--language", "de"),
    "order, errors": ("wrong.xlsx",),
}  # fmt: skip


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    with start(SandboxOptions(delay=0.02)) as sandbox:
        desk = an_office(tmp_path_factory.mktemp("office"), sandbox.url)
        build(desk.folder / NAME, order=STRANGE, sheet="Ros\u202eter")
        desk.build("wrong.xlsx", WRONG, order={**STRANGE, "Email": hidden("nobody")})
        told = Said(folder=desk.folder)
        for name, words in COMMANDS.items():
            run = desk.quick(*words)
            told.texts[name], told.texts[f"{name}, stderr"] = run.out, run.err
        yield told


PLACES = [f"{name}{beside}" for name in COMMANDS for beside in ("", ", stderr")]


@pytest.mark.parametrize("place", PLACES)
def test_nothing_that_cannot_be_seen_reaches_a_screen(said, place):
    text = said.texts[place]
    assert UNSEEN.findall(text) == []
    assert FORGED not in text
    assert "Traceback" not in text
    if "JSON" not in place and place != "export":
        assert max(map(len, text.splitlines()), default=0) < 2500


def test_as_json_it_is_the_same_to_a_program(said):
    problems = json.loads(said.texts["check, as JSON"])["files"][0]["problems"]
    assert [problem["column"] for problem in problems if "\u202e" in problem["value"]] == ["Design", "Email"]
    assert json.loads(said.texts["orders, as JSON"])["orders"][0]["file"].endswith(NAME)


def test_pages_show_it_by_its_number(said):
    pages = list(said.folder.glob("*.html"))
    assert len(pages) == 2
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert (UNSEEN.findall(text), "[U+202E]" in text) == ([], True)


def test_sheets_of_ours_show_it_by_its_number_and_calculate_nothing(said):
    ours = {}
    for path in said.folder.glob("*.xlsx"):
        workbook = load_workbook(path)
        for sheet in workbook:
            if sheet.title in ("Summary", "Results", "Lines", "What to fix"):
                cells = [cell for row in sheet for cell in row if cell.value is not None]
                ours[sheet.title] = "\n".join(str(cell.value) for cell in cells)
                assert not [
                    cell for cell in cells if cell.data_type == "f" and not cell.value.startswith(("=SUM", "=HYPER"))
                ]
    assert set(ours) == {"Summary", "Results", "Lines", "What to fix"}
    assert {name: UNSEEN.findall(text) for name, text in ours.items()} == {name: [] for name in ours}
    assert "U+202E" in ours["What to fix"]


STRANGE_WORDS = f"Refused{HIDDEN}\x1b[2J\x9b1m{FORGED} \ud800" + "!" * 40_000
# What an order system answers, or whoever stands where it should: a refusal, a confirmation, a list, no JSON at all.
ANSWERS = {
    "a refusal": (
        422,
        json.dumps({"message": STRANGE_WORDS, "errors": {"designs.0.instances.0.size": [STRANGE_WORDS]}}),
    ),
    "a refusal that is no JSON": (400, STRANGE_WORDS),
    "not admitted": (401, json.dumps({"message": STRANGE_WORDS})),
    "taken": (200, json.dumps({"trackingId": STRANGE_WORDS, "status": STRANGE_WORDS, "orderNumber": STRANGE_WORDS})),
    "a fault": (503, STRANGE_WORDS),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_an_order_system_steers_nothing_either(office, stranger, answer):
    stranger.answer = answer
    office.environment |= {
        "ROSTER_IMPORT_KITMAKER_URL": stranger.url, "ROSTER_IMPORT_OFFLINE": "0", "ROSTER_IMPORT_POLL_TIMEOUT": "0.05",
    }  # fmt: skip
    office.build()
    calls = (("club.xlsx",), ("--json", "club.xlsx"), ("orders",), ("orders", "show", "PO-2026-0042"), ("resume",), ("logos",),
             ("designs", "299571"), ("doctor",))  # fmt: skip
    for words in calls:
        run = office.quick(*words)
        assert UNSEEN.findall(run.out + run.err) == [], words
        assert FORGED not in run.out + run.err
        assert max(map(len, (run.out + run.err).splitlines()), default=0) < 2500, words
        assert not any(trace in run.err for trace in TRACES), words


COMMAND = """
import json, os, sys
document = sys.stdin.read()
with open({path!r}, "a", encoding="utf-8") as file:
    file.write(json.dumps([os.environ["ROSTER_IMPORT_MESSAGE_SUBJECT"], json.loads(document)["text"], document]) + "\\n")
"""


def test_what_a_watch_says_steers_nothing(watched, stranger):
    told = watched.desk.folder / "told"
    script = watched.desk.file("told.py", COMMAND.format(path=str(told)))
    watched.settings(f'[notify]\nwebhook = "{stranger.url}"\ncommand = ["{sys.executable}", "{script}"]\n')
    watched.drop(NAME, "PO-1", order={**STRANGE, "Reference": "PO-1"})
    watched.drop("wrong.xlsx", order={**STRANGE, "Reference": hidden("PO-2")}, rows=WRONG)
    (watched.folder / "a\nb\u202e.xlsx").write_bytes(b"no workbook")
    with watched.watching():
        watched.settled("wrong.xlsx")
        until(lambda: len(stranger.received) >= 3 and told.exists() and len(told.read_text().splitlines()) >= 3)
        status = watched.desk.quick("watch", watched.folder, "--status")
    notes = [note.read_text(encoding="utf-8") for note in watched.folder.rglob("*.why.txt")]
    messages = [part for line in told.read_text().splitlines() for part in json.loads(line)]
    for text in (watched.log, status.out, *notes, *messages, *stranger.received):
        assert UNSEEN.findall(text.replace("\r\n", "\n")) == []
        assert FORGED not in text
    assert {"\n" in subject for subject in messages[::3]} == {False}
    assert "U+202E" in "".join(messages)

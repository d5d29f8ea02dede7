"""What a terminal gets: colour and weight, lines broken between words, tables that fit, a line that shows time passing."""

from __future__ import annotations

import re

import pytest

from roster_import.cli import progress as progress_line
from roster_import.cli.offer import orders_table
from roster_import.cli.pieces import Table, line, plain
from roster_import.cli.progress import Progress
from roster_import.cli.rendered import rendered, state
from roster_import.pipeline.session import Awaited, Offer
from tests.conftest import ORDER
from tests.pseudo_terminal import on_coloured_terminal, on_terminal

WEIGHT = re.compile(r"\x1b\[[0-9;]*m")
ROWS = (
    ("Reference", "Status", "Order number", "When", "By", "File"),
    ("PO-2026-0042", "bestellt", "20002502", "13. Mai 2026 13:14", "root@82ab3c4d5e6f", "Mannschaft-2026-Herbst.xlsx"),
)


@pytest.fixture(autouse=True)
def _a_terminal_of_colours(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLORTERM", raising=False)


def shown(*pieces, width=80):
    return WEIGHT.sub("", rendered(pieces, width)).splitlines()


def test_a_line_is_broken_between_words_and_goes_on_further_in():
    said = line(
        "  ", ("warning: Roster!E5: ", "warning"), "Quantity 5 makes 5 identical shirts. Write 1, unless it is meant."
    )
    assert shown(said, width=40) == [
        "  warning: Roster!E5: Quantity 5 makes",
        "    5 identical shirts. Write 1, unless",
        "    it is meant.",
    ]
    assert "\x1b[1;33mwarning: Roster!E5: \x1b[0m" in rendered([said], 80)
    assert plain(said) == [said.text]


def test_a_word_that_is_wider_than_the_screen_stays_whole_to_be_copied():
    path = "/srv/shares/clubs/" + "a" * 60 + "/club.results.xlsx"
    assert shown(f"Results: {path}", width=60) == ["Results:", f"  {path}"]


@pytest.mark.parametrize(
    "markup", ["[red]Smith[/red]", "[link=https://x.example]y[/link]", ":smiley:", "[/]", "\\[bold]"]
)
def test_strangers_words_are_neither_markup_nor_links(markup):
    assert shown(line((markup, "file"))) == [markup]
    assert shown(Table(rows=(("Name",), (markup,)))) == ["Name", markup]
    assert "\x1b]8" not in rendered([line((markup, "file"))], 80)


def test_what_steers_a_terminal_is_shown_by_its_number():
    text = rendered([line(("a\x1b[31mb\x1b]8;;http://x\x07", "file")), Table(rows=(("H",), ("\u202ex\ny",)))], 200)
    assert "[U+001B][31mb[U+001B]]8;;http://x[U+0007]" in text
    assert "[U+202E]x[U+000A]y" in text


def test_a_table_is_as_wide_as_it_is_where_there_is_room_for_it():
    assert shown(Table(rows=ROWS), width=120) == plain(Table(rows=ROWS))


def test_a_table_is_broken_between_words_and_within_long_names_and_the_column_that_matters_least_goes_first():
    assert shown(Table(rows=ROWS, spare=(4,)), width=66) == [
        "Reference     Status    Order        When         File",
        "                        number",
        "PO-2026-0042  bestellt  20002502     13. Mai      Mannschaft-2026-",
        "                                     2026 13:14   Herbst.xlsx",
    ]


@pytest.mark.parametrize("width", [80, 60, 40, 20])
def test_no_row_of_a_table_is_wider_than_the_screen_and_nothing_is_lost(width):
    lines = shown(Table(rows=ROWS), width=width)
    assert max(map(len, lines)) <= width
    letters = sorted("".join(cell for row in ROWS for cell in row).replace(" ", ""))
    assert sorted("".join(lines).replace(" ", "")) == letters


def test_signs_that_are_two_columns_wide_are_counted_as_such():
    first, second = shown(Table(rows=(("名前", "Size"), ("山田太郎", "M"))))
    assert (first, second) == ("名前      Size", "山田太郎  M")


def test_no_color_takes_the_colours_away_and_dumb_the_weight_too(monkeypatch):
    said = line(("club.xlsx:", "error"), " wrong")
    monkeypatch.setenv("NO_COLOR", "1")
    assert rendered([said], 80) == "\x1b[1mclub.xlsx:\x1b[0m wrong\n"
    monkeypatch.setenv("TERM", "dumb")
    assert rendered([said], 80) == "club.xlsx: wrong\n"


# --------------------------------------------------------------------------------------------------- progress


def said(heard, ended=(), passed=0.0, language="en", orders=1, usual=(3, 30)):
    clock = iter([0.0, passed])
    awaited = Awaited(orders=orders, system="KitMaker", language=language, usual=usual)
    text, done = Progress(awaited, heard, dict.fromkeys(ended, "completed"), lambda: next(clock)).state()
    return progress_line.in_language(text, language), done


@pytest.mark.parametrize(
    ("language", "line_of_it"),
    [
        ("en", "2 of 120 confirmed, 0:14, KitMaker usually takes 3–30 s"),
        ("da", "2 af 120 bekræftet, 0:14, KitMaker bruger normalt 3–30 s"),
        ("de", "2 von 120 bestätigt, 0:14, KitMaker braucht meist 3–30 s"),
    ],
)
def test_the_line_says_how_many_how_long_and_what_is_waited_for(language, line_of_it):
    heard = {"a": "completed", "b": "completed", "c": "pending", "d": "sending"}
    assert said(heard, ("a", "b"), 14.2, language, 120) == (line_of_it, 2 / 120)


def test_the_usual_time_is_said_only_where_it_is_known():
    assert said({"a": "pending"}, passed=75, usual=None)[0] == "0 of 1 confirmed, 1:15, waiting for KitMaker"
    assert said({"a": "sending"})[0] == "0 of 1 confirmed, 0:00, sending to KitMaker"
    assert said({"a": "completed"}, ("a",))[0] == "1 of 1 confirmed, 0:00, writing the results"
    assert said({})[0] == "0 of 1 confirmed, 0:00"


def test_the_line_fits_the_screen_whatever_it_says():
    for width in (120, 40, 21, 5):
        drawn = WEIGHT.sub("", state(line("2 of 120 confirmed, 0:14, KitMaker usually takes 3–30 s"), width, 0.5))
        assert len(drawn) < width
        assert "\n" not in drawn


def test_a_slow_order_shows_time_passing_in_the_language_of_its_workbook(desk, sandbox):
    desk.build(
        rows=(("Anna", "Schmidt", "10", "M", 1, "Away kit"),),
        headings=("Spieler", "Name", "Nummer", "Größe", "Anzahl", "Design"),
    )
    sandbox.ask_for("place:never-ready")
    desk.environment["ROSTER_IMPORT_POLL_TIMEOUT"] = "1.3"
    status, told = on_coloured_terminal(desk, "club.xlsx", "--yes", columns=100)
    frames = [WEIGHT.sub("", frame).rstrip() for frame in re.findall(r"\r\x1b\[K([^\r\n]*)", told)]
    assert status == 4
    assert "0 von 1 bestätigt, 0:01, KitMaker braucht meist 3–30 s" in "".join(frames)
    assert frames[-1].startswith("club.xlsx: noch nicht fertig"), "the line is cleared"


def test_a_terminal_of_letters_alone_gets_plain_lines_of_progress(desk, sandbox):
    desk.environment["TERM"] = "dumb"
    desk.build()
    _, told = on_coloured_terminal(desk, "club.xlsx", "--yes")
    assert "\x1b" not in told
    assert "PO-2026-0042 is being sent\n" in told


# ---------------------------------------------------------------------------------------------------- much of it


def many(desk, count):
    rows = [(f"P{at}", f"Name{at}", str(at + 1), "M", 1, "Away kit", "", "", f"PO-{at:03}") for at in range(count)]
    order = {name: value for name, value in ORDER.items() if name != "Reference"}
    desk.build("many.xlsx", rows=rows, order=order)


def test_many_orders_are_a_row_each_before_the_question_and_a_summary_after_it(desk, sandbox):
    many(desk, 12)
    desk.build("wrong.xlsx", rows=(("Ann", "ANN", "1O", "M", 1, "Away kit"),))
    status, told = on_terminal(desk, "many.xlsx", "wrong.xlsx", answers=["a", "y"])
    assert status == 1
    before, _, after = told.partition("Place 12 orders with 12 pieces with KitMaker? [y/N]: ")
    assert "  Reference  For                Pieces  Loose logos  File\n" in before
    assert "  PO-000     Football Club ABC  1                    many.xlsx\n" in before
    assert "Order PO-000 for Football Club ABC" not in before
    assert "Order PO-000 for Football Club ABC" in after, "a shows all of it"
    assert (
        "12 orders were placed and confirmed, with 12 pieces.\nNothing of 1 file was sent: it has errors.\n"
    ) in after
    assert re.search(r"^Confirmed in all, with VAT: [0-9.]+ DKK\.$", after, re.MULTILINE)
    assert "wrong.xlsx: 1 error. Nothing was sent. It is marked in wrong.problems.xlsx.\n" in after
    assert after.endswith("With -v every order is listed.\n")
    assert "PO-000  completed" not in after
    again = on_terminal(desk, "many.xlsx", "--yes", "-v")[1]
    assert "  PO-000  completed  order number" in again


def test_what_is_piped_is_never_a_summary(desk, sandbox):
    many(desk, 11)
    run = desk.quick("many.xlsx", "--yes")
    assert run.out.count("  completed  order number ") == 11
    assert "PO-010  completed" in run.out


def test_many_orders_are_listed_with_their_files():
    offer = Offer(files=(), costs={}, problems=(), system="KitMaker", realm="live", language="de", output=None)
    assert orders_table(offer).rows == [("Referenz", "Für", "Stück", "Lose Logos", "Datei")]


@pytest.mark.drill
def test_rich_is_loaded_on_a_terminal_alone(offline):
    offline.build()
    code = (
        "import sys; sys.argv = ['roster-import', 'check', 'club.xlsx']\n"
        "from roster_import.cli.main import run\n"
        "try: run()\n"
        "except SystemExit: pass\n"
        "print('LOADED', 'rich' in sys.modules)"
    )
    said = offline.python(code)
    assert said.endswith("LOADED False\n")

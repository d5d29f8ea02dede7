"""The command `proof`: where the page goes, what is said, what is never overwritten."""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path
from unittest import mock

import pytest

from roster_import.errors import WriteError
from roster_import.write.proof.pdf import find_browser, printed_pdf
from tests.conftest import ORDER

ROWS = (
    ("Ann Smith", "Smith", "10", "M", 1, "Away kit"),
    ("Bo Jones", "Jones", "27", "L", 1, "Home kit;Away kit"),
)
FAULTY = (*ROWS, ("Cy Young", "Young", "1O", "L", 1, "Away kit"), ("Di Day", "Day", "4", "", "two", "Away kat"))


PRINTS = (
    "pdf = next(arg for arg in sys.argv if arg.startswith('--print-to-pdf=')).split('=', 1)[1]\n"
    "pathlib.Path(pdf).write_bytes(b'%PDF-' + pathlib.Path(pdf).with_suffix('.html').read_bytes())"
)


def code(run):
    return re.search(r"Proof ([0-9A-F]{4}-[0-9A-F]{4})", run.out)[1]


def page(desk, name="club.proof.html"):
    return (desk.folder / name).read_text("utf-8")


def test_the_proof_lies_beside_the_file_and_needs_neither_ledger_nor_order_system(offline):
    offline.build(rows=ROWS)
    run = offline.quick("proof", "club.xlsx")
    assert (run.status, run.err) == (0, "")
    assert run.out == f"club.xlsx: Proof {code(run)}: club.proof.html\n"
    assert page(offline).startswith('<!DOCTYPE html>\n<html lang="en">')
    assert not (offline.folder / "ledger.sqlite3").exists()
    assert sorted(path.name for path in offline.folder.iterdir()) == ["club.proof.html", "club.xlsx"]


def test_warnings_are_said_and_are_no_errors_unless_asked_for(offline):
    offline.build(rows=(*ROWS, ("Cy Young", "Young", "10", "L", 1, "Away kit")))
    run = offline.quick("proof", "club.xlsx")
    assert run.status == 0
    assert "\n  warning: Roster!C4: Number 10 is on Away kit for more than one person" in run.out
    assert offline.quick("proof", "--no-accept-warnings", "club.xlsx").status == 1


def test_a_roster_with_errors_is_drawn_as_a_draft(offline):
    offline.build(rows=FAULTY)
    run = offline.quick("proof", "club.xlsx")
    assert run.status == 1
    assert run.out.startswith("club.xlsx: 4 errors: a draft, not for signing: club.proof.html\n  Roster!C4: ")
    said = page(offline)
    drawn = re.findall(r'aria-label="Back of the shirt: ([^"]*)"', said)
    assert drawn == [
        "name Smith, number 10",
        "name Jones, number 27",
        "name Young, number 1O",
        "name Jones, number 27",
        "name Day, number 4",
    ]
    assert said.count("quantity unclear") == 1
    assert "no size" in said
    assert "Away kat" in said
    assert "Approved for printing" not in said


def test_a_draft_shows_what_is_known_of_its_delivery(offline):
    offline.build(rows=FAULTY, order={**ORDER, "Delivery country": "Denmrak", "Delivery zip": ""})
    assert offline.quick("proof", "club.xlsx").status == 1
    said = page(offline)
    assert ORDER["Delivery address"] in said
    assert f"<div>{ORDER['Delivery city']}</div><div>Denmrak</div>" in said


def test_a_draft_of_a_table_shows_the_delivery_its_rows_carry(offline):
    headings = (
        "Player,Name,Number,Size,Quantity,Design,Reference,Delivery name,Delivery address,Delivery zip,Delivery city"
    )
    row = "Ann,Smith,1O,M,1,MUL327187,PO-9,FC Nine,Road 9,8800,Viborg"
    (offline.folder / "club.csv").write_text(f"{headings},Delivery country\n{row},DK\n", "utf-8")
    assert offline.quick("proof", "club.csv").status == 1
    said = page(offline)
    assert "Order PO-9" in said
    assert "<div>FC Nine</div><div>Road 9</div><div>8800 Viborg</div><div>Denmark</div>" in said


@pytest.mark.parametrize("language", ["da", "de"])
def test_everything_the_checks_say_is_in_the_language_of_the_page(offline, language):
    rows = (
        *FAULTY, ("Ed", "Ed (C)", "1", "S", 1, "Away kit"), ("Fy", "tbd", "1", "M", 3, "Away kit"), ("Gu", "", "", "", "0", ""),
    )  # fmt: skip
    offline.build(rows=rows)
    offline.quick("proof", "--language", language, "club.xlsx")
    assert page(offline).count('<span class="place">') > 8
    assert 'lang="en"' not in page(offline)


def test_two_players_with_one_number_both_have_it_said(offline):
    offline.build(rows=(*ROWS, ("Cy Young", "Young", "10", "L", 1, "Away kit")))
    assert offline.quick("proof", "club.xlsx").status == 0
    cards = page(offline).split('<li class="card')[1:]
    found = [("Number 10 is on Away kit" in card, card.startswith(" warning wide")) for card in cards]
    assert found == [(True, True), (True, True), (False, False), (False, False)]


def test_nothing_is_drawn_where_the_columns_are_not_clear(offline):
    offline.build(rows=[row[:1] + row[2:] for row in ROWS], headings=("Player", "Number", "Size", "Quantity", "Design"))
    run = offline.quick("proof", "club.xlsx")
    assert run.status == 1
    assert "Back of the shirt" not in page(offline)
    assert "Nothing can be drawn until the errors above are corrected." in page(offline)
    surnames = offline.quick("proof", "--print-name", "surname", "club.xlsx")
    assert surnames.status == 0
    assert "Back of the shirt: name Smith, number 10" in page(offline)


def test_a_file_that_cannot_be_read_has_a_page_that_says_so(offline):
    (offline.folder / "club.xlsx").write_bytes(b"PK\x03\x04 not a zip")
    run = offline.quick("proof", "club.xlsx")
    assert run.status == 1
    assert "Nothing can be drawn" in page(offline)


def test_an_older_proof_of_the_same_file_gives_way(offline):
    offline.build(rows=ROWS)
    first = code(offline.quick("proof", "club.xlsx"))
    offline.build(rows=ROWS[:1])
    again = offline.quick("proof", "club.xlsx")
    assert again.out == f"club.xlsx: Proof {code(again)}: club.proof.html\n"
    assert code(again) != first
    assert first not in page(offline)


@pytest.mark.parametrize("other", ["somebody else's words", "changed"])
def test_nothing_else_is_ever_overwritten(offline, other):
    offline.build(rows=ROWS)
    offline.quick("proof", "club.xlsx")
    there = offline.folder / "club.proof.html"
    there.write_text(page(offline).replace("Smith", "Smyth") if other == "changed" else other, "utf-8")
    before = there.read_bytes()
    run = offline.quick("proof", "club.xlsx")
    assert run.out == f"club.xlsx: Proof {code(run)}: club.proof (2).html\n"
    assert there.read_bytes() == before
    assert offline.quick("proof", "--force", "club.xlsx").out.endswith(": club.proof.html\n")
    assert "Smith" in page(offline)


def test_club_csv_and_club_xlsx_have_a_proof_each(offline):
    offline.build(rows=ROWS)
    headings = (
        "Player,Name,Number,Size,Quantity,Design,Reference,Delivery name,Delivery address,Delivery zip,Delivery city,"
    )
    row = "Ann,Smith,10,M,1,MUL327187,PO-9,FC,Road 1,8800,Viborg,DK"
    (offline.folder / "club.csv").write_text(f"{headings}Delivery country\n{row}\n", "utf-8")
    assert [offline.quick("proof", name).status for name in ("club.xlsx", "club.csv")] == [0, 0]
    assert "PO-2026-0042" in page(offline)
    assert "PO-9" in page(offline, "club.proof (2).html")


def test_output_is_a_page_or_a_folder(offline):
    offline.build(rows=ROWS)
    offline.build("other.xlsx", rows=ROWS)
    (offline.folder / "out").mkdir()
    assert offline.quick("proof", "-o", "page.html", "club.xlsx").out.endswith(": page.html\n")
    run = offline.quick("proof", "--output", "out", "club.xlsx", "other.xlsx")
    assert [line.split(": ")[-1] for line in run.out.splitlines()] == [
        str(Path("out", "club.proof.html")),
        str(Path("out", "other.proof.html")),
    ]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("-o", "x.xlsx", "club.xlsx"), "--output x.xlsx: a proof is a page; give it a name that ends in .html."),
        (("-o", "no/x.html", "club.xlsx"), "--output no/x.html: there is no folder no. Make it, or name another."),
        (
            ("-o", "x.html", "club.xlsx", "b.xlsx"),
            "--output x.html is not a folder, and there are 2 files: name a folder that exists.",
        ),
        (("nothing.xlsx",), "There is no file nothing.xlsx. Nothing was sent."),
    ],
)
def test_what_cannot_be_meant_is_said_before_anything_is_read(offline, args, message):
    offline.build(rows=ROWS)
    run = offline.quick("proof", *args)
    assert (run.status, run.out, run.err) == (2, "", f"roster-import: {message}\n")


def test_json_says_where_it_lies_and_what_is_wrong(offline):
    offline.build(rows=FAULTY)
    offline.build("good.xlsx", rows=ROWS)
    run = offline.quick("proof", "--json", "club.xlsx", "good.xlsx")
    assert run.status == 1
    bad, good = run.json["files"]
    assert (run.json["version"], bad["status"], bad["proof"], bad["code"], bad["pdf"], bad["error"]) == (
        1, "problems", "club.proof.html", None, None, None,
    )  # fmt: skip
    assert [problem["cell"] for problem in bad["problems"]] == ["C4", "D5", "E5", "F5"]
    assert (good["status"], good["proof"], good["problems"]) == ("checked", "good.proof.html", [])


def test_in_another_language(offline):
    offline.build(rows=ROWS)
    assert offline.quick("proof", "--language", "da", "club.xlsx").status == 0
    assert '<html lang="da">' in page(offline)
    assert "Danmark" in page(offline)


def test_it_is_shown_in_the_browser_where_that_is_asked_for(offline):
    offline.build(rows=ROWS)
    with mock.patch("click.launch") as launched:
        offline.quick("proof", "club.xlsx")
        assert launched.call_args_list == []
        offline.quick("proof", "--open", "club.xlsx")
    assert launched.call_args_list == [mock.call("club.proof.html")]


def test_a_pdf_lies_beside_the_page_and_gives_way_to_a_newer_one(offline):
    program(offline.folder, "chromium", PRINTS)
    offline.environment["PATH"] = str(offline.folder)
    offline.build(rows=ROWS)
    first = offline.quick("proof", "--pdf", "club.xlsx")
    assert (first.status, first.out) == (
        0,
        f"club.xlsx: Proof {code(first)}: club.proof.html and club.proof.pdf\n",
    )
    offline.build(rows=ROWS[:1])
    assert offline.quick("proof", "--pdf", "club.xlsx").out.endswith(": club.proof.html and club.proof.pdf\n")
    (offline.folder / "club.proof.pdf").write_bytes(b"%PDF- signed")
    assert offline.quick("proof", "--pdf", "club.xlsx").out.endswith(": club.proof.html and club.proof (2).pdf\n")
    assert (offline.folder / "club.proof.pdf").read_bytes() == b"%PDF- signed"


@pytest.mark.drill
def test_a_country_looked_up_in_a_language_leaves_its_numbers_and_dates_as_they_are(offline):
    """In a process of its own: what Babel keeps of a language is kept for good."""
    offline.build(rows=ROWS, order={**ORDER, "Delivery country": "Danmark"})
    run = offline.run("proof", "--language", "da", "club.xlsx")
    assert (run.status, run.err) == (0, "")
    assert "3 styk" in page(offline)


def test_what_a_terminal_would_act_upon_is_shown(offline):
    name = "cl\x1b[31mub.xlsx"
    offline.build(name, rows=ROWS)
    run = offline.quick("proof", name)
    assert run.status == 0
    assert "\x1b" not in run.out + page(offline, "cl\x1b[31mub.proof.html")
    assert run.out.startswith("cl[U+001B][31mub.xlsx: ")


# ------------------------------------------------------------------------------------------------------------- PDF


def test_without_a_browser_the_page_is_there_and_the_pdf_is_missed_in_a_sentence(offline):
    offline.build(rows=ROWS)
    offline.environment["PATH"] = str(offline.folder)
    run = offline.quick("proof", "--pdf", "club.xlsx")
    assert run.status == 2
    assert run.out == (
        f"club.xlsx: Proof {code(run)}: club.proof.html\n"
        "  No PDF was made: it is printed by Chrome, Chromium or Edge, and none was found here. "
        "Open the page in any browser and print it there; it is made for A4.\n"
    )
    assert (offline.folder / "club.proof.html").exists()


def program(folder, name, lines):
    path = folder / name
    path.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{lines}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_a_browser_is_found_by_name_on_the_path_and_in_its_usual_places(tmp_path):
    assert find_browser({"PATH": str(tmp_path)}, "linux") is None
    chrome = program(tmp_path, "google-chrome", "")
    assert find_browser({"PATH": str(tmp_path)}, "linux") == chrome
    mac = tmp_path / "Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"
    mac.parent.mkdir(parents=True)
    mac.write_bytes(b"")
    assert find_browser({"PATH": "", "HOME": str(tmp_path)}, "darwin") == mac


@pytest.mark.parametrize(
    ("lines", "patience", "why"),
    [
        ("sys.exit(7)", 60, " (exit status 7)"),
        ("time.sleep(60)", 0.3, " within 0.3 seconds"),
        ("", 60, " (exit status 0)"),
    ],
)
def test_a_browser_that_prints_nothing_is_told_of(tmp_path, lines, patience, why):
    browser = program(tmp_path, "chromium", lines)
    with pytest.raises(WriteError) as told:
        printed_pdf(b"<p>", browser, tmp_path, patience)
    assert told.value.message == (
        f"No PDF was made: {browser} printed nothing{why}. "
        "Open the page in any browser and print it there; it is made for A4."
    )


def test_a_browser_that_does_not_start_is_told_of(tmp_path):
    browser = tmp_path / "chromium"
    browser.write_bytes(b"no program")
    with pytest.raises(WriteError) as told:
        printed_pdf(b"<p>", browser, tmp_path)
    assert told.value.message == (
        f"No PDF was made: {browser} did not work: Permission denied. "
        "Open the page in any browser and print it there; it is made for A4."
    )


def test_what_the_browser_prints_is_taken_and_nothing_is_left_behind(tmp_path):
    browser = program(tmp_path, "chromium", PRINTS)
    assert printed_pdf(b"<p>words", browser, tmp_path, 60) == b"%PDF-<p>words"
    assert list(tmp_path.iterdir()) == [browser]

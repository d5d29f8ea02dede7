"""A coach's way through the page in a real browser, from the drop to the signature."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill

from roster_import.page.signed import signed_rosters
from tests.conftest import until
from tests.page.conftest import PHONE, is_accessible, signed_in
from tests.page.office_desk import site_of
from tests.page.test_page_office import client_of, ended, order, orders_of

CLUB = "FC Nord"
SETTINGS = """
[catalogue]
file = "catalogue.csv"
[delivery]
name = "FC Nord"
address = "Stadionweg 1"
zip = "24103"
city = "Kiel"
country = "Germany"
"""
CATALOGUE = """Title,Kind,ID,Code,Sizes
Heimtrikot,design,298791,MUL327187,S;M;L;XL;XXL
Torwarttrikot,design,298792,MUL327188,S;M;L;XL;XXL
"""


def club(page, name=CLUB):
    """A club that the office has set up, and its link."""
    folder = page.clubs / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "roster-import.toml").write_text(SETTINGS.replace("FC Nord", name), encoding="utf-8")
    (folder / "catalogue.csv").write_text(CATALOGUE, encoding="utf-8")
    return page.link(name)


def faulty(path, people=12):
    """A club's own list as such lists are, in the club's own colours, with a sheet that is none of our business."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Spielerliste"
    sheet.append(["FC Nord – 1. Herren 2026/27"])
    sheet.append([])
    sheet.append(["Spieler", "Rückennr.", "Aufdruck", "Größe", "Trikot", "Handy"])
    for at in range(people):
        sheet.append([f"Max{at} Lund{at}", at + 1, f"LUND{at}", "M", "Heimtrikot", f"0151 {at:06d}"])
    sheet["B5"], sheet["D7"], sheet["B9"], sheet["E11"] = "1O", "XXXXXL", "#6", "Heimtrikott"
    sheet["B5"].fill = PatternFill("solid", fgColor="FFDD88")
    book.create_sheet("Kasse").append(["Beitrag", 12])
    book.save(path)
    return path


def drop(tab, link, file, *, script=True):
    tab.goto(link)
    tab.set_input_files("#file", file)
    if not script:
        tab.click(".drop button")
    tab.wait_for_selector("#status")
    tab.wait_for_load_state()  # its script, too


def gone(tab, selector):
    tab.wait_for_selector(selector, state="detached")
    tab.wait_for_load_state()


def mend_all(tab, *, script=True):
    """What somebody does who has never seen the page: what is suggested for one cell, for all the others, what is typed."""
    tab.click("#m-B5 .take")
    gone(tab, "#to-B5")
    tab.click("button[name=others]")
    gone(tab, "button[name=others]")
    tab.fill("#to-D7", "XXL")
    tab.keyboard.press("Tab" if script else "Enter")
    gone(tab, "#to-D7")


def sign(tab, name="Trainer Müller", reference=None):
    tab.click("#to-sign")
    tab.wait_for_selector("#looked")
    if reference is not None:
        tab.fill("#reference", reference)
    tab.check("#looked")
    tab.fill("#name", name)
    tab.click(".sign button")
    tab.wait_for_selector(".facts")


def test_from_a_faulty_list_to_a_signature(standing, look, tmp_path):
    link, tab = club(standing), look("de")
    tab.goto(link)
    is_accessible(tab)
    drop(tab, link, faulty(tmp_path / "liste.xlsx"))
    assert "4 zu verbessern." in tab.inner_text("#status")
    assert "bestellt: die Größe" in tab.inner_text("thead")
    assert tab.inner_text("#r3 td:nth-of-type(2)") == "Rückennr."
    assert "0151 000001" in tab.inner_text("#r5")
    assert not tab.is_visible(".sideways")
    assert tab.locator("#m-B5 .why #w-B5").text_content() == (
        "Die Nummer „1O“ besteht nicht nur aus Ziffern. Bitte die Nummer in Ziffern schreiben oder für keine leer lassen. "
        "War 10 gemeint?"
    )
    is_accessible(tab)
    mend_all(tab)
    with tab.expect_download() as kept:
        tab.click("#file")
    mended = load_workbook(BytesIO(Path(kept.value.path()).read_bytes()))
    assert mended.sheetnames == ["Spielerliste", "Kasse"]
    sheet = mended["Spielerliste"]
    assert [sheet[cell].value for cell in ("B5", "D7", "B9", "E11")] == ["10", "XXL", "6", "Heimtrikot"]
    assert sheet["B5"].fill.fgColor.rgb == "00FFDD88"
    tab.click("#to-sign")
    tab.wait_for_selector("#looked")
    is_accessible(tab)
    drawn = tab.frame_locator("iframe").locator("body")
    assert (
        drawn.locator("h1").bounding_box()["y"] > tab.locator("iframe").bounding_box()["y"]
    )  # it begins at its summary
    assert drawn.inner_text().count("LUND") >= 12
    assert drawn.locator("input").count() == 0
    assert drawn.locator("h3").all_inner_texts() == ["Heimtrikot 298791"]
    tab.go_back()
    sign(tab, reference="Herren 26/27")
    is_accessible(tab)
    folder = standing.clubs / CLUB
    book = load_workbook(folder / "liste.xlsx")
    assert book["Spielerliste"]["B5"].value == "10"
    assert [tuple(cell.value for cell in row) for row in book["Bestellung"]] == [("Referenz", "Herren 26/27")]
    proof = (folder / "liste.signed.html").read_text(encoding="utf-8")
    assert re.search(r"Unterschrieben von \S*Trainer Müller\S* am", proof)
    assert "Bestellung Herren 26/27" in proof
    (code,) = [each.code for each in signed_rosters(site_of(standing), CLUB) if each.name == "liste.xlsx"]
    assert code in proof
    assert code not in tab.inner_text("main")
    assert "0151" not in proof
    assert all("0151" not in line for line in standing.said)


def test_on_a_phone_without_script(standing, look, tmp_path):
    link = club(standing)
    tab = look("da", PHONE, java_script_enabled=False)
    drop(tab, link, faulty(tmp_path / "telefon.xlsx"), script=False)
    mend_all(tab, script=False)
    tab.click("#rows")
    tab.click("#r6 th a")
    tab.wait_for_load_state()
    tab.fill("#e-C6", "OLE")
    tab.keyboard.press("Enter")
    gone(tab, "#e-C6")
    assert "OLE" in tab.inner_text("#r6")
    tab.click("button[name=undo]")
    assert "LUND2" in tab.inner_text("#r6")
    sign(tab)
    assert (standing.clubs / CLUB / "telefon.signed.html").is_file()


def test_with_the_keyboard_alone_on_the_smallest_phone(standing, look, tmp_path):
    link, tab = club(standing), look("en", {"width": 320, "height": 640})
    drop(tab, link, faulty(tmp_path / "tasten.xlsx"))
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    assert tab.inner_text(".sideways") == "Liste zur Seite wischen: Sie geht bis Spalte F."
    is_accessible(tab)
    tab.focus("#to-B5")
    tab.keyboard.type("10")
    tab.keyboard.press("Enter")
    gone(tab, "#to-B5")
    assert tab.evaluate("document.activeElement.id").startswith("to-")
    assert tab.inner_text("#status").startswith("B5 geändert. 3 zu verbessern und 1 anzusehen.")
    assert tab.inner_text("button[name=others]") == "Alle übernehmen: #6 → 6, Heimtrikott → Heimtrikot"
    tab.click("#m-E11 .take")
    gone(tab, "#to-E11")
    assert tab.inner_text("button[name=safe]") == "Ändern: #6 → 6"


@pytest.mark.every(2)
@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}])
def test_the_proof_lies_in_the_page_and_the_signature_is_a_tap_away(standing, look, tmp_path, viewport):
    tab, link = look("en", viewport), club(standing)
    rows = "".join(f"Max{at} Lund{at},{at + 1},LUND{at},M,Heimtrikot\n" for at in range(14))
    (tmp_path / "shirts.csv").write_text(f"Player,Number,Name,Size,Design\n{rows}", encoding="utf-8")
    drop(tab, link, tmp_path / "shirts.csv")
    tab.click("#to-sign")
    until(lambda: tab.locator(".proof").bounding_box()["height"] > 1000)
    measure = "it => [it.contentDocument.documentElement, it].flatMap((each) => [each.scrollHeight, each.clientHeight])"
    height, _, _, seen = tab.locator(".proof").evaluate(measure)
    assert height <= seen
    assert tab.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert tab.locator(".proof").evaluate("it => it.contentDocument.querySelectorAll('script').length") == 0
    assert tab.locator("#signing").bounding_box()["y"] > viewport["height"]
    tab.click("text=All looked at? Sign here")
    until(lambda: tab.locator("#signing").bounding_box()["y"] < viewport["height"] / 2)
    tab.keyboard.press("Tab")
    assert focused(tab) == "looked"
    is_accessible(tab)
    assert tab.locator("#name").bounding_box()["y"] < viewport["height"]


@pytest.mark.drill
def test_a_question_that_was_answered_is_ordered_as_it_was_signed(standing, look, tmp_path):
    link, tab = club(standing), look("en")
    rows = "".join(f"Max{at} Lund{at},{at + 1},M,Heimtrikot\n" for at in range(5))
    (tmp_path / "plain.csv").write_text(f"Player,Number,Size,Design\n{rows}", encoding="utf-8")
    drop(tab, link, tmp_path / "plain.csv")
    assert "1 question." in tab.inner_text("#status")
    is_accessible(tab)
    answer(tab, "the surname")
    take_back(tab)
    tab.wait_for_selector("#questions")
    answer(tab, "the surname")
    tab.click("#to-sign")
    reference = tab.input_value("#reference")
    tab.go_back()
    sign(tab)
    assert (standing.clubs / CLUB / "plain.xlsx").is_file()
    proof = (standing.clubs / CLUB / "plain.signed.html").read_text(encoding="utf-8")
    assert "Lund4" in proof
    with client_of(standing) as client:
        (roster,) = [each for each in signed_rosters(site_of(standing), CLUB) if each.name == "plain.xlsx"]
        settings = standing.clubs / CLUB / "roster-import.toml"
        settings.write_text(SETTINGS.replace("Stadionweg 1", "Hafenweg 9"), encoding="utf-8")
        order(client, roster)
        assert "is not what was drawn when it was signed" in ended(client, roster)
        settings.write_text(SETTINGS, encoding="utf-8")
        order(client, roster)
        assert "confirmed" in ended(client, roster)
    tab.reload()
    assert tab.inner_text(".good") == "The office has ordered it. You need not do anything more."
    shown = standing.desk.quick("orders", "show", reference, "--json").out
    assert '"Lund4"' in shown
    assert "Max4 Lund4" not in re.sub(r'"player": "[^"]*"', "", shown)
    assert "Surnames are printed" in standing.desk.quick("headings").out


def test_the_shirts_are_drawn_before_all_is_mended_and_cannot_be_signed(standing, look, tmp_path):
    link, tab = club(standing, "BK Nord"), look("en", PHONE)
    drop(tab, link, faulty(tmp_path / "draft.xlsx"))
    at = tab.url.split("?")[0].split("#")[0]
    tab.click("#to-draft")
    assert tab.inner_text("main .note").startswith("Ein Entwurf, noch nicht zu unterschreiben: bitte zuerst")
    is_accessible(tab)
    drawn = tab.frame_locator("iframe")
    assert drawn.locator("h1").inner_text() == "Entwurf"
    assert drawn.locator("body").inner_text().count("LUND") >= 12
    assert tab.locator("#looked").count() == 0
    form = {"looked": "yes", "name": "Trainer Müller", "date": "2026-11-29", "code": ""}
    refused = tab.request.post(f"{at}/sign", form=form)
    assert refused.status == 422
    assert "Bitte jedes Trikot noch einmal ansehen" in refused.text()
    tab.get_by_role("link", name="Zurück zur Liste").click()
    tab.wait_for_selector("#to-B5")
    assert not (standing.clubs / "BK Nord" / "draft.xlsx").exists()


@pytest.mark.drill
def test_what_cannot_be_drawn_yet_is_not_offered(standing, look, tmp_path):
    tab = look("en")
    (tmp_path / "plain.csv").write_text("Player,Number,Size,Design\nMax Lund,7,M,Heimtrikot\n", encoding="utf-8")
    drop(tab, club(standing, "BK Nord"), tmp_path / "plain.csv")
    at = tab.url.split("?")[0].split("#")[0]
    assert tab.locator("#questions").count() == 1
    assert tab.locator("#to-draft").count() == 0
    tab.goto(f"{at}/sign")
    assert tab.locator("#questions").count() == 1


def understood(tab, letter):
    return tab.locator("thead th", has=tab.locator(f"#o-{letter}")).locator(".fate").inner_text()


def say_instead(tab, letter, meaning):
    """Say what a column is that was read as something else."""
    before = tab.locator(".answered li").count()  # folded away, and counted all the same
    tab.click(f"#o-{letter}")
    tab.select_option(f"#c-{letter}", meaning)
    tab.click(f"#b-{letter}")
    tab.locator(".answered li").nth(before).wait_for(state="attached")


def answered(tab):
    """What was answered, as it is unfolded."""
    if tab.locator(".answered[open]").count() == 0:
        tab.click(".answered summary")
    return tab.locator(".answered li span").all_inner_texts()


def answer(tab, words):
    """Answer the only question there is."""
    tab.locator(".pick", has_text=words).first.click()
    gone(tab, "#questions")


def take_back(tab, name="Take back"):
    answered(tab)
    tab.get_by_role("button", name=name).first.click()


@pytest.mark.drill
@pytest.mark.parametrize("script", [True, False])
def test_a_column_that_was_read_wrongly_is_something_else_until_that_is_taken_back(standing, look, tmp_path, script):
    link, tab = club(standing, f"BK {script}"), look("de", PHONE, java_script_enabled=script)
    drop(tab, link, faulty(tmp_path / "anders.xlsx"), script=script)
    assert understood(tab, "C") == "bestellt: den Namen, der gedruckt wird"
    say_instead(tab, "C", "team")
    assert understood(tab, "C") == "nicht gedruckt: die Mannschaft"
    assert tab.inner_text(".answered summary") == "1 Antwort von Ihnen"
    assert answered(tab) == ["Spalte „Aufdruck“ bedeutet die Mannschaft"]
    take_back(tab, "Zurücknehmen")
    gone(tab, ".answered")
    assert understood(tab, "C") == "bestellt: den Namen, der gedruckt wird"
    say_instead(tab, "C", "ignored")
    is_accessible(tab) if script else None
    assert understood(tab, "C") == "bleibt beiseite"
    answer(tab, "der Nachname")
    assert tab.locator(".answered li").count() == 2
    mend_all(tab, script=script)
    sign(tab)
    proof = (standing.clubs / f"BK {script}" / "anders.signed.html").read_text(encoding="utf-8")
    assert "Lund3" in proof
    assert "LUND3" not in proof


@pytest.mark.drill
def test_all_that_is_open_is_answered_at_once(standing, look, tmp_path):
    tab = look("en", PHONE)
    wishes = ("blau", "rot")
    rows = "".join(f"Max{at} Lund{at},{at + 1},M,{wishes[at % 2]},fr{at % 2}b\n" for at in range(6))
    (tmp_path / "open.csv").write_text(f"Player,Number,Size,Design,Frob\n{rows}", encoding="utf-8")
    drop(tab, club(standing, "BK Nord"), tmp_path / "open.csv")
    assert tab.inner_text("#status") == "4 questions. The rest follows."
    is_accessible(tab)
    for answer in ("nothing that is ordered", "the surname"):
        tab.check(f"text={answer}")
    say_instead(tab, "C", "team")  # what was chosen and not sent yet stays chosen
    take_back(tab)
    gone(tab, ".answered")
    for wish in wishes:
        tab.locator("fieldset", has_text=f"“{wish}”").get_by_label("Heimtrikot").check()
    tab.click("section[aria-labelledby=questions] button.main")
    gone(tab, "#questions")
    assert answered(tab) == [
        "column “Frob” is nothing that is ordered",
        "“blau” is Heimtrikot",
        "“rot” is Heimtrikot",
        "surnames are printed",
    ]
    take_back(tab, "Take all back")
    tab.wait_for_selector("#questions")
    assert tab.locator("fieldset").count() == 4
    tab.locator("fieldset", has_text="“Frob”").get_by_label("Something else:").select_option(label="the team")
    tab.click("section[aria-labelledby=questions] button.main")
    tab.wait_for_selector(".answered")
    assert answered(tab) == ["column “Frob” is the team"]


def focused(tab):
    return tab.evaluate("document.activeElement.id")


@pytest.mark.drill
def test_the_focus_goes_to_what_is_next(standing, look, tmp_path):
    """What is open next as one reads; once there is nothing below the first on the page, then the way on."""
    tab = look("en")
    (tmp_path / "next.csv").write_text(
        "Player,Name,Number,Size,Design\nA Lund,LUND,1O,XXXXXL,Heimtrikot\nO Berg,BERG (C),8,L,Heimtrikot\n"
        "I Holm,HOLM,2O,XXXXXL,Heimtrikot\n"
    )
    drop(tab, club(standing, "BK Nord"), tmp_path / "next.csv")
    assert understood(tab, "A") == "not printed: who the row is for"
    for cell, after in (("C2", "to-D2"), ("C4", "to-D4")):
        tab.click(f"#m-{cell} .take")
        gone(tab, f"#to-{cell}")
        assert focused(tab) == after
    for cell, after in (("D4", "to-D2"), ("D2", "to-B3")):
        tab.fill(f"#to-{cell}", "L")
        tab.keyboard.press("Enter")
        gone(tab, f"#to-{cell}")
        assert focused(tab) == after
    tab.click("#m-B3 .take")
    gone(tab, "#to-B3")
    assert focused(tab) == "to-sign"


@pytest.mark.drill
def test_what_is_typed_replaces_what_a_cell_held_until_something_is_typed(standing, look, tmp_path):
    tab = look("en", PHONE)
    drop(tab, club(standing, "BK Nord"), faulty(tmp_path / "typed.xlsx"))
    tab.click("#to-D7")
    tab.keyboard.type("X")
    assert tab.input_value("#to-D7") == "X"
    tab.click("#to-D7")
    tab.keyboard.type("L")
    assert tab.input_value("#to-D7") == "XL"
    tab.keyboard.press("Enter")
    gone(tab, "#to-D7")
    tab.click("#r5 th a")
    tab.click("#e-B5")
    tab.keyboard.type("17")
    assert tab.input_value("#e-B5") == "17"


@pytest.mark.drill
def test_after_an_answer_one_is_led_to_all_suggestions_before_single_cells(standing, look, tmp_path):
    tab = look("en", PHONE)
    rows = "A Lund,LUND,1O,7XL,M\nO Berg,BERG (C),8,L,L\nI Holm,HOLM,2O,L,L\n"
    (tmp_path / "first.csv").write_text(f"Player,Name,Number,Shirt size,Frob\n{rows}")
    drop(tab, club(standing, "BK Nord"), tmp_path / "first.csv")
    tab.locator("section[aria-labelledby=questions] button.pick").last.click()
    gone(tab, "#questions")
    assert focused(tab) == "take-all"
    assert 0 <= tab.locator("#take-all").bounding_box()["y"] < PHONE["height"]


@pytest.mark.drill
def test_a_cell_whose_suggestion_was_taken_is_not_asked_about_again(standing, look, tmp_path):
    tab = look("en", PHONE)
    rows = "".join(f"{name},{at},M,Heimtrikot\n" for at, name in enumerate(("EVANS (C)", "Jones", "Brown", "Hill"), 1))
    (tmp_path / "captain.csv").write_text(f"Name on shirt,Number,Size,Design\n{rows}", encoding="utf-8")
    drop(tab, club(standing, "BK Nord"), tmp_path / "captain.csv")
    tab.click("#m-A2 .take")
    gone(tab, "#m-A2")
    assert tab.inner_text("#status") == "A2 changed. Ready to sign: 4 pieces.\n\nSee every shirt, and sign"
    assert answered(tab) == ["A2 is left as it is"]
    take_back(tab)
    tab.locator("#m-A2").wait_for()


@pytest.mark.drill
def test_the_rows_with_something_to_say_come_first_and_all_once_nothing_is(standing, look, tmp_path):
    tab = look("en", PHONE)
    rows = "".join(f"Max{at} Lund{at},{at + 1},LUND{at},M,Heimtrikot\n" for at in range(12))
    (tmp_path / "long.csv").write_text(f"Player,Number,Name,Size,Design\n{rows}".replace("Lund5,6", "Lund5,6O"))
    drop(tab, club(standing, "BK Nord"), tmp_path / "long.csv")
    shown = tab.locator("#sheet tbody tr[id]")
    assert [row.get_attribute("id") for row in shown.all()] == ["r1", "r7"]
    assert tab.inner_text("#rows") == "all 12 rows"
    tab.click("#rows")
    tab.wait_for_selector("#r2")
    assert tab.inner_text("#rows") == "1 row with something to say"
    tab.click("#rows")
    gone(tab, "#r2")
    tab.fill("#to-B7", "6")
    tab.keyboard.press("Enter")
    gone(tab, "#to-B7")
    assert shown.count() == 13
    assert tab.locator("#rows").count() == 0


@pytest.mark.drill
def test_what_is_meant_is_taken_together_as_it_is_listed(standing, look, tmp_path):
    tab, sizes = look("en", PHONE), ("Size M", "L", "Size M", "Size M")
    rows = "".join(
        f"Max{at} Lund{at},LUND{at},{at}{'O' if at > 2 else ''},{sizes[at - 1]},Heimtrikot\n" for at in range(1, 5)
    )
    (tmp_path / "listed.csv").write_text(f"Player,Name,Number,Size,Design\n{rows}", encoding="utf-8")
    drop(tab, club(standing, "BK Nord"), tmp_path / "listed.csv")
    assert "Also in D4, D5." in tab.inner_text("#m-D2")
    tab.click("#m-D2 button[name=every]")
    gone(tab, "#m-D2")
    together = tab.locator("button[name=others]")
    assert together.inner_text() == "Take all: 3O → 30, 4O → 40"
    at = tab.url.partition("?")[0]
    stale = tab.request.post(f"{at}/mend", form={"others": "another"}, headers={"origin": standing.address})
    assert stale.status == 200
    assert tab.request.get(f"{at}/file").text().count("O,") == 2  # what is not as it was listed is not taken
    together.click()
    gone(tab, "button[name=others]")
    mended = tab.request.get(f"{at}/file").text().splitlines()
    assert [line.split(",")[2:4] for line in mended[1:]] == [["1", "M"], ["2", "L"], ["30", "M"], ["40", "M"]]
    assert "Ready to sign: 4 pieces." in tab.inner_text("#status")


@pytest.mark.drill
def test_what_else_a_column_may_be_opens_from_the_cell_that_says_so(standing, look, tmp_path):
    tab = look("en", PHONE)
    rows = "".join(f"Max{at} Lund{at},{at + 1}x,LUND{at},M,Heimtrikot\n" for at in range(4))
    (tmp_path / "head.csv").write_text(f"Player,Number,Name,Size,Design\n{rows}", encoding="utf-8")
    drop(tab, club(standing, "BK Nord"), tmp_path / "head.csv")
    assert not tab.is_visible("#c-B")
    tab.get_by_role("link", name="Is B something else?").first.click()
    tab.locator("#c-B").wait_for()


def test_what_was_typed_stays_where_there_is_no_connection(standing, look, tmp_path):
    tab = look("de", PHONE)
    drop(tab, club(standing, "BK Nord"), faulty(tmp_path / "away.xlsx"))
    tab.context.set_offline(True)
    tab.fill("#to-D7", "XXL")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#away")
    assert tab.inner_text("#away") == (
        "Es gibt keine Verbindung. Was Sie geschrieben haben, steht noch hier: bitte gleich noch einmal versuchen."
    )
    assert tab.input_value("#to-D7") == "XXL"
    tab.context.set_offline(False)
    tab.focus("#to-D7")
    tab.keyboard.press("Enter")
    gone(tab, "#to-D7")
    assert tab.locator("#away").count() == 0


@pytest.mark.drill
def test_a_list_is_removed_once_that_is_meant(standing, look, tmp_path):
    link, tab = club(standing, "BK Nord"), look("en", PHONE, java_script_enabled=False)
    drop(tab, link, faulty(tmp_path / "gone.xlsx"), script=False)
    tab.locator(".remove summary").click()
    assert tab.inner_text(".remove p") == "Alles, was verbessert und beantwortet wurde, geht mit ihr."
    tab.click(".remove button")
    tab.wait_for_selector("#file")
    assert tab.locator("text=gone.xlsx").count() == 0


def test_a_row_too_many_is_emptied_with_a_click_and_comes_back_with_another(standing, look, tmp_path):
    tab = look("en", PHONE)
    rows = "Max Lund,LUND,7,M,Heimtrikot\nOle Berg,BERG,8,L,Heimtrikot\nMax Lund,LUND,7,M,Heimtrikot\n"
    (tmp_path / "twice.csv").write_text(f"Player,Name,Number,Size,Design\n{rows}", encoding="utf-8")
    drop(tab, club(standing, "BK Nord"), tmp_path / "twice.csv")
    assert "3 pieces" in tab.inner_text("#status")
    is_accessible(tab)
    tab.locator("tr.says", has=tab.locator("[id^=m-]")).get_by_role("button", name="Empty the whole row").last.click()
    tab.get_by_text("Row 4 is empty now. Ready to sign: 2 pieces.").wait_for()
    tab.click("button[name=undo]")
    tab.get_by_text("Ready to sign: 3 pieces.").wait_for()


@pytest.mark.drill
def test_what_is_set_wrongly_for_a_club_is_told_to_the_office_and_the_list_waits(standing, look, tmp_path):
    link, tab, office = club(standing, "BK Falsch"), look("en"), signed_in(look(), standing)
    settings = standing.clubs / "BK Falsch" / "roster-import.toml"
    settings.write_text(f'language = "da"\n{SETTINGS}', encoding="utf-8")
    tab.goto(link)
    tab.set_input_files("#file", faulty(tmp_path / "wait.xlsx"))
    assert tab.get_by_role("alert").inner_text() == (
        "What the office has set for your club cannot be used just now. Tell the office; what you have done is kept."
    )
    office.goto(f"{standing.address}/office")
    assert office.locator("li", has_text="BK Falsch").locator(".tag").first.inner_text() == "settings to be corrected"
    office.get_by_role("link", name="BK Falsch").click()
    assert office.get_by_role("alert").inner_text() == (
        "What is set for this club cannot be used, and its coaches wait until it is corrected: "
        f"{settings}: language cannot be set for one club. What can: [order], [delivery], [catalogue] file, print_name, "
        "design, sport, accept, accept_warnings."
    )
    settings.write_text(SETTINGS, encoding="utf-8")
    tab.get_by_role("link", name="wait.xlsx").click()
    tab.wait_for_selector("#to-B5")


@pytest.mark.drill
def test_the_lines_of_a_sheet_that_lies_on_its_side_are_understood_as_columns_are(standing, look, tmp_path):
    tab, book = look("en", PHONE), Workbook()
    for line in (
        ["Player", "Max Lund", "Ole Berg", "Ida Holm"], ["Number", 7, 8, 9], ["Name", "MAX", "OLE", "IDA"],
        ["Size", "M", "L", "S"], ["Design", "Heimtrikot", "Heimtrikot", "Heimtrikot"], ["Phone", "0151 1", "0151 2", "0151 3"],
    ):  # fmt: skip
        book.active.append(line)
    book.save(tmp_path / "across.xlsx")
    drop(tab, club(standing, "BK Nord"), tmp_path / "across.xlsx")
    answer(tab, "each column beside it is a player")
    assert tab.locator(".understood .fate").all_inner_texts() == [
        "not printed: who the row is for",
        "ordered: the number to print",
        "ordered: the name to print",
        "ordered: the size",
        "ordered: the design",
        "not ordered",
    ]
    is_accessible(tab)
    say_instead(tab, "3", "team")
    assert tab.inner_text("#r3 .fate") == "not printed: the team"


@pytest.mark.drill
def test_a_kill_between_any_two_steps_loses_nothing(served, look, tmp_path):
    """A power cut behind each step of coach and office, from the drop to the results."""
    served.add_user()
    served.start()

    def cut(tab):
        served.restart()
        tab.reload()

    link, tab = club(served), look("de")
    drop(tab, link, faulty(tmp_path / "liste.xlsx"))
    cut(tab)
    say_instead(tab, "C", "ignored")
    cut(tab)
    answer(tab, "der Nachname")
    cut(tab)
    take_back(tab, "Zurücknehmen")
    tab.wait_for_selector(".answered li:only-child", state="attached")
    cut(tab)
    mend_all(tab)
    cut(tab)
    tab.click("#to-sign")
    tab.wait_for_selector("#looked")
    served.restart()
    tab.check("#looked")
    tab.fill("#name", "Trainer Müller")
    tab.click(".sign button")
    tab.wait_for_selector(".facts")
    cut(tab)
    assert "liste.xlsx" in tab.inner_text(".facts")
    files = ["catalogue.csv", "liste.signed.html", "liste.xlsx", "roster-import.toml"]
    assert sorted(path.name for path in (served.clubs / CLUB).iterdir()) == files
    office = signed_in(look("en"), served)
    cut(office)
    office.get_by_role("link", name=CLUB).click()
    office.get_by_role("link", name="liste.xlsx").click()
    office.get_by_role("button", name="Order 12 pieces").wait_for()
    served.restart()
    office.get_by_role("button", name="Order 12 pieces").click()
    cut(office)
    office.get_by_role("link", name="Results").wait_for()
    cut(office)
    assert office.locator(".tag").first.inner_text() == "confirmed"
    assert sorted(path.name for path in (served.clubs / CLUB).iterdir()) == sorted([*files, "liste.results.xlsx"])
    assert len(orders_of(served)) == 1


@pytest.mark.drill
def test_two_coaches_at_once_see_nothing_of_each_other(standing, look, tmp_path):
    one, other = look("de"), look("da")
    here, there = club(standing), club(standing, "BK Syd")
    drop(one, here, faulty(tmp_path / "nord.xlsx"))
    drop(other, there, faulty(tmp_path / "syd.xlsx"))
    one.click("#m-B5 .take")
    gone(one, "#to-B5")
    assert "4 at rette." in other.inner_text("#status")
    draft = one.url.split("?")[0].rpartition("/d/")[2]
    assert other.goto(f"{there}/d/{draft}").status == 404
    assert other.goto(f"{there}/d/{draft}/file").status == 404
    other.goto(there)
    assert "nord" not in other.inner_text("main")


HOSTILE = {
    "leer.xlsx": (b"", "Choose a file first. An empty one holds no list."),
    "bild.xlsx": (b"\x89PNG\r\n\x1a\n" + b"0" * 500, None),
    "kaputt.xlsx": (b"PK\x03\x04" + b"\x00" * 500, None),
    "seite.html": (b"<script>alert(1)</script>", None),
}


@pytest.mark.every(4)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_none_gets_a_sentence_and_is_not_kept(standing, look, name):
    content, said = HOSTILE[name]
    link, tab = club(standing, "BK Vest"), look("en")
    tab.goto(link)
    tab.set_input_files("#file", {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    tab.wait_for_selector("#trouble, #status")
    if name == "seite.html":  # any text is a table, of one cell
        assert "<script>" in tab.inner_text("table")
    else:
        words = tab.inner_text("#trouble")
        assert words == said or len(words) > 20
        assert list((standing.state / "drafts").glob("*/*/*/bild.xlsx")) == []


TOO_LARGE = (
    "Denne fil fylder mere end 10 megabyte, og intet af den blev gemt. Gem listen for sig, uden billeder og andre ark, og "
    "send den."
)


def test_a_file_that_is_too_large_is_told_so_in_the_coachs_language(standing, look, tmp_path):
    link, tab = standing.link("BK Stor", "--language", "da"), look("en", PHONE, java_script_enabled=False)
    (tmp_path / "large.csv").write_bytes(b"Player,Number\n" + b"x" * 15_000_000)
    tab.goto(link)
    tab.set_input_files("#file", tmp_path / "large.csv")
    tab.click(".drop button")
    assert tab.get_by_role("alert").inner_text() == TOO_LARGE
    assert tab.locator("#file").count() == 1
    assert tab.request.get(link).status == 200


def test_what_is_too_large_is_no_more_read_however_it_comes(standing):
    """A body in pieces says nothing of its length; nobody's link says nothing of what is too large."""
    link, form = standing.link("BK Stor", "--language", "da"), {"Content-Type": "multipart/form-data; boundary=x"}
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="large.csv"\r\n\r\n'
    with httpx.Client(timeout=60) as client:
        pieces = (head if at == 0 else b"x" * 1_000_000 for at in range(12))
        piecewise = client.post(f"{link}/upload", content=pieces, headers=form)
        assert (piecewise.status_code, TOO_LARGE in piecewise.text) == (413, True)
        assert client.post(f"{standing.address}/c/nobody/upload", content=b"x" * 11_000_000).status_code == 404
    assert list((standing.state / "drafts").rglob("large.csv")) == []


def test_what_stands_in_cells_and_names_is_shown_and_never_acted_upon(standing, look, tmp_path):
    link, tab = club(standing, "BK Vest"), look("en")
    evil = '"><img src=x onerror=alert(1)>'
    book = Workbook()
    book.active.title = "<b>x"
    for row in (["Player", "Number", evil], [evil, "1O", "=cmd|' /C calc'!A0"]):
        book.active.append(row)
    book.save(out := BytesIO())
    name = "<img src=x onerror=alert(2)>.xlsx"
    tab.goto(link)
    tab.set_input_files("#file", {"name": name, "mimeType": "", "buffer": out.getvalue()})
    tab.wait_for_selector("#status")
    assert tab.locator("main img").count() == 0
    assert evil in tab.inner_text("table")
    answer = tab.request.get(f"{tab.url.split('?')[0]}/file")
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.drill
def test_a_sheet_of_ten_thousand_rows_is_a_small_page(standing, look, tmp_path):
    link, tab = club(standing, "BK Vest"), look("en")
    rows = "".join(f"Max{at} Lund{at},{at % 99 + 1},L{at},M,Heimtrikot\n" for at in range(10_000))
    rows = rows.replace("L9000,M", "L9000,XXXXXL")
    (tmp_path / "big.csv").write_text(f"Player,Number,Name,Size,Design\n{rows}", encoding="utf-8")
    drop(tab, link, tmp_path / "big.csv")
    assert len(tab.content()) < 1_000_000
    assert tab.locator("#to-D9002").count() == 1


def test_a_link_that_was_ended_opens_nothing(standing, look):
    link, tab = club(standing, "BK Ost"), look("en")
    assert tab.goto(link).status == 200
    assert standing.desk.quick("link", "BK Ost", "--revoke").status == 0
    assert tab.goto(link).status == 404
    assert tab.goto(link[:-1]).status == 404


@pytest.mark.parametrize("sound", [True, False])
def test_the_blank_list_has_the_clubs_own_garments_and_is_one_without_them(standing, sound):
    link = club(standing, f"FC Blank {sound}")
    if not sound:
        (standing.clubs / f"FC Blank {sound}" / "catalogue.csv").unlink()
    taken = httpx.get(f"{link}/template")
    assert taken.headers["content-disposition"].startswith('attachment; filename="roster.xlsx"')
    book = load_workbook(BytesIO(taken.content))
    listed = [tuple(cell.value for cell in row[:4]) for row in book["Catalogue"].iter_rows(min_row=2) if row[0].value]
    garments = [
        ("Heimtrikot", "design", "298791", "MUL327187"),
        ("Torwarttrikot", "design", "298792", "MUL327188"),
    ]
    assert listed == (garments if sound else [])

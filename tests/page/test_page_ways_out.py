"""What a coach says with one tap of a remark: a size or that nothing is wanted, another design, that it is right as it is."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from roster_import.page.coach.remarks import nearest
from roster_import.page.signed import signed_rosters
from tests.page.conftest import PHONE, is_accessible
from tests.page.office_desk import site_of
from tests.page.test_page_coach import answer, answered, club, drop, focused, gone, sign, take_back
from tests.page.test_page_office import client_of, ended, order

PEOPLE = ("Ada Holm", "Bo Lund", "Cy Orr", "Di Ek", "Eva Rask", "Finn Bay")
SETTINGS_MORE = 'print_name = "surname"\n'


def team(page, name):
    """A club whose printed names are settled, and its link."""
    link = club(page, name)
    settings = page.clubs / name / "roster-import.toml"
    settings.write_text(SETTINGS_MORE + settings.read_text(encoding="utf-8"), encoding="utf-8")
    return link


def listed(path, headings, *columns):
    """A list of the six, each with a number and what the columns hold."""
    book = Workbook()
    book.active.append(["Player", "Number", *headings])
    for at, row in enumerate(zip(PEOPLE, *columns, strict=True)):
        book.active.append([row[0], 2 * at + 1, *row[1:]])
    book.save(path)
    return path


def mended(tab):
    """The sheet as it can be downloaded."""
    at = tab.url.split("?")[0].split("#")[0]
    return load_workbook(BytesIO(tab.request.get(f"{at}/file").body())).active


FORGOTTEN = ("M", "M", "L", None, "M", "L")


@pytest.mark.parametrize("script", [True, False])
def test_nobody_is_left_without_a_shirt_by_oversight(standing, look, tmp_path, script):
    tab = look("en", PHONE, java_script_enabled=script)
    link = team(standing, f"BK Size {script}")
    drop(tab, link, listed(tmp_path / "size.xlsx", ["Heimtrikot"], FORGOTTEN), script=script)
    assert tab.inner_text("#status").startswith("1 to mend.")
    assert tab.inner_text("#m-C5 .what").endswith(
        'Di Ek has no size under "Heimtrikot" and gets nothing from it. Fill in the size, or – for none.'
    )
    assert tab.locator("#r5 td.error").count() == 1
    is_accessible(tab) if script else None
    at = tab.url.split("?")[0].split("#")[0]
    assert tab.locator("#to-sign").count() == 0
    form = {"looked": "yes", "name": "Trainer", "date": "2026-11-29", "code": "0000-0000", "reference": "R"}
    assert tab.request.post(f"{at}/sign", form=form).status == 422
    assert tab.locator("#m-C5 .take").all_inner_texts() == ["M", "L", "gets nothing (empty the row)"]
    tab.locator("#m-C5 .take", has_text="L").click()
    gone(tab, "#m-C5")
    assert "Ready to sign: 6 pieces." in tab.inner_text("#status")
    assert mended(tab)["C5"].value == "L"


@pytest.mark.drill
def test_who_gets_nothing_has_no_row_and_a_garment_that_is_not_wanted_a_dash(standing, look, tmp_path):
    tab, link = look("en"), team(standing, "BK Nothing")
    drop(tab, link, listed(tmp_path / "none.xlsx", ["Heimtrikot"], FORGOTTEN))
    tab.get_by_role("button", name="gets nothing (empty the row)").click()
    gone(tab, "#m-C5")
    assert tab.inner_text("#status").startswith("Row 5 is empty now. Ready to sign: 5 pieces.")
    assert [cell.value for cell in mended(tab)[5]] == [None, None, None]
    both = listed(tmp_path / "dash.xlsx", ["Heimtrikot", "Torwarttrikot"], FORGOTTEN, ("M",) * 6)
    drop(tab, link, both)
    tab.get_by_role("button", name="none wanted").click()
    gone(tab, "#m-C5")
    assert "Ready to sign: 11 pieces." in tab.inner_text("#status")
    assert mended(tab)["C5"].value == "–"


@pytest.mark.drill
def test_a_keeper_gets_another_shirt_with_a_tap_and_all_else_is_ordered_as_it_was(standing, look, tmp_path):
    tab, link = look("en", PHONE), team(standing, "BK Keeper")
    frob, places = ("fr1b", "fr0b") * 3, ("Goalkeeper", "Defence", "Defence", "Midfield", "Forward", "Goalkeeper")
    drop(
        tab,
        link,
        listed(tmp_path / "keeper.xlsx", ["Size", "Position", "Frob"], ("M", "S", "M", "L", "M", "XL"), places, frob),
    )
    tab.check("text=nothing that is ordered")
    tab.get_by_label("Heimtrikot").check()
    tab.click("section[aria-labelledby=questions] button.main")
    gone(tab, "#questions")
    assert tab.inner_text("#m-D2 .what").endswith(
        "“Goalkeeper”, ordered as Heimtrikot: which shirt is it in rows 2 and 7?"
    )
    assert focused(tab) == "k-D2"
    is_accessible(tab)
    tab.locator("#m-D2").get_by_role("button", name="Torwarttrikot").click()
    gone(tab, "#m-D2")
    assert "Ready to sign: 6 pieces." in tab.inner_text("#status")
    assert tab.locator("#questions").count() == 0
    home = ["Heimtrikot"] * 4
    assert [cell.value for cell in mended(tab)["F"]] == ["Design", "Torwarttrikot", *home, "Torwarttrikot"]
    tab.click("#r4 th a")
    tab.select_option("#e-F4", "Torwarttrikot")
    tab.locator(".say .row button.main").click()
    tab.locator("#r4 td[data-cell=F4]", has_text="Torwarttrikot").wait_for()
    sign(tab, reference="BK Keeper 1")
    with client_of(standing) as client:
        (roster,) = signed_rosters(site_of(standing), "BK Keeper")
        order(client, roster)
        assert "confirmed" in ended(client, roster)
    (placed,) = json.loads(standing.desk.quick("orders", "show", "BK Keeper 1", "--json").out)["orders"]
    ordered = {
        design["designId"]: [(each["name"], each["number"], each["size"]) for each in design["instances"]]
        for design in placed["body"]["designs"]
    }
    assert ordered == {
        298792: [("Holm", "1", "M"), ("Orr", "5", "M"), ("Bay", "11", "XL")],
        298791: [("Lund", "3", "S"), ("Ek", "7", "L"), ("Rask", "9", "M")],
    }


@pytest.mark.drill
def test_a_keeper_with_two_garments_gets_another_shirt_with_a_tap(standing, look, tmp_path):
    tab, link = look("en", PHONE), team(standing, "BK Two")
    (standing.clubs / "BK Two" / "catalogue.csv").write_text(
        "Title,Kind,ID,Code,Sizes\nHome shirt,design,298791,MUL327187,S;M;L;XL;XXL\n"
        "Goalkeeper shirt,design,298792,MUL327188,S;M;L;XL;XXL\nShorts,design,298793,MUL327189,XS;S;M;L;XL;XXL;3XL;4XL;5XL\n"
    )
    places = ("Goalkeeper", "Defence", "Defence", "Midfield", "Forward", "Goalkeeper")
    headings = ["Shirt size", "Shorts size", "Position"]
    shirts, shorts = ("M", "S", "M", "L", "M", "XL"), ("M", "same as last year", "M", "XXXXXXL", "L", "L")
    drop(tab, link, listed(tmp_path / "two.xlsx", headings, shirts, shorts, places))
    answer(tab, "Home shirt")
    assert tab.locator("#m-D3 .take").all_inner_texts()[-1] == "none wanted"
    assert tab.locator("#m-D5 .take").all_inner_texts() == ["XXL", "3XL", "4XL", "5XL"]
    tab.locator("#m-D5 .take", has_text="XXL").click()
    gone(tab, "#m-D5")
    tab.get_by_role("button", name="none wanted").click()
    gone(tab, "#m-D3")
    assert "Ready to sign: 11 pieces." in tab.inner_text("#status")
    assert tab.inner_text("#m-E2 .what").endswith(
        "“Goalkeeper”, ordered as Home shirt: which shirt is it in rows 2 and 7?"
    )
    tab.locator("#m-E2").get_by_role("button", name="Goalkeeper shirt").click()
    gone(tab, "#m-E2")
    assert tab.inner_text("#status").startswith(
        "Rows 2 and 7: Goalkeeper shirt instead of Home shirt. Ready to sign: 11 pieces."
    )
    assert tab.locator("#questions").count() == 0
    assert [cell.value for cell in mended(tab)["C"]] == ["Shirt size", "–", "S", "M", "L", "M", "–"]
    assert [cell.value for cell in mended(tab)["F"]] == ["Goalkeeper shirt", "M", *[None] * 4, "XL"]
    tab.click("#r4 th a")
    is_accessible(tab)
    tab.select_option("#e-as-C4", label="Goalkeeper shirt")
    tab.locator(".say .row button.main").click()
    tab.locator("#r4 td[data-cell=C4]", has_text="–").wait_for()
    assert "11 pieces" in tab.inner_text("#status")
    assert mended(tab)["F4"].value == "M"
    sign(tab, reference="BK Two 1")
    with client_of(standing) as client:
        (roster,) = signed_rosters(site_of(standing), "BK Two")
        order(client, roster)
        assert "confirmed" in ended(client, roster)


@pytest.mark.drill
def test_who_is_marked_as_keeper_gets_another_shirt_with_a_tap_and_nothing_is_asked(standing, look, tmp_path):
    tab, link = look("en", PHONE), team(standing, "BK Marked")
    (standing.clubs / "BK Marked" / "catalogue.csv").write_text(
        "Title,Kind,ID,Code,Sizes\nHome shirt,design,298791,MUL327187,S;M;L\nAway shirt,design,298792,MUL327188,S;M;L\n"
        "Goalkeeper shirt,design,298793,MUL327189,S;M;L\nShorts,design,298794,MUL327190,S;M;L\n"
    )
    sizes, marks = ("M", "S", "M", "L", "M", "S"), ("yes", *("",) * 5)
    headings = ["Shirt size", "Shorts size", "Keeper?"]
    drop(tab, link, listed(tmp_path / "marked.xlsx", headings, sizes, sizes, marks))
    assert tab.locator("legend").all_inner_texts() == ["Column “Shirt size”: which is it for?"]
    answer(tab, "Home shirt")
    assert "Ready to sign: 12 pieces." in tab.inner_text("#status")
    assert tab.inner_text("#m-E2 .what").endswith("“yes”, ordered as Home shirt: which shirt is it in row 2?")
    tab.locator("#m-E2").get_by_role("button", name="Goalkeeper shirt").click()
    gone(tab, "#m-E2")
    assert "Ready to sign: 12 pieces." in tab.inner_text("#status")
    assert [cell.value for cell in mended(tab)["F"]] == ["Goalkeeper shirt", "M", *[None] * 5]


@pytest.mark.drill
def test_a_row_becomes_another_design_in_its_form(standing, look, tmp_path):
    tab, link = look("de"), team(standing, "BK Form")
    drop(tab, link, listed(tmp_path / "form.xlsx", ["Heimtrikot"], ("M", "S", "M", "L", "M", "XL")))
    tab.click("#r3 th a")
    assert tab.locator("#e-design option").all_inner_texts() == ["Heimtrikot", "Torwarttrikot"]
    tab.select_option("#e-design", label="Torwarttrikot")
    tab.locator(".say .row button.main").click()
    tab.locator("#r3 td[data-cell=D3]", has_text="Torwarttrikot").wait_for()
    assert "6 Stück" in tab.inner_text("#status")
    assert [cell.value for cell in mended(tab)["D"]] == ["Design", "Heimtrikot", "Torwarttrikot", *["Heimtrikot"] * 4]


@pytest.mark.drill
def test_a_column_that_would_order_something_else_is_not_added(standing, look, tmp_path):
    """A row that says itself that it wants nothing has nothing to say under Design."""
    tab, link = look("de"), team(standing, "BK Refused")
    drop(tab, link, listed(tmp_path / "refused.xlsx", ["Heimtrikot"], ("M", "S", "M", "-", "M", "XL")))
    tab.click("#r3 th a")
    tab.select_option("#e-design", label="Torwarttrikot")
    tab.locator(".say .row button.main").click()
    assert tab.locator("p.trouble").inner_text() == (
        "In diese Liste lässt sich hier keine Spalte Design einfügen. Bitte dem Büro sagen, welche Zeile was bekommt."
    )
    assert [cell.value for cell in mended(tab)[1]] == ["Player", "Number", "Heimtrikot"]
    assert "5 Stück" in tab.inner_text("#status")


@pytest.mark.drill
def test_which_shirt_a_size_is_of_is_asked_with_all_else_and_the_heading_stays(standing, look, tmp_path):
    tab, link = look("en"), club(standing, "BK Which")
    (standing.clubs / "BK Which" / "catalogue.csv").write_text(
        "Title,Kind,ID,Code,Sizes\nHome shirt,design,298791,MUL327187,S;M;L\nAway shirt,design,298792,MUL327188,S;M;L\n"
    )
    sizes = ("M", "S", "M/L", "L", "M", "huge")
    drop(tab, link, listed(tmp_path / "which.xlsx", ["Shirt size"], sizes))
    assert tab.inner_text("#status").startswith("2 questions")
    assert tab.locator("legend").all_inner_texts() == [
        "Column “Shirt size”: which is it for?", "What is printed of the names under Player?",
    ]  # fmt: skip
    assert tab.locator("fieldset").first.locator("label").all_inner_texts() == [
        "Home shirt", "Away shirt", "both: Home shirt and Away shirt",
    ]  # fmt: skip
    is_accessible(tab)
    tab.check("text=Home shirt")
    tab.check("text=no name")
    tab.click("section[aria-labelledby=questions] button.main")
    gone(tab, "#questions")
    assert answered(tab) == ["column “Shirt size” is the size of “Home shirt”", "names are not printed"]
    assert tab.inner_text("#m-C4 .what").endswith("“M/L” is no size of Home shirt.")
    assert tab.locator("#m-C4 .take").all_inner_texts() == ["→ M", "→ L"]
    assert tab.locator("#m-C7 .take").all_inner_texts() == ["S", "M", "L", "gets nothing (empty the row)"]
    for cell in ("C4", "C7"):
        tab.locator(f"#m-{cell} .take", has_text="L").click()
        gone(tab, f"#m-{cell}")
    assert "Ready to sign: 6 pieces." in tab.inner_text("#status")
    assert [cell.value for cell in mended(tab)["C"]] == ["Shirt size", "M", "S", "L", "L", "M", "L"]
    take_back(tab, "Take all back")
    tab.wait_for_selector("#questions")
    tab.check("text=both: Home shirt and Away shirt")
    tab.check("text=no name")
    tab.click("section[aria-labelledby=questions] button.main")
    tab.get_by_text("Ready to sign: 12 pieces.").wait_for()


@pytest.mark.drill
def test_both_shirts_are_ordered_beside_shorts_and_the_keeper_gets_another(standing, look, tmp_path):
    tab, link = look("da", PHONE), team(standing, "BK Both")
    (standing.clubs / "BK Both" / "catalogue.csv").write_text(
        "Title,Kind,ID,Code,Sizes\nHjemmetrøje,design,298791,MUL327187,S;M;L\nUdetrøje,design,298792,MUL327188,S;M;L\n"
        "Shorts,design,298793,MUL327189,S;M;L\nMålmandstrøje,design,298794,MUL327190,S;M;L\n",
        encoding="utf-8",
    )
    sizes = ("M", "S", "M", "L", "M", "L")
    drop(
        tab,
        link,
        listed(
            tmp_path / "both.xlsx", ["Str. trøje", "Str. shorts", "Plads"], sizes, sizes, (None,) * 5 + ("Målmand",)
        ),
    )
    assert tab.locator(".pick").all_inner_texts() == [
        "Hjemmetrøje", "Udetrøje", "Målmandstrøje", "begge: Hjemmetrøje og Udetrøje",
    ]  # fmt: skip
    is_accessible(tab)
    answer(tab, "begge: Hjemmetrøje og Udetrøje")
    assert "18 styk" in tab.inner_text("#status")
    assert answered(tab) == ["kolonne ”Str. trøje” er størrelsen af ”Hjemmetrøje” og ”Udetrøje”"]
    assert tab.locator("thead .fate").nth(2).inner_text() == "bestilles: størrelsen for Hjemmetrøje og Udetrøje"
    assert tab.inner_text("#m-E7 .what").endswith(
        "”Målmand”, bestilt som Hjemmetrøje og Udetrøje: hvilken trøje er det i række 7?"
    )
    tab.locator("#m-E7 .take", has_text="Målmandstrøje").click()
    gone(tab, "#m-E7")
    assert "17 styk" in tab.inner_text("#status")
    assert [cell.value for cell in mended(tab)[7]] == ["Finn Bay", 11, "–", "L", "Målmand", "L"]


@pytest.mark.drill
def test_what_is_right_as_it_is_is_said_once(standing, look, tmp_path):
    tab, link = look("en", PHONE), team(standing, "BK Right")
    remarks = ("new shirt", None, None, None, None, None)
    path = listed(tmp_path / "right.xlsx", ["Heimtrikot", "Remarks"], ("M", "S", "M", "L", "M", "XL"), remarks)
    drop(tab, link, path)
    answer(tab, "nothing that is ordered")
    assert tab.inner_text("#m-D2 .what").endswith(
        "Nothing is ordered from this remark. Should it change the order, change the row."
    )
    assert tab.inner_text("#m-D2 button[name=leave]").startswith("Leave it so: the office will read it")
    tab.click("#m-D2 button[name=leave]")
    gone(tab, "#m-D2")
    assert tab.inner_text("#status").startswith("Ready to sign: 6 pieces.")
    assert "D2 is left as it is" in answered(tab)
    tab.click("#to-sign")
    assert "new shirt" not in tab.frame_locator("iframe").locator("body").inner_text()
    tab.go_back()
    take_back(tab)
    tab.wait_for_selector(".pick")
    answer(tab, "nothing that is ordered")
    assert tab.locator("#m-D2").count() == 0  # it is still left so
    answered(tab)
    tab.locator(".answered li", has_text="D2 is left").get_by_role("button").click()
    tab.wait_for_selector("#m-D2")


@pytest.mark.drill
def test_a_mend_makes_no_column_a_question_that_was_none(standing, look, tmp_path):
    tab, link = look("de", PHONE), team(standing, "BK Certain")
    book = Workbook()
    book.active.append(["Player", "Nr.", "Heimtrikot"])
    for at, who in enumerate((*PEOPLE, PEOPLE[2]), 1):
        book.active.append([who, 3 if at == 7 else at, "M"])
    book.save(tmp_path / "certain.xlsx")
    drop(tab, link, tmp_path / "certain.xlsx")
    tab.locator("#m-A8").get_by_role("button", name="Die ganze Zeile leeren").click()
    tab.get_by_text("Zeile 8 ist jetzt leer. Bereit zum Unterschreiben: 6 Stück.").wait_for()
    assert tab.locator("#questions").count() == 0
    assert answered(tab) == ["Spalte „Nr.“ bedeutet die Nummer, die gedruckt wird"]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("XXXXL", ("L", "XL", "XXL", "3XL")),
        ("104", ("128", "140", "152", "164")),
        ("158", ("140", "152", "164", "S")),
        ("", ("128", "140", "152", "164", "S", "M", "L", "XL", "XXL", "3XL")),
        ("as last year", ("128", "140", "152", "164", "S", "M", "L", "XL", "XXL", "3XL")),
    ],
)
def test_of_many_sizes_those_are_near_that_are_worn_by_people_as_tall(text, near):
    assert nearest(("128", "140", "152", "164", "S", "M", "L", "XL", "XXL", "3XL"), text) == near

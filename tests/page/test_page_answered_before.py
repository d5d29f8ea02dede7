"""What a club answered and signed is not asked again of the same list, is said with its day, and is chosen in another one."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from roster_import.language.messages import Day
from roster_import.language.translations import in_language
from roster_import.page.coach.answered_before import chosen_before
from roster_import.page.coach.question_cards import QuestionCard
from roster_import.page.signed import Answers, Signed, signed_rosters
from roster_import.pipeline.question_words import Choice
from tests.page.conftest import PHONE, is_accessible
from tests.page.office_desk import site_of
from tests.page.test_page_coach import answered, club, drop, focused, gone, sign
from tests.page.test_page_office import client_of, ended, order
from tests.recognise.test_memory import today

CATALOGUE = """Title,Kind,ID,Code,Sizes
Home shirt,design,298791,MUL327187,S;M;L
Away shirt,design,298792,MUL327188,S;M;L
Shorts,design,298793,MUL327189,S;M;L
Keeper shirt,design,298794,MUL327190,S;M;L
"""
PEOPLE = ("Ada Holm", "Bo Lund", "Cy Orr", "Di Ek")


def team(page, name):
    link = club(page, name)
    (page.clubs / name / "catalogue.csv").write_text(CATALOGUE, encoding="utf-8")
    return link


def listed(path, *more, heading="Shirt size"):
    """A list of the four, with what more columns hold; below it stands a note."""
    book = Workbook()
    book.active.append(["Name", "No", heading, "Shorts size", "Pos", *(heading for heading, _ in more)])
    for at, who in enumerate(PEOPLE):
        book.active.append([who, 2 * at + 1, "M", "L", "GK" if at == 3 else None, *(text for _, text in more)])
    book.active.append(["Everybody pays 25 at the office"])
    book.save(path)
    return path


def asked(tab):
    """Each question, with the answer that is chosen."""
    return [
        (each.locator("legend").inner_text(), each.locator(".choice:has(:checked) label").all_inner_texts())
        for each in tab.locator(".ask fieldset").all()
    ]


def answer_both(tab, *words):
    for text in words:
        tab.check(f"text={text}")
    tab.click("section[aria-labelledby=questions] button.main")
    gone(tab, "#questions")


def told_today(language="en"):
    return in_language(Day(today()), language)


@pytest.mark.drill
def test_the_same_list_asks_nothing_again_says_so_and_asks_once_more_where_that_is_wanted(standing, look, tmp_path):
    tab, link = look("en", PHONE), team(standing, "BK Again")
    path = listed(tmp_path / "U13.xlsx")
    drop(tab, link, path)
    answer_both(tab, "both: Home shirt", "as written")
    tab.locator(".take", has_text="Keeper shirt").click()  # adds a column that the next list does not have
    gone(tab, ".take")
    tab.click("button[name=leave]")
    gone(tab, "button[name=leave]")
    sign(tab)
    with client_of(standing) as client:
        (roster,) = signed_rosters(site_of(standing), "BK Again")
        order(client, roster)
        assert "confirmed" in ended(client, roster)
    drop(tab, link, path)
    assert tab.inner_text("#status").startswith("Ready to sign: 12 pieces. 1 to look at.")
    assert tab.inner_text(".before p") == (
        f"As you answered on {told_today()} for U13.xlsx: column “Shirt size” is the size of “Home shirt” and “Away shirt” and "
        "names are printed as they are written."
    )
    assert answered(tab) == ["A6 is left as it is"]
    assert tab.locator(".remark").count() == 1  # the goalkeeper, in this list anew
    is_accessible(tab)
    tab.click("text=Ask me again")
    tab.wait_for_selector("#questions")
    assert (tab.locator(".before").count(), focused(tab)) == (0, "questions")
    told = f"as you answered on {told_today()} for U13.xlsx"
    assert asked(tab) == [
        ("Column “Shirt size”: which is it for?", [f"both: Home shirt and Away shirt\n{told}"]),
        ("What is printed of the names under Name?", [f"as written Ada Holm\n{told}"]),
    ]
    is_accessible(tab)
    answer_both(tab, "no name")
    tab.get_by_text("Ready to sign: 12 pieces. 1 to look at.").wait_for()
    sign(tab, reference="BK Again II")
    drop(tab, link, path)
    assert tab.inner_text(".before p").endswith("and names are not printed.")
    assert tab.locator("#questions").count() == 0


@pytest.mark.drill
def test_in_another_list_it_is_chosen_and_confirmed_with_one_tap(standing, look, tmp_path):
    tab, link = look("da"), team(standing, "BK Other")
    drop(tab, link, listed(tmp_path / "U13.xlsx"))
    answer_both(tab, "begge: Home shirt", "efternavnet")
    sign(tab)
    drop(tab, link, listed(tmp_path / "U15.xlsx", ("Mobil", "22709000")))
    told = f"som du svarede den {told_today('da')} for U13.xlsx"
    assert [chosen for _, chosen in asked(tab)] == [
        [f"begge: Home shirt og Away shirt\n{told}"], [f"efternavnet Holm\n{told}"],
    ]  # fmt: skip
    is_accessible(tab)
    tab.click("section[aria-labelledby=questions] button.main")
    tab.get_by_text("Klar til underskrift: 12 styk.").wait_for()
    drop(tab, link, listed(tmp_path / "U17.xlsx", heading="Trøje str."))
    assert [chosen for _, chosen in asked(tab)] == [[], [f"efternavnet Holm\n{told}"]]


@pytest.mark.drill
def test_another_club_is_told_and_offered_nothing_of_it(standing, look, tmp_path):
    tab, link = look("en"), team(standing, "BK One")
    drop(tab, link, listed(tmp_path / "U13.xlsx"))
    answer_both(tab, "both: Home shirt", "as written")
    sign(tab)
    drop(tab, team(standing, "BK Two"), tmp_path / "U13.xlsx")
    assert [chosen for _, chosen in asked(tab)] == [[], []]
    assert tab.locator(".before").count() == 0
    assert "BK One" not in tab.content()


def signed(on, **answers):
    return Signed(
        key="k",
        club="FC",
        name="U13.xlsx",
        digest="",
        by="",
        on="",
        at=f"2026-{on}T12:00:00+00:00",
        answers=Answers(**answers),
    )


def card(kind, key="", *typed):
    return QuestionCard(
        kind=kind, key=key, about="", choices=tuple(Choice(words=each, typed=(each,)) for each in typed)
    )


BEFORE = [
    signed("11-28", mapping=("Nr. = old=number", "B=size", "Shirt=size:Home shirt;Away shirt"), print_name="surname"),
    signed(
        "11-02", mapping=("Shirt=size:Home shirt",), titles=("red=Home shirt",), print_name="none", design="Home shirt"
    ),
]


@pytest.mark.parametrize(
    ("asked", "chosen", "day"),
    [
        (card("map", "nr. = OLD", "number", "ignored"), "number", "2026-11-28"),
        (
            card("garment", "Shirt", "size:Home shirt", "size:Home shirt;Away shirt"),
            "size:Home shirt;Away shirt",
            "2026-11-28",
        ),
        (card("garment", "Shirt", "size:Home shirt", "size:Away shirt"), "size:Home shirt", "2026-11-02"),
        (card("print", "", "as-written", "surname", "none"), "surname", "2026-11-28"),
        (card("title", "Red", "Home shirt", "Away shirt"), "Home shirt", "2026-11-02"),
        (card("design", "", "Home shirt", "Away shirt"), "Home shirt", "2026-11-02"),
        (card("map", "B", "size", "ignored"), "", ""),
        (card("title", "blue", "Home shirt"), "", ""),
        (card("title", "red", "Third shirt"), "", ""),
    ],
)
def test_what_is_chosen_is_what_was_answered_last_and_can_be_answered_now(asked, chosen, day):
    (made,) = chosen_before([asked], BEFORE)
    assert made.chosen == chosen
    assert made.told == (f"as you answered on {day} for U13.xlsx" if day else "")

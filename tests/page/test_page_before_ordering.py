"""Before its button the office reads all that the command says before its question."""

from __future__ import annotations

import html
import re

import pytest

from roster_import.check.not_ordered import not_ordered
from roster_import.page.office.clerk import settings_of
from roster_import.pipeline.options import ImportCommand
from roster_import.pipeline.place import place
from roster_import.pipeline.session import Nobody
from roster_import.watch.phrases import in_words
from roster_import.write.order_words import garment_rows, loose_logos, order_question
from tests.conftest import CATALOGUE, EXAMPLE_LOGOS, HEADINGS
from tests.page.conftest import PHONE, is_accessible, served_in, signed_in
from tests.page.office_desk import signed, site_of
from tests.page.test_page_office import client_of

ROWS = [
    ("Anna", "anna", "7", "M", 1, "Home kit", "", "", "", "0171 555", "x"),
    ("Bo", "BO", "7", "XL", 2, "Away kit", "", "", "", "0171 556", ""),
    ("Lasse", "Müller-Lüdenscheidt", "1234", "XL", 30, "Away kit", "", "", "", "0171 557", ""),
]


class Declines(Nobody):
    """Somebody who is asked, and says no."""

    answers = True

    def agrees(self, offer):
        self.offer = offer
        return False


def priced():
    head, *designs = CATALOGUE
    return (head, *((*row[:-1], "189.50") for row in designs))


@pytest.fixture(scope="module", params=["kitmaker", "dropday", "jtl"])
def page(request, tmp_path_factory):
    page = served_in(tmp_path_factory.mktemp("page"))
    page.desk.environment["ROSTER_IMPORT_TARGET"] = request.param
    page.add_user()
    yield page.start()
    page.stop()


def offered(page, roster, monkeypatch):
    """What the command would show of a signed list."""
    for name, value in page.desk.environment.items():
        monkeypatch.setenv(name, value)
    person, site = Declines(), site_of(page)
    path = page.clubs / roster.club / roster.name
    place(ImportCommand(files=(path,), sandbox=True), person, settings_of(site, roster))
    return person.offer


def texts_of(answer):
    bare = html.unescape(re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", answer, flags=re.DOTALL))
    return " ".join(bare.split())


@pytest.mark.every(3)
def test_nothing_that_the_command_says_before_its_question_is_missing(page, monkeypatch):
    system = page.desk.environment["ROSTER_IMPORT_TARGET"]
    roster = signed(
        page,
        reference=f"PO-{system}",
        headings=(*HEADINGS, "Phone", "Fee"),
        rows=ROWS,
        logos=EXAMPLE_LOGOS if system == "kitmaker" else (),
        catalogue=priced(),
    )
    offer = offered(page, roster, monkeypatch)
    (order,), (file,) = offer.orders, offer.files
    with client_of(page) as client:
        said = texts_of(client.get(f"/office/roster/{roster.key}").text)
    told = [
        order_question([order], offer.system),
        *(" ".join(row) for row in garment_rows(order)),
        *loose_logos(order),
        *not_ordered(file),
        *offer.costs.values(),
        *(problem.message for problem in offer.problems),
        *(problem.place for problem in offer.problems),
        "This is a rehearsal: nothing will really be ordered.",
    ]
    assert file.problems
    assert offer.costs
    assert not_ordered(file)
    missing = [each for each in map(in_words, told) if " ".join(each.split()).casefold() not in said.casefold()]
    assert missing == []


@pytest.mark.every(3)
def test_it_can_be_read_on_a_phone_and_by_everybody(page, look):
    roster = signed(
        page, "FC Syd", reference="PO-phone", headings=(*HEADINGS, "Phone", "Fee"), rows=ROWS, catalogue=priced()
    )
    tab = signed_in(look("de", PHONE), page)
    tab.goto(f"{page.address}/office/roster/{roster.key}")
    tab.locator("summary", has_text="Jedes Kleidungsstück").click()
    assert tab.locator(".garments th").all_inner_texts() == ["Design", "Größe", "Stück", "Name", "Nummer"]
    assert tab.locator(".garments tr").nth(1).locator("td").all_inner_texts() == ["Home kit", "M", "1", "anna", "7"]
    is_accessible(tab)
    assert tab.locator(".garments .scroll").evaluate("each => each.scrollWidth <= each.clientWidth")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")

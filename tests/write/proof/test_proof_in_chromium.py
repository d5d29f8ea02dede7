"""A proof in a real headless Chromium: nothing runs, nothing is requested, everything fits, and prints on A4."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
from datetime import date

import pytest
from proof_browser import Browser, needs_chromium
from proof_rosters import AWAY, CREST, DIGITS, HOME, checked, line, value, warning

from roster_import.language.invisible import visible
from roster_import.write.proof import is_ours, proof_html, proof_page, sealed_html, sealed_pdf
from roster_import.write.proof.document import seal_text
from roster_import.write.proof.pdf import find_browser, printed_pdf

pytestmark = needs_chromium

NAMES = (
    "Smith",
    "SØRENSEN",
    "Ærø",
    "Wolfeschlegelsteinhausenbergerdorff",
    "MMMMMMMMMMMMMMMMMMMMMMMM",
    "Illiliillil",
    "Παπαδόπουλος",
    "Жуковский",
    "Nguyễn Thị",
    "山田太郎",
    "محمد صلاح",
    "De  Vries",
    "<script>document.title='ran'</script>",
    "</text></svg><script>document.title='ran'</script>",
    '"><img src="http://127.0.0.1:9/x.png" onload="document.title=\'ran\'" onerror="alert(1)">',
    "<svg onload=alert(1)>",
    "<style>@import 'http://127.0.0.1:9/x.css'</style>",
    '=HYPERLINK("http://127.0.0.1:9","x")',
    "\x1b[31mred",
    "Smith\u202egnp",
)
LONG = (
    "This name would be printed as it is, with everything that stands beside it. Write it another way, or ask first. "
)


def file(count=0):
    lines = [
        line(row, name, str(row), player=f"Player {row}", designs=(HOME, AWAY)) for row, name in enumerate(NAMES, 2)
    ]
    lines += [line(row, f"Player{row}", str(row % 100), "SML"[row % 3]) for row in range(100, 100 + count)]
    lines += [
        line(50, size="XL", quantity=12),
        line(51, number="99"),
        line(52, "Keeper"),
        line(53, values=(value(601001, "CAPTAIN"), value(601002, "77"))),
        line(54, designs=(), logos=(CREST,), quantity=18, storage_quantity=4),
        line(55, number="7", designs=(), logos=(DIGITS,)),
        line(56, "Other", "1", reference="PO-2"),
    ]
    problems = (warning(3, LONG * 2, cell="B3"), warning(5, LONG), warning(51, LONG), warning(None, LONG))
    return checked(*lines, problems=problems)


def content(source, language="en"):
    seal = seal_text(source.path)
    page = proof_html(proof_page(source), language=language, made=date(2026, 11, 21), version="1", seal=seal)
    return sealed_html(page)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    running = Browser(tmp_path_factory.mktemp("browser"))
    yield running
    running.close()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    path = tmp_path_factory.mktemp("proof") / "club.proof.html"
    path.write_bytes(content(file()))
    return path


def test_nothing_runs_and_nothing_is_requested(browser, written):
    browser.requests.clear()
    browser.open(written)
    assert browser.value("document.title") == "Proof – club.xlsx"
    assert browser.value("document.querySelectorAll('script,img,iframe,object,link').length") == 0
    assert browser.dialogs == []
    assert set(browser.requests) == {written.as_uri()}


@pytest.fixture
def listener():
    """A socket on loopback that somebody who asks for anything would reach."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        yield server


def test_even_markup_that_got_in_could_neither_run_nor_ask_for_anything(browser, written, tmp_path, listener):
    """The second lock: what the page's own policy does to what should never have got past the first."""
    mean, address = tmp_path / "mean.html", f"http://127.0.0.1:{listener.getsockname()[1]}"
    inside = (
        f"<script>document.title='ran'</script><img src='{address}/x.png' onerror=\"document.title='ran'\">"
        f"<link rel='stylesheet' href='{address}/x.css'><script src='{address}/x.js'></script>"
        "<p style='position:fixed' id='styled'>x</p></body>"
    )
    mean.write_text(written.read_text("utf-8").replace("</body>", inside), "utf-8")
    browser.open(mean)
    assert browser.value("document.title") == "Proof – club.xlsx"
    assert browser.value("getComputedStyle(document.getElementById('styled')).position") == "static"
    with pytest.raises(TimeoutError):
        listener.accept()


def test_the_pages_own_style_is_let_through(browser, written):
    browser.open(written)
    assert browser.value("getComputedStyle(document.querySelector('.garments')).display") == "grid"


def test_every_name_and_number_is_drawn_and_written(browser, written):
    browser.open(written)
    drawn = browser.value("[...document.querySelectorAll('svg.garment text')].map(one => one.textContent)")
    told = browser.value("[...document.querySelectorAll('.who')].map(one => one.innerText)")
    for at, name in enumerate(NAMES, 2):
        assert drawn.count(visible(name)) == 2, name
        assert drawn.count(str(at)) == 2, at
        assert [one for one in told if one.replace("\xa0", " ").endswith(visible(name))], name


@pytest.mark.parametrize("language", ["en", "da", "de"])
def test_no_letters_stand_outside_the_shirt(browser, tmp_path, language):
    page = tmp_path / "club.proof.html"
    page.write_bytes(content(file(), language))
    browser.open(page)
    outside = browser.value("""
        [...document.querySelectorAll('svg.garment text')].filter(one => {
          const box = one.getBBox();
          return box.x < 48 || box.x + box.width > 152 || box.y < 12 || box.y + box.height > 180;
        }).map(one => one.textContent + ' ' + JSON.stringify(one.getBBox()))""")
    assert outside == []


@pytest.mark.every(4)
@pytest.mark.parametrize("language", ["en", "da", "de"])
@pytest.mark.parametrize("width", [320, 360, 768, 1200])
def test_the_page_never_scrolls_sideways(browser, tmp_path, language, width):
    page = tmp_path / "club.proof.html"
    page.write_bytes(content(file(), language))
    browser.open(page, width, 740)
    assert browser.value("document.documentElement.scrollWidth") == width
    wide = "[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1)"
    assert browser.value(f"{wide}.map(one => one.outerHTML.slice(0, 80))") == []


def test_a_phone_shows_two_shirts_side_by_side_and_boxes_large_enough_for_a_thumb(browser, written):
    browser.open(written, 360, 740)
    columns = browser.value("getComputedStyle(document.querySelector('.garments')).gridTemplateColumns")
    assert len(columns.split()) == 2
    assert browser.value("document.querySelector('.tick').getBoundingClientRect().width") >= 24


def test_what_was_looked_at_can_be_ticked_off(browser, written):
    browser.open(written)
    browser.value("document.querySelector('.tick').click()")
    assert browser.value("document.querySelectorAll('input:checked').length") == 1


@pytest.mark.parametrize("dark", [False, True])
def test_what_is_written_can_be_read_by_day_and_by_night(browser, written, dark):
    browser.open(written, dark=dark)
    poor = browser.value("""
      (() => {
        const parts = c => c.match(/[\\d.]+/g).map(Number);
        const light = c => { const [r, g, b] = parts(c).map(v => v / 255)
          .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
        const behind = one => { for (; one; one = one.parentElement) { const c = getComputedStyle(one).backgroundColor;
          if ((parts(c)[3] ?? 1) > 0) return c; } return 'rgb(255,255,255)'; };
        const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
        return [...document.querySelectorAll('h1,h2,h3,p,li,dt,dd,th,td,a,.code,.what,.place')]
          .filter(one => ratio(getComputedStyle(one).color, behind(one)) < 4.5)
          .map(one => one.className + ' ' + getComputedStyle(one).color + ' on ' + behind(one));
      })()""")
    assert poor == []


@pytest.mark.drill
def test_a_picture_of_it_is_no_empty_page(browser, written, tmp_path):
    browser.open(written, 800, 900)
    browser.screenshot(tmp_path / "page.png")
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "page.png").stat().st_size > 50_000


# ----------------------------------------------------------------------------------------------------------- on paper

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext: the PDF is not read")


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("printed")
    source = file(60)
    path = folder / "club.proof.pdf"
    found = find_browser(os.environ)
    path.write_bytes(sealed_pdf(printed_pdf(content(source), found, folder), source.path))
    return path


def poppler(name, path, *args):
    done = subprocess.run(
        [name, *args, str(path), *(["-"] if name == "pdftotext" else [])], capture_output=True, check=True
    )
    return done.stdout.decode("utf-8")


@needs_poppler
def test_the_pdf_is_a4_tagged_and_ours(printed):
    facts = dict(re.findall(r"^([^:]+): +(.*)$", poppler("pdfinfo", printed), re.MULTILINE))
    assert facts["Page size"].endswith("(A4)")
    assert facts["Tagged"] == "yes"
    assert facts["Title"] == "Proof – club.xlsx"
    assert is_ours(printed.read_bytes(), file().path)


@needs_poppler
def test_every_page_of_the_pdf_says_which_proof_and_which_page_it_is(printed):
    pages = poppler("pdftotext", printed, "-layout").split("\f")[:-1]
    code = proof_page(file(60)).code
    assert len(pages) > 4
    for at, page in enumerate(pages, 1):
        assert re.search(rf"{code} +{at} ?/ ?{len(pages)}\s*$", page), page[-200:]


@needs_poppler
def test_no_shirt_is_cut_in_half_by_the_edge_of_a_page(printed):
    """The row under a shirt names its roster row: drawn number, written number and row are on one page."""
    pages = poppler("pdftotext", printed, "-raw").split("\f")[:-1]
    for row in (*range(2, 2 + len(NAMES)), *range(100, 160)):
        homes = [page for page in pages if re.search(rf"^Roster, row {row}$", page, re.MULTILINE)]
        assert homes, row
        for page in homes:
            assert len(re.findall(rf"^{row % 100}\b", page, re.MULTILINE)) >= 2, row
    assert not [page for page in pages if "Signature" in page and "Approved for printing" not in page]


@needs_poppler
def test_names_in_the_pdf_are_text_that_can_be_searched(printed):
    text = poppler("pdftotext", printed, "-raw")
    for name in ("SØRENSEN", "Παπαδόπουλος", "Жуковский", "<script>"):
        assert name in text

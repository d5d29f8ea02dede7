"""The HTML of a proof: everything a user wrote is text, nothing is requested, nothing runs, in three languages."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proof_rosters import CREST, DIGITS, HOME, checked, details, line, value, warning

from roster_import.language.invisible import on_one_line
from roster_import.write.proof import is_ours, proof_html, proof_page, sealed_html, sealed_pdf
from roster_import.write.proof.document import seal_text
from roster_import.write.proof.letters import ems, fitted
from roster_import.write.proof.phrases import element

MEAN = (
    "<script>alert(1)</script>",
    '"><img src=https://example.org/x onerror=alert(1)>',
    "' onload='alert(1)",
    '=HYPERLINK("https://example.org","x")',
    "\x1b[31mred\x1b[0m",
    "Smith\u202egnp",
    "</style></svg></title>",
    "{reference}{0}%s",
    "&lt;b&gt;",
)


class Reader(HTMLParser):
    """The tags with their attributes, and the text of a page."""

    def __init__(self):
        super().__init__()
        self.tags, self.text, self.open = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.text.append(data)

    def of(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def html(file, language="en"):
    return proof_html(
        proof_page(file),
        language=language,
        made=date(2026, 11, 5),
        version="1.2.3",
        seal=seal_text(file.path),
    )


def read(page):
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


def everything(words="X", problems=None):
    """A file that says the words in every place that is a user's."""
    said = {"comment": words, "email": words, "contact_name": words, "origin_of_delivery": words}
    design = HOME.__class__(id=4, title=words)
    logo = CREST.__class__(id=5, title=words)
    lines = (
        line(2, words, words, words, player=words, designs=(design,), values=(value(6, words),), reference=words),
        line(3, designs=(), logos=(logo, DIGITS), number="8", reference=words, text=words),
        line(4, values=(value(6, words),), reference=words),
    )
    found = (warning(2, words, cell="A2", value=words),) if problems is None else problems
    return checked(*lines, problems=found, orders=[details(words, **said)], path="club.xlsx")


@pytest.mark.parametrize("words", MEAN)
def test_what_a_user_wrote_is_text_wherever_it_stands(words):
    plain, mean = read(html(everything("X"))), read(html(everything(words)))
    assert [tag for tag, _ in mean.tags] == [tag for tag, _ in plain.tags]
    assert "".join(mean.text).count(on_one_line(words)) >= 12
    names = {name for _, attributes in mean.tags for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in ("style", "src", "srcdoc", "action")]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html(everything(words)))


@given(st.text(max_size=30))
def test_any_text_at_all_is_text(words):
    reader = read("<p>" + element("b", words, title=words) + "</p>")
    assert [tag for tag, _ in reader.tags] == ["p", "b"]
    assert "".join(reader.text) == reader.of("b")[0]["title"] == on_one_line(words)
    element("b", words).encode("utf-8")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("\x1b[2J", "[U+001B][2J"),
        ("a\nb\x7f\x85", "a[U+000A]b[U+007F][U+0085]"),
        ("\u202e\u200b\ufeff\ud800\uffff", "[U+202E][U+200B][U+FEFF][U+D800][U+FFFF]"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Ærø 山田 ⚽", "Ærø 山田 ⚽"),
    ],
)
def test_what_would_be_acted_upon_is_shown(words, shown):
    assert on_one_line(words) == shown


def test_nothing_but_the_page_itself_is_ever_asked_for():
    page = html(everything())
    policy = next(tag["content"] for tag in read(page).of("meta") if tag.get("http-equiv") == "Content-Security-Policy")
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style
    assert "@import" not in style
    assert not re.search("https?:", page)
    assert {tag["href"][0] for _, tag in read(page).tags if "href" in tag} == {"#"}


def test_every_link_leads_to_a_drawing_and_every_kind_of_garment_is_drawn_out_once():
    reader = read(html(everything()))
    ids = [tag["id"] for _, tag in reader.tags if "id" in tag]
    assert len(ids) == len(set(ids))
    assert {tag["href"][1:] for _, tag in reader.tags if "href" in tag} <= set(ids)
    assert sorted(tag["id"] for tag in reader.of("symbol")) == ["mark", "piece", "shirt"]


def test_every_drawing_says_in_words_what_it_shows():
    lines = (line(2, "Ann", "7"), line(3, "Bo"), line(4, number="8"), line(5), line(6, values=(value(601, "C"),)))
    labels = [tag["aria-label"] for tag in read(html(checked(*lines))).of("svg") if tag.get("role") == "img"]
    assert labels == [
        "Back of the shirt: name Ann, number 7",
        "Back of the shirt: no name, number 8",
        "Back of the shirt: name Bo, no number",
        "Back of the shirt: no name, no number",
        "Back of the shirt: Placeholder 601 C",
    ]


def test_headings_follow_one_another_and_tables_say_what_their_cells_are_about():
    reader = read(html(everything(), "de"))
    levels = [int(tag[1]) for tag, _ in reader.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(tag.get("scope") in ("row", "col") for tag in reader.of("th"))
    assert reader.of("html") == [{"lang": "de"}]


def test_the_checks_own_words_are_marked_as_english_where_the_page_is_not():
    assert [tag["lang"] for tag in read(html(everything(), "da")).of("span") if "lang" in tag] == ["en"]
    assert [tag for tag in read(html(everything(), "en")).of("span") if "lang" in tag] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Proof", "5 November 2026", "1,200 pieces", "Denmark", "Approved for printing", "size", "no name")),
        (
            "da",
            ("Korrektur", "5. november 2026", "1.200 styk", "Danmark", "Godkendt til tryk", "størrelse", "intet navn"),
        ),
        (
            "de",
            ("Korrekturabzug", "5. November 2026", "1.200 Stück", "Dänemark", "Druckfreigabe", "Größe", "kein Name"),
        ),
    ],
)
def test_numbers_dates_and_countries_are_in_the_readers_form(language, said):
    text = " ".join(read(html(checked(line(2, number="1", quantity=1200)), language)).text)
    assert [words for words in said if words not in text] == []


def test_a_draft_says_so_shows_its_errors_and_has_no_line_to_sign():
    problem = warning(2, "Number '1O' is not digits.", level="error", cell="C2")
    file = checked(problems=(problem,), drafted=(line(2, "Ann", "1O", quantity=0),))
    text = " ".join(read(html(file)).text)
    for said in (
        "Draft",
        "not for signing",
        "1 error to correct",
        "Roster!C2",
        "Number '1O'",
        "Ann",
        "quantity unclear",
    ):
        assert said in text
    assert "Signature" not in text
    assert "Approved" not in text


def test_a_file_of_which_nothing_can_be_drawn_says_why():
    file = checked(problems=(warning(None, "There is no roster.", level="error"),))
    text = " ".join(read(html(file)).text)
    assert "There is no roster." in text
    assert "Nothing can be drawn until the errors above are corrected." in text


def test_nothing_pointed_out_is_said_too():
    assert "Nothing stood out in the roster. Please look at every garment all the same." in html(checked(line(2)))


def test_a_thousand_shirts_are_well_below_two_megabytes():
    lines = [line(row, f"Name {row}", str(row), player=f"Player {row}") for row in range(2, 1002)]
    page = html(checked(*lines, problems=tuple(warning(row, "Look. " * 20) for row in range(2, 1002, 4))))
    assert page.count('role="img"') == 1000
    assert len(page.encode()) < 1_500_000


# --------------------------------------------------------------------------------------------------------- letters


@pytest.mark.parametrize(
    "words", ["Smith", "MMMMMMMMMM", "Wolfeschlegelsteinhausenberger", "山田太郎山田太郎", "Жуковский", "x" * 99]
)
def test_letters_shrink_until_they_fit_and_are_held_to_the_width_where_they_cannot(words):
    fit = fitted(words, 21, 94)
    assert 9 <= fit.size <= 21
    assert fit.length == (94 if ems(words) * 21 > 94 else None)
    assert ems(words) * fit.size <= 96 or fit.size == 9


def test_signs_above_and_below_letters_take_no_room():
    assert ems("Nguyễn") == ems("Nguyên") == ems("Nguyen")
    assert ems("e\u0301") == ems("e")


# ------------------------------------------------------------------------------------------------------------ seals


def test_a_sealed_page_is_ours_until_somebody_touches_it(tmp_path):
    club, other = tmp_path / "club.xlsx", tmp_path / "club.csv"
    page = sealed_html(html(checked(line(2, "Ann"), path=str(club))))
    assert is_ours(page, club)
    assert is_ours(page, tmp_path / "elsewhere" / "club.xlsx")
    assert not is_ours(page, other)
    assert not is_ours(page.replace(b"Ann", b"Eve"), club)
    assert not is_ours(b"<html></html>", club)


def test_a_name_that_looks_like_a_seal_does_no_harm(tmp_path):
    club = tmp_path / "club.xlsx"
    page = sealed_html(html(checked(line(2, seal_text(tmp_path / "other.xlsx")), path=str(club))))
    assert not is_ours(page, tmp_path / "other.xlsx")


def test_a_sealed_pdf_is_ours_until_somebody_touches_it(tmp_path):
    club = tmp_path / "club.xlsx"
    pdf = sealed_pdf(b"%PDF-1.4\nwords\nstartxref\n9\n%%EOF\n", club)
    assert pdf.startswith(b"%PDF-1.4\nwords\nstartxref\n9\n%%EOF\n% roster-import proof ")
    assert is_ours(pdf, club)
    assert not is_ours(pdf.replace(b"words", b"other"), club)
    assert not is_ours(pdf, tmp_path / "other.xlsx")


def test_where_most_shirts_are_worth_a_look_the_first_page_sums_up_by_kind():
    rows = tuple(line(row, "Ann", str(row)) for row in range(2, 34))
    found = (
        *(replace(warning(row, f"Look at {row}."), code="name-characters") for row in range(2, 32)),
        replace(warning(2, "Twice."), code="name-twice"),
        warning(3, "Odd."),
    )
    for language, said in (
        ("en", ("30 ×", "characters that may not be printable", "one name for more than one person", "something else")),
        ("da", ("30 ×", "tegn, der måske ikke kan trykkes", "samme navn til flere", "noget andet")),
    ):
        first = html(checked(*rows, problems=found), language).split("<h2><bdi>")[0]
        assert [text in first for text in said] == [True] * len(said)
        assert len(re.findall('<a href="#s', first)) == 3
    few = html(checked(*rows, problems=found[:12])).split("<h2><bdi>")[0]
    assert len(re.findall('<a href="#s', few)) == 12


def test_in_a_large_group_what_is_said_of_several_shirts_is_a_note():
    rows = tuple(line(row, "Ann", str(row)) for row in range(2, 24))
    both = warning(2, "These two.", also=(rows[5].origin,))
    text = html(checked(*rows, problems=(both,)))
    assert 'class="garments dense"' in text
    assert 'class="card warning"' in text
    assert text.count("These two.") == 1
    few = html(checked(*rows[:8], problems=(both,)))
    assert 'class="garments"' in few
    assert few.count("These two.") == 2

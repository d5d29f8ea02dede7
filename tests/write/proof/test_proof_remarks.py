"""Where a warning stands: at every shirt it is about, as a note where that would be too much, or over the whole group."""

from __future__ import annotations

import re

from proof_rosters import CREST, DIGITS, HOME, checked, line, warning
from test_proof_html import html, read

from roster_import.model.problem import Origin
from roster_import.write.proof import proof_page
from roster_import.write.proof.page import said_at
from roster_import.write.proof.parts import Where


def at(*rows):
    return tuple(Origin(sheet="Roster", row=row) for row in rows)


def placed(page, design=0):
    """Words, where they stand, the note's number, and the numbers on the shirts they are about."""
    part = page.orders[0].designs[design]
    numbers = {shirt.anchor: shirt.number for shirt in part.garments}
    return [
        (one.message, one.where.name, one.number, [numbers[anchor] for anchor in one.anchors]) for one in part.remarks
    ]


def team(count, problems, **more):
    return checked(*(line(row, f"N{row}", str(row), **more) for row in range(2, 2 + count)), problems=problems)


def test_a_warning_about_two_rows_stands_at_both_shirts_once():
    page = proof_page(team(5, (warning(3, "Number twice.", cell="C3", also=at(2, 3)),)))
    assert placed(page) == [("Number twice.", "GARMENT", None, ["2", "3"])]
    drawn = html(team(5, (warning(3, "Number twice.", cell="C3", also=at(2)),)))
    assert drawn.count('<span class="place">Roster!C3</span> Number twice.') == 2
    assert re.findall(r'<li><a href="#(s\d)">', drawn) == ["s1", "s2"]


def test_a_row_whose_garments_differ_has_it_at_each():
    page = proof_page(team(3, (warning(2, "Twice.", also=at(3)),), designs=(HOME, HOME.__class__(id=9, title="B"))))
    assert placed(page, 0) == placed(page, 1) == [("Twice.", "GARMENT", None, ["2", "3"])]


def test_what_is_said_of_many_shirts_is_one_note_with_links_to_them():
    file = team(6, (warning(2, "Odd letters.", cell="B2", also=at(3, 4, 5)),))
    assert placed(proof_page(file)) == [("Odd letters.", "NOTE", 1, ["2", "3", "4", "5"])]
    drawn = html(file)
    assert drawn.count("Odd letters.") == 1
    assert drawn.count('see note <a href="#n1">1</a>') == 4
    assert re.findall(r'<a href="#(s\d)"><?', drawn.partition('id="n1"')[2]) == ["s1", "s2", "s3", "s4"]


def test_the_same_words_at_several_rows_are_one_note_that_names_their_cells():
    problems = tuple(warning(row, "There is no size.", cell=f"D{row}") for row in (2, 3, 4, 5))
    (remark,) = proof_page(team(6, problems)).orders[0].designs[0].remarks
    assert (remark.where, remark.places) == (Where.NOTE, ("Roster!D2", "Roster!D3", "Roster!D4", "Roster!D5"))


def test_what_is_said_of_every_shirt_stands_over_the_group_and_makes_none_stand_out():
    file = team(4, (warning(2, "May not be printed.", also=at(3, 4, 5)),))
    page = proof_page(file)
    assert placed(page) == [("May not be printed.", "GROUP", None, ["2", "3", "4", "5"])]
    assert [
        said_at(page.orders[0].designs[0].remarks, shirt.anchor) for shirt in page.orders[0].designs[0].garments
    ] == ([()] * 4)
    drawn = html(file)
    assert 'class="card warning' not in drawn
    assert drawn.count("May not be printed.") == 1
    assert "4 garments or logos need a second look" in drawn
    assert '<a href="#d1"><bdi>Away kit</bdi>' in drawn


def test_a_shirt_has_room_for_two_sentences_and_the_others_are_notes():
    problems = tuple(warning(2, f"Sentence {at}.") for at in range(4))
    page = proof_page(team(2, problems))
    assert [(words, where, number) for words, where, number, _ in placed(page)] == [
        ("Sentence 0.", "GARMENT", None),
        ("Sentence 1.", "GARMENT", None),
        ("Sentence 2.", "NOTE", 1),
        ("Sentence 3.", "NOTE", 2),
    ]
    assert 'see notes <a href="#n1">1</a>, <a href="#n2">2</a>' in html(team(2, problems))


def test_words_that_are_too_many_for_a_shirt_are_a_note_and_errors_come_first():
    problems = (warning(2, "Long. " * 60), warning(2, "Short."), warning(2, "Wrong.", level="error"))
    page = proof_page(checked(problems=problems, drafted=(line(2, "Ann", "2"),)))
    assert [(words[:5], where) for words, where, *_ in placed(page)] == [
        ("Wrong", "GARMENT"), ("Long.", "NOTE"), ("Short", "GARMENT"),
    ]  # fmt: skip


def test_loose_logos_have_notes_of_their_own_and_numbers_go_on():
    lines = [
        *(line(row, f"N{row}", str(row)) for row in range(2, 8)),
        *(line(row, number=str(row), designs=(), logos=(DIGITS,)) for row in range(10, 15)),
        line(20, designs=(), logos=(CREST,)),
    ]
    problems = (warning(2, "Of shirts.", also=at(3, 4, 5)), warning(10, "Of logos.", also=at(11, 12, 13)))
    order = proof_page(checked(*lines, problems=problems)).orders[0]
    assert [(one.message, one.number) for one in (*order.designs[0].remarks, *order.remarks)] == [
        ("Of shirts.", 1),
        ("Of logos.", 2),
    ]
    reader = read(html(checked(*lines, problems=problems)))
    ids = [tag["id"] for _, tag in reader.tags if "id" in tag]
    assert len(ids) == len(set(ids))
    assert {tag["href"][1:] for _, tag in reader.tags if "href" in tag} <= set(ids)


def test_the_line_to_sign_says_what_is_signed_for():
    drawn = html(
        checked(line(2, size="M"), line(3, "Bo", "1", size="XL", quantity=3), line(4, designs=(), logos=(CREST,)))
    )
    text = re.sub(r"\s+", " ", " ".join(read(drawn).text))
    assert text[text.index("Approved") :].startswith(
        "Approved for printing I have checked the name, number, size and quantity of everything in order PO-1: 4 pieces + 1 "
        "loose logo. What has been printed cannot be changed or returned. Away kit MUL2 4 pieces – M: 1 · XL: 3 Crest 7 1 "
        "loose logo Name"
    )

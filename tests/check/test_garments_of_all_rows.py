"""What all rows of a sheet are, said above them, by an answer or under a heading of its own; and who gets another size."""

from __future__ import annotations

import pytest

from roster_import.model.catalogue import CatalogueEntry, Placeholders
from roster_import.model.layout import Meaning
from tests.check.test_office_cases import ENTRIES, check, codes, said

KEEPER = CatalogueEntry(
    kind="design",
    title="Goalkeeper shirt",
    id=299580,
    sizes=("S", "M", "L"),
    placeholders=Placeholders(name=True, number=True),
)
LIST = "Player|Name|Number|Size\nAnn Lee|LEE|3|S\nBo Ray|RAY|4|M\nCy Fox|FOX|5|M"


def garments(checked) -> list[tuple[str, str, str]]:
    return [(line.player, design.label, line.size) for line in checked.lines for design in line.designs]


def told(checked) -> list[tuple[str, str | None, str]]:
    return said(checked, *codes(checked)) if codes(checked) else []


ALL_AWAY = [("Ann Lee", "Away shirt", "S"), ("Bo Ray", "Away shirt", "M"), ("Cy Fox", "Away shirt", "M")]


@pytest.mark.parametrize(
    "above",
    ["Article :|Away shirt\n\n", "U14|\nAway shirt\n\n", "Design: Away shirt\nCoach:|Kim Orr\n", "away shirt\n"],
)
def test_the_garment_that_is_named_above_the_players_is_theirs(above):
    checked = check(("List", f"FC Nord U14\n{above}{LIST}"))
    assert told(checked) == []
    assert garments(checked) == ALL_AWAY


@pytest.mark.parametrize(
    "above", ["Home shirt\nAway shirt\n\n", "Away shirts of last year\n", "Home shirt|49.00\nAway shirt|49.00\n"]
)
def test_of_several_or_in_other_words_it_is_asked(above):
    assert codes(check(("List", f"FC Nord\n{above}{LIST}"))) == ["column-missing"]


def test_the_answer_for_every_row_counts_before_what_stands_above_the_players():
    checked = check(("List", f"Away shirt\n{LIST}"), design="Home shirt")
    assert {label for _, label, _ in garments(checked)} == {"Home shirt"}


TWO_SIZES = "Player|Name on shirt|Number|Shirt size|Shorts size|Position\nAnn Lee|LEE|1|S|M|GK\nBo Ray|RAY|4|M|L|DF\n"


def test_the_sizes_of_a_shirt_are_those_of_the_shirt_that_every_row_was_said_to_be():
    both = [
        ("Ann Lee", "Home shirt", "S"),
        ("Ann Lee", "Shorts", "M"),
        ("Bo Ray", "Home shirt", "M"),
        ("Bo Ray", "Shorts", "L"),
    ]
    assert garments(check(("List", TWO_SIZES), design="Home shirt")) == both
    assert garments(check(("List", f"Home shirt\n{TWO_SIZES}"))) == both


def test_an_answer_that_is_no_shirt_leaves_it_open_which_shirt_it_is():
    assert codes(check(("List", TWO_SIZES), design="Socks")) == ["garment-unclear"]


KEEPS = "Player|Name on shirt|Number|Home shirt size|Shorts size|Position{}\n{}" + "\n".join(
    f"{who} Orr|ORR|{number}|M|L|DF" for number, who in enumerate(("Bo", "Cy", "Di", "Ed", "Flo", "Gil"), 2)
)


def test_a_keeper_among_players_with_sizes_of_a_shirt_is_told_where_the_size_goes():
    grid = KEEPS.format("", "Ann Lee|LEE|1|S|M|GK\n")
    assert said(check(("List", grid), catalogue=(*ENTRIES, KEEPER)), "keeper-in-other-shirt") == [
        (
            "keeper-in-other-shirt",
            "F2",
            'Row 2 says “GK” under "Position" and is ordered as Home shirt, while there is Goalkeeper shirt. If that is wanted, '
            'write the size of this row into a column headed Size Goalkeeper shirt instead of "Home shirt size".',
        )
    ]


def test_who_follows_that_is_told_nothing_more():
    checked = check(
        ("List", KEEPS.format("|Size Goalkeeper shirt", "Ann Lee|LEE|1||M|GK|S\n")), catalogue=(*ENTRIES, KEEPER)
    )
    assert told(checked) == []
    assert garments(checked)[:2] == [("Ann Lee", "Shorts", "M"), ("Ann Lee", "Goalkeeper shirt", "S")]


NUMBERED = "Player|Name on shirt|{}|{}|Size|Home shirt|Away shirt\nAnn Lee|LEE|4|14|S|ja|ja\nBo Ray|RAY|5|5|M|ja|nej\n"


@pytest.mark.parametrize(
    "headings", [("Thuisnummer", "Uitnummer"), ("Home number", "Away number"), ("Number", "Uitnummer")], ids=" ".join
)
def test_home_and_away_numbers_go_with_the_shirts_that_are_marked(headings):
    checked = check(("List", NUMBERED.format(*headings)))
    assert [(line.designs[0].label, line.number) for line in checked.lines] == [
        ("Home shirt", "4"), ("Away shirt", "14"), ("Home shirt", "5"),
    ]  # fmt: skip


MARKED = (
    "Player|Name on shirt|Number|Home shirt|Shorts|Socks\nAnn Lee|LEE|4|S|S|x\nBo Ray|RAY|5|M|L|\nCy Fox|FOX|6|M|L|x\n"
)


def test_a_mark_for_a_garment_without_sizes_is_told_at_the_mark():
    assert told(check(("List", MARKED))) == [
        (
            "size-missing",
            "F2",
            '“x” under "Socks" orders Socks, and no column says in which size. Write the size there instead, or add a column '
            "headed Size Socks. It is the same in row 4.",
        )
    ]


def test_a_design_of_which_no_column_has_the_size_is_told_where_it_is_named():
    grid = "Name on shirt|Number|Design|Shorts size|Socks size\nLEE|4|Home shirt|S|S\nRAY|5|Home shirt|M|L"
    assert said(check(("List", grid)), "size-missing") == [
        (
            "size-missing",
            "C2",
            'Home shirt is ordered, and no column says in which size: "Shorts size" has those of Shorts. Add a column headed '
            "Size Home shirt. It is the same in row 3.",
        )
    ]


def test_several_pieces_of_one_garment_of_several_go_into_a_quantity_of_its_own():
    (_, cell, message), *_ = said(
        check(("List", MARKED.replace("|L|\n", "|2x L|\n").replace("|x\n", "|M\n"))), "size-unknown"
    )
    assert (cell, message) == (
        "E3",
        "Size “2x L” reads like several pieces in one size. Write L as the size, and how many in a column headed Quantity "
        "Shorts.",
    )


SLEEVES = "Player|Name on shirt|Number|Size|Artikel|Lange mouwen?\nAnn Lee|LEE|4|S|Home shirt|nee\nBo Ray|RAY|5|M|Home shirt|ja\n"


def test_sleeves_are_no_garment_that_a_yes_could_order():
    assert told(check(("List", SLEEVES))) == [
        (
            "column-unknown",
            "F1",
            "On sheet List, column “Lange mouwen?” holds “nee” and “ja”, and nothing says whether that changes the order. If it "
            'changes nothing: --map "Lange mouwen?=ignored". If some of these rows need another garment for it, name that in '
            'their Artikel first. After that: --map "Lange mouwen?=ignored".',
        )
    ]


def test_a_no_to_long_sleeves_takes_nothing_from_what_the_row_orders():
    checked = check(("List", SLEEVES), mapping={"Lange mouwen?": (Meaning.DESIGN, "Home shirt")})
    assert garments(checked) == [("Ann Lee", "Home shirt", "S"), ("Bo Ray", "Home shirt", "M")]


@pytest.mark.parametrize("heading", ["Already got", "Hat schon", "Har allerede", "What do you have already?"])
def test_titles_of_what_somebody_has_already_are_no_order(heading):
    grid = f"Name on shirt|Number|Size|{heading}\nLEE|3|S|Home shirt\nRAY|4|M|Away shirt\nFOX|5|M|Home shirt;Socks"
    assert codes(check(("List", grid))) == ["column-unknown"]


def test_titles_under_what_somebody_needs_are_the_order_and_that_is_said():
    grid = "Name on shirt|Number|Size|What do you need?\nLEE|3|S|Home shirt;Shorts;\nRAY|4|M|Away shirt;\nFOX|5|M|Home shirt;"
    checked = check(("List", grid))
    assert codes(checked) == ["column-read-by-cells"]
    assert sum(len(line.designs) for line in checked.lines) == 4


SECTIONS = "Player|Number|Size\nHome shirt\nBo Berg|7|M\nCy Krog|8|L\nShorts\nBo Berg||M\nCy Krog||L\n"


def test_a_title_of_one_word_among_the_players_is_the_garment_of_those_beneath_it():
    checked = check(("List", SECTIONS), print_name="none")
    assert garments(checked) == [
        ("Bo Berg", "Home shirt", "M"),
        ("Cy Krog", "Home shirt", "L"),
        ("Bo Berg", "Shorts", "M"),
        ("Cy Krog", "Shorts", "L"),
    ]


def test_a_title_with_nobody_beneath_it_is_told():
    checked = check(("List", f"{SECTIONS}Socks\n"), print_name="none")
    assert codes(checked) == ["rows-left-out"]
    assert len(garments(checked)) == 4


def test_a_quantity_of_one_is_of_the_design_and_a_count_of_socks_of_the_socks():
    heads = "Player|Name|Number|Size|Design|Quantity|Socks (pairs)"
    grid = f"{heads}\nBo Berg|BERG|7|M|Home shirt|1|2\nCy Krog|KROG|8|L|Home shirt|1|1"
    checked = check(("List", grid))
    counts = [(design.label, line.quantity) for line in checked.lines for design in line.designs]
    assert sorted(counts) == [("Home shirt", 1), ("Home shirt", 1), ("Socks", 1), ("Socks", 2)]
    assert "quantity-differs" in codes(check(("List", grid.replace("shirt|1|2", "shirt|3|2"))))


@pytest.mark.parametrize(
    ("heading", "answers", "asked"),
    [("Approved", ("yes", "no"), True), ("Godkendt", ("ja", ""), True), ("Approved", ("yes", "yes"), False)],
)
def test_who_is_not_approved_is_asked_about(heading, answers, asked):
    rows = [
        f"Bo {who}|{at}|M|Home shirt|{answer}" for at, (who, answer) in enumerate(zip("AB", answers, strict=True), 3)
    ]
    checked = check(("List", "\n".join([f"Player|Number|Size|Design|{heading}", *rows])), print_name="none")
    assert ("column-unknown" in codes(checked)) is asked


@pytest.mark.parametrize(
    ("heading", "yes", "no"), [("Manches longues", "oui", "non"), ("Długi rękaw", "tak", "nie"), ("長袖", "○", "")]
)
def test_sleeves_that_are_sold_as_garments_elsewhere_are_none_under_a_yes(heading, yes, no):
    grid = SLEEVES.replace("Lange mouwen?", heading).replace("|nee\n", f"|{no}\n").replace("|ja\n", f"|{yes}\n")
    ((code, cell, message),) = told(check(("List", grid)))
    assert (code, cell) == ("column-unknown", "F1")
    assert message.endswith(
        f'If it changes nothing: --map "{heading}=ignored". If some of these rows need another garment for it, name that in '
        f'their Artikel first. After that: --map "{heading}=ignored".'
    )


def test_black_in_danish_is_no_shorts_in_turkish():
    grid = "Navn|Name on shirt|Nr|Str|Sort|Grå\nAnn Lee|LEE|4|S|x|\nBo Ray|RAY|5|M||x"
    assert said(check(("Home shirt", grid)), "garment-unclear") == [
        (
            "garment-unclear",
            "E1",
            'Which design "Sort" stands for is not clear: no title of the catalogue says just that. The catalogue has Home shirt'
            ', Away shirt, Shorts, Socks and Training shirt. Say which: --map "Sort=design:Home shirt", or "Sort=ignored" to '
            "order nothing from it.",
        )
    ]


@pytest.mark.parametrize("line", ["Prenda: camiseta local", "Artikel: Heimtrikot", "Vare: Hjemmebanetrøje"])
def test_what_a_line_above_calls_the_garment_of_all_rows_is_asked_about_once(line):
    grid = f"{line}\n\nName on shirt|Number|Size\nLEE|4|S\nRAY|5|M"
    said_there = line.partition(": ")[2]
    assert told(check(("List", grid))) == [
        (
            "design-unknown",
            None,
            f"Design “{said_there}” is not a title of the catalogue, a MUL code or a design id. Correct it, or add it to the "
            "Catalogue sheet. Did you mean Home shirt? It is the same in row 5. To take it so wherever it stands: "
            f'--title "{said_there}=Home shirt".',
        )
    ]
    answered = check(("List", grid), titles={said_there: "Home shirt"})
    assert (codes(answered), [shirt for _, shirt, _ in garments(answered)]) == ([], ["Home shirt", "Home shirt"])


def test_a_garment_that_nothing_in_the_catalogue_may_be_is_asked_for_as_if_nothing_was_said():
    grid = "Artikel: hoodie\n\nName on shirt|Number|Size\nLEE|4|S\nRAY|5|M"
    assert codes(check(("List", grid))) == ["column-missing"]

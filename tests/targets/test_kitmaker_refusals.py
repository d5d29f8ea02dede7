"""What the vendor could refuse: caught by `check` at its cell; slipped through, said in the vendor's words with the rows."""

from __future__ import annotations

import pytest

from roster_import.model.layout import Meaning
from roster_import.model.order import PlaceholderValue
from roster_import.model.problem import Origin
from roster_import.sandbox import KitMakerSwitches, SandboxOptions, start
from roster_import.targets.kitmaker.refusals import objections_in, rows_in_words
from tests.conftest import HEADINGS, ORDER, connected
from tests.orders import counted, design, digits, instance, order
from tests.targets.systems import TO_DO

VALUES = ("Player", "Name", "Number", "Size", "Design", "Logo 601001", "Logo 601999")
LOGOS = ("Logo", "Quantity", "Storage quantity", "Text", "Number")
SHEET = ("Title", "Kind", "ID", "Code", "Type", "Placeholders", "Sizes")
SIZED = (SHEET, ("Home kit", "design", 299571, "", "", "", "S, M, L"))
TYPED = (
    SHEET,
    ("Home kit", "design", 299571, "", "", "", ""),
    ("Numbers", "logo", 494679, "", "NumberLogo", "", ""),
    ("Crest", "logo", 100113, "", "Logo", "", ""),
)
FINE = ("", "", "", "M", 1, "299571")

# What is refused: the roster, the problem check gives for it (with its cell), and what the vendor says of it otherwise.
# `known` is a catalogue that tells; without it, and without asking, the order is sent.
REFUSED = {
    "unknown design": (
        {"rows": (FINE, ("", "", "", "M", 1, "777777"))},
        ("design-not-there", "Roster", "F3", "The order system has no design 777777, or none that you may order. Correct it."),
        "designs[1].designId 777777 was not found",
        ("F3", 3),
    ),
    "another vendor's design": (
        {"rows": (FINE, ("", "", "", "M", 1, "305000"))},
        ("design-not-there", "Roster", "F3", "The order system has no design 305000, or none that you may order. Correct it."),
        "designs[1].designId 305000 was not found",
        ("F3", 3),
    ),
    "draft design": (
        {"rows": (("", "", "", "M", 1, "300900"),)},
        ("design-draft", "Roster", "F2", "Third kit (draft) is still a draft in the order system: it has no item number yet, so "
         "it would be refused. Have it finished there, or choose another design."),
        "designs[0].designId 300900 is not finalized",
        ("F2", 2),
    ),
    "unknown logo": (
        {"rows": (FINE, ("", "", "", "", 1, "", "888888"))},
        ("logo-not-there", "Roster", "G3", "The order system has no logo 888888, or none that you may order. Correct it."),
        "logos[0].logoId 888888 was not found",
        ("G3", 3),
    ),
    "draft logo": (
        {"rows": (("", "", "", "", 1, "", "100150"),)},
        ("logo-draft", "Roster", "G2", "New sponsor (draft) is still a draft in the order system, so it would be refused. "
         "Have it finished there, or choose another logo."),
        "logos[0].logoId 100150 is not finalized",
        ("G2", 2),
    ),
    "unknown size": (
        {"rows": (FINE, ("", "", "", "XXXXL", 1, "299571")), "known": SIZED},
        ("size-unknown", "Roster", "D3", "Size “XXXXL” is not one of the sizes of Home kit: S, M, L. Write one of these."),
        "designs[0].instances[1].size “XXXXL” is not a size of Home kit",
        ("D3", 3),
    ),
    "a placeholder the design has not": (
        {"rows": (("", "", "", "M", "300100", "", "7"),), "headings": VALUES},
        ("placeholder-unknown", "Roster", "G2", "Match kit, numbers front and back has no placeholder 601999, so “7” would not "
         "be printed. Empty the cell, or choose another design."),
        "designs[0].instances[0].logoValues[0].logoId 601999 is no name or number placeholder of Match kit, numbers front and "
        "back",
        ("E2", 2),
    ),
    "letters for a placeholder of digits": (
        {"rows": (("", "", "", "M", "300100", "1O", ""),), "headings": VALUES},
        ("placeholder-not-digits", "Roster", "F2", "Placeholder 601001 is a number, and “1O” is not digits only. Write the "
         "number as digits. Did you mean 10?"),
        "designs[0].instances[0].logoValues[0].value must contain only digits",
        ("E2", 2),
    ),
    "a number logo by quantity": (
        {"rows": (FINE,), "logos": (LOGOS, ("494679", 5, "", "", "")), "known": TYPED},
        ("number-missing", "Logos", "E2", "Numbers is ordered by number, and this row has none. Fill in the number."),
        "logos[0].digits is required for the number logo Number transfer; logos[0].digits takes the place of quantity and value "
        "for a number logo",
        ("E2 E2", 2),
    ),
    "digits for a plain logo": (
        {"rows": (FINE,), "logos": (LOGOS, ("100113", 5, "", "", "7")), "known": TYPED},
        ("logo-takes-no-number", "Logos", "E2", "Crest is not a number logo, so it cannot be ordered with a number. Use Text, or "
         "empty the cell."),
        "logos[0].digits is only for number logos, which Club Crest is not; logos[0].quantity is required",
        ("E2 B2", 2),
    ),
    "a text on a plain logo": (
        {"rows": (FINE,), "logos": (LOGOS, ("100113", 5, "", "Kaptajn", "")), "known": TYPED},
        ("logo-takes-no-text", "Logos", "D2", "Crest carries no text, so Text would be lost. Empty the cell, or choose a text or "
         "name logo."),
        "logos[0].value is only for text and name logos, which Club Crest is not",
        ("D2", 2),
    ),
}  # fmt: skip


@pytest.fixture
def vendor(tmp_path):
    """A desk beside an order system with switches set."""
    opened = []

    def open_(**switches):
        running = start(SandboxOptions(delay=0.05, kitmaker=KitMakerSwitches(**switches)))
        opened.append(running)
        return connected(tmp_path, running.url), running

    yield open_
    for one in opened:
        one.close()


def build(desk, roster, *, known):
    desk.build(
        rows=roster["rows"],
        headings=roster.get("headings", HEADINGS),
        logos=roster.get("logos", ()),
        catalogue=roster.get("known") if known else None,
    )


@pytest.mark.every(3)
@pytest.mark.parametrize("case", REFUSED)
def test_it_is_caught_by_check_at_its_cell(desk, sandbox, case):
    roster, problem, _, _ = REFUSED[case]
    build(desk, roster, known=True)
    desk.environment |= {"ROSTER_IMPORT_OFFLINE": "0"}
    run = desk.quick("--json", "club.xlsx")
    errors = [one for one in run.file["problems"] if one["level"] == "error"]
    assert [(one["code"], one["sheet"], one["cell"], one["message"]) for one in errors] == [problem]
    assert run.status == 1
    assert sandbox.orders() == []


@pytest.mark.every(3)
@pytest.mark.parametrize("case", REFUSED)
def test_slipped_through_it_is_said_in_the_vendors_words_with_reference_and_rows(vendor, case):
    roster, _, words, (cell, row) = REFUSED[case]
    desk, sandbox = vendor(stray_value="refused")
    build(desk, roster, known=False)
    run = desk.quick("--json", "club.xlsx")
    (placed,) = run.file["orders"]
    assert (run.status, run.file["status"], placed["status"]) == (3, "failed", "refused")
    assert placed["reference"] == "PO-2026-0042"
    assert (
        placed["error"]
        == f"KitMaker turned the order down: HTTP 400: Bad Request – {words}. Nothing was placed." + TO_DO
    )
    said = [one for one in run.file["problems"] if one["code"] == "refused"]
    assert [(one["level"], one["message"], one["cell"], one["row"]) for one in said] == [
        ("error", f"KitMaker says: {part}.", at, row) for part, at in zip(words.split("; "), cell.split(), strict=True)
    ]
    assert sandbox.orders() == []
    assert f"{said[0]['sheet']}" in ("Roster", "Logos")
    shown = desk.quick("club.xlsx").out
    assert "PO-2026-0042  refused" in shown
    assert all(f"KitMaker says: {part}." in shown for part in words.split("; "))


@pytest.mark.parametrize("form", ["details", "plain", "html"])
def test_the_words_are_found_in_whatever_form_they_come(vendor, form):
    desk, _ = vendor(error_body=form)
    build(desk, REFUSED["unknown design"][0], known=False)
    run = desk.quick("--json", "club.xlsx")
    (said,) = [one for one in run.file["problems"] if one["code"] == "refused"]
    assert (run.status, said["cell"]) == (3, "F3")
    assert "designs[1].designId 777777 was not found" in said["message"]


@pytest.mark.parametrize(
    ("case", "switch"),
    [("unknown design", "unknown_item"), ("draft design", "draft_item"), ("unknown size", "unknown_size")],
)
def test_an_order_taken_and_then_given_up_says_the_same(vendor, case, switch):
    roster, _, words, (cell, _) = REFUSED[case]
    desk, _ = vendor(**{switch: "failed"})
    build(desk, roster, known=False)
    run = desk.quick("--json", "club.xlsx")
    (placed,) = run.file["orders"]
    assert (run.status, placed["status"], placed["error"]) == (3, "failed", words)
    (said,) = [one for one in run.file["problems"] if one["code"] == "refused"]
    assert (said["message"], said["cell"]) == (f"KitMaker says: {words}.", cell)


def test_several_complaints_are_each_told_at_their_row(desk):
    rows = (("", "", "", "M", 1, "777777"), FINE, ("", "", "", "XXXXL", 2, "299571"), ("", "", "", "L", 1, "777777"))
    desk.build(rows=rows, catalogue=None)
    run = desk.quick("--json", "club.xlsx")
    assert [(one["message"], one["cell"]) for one in run.file["problems"] if one["code"] == "refused"] == [
        ("KitMaker says: designs[0].designId 777777 was not found. (Roster rows 2, 5)", "F2"),
        ("KitMaker says: designs[1].instances[1].size “XXXXL” is not a size of Home kit.", "D4"),
    ]


def test_an_organization_that_is_not_ours(desk):
    desk.build(rows=(FINE,), order={**ORDER, "Organization ID": "99999"}, catalogue=None)
    run = desk.quick("--json", "club.xlsx")
    assert run.status == 3
    (said,) = [one for one in run.file["problems"] if one["code"] == "refused"]
    assert (said["sheet"], said["cell"]) == ("Order", "B12")


def test_a_refusal_that_names_nothing_is_shown_as_it_is(desk, sandbox):
    sandbox.ask_for("place:status=422")
    desk.build(rows=(FINE,), catalogue=None)
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, [one["code"] for one in run.file["problems"]]) == (3, [])
    assert run.file["orders"][0]["error"].startswith("KitMaker turned the order down: HTTP 422: ")


# --------------------------------------------------------------------------------------------------- words, any words


SENT = order(
    design(instance("M", 1, "Smith", "10", row=2), instance("L", 1, "Jones", "27", row=3), id=299571),
    design(instance("M", 1, row=4, values=(PlaceholderValue(logo_id=601001, value="8"),)), id=None, mul="MUL327187"),
    logos=(counted(2, row=6), digits(n7=1, n24=2)),
)


@pytest.mark.parametrize(
    ("words", "rows", "meaning"),
    [
        ("HTTP 404: Design 299571 does not exist", (2, 3), Meaning.DESIGN),
        ("The design mul327187 is not done", (4,), Meaning.DESIGN),
        ("designs.0.instances.1.quantity too high", (3,), Meaning.QUANTITY),
        ("size 'L' unknown", (3,), Meaning.SIZE),
        ('299571: no size "M"', (2,), Meaning.SIZE),
        ('number "27" is taken', (3,), Meaning.NUMBER),
        ("Placeholder 601001 is not on the design", (4,), None),
        ("logos[1].digits[1].digit must be numeric", (3,), Meaning.NUMBER),
        ("Logo Crest is out of stock", (6,), Meaning.LOGO),
    ],
)
def test_the_rows_words_are_about(words, rows, meaning):
    (found,) = objections_in(SENT, words, "KitMaker")
    assert found.origins == (Origin(sheet="Roster", row=rows[0]),)
    assert found.meaning is meaning
    assert found.message.startswith("KitMaker says: ")
    assert ("(Roster rows 2-3)" in found.message) == (len(rows) > 1)


@pytest.mark.parametrize(
    "words", ["HTTP 500: oops", "", "code 29957 and 2995710", "M", "designs[9].designId 1 was not found"]
)
def test_words_that_name_nothing_of_the_order_blame_no_row(words):
    assert objections_in(SENT, words, "KitMaker") == ()


@pytest.mark.parametrize(
    ("words", "detail"),
    [
        ("deliveryAddress.country must be a two-letter ISO country code", "delivery-country"),
        ("reference is required", "reference"),
        ("originOfDelivery is too long", "origin-of-delivery"),
    ],
)
def test_words_about_the_order_itself_are_told_at_its_label(words, detail):
    (found,) = objections_in(SENT, words, "KitMaker")
    assert (found.detail, found.origins) == (detail, ())


def test_rows_in_words():
    origins = [Origin(sheet="Roster", row=row) for row in (2, 3, 4, 9)] + [Origin(sheet="Logos", row=3)]
    assert rows_in_words(origins) == "Roster rows 2-4, 9; Logos row 3"

"""What the order system says of the designs and logos a roster names: asked for, kept, and used before anything is sent."""

from __future__ import annotations

import json
import time

import pytest

from roster_import.model.remote_catalogue import FRESH
from roster_import.place.fetch_catalogue import load, save
from roster_import.sandbox import KitMakerSwitches, SandboxOptions, start
from tests.conftest import HEADINGS, ORDER, connected

BARE = ("Title", "Kind", "ID", "Code", "Type", "Placeholders", "Sizes", "Price")


@pytest.fixture
def asking(tmp_path, sandbox):
    """A desk that asks the order system what it has."""
    return connected(tmp_path, sandbox.url, ROSTER_IMPORT_OFFLINE="0")


def problems(run):
    return [(one["level"], one["code"], one["cell"], one["message"]) for one in run.file["problems"]]


def asked(sandbox):
    return sorted(one["path"] for one in sandbox.requests())


def rows(*found, headings=HEADINGS):
    return {"rows": found, "headings": headings, "catalogue": None}


def test_what_a_roster_names_is_asked_for_once_a_day(asking, sandbox):
    asking.build(**rows(("Ann", "Ann", "7", "M", 1, "298791", "494679")))
    assert asking.quick("check", "--json", "club.xlsx").status == 0
    assert asked(sandbox) == ["/api/design/298791", "/api/logo/100113", "/api/logo/494679", "/api/logo/494680"]
    assert asking.quick("club.xlsx").status == 0
    assert [one["path"] for one in sandbox.requests()].count("/api/design/298791") == 1
    grow_old(asking)
    assert asking.quick("check", "club.xlsx").status == 0
    assert [one["path"] for one in sandbox.requests()].count("/api/design/298791") == 2


def grow_old(desk, seconds=FRESH + 1):
    path = desk.folder / "assortment.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    for system in document["systems"].values():
        for held in (*system["designs"], *system["logos"]):
            held["at"] -= seconds
    path.write_text(json.dumps(document), encoding="utf-8")


def test_offline_asks_nothing(asking, sandbox):
    asking.build(**rows(("Ann", "Ann", "7", "M", 1, "298791")))
    assert asking.quick("check", "--offline", "--json", "club.xlsx").status == 0
    assert sandbox.requests() == []


def test_a_number_logo_is_known_by_its_type_and_takes_the_rows_number(asking, sandbox):
    asking.build(**rows(("Ann", "", "7", "", 2, "", "494679")))
    assert asking.quick("club.xlsx").status == 0
    assert sandbox.orders()[0]["body"]["logos"] == [{"logoId": 494679, "digits": [{"digit": "7", "quantity": 2}]}]


def test_drafts_and_what_is_not_there_are_errors_at_their_cells(asking, sandbox):
    found = (
        ("", "", "", "M", 1, "300900"),
        ("", "", "", "M", 1, "777777"),
        ("", "", "", "", 1, "", "100150"),
        ("", "", "", "", 1, "", "888888"),
    )
    asking.build(**rows(*found))
    run = asking.quick("--json", "club.xlsx")
    assert run.status == 1
    assert problems(run) == [
        ("error", "design-draft", "F2", "Third kit (draft) is still a draft in the order system: it has no item number yet, "
         "so it would be refused. Have it finished there, or choose another design."),
        ("error", "design-not-there", "F3", "The order system has no design 777777, or none that you may order. Correct it."),
        ("error", "logo-draft", "G4", "New sponsor (draft) is still a draft in the order system, so it would be refused. Have "
         "it finished there, or choose another logo."),
        ("error", "logo-not-there", "G5", "The order system has no logo 888888, or none that you may order. Correct it."),
    ]  # fmt: skip
    assert sandbox.orders() == []


def test_a_draft_is_asked_for_again_every_time_and_what_is_not_there_never_kept(asking, sandbox):
    asking.build(**rows(("", "", "", "M", 1, "300900"), ("", "", "", "M", 1, "777777")))
    for _ in range(2):
        found = problems(asking.quick("check", "--json", "club.xlsx"))
        assert [one[1:3] for one in found] == [("design-draft", "F2"), ("design-not-there", "F3")]
    paths = [one["path"] for one in sandbox.requests()]
    assert (paths.count("/api/design/300900"), paths.count("/api/design/777777")) == (2, 2)


def test_what_is_not_shown_to_us_may_still_be_the_childs(asking):
    asking.build(**rows(("", "", "", "M", 1, "777777")), order={**ORDER, "Organization ID": "56789"})
    assert asking.quick("check", "--json", "club.xlsx").status == 0


def test_each_file_is_told_of_what_it_names_itself(asking):
    order = {**ORDER, "Organization ID": "56789"}
    asking.build("a.xlsx", **rows(("", "", "", "M", 1, "777777")), order=order)
    asking.build("b.xlsx", **rows(("", "", "", "M", 1, "888888")), order={**order, "Reference": "B"})
    files = asking.quick("check", "--json", "a.xlsx", "b.xlsx").json["files"]
    assert [[one["message"].split(":")[0] for one in file["problems"]] for file in files] == [
        ["The order system shows nothing of what was asked for (design 777777)"],
        ["The order system shows nothing of what was asked for (design 888888)"],
    ]


def catalogue(*designs, logos=()):
    placed = [
        {"designId": number, "designItemNo": f"MUL{number}", "title": title, "designLogos": [{"logoId": one} for one in on],
         "price": 10.0}
        for number, title, on in designs
    ]  # fmt: skip
    stamps = [
        {"logoId": number, "logoItemNo": number + 1, "title": f"Stamp {number}", "logoType": kind, "status": "Done",
         "prices": [], "additionalFees": []}
        for number, kind in logos
    ]  # fmt: skip
    return {"organizations": [{"id": 12345, "parentId": None}], "heating": {}, "designs": placed, "logos": stamps}


@pytest.fixture
def stocked(tmp_path):
    """A desk beside an order system that has just the designs and logos given."""
    opened = []

    def open_(document, **switches):
        path = tmp_path / "stock.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        running = start(SandboxOptions(delay=0.05, catalogue=path, kitmaker=KitMakerSwitches(**switches)))
        opened.append(running)
        return connected(tmp_path, running.url, ROSTER_IMPORT_OFFLINE="0"), running

    yield open_
    for one in opened:
        one.close()


LOGOS = ((601, "NameLogo"), (602, "NumberLogo"), (603, "TRANSFER"), (604, "TextLogo"), (605, "NumberLogo"))


@pytest.mark.every(3)
@pytest.mark.parametrize(
    ("on", "codes"),
    [
        ((), [("error", "name-not-printable"), ("error", "number-not-printable")]),
        ((604,), [("error", "name-not-printable"), ("error", "number-not-printable")]),
        ((601,), [("error", "number-not-printable")]),
        ((602, 604), [("error", "name-not-printable")]),
        ((601, 602), []),
        ((601, 602, 603), []),
        # TRANSFER says nothing: a placeholder may be one. Where another logo of the design has a type, it is a doubt.
        ((601, 603), [("warning", "number-doubtful")]),
        ((603,), []),
    ],
)
def test_a_name_or_number_is_stopped_only_where_it_is_certain_to_be_lost(stocked, on, codes):
    desk, _ = stocked(catalogue((1001, "Kit", on), logos=LOGOS))
    desk.build(**rows(("Ann", "Ann", "7", "M", 1, "1001")))
    run = desk.quick("check", "--json", "club.xlsx")
    assert [(level, code) for level, code, _, _ in problems(run)] == codes


def test_where_every_logo_is_a_transfer_nothing_is_said_and_the_comparison_tells(stocked):
    desk, _ = stocked(catalogue((1001, "Kit", (603,)), (1002, "Other", (601, 602)), logos=LOGOS), logo_type="transfer")
    desk.build(**rows(("Ann", "Ann", "7", "M", 1, "1001"), ("Bo", "Bo", "8", "M", 1, "1002")))
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["problems"]) == (3, [])
    assert [one["message"] for one in run.file["orders"][0]["differences"]] == [
        "Kit: the name Ann of 1 × M Ann 7 is not in the confirmed order.",
        "Kit: the number 7 of 1 × M Ann 7 is not in the confirmed order.",
    ]


def test_a_doubt_says_what_it_rests_on(stocked):
    desk, _ = stocked(catalogue((1001, "Kit", (601, 603)), logos=LOGOS))
    desk.build(**rows(("Ann", "Ann", "7", "M", 1, "1001"), ("Bo", "Bo", "8", "M", 1, "1001")))
    assert problems(desk.quick("check", "--json", "club.xlsx")) == [
        ("warning", "number-doubtful", "C2", "The order system calls none of the logos of Kit a number logo, as it does on "
         "other designs, so the number may not be printed (2 rows). It is not certain: look at the design. After ordering, "
         "the confirmed order is compared.")
    ]  # fmt: skip
    # Whoever knows better says so in the catalogue.
    desk.build(
        rows=(("Ann", "Ann", "7", "M", 1, "Kit"),), catalogue=(BARE, ("Kit", "design", 1001, "", "", "name, number"))
    )
    assert problems(desk.quick("check", "--json", "club.xlsx")) == []


VALUES = ("Player", "Name", "Number", "Size", "Design", "Logo 602", "Logo 605", "Logo 699")


@pytest.mark.every(3)
@pytest.mark.parametrize(
    ("on", "row", "found"),
    [
        ((601, 602), ("", "Ann", "7", "M", "1001", "", "", "X"),
         [("placeholder-unknown", "H2", "Kit has no placeholder 699, so “X” would not be printed. Empty the cell, or choose "
           "another design.")]),
        ((601, 602), ("", "Ann", "7", "M", "1001", "8", "", ""),
         [("placeholder-two-values", "F2", "Kit has one place for a number, placeholder 602, and this row says two: “7” as its "
           "number, “8” here. Empty one of the two cells.")]),
        ((601, 602), ("", "Ann", "7", "M", "1001", "7", "", ""), []),
        ((601, 602, 605), ("", "Ann", "7", "M", "1001", "8", "", ""), []),
        ((601, 602, 605), ("", "Ann", "7", "M", "1001", "8", "9", ""),
         [("number-nowhere", "C2", "Every place that Kit has for a number has a value of its own on this row, so “7” would be "
           "printed nowhere. Empty the cell, or one of the values.")]),
        ((601, 602, 605), ("", "Ann", "", "M", "1001", "8", "O9", ""),
         [("placeholder-not-digits", "G2", "Placeholder 605 is a number, and “O9” is not digits only. Write the number as "
           "digits. Did you mean 09?")]),
        ((601, 602), ("", "", "7", "M", "", "8", "", ""),
         [("row-without-item", "E2", "This row names neither a design nor a logo, so there is nothing to order for it. Fill in "
           "one, or delete the row."),
          ("placeholder-without-design", "F2", "“8” is the value of placeholder 602 of a design, and this row has no design. "
           "Fill in the design, or empty the cell.")]),
    ],
)  # fmt: skip
def test_values_of_single_placeholders(stocked, on, row, found):
    desk, _ = stocked(catalogue((1001, "Kit", on), logos=LOGOS))
    other = ("Bo", "Bo", "7", "M", "1001", "", "", "") if len(on) < 3 else ("Bo", "", "", "M", "1001", "", "", "")
    desk.build(**rows(row, other, headings=VALUES))
    run = desk.quick("check", "--json", "club.xlsx")
    assert [(code, cell, message) for level, code, cell, message in problems(run) if level == "error"] == found


def test_a_value_goes_with_the_design_of_the_row_that_has_the_placeholder(stocked):
    desk, sandbox = stocked(catalogue((1001, "Kit", (602,)), (1002, "Other", (605,)), logos=LOGOS))
    desk.build(**rows(("", "", "", "M", "1001; 1002", "8", "", ""), headings=VALUES))
    assert desk.quick("club.xlsx").status == 0
    assert sandbox.orders()[0]["body"]["designs"] == [
        {"designId": 1001, "instances": [{"size": "M", "quantity": 1, "logoValues": [{"logoId": 602, "value": "8"}]}]},
        {"designId": 1002, "instances": [{"size": "M", "quantity": 1}]},
    ]


def test_two_columns_about_one_placeholder(stocked):
    desk, _ = stocked(catalogue((1001, "Kit", (602,)), logos=LOGOS))
    desk.build(
        **rows(("Ann", "M", "1001", "8", "9"), headings=("Player", "Size", "Design", "Logo 60101", "Logo id 60101"))
    )
    run = desk.quick("check", "--offline", "--print-name", "none", "--json", "club.xlsx")
    assert problems(run)[1:] == [
        ("error", "placeholder-column-twice", "E1", "Columns D (Logo 60101) and E (Logo id 60101) are both about placeholder "
         '60101, and only one value can be printed. Delete one of them, or say --map "Logo id 60101=ignored".')
    ]  # fmt: skip


def test_an_error_never_rests_on_what_was_said_some_time_ago(stocked):
    desk, sandbox = stocked(catalogue((1001, "Kit", ()), logos=LOGOS))
    desk.build(**rows(("Ann", "Ann", "7", "M", 1, "1001")))
    assert desk.quick("check", "club.xlsx").status == 1
    before = asked(sandbox).count("/api/design/1001")
    assert desk.quick("check", "club.xlsx").status == 1
    assert asked(sandbox).count("/api/design/1001") == before + 1, (
        "within the day, but asked again before it is an error"
    )


# ------------------------------------------------------------------------------------------------ the user's own words


def test_the_sheet_wins_for_titles_and_the_order_system_for_placeholders(stocked):
    desk, _ = stocked(catalogue((1001, "Kit of theirs", (601, 602)), (1002, "Plain", ()), logos=LOGOS))
    entries = (BARE, ("Home", "design", 1001, "MUL7", "", "none"), ("Away", "design", 1002, "", "", "name"))
    desk.build(rows=(("Ann", "Ann", "7", "M", 1, "Home"), ("", "Bo", "", "M", 1, "Away")), catalogue=entries)
    run = desk.quick("check", "--json", "club.xlsx")
    says = "The order system says that {}; the catalogue says otherwise. The order system is believed. Correct the catalogue."
    assert problems(run) == [
        ("warning", "catalogue-differs", None, says.format("Home has a place for a name")),
        ("warning", "catalogue-differs", None, says.format("Home has a place for a number")),
        ("warning", "catalogue-differs", None, says.format("Home is MUL1001, not MUL7")),
        ("warning", "catalogue-differs", None, says.format("Away has no place for a name")),
        ("error", "name-not-printable", "B3", "Away has no place for a name, so “Bo” would not be printed. Empty the cell, or "
         "choose another design."),
    ]  # fmt: skip
    assert [one["row"] for one in run.file["problems"]] == [2, 2, 2, 3, 3]


def test_titles_that_only_the_order_system_knows_are_taken_and_said(stocked):
    desk, _ = stocked(catalogue((1001, "Home kit", (601, 602)), logos=LOGOS))
    desk.build(**rows(("Ann", "Ann", "7", "M", 1, "home kit")))
    run = desk.quick("check", "--json", "club.xlsx")
    assert [code for _, code, _, _ in problems(run)] == ["design-unknown"]
    assert desk.quick("designs", "1001").status == 0
    assert problems(desk.quick("check", "--json", "club.xlsx")) == [
        ("warning", "title-from-order-system", "F2", "“home kit” stands in no catalogue of yours; the order system calls "
         "design 1001 (MUL1001) so, and that is what is ordered.")
    ]  # fmt: skip
    desk.build(rows=(("Ann", "Ann", "7", "M", 1, "Home kit"),), catalogue=(BARE, ("Home kit", "design", 5, "MUL5")))
    run = desk.quick("check", "--json", "--offline", "club.xlsx")
    assert problems(run) == [], "the sheet's own Home kit, not that of another club"


# ------------------------------------------------------------------------------------------------------- no answer


@pytest.mark.parametrize("fault", ["GET:503-bare*always", "GET:drop-before-taking*always", "GET:portal*always"])
def test_an_order_system_that_does_not_answer_is_one_warning_and_the_check_goes_on(asking, sandbox, fault):
    sandbox.ask_for(fault)
    asking.build(**rows(("Ann", "Ann", "7", "M", 1, "298791"), ("Bo", "Bo", "8", "M", 1, "300120")))
    run = asking.quick("check", "--json", "club.xlsx")
    assert (run.status, [(level, code) for level, code, _, _ in problems(run)]) == (
        0,
        [("warning", "catalogue-unreachable")],
    )
    message = run.file["problems"][0]["message"]
    assert message.startswith("The order system could not be asked what it has: ")
    assert message.endswith(
        ". What was known before was checked with; a name or number that a design has no place for may not be noticed before "
        "the order is confirmed."
    )


def test_what_is_old_stops_nobody_when_the_order_system_is_gone(stocked):
    desk, sandbox = stocked(catalogue((1001, "Kit", ()), logos=LOGOS))
    desk.build(**rows(("Ann", "Ann", "7", "M", 1, "1001")))
    assert desk.quick("check", "club.xlsx").status == 1
    grow_old(desk)
    sandbox.close()
    run = desk.quick("check", "--json", "club.xlsx")
    assert (run.status, [code for _, code, _, _ in problems(run)]) == (0, ["catalogue-unreachable"])


def test_without_an_address_nothing_is_asked_and_nothing_said(offline):
    offline.build(**rows(("Ann", "Ann", "7", "M", 1, "298791")))
    run = offline.quick("check", "--json", "club.xlsx")
    assert (run.status, run.file["problems"]) == (0, [])


def test_the_sandbox_of_one_run_is_asked_as_well(offline):
    offline.build(**rows(("Ann", "Ann", "7", "M", 1, "300900")))
    run = offline.quick("check", "--sandbox", "--json", "club.xlsx")
    assert [code for _, code, _, _ in problems(run)] == ["design-draft"]


def test_a_file_that_is_none_of_ours_is_asked_for_again(asking, tmp_path):
    (tmp_path / "assortment.json").write_text("[1, 2", encoding="utf-8")
    asking.build(**rows(("Ann", "Ann", "7", "M", 1, "298791")))
    assert asking.quick("check", "club.xlsx").status == 0
    (kept,) = load(tmp_path / "assortment.json").values()
    assert sorted(kept.logos) == [100113, 494679, 494680]
    save(tmp_path / "again.json", {"one": kept})
    assert load(tmp_path / "again.json") == {"one": kept}
    assert all(abs(held.at - time.time()) < 600 for held in kept.designs.values())


def test_a_system_that_shows_nothing_of_what_was_asked_for_stops_nobody(desk, sandbox):
    """A no proves nothing where the system, asked for that kind of thing, never said yes: it may not show any to this key."""
    desk.environment |= {"ROSTER_IMPORT_OFFLINE": "0"}
    desk.build(rows=(("", "", "", "M", 1, "777777"), ("", "", "", "", 1, "", "888888")), catalogue=())
    run = desk.quick("--json", "check", "club.xlsx")
    assert run.status == 0
    assert [(one["level"], one["code"], one["message"]) for one in run.problems] == [
        (
            "warning",
            "catalogue-not-shown",
            "The order system shows nothing of what was asked for (design 777777, logo 888888): it has none of it, or does not "
            "show it to this key. It is ordered as written; whether names and numbers are printed, only the confirmed order "
            "tells.",
        )
    ]

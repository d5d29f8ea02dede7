"""One reference names one order, from whichever machine, whatever was answered on the way; each case as it was once seen."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import httpx
import pytest

from roster_import.place import conversation
from roster_import.sandbox import DropdaySwitches, JtlSwitches, KitMakerSwitches, SandboxOptions, start
from tests.conftest import EXAMPLE_ROWS, ORDER, Desk, until
from tests.drills.systems import SYSTEMS
from tests.targets.systems import desk_for, example

# Of an own server, whose orders are the same.
OWN = {"Authorization": "Wawi sandbox-key", "X-AppId": "office", "X-AppVersion": "1.0"}
HOME = (("", "", "", "M", 2, "Home kit"),)
TARGETS = ("kitmaker", "dropday", "jtl")
SECRET = {"kitmaker": "API_KEY", "dropday": "API_KEY", "jtl": "CLIENT_SECRET"}


@pytest.fixture(params=TARGETS)
def system(request):
    return request.param


def machine(folder, url, system, name):
    """A desk with a ledger of its own, as another machine has."""
    (folder / name).mkdir(exist_ok=True)
    desk = desk_for(folder / name, url, system)
    example(desk)
    return desk


def standing(sandbox):
    return [one for one in sandbox.orders() if one.get("status") != "Cancelled"]


@pytest.mark.every(4)
@pytest.mark.parametrize("refusal", ["key", "status=400", "status=403", "status=404", "status=422"])
def test_after_a_refusal_another_machine_makes_no_second_order(tmp_path, sandbox, system, refusal):
    mine = machine(tmp_path, sandbox.url, system, "mine")
    if refusal == "key":
        name = f"ROSTER_IMPORT_{system.upper()}_{SECRET[system]}"
        right, mine.environment[name] = mine.environment[name], "wrong-one"
    else:
        sandbox.ask_for(f"{system}/place:{refusal}")
    assert mine.quick("club.xlsx").status == 3
    if refusal == "key":
        mine.environment[name] = right
    assert mine.quick("club.xlsx").status == 0
    assert machine(tmp_path, sandbox.url, system, "theirs").quick("club.xlsx").status == 0
    assert len(standing(sandbox)) == 1


def test_lines_whose_list_is_turned_down_are_not_ordered_again(tmp_path):
    """The header stands, the answer to its lines is lost, the order is not listed yet: nothing about that is a no."""
    switches = JtlSwitches(fresh_order="later", listed_after=3)
    with start(SandboxOptions(jtl=switches)) as sandbox:
        desk = machine(tmp_path, sandbox.url, "jtl", "mine")
        sandbox.ask_for("jtl/lines:drop-after-taking")
        for _ in range(2):
            run = desk.quick("--json", "club.xlsx")
            assert run.status in (0, 4), run.out
            assert "Nothing was placed" not in run.out
        sandbox.advance(10)
        assert desk.quick("club.xlsx").status == 0
        (order,) = standing(sandbox)
        assert len(order["lines"]) == 7


@pytest.mark.every(4)
@pytest.mark.parametrize("code", ["401", "402", "403", "404", "500-before-taking"])
@pytest.mark.parametrize("call", ["find", "line-list", "poll"])
def test_a_look_up_that_is_turned_down_says_nothing_about_the_order(tmp_path, sandbox, call, code):
    fault = code if "taking" in code else f"status={code}"
    desk = machine(tmp_path, sandbox.url, "jtl", "mine")
    sandbox.ask_for("jtl/lines:drop-after-taking", f"jtl/{call}:{fault}*4+1")
    runs = [desk.quick("--json", "club.xlsx")]
    sandbox.clear_faults()
    runs += [
        desk.quick("--json", "club.xlsx"),
        machine(tmp_path, sandbox.url, "jtl", "theirs").quick("--json", "club.xlsx"),
    ]
    assert runs[-1].status == 0, runs[-1].out
    (order,) = standing(sandbox)
    assert len(order["lines"]) == 7, "neither empty nor doubled"


def test_an_order_that_dropday_made_without_saying_its_number_is_no_nothing(tmp_path):
    from roster_import.sandbox import DropdaySwitches

    with start(SandboxOptions(dropday=DropdaySwitches(replay_reference="absent"))) as sandbox:
        mine = machine(tmp_path, sandbox.url, "dropday", "mine")
        assert mine.quick("club.xlsx").status == 0
        theirs = machine(tmp_path, sandbox.url, "dropday", "theirs")
        sandbox.ask_for("dropday/find:status=404*always")
        run = theirs.quick("--json", "club.xlsx")
        assert (run.status, run.file["orders"][0]["status"]) == (4, "unknown")
        assert "Nothing was placed" not in run.out
        sandbox.clear_faults()
        assert theirs.quick("club.xlsx").status == 0
        assert len(sandbox.orders()) == 1


@pytest.mark.every(3)
@pytest.mark.parametrize("spelt", ["po-2026-0042", "PO-2026\u20110042", "PO-2026 - 0042"])
def test_a_reference_that_is_spelt_otherwise_is_the_same(tmp_path, sandbox, spelt):
    desk = machine(tmp_path, sandbox.url, "kitmaker", "mine")
    assert desk.quick("club.xlsx").status == 0
    example(desk, order={**ORDER, "Reference": spelt})
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["status"]) == (0, "already-placed")
    theirs = machine(tmp_path, sandbox.url, "kitmaker", "theirs")
    example(theirs, order={**ORDER, "Reference": spelt})
    run = theirs.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["orderNumber"], len(sandbox.orders())) == (0, "20002502", 1)


@pytest.mark.every(2)
@pytest.mark.parametrize("filtering", ["exact", "partial"])
@pytest.mark.parametrize("target", ["dropday", "jtl"])
def test_a_reference_in_other_letters_from_another_machine_is_the_same_order(tmp_path, target, filtering):
    switches = {
        "dropday": DropdaySwitches(external_id_filter=filtering), "jtl": JtlSwitches(external_number=filtering)
    }  # fmt: skip
    with start(SandboxOptions(delay=0.05, **switches)) as sandbox:
        for name, reference in (("mine", "PO-A-1"), ("theirs", "po-a-1"), ("third", "PO-A-1")):
            desk = machine(tmp_path, sandbox.url, target, name)
            example(desk, order={**ORDER, "Reference": reference}, logos=())
            run = desk.quick("--json", "club.xlsx")
            assert (run.status, run.file["orders"][0]["differences"]) == (0, []), (name, run.out)
            assert len(standing(sandbox)) == 1, name


def test_two_spellings_of_one_reference_in_one_workbook_are_stopped(tmp_path, sandbox):
    desk = machine(tmp_path, sandbox.url, "kitmaker", "mine")
    rows = [(*EXAMPLE_ROWS[0], "", "", "A-1"), (*EXAMPLE_ROWS[1], "", "", "a-1")]
    example(desk, rows=rows, logos=())
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, sandbox.orders()) == (1, [])
    assert [problem["code"] for problem in run.problems if problem["level"] == "error"] == ["reference-used"]


def test_one_reference_for_us_and_for_a_child_in_one_command_is_one_order(tmp_path, sandbox):
    desk = machine(tmp_path, sandbox.url, "kitmaker", "mine")
    example(desk, "child.xlsx", order={**ORDER, "Organization ID": "56789"})
    run = desk.quick("--json", "club.xlsx", "child.xlsx")
    assert (run.status, [file["status"] for file in run.json["files"]]) == (1, ["placed", "problems"])
    assert len(sandbox.orders()) == 1


def test_our_own_organization_written_out_is_no_organization(tmp_path, sandbox):
    desk = machine(tmp_path, sandbox.url, "kitmaker", "mine")
    desk.environment["ROSTER_IMPORT_KITMAKER_OWN_ORGANIZATION"] = "12345"
    assert desk.quick("club.xlsx").status == 0
    theirs = machine(tmp_path, sandbox.url, "kitmaker", "theirs")
    theirs.environment["ROSTER_IMPORT_KITMAKER_OWN_ORGANIZATION"] = "12345"
    example(theirs, order={**ORDER, "Organization ID": "12345"})
    for office in (desk, theirs):
        assert office.quick("club.xlsx").status == 0
    assert len(sandbox.orders()) == 1


@pytest.mark.parametrize("written", ["mine", "theirs"])
def test_our_own_organization_written_out_on_one_machine_is_one_order_though_none_is_set(tmp_path, sandbox, written):
    for name in ("mine", "theirs"):
        desk = machine(tmp_path, sandbox.url, "kitmaker", name)
        example(desk, order={**ORDER, **({"Organization ID": "12345"} if name == written else {})})
        run = desk.quick("--json", "club.xlsx")
        assert (run.status, run.file["orders"][0]["orderNumber"], len(sandbox.orders())) == (0, "20002502", 1)
    example(desk, order={**ORDER, "Organization ID": "" if name == written else "12345"})
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["status"], len(sandbox.orders())) == (1, "problems", 1), "in one ledger it is stopped"


def test_a_childs_order_of_the_same_reference_from_another_machine_is_its_own(tmp_path, sandbox):
    desk, theirs = (machine(tmp_path, sandbox.url, "kitmaker", name) for name in ("mine", "theirs"))
    assert desk.quick("club.xlsx").status == 0
    example(theirs, order={**ORDER, "Organization ID": "56789"})
    assert theirs.quick("club.xlsx").status == 0
    assert [order["body"].get("organizationId") for order in sandbox.orders()] == [None, 56789]


def test_the_same_order_in_two_files_of_one_run_is_placed_once_and_said_to_be(tmp_path, sandbox):
    desk = machine(tmp_path, sandbox.url, "kitmaker", "mine")
    example(desk, "copy.xlsx")
    run = desk.quick("--json", "club.xlsx", "copy.xlsx")
    assert (run.status, [file["status"] for file in run.json["files"]]) == (0, ["placed", "already-placed"])
    codes = [problem["code"] for problem in run.json["files"][1]["problems"]]
    assert ("same-order" in codes, len(sandbox.orders())) == (True, 1)


def test_the_same_goods_under_another_reference_are_pointed_out(tmp_path, sandbox):
    desk = machine(tmp_path, sandbox.url, "kitmaker", "mine")
    assert desk.quick("club.xlsx").status == 0
    example(desk, order={**ORDER, "Reference": "PO-2"})
    run = desk.quick("--json", "check", "club.xlsx")
    (problem,) = [one for one in run.problems if one["code"] == "ordered-before"]
    assert problem["level"] == "warning"
    assert "under reference PO-2026-0042 (20002502)" in problem["message"]


@pytest.mark.parametrize("pending", [True, False])
def test_what_was_ordered_at_one_address_is_neither_followed_nor_known_at_another(tmp_path, sandbox, pending):
    with start(SandboxOptions(delay=0.05)) as other:
        desk = machine(tmp_path, sandbox.url, "kitmaker", "mine")
        if pending:
            sandbox.ask_for("place:never-ready")
            desk.environment["ROSTER_IMPORT_POLL_TIMEOUT"] = "0.2"
        assert desk.quick("club.xlsx").status == (4 if pending else 0)
        theirs = machine(tmp_path, other.url, "kitmaker", "theirs")
        example(theirs, rows=HOME, logos=())
        assert theirs.quick("club.xlsx").status == 0
        desk.environment["ROSTER_IMPORT_KITMAKER_URL"] = other.url
        run = desk.quick("--json", "club.xlsx")
        assert (run.status, len(other.orders())) == (1, 1)
        (problem,) = [one for one in run.problems if one["level"] == "error"]
        assert problem["code"] == "reference-used"
        assert f"was already used at {sandbox.url} (20002502" in problem["message"]
        assert "20002502" in desk.quick("orders").out
        assert desk.quick("resume").out == f"Nothing {'else ' if pending else ''}is unfinished.\n"


@pytest.mark.every(3)
@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"Delivery name": "Handball Club XYZ"}, "company_name"),
        ({"Delivery address": "Harbour 9"}, "address1"),
        ({"Email": "other@example.com"}, "email"),
        ({"Comment": "Leave it at the gate"}, "note"),
    ],
)
@pytest.mark.parametrize("target", ["dropday", "jtl"])
def test_an_order_that_is_found_is_compared_whole(tmp_path, sandbox, target, changed, field):
    assert machine(tmp_path, sandbox.url, target, "mine").quick("club.xlsx").status == 0
    theirs = machine(tmp_path, sandbox.url, target, "theirs")
    example(theirs, order={**ORDER, **changed})
    run = theirs.quick("--json", "club.xlsx")
    (order,) = run.file["orders"]
    assert (run.status, order["status"], len(standing(sandbox))) == (3, "refused", 1)
    assert field in order["error"] or target == "jtl"


@pytest.mark.every(2)
@pytest.mark.parametrize("target", ["dropday", "jtl"])
def test_an_order_found_at_other_prices_is_another(tmp_path, sandbox, target):
    assert machine(tmp_path, sandbox.url, target, "mine").quick("club.xlsx").status == 0
    theirs = machine(tmp_path, sandbox.url, target, "theirs")
    rows = [(*row, "", "", "", "99") for row in EXAMPLE_ROWS]
    from tests.conftest import HEADINGS

    example(theirs, rows=rows, headings=(*HEADINGS, "Price"))
    assert (theirs.quick("club.xlsx").status, len(standing(sandbox))) == (3, 1)


def test_lines_are_not_added_to_another_customers_empty_header(tmp_path, sandbox):
    mine = machine(tmp_path, sandbox.url, "jtl", "mine")
    sandbox.ask_for("jtl/lines:500-before-taking*9")
    assert mine.quick("club.xlsx").status == 4
    sandbox.clear_faults()
    theirs = machine(tmp_path, sandbox.url, "jtl", "theirs")
    theirs.environment["ROSTER_IMPORT_JTL_CUSTOMER_ID"] = "1009"
    run = theirs.quick("--json", "club.xlsx")
    assert (run.status, "different: CustomerId" in run.file["orders"][0]["error"]) == (3, True)
    (order,) = standing(sandbox)
    assert order["lines"] == []


def test_one_reference_option_for_rows_of_several_orders_is_stopped(tmp_path, sandbox):
    desk = machine(tmp_path, sandbox.url, "kitmaker", "mine")
    example(desk, rows=[(*EXAMPLE_ROWS[0], "", "", "PO-2")], logos=())
    from openpyxl import load_workbook

    book = load_workbook(desk.folder / "club.xlsx")
    second = book.copy_worksheet(book["Roster"])
    second.title = "Second team"
    second["I2"] = None
    book.save(desk.folder / "club.xlsx")
    run = desk.quick("--json", "--reference", "PO-9", "club.xlsx")
    assert (run.status, sandbox.orders()) == (1, [])
    (problem,) = [one for one in run.problems if one["level"] == "error"]
    assert problem["code"] == "reference-ambiguous"


@pytest.mark.parametrize("alike", [True, False])
def test_an_order_described_twice_is_not_taken_for_either(tmp_path, sandbox, alike):
    desk = machine(tmp_path, sandbox.url, "kitmaker", "mine")
    labels = ("Reference", "Delivery name", "Delivery address", "Delivery zip", "Delivery city", "Delivery country")
    first = ("PO-1", "Football Club ABC", "Stadium Road 1", "8800", "Viborg", "DK")
    again = first if alike else ("po-1", *first[1:2], "Harbour 9", *first[3:])
    rows = [(*row, "", "", "PO-1") for row in EXAMPLE_ROWS[:2]]
    example(desk, rows=rows, logos=(), order=[labels, first, again])
    run = desk.quick("--json", "check", "club.xlsx")
    codes = [problem["code"] for problem in run.problems if problem["level"] == "error"]
    assert codes == ([] if alike else ["order-described-twice"])


def test_hidden_sheets_are_said_to_be_ordered_from_or_not(tmp_path, sandbox):
    from openpyxl import load_workbook

    desk = machine(tmp_path, sandbox.url, "kitmaker", "mine")
    book = load_workbook(desk.folder / "club.xlsx")
    for name in ("Logos", "Order"):
        book[name].sheet_state = "hidden"
    second = book.copy_worksheet(book["Roster"])
    second.title, second.sheet_state = "Second", "hidden"
    book.save(desk.folder / "club.xlsx")
    run = desk.quick("--json", "check", "club.xlsx")
    said = {(one["sheet"], one["level"]) for one in run.problems if one["code"] == "sheet-hidden"}
    assert said == {("Logos", "warning"), ("Second", "warning"), ("Order", "warning")}
    assert [one["message"] for one in run.problems if one["sheet"] == "Order"] == [
        "Sheet Order is hidden, and the order is called and sent as it says all the same. Unhide it to see how."
    ]


def test_an_order_that_is_listed_later_is_met_by_another_machine_all_the_same(tmp_path):
    """Neither is listed when the second is made, nor while it is looked for five times: the earlier one stays."""
    switches = JtlSwitches(fresh_order="later", listed_after=600, pending_order="shown")
    with start(SandboxOptions(jtl=switches)) as sandbox:
        mine, theirs = (machine(tmp_path, sandbox.url, "jtl", name) for name in ("mine", "theirs"))
        for desk, seconds in ((mine, "0.001"), (theirs, "60")):
            desk.environment |= {"ROSTER_IMPORT_RETRY_WAIT": "0.001", "ROSTER_IMPORT_JTL_TAKING_TIME": seconds}
        assert mine.quick("club.xlsx").status == 0

        def listed_by_and_by():
            until(lambda: sum(one["path"].split("?")[0] == "/erp/salesOrders" for one in sandbox.requests()) > 15)
            sandbox.advance(700)

        listing = Thread(target=listed_by_and_by)
        listing.start()
        run = theirs.quick("--json", "club.xlsx")
        listing.join()
        assert (run.status, run.file["orders"][0]["orderNumber"]) == (0, sandbox.orders()[0]["orderNumber"])
        (order,) = standing(sandbox)
        assert len(order["lines"]) == 7


@pytest.mark.drill
@pytest.mark.parametrize("theirs_wants", [("Old",), ("Old", "New"), ("Old", "Young")])
def test_lines_are_never_added_to_an_order_that_somebody_else_is_about_to_fill(tmp_path, theirs_wants):
    """Two people amend one order: when the second looks, the header of the first stands without its lines."""
    with start(SandboxOptions()) as sandbox:
        mine, theirs = (machine(tmp_path, sandbox.url, "jtl", name) for name in ("mine", "theirs"))
        for desk, names in ((mine, ("Young",)), (theirs, theirs_wants)):
            assert desk.quick("club.xlsx").status == 0
            desk.environment["ROSTER_IMPORT_JTL_TAKING_TIME"] = "60"
            example(desk, rows=(*EXAMPLE_ROWS, *((name, name, "3", "S", 1, "Away kit") for name in names)))
        sandbox.ask_for("jtl/lines:slow-before-taking=1.5")
        first = Thread(target=mine.run, args=("amend", "club.xlsx"))
        first.start()
        until(lambda: len(standing(sandbox)) == 2)
        run = theirs.quick("--json", "amend", "club.xlsx")
        first.join()
        assert (run.status, run.file["orders"][-1]["status"]) == (3, "refused")
        assert "has lines that are not of this order" in run.file["orders"][-1]["error"]
        assert [len(order["lines"]) for order in standing(sandbox)] == [7, 1]
        assert mine.quick("amend", "club.xlsx").status == 0
        beside = theirs.quick("--json", "amend", "--new-order", "club.xlsx")
        assert (beside.status, beside.file["orders"][-1]["reference"]) == (0, "PO-2026-0042/3")


def other_amendments(tmp_path, sandbox, system, **more):
    """Two people with ledgers of their own amend one order, each by another player."""
    desks = [machine(tmp_path, sandbox.url, system, name) for name in ("mine", "theirs")]
    for desk, name in zip(desks, ("Young", "Old"), strict=True):
        desk.environment |= more
        assert desk.quick("club.xlsx").status == 0
        example(desk, rows=(*EXAMPLE_ROWS, (name, name, "3", "S", 1, "Away kit")))
    return desks


@pytest.mark.drill
def test_a_key_that_stays_used_after_a_lost_answer_stands_for_anothers_order(tmp_path, monkeypatch):
    """KitMaker: as long as it may still be at what we sent, a conflict says nothing; after that it is with a colleague's."""
    with start(SandboxOptions(kitmaker=KitMakerSwitches(other_body="409"), delay=0.02)) as sandbox:
        mine, theirs = other_amendments(tmp_path, sandbox, "kitmaker")
        sandbox.ask_for("place:503-bare*5")
        assert theirs.quick("amend", "club.xlsx").status == 4
        assert mine.quick("amend", "club.xlsx").status == 0
        assert theirs.quick("amend", "club.xlsx").status == 4
        monkeypatch.setattr(conversation, "WORKED_ON", 0.0)
        run = theirs.quick("--json", "amend", "club.xlsx")
        assert (run.status, run.file["orders"][-1]["status"]) == (3, "refused")
        assert theirs.quick("amend", "--new-order", "club.xlsx").status == 0
        assert len(sandbox.orders()) == 3


@pytest.mark.every(2)
@pytest.mark.parametrize("ours", [True, False])
def test_a_name_that_is_taken_is_looked_at_whose_it_is(tmp_path, ours):
    """Dropday refuses a known external id: that may be our own first sending, whose answer was lost."""
    with start(SandboxOptions(dropday=DropdaySwitches(other_body="refused"))) as sandbox:
        mine, theirs = other_amendments(tmp_path, sandbox, "dropday")
        sandbox.ask_for("dropday/place:500-before-taking*5")
        assert theirs.quick("amend", "club.xlsx").status == 4
        first = theirs if ours else mine
        assert first.quick("amend", "club.xlsx").status == 0
        run = theirs.quick("--json", "amend", "club.xlsx")
        assert (run.status, run.file["orders"][-1]["status"]) == ((0, "completed") if ours else (3, "refused"))
        assert len(sandbox.orders()) == 2


def test_empty_headers_of_two_machines_whose_answers_were_lost_become_one_order(tmp_path, sandbox):
    mine, theirs = (machine(tmp_path, sandbox.url, "jtl", name) for name in ("mine", "theirs"))
    for desk in (mine, theirs):
        desk.environment["ROSTER_IMPORT_JTL_TRUST_LOOK_UP"] = "yes"
    sandbox.ask_for("jtl/place:500-after-taking", "jtl/find:status=404*always+2")
    assert mine.quick("club.xlsx").status == 4
    sandbox.clear_faults()
    (header,) = sandbox.orders()
    # As another machine does, whose answer is lost as well.
    httpx.post(f"{sandbox.url}/api/eazybusiness/salesOrders", json=header["body"], headers=OWN).raise_for_status()
    assert len(standing(sandbox)) == 2
    for desk in (mine, theirs, mine):
        assert desk.quick("club.xlsx").status == 0
    (order,) = standing(sandbox)
    assert len(order["lines"]) == 7


@pytest.mark.drill
def test_lines_that_two_machines_add_to_one_header_at_once_stand_once(tmp_path):
    """Both lost the answer to their header, both find the same one empty after its time, both add their lines."""
    with start(SandboxOptions(jtl=JtlSwitches(taking_time=0.5))) as sandbox:
        mine, theirs = (machine(tmp_path, sandbox.url, "jtl", name) for name in ("mine", "theirs"))
        sandbox.ask_for("jtl/place:500-after-taking", "jtl/line-list:status=404*5", "jtl/lines:500-before-taking*9")
        assert mine.quick("club.xlsx").status == 4
        sandbox.clear_faults()
        (mine.folder / "ledger.sqlite3").unlink()
        sandbox.ask_for("jtl/lines:slow-before-taking=0.5*2")
        with ThreadPoolExecutor(2) as both:
            runs = list(both.map(lambda desk: desk.run("club.xlsx", "--json"), (mine, theirs)))
        assert {run.status for run in runs} <= {0, 3}, "one may see the lines while they stand twice"
        (order,) = standing(sandbox)
        assert len(order["lines"]) == 7


@pytest.mark.drill
def test_version_2_takes_back_what_another_machine_made_first_and_meets_it(tmp_path, sandbox):
    """Each lists orders by their dates alone, and sees none when both are made; the list of version 1 tells whose was first."""
    system = SYSTEMS["jtl-2"]
    desks = []
    for name in ("mine", "theirs"):
        (tmp_path / name).mkdir()
        desks.append(Desk(tmp_path / name, system.environment(tmp_path / name, sandbox.url)))
        example(desks[-1], rows=HOME, logos=())
    sandbox.ask_for("jtl/place:slow-before-taking=0.5*2")
    with ThreadPoolExecutor(2) as both:
        runs = list(both.map(lambda desk: desk.run("club.xlsx", "--json"), desks))
    (order,) = standing(sandbox)
    assert [run.status for run in runs] == [0, 0], [run.out for run in runs]
    assert {run.json["files"][0]["orders"][0]["orderNumber"] for run in runs} == {order["orderNumber"]}
    for desk in desks:
        assert (desk.quick("club.xlsx").status, len(standing(sandbox))) == (0, 1)


@pytest.mark.parametrize("called", ["PO-2026-0042", "po-2026-0042"])
def test_version_2_makes_no_second_order_beside_one_of_that_name(tmp_path, sandbox, called):
    system = SYSTEMS["jtl-2"]
    statuses = []
    for name, reference in (("mine", "PO-2026-0042"), ("theirs", called)):
        (tmp_path / name).mkdir()
        desk = Desk(tmp_path / name, system.environment(tmp_path / name, sandbox.url))
        example(desk, rows=HOME, logos=(), order={**ORDER, "Reference": reference})
        statuses.append(desk.quick("club.xlsx").status)
    assert (statuses, len(standing(sandbox))) == ([0, 0], 1)


def test_a_second_order_of_its_name_is_said_until_it_is_cancelled_there(tmp_path, sandbox):
    desk = machine(tmp_path, sandbox.url, "jtl", "mine")
    assert desk.quick("club.xlsx").status == 0
    (ours,) = sandbox.orders()
    base = f"{sandbox.url}/api/eazybusiness/salesOrders"
    twin = httpx.post(base, json=ours["body"], headers=OWN).raise_for_status().json()
    assert desk.quick("orders", "show", "PO-2026-0042", "--refresh").status == 0
    for _ in range(2):
        run = desk.quick("--json", "club.xlsx")
        (difference,) = run.file["orders"][0]["differences"]
        assert (run.status, run.file["status"], difference["what"]) == (3, "already-placed", "order")
    SYSTEMS["jtl"].cancel(sandbox.url, twin["Id"])
    for _ in range(2):
        run = desk.quick("--json", "club.xlsx")
        assert (run.status, run.file["status"], run.file["orders"][0]["differences"]) == (0, "already-placed", [])

"""The HTTP examples of docs/targets.md: installed, and run by the command line against a shop on a real socket."""

from __future__ import annotations

import json
import os
import time

import pytest

from tests.conftest import EXAMPLE_LOGOS, EXAMPLE_ROWS, HEADINGS, Desk
from tests.targets.plugin_package import install_example
from tests.targets.print_shop import KEY, print_shop

SYSTEMS = ("printshop", "oldshop")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return install_example(tmp_path_factory.mktemp("site"))


@pytest.fixture(params=SYSTEMS)
def system(request):
    return request.param


@pytest.fixture
def shop(system):
    with print_shop(knows_keys=system == "printshop") as open_shop:
        yield open_shop


@pytest.fixture
def desk(tmp_path, site, shop, system, monkeypatch):
    monkeypatch.syspath_prepend(str(site))
    return machine(tmp_path, site, shop, system)


def machine(folder, site, shop, system):
    """A machine with a ledger of its own, the workbook on it."""
    folder.mkdir(exist_ok=True)
    paths = os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH"))))
    prefix = f"ROSTER_IMPORT_{system.upper()}"
    made = Desk(folder, {
        "PYTHONPATH": paths, "ROSTER_IMPORT_TARGET": system, "ROSTER_IMPORT_LEDGER": str(folder / "ledger.sqlite3"),
        f"{prefix}_URL": shop.url, f"{prefix}_API_KEY": KEY, "ROSTER_IMPORT_POLL_INTERVAL": "0.02",
        "ROSTER_IMPORT_RETRY_WAIT": "0.01", "ROSTER_IMPORT_REQUEST_TIMEOUT": "2",
    })  # fmt: skip
    if system == "oldshop":
        made.environment[f"{prefix}_TAKING_TIME"] = "0"
    made.build("club.xlsx", EXAMPLE_ROWS, logos=EXAMPLE_LOGOS)
    return made


def placed(desk):
    run = desk.quick("--json", "club.xlsx")
    (order,) = run.file["orders"]
    return run.status, order["status"], order


def test_an_order_is_placed_once_followed_and_compared(desk, shop, system):
    first = desk.quick("--json", "club.xlsx")
    assert first.status == 0, first.err
    (order,) = first.file["orders"]
    assert (order["target"], order["status"], order["orderNumber"], order["total"], order["differences"]) == (
        system, "completed", "N1", "120.50", []
    )  # fmt: skip
    (taken,) = shop.orders
    assert [(line["title"], line["quantity"]) for line in taken["lines"]] == [
        ("Home kit", 1), ("Home kit", 1), ("Home kit", 5), ("Away kit", 5), ("Away kit", 7), ("Club Crest", 18),
        ("Number transfer", 5),
    ]  # fmt: skip
    assert (taken["reference"], taken["delivery"]["country"]) == ("PO-2026-0042", "DK")
    again = desk.quick("--json", "club.xlsx")
    assert (again.status, again.file["status"], len(shop.orders)) == (0, "already-placed", 1)


@pytest.mark.every(4)
@pytest.mark.parametrize("code", [400, 401, 403, 404, 409, 422])
def test_after_a_lost_answer_no_refusal_makes_a_second_order(desk, shop, system, code):
    # The key's shop is asked again at once, the old one by its list with the next run.
    shop.posts += ["drop", *[code] * 5]
    shop.gets += [None, code] if system == "oldshop" else []
    assert placed(desk)[:2] == (4, "unknown")
    if system == "oldshop":
        assert placed(desk)[:2] == (4, "unknown"), "its list was refused: that says nothing of the order"
    shop.posts.clear()
    assert placed(desk)[:2] == (0, "completed")
    assert len(shop.orders) == 1


@pytest.mark.parametrize("times", [1, 9])
def test_an_answer_that_is_lost_is_made_good(desk, shop, times):
    shop.posts += ["drop"] * times
    shop.gets += [None]
    until = time.monotonic() + 20
    while placed(desk)[0] != 0:
        assert time.monotonic() < until
    assert len(shop.orders) == 1


@pytest.mark.every(4)
@pytest.mark.parametrize("code", [400, 403, 404, 422])
def test_a_refusal_that_is_mended_leaves_one_order(desk, shop, code):
    shop.posts += [code]
    assert placed(desk)[:2] == (3, "refused")
    assert placed(desk)[:2] == (0, "completed")
    assert len(shop.orders) == 1


def test_a_wrong_key_then_the_right_one_is_one_order_and_the_key_is_never_shown(desk, shop, system):
    name = f"ROSTER_IMPORT_{system.upper()}_API_KEY"
    desk.environment[name] = "wrong-key-77aa55"
    run = desk.quick("--json", "club.xlsx")
    assert run.status == 3
    assert f"Check the key ({name}); roster-import doctor tries it." in run.out or system == "oldshop"
    assert "wrong-key-77aa55" not in run.out + run.err
    desk.environment[name] = KEY
    assert placed(desk)[:2] == (0, "completed")
    assert len(shop.orders) == 1


def test_what_the_shop_objects_to_is_said_at_the_cell_and_corrected_it_is_one_order(desk, shop):
    rows = (("Smith", "Smith", "10", "XS", 1, "Away kit"), ("Jones", "Jones", "27", "L", 1, "Away kit"))
    desk.build("club.xlsx", rows, headings=HEADINGS)
    run = desk.quick("--json", "club.xlsx")
    (problem,) = [each for each in run.problems if each["code"] == "printshop-refused"]
    assert (run.status, problem["cell"], problem["message"], shop.orders) == (
        3, "D2", "The shop says of Away kit: there is no XS of it", []
    )  # fmt: skip
    desk.build("club.xlsx", (("Smith", "Smith", "10", "M", 1, "Away kit"), rows[1]), headings=HEADINGS)
    assert placed(desk)[:2] == (0, "completed")
    assert [line["size"] for line in shop.orders[0]["lines"]] == ["M", "L"]


@pytest.mark.every(3)
@pytest.mark.parametrize("before", ["nothing", "refused", "lost"])
def test_a_second_machine_without_the_ledger_meets_the_same_order(desk, shop, system, site, tmp_path, before):
    shop.posts += {"nothing": [], "refused": [403], "lost": ["drop", *[400] * 4]}[before]
    placed(desk)
    shop.posts.clear()
    other = machine(tmp_path / "other", site, shop, system)
    status, said, order = placed(other)
    assert (status, said, order["orderNumber"], len(shop.orders)) == (0, "completed", "N1", 1)
    assert placed(desk)[2]["orderNumber"] == "N1"
    assert len(shop.orders) == 1


def test_another_order_of_that_reference_from_a_second_machine_is_a_conflict(desk, shop, system, site, tmp_path):
    assert placed(desk)[0] == 0
    other = machine(tmp_path / "other", site, shop, system)
    other.build("club.xlsx", EXAMPLE_ROWS[1:], logos=EXAMPLE_LOGOS)
    status, said, order = placed(other)
    assert (status, said, len(shop.orders)) == (3, "refused", 1)
    assert "It knows this key or reference already: an order of that name may stand there." in order["error"]


def test_the_old_shop_is_not_sent_it_again_before_it_has_certainly_taken_it(tmp_path, site, monkeypatch):
    monkeypatch.syspath_prepend(str(site))
    with print_shop(knows_keys=False) as shop:
        desk = machine(tmp_path, site, shop, "oldshop")
        desk.environment["ROSTER_IMPORT_OLDSHOP_TAKING_TIME"] = "1.5"
        shop.posts += ["drop-before"]
        assert placed(desk)[:2] == (4, "unknown")
        status, said, order = placed(desk)
        assert (status, said) == (4, "unknown")
        assert order["error"] == (
            "the old shop may still take what was sent: it is sent again after 2 seconds at the soonest. The order may have "
            "been taken. Run the same command again, or roster-import resume."
        )
        assert shop.orders == []
        time.sleep(1.5)
        assert placed(desk)[:2] == (0, "completed")
        assert len(shop.orders) == 1


def test_the_doctor_asks_the_shop_who_we_are(desk):
    run = desk.quick("doctor", "--json")
    found = {each["what"]: each for each in json.loads(run.out)["findings"]}
    assert (found["order system"]["seen"], found["key accepted"]["ok"]) == ("answers (HTTP 401)", True)
    assert KEY not in run.out + run.err

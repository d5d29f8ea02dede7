"""What somebody with an order system of their own, and bad manners, made it say that was not so."""

from __future__ import annotations

import asyncio
import json
from decimal import Decimal
from http.server import BaseHTTPRequestHandler

import pytest

from roster_import.errors import AnswerLost, WrongAddress
from roster_import.model.placement import Confirmation
from roster_import.model.request import Reply, Request
from roster_import.place.send.http import Clock, Patience, Sender, worth_another
from roster_import.sandbox import JtlSwitches, KitMakerSwitches, SandboxOptions, start
from roster_import.targets.amounts import money_of, no_amount, shortest
from roster_import.targets.answers import json_any, whole_of
from roster_import.targets.dropday import _Created, _created
from roster_import.targets.jtl.look_up import one_order
from roster_import.targets.protocol import Access, Refused
from roster_import.write.results.localised import money
from tests.conftest import ORDER, serving
from tests.conftest import connected as desk_connected
from tests.targets.systems import desk_for, example
from tests.targets.test_targets_jtl import connected


@pytest.mark.parametrize("code", [408, 425, 429, 499, 500, 501, 502, 503, 504, 505, 520, 522, 524, 526, 599])
def test_whoever_gave_up_has_not_said_no(code):
    assert worth_another(code, lost=False)


@pytest.mark.parametrize("code", [400, 401, 402, 403, 404, 405, 409, 410, 415, 422, 451])
def test_a_no_is_a_no(code):
    assert not worth_another(code, lost=False)


@pytest.mark.parametrize("text", ["1e999999999", "1e999999", "-1e31", "1e-31"])
def test_a_number_nobody_can_write_out_stays_text(text):
    read = json_any(Reply(code=200, text=json.dumps([0]).replace("0", text), retry_after="", date=""))
    assert read == [text]
    assert (money_of("1e999999999"), shortest("1e999999"), whole_of(text)) == (None, "1e999999", None)


@pytest.mark.parametrize(("total", "cell"), [("1e999", "1e999"), ("12.50", Decimal("12.50")), ("1e3", Decimal("1e3"))])
def test_no_amount_in_the_results_is_one_that_a_spreadsheet_cannot_hold(total, cell):
    assert money(total) == cell


@pytest.mark.parametrize("total", ["NaN", "1e999999999", "much"])
def test_what_is_no_total_is_said_of_every_order_system(total):
    (difference,) = no_amount(Confirmation(total=total))
    assert difference.message == f"the total {total} is no amount."


def test_another_order_than_was_asked_for_is_no_answer():
    talk = one_order(1001)
    ask = next(talk)
    with pytest.raises(AnswerLost) as error:
        talk.send(ask.read(Reply(code=200, text='{"Id": 1002}', retry_after="", date="")))
    assert error.value.message == "JTL-Wawi's answer is not the order 1001 that was asked for."


@pytest.mark.parametrize(
    ("errors", "kind"),
    [
        ({"external_id": ["The external id has already been taken."]}, _Created),
        ({"external_id": ["The external id field is required."]}, Refused),
        (
            {"external_id": ["The external id has already been taken."], "total": ["The total must be a number."]},
            Refused,
        ),
    ],
)
def test_a_name_that_is_taken_is_that_of_an_order_to_be_looked_at(errors, kind):
    text = json.dumps({"message": "Errors", "errors": errors})
    assert type(_created(Reply(code=422, text=text, retry_after="", date=""))) is kind


def test_what_was_sent_a_moment_ago_is_not_settled_as_not_placed(tmp_path):
    with connected(tmp_path, JtlSwitches(), ROSTER_IMPORT_JTL_TAKING_TIME="100") as (sandbox, desk):
        example(desk)
        sandbox.ask_for("place:drop-before-taking")
        assert desk.quick("club.xlsx").status == 4
        settled = desk.quick("settle", "PO-2026-0042", "--not-placed")
        assert settled.status == 2
        assert settled.err.startswith("roster-import: JTL-Wawi may still take PO-2026-0042, which was sent ")
        assert settled.err.endswith(" seconds, then settle it. Nothing was changed.\n")


def test_a_tracking_id_a_person_gave_and_nobody_shows_is_taken_back_by_a_person(tmp_path):
    with connected(tmp_path, JtlSwitches(), ROSTER_IMPORT_JTL_TAKING_TIME="0") as (sandbox, desk):
        example(desk)
        sandbox.ask_for("place:drop-before-taking")
        assert desk.quick("club.xlsx").status == 4
        assert desk.quick("settle", "PO-2026-0042", "--tracking-id", "4711").status == 0
        assert desk.quick("settle", "PO-2026-0042", "--not-placed").status == 0
        assert desk.quick("club.xlsx").status == 0
        assert len(sandbox.orders()) == 1


@pytest.mark.parametrize("target", ["kitmaker", "dropday"])
def test_a_tracking_id_nobody_knows_is_not_believed(tmp_path, target):
    with start(SandboxOptions(delay=0.05)) as sandbox:
        desk = desk_for(tmp_path, sandbox.url, target)
        example(desk)
        sandbox.ask_for("place:drop-before-taking*5")
        assert desk.quick("club.xlsx").status == 4
        settled = desk.quick("settle", "PO-2026-0042", "--tracking-id", "999")
        assert (settled.status, "does not confirm that" in settled.err) == (2, True)
        assert (desk.quick("club.xlsx").status, len(sandbox.orders())) == (0, 1)


def test_what_is_pending_at_another_address_is_not_called_never_ordered(tmp_path, sandbox):
    desk = desk_connected(tmp_path, sandbox.url, ROSTER_IMPORT_POLL_TIMEOUT="0.1")
    desk.build()
    sandbox.ask_for("poll:status=500*always")
    assert desk.quick("club.xlsx").status == 4
    elsewhere = desk_connected(tmp_path, f"{sandbox.url}/other")
    amended = elsewhere.quick("--json", "amend", "club.xlsx")
    assert [problem["code"] for problem in amended.file["problems"] if problem["level"] == "error"] == [
        "reference-used"
    ]


def test_the_same_goods_under_two_references_of_one_run_are_pointed_out(desk, sandbox):
    desk.build("first.xlsx")
    desk.build("second.xlsx", order={**ORDER, "Reference": "PO-2"})
    run = desk.quick("first.xlsx", "second.xlsx")
    assert run.status == 0
    assert (
        "The same goods for the same people stand under reference PO-2026-0042 in first.xlsx. Order them again only if they "
        "are wanted twice." in run.out
    )


def test_a_colleagues_amendment_under_the_same_key_is_not_recorded_as_ours(tmp_path):
    from tests.conftest import EXAMPLE_ROWS

    with start(SandboxOptions(delay=0.05, kitmaker=KitMakerSwitches(other_body="original"))) as sandbox:
        mine, theirs = (desk_connected(tmp_path / name, sandbox.url) for name in ("mine", "theirs"))
        for desk, name, number in ((mine, "Eve", "3"), (theirs, "Gus", "4")):
            desk.folder.mkdir()
            desk.build(rows=EXAMPLE_ROWS[:1])
            assert desk.quick("club.xlsx").status == 0
            desk.build(rows=(EXAMPLE_ROWS[0], (name, name, number, "S", 1, "Away kit")))
        assert mine.quick("amend", "club.xlsx").status == 0
        run = theirs.quick("--json", "amend", "club.xlsx")
        assert (run.status, run.file["orders"][-1]["status"], len(sandbox.orders())) == (3, "refused", 2)
        assert run.file["orders"][-1]["error"] == (
            f"KitMaker has another order under this reference ({sandbox.orders()[1]['orderNumber']}), for other people. It "
            "knows this key or reference already: an order of that name may stand there. It may be an amendment by a "
            "colleague: look at it there. Take off the roster what it has; roster-import amend --new-order orders the rest."
        )


def test_a_tracking_id_is_not_believed_of_an_order_that_was_turned_down(tmp_path):
    with connected(tmp_path, JtlSwitches()) as (sandbox, desk):
        example(desk)
        sandbox.ask_for("place:status=403")
        assert desk.quick("club.xlsx").status == 3
        settled = desk.quick("settle", "PO-2026-0042", "--tracking-id", "999")
        assert (settled.status, settled.err) == (
            2, "roster-import: JTL-Wawi does not confirm that: it shows no order 999. Nothing was changed.\n",
        )  # fmt: skip
        assert (desk.quick("club.xlsx").status, len(sandbox.orders())) == (0, 1)


def test_the_doctor_takes_no_web_page_for_an_order_system(desk, sandbox):
    sandbox.ask_for("any:portal*always")
    run = desk.quick("doctor")
    assert run.status == 2
    assert (
        "!!  order system: answers (HTTP 200)\n    Check the address: what answers there is not KitMaker.\n" in run.out
    )
    assert "!!  key accepted: HTTP 200: a web page saying" in run.out


@pytest.mark.parametrize("path", ["https://evil.example/orders", "//evil.example/orders", "orders"])
def test_a_link_in_the_place_of_a_path_takes_the_key_nowhere(path):
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, self.headers["X-Key"]))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    async def ask(url):
        access = Access(url=url, headers={"X-Key": "s3cret-key"}, secrets=("s3cret-key",))
        async with Sender(access, timeout=2, in_flight=1, clock=Clock()) as sender:
            return await sender.send(Request(method="GET", path=path), lambda reply: reply.code, Patience(tries=1))

    with serving(Handler) as url:
        if path.startswith("//"):  # a path all the same: it is asked at ours
            assert (asyncio.run(ask(url)), len(asked)) == (200, 1)
            return
        with pytest.raises(WrongAddress) as error:
            asyncio.run(ask(url))
    assert error.value.message == f"{url} is not asked at {path}, as that would hand your key on."
    assert asked == []

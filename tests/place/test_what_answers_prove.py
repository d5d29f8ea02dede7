"""What an answer proves is the core's to say, whichever the order system: a target by somebody who was not careful."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from roster_import.errors import AnswerLost
from roster_import.model.placement import Progress, Status
from roster_import.model.request import Request
from roster_import.model.setting_names import __version__
from roster_import.place.ledger.ledger import Ledger
from roster_import.targets import Access, Ask, Place, Reached, Refused, plugins
from roster_import.targets.answers import json_object
from roster_import.targets.plugins import Plugin
from tests.conftest import connected
from tests.targets.systems import desk_for, example


class Careless:
    """It knows no keys, takes every no for a no, and sends again whatever was lost."""

    name = title = "careless"
    recognises_repeats = False
    taking_time = 0.0
    confirms_at_once = True
    wants_prices = wants_players = wants_roster = False
    asks = False  # a look-up behind the request that places
    looks = False  # it says that it has looked
    keeps = False  # it writes down what it reached before it looks

    def __init__(self, settings):
        self._url = settings["url"]

    def access(self):
        headers = {"Authorization": "Bearer sandbox-key", "Content-Type": "application/json"}
        return Access(url=self._url, headers=headers, secrets=())

    def check(self, order):
        return ()

    def body(self, order, again):
        return json.dumps({
            "reference": order.reference,
            "deliveryAddress": {"name": "a", "address": "b", "zip": "1", "city": "c", "country": "DK"},
            "designs": [{"designId": 299571, "instances": [{"size": "M", "quantity": 1}]}], "logos": [],
        })  # fmt: skip

    def placing(self, sending):
        request = Request(method="POST", path="/api/orders", body=sending.body)
        for _ in range(3):
            try:
                answer = yield Place(request=request, read=_read, looked=self.looks)
                break
            except AnswerLost:
                continue
        else:
            raise AnswerLost("lost")
        if isinstance(answer, Refused):
            return answer
        if self.keeps:
            yield Reached(what="taken", tracking_id=str(answer["id"]))
        if self.asks:
            looked = yield Ask(request=Request(method="GET", path="/api/orders/99"), read=_read)
            if isinstance(looked, Refused):
                return looked
        return Progress(status=Status.COMPLETED, tracking_id=str(answer["id"]), order_number=answer["orderNumber"])

    def following(self, sending):
        yield from ()
        return Progress(status=Status.PENDING)

    def objections(self, order, refused):
        return ()

    def probes(self):
        return ()

    def differences(self, order, confirmation, body):
        return ()


def _read(reply):
    return Refused(message=f"HTTP {reply.code}", code=reply.code) if reply.code >= 400 else json_object(reply)


@pytest.fixture
def careless(monkeypatch):
    made = type("Careless", (Careless,), {})
    plugin = Plugin(name="careless", package="careless 1.0", load=lambda: made)
    monkeypatch.setattr(plugins, "installed", lambda: (plugin,))
    return made


@pytest.fixture
def desk(tmp_path, sandbox, careless):
    return connected(tmp_path, sandbox.url, ROSTER_IMPORT_TARGET="careless", ROSTER_IMPORT_CARELESS_URL=sandbox.url)


def standing(desk):
    with Ledger.open(desk.folder / "ledger.sqlite3") as ledger:
        (entry,) = ledger.entries()
    return entry.standing


def test_what_was_lost_is_never_sent_again_where_the_system_would_not_know_it(desk, sandbox):
    desk.build()
    sandbox.ask_for("place:drop-after-taking")
    for _ in range(3):
        assert desk.quick("club.xlsx").status == 4
        assert (standing(desk), len(sandbox.orders())) == ("sending", 1)


def test_nothing_is_sent_again_before_the_system_has_had_its_time_even_by_a_target_that_says_it_has_looked(
    desk, sandbox, careless
):
    careless.taking_time, careless.looks = 1000.0, True
    desk.build()
    sandbox.ask_for("place:drop-before-taking")
    for _ in range(2):
        assert desk.quick("club.xlsx").status == 4
    assert len([one for one in sandbox.requests() if one["method"] == "POST"]) == 1
    careless.taking_time = 0.0
    assert desk.quick("club.xlsx").status == 0
    assert len(sandbox.orders()) == 1


def test_a_no_behind_a_lost_answer_proves_nothing(desk, sandbox, careless):
    careless.recognises_repeats = True
    desk.build()
    sandbox.ask_for("place:drop-after-taking", "place:status=400*9")
    assert desk.quick("club.xlsx").status == 4
    assert standing(desk) == "sending"


@pytest.mark.parametrize("keeps", [True, False])
def test_a_no_to_a_look_up_is_none_to_the_order_whatever_the_target_makes_of_it(desk, sandbox, careless, keeps):
    careless.asks, careless.keeps = True, keeps
    desk.build()
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["status"]) == (4, "unknown")
    assert "Nothing was placed" not in run.out
    assert len(sandbox.orders()) == 1


def test_a_clear_no_to_the_request_that_places_is_one(desk, sandbox):
    desk.build()
    sandbox.ask_for("place:status=400")
    assert desk.quick("club.xlsx").status == 3
    assert standing(desk) == "refused"


def test_a_target_that_lacks_a_member_is_named_with_it(desk, careless):
    del Careless.probes
    try:
        desk.build()
        run = desk.quick("club.xlsx")
    finally:
        Careless.probes = lambda _: ()
    assert run.err == (
        "roster-import: The order system careless of the package careless 1.0 cannot be used, as probes is missing: ask its "
        f"author for one made for roster-import {__version__}.\n"
    )


# ------------------------------------------------------------------------------------------- money that is none


@pytest.mark.parametrize("total", ["NaN", "Infinity", "1e99999999999999999999", "12345678901234567890.5", "null", None])
def test_a_total_that_is_none_is_said_and_stops_nothing(tmp_path, total):
    confirmed = (
        '{"id": 1, "status": "Completed", "orderNumber": "20002502", "order": {"orderNumber": "20002502", "reference": '
        '"PO-2026-0042", "currency": "DKK", "subTotal": 10.0, "vat": 2.5, "vatRate": 25.0, %s "designs": [], "logos": []}}'
    ) % ("" if total is None else f'"total": {total},')

    class Odd(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self._say(202, '{"id": 1, "status": "Pending", "orderNumber": "20002502"}')

        def do_GET(self):
            self._say(200, confirmed)

        def _say(self, code, text):
            self.send_response(code)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Odd)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        desk = connected(tmp_path, f"http://127.0.0.1:{server.server_port}")
        desk.build()
        run = desk.quick("--json", "club.xlsx")
        (order,) = run.file["orders"]
        assert (order["status"], run.file["results"]) == ("completed", "club.results.xlsx")
        said = [one for one in order["differences"] if one.get("what") == "total"]
        assert said, order["differences"]
        assert desk.quick("orders", "show", "PO-2026-0042").status == 0
    finally:
        server.shutdown()
        server.server_close()


def test_another_number_and_other_words_than_were_sent_are_said(tmp_path, sandbox):
    desk = desk_for(tmp_path, sandbox.url, "kitmaker")
    example(desk)
    assert desk.quick("club.xlsx").status == 0
    with Ledger.open(tmp_path / "ledger.sqlite3") as ledger:
        (entry,) = ledger.entries()
        changed = ledger.update(entry, _WHO, "t", "changed", order_number="20009999")
        assert changed.confirmation.says["comment"] == "The clothes should be at Jet Sport by monday"
    run = desk.quick("--json", "club.xlsx")
    (difference,) = run.file["orders"][0]["differences"]
    assert difference["message"] == (
        "The order was taken as 20009999, and 20002502 is confirmed: look whether it is this order."
    )


class _WHO:
    user, host, process = "anna", "office", "office/1/1"

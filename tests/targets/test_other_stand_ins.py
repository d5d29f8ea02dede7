"""Orders placed with stand-ins that were written from the documents alone: what they leave open is answered in every way."""

from __future__ import annotations

import json
import time
from functools import partial

import pytest

from roster_import.model.request import Reply
from roster_import.place.http import asked_wait
from roster_import.targets.dropday import _has_next
from roster_import.targets.jtl.look_up import is_last
from tests.targets.stand_ins import Dropday, Jtl, KitMaker
from tests.targets.systems import desk_for, example

OFFLINE = {"ROSTER_IMPORT_OFFLINE": "1"}


def placed(folder, target, stand_in, **more):
    """Place the example with a stand-in; gives the desk's run."""
    with stand_in.serving() as url:
        desk = desk_for(folder, url, target, **OFFLINE, **more)
        example(desk)
        return desk.quick("--json", "club.xlsx")


def outcome(run):
    (order,) = run.file["orders"]
    return run.status, order["status"]


def said(run):
    return [difference["message"] for difference in run.file["orders"][0]["differences"]]


# ------------------------------------------------------------------------------------------------------- JTL-Wawi


@pytest.mark.parametrize("tells", [("HasNextPage",), ()])
def test_an_order_on_a_page_behind_the_first_is_met_whatever_a_page_tells_of_the_next(tmp_path, tells):
    stand_in = Jtl().lose("/erp/salesOrders")
    stand_in.most, stand_in.tells, stand_in.others = 2, tells, 5
    run = placed(tmp_path, "jtl", stand_in, ROSTER_IMPORT_JTL_TRUST_LOOK_UP="yes")
    assert outcome(run) == (0, "completed")
    assert [len(lines) for lines in stand_in.lines.values()] == [7]


@pytest.mark.parametrize(
    ("page", "seen", "last"),
    [
        ({"HasNextPage": True, "TotalItems": 1}, 1, False),
        ({"HasNextPage": False, "TotalItems": 9}, 1, True),
        ({"HasNextPage": None, "TotalItems": 9}, 2, False),
        ({"TotalItems": "2"}, 2, True),
        ({"totalItems": 3}, 2, False),
        ({}, 2, False),
        ({"Items": [], "TotalItems": 9}, 2, True),
    ],
)
def test_a_page_is_the_last_by_what_it_tells(page, seen, last):
    assert is_last({"Items": [{}], **page}, seen) is last


def test_lines_that_are_shown_without_their_notes_are_not_taken_back_as_doubles(tmp_path):
    stand_in = Jtl(shown=lambda line: {**line, "Notice": None}).lose("/erp/salesOrders")
    placed(tmp_path, "jtl", stand_in)
    assert (stand_in.deleted, [len(lines) for lines in stand_in.lines.values()]) == ([], [7])


# --------------------------------------------------------------------------------------------------------- Dropday


def changed(order, **fields):
    return {**order, **fields}


def at_line(order, **fields):
    return {**order, "order_lines": [{**line, **fields} for line in order["order_lines"]]}


@pytest.mark.parametrize(
    ("shown", "status", "words"),
    [
        (partial(changed, shipping={"cost": None, "note": "The clothes should be at Jet Sport by monday – Origin of "
                                    "delivery: Tee Jays Warehouse"}), 0, ""),
        (partial(changed, total="2558.00"), 0, ""),
        (partial(at_line, name=" Home kit "), 3, "Away kit: name was sent as Away kit, Dropday has Home kit."),
        (partial(at_line, price=120), 3, "Club Crest: price was sent as 12.5, Dropday has 120."),
        (partial(changed, shipping=None), 3, "shipping.note was sent as "),
        (lambda order: changed(order, shipping_address={**order["shipping_address"], "country": "Denmark"}), 3,
         "shipping_address.country was sent as DK, Dropday has Denmark."),
    ],
)  # fmt: skip
def test_what_was_lost_is_met_as_ours_though_money_and_address_read_otherwise(tmp_path, shown, status, words):
    """To be told that it is another order, to be ordered beside it under another name, would be to order it twice."""
    stand_in = Dropday(shown=shown).lose()
    run = placed(tmp_path, "dropday", stand_in)
    if "Home kit" in words:  # other goods: a colleague's order, whatever was lost
        assert (outcome(run), len(stand_in.posts)) == ((3, "refused"), 2)
        return
    assert outcome(run) == (status, "completed")
    assert (len(stand_in.posts), len(stand_in.orders)) == (2, 1)
    assert words in " ".join(said(run))


def test_an_order_with_other_money_is_another_where_nothing_of_ours_was_lost(tmp_path):
    stand_in = Dropday(shown=partial(changed, total=1))
    with stand_in.serving() as url:
        for name, statuses in (("mine", (3, "completed")), ("theirs", (3, "refused"))):
            (tmp_path / name).mkdir()
            desk = desk_for(tmp_path / name, url, "dropday", **OFFLINE)
            example(desk)
            assert outcome(desk.quick("--json", "club.xlsx")) == statuses
    assert len(stand_in.orders) == 1


class _Paged(Dropday):
    """A list of two an page that has no links."""

    def page(self, orders, number):
        listed = [*({"external_id": f"XPO-{at}", "reference": str(at)} for at in range(5)), *orders]
        return {"data": listed[2 * number - 2 : 2 * number], "meta": {"current_page": number, "last_page": 3}}


def test_an_order_on_a_later_page_of_a_list_without_links_is_found(tmp_path):
    stand_in = _Paged().lose()
    assert outcome(placed(tmp_path, "dropday", stand_in)) == (0, "completed")
    assert len(stand_in.orders) == 1


@pytest.mark.parametrize(
    ("document", "more"),
    [
        ({"links": {"next": "https://x/?page=2"}}, True),
        ({"links": {"next": None}, "meta": {"last_page": 9}}, False),
        ({"next_page_url": "https://x/?page=2"}, True),
        ({"next_page_url": None}, False),
        ({"last_page": "2"}, True),
        ({"meta": {"last_page": 1}}, False),
        ({}, False),
    ],
)
def test_a_list_goes_on_by_what_it_tells(document, more):
    assert _has_next(document, 1) is more


@pytest.mark.parametrize(
    ("answer", "words"),
    [({"message": "Errors", "errors": ["a", "b"]}, "HTTP 422: Errors"), (b"", "HTTP 422: an empty answer")],
)
def test_a_no_without_fields_is_said_once(tmp_path, answer, words):
    run = placed(tmp_path, "dropday", Dropday(place=lambda talking, *_: talking.say(422, answer)))
    assert outcome(run) == (3, "refused")
    assert run.file["orders"][0]["error"] == f"Dropday turned the order down: {words}. Nothing was placed."


# -------------------------------------------------------------------------------------------------------- KitMaker


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8-sig", "utf-8"),
        ("latin-1", "ISO-8859-1"),
        ("utf-16", "utf-16"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", "idna"),
    ],
)
def test_an_answer_in_another_encoding_is_read_as_it_was_written(tmp_path, encoding, named):
    class Written(KitMaker):
        def get(self, talking, path, query):
            say = talking.say
            talking.say = lambda code, document: say(
                code, json.dumps(document, ensure_ascii=False).encode(encoding),
                Content_Type=f"application/json; charset={named}",
            )  # fmt: skip
            return super().get(talking, path, query)

    with Written().serving() as url:
        desk = desk_for(tmp_path, url, "kitmaker", **OFFLINE)
        example(desk, rows=(("Jörg Müller", "Müller", "10", "M", 1, "Away kit"),))
        run = desk.quick("--json", "club.xlsx")
    assert (outcome(run), said(run)) == ((0, "completed"), [])


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("2", 2.0), (" 2 ", 2.0), ("Thu, 01 Jan 1970 00:01:40 GMT", 60.0), ("Thu, 01 Jan 1970 00:00:01 GMT", 0.0),
        ("", None), ("soon", None), ("-1", None), ("1.5", None), ("2026-11-28T00:00:00Z", None),
        ("Fri, 99 Foo 2026", None), ("Fri, 01 Jan 99999 00:00:00 GMT", None),
        ("Fri, 01 Jan 2027 00:00:00 +99999999999999", None),
    ],
)  # fmt: skip
def test_a_wait_is_asked_for_in_seconds_or_as_a_date_and_anything_else_is_no_wait(header, wait):
    assert asked_wait(Reply(code=503, text="", retry_after=header), now=40.0) == wait


def test_a_conflict_that_asks_for_an_hour_is_not_waited_for_and_nothing_is_known(tmp_path):
    """Somebody may be placing the same order: that is neither a no, nor another order."""
    stand_in = KitMaker(place=lambda talking, *_: talking.say(409, {"error": "Conflict"}, Retry_After="3600"))
    began = time.monotonic()
    run = placed(tmp_path, "kitmaker", stand_in)
    assert outcome(run) == (4, "unknown")
    assert (len(stand_in.posts), time.monotonic() - began < 30) == (1, True)

"""Faults at the stand-in for Dropday: the order is taken or it is not, and errors come in Dropday's form."""

from __future__ import annotations

import httpx
import pytest

CREATED = {"message": "Order created", "reference": 98}
EXISTS = {"message": "Order already exists", "reference": 98}


@pytest.mark.parametrize(
    ("fault", "again"),
    [
        ("place:drop-before-taking", CREATED),
        ("place:drop-after-taking", EXISTS),
        ("place:close-before-taking", CREATED),
        ("place:close-after-taking", EXISTS),
        ("place:hang-before-taking=0.02", CREATED),
        ("place:hang-after-taking=0.02", EXISTS),
        ("dropday/place:truncated", EXISTS),
        ("dropday/place:garbage", EXISTS),
        ("POST /api/v1/orders:drop-after-taking", EXISTS),
        ("/api/v1/*:drop-before-taking", CREATED),
    ],
)
def test_a_lost_answer_can_be_asked_for_again(shop, line, fault, again):
    shop.sandbox.ask_for(fault)
    with pytest.raises(httpx.TransportError):
        shop.place(shop.order(line))
    assert shop.place(shop.order(line)).json() == again
    assert len(shop.taken) == 1


@pytest.mark.parametrize(
    ("fault", "status", "document", "again"),
    [
        ("500-before-taking", 500, "An unexpected error occurred. Please try again later.", CREATED),
        ("500-after-taking", 500, "An unexpected error occurred. Please try again later.", EXISTS),
        ("429=2", 429, "Too many requests. Try again later.", CREATED),
        ("503-bare", 503, "The service is temporarily unavailable.", CREATED),
        ("status=409", 409, "This status was asked for", CREATED),
    ],
)
def test_errors_are_dropdays(shop, line, fault, status, document, again):
    shop.sandbox.ask_for(f"dropday/place:{fault}")
    answer = shop.place(shop.order(line))
    phrases = {500: "Internal Server Error", 429: "Too Many Requests", 503: "Service Unavailable", 409: "Conflict"}
    assert (answer.status_code, answer.json()) == (status, {"message": phrases[status], "error": document})
    assert answer.headers.get("retry-after") == ("2" if status == 429 else None)
    assert shop.place(shop.order(line)).json() == again


@pytest.mark.parametrize(
    ("fault", "status", "again"),
    [
        ("502-before-taking", 502, CREATED),
        ("502-after-taking", 502, EXISTS),
        ("504-after-taking", 504, EXISTS),
        ("portal", 200, CREATED),
        ("garbage-body", 200, EXISTS),
        ("wrong-json", 200, EXISTS),
        ("307", 307, CREATED),
    ],
)
def test_answers_that_are_not_dropdays(shop, line, fault, status, again):
    shop.sandbox.ask_for(f"place:{fault}")
    answer = shop.place(shop.order(line))
    assert answer.status_code == status
    assert b"Order created" not in answer.content
    assert shop.place(shop.order(line)).json() == again


@pytest.mark.parametrize(
    ("purpose", "path"),
    [("ping", ""), ("find", "/orders"), ("read", "/orders/98"), ("products", "/products"), ("unknown", "/nothing")],
)
def test_every_call_can_meet_a_fault(shop, purpose, path):
    shop.sandbox.ask_for(f"{purpose}:status=418")
    assert shop.get(path).status_code == 418


def test_a_fault_for_dropday_leaves_kitmaker_alone(shop, caller, line, small):
    shop.sandbox.ask_for("dropday/place:status=418*always")
    assert caller.place(small).status_code == 202
    assert shop.place(shop.order(line)).status_code == 418


@pytest.mark.parametrize(
    ("fault", "end", "message"),
    [
        ("failed=Sold out", "failed", "Sold out"),
        ("failed", "failed", "The supplier did not accept the line."),
        ("never-ready", "pending", "Order line created"),
    ],
)
def test_what_becomes_of_an_order(shop, line, fault, end, message):
    shop.sandbox.ask_for(f"place:{fault}")
    shop.place(shop.order(line, line))
    shop.sandbox.advance(1000)
    lines = shop.read()["order_lines"]
    assert [(one["current_status"], one["logs"][-1]["message"]) for one in lines] == [(end, message)] * 2
    (taken,) = shop.taken
    assert taken["status"] == end


@pytest.mark.parametrize(
    ("fault", "customs", "quantities", "total"),
    [
        ("confirm-without-names", [{"number": "07", "size": "M"}, None], [2, 2], 258.0),
        ("confirm-without-numbers", [{"name": "Smith", "size": "M"}, None], [2, 2], 258.0),
        ("confirm-without-first", [None], [2], 258.0),
        ("confirm-one-more", [{"name": "Smith", "number": "07", "size": "M"}, None], [3, 2], 258.0),
        ("confirm-other-size", [{"name": "Smith", "number": "07", "size": "XS"}, None], [2, 2], 258.0),
        ("confirm-other-total", [{"name": "Smith", "number": "07", "size": "M"}, None], [2, 2], 358.0),
    ],
)
def test_an_order_that_is_read_as_another(shop, line, fault, customs, quantities, total):
    shop.sandbox.ask_for(f"place:{fault}")
    shop.place(shop.order(line, {**line, "custom": None}))
    order = shop.read()
    assert [one["custom"] for one in order["order_lines"]] == customs
    assert [one["quantity"] for one in order["order_lines"]] == quantities
    assert order["total"] == total
    assert shop.taken[0]["body"]["products"][0] == line


def test_another_total_as_text(shops, line):
    shop = shops("dropday.read-amounts=text", faults=("place:confirm-other-total",))
    shop.place(shop.order(line))
    assert shop.read()["total"] == "358.00"

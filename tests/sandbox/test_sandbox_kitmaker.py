"""Placing, polling and keys, as KitMaker documents them."""

from __future__ import annotations

import copy
import json
from datetime import UTC, datetime
from typing import Any

import pytest


def test_the_vendors_worked_example(caller, example, confirmed_example):
    caller.sandbox.set_time(datetime(2026, 5, 5, 13, 14, 30, tzinfo=UTC))
    placed = caller.place(example, "4c3f6d0e")
    assert placed.status_code == 202
    assert placed.headers["content-type"] == "application/json; charset=utf-8"
    assert placed.text == '{"id":4711,"orderNumber":"20002502","status":"Pending"}'
    pending = caller.call("GET", "/api/orders/4711")
    assert pending.status_code == 200
    assert pending.text == '{"id":4711,"status":"Pending","orderNumber":"20002502"}'
    caller.sandbox.advance(3)
    completed = caller.call("GET", "/api/orders/4711").text
    head = '{"id":4711,"status":"Completed","orderNumber":"20002502","order":'
    assert completed == head + json.dumps(confirmed_example, separators=(",", ":")) + "}"


def test_item_numbers_name_the_same_designs_and_logos(caller, example, confirmed_example):
    example["designs"][0] = {"designMul": "MUL327815", "instances": example["designs"][0]["instances"]}
    example["logos"][0] = {"logoSku": "151107", "quantity": 18}
    order = caller.confirmed(example)["order"]
    assert order["designs"] == confirmed_example["designs"]
    assert order["logos"] == confirmed_example["logos"]


def test_an_order_stays_pending_until_its_delay_has_passed(sandbox, small):
    caller = sandbox(delay=30)
    caller.sandbox.set_time(datetime(2026, 1, 1, tzinfo=UTC))
    caller.place(small)
    caller.sandbox.advance(29)
    assert caller.poll()["status"] == "Pending"
    caller.sandbox.advance(1)
    assert caller.poll()["status"] == "Completed"


def test_time_passes_by_itself(sandbox, small):
    caller = sandbox(delay=0)
    caller.place(small)
    assert caller.poll()["status"] == "Completed"


def test_texts_that_were_not_sent_are_null(caller, small):
    order = caller.confirmed(small)["order"]
    assert (order["comment"], order["originOfDelivery"], order["deliveryAddress"]["contactPerson"]) == (
        None,
        None,
        None,
    )


# ------------------------------------------------------------------------------------------- who may call


@pytest.mark.parametrize("headers", [{"Authorization": "Bearer sandbox-key"}, {"X-Api-Key": "sandbox-key"}])
def test_both_forms_of_the_key_are_right(caller, small, headers):
    answer = caller.client.post(caller.sandbox.url + "/api/orders", json=small, headers=headers)
    assert answer.status_code == 202


@pytest.mark.parametrize(
    ("headers", "message"),
    [
        ({}, "Missing API Key"),
        ({"Authorization": "Basic c2FuZGJveA=="}, "Missing API Key"),
        ({"Authorization": "Bearer"}, "Missing API Key"),
        ({"Authorization": "Bearer another"}, "Invalid API Key"),
        ({"X-Api-Key": "another"}, "Invalid API Key"),
    ],
)
def test_no_key_or_another(caller, small, headers, message):
    answer = caller.client.post(caller.sandbox.url + "/api/orders", json=small, headers=headers)
    assert (answer.status_code, answer.text) == (401, f'{{"error":"Unauthorized","message":"{message}"}}')
    assert caller.taken == 0


def test_every_call_but_the_ping_needs_the_key(caller):
    url = caller.sandbox.url
    paths = ["/api/orders/1", "/api/design/299571", "/api/logo/100113", "/api/logos"]
    assert [caller.client.get(url + path).status_code for path in paths] == [401] * 4
    ping = caller.client.get(url + "/api/health/ping", headers={"accept": "text/plain"})
    assert (ping.status_code, ping.text) == (200, "pong")


def test_an_order_nobody_placed(caller):
    answer = caller.call("GET", "/api/orders/4711")
    assert (answer.status_code, answer.json()) == (404, {"error": "Not Found", "message": "Order 4711 was not found"})


# ---------------------------------------------------------------------------------------------------- keys


def test_the_same_key_gives_the_first_order_again(caller, small):
    first, second = caller.place(small, "k"), caller.place(small, "k")
    caller.sandbox.advance(10_000_000)
    third = caller.place(small, "k")
    assert [one.status_code for one in (first, second, third)] == [202, 202, 202]
    assert first.text == second.text == third.text == '{"id":4711,"orderNumber":"20002502","status":"Pending"}'
    (order,) = caller.sandbox.orders()
    assert (order["requests"], order["idempotencyKey"]) == (3, "k")


def test_without_a_key_every_post_is_an_order(caller, small):
    assert [caller.place(small).json()["id"] for _ in range(3)] == [4711, 4712, 4713]
    assert [order["orderNumber"] for order in caller.sandbox.orders()] == ["20002502", "20002503", "20002504"]


def test_another_key_is_another_order_even_under_the_same_reference(caller, small):
    assert caller.place(small, "a").json()["id"] != caller.place(small, "b").json()["id"]


def test_a_key_counts_in_the_organization_the_order_is_for(caller, small):
    own = caller.place(small, "k").json()["id"]
    spelled_out = caller.place({**small, "organizationId": 12345}, "k").json()["id"]
    child = caller.place({**small, "organizationId": 56789}, "k").json()["id"]
    assert (own, spelled_out, child) == (4711, 4711, 4712)
    assert [order["organizationId"] for order in caller.sandbox.orders()] == [12345, 56789]


@pytest.mark.parametrize("organization", [99999, 1, 2**70])
def test_an_organization_that_is_no_child(caller, small, organization):
    answer = caller.place({**small, "organizationId": organization})
    message = f"Organization {organization} is not a child of your organization"
    assert (answer.status_code, answer.json()) == (403, {"error": "Forbidden", "message": message})
    assert caller.taken == 0


def test_a_key_survives_an_order_that_failed(caller, small):
    small["reference"] = "R1 [fail]"
    first = caller.place(small, "k")
    caller.sandbox.advance(3)
    assert caller.poll()["status"] == "Failed"
    assert caller.place(small, "k").text == first.text


def test_a_refused_body_does_not_spend_its_key(caller, small):
    assert caller.place({**small, "reference": ""}, "k").status_code == 400
    assert caller.place(small, "k").status_code == 202


# ------------------------------------------------------------------------------- names and numbers dropped


def test_names_and_numbers_are_dropped_where_a_design_has_no_placeholder(caller, small):
    small["designs"][0]["designId"] = 299571
    order = caller.confirmed(small)["order"]
    assert order["designs"][0]["instances"] == [{"size": "M", "quantity": 1}]


def test_only_what_the_design_carries_is_confirmed(caller, small):
    for design_id, carried in ((300120, {"name": "Smith"}), (300130, {"number": "07"})):
        small["designs"][0]["designId"] = design_id
        (design,) = caller.confirmed(small)["order"]["designs"]
        assert design["instances"] == [{"size": "M", "quantity": 1, **carried}]


def test_placeholder_values_are_taken_and_not_confirmed(caller, small):
    values = [{"logoId": 601001, "value": "7"}, {"logoId": 601002, "value": "17"}, {"logoId": 601003, "value": "Bo"}]
    small["designs"] = [{"designId": 300100, "instances": [{"size": "164", "quantity": 2, "logoValues": values}]}]
    order = caller.confirmed(small)["order"]
    assert order["designs"][0]["instances"] == [{"size": "164", "quantity": 2}]
    assert caller.sandbox.orders()[0]["body"]["designs"][0]["instances"][0]["logoValues"] == values


# ------------------------------------------------------------------------------------- orders that end badly


def test_an_order_fails_where_its_reference_asks_for_it(caller, small):
    small["reference"] = "R1 [fail]"
    assert caller.confirmed(small) == {
        "id": 4711,
        "status": "Failed",
        "orderNumber": "20002502",
        "errorMessage": "The order could not be placed.",
    }


def test_an_order_stays_pending_where_its_reference_asks_for_it(caller, small):
    small["reference"] = "R1 [pending]"
    caller.place(small)
    caller.sandbox.advance(10_000_000)
    assert caller.poll() == {"id": 4711, "status": "Pending", "orderNumber": "20002502"}


# ------------------------------------------------------------------------------------------ what is refused

_ONE = "designs[0].instances[0]"


def _set(path: str, value: Any) -> Any:
    """A change of a body: the value at a path such as `designs.0.instances.0.size`, … removes it."""

    def change(body: Any) -> None:
        *way, last = [int(piece) if piece.isdigit() else piece for piece in path.split(".")]
        for piece in way:
            body = body[piece]
        if value is ...:
            del body[last]
        else:
            body[last] = value

    return change


REFUSED = [
    ("reference", ..., "reference is required"),
    ("reference", "  ", "reference is required"),
    ("reference", 7, "reference must be a string"),
    ("comment", ["x"], "comment must be a string"),
    ("deliveryAddress", ..., "deliveryAddress is required"),
    ("deliveryAddress", "Road 1", "deliveryAddress must be an object"),
    ("deliveryAddress.zip", 8800, "deliveryAddress.zip must be a string"),
    ("deliveryAddress.city", None, "deliveryAddress.city is required"),
    ("deliveryAddress.country", "Denmark", "deliveryAddress.country must be a two-letter ISO country code"),
    ("designs", [], "At least one of designs and logos must have an entry"),
    ("designs", ..., "At least one of designs and logos must have an entry"),
    ("designs", {}, "At least one of designs and logos must have an entry; designs must be an array"),
    ("designs.0", 298791, "designs[0] must be an object"),
    ("designs.0.designId", "298791", "designs[0].designId must be an integer"),
    ("designs.0.designId", True, "designs[0].designId must be an integer"),
    ("designs.0.designId", 1, "designs[0].designId 1 was not found"),
    ("designs.0.designId", 305000, "designs[0].designId 305000 was not found"),
    ("designs.0.designId", 300900, "designs[0].designId 300900 is not finalized"),
    ("designs.0.designId", ..., "designs[0].designId or designMul must be given, one of the two"),
    ("designs.0.designMul", "MUL327187", "designs[0].designId or designMul must be given, not both"),
    ("designs.0.instances", ..., "designs[0].instances must have at least one entry"),
    ("designs.0.instances", [], "designs[0].instances must have at least one entry"),
    ("designs.0.instances.0.size", ..., f"{_ONE}.size is required"),
    ("designs.0.instances.0.size", "XXS", f"{_ONE}.size “XXS” is not a size of Away kit"),
    ("designs.0.instances.0.quantity", ..., f"{_ONE}.quantity is required"),
    ("designs.0.instances.0.quantity", 0, f"{_ONE}.quantity must be greater than 0"),
    ("designs.0.instances.0.quantity", -1, f"{_ONE}.quantity must be greater than 0"),
    ("designs.0.instances.0.quantity", 1.0, f"{_ONE}.quantity must be an integer"),
    ("designs.0.instances.0.quantity", "1", f"{_ONE}.quantity must be an integer"),
    ("designs.0.instances.0.quantity", 2**31, f"{_ONE}.quantity must be an integer"),
    ("designs.0.instances.0.number", 7, f"{_ONE}.number must be a string"),
    ("designs.0.instances.0.number", "7A", f"{_ONE}.number must contain only digits"),
    ("designs.0.instances.0.number", "٧", f"{_ONE}.number must contain only digits"),
    ("designs.0.instances.0.number", "7\n", f"{_ONE}.number must contain only digits"),
    ("designs.0.instances.0.name", 7, f"{_ONE}.name must be a string"),
    ("designs.0.instances.0.logoValues", [{"logoId": 494680}], f"{_ONE}.logoValues[0].value is required"),
    (
        "designs.0.instances.0.logoValues",
        [{"logoId": 494679, "value": "x"}],
        f"{_ONE}.logoValues[0].value must contain only digits",
    ),
    (
        "designs.0.instances.0.logoValues",
        [{"logoId": 494680, "value": "A"}, {"logoId": 494680, "value": "B"}],
        f"{_ONE}.logoValues[1].logoId 494680 has two values",
    ),
    (
        "designs.0.instances.0.logoValues",
        [{"logoId": 601001, "value": "7"}],
        f"{_ONE}.logoValues[0].logoId 601001 is no name or number placeholder of Away kit",
    ),
    ("logos", [{"logoId": 1, "quantity": 1}], "logos[0].logoId 1 was not found"),
    ("logos", [{"logoSku": "1", "quantity": 1}], "logos[0].logoSku 1 was not found"),
    ("logos", [{"logoId": 100150, "quantity": 1}], "logos[0].logoId 100150 is not finalized"),
    ("logos", [{"logoId": 100113}], "logos[0].quantity is required"),
    ("logos", [{"quantity": 1}], "logos[0].logoId or logoSku must be given, one of the two"),
    (
        "logos",
        [{"logoId": 100113, "quantity": 1, "storageQuantity": -1}],
        "logos[0].storageQuantity must be greater than -1",
    ),
    (
        "logos",
        [{"logoId": 100113, "digits": [{"digit": "1", "quantity": 1}], "quantity": 1}],
        "logos[0].digits is only for number logos, which Club Crest is not",
    ),
    (
        "logos",
        [{"logoId": 494679, "quantity": 5}],
        "logos[0].digits is required for the number logo Number transfer; "
        "logos[0].digits takes the place of quantity and value for a number logo",
    ),
    (
        "logos",
        [{"logoId": 494679, "digits": [{"digit": "1x", "quantity": 1}]}],
        "logos[0].digits[0].digit must contain only digits",
    ),
    (
        "logos",
        [{"logoId": 494679, "digits": [{"digit": "1", "quantity": 0}]}],
        "logos[0].digits[0].quantity must be greater than 0",
    ),
    ("organizationId", "56789", "organizationId must be an integer"),
]


@pytest.mark.parametrize(("path", "value", "message"), REFUSED)
def test_what_is_refused_and_in_which_words(caller, small, path, value, message):
    _set(path, value)(small)
    answer = caller.place(small)
    assert (answer.status_code, answer.json()) == (400, {"error": "Bad Request", "message": message})
    assert caller.taken == 0


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"NaN", b'{"reference": NaN}', b'"\\ud800"', b"[" * 100_000])
def test_a_body_that_is_no_json(caller, content):
    answer = caller.call("POST", "/api/orders", content=content)
    expected = {"error": "Bad Request", "message": "The request body is not valid JSON"}
    assert (answer.status_code, answer.json()) == (400, expected)


def test_a_body_that_is_no_object(caller):
    answer = caller.call("POST", "/api/orders", content=b"[]")
    assert answer.json() == {"error": "Bad Request", "message": "The request body must be a JSON object"}


def test_everything_wrong_is_said_at_once(caller, small):
    for path, value in (("reference", ""), ("designs.0.instances.0.size", "")):
        _set(path, value)(small)
    assert caller.place(small).json()["message"] == f"reference is required; {_ONE}.size is required"


@pytest.mark.parametrize("change", [("logos", ...), ("logos", None), ("newField", {"x": 1}), ("email", None)])
def test_what_is_accepted(caller, small, change):
    _set(*change)(small)
    assert caller.place(small).status_code == 202


def test_loose_logos_alone_are_an_order(caller, small):
    del small["designs"]
    small["logos"] = [
        {"logoId": 100140, "quantity": 3, "value": "Nordby"},
        {"logoId": 100113, "quantity": 2, "value": "no text here"},
        {"logoSku": "1019141", "digits": [{"digit": "07", "quantity": 2}, {"digit": "10", "quantity": 1}]},
    ]
    assert caller.confirmed(copy.deepcopy(small))["order"]["logos"] == [
        {"logoId": 100140, "logoSku": "151140", "logoTitle": "Team text", "quantity": 3, "value": "Nordby"},
        {"logoId": 100113, "logoSku": "151107", "logoTitle": "Club Crest", "quantity": 2},
        {"logoId": 494679, "logoSku": "1019141", "logoTitle": "Number transfer", "quantity": 2, "value": "07"},
        {"logoId": 494679, "logoSku": "1019141", "logoTitle": "Number transfer", "quantity": 1, "value": "10"},
    ]

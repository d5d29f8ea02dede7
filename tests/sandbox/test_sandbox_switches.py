"""Every switch does something, and the something it says."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from roster_import.sandbox import DropdaySwitches, JtlSwitches, KitMakerSwitches, SandboxError, parse_switches
from roster_import.sandbox.options import switches


def test_every_choice_of_every_switch_is_tried_here():
    source = Path(__file__).read_text("utf-8")
    every = switches("kitmaker").items()
    choices = [f"{name}={choice}" for name, one in every for choice in one.metadata.get("choices", ())[1:]]
    free = [f"{name}=" for name, one in every if "choices" not in one.metadata]
    assert len(choices) > 30
    assert [one for one in choices + free if f'"{one}' not in source] == []


# ------------------------------------------------------------------------------------------------ a known key


def test_replay_status(sandbox, small):
    caller = sandbox("replay-status=200")
    assert [caller.place(small, "k").status_code for _ in range(2)] == [202, 200]


def test_replay_body(sandbox, small):
    caller = sandbox("replay-body=current")
    caller.place(small, "k")
    assert caller.place(small, "k").json()["status"] == "Pending"
    caller.sandbox.advance(3)
    assert caller.place(small, "k").json() == {"id": 4711, "orderNumber": "20002502", "status": "Completed"}


def test_replay_body_of_the_id_alone(sandbox, small):
    caller = sandbox("replay-body=id")
    assert [sorted(caller.place(small, "k").json()) for _ in range(2)] == [["id", "orderNumber", "status"], ["id"]]


def test_replay_status_of_a_conflict_names_the_order(sandbox, small):
    caller = sandbox("replay-status=409")
    caller.place(small, "k")
    answer = caller.place(small, "k")
    error = {"error": "Conflict", "message": "This Idempotency-Key was used already"}
    assert (answer.status_code, answer.json()) == (409, {**error, "id": 4711, "orderNumber": "20002502"})
    assert len(caller.sandbox.orders()) == 1


def test_another_body_is_given_the_first_order(caller, small):
    first = caller.place(small, "k")
    assert caller.place({**small, "reference": "R2"}, "k").text == first.text
    assert [order["reference"] for order in caller.sandbox.orders()] == ["R1"]


@pytest.mark.parametrize(
    ("switch", "error"), [("other-body=409", "Conflict"), ("other-body=422", "Unprocessable Entity")]
)
def test_another_body_is_refused(sandbox, small, switch, error):
    caller = sandbox(switch)
    caller.place(small, "k")
    answer = caller.place({**small, "reference": "R2"}, "k")
    message = "This Idempotency-Key was used with another request body"
    assert (str(answer.status_code), answer.json()) == (switch[-3:], {"error": error, "message": message})
    assert caller.place(dict(reversed(small.items())), "k").status_code == 202  # the same, in another order


def test_rejected_key(sandbox, small):
    caller = sandbox("rejected-key=used")
    first = caller.place({**small, "reference": ""}, "k")
    assert first.status_code == 400
    assert caller.place(small, "k").text == first.text
    assert caller.place(small, "other").status_code == 202


def test_failed_key(sandbox, small):
    caller = sandbox("failed-key=free")
    small["reference"] = "[fail]"
    caller.place(small, "k")
    assert caller.place(small, "k").json()["id"] == 4711  # not failed yet
    caller.sandbox.advance(3)
    assert caller.place(small, "k").json()["id"] == 4712


@pytest.mark.parametrize(
    ("switch", "statuses", "ids"),
    [("concurrent-key=wait", [202, 202], {4711}), ("concurrent-key=409", [202, 409], {4711, None})],
)
def test_concurrent_key(sandbox, small, switch, statuses, ids):
    caller = sandbox(switch, "taking-time=0.1")
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(caller.place(small, "k"))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.status_code for one in answers) == statuses
    assert {one.json().get("id") for one in answers} == ids
    assert caller.taken == 1


def test_taking_time(sandbox, small):
    caller = sandbox("taking-time=0.06")
    begun = time.monotonic()
    assert caller.place(small).status_code == 202
    assert time.monotonic() - begun >= 0.06


def test_key_length(sandbox, small):
    caller = sandbox("key-length=36")
    assert caller.place(small, "k" * 36).status_code == 202
    answer = caller.place(small, "k" * 37)
    assert answer.status_code == 400
    assert answer.json()["message"] == "Idempotency-Key must not be longer than 36 characters"


# ----------------------------------------------------------------------------------- refused at once, or failed


@pytest.mark.parametrize(
    ("switch", "change", "message"),
    [
        ("unknown-item=failed", {"designId": 1}, "designs[0].designId 1 was not found"),
        ("draft-item=failed", {"designId": 300900}, "designs[0].designId 300900 is not finalized"),
        (
            "unknown-size=failed",
            {"instances": [{"size": "XXS", "quantity": 1}]},
            "designs[0].instances[0].size “XXS” is not a size of Away kit",
        ),
    ],
)
def test_taken_first_and_failed_then(sandbox, small, switch, change, message):
    caller = sandbox(switch)
    small["designs"][0].update(change)
    expected = {"id": 4711, "status": "Failed", "orderNumber": "20002502", "errorMessage": message}
    assert caller.confirmed(small) == expected


@pytest.mark.parametrize(
    ("switch", "change"),
    [
        ("unknown-size=accepted", {"size": "XXS"}),
        ("unknown-placeholder=ignored", {"logoValues": [{"logoId": 601001, "value": "7"}]}),
    ],
)
def test_accepted_without_a_word(sandbox, small, switch, change):
    caller = sandbox(switch)
    small["designs"][0]["instances"][0].update(change)
    assert caller.confirmed(small)["status"] == "Completed"


def test_unknown_item_accepted(sandbox, small):
    caller = sandbox("unknown-item=accepted")
    small["designs"][0]["designId"] = 123456
    assert caller.confirmed(small)["order"]["designs"][0]["designMul"] == "MUL123456"


def test_stray_value(sandbox, small):
    caller = sandbox("stray-value=refused")
    small["logos"] = [{"logoId": 100113, "quantity": 1, "value": "x"}]
    message = "logos[0].value is only for text and name logos, which Club Crest is not"
    assert caller.place(small).json()["message"] == message


def test_two_names(sandbox, small):
    caller = sandbox("two-names=allowed")
    small["designs"][0]["designMul"] = "MUL327815"
    assert caller.confirmed(small)["order"]["designs"][0]["designTitle"] == "Away kit"


def test_missing_array(sandbox, small):
    caller = sandbox("missing-array=refused")
    del small["logos"]
    assert caller.place(small).json()["message"] == "logos is required"


def test_same_reference(sandbox, small):
    caller = sandbox("same-reference=refused")
    caller.place(small, "a")
    answer = caller.place(small, "b")
    assert (answer.status_code, answer.json()["message"]) == (409, "An order with the reference “R1” exists")
    assert caller.place(small, "a").status_code == 202


def test_invalid_status(sandbox, small):
    answer = sandbox("invalid-status=422").place({**small, "reference": ""})
    assert (answer.status_code, answer.json()["error"]) == (422, "Unprocessable Entity")


@pytest.mark.parametrize("switch", ["organization-status=400", "organization-status=404"])
def test_organization_status(sandbox, small, switch):
    answer = sandbox(switch).place({**small, "organizationId": 1})
    assert str(answer.status_code) == switch[-3:]


def test_error_details(sandbox, small):
    answer = sandbox("error-body=details").place({**small, "reference": ""})
    assert answer.json() == {
        "error": "Bad Request",
        "message": "reference is required",
        "details": [{"field": "reference", "message": "reference is required"}],
    }


@pytest.mark.parametrize(
    ("switch", "kind", "text"),
    [
        ("error-body=plain", "text/plain", "reference is required"),
        ("error-body=html", "text/html", "<html><body><h1>Bad Request</h1><p>reference is required</p></body></html>"),
    ],
)
def test_errors_that_are_no_json(sandbox, small, switch, kind, text):
    answer = sandbox(switch).place({**small, "reference": ""})
    assert (answer.status_code, answer.headers["content-type"], answer.text) == (400, f"{kind}; charset=utf-8", text)


def test_limit_over(sandbox):
    answer = sandbox("limit-over=refused").call("GET", "/api/logos?limit=26")
    assert (answer.status_code, answer.json()["message"]) == (400, "limit must not be greater than 25")


# ------------------------------------------------------------------------------------------ the confirmed order


@pytest.mark.parametrize(
    ("switch", "quantities"),
    [("instances=kept", [1, 2, 3]), ("instances=merged", [4, 2]), ("instances=reversed", [3, 2, 1])],
)
def test_instances(sandbox, small, switch, quantities):
    one = {"size": "M", "name": "Smith"}
    small["designs"][0]["instances"] = [
        {**one, "quantity": 1},
        {"size": "L", "quantity": 2},
        {**one, "number": "", "quantity": 3},
    ]
    order = sandbox(switch).confirmed(small)["order"]
    assert [instance["quantity"] for instance in order["designs"][0]["instances"]] == quantities


@pytest.mark.parametrize(
    ("switch", "entries"),
    [
        ("number-logo=entries", [("10", 2), ("7", 1)]),
        ("number-logo=total", [("10, 7", 3)]),
        ("number-logo=digits", [("1", 2), ("0", 2), ("7", 1)]),
    ],
)
def test_number_logo(sandbox, small, switch, entries):
    small["logos"] = [{"logoId": 494679, "digits": [{"digit": "10", "quantity": 2}, {"digit": "7", "quantity": 1}]}]
    order = sandbox(switch).confirmed(small)["order"]
    assert [(one["value"], one["quantity"]) for one in order["logos"]] == entries


@pytest.mark.parametrize(("switch", "quantities"), [("storage=excluded", [5, 2]), ("storage=included", [9, 3])])
def test_storage(sandbox, small, switch, quantities):
    small["logos"] = [
        {"logoId": 100113, "quantity": 5, "storageQuantity": 4},
        {"logoId": 494679, "digits": [{"digit": "1", "quantity": 2, "storageQuantity": 1}]},
    ]
    order = sandbox(switch).confirmed(small)["order"]
    assert [one["quantity"] for one in order["logos"]] == quantities


def test_absent_and_omitted(sandbox, small):
    order = sandbox("absent=omitted").confirmed(small)["order"]
    assert not {"comment", "originOfDelivery"} & order.keys()
    assert list(order["deliveryAddress"]) == ["name", "address", "zip", "city", "country"]


def test_absent_and_empty(sandbox, small):
    order = sandbox("absent=empty").confirmed(small)["order"]
    assert (order["comment"], order["deliveryAddress"]["contactPerson"]) == ("", "")


def test_extra_fields(sandbox, small):
    caller = sandbox("extra-fields=yes")
    extra = {"apiVersion": "sandbox", "links": []}
    assert caller.place(small).json() == {"id": 4711, "orderNumber": "20002502", "status": "Pending"} | extra
    caller.sandbox.advance(3)
    completed = caller.poll()
    assert extra.items() <= completed.items()
    assert extra.items() <= completed["order"].items()


def test_logo_type(sandbox):
    caller = sandbox("logo-type=transfer")
    assert caller.call("GET", "/api/logo/494679").json()["logoType"] == "TRANSFER"


def test_total(sandbox, example):
    order = sandbox("total=added").confirmed(example)["order"]
    assert (order["subTotal"], order["vat"], order["total"]) == (2817.03, 704.26, 3521.29)


def test_vat_rate_and_currency(sandbox, example):
    order = sandbox("vat-rate=0", "currency=EUR").confirmed(example)["order"]
    assert (order["currency"], order["vat"], order["vatRate"], order["total"]) == ("EUR", 0.0, 0.0, 2817.03)


# ------------------------------------------------------------------------------------------- the other switches


def test_markers_and_message(sandbox, small):
    caller = sandbox("fail-marker=BAD", "pending-marker=SLOW", "failed-message=No more blue cloth")
    small["reference"] = "R1 [fail]"
    assert caller.confirmed(small)["status"] == "Completed"
    small["reference"] = "a BAD one"
    assert caller.confirmed(small)["errorMessage"] == "No more blue cloth"
    small["reference"] = "a SLOW one"
    assert caller.confirmed(small)["status"] == "Pending"


def test_no_marker_marks_nothing(sandbox, small):
    assert sandbox("fail-marker=").confirmed(small)["status"] == "Completed"


def test_counters_and_organization(sandbox, small):
    caller = sandbox("first-id=1", "first-order-number=900", "organization=99999")
    assert caller.place(small).json() == {"id": 1, "orderNumber": "900", "status": "Pending"}
    assert caller.place({**small, "organizationId": 56789}).status_code == 403
    assert caller.call("GET", "/api/design/305000").json()["title"] == "Another vendor's kit"


# ---------------------------------------------------------------------------------------------------- parsing


def test_switches_are_parsed():
    given = KitMakerSwitches(currency="EUR")
    every = {"kitmaker": given, "dropday": DropdaySwitches(), "jtl": JtlSwitches()}
    switched = parse_switches(["replay-status=200", " kitmaker.vat-rate = 19 ", "key-length=36"], every)
    assert switched == {**every, "kitmaker": replace(given, replay_status="200", vat_rate=Decimal(19), key_length=36)}
    assert parse_switches([]) == {**every, "kitmaker": KitMakerSwitches()}


def test_switches_of_another_system_have_its_name_before_them():
    switched = parse_switches(["dropday.account=7", "replay-status=200"])
    assert switched["dropday"] == DropdaySwitches(account=7)
    assert switched["kitmaker"] == KitMakerSwitches(replay_status="200")
    with pytest.raises(SandboxError) as raised:
        parse_switches(["dropday.account=x"])
    assert raised.value.message == "The sandbox's switch dropday.account cannot be “x”: it is a whole number."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("replay-status=201", "The sandbox's switch replay-status cannot be “201”: it is one of 202, 200, 409."),
        ("key-length=x", "The sandbox's switch key-length cannot be “x”: it is a whole number."),
        ("taking-time=-1", "The sandbox's switch taking-time cannot be “-1”: it is a number of seconds."),
        ("taking-time=nan", "The sandbox's switch taking-time cannot be “nan”: it is a number of seconds."),
        ("vat-rate=NaN", "The sandbox's switch vat-rate cannot be “NaN”: it is a decimal number."),
    ],
)
def test_values_a_switch_cannot_have(text, message):
    with pytest.raises(SandboxError) as raised:
        parse_switches([text])
    assert raised.value.message == message


@pytest.mark.parametrize("text", ["replay-status", "nothing=1", "dropday.replay-status=200", "=", ""])
def test_what_is_no_switch(text):
    with pytest.raises(SandboxError) as raised:
        parse_switches([text])
    beginning = f"“{text}” is no switch of the sandbox. A switch is written name=value; the names are: replay-status, "
    assert raised.value.message.startswith(beginning)


def test_a_wrong_value_is_refused_in_python_too():
    with pytest.raises(SandboxError, match="switch instances cannot be “none”: it is one of kept, merged, reversed"):
        KitMakerSwitches(instances="none")

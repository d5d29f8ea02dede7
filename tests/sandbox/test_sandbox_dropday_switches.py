"""Every switch of Dropday's stand-in does something, and the something it says."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest

from roster_import.sandbox import DropdaySwitches, SandboxError
from roster_import.sandbox.options import switches


def test_every_choice_of_every_switch_of_dropday_is_tried_here():
    source = Path(__file__).read_text("utf-8")
    every = switches("dropday").items()
    choices = [f"{name}={choice}" for name, one in every for choice in one.metadata.get("choices", ())[1:]]
    free = [f"{name}=" for name, one in every if "choices" not in one.metadata and name != "dropday.products"]
    assert len(choices) > 50
    assert [one for one in choices + free if f'"{one}' not in source] == []


def test_a_wrong_value_is_refused_in_python_too():
    with pytest.raises(SandboxError) as raised:
        DropdaySwitches(other_body="compared")
    message = "The sandbox's switch dropday.other-body cannot be “compared”: it is one of ignored, updated, refused."
    assert raised.value.message == message


# ----------------------------------------------------------------------------------------------- a known external_id


def test_replay_reference(shops, line):
    shop = shops("dropday.replay-reference=absent")
    answers = [shop.place(shop.order(line)).json() for _ in range(2)]
    assert answers == [{"message": "Order created", "reference": 98}, {"message": "Order already exists"}]


def test_other_body_updated(shops, line):
    shop = shops("dropday.other-body=updated")
    shop.place(shop.order(line))
    shop.sandbox.advance(3)
    changed = shop.order({**line, "name": "Away kit"}, {**line, "external_id": "row-2"}, total=1, test=True)
    assert shop.place(changed).json() == {"message": "Order already exists", "reference": 98}
    order = shop.read()
    assert [one["name"] for one in order["order_lines"]] == ["Away kit", "Home kit"]
    assert [one["current_status"] for one in order["order_lines"]] == ["pending", "pending"]
    assert [one["id"] for one in order["order_lines"]] == [3202, 3203]
    assert (order["id"], order["total"], order["test"], order["created_at"] < order["updated_at"]) == (
        1542,
        1,
        True,
        True,
    )
    shop.sandbox.advance(3)
    assert shop.place(changed).json()["message"] == "Order already exists"
    assert shop.read()["order_lines"][0]["current_status"] == "skipped"


def test_other_body_refused(shops, line):
    shop = shops("dropday.other-body=refused")
    shop.place(shop.order(line))
    assert shop.place(shop.order(line)).status_code == 200
    answer = shop.place(shop.order(line, total=1))
    errors = {"external_id": ["The external id has already been taken."]}
    assert (answer.status_code, answer.json()) == (422, {"message": "Errors", "errors": errors})


@pytest.mark.parametrize(
    ("switch", "changes"),
    [("dropday.unique-test=separate", {"test": True}), ("dropday.unique-source=separate", {"source": "Elsewhere"})],
)
def test_what_external_ids_are_unique_in(shops, line, switch, changes):
    for switched, references in (((), [98, 98, 98, 98]), ((switch,), [98, 99, 98, 99])):
        shop = shops(*switched)
        orders = (shop.order(line), shop.order(line, **changes)) * 2
        assert [shop.place(order).json()["reference"] for order in orders] == references


def test_unique_case(shops, line):
    for switched, references in (((), [98, 99]), (("dropday.unique-case=ignored",), [98, 98])):
        shop = shops(*switched)
        answers = [shop.place(shop.order(line, external_id=id_)).json() for id_ in ("T-1", "t-1")]
        assert [answer["reference"] for answer in answers] == references


def together(shop: Any, order: Any) -> list[Any]:
    """Two POSTs at once, what is answered to each."""
    answers: list[Any] = []
    threads = [threading.Thread(target=lambda: answers.append(shop.place(order))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted((answer.status_code, answer.json().get("reference")) for answer in answers)


@pytest.mark.parametrize(
    ("switch", "answers", "orders"),
    [
        ("dropday.concurrent-id=one", [(200, 98), (200, 98)], 1),
        ("dropday.concurrent-id=500", [(200, 98), (500, None)], 1),
        ("dropday.concurrent-id=two", [(200, 98), (200, 99)], 2),
    ],
)
def test_two_at_once(shops, line, switch, answers, orders):
    shop = shops(switch, "dropday.taking-time=0.4")
    assert together(shop, shop.order(line)) == answers
    assert len(shop.taken) == orders
    assert shop.place(shop.order(line)).json() == {"message": "Order already exists", "reference": 98}


def test_taking_time(shops, line):
    shop = shops("dropday.taking-time=0.05")
    begun = time.monotonic()
    shop.place(shop.order(line))
    assert time.monotonic() - begun >= 0.05


def test_references(shops, line):
    shop = shops("dropday.create-reference=text", "dropday.read-reference=prefixed")
    assert shop.place(shop.order(line)).json()["reference"] == "98"
    assert shop.read("98")["reference"] == shop.read("DD-98")["reference"] == shop.find()[0]["reference"] == "DD-98"


# ------------------------------------------------------------------------------------------------ what is refused


def test_invalid_status(shops):
    answer = shops("dropday.invalid-status=400").place({})
    assert (answer.status_code, answer.json()["message"]) == (400, "Errors")


def test_broken_json(shops):
    answer = shops("dropday.broken-json=422").post(b"{")
    assert (answer.status_code, len(answer.json()["errors"])) == (422, 5)


def test_content_type(shops):
    shop = shops("dropday.content-type=ignored")
    assert "total" not in shop.post(b'{"total": 1}', "text/plain").json()["errors"]


def test_without_accept(shops):
    shop = shops("dropday.without-accept=redirect")
    answer = shop.send("POST", "/orders", json={}, headers={"Accept": "*/*"})
    assert (answer.status_code, answer.headers["location"]) == (302, "/")
    assert shop.place({}).status_code == 422


def test_name_path(shops):
    errors = shops("dropday.name-path=firstname").place({"shipping_address": {"city": "Viborg"}}).json()["errors"]
    assert errors["shipping_address.firstname"] == ["The shipping address.firstname field is required."]
    assert "shipping_address.lastname" in errors


def test_number_text(shops, line):
    shop = shops("dropday.number-text=accepted")
    line.update(price="129.00", quantity="2", stock_quantity=" 7 ")
    assert shop.place(shop.order(line, total="258", shipping={"cost": "1e1"})).status_code == 200
    order = shop.read()
    (read,) = order["order_lines"]
    assert (read["price"], read["quantity"], read["stock_quantity"]) == (129.0, 2, 7)
    assert (order["total"], order["shipping"]["cost"]) == (258, 10.0)
    for wrong in ("12,50", "a lot", "1e999", "٣"):
        assert shop.place(shop.order(line, total=wrong)).json()["errors"] == {"total": ["The total must be a number."]}
    assert shop.place(shop.order({**line, "quantity": "0"})).status_code == 422


def test_text_number(shops, line):
    shop = shops("dropday.text-number=refused")
    answer = shop.place(shop.order({**line, "external_id": 17, "ean13": 8712345678901}))
    path = "products.0.external_id"
    assert answer.json()["errors"] == {path: [f"The {path} must be a string."]}


def test_null_optional(shops, line):
    shop = shops("dropday.null-optional=refused")
    errors = shop.place(shop.order({**line, "brand": None}, email=None, shipping=None)).json()["errors"]
    assert errors == {
        "email": ["The email must not be null."],
        "shipping": ["The shipping must not be null."],
        "products.0.brand": ["The products.0.brand must not be null."],
    }


@pytest.mark.parametrize("quantity", [0, -1, 0.5])
def test_odd_quantity(shops, line, quantity):
    shop = shops("dropday.odd-quantity=accepted")
    shop.place(shop.order({**line, "quantity": quantity}))
    assert shop.read()["order_lines"][0]["quantity"] == quantity


def test_negative_amount(shops, line):
    discount = {**line, "price": -10}
    shop = shops()
    assert shop.place(shop.order(discount)).status_code == 200
    answer = shops("dropday.negative-amount=refused").place(shop.order(discount))
    assert answer.json()["errors"] == {"products.0.price": ["The products.0.price must be at least 0."]}


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, 200),
        ({"shipping_cost": 4.95, "total": 262.95}, 200),
        ({"shipping": {"cost": 4.95}, "shipping_cost": 9, "total": 262.95}, 200),
        ({"total": 262.95}, 422),
        ({"total": 258.01}, 422),
        ({"total": 258.004}, 200),
    ],
)
def test_total_check(shops, line, changes, status):
    shop = shops("dropday.total-check=refused")
    answer = shop.place({**shop.order(line), **changes})
    assert answer.status_code == status
    if status == 422:
        assert answer.json()["errors"] == {"total": ["The total does not match the lines and the shipping cost."]}


def test_the_vendors_example_has_a_total_of_its_own(shops, vendor_example):
    assert shops("dropday.total-check=refused").place(vendor_example).status_code == 422


def test_empty_products(shops):
    shop = shops("dropday.empty-products=accepted")
    assert shop.place(shop.order()).status_code == 200
    assert shop.read()["order_lines"] == []


def test_same_line_id(shops, line):
    answer = (shop := shops("dropday.same-line-id=refused")).place(shop.order(line, line))
    path = "products.1.external_id"
    assert answer.json()["errors"] == {path: [f"The {path} field has a duplicate value."]}


def test_delivery_date(shops, line):
    shop = shops("dropday.delivery-date=ignored")
    shop.place(shop.order(line, shipping={"delivery_date": "2025-11-07"}))
    assert shop.read()["shipping"]["delivery_date"] is None


def test_email_check(shops, line):
    shop = shops("dropday.email-check=yes")
    answer = shop.place(shop.order(line, email="peter at club"))
    assert answer.json()["errors"] == {"email": ["The email must be a valid email address."]}
    assert shop.place(shop.order(line, email="peter@example.org")).status_code == 200


def test_country(shops, line):
    shop = shops("dropday.country=code")
    order = shop.order(line)
    order["shipping_address"]["country"] = "Danmark"
    errors = {"shipping_address.country": ["The shipping address.country must be 2 characters."]}
    assert shop.place(order).json()["errors"] == errors
    assert shops().place(order).status_code == 200


def test_order_custom(shops, line):
    shop = shops("dropday.order-custom=ignored")
    shop.place(shop.order(line, custom={"a": "b"}))
    assert shop.read()["custom"] is None
    answer = shops("dropday.order-custom=refused").place(shop.order(line, custom={"a": "b"}))
    assert answer.json()["errors"] == {"custom": ["The custom field is unknown."]}


def test_unknown_fields(shops, line):
    shop = shops("dropday.unknown-fields=refused")
    order = shop.order({**line, "weight": 1}, comment="x", shipping={"when": "soon"})
    order["shipping_address"]["floor"] = "2"
    paths = {"comment", "shipping.when", "shipping_address.floor", "products.0.weight"}
    assert set(shop.place(order).json()["errors"]) == paths
    assert shop.place(shop.order(line, shipping_cost=1, custom={"any": "thing"})).status_code == 200


@pytest.mark.parametrize(
    ("switch", "end"), [("dropday.unknown-sku=skipped", "skipped"), ("dropday.unknown-sku=failed", "failed")]
)
def test_unknown_sku(shops, line, switch, end):
    shop = shops(switch)
    shop.place(shop.order({**line, "reference": "NONE"}, {**line, "reference": "HOME-M"}, line))
    shop.sandbox.advance(3)
    assert [one["current_status"] for one in shop.read()["order_lines"]] == [end, "completed", "completed"]


def test_unknown_sku_refused(shops, line):
    shop = shops("dropday.unknown-sku=refused")
    answer = shop.place(shop.order({**line, "reference": "NONE"}))
    assert answer.json()["errors"] == {"products.0.reference": ["The products.0.reference is invalid."]}
    assert shop.place(shop.order({**line, "reference": "HOME-M"}, line)).status_code == 200


def test_longest_text(shops, line):
    shop = shops("dropday.longest-text=255")
    assert shop.place(shop.order({**line, "name": "x" * 255})).status_code == 200
    answer = shop.place(shop.order({**line, "name": "x" * 256}, external_id="T-2"))
    message = "The products.0.name may not be greater than 255 characters."
    assert answer.json()["errors"] == {"products.0.name": [message]}


# ------------------------------------------------------------------------------------------------ what is read


def test_texts(shops, line):
    for switched, name, value in (((), " Kit ", " 07"), (("dropday.texts=trimmed",), "Kit", "07")):
        shop = shops(*switched)
        shop.place(shop.order({**line, "name": " Kit ", "custom": {"number": " 07"}}))
        (read,) = shop.read()["order_lines"]
        assert (read["name"], read["custom"]["number"]) == (name, value)
    assert shop.place(shop.order(line, external_id=" T-1 ")).json()["message"] == "Order already exists"


def test_custom_values(shops, line):
    line["custom"] = {"number": 7, "list": [1.5, None], "extra": True, "none": None, "name": "Bo"}
    shop = shops("dropday.custom-values=text")
    shop.place(shop.order(line))
    expected = {"number": "7", "list": "[1.5,null]", "extra": "true", "none": None, "name": "Bo"}
    assert shop.read()["order_lines"][0]["custom"] == expected
    errors = shops("dropday.custom-values=refused").place(shop.order(line)).json()["errors"]
    assert set(errors) == {f"products.0.custom.{name}" for name in ("number", "list", "extra", "none")}


def test_custom_order(shops, line):
    shop = shops("dropday.custom-order=sorted")
    shop.place(shop.order({**line, "custom": {"number": "7", "name": "Bo", "a": "1", "b": "2"}}))
    assert [*shop.read()["order_lines"][0]["custom"]] == ["a", "b", "name", "number"]


@pytest.mark.parametrize(
    ("switch", "empty"),
    [("dropday.empty-custom=null", None), ("dropday.empty-custom=list", []), ("dropday.empty-custom=object", {})],
)
def test_empty_custom(shops, line, switch, empty):
    shop = shops(switch)
    shop.place(shop.order({**line, "custom": {}}, {**line, "custom": ["a", 1]}))
    order = shop.read()
    assert [order["custom"], *(one["custom"] for one in order["order_lines"])] == [empty, empty, ["a", 1]]


def test_read_amounts(shops, line):
    shop = shops("dropday.read-amounts=text")
    shop.place(shop.order({**line, "purchase_price": 5}, shipping_cost=4.95))
    order = shop.read()
    (read,) = order["order_lines"]
    amounts = (order["total"], order["shipping"]["cost"], read["price"], read["purchase_price"])
    assert amounts == ("258.00", "4.95", "129.00", "5.00")
    assert (read["quantity"], read["stock_quantity"]) == (2, None)
    assert len(shop.find("total_min=258")) == 1


def test_extra_fields(shops, line):
    shop = shops("dropday.extra-fields=yes")
    created = shop.place(shop.order(line)).json()
    answers = (created, shop.read(), shop.get("/orders").json(), shop.find()[0], shop.get("/products").json())
    assert [answer["api_version"] for answer in answers] == ["sandbox"] * 5


# ------------------------------------------------------------------------------------------------ finding orders


def test_a_fresh_order_comes_into_the_list_later(shops, line):
    shop = shops("dropday.list-delay=30", "dropday.read-delay=10")
    shop.place(shop.order(line))
    seen = []
    for _ in range(3):
        seen.append((len(shop.find()), shop.get("/orders/98").status_code))
        shop.sandbox.advance(15)
    assert seen == [(0, 404), (0, 200), (1, 200)]


def test_an_order_that_is_not_in_the_list_yet_holds_its_external_id(shops, line):
    shop = shops("dropday.list-delay=30")
    assert [shop.place(shop.order(line)).json()["reference"] for _ in range(2)] == [98, 98]


def test_list_order(shops, line):
    shop = shops("dropday.list-order=oldest")
    for n in range(3):
        shop.place(shop.order(line, external_id=f"T-{n}"))
    assert [one["external_id"] for one in shop.find()] == ["T-0", "T-1", "T-2"]


@pytest.mark.parametrize(
    ("switch", "wanted", "found"),
    [
        ("dropday.external-id-filter=partial", "T-1", ["T-11", "T-1"]),
        ("dropday.external-id-filter=like", "t-1", ["T-11", "T-1"]),
        ("dropday.external-id-filter=like", "t_1", ["T-11", "T-1"]),
        ("dropday.external-id-filter=like", "t%251", ["T-11", "T-21", "T-1"]),
        ("dropday.external-id-filter=like", "t.1", []),
        ("dropday.external-id-filter=exact", "T-1", ["T-1"]),
        ("dropday.external-id-filter=exact", "-1", []),
    ],
)
def test_external_id_filter(shops, line, switch, wanted, found):
    shop = shops(switch)
    for name in ("T-1", "T-21", "T-11"):
        shop.place(shop.order(line, external_id=name))
    assert [one["external_id"] for one in shop.find(f"external_id={wanted}")] == found


def test_tests_in_list_and_detail(shops, line):
    shop = shops("dropday.include-test=ignored", "dropday.test-detail=hidden")
    shop.place(shop.order(line, test=True))
    assert shop.find("include_test=true") == []
    assert shop.get("/orders/98").status_code == 404
    assert shop.place(shop.order(line)).json() == {"message": "Order already exists", "reference": 98}


def test_per_page_over(shops):
    answer = shops("dropday.per-page-over=refused").get("/orders?per_page=101")
    errors = {"per_page": ["The per page may not be greater than 100."]}
    assert (answer.status_code, answer.json()) == (422, {"message": "Errors", "errors": errors})


@pytest.mark.parametrize(
    "query",
    [
        "statuses=done",
        "date_from=yesterday",
        "total_min=NaN",
        "blocked=maybe",
        "per_page=0",
        "page=-1",
        "supplier_ids=a",
    ],
)
def test_wrong_filter(shops, query):
    answer = shops("dropday.wrong-filter=refused").get(f"/orders?{query}")
    name = query.partition("=")[0]
    assert answer.json()["errors"] == {name: [f"The {name.replace('_', ' ')} is invalid."]}


def test_links(shops, line):
    shop = shops("dropday.links=whole")
    for n in range(2):
        shop.place(shop.order(line, external_id=f"T-{n}"))
    links = shop.get("/orders?external_id=T-&per_page=1&page=1").json()["links"]
    assert links["next"].endswith("/api/v1/orders?external_id=T-&per_page=1&page=2")
    assert [one["external_id"] for one in shop.client.get(
        links["next"], headers={"api-key": "sandbox-key", "account-id": "101"}).json()["data"]] == ["T-0"]  # fmt: skip


# ------------------------------------------------------------------------------------------- what becomes of lines


@pytest.mark.parametrize(
    "switch",
    [
        "dropday.line-end=partially_completed",
        "dropday.line-end=failed",
        "dropday.line-end=pending",
        "dropday.line-end=ruled",
        "dropday.line-end=declined",
        "dropday.line-end=skipped",
    ],
)
def test_line_end(shops, line, switch):
    shop = shops(switch)
    shop.place(shop.order(line, {**line, "supplier": None}, {**line, "name": "Kit [completed]"}))
    shop.sandbox.advance(3)
    end = switch.partition("=")[2]
    assert [one["current_status"] for one in shop.read()["order_lines"]] == [end, end, "completed"]


@pytest.mark.parametrize(
    "switch",
    [
        "dropday.test-lines=completed",
        "dropday.test-lines=partially_completed",
        "dropday.test-lines=failed",
        "dropday.test-lines=pending",
        "dropday.test-lines=ruled",
        "dropday.test-lines=declined",
    ],
)
def test_test_lines(shops, line, switch):
    shop = shops(switch)
    shop.place(shop.order(line, test=True))
    shop.sandbox.advance(3)
    assert shop.read()["order_lines"][0]["current_status"] == switch.partition("=")[2]


@pytest.mark.parametrize(
    "switch",
    [
        "dropday.without-supplier=partially_completed",
        "dropday.without-supplier=failed",
        "dropday.without-supplier=pending",
        "dropday.without-supplier=ruled",
        "dropday.without-supplier=declined",
        "dropday.without-supplier=skipped",
    ],
)
def test_without_supplier(shops, line, switch):
    shop = shops(switch)
    shop.place(shop.order({**line, "supplier": ""}, line))
    shop.sandbox.advance(3)
    assert [one["current_status"] for one in shop.read()["order_lines"]] == [switch.partition("=")[2], "completed"]


def test_markers(shops, line):
    shop = shops("dropday.markers=ignored", "dropday.blocked-marker=HOLD")
    shop.place(shop.order({**line, "name": "Kit [failed]"}))
    shop.place(shop.order(line, external_id="T-2 HOLD"))
    shop.sandbox.advance(3)
    orders = [shop.read("98"), shop.read("99")]
    assert [(one["blocked"], one["order_lines"][0]["current_status"]) for one in orders] == [
        (False, "completed"),
        (True, "pending"),
    ]


def test_failed_message(shops, line):
    shop = shops("dropday.failed-message=Sold out")
    shop.place(shop.order({**line, "name": "Kit [failed]"}))
    shop.sandbox.advance(3)
    assert shop.read()["order_lines"][0]["logs"][-1]["message"] == "Sold out"


# --------------------------------------------------------------------------------------------------------- calling


def test_account_and_counters(shops, line):
    switched = ("dropday.account=7", "dropday.first-id=1", "dropday.first-reference=500", "dropday.first-line-id=9")
    shop = shops(*switched)
    assert shop.get("").status_code == 401
    headers = {"account-id": "7"}
    assert shop.send("POST", "/orders", json=shop.order(line), headers=headers).json()["reference"] == 500
    order = shop.send("GET", "/orders/500", headers=headers).json()
    assert (order["id"], order["order_lines"][0]["id"]) == (1, 9)


@pytest.mark.parametrize(("switch", "body"), [("dropday.ping-body=text", "OK"), ("dropday.ping-body=empty", "")])
def test_ping_body(shops, switch, body):
    answer = shops(switch).get("")
    assert (answer.status_code, answer.text) == (200, body)


def test_requests_per_minute(shops, line):
    shop = shops("dropday.requests-per-minute=2")
    answers = [shop.get("/orders"), shop.place({}), shop.place(shop.order(line))]
    assert [answer.status_code for answer in answers] == [200, 422, 429]
    left = [(answer.headers["x-ratelimit-limit"], answer.headers["x-ratelimit-remaining"]) for answer in answers]
    assert left == [("2", "1"), ("2", "0"), ("2", "0")]
    refused = answers[-1]
    assert refused.json() == {"message": "Too Many Requests", "error": "Too Many Attempts."}
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert shop.taken == []
    shop.sandbox.advance(60)
    assert shop.place(shop.order(line)).status_code == 200
    shop.get("")
    assert shop.get("").status_code == 429
    shop.sandbox.reset()
    assert shop.get("").status_code == 200

"""The stand-in for Dropday without any switch: what its documents say, call by call."""

from __future__ import annotations

import json
import re
import shlex
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from roster_import.sandbox import SandboxError, SandboxOptions, start

DOCS = (Path(__file__).parents[2] / "docs" / "sandbox.md").read_text("utf-8")
NOON = datetime(2025, 9, 22, 12, 0, tzinfo=UTC)


# ------------------------------------------------------------------------------------------------------- calling


def test_the_authentication_test(shop):
    answer = shop.get("")
    assert (answer.status_code, answer.json()) == (200, {"message": "Authenticated", "account_id": 101})
    assert shop.get("/").status_code == 200


@pytest.mark.parametrize("path", ["", "/orders", "/orders/98", "/products"])
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"api-key": "sandbox-key"},
        {"account-id": "101"},
        {"api-key": "another", "account-id": "101"},
        {"api-key": "sandbox-key", "account-id": "102"},
        {"Authorization": "Bearer sandbox-key", "account-id": "101"},
    ],
)
def test_nobody_gets_in_without_key_and_account(caller, path, headers):
    answer = caller.client.get(f"{caller.sandbox.url}/api/v1{path}", headers=headers)
    error = {"message": "Unauthorized", "error": "Invalid or missing api-key or account-id header"}
    assert (answer.status_code, answer.json()) == (401, error)


def test_posting_needs_key_and_account_too(shop, caller, line):
    answer = caller.client.post(f"{caller.sandbox.url}/api/v1/orders", json=shop.order(line))
    assert (answer.status_code, caller.taken) == (401, 0)


def test_headers_may_be_written_in_any_case(caller):
    headers = {"Api-Key": "sandbox-key", "ACCOUNT-ID": "101"}
    assert caller.client.get(f"{caller.sandbox.url}/api/v1", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status", "error"),
    [
        ("PUT", "/orders", 405, "PUT /api/v1/orders is not served here"),
        ("DELETE", "/orders/98", 405, "DELETE /api/v1/orders/98 is not served here"),
        ("PATCH", "/orders/98", 405, "PATCH /api/v1/orders/98 is not served here"),
        ("GET", "/suppliers", 404, "GET /api/v1/suppliers is not served here"),
        ("GET", "/orders/98/logs", 404, "GET /api/v1/orders/98/logs is not served here"),
    ],
)
def test_what_is_not_served(shop, method, path, status, error):
    answer = shop.send(method, path)
    assert (answer.status_code, answer.json()["error"]) == (status, error)


# -------------------------------------------------------------------------------------------------------- placing


def test_an_order_is_created_once(shop, line):
    order = shop.order(line)
    created, again = shop.place(order), shop.place(order)
    assert (created.status_code, created.json()) == (200, {"message": "Order created", "reference": 98})
    assert (again.status_code, again.json()) == (200, {"message": "Order already exists", "reference": 98})
    assert [(one["external_id"], one["requests"]) for one in shop.taken] == [("T-1", 2)]


def test_nothing_is_compared_and_nothing_changes(shop, line):
    shop.place(shop.order(line))
    again = shop.place(shop.order({**line, "name": "Another"}, total=1, source="Elsewhere", test=True))
    assert again.json() == {"message": "Order already exists", "reference": 98}
    order = shop.read()
    assert (order["order_lines"][0]["name"], order["total"], order["source"], order["test"]) == (
        "Home kit",
        258.0,
        "Club shop",
        False,
    )


def test_a_known_order_that_is_wrong_is_refused_all_the_same(shop, line):
    shop.place(shop.order(line))
    assert shop.place({"external_id": "T-1"}).status_code == 422


def test_references_and_ids_count_up(shop, line):
    answers = [shop.place(shop.order(line, line, external_id=f"T-{n}")).json()["reference"] for n in range(3)]
    assert answers == [98, 99, 100]
    order = shop.read("99")
    assert (order["id"], [one["id"] for one in order["order_lines"]]) == (1543, [3203, 3204])


def test_the_vendors_example(shop, vendor_example):
    answer = shop.place(vendor_example)
    assert answer.json() == {"message": "Order created", "reference": 98}
    order = shop.read()
    assert order["shipping"] == {
        "cost": 4.95,
        "name": "DHL Group",
        "description": "Standard delivery",
        "note": "Please not at the neighbor, the dogs eat the packages",
        "delivery_date": "2025-11-07",
    }
    assert order["shipping_address"] == {
        "email": "info@example.org",
        "first_name": "John",
        "last_name": "Doe",
        "company_name": "Jeff",
        "address1": "Jumpstreet 23",
        "address2": None,
        "postcode": "4500",
        "city": "LA",
        "state": None,
        "country": "US",
        "phone": "222 222",
    }
    assert "products" not in order
    assert "email" not in order
    (pizza, cola) = order["order_lines"]
    assert pizza == {
        "id": 3201,
        "external_id": "1",
        "name": "Pizza margerita",
        "ean13": "87235211235464",
        "reference": "PZZA00001",
        "quantity": 2,
        "stock_quantity": 424,
        "price": 10.99,
        "purchase_price": 5.95,
        "brand": "Italian",
        "category": "Pizza's",
        "image_url": "https://example.org/pizza.jpg",
        "custom": {"toppings": "onions, olives", "customer_message": "No ananas/pineapple"},
        "current_status": "pending",
        "matched_supplier": None,
        "logs": pizza["logs"],
    }
    assert cola["custom"] == {"customer_message": "No ice"}


def test_an_order_as_read_has_what_the_documents_show(shop, line):
    shop.place(shop.order(line, custom={"gift_wrap": True, "gift_message": "Happy Birthday!"}))
    order = shop.read()
    assert set(order) == {
        *("id", "external_id", "reference", "source", "test", "blocked", "total", "shipping_address", "shipping"),
        *("custom", "order_lines", "suppliers", "created_at", "updated_at"),
    }
    assert order["custom"] == {"gift_wrap": True, "gift_message": "Happy Birthday!"}
    assert (order["id"], order["reference"], order["blocked"]) == (1542, "98", False)


def test_only_shipping_cost(shop, line):
    shop.place(shop.order(line, shipping_cost=4.95))
    assert shop.read()["shipping"]["cost"] == 4.95


def test_fields_plugins_send_and_nobody_documents_are_passed_over(shop, line):
    answer = shop.place(shop.order({**line, "height": 1, "weight": 2.5, "external_id": 17, "ean13": 8712345678901}))
    assert answer.json()["message"] == "Order created"
    (read,) = shop.read()["order_lines"]
    assert (read["external_id"], read["ean13"], "height" in read) == ("17", "8712345678901", False)


def test_lines_of_one_sku_stay_apart(shop, line):
    shop.place(shop.order(*({**line, "external_id": f"{n}", "custom": {"name": f"Player {n}"}} for n in range(3))))
    assert [one["custom"]["name"] for one in shop.read()["order_lines"]] == ["Player 0", "Player 1", "Player 2"]


def test_custom_keeps_any_value(shop, line):
    custom = {"number": "07", "count": 7, "ratio": 0.5, "extra": True, "none": None, "list": [1, {"a": "b"}]}
    shop.place(shop.order({**line, "custom": custom}))
    assert shop.read()["order_lines"][0]["custom"] == custom


def test_blanks_count_as_not_given(shop, line):
    blank = {**line, "stock_quantity": " ", "brand": "", "custom": "  ", "supplier": " "}
    shop.place(shop.order(blank, shipping=" ", shipping_cost="", email="  ", custom=""))
    order = shop.read()
    (read,) = order["order_lines"]
    assert (read["stock_quantity"], read["brand"], read["custom"], order["custom"]) == (None, None, None, None)
    assert (set(order["shipping"].values()), order["shipping_address"]["email"]) == ({None}, None)
    shop.place(shop.order(line, external_id="T-2", shipping={"cost": " "}, shipping_cost=4.95))
    assert shop.read("99")["shipping"]["cost"] == 4.95


# ------------------------------------------------------------------------------------------------------- refusals


def test_everything_that_is_missing(shop):
    answer = shop.place({"shipping_address": {"state": "NY"}, "products": [{}]})
    assert answer.status_code == 422
    assert answer.json() == {
        "message": "Errors",
        "errors": {
            "external_id": ["The external id field is required."],
            "source": ["The source field is required."],
            "total": ["The total field is required."],
            **{
                f"shipping_address.{name}": [f"The shipping address.{name.replace('_', ' ')} field is required."]
                for name in ("first_name", "last_name", "address1", "postcode", "city", "country")
            },
            **{
                f"products.0.{name}": [f"The products.0.{name} field is required."]
                for name in ("external_id", "name", "quantity", "price")
            },
        },
    }
    assert shop.taken == []


@pytest.mark.parametrize(
    ("changes", "path", "message"),
    [
        ({"external_id": ""}, "external_id", "The external id field is required."),
        ({"external_id": "  "}, "external_id", "The external id field is required."),
        ({"external_id": ["T"]}, "external_id", "The external id must be a string."),
        ({"external_id": True}, "external_id", "The external id must be a string."),
        ({"source": None}, "source", "The source field is required."),
        ({"test": "yes"}, "test", "The test field must be true or false."),
        ({"total": "258.00"}, "total", "The total must be a number."),
        ({"total": True}, "total", "The total must be a number."),
        ({"total": None}, "total", "The total field is required."),
        ({"shipping_cost": "4.95"}, "shipping_cost", "The shipping cost must be a number."),
        ({"shipping": {"cost": "4.95"}}, "shipping.cost", "The shipping.cost must be a number."),
        ({"shipping": "DHL"}, "shipping", "The shipping must be an array."),
        (
            {"shipping": {"delivery_date": "2025-11-07"}},
            "shipping.delivery_date",
            "The shipping.delivery date does not match the format d-m-Y.",
        ),
        (
            {"shipping": {"delivery_date": "31-02-2025"}},
            "shipping.delivery_date",
            "The shipping.delivery date does not match the format d-m-Y.",
        ),
        ({"shipping": {"note": {}}}, "shipping.note", "The shipping.note must be a string."),
        ({"email": ["a@b.c"]}, "email", "The email must be a string."),
        ({"shipping_address": None}, "shipping_address", "The shipping address field is required."),
        ({"shipping_address": []}, "shipping_address", "The shipping address must be an array."),
        ({"shipping_address": {}}, "shipping_address", "The shipping address field is required."),
        ({"products": []}, "products", "The products field is required."),
        ({"products": {"0": {}}}, "products", "The products must be an array."),
        ({"products": ["Home kit"]}, "products.0", "The products.0 must be an array."),
        ({"custom": "wrapped"}, "custom", "The custom must be an array."),
    ],
)
def test_what_is_wrong_in_an_order(shop, line, changes, path, message):
    answer = shop.place({**shop.order(line), **changes})
    assert answer.status_code == 422
    assert answer.json()["errors"][path] == [message]
    assert shop.taken == []


@pytest.mark.parametrize(
    ("changes", "path", "message"),
    [
        ({"price": "129.00"}, "price", "must be a number."),
        ({"purchase_price": "5"}, "purchase_price", "must be a number."),
        ({"quantity": "2"}, "quantity", "must be a number."),
        ({"quantity": 0}, "quantity", "must be an integer of at least 1."),
        ({"quantity": 1.5}, "quantity", "must be an integer of at least 1."),
        ({"stock_quantity": "lots"}, "stock_quantity", "must be a number."),
        ({"name": None}, "name", "field is required."),
        ({"name": ["Kit"]}, "name", "must be a string."),
        ({"custom": "name: Smith"}, "custom", "must be an array."),
    ],
)
def test_what_is_wrong_in_a_line(shop, line, changes, path, message):
    answer = shop.place(shop.order(line, {**line, **changes}))
    path = f"products.1.{path}"
    assert (answer.status_code, answer.json()["errors"]) == (422, {path: [f"The {path} {message}"]})


@pytest.mark.parametrize(
    "body", [b"{", b"\xff", b'{"total": NaN}', b'{"total": 1e999}', b'{"a": "\\ud800"}', b"[" * 9999]
)
def test_what_is_no_json(shop, body):
    answer = shop.post(body)
    error = {"message": "Bad Request", "error": "The request body is not valid JSON"}
    assert (answer.status_code, answer.json()) == (400, error)


@pytest.mark.parametrize("body", [b"[]", b"7", b"null"])
def test_json_that_is_no_object_lacks_everything(shop, body):
    answer = shop.post(body)
    assert (answer.status_code, len(answer.json()["errors"])) == (422, 5)


def test_a_body_without_its_content_type_lacks_everything(shop, line):
    answer = shop.post(json.dumps(shop.order(line)).encode(), "text/plain")
    assert (answer.status_code, len(answer.json()["errors"])) == (422, 5)
    assert shop.post(json.dumps(shop.order(line)).encode(), "Application/JSON; charset=utf-8").status_code == 200


# ---------------------------------------------------------------------------------------------------------- reading


@pytest.mark.parametrize("reference", ["99", "T-1", "1542", "INVALID-REF", "98x", "٩٨", "9" * 30])
def test_only_the_reference_finds_an_order(shop, line, reference):
    shop.place(shop.order(line))
    answer = shop.get(f"/orders/{reference}")
    error = {"message": "Not Found", "error": f"Order with reference '{reference}' not found"}
    assert (answer.status_code, answer.json()) == (404, error)


def test_lines_go_from_pending_to_ruled_to_completed(shops, line):
    shop = shops(delay=120)
    shop.sandbox.set_time(NOON)
    shop.place(shop.order({**line, "supplier": "TechSupply Co."}))
    stages = []
    for _ in range(3):
        order = shop.read()
        stages.append((order["order_lines"][0]["current_status"], order["suppliers"], order["updated_at"][:16]))
        shop.sandbox.advance(60)
    supplier = {"id": 5, "name": "TechSupply Co."}
    assert stages == [
        ("pending", [], "2025-09-22T12:00"),
        ("ruled", [supplier], "2025-09-22T12:01"),
        ("completed", [supplier], "2025-09-22T12:02"),
    ]
    (read,) = shop.read()["order_lines"]
    assert read["matched_supplier"] == supplier
    assert [(one["id"], one["status"], one["message"], one["created_at"][:16]) for one in read["logs"]] == [
        (32010, "pending", "Order line created", "2025-09-22T12:00"),
        (32011, "ruled", "Matched to supplier TechSupply Co.", "2025-09-22T12:01"),
        (32012, "completed", "Successfully sent to supplier", "2025-09-22T12:02"),
    ]
    assert re.fullmatch(r"2025-09-22T12:00:\d\d\.000000Z", read["logs"][0]["created_at"])


@pytest.mark.parametrize(
    ("status", "way"),
    [
        ("completed", ["pending", "ruled", "completed"]),
        ("partially_completed", ["pending", "ruled", "partially_completed"]),
        ("failed", ["pending", "ruled", "failed"]),
        ("declined", ["pending", "ruled", "declined"]),
        ("skipped", ["pending", "skipped"]),
        ("ruled", ["pending", "ruled"]),
        ("pending", ["pending"]),
    ],
)
def test_a_status_in_a_lines_name_is_its_end(shop, line, status, way):
    shop.place(shop.order({**line, "name": f"Home kit [{status}]"}, line))
    shop.sandbox.advance(3)
    marked, plain = shop.read()["order_lines"]
    assert [one["status"] for one in marked["logs"]] == way
    assert (marked["current_status"], plain["current_status"]) == (status, "completed")


def test_suppliers_keep_their_ids(shop, line):
    for n, name in enumerate(("Mario", "Coca", "Mario")):
        shop.place(shop.order({**line, "supplier": name}, external_id=f"T-{n}"))
    shop.sandbox.advance(3)
    found = [shop.read(str(98 + n))["suppliers"] for n in range(3)]
    mario, coca = {"id": 5, "name": "Mario"}, {"id": 6, "name": "Coca"}
    assert found == [[mario], [coca], [mario]]


def test_a_known_sku_has_a_supplier_of_its_own(shop, line):
    shop.place(shop.order({**line, "supplier": None, "reference": "HOME-M"}, {**line, "supplier": None}))
    shop.sandbox.advance(3)
    known, unknown = shop.read()["order_lines"]
    assert known["matched_supplier"] == {"id": 5, "name": "Nordby Teamwear"}
    assert (unknown["matched_supplier"], unknown["current_status"]) == (None, "completed")


def test_a_blocked_order_goes_nowhere(shop, line):
    shop.place(shop.order(line, external_id="T-1 [blocked]"))
    shop.sandbox.advance(3)
    order = shop.read()
    assert (order["blocked"], order["order_lines"][0]["current_status"]) == (True, "pending")


def test_a_test_order_is_not_routed(shop, line):
    shop.place(shop.order(line, test=True))
    shop.sandbox.advance(3)
    order = shop.read()
    assert (order["test"], order["order_lines"][0]["current_status"], order["suppliers"]) == (True, "skipped", [])


# ---------------------------------------------------------------------------------------------------------- finding


@pytest.fixture
def filled(shop, line):
    """Five orders a minute apart: T-1, T-10, T-2, a test order T-3 and a blocked one."""
    shop.sandbox.set_time(NOON)
    for name, more in {
        "T-1": {"total": 10},
        "T-10": {"total": 20.5, "source": "Other shop"},
        "T-2": {"total": 30},
        "T-3": {"test": True},
        "X [blocked]": {"total": 50},
    }.items():
        product = {**line, "name": f"Home kit {'[failed]' if name == 'T-2' else ''}", "supplier": f"Supplier of {name}"}
        assert shop.place(shop.order(product, external_id=name, **more)).status_code == 200
        shop.sandbox.advance(60)
    return shop


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["X [blocked]", "T-2", "T-10", "T-1"]),
        ("external_id=T-1", ["T-10", "T-1"]),
        ("external_id=-1", ["T-10", "T-1"]),
        ("external_id=t-1", []),
        ("external_id=T-3", []),
        ("external_id=T-3&include_test=true", ["T-3"]),
        ("include_test=true", ["X [blocked]", "T-3", "T-2", "T-10", "T-1"]),
        ("include_test=false", ["X [blocked]", "T-2", "T-10", "T-1"]),
        ("source=Other%20shop", ["T-10"]),
        ("date_from=2025-09-22T12:01:00", ["X [blocked]", "T-2", "T-10"]),
        ("date_from=2025-09-22T14:01:00%2B02:00", ["X [blocked]", "T-2", "T-10"]),
        ("date_to=2025-09-22T12:01:30Z", ["T-10", "T-1"]),
        ("date_from=2025-09-23", []),
        ("statuses=failed", ["T-2"]),
        ("statuses=failed,%20pending", ["X [blocked]", "T-2"]),
        ("statuses=completed", ["T-10", "T-1"]),
        ("supplier_ids=5", ["T-1"]),
        ("supplier_ids=5,6", ["T-10", "T-1"]),
        ("total_min=20.5", ["X [blocked]", "T-2", "T-10"]),
        ("total_min=20&total_max=30", ["T-2", "T-10"]),
        ("blocked=true", ["X [blocked]"]),
        ("blocked=false", ["T-2", "T-10", "T-1"]),
        ("nonsense=1", ["X [blocked]", "T-2", "T-10", "T-1"]),
    ],
)
def test_filters(filled, query, found):
    assert [one["external_id"] for one in filled.find(query)] == found


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
def test_a_filter_that_makes_no_sense_is_passed_over(filled, query):
    assert len(filled.find(query)) == 4


def test_an_order_in_the_list_has_no_logs(shop, line):
    shop.place(shop.order(line))
    (listed,), read = shop.find(), shop.read()
    assert "logs" not in listed["order_lines"][0]
    del read["order_lines"][0]["logs"]
    assert listed == read


def test_pages(shop, line):
    for n in range(5):
        shop.place(shop.order(line, external_id=f"T-{n}"))
    path = f"{shop.sandbox.url}/api/v1/orders"
    page = shop.get("/orders?per_page=2&page=2&external_id=T").json()
    assert [one["external_id"] for one in page.pop("data")] == ["T-2", "T-1"]
    assert page == {
        "current_page": 2,
        "links": {
            "first": f"{path}?page=1",
            "last": f"{path}?page=3",
            "prev": f"{path}?page=1",
            "next": f"{path}?page=3",
        },
        "meta": {
            "current_page": 2,
            "from": 3,
            "last_page": 3,
            "path": path,
            "per_page": 2,
            "to": 4,
            "total": 5,
        },
    }
    last = shop.get("/orders?per_page=2&page=3").json()
    assert (last["links"]["next"], last["meta"]["to"], len(last["data"])) == (None, 5, 1)
    beyond = shop.get("/orders?per_page=2&page=9").json()
    assert (beyond["data"], beyond["meta"]["from"], beyond["meta"]["to"]) == ([], None, None)


def test_fifty_to_a_page_and_a_hundred_at_most(shop):
    assert shop.get("/orders").json()["meta"]["per_page"] == 50
    assert shop.get("/orders?per_page=100").json()["meta"]["per_page"] == 100
    assert shop.get("/orders?per_page=1000").json()["meta"]["per_page"] == 100


def test_an_empty_list(shop):
    page = shop.get("/orders").json()
    assert (page["data"], page["meta"]["last_page"], page["meta"]["total"]) == ([], 1, 0)


# --------------------------------------------------------------------------------------------------------- products


def test_products(shop):
    path = f"{shop.sandbox.url}/api/v1/products"
    first, second = (shop.get(f"/products?page={n}").json() for n in (1, 2))
    assert (len(first.pop("data")), len(second["data"])) == (100, 23)
    assert first == {
        "current_page": 1,
        "first_page_url": f"{path}?page=1",
        "from": 1,
        "last_page": 2,
        "last_page_url": f"{path}?page=2",
        "next_page_url": f"{path}?page=2",
        "path": path,
        "per_page": 100,
        "prev_page_url": None,
        "to": 100,
        "total": 123,
    }
    assert (second["next_page_url"], second["prev_page_url"]) == (None, f"{path}?page=1")
    assert second["data"][-1] == {
        "id": 623,
        "project_id": 12,
        "product_feed_id": 3,
        "sku": "OLD",
        "ean13": "5700000001230",
        "name": "Last year's shirt",
        "purchase_price": 49.0,
        "stock_quantity": 25,
        "active": 0,
        "created_at": "2025-09-01T08:00:00.000000Z",
        "updated_at": "2025-09-01T08:00:00.000000Z",
    }
    assert shop.get("/products?page=x").json()["current_page"] == 1


def test_a_file_of_products(sandbox, shops, line, tmp_path):
    path = tmp_path / "products.json"
    path.write_text(json.dumps([{"sku": "A", "name": "Shirt", "stock_quantity": 3, "supplier": "Mario"}]), "utf-8")
    shop = shops(f"dropday.products={path}")
    (product,) = shop.get("/products").json()["data"]
    assert (product["sku"], product["stock_quantity"], "supplier" in product) == ("A", 3, False)
    shop.place(shop.order({**line, "supplier": None, "reference": "A"}))
    shop.sandbox.advance(3)
    assert shop.read()["suppliers"] == [{"id": 5, "name": "Mario"}]


@pytest.mark.parametrize("content", ["{}", '[{"sku": 1, "name": "x"}]', "[7]"])
def test_a_file_that_is_no_list_of_products(sandbox, tmp_path, content):
    path = tmp_path / "products.json"
    path.write_text(content, "utf-8")
    with pytest.raises(SandboxError) as raised:
        sandbox(f"dropday.products={path}")
    assert raised.value.message == (
        f"{path} is no list of products: it must be a JSON array of objects with sku and name."
    )


def test_a_file_of_products_that_cannot_be_read(sandbox, tmp_path):
    with pytest.raises(SandboxError, match="cannot be read as a list of products: "):
        sandbox(f"dropday.products={tmp_path}")


# --------------------------------------------------------------------------------------------- many at once, restart


def at_once(*calls: Any) -> list[httpx.Response]:
    answers: list[httpx.Response] = []
    threads = [threading.Thread(target=lambda call=call: answers.append(call())) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_of_many_posts_with_one_external_id_comes_one_order(shops, line, tmp_path):
    state = tmp_path / "state.sqlite"
    one, other = (shops("dropday.taking-time=0.03", state=state) for _ in range(2))
    answers = at_once(*[lambda shop=shop: shop.place(shop.order(line)) for shop in (one, other) * 5])
    assert [answer.json()["reference"] for answer in answers] == [98] * 10
    assert sorted(answer.json()["message"] for answer in answers) == ["Order already exists"] * 9 + ["Order created"]
    assert [order["requests"] for order in one.taken] == [10]


def test_many_orders_at_once_get_references_of_their_own(shop, line):
    answers = at_once(*[lambda n=n: shop.place(shop.order(line, external_id=f"T-{n}")) for n in range(12)])
    assert sorted(answer.json()["reference"] for answer in answers) == list(range(98, 110))
    lines = [one["id"] for order in shop.taken for one in order["order"]["order_lines"]]
    assert sorted(lines) == list(range(3201, 3213))


def test_a_reopened_sandbox_goes_on(shops, line, tmp_path):
    before = shops(state=tmp_path / "state.sqlite")
    before.place(before.order(line, external_id="T-0"))
    before.sandbox.advance(3600)
    before.sandbox.close()
    after = shops(state=tmp_path / "state.sqlite")
    assert after.read()["order_lines"][0]["current_status"] == "completed"
    assert after.place(after.order(line, external_id="T-0")).json()["message"] == "Order already exists"
    assert after.place(after.order(line)).json() == {"message": "Order created", "reference": 99}


def test_a_failed_write_takes_nothing(shops, line, tmp_path):
    shop = shops(state=tmp_path / "state.sqlite")
    blocker = sqlite3.connect(tmp_path / "state.sqlite")
    blocker.execute("CREATE TRIGGER full BEFORE INSERT ON dropday_orders BEGIN SELECT RAISE(FAIL, 'disk full'); END")
    assert shop.place(shop.order(line)).status_code == 500
    assert shop.taken == []
    blocker.execute("DROP TRIGGER full")
    blocker.close()
    assert shop.place(shop.order(line)).json() == {"message": "Order created", "reference": 98}


# ---------------------------------------------------------------------------------------------- one sandbox, all systems


def test_every_system_has_its_orders_in_one_list(shop, caller, line, small):
    caller.place(small)
    shop.place(shop.order(line))
    found = caller.client.get(f"{caller.sandbox.url}/sandbox/orders").json()["orders"]
    assert [one["system"] for one in found] == ["kitmaker", "dropday"]
    assert found[1] == {
        "system": "dropday",
        "id": 1542,
        "external_id": "T-1",
        "reference": "98",
        "source": "Club shop",
        "test": False,
        "status": "pending",
        "requests": 1,
        "placedAtUtc": found[1]["placedAtUtc"],
        "body": shop.order(line),
        "order": found[1]["order"],
    }
    url = f"{caller.sandbox.url}/sandbox/orders?system=dropday&external_id=T-1"
    assert len(caller.client.get(url).json()["orders"]) == 1
    caller.client.delete(f"{caller.sandbox.url}/sandbox/orders")
    assert caller.sandbox.orders() == []
    assert shop.place(shop.order(line)).json() == {"message": "Order created", "reference": 98}


def test_nobodys_key_is_in_the_requests(shop, line):
    shop.place(shop.order(line))
    (entry,) = shop.sandbox.requests()
    assert (entry["headers"]["api-key"], entry["headers"]["account-id"]) == ("…", "101")
    assert "sandbox-key" not in json.dumps(entry)


def test_the_documents_calls_work():
    section = DOCS.split("\n## Dropday\n")[1].split("\n## ")[0]
    words = shlex.split(re.findall(r"```\n(curl .*?)```", section, re.DOTALL)[0].replace("\\\n", " "))
    starts = [at for at, word in enumerate(words) if word == "curl"]
    assert len(starts) == 5
    with start(SandboxOptions()) as sandbox, httpx.Client(trust_env=False) as client:
        answers = [
            run(words[at + 1 : end], sandbox.url, client)
            for at, end in zip(starts, [*starts[1:], len(words)], strict=True)
        ]
    assert [answer.status_code for answer in answers] == [200] * 5
    assert answers[1].json() == {"message": "Order created", "reference": 98}
    assert answers[2].json()["data"][0]["shipping"]["delivery_date"] == "2025-11-07"


def run(arguments: list[str], url: str, client: httpx.Client) -> httpx.Response:
    """What curl would do with those arguments: headers, a body and an address."""
    words = iter(arguments)
    headers: list[tuple[str, str]] = []
    body: bytes | None = None
    address = ""
    for word in words:
        if word == "-H":
            name, _, value = next(words).partition(":")
            headers.append((name, value.strip()))
        elif word == "-d":
            body = next(words).encode()
        else:
            address = word.replace("http://127.0.0.1:8808", url)
    return client.request("POST" if body else "GET", address, headers=headers, content=body)


SERVE = (
    "import sys, pathlib; from roster_import.sandbox import *\n"
    "options = SandboxOptions(state=pathlib.Path(sys.argv[1]))\n"
    "serve_forever(options, lambda url: print(url, flush=True))\n"
)


@pytest.mark.drill
def test_two_processes_one_of_them_killed_take_every_order_once(shops, line, tmp_path):
    """Both are sent the same orders at once until one is killed; then every order is sent again."""
    state = tmp_path / "state.sqlite"
    make = partial(shops().order, line)
    answered: dict[str, int] = {}
    sent: list[str] = []
    command = [sys.executable, "-c", SERVE, str(state)]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as one,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other,
    ):
        assert one.stdout is not None
        assert other.stdout is not None
        urls = [one.stdout.readline().strip(), other.stdout.readline().strip()]
        callers = [threading.Thread(target=post_until_cut, args=(urls[n % 2], make, sent, answered)) for n in range(4)]
        for caller in callers:
            caller.start()
        while len(answered) < 40:
            assert one.poll() is None
        one.kill()
        while len(answered) < 60:
            assert other.poll() is None
        other.kill()
        for caller in callers:
            caller.join()
    shop = shops(state=state)
    found = {order["external_id"]: int(order["reference"]) for order in shop.taken}
    assert answered.items() <= found.items()
    assert len(found) == len(shop.taken) == len(set(found.values()))
    again = {id_: shop.place(make(external_id=id_)).json()["reference"] for id_ in dict.fromkeys(sent)}
    assert found.items() <= again.items()
    assert len(shop.taken) == len(again) == len(set(again.values()))


def post_until_cut(url: str, make: Any, sent: list[str], answered: dict[str, int]) -> None:
    headers = {"api-key": "sandbox-key", "account-id": "101"}
    with httpx.Client(trust_env=False, headers=headers, timeout=5) as client:
        for count in range(10_000):
            sent.append(f"T-{count}")
            try:
                answer = client.post(f"{url}/api/v1/orders", json=make(external_id=f"T-{count}"))
            except httpx.TransportError:
                return
            answered[f"T-{count}"] = answer.json()["reference"]

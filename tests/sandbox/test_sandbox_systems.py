"""What all systems of a sandbox share: paths with names in them, queries, forms, and a record without secrets."""

from __future__ import annotations

import pytest

from roster_import.sandbox.messages import Request, Route, error_reply, find_route, in_form, strict_json


def route(path: str, method: str = "GET") -> Route:
    return Route(purpose="any", method=method, path=path, answer=lambda *_: error_reply(418, "tea"))


@pytest.mark.parametrize(
    ("pattern", "path", "values", "number"),
    [
        ("/api/orders", "/api/orders", {}, 0),
        ("/api/orders/{id}", "/api/orders/17", {"id": "17"}, 17),
        ("/api/orders/{id}", "/api/orders/x", None, None),
        ("/api/orders/{id}", "/api/orders/", None, None),
        ("/api/orders/{id}", "/api/orders/" + "9" * 19, None, None),
        ("/api/orders/{id}", "/api/orders/٣", None, None),
        ("/orders/{orderId}/lines/{lineId}", "/orders/7/lines/8", {"orderId": "7", "lineId": "8"}, 7),
        ("/orders/{reference}", "/orders/DD-98", {"reference": "DD-98"}, 0),
        ("/orders/{reference}", "/orders/", None, None),
        ("/orders/{reference}", "/orders/a/b", None, None),
    ],
)
def test_paths_with_names_in_them(pattern, path, values, number):
    assert route(pattern).values(path) == values
    if values is not None:
        assert route(pattern).number(values) == number


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_a_route_answers_its_method_alone(method):
    routes = [route("/orders/{id}", one) for one in ("GET", "POST", "PUT", "PATCH", "DELETE") if one != method]
    asked = Request(method=method, target="/orders/7?x=1")
    assert find_route(routes, asked) == 405
    mine = route("/orders/{id}", method)
    assert find_route([*routes, mine], asked) == (mine, {"id": "7"})
    assert find_route(routes, Request(method=method, target="/order")) == 404


def test_queries_and_forms():
    request = Request(method="POST", target="/token?a=1&b=&a=2%20x", body=b"grant_type=client_credentials&scope=a+b&x=")
    assert request.query == {"a": "2 x", "b": ""}
    assert request.parameters == (("a", "1"), ("b", ""), ("a", "2 x"))
    assert request.form == {"grant_type": "client_credentials", "scope": "a b", "x": ""}


def test_an_error_is_put_in_a_form_once():
    reply = error_reply(404, "Not here")
    shaped = in_form(reply, lambda status, message: {"code": status, "text": message})
    assert shaped.body == b'{"code":404,"text":"Not here"}'
    assert in_form(shaped, lambda *_: {}) == shaped


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff", b"[NaN]", b"[-Infinity]", b"[1e999]", b'["\\ud800"]', b"[" * 99999]
)
def test_what_is_no_json(body):
    with pytest.raises(ValueError, match=r"."):
        strict_json(body)


def test_a_secret_in_a_form_is_not_kept(caller):
    form = {"grant_type": "client_credentials", "client_secret": "s3cret+/&", "scope": "orders"}
    caller.client.post(f"{caller.sandbox.url}/anywhere", data=form)
    (entry,) = caller.sandbox.requests()
    assert entry["body"] == "grant_type=client_credentials&client_secret=…&scope=orders"


def test_each_system_says_in_its_own_way_that_there_is_no_such_call(caller):
    answers = {
        path: caller.client.get(caller.sandbox.url + path).json() for path in ("/api/nothing", "/api/v1/nothing")
    }
    assert answers == {
        "/api/nothing": {"error": "Not Found", "message": "GET /api/nothing is not served here"},
        "/api/v1/nothing": {"message": "Not Found", "error": "GET /api/v1/nothing is not served here"},
    }

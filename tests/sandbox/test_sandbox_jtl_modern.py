"""Version 2: one call for header and lines, UUIDs, and GraphQL with its idempotency key."""

from __future__ import annotations

import threading

import pytest
from jtl_caller import INVALID

CREATE = """
mutation CreateSalesOrder($request: CreateSalesOrderCommandRequestInput!) {
  CreateSalesOrder(request: $request) { salesOrderId }
}
"""


class Ids:
    """The UUIDs of what the tests need, asked for as a caller would."""

    def __init__(self, caller):
        self.company = caller.call("GET", "/v2/companies").json()[0]["id"]
        self.customer = caller.call("GET", "/v2/customers?number=10005").json()["items"][0]["id"]
        self.payment = caller.call("GET", "/v2/paymentMethods").json()[1]["id"]
        self.caller = caller

    def item(self, sku):
        query = "query Find($sku: String!) { QueryItems(first: 2, where: {sku: {eq: $sku}}) { nodes { id sku } } }"
        (node,) = asked(self.caller, query, {"sku": sku})["QueryItems"]["nodes"]
        return node["id"]

    def order(self, **more):
        return {
            "companyId": self.company,
            "customerId": self.customer,
            "billingAddress": {"street": "Stadionweg 1", "city": "Hannover", "countryIso": "DE"},
            "departureCountry": {"countryIso": "DE", "currencyIso": "EUR"},
            "paymentDetails": {"currencyIso": "EUR"},
            "languageIso": "DE",
            "lineItems": [{"itemId": self.item("HOME-M"), "quantity": 2, "note": "Smith 10"}],
            **more,
        }


def graphql(caller, query, variables=None, **more):
    answer = caller.call("POST", "/v2/graphql", {"query": query, "variables": variables or {}, **more})
    assert answer.status_code == 200
    return answer.json()


def asked(caller, query, variables=None):
    answer = graphql(caller, query, variables)
    assert "errors" not in answer, answer
    return answer["data"]


def refused(answer):
    body = answer.json()
    return answer.status_code, body["errorMessage"], body["validationErrors"]


# ------------------------------------------------------------------------------------------------ one call


def test_header_and_lines_in_one_call(erp):
    ids = Ids(erp)
    body = ids.order(
        externalDetails={"externalSalesOrderNumber": "R1"},
        paymentMethodId=ids.payment,
        useBillingAddressAsShipmentAddress=True,
        lineItems=[
            {
                "itemId": ids.item("HOME-M"),
                "quantity": 2,
                "note": "Smith 10",
                "salesPriceNet": 5,
                "discountPercent": 10,
            },
            {"name": "Flock", "variants": [{"name": "Number", "value": "10"}]},
        ],
    )
    answer = erp.call("POST", "/v2/sales-orders", body)
    id_ = answer.json()["salesOrderId"]
    assert (answer.status_code, answer.json()) == (201, {"salesOrderId": erp.taken[0]["uuid"]})
    order = erp.call("GET", f"/v2/sales-orders/{id_}").json()
    expected = {
        "id": id_,
        "salesOrderNumber": "A1004465",
        "companyId": ids.company,
        "customerId": ids.customer,
        "externalDetails": {"externalSalesOrderNumber": "R1"},
        "isPending": False,
        "isCancelled": False,
        "shipmentAddress": {"street": "Stadionweg 1", "city": "Hannover", "countryIso": "DE"},
    }
    assert {name: order[name] for name in expected} == expected
    first, second = order["lineItems"]
    assert [first[name] for name in ("sku", "quantity", "note", "salesPriceNet", "discountPercent")] == [
        "HOME-M",
        2,
        "Smith 10",
        5,
        10,
    ]
    assert (second["name"], second["quantity"], second["variants"]) == ("Flock", 1, [{"name": "Number", "value": "10"}])
    old = erp.call("GET", "/salesOrders?externalOrderNumber=R1").json()["Items"]
    assert [(one["Id"], one["SalesOrderPaymentDetails"]["PaymentMethodId"]) for one in old] == [(1001, 2)]
    assert [(one["SKU"], one["Notice"]) for one in erp.lines(1001)] == [("HOME-M", "Smith 10"), ("", "")]


def test_nothing_is_taken_by_halves(erp):
    ids = Ids(erp)
    nobody = "00000000-0000-0000-0000-000000000000"
    for more, complaints in (
        ({"customerId": nobody}, {"customerId": f"The customer {nobody} does not exist."}),
        ({"companyId": nobody}, {"companyId": f"The company {nobody} does not exist."}),
        ({"paymentMethodId": nobody}, {"paymentMethodId": f"The payment method {nobody} does not exist."}),
        ({"languageIso": "D"}, {"languageIso": "The length must be 2 to 5 characters."}),
        ({"billingAddress": {"street": "x", "city": "y"}},
         {"billingAddress.countryIso": "The countryIso field is required."}),
        ({"lineItems": [{"name": "a"}, {"itemId": ids.item("HOME")}]},
         {"lineItems[1].itemId": "The item 1000 is a variation parent."}),
        ({"lineItems": [{"quantity": "1"}]},
         {"lineItems[0].quantity": "The JSON value could not be converted to a number."}),
    ):  # fmt: skip
        answer = erp.call("POST", "/v2/sales-orders", ids.order(**more))
        assert refused(answer) == (400, INVALID, complaints)
    missing = erp.call("POST", "/v2/sales-orders", {})
    assert set(refused(missing)[2]) == {
        "companyId", "customerId", "billingAddress", "departureCountry", "paymentDetails", "languageIso"}  # fmt: skip
    assert set(missing.json()) == {"errorCode", "validationErrors", "errors", "errorMessage", "stacktrace"}
    assert erp.taken == []


def test_status_codes_of_version_2(jtl):
    caller = jtl("jtl.v2-create-status=200", "jtl.v2-invalid-status=422")
    ids = Ids(caller)
    assert caller.call("POST", "/v2/sales-orders", ids.order()).status_code == 200
    assert caller.call("POST", "/v2/sales-orders", {}).status_code == 422


def test_orders_are_listed_by_dates_alone(erp):
    ids = Ids(erp)
    for number, day in (("R1", "2026-03-01"), ("R2", "2026-01-01"), ("R3", "2026-02-01")):
        body = ids.order(externalDetails={"externalSalesOrderNumber": number}, salesOrderDate=f"{day}T00:00:00Z")
        assert erp.call("POST", "/v2/sales-orders", body).status_code == 201

    def numbers(query):
        return [one["externalSalesOrderNumber"] for one in erp.call("GET", f"/v2/sales-orders?{query}").json()["items"]]

    assert numbers("externalSalesOrderNumber=R1") == ["R1", "R2", "R3"]  # no such filter
    assert numbers("sortBy=salesOrderDate") == ["R2", "R3", "R1"]
    assert numbers("sortBy=salesOrderDate&sortDescending=true&pageSize=2") == ["R1", "R3"]
    assert numbers("salesOrderDateAfter=2026-01-15&salesOrderDateBefore=2026-02-15") == ["R3"]
    page = erp.call("GET", "/v2/sales-orders?pageSize=2&pageNumber=2").json()
    assert {name: value for name, value in page.items() if name != "items"} == {
        "totalItems": 3,
        "pageNumber": 2,
        "pageSize": 2,
        "totalPages": 2,
        "hasPreviousPage": True,
        "hasNextPage": False,
        "nextPageNumber": None,
        "previousPageNumber": 1,
    }
    assert "lineItems" not in page["items"][0]
    assert erp.call("GET", "/v2/sales-orders?salesOrderDateAfter=monday").status_code == 400


def test_lines_of_version_2(erp):
    ids = Ids(erp)
    id_ = erp.call("POST", "/v2/sales-orders", ids.order()).json()["salesOrderId"]
    sent = [{"quantity": 1, "itemId": ids.item("HOME-L"), "notice": "7"}, {"quantity": 3, "sKU": "X", "SKU": "Y"}]
    answer = erp.call("POST", f"/v2/sales-orders/{id_}/line-items", sent)
    assert (answer.status_code, [one["sKU"] for one in answer.json()]) == (201, ["HOME-L", "X"])
    assert answer.json()[0]["itemId"] == ids.item("HOME-L")
    bad = erp.call("POST", f"/v2/sales-orders/{id_}/line-items", [7, {"quantity": -1}])
    assert set(refused(bad)[2]) == {"[0]", "[1].quantity"}
    assert erp.call("POST", f"/v2/sales-orders/{id_}/line-items", {}).status_code == 400
    assert erp.call("POST", "/v2/sales-orders/nobody/line-items", []).status_code == 404
    assert len(erp.lines(1001)) == 3


def test_what_version_2_shows_by_id(erp):
    ids = Ids(erp)
    assert erp.call("GET", f"/v2/companies/{ids.company}").json() == {"id": ids.company, "name": "Jet Sport"}
    customer = erp.call("GET", f"/v2/customers/{ids.customer}").json()
    assert (customer["number"], customer["internalCompanyId"]) == ("10005", ids.company)
    item = erp.call("GET", f"/v2/items/{ids.item('HOME-M')}").json()
    assert (item["sku"], item["parentItemId"]) == ("HOME-M", ids.item("HOME"))
    for path in ("companies/x", "customers/x", "items/x", "sales-orders/x"):
        assert erp.call("GET", f"/v2/{path}").status_code == 404
    shown = erp.own("GET", f"/v2/companies/{ids.company}")
    assert shown.status_code == 200


def test_items_of_version_2(jtl, erp):
    assert refused(erp.call("GET", "/v2/items?searchKeyWord=crest")) == (404, "Not Found", {})
    page = jtl("jtl.v2-items=listed").call("GET", "/v2/items?searchKeyWord=crest").json()
    assert [one["sku"] for one in page["items"]] == ["CREST"]


# ------------------------------------------------------------------------------------------------- GraphQL


def test_an_idempotency_key(erp):
    ids = Ids(erp)
    variables = {"request": ids.order(idempotencyKey="k1")}
    first = graphql(erp, CREATE, variables)
    assert set(first) == {"data"}
    again = graphql(erp, CREATE, variables)
    assert again == {**first, "extensions": {"idempotency": {"CreateSalesOrder": {"wasReplayed": True}}}}
    other = graphql(erp, CREATE, {"request": ids.order(idempotencyKey="k1", languageIso="EN")})
    assert other["data"] == first["data"]
    graphql(erp, CREATE, {"request": ids.order()})
    graphql(erp, CREATE, {"request": ids.order()})
    assert len(erp.taken) == 3


def test_another_payload_under_a_key(jtl):
    caller = jtl("jtl.idempotency=conflict")
    ids = Ids(caller)
    graphql(caller, CREATE, {"request": ids.order(idempotencyKey="k1")})
    answer = graphql(caller, CREATE, {"request": ids.order(idempotencyKey="k1", languageIso="EN")})
    message = "The idempotency key was used with another payload."
    assert answer["errors"] == [{"message": message, "extensions": {"code": "IdempotencyKeyConflict"}}]


def test_keys_that_do_nothing(jtl):
    caller = jtl("jtl.idempotency=ignored")
    ids = Ids(caller)
    for _ in range(2):
        assert set(graphql(caller, CREATE, {"request": ids.order(idempotencyKey="k1")})) == {"data"}
    assert len(caller.taken) == 2


def test_one_key_from_many_threads(erp):
    variables, answers = {"request": Ids(erp).order(idempotencyKey="k1")}, []
    threads = [threading.Thread(target=lambda: answers.append(graphql(erp, CREATE, variables))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one["data"]["CreateSalesOrder"]["salesOrderId"] for one in answers}) == 1
    assert (len(answers), len(erp.taken)) == (8, 1)


def test_one_key_at_two_sandboxes_with_one_state(jtl, tmp_path):
    first, second = (jtl(state=tmp_path / "state.sqlite3") for _ in range(2))
    variables = {"request": Ids(first).order(idempotencyKey="k1")}
    answers = [graphql(caller, CREATE, variables) for caller in (first, second)]
    assert answers[0]["data"] == answers[1]["data"]
    assert first.taken == second.taken
    assert len(first.taken) == 1


def test_errors_come_with_200(erp):
    ids = Ids(erp)
    for more, code in (
        ({"customerId": "x"}, "CustomerNotFound"),
        ({"companyId": "x"}, "CompanyNotFound"),
        ({"paymentMethodId": "x"}, "PaymentMethodNotFound"),
        ({"shippingMethodId": "x"}, "ShippingMethodNotFound"),
        ({"lineItems": [{"itemId": "x"}]}, "ItemNotFound"),
        ({"lineItems": [{"itemId": ids.item("HOME")}]}, "SalesLineItemItemIsVariationParent"),
        ({"lineItems": [{"itemId": ids.item("HOME-M-OLD")}]}, "SalesLineItemItemInactive"),
        ({"lineItems": [{"quantity": -1}]}, "LineItemQuantityNotPositive"),
        ({"languageIso": ""}, "ValidationFailed"),
    ):
        answer = graphql(erp, CREATE, {"request": ids.order(**more)})
        assert (answer["data"], [one["extensions"]["code"] for one in answer["errors"]]) == (None, [code])
    assert erp.taken == []


def test_orders_are_found_by_their_number(erp, jtl):
    ids = Ids(erp)
    for number in ("R1", "R2", "R3"):
        erp.call("POST", "/v2/sales-orders", ids.order(externalDetails={"externalSalesOrderNumber": number}))
    query = """
    query Find($where: SalesOrderListItemFilterInput, $first: Int = 2, $after: String) {  # a comment
      found: QuerySalesOrders(first: $first, after: $after, where: $where, order: [{salesOrderNumber: DESC}]) {
        totalCount
        pageInfo { hasNextPage, hasPreviousPage endCursor startCursor }
        edges { cursor node { externalDetails { externalSalesOrderNumber } } }
        nodes { id number: salesOrderNumber isCancelled lineItems { sku quantity } __typename }
      }
    }
    """
    found = asked(erp, query)["found"]
    assert (found["totalCount"], [one["number"] for one in found["nodes"]]) == (3, ["A1004467", "A1004466"])
    assert found["nodes"][0]["lineItems"] == [{"sku": "HOME-M", "quantity": 2}]
    assert found["pageInfo"] == {"hasNextPage": True, "hasPreviousPage": False, "endCursor": "1", "startCursor": "0"}
    rest = asked(erp, query, {"after": "1"})["found"]
    assert [one["number"] for one in rest["nodes"]] == ["A1004465"]
    assert rest["edges"][0]["node"] == {"externalDetails": {"externalSalesOrderNumber": "R1"}}
    assert (rest["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasPreviousPage"]) == (False, True)
    where = {"externalSalesOrderNumber": {"in": ["R2", "R9"]}}
    assert [one["number"] for one in asked(erp, query, {"where": where})["found"]["nodes"]] == ["A1004466"]
    caller = jtl("jtl.graphql-external=externalNumber")
    caller.place(ExternalNumber="R1")
    query = '{ QuerySalesOrders(where: {externalNumber: {eq: "R1"}}) { nodes { externalNumber } } }'
    assert asked(caller, query)["QuerySalesOrders"]["nodes"] == [{"externalNumber": "R1"}]


@pytest.mark.parametrize(
    ("where", "skus"),
    [
        ('{sku: {eq: "HOME-M"}}', ["HOME-M"]),
        ('{sku: {eq: "home-m"}}', []),
        ('{and: [{sku: {startsWith: "HOME-"}}, {sku: {endsWith: "L"}}]}', ["HOME-L", "HOME-XL", "HOME-XXL"]),
        ('{or: [{sku: {eq: "CREST"}}, {name: {contains: "Number"}}]}', ["NUMBER", "CREST"]),
        ('{sku: {nin: ["A"], neq: "B", in: ["CREST"]}, isActive: {eq: true}}', ["CREST"]),
        ('{identifiers: {gtin: {eq: "4006381001006"}}}', ["HOME-M"]),
        ("null", None),
    ],
)
def test_filters(erp, where, skus):
    query = "{ QueryItems(where: WHERE) { nodes { sku } totalCount } }".replace("WHERE", where)
    found = asked(erp, query)["QueryItems"]
    assert found["totalCount"] == (36 if skus is None else len(skus))
    assert skus is None or [one["sku"] for one in found["nodes"]] == skus


def test_pages_from_the_end(erp):
    page = asked(erp, '{ QueryCustomers(last: 2, before: "5") { nodes { number } } QueryCompanies { nodes { name } } }')
    assert [one["number"] for one in page["QueryCustomers"]["nodes"]] == ["10008", "K-10005"]
    assert [one["name"] for one in page["QueryCompanies"]["nodes"]] == ["Jet Sport", "Jet Sport Outlet"]


def test_one_order_by_its_id(erp):
    id_ = erp.call("POST", "/v2/sales-orders", Ids(erp).order()).json()["salesOrderId"]
    query = "query One($id: UUID!) { GetSalesOrderById(salesOrderId: $id) { id isPending } }"
    assert asked(erp, query, {"id": id_}) == {"GetSalesOrderById": {"id": id_, "isPending": False}}
    assert asked(erp, query, {"id": "x"}) == {"GetSalesOrderById": None}


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("{ QueryItems { nodes { colour } } }", "The field `colour` does not exist on the type of `nodes`."),
        ("{ QueryShoes { nodes { id } } }", "The field `QueryShoes` does not exist on the type `Query`."),
        ("mutation { DropAll { id } }", "The field `DropAll` does not exist on the type `Mutation`."),
        ("mutation { CreateSalesOrder { id } }", "The argument `request` is required."),
        ("{ QueryItems(where: {colour: {eq: 1}}) { nodes { id } } }", "The field `colour` is not defined by the filter."),
        ("{ QueryItems(where: {sku: {like: 1}}) { nodes { id } } }", "The field `like` is not defined by the filter."),
        ("{ QueryItems { nodes { id }", "The document ends too early."),
        ("{ QueryItems { ... } }", "A name is expected in place of “...”."),
        ("{ QueryItems(first 1) { id } }", "“:” is expected."),
        ("{ § }", "“§” is not expected."),
        ("{ QueryItems(where: 7) { totalCount } }", "A filter is an object."),
        ("{ QueryItems(where: {and: 7}) { totalCount } }", "`and` is a list."),
        ("{ QueryItems(where: {sku: {in: 7}}) { totalCount } }", "`in` is a list."),
        ('{ QueryItems(after: "\\q") { totalCount } }', "“\"\\q\"” is no value."),
        ("subscription { x }", "“subscription” is no operation that is served here."),
        ("query A { x } query B { x }", "The document must have one operation, or the request must name one."),
        ("", "The document must have one operation, or the request must name one."),
    ],
)  # fmt: skip
def test_documents_that_are_refused(erp, query, message):
    expected = {"errors": [{"message": message, "extensions": {"code": "GRAPHQL_VALIDATION_FAILED"}}]}
    assert graphql(erp, query) == expected


def test_one_of_two_operations(erp):
    query = '''
    query A { QueryCompanies(first: 1) { nodes { name } } }
    query B { QueryItems(where: {sku: {eq: """CREST"""}}) { totalCount } }
    '''
    assert graphql(erp, query, operationName="B") == {"data": {"QueryItems": {"totalCount": 1}}}


def test_bodies_that_are_no_query(erp):
    for body in ([], {}, {"query": 7}):
        answer = erp.call("POST", "/v2/graphql", body)
        assert answer.json()["errors"][0]["message"] == "The query field is required."
    erp.headers = {}
    assert erp.call("POST", "/v2/graphql", {"query": "{ QueryItems { totalCount } }"}).status_code == 401

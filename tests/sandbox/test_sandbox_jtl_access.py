"""Who may call JTL's stand-in: tokens, tenants, keys, scopes, registering, licence, rate."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest
from jtl_caller import APP, CLIENT, INVALID, OWN, TENANT, refusal

REGISTERING = {
    "AppId": "roster-import/1.0.0",
    "DisplayName": "Roster import",
    "Description": "Rosters become orders",
    "Version": "1.0.0",
    "ProviderName": "We",
    "ProviderWebsite": "https://example.com",
    "MandatoryApiScopes": ["all.read", "salesorder.createsalesorder"],
    "AppIcon": "aWNvbg==",
}
CHALLENGE = {"X-ChallengeCode": "4711"}


# ------------------------------------------------------------------------------------------------- the cloud


def test_a_token(erp):
    answer = erp.token()
    document = answer.json()
    assert (answer.status_code, document["token_type"], document["expires_in"]) == (200, "Bearer", 3600)
    assert answer.headers["cache-control"] == "no-store"
    assert document["access_token"] != erp.token().json()["access_token"]
    assert document["access_token"] not in str(erp.sandbox.requests())


@pytest.mark.parametrize(
    ("auth", "more", "status", "error"),
    [
        (("sandbox-client", "wrong"), {}, 401, "invalid_client"),
        (("nobody", "sandbox-key"), {}, 401, "invalid_client"),
        (None, {"data": {"grant_type": "client_credentials", "client_id": "sandbox-client",
                         "client_secret": "sandbox-key"}}, 401, "invalid_client"),
        (CLIENT, {"data": {"grant_type": "password"}}, 400, "unsupported_grant_type"),
        (CLIENT, {"data": {}, "headers": {"Content-Type": "application/x-www-form-urlencoded"}}, 400,
         "unsupported_grant_type"),
        (CLIENT, {"data": None, "json": {"grant_type": "client_credentials"}}, 400, "invalid_request"),
    ],
)  # fmt: skip
def test_no_token(erp, auth, more, status, error):
    answer = erp.token(auth, **more)
    assert (answer.status_code, answer.json()["error"]) == (status, error)


def test_a_secret_in_a_form_is_not_recorded(erp):
    erp.token(None, data={"grant_type": "client_credentials", "client_secret": "hush-hush"})
    assert "hush-hush" not in str(erp.sandbox.requests())


@pytest.mark.parametrize(
    "authorization", ["Basic §", "Basic " + base64.b64encode(b"x").decode(), "Basic", "Bearer x", ""]
)
def test_credentials_that_are_none(erp, authorization):
    headers = {"Authorization": authorization.encode()}
    answer = erp.token(None, headers=headers)
    assert answer.json() == {"error": "invalid_client", "error_description": "Client authentication failed."}


def test_a_token_ends(jtl):
    caller = jtl("jtl.token-life=60")
    assert caller.call("GET", "/companies").status_code == 200
    caller.sandbox.advance(61)
    answer = caller.call("GET", "/companies")
    assert (answer.status_code, answer.content) == (401, b"")
    caller.enter()
    assert caller.call("GET", "/companies").status_code == 200


def test_another_client_id(jtl):
    caller = jtl("jtl.client-id=me", enter=False, api_key="own-secret")
    assert caller.token().status_code == 401
    assert caller.token(("me", "own-secret")).status_code == 200


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer wrong", "Wawi sandbox-key", "Basic x", "sandbox-key"])
def test_the_cloud_wants_a_token(erp, authorization):
    erp.headers = {"Authorization": authorization, "X-Tenant-ID": TENANT}
    answer = erp.call("POST", "/salesOrders", {"CompanyId": 1, "CustomerId": 1005})
    assert (answer.status_code, answer.content, erp.taken) == (401, b"", [])


def test_the_cloud_wants_a_tenant(erp):
    token = erp.headers["Authorization"]
    for name, status in (("X-Tenant-ID", 200), ("tenant-id", 200), ("X-Other", 401)):
        erp.headers = {"Authorization": token, name: TENANT}
        assert erp.call("GET", "/companies").status_code == status
    erp.headers = {"Authorization": token, "X-Tenant-ID": TENANT.upper()}
    assert erp.call("GET", "/companies").status_code == 200


@pytest.mark.parametrize(("switch", "status"), [("jtl.missing-tenant=412", 412), ("jtl.missing-tenant=401", 401)])
def test_no_tenant(jtl, switch, status):
    caller = jtl(switch)
    del caller.headers["X-Tenant-ID"]
    assert caller.call("GET", "/companies").status_code == status


@pytest.mark.parametrize(
    ("switch", "name"), [("jtl.tenant-header=tenant-id", "tenant-id"), ("jtl.tenant-header=x-tenant-id", "X-Tenant-ID")]
)
def test_the_header_of_the_tenant(jtl, switch, name):
    caller = jtl(switch)
    for header in ("tenant-id", "X-Tenant-ID"):
        caller.headers = {key: value for key, value in caller.headers.items() if key != "X-Tenant-ID"} | {
            header: TENANT
        }
        assert caller.call("GET", "/companies").status_code == (200 if header == name else 401)
        del caller.headers[header]


@pytest.mark.parametrize("status", [401, 403, 404])
def test_another_tenant(jtl, status):
    switch = {401: "jtl.unknown-tenant=401", 403: "jtl.unknown-tenant=403", 404: "jtl.unknown-tenant=404"}[status]
    caller = jtl(switch)
    caller.headers["X-Tenant-ID"] = "00000000-0000-0000-0000-000000000000"
    assert caller.call("GET", "/companies").status_code == status
    own = jtl("jtl.tenant=00000000-0000-0000-0000-000000000000")
    own.headers["X-Tenant-ID"] = "00000000-0000-0000-0000-000000000000"
    assert own.call("GET", "/companies").status_code == 200


def test_headers_of_the_app_in_the_cloud(jtl):
    caller = jtl("jtl.cloud-app-headers=required")
    assert caller.call("GET", "/companies").status_code == 200
    del caller.headers["X-AppVersion"]
    assert refusal(caller.call("GET", "/companies")) == (412, "The X-AppVersion header is missing.", {})
    plain = jtl()
    plain.headers = {name: value for name, value in plain.headers.items() if name not in APP}
    assert plain.call("GET", "/companies").status_code == 200


# ---------------------------------------------------------------------------------------------- an own server


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (OWN, 200),
        ({**OWN, "Authorization": "sandbox-key"}, 401),  # without “Wawi ”: the commonest mistake
        ({**OWN, "Authorization": "Bearer sandbox-key"}, 401),
        ({**OWN, "Authorization": "Wawi wrong"}, 401),
        ({**OWN, "Authorization": "Wawi"}, 401),
        (APP, 401),
        ({"Authorization": "Wawi sandbox-key"}, 412),
        ({**OWN, "X-AppId": ""}, 412),
    ],
)
def test_an_own_server(erp, headers, status):
    assert erp.own("GET", "/companies", headers=headers).status_code == status


@pytest.mark.parametrize(
    ("switch", "status"),
    [("jtl.missing-header=412", 412), ("jtl.missing-header=400", 400), ("jtl.missing-header=401", 401)],
)
def test_missing_headers(jtl, switch, status):
    caller = jtl(switch, "jtl.api-version=required", enter=False)
    assert caller.own("GET", "/companies").status_code == status
    assert caller.own("GET", "/companies", headers={**OWN, "api-version": "1.0"}).status_code == 200


def test_the_connection_test_needs_no_key(erp):
    assert erp.own("GET", "/info", headers={}).json()["Tenant"] == "eazybusiness"
    assert erp.client.get(f"{erp.sandbox.url}/erp/info").status_code == 401


def test_another_mandant(jtl):
    caller = jtl("jtl.mandant=Mandant_1", enter=False)
    assert caller.own("GET", "/companies").status_code == 404
    answer = caller.client.get(f"{caller.sandbox.url}/api/Mandant_1/v1/companies", headers=OWN)
    assert answer.status_code == 200


# ------------------------------------------------------------------------------------------------ registering


def register(caller, **more):
    return caller.own("POST", "/authentication", {**REGISTERING, **more}, headers=CHALLENGE)


def ask(caller, id_, headers=None):
    return caller.own("GET", f"/authentication/{id_}", headers=headers or CHALLENGE)


def test_an_app_is_given_its_key_once(erp):
    answer = register(erp)
    asked = answer.json()
    id_ = asked["RegistrationRequestId"]
    assert (answer.status_code, asked["AppId"], asked["Status"]) == (201, "roster-import/1.0.0", 0)
    pending = {"RequestStatusInfo": asked, "Token": None, "GrantedScopes": []}
    assert ask(erp, id_).json() == pending
    erp.sandbox.advance(2)
    accepted = ask(erp, id_).json()
    assert accepted["RequestStatusInfo"] == {**asked, "Status": 2}
    assert accepted["GrantedScopes"] == REGISTERING["MandatoryApiScopes"]
    gone = ask(erp, id_)
    assert refusal(gone) == (410, "The registration request was already processed and answered.", {})
    headers = {**OWN, "Authorization": f"Wawi {accepted['Token']['ApiKey']}"}
    assert erp.own("GET", "/companies", headers=headers).status_code == 200
    other_app = {**headers, "X-AppId": "another"}
    assert erp.own("GET", "/companies", headers=other_app).status_code == 401
    assert refusal(register(erp)) == (409, "The application is already registered.", {})


def test_an_app_may_do_what_it_asked_for(erp):
    id_ = register(erp, OptionalApiScopes=["customer.createcustomer"]).json()["RegistrationRequestId"]
    erp.sandbox.advance(2)
    key = ask(erp, id_).json()["Token"]["ApiKey"]
    headers = {**OWN, "Authorization": f"Wawi {key}"}
    placed = erp.own("POST", "/salesOrders", {"CompanyId": 1, "CustomerId": 1005}, headers=headers)
    assert placed.status_code == 201
    lines = erp.own("POST", "/salesOrders/1001/lineitems", [{"Quantity": 1}], headers=headers)
    assert refusal(lines)[:2] == (403, "One of these scopes is needed: salesorder.createsalesorderlineitem.")
    assert erp.own("POST", "/customers", {}, headers=headers).status_code == 400


def test_an_app_is_rejected(jtl):
    caller = jtl("jtl.registration-answer=rejected", "jtl.registration-delay=0", enter=False)
    id_ = register(caller).json()["RegistrationRequestId"]
    answer = ask(caller, id_).json()
    assert (answer["RequestStatusInfo"]["Status"], answer["Token"]) == (1, None)
    assert ask(caller, id_).status_code == 410
    assert register(caller).status_code == 201


def test_nobody_is_there_to_register(jtl):
    message = "There is no application service available to receive and handle the registration request."
    assert refusal(register(jtl("jtl.registration=closed", enter=False))) == (403, message, {})


def test_what_registering_wants(erp):
    assert refusal(erp.own("POST", "/authentication", REGISTERING, headers={})) == (
        400,
        INVALID,
        {"X-ChallengeCode": "The X-ChallengeCode header must have 1 to 30 characters."},
    )
    answer = erp.own("POST", "/authentication", REGISTERING, headers={"X-ChallengeCode": "x" * 31})
    assert answer.status_code == 400
    body = {name: value for name, value in REGISTERING.items() if name != "AppIcon"}
    missing = erp.own("POST", "/authentication", {**body, "MandatoryApiScopes": [1]}, headers=CHALLENGE)
    assert refusal(missing)[2] == {
        "MandatoryApiScopes[0]": "The JSON value could not be converted to a string.",
        "AppIcon": "The AppIcon field is required.",
    }
    id_ = register(erp).json()["RegistrationRequestId"]
    assert ask(erp, "nobody").status_code == 404
    assert ask(erp, id_, {"X-ChallengeCode": "another"}).status_code == 404


# ------------------------------------------------------------------------------------------- licence and rate


def test_no_licence(jtl):
    caller = jtl("jtl.licence=missing")
    answer = caller.call("POST", "/salesOrders", {"CompanyId": 1, "CustomerId": 1005})
    assert (answer.status_code, answer.content) == (402, b"")
    assert caller.own("GET", "/companies").status_code == 402
    assert register(caller).status_code == 402
    assert ask(caller, "any").status_code == 402
    assert caller.own("GET", "/info").status_code == 200


def test_bodies_of_401_and_402(jtl):
    caller = jtl("jtl.licence=missing", "jtl.bare-errors=json")
    expected = {
        "ErrorCode": "NO_LICENCE",
        "ValidationErrors": {},
        "ErrorMessage": "No licence available or the app has not been authorised by JTL.",
        "Stacktrace": "",
    }
    assert caller.call("GET", "/companies").json() == expected
    caller = jtl("jtl.bare-errors=json")
    caller.headers = {}
    assert refusal(caller.call("GET", "/companies")) == (401, "Unauthorized", {})


def test_too_many_calls(jtl):
    caller = jtl("jtl.rate-limit=2", "jtl.rate-interval=7200", enter=False)
    caller.sandbox.set_time(datetime(2026, 1, 1, tzinfo=UTC))  # where an interval begins
    caller.enter()
    answers = [caller.call("GET", "/companies") for _ in range(3)]
    names = ("X-RateLimit-Limit", "X-RateLimit-Interval-Length-Seconds", "X-RateLimit-Remaining")
    seen = [(one.status_code, *(one.headers[name] for name in names)) for one in answers]
    assert seen == [(200, "2", "7200", "1"), (200, "2", "7200", "0"), (429, "2", "7200", "0")]
    assert refusal(answers[2]) == (429, "Too many requests.", {})
    assert "retry-after" not in answers[2].headers
    assert caller.own("GET", "/companies").status_code == 200  # none is documented for an own server
    caller.sandbox.advance(7200)
    caller.enter()
    assert caller.call("GET", "/companies").status_code == 200


def test_no_rate_no_headers(erp):
    assert not [name for name in erp.call("GET", "/companies").headers if name.startswith("x-ratelimit")]

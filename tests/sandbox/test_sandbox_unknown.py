"""Designs and logos the catalogue has not: made up for whoever asks for them, or refused."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import Any

import httpx
import pytest

SERVE = (
    "import sys, pathlib; from roster_import.sandbox import *\n"
    "switches = KitMakerSwitches(unknown_item='accepted')\n"
    "options = SandboxOptions(state=pathlib.Path(sys.argv[1]), kitmaker=switches)\n"
    "serve_forever(options, lambda url: print(url, flush=True))\n"
)


def design_body(small: Any, *names: dict[str, Any], **instance: Any) -> Any:
    row = {"size": "M", "quantity": 1, **instance}
    return {**small, "designs": [{**name, "instances": [row]} for name in names]}


def logo_body(small: Any, *entries: dict[str, Any]) -> Any:
    return {**small, "designs": [], "logos": list(entries)}


def pairs(caller: Any, body: Any) -> list[tuple[Any, ...]]:
    """Id, item number and title of every design and logo in the confirmed order."""
    order = caller.confirmed(body)["order"]
    designs = [(one["designId"], one["designMul"], one["designTitle"]) for one in order["designs"]]
    return designs + [(one["logoId"], one["logoSku"], one["logoTitle"]) for one in order["logos"]]


# ------------------------------------------------------------------------------------------------------ designs


def test_a_design_by_id_and_by_item_number_is_one(club, small):
    body = design_body(small, {"designId": 123456}, {"designMul": "MUL123456"})
    assert pairs(club, body) == [(123456, "MUL123456", "Design 123456")] * 2


def test_name_number_and_any_size_are_confirmed(club, small):
    instances = [
        {"size": "3XL tall", "quantity": 2, "name": "Smith", "number": "07"},
        {"size": "116", "quantity": 1, "name": "Bo"},
    ]
    small["designs"] = [{"designId": 123456, "instances": instances}]
    assert club.confirmed(small)["order"]["designs"] == [
        {"designId": 123456, "designMul": "MUL123456", "designTitle": "Design 123456", "instances": instances}
    ]


def test_a_design_costs_something_in_any_order(club, small):
    order = club.confirmed(design_body(small, {"designId": 123456}, quantity=2))["order"]
    assert (order["subTotal"], order["vat"], order["total"]) == (255.5, 63.88, 319.38)  # 2 × (119 + 8.75)


def test_any_placeholder_takes_a_value(club, small):
    values = [{"logoId": 777, "value": "Bo"}, {"logoId": 601001, "value": "7"}, {"logoId": 1, "value": "07"}]
    body = design_body(small, {"designId": 123456}, logoValues=values)
    assert club.confirmed(body)["status"] == "Completed"


def test_its_own_placeholders_are_a_name_and_a_number(club, small):
    placed = club.call("GET", "/api/design/123456").json()["designLogos"]
    logos = [club.call("GET", f"/api/logo/{one['logoId']}").json() for one in placed]
    assert [one["logoType"] for one in logos] == ["NameLogo", "NumberLogo"]
    assert [one["logoItemNo"] for one in logos] == [one["logoItemNo"] for one in placed]
    wrong = [{"logoId": placed[1]["logoId"], "value": "x"}]
    answer = club.place(design_body(small, {"designId": 123456}, logoValues=wrong))
    assert answer.json()["message"] == "designs[0].instances[0].logoValues[0].value must contain only digits"


def test_it_is_shown_pictured_and_cloned_as_any_design(club):
    design = club.call("GET", "/api/design/123456").json()
    known = club.call("GET", "/api/design/298791").json()
    assert (design.keys(), design["designLogos"][0].keys()) == (known.keys(), known["designLogos"][0].keys())
    assert club.call("POST", "/api/design/123456/thumbnail").json()["designId"] == 123456
    assert [one["view"] for one in club.call("POST", "/api/design/123456/view").json()["views"]] == ["FRONT", "BACK"]
    clone = {"variations": [{"title": "New", "designLogos": []}]}
    (made,) = club.call("POST", "/api/design/123456/clone", json=clone).json()
    assert (made["designId"], made["designItemNo"], made["title"]) == (700001, None, "New")


@pytest.mark.parametrize("mul", ["KIT-A", "MUL0123456", "mul123456", "MUL327187x", "MUL" + "9" * 5000, "Bæk 7"])
def test_an_item_number_of_another_form_finds_one_design_for_good(club, small, mul):
    (first,) = pairs(club, design_body(small, {"designMul": mul}))
    id_, code, title = first
    assert (code, title) == (mul, f"Design {id_}")
    assert pairs(club, design_body(small, {"designMul": mul}, {"designId": id_})) == [first] * 2
    club.sandbox.reset()
    assert pairs(club, design_body(small, {"designMul": mul})) == [first]


def test_ids_and_item_numbers_of_the_catalogue_are_given_to_nothing_else(club, small):
    """327187 is no id but the number in the away kit's item number, 298791 the other way round."""
    (by_id,) = pairs(club, design_body(small, {"designId": 327187}))
    (by_mul,) = pairs(club, design_body(small, {"designMul": "MUL298791"}))
    assert (by_id[0], by_mul[1]) == (327187, "MUL298791")
    assert (by_id[1] != "MUL327187", by_mul[0] != 298791) == (True, True)
    body = design_body(small, {"designMul": by_id[1]}, {"designId": by_mul[0]}, {"designId": 298791})
    assert pairs(club, body) == [by_id, by_mul, (298791, "MUL327187", "Away kit")]


# -------------------------------------------------------------------------------------------------------- logos


@pytest.mark.parametrize("name", [{"logoId": 1234}, {"logoSku": "1234"}])
@pytest.mark.parametrize(
    ("ordered", "confirmed"),
    [
        ({"quantity": 3}, [{"quantity": 3}]),
        ({"quantity": 3, "digits": []}, [{"quantity": 3}]),
        ({"quantity": 3, "value": "Nordby"}, [{"quantity": 3, "value": "Nordby"}]),
        (
            {"digits": [{"digit": "07", "quantity": 2}, {"digit": "1", "quantity": 1}]},
            [{"quantity": 2, "value": "07"}, {"quantity": 1, "value": "1"}],
        ),
    ],
)
def test_a_logo_is_what_it_is_ordered_as(club, small, name, ordered, confirmed):
    named = {"logoId": 1234, "logoSku": "1234", "logoTitle": "Logo 1234"}
    order = club.confirmed(logo_body(small, {**name, **ordered}))["order"]
    assert order["logos"] == [{**named, **one} for one in confirmed]


@pytest.mark.parametrize(("pieces", "each"), [(1, 20), (9, 20), (10, 16), (49, 16), (50, 12)])
def test_a_logos_price_falls_with_the_pieces(club, small, pieces, each):
    order = club.confirmed(logo_body(small, {"logoId": 1234, "quantity": pieces}))["order"]
    assert order["subTotal"] == pieces * each
    digits = [{"digit": "1", "quantity": pieces}]
    assert club.confirmed(logo_body(small, {"logoId": 1234, "digits": digits}))["order"]["subTotal"] == pieces * each


def test_item_numbers_of_logos_in_every_form(club, small):
    """151107 is the crest's item number and no id; 100113 is the crest's id and no item number."""
    names = [{"logoId": 151107}, {"logoSku": "100113"}, {"logoSku": "ABC-1"}, {"logoSku": "0077"}]
    first = pairs(club, logo_body(small, *({**name, "quantity": 1} for name in names)))
    assert [first[0][0], *(code for _, code, _ in first[1:])] == [151107, "100113", "ABC-1", "0077"]
    assert first[0][1] != "151107"
    assert not {id_ for id_, _, _ in first[1:]} & {100113, 77}
    swapped = [{"logoSku": first[0][1]}, *({"logoId": id_} for id_, _, _ in first[1:])]
    assert pairs(club, logo_body(small, *({**name, "quantity": 1} for name in swapped))) == first


def test_it_is_shown_as_any_logo_and_not_listed(club):
    logo, known = (club.call("GET", f"/api/logo/{id_}").json() for id_ in (1234, 100113))
    assert logo.keys() == known.keys()
    assert (logo["logoId"], logo["logoItemNo"], logo["status"], logo["logoType"]) == (1234, 1234, "Done", "TRANSFER")
    assert club.call("GET", "/api/logos").json()["totalCount"] == 17


# ------------------------------------------------------------------------------------------- what stays refused


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"designId": 305000}, "designs[0].designId 305000 was not found"),
        ({"designMul": "MUL333000"}, "designs[0].designMul MUL333000 was not found"),
        ({"designId": 300900}, "designs[0].designId 300900 is not finalized"),
        ({"designMul": " "}, "designs[0].designMul   was not found"),
        ({"designId": 0}, "designs[0].designId must be greater than 0; designs[0].designId 0 was not found"),
        ({"designId": 2**31}, "designs[0].designId must be an integer"),
        ({"designId": 123456, "designMul": "MUL123456"}, "designs[0].designId or designMul must be given, not both"),
        ({}, "designs[0].designId or designMul must be given, one of the two"),
    ],
)
def test_designs_that_are_still_refused(club, small, body, message):
    answer = club.place(design_body(small, body))
    assert (answer.status_code, answer.json()["message"], club.taken) == (400, message, 0)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"logoId": 100190, "quantity": 1}, "logos[0].logoId 100190 was not found"),
        ({"logoSku": "151190", "quantity": 1}, "logos[0].logoSku 151190 was not found"),
        ({"logoId": 100150, "quantity": 1}, "logos[0].logoId 100150 is not finalized"),
        ({"logoId": 1234}, "logos[0].quantity is required"),
        (
            {"logoId": 1234, "quantity": 1, "digits": [{"digit": "1", "quantity": 1}]},
            "logos[0].digits takes the place of quantity and value for a number logo",
        ),
        (
            {"logoId": 1234, "digits": [{"digit": "x", "quantity": 1}]},
            "logos[0].digits[0].digit must contain only digits",
        ),
    ],
)
def test_logos_that_are_still_refused(club, small, entry, message):
    answer = club.place(logo_body(small, entry))
    assert (answer.status_code, answer.json()["message"], club.taken) == (400, message, 0)


@pytest.mark.parametrize("change", [{"quantity": 0}, {"number": "7A"}, {"size": ""}])
def test_what_is_wrong_with_any_design_is_wrong_with_these(club, small, change):
    assert club.place(design_body(small, {"designId": 123456}, **change)).status_code == 400


@pytest.mark.parametrize("path", ["design/305000", "logo/100190", "design/0", "logo/2147483648"])
def test_what_is_still_not_shown(club, path):
    assert club.call("GET", f"/api/{path}").status_code == 404


@pytest.mark.parametrize("name", [{"designId": 123456}, {"designMul": "MUL123456"}])
def test_without_the_switch_they_are_refused(caller, small, name):
    ((field, value),) = name.items()
    answer = caller.place(design_body(small, name))
    assert (answer.status_code, answer.json()["message"]) == (400, f"designs[0].{field} {value} was not found")
    assert caller.call("GET", "/api/design/123456").status_code == 404


# ------------------------------------------------------------------------------------------------------ restart


@pytest.mark.drill
def test_a_killed_sandbox_still_knows_them(small, tmp_path):
    """What was placed, under which names, is the same to the process that comes after the killed one."""
    body = design_body(small, {"designMul": "KIT-A"}, {"designId": 327187}, {"designId": 123456}, name="Bo")
    body["logos"] = [{"logoSku": "ABC-1", "digits": [{"digit": "7", "quantity": 1}]}, {"logoId": 1234, "quantity": 2}]
    first = _placed_and_polled(tmp_path, body, "k")
    again = _placed_and_polled(tmp_path, body, "k")
    assert again == first
    swapped = {**body, "designs": [_by_other_name(one) for one in first["order"]["designs"]]}
    after = _placed_and_polled(tmp_path, swapped, "other")
    assert (after["id"], after["order"]["designs"]) == (4712, first["order"]["designs"])


def _by_other_name(confirmed: Any) -> Any:
    """The design as it was confirmed, named by the half of its pair that it was not ordered by."""
    field = "designId" if confirmed["designMul"] == "KIT-A" else "designMul"
    return {field: confirmed[field], "instances": confirmed["instances"]}


def _placed_and_polled(folder: Any, body: Any, key: str) -> Any:
    """Place the body with a sandbox in a process of its own, poll it after its delay, and kill the process."""
    command = [sys.executable, "-c", SERVE, str(folder / "state.sqlite")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        with httpx.Client(base_url=url, headers={"X-Api-Key": "sandbox-key"}, trust_env=False) as caller:
            id_ = caller.post("/api/orders", json=body, headers={"Idempotency-Key": key}).json()["id"]
            caller.post("/sandbox/clock", json={"advance": 3})
            polled = caller.get(f"/api/orders/{id_}").json()
        process.send_signal(signal.SIGKILL)
    return polled

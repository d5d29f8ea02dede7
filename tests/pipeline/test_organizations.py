"""The organization an order is for: by id, or by a name of the settings; one that is none of ours is said before sending."""

from __future__ import annotations

import json

import pytest

from tests.conftest import ORDER

CHILDREN = '[organizations]\n"Viborg FF" = 56789\nAGF = "56790"\n'


def written(desk, organization, settings=""):
    (desk.folder / "roster-import.toml").write_text(settings, encoding="utf-8")
    desk.build(order={**ORDER, "Organization ID": organization} if organization else ORDER)


def sent(sandbox):
    (placed,) = [one for one in sandbox.requests() if one["method"] == "POST"]
    return json.loads(placed["body"]).get("organizationId")


@pytest.mark.every(3)
@pytest.mark.parametrize(
    ("cell", "settings", "found"),
    [
        ("56789", "", 56789),
        ("Viborg FF", CHILDREN, 56789),
        ("viborg ff", CHILDREN, 56789),
        ("56790", CHILDREN, 56790),
        ("", CHILDREN + '[order]\norganization_id = "AGF"\n', 56790),
        ("", CHILDREN, None),
    ],
)
def test_an_organization_is_named_by_id_or_by_a_name_of_the_settings(desk, sandbox, cell, settings, found):
    written(desk, cell, settings)
    run = desk.quick("--json", "club.xlsx")
    if found is None or run.status == 0:
        assert sent(sandbox) == found
    else:  # the stand-in has children of its own: what matters is what was asked for
        assert run.file["orders"][0]["status"] == "refused"
        assert sent(sandbox) == found


@pytest.mark.parametrize(
    ("cell", "settings", "code", "message"),
    [
        (
            "Viborg", "", "organization-invalid",
            "“Viborg” is not an organization id: it is a whole number, or a name listed under [organizations] in the settings. "
            "Correct it, or leave it empty for your own.",
        ),
        (
            "11111", CHILDREN, "organization-unknown",
            "“11111” is none of the organizations of the settings: Viborg FF (56789), AGF (56790). Correct it, add it under "
            "[organizations], or leave it empty for your own.",
        ),
        (
            "Brabrand", CHILDREN, "organization-unknown",
            "“Brabrand” is none of the organizations of the settings: Viborg FF (56789), AGF (56790). Correct it, add it under "
            "[organizations], or leave it empty for your own.",
        ),
    ],
)  # fmt: skip
def test_one_that_is_none_of_ours_is_said_at_its_cell(desk, sandbox, cell, settings, code, message):
    written(desk, cell, settings)
    run = desk.quick("--json", "club.xlsx")
    assert run.status == 1
    assert [(one["code"], one["sheet"], one["cell"], one["message"]) for one in run.problems] == [
        (code, "Order", "B12", message)
    ]
    assert sandbox.orders() == []

"""`designs` and `logos`: what the order system has; and how its answers are read, whatever is missing in them."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_import.errors import AnswerLost, NotTold
from roster_import.model.remote_catalogue import (
    Assortment,
    Design,
    Logo,
    PlacedLogo,
    Tier,
    age_in_words,
    placeholders,
)
from roster_import.model.request import Reply
from roster_import.place.fetch_catalogue import load, save
from roster_import.sandbox import SandboxOptions, start
from roster_import.targets.kitmaker import catalogue as kitmaker
from tests.conftest import connected


@pytest.fixture
def asking(tmp_path, sandbox):
    return connected(tmp_path, sandbox.url, ROSTER_IMPORT_OFFLINE="0")


# ---------------------------------------------------------------------------------------------------- the commands


def test_a_design_is_shown_whole_by_its_id(asking):
    run = asking.quick("designs", "298791")
    assert (run.status, run.err) == (0, "")
    assert run.out == (
        "Design 298791  Away kit (MUL327187)\n"
        "  prints: name and number\n"
        "  logo 100113  Club Crest (TRANSFER), FRONT\n"
        "  logo 494680  Name transfer (NameLogo), BACK\n"
        "  logo 494679  Number transfer (NumberLogo), BACK\n"
        "  told just now\n"
    )


def test_a_mul_is_no_way_to_ask_unless_something_here_tells_its_id(asking, sandbox):
    run = asking.quick("designs", "MUL327187")
    assert (run.status, run.out, sandbox.requests()) == (1, "", [])
    assert run.err == (
        "roster-import: MUL327187: the order system has no look-up of a design by its item number, and nothing here tells "
        "its id: no catalogue, no earlier order, nothing asked for before. Write its id.\n"
    )
    assert asking.quick("designs", "298791", "MUL327187").status == 0
    assert asking.quick("designs", "mul 327187").out.startswith("Design 298791  Away kit (MUL327187)\n")


def test_an_earlier_order_tells_the_id_of_a_mul(asking):
    asking.build(rows=(("Ann", "Ann", "7", "M", 1, "MUL327187"),), catalogue=None)
    assert asking.quick("--offline", "club.xlsx").status == 0
    assert asking.quick("designs", "MUL327187").out.startswith("Design 298791  Away kit")
    assert (
        asking.quick("designs").out.splitlines()[1].startswith("298791  MUL327187  Away kit  name and number  just now")
    )


def test_without_names_the_designs_known_here_are_listed(asking):
    nothing = "No design is known yet. The order system has no list of them: roster-import designs ID asks for one.\n"
    assert asking.quick("designs").out == nothing
    (asking.folder / "catalogue.csv").write_text("Title;Kind;ID\nHome;design;299571\n", encoding="utf-8")
    (asking.folder / "roster-import.toml").write_text('[catalogue]\nfile = "catalogue.csv"\n', encoding="utf-8")
    asking.quick("designs", "300900")
    assert [re.split(r" {2,}", line) for line in asking.quick("designs").out.splitlines()] == [
        ["Design", "MUL", "Title", "Prints", "Told"],
        ["299571", "MUL327815", "Home kit", "not told", "just now"],
        ["300900", "draft", "Third kit (draft)", "name and number", "just now"],
    ]
    assert [line.split("  ")[0] for line in asking.quick("designs", "third").out.splitlines()[1:]] == ["300900"]


def test_designs_as_json(asking):
    (design,) = asking.quick("designs", "300100", "--json").json["designs"]
    assert design.pop("toldAt").endswith("Z")
    assert design == {
        "id": 300100,
        "mul": "MUL330100",
        "title": "Match kit, numbers front and back",
        "state": "done",
        "placeholders": {
            "name": True,
            "number": True,
            "logos": [
                {"logoId": 601001, "type": "NumberLogo"},
                {"logoId": 601002, "type": "NumberLogo"},
                {"logoId": 601003, "type": "NameLogo"},
            ],
        },
        "logos": [
            {"logoId": 100113, "view": "FRONT"},
            {"logoId": 601001, "view": "FRONT"},
            {"logoId": 601001, "view": "BACK"},
            {"logoId": 601002, "view": "SHORTS"},
            {"logoId": 601003, "view": "BACK"},
        ],
        "age": "just now",
    }


def test_logos_are_listed_page_by_page_and_searched(asking, sandbox):
    assert len(asking.quick("logos").out.splitlines()) == 18
    run = asking.quick("logos", "crest")
    assert [line.split()[0] for line in run.out.splitlines()] == ["Logo", "100113", "100130", "100170"]
    assert sandbox.requests()[-1]["path"] == "/api/logos?page=1&limit=25&search=crest"
    asked = len(sandbox.requests())
    assert asking.quick("logos", "--offline", "crest").out == run.out
    assert len(sandbox.requests()) == asked


def test_every_page_of_a_long_list_is_asked_for(tmp_path):
    logos = [
        {"logoId": n, "logoItemNo": n, "title": f"Stamp {n}", "logoType": "TRANSFER", "status": "Done"}
        for n in range(1, 61)
    ]
    stock = {"organizations": [{"id": 12345, "parentId": None}], "heating": {}, "designs": [], "logos": logos}
    (tmp_path / "stock.json").write_text(json.dumps(stock), encoding="utf-8")
    with start(SandboxOptions(catalogue=tmp_path / "stock.json")) as running:
        desk = connected(tmp_path, running.url, ROSTER_IMPORT_OFFLINE="0")
        found = desk.quick("logos", "--json").json["logos"]
        assert [logo["id"] for logo in found] == list(range(1, 61))
        assert len(running.requests()) == 3


def test_a_logo_is_shown_whole_by_its_id(asking):
    assert asking.quick("logos", "494679").out == (
        "Logo 494679  Number transfer\n"
        "  SKU 1019141, NumberLogo, Done, 200 in storage, 180 × 220 mm, VAND SPORT, White\n"
        "  price (not said whether with VAT): 9.355 DKK from 1, 7.9 DKK from 50\n"
        "  Film charge: 1 × 15.0 DKK\n"
        "  told just now\n"
    )
    (logo,) = asking.quick("logos", "100120", "--json").json["logos"]
    assert logo["prices"][0] == {"minQuantity": 1, "unitPrice": "25.0", "currency": "DKK"}
    assert [fee["type"] for fee in logo["fees"]] == ["startup", "fee"]


def test_what_is_not_there_is_said(asking):
    run = asking.quick("designs", "305000")
    assert (run.status, run.out) == (1, "")
    assert run.err == "roster-import: The order system has no design 305000, or none that you may see.\n"


@pytest.mark.parametrize(("command", "kind"), [("designs", "design"), ("logos", "logo")])
def test_offline_what_was_never_asked_for_is_said(asking, command, kind):
    run = asking.quick(command, "7", "--offline")
    assert (run.status, run.out) == (1, "")
    assert run.err == f"roster-import: {kind} 7 was never asked for, or not answered. Leave --offline out.\n"


def test_refresh_asks_again_and_offline_never(asking, sandbox):
    asking.quick("designs", "298791")
    count = len(sandbox.requests())
    asking.quick("designs", "298791")
    asking.quick("designs", "298791", "--offline")
    assert len(sandbox.requests()) == count
    asking.quick("designs", "298791", "--refresh")
    assert len(sandbox.requests()) == 2 * count


def test_a_preview_is_saved_and_never_over_something_else(asking):
    run = asking.quick("designs", "298791", "--preview", "kit.png")
    assert (run.status, run.err) == (0, "kit.png: the preview\n")
    assert (asking.folder / "kit.png").read_bytes().startswith(b"\x89PNG")
    run = asking.quick("designs", "298791", "--preview", "kit.png")
    assert (run.status, run.err) == (
        2,
        "roster-import: kit.png is already there and is not overwritten. Move it away or choose another name.\n",
    )
    asking.quick("logos", "494679", "100120", "--preview", "pictures")
    assert sorted(path.name for path in (asking.folder / "pictures").iterdir()) == [
        "logo-100120.png",
        "logo-494679.png",
    ]


def test_what_is_kept_is_shown_where_the_order_system_does_not_answer(asking, sandbox):
    asking.quick("designs", "298791")
    sandbox.ask_for("GET:503-bare*always")
    run = asking.quick("designs", "298791", "--refresh")
    assert run.status == 0
    assert run.err.endswith("What was known before is shown.\n")
    run = asking.quick("designs", "299571")
    assert run.status == 2
    assert run.err.startswith("roster-import: The order system could not be asked: HTTP 503")


# ------------------------------------------------------------------------------------------------- answers, as they come


def reply(document, code=200):
    return Reply(code=code, text=document if isinstance(document, str) else json.dumps(document))


def test_the_vendors_own_design_and_logo():
    design = kitmaker.design(reply({
        "designId": 54321, "designItemNo": "MUL123456", "title": "My Custom Design", "manufacturerId": 10, "styleId": 31930,
        "heatingCode": "98", "isEditable": True,
        "designLogos": [{"logoId": 514686, "logoItemNo": 456789, "view": "FRONT", "viewId": 4256,
                         "xCoordinate": 422.23, "yCoordinate": 422.33, "angleRads": 0.0}],
    }))  # fmt: skip
    assert design == Design(id=54321, code="MUL123456", title="My Custom Design", heating="98", style=31930,
                            logos=(PlacedLogo(id=514686, code="456789", view="FRONT"),))  # fmt: skip
    logo = kitmaker.logo(Reply(code=200, text=VENDORS_LOGO))
    assert logo is not None
    assert (logo.id, logo.code, logo.title, logo.width, logo.height, logo.type, logo.state, logo.storage, logo.colours) == (
        123456, "987654", "New Logo", "100", "50", "TRANSFER", "done", 25, ("White",),
    )  # fmt: skip
    assert logo.tiers == (
        Tier(least=1, price=Decimal("25.0"), currency="DKK"),
        Tier(least=10, price=Decimal("20.0"), currency="DKK"),
    )
    assert [(fee.name, fee.is_startup, fee.tiers[0].least, fee.tiers[0].price) for fee in logo.fees] == [
        ("Startup Fee", True, 1, Decimal("45.0")),
        ("Film charge per color", False, 3, Decimal("100.0")),
    ]


VENDORS_LOGO = """{ "logoId": 123456, "logoItemNo": 987654, "title": "New Logo", "widthInMM": 100, "HeightInMM": 50,
  "logoType": "TRANSFER", "transferMethodKey": "VAND SPORT",
  "colors": [ { "ID": "HVID", "Name": "White", "Red": 255, "Green": 255, "Blue": 255 } ],
  "status": "Done", "storageCount": 25, "LowResBase64": "iVBORw0KGgo=",
  "prices": [ { "minQuantity": 1, "unitPrice": 25.0, "currency": "DKK" },
              { "minQuantity": 10, "unitPrice": 20.0, "currency": "DKK" } ],
  "additionalFees": [
    { "type": "startup", "sku": "X_100", "name": "Startup Fee",
      "prices": [ { "minQuantity": 1, "unitPrice": 45.0, "currency": "DKK" } ] },
    { "type": "fee", "sku": "012", "name": "Film charge per color",
      "prices": [ { "minQuantity": 3, "unitPrice": 100.0, "currency": "DKK" } ] } ] }"""


def test_names_in_any_case_and_gaps_are_read_as_far_as_they_go():
    logo = kitmaker.logo(
        reply({"LOGOID": "7", "logoItemNo": None, "prices": [{"minQuantity": 1}, 3, None], "colors": {}})
    )
    assert logo == Logo(id=7)
    assert kitmaker.design(reply({"DesignId": 8})) == Design(id=8), "which logos are on it is not said"
    placed = kitmaker.design(reply({"designId": 8, "designLogos": [None, {}, {"logoId": True}]}))
    assert placed == Design(id=8, logos=())
    page = kitmaker.logo_page(reply({"items": [{"logoId": 1}, {"title": "none"}, "x"], "totalPages": "3"}))
    assert ([logo.id for logo in page.logos], page.pages, page.logos[0].whole) == ([1], 3, False)
    assert (
        kitmaker.picture(reply({"designId": 1, "base64": "data:image/png;base64,iVBORw0KGgo="})) == b"\x89PNG\r\n\x1a\n"
    )
    assert kitmaker.picture(Reply(code=200, text=VENDORS_LOGO)) == b"\x89PNG\r\n\x1a\n"
    assert kitmaker.picture(reply({"base64": 3})) == b""


@pytest.mark.parametrize("text", ["[]", "null", "{}", '{"designId": "x"}', "<html>", '{"designId": -1}', ""])
def test_what_is_no_design_is_never_taken_for_one(text):
    with pytest.raises(AnswerLost):
        kitmaker.design(reply(text))
    with pytest.raises(AnswerLost):
        kitmaker.logo(reply(text))
    with pytest.raises(AnswerLost):
        kitmaker.logo_page(reply(text))


def test_only_a_404_of_the_documented_form_says_that_it_is_not_there():
    assert kitmaker.design(reply({"error": "Not Found", "message": "Design 1 was not found"}, 404)) is None
    with pytest.raises(NotTold):
        kitmaker.design(reply("<html>no such page</html>", 404))
    with pytest.raises(NotTold):
        kitmaker.logo(reply({"error": "Forbidden"}, 403))


# ----------------------------------------------------------------------------------------------------------- keeping


def test_a_logo_of_the_list_never_takes_the_place_of_a_whole_one():
    whole, listed = Logo(id=1, title="Crest", status="Done"), Logo(id=1, title="Crest", whole=False)
    kept = Assortment().with_logos([whole], 10.0).with_logos([listed], 20.0)
    assert (kept.logos[1].item, kept.logos[1].at) == (whole, 10.0)


@given(
    st.lists(st.tuples(st.sampled_from(["NameLogo", "NumberLogo", "TextLogo", "Logo"]), st.booleans(), st.booleans()))
)
def test_what_is_said_of_placeholders_is_never_more_than_is_certain(logos):
    """However many logos of a design show their type or were asked for at all, no place is denied that is there."""
    design = Design(id=1, code="MUL1", logos=tuple(PlacedLogo(id=number) for number in range(len(logos))))
    shown = [
        Logo(id=number, type=kind if told else "TRANSFER") for number, (kind, told, asked) in enumerate(logos) if asked
    ]
    held = Assortment().with_logos(shown, 0.0).logos
    found = placeholders(design, held, telling=True)
    kinds = {kind for kind, _, _ in logos}
    for says, kind in ((found.name, "NameLogo"), (found.number, "NumberLogo")):
        assert says is None or says == (kind in kinds)
    assert all(found.has(number) for number in range(len(logos)))


def test_a_folder_that_cannot_be_kept_in_says_nothing_is_kept(tmp_path):
    assert load(tmp_path / "none" / "assortment.json") == {}
    save(tmp_path / "new" / "assortment.json", {"one": Assortment().with_designs([Design(id=1)], 5.0)})
    assert load(tmp_path / "new" / "assortment.json")["one"].designs[1].item == Design(id=1)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(-5, "just now"), (59, "just now"), (60, "1 minute ago"), (7200, "2 hours ago"), (86400 * 3, "3 days ago")],
)
def test_ages_in_words(seconds, words):
    assert age_in_words(1000.0, 1000.0 + seconds) == words

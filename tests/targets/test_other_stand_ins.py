"""Orders placed with stand-ins that were written from the documents alone: what they leave open is answered in every way."""

from __future__ import annotations

import json
import time
from functools import partial

import pytest

from roster_import.errors import AnswerLost
from roster_import.model.request import Reply
from roster_import.place.send.http import asked_wait
from roster_import.targets.answers import words_in
from roster_import.targets.dropday import _has_next
from roster_import.targets.jtl.look_up import is_last
from roster_import.targets.kitmaker import _polled, _progress
from tests.targets.stand_ins import Dropday, Jtl, Jtl2, KitMaker
from tests.targets.systems import TO_DO, desk_for, example, settings
from tests.targets.test_targets_jtl import CATALOGUE as SOLD_AS
from tests.targets.test_targets_jtl import SOLD

OFFLINE = {"ROSTER_IMPORT_OFFLINE": "1"}


def placed(folder, target, stand_in, **more):
    """Place the example with a stand-in; gives the desk's run."""
    with stand_in.serving() as url:
        desk = desk_for(folder, url, target, **OFFLINE, **more)
        example(desk)
        return desk.quick("--json", "club.xlsx")


def outcome(run):
    (order,) = run.file["orders"]
    return run.status, order["status"]


def said(run):
    return [difference["message"] for difference in run.file["orders"][0]["differences"]]


# ------------------------------------------------------------------------------------------------------- JTL-Wawi


@pytest.mark.parametrize("tells", [("HasNextPage",), ()])
def test_an_order_on_a_page_behind_the_first_is_met_whatever_a_page_tells_of_the_next(tmp_path, tells):
    stand_in = Jtl().lose("/erp/salesOrders")
    stand_in.most, stand_in.tells, stand_in.others = 2, tells, 5
    run = placed(tmp_path, "jtl", stand_in, ROSTER_IMPORT_JTL_TRUST_LOOK_UP="yes")
    assert outcome(run) == (0, "completed")
    assert [len(lines) for lines in stand_in.lines.values()] == [7]


@pytest.mark.parametrize(
    ("page", "seen", "last"),
    [
        ({"HasNextPage": True, "TotalItems": 1}, 1, False),
        ({"HasNextPage": False, "TotalItems": 9}, 1, True),
        ({"HasNextPage": None, "TotalItems": 9}, 2, False),
        ({"TotalItems": "2"}, 2, True),
        ({"totalItems": 3}, 2, False),
        ({}, 2, False),
        ({"Items": [], "TotalItems": 9}, 2, True),
    ],
)
def test_a_page_is_the_last_by_what_it_tells(page, seen, last):
    assert is_last({"Items": [{}], **page}, seen) is last


def test_lines_that_are_shown_without_their_notes_are_not_taken_back_as_doubles(tmp_path):
    stand_in = Jtl(shown=lambda line: {**line, "Notice": None}).lose("/erp/salesOrders")
    placed(tmp_path, "jtl", stand_in)
    assert (stand_in.deleted, [len(lines) for lines in stand_in.lines.values()]) == ([], [7])


def test_the_same_order_from_a_second_machine_is_met_though_its_items_have_the_names_of_the_catalogue(tmp_path):
    stand_in = Jtl(shown=lambda line: {**line, "Name": "Shirt of the catalogue"})
    with stand_in.serving() as url:
        for name in ("mine", "theirs"):
            (tmp_path / name).mkdir()
            desk = desk_for(tmp_path / name, url, "jtl", **OFFLINE)
            settings(desk, SOLD)
            example(desk, catalogue=SOLD_AS, logos=())
            run = desk.quick("--json", "club.xlsx")
            assert outcome(run) == (3, "completed")
            assert said(run)[0] == "1 × Home kit M: name was sent as Home kit M, JTL-Wawi has Shirt of the catalogue."
    assert [len(lines) for lines in stand_in.lines.values()] == [5]


VERSION_2 = {
    "ROSTER_IMPORT_JTL_API_VERSION": "2",
    "ROSTER_IMPORT_JTL_COMPANY_ID": "c",
    "ROSTER_IMPORT_JTL_CUSTOMER_ID": "k",
}


def thin(order):
    """An order as a list may tell it: with nothing that says what it is called by us."""
    return {"salesOrderId": order["id"], "salesOrderNumber": order["salesOrderNumber"]}


@pytest.mark.every(2)
@pytest.mark.parametrize("shown", [lambda order: order, thin])
@pytest.mark.parametrize("lost", [False, True])
def test_where_there_is_version_2_alone_an_order_is_placed_once_and_met_from_a_second_machine(tmp_path, shown, lost):
    stand_in = Jtl2(shown=shown)
    stand_in = stand_in.lose() if lost else stand_in
    with stand_in.serving() as url:
        for name in ("mine", "theirs"):
            (tmp_path / name).mkdir()
            desk = desk_for(tmp_path / name, url, "jtl", **OFFLINE, **VERSION_2)
            example(desk)
            assert outcome(desk.quick("--json", "club.xlsx")) == (0, "completed")
    assert (len(stand_in.posts), len(stand_in.orders)) == (1, 1)


def test_two_of_one_name_that_version_2_alone_has_are_a_persons_to_sort_out(tmp_path):
    stand_in = Jtl2()
    stand_in.place = lambda talking, path, body: stand_in.post(talking, path, body, answered=False)  # another machine's
    run = placed(tmp_path, "jtl", stand_in, **VERSION_2)
    assert outcome(run) == (4, "unknown")
    assert run.file["orders"][0]["error"] == (
        "2 orders are called PO-2026-0042 in JTL-Wawi: cancel all but one there. The order may have been taken. Run the same "
        "command again, or roster-import resume."
    )


def test_a_server_that_closes_its_connections_when_it_likes_loses_no_answer(tmp_path):
    stand_in = Jtl()
    stand_in.closes_after = 0.02
    assert outcome(placed(tmp_path, "jtl", stand_in)) == (0, "completed")
    assert [len(lines) for lines in stand_in.lines.values()] == [7]


# --------------------------------------------------------------------------------------------------------- Dropday


def changed(order, **fields):
    return {**order, **fields}


def at_line(order, **fields):
    return {**order, "order_lines": [{**line, **fields} for line in order["order_lines"]]}


@pytest.mark.every(3)
@pytest.mark.parametrize(
    ("shown", "status", "words"),
    [
        (partial(changed, shipping={"cost": None, "note": "The clothes should be at Jet Sport by monday – Origin of "
                                    "delivery: Tee Jays Warehouse"}), 0, ""),
        (partial(changed, total="2558.00"), 0, ""),
        (partial(at_line, name=" Home kit "), 3, "Away kit: name was sent as Away kit, Dropday has Home kit."),
        (partial(at_line, price=120), 3, "Club Crest: price was sent as 12.5, Dropday has 120."),
        (partial(changed, shipping=None), 3, "shipping.note was sent as "),
        (lambda order: changed(order, shipping_address={**order["shipping_address"], "country": "Denmark"}), 3,
         "shipping_address.country was sent as DK, Dropday has Denmark."),
    ],
)  # fmt: skip
def test_what_was_lost_is_met_as_ours_though_money_and_address_read_otherwise(tmp_path, shown, status, words):
    """To be told that it is another order, to be ordered beside it under another name, would be to order it twice."""
    stand_in = Dropday(shown=shown).lose()
    run = placed(tmp_path, "dropday", stand_in)
    if "Home kit" in words:  # other goods: a colleague's order, whatever was lost
        assert (outcome(run), len(stand_in.posts)) == ((3, "refused"), 2)
        return
    assert outcome(run) == (status, "completed")
    assert (len(stand_in.posts), len(stand_in.orders)) == (2, 1)
    assert words in " ".join(said(run))


def test_an_order_with_other_money_is_another_where_nothing_of_ours_was_lost(tmp_path):
    stand_in = Dropday(shown=partial(changed, total=1))
    with stand_in.serving() as url:
        for name, statuses in (("mine", (3, "completed")), ("theirs", (3, "refused"))):
            (tmp_path / name).mkdir()
            desk = desk_for(tmp_path / name, url, "dropday", **OFFLINE)
            example(desk)
            assert outcome(desk.quick("--json", "club.xlsx")) == statuses
    assert len(stand_in.orders) == 1


class _Paged(Dropday):
    """A list of two an page that has no links."""

    def page(self, orders, number):
        listed = [*({"external_id": f"XPO-{at}", "reference": str(at)} for at in range(5)), *orders]
        return {"data": listed[2 * number - 2 : 2 * number], "meta": {"current_page": number, "last_page": 3}}


def test_an_order_on_a_later_page_of_a_list_without_links_is_found(tmp_path):
    stand_in = _Paged().lose()
    assert outcome(placed(tmp_path, "dropday", stand_in)) == (0, "completed")
    assert len(stand_in.orders) == 1


@pytest.mark.parametrize(
    ("document", "more"),
    [
        ({"links": {"next": "https://x/?page=2"}}, True),
        ({"links": {"next": None}, "meta": {"last_page": 9}}, False),
        ({"next_page_url": "https://x/?page=2"}, True),
        ({"next_page_url": None}, False),
        ({"last_page": "2"}, True),
        ({"meta": {"last_page": 1}}, False),
        ({}, False),
    ],
)
def test_a_list_goes_on_by_what_it_tells(document, more):
    assert _has_next(document, 1) is more


@pytest.mark.parametrize(
    ("answer", "words"),
    [({"message": "Errors", "errors": ["a", "b"]}, "HTTP 422: Errors – a; b"), (b"", "HTTP 422: an empty answer")],
)
def test_a_no_without_fields_is_said_once(tmp_path, answer, words):
    run = placed(tmp_path, "dropday", Dropday(place=lambda talking, *_: talking.say(422, answer)))
    assert outcome(run) == (3, "refused")
    assert run.file["orders"][0]["error"] == f"Dropday turned the order down: {words}. Nothing was placed." + TO_DO


# -------------------------------------------------------------------------------------------------------- KitMaker


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8-sig", "utf-8"),
        ("latin-1", "ISO-8859-1"),
        ("utf-16", "utf-16"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", "idna"),
    ],
)
def test_an_answer_in_another_encoding_is_read_as_it_was_written(tmp_path, encoding, named):
    class Written(KitMaker):
        def get(self, talking, path, query):
            say = talking.say
            talking.say = lambda code, document: say(
                code, json.dumps(document, ensure_ascii=False).encode(encoding),
                Content_Type=f"application/json; charset={named}",
            )  # fmt: skip
            return super().get(talking, path, query)

    with Written().serving() as url:
        desk = desk_for(tmp_path, url, "kitmaker", **OFFLINE)
        example(desk, rows=(("Jörg Müller", "Müller", "10", "M", 1, "Away kit"),))
        run = desk.quick("--json", "club.xlsx")
    assert (outcome(run), said(run)) == ((0, "completed"), [])


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("2", 2.0), (" 2 ", 2.0), ("Thu, 01 Jan 1970 00:01:40 GMT", 60.0), ("Thu, 01 Jan 1970 00:00:01 GMT", 0.0),
        ("", None), ("soon", None), ("-1", None), ("1.5", None), ("2026-11-28T00:00:00Z", None),
        ("Fri, 99 Foo 2026", None), ("Fri, 01 Jan 99999 00:00:00 GMT", None),
        ("Fri, 01 Jan 2027 00:00:00 +99999999999999", None),
    ],
)  # fmt: skip
def test_a_wait_is_asked_for_in_seconds_or_as_a_date_and_anything_else_is_no_wait(header, wait):
    assert asked_wait(Reply(code=503, text="", retry_after=header), now=40.0) == wait


def test_a_conflict_that_asks_for_an_hour_is_not_waited_for_and_nothing_is_known(tmp_path):
    """Somebody may be placing the same order: that is neither a no, nor another order."""
    stand_in = KitMaker(place=lambda talking, *_: talking.say(409, {"error": "Conflict"}, Retry_After="3600"))
    began = time.monotonic()
    run = placed(tmp_path, "kitmaker", stand_in)
    assert outcome(run) == (4, "unknown")
    assert (len(stand_in.posts), time.monotonic() - began < 30) == (1, True)


@pytest.mark.every(3)
@pytest.mark.parametrize(
    ("number", "status"),
    [(4711.0, "Pending"), ("A/1 b?", "Pending"), (4711, " pending "), (4711, "Queued"), (4711, None), (4711, 0)],
)
def test_an_order_that_was_taken_is_known_by_its_id_whatever_its_form_and_status(tmp_path, number, status):
    stand_in = KitMaker()
    stand_in.id, stand_in.status = number, status
    assert outcome(placed(tmp_path, "kitmaker", stand_in)) == (0, "completed")
    assert len(stand_in.posts) == 1


@pytest.mark.parametrize("number", [None, "", True, [1], {"id": 1}])
def test_an_answer_without_an_id_says_nothing_of_the_order(number):
    with pytest.raises(AnswerLost, match="names no tracking id and status"):
        _progress({"id": number, "orderNumber": "20002502", "status": "Pending"})


def test_an_error_with_a_number_of_its_own_is_no_order():
    with pytest.raises(AnswerLost, match="names no tracking id and status"):
        _progress({"id": 4711, "error": "Busy", "status": 503})


def test_a_conflict_that_names_the_order_under_the_key_is_that_order(tmp_path):
    stand_in = KitMaker()
    stand_in.place = partial(stand_in.post, code=409)
    assert outcome(placed(tmp_path, "kitmaker", stand_in)) == (0, "completed")
    assert len(stand_in.posts) == 1


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ({"status": "Completed", "order": {}, "id": 4712},
         "The order system's answer is not the order 4711 that was asked for."),
        ({"status": "Cancelled", "id": 4711},
         "The order system says of the order that it is Cancelled, which its documents do not know."),
        ({"id": 4711}, "The order system says of the order that it is nothing, which its documents do not know."),
    ],
)  # fmt: skip
def test_a_later_answer_about_another_order_or_of_another_status_says_nothing(answer, error):
    with pytest.raises(AnswerLost) as lost:
        _polled("4711", Reply(code=200, text=json.dumps(answer)))
    assert lost.value.message == error


def capitals(value):
    if isinstance(value, list):
        return list(map(capitals, value))
    return (
        {name[:1].upper() + name[1:]: capitals(each) for name, each in value.items()}
        if isinstance(value, dict)
        else value
    )


def filled_up(value):
    if isinstance(value, dict):
        return {name: filled_up(each) for name, each in value.items()}
    if isinstance(value, list):
        return list(map(filled_up, value))
    return f"{value}  " if isinstance(value, str) else value


@pytest.mark.parametrize("shown", [capitals, filled_up])
def test_names_in_capitals_and_texts_that_end_in_blanks_are_no_differences(tmp_path, shown):
    def order(document):
        if shown is capitals:
            return capitals(document)
        designs = [{**each, "instances": filled_up(each["instances"])} for each in document["order"]["designs"]]
        return {**document, "order": {**document["order"], "designs": designs}}

    run = placed(tmp_path, "kitmaker", KitMaker(shown=order))
    assert (outcome(run), [text for text in said(run) if "kit:" in text]) == ((0, "completed"), [])


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"title": "Invalid", "errors": {"Designs[0].Instances[1].Size": ["The size is not there"]}},
         "Invalid – Designs[0].Instances[1].Size: The size is not there"),
        ({"errors": ["size is not there", {"field": "designs[0].instances[1].size", "message": "not there"}]},
         "size is not there; designs[0].instances[1].size: not there"),
        ({"error": {"code": "invalid", "message": "designs[0].instances[1].size"}}, "invalid: designs[0].instances[1].size"),
        ({"error": "Bad Request", "message": ["a", "designs[0].instances[1].size"]},
         "Bad Request – a; designs[0].instances[1].size"),
        ("designs[0].instances[1].size is bad", "designs[0].instances[1].size is bad"),
    ],
)  # fmt: skip
def test_the_words_of_an_error_are_shown_whatever_its_form_and_at_the_cell_they_are_about(tmp_path, answer, words):
    run = placed(tmp_path, "kitmaker", KitMaker(place=lambda talking, *_: talking.say(400, answer)))
    assert (
        run.file["orders"][0]["error"]
        == f"KitMaker turned the order down: HTTP 400: {words}. Nothing was placed." + TO_DO
    )
    refused = [problem["cell"] for problem in run.file["problems"] if problem["code"] == "refused"]
    assert refused == ["D3"]


@pytest.mark.parametrize(
    ("said_of_it", "words"),
    [
        ({"ErrorMessage": "Busy"}, "Busy"), ([], ""), ({}, ""), (True, ""), (None, ""), ([[[[[["deep"]]]]]], ""),
        ({"error": {"error": {"message": "in"}}}, "in"), (5, "5"), ({"message": "a", "error": "a"}, "a"),
    ],
)  # fmt: skip
def test_words_in_an_error(said_of_it, words):
    assert words_in(said_of_it) == words


@pytest.mark.parametrize("reason", [["a", "b"], {"message": "a; b"}])
def test_why_an_order_was_given_up_is_said_whatever_its_form(reason):
    answer = {"id": 1, "status": "Failed", "errorMessage": reason}
    assert _polled("1", Reply(code=200, text=json.dumps(answer))).error == "a; b"

"""What is pressed while an answer is under way, and what a finger hits while the page is shown anew."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from tests.page.conftest import PHONE
from tests.page.test_page_coach import club, drop, focused, gone

ROWS = (
    "A Lund,LUND,1O,M,Heimtrikot\nB Berg,BERG,2,Size L,Heimtrikot\n"
    "C Holm,HOLM,3,M,Heimtrikott\nD Krog,KROG,4,XXXXXL,Heimtrikot\n"
)


@pytest.fixture
def tab(standing, look, tmp_path):
    """A phone with a list of four rows, each with something to mend."""
    tab = look("en", PHONE)
    (tmp_path / "taps.csv").write_text(f"Player,Name,Number,Size,Design\n{ROWS}", encoding="utf-8")
    tab.clock.install()
    drop(tab, club(standing, "BK Finger"), tmp_path / "taps.csv")
    return tab


@contextmanager
def held_back(tab):
    """What is sent in the block leaves once that is left."""
    held, over = [], []
    tab.route("**/mend", lambda route: route.continue_() if over else held.append(route))
    yield
    over.append(True)
    for route in held:
        route.continue_()


def in_the_file(tab):
    """Number, size and design of each row by now, as the coach's own file has them."""
    text = tab.request.get(f"{tab.url.partition('?')[0].partition('#')[0]}/file").text()
    return ["|".join(line.split(",")[2:]) for line in text.splitlines()[1:]]


def stop_the_clock(tab):
    tab.clock.pause_at(tab.evaluate("Date.now()") + 60_000)


def take(cell):
    return f"#m-{cell} button[name=take] >> nth=0"


def place(tab, selector):
    """Where something stands on the screen."""
    box = tab.locator(selector).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.drill
def test_what_is_pressed_while_an_answer_is_under_way_is_done_after_it(tab):
    with held_back(tab):
        tab.click(take("C2"))
        tab.click(take("E4"))
        tab.fill("#to-D5", "L")
        tab.click(take("D3"))
    gone(tab, ".remark")
    assert in_the_file(tab) == ["10|M|Heimtrikot", "2|L|Heimtrikot", "3|M|Heimtrikot", "4|L|Heimtrikot"]


@pytest.mark.drill
def test_what_is_taken_together_is_what_is_left_of_it(tab):
    with held_back(tab):
        tab.click(take("E4"))
        tab.click("button[name=others]")
    gone(tab, "#m-C2")
    assert in_the_file(tab) == ["10|M|Heimtrikot", "2|L|Heimtrikot", "3|M|Heimtrikot", "4|XXXXXL|Heimtrikot"]


def test_a_second_tap_on_the_same_button_is_none(tab):
    for cell in ("C2", "E4"):
        tab.click(take(cell))
        gone(tab, f"#m-{cell}")
    with held_back(tab):
        tab.click("button[name=undo]")
        tab.click("button[name=undo]")
    tab.locator("#m-E4").wait_for()
    assert tab.locator("#m-C2").count() == 0


@pytest.mark.drill
def test_a_way_out_is_taken_once_all_is_saved(tab):
    with held_back(tab):
        tab.click(take("C2"))
        tab.click("#to-draft")
    tab.wait_for_url("**/sign")
    tab.go_back()
    tab.locator("#m-E4").wait_for()
    assert tab.locator("#m-C2").count() == 0


@pytest.mark.drill
def test_nothing_is_shown_anew_under_a_finger(tab):
    with tab.expect_request_finished(lambda request: "done=C2" in request.url), held_back(tab):
        tab.click(take("C2"))
        tab.locator(take("D3")).scroll_into_view_if_needed()
        tab.mouse.move(*place(tab, take("D3")))
        stop_the_clock(tab)
        tab.mouse.down()
    assert tab.locator("#m-C2").count() == 1
    tab.mouse.up()
    tab.clock.resume()
    gone(tab, "#m-D3")
    assert in_the_file(tab)[:2] == ["10|M|Heimtrikot", "2|L|Heimtrikot"]


@pytest.mark.drill
def test_what_is_further_down_stays_and_a_finger_on_its_way_does_what_it_was_to_do(tab):
    tab.locator(take("E4")).scroll_into_view_if_needed()
    above, below = place(tab, take("C2")), place(tab, take("E4"))
    stop_the_clock(tab)
    tab.click(take("D3"))
    tab.clock.run_for(300)  # the finger is off it
    tab.wait_for_selector("#content.unread")
    assert tab.locator("#m-D3").count() == 0
    assert place(tab, take("E4")) == pytest.approx(below, abs=1)
    assert place(tab, take("C2")) != pytest.approx(above, abs=20)
    tab.mouse.click(*above)
    tab.clock.run_for(1000)
    gone(tab, "#m-C2")
    assert in_the_file(tab)[:2] == ["10|M|Heimtrikot", "2|L|Heimtrikot"]


@pytest.mark.drill
def test_what_is_typed_in_a_row_while_an_answer_is_under_way_stays_there_and_is_saved(tab):
    tab.click("#r5 th a")
    tab.wait_for_selector("#e-B5")
    tab.wait_for_load_state()
    with held_back(tab):
        tab.click(take("C2"))
        tab.fill("#e-B5", "ANNA")
    gone(tab, "#m-C2")
    assert (tab.input_value("#e-B5"), focused(tab)) == ("ANNA", "e-B5")
    tab.keyboard.press("Enter")
    gone(tab, "#e-B5")
    assert in_the_file(tab)[0] == "10|M|Heimtrikot"
    assert tab.inner_text("#r5 td[data-cell=B5]") == "ANNA"


@pytest.mark.drill
def test_a_row_stays_open_while_a_field_elsewhere_saves_itself(tab):
    tab.click("#r5 th a")
    tab.wait_for_selector("#e-B5")
    tab.wait_for_load_state()
    tab.fill("#to-C2", "10")
    tab.focus("#e-B5")
    gone(tab, "#m-C2")
    assert focused(tab) == "e-B5"
    tab.keyboard.type("X")
    tab.locator(".say .row button.main").click()
    gone(tab, "#e-B5")
    assert "X" in tab.inner_text("#r5 td[data-cell=B5]")

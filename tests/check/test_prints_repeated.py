"""A person's name and number in the rows of shorts and socks, which carry none: no mistake where the shirt carries them."""

from __future__ import annotations

from tests.check.test_garments_of_all_rows import told
from tests.check.test_office_cases import check

HEAD = "Player|Name on shirt|Number|Size|Design\n"
SHIRT, SHORTS = "Ann Lee|LEE|3|S|Home shirt\n", "Ann Lee|LEE|3|M|Shorts\n"


def printed(checked) -> list[tuple[str, str, str]]:
    return [(line.designs[0].label, line.name, line.number) for line in checked.lines]


def test_the_shirt_carries_them_and_the_shorts_of_the_same_person_do_not():
    checked = check(("List", HEAD + SHORTS + SHIRT))
    assert told(checked) == []
    assert printed(checked) == [("Shorts", "", ""), ("Home shirt", "LEE", "3")]


def test_what_no_shirt_of_the_person_carries_is_asked_about():
    for shirt in ("", "Bo Ray|RAY|4|M|Home shirt\n", "Ann Lee|ANN|9|S|Home shirt\n"):
        codes = [code for code, _, _ in told(check(("List", HEAD + SHORTS + shirt)))]
        assert codes == ["name-not-printable", "number-not-printable"]


def test_another_shirt_without_a_place_for_a_name_is_asked_about_all_the_same():
    checked = check(("List", HEAD + SHIRT + "Ann Lee|LEE|3|M|Training shirt\n"))
    assert [code for code, _, _ in told(checked)] == ["name-not-printable", "number-not-printable"]

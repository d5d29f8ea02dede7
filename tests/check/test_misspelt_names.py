"""A name that is the player's but for a slip, and a column of names that slipped by a row, are told."""

from __future__ import annotations

import pytest

from tests.check.test_office_cases import check, said

PEOPLE = ("Callum Reid", "Finley Marsh", "Theo Lockwood", "Samir Haddad", "Jo Pröll")
OWN = ("REID", "MARSH", "LOCKWOOD", "HADDAD", "PRÖLL")


def told(*names, people=PEOPLE, code="name-misspelt"):
    rows = "".join(
        f"\n{who}|{name}|{number}|M|Home shirt" for number, (who, name) in enumerate(zip(people, names, strict=True), 3)
    )
    return said(check(("List", f"Player|Name on shirt|Number|Size|Design{rows}")), code)


def test_a_name_with_two_letters_exchanged_is_told():
    assert told("RIED", *OWN[1:]) == [
        (
            "name-misspelt",
            "B2",
            "Name “RIED” stands on the shirt of Callum Reid, which is spelled otherwise. Correct it, unless it is meant. Did you "
            "mean REID?",
        )
    ]


@pytest.mark.parametrize(
    ("name", "meant"), [("MARCH", "MARSH"), ("Masrh", "Marsh"), ("MRSH", "MARSH"), ("MARRSH", "MARSH")]
)
def test_so_is_one_with_a_letter_wrong_missing_or_too_many(name, meant):
    ((_, cell, message),) = told(OWN[0], name, *OWN[2:])
    assert (cell, message.endswith(f"Did you mean {meant}?")) == ("B3", True)


@pytest.mark.parametrize("name", ["MARSHY", "MARS", "FIN", "Finley", "ROCKET", "F. MARCH", "THE MARCH"])
def test_pet_names_nicknames_and_names_of_several_words_are_not(name):
    assert told(OWN[0], name, *OWN[2:]) == []


@pytest.mark.parametrize("name", ["PROELL", "PROLL", "Pröll"])
def test_other_spellings_of_a_letter_are_not(name):
    assert told(*OWN[:4], name) == []


def test_where_most_are_called_otherwise_nobody_is_misspelt():
    assert told("RIED", "ACE", "BOSS", "CHIEF", "DUKE") == []


def test_names_that_slipped_by_a_row_are_told_at_once_with_whose_the_first_is():
    assert told(*OWN[1:], OWN[0], code="name-of-another") == [
        (
            "name-of-another",
            "B2",
            "The names in rows 2 to 6 are those of other players: “MARSH” stands on the shirt of Callum Reid, and is that of "
            "Finley Marsh (B3). Look whether the names have slipped by a row, or were sorted without the players.",
        )
    ]


def test_two_names_exchanged_are_each_told_with_whose_they_are():
    assert [(cell, message) for _, cell, message in told(OWN[1], OWN[0], *OWN[2:], code="name-of-another")] == [
        (
            "B2",
            "Name “MARSH” stands on the shirt of Callum Reid, and is that of Finley Marsh (B3). Correct it, unless it is meant.",
        ),
        (
            "B3",
            "Name “REID” stands on the shirt of Finley Marsh, and is that of Callum Reid (B2). Correct it, unless it is meant.",
        ),
    ]


def test_nicknames_of_all_are_nobody_elses():
    assert told("ACE", "BOSS", "CHIEF", "DUKE", "REID", code="name-of-another") == []

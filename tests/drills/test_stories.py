"""The stories of two machines: what once was wrong is told by them. `python -m tests.drills` has every family end well."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from roster_import.place import place_order as place_order_module
from roster_import.place.next_step import Standing
from tests.drills.families import drawn
from tests.drills.stories import Count, Ending, told

pytestmark = pytest.mark.drill


def test_the_same_seed_tells_the_same_story():
    first, second = (told("refusals", "kitmaker", 3, 4).story.splitlines() for _ in range(2))
    assert [line for line in first if line.startswith("faults")] == [
        line for line in second if line.startswith("faults")
    ]
    assert [line.partition(" ->")[0] for line in first] == [line.partition(" ->")[0] for line in second]


def test_a_refusal_that_leaves_the_key_is_told_by_the_stories(monkeypatch):
    right = place_order_module.next_step

    def leaves(standing, attempt, wish):
        decision = right(standing, attempt, wish)
        return replace(decision, attempt=attempt + 1) if standing is Standing.REFUSED else decision

    monkeypatch.setattr(place_order_module, "next_step", leaves)
    assert sum(told("refusals", "kitmaker", 1, at).duplicates for at in range(6)) > 0


def test_what_stands_is_counted_against_what_was_meant(tmp_path):
    from random import Random

    world = drawn("kitmaker", tmp_path, Random(1))
    mine = world.machines[0]
    world.meant = Counter(Ann=1, Bo=2)
    assert world.counted() == (0, 0, {"Ann", "Bo"})
    mine.write(Counter(Ann=1))
    assert mine.run().status == 0
    assert world.counted() == (1, 0, {"Bo"})
    assert mine.run("--new-order", "club.xlsx").status == 0
    assert world.counted() == (2, 1, {"Bo"})
    world.sandbox.reset()
    assert mine.run().status == 0
    assert world.falsely == ["office was told that all is placed, without {'Ann': 1}"]
    world.close()


def test_a_story_that_ends_badly_says_how_to_tell_it_again():
    count = Count("late", "jtl", 5, [Ending(0, orders=1), Ending(1, 2, 1, ("Ann stands nowhere",), True, "a\nb")], 2.4)
    assert str(count) == "late jtl: 2 trials, 3 orders, 1 duplicates, 1 losses, a person asked in 1 (2 s)"
    assert list(count.complaints()) == [
        "  1 too many, lost: Ann stands nowhere. Again: python -m tests.drills --drill late --target jtl --seed 5 --trial 1",
        "    a\n    b",
    ]
    assert not count.is_idle


def test_stories_that_order_less_than_one_order_each_prove_little_and_are_told():
    count = Count("late", "jtl", 5, [Ending(0, orders=1), Ending(1)], 2.4)
    assert count.is_idle
    assert list(count.complaints()) == ["  fewer orders than stories: what they prove is little"]

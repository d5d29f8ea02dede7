"""Words of a heading that a dot cuts short."""

from __future__ import annotations

import pytest

from roster_import.recognise.headings import sense
from roster_import.recognise.words import Concept


@pytest.mark.parametrize(
    ("heading", "concept"),
    [
        ("Vårdnadsh.", Concept.GUARDIAN),
        ("Certif. méd.", Concept.HEALTH),
        ("Kan gr.", Concept.HEALTH),  # gr by itself is a size
        ("Zdrav. prohl.", Concept.HEALTH),
    ],
)
def test_a_word_cut_short_is_known_by_those_that_begin_so(heading: str, concept: Concept) -> None:
    assert sense(heading).false_friend is concept
    assert sense(heading.replace(".", "")).false_friend is not concept, "without its dot it is a word of its own"


@pytest.mark.parametrize("heading", ["lastName.default", "Last name.", "Frob."])
def test_whole_words_before_a_dot_and_words_nobody_knows_are_not_guessed(heading: str) -> None:
    assert sense(heading).false_friend is None
    assert sense(heading).points.keys() == sense(heading.replace(".", " ")).points.keys()

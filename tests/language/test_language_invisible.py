"""What cannot be seen is shown by its number; what people write in their own scripts stays as they write it."""

from __future__ import annotations

import json

import pytest

from roster_import.language.invisible import in_json, on_one_line, visible
from roster_import.language.messages import joined, say
from roster_import.language.translations import in_language

# Each changes what is seen beside it, steers a terminal, ends a line, or is not seen at all.
UNSEEN = (
    *map(chr, range(0x20)), *map(chr, range(0x7F, 0xA1)), *map(chr, range(0x202A, 0x2030)), *map(chr, range(0x2066, 0x206A)),
    "\u200b", "\u200e", "\u200f", "\u061c", "\u00ad",
    "\ufeff", "\u2028", "\u2029", "\u2060", "\u180e", "\u115f", "\u3164", "\u2800",
    "\ud800", "\udfff", "\ufffe", "\U000e0001", "\U000e0041", "\U000e007f", "\ufff9", "\U0001d159", "\ue000",
)  # fmt: skip

# Letters, names and pictures as people type them.
SEEN = (
    "Ørsted-Müller", "שלמה כהן", "محمد الأحمد", "می\u200cخواهم", "क्\u200dष", "山田太郎", "👩\u200d👩\u200d👧", "⚽️", "1️⃣",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿 England", "🇩🇰", "👍🏽", "🏳️\u200d🌈", "葛\U000e0100城", "O’Brien", "n\u0303", "\U0001fae8",
)  # fmt: skip


@pytest.mark.parametrize("char", UNSEEN, ids=lambda char: f"U+{ord(char):04X}")
def test_it_is_shown_by_its_number(char):
    number = f"[U+{ord(char):04X}]"
    assert on_one_line(f"A{char}B{char}{char}") == f"A{number}B{number}{number}"
    assert visible(f"A{char}B") == (f"A{char}B" if char in "\t\n" else f"A{number}B")
    document = in_json({f"k{char}": f"A{char}B"})
    assert char not in document
    assert json.loads(document) == {f"k{char}": f"A{char}B"}


@pytest.mark.parametrize("text", SEEN)
def test_what_people_write_stays(text):
    assert (visible(text), on_one_line(text), json.loads(in_json([text]))) == (text, text, [text])
    assert text in in_json([text])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A\u200dnna", "A[U+200D]nna"),
        ("é\u200dx", "é[U+200D]x"),
        ("می\u200c\u200c\u200cخ", "می\u200c[U+200C][U+200C]خ"),
        ("⚽\ufe0f\ufe0f\ufe0e", "⚽\ufe0f[U+FE0F][U+FE0E]"),
        (" \ufe0f", " [U+FE0F]"),
        ("🏴\U000e0061\U000e007f", "🏴[U+E0061][U+E007F]"),
        ("\U000e007f\U000e007f", "[U+E007F][U+E007F]"),
    ],
)
def test_what_joins_or_picks_nothing_is_shown(text, shown):
    assert on_one_line(text) == shown


@pytest.mark.parametrize("language", ["en", "da", "de"])
def test_no_value_begins_a_line_of_its_own_or_fills_the_screen(language):
    said = say("There is no file {path}. Nothing was sent.", path="a\nroster-import: all was placed")
    assert "a[U+000A]roster-import" in in_language(said, language)
    assert "a[U+000A]b: " in in_language(joined("a\nb:", said), language)
    long = in_language(say("There is no file {path}. Nothing was sent.", path="x" * 30_000), language)
    assert len(long) < 600
    assert "x…" in long

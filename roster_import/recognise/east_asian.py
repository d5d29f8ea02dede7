"""The signs of East Asian scripts, of which one or two are a word.

They are compared, not matched: of a class of ranges so far apart `re` makes a table of all 65,536 characters, 3 ms each time a
program starts.
"""

from __future__ import annotations

# Jamo, kana, ideographs, syllables of Hangul (Unicode › Blocks)
_BLOCKS = (("\u1100", "\u11ff"), ("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))


def is_sign(char: str) -> bool:
    """Whether a character is such a sign."""
    return any(first <= char <= last for first, last in _BLOCKS)


def may_be_in_name(char: str) -> bool:
    """Whether a character may stand in a name: such a sign, or `々`, the one before it once more, as in 佐々木."""
    return char == "々" or is_sign(char)


def holds_sign(text: str) -> bool:
    """Whether such a sign stands in a text."""
    return not text.isascii() and any(map(is_sign, text))

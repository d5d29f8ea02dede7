"""What people are told: sentences that are English text and can still be said in another language.

A `Said` is a `str`, its English words; whoever compares, stores or serialises it need not know more. It remembers the
template and the values it was made of, so that `say_in` can put it into the reader's language at the rim.
"""

from __future__ import annotations

import re
import string
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Self

from roster_import.language.invisible import code, cut, is_control, replaced
from roster_import.language.speech import ENGLISH_SPEECH, Speech

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Said(str):
    """English text that can be said in another language; plain `str` operations give plain English text."""

    __slots__ = ()

    def spoken(self, speech: Speech) -> str:
        """The same in a language."""
        return str(self)


class Sentence(Said):
    """A template and its values; `many` is the template for other counts than one, chosen by `counted`."""

    __slots__ = ("context", "counted", "many", "template", "values")

    template: str
    values: Mapping[str, object]
    context: str
    many: str | None
    counted: int

    def __reduce__(self) -> tuple[Any, ...]:
        return _sentence, (str(self), self.template, self.values, self.context, self.many, self.counted)

    def spoken(self, speech: Speech) -> str:
        """The template in that language, filled in with its values as they are said there."""
        many, one, context = self.many, self.template, self.context
        template = speech.template(one, context) if many is None else speech.counted(one, many, self.counted, context)
        return _filled(template, self.values, speech)


class _Joined(Said):
    """Texts one behind the other."""

    __slots__ = ("between", "parts")

    parts: tuple[str, ...]
    between: str

    def __reduce__(self) -> tuple[Any, ...]:
        return _joined, (self.parts, self.between)

    def spoken(self, speech: Speech) -> str:
        return self.between.join(_part(part, speech) for part in self.parts)


class _Term(Said):
    """Words whose translations stand with them: told once in every language, and kept."""

    __slots__ = ("others",)

    others: Mapping[str, str]

    def __reduce__(self) -> tuple[Any, ...]:
        return term, (str(self), self.others)

    def spoken(self, speech: Speech) -> str:
        return self.others.get(speech.language, str(self))


class Number(Said):
    """A number in plain digits, such as 25.0; people read it with the mark they write before decimals."""

    __slots__ = ()

    def spoken(self, speech: Speech) -> str:
        """Such as 25,0."""
        return speech.amount(str(self))


class Amount(Number):
    """An amount of money in plain digits, such as 2817.03; people read it as they write amounts.

    It has two decimals at least, more where it came with more; what is no amount stays as it is.
    """

    __slots__ = ()

    def __new__(cls, text: object = "") -> Amount:
        """`Amount("3532.5")` is 3532.50."""
        amount = re.fullmatch(r"([+-]?[0-9]+)(?:\.([0-9]*))?", str(text))
        return super().__new__(cls, f"{amount[1]}.{amount[2] or '':0<2}" if amount else text)


class Day(Said):
    """An ISO date; people read it as they write dates."""

    __slots__ = ()

    def spoken(self, speech: Speech) -> str:
        """Such as 13. Mai 2026."""
        return speech.day(str(self))


HEADING: Final = "heading"  # the context of names and headings of sheets
_LONGEST_QUOTED = 80
_BREAKS = "\r\n\x85\u2028\u2029"


class _Form(string.Formatter):
    """Fills a template in with values said in a language; `!r` sets a text in its quotation marks.

    Whatever cannot be seen in a value is shown, so that no value steers a terminal, turns a sentence around or begins
    another one; and none fills a screen.
    """

    def __init__(self, speech: Speech) -> None:
        self._speech = speech

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        text = str(value) if hasattr(value, "__fspath__") else value  # a path
        if not isinstance(text, str):
            return super().convert_field(text, conversion)
        if conversion == "r":
            return _quoted(say_in(text, self._speech), self._speech)
        return _part(text, self._speech)


def _filled(template: str, values: Mapping[str, object], speech: Speech) -> str:
    if not values and "{" not in template:
        return template
    form, said = _Form(speech), []
    for literal, name, form_of_it, conversion in _pieces(template):
        said.append(literal)
        if name is not None:
            value = values[name] if name in values else form.get_field(name, (), values)[0]
            said.append(format(form.convert_field(value, conversion), form_of_it or ""))
    return "".join(said)


@lru_cache(maxsize=2048)  # a template is said of many cells
def _pieces(template: str) -> tuple[tuple[str, str | None, str | None, str | None], ...]:
    """Its pieces: what stands before a value, the value's name, how it is written, and its conversion."""
    return tuple(string.Formatter().parse(template))


def _quoted(text: str, speech: Speech) -> str:
    """A text in the language's quotation marks, shortened where it is very long; what cannot be seen is named."""
    before, behind = say_in(_QUOTATION_MARKS, speech).split()
    return f"{before}{replaced(cut(text, _LONGEST_QUOTED), lambda char: _named(char, speech))}{behind}"


def _named(char: str, speech: Speech) -> str:
    """A character that cannot be seen, in plain words: [line break], [U+202E right-to-left override]."""
    return f"[{say_in(character_named(char), speech)}]"


# ------------------------------------------------------------------------------------------------------ what is said


def say(template: str, context: str = "", /, **values: object) -> Said:
    """A sentence: `say("There is no sheet {name}.", name=name)`; the template is what catalogues translate.

    A `context` keeps apart what is one word in English and two in another language: `say("Total", "proof")`.
    """
    return _sentence(_filled(template, values, ENGLISH_SPEECH), template, values, context, None, 0)


def say_n(one: str, many: str, count: int, context: str = "", /, **values: object) -> Said:
    """A sentence for one and another for other counts; `{count}` stands for the count, unless `values` has its own."""
    values = {"count": count, **values}
    text = _filled(one if count == 1 else many, values, ENGLISH_SPEECH)
    return _sentence(text, one, values, context, many, count)


def heading(text: str) -> Said:
    """The name or a heading of a sheet; those of every language are known again when a workbook is read."""
    return say(text, HEADING)


def _sentence(
    text: str, template: str, values: Mapping[str, object], context: str, many: str | None, count: int
) -> Said:
    made = Sentence(text)
    made.template, made.values, made.context, made.many, made.counted = template, values, context, many, count
    return made


def joined(*parts: str, between: str = " ") -> Said:
    """The parts one behind the other; empty ones are left out."""
    return _joined(tuple(part for part in parts if part), between)


def listed(things: Sequence[str]) -> str:
    """Things in a row, all of them meant: a, b and c."""
    if len(things) < 2:
        return things[0] if things else ""
    return say("{others} and {last}", others=joined(*things[:-1], between=", "), last=things[-1])


def either(things: Sequence[str]) -> str:
    """Things in a row, one of them meant: a, b or c."""
    if len(things) < 2:
        return things[0] if things else ""
    return say("{others} or {last}", others=joined(*things[:-1], between=", "), last=things[-1])


def term(english: str, others: Mapping[str, str]) -> Said:
    """Words with translations of their own by language: `term("Size", {"da": "Størrelse", "de": "Größe"})`."""
    made = _Term(english)
    made.others = others
    return made


def within(text: str) -> Said:
    """A heading inside an English sentence: small letters there; other languages have it as it is."""
    return _Within.of(text)


def meant(message: str, suggestion: str | None) -> str:
    """A message, and the question whether the suggestion was meant, where there is one."""
    return joined(message, say("Did you mean {suggestion}?", suggestion=suggestion)) if suggestion else message


def unsuggested(message: str) -> str:
    """A message without the question whether a suggestion was meant."""
    parts = message.parts if isinstance(message, _Joined) else (message,)
    return joined(*(part for part in parts if "Did you mean {suggestion}?" not in templates_of(part)))


def ended(message: str) -> str:
    """A message that closes with one full stop; somebody else's words may have none."""
    return message if _is_ended(message) else joined(unended(message), ".", between="")


def templates_of(message: str) -> tuple[str, ...]:
    """The templates of a message's sentences: alike for two that say the same of different things."""
    if isinstance(message, _Joined):
        return tuple(template for part in message.parts for template in templates_of(part))
    return (message.template,) if isinstance(message, Sentence) else (str(message),)


def unended(message: str) -> str:
    """A message without its full stop, to go on with."""
    return _Unended.of(message) if isinstance(message, Said) else message.rstrip(".")


def _is_ended(message: str) -> bool:
    return message.endswith(".") and not message.endswith("..")


def templates(named: Mapping[str, str]) -> Mapping[str, str]:
    """Templates said later by `say(named[…], …)`: this marks them for the catalogues."""
    return named


def capital(text: str) -> str:
    """A text that opens a sentence."""
    return _Opening.of(text) if isinstance(text, Said) else text[:1].upper() + text[1:]


_QUOTATION_MARKS = say("“ ”", "quotation marks")
_UNSEEN = templates(
    {
        "break": "line break",
        "\t": "tab",
        "\x00": "zero byte",
        "\x08": "backspace",
        "\x0b": "vertical tab",
        "\x0c": "page break",
        "\x1a": "substitute for a lost letter",
        "\x1b": "escape",
        "\u200b": "zero-width space",
        "\u00ad": "soft hyphen",
        "\u202d": "left-to-right override",
        "\u202e": "right-to-left override",
        "blank": "blank of another width",
        "control": "control character",
        "other": "invisible character",
    }
)


def character_named(char: str) -> str:
    """A character that cannot be seen, in plain words: `U+202E right-to-left override`, `tab`."""
    if char in _BREAKS:
        return say(_UNSEEN["break"])
    kind = char if char in _UNSEEN else "control" if is_control(char) else "blank" if char.isspace() else "other"
    name = say(_UNSEEN[kind])
    return name if char == "\t" else joined(code(char), name)


class _Derived(Said):
    """A text of which each language's own words are changed alike."""

    __slots__ = ("text",)

    text: str

    @classmethod
    def of(cls, text: str) -> Self:
        """The changed text, English for now."""
        made = cls(cls.changed(str(text), ENGLISH_SPEECH))
        made.text = text
        return made

    @staticmethod
    def changed(words: str, speech: Speech) -> str:
        """What becomes of the words."""
        raise NotImplementedError

    def __reduce__(self) -> tuple[Any, ...]:
        return _derived, (type(self), self.text)

    def spoken(self, speech: Speech) -> str:
        return self.changed(say_in(self.text, speech), speech)


class _Opening(_Derived):
    """A text with a capital first letter."""

    __slots__ = ()

    @staticmethod
    def changed(words: str, speech: Speech) -> str:
        return words[:1].upper() + words[1:]


class _Unended(_Derived):
    """A text without its closing full stop."""

    __slots__ = ()

    @staticmethod
    def changed(words: str, speech: Speech) -> str:
        return words.rstrip(".")


class _Within(_Derived):
    """A heading inside a sentence."""

    __slots__ = ()

    @staticmethod
    def changed(words: str, speech: Speech) -> str:
        return words.lower() if speech.language == ENGLISH_SPEECH.language else words


def _derived(kind: type[_Derived], text: str) -> _Derived:
    return kind.of(text)


def say_in(text: str, speech: Speech) -> str:
    """The text in a language: rendered anew where it is `Said`, else as it is."""
    return text.spoken(speech) if isinstance(text, Said) else text


def _part(text: str, speech: Speech) -> str:
    if speech is ENGLISH_SPEECH and type(text) in _SPELLED_OUT:
        return str(text)  # as it was said
    return text.spoken(speech) if isinstance(text, Said) else speech.shown(text)


_SPELLED_OUT = frozenset({Sentence, _Joined})


def _joined(parts: tuple[str, ...], between: str) -> Said:
    made = _Joined(between.join(_part(part, ENGLISH_SPEECH) for part in parts))
    made.parts, made.between = parts, between
    return made

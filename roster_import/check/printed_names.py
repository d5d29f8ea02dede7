"""What is printed as a row's name, and which half of it is the surname."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.meant.markers import without_markers
from roster_import.check.rows.cell_answers import AnswerKind, answer_of
from roster_import.check.rows.messages import named
from roster_import.check.rules.vocabulary import PARTICLES
from roster_import.language.messages import say
from roster_import.model.catalogue import Unresolved, split_items
from roster_import.model.layout import SAYS_WHETHER_PRINTED, Meaning
from roster_import.model.order import LogoKind
from roster_import.recognise.east_asian import may_be_in_name
from roster_import.recognise.name_order import names_two_surnames, surname_first
from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.check.rows.by_column import RosterRows
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import Layout
    from roster_import.model.problem import Problem

_JUNIORS = frozenset({"jr", "sr", "jun", "sen", "junior", "ii", "iii", "iv"})
_NO_FORENAME_WORDS = "van von vom zu zum zur de der den da do dos das di del della du la le ter ten"
_ALSO_FORENAMES = frozenset(["Van", "La", "Le", "Di"])
_NO_FORENAME = frozenset(_NO_FORENAME_WORDS.split())


# Of Spaniards; these are surnames of hardly anybody.
_FORENAMES_TEXT = """
    maria jose luis carlos antonio manuel jesus angel angeles alberto javier miguel juan pablo pedro francisco fernando david
    daniel isabel carmen pilar teresa dolores cristina ana belen rosa elena lucia sofia paula andrea eduardo enrique ignacio
"""
_SECOND_FORENAMES = frozenset(_FORENAMES_TEXT.split())


def printed_name(row: RosterRow, print_name: str | None) -> str:
    """What is printed as the row's name: its Name, or what `print_name` makes of the person's name."""
    return row.text(Meaning.NAME) if Meaning.NAME in row.columns else name_of_person(row, print_name)


def name_of_person(row: RosterRow, print_name: str | None) -> str:
    """What `print_name` makes of the name of whoever the row is for, also where its garment has no place for one."""
    if print_name == "as-written":
        return player_name(row)
    return surname(row) if print_name == "surname" else ""


def printed_names(rows: RosterRows, print_names: Mapping[str, str]) -> list[str]:
    """What is printed as the name of each row; `print_names` says it per sheet, a column of yes and no whether at all."""
    texts = rows.texts(Meaning.NAME)
    columns = {id(row.columns): row.columns for row in rows}
    if all(Meaning.NAME in meanings for meanings in columns.values()):
        return texts
    return [
        text if Meaning.NAME in row.columns else printed_name(row, print_names.get(row.sheet))
        for row, text in zip(rows, texts, strict=True)
    ]


def prints_unclear(rows: RosterRows) -> Iterator[Problem]:
    """An error at each cell that says neither yes nor no of whether the row's name, or number, is printed."""
    for meaning in SAYS_WHETHER_PRINTED:
        for row, text in zip(rows, rows.texts(meaning), strict=True):
            if text and answer_of(row.cells[meaning]).kind is AnswerKind.UNCLEAR:
                message = say(
                    "{text!r} under {column} says neither yes nor no, so nobody knows what is printed. Write yes or no.",
                    text=row.cells[meaning].written,
                    column=named(row.columns[meaning]),
                )
                yield row.problem("choice-unclear", message, meaning)


def player_name(row: RosterRow) -> str:
    """Who the row is for, in lookup text."""
    return _player(*map(row.text, _OF_A_PLAYER))


def player_names(rows: RosterRows) -> list[str]:
    """Who each row is for."""
    players = rows.texts(Meaning.PLAYER)
    return players if all(players) else list(map(_player, *map(rows.texts, _OF_A_PLAYER)))


_OF_A_PLAYER = (Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.NAME_PREFIX, Meaning.LAST_NAME)


def _player(player: str, first: str, prefix: str, last: str) -> str:
    return player or " ".join(filter(None, (first, _with_prefix(prefix, last))))


def surname(row: RosterRow) -> str:
    """The person's surname: its own column, else the half of the name that the heading puts there."""
    if last := _last_name(row):
        return last
    heading = row.columns[Meaning.PLAYER].heading if Meaning.PLAYER in row.columns else ""
    name, first = without_markers(player_name(row)), surname_first(heading)
    return _both_surnames(name, first=bool(first)) if names_two_surnames(heading) else surname_of(name, first=first)


def _last_name(row: RosterRow) -> str:
    return _with_prefix(row.text(Meaning.NAME_PREFIX), row.text(Meaning.LAST_NAME))


def _with_prefix(prefix: str, last: str) -> str:
    """The last name, with what belongs before it and stands in a column of its own: van der Heide."""
    return " ".join(filter(None, (prefix, last))) if last else ""


def _both_surnames(name: str, *, first: bool) -> str:
    """The two surnames that Spaniards have, where the name has more words than these: Ana Ruiz Gil is Ruiz Gil."""
    outer = surname_of(name, first=first)
    rest = name.removeprefix(outer).strip() if first else name.removesuffix(outer).strip()
    if "," in name or len(rest.split()) < len(("Ana", "Ruiz")):
        return outer
    inner = surname_of(rest, first=first)
    if fold(inner) in _SECOND_FORENAMES:
        return outer  # Ana María Ruiz
    return f"{outer} {inner}" if first else f"{inner} {outer}"


def surname_of(name: str, *, first: bool | None) -> str:
    """The surname of a whole name; `first` says whether it stands in front, None where nobody said.

    Then it is what stands before a comma or, without one, the last word; in Chinese, Japanese and Korean the first.
    """
    before, comma, behind = (part.strip() for part in name.partition(","))
    if comma:
        return behind if first is False else before
    if first is None:
        first = not name.isascii() and all(char.isspace() or may_be_in_name(char) for char in name)
    words = name.split()
    return _leading(words) if first else _trailing(words)


def _leading(words: list[str]) -> str:
    """The surname at the head of a name: the words in capitals before others, else one word and what belongs to it."""
    capitals = next((at for at, word in enumerate(words) if not word.isupper()), 0)
    if 0 < capitals < len(words):
        return " ".join(words[:capitals])
    at = next((at for at, word in enumerate(words) if not _is_particle(word)), 0)
    return " ".join(words[: at + 1])


def _trailing(words: list[str]) -> str:
    """The last word of a name, with the particles before it and a junior behind it: von der Heide, Ray Jr."""
    last = len(words) - 1
    at = last - 1 if last > 1 and words[last].casefold().strip(".") in _JUNIORS else last
    while (
        at > 1
        and _is_particle(words[at - 1])
        and (words[at - 1][0].islower() or words[at - 1].casefold() in _NO_FORENAME)
    ):
        at -= 1
    if at == 1 and words[0].casefold() in _NO_FORENAME and (words[0][0].islower() or words[0] not in _ALSO_FORENAMES):
        at = 0  # a surname alone: de Vries
    return " ".join(words[max(at, 0) :])


def _is_particle(word: str) -> bool:
    return word.casefold().strip(".") in PARTICLES


# --------------------------------------------------------------------------------------------- whether there is a place for one


def is_without_names(layout: Layout, rows: Sequence[RosterRow], catalogue: Catalogue) -> bool:
    """Whether nothing that the rows of a layout order has a place for a name, whatever is said of its columns."""
    rows = _of_layout(layout, rows)
    sizes = {column.column for column in layout.columns if column.meaning is Meaning.SIZE}
    known = sizes <= {row.columns[Meaning.SIZE].column for row in rows if Meaning.SIZE in row.columns}
    return bool(rows) and known and not any(_may_carry_a_name(row, catalogue) for row in rows)


def _may_carry_a_name(row: RosterRow, catalogue: Catalogue) -> bool:
    """Whether a name could be printed for the row: on a design that has a place for one or is not known, or as a logo."""
    named = [catalogue.design(text) for text in split_items(row.text(Meaning.DESIGN))]
    designs = [design for design in named if not isinstance(design, Unresolved)]
    bare = len(catalogue.without_place(designs, LogoKind.NAME)) == len(named) > 0
    return not bare or bool(row.text(Meaning.LOGO))


def _of_layout(layout: Layout, rows: Sequence[RosterRow]) -> Sequence[RosterRow]:
    """The rows that stand in a layout; beside it on the same rows another may stand."""
    own = {column.column for column in layout.columns}
    here = [row for row in rows if row.sheet == layout.sheet]
    return [row for row in here if any(column.column in own for column in row.columns.values())]

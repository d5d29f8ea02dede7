"""What an order says field by field and line by line, where it is read otherwise than it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.placement import Difference
from roster_import.targets.amounts import shortest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from roster_import.model.placement import ConfirmedItem


def leaves(document: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    """The filled fields of a document, by their paths: `{"shipping.cost": "4.95"}`; lists are left out."""
    texts: dict[str, str] = {}
    for name, value in document.items():
        if isinstance(value, dict):
            texts |= leaves(value, f"{prefix}{name}.")
        elif isinstance(value, bool):
            texts[prefix + name] = str(value).lower()
        elif value not in (None, "") and not isinstance(value, list):
            texts[prefix + name] = shortest(value)
    return texts


def unlike(sent: Mapping[str, str], read: Mapping[str, str], also: Iterable[str] = ()) -> list[str]:
    """The fields that say something else where they are read than where they were sent; `also` those not sent at all."""
    return [name for name in dict.fromkeys((*sent, *also)) if _bare(sent.get(name)) != _bare(read.get(name))]


def _bare(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def field_differences(
    sent: Mapping[str, str], read: Mapping[str, str], system: str, also: Iterable[str] = ()
) -> Iterable[Difference]:
    """A difference for every field that says something else where it is read."""
    for name in unlike(sent, read, also):
        message = say(
            "{field} was sent as {sent}, {system} has {confirmed}.",
            field=name,
            sent=sent.get(name) or say("nothing"),
            confirmed=read.get(name) or say("nothing"),
            system=system,
        )
        yield Difference(what=name, sent=sent.get(name), confirmed=read.get(name), message=message)


def more_than_sent(item: ConfirmedItem, system: str) -> Difference:
    """A line nobody asked for."""
    message = say(
        "{system} has {count} × {label} more than was sent.",
        system=system,
        count=item.quantity,
        label=item.title or item.code,
    )
    return Difference(what="quantity", sent=None, confirmed=str(item.quantity), message=message)

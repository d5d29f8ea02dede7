"""What the order system last told of its designs and logos, kept in a file."""

from __future__ import annotations

import json
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from roster_import.model.remote_catalogue import Assortment, Design, Fee, Held, Logo, PlacedLogo, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


_VERSION = 1


def load(path: Path) -> dict[str, Assortment]:
    """What is kept, by order system; nothing where there is no file, or one that is none of ours: it is asked for again."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return {name: _assortment(one) for name, one in document["systems"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
        return {}


def save(path: Path, kept: Mapping[str, Assortment]) -> None:
    """Keep it; raises `WriteError`."""
    from roster_import.files import write_whole

    path.parent.mkdir(parents=True, exist_ok=True)
    systems = {name: _document(one) for name, one in kept.items()}
    text = json.dumps({"version": _VERSION, "systems": systems}, ensure_ascii=False, indent=1, default=str)
    write_whole(path, text.encode(), replace=True)


def _document(one: Assortment) -> dict[str, Any]:
    return {
        kind: [{"at": held.at, **asdict(held.item)} for held in held_items.values()]
        for kind, held_items in (("designs", one.designs), ("logos", one.logos))
    }


def _assortment(document: Mapping[str, Any]) -> Assortment:
    designs = (_design(dict(one)) for one in document["designs"])
    logos = (_logo(dict(one)) for one in document["logos"])
    return Assortment(designs={held.item.id: held for held in designs}, logos={held.item.id: held for held in logos})


def _design(one: dict[str, Any]) -> Held[Design]:
    at, placed = float(one.pop("at")), one.pop("logos")
    logos = None if placed is None else tuple(PlacedLogo(**logo) for logo in placed)
    return Held(Design(logos=logos, **one), at)


def _logo(one: dict[str, Any]) -> Held[Logo]:
    at, fees = float(one.pop("at")), one.pop("fees")
    tiers, colours = _tiers(one.pop("tiers")), tuple(one.pop("colours"))
    charged = tuple(Fee(**{**fee, "tiers": _tiers(fee["tiers"])}) for fee in fees)
    return Held(Logo(tiers=tiers, fees=charged, colours=colours, **one), at)


def _tiers(found: Iterable[Mapping[str, Any]]) -> tuple[Tier, ...]:
    return tuple(
        Tier(least=int(one["least"]), price=Decimal(one["price"]), currency=str(one["currency"])) for one in found
    )

"""`designs` and `logos`: called, and what the order system has printed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from roster_import.cli.pieces import Table
from roster_import.cli.screen import show, show_document
from roster_import.cli.terminal import Terminal
from roster_import.model.key_like import unless_key
from roster_import.model.order import LogoKind
from roster_import.model.remote_catalogue import age_in_words, placeholders
from roster_import.pipeline import designs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.remote_catalogue import Assortment, Design, Held, Logo, Tier
    from roster_import.pipeline.designs import Look, Shown
    from roster_import.pipeline.options import CatalogueCommand

_NOT_ALL = 1


def designs_command(command: CatalogueCommand) -> int:
    """Show designs: those named by id or MUL, else all that are known here, or those with the words in their titles."""
    terminal = Terminal()
    shown = designs.designs(command, terminal)
    if command.as_json:
        documents = [_design_document(held, shown.look) for held in shown.designs]
        if not shown.whole:
            titles = shown.look.titles
            documents += [{"id": number, "title": titles.get(number), "toldAt": None} for number in shown.untold]
        _put_json("designs", documents)
    elif shown.whole:
        _put_lines([line for held in shown.designs for line in _design_lines(held, shown.look)])
    else:
        _put_designs(shown)
    return _ended(command, shown, "design", terminal)


def logos_command(command: CatalogueCommand) -> int:
    """Show logos: one whole by its id, else the list the order system has, or those with the words in their titles."""
    terminal = Terminal()
    shown = designs.logos(command, terminal)
    if command.as_json:
        _put_json("logos", [_logo_document(held, shown.look) for held in shown.logos])
    elif shown.whole:
        _put_lines([line for held in shown.logos for line in _logo_lines(held, shown.look)])
    else:
        rows: list[tuple[str, ...]] = [("Logo", "SKU", "Title", "Type", "Status", "In storage", "Told")]
        rows += [_logo_row(held, shown.look) for held in shown.logos]
        show(Table(rows=rows) if len(rows) > 1 else "There are no such logos.")
    return _ended(command, shown, "logo", terminal)


def _put_json(name: str, documents: Sequence[dict[str, Any]]) -> None:
    show_document({"version": 1, name: documents})


def _put_lines(lines: Sequence[str]) -> None:
    show(*lines)


def _ended(command: CatalogueCommand, shown: Shown, kind: str, terminal: Terminal) -> int:
    """Save the pictures, say what is not there; 1 where not all that was named could be shown."""
    for name, file in designs.save_pictures(shown, command.preview) if command.preview else ():
        if file is None:
            terminal.warn(f"there is no picture of {name}.")
        else:
            show(f"{file}: the preview", err=True)
    untold = shown.untold if shown.whole else ()
    for name in shown.missing:
        terminal.warn(_missing(kind, name))
    for number in untold:
        terminal.warn(f"{kind} {number} was never asked for, or not answered. Leave --offline out.")
    return _NOT_ALL if shown.missing or untold else 0


def _missing(kind: str, name: str) -> str:
    if designs.ID.fullmatch(name):
        return f"The order system has no {kind} {name}, or none that you may see."
    return (
        f"{unless_key(name)}: the order system has no look-up of a {kind} by its item number, and nothing here tells "
        f"its id: no catalogue, no earlier order, nothing asked for before. Write its id."
    )


def _put_designs(shown: Shown) -> None:
    rows: list[tuple[str, ...]] = [("Design", "MUL", "Title", "Prints", "Told")]
    rows += [_design_row(held, shown.look) for held in shown.designs]
    rows += [(str(number), "", shown.look.titles.get(number, ""), "", "never") for number in shown.untold]
    nothing = "No design is known yet. The order system has no list of them: roster-import designs ID asks for one."
    show(Table(rows=rows) if len(rows) > 1 else nothing)


def _design_row(held: Held[Design], look: Look) -> tuple[str, ...]:
    design = held.item
    code = design.code or "draft"
    return str(design.id), code, design.title, _prints(design, look.assortment), age_in_words(held.at, look.now)


def _prints(design: Design, assortment: Assortment) -> str:
    prints = placeholders(design, assortment.logos, telling=False)
    said = [name for name, has in (("name", prints.name), ("number", prints.number)) if has]
    unsure = prints.name is None or prints.number is None
    return " and ".join(said) + (" (not all is told)" if unsure and said else "") or (
        "not told" if unsure else "nothing"
    )


def _design_lines(held: Held[Design], look: Look) -> list[str]:
    design = held.item
    lines = [
        f"Design {design.id}  {design.title or 'without a title'} ({design.code or 'a draft: it cannot be ordered yet'})"
    ]
    lines += [f"  prints: {_prints(design, look.assortment)}"]
    for number in dict.fromkeys(logo.id for logo in design.logos or ()):
        views = ", ".join(logo.view for logo in design.logos or () if logo.id == number and logo.view)
        known = look.assortment.logos.get(number)
        said = f"{known.item.title} ({known.item.type or 'no type'})" if known else "not asked for"
        lines.append(f"  logo {number}  {said}{f', {views}' if views else ''}")
    return [*lines, f"  told {age_in_words(held.at, look.now)}"]


def _design_document(held: Held[Design], look: Look) -> dict[str, Any]:
    design = held.item
    prints = placeholders(design, look.assortment.logos, telling=False)
    kinds = {LogoKind.NAME: "NameLogo", LogoKind.NUMBER: "NumberLogo"}
    return {
        "id": design.id,
        "mul": design.code,
        "title": design.title,
        "state": design.state,
        "placeholders": {
            "name": prints.name,
            "number": prints.number,
            "logos": [{"logoId": number, "type": kinds[kind]} for number, kind in prints.kinds],
        },
        "logos": None if design.logos is None else [{"logoId": logo.id, "view": logo.view} for logo in design.logos],
        **_age(held.at, look.now),
    }


def _age(at: float, now: float) -> dict[str, str]:
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at))
    return {"toldAt": stamp, "age": age_in_words(at, now)}


def _logo_row(held: Held[Logo], look: Look) -> tuple[str, ...]:
    logo = held.item
    storage = "" if logo.storage is None else str(logo.storage)
    age = age_in_words(held.at, look.now)
    return str(logo.id), logo.code or "", logo.title, logo.type, logo.status, storage, age


def _logo_lines(held: Held[Logo], look: Look) -> list[str]:
    logo = held.item
    size = f"{logo.width} × {logo.height} mm" if logo.width and logo.height else ""
    storage = "" if logo.storage is None else f"{logo.storage} in storage"
    facts = (f"SKU {logo.code}" if logo.code else "", logo.type, logo.status, storage, size, logo.method, *logo.colours)
    lines = [f"Logo {logo.id}  {logo.title or 'without a title'}", f"  {', '.join(filter(None, facts))}"]
    lines += [f"  price: {_tiers(logo.tiers)}"] if logo.tiers else ["  price: not told"]
    for fee in logo.fees:
        amounts = (
            _tiers(fee.tiers)
            if fee.is_startup
            else ", ".join(f"{tier.least} × {tier.price} {tier.currency}" for tier in fee.tiers)
        )
        lines.append(f"  {fee.name or fee.kind}: {amounts}")
    return [*lines, f"  told {age_in_words(held.at, look.now)}"]


def _tiers(tiers: Sequence[Tier]) -> str:
    return ", ".join(f"{tier.price} {tier.currency} from {tier.least}" for tier in tiers)


def _logo_document(held: Held[Logo], look: Look) -> dict[str, Any]:
    logo = held.item
    return {
        "id": logo.id,
        "sku": logo.code,
        "title": logo.title,
        "type": logo.type or None,
        "status": logo.status or None,
        "storageCount": logo.storage,
        "prices": [_tier_document(tier) for tier in logo.tiers] if logo.whole else None,
        "fees": [
            {
                "type": fee.kind,
                "sku": fee.code,
                "name": fee.name,
                "prices": [_tier_document(tier) for tier in fee.tiers],
            }
            for fee in logo.fees
        ]
        if logo.whole
        else None,
        **_age(held.at, look.now),
    }


def _tier_document(tier: Tier) -> dict[str, Any]:
    return {"minQuantity": tier.least, "unitPrice": str(tier.price), "currency": tier.currency}

"""`designs` and `logos`: called, and what the order system has printed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from roster_import.cli.pieces import Table
from roster_import.cli.screen import show, show_document
from roster_import.cli.terminal import Terminal
from roster_import.language.messages import Number, joined, listed, say, templates
from roster_import.language.translations import in_language
from roster_import.model.key_like import unless_key
from roster_import.model.order import LogoKind
from roster_import.model.remote_catalogue import age_in_words, placeholders
from roster_import.pipeline import designs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.remote_catalogue import Assortment, Design, Fee, Held, Logo, Tier
    from roster_import.pipeline.designs import Look, Shown
    from roster_import.pipeline.options import CatalogueCommand

_NOT_ALL = 1


def designs_command(command: CatalogueCommand) -> int:
    """Show designs: those named by id or MUL, else all that are known here, or those with the words in their titles."""
    terminal = Terminal()
    shown = designs.designs(command, terminal)
    language = terminal.people.general
    if command.as_json:
        documents = [_design_document(held, shown.look) for held in shown.designs]
        if not shown.whole:
            titles = shown.look.titles
            documents += [{"id": number, "title": titles.get(number), "toldAt": None} for number in shown.untold]
        _put_json("designs", documents)
    elif shown.whole:
        _put_lines([line for held in shown.designs for line in _design_lines(held, shown.look)], language)
    else:
        _put_table(_design_rows(shown), _NO_DESIGNS, language)
    return _ended(command, shown, "design", terminal)


def logos_command(command: CatalogueCommand) -> int:
    """Show logos: one whole by its id, else the list the order system has, or those with the words in their titles."""
    terminal = Terminal()
    shown = designs.logos(command, terminal)
    language = terminal.people.general
    if command.as_json:
        _put_json("logos", [_logo_document(held, shown.look) for held in shown.logos])
    elif shown.whole:
        _put_lines([line for held in shown.logos for line in _logo_lines(held, shown.look)], language)
    else:
        rows = [_LOGO_HEADINGS, *(_logo_row(held, shown.look) for held in shown.logos)]
        _put_table(rows, say("There are no such logos."), language)
    return _ended(command, shown, "logo", terminal)


def _put_json(name: str, documents: Sequence[dict[str, Any]]) -> None:
    show_document({"version": 1, name: documents})


def _put_lines(lines: Sequence[str], language: str) -> None:
    show(*(in_language(line, language) for line in lines))


def _put_table(rows: Sequence[Sequence[str]], nothing: str, language: str) -> None:
    """The rows below their headings, or that there are none."""
    if len(rows) > 1:
        show(Table(rows=[[in_language(text, language) for text in row] for row in rows]))
    else:
        show(in_language(nothing, language))


def _ended(command: CatalogueCommand, shown: Shown, kind: str, terminal: Terminal) -> int:
    """Save the pictures, say what is not there; 1 where not all that was named could be shown."""
    for name, file in designs.save_pictures(shown, command.preview) if command.preview else ():
        if file is None:
            terminal.warn(say("there is no picture of {name}.", name=name))
        else:
            show(in_language(say("{file}: the preview", file=file), terminal.people.general), err=True)
    untold = shown.untold if shown.whole else ()
    for name in shown.missing:
        terminal.warn(say(_MISSING[kind], name=name) if designs.ID.fullmatch(name) else _no_look_up(kind, name))
    for number in untold:
        terminal.warn(say(_UNTOLD[kind], number=number))
    return _NOT_ALL if shown.missing or untold else 0


_MISSING = templates(
    {
        "design": "The order system has no design {name}, or none that you may see.",
        "logo": "The order system has no logo {name}, or none that you may see.",
    }
)
_UNTOLD = templates(
    {
        "design": "design {number} was never asked for, or not answered. Leave --offline out.",
        "logo": "logo {number} was never asked for, or not answered. Leave --offline out.",
    }
)
_NO_LOOK_UP = templates(
    {
        "design": "{name}: the order system has no look-up of a design by its item number, and nothing here tells its id: no "
        "catalogue, no earlier order, nothing asked for before. Write its id.",
        "logo": "{name}: the order system has no look-up of a logo by its item number, and nothing here tells its id: no "
        "catalogue, no earlier order, nothing asked for before. Write its id.",
    }
)
_NO_DESIGNS = say(
    "No design is known yet. The order system has no list of them: roster-import designs ID asks for one."
)
_DESIGN_HEADINGS = (say("Design"), "MUL", say("Title"), say("Prints"), say("Told"))
_LOGO_HEADINGS = (say("Logo"), "SKU", say("Title"), say("Type"), say("Status"), say("In storage"), say("Told"))


def _no_look_up(kind: str, name: str) -> str:
    return say(_NO_LOOK_UP[kind], name=unless_key(name))


def _design_rows(shown: Shown) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [_DESIGN_HEADINGS, *(_design_row(held, shown.look) for held in shown.designs)]
    untold = ((str(number), "", shown.look.titles.get(number, ""), "", say("never")) for number in shown.untold)
    return [*rows, *untold]


def _design_row(held: Held[Design], look: Look) -> tuple[str, ...]:
    design = held.item
    code = design.code or say("draft")
    return str(design.id), code, design.title, _prints(design, look.assortment), age_in_words(held.at, look.now)


def _prints(design: Design, assortment: Assortment) -> str:
    prints = placeholders(design, assortment.logos, telling=False)
    printed = [name for name, has in ((say("name"), prints.name), (say("number"), prints.number)) if has]
    unsure = prints.name is None or prints.number is None
    if not printed:
        return say("not told") if unsure else say("nothing")
    return joined(listed(printed), say("(not all is told)") if unsure else "")


def _design_lines(held: Held[Design], look: Look) -> list[str]:
    design = held.item
    lines: list[str] = [
        say(
            "Design {number}  {title} ({code})",
            number=design.id,
            title=design.title or say("without a title"),
            code=design.code or say("a draft: it cannot be ordered yet"),
        ),
        say("  prints: {what}", what=_prints(design, look.assortment)),
    ]
    for number in dict.fromkeys(logo.id for logo in design.logos or ()):
        views = [logo.view for logo in design.logos or () if logo.id == number and logo.view]
        known = look.assortment.logos.get(number)
        said = (
            say("{title} ({type})", title=known.item.title, type=known.item.type or say("no type"))
            if known
            else say("not asked for")
        )
        lines.append(say("  logo {number}  {facts}", number=number, facts=joined(said, *views, between=", ")))
    return [*lines, say("  told {when}", when=age_in_words(held.at, look.now))]


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
    storage = "" if logo.storage is None else say("{count} in storage", count=logo.storage)
    facts = (f"SKU {logo.code}" if logo.code else "", logo.type, logo.status, storage, size, logo.method, *logo.colours)
    lines: list[str] = [
        say("Logo {number}  {title}", number=logo.id, title=logo.title or say("without a title")),
        joined("  ", joined(*facts, between=", "), between=""),
        # Nothing says whether VAT is in them (KitMaker › Logos › Logo object).
        say("  price (not said whether with VAT): {prices}", prices=_tiers(logo.tiers))
        if logo.tiers
        else say("  price: {prices}", prices=say("not told")),
    ]
    lines += [joined("  ", joined(fee.name or fee.kind, _fee(fee), between=": "), between="") for fee in logo.fees]
    return [*lines, say("  told {when}", when=age_in_words(held.at, look.now))]


def _fee(fee: Fee) -> str:
    if fee.is_startup:
        return _tiers(fee.tiers)
    return joined(*(f"{tier.least} × {tier.price} {tier.currency}" for tier in fee.tiers), between=", ")


def _tiers(tiers: Sequence[Tier]) -> str:
    parts = (
        say(
            "{amount} {currency} from {least}", amount=Number(str(tier.price)), currency=tier.currency, least=tier.least
        )
        for tier in tiers
    )
    return joined(*parts, between=", ")


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

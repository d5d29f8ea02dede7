"""`designs` and `logos`: what the order system has, as it says now or as it was last asked."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from roster_import.cli.terminal import aligned
from roster_import.errors import AnswerLost, UsageError
from roster_import.model.order import LogoKind
from roster_import.model.remote_catalogue import Assortment, Design, Held, Logo, age_in_words, placeholders
from roster_import.pipeline.catalogue_facts import codes_of, earlier_orders, is_offline, shelf
from roster_import.pipeline.effects import opened_ledger, sender, settings_catalogue
from roster_import.pipeline.options import read_settings
from roster_import.pipeline.sandbox import order_system

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from roster_import.model.catalogue import Catalogue, ItemKind
    from roster_import.model.remote_catalogue import Tier
    from roster_import.pipeline.catalogue_facts import Codes, Shelf
    from roster_import.place.entry import Entry
    from roster_import.place.fetch_catalogue import Asker, Told
    from roster_import.settings import Settings

Question = Callable[["Asker"], Awaitable[Any]]

ID = re.compile(r"[1-9][0-9]{0,17}")
CODE = re.compile(r"(MUL|SKU)\s*[-:]?\s*([0-9A-Za-z-]*[0-9][0-9A-Za-z-]*)", re.IGNORECASE)
_PICTURES = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif"}
_NOT_ALL = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the two commands look with: settings, what is kept, the ids known for item numbers, and the time."""

    options: Mapping[str, Any]
    settings: Settings
    place: Shelf
    assortment: Assortment
    catalogue: Catalogue
    codes: Codes
    titles: Mapping[int, str]
    now: float

    @property
    def offline(self) -> bool:
        """Whether only what is kept is shown."""
        return is_offline(self.options, self.settings)

    def told(self, told: Told) -> Look:
        """The look with what was told just now, which is kept."""
        assortment = told.kept_in(self.assortment, self.now)
        self.place.write(assortment)
        return replace(self, assortment=assortment)


def designs_command(options: dict[str, Any]) -> int:
    """Show designs: those named by id or MUL, else all that are known here, or those with the words in their titles."""
    look = look_for(options, "design")
    numbers, unknown, words = _named(options["names"], "design", look)
    if not numbers and not unknown:
        numbers = _with_words(_known_designs(look), words, look)
    look, missing = asked(look, "design", numbers, every=bool(options["names"]) and not words)
    unknown = [name for name in unknown if not _told_since(name, "design", look, numbers)]
    found = [held for number in numbers if (held := look.assortment.designs.get(number)) and number not in missing]
    untold = [number for number in numbers if number not in missing and number not in look.assortment.designs]
    named = bool(options["names"]) and not words
    _say_designs(look, found, [] if named else untold, whole=named)
    _save_pictures(look, [("design", held.item.id) for held in found])
    return max(_say_missing("design", (*unknown, *map(str, missing))), _say_untold("design", untold if named else ()))


def logos_command(options: dict[str, Any]) -> int:
    """Show logos: one whole by its id, else the list the order system has, or those with the words in their titles."""
    look = look_for(options, "logo")
    numbers, unknown, words = _named(options["names"], "logo", look)
    if numbers or unknown:
        look, missing = asked(look, "logo", numbers, every=True)
        unknown = [name for name in unknown if not _told_since(name, "logo", look, numbers)]
        found = [held for number in numbers if (held := look.assortment.logos.get(number)) and number not in missing]
        _say_logos(look, found, whole=True)
        _save_pictures(look, [("logo", held.item.id) for held in found])
        untold = [number for number in numbers if number not in missing and number not in look.assortment.logos]
        return max(_say_missing("logo", (*unknown, *map(str, missing))), _say_untold("logo", untold))
    look, listed = listed_logos(look, words)
    _say_logos(look, listed, whole=False)
    _save_pictures(look, [("logo", held.item.id) for held in listed])
    return 0


def look_for(options: Mapping[str, Any], kind: ItemKind) -> Look:
    """What to look for designs or logos with; raises `UsageError` where the order system tells nothing of them."""
    settings = read_settings(options)
    if settings.target != "kitmaker":
        raise UsageError(f"Only kitmaker tells what it has; {settings.target} has no {kind}s to look at.")
    place = shelf(settings, sandbox=options["sandbox"])
    catalogue = settings_catalogue(settings.catalogue_file)
    entries = [one for one in catalogue.entries if one.kind == kind and one.id]
    with opened_ledger(settings, make=False) as ledger:
        earlier = earlier_orders(settings, ledger, sandbox=options["sandbox"])
    codes, titles = codes_of(earlier), _ordered(earlier, kind)
    codes |= {(one.kind, one.code.casefold()): one.id for one in entries if one.code and one.id}
    titles |= {one.id: one.title for one in entries if one.id}
    return Look(
        options=options,
        settings=settings,
        place=place,
        assortment=place.read(),
        catalogue=catalogue,
        codes=codes,
        titles=titles,
        now=time.time(),
    )


def _ordered(earlier: Sequence[Entry], kind: ItemKind) -> dict[int, str]:
    """What earlier orders held of a kind: id -> title."""
    found: dict[int, str] = {}
    for entry in earlier:
        refs = (
            [one.design for one in entry.order.designs] if kind == "design" else [one.logo for one in entry.order.logos]
        )
        found |= {ref.id: ref.title or found.get(ref.id, "") for ref in refs if ref.id is not None}
    return found


def _named(names: Sequence[str], kind: ItemKind, look: Look) -> tuple[list[int], list[str], str]:
    """The ids of what is named, item numbers nobody here knows the id of, and words to search for."""
    codes = [CODE.fullmatch(name) for name in names]
    if not names or not all(code or ID.fullmatch(name) for code, name in zip(codes, names, strict=True)):
        return [], [], " ".join(names)
    numbers, unknown = [], []
    for code, name in zip(codes, names, strict=True):
        number = id_of(code, kind, look) if code else int(name)
        if number is None:
            unknown.append(name)
        else:
            numbers.append(number)
    return list(dict.fromkeys(numbers)), unknown, ""


def id_of(code: re.Match[str], kind: ItemKind, look: Look) -> int | None:
    """The id for a match of `CODE`, where something here tells it."""
    text = f"MUL{code[2]}" if kind == "design" else code[2]
    known = look.assortment.design_id(text) if kind == "design" else look.assortment.logo_id(text)
    return known or look.codes.get((kind, text.casefold()))


def _told_since(name: str, kind: ItemKind, look: Look, numbers: Sequence[int]) -> bool:
    """Whether an item number turned out to be that of something asked for by its id in the same breath."""
    code = CODE.fullmatch(name)
    return code is not None and id_of(code, kind, look) in numbers


def _known_designs(look: Look) -> list[int]:
    """The designs of the catalogue file, of earlier orders, and those asked for before: there is no list to ask for."""
    ordered = (number for (kind, _), number in look.codes.items() if kind == "design")
    return list(dict.fromkeys((*look.titles, *ordered, *look.assortment.designs)))


def _with_words(numbers: Iterable[int], words: str, look: Look) -> list[int]:
    def title(number: int) -> str:
        held = look.assortment.designs.get(number)
        return f"{look.titles.get(number, '')} {held.item.title if held else ''}".casefold()

    return [number for number in numbers if words.casefold() in title(number)]


# ------------------------------------------------------------------------------------------------------- asking


def asked(look: Look, kind: ItemKind, numbers: Sequence[int], *, every: bool) -> tuple[Look, list[int]]:
    """The look after asking for what is not known well enough; `every` or `--refresh` ask for all. And what is not there."""
    fresh = look.assortment.fresh_design if kind == "design" else look.assortment.fresh_logo
    refresh = look.options["refresh"]
    wanted = [number for number in numbers if refresh or not fresh(number, look.now)]
    if look.offline or not wanted:
        return look, []
    designs, logos = (wanted, []) if kind == "design" else ([], wanted)

    def known(number: int) -> bool:
        return not refresh and look.assortment.fresh_logo(number, look.now)

    try:
        told = _ask(look, lambda asker: asker.ask(designs, logos, known))
    except UsageError:
        if every:
            raise
        return look, []  # no address or key is set: what is known here is shown all the same
    held = look.assortment.designs if kind == "design" else look.assortment.logos
    if told.trouble and every and not any(number in held for number in wanted):
        raise AnswerLost(f"The order system could not be asked: {told.trouble}")
    if told.trouble:
        click.echo(f"roster-import: {told.trouble.rstrip('.')}. What was known before is shown.", err=True)
    return look.told(told), [number for _, number in sorted(told.missing) if number in wanted]


def listed_logos(look: Look, words: str) -> tuple[Look, list[Held[Logo]]]:
    """The logos of the order system's own list; from what is kept where it is not asked or does not answer."""
    told = None if look.offline else _ask(look, lambda asker: asker.list_logos(words))
    if told and not told.trouble:
        look = look.told(told)
        return look, [look.assortment.logos[one.id] for one in told.logos]
    if told:
        click.echo(f"roster-import: {told.trouble.rstrip('.')}. What was known before is shown.", err=True)
    kept = look.assortment.logos.values()
    return look, [held for held in kept if words.casefold() in held.item.title.casefold()]


def _ask(look: Look, question: Question) -> Any:
    import asyncio

    from roster_import.place.fetch_catalogue import Asker, patience
    from roster_import.targets import target

    async def ask(settings: Settings) -> Any:
        access = target(settings.target, settings.system).access()
        async with sender(access, settings) as sending:
            return await question(Asker(sending=sending, patience=patience(settings)))

    with order_system(look.settings, sandbox=look.options["sandbox"], poll_interval_given=False) as settings:
        return asyncio.run(ask(settings))


# ------------------------------------------------------------------------------------------------------ pictures


def _save_pictures(look: Look, items: Sequence[tuple[ItemKind, int]]) -> None:
    """A preview picture of each, in the file or folder of `--preview`; nothing that is there is written over."""
    path: Path | None = look.options["preview"]
    if path is None or not items:
        return
    if look.offline:
        raise UsageError("A preview is made by the order system; leave --offline out.")
    several = len(items) > 1 or path.is_dir() or not path.suffix
    if several:
        path.mkdir(parents=True, exist_ok=True)
    for kind, number in items:
        data = _picture(look, kind, number)
        if not data:
            click.echo(f"roster-import: there is no picture of {kind} {number}.", err=True)
            continue
        _save(path / f"{kind}-{number}{_suffix(data)}" if several else path, data)


def _picture(look: Look, kind: ItemKind, number: int) -> bytes:
    found: bytes = _ask(look, lambda asker: asker.picture(_picture_request(kind, number)))
    return found


def _picture_request(kind: ItemKind, number: int) -> Any:
    from roster_import.targets.kitmaker.catalogue import logo_request, picture_request

    return picture_request(number) if kind == "design" else logo_request(number)


def _suffix(data: bytes) -> str:
    return next((suffix for start, suffix in _PICTURES.items() if data.startswith(start)), ".bin")


def _save(path: Path, data: bytes) -> None:
    from roster_import.files import write_whole

    write_whole(path, data, replace=False)
    click.echo(f"{path}: the preview", err=True)


# ------------------------------------------------------------------------------------------------------- showing


def _say_missing(kind: ItemKind, names: Sequence[str]) -> int:
    for name in names:
        if ID.fullmatch(name):
            click.echo(f"roster-import: The order system has no {kind} {name}, or none that you may see.", err=True)
        else:
            click.echo(
                f"roster-import: {name}: the order system has no look-up of a {kind} by its item number, and nothing here tells "
                f"its id: no catalogue, no earlier order, nothing asked for before. Write its id.",
                err=True,
            )
    return _NOT_ALL if names else 0


def _say_untold(kind: ItemKind, numbers: Sequence[int]) -> int:
    for number in numbers:
        click.echo(
            f"roster-import: {kind} {number} was never asked for, or not answered. Leave --offline out.", err=True
        )
    return _NOT_ALL if numbers else 0


def _say_designs(look: Look, found: Sequence[Held[Design]], untold: Sequence[int], *, whole: bool) -> None:
    if look.options["as_json"]:
        documents = [_design_document(held, look) for held in found]
        documents += [{"id": number, "title": look.titles.get(number), "toldAt": None} for number in untold]
        click.echo(json.dumps({"version": 1, "designs": documents}, ensure_ascii=False, indent=2))
        return
    if whole:
        click.echo("\n".join(line for held in found for line in _design_lines(held, look)), nl=bool(found))
        return
    rows: list[tuple[str, ...]] = [("Design", "MUL", "Title", "Prints", "Told")]
    rows += [_design_row(held, look) for held in found]
    rows += [(str(number), "", look.titles.get(number, ""), "", "never") for number in untold]
    nothing = "No design is known yet. The order system has no list of them: roster-import designs ID asks for one."
    click.echo("\n".join(aligned(rows, indent="")) if len(rows) > 1 else nothing)


def _design_row(held: Held[Design], look: Look) -> tuple[str, ...]:
    design = held.item
    code = design.code or "draft"
    return str(design.id), code, design.title, _prints(design, look.assortment), age_in_words(held.at, look.now)


def _prints(design: Design, assortment: Assortment) -> str:
    found = placeholders(design, assortment.logos, telling=False)
    said = [name for name, has in (("name", found.name), ("number", found.number)) if has]
    unsure = found.name is None or found.number is None
    return " and ".join(said) + (" (not all is told)" if unsure and said else "") or (
        "not told" if unsure else "nothing"
    )


def _design_lines(held: Held[Design], look: Look) -> list[str]:
    design = held.item
    lines = [
        f"Design {design.id}  {design.title or 'without a title'} ({design.code or 'a draft: it cannot be ordered yet'})"
    ]
    lines += [f"  prints: {_prints(design, look.assortment)}"]
    for number in dict.fromkeys(one.id for one in design.logos or ()):
        views = ", ".join(one.view for one in design.logos or () if one.id == number and one.view)
        known = look.assortment.logos.get(number)
        said = f"{known.item.title} ({known.item.type or 'no type'})" if known else "not asked for"
        lines.append(f"  logo {number}  {said}{f', {views}' if views else ''}")
    return [*lines, f"  told {age_in_words(held.at, look.now)}"]


def _design_document(held: Held[Design], look: Look) -> dict[str, Any]:
    design = held.item
    found = placeholders(design, look.assortment.logos, telling=False)
    kinds = {LogoKind.NAME: "NameLogo", LogoKind.NUMBER: "NumberLogo"}
    return {
        "id": design.id,
        "mul": design.code,
        "title": design.title,
        "state": design.state,
        "placeholders": {
            "name": found.name,
            "number": found.number,
            "logos": [{"logoId": number, "type": kinds[kind]} for number, kind in found.kinds],
        },
        "logos": None if design.logos is None else [{"logoId": one.id, "view": one.view} for one in design.logos],
        **_age(held.at, look.now),
    }


def _age(at: float, now: float) -> dict[str, str]:
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at))
    return {"toldAt": stamp, "age": age_in_words(at, now)}


def _say_logos(look: Look, found: Sequence[Held[Logo]], *, whole: bool) -> None:
    if look.options["as_json"]:
        documents = [_logo_document(held, look) for held in found]
        click.echo(json.dumps({"version": 1, "logos": documents}, ensure_ascii=False, indent=2))
    elif whole:
        click.echo("\n".join(line for held in found for line in _logo_lines(held, look)), nl=bool(found))
    else:
        rows: list[tuple[str, ...]] = [("Logo", "SKU", "Title", "Type", "Status", "In storage", "Told")]
        rows += [_logo_row(held, look) for held in found]
        click.echo("\n".join(aligned(rows, indent="")) if len(rows) > 1 else "There are no such logos.")


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

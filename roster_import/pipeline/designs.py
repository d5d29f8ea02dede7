"""`designs` and `logos`: what the order system has, as it says now or as it was last asked."""

from __future__ import annotations

import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from roster_import.errors import AnswerLost, UsageError
from roster_import.files import write_whole
from roster_import.pipeline.catalogue_facts import codes_of, earlier_orders, is_offline, shelf
from roster_import.pipeline.effects import opened_ledger, sender, settings_catalogue
from roster_import.pipeline.sandbox import order_system
from roster_import.pipeline.session import NOBODY, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from roster_import.model.catalogue import Catalogue, ItemKind
    from roster_import.model.remote_catalogue import Assortment, Design, Held, Logo
    from roster_import.pipeline.catalogue_facts import Codes, Shelf
    from roster_import.pipeline.options import CatalogueCommand, TemplateCommand
    from roster_import.pipeline.session import Person
    from roster_import.place.fetch_catalogue import Asker, Told
    from roster_import.place.ledger.entry import Entry
    from roster_import.settings import Settings

Question = Callable[["Asker"], Awaitable[Any]]

ID = re.compile(r"[1-9][0-9]{0,17}")
CODE = re.compile(r"(MUL|SKU)\s*[-:]?\s*([0-9A-Za-z-]*[0-9][0-9A-Za-z-]*)", re.IGNORECASE)
_PICTURES = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What is looked with: settings, what is kept, the ids known for item numbers, the time, and who is told of trouble."""

    settings: Settings
    sandbox: bool
    refresh: bool
    place: Shelf
    assortment: Assortment
    catalogue: Catalogue
    codes: Codes
    titles: Mapping[int, str]
    now: float
    person: Person

    @property
    def offline(self) -> bool:
        """Whether only what is kept is shown."""
        return is_offline(self.settings)

    def told(self, told: Told) -> Look:
        """The look with what was told just now, which is kept."""
        assortment = told.kept_in(self.assortment, self.now)
        self.place.write(assortment)
        return replace(self, assortment=assortment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What there is to show: designs or logos with when each was told; `whole` where they were named one by one.

    `untold` are the ids of what nothing is known of; `missing` are ids and item numbers that the order system does not
    have, or does not show.
    """

    look: Look
    designs: tuple[Held[Design], ...] = ()
    logos: tuple[Held[Logo], ...] = ()
    whole: bool
    untold: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()


def designs(command: CatalogueCommand, person: Person = NOBODY) -> Shown:
    """Designs: those named by id or MUL, else all that are known here, or those with the words in their titles."""
    look = look_for(command, "design", person)
    numbers, unknown, words = _named(command.names, "design", look)
    if not numbers and not unknown:
        numbers = _with_words(_known_designs(look), words, look)
    named = bool(command.names) and not words
    look, missing = asked(look, "design", numbers, every=named)
    return _shown(look, "design", numbers, missing, unknown, whole=named)


def logos(command: CatalogueCommand, person: Person = NOBODY) -> Shown:
    """Logos: those named by id or SKU, else the list the order system has, or those with the words in their titles."""
    look = look_for(command, "logo", person)
    numbers, unknown, words = _named(command.names, "logo", look)
    if not numbers and not unknown:
        look, listed = listed_logos(look, words)
        return Shown(look=look, logos=tuple(listed), whole=False)
    look, missing = asked(look, "logo", numbers, every=True)
    return _shown(look, "logo", numbers, missing, unknown, whole=True)


def _shown(
    look: Look, kind: ItemKind, numbers: Sequence[int], missing: Sequence[int], unknown: Sequence[str], *, whole: bool
) -> Shown:
    unknown = [name for name in unknown if not _told_since(name, kind, look, numbers)]
    there = [number for number in numbers if number not in missing]
    known: Mapping[int, Held[Any]] = look.assortment.designs if kind == "design" else look.assortment.logos
    held = tuple(known[number] for number in there if number in known)
    return Shown(
        look=look,
        designs=held if kind == "design" else (),
        logos=held if kind == "logo" else (),
        whole=whole,
        untold=tuple(number for number in there if number not in known),
        missing=(*unknown, *map(str, missing)),
    )


def look_for(command: CatalogueCommand | TemplateCommand, kind: ItemKind, person: Person) -> Look:
    """What to look for designs or logos with; raises `UsageError` where the order system tells nothing of them."""
    settings = read_settings(command, person)
    if settings.target != "kitmaker":
        raise UsageError(f"Only kitmaker tells what it has; {settings.target} has no {kind}s to look at.")
    place = shelf(settings, sandbox=command.sandbox)
    catalogue = settings_catalogue(settings)
    entries = [entry for entry in catalogue.entries if entry.kind == kind and entry.id]
    with opened_ledger(settings, person.warn, make=False) as ledger:
        earlier = earlier_orders(settings, ledger, sandbox=command.sandbox)
    codes, titles = codes_of(earlier), _ordered(earlier, kind)
    codes |= {(entry.kind, entry.code.casefold()): entry.id for entry in entries if entry.code and entry.id}
    titles |= {entry.id: entry.title for entry in entries if entry.id}
    return Look(
        settings=settings,
        sandbox=command.sandbox,
        refresh=getattr(command, "refresh", False),
        place=place,
        assortment=place.read(),
        catalogue=catalogue,
        codes=codes,
        titles=titles,
        now=time.time(),
        person=person,
    )


def _ordered(earlier: Sequence[Entry], kind: ItemKind) -> dict[int, str]:
    """What earlier orders held of a kind: id -> title."""
    titles: dict[int, str] = {}
    for entry in earlier:
        designs, logos = (item.design for item in entry.order.designs), (item.logo for item in entry.order.logos)
        for ref in designs if kind == "design" else logos:
            if ref.id is not None:
                titles[ref.id] = ref.title or titles.get(ref.id, "")
    return titles


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
    wanted = [number for number in numbers if look.refresh or not fresh(number, look.now)]
    if look.offline or not wanted:
        return look, []
    designs, logos = (wanted, []) if kind == "design" else ([], wanted)

    def known(number: int) -> bool:
        return not look.refresh and look.assortment.fresh_logo(number, look.now)

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
        look.person.warn(f"{told.trouble.rstrip('.')}. What was known before is shown.")
    return look.told(told), [number for _, number in sorted(told.missing) if number in wanted]


def listed_logos(look: Look, words: str) -> tuple[Look, list[Held[Logo]]]:
    """The logos of the order system's own list; from what is kept where it is not asked or does not answer."""
    told = None if look.offline else _ask(look, lambda asker: asker.list_logos(words))
    if told and not told.trouble:
        look = look.told(told)
        return look, [look.assortment.logos[logo.id] for logo in told.logos]
    if told:
        look.person.warn(f"{told.trouble.rstrip('.')}. What was known before is shown.")
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

    with order_system(look.settings, sandbox=look.sandbox, poll_interval_given=False) as settings:
        return asyncio.run(ask(settings))


# ------------------------------------------------------------------------------------------------------ pictures


def save_pictures(shown: Shown, path: Path) -> Iterator[tuple[str, Path | None]]:
    """Save a preview picture of each, in a file or folder, over nothing that is there: its name and file, None for no picture."""
    items = [*(("design", held.item.id) for held in shown.designs), *(("logo", held.item.id) for held in shown.logos)]
    if items and shown.look.offline:
        raise UsageError("A preview is made by the order system; leave --offline out.")
    several = len(items) > 1 or path.is_dir() or not path.suffix
    if several and items:
        path.mkdir(parents=True, exist_ok=True)
    for kind, number in items:
        data = _picture(shown.look, kind, number)
        file = (path / f"{kind}-{number}{_suffix(data)}" if several else path) if data else None
        if file is not None:
            write_whole(file, data, replace=False)
        yield f"{kind} {number}", file


def _picture(look: Look, kind: str, number: int) -> bytes:
    from roster_import.targets.kitmaker.catalogue import logo_request, picture_request

    request = picture_request(number) if kind == "design" else logo_request(number)
    picture: bytes = _ask(look, lambda asker: asker.picture(request))
    return picture


def _suffix(data: bytes) -> str:
    return next((suffix for start, suffix in _PICTURES.items() if data.startswith(start)), ".bin")

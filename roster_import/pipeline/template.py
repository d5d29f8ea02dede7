"""`template`: a blank roster workbook, its Catalogue sheet filled with what the order system has of what is named."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.files import write_whole
from roster_import.language.messages import joined, say
from roster_import.model.catalogue import CatalogueEntry, Placeholders
from roster_import.model.order import DesignRef, LogoKind, LogoRef
from roster_import.model.remote_catalogue import placeholders
from roster_import.model.sheets import heading_key
from roster_import.pipeline.designs import CODE, ID, Look, asked, id_of, listed_logos, look_for
from roster_import.pipeline.session import NOBODY, read_settings, readers
from roster_import.targets.amounts import parse_amount
from roster_import.write.template.plan import CatalogueRow
from roster_import.write.template.workbook import template_name, template_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.language.messages import Said
    from roster_import.model.catalogue import Catalogue, ItemKind
    from roster_import.model.remote_catalogue import Design, Logo
    from roster_import.pipeline.options import TemplateCommand
    from roster_import.pipeline.session import Person

_TYPES = {LogoKind.NAME: "NameLogo", LogoKind.NUMBER: "NumberLogo", LogoKind.TEXT: "TextLogo"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A template as it was written: where it lies, its language, and what its reader should know of what is listed in it."""

    path: Path
    language: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stock:
    """What a template is filled with: the Catalogue sheet's rows, and the titles (by id) of the logos on its designs."""

    rows: tuple[CatalogueRow, ...] = ()
    logo_titles: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A design or logo as an option names it; `id` is None where a code is all that is known."""

    kind: ItemKind
    id: int | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What was found of one kind: rows, what stands in the way of a template, and what the user should know."""

    look: Look
    rows: tuple[CatalogueRow, ...] = ()
    faults: tuple[Said, ...] = ()
    notes: tuple[Said, ...] = ()


def template(command: TemplateCommand, person: Person = NOBODY) -> Template:
    """A blank roster workbook, written over nothing that is there unless it is told to; filled with what is named.

    Raises `UsageError` for a name that cannot be one, and for what the order system has not or did not tell.
    """
    language = command.language or readers(read_settings(command, person)).general
    name = template_name(language)
    path = command.out or Path(name)
    if path.is_dir():
        path = path / name
    if path.suffix.lower() != ".xlsx":
        raise UsageError(
            say("{path}: the template is an Excel workbook; give it a name that ends in .xlsx.", path=path)
        )
    if path.exists() and not command.force:
        raise UsageError(
            say("{path} is already there and was left alone. Give another name, or add --force.", path=path)
        )
    stock = _stocked(command, person)
    content = template_workbook(language, stock.rows, logo_titles=stock.logo_titles)
    write_whole(path, content, replace=command.force)
    return Template(path=path, language=language, notes=stock.notes)


def blank_roster(language: str, catalogue: Catalogue) -> bytes:
    """A blank roster whose Catalogue sheet and drop-downs are those of a catalogue, as the bytes of an .xlsx file."""
    rows = [
        CatalogueRow(
            title=entry.title,
            kind=entry.kind,
            id=entry.id,
            code=entry.code,
            type=entry.type or None,
            placeholders=_placeholders(entry.placeholders),
            sizes=entry.sizes,
            price=parse_amount(entry.price or ""),
        )
        for entry in catalogue.entries
    ]
    return template_workbook(language, rows)


def _stocked(command: TemplateCommand, person: Person) -> _Stock:
    """What the options `--design` and `--logo` name, asked for where it is not known; nothing where they name nothing."""
    named = (*_named("design", command.designs), *_named("logo", command.logos))
    if not named:
        _refuse_to_ask_for_nothing(command)
        return _Stock()
    kinds = [
        _found(command, [item for item in named if item.kind == kind], person)
        for kind in dict.fromkeys(item.kind for item in named)
    ]
    if faults := [fault for kind in kinds for fault in kind.faults]:
        raise UsageError(joined(*faults, say("Nothing was written.")))
    return _Stock(
        rows=tuple(row for kind in kinds for row in _told_apart(kind.rows)),
        logo_titles=_logo_titles(kind.look for kind in kinds),
        notes=tuple(note for kind in kinds for note in kind.notes),
    )


def _refuse_to_ask_for_nothing(command: TemplateCommand) -> None:
    if command.sandbox:
        raise UsageError(
            say(
                "A blank template asks the order system for nothing: name designs with --design or logos with --logo, or leave "
                "--sandbox out."
            )
        )


# --------------------------------------------------------------------------------------------------- what is named


def _named(kind: ItemKind, names: Iterable[str]) -> list[_Named]:
    return [_design_named(name.strip()) if kind == "design" else _logo_named(name.strip()) for name in names]


def _design_named(name: str) -> _Named:
    code = CODE.fullmatch(name)
    if code and code[1].casefold() == "mul":
        return _Named(kind="design", code=f"MUL{code[2]}")
    if ID.fullmatch(name):
        return _Named(kind="design", id=int(name))
    raise UsageError(
        say(
            "--design {name}: a design is named by its id, such as 298791, or by its MUL, such as MUL327187.", name=name
        )
    )


def _logo_named(name: str) -> _Named:
    code = CODE.fullmatch(name)
    if code and code[1].casefold() == "sku":
        return _Named(kind="logo", code=code[2])
    if ID.fullmatch(name):
        return _Named(kind="logo", id=int(name))
    raise UsageError(
        say("--logo {name}: a logo is named by its id, such as 494679, or by its SKU, such as sku:1019141.", name=name)
    )


# --------------------------------------------------------------------------------------------------- what is found


def _found(command: TemplateCommand, named: Sequence[_Named], person: Person) -> _Found:
    """What is known of the designs, or the logos, that are named, once the order system was asked."""
    kind = named[0].kind
    look = look_for(command, kind, person)
    look = _with_list(named, look)
    numbers = [item.id for item in _with_ids(named, look) if item.id is not None]
    look, missing = asked(look, kind, numbers, every=True)
    stock = _Found(look=look)
    for item in _once(_with_ids(named, look)):  # an answer may tell the id of a code that stands beside it
        stock = _with(stock, item, is_missing=item.id in missing)
    return stock


def _with_list(named: Iterable[_Named], look: Look) -> Look:
    """With the order system's list of logos where an SKU's id is not known here: there is no look-up by SKU, but a list."""
    unknown = [item for item in _with_ids(named, look) if item.kind == "logo" and item.id is None]
    return listed_logos(look, "")[0] if unknown and not look.offline else look


def _with_ids(named: Iterable[_Named], look: Look) -> list[_Named]:
    return [item if item.id is not None else replace(item, id=_id_of_code(item, look)) for item in named]


def _id_of_code(item: _Named, look: Look) -> int | None:
    code = CODE.fullmatch(item.code or "" if item.kind == "design" else f"sku:{item.code}")
    return id_of(code, item.kind, look) if code else None


def _once(named: Iterable[_Named]) -> Iterable[_Named]:
    """Each design or logo once, however often and in whatever way it is named."""
    once: dict[int | str, _Named] = {}
    for item in named:
        once.setdefault(item.id or (item.code or "").casefold(), item)
    return once.values()


def _with(stock: _Found, item: _Named, *, is_missing: bool) -> _Found:
    look = stock.look
    own, held = _in_catalogue(item, look), _held(item, look)
    if own is None and (is_missing or (held is None and item.code is None)):
        return replace(stock, faults=(*stock.faults, _is_missing(item) if is_missing else _is_untold(item, look)))
    row = _design_row(item, own, held, look) if item.kind == "design" else _logo_row(item, own, held)
    notes = (_is_draft(row),) if held and held.state == "draft" else ()
    notes = notes if own or held else (_is_code_alone(item),)
    notes = (_is_only_in_catalogue(item, row),) if is_missing else notes
    return replace(stock, rows=(*stock.rows, row), notes=(*stock.notes, *notes))


def _in_catalogue(item: _Named, look: Look) -> CatalogueEntry | None:
    """What the user's own catalogue says of it."""
    for number, code in ((item.id, None), (None, item.code)):
        if number is not None or code is not None:
            ref = DesignRef(id=number, mul=code) if item.kind == "design" else LogoRef(id=number, sku=code)
            if entry := look.catalogue.entry_of(ref):
                return entry
    return None


def _held(item: _Named, look: Look) -> Any:
    """What the order system told of it, now or earlier."""
    told = look.assortment.designs if item.kind == "design" else look.assortment.logos
    held = told.get(item.id) if item.id is not None else None
    return held.item if held else None


# ------------------------------------------------------------------------------------------------------ what is said


def _is_missing(item: _Named) -> Said:
    if item.kind == "design":
        return say("The order system has no design {id}, or none that you may see.", id=item.id)
    return say("The order system has no logo {id}, or none that you may see; an SKU is written sku:{id}.", id=item.id)


def _is_only_in_catalogue(item: _Named, row: CatalogueRow) -> Said:
    listed = say("{title} is listed as your own catalogue has it.", title=row.title)
    return joined(_is_missing(item), listed)


def _is_untold(item: _Named, look: Look) -> Said:
    if look.offline:
        return say("{item} was never asked for. Leave --offline out.", item=f"{item.kind} {item.id}".capitalize())
    return say("The order system did not tell of {item}.", item=f"{item.kind} {item.id}")


def _is_draft(row: CatalogueRow) -> Said:
    return say("{title} is a draft: it is listed, but cannot be ordered before it is finished.", title=row.title)


def _is_code_alone(item: _Named) -> Said:
    return say(
        "{code} is listed by its code alone, without a title: the order system has no look-up by item number, and nothing "
        "here tells its id. Name it by its id to have it whole.",
        code=item.code if item.kind == "design" else f"sku:{item.code}",
    )


# ---------------------------------------------------------------------------------------------------------- the rows


def _design_row(item: _Named, own: CatalogueEntry | None, held: Design | None, look: Look) -> CatalogueRow:
    told = placeholders(held, look.assortment.logos, telling=False) if held else Placeholders()
    if own and told.name is None and told.number is None:
        told = own.placeholders
    return replace(_row(item, own, held), placeholders=_placeholders(told), sizes=own.sizes if own else ())


def _logo_row(item: _Named, own: CatalogueEntry | None, held: Logo | None) -> CatalogueRow:
    told = held and (_TYPES.get(held.kind) if held.kind else "Logo" if held.type else None)
    return replace(_row(item, own, held), type=told or (own.type or None if own else None))


def _row(item: _Named, own: CatalogueEntry | None, held: Design | Logo | None) -> CatalogueRow:
    """Title and codes: the title is the user's own, where they wrote item down."""
    code = item.code or (held.code if held else None) or (own.code if own else None)
    title = (own.title if own else "") or (held.title if held else "")
    # A semicolon would divide several designs in a cell of the roster.
    title = " ".join(title.replace(";", ",").split()) or code or str(item.id)
    return CatalogueRow(title=title, kind=item.kind, id=item.id, code=code)


def _placeholders(told: Placeholders) -> tuple[str, ...]:
    """The Placeholders cell, which never says more than is known: `601005?` may be a placeholder."""
    if told.name is False and told.number is False:
        return ("none",)
    known = [f"{_TYPES[kind]} {number}" for number, kind in told.kinds]
    known = known or [word for word, has in (("name", told.name), ("number", told.number)) if has]
    if known and (told.name is None or told.number is None):
        known += [f"{number}?" for number in sorted(told.ids - {number for number, _ in told.kinds})]
    return tuple(known)


def _told_apart(rows: Sequence[CatalogueRow]) -> Iterable[CatalogueRow]:
    """The rows, those of item title with their codes behind it: a title must say which is meant."""
    count = Counter(heading_key(row.title) for row in rows)
    for row in rows:
        alone = count[heading_key(row.title)] == 1
        yield row if alone else replace(row, title=f"{row.title} ({row.code or row.id})")


def _logo_titles(looks: Iterable[Look]) -> Mapping[str, str]:
    return {str(number): held.item.title for look in looks for number, held in look.assortment.logos.items()}

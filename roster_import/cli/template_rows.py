"""`template --design … --logo …`: what the order system has of the designs and logos named, as rows of the Catalogue sheet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import click

from roster_import.cli.designs import CODE, ID, Look, asked, id_of, listed_logos, look_for
from roster_import.errors import UsageError
from roster_import.language.messages import joined, say
from roster_import.language.translations import in_language
from roster_import.model.catalogue import CatalogueEntry, Placeholders
from roster_import.model.columns import heading_key
from roster_import.model.order import DesignRef, LogoKind, LogoRef
from roster_import.model.remote_catalogue import placeholders
from roster_import.write.template.plan import CatalogueRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.language.messages import Said
    from roster_import.model.catalogue import ItemKind
    from roster_import.model.remote_catalogue import Design, Logo

_TYPES = {LogoKind.NAME: "NameLogo", LogoKind.NUMBER: "NumberLogo", LogoKind.TEXT: "TextLogo"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What a template is filled with: the Catalogue sheet's rows, and the titles (by id) of the logos on its designs."""

    rows: tuple[CatalogueRow, ...] = ()
    logo_titles: Mapping[str, str] = field(default_factory=dict)


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


def stocked(options: Mapping[str, Any], language: str) -> Stock:
    """What the options `--design` and `--logo` name, asked for where it is not known; nothing where they name nothing.

    Says on stderr, in the language, what is listed by its code alone and what is a draft. Raises `UsageError` for a name
    that cannot be one, and for what the order system has not or did not tell.
    """
    named = (*_named("design", options["designs"]), *_named("logo", options["logos"]))
    if not named:
        _refuse_to_ask_for_nothing(options)
        return Stock()
    found = [
        _found(options, [one for one in named if one.kind == kind]) for kind in dict.fromkeys(n.kind for n in named)
    ]
    if faults := [fault for one in found for fault in one.faults]:
        raise UsageError(joined(*faults, say("Nothing was written.")))
    for note in (note for one in found for note in one.notes):
        click.echo(f"roster-import: {in_language(note, language)}", err=True)
    rows = tuple(row for one in found for row in _told_apart(one.rows))
    return Stock(rows=rows, logo_titles=_logo_titles(one.look for one in found))


def _refuse_to_ask_for_nothing(options: Mapping[str, Any]) -> None:
    if options["sandbox"]:
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


def _found(options: Mapping[str, Any], named: Sequence[_Named]) -> _Found:
    """What is known of the designs, or the logos, that are named, once the order system was asked."""
    kind = named[0].kind
    look = look_for({**options, "refresh": False}, kind)
    look = _with_list(named, look)
    numbers = [one.id for one in _with_ids(named, look) if one.id is not None]
    look, missing = asked(look, kind, numbers, every=True)
    found = _Found(look=look)
    for one in _once(_with_ids(named, look)):  # an answer may tell the id of a code that stands beside it
        found = _with(found, one, is_missing=one.id in missing)
    return found


def _with_list(named: Iterable[_Named], look: Look) -> Look:
    """With the order system's list of logos where an SKU's id is not known here: there is no look-up by SKU, but a list."""
    unknown = [one for one in _with_ids(named, look) if one.kind == "logo" and one.id is None]
    return listed_logos(look, "")[0] if unknown and not look.offline else look


def _with_ids(named: Iterable[_Named], look: Look) -> list[_Named]:
    return [one if one.id is not None else replace(one, id=_id_of_code(one, look)) for one in named]


def _id_of_code(one: _Named, look: Look) -> int | None:
    code = CODE.fullmatch(one.code or "" if one.kind == "design" else f"sku:{one.code}")
    return id_of(code, one.kind, look) if code else None


def _once(named: Iterable[_Named]) -> Iterable[_Named]:
    """Each design or logo once, however often and in whatever way it is named."""
    found: dict[int | str, _Named] = {}
    for one in named:
        found.setdefault(one.id or (one.code or "").casefold(), one)
    return found.values()


def _with(found: _Found, one: _Named, *, is_missing: bool) -> _Found:
    look = found.look
    own, held = _in_catalogue(one, look), _held(one, look)
    if own is None and (is_missing or (held is None and one.code is None)):
        return replace(found, faults=(*found.faults, _is_missing(one) if is_missing else _is_untold(one, look)))
    row = _design_row(one, own, held, look) if one.kind == "design" else _logo_row(one, own, held)
    notes = (_is_draft(row),) if held and held.state == "draft" else ()
    notes = notes if own or held else (_is_code_alone(one),)
    notes = (_is_only_in_catalogue(one, row),) if is_missing else notes
    return replace(found, rows=(*found.rows, row), notes=(*found.notes, *notes))


def _in_catalogue(one: _Named, look: Look) -> CatalogueEntry | None:
    """What the user's own catalogue says of it."""
    for number, code in ((one.id, None), (None, one.code)):
        if number is not None or code is not None:
            ref = DesignRef(id=number, mul=code) if one.kind == "design" else LogoRef(id=number, sku=code)
            if entry := look.catalogue.entry_of(ref):
                return entry
    return None


def _held(one: _Named, look: Look) -> Any:
    """What the order system told of it, now or earlier."""
    told = look.assortment.designs if one.kind == "design" else look.assortment.logos
    held = told.get(one.id) if one.id is not None else None
    return held.item if held else None


# ------------------------------------------------------------------------------------------------------ what is said


def _is_missing(one: _Named) -> Said:
    if one.kind == "design":
        return say("The order system has no design {id}, or none that you may see.", id=one.id)
    return say("The order system has no logo {id}, or none that you may see; an SKU is written sku:{id}.", id=one.id)


def _is_only_in_catalogue(one: _Named, row: CatalogueRow) -> Said:
    listed = say("{title} is listed as your own catalogue has it.", title=row.title)
    return joined(_is_missing(one), listed)


def _is_untold(one: _Named, look: Look) -> Said:
    if look.offline:
        return say("{item} was never asked for. Leave --offline out.", item=f"{one.kind} {one.id}".capitalize())
    return say("The order system did not tell of {item}.", item=f"{one.kind} {one.id}")


def _is_draft(row: CatalogueRow) -> Said:
    return say("{title} is a draft: it is listed, but cannot be ordered before it is finished.", title=row.title)


def _is_code_alone(one: _Named) -> Said:
    return say(
        "{code} is listed by its code alone, without a title: the order system has no look-up by item number, and nothing "
        "here tells its id. Name it by its id to have it whole.",
        code=one.code if one.kind == "design" else f"sku:{one.code}",
    )


# ---------------------------------------------------------------------------------------------------------- the rows


def _design_row(one: _Named, own: CatalogueEntry | None, held: Design | None, look: Look) -> CatalogueRow:
    told = placeholders(held, look.assortment.logos, telling=False) if held else Placeholders()
    if own and told.name is None and told.number is None:
        told = own.placeholders
    return replace(_row(one, own, held), placeholders=_placeholders(told), sizes=own.sizes if own else ())


def _logo_row(one: _Named, own: CatalogueEntry | None, held: Logo | None) -> CatalogueRow:
    told = held and (_TYPES.get(held.kind) if held.kind else "Logo" if held.type else None)
    return replace(_row(one, own, held), type=told or (own.type or None if own else None))


def _row(one: _Named, own: CatalogueEntry | None, held: Design | Logo | None) -> CatalogueRow:
    """Title and codes: the title is the user's own, where they wrote one down."""
    code = one.code or (held.code if held else None) or (own.code if own else None)
    title = (own.title if own else "") or (held.title if held else "")
    # A semicolon would divide several designs in a cell of the roster.
    title = " ".join(title.replace(";", ",").split()) or code or str(one.id)
    return CatalogueRow(title=title, kind=one.kind, id=one.id, code=code)


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
    """The rows, those of one title with their codes behind it: a title must say which is meant."""
    count = Counter(heading_key(row.title) for row in rows)
    for row in rows:
        alone = count[heading_key(row.title)] == 1
        yield row if alone else replace(row, title=f"{row.title} ({row.code or row.id})")


def _logo_titles(looks: Iterable[Look]) -> Mapping[str, str]:
    return {str(number): held.item.title for look in looks for number, held in look.assortment.logos.items()}

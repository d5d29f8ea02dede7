"""Order details: from the Order sheet or a CSV file's own columns, then the option, then the settings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roster_import.check.countries import country_code
from roster_import.check.missing_reference import no_reference
from roster_import.language.messages import joined, listed, say, say_n
from roster_import.model.order import Delivery, OrderDetails, normal_reference
from roster_import.model.problem import Place
from roster_import.model.workbook import CellKind
from roster_import.recognise.order_values import LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.model.problem import Level, Problem
    from roster_import.model.workbook import Cell
    from roster_import.recognise.order_values import OrderSheet


_NEEDED = ("delivery-name", "delivery-address", "delivery-zip", "delivery-city", "delivery-country")
_ADDRESS = ("delivery-address", "delivery-zip", "delivery-city")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What stands in for what the workbook leaves open: the `--reference` option, then the settings.

    `organizations` are the vendor children of the settings, ids by the names they go by; empty: any id will do.
    """

    reference: str | None = None
    order: Mapping[str, str] = field(default_factory=dict)
    organizations: Mapping[str, str] = field(default_factory=dict)
    delivery: Mapping[str, str] = field(default_factory=dict)

    def setting(self, key: str) -> str:
        """The setting for a label's key, empty where there is none."""
        if key.startswith("delivery-"):
            return self.delivery.get(key.removeprefix("delivery-").replace("-", "_"), "")
        return self.order.get(key.replace("-", "_"), "")

    @property
    def any_reference(self) -> str:
        """The reference of the option, else of the settings, empty where there is none."""
        return self.reference or self.setting("reference")

    def setting_name(self, key: str) -> str:
        """How the setting for a label's key is written in the settings file."""
        table, name = ("delivery", key.removeprefix("delivery-")) if key.startswith("delivery-") else ("order", key)
        return f"[{table}] {name.replace('-', '_')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The fields one order's details are read from, the sheet they stand on, and where its labels stand.

    `near` are the cells that are nearly a label which is missing, by its key, and `elsewhere` the sheets of the fields that
    stand on another than the rest.
    """

    sheet: str | None
    fields: Mapping[str, Cell]
    places: Mapping[str, str] = field(default_factory=dict)
    near: Mapping[str, Cell] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    @property
    def reference(self) -> Cell | None:
        """The cell that names the order, if one does."""
        cell = self.fields.get("reference")
        return cell if cell and cell.text else None

    def sheet_of(self, key: str) -> str | None:
        """The sheet that a field stands on, or belongs on."""
        return self.elsewhere.get(key, self.sheet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """The details of orders, none of an order of which something is wrong, and everything that is."""

    orders: tuple[OrderDetails, ...] = ()
    problems: tuple[Problem, ...] = ()


def sources(order: OrderSheet | None) -> tuple[Source, ...]:
    """One source per order of the Order sheet; none without such a sheet."""
    if order is None:
        return ()
    places = order.places or ({},) * len(order.rows)
    return tuple(
        Source(sheet=order.sheet, fields=row, places=at, near=order.near)
        for row, at in zip(order.rows, places, strict=True)
    )


def only_reference(given: Sequence[Source], defaults: Defaults) -> str | None:
    """The reference of rows that name none: the option, else the Order sheet's only one, else the setting's."""
    if defaults.reference:
        return defaults.reference
    named = {cell.text for source in given if (cell := source.reference)}
    if len(named) == 1:
        return named.pop()
    return None if named else defaults.setting("reference") or None


def reference_problems(given: Sequence[Source], defaults: Defaults) -> list[Problem]:
    """What is to be said of the references the workbook and the option give."""
    cells = [(source, cell) for source in given if (cell := source.reference)]
    if twice := _named_twice(cells):
        return twice
    if defaults.reference and len(cells) > 1:
        message = say(
            "--reference {reference} names one order, but this file holds {count} with references of their own. "
            "Leave the option out.",
            reference=defaults.reference,
            count=len(cells),
        )
        return [Place(sheet=cells[0][0].sheet).error("reference-ambiguous", message)]
    if defaults.reference and cells and cells[0][1].text != defaults.reference:
        source, cell = cells[0]
        message = say(
            "The sheet says {text!r}, the order is placed as {reference!r}, as --reference asks.",
            text=cell.text,
            reference=defaults.reference,
        )
        return [_at(source, "reference", "warning", "reference-replaced", message, cell)]
    return []


def _named_twice(cells: Sequence[tuple[Source, Cell]]) -> list[Problem]:
    """An error for every order that is described again, and otherwise: neither is taken for the other."""
    first: dict[str, Source] = {}
    problems = []
    for source, cell in cells:
        before = first.setdefault(normal_reference(cell.text), source)
        if _texts_of(before) != _texts_of(source):
            message = say(
                "Order {text!r} is described twice, and not alike. Keep one of the rows, or give the other a reference "
                "of its own.",
                text=cell.text,
            )
            problems.append(_at(source, "reference", "error", "order-described-twice", message, cell))
    return problems


def _texts_of(source: Source) -> dict[str, str]:
    return {key: cell.text for key, cell in source.fields.items() if cell.text and key != "reference"}


def details_of_orders(
    references: Sequence[str], given: Sequence[Source], order: OrderSheet | None, defaults: Defaults, *, lacking: bool
) -> Details:
    """The details of orders, each from the source that names it, else the first; `lacking`: a reference is missing altogether."""
    orders: list[OrderDetails] = []
    problems = [no_reference(order)] if lacking else []
    named = {cell.text: source for source in reversed(given) if (cell := source.fields.get("reference"))}
    usual = given[0] if given else _no_source(order)  # several orders may share one address
    for reference in references:
        details, wrong = order_details(reference, named.get(reference, usual), defaults)
        orders += [details] if details else []
        problems += wrong
    return Details(orders=tuple(orders), problems=tuple(problems))


def _no_source(order: OrderSheet | None) -> Source:
    return Source(sheet=order.sheet, fields={}, near=order.near) if order else Source(sheet=None, fields={})


def order_details(reference: str, source: Source, defaults: Defaults) -> tuple[OrderDetails | None, list[Problem]]:
    """The details of one order, or what is wrong with them; everything wrong is found at once."""
    texts = {key: _text(key, source, defaults) for key in LABELS}
    problems = [*_broken_cells(source), *_missing(texts, source, defaults), *_mixed_address(source, defaults)]
    country = country_code(texts["delivery-country"])
    if texts["delivery-country"] and country is None:
        problems.append(_unknown_country(texts["delivery-country"], source))
    if texts["email"] and not _EMAIL.fullmatch(texts["email"]):
        problems.append(_bad_email(source, texts["email"]))
    organization = _organization(texts["organization-id"], defaults)
    if organization is None:
        organization = ""
        problems.append(_bad_organization(source, texts["organization-id"], defaults))
    if any(problem.level == "error" for problem in problems):
        return None, problems
    return _details(reference, texts, country or "", organization), problems


def details_as_written(reference: str, source: Source | None, defaults: Defaults) -> OrderDetails | None:
    """The details of one order for showing, never for ordering: as they are written, right or wrong; None without any."""
    known = source or Source(sheet=None, fields={})
    texts = {key: _text(key, known, defaults) for key in LABELS}
    if not any(text for key, text in texts.items() if key != "reference"):
        return None
    country = texts["delivery-country"]
    return _details(
        reference, texts, country_code(country) or country, _organization(texts["organization-id"], defaults) or ""
    )


def _details(reference: str, texts: Mapping[str, str], country: str, organization: str) -> OrderDetails:
    return OrderDetails(
        reference=reference,
        comment=texts["comment"] or None,
        origin_of_delivery=texts["origin-of-delivery"] or None,
        email=texts["email"] or None,
        contact_name=texts["contact-name"] or None,
        organization_id=int(organization) if organization else None,
        delivery=Delivery(
            name=texts["delivery-name"],
            address=texts["delivery-address"],
            zip=texts["delivery-zip"],
            city=texts["delivery-city"],
            country=country,
            contact_person=texts["delivery-contact-person"] or None,
        ),
    )


def _organization(text: str, defaults: Defaults) -> str | None:
    """The id of a vendor child given by id or by a name of the settings; None where it is neither."""
    named = {name.casefold(): number for name, number in defaults.organizations.items()}
    number = named.get(text.casefold(), text)
    if not number:
        return ""
    listed = not named or number in named.values()
    return number if listed and re.fullmatch(r"[1-9][0-9]*", number) else None


def _text(key: str, source: Source, defaults: Defaults) -> str:
    cell = source.fields.get(key)
    return cell.text if cell and cell.text else defaults.setting(key)


# ----------------------------------------------------------------------------------------------------- problems


def _broken_cells(source: Source) -> list[Problem]:
    kinds = (CellKind.ERROR, CellKind.UNCALCULATED)
    return [
        _at(source, key, "error", "cell-without-value", _without_value(key), cell)
        for key, cell in source.fields.items()
        if cell.kind in kinds
    ]


def _without_value(key: str) -> str:
    return say(
        "{heading} has no value that can be read: the formula shows an error or was never calculated. Open the file in "
        "Excel and save it, or type the value.",
        heading=LABELS[key],
    )


def _missing(texts: Mapping[str, str], source: Source, defaults: Defaults) -> list[Problem]:
    missing = [key for key in _NEEDED if not texts[key]]
    if len(missing) == len(_NEEDED) and source.near.keys().isdisjoint(missing):
        names = joined(*(LABELS[key] for key in missing), between=", ")
        message = (
            say(
                "There is no delivery address: {names} are missing. Fill them in on the Order sheet, or set them "
                "once under [delivery] in roster-import.toml.",
                names=names,
            )
            if source.sheet
            else say(
                "There is no delivery address: {names} are missing. Add a sheet Order that says them, or set them once "
                "under [delivery] in roster-import.toml.",
                names=names,
            )
        )
        return [Place(sheet=source.sheet).error("delivery-missing", message)]
    return [_missing_field(key, source, defaults) for key in missing]


def _missing_field(key: str, source: Source, defaults: Defaults) -> Problem:
    if near := source.near.get(key):
        message = say(
            "{heading} is missing. {label!r} at {where} is no label of the Order sheet: if that is what it means, write "
            "{heading} there.",
            heading=LABELS[key],
            label=near.text,
            where=f"{source.sheet}!{near.address}",
        )
        return _at(source, key, "error", "delivery-missing", message, near)
    return _at(source, key, "error", "delivery-missing", _fill_in(key, source, defaults), None)


def _fill_in(key: str, source: Source, defaults: Defaults) -> str:
    known = {"heading": LABELS[key], "setting": defaults.setting_name(key)}
    if key in source.places:
        return say(
            "{heading} is missing. Fill it in at {where}, or set {setting} in the settings.",
            where=f"{source.sheet}!{source.places[key]}",
            **known,
        )
    if source.sheet:
        return say("{heading} is missing. Fill it in on the Order sheet, or set {setting} in the settings.", **known)
    return say("{heading} is missing. Add a sheet Order that says it, or set {setting} in the settings.", **known)


def _mixed_address(source: Source, defaults: Defaults) -> list[Problem]:
    """An address half from the sheet and half from the settings is likely to be no address at all."""
    given = [key for key in _ADDRESS if (cell := source.fields.get(key)) and cell.text]
    filled = [key for key in _ADDRESS if key not in given and defaults.setting(key)]
    if not given or not filled:
        return []
    message = say_n(
        "{names} was taken from the settings, the rest of the address from the sheet. Check that they belong together.",
        "{names} were taken from the settings, the rest of the address from the sheet. Check that they belong together.",
        len(filled),
        names=listed([LABELS[key] for key in filled]),
    )
    return [_at(source, filled[0], "warning", "delivery-mixed", message, None)]


def _unknown_country(text: str, source: Source) -> Problem:
    message = say("{text!r} is not a country we know. Write its two-letter code, such as DK, or its name.", text=text)
    return _at(source, "delivery-country", "error", "country-unknown", message, source.fields.get("delivery-country"))


def _bad_email(source: Source, text: str) -> Problem:
    message = say(
        "{text!r} is not an e-mail address. Write one such as anna@example.com, or leave it empty.", text=text
    )
    return _at(source, "email", "error", "email-invalid", message, source.fields.get("email"))


def _bad_organization(source: Source, text: str, defaults: Defaults) -> Problem:
    cell = source.fields.get("organization-id")
    if not defaults.organizations:
        message = say(
            "{text!r} is not an organization id: it is a whole number, or a name listed under [organizations] in "
            "the settings. Correct it, or leave it empty for your own.",
            text=text,
        )
        return _at(source, "organization-id", "error", "organization-invalid", message, cell)
    names = ", ".join(f"{name} ({number})" for name, number in defaults.organizations.items())
    message = say(
        "{text!r} is none of the organizations of the settings: {names}. Correct it, add it under "
        "[organizations], or leave it empty for your own.",
        text=text,
        names=names,
    )
    return _at(source, "organization-id", "error", "organization-unknown", message, cell)


def _at(source: Source, key: str, level: Level, code: str, message: str, cell: Cell | None) -> Problem:
    """A problem at a field of the order: at its cell, or at the empty cell beside its label."""
    place = cell.address if cell else source.places.get(key)
    row = cell.row if cell else _row_of(place)
    at = Place(sheet=source.sheet_of(key), cell=place, row=row, column=LABELS[key], value=cell.text if cell else None)
    return at.problem(level, code, message)


def _row_of(place: str | None) -> int | None:
    digits = re.search(r"(?<![0-9])[0-9]++$", place or "")
    return int(digits[0]) if digits else None

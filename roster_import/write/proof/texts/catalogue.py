"""The texts a proof needs, whatever the language; `{…}` stands for what is put in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Counted = tuple[str, str]
"""A text for one, and a text for any other count; `{count}` is the number as the reader writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofTexts:
    """Every text of a proof in one language. A line break divides what is written into an empty place of a shirt."""

    language: str
    title: str
    draft: str
    code: str  # {code}
    as_of: str  # {date}
    lead: str
    draft_lead: str
    nothing_drawn: str
    all_well: str
    look: Counted
    kinds: Mapping[str, str]  # the warnings of shirts by their codes; "" stands for any other
    errors: Counted
    elsewhere: str
    error: str
    warning: str
    see_notes: tuple[str, str]  # in front of one number, and of several
    notes: str

    order: str  # {reference}
    no_reference: str
    deliver_to: str
    contact_person: str  # {name}
    contact: str
    comment: str
    origin_of_delivery: str
    organization: str
    in_all: str

    pieces: Counted
    loose_logos: Counted
    design: str
    size: str
    no_size: str
    sizes_of: str  # {design}
    total: str
    quantity: str
    quantity_unknown: str

    back: str
    name_said: str  # {name}
    number_said: str  # {number}
    no_name: str
    no_number: str
    nothing_printed: str
    placeholder: str  # {id}
    player: str  # {name}
    row: str  # {sheet} {rows}
    checked: str

    loose_title: str
    logo: str
    printed: str
    storage: str
    rows: str

    sign_title: str
    sign: str  # {goods} {reference}
    sign_no_way_back: str
    sign_name: str
    sign_date: str
    sign_signature: str
    note: str
    made_by: str  # {version}

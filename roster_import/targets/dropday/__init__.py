"""Dropday: the order document, the answers, the look-up by external id, and what an order found differs in.

Sources: Dropday › Orders; Dropday › Authentication. Dropday knows an order by its `external_id`: sent a second time it
is answered "Order already exists" with 200, whatever is in it, so what is found is always read back and compared.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from roster_import.errors import AnswerLost, NoAnswer
from roster_import.language.messages import joined, say
from roster_import.model.layout import Meaning
from roster_import.model.order import normal_reference, spellings
from roster_import.model.placement import Progress, Status
from roster_import.model.problem import Objection
from roster_import.model.request import Request
from roster_import.targets.answers import (
    fault_text,
    json_object,
    must_tell,
    objects_of,
    printable,
    refusal,
    text_of,
    whole_of,
)
from roster_import.targets.dropday.documents import (
    confirmation_of,
    differences,
    order_document,
    products_of,
    shipping_cost,
    unlike_goods,
    unlike_order,
)
from roster_import.targets.limits import no_organizations, no_storage, priced, unreadable_prices
from roster_import.targets.protocol import Access, Ask, Pause, Place, Reached, Refused, Used, needed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.model.order import Order
    from roster_import.model.placement import Confirmation, Difference
    from roster_import.model.request import Reply
    from roster_import.targets.dropday.documents import Product
    from roster_import.targets.protocol import Following, Look, Sending, Talk

_LOOKS = 5  # how often an order is looked for that is said to exist
_MOST_PAGES = 50
_TAKEN = re.compile(r"\b(?:taken|exists|unique|in use)\b", re.IGNORECASE)  # of a name, where it is the one fault
_PRODUCT = re.compile(r"products\.([0-9]+)(?:\.(.+))?")
_MEANINGS = {
    "price": Meaning.PRICE,
    "quantity": Meaning.QUANTITY,
    "name": Meaning.DESIGN,
    "reference": Meaning.DESIGN,
    "custom.size": Meaning.SIZE,
    "custom.name": Meaning.NAME,
    "custom.number": Meaning.NUMBER,
    "custom.player": Meaning.PLAYER,
}
# The documents write firstname where the field is first_name (Dropday › Orders › Responses): both are known.
_LABELS = {
    "external_id": "reference",
    "email": "email",
    "shipping_address.first_name": "delivery-contact-person",
    "shipping_address.firstname": "delivery-contact-person",
    "shipping_address.last_name": "delivery-contact-person",
    "shipping_address.lastname": "delivery-contact-person",
    "shipping_address.company_name": "delivery-name",
    "shipping_address.address1": "delivery-address",
    "shipping_address.postcode": "delivery-zip",
    "shipping_address.city": "delivery-city",
    "shipping_address.country": "delivery-country",
    "shipping.note": "comment",
}


class Dropday:
    """Dropday's side of the `Target` seam. Settings: source, shipping_cost, shipping_name, test_order."""

    name = "dropday"
    title = "Dropday"
    recognises_repeats = True  # by the external id (Dropday › Orders › Responses)
    taking_time = 0.0
    confirms_at_once = True
    wants_prices = True
    wants_players = True
    wants_roster = False

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        shipping_cost(settings)

    def access(self) -> Access:
        """`api-key` and `account-id` (Dropday › Authentication)."""
        url, key, account = needed(self.name, self._settings, "url", "api_key", "account_id")
        base = url if url.endswith("/api/v1") else f"{url}/api/v1"
        headers = {"api-key": key, "account-id": account, "Accept": "application/json"}
        return Access(url=base, headers=headers, secrets=(key,))

    def probes(self) -> tuple[Request, Request]:
        """The list of orders, once for whether it answers, once for whether it knows us."""
        look = Request(method="GET", path="/orders?per_page=1")
        return look, look

    def check(self, order: Order) -> tuple[Objection, ...]:
        """Dropday needs a price for everything, and knows neither vendor children nor storage."""
        account = say("the account of the settings")
        return (
            *no_organizations(order, self.title, account),
            *_prices(order),
            *unreadable_prices(order),
            *no_storage(order, self.title),
        )

    def body(self, order: Order, again: int) -> str:
        """The order as Dropday documents it; a test order has a name of its own, so that it never blocks the real one."""
        return order_document(order, again, self._settings)

    def placing(self, sending: Sending) -> Talk:
        """`POST /orders`; what was there before is found, read and compared, never taken on trust."""
        wanted = json.loads(sending.body)
        headers = {"Content-Type": "application/json"}
        request = Request(method="POST", path="/orders", body=sending.body, headers=headers)
        answer: _Created | Refused | Used | None = yield from _spelt_otherwise(wanted["external_id"])
        if answer is None:
            answer = yield Place(request=request, read=_created)
        if isinstance(answer, Refused | Used):
            return answer
        reference = answer.reference or (yield from _looked_up(wanted["external_id"]))
        if answer.existed:
            standing = yield Ask(request=_read_one(reference), read=_order)
            ours = (sending.lost or answer.after_loss) and _called(standing) == wanted["external_id"]
            # Once ours may have been taken, an order for the same goods is ours, though money or address read otherwise: what
            # differs is said of it then, and to be told to order it under another name would be to order it twice.
            if changed := unlike_goods(wanted, standing) if ours else unlike_order(wanted, standing):
                return _another(wanted, standing, changed)
        what = "was there already" if answer.existed else "created"
        yield Reached(what=what, tracking_id=reference, order_number=reference)
        return Progress(status=Status.PENDING, tracking_id=reference, order_number=reference)

    def following(self, sending: Sending) -> Following:
        """`GET /orders/{reference}`: by Dropday's own reference, not by the external id.

        The reference is a number where an order is created and a text where it is read (`"DD-98541"`): where the first
        is not known, the order is looked for by its external id.
        """
        reference = sending.tracking_id or ""
        order = yield from _read_if_there(reference)
        if order is None:
            listed = yield from _searched(json.loads(sending.body)["external_id"])
            order = (yield from _read_if_there(listed)) if listed else None
        if order is None:
            return Progress(status=Status.PENDING, tracking_id=reference)
        return Progress(
            status=Status.COMPLETED, tracking_id=reference, order_number=reference, confirmation=confirmation_of(order)
        )

    def objections(self, order: Order, refused: Refused) -> tuple[Objection, ...]:
        """The cells behind the dotted paths of a 422, such as `products.3.price` (Dropday › Orders › Responses)."""
        products = products_of(order, order.reference)
        return tuple(_objection(path, words, products) for path, words in refused.faults)

    def differences(self, order: Order, confirmation: Confirmation, body: str) -> tuple[Difference, ...]:
        """The order as a whole, and line by line, by the external id each line was given."""
        return differences(order, confirmation, body)


# ------------------------------------------------------------------------------------------ what it cannot carry


def _prices(order: Order) -> Iterator[Objection]:
    for item in priced(order):
        if not item.price:
            message = say(
                "{label} has no price, and {system} takes no order without one. Fill in the Price column, or Price on the "
                "Catalogue sheet.",
                label=item.label,
                system="Dropday",
            )
            yield item.objection("error", "price-missing", message)


# ------------------------------------------------------------------------------------------ what is answered


@dataclass(frozen=True, slots=True, kw_only=True)
class _Created:
    existed: bool
    reference: str | None
    after_loss: bool = False


def _created(reply: Reply) -> _Created | Refused | Used:
    if reply.code == 422:
        return _of_fields(reply)
    if refused := refusal(reply):
        return refused
    document = json_object(reply)
    message = str(document.get("message", "")).casefold()
    if "exist" not in message and "created" not in message:
        raise AnswerLost(
            say(
                "Dropday's answer says neither that the order was created nor that it exists: {said}",
                said=fault_text(reply),
            )
        )
    reference = text_of(document.get("reference"))
    return _Created(existed="exist" in message, reference=reference, after_loss=reply.after_loss)


def _of_fields(reply: Reply) -> Refused | _Created:
    faults = _faults(reply)
    said = printable("; ".join(f"{path}: {words}" for path, words in faults))
    if [path for path, _ in faults] == ["external_id"] and _TAKEN.search(said):
        # Whose it is, only the order itself says.
        return _Created(existed=True, reference=None, after_loss=reply.after_loss)
    return Refused(message=joined("HTTP 422:", said) if said else fault_text(reply), code=422, faults=faults)


def _faults(reply: Reply) -> tuple[tuple[str, str], ...]:
    try:
        errors = json_object(reply).get("errors")
    except AnswerLost:
        return ()
    if not isinstance(errors, dict):
        return ()
    return tuple(
        (path, printable(" ".join(map(str, words)) if isinstance(words, list) else str(words)))
        for path, words in errors.items()
    )


def _read_one(reference: str) -> Request:
    return Request(method="GET", path=f"/orders/{quote(reference, safe='')}")


def _read_if_there(reference: str) -> Look:
    order: dict[str, Any] | None = yield Ask(request=_read_one(reference), read=_order_if_there)
    return order


def _order_if_there(reply: Reply) -> dict[str, Any] | None:
    return None if reply.code == 404 else _order(reply)


def _order(reply: Reply) -> dict[str, Any]:
    must_tell(reply)
    document = json_object(reply)
    inner = document.get("data")
    order = inner if isinstance(inner, dict) else document
    if not isinstance(order.get("order_lines"), list):
        raise AnswerLost(say("Dropday's answer is no order: it has no order_lines."))
    return order


def _looked_up(external_id: str) -> Look:
    """The reference of the order with just this external id; the filter of the list matches parts as well."""
    for look in range(_LOOKS):
        if look:
            yield Pause(doublings=look)
        reference = yield from _searched(external_id)
        if reference is not None:
            return reference
    raise AnswerLost(say("Dropday says that an order {reference} exists, but does not list it.", reference=external_id))


def _searched(external_id: str) -> Look:
    orders = yield from _fitting(external_id)
    return next((text_of(order.get("reference")) for order in orders if _called(order) == external_id), None)


def _spelt_otherwise(external_id: str) -> Look:
    """The order that people would call the same, under an external id that Dropday takes for another; None where none is.

    Where Dropday lists nothing, that stands in nobody's way: what is spelt alike it knows itself.
    """
    name, orders = normal_reference(external_id), []
    for spelt in spellings(external_id):
        try:
            orders += yield from _fitting(spelt)
        except NoAnswer:
            return None
    fitting = [order for order in orders if normal_reference(_called(order)) == name]
    if not fitting or any(_called(order) == external_id for order in fitting):
        return None
    return _Created(existed=True, reference=text_of(fitting[0].get("reference")))


def _fitting(external_id: str) -> Look:
    """Every order that Dropday lists for an external id: parts of it, other cases, or just this."""
    orders: list[Mapping[str, Any]] = []
    for page in range(1, _MOST_PAGES + 1):
        query = urlencode({"external_id": external_id, "include_test": "true", "per_page": 100, "page": page})
        listed = yield Ask(request=Request(method="GET", path=f"/orders?{query}"), read=partial(_listed, page))
        orders += listed.orders
        if not listed.more:
            return orders
    raise AnswerLost(say("Dropday lists more than {count} pages of orders that fit.", count=_MOST_PAGES))


def _called(order: Mapping[str, Any]) -> str:
    return str(order.get("external_id"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    orders: Sequence[Mapping[str, Any]]
    more: bool


def _listed(page: int, reply: Reply) -> _Listed:
    must_tell(reply)
    document = json_object(reply)
    orders = document.get("data")
    if not isinstance(orders, list):
        raise AnswerLost(say("Dropday's list of orders holds no data."))
    return _Listed(orders=objects_of(orders), more=_has_next(document, page))


def _has_next(document: Mapping[str, Any], page: int) -> bool:
    """Whether a list goes on: by its links, else by its count of pages, as the list of products has it at the top."""
    links, meta = document.get("links"), document.get("meta")
    if isinstance(links, dict) and "next" in links:
        return bool(links["next"])
    if "next_page_url" in document:
        return bool(document["next_page_url"])
    last = whole_of((meta if isinstance(meta, dict) else document).get("last_page"))
    return last is not None and page < last


def _another(wanted: Mapping[str, Any], standing: Mapping[str, Any], changed: Sequence[str]) -> Used:
    message = say(
        "an order {reference} exists already and is another: {count} lines were meant, it has {found}; different: "
        "{lines}",
        reference=wanted["external_id"],
        count=len(wanted["products"]),
        found=len(standing["order_lines"]),
        lines=printable(", ".join(changed)),
    )
    return Used(message=message, code=200)


def _objection(path: str, words: str, products: Sequence[Product]) -> Objection:
    place = _PRODUCT.fullmatch(path)
    message = say("{system} says of {field}: {words}", system="Dropday", field=path, words=words)
    if place is None or int(place[1]) >= len(products):
        return Objection(level="error", code="refused", message=message, detail=_LABELS.get(path))
    product = products[int(place[1])]
    meaning = _MEANINGS.get(place[2] or "", Meaning.DESIGN)
    return Objection(level="error", code="refused", message=message, origins=product.origins, meaning=meaning)

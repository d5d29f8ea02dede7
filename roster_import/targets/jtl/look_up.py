"""What is looked up in JTL-Wawi before and while an order is placed: customers, companies, items, orders, lines.

Filters are only narrowing: what they match (parts, other case) is not documented, so that every hit is compared again.
Pages are turned by HasNextPage, never by NextPageNumber, which stays at the last page (JTL › Query Sales Orders); where it is
not said, by TotalItems: of a page only that, its number, its size and its items are there for certain.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from roster_import.errors import AnswerLost, NotTold
from roster_import.language.messages import say, templates
from roster_import.model.order import normal_reference, spellings
from roster_import.model.request import Request
from roster_import.targets.answers import fault_text, json_any, printable, whole_of
from roster_import.targets.protocol import Ask, Refused, Unplaceable

if TYPE_CHECKING:
    from roster_import.model.request import Reply
    from roster_import.targets.protocol import Look, Talk, Used

Document = Mapping[str, Any]

_MOST_PAGES = 200


class Ended(Exception):
    """Leaves a talk from inside one of its parts, with what it learnt."""

    def __init__(self, end: Refused | Used | Unplaceable) -> None:
        super().__init__(end.message)
        self.end = end


def ending(parts: Talk) -> Talk:
    """A talk that ends with what one of its parts leaves it with."""
    try:
        return (yield from parts)
    except Ended as ended:
        return ended.end


def paged(path: str, **query: object) -> Look:
    """Every document of a paged list."""
    documents: list[Document] = []
    for page in range(1, _MOST_PAGES + 1):
        asked = urlencode({**query, "pageNumber": page, "pageSize": 100})
        document = yield Ask(request=Request(method="GET", path=f"{path}?{asked}"), read=_page)
        documents += document["Items"]
        if is_last(document, len(documents)):
            return documents
    raise AnswerLost(say("JTL-Wawi lists more than {count} pages of what fits.", count=_MOST_PAGES))


def is_last(page: Document, seen: int) -> bool:
    """Whether nothing comes behind a page of either version; `seen` are the documents on it and on those before it."""
    told = {name.casefold(): value for name, value in page.items()}
    if isinstance(told.get("hasnextpage"), bool):
        return not told["hasnextpage"]
    total = whole_of(told.get("totalitems"))
    return not told["items"] or (total is not None and seen >= total)


def company_id(settings: Mapping[str, Any]) -> Look:
    """The company to order for: by id, by exact name, or the only one there is."""
    given = settings.get("company_id")
    if given and str(given).isdigit():
        return int(given)
    name = str(settings.get("company") or given or "")
    companies = yield Ask(request=Request(method="GET", path="/companies"), read=_list)
    fitting = [company for company in companies if not name or _same(company.get("Name"), name)]
    return _the_one(fitting, say("company {name}", name=name) if name else say("company"), "[jtl] company_id")


def customer_id(settings: Mapping[str, Any]) -> Look:
    """The customer to order for: by id, by number, or by exact name."""
    given = settings.get("customer_id")
    if given and str(given).isdigit():
        return int(given)
    text = str(settings.get("customer") or given or "")
    numbered = yield from paged("/customers", number=text)
    fitting = [customer for customer in numbered if _same(customer.get("Number"), text)]
    if not fitting:
        named = yield from paged("/customers", searchKeyWord=text)
        fitting = [customer for customer in named if any(_same(name, text) for name in _names(customer))]
    return _the_one(fitting, say("customer {name}", name=text), "[jtl] customer_id")


def item_id(sku: str) -> Look:
    """The item with just this SKU; None where there is none. What has children is no item to be ordered."""
    items = yield from paged("/items", searchKeyWord=sku)
    for item in items:
        if str(item.get("SKU", "")).strip().upper() == sku.strip().upper():
            if item.get("ChildItems"):
                said = say(
                    "the item {sku} has variants and cannot be ordered itself: name theirs by size in [jtl] items",
                    sku=sku,
                )
                short = say("the item {sku} has variants and cannot be ordered itself", sku=sku)
                raise Ended(Unplaceable(message=said, faults=((sku, short),)))
            return item["Id"]
    return None


def orders_named(number: str) -> Look:
    """The orders with this external number, however it is spelt, that are not cancelled, oldest first."""
    orders = yield from paged("/salesOrders", externalOrderNumber=number)
    name = normal_reference(number)
    fitting = (order for order in orders if normal_reference(str(order.get("ExternalNumber") or "")) == name)
    return sorted((order for order in fitting if not order.get("IsCancelled")), key=lambda order: int(order["Id"]))


def orders_spelt_otherwise(number: str) -> Look:
    """The orders that people would call the same, where the list knows but one spelling of an external number."""
    orders: dict[str, Document] = {}
    for spelt in spellings(number)[1:]:
        orders |= {str(order["Id"]): order for order in (yield from orders_named(spelt))}
    return sorted(orders.values(), key=lambda order: int(order["Id"]))


def lines_of_order(number: int | str) -> Look:
    """The lines an order has; None where the order is not shown, as it is pending."""
    request = Request(method="GET", path=f"/salesOrders/{number}/lineitems")
    lines = yield Ask(request=request, read=if_there(reading["list"]))
    return lines


def one_order(number: int | str) -> Look:
    """The order of that id; None where it is not shown, as it is pending."""
    document = yield Ask(request=Request(method="GET", path=f"/salesOrders/{number}"), read=if_there(reading["object"]))
    if document is not None and str(document.get("Id")) != str(number):
        raise AnswerLost(say("JTL-Wawi's answer is not the order {number} that was asked for.", number=number))
    return document


def if_there(read: Callable[[Reply], Any]) -> Callable[[Reply], Any]:
    """The same reading, and None for what is not there (404)."""
    return lambda reply: None if reply.code == 404 else read(reply)


def _the_one(fitting: list[Document], what: str, setting: str) -> int:
    if len(fitting) != 1:
        ids = ", ".join(str(document.get("Id")) for document in fitting[:5])
        if fitting:
            said = say(
                "JTL-Wawi has more than one {what} (ids {ids}): correct {setting} in the settings",
                what=what,
                ids=ids,
                setting=setting,
            )
        else:
            said = say("JTL-Wawi has no {what}: correct {setting} in the settings", what=what, setting=setting)
        raise Ended(Unplaceable(message=said))
    return int(fitting[0]["Id"])


def _names(customer: Document) -> tuple[str, ...]:
    address = customer.get("BillingAddress") or {}
    person = " ".join(str(address.get(part) or "") for part in ("FirstName", "LastName"))
    return (str(address.get("Company") or ""), person.strip())


def _same(text: object, other: str) -> bool:
    return bool(other) and str(text or "").strip().casefold() == other.strip().casefold()


def _page(reply: Reply) -> Document:
    document = _object(reply)
    if not isinstance(document.get("Items"), list):
        raise AnswerLost(say("JTL-Wawi's answer is no list: it has no {field}.", field="Items"))
    return document


def _object(reply: Reply) -> Document:
    document: Document = _of_kind(reply, dict)
    return document


def _list(reply: Reply) -> list[Document]:
    documents: list[Document] = _of_kind(reply, list)
    return [document for document in documents if isinstance(document, dict)]


def _of_kind(reply: Reply, kind: type) -> Any:
    if reply.code >= 400:
        raise NotTold(_said(reply), code=reply.code)
    document = json_any(reply)
    if not isinstance(document, kind):
        raise AnswerLost(say("JTL-Wawi's answer has not the form that is documented."))
    return document


reading: Mapping[str, Callable[[Reply], Any]] = {"object": _object, "list": _list}


# ---------------------------------------------------------------------------------------------- what is turned down

_KNOWN_CODES = templates(
    {
        "401": "it does not know us: check the client id and secret, or the API key (roster-import doctor tries them)",
        "402": "there is no licence, or the app has not been authorised in JTL-Wawi",
        "403": "the app lacks a scope it needs; register it again with more",
        "412": "a header is missing that it asks for: check tenant_id",
    }
)


def refusal(reply: Reply) -> Refused | None:
    """What an answer of 400 and above to what places says, in JTL's words; None for any other."""
    if reply.code < 400:
        return None
    return Refused(message=_said(reply), code=reply.code, faults=_faults(_document(reply)))


def _said(reply: Reply) -> str:
    """JTL's words, with what is known of the code."""
    document = _document(reply)
    words = [str(document[name]) for name in _NAMED if document.get(name)]
    words += [f"{path}: {said}" for path, said in _faults(document)]
    said = f"HTTP {reply.code}: {printable('; '.join(words))}" if words else fault_text(reply)
    if (code := str(reply.code)) in _KNOWN_CODES:
        return say("{said} ({meant})", said=said, meant=say(_KNOWN_CODES[code]))
    return said


_NAMED = ("ErrorMessage", "errorMessage")


def _document(reply: Reply) -> dict[str, Any]:
    try:
        document = json_any(reply)
    except AnswerLost:
        return {}
    return document if isinstance(document, dict) else {}


def _faults(document: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Field by field: values are texts in the guide, and anything in the document of the interface."""
    faults = document.get("ValidationErrors") or document.get("validationErrors")
    if not isinstance(faults, dict):
        return ()
    return tuple(
        (str(path), printable(" ".join(map(str, said)) if isinstance(said, list) else str(said)))
        for path, said in faults.items()
    )

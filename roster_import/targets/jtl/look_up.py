"""What is looked up in JTL-Wawi before and while an order is placed: customers, companies, items, orders, lines.

Filters are only narrowing: what they match (parts, other case) is not documented, so that every hit is compared again.
Pages are turned by HasNextPage, never by NextPageNumber, which stays at the last page (JTL › Query Sales Orders).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlencode

from roster_import.errors import AnswerLost
from roster_import.language.messages import say
from roster_import.model.request import Request
from roster_import.targets.answers import json_any
from roster_import.targets.jtl.answers import turned_down
from roster_import.targets.protocol import Ask, Pause, Reached, Refused

if TYPE_CHECKING:
    from roster_import.model.request import Reply

Document = Mapping[str, Any]
Look: TypeAlias = Generator[Ask | Reached | Pause, Any, Any]

_MOST_PAGES = 200


def paged(path: str, **query: object) -> Look:
    """Every document of a paged list."""
    found: list[Document] = []
    for page in range(1, _MOST_PAGES + 1):
        asked = urlencode({**query, "pageNumber": page, "pageSize": 100})
        document = yield Ask(request=Request(method="GET", path=f"{path}?{asked}"), read=_page)
        found += document["Items"]
        if not document.get("HasNextPage"):
            break
    return found


def company_id(settings: Mapping[str, Any]) -> Look:
    """The company to order for: by id, by exact name, or the only one there is."""
    given = settings.get("company_id")
    if given and str(given).isdigit():
        return int(given)
    name = str(settings.get("company") or given or "")
    companies = yield Ask(request=Request(method="GET", path="/companies"), read=_list)
    fitting = [one for one in companies if not name or _same(one.get("Name"), name)]
    return _the_one(fitting, say("company {name}", name=name) if name else say("company"), "[jtl] company_id")


def customer_id(settings: Mapping[str, Any]) -> Look:
    """The customer to order for: by id, by number, or by exact name."""
    given = settings.get("customer_id")
    if given and str(given).isdigit():
        return int(given)
    text = str(settings.get("customer") or given or "")
    numbered = yield from paged("/customers", number=text)
    fitting = [one for one in numbered if _same(one.get("Number"), text)]
    if not fitting:
        named = yield from paged("/customers", searchKeyWord=text)
        fitting = [one for one in named if any(_same(name, text) for name in _names(one))]
    return _the_one(fitting, say("customer {name}", name=text), "[jtl] customer_id")


def item_id(sku: str) -> Look:
    """The item with just this SKU; None where there is none. What has children is no item to be ordered."""
    found = yield from paged("/items", searchKeyWord=sku)
    for one in found:
        if str(one.get("SKU", "")).strip().upper() == sku.strip().upper():
            if one.get("ChildItems"):
                said = say(
                    "the item {sku} has variants and cannot be ordered itself: name theirs by size in [jtl] items",
                    sku=sku,
                )
                raise Refused(said, code=0)
            return one["Id"]
    return None


def orders_named(number: str) -> Look:
    """The orders with just this external number that are not cancelled, oldest first."""
    found = yield from paged("/salesOrders", externalOrderNumber=number)
    fitting = [one for one in found if one.get("ExternalNumber") == number and not one.get("IsCancelled")]
    return sorted(fitting, key=lambda one: int(one["Id"]))


def lines_of_order(number: int | str) -> Look:
    """The lines an order has."""
    lines = yield Ask(request=Request(method="GET", path=f"/salesOrders/{number}/lineitems"), read=_list)
    return lines


def one_order(number: int | str) -> Look:
    """The order of that id."""
    document = yield Ask(request=Request(method="GET", path=f"/salesOrders/{number}"), read=_object)
    return document


def _the_one(fitting: list[Document], what: str, setting: str) -> int:
    if len(fitting) != 1:
        ids = ", ".join(str(one.get("Id")) for one in fitting[:5])
        if fitting:
            said = say(
                "JTL-Wawi has more than one {what} (ids {ids}): correct {setting} in the settings",
                what=what,
                ids=ids,
                setting=setting,
            )
        else:
            said = say("JTL-Wawi has no {what}: correct {setting} in the settings", what=what, setting=setting)
        raise Refused(said, code=0)
    return int(fitting[0]["Id"])


def _names(customer: Document) -> tuple[str, ...]:
    address = customer.get("BillingAddress") or {}
    person = " ".join(str(address.get(part) or "") for part in ("FirstName", "LastName"))
    return (str(address.get("Company") or ""), person.strip())


def _same(one: object, other: str) -> bool:
    return bool(other) and str(one or "").strip().casefold() == other.strip().casefold()


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
    return [one for one in documents if isinstance(one, dict)]


def _of_kind(reply: Reply, kind: type) -> Any:
    turned_down(reply)
    document = json_any(reply)
    if not isinstance(document, kind):
        raise AnswerLost(say("JTL-Wawi's answer has not the form that is documented."))
    return document


reading: Mapping[str, Callable[[Reply], Any]] = {"object": _object, "list": _list}

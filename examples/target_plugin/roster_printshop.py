"""Orders at a print shop over HTTP: one that knows a key again, and an older one that has to be asked first."""

import json
from urllib.parse import quote

from roster_import.errors import AnswerLost
from roster_import.model.layout import Meaning
from roster_import.model.placement import Confirmation, ConfirmedItem, Progress, Status
from roster_import.model.request import Request
from roster_import.targets import Access, Ask, Objection, Place, Reached, Refused, Used, compare, needed
from roster_import.targets.answers import fault_text, json_object, must_tell, objects_of, refusal, text_of, whole_of
from roster_import.targets.limits import no_organizations, no_storage

DETAILS = ("comment", "email", "contact_name", "origin_of_delivery")
MEANINGS = {"size": Meaning.SIZE, "name": Meaning.NAME, "number": Meaning.NUMBER, "quantity": Meaning.QUANTITY}
STATES = {"open": Status.PENDING, "confirmed": Status.COMPLETED, "cancelled": Status.FAILED}


class PrintShop:
    """The shop makes one order of all requests with one Idempotency-Key, and answers 409 where their bodies differ."""

    name = "printshop"
    title = "the print shop"
    recognises_repeats = True
    taking_time = 0.0
    confirms_at_once = False
    wants_prices = False
    wants_players = False
    wants_roster = False

    def __init__(self, settings):
        self._settings = settings

    def access(self):
        url, key = needed(self.name, self._settings, "url", "api_key")
        return Access(url=url, headers={"Authorization": f"Bearer {key}"}, secrets=(key,))

    def check(self, order):
        """The shop knows one customer, and keeps nothing in storage."""
        return (*no_organizations(order, self.title, "the customer of the key"), *no_storage(order, self.title))

    def body(self, order, again):
        """The order as the shop wants it. It never holds a time or a random number: the same order is the same text."""
        details, to = order.details, order.details.delivery
        document = {
            "name": f"{order.reference} ({again + 1})" if again else order.reference,
            "reference": order.reference,
            **{name: getattr(details, name) or "" for name in DETAILS},
            "delivery": {
                "name": to.name,
                "address": to.address,
                "zip": to.zip,
                "city": to.city,
                "country": to.country,
                "contactPerson": to.contact_person or "",
            },
            "lines": [line for line, _ in _lines(order)],
        }
        return json.dumps(document, ensure_ascii=False)

    def placing(self, sending):
        """Sent as often as it takes: under its key it is one order."""
        answer = yield Place(request=_post(sending, {"Idempotency-Key": sending.key}), read=_taken)
        return answer if isinstance(answer, Refused | Used) else (yield from _followed(answer))

    def following(self, sending):
        """One look. Whoever calls it looks again later."""
        request = Request(method="GET", path=f"/orders/{quote(sending.tracking_id, safe='')}")
        return (yield Ask(request=request, read=_progress))

    def objections(self, order, refused):
        """The cells behind `lines.3.size`: the shop counts the lines as they were sent."""
        lines = list(_lines(order))
        return tuple(_objection(path, words, lines) for path, words in refused.faults)

    def probes(self):
        """Who we are: anybody gets an answer, 401 without a key."""
        request = Request(method="GET", path="/me")
        return request, request

    def differences(self, order, confirmation, body):
        return compare.differences(order, confirmation)


class OldShop(PrintShop):
    """It knows no keys and takes the same order twice: its list, which shows all it has taken, is asked before it is sent."""

    name = "oldshop"
    title = "the old shop"
    recognises_repeats = False

    def __init__(self, settings):
        super().__init__(settings)
        # An order whose answer was lost may be under way for so long: it is not sent again, nor missed, before.
        self.taking_time = float(settings.get("taking_time", 120))

    def placing(self, sending):
        """Looked for by its name, also where this machine never sent it: another one may have."""
        wanted = json.loads(sending.body)
        look = Request(method="GET", path=f"/orders?name={quote(wanted['name'], safe='')}")
        there = yield Ask(request=look, read=_listed)
        if there is None:
            there = yield Place(request=_post(sending, {}, repeatable=False), read=_taken, looked=True)
            if isinstance(there, Refused | Used):
                return there
        elif any(there.get(name) != value for name, value in wanted.items()):
            return Used(message=f"{self.title} has another order called {wanted['name']}")
        return (yield from _followed(there))


# ------------------------------------------------------------------------------------------------ what is sent


def _post(sending, headers, *, repeatable=True):
    headers = {"Content-Type": "application/json", **headers}
    return Request(method="POST", path="/orders", body=sending.body, headers=headers, repeatable=repeatable)


def _lines(order):
    """Every line of the document, with the rows it came from; an id where the catalogue has one, else the code."""
    for item in order.designs:
        for one in item.instances:
            values = [{"logo": value.logo_id, "value": value.value} for value in one.values]
            told = {"size": one.size, "name": one.name, "number": one.number, "values": values}
            thing = {"kind": "design", "id": item.design.id, "code": item.design.mul, "title": item.design.label}
            yield {**thing, **told, "quantity": one.quantity}, one.origins
    for logo in order.logos:
        thing = {"kind": "logo", "id": logo.logo.id, "code": logo.logo.sku, "title": logo.logo.label}
        if not logo.digits:
            yield {**thing, "value": logo.value, "quantity": logo.quantity}, logo.origins
        for entry in logo.digits:
            yield {**thing, "value": entry.digit, "quantity": entry.quantity}, entry.origins


def _objection(path, words, lines):
    part, at, field = (*path.split("."), "", "")[:3]
    if part != "lines" or not at.isdigit() or int(at) >= len(lines):
        return Objection(level="error", code="printshop-refused", message=f"{path}: {words}")
    line, origins = lines[int(at)]
    thing = Meaning.DESIGN if line["kind"] == "design" else Meaning.LOGO
    return Objection(
        level="error",
        code="printshop-refused",
        message=f"The shop says of {line['title']}: {words}",
        origins=origins,
        meaning=MEANINGS.get(field),
        ordered_by=thing,
    )


# ----------------------------------------------------------------------------------------------- what is answered


def _taken(reply):
    """The order as the shop took it. A no is handed on as it is: what it proves is not ours to say."""
    if reply.code == 422:
        fields = json_object(reply).get("fields") or {}
        faults = tuple((path, str(words)) for path, words in fields.items())
        return Refused(message=fault_text(reply), code=422, faults=faults)
    return refusal(reply) or _with_id(json_object(reply))


def _with_id(document):
    if not text_of(document.get("id")):
        raise AnswerLost(f"The shop's answer is no order, as it has no id: {str(document)[:80]}")
    return document


def _listed(reply):
    must_tell(reply)
    orders = objects_of(json_object(reply).get("orders"))
    return _with_id(orders[0]) if orders else None


def _followed(document):
    """What was reached is written down before anything else is asked; then the order is followed."""
    handles = {"tracking_id": text_of(document["id"]), "order_number": text_of(document.get("number"))}
    yield Reached(what="taken", **handles)
    return Progress(status=Status.PENDING, **handles)


def _progress(reply):
    must_tell(reply)
    document = _with_id(json_object(reply))
    status = STATES.get(document.get("state"))
    if status is None:
        raise AnswerLost(f"The shop's answer has a state that nobody knows: {document.get('state')!r}")
    return Progress(
        status=status,
        tracking_id=text_of(document["id"]),
        order_number=text_of(document.get("number")),
        error=text_of(document.get("reason")) if status is Status.FAILED else None,
        confirmation=_confirmation(document) if status is Status.COMPLETED else None,
    )


def _confirmation(document):
    return Confirmation(
        order_number=text_of(document.get("number")),
        delivery_date=text_of(document.get("deliveryDate")),
        currency=text_of(document.get("currency")),
        total=text_of(document.get("total")),
        reference=text_of(document.get("reference")),
        delivery={name: text_of(value) or "" for name, value in (document.get("delivery") or {}).items()},
        items=tuple(_item(line) for line in objects_of(document.get("lines"))),
    )


def _item(line):
    return ConfirmedItem(
        kind="logo" if line.get("kind") == "logo" else "design",
        id=whole_of(line.get("id")),
        quantity=whole_of(line.get("quantity")) or 0,
        **{name: text_of(line.get(name)) for name in ("code", "title")},
        **{name: text_of(line.get(name)) or "" for name in ("size", "name", "number", "value")},
    )

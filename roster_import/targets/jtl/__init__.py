"""JTL-Wawi: header and lines in two calls made safe by looking first; the one-call create of version 2.

Sources: JTL › Create Sales Order, Create Sales Order Line Item, Query Sales Orders; guides › Authentication, Error handling.
JTL-Wawi knows no keys and does not mind two orders with one external number: an order is looked for before anything is
sent, what is found is completed and never made a second time, and a look that proves nothing is a person's question.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.language.messages import either, say
from roster_import.model.order import normal_reference
from roster_import.model.request import Request
from roster_import.model.setting_names import FILE_NAME, __version__
from roster_import.model.vat import Vat
from roster_import.targets.fields import more_than_sent
from roster_import.targets.jtl import version_1, version_2
from roster_import.targets.jtl.documents import (
    header_differences,
    line_differences,
    lines_of,
    mark_of,
    order_document,
)
from roster_import.targets.jtl.look_up import item_id
from roster_import.targets.jtl.objections import objections_to_lines
from roster_import.targets.jtl.order_lines import taking_time
from roster_import.targets.limits import no_organizations, no_storage, priced, unreadable_prices
from roster_import.targets.protocol import Access, Token, needed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.model.order import Order
    from roster_import.model.placement import Confirmation, ConfirmedItem, Difference
    from roster_import.model.problem import Objection
    from roster_import.targets.protocol import Following, Look, Refused, Sending, Talk

_CLOUD = "https://api.jtl-cloud.com/erp"
_CLOUD_TOKENS = "https://auth.jtl-cloud.com/oauth2/token"
_APP = "roster-import"
_SLOW = 90.0  # seconds JTL-Wawi may take to answer (clients in the field wait as long)


class Jtl:
    """JTL-Wawi's side of the `Target` seam; settings: docs/targets.md."""

    name = "jtl"
    title = "JTL-Wawi"
    recognises_repeats = False
    confirms_at_once = True
    wants_prices = True
    total_vat = Vat.WITH  # of `TotalGrossAmount` (JTL-Wawi API › SalesOrderPaymentDetails)
    wants_players = True

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        # Not by default: the workbook may hold columns about people that nobody means to send.
        self.wants_roster = str(settings.get("attach_roster", "no")).casefold() in ("yes", "true", "1")
        self.taking_time = _seconds(settings)
        _choice(settings, "prices", ("net", "gross", "none"))
        _choice(settings, "unknown_item", ("refuse", "text"))
        _choice(settings, "api_version", ("1", "2"))
        self._modern = str(settings.get("api_version", "1")) == "2"
        if self._modern and self.wants_roster:
            raise UsageError(say("The setting [jtl] attach_roster needs api_version 1: version 2 attaches no files."))

    def app(self) -> dict[str, str]:
        """What the program is called, as every request says and as it is registered on an own server."""
        return {
            "X-AppId": str(self._settings.get("app_id") or f"{_APP}/{__version__}"),
            "X-AppVersion": str(self._settings.get("app_version") or __version__),
        }

    def access(self) -> Access:
        """Bearer tokens and a tenant in the cloud, `Wawi` and the key of a registered app on an own server."""
        app = {
            **self.app(),
            "Accept": "application/json",
            **({"x-api-key": str(gateway)} if (gateway := self._settings.get("gateway_key")) else {}),
        }
        self._customer_named()
        if self._settings.get("api_key"):
            url, key = needed(self.name, self._settings, "url", "api_key")
            headers = {**app, "Authorization": f"Wawi {key}", "api-version": "1.0"}
            return Access(url=url, headers=headers, secrets=(key, *self._gateway()), timeout=_SLOW)
        client, secret, tenant = needed(self.name, self._settings, "client_id", "client_secret", "tenant_id")
        url = str(self._settings.get("url") or _CLOUD)
        tokens = str(self._settings.get("token_url") or _CLOUD_TOKENS)
        return Access(
            url=url,
            # Version 1.0 of its documents calls it tenant-id, every later one x-tenant-id.
            headers={**app, "X-Tenant-ID": tenant, "tenant-id": tenant},
            secrets=(secret, *self._gateway()),
            token=Token(url=tokens, client_id=client, client_secret=secret),
            timeout=_SLOW,
        )

    def _gateway(self) -> tuple[str, ...]:
        return tuple(filter(None, (str(self._settings.get("gateway_key") or ""),)))

    def _customer_named(self) -> None:
        if self._modern:
            needed(self.name, self._settings, "company_id", "customer_id")
        elif not self._settings.get("customer_id") and not self._settings.get("customer"):
            raise UsageError(
                say(
                    "To place orders with jtl, say for which customer: set ROSTER_IMPORT_JTL_CUSTOMER_ID, or [jtl] "
                    "customer_id or customer (its number or exact name) in {file}. Nothing was sent.",
                    file=FILE_NAME,
                )
            )

    def probes(self) -> tuple[Request, Request]:
        """`GET /info` (JTL › Connection test), and the companies."""
        return Request(method="GET", path="/info"), Request(method="GET", path="/companies")

    def check(self, order: Order) -> tuple[Objection, ...]:
        """JTL-Wawi knows neither vendor children nor storage; what has no price costs nothing there."""
        customer = say("the customer of the settings")
        return (
            *no_organizations(order, self.title, customer),
            *no_storage(order, self.title),
            *unreadable_prices(order),
            *self._without_price(order),
        )

    def _without_price(self, order: Order) -> Iterator[Objection]:
        if self._settings.get("items") or self._settings.get("prices") == "none":
            return
        for item in priced(order):
            if not item.price:
                message = say(
                    "{label} has no price and is no item of {system}: its line will cost nothing there.",
                    label=item.label,
                    system=self.title,
                )
                yield item.objection("warning", "price-missing", message)

    def body(self, order: Order, again: int) -> str:
        """What is wanted: the ids of customer, company and items are looked up when it is placed."""
        return order_document(order, again, self._settings)

    def placing(self, sending: Sending) -> Talk:
        """Look first; then header, lines and file one by one (version 1), or all in one call (version 2)."""
        return (
            version_2.placing(sending, self._settings) if self._modern else version_1.placing(sending, self._settings)
        )

    def following(self, sending: Sending) -> Following:
        """The order and its lines as JTL-Wawi has them; a pending order is not shown, and is asked for again."""
        return version_2.following(sending) if self._modern else version_1.following(sending)

    def finding(self, sending: Sending, number: str) -> Look:
        """The id of the order with just this number, as a person reads it in JTL-Wawi; None where none is listed."""
        return version_2.numbered(sending, number) if self._modern else version_1.numbered(number)

    def looking(self, body: str) -> Look:
        """Look whether every item of an order is there, and nothing else: what placing it would end with, or None."""
        find, lines = version_2.item_id if self._modern else item_id, json.loads(body)["lines"]
        return version_1.looking(lines, self._settings, find)

    def objections(self, order: Order, refused: Refused) -> tuple[Objection, ...]:
        """The rows behind complaints about single lines, such as `[3].Quantity`."""
        return objections_to_lines(order, refused.faults, self._settings)

    def differences(self, order: Order, confirmation: Confirmation, body: str) -> tuple[Difference, ...]:
        """The order as a whole, and line by line, by the mark each line was given."""
        sent = json.loads(body)
        wanted = {mark_of(line["Notice"]): line for line in sent["lines"]}
        confirmed: dict[str, list[ConfirmedItem]] = {}
        for item in confirmation.items:
            confirmed.setdefault(normal_reference(item.line), []).append(item)  # earlier versions kept it as written
        differences = [*header_differences(sent["header"], sent["lines"], confirmation)]
        for line, origins in lines_of(order, str(sent["header"]["ExternalNumber"]), self._settings):
            mark = mark_of(line["Notice"])
            differences += line_differences({**wanted.get(mark, {}), **line}, origins, confirmed.pop(mark, []))
        return (*differences, *(more_than_sent(item, self.title) for items in confirmed.values() for item in items))


def _seconds(settings: Mapping[str, Any]) -> float:
    """The setting taking_time. Raises `UsageError` where it is no number of seconds."""
    try:
        seconds = taking_time(settings)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < float("inf"):
        raise UsageError(
            say(
                "The setting [jtl] taking_time must be a number of seconds, not {value!r}.",
                value=settings["taking_time"],
            )
        )
    return seconds


def _choice(settings: Mapping[str, Any], name: str, choices: Sequence[str]) -> None:
    value = settings.get(name)
    if value is not None and str(value) not in choices:
        raise UsageError(
            say(
                "The setting [jtl] {name} must be {choices}, not {value!r}.",
                name=name,
                choices=either(choices),
                value=value,
            )
        )

"""Taking an order, once per external_id (Dropday › Orders › Create an order)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roster_import.sandbox.dropday.check import check_order
from roster_import.sandbox.dropday.fates import FORCED, alter
from roster_import.sandbox.dropday.lines import Ends
from roster_import.sandbox.dropday.orders import NewOrder, Order, Orders
from roster_import.sandbox.dropday.reading import read_order
from roster_import.sandbox.dropday.refusals import InvalidError, RefusedError
from roster_import.sandbox.messages import fingerprint, strict_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.sandbox.clock import Clock
    from roster_import.sandbox.dropday.products import Products
    from roster_import.sandbox.messages import Request
    from roster_import.sandbox.options import SandboxOptions

Document = dict[str, Any]

CREATED, EXISTS = "Order created", "Order already exists"


class Intake:
    """Takes orders: every POST becomes an order, or the answer a known external_id gets, or a refusal."""

    def __init__(
        self,
        options: SandboxOptions,
        products: Products,
        orders: Orders,
        clock: Clock,
        pause: Callable[[float], object],
    ) -> None:
        self._delay = options.delay
        self._switches = options.dropday
        self._products = products
        self._orders = orders
        self._clock = clock
        self._pause = pause

    def place(self, request: Request) -> Document:
        """The answer to a POST; raises RefusedError."""
        body = self._body(request)
        errors = check_order(body, self._switches, self._products.knows)
        if errors:
            raise InvalidError(int(self._switches.invalid_status), errors)
        new = self._new(request, body)
        held = self._orders.holder(new)
        if held is not None:
            return self._again(held, new)
        self._pause(self._switches.taking_time)
        return self._take(new)

    def _take(self, new: NewOrder) -> Document:
        """Take what had nobody's external_id a moment ago; another POST may have been quicker."""
        for line in new.document["order_lines"]:
            if line["supplier"]:
                self._orders.supplier(line["supplier"])
        reference, is_new = self._orders.take(new, unless_held=self._switches.concurrent_id != "two")
        if is_new:
            return self._answer(CREATED, reference)
        if self._switches.concurrent_id == "500":
            raise RefusedError(500, "")
        held = self._orders.find(reference)
        return self._again(held, new) if held else self._answer(EXISTS, reference)

    def _again(self, held: Order, new: NewOrder) -> Document:
        """The answer to an external_id that is known."""
        if held.fingerprint != new.fingerprint:
            if self._switches.other_body == "refused":
                errors = {"external_id": ["The external id has already been taken."]}
                raise InvalidError(int(self._switches.invalid_status), errors)
            if self._switches.other_body == "updated":
                self._orders.update(held.reference, new)
        self._orders.count_request(held.reference)
        return self._answer(EXISTS, held.reference)

    def _answer(self, message: str, reference: int) -> Document:
        if message == EXISTS and self._switches.replay_reference == "absent":
            return {"message": message}
        shown: int | str = str(reference) if self._switches.create_reference == "text" else reference
        return {"message": message, "reference": shown}

    def _body(self, request: Request) -> Document:
        kind = request.header("content-type").partition(";")[0].strip().lower()
        if self._switches.content_type == "needed" and kind != "application/json":
            return {}
        try:
            document = strict_json(request.body)
        except ValueError as error:
            if self._switches.broken_json == "422":
                return {}
            raise RefusedError(400, "The request body is not valid JSON") from error
        if not isinstance(document, dict):
            return {}  # PHP finds none of the fields in it
        return document

    def _new(self, request: Request, body: Document) -> NewOrder:
        document = self._read(body)
        external_id = document["external_id"] or ""
        marker = self._switches.blocked_marker
        blocked = bool(marker) and marker in external_id
        ends = Ends(
            switches=self._switches,
            knows=self._products.knows,
            test=document["test"],
            blocked=blocked,
            forced=FORCED.get(request.fate, ""),
            message=request.fate_value,
        )
        altered = alter(document, request.fate)
        return NewOrder(
            external_id=external_id,
            source=document["source"] or "",
            test=document["test"],
            blocked=blocked,
            fingerprint=fingerprint(body),
            body=body,
            document=altered,
            ends=[ends.of(line) for line in altered["order_lines"]],
            placed_at=self._clock.now(),
            delay=self._delay,
        )

    def _read(self, body: Document) -> Document:
        """What is read of the order, a product's own supplier where a line names none."""
        document = read_order(body, self._switches)
        for line in document["order_lines"]:
            line["supplier"] = line["supplier"] or self._products.supplier(line["reference"])
        return document

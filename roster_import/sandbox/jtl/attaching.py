"""The calls about an order's notes and files (JTL › Sales order › Notes, Files)."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from roster_import.sandbox.jtl.bodies import read_object
from roster_import.sandbox.jtl.refusals import INVALID, RefusedError
from roster_import.sandbox.jtl.shapes import CREATE_FILE, CREATE_NOTE, FILE, NOTE, written
from roster_import.sandbox.messages import Reply, json_reply

if TYPE_CHECKING:
    from roster_import.sandbox.jtl.house import House
    from roster_import.sandbox.messages import Request


class Attaching:
    """Keeps notes and files; a file's bytes are not shown again, only how many there were."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._switches = house.switches

    def notes(self, _: Request, id_: int) -> Reply:
        """Query Sales Order Notes."""
        order = self._house.order_to_show(id_)
        return json_reply(
            [written(one, NOTE, self._switches.absent) for one in self._house.orders.extras("note", order.id)]
        )

    def add_note(self, request: Request, id_: int) -> Reply:
        """Create Sales Order Note."""
        fields = read_object(request, CREATE_NOTE, self._switches)
        order = self._house.order_to_change(id_)
        note = self._house.orders.add_extra("note", order.id, lambda number: {"NoteId": number, **fields})
        return json_reply(written(note, NOTE, self._switches.absent), 201)

    def files(self, _: Request, id_: int) -> Reply:
        """Query Sales Order Files."""
        order = self._house.order_to_show(id_)
        return json_reply(
            [written(one, FILE, self._switches.absent) for one in self._house.orders.extras("file", order.id)]
        )

    def add_file(self, request: Request, id_: int) -> Reply:
        """Create Sales Order File: its bytes in base64."""
        fields = read_object(request, CREATE_FILE, self._switches)
        order = self._house.order_to_change(id_)
        size, most = len(base64.b64decode(fields["FileData"])), self._switches.largest_file
        if most and size > most:
            raise RefusedError(400, INVALID, {"FileData": f"The file must not be larger than {most} bytes."})
        kept = {**fields, "SalesOrderId": order.id, "Size": size, "CreatedAt": self._house.now_text()}
        file = self._house.orders.add_extra("file", order.id, lambda number: {"Id": number, "FileId": number, **kept})
        return json_reply(written(file, FILE, self._switches.absent), 201)

"""Orders as CSV files in a folder."""

import csv
import io
from pathlib import Path

from roster_import.errors import CannotTell
from roster_import.model.layout import Meaning
from roster_import.model.placement import Confirmation, Progress, Status
from roster_import.targets import Access, Drop, Objection, Used, needed

HEADINGS = ("reference", "kind", "item", "size", "name", "number", "quantity", "storage", "player")
DETAILS = ("comment", "email", "contact_name", "origin_of_delivery", "organization_id")
DELIVERY = ("name", "address", "zip", "city", "country", "contact_person")


class CsvDrop:
    name = "csvdrop"
    title = "the CSV folder"
    taking_time = 0.0
    confirms_at_once = True
    wants_prices = False
    wants_players = True
    wants_roster = False

    def __init__(self, settings):
        self._settings = settings
        # A file that stays is found again; whether one that is gone was made, only who collects them can tell.
        self.recognises_repeats = settings.get("files_stay") in ("yes", True)

    def access(self):
        (folder,) = needed(self.name, self._settings, "folder")
        return Access(url=Path(folder).absolute().as_uri(), headers={}, secrets=())

    def check(self, order):
        """Our columns have no place for placeholder values."""
        return tuple(
            Objection(
                level="error",
                code="placeholder-not-carried",
                message=f"The CSV folder has no column for placeholder {value.logo_id}. Empty the cell.",
                origins=one.origins,
                meaning=Meaning.PLACEHOLDER,
            )
            for item in order.designs
            for one in item.instances
            for value in one.values
        )

    def body(self, order, again):
        """A row per garment and loose logo, the order's details on every row."""
        details, delivery = order.details, order.details.delivery
        whole = [getattr(details, name) for name in DETAILS] + [getattr(delivery, name) for name in DELIVERY]
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow((*HEADINGS, *DETAILS, *(f"delivery_{name}" for name in DELIVERY)))
        writer.writerows((order.reference, *row, *whole) for row in _rows(order))
        return text.getvalue()

    def placing(self, sending):
        """Made where it is not there; what may have been made and collected before is not made again unasked."""
        path = self._path(sending.key)
        unsure = sending.lost and not self.recognises_repeats
        there = yield Drop(path=path, text=None if unsure else sending.body)
        if there is None and unsure:
            raise CannotTell(f"{path} is not there: it was never made, or was collected. Ask who collects the orders")
        if there not in (None, sending.body):
            return Used(message=f"{path} is there already, with another order in it")
        return _done(sending)

    def following(self, sending):
        """A folder has nothing to say of an order that was put there."""
        yield from ()
        return _done(sending)

    def objections(self, order, refused):
        return ()

    def probes(self):
        return ()

    def differences(self, order, confirmation, body):
        """None: the file is made whole, and read back where it was there."""
        return ()

    def _path(self, key):
        return str(Path(self._settings["folder"]).absolute() / f"{key}.csv")


def _rows(order):
    for item in order.designs:
        for one in item.instances:
            players = "; ".join(one.players)
            yield "garment", item.design.label, one.size, one.name, one.number, one.quantity, "", players
    for logo in order.logos:
        label, players = logo.logo.label, "; ".join(logo.players)
        if not logo.digits:
            yield "logo", label, "", logo.value, "", logo.quantity, logo.storage_quantity or "", players
        for entry in logo.digits:
            players = "; ".join(entry.players)
            yield "logo", label, "", "", entry.digit, entry.quantity, entry.storage_quantity or "", players


def _done(sending):
    name = f"{sending.key}.csv"
    return Progress(
        status=Status.COMPLETED, tracking_id=name, order_number=name, confirmation=Confirmation(order_number=name)
    )

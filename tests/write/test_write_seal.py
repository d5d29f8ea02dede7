"""The seal of workbooks that are ours: it says whose they are, and breaks as soon as anybody touches them."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from roster_import.write.ooxml.cells import NewSheet
from roster_import.write.ooxml.package import rewrite
from roster_import.write.results.original import Seal, seal_of, sealed


def book() -> bytes:
    """A workbook of one sheet."""
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "Ann"
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def renamed(source: bytes, old: str, new: str) -> bytes:
    """The same workbook, one of its parts called otherwise, as some programs do."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as parts, zipfile.ZipFile(written, "w") as out:
        for name in parts.namelist():
            data = parts.read(name).replace(f"{old}.xml".encode(), f"{new}.xml".encode())
            out.writestr(name.replace(f"{old}.xml", f"{new}.xml"), data)
    return written.getvalue()


def with_seal(source: bytes) -> bytes:
    def build(marker: str) -> bytes:
        return rewrite(source, add=[NewSheet(name="Results", rows=(("Ann",),), marker=marker)])

    return sealed("owner-1", "state-1", build)


@pytest.mark.parametrize("source", [book(), renamed(book(), "workbook", "book")], ids=["usual", "other part name"])
def test_a_seal_is_unbroken_until_somebody_touches_the_workbook(source: bytes) -> None:
    ours = with_seal(source)
    assert seal_of(ours) == Seal(owner="owner-1", state="state-1", unbroken=True)
    assert openpyxl.load_workbook(io.BytesIO(ours))["Results"]["A1"].value == "Ann"
    touched = rewrite(ours, add=[NewSheet(name="Mine", rows=(("x",),))])
    assert seal_of(touched) == Seal(owner="owner-1", state="state-1", unbroken=False)


def test_the_workbook_is_built_once() -> None:
    markers: list[str] = []

    def build(marker: str) -> bytes:
        markers.append(marker)
        return rewrite(book(), add=[NewSheet(name="Results", rows=(), marker=marker)])

    assert seal_of(sealed("owner-1", "state-1", build)) == Seal(owner="owner-1", state="state-1", unbroken=True)
    assert len(markers) == 1


@pytest.mark.parametrize("found", [book(), b"Name;Size\n", b"PK\3\4 no zip"], ids=["workbook", "text", "broken zip"])
def test_what_is_not_ours_has_no_seal(found: bytes) -> None:
    assert seal_of(found) is None

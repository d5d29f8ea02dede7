"""Characters that cannot be seen: said wherever they were left out, and carried into nothing that is given back."""

from __future__ import annotations

import re
import zipfile

import pytest

from tests.conftest import HEADINGS

# C0 but for tab and line ends, delete, C1, and the signs that stand for them while a file is read.
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2400-\u2421]")
LINE = ["Jo", "", "7", "M", None, "Home kit"]


def described(run):
    return [(one["level"], one["code"], one["cell"], one["message"]) for one in run.file["problems"]]


def rows(*names):
    return [[f"Player {at}", name, str(at), "M", None, "Home kit"] for at, name in enumerate(names, start=1)]


def as_written(path, old, new):
    """The workbook with bytes of its strings replaced, as no library would write them."""
    parts = {}
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            parts[name] = package.read(name).replace(old, new) if name.endswith(".xml") else package.read(name)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return path


PRINTED = (
    "“{text}” held a character that cannot be printed, {character}. It was left out, and a letter may be missing now. "
    "Type the cell again."
)


@pytest.mark.every(3)
@pytest.mark.parametrize(
    ("held", "text", "character"),
    [
        (b"S_x001A_ren", "Sren", "U+001A substitute for a lost letter"),
        (b"S_x001b_ren", "Sren", "U+001B escape"),
        (b"S\x1bren", "Sren", "U+001B escape"),
        (b"S&#x1b;ren", "Sren", "U+001B escape"),
        (b"S&#8;ren", "Sren", "U+0008 backspace"),
        (b"S\x00ren", "Sren", "U+0000 zero byte"),
        (b"S_x000B_ren", "S ren", "U+000B vertical tab"),
        ("O\x92Brien".encode(), "OBrien", "U+0092 control character"),
    ],
)
def test_a_printed_cell_that_held_one_is_an_error(desk, held, text, character):
    as_written(desk.build(rows=rows("HOLM", "XXNAMEXX")), b"XXNAMEXX", held)
    run = desk.quick("--json", "club.xlsx")

    assert described(run) == [("error", "control-character", "B3", PRINTED.format(text=text, character=character))]
    assert (run.status, run.file["orders"], run.file["problems"][0]["value"]) == (1, [], text)


def test_elsewhere_it_is_a_warning_once_a_sheet_and_none_where_nothing_is_used(desk):
    club = desk.build(
        headings=(*HEADINGS, "School"),
        rows=[
            ["XXJoXX", "JO", "7", "M", None, "Home kit", *[None] * 3, "XXredXX"],
            ["XXBoXX", "BO", "8", "M", None, "Home kit"],
        ],
    )
    as_written(as_written(club, b"XXJoXX", b"J_x0007_o"), b"XXBoXX", b"_x0008_Bo")
    as_written(club, b"XXredXX", b"r_x0007_ed")
    run = desk.quick("check", "--json", "club.xlsx")

    assert described(run) == [
        (
            "warning",
            "control-character",
            "A2",
            "“Jo” and other cells held characters that cannot be seen, such as U+0007 control character, which were left "
            "out. Look whether they are right so.",
        )
    ]
    assert run.status == 0


def test_a_cell_of_nothing_else_is_read_as_empty_and_said(desk):
    as_written(desk.build(rows=rows("HOLM", "XXNAMEXX")), b"XXNAMEXX", b"_x0000_")
    run = desk.quick("check", "--json", "club.xlsx")

    assert described(run)[0] == (
        "warning",
        "control-character",
        "B3",
        "B3 holds a character that cannot be seen or printed, U+0000 zero byte, and nothing else: it was read as an empty "
        "cell. If something is missing there, type it again.",
    )


def test_names_that_may_be_printed_count_as_printed(desk):
    headings = ("Player", "Number", "Size", "Design")
    as_written(desk.build(headings=headings, rows=[["XXJoXX", "7", "M", "Home kit"]]), b"XXJoXX", b"J_x0007_o")
    run = desk.quick("check", "--json", "--print-name", "as-written", "club.xlsx")

    assert described(run) == [
        ("error", "control-character", "A2", PRINTED.format(text="Jo", character="U+0007 control character"))
    ]


def test_in_delimited_text(desk):
    (desk.folder / "club.csv").write_bytes(b"Name,Number,Size,Design\nS\x1aren,7,M,Home kit\nB\x00o,8,M,Home kit\n")
    run = desk.quick("check", "--json", "club.csv")
    found = {one["cell"]: one["message"] for one in run.file["problems"] if one["code"] == "control-character"}

    assert found == {
        "A2": PRINTED.format(text="Sren", character="U+001A substitute for a lost letter"),
        "A3": PRINTED.format(text="Bo", character="U+0000 zero byte"),
    }


def test_nothing_given_back_carries_one(desk, sandbox):
    as_written(desk.build(rows=rows("HOLM", "XXNAMEXX")), b"XXNAMEXX", b"S_x001b_[2Jren\xc2\x9b")
    for language in ("en", "da", "de"):
        run = desk.quick("club.xlsx", "--language", language)
        assert not STEERING.search((run.out + run.err).replace("\n", "")), language

    assert desk.quick("--json", "club.xlsx").status == 1
    ours = desk.folder / "club.problems.xlsx"
    with zipfile.ZipFile(ours) as package:
        texts = {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}
    # The user's own sheet is as it was, but for its marks.
    ours = [text for text in texts.values() if "U+001B" in text]
    assert len(ours) == 2, "the list and the note"
    assert not [text for text in ours if STEERING.search(re.sub(r"[\r\n\t]", "", text))]
    assert sandbox.requests() == []


def test_a_file_or_sheet_name_steers_no_terminal(desk):
    (desk.folder / "a\x1b[31mb\x9b.csv").write_text("Name,Number,Size,Design\nJO,1O,M,Home kit\n")
    run = desk.quick("check", "a\x1b[31mb\x9b.csv")

    assert run.status == 1
    assert not STEERING.search((run.out + run.err).replace("\n", ""))

"""Comments on cells as people write them in Excel, LibreOffice and older programs; ours are none of them."""

import struct
from pathlib import Path

import pytest
from openpyxl import Workbook as Book
from openpyxl.comments import Comment as Note
from read_books import MAIN, RELATIONS, package, raw_parts, read, saved
from test_read_ods import ods, p

from roster_import.model.workbook import Workbook
from roster_import.read.isolation.child import packed, unpacked
from roster_import.read.legacy import looks_of

THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
KIND = "http://schemas.microsoft.com/office/2017/10/relationships"
CELLS = '<sheetData><row r="2"><c r="D2"><v>7</v></c></row></sheetData>'


def comments(workbook: Workbook) -> list[tuple[str, str]]:
    return [(comment.address, comment.text) for comment in workbook.sheets[0].comments]


def noted(folder: Path, **notes: tuple[str, str]) -> Path:
    book = Book()
    book.active["A1"] = "Name"
    for address, (text, author) in notes.items():
        book.active[address].comment = Note(text, author)
    return saved(folder, book)


def threaded(folder: Path, threads: str, notes: str = "", persons: str = "") -> Path:
    """A workbook whose only sheet has these parts of comments."""
    parts = raw_parts(CELLS)
    relation = '<Relationship Id="{}" Type="{}" Target="{}"/>'.format
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>", relation("p", f"{KIND}/person", "persons/person.xml") + "</Relationships>"
    )
    relations = relation("t", f"{KIND}/threadedComment", "../threadedComments/t1.xml") + relation(
        "c", f"{RELATIONS}/comments", "../comments1.xml"
    )
    parts |= {
        "xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships>{relations}</Relationships>",
        "xl/persons/person.xml": f'<personList xmlns="{THREADS}">{persons}</personList>',
        "xl/threadedComments/t1.xml": f'<ThreadedComments xmlns="{THREADS}">{threads}</ThreadedComments>',
        "xl/comments1.xml": f'<comments xmlns="{MAIN}"><authors><author>tc={{1}}</author></authors>'
        f"<commentList>{notes}</commentList></comments>",
    }
    path = folder / "club.xlsx"
    path.write_bytes(package(parts))
    return path


def said(ref: str, text: str, person: str = "x", **more: str) -> str:
    rest = "".join(f' {name}="{value}"' for name, value in more.items())
    return f'<threadedComment ref="{ref}" personId="{person}"{rest}><text>{text}</text></threadedComment>'


def kept(words: str) -> str:
    """The note in which a thread is kept for older programs."""
    return f'<comment ref="D2" authorId="0"><text><t>{words}</t></text></comment>'


def test_a_note_is_its_words_without_who_wrote_them(tmp_path: Path):
    path = noted(
        tmp_path, D3=("Ole Hansen:\nplease change\nto XL", "Ole Hansen"), B9=("on an empty cell", "ole@club.example")
    )
    assert comments(read(path)) == [("D3", "please change to XL"), ("B9", "on an empty cell")]


def test_our_own_notes_are_no_comments(tmp_path: Path):
    path = noted(
        tmp_path, D3=("Number 1O is not digits only.", "roster-import"), D4=("theirs\n\nroster-import: ours", "Ole")
    )
    assert comments(read(path)) == [("D4", "theirs")]


def test_our_signed_notes_are_known_where_a_program_did_not_keep_who_wrote_them(tmp_path: Path):
    """LibreOffice does not; and a second look may have followed the first in one note."""
    path = noted(
        tmp_path, D3=("roster-import: Number 1O is not digits only.", " "), D4=("theirs roster-import: ours", " ")
    )
    assert comments(read(path)) == [("D4", "theirs")]


def test_comments_come_over_the_pipe(tmp_path: Path):
    workbook = read(noted(tmp_path, D3=("XL, æøå", "Ole")))
    assert unpacked(packed(workbook), workbook.path) == workbook


def test_a_thread_counts_before_the_note_that_is_kept_for_older_programs(tmp_path: Path):
    note = kept("[Threaded comment]\n\nYour version …\n\nComment:\n    XL!")
    path = threaded(tmp_path, said("D2", "XL!", id="1") + said("D2", "yes, XL", id="2", parentId="1"), note)
    assert comments(read(path)) == [("D2", "XL! yes, XL")]


def test_the_note_of_a_thread_that_was_lost_tells_its_words(tmp_path: Path):
    note = kept("[Kommentartråd]\n\nDin version …\n\nKommentar:\n    XL!\nSvar:\n    ok")
    assert comments(read(threaded(tmp_path, "", note))) == [("D2", "XL! ok")]


def test_the_note_of_a_thread_that_another_program_kept_under_its_own_author(tmp_path: Path):
    explained = "Your version of Excel … Learn more: https://go.microsoft.com/fwlink/?linkid=870924"
    path = noted(tmp_path, D3=(f"[Threaded comment]\n\n{explained}\n\nComment:\n    should be XL\nReply:\n    ok", "x"))
    assert comments(read(path)) == [("D3", "should be XL ok")]


def test_threads_that_are_done_and_our_answers_are_not_read(tmp_path: Path):
    note = kept("x\n    XL!")
    threads = said("D2", "XL!", id="1", done="1") + said("D2", "did it", id="2", parentId="1")
    ours = said("D9", "number?", id="3") + said(
        "D9", "Number 1O is not digits only.", person="we", id="4", parentId="3"
    )
    path = threaded(tmp_path, threads + ours, note, '<person displayName="roster-import" id="we"/>')
    assert comments(read(path)) == [("D9", "number?")]


@pytest.mark.parametrize("broken", ["<comments", '<!DOCTYPE x [<!ENTITY a "b">]><comments/>'])
def test_comments_that_cannot_be_read_are_said(tmp_path: Path, broken: str):
    parts = raw_parts(CELLS)
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
        f'<Relationships><Relationship Id="c" Type="{RELATIONS}/comments" Target="/xl/comments1.xml"/></Relationships>'
    )
    parts["xl/comments1.xml"] = broken
    path = tmp_path / "club.xlsx"
    path.write_bytes(package(parts))
    workbook = read(path)
    assert comments(workbook) == []
    assert [(note.code, note.message) for note in workbook.notes] == [
        ("comments-unread", "The comments on the cells of sheet Roster could not be read. Look at them yourself.")
    ]


def test_an_annotation_of_libreoffice(tmp_path: Path):
    def annotated(text: str, creator: str = "") -> str:
        return f"<office:annotation><dc:creator>{creator}</dc:creator>{p(text)}</office:annotation>"

    cells = "".join(
        f'<table:table-cell office:value-type="string">{note}{p("M")}</table:table-cell>'
        for note in (
            annotated("XL please"),
            annotated("marked", "roster-import"),
            annotated("theirs") + annotated("too"),
        )
    )
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    rows = f"<table:table-row>{cells}</table:table-row>"
    path = ods(tmp_path, f'<table:table table:name="R" {dc}>{rows}</table:table>')
    workbook = read(path)
    assert comments(workbook) == [("A1", "XL please"), ("C1", "theirs too")]
    assert [cell.text for cell in workbook.sheets[0].cells] == ["M", "M", "M"]


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def text(words: str) -> bytes:
    return b"\x01" + words.encode("utf-16-le")


def xls(*notes: tuple[int, int, str, str]) -> bytes:
    """An OLE container with a workbook stream of one sheet that holds only notes: (row, column, words, author)."""
    name = "R"
    begin, end = record(0x809, struct.pack("<HH", 0x600, 0x10) + bytes(12)), record(0x0A, b"")
    sheet = begin
    for number, (_, _, words, _) in enumerate(notes, 1):
        sheet += record(0x5D, struct.pack("<HHHH", 0x15, 0x12, 0x19, number))
        sheet += record(0x1B6, bytes(10) + struct.pack("<HH", len(words), 8))
        half = len(words) // 2
        sheet += record(0x3C, text(words[:half])) + record(0x3C, text(words[half:])) + record(0x3C, bytes(8))
    for number, (row, column, _, author) in enumerate(notes, 1):
        sheet += record(0x1C, struct.pack("<HHHHH", row - 1, column - 1, 0, number, len(author)) + text(author))
    start = len(begin) + 4 + 8 + 2 * len(name) + len(end)
    stream = (
        begin
        + record(0x85, struct.pack("<IBBBB", start, 0, 0, len(name), 1) + name.encode("utf-16-le"))
        + end
        + sheet
        + end
    )
    return container(stream.ljust(4096, b"\0"))


def container(stream: bytes) -> bytes:
    """The stream `Workbook` in sectors of 512 bytes: the table, the directory, then the stream."""
    count = -(-len(stream) // 512)
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, count + 2), 0xFFFFFFFE]
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HH", head, 30, 9, 6)
    struct.pack_into("<IIIIIIII", head, 44, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<I", head, 76, 0)
    for at in range(80, 512, 4):
        struct.pack_into("<I", head, at, 0xFFFFFFFF)
    directory = b""
    for name, kind, first, size in (("Root Entry", 5, 0xFFFFFFFE, 0), ("Workbook", 2, 2, len(stream))):
        entry = name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HBB", 2 * len(name) + 2, kind, 1)
        directory += entry.ljust(116, b"\0") + struct.pack("<III", first, size, 0)
    sectors = b"".join(struct.pack("<I", at) for at in table).ljust(512, b"\xff")
    return bytes(head) + sectors + directory.ljust(512, b"\0") + stream.ljust(512 * count, b"\0")


def test_the_notes_of_an_old_workbook():
    looks = looks_of(
        xls((3, 4, "bitte doch XL – æ", "Uwe"), (4, 4, "marked", "roster-import"), (2, 1, "Uwe:\nL", "Uwe"))
    )
    assert looks is not None
    assert [(comment.address, comment.text) for comment in looks["R"].comments.in_order()] == [
        ("A2", "L"), ("D3", "bitte doch XL – æ"),
    ]  # fmt: skip

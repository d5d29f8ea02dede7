"""What is tried: reading, recognising and checking, settings. Each ends as it should whatever it is given."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from roster_import.check.check_workbook import check_workbook
from roster_import.check.recognised import CheckOptions
from roster_import.errors import UnreadableFile, UsageError
from roster_import.model.setting import TABLES
from roster_import.model.sheets import ORDER, ROSTER
from roster_import.model.workbook import Cell, FileFormat, Sheet, Workbook
from roster_import.pipeline.file_limits import GIVEN_UP, limited
from roster_import.read import Limits, ReadOptions, read_workbook
from roster_import.settings import Settings, load_settings
from roster_import.targets import target
from roster_import.watch.club_settings import club_settings
from roster_import.watch.doubts import Accepted
from roster_import.watch.options import watch_options
from tests.drills.odd_files import PIECES, files

if TYPE_CHECKING:
    from roster_import.read.options import ProcessServer

LIMITS = Limits(seconds=20.0)  # a busy machine is no finding; what runs away takes years
KITMAKER = target("kitmaker", {})


def checked(workbook: Workbook) -> None:
    """Check a workbook; a file that is given up is a finding, and so is whatever is raised."""
    done = limited(workbook.path, LIMITS, lambda: check_workbook(workbook, CheckOptions(), KITMAKER))
    assert not GIVEN_UP & {problem.code for problem in done.problems}, "it was given up"
    assert done.lines or done.problems, "nothing was said of it"
    assert all(problem.message for problem in done.problems)


# ----------------------------------------------------------------------------------------------------------- reading

FILES = files()


def reading(file: tuple[str, bytes], server: ProcessServer | None) -> None:
    """Rows or one sentence, and the rows are checked."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file[0]
        path.write_bytes(file[1])
        try:
            read: Workbook | UnreadableFile = read_workbook(path, ReadOptions(limits=LIMITS, server=server))
        except UnreadableFile as error:
            read = error
    if isinstance(read, Workbook):
        checked(read)
        return
    assert read.message.startswith("club."), read.message
    assert read.code not in ("file-too-slow", "reader-failed"), read.message


# ------------------------------------------------------------------------------------------------------- recognising

_HEADINGS = [str(column.heading) for table in (ROSTER, ORDER) for column in table.columns]
_WORDS = (
    *_HEADINGS, "Rückennr.", "Spieler", "Størrelse", "7", "07", "1O", "M", "XL", "152", "Ada Brindle", "x", "-", '"', "〃",
    "Home kit", "2 x", "M/L", "=SUM(A1)", "2026-11-28", "anna@example.com", "extra ", "Total", "Torwart", "()", "#7", "nr. 7",
)  # fmt: skip
_TEXTS = st.one_of(
    st.sampled_from(_WORDS),
    st.builds(lambda word, times: word * times, st.sampled_from(_WORDS), st.integers(2, 600)),
    st.lists(st.sampled_from(_WORDS), min_size=2, max_size=6).map(" ".join),
    st.text(max_size=40),
    st.sampled_from(PIECES).map(lambda piece: piece.decode(errors="replace")),
)
_ROWS = st.lists(st.lists(st.one_of(st.just(""), _TEXTS), min_size=1, max_size=9), min_size=1, max_size=12)
SHEETS = st.lists(st.tuples(st.sampled_from(("Roster", "Order", "Logos", "Catalogue", "U12")), st.booleans(), _ROWS),
                  min_size=1, max_size=3, unique_by=lambda sheet: sheet[0])  # fmt: skip


def recognising(sheets: list[tuple[str, bool, list[list[str]]]]) -> None:
    """Whatever stands in the cells."""
    checked(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=tuple(
        Sheet(name=name, hidden=hidden, cells=tuple(
            Cell(row=row, column=column, text=text)
            for row, texts in enumerate(rows, 1) for column, text in enumerate(texts, 1) if text.strip()
        ))
        for name, hidden, rows in sheets
    )))  # fmt: skip


# ----------------------------------------------------------------------------------------------------------- settings

_KEYS = [each.name for settings in TABLES.values() for each in settings]
_VALUES = st.sampled_from(
    ("1", "true", '"x"', "[]", "{}", '["a", 1]', "1e400", "-1", "nan", "'", '"\\u0000"', "1979-05-27", "[[1]]", "0x7f",
     '"circle"', '"~nobody-is-called-so/x"', '"../x.csv"', '"x/../y.csv"', '"as-written"', '"{x!r:9}"')
)  # fmt: skip
_SETTING = st.sampled_from([(table, each.name) for table, settings in TABLES.items() for each in settings])
_LINES = st.one_of(
    st.builds(
        "{} = {}".format,
        st.sampled_from([*_KEYS, "target", "ledger", "poll_interval", "language", "file_seconds"]),
        _VALUES,
    ),
    st.sampled_from([f"[{table}]" for table in TABLES]),
    st.builds(lambda named, value: f"[{named[0]}]\n{named[1]} = {value}", _SETTING, _VALUES),
    st.text(max_size=30),
    st.just("[" * 2_000),
)
SETTINGS = st.one_of(
    st.lists(_LINES, max_size=8).map(lambda lines: "\n".join(lines).encode(errors="surrogatepass")),
    st.binary(max_size=200),
)


_ENVIRONMENT = {"ROSTER_IMPORT_LEDGER": "ledger.sqlite3"}


def settings(content: bytes) -> None:
    """Settings, or one sentence: of the current folder, of a file that is named, of a club."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster-import.toml"
        path.write_bytes(content)
        (Path(folder) / "circle").symlink_to(Path(folder) / "circle")
        _of_a_club(path)
        for heeded, named in ((Path(folder), None), (None, path)):
            said = "settings"
            try:
                read = load_settings({}, _ENVIRONMENT, heeded, Path(folder) / "none", named=named)
                watch_options(read.watch, read.notify)
            except UsageError as error:
                said = error.message
            assert said, "nothing was said"


def _of_a_club(path: Path) -> None:
    root, club, said = path.parent.parent, path.parent.name, str(path)
    try:
        club_settings(Settings(), Accepted(), root, f"{club}/club.xlsx")
    except UsageError as error:
        said = error.message
    assert str(path) in said, said

"""A file is written whole or not at all, and never over something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roster_import import files
from roster_import.errors import WriteError
from roster_import.files import free_path, write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.xlsx", b"new", replace=False)
    assert (tmp_path / "a.xlsx").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(WriteError) as error:
        write_whole(path, b"new", replace=False)
    assert str(error.value) == f"{path} is already there and is not overwritten. Move it away or choose another name."
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_file_is_replaced_when_asked_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new", replace=True)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [found.name for found in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_new_file_has_the_rights_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write_whole(tmp_path / "a.xlsx", b"new", replace=False)
    assert (tmp_path / "a.xlsx").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_dangling_link_is_something_else_too(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(WriteError):
        write_whole(path, b"new", replace=False)
    assert path.is_symlink()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = tmp_path / "none" / "a.xlsx"
    with pytest.raises(WriteError) as error:
        write_whole(path, b"new", replace=False)
    assert str(error.value) == (
        f"{path} could not be written: there is no folder {path.parent} here. Put it back, or choose another folder."
    )


@pytest.mark.parametrize("replace", [True, False])
def test_nothing_half_written_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replace: bool) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.xlsx"
    if replace:
        path.write_bytes(b"old")
    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(WriteError) as error:
        write_whole(path, b"new", replace=replace)
    assert str(error.value) == (
        f"{path} could not be written: No space left on device. Close it where it is open, or choose another folder."
    )
    assert {found.name: found.read_bytes() for found in tmp_path.iterdir()} == ({"a.xlsx": b"old"} if replace else {})


def test_without_hard_links_the_name_is_taken_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(files.os, "link", no_links)
    path = tmp_path / "a.xlsx"
    write_whole(path, b"new", replace=False)
    assert path.read_bytes() == b"new"
    with pytest.raises(WriteError):
        write_whole(path, b"newer", replace=False)
    assert path.read_bytes() == b"new"
    assert [found.name for found in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_long_name_is_written_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / ("ø" * 120 + ".xlsx")
    write_whole(path, b"new", replace=False)
    assert path.read_bytes() == b"new"


def test_a_free_path_is_the_path_or_one_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "club.results.xlsx"
    assert free_path(path) == path
    path.touch()
    assert free_path(path) == tmp_path / "club.results (2).xlsx"
    (tmp_path / "club.results (2).xlsx").symlink_to("nowhere")
    assert free_path(path) == tmp_path / "club.results (3).xlsx"

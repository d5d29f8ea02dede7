"""A file of ours is put at its path, or beside what is in its way, and never over something else."""

from __future__ import annotations

import platformdirs
import pytest

from roster_import.errors import WriteError
from roster_import.files import There, put, users_folder


def judge(found: bytes) -> There:
    return {b"same": There.STAYS, b"older": There.GIVES_WAY}.get(found, There.NOT_OURS)


@pytest.mark.parametrize(
    ("there", "force", "name", "content"),
    [
        (None, False, "a.html", b"new"),
        (b"same", False, "a.html", b"same"),
        (b"older", False, "a.html", b"new"),
        (b"another's", False, "a (2).html", b"new"),
        (b"same", True, "a.html", b"new"),
        (b"another's", True, "a.html", b"new"),
    ],
)
def test_where_it_goes(there, force, name, content, tmp_path):
    if there is not None:
        (tmp_path / "a.html").write_bytes(there)
    where = put(tmp_path / "a.html", lambda: b"new", judge, source=tmp_path / "club.xlsx", force=force)
    assert where == tmp_path / name
    assert where.read_bytes() == content
    if name == "a (2).html":
        assert (tmp_path / "a.html").read_bytes() == there


@pytest.mark.parametrize("there", [b"older", b"another's"])
def test_the_file_that_was_read_never_gives_way(there, tmp_path):
    source = tmp_path / "a.html"
    source.write_bytes(there)
    assert put(source, lambda: b"new", judge, source=source, force=True) == tmp_path / "a (2).html"
    assert source.read_bytes() == there


def test_a_folder_in_the_way_is_gone_around(tmp_path):
    (tmp_path / "a.html").mkdir()
    assert put(tmp_path / "a.html", lambda: b"new", judge, source=tmp_path / "club") == tmp_path / "a (2).html"


def test_it_is_made_once_and_only_where_it_is_needed(tmp_path):
    made = []
    (tmp_path / "a.html").write_bytes(b"another's")
    (tmp_path / "a (2).html").write_bytes(b"same")
    assert (
        put(tmp_path / "a.html", lambda: made.append(1) or b"new", judge, source=tmp_path / "club").name == "a (2).html"
    )
    assert made == []


def test_a_folder_that_is_not_there_is_said(tmp_path):
    path = tmp_path / "no" / "a.html"
    with pytest.raises(WriteError) as told:
        put(path, lambda: b"new", judge, source=tmp_path / "club")
    assert told.value.message == (
        f"{path} could not be written: there is no folder {path.parent} here. Put it back, or choose another folder."
    )


@pytest.mark.parametrize(("theirs", "name", "left"), [
    (b"new", "a.html", b"new"), (b"ours of before", "a.html", b"new"), (b"somebody's", "a (2).html", b"somebody's"),
])  # fmt: skip
def test_what_another_process_wrote_meanwhile_is_looked_at_before_a_second_is_written(tmp_path, theirs, name, left):
    path = tmp_path / "a.html"

    def build():
        if not path.exists():
            path.write_bytes(theirs)
        return b"new"

    def judge(content):
        return {b"new": There.STAYS, b"ours of before": There.GIVES_WAY}.get(content, There.NOT_OURS)

    assert put(path, build, judge, source=tmp_path / "club.xlsx").name == name
    assert path.read_bytes() == left
    assert len(list(tmp_path.iterdir())) == (2 if name != "a.html" else 1)


@pytest.mark.parametrize("told", [None, "", "/srv/kept", "/srv/kept/", "kept", "~/kept"])
@pytest.mark.parametrize("home", [None, "", "/", "/home/ana", "/home/ana/", "ana"])
def test_the_user_has_our_folders_where_platformdirs_has_them(home, told, monkeypatch):
    for name, value in (("HOME", home), ("XDG_CONFIG_HOME", told), ("XDG_DATA_HOME", told)):
        monkeypatch.delenv(name, raising=False) if value is None else monkeypatch.setenv(name, value)
    assert users_folder("config") == platformdirs.user_config_path("roster-import", appauthor=False)
    assert users_folder("data") == platformdirs.user_data_path("roster-import", appauthor=False)

"""What the attacks share: an office with the installed command, its watched folder, and a stranger's server."""

from __future__ import annotations

import pytest

from tests.strangers.office import WatchedFolder, elsewhere, office


@pytest.fixture(name="office")
def _office(tmp_path, sandbox):
    return office(tmp_path, sandbox.url)


@pytest.fixture
def watched(office):
    (office.folder / "inbox").mkdir()
    folder = WatchedFolder(office, office.folder / "inbox")
    folder.settings("")
    folder.once()  # what comes later was not there before
    return folder


@pytest.fixture
def stranger():
    with elsewhere() as server:
        yield server

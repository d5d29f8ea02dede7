"""Files given out: never shown by the browser, only saved, as what is in them is a stranger's."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

from roster_import.files import read_plain
from roster_import.pipeline.looked_at import MOST_READ

if TYPE_CHECKING:
    from pathlib import Path

_KINDS = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
}


def download(content: bytes, name: str) -> Response:
    """A file to be kept under a name (RFC 6266), whatever that is."""
    plain = "".join(char if char.isascii() and (char.isalnum() or char in "._- ") else "_" for char in name)
    said = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    kind = _KINDS.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")
    return Response(content, media_type=kind, headers={"content-disposition": said})


def download_within(folder: Path, path: Path) -> Response:
    """A plain file below a folder that others write in; there is no such page where it is none."""
    try:
        return download(read_plain(path, MOST_READ, folder), path.name)
    except OSError:
        raise HTTPException(404) from None

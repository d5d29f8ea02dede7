"""An HTML file printed to PDF by a browser of this machine, so that page and PDF can never differ.

The flags: Chromium's headless mode, as Chrome, Chromium, Edge and Brave have it. Without `--no-pdf-header-footer` the
date and the file's path would stand on every page.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.errors import WriteError
from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
    "brave-browser",
)
_ON_A_MAC = ("Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser")
_ON_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
    r"BraveSoftware\Brave-Browser\Application\brave.exe",
)
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
)
_PATIENCE = 120.0  # seconds; a thousand garments take some five
_BY_HAND = say("Open the page in any browser and print it there; it is made for A4.")


def find_browser(environment: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """A browser that can print without a window, None where none is found in the usual places."""
    on_the_path = (shutil.which(name, path=environment.get("PATH", "")) for name in _NAMES)
    known = (Path(path) for path in on_the_path if path)
    return next((path for path in (*known, *_usual_places(environment, platform)) if path.is_file()), None)


def _usual_places(environment: Mapping[str, str], platform: str) -> Iterator[Path]:
    if platform == "darwin":
        folders = (Path("/Applications"), Path(environment.get("HOME", "/")) / "Applications")
        yield from (folder / f"{name}.app/Contents/MacOS/{name}" for folder in folders for name in _ON_A_MAC)
    if platform == "win32":
        roots = (environment.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        yield from (Path(root) / place for root in roots if root for place in _ON_WINDOWS)


def printed_pdf(page: bytes, browser: Path | None, folder: Path, patience: float = _PATIENCE) -> bytes:
    """The page as PDF. `folder` is where the browser may write if it is kept from the system's own. Raises `WriteError`."""
    if browser is None:
        raise WriteError(
            say(
                "No PDF was made: it is printed by Chrome, Chromium or Edge, and none was found here. {instead}",
                instead=_BY_HAND,
            )
        )
    # A browser installed as a snap sees nothing but the user's own folders.
    place = folder if "snap" in browser.resolve().parts or "snap" in browser.parts else None
    try:
        with tempfile.TemporaryDirectory(prefix="roster-import-", dir=place, ignore_cleanup_errors=True) as room:
            code, content = _printed(page, browser, Path(room), patience)
    except OSError as error:
        raise WriteError(
            say(
                "No PDF was made: {browser} did not work: {reason}. {instead}",
                browser=browser,
                reason=error.strerror or error,
                instead=_BY_HAND,
            )
        ) from error
    if not content.startswith(b"%PDF-"):
        raise WriteError(
            say(
                "No PDF was made: {browser} printed nothing{why}. {instead}",
                browser=browser,
                why=_why(code, patience),
                instead=_BY_HAND,
            )
        )
    return content


def _printed(page: bytes, browser: Path, room: Path, patience: float) -> tuple[int | None, bytes]:
    """The browser's exit status, and what it printed."""
    source, pdf = room / "proof.html", room / "proof.pdf"
    source.write_bytes(page)
    code = _run(_command(browser, source, pdf), patience)
    return code, pdf.read_bytes() if pdf.is_file() else b""


def _why(code: int | None, patience: float) -> str:
    return (
        say(" within {patience:g} seconds", patience=patience)
        if code is None
        else say(" (exit status {code})", code=code)
    )


def _command(browser: Path, source: Path, pdf: Path) -> list[str]:
    # The system's own user may not be put in a sandbox; nothing on the page runs, and nothing may be requested.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    profile = f"--user-data-dir={source.with_name('profile')}"
    return [str(browser), *_FLAGS, *as_root, profile, f"--print-to-pdf={pdf}", source.as_uri()]


def _run(command: list[str], patience: float) -> int | None:
    """The exit status, None where patience ran out; a browser is several processes, and all of them are ended."""
    process = subprocess.Popen(  # noqa: S603 - a browser found in its usual place, and files of ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(patience)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.wait()

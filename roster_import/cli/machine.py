"""`doctor`, `login` and `sandbox`: called, and what was found of this machine printed, or where the stand-ins listen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from roster_import.cli.pieces import line
from roster_import.cli.screen import ask, show, show_document, show_to_copy
from roster_import.cli.terminal import Terminal
from roster_import.language.messages import joined, say
from roster_import.language.translations import in_language
from roster_import.pipeline.session import language_without_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.cli.pieces import Piece
    from roster_import.pipeline.doctor import Finding
    from roster_import.pipeline.key_store import KeyPlace
    from roster_import.pipeline.options import DoctorCommand, LoginCommand, SandboxCommand


def doctor_command(command: DoctorCommand) -> int:
    """Look at everything and say it; 0 where all is well, 2 where something is to be mended."""
    findings = _findings(command)
    if command.as_json:
        documents = [{"ok": f.well, "what": f.what, "seen": f.seen, "do": f.mend or None} for f in findings]
        show_document({"version": 1, "findings": documents})
    else:
        language = language_without_settings(command.language)
        show(*(piece for finding in findings for piece in _pieces(finding, language)))
    return 0 if all(finding.well for finding in findings) else 2


def _findings(command: DoctorCommand) -> tuple[Finding, ...]:
    from roster_import.pipeline.doctor import examine
    from roster_import.watch.folder_checks import examine_for_watch
    from roster_import.watch.folders import refuse_own_folder

    if command.folder is not None:
        refuse_own_folder(command.folder)
    examined = examine(command, Terminal())
    if command.folder is None or examined.settings is None:
        return examined.findings
    return (*examined.findings, *examine_for_watch(command.folder, examined.settings))


def _pieces(finding: Finding, language: str) -> Iterator[Piece]:
    kind = "good" if finding.well else "error"
    seen = in_language(joined(": ", finding.seen, between="") if finding.seen else "", language)
    yield line(
        ("ok  " if finding.well else "!!  ", kind), (in_language(finding.what, language), "strong"), seen, hang=4
    )
    if finding.mend:
        yield line("    ", (in_language(finding.mend, language), "" if finding.well else "open"), hang=0)


def login_command(command: LoginCommand) -> int:
    """Keep a key in the system's keyring, or take it out again; it is typed or piped in, never an argument."""
    from roster_import.pipeline.key_store import key_place

    terminal = Terminal()
    place = key_place(command, terminal)
    changed, said = _forgotten(place) if command.forget else (True, _kept(place, terminal.people.general))
    if command.as_json:
        document = {"key": place.name, "target": place.settings.target, "url": place.settings.url}
        done = {"forgotten" if command.forget else "kept": changed, "message": str(said)}
        show_document({"version": 1, **document, **done})
    else:
        terminal.say(said)
    return 0


def _kept(place: KeyPlace, language: str) -> str:
    from roster_import.pipeline.key_store import can_register, register

    may_ask = can_register(place)
    what = (
        say("The {key}, empty to ask JTL-Wawi for one", key=place.words)
        if may_ask
        else say("The {key}", key=place.words)
    )
    default = "" if may_ask else None
    question = in_language(what, language)
    typed = sys.stdin.isatty()
    key = ask(question, hide_input=True, default=default, show_default=False) if typed else sys.stdin.readline()
    if may_ask and not key.strip():
        accept = say("Accept roster-import in JTL-Wawi now: Admin, App registration.")
        key = register(place, lambda: show(in_language(accept, language), err=True))
    place.keep(key.strip())
    return say("The {key} is kept in the system's keyring. roster-import doctor tries it.", key=place.words)


def _forgotten(place: KeyPlace) -> tuple[bool, str]:
    if place.forget():
        return True, say("The {key} is out of the system's keyring.", key=place.words)
    return False, say("The keyring held no {key}.", key=place.words)


def sandbox_command(command: SandboxCommand) -> int:
    """Serve the sandbox until it is stopped, saying on stdout where it listens."""
    from roster_import.pipeline.sandbox import serve

    def ready(url: str) -> None:
        show(f"The sandbox listens at {url}; stop it with Ctrl-C. To place orders with it:")
        access = f"ROSTER_IMPORT_KITMAKER_URL={url} ROSTER_IMPORT_KITMAKER_API_KEY={command.key}"
        show_to_copy(f"  {access} roster-import club.xlsx")
        show(f"Its Dropday is at {url}/api/v1, its JTL-Wawi at {url}/erp; docs/sandbox.md says more.")

    serve(command, ready, (lambda line: show(line, err=True)) if command.verbose else None)
    return 0

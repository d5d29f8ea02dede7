"""`proof`: called, and where the pages lie printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from roster_import.cli.pieces import line
from roster_import.cli.report_pieces import problem_piece
from roster_import.cli.screen import show, show_document
from roster_import.cli.terminal import Terminal
from roster_import.errors import WriteError
from roster_import.language.messages import listed, say, say_n
from roster_import.language.translations import in_language
from roster_import.model.sheets import ORDER, ROSTER
from roster_import.write.report_document import problem_document
from roster_import.write.run_report import HAS_ERRORS, PLACED, WRONG_USAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.cli.pieces import Piece
    from roster_import.pipeline.options import ProofCommand, TemplateCommand
    from roster_import.pipeline.proof import Proof
    from roster_import.pipeline.session import Offer


def proof_command(command: ProofCommand) -> int:
    """Write the proof of every file and say where it lies; 1 where a roster has errors, as for `check`."""
    from roster_import.pipeline.proof import proof

    proofs = proof(command, Terminal())
    _print(proofs, as_json=command.as_json)
    for written in proofs if command.open else ():
        click.launch(str(written.html))
    return max((_status(written, command) for written in proofs), default=PLACED)


def _status(proof: Proof, command: ProofCommand) -> int:
    """A warning counts where that is asked for; a PDF that was wanted and cannot be made is a matter of this machine."""
    if proof.trouble:
        return WRONG_USAGE
    stopped = proof.is_draft or (command.accept_warnings is False and proof.problems)
    return HAS_ERRORS if stopped else PLACED


def offered_proofs(offer: Offer) -> list[Piece]:
    """Write the proofs of what is about to be ordered: pieces that say where they lie, or why they could not be written."""
    from roster_import.pipeline.proof import proofs_of

    try:
        return [_piece(proof) for proof in proofs_of(offer)]
    except WriteError as error:
        return [in_language(error.message, offer.language)]


def _print(proofs: Sequence[Proof], *, as_json: bool) -> None:
    if as_json:
        files = [_document(proof) for proof in proofs]
        show_document({"version": 1, "files": files})
        return
    for proof in proofs:
        show(*_pieces(proof))


def _pieces(proof: Proof) -> list[Piece]:
    problems = [problem_piece(problem, proof.language) for problem in proof.problems]
    return [_piece(proof), *problems, *([f"  {in_language(proof.trouble, proof.language)}"] if proof.trouble else [])]


def _piece(proof: Proof) -> Piece:
    """Whose proof it is, what it may be used for, and where it lies."""
    where = listed([str(path) for path in (proof.html, proof.pdf) if path])
    said = say("Proof {code}", code=proof.code) if proof.code else _draft(len(proof.checked.errors))
    kind = "error" if proof.is_draft else "good"
    return line(
        (f"{proof.path}:", "file"),
        " ",
        (in_language(said, proof.language), kind),
        ": ",
        (in_language(where, proof.language), "file"),
    )


def _draft(errors: int) -> str:
    return say_n("{count} error: a draft, not for signing", "{count} errors: a draft, not for signing", errors)


def _document(proof: Proof) -> dict[str, Any]:
    return {
        "path": str(proof.path),
        "status": "problems" if proof.is_draft else "checked",
        "proof": str(proof.html),
        "pdf": str(proof.pdf) if proof.pdf else None,
        "code": proof.code,
        "problems": [problem_document(problem) for problem in proof.problems],
        "error": proof.trouble,
    }


# -------------------------------------------------------------------------------------------------------- the template


def template_command(command: TemplateCommand) -> int:
    """Write the template, never over something else unless asked to."""
    from roster_import.pipeline.template import template

    made = template(command, Terminal())
    for note in made.notes:
        show(f"roster-import: {in_language(note, made.language)}", err=True)
    message = say(
        "{path}: fill in the sheets {order} and {roster}, then run roster-import {path}",
        path=made.path,
        order=ORDER.name,
        roster=ROSTER.name,
    )
    if command.as_json:
        document = {"version": 1, "path": str(made.path), "notes": [str(note) for note in made.notes]}
        show_document(document)
    else:
        show(in_language(message, made.language))
    return 0

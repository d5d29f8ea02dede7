"""`proof`: the page on which every shirt is drawn as it will be printed, for a person to sign off."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from roster_import import __version__
from roster_import.errors import UsageError, WriteError
from roster_import.files import There, put
from roster_import.language.messages import joined, listed, say, say_n
from roster_import.language.translations import in_language
from roster_import.write.run_report import HAS_ERRORS, PLACED, WRONG_USAGE, problem_document, problem_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from roster_import.model.report import Checked
    from roster_import.write.proof import Draft, Page

Options = dict[str, Any]

_OFFER = say("Answer p for a proof first: a page on which every shirt is drawn as it will be printed.")
_YES, _NO = ("y", "yes", "j", "ja"), ("n", "no", "nein", "nej")  # whatever the language is
_OURS = (".results", ".problems")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A proof as it was written: where page and PDF lie, and why there is no PDF where one was wanted."""

    checked: Checked
    page: Page
    html: Path
    pdf: Path | None = None
    trouble: str | None = None
    language: str = "en"


def proof_command(options: Options) -> int:
    """Write the proof of every file and say where it lies; 1 where a roster has errors, as for `check`."""
    from roster_import.pipeline.check import look_at

    output: Path | None = options["output"]
    _check_output(options["files"], output)
    drafted, people = look_at(options)
    proofs = [write_proof(one, {**options, "language": people.of(one)}, draft) for one, draft in drafted]
    _say(proofs, options)
    for proof in proofs if options["open"] else ():
        click.launch(str(proof.html))
    return max((_status(one, options) for one in proofs), default=PLACED)


def _status(proof: Proof, options: Options) -> int:
    """A warning counts where that is asked for; a PDF that was wanted and cannot be made is a matter of this machine."""
    if proof.trouble:
        return WRONG_USAGE
    stopped = proof.page.is_draft or (options.get("accept_warnings") is False and proof.page.problems)
    return HAS_ERRORS if stopped else PLACED


def confirmed(question: str, files: Sequence[Checked], options: Options) -> bool:
    """Ask a person for a yes; to the answer `p` the proofs of the files are written, and the question is asked again."""
    language = options.get("language") or "en"
    click.echo(in_language(_OFFER, language), err=True)
    asked = in_language(joined(question, say("[y/N]")), language)
    while True:
        said = click.prompt(asked, default="n", show_default=False, err=True).strip().casefold()
        if said in (*_YES, *_NO):
            return said in _YES
        lines = (
            _offered(files, options) if said in ("p", "proof") else [in_language(say("Answer y, n or p."), language)]
        )
        click.echo("\n".join(lines), err=True)


def _offered(files: Sequence[Checked], options: Options) -> list[str]:
    output = options.get("output")
    folder = output if output is not None and output.is_dir() else None
    beside = {"output": folder, "language": options.get("language")}
    try:
        return [_line(write_proof(one, beside)) for one in files]
    except WriteError as error:
        return [in_language(error.message, options.get("language") or "en")]


def write_proof(checked: Checked, options: Options, draft: Draft | None = None) -> Proof:
    """Write one file's proof, beside it or where `--output` says; `draft` is what can be drawn of a file with errors.

    Raises `WriteError` where the page cannot be written; a PDF that cannot be made is `trouble` alone.
    """
    from roster_import.write.proof import proof_html, proof_page, sealed_html
    from roster_import.write.proof.seal import seal_text

    page, language = proof_page(checked, draft), options.get("language") or "en"
    text = proof_html(
        page,
        language=language,
        made=date.today(),  # noqa: DTZ011 - the reader's own day is what a person writes on paper
        version=__version__,
        seal=seal_text(checked.path),
    )
    content, force = sealed_html(text), bool(options.get("force"))
    path = _put(proof_path(checked.path, options.get("output")), content, checked.path, force=force)
    proof = Proof(checked=checked, page=page, html=path, language=language)
    return _with_pdf(proof, content, force=force) if options.get("pdf") else proof


def _with_pdf(proof: Proof, content: bytes, *, force: bool) -> Proof:
    from dataclasses import replace

    from roster_import.write.proof import sealed_pdf
    from roster_import.write.proof.pdf import find_browser, printed_pdf

    try:
        printed = printed_pdf(content, find_browser(os.environ), proof.html.parent)
        sealed = sealed_pdf(printed, proof.checked.path)
        return replace(proof, pdf=_put(proof.html.with_suffix(".pdf"), sealed, proof.checked.path, force=force))
    except WriteError as error:
        return replace(proof, trouble=error.message)


# ------------------------------------------------------------------------------------------------- where it lies


def proof_path(source: Path, output: Path | None) -> Path:
    """Where the proof of a file goes: beside it, at `output`, or in it where that is a folder."""
    stem = source.stem
    for mark in _OURS:
        stem = stem.removesuffix(mark)
    name = f"{stem}.proof.html"
    if output is None:
        return source.with_name(name)
    return output / name if output.is_dir() else output


def _check_output(files: Sequence[Path], output: Path | None) -> None:
    """Raise `UsageError` for an `--output` that cannot be meant, before anything is read."""
    if output is None or output.is_dir():
        return
    if len(set(files)) > 1:
        raise UsageError(
            say(
                "--output {output} is not a folder, and there are {count} files: name a folder.",
                output=output,
                count=len(set(files)),
            )
        )
    if not output.parent.is_dir():
        raise UsageError(
            say(
                "--output {output}: there is no folder {parent}. Make it, or name another.",
                output=output,
                parent=output.parent,
            )
        )
    if output.suffix.lower() not in (".html", ".htm"):
        raise UsageError(say("--output {output}: a proof is a page; give it a name that ends in .html.", output=output))


def _put(path: Path, content: bytes, source: Path, *, force: bool) -> Path:
    """Put a proof at a path, or beside what is in its way; an older proof of the same file gives way, untouched."""
    from roster_import.write.proof import is_ours

    def judge(found: bytes) -> There:
        return There.GIVES_WAY if is_ours(found, source) else There.NOT_OURS

    return put(path, lambda: content, judge, source=source, force=force)


# ------------------------------------------------------------------------------------------------------ what is said


def _say(proofs: Sequence[Proof], options: Options) -> None:
    if options.get("as_json"):
        files = [_document(proof) for proof in proofs]
        click.echo(json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=2))
        return
    for proof in proofs:
        click.echo("\n".join(_lines(proof)))


def _lines(proof: Proof) -> list[str]:
    from roster_import.write.proof.markup import visible

    problems = [visible(problem_line(problem, proof.language)) for problem in proof.page.problems]
    return [_line(proof), *problems, *([f"  {in_language(proof.trouble, proof.language)}"] if proof.trouble else [])]


def _line(proof: Proof) -> str:
    """Whose proof it is, what it may be used for, and where it lies."""
    from roster_import.write.proof.markup import visible

    page = proof.page
    where = listed([str(path) for path in (proof.html, proof.pdf) if path])
    said = say("Proof {code}", code=page.code) if page.code else _draft(len(proof.checked.errors))
    line = joined(str(proof.checked.path), said, where, between=": ")
    return visible(in_language(line, proof.language))


def _draft(errors: int) -> str:
    return say_n("{count} error: a draft, not for signing", "{count} errors: a draft, not for signing", errors)


def _document(proof: Proof) -> dict[str, Any]:
    return {
        "path": str(proof.checked.path),
        "status": "problems" if proof.page.is_draft else "checked",
        "proof": str(proof.html),
        "pdf": str(proof.pdf) if proof.pdf else None,
        "code": proof.page.code,
        "problems": [problem_document(problem) for problem in proof.page.problems],
        "error": proof.trouble,
    }

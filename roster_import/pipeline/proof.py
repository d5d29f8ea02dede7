"""`proof`: the page on which every shirt is drawn as it will be printed, for a person to sign off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from roster_import.errors import UsageError, WriteError
from roster_import.files import There, put
from roster_import.language.messages import say
from roster_import.model.file_name import portable_name
from roster_import.model.setting_names import __version__
from roster_import.pipeline.check import look_at
from roster_import.pipeline.session import NOBODY
from roster_import.settings import environment
from roster_import.write.deliver import check_place
from roster_import.write.proof import (
    is_ours,
    proof_html,
    proof_page,
    sealed_html,
    sealed_pdf,
)
from roster_import.write.proof.document import seal_text
from roster_import.write.proof.pdf import find_browser, printed_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked
    from roster_import.pipeline.options import ProofCommand
    from roster_import.pipeline.session import Offer, Person
    from roster_import.write.proof import Page

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

    @property
    def path(self) -> Path:
        """The file whose proof it is."""
        return self.checked.path

    @property
    def code(self) -> str | None:
        """The code by which a signed proof is told from one of a changed file; None for a draft."""
        return self.page.code

    @property
    def is_draft(self) -> bool:
        """Whether the file has errors, so that the page is not for signing."""
        return self.page.is_draft

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the file."""
        return tuple(self.page.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """Where a proof is to lie, and in what form."""

    output: Path | None
    language: str
    pdf: bool = False
    force: bool = False


def proof(command: ProofCommand, person: Person = NOBODY) -> tuple[Proof, ...]:
    """The proof of every file, written beside it or where `output` says; of a file with errors a draft.

    Raises `WriteError` where a page cannot be written; a PDF that cannot be made is the proof's `trouble` alone.
    """
    _check_output(command.files, command.output)
    files, people = look_at(command, person)
    return tuple(
        _written(file, _Wish(output=command.output, language=people.of(file), pdf=command.pdf, force=command.force))
        for file in files
    )


def proofs_of(offer: Offer) -> list[Proof]:
    """The proofs of what is about to be ordered, written beside the files, or into the folder for the results."""
    wish = _Wish(output=offer.output, language=offer.language)
    return [_written(file, wish) for file in offer.files]


def _written(checked: Checked, wish: _Wish) -> Proof:
    """Write one file's proof."""
    page = proof_page(checked)
    text = proof_html(
        page,
        language=wish.language,
        made=date.today(),  # noqa: DTZ011 - the reader's own day is what a person writes on paper
        version=__version__,
        seal=seal_text(checked.path),
    )
    content = sealed_html(text)
    path = _put(proof_path(checked.path, wish.output), content, checked.path, force=wish.force)
    written = Proof(checked=checked, page=page, html=path, language=wish.language)
    return _with_pdf(written, content, force=wish.force) if wish.pdf else written


def _with_pdf(written: Proof, content: bytes, *, force: bool) -> Proof:
    try:
        printed = printed_pdf(content, find_browser(environment()), written.html.parent)
        sealed = sealed_pdf(printed, written.path)
        return replace(written, pdf=_put(written.html.with_suffix(".pdf"), sealed, written.path, force=force))
    except WriteError as error:
        return replace(written, trouble=error.message)


# ------------------------------------------------------------------------------------------------- where it lies


def proof_path(source: Path, output: Path | None) -> Path:
    """Where the proof of a file goes: beside it, at `output`, or in it where that is a folder."""
    stem = source.stem
    for mark in _OURS:
        stem = stem.removesuffix(mark)
    name = portable_name(f"{stem}.proof.html")
    if output is None:
        return source.with_name(name)
    return output / name if output.is_dir() else output


def _check_output(files: Sequence[Path], output: Path | None) -> None:
    """Raise `UsageError` for an `--output` that cannot be meant, before anything is read."""
    if output is None or output.is_dir():
        return
    check_place(files, output)
    if output.suffix.lower() not in (".html", ".htm"):
        raise UsageError(say("--output {output}: a proof is a page; give it a name that ends in .html.", output=output))


def _put(path: Path, content: bytes, source: Path, *, force: bool) -> Path:
    """Put a proof at a path, or beside what is in its way; an older proof of the same file gives way, untouched."""

    def judge(there: bytes) -> There:
        return There.GIVES_WAY if is_ours(there, source) else There.NOT_OURS

    return put(path, lambda: content, judge, source=source, force=force)

"""The person at the terminal: told of progress, asked what only a person can tell, shown what is about to be ordered."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

import click

from roster_import.cli.pieces import line
from roster_import.cli.screen import show, shows_weight
from roster_import.language.messages import joined, listed, say, say_n
from roster_import.language.translations import in_language
from roster_import.write.reader_language import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from roster_import.cli.pieces import Piece
    from roster_import.cli.progress import FileProgress, Progress
    from roster_import.cli.questions import Questions
    from roster_import.model.layout import Meaning, Question
    from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion
    from roster_import.pipeline.session import Awaited, FilesSoFar, Offer


def _named(references: Sequence[str]) -> str:
    """Orders by their references, many by their number."""
    count = len(references)
    return listed(references) if count <= _MOST_NAMED else say_n("{count} order", "{count} orders", count)


_MOST_NAMED = 5  # orders, where a run is interrupted; of more their number is enough


class Interrupted(click.Abort):
    """Somebody ended a run that orders: `said` is what became of the orders by then."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


class Terminal:
    """Whoever runs a command: a person where stdin and stderr are a terminal, and `--yes` does not keep them from being asked.

    Progress is one line that changes on a terminal, a plain line per order otherwise; all is said on stderr. `proofs`
    writes the proofs of what is offered, and gives lines about them.
    """

    def __init__(self, *, yes: bool = True, proofs: Callable[[Offer], list[Piece]] | None = None) -> None:
        self.answers = not yes and sys.stdin.isatty() and sys.stderr.isatty()
        self.people = Reader()
        self.declined = False
        self._proofs = proofs
        self._ended: dict[str, str] = {}
        self._under_way: dict[str, str] = {}
        self._progress: Progress | None = None
        self._files: FileProgress | None = None

    def reads(self, people: Reader) -> None:
        """What is said from now on is read by these."""
        self.people = people

    def say(self, said: str) -> None:
        """Say on stdout what is about no file."""
        self.files_end()
        show(in_language(said, self.people.general))

    def warn(self, said: str) -> None:
        """Say what does not end the command."""
        with ExitStack() as aside:
            if self._progress:
                aside.enter_context(self._progress.aside())
            if self._files:
                aside.enter_context(self._files.line.aside())
            show(line(("roster-import:", "warning"), " ", in_language(said, self.people.general)), err=True)

    # ---------------------------------------------------------------------------------------------- progress

    def files_begin(self, so_far: FilesSoFar) -> bool:
        """Files are read and checked now; of large ones a line of a terminal says how far they are."""
        if not shows_weight(err=True) or not so_far.are_large:
            return False
        from roster_import.cli.progress import FileProgress

        self._files = FileProgress(so_far, lambda: self.people.general)
        self._files.begin()
        return True

    def files_end(self) -> None:
        """Clear that line."""
        if self._files is not None:
            self._files.line.end()
            self._files = None

    def expect(self, awaited: Awaited) -> None:
        """So many orders are placed or followed now."""
        from roster_import.cli.progress import Progress

        self._progress = Progress(awaited, self._under_way, self._ended)
        self._progress.begin()

    def tell(self, event: str, reference: str, detail: str) -> None:
        """Show that something happened to an order."""
        self._under_way[reference] = event
        if event in ("completed", "failed"):
            self._ended[reference] = event
        if self._progress is not None:
            self._progress.tell(event, reference, detail)

    def ended(self) -> None:
        """Clear the line."""
        if self._progress is not None:
            self._progress.end()
            self._progress = None

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """Where the block is interrupted, it is said what is true of its orders by then: `Interrupted`."""
        try:
            yield
        except (KeyboardInterrupt, click.Abort) as stop:
            self.ended()
            raise Interrupted(self._so_far()) from stop

    def _so_far(self) -> str:
        """What was sent when somebody ended the run, and how it is finished."""
        maybe = [reference for reference, event in self._under_way.items() if event in ("sending", "reached")]
        sent = [reference for reference, event in self._under_way.items() if event == "pending"]
        ended = [
            reference for reference, event in self._under_way.items() if reference in self._ended and event != "written"
        ]
        if not (maybe or sent or ended):
            return say("Interrupted. Nothing was sent.")
        parts = [
            say_n(
                "{orders} was sent; roster-import resume follows it.",
                "{orders} were sent; roster-import resume follows them.",
                len(sent),
                orders=_named(sent),
            ),
            say_n(
                "{orders} was being sent: roster-import resume finds out what became of it.",
                "{orders} were being sent: roster-import resume finds out what became of them.",
                len(maybe),
                orders=_named(maybe),
            ),
            say_n(
                "{orders} came to its end; roster-import resume writes the results workbook, if it is not there yet.",
                "{orders} came to their end; roster-import resume writes the results workbooks that are not there yet.",
                len(ended),
                orders=_named(ended),
            ),
        ]
        told = (part for part, orders in zip(parts, (sent, maybe, ended), strict=True) if orders)
        return joined(say("Interrupted."), *told)

    # --------------------------------------------------------------------------------------------- questions

    @cached_property
    def _questions(self) -> Questions:
        from roster_import.cli.questions import Questions

        self.files_end()
        return Questions()

    def meaning(self, question: Question, language: str) -> tuple[Meaning, str | None] | None:
        """Ask what a column means."""
        return self._questions.meaning(question, language)

    def design(self, question: DesignQuestion, language: str) -> str | None:
        """Ask which design every row is."""
        return self._questions.design(question, language)

    def print_name(self, question: PrintNameQuestion, language: str) -> str | None:
        """Ask whether a lone name column is printed."""
        return self._questions.print_name(question, language)

    def title(self, question: TitleQuestion, language: str) -> str | None:
        """Ask which title is meant by a text, in all its rows."""
        return self._questions.title(question, language)

    def agrees(self, offer: Offer) -> bool:
        """Show what is about to be ordered and ask for a yes; to the answer `p` its proofs are written, and it is asked again."""
        from roster_import.cli.offer import agreed_to

        self.declined = not agreed_to(offer, self._proofs)
        return not self.declined

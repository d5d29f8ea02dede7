"""The check of drafts, kept warm: what reads and what checks is loaded before the first coach comes.

Every file is read and checked in forks that end with it, as many at once as there are processors, so that memory stays level
however many coaches come. What was found is remembered for a while, as a coach looks at one draft many times.
"""

from __future__ import annotations

import os
import threading
import time
from collections import OrderedDict
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.language.advice import for_a_coach
from roster_import.language.messages import say
from roster_import.model.catalogue import Catalogue
from roster_import.model.setting_names import __version__
from roster_import.page.left_as_is import left_names, seen_by_coach
from roster_import.page.references import is_one_among_others, proposed_reference
from roster_import.pipeline.check import checker_of
from roster_import.pipeline.check_options import check_options
from roster_import.pipeline.memory import remember_answers
from roster_import.pipeline.options import FilesCommand
from roster_import.pipeline.template import blank_roster
from roster_import.watch.club_settings import club_settings
from roster_import.watch.doubts import Accepted
from roster_import.write.proof import proof_html, proof_page, sealed_html
from roster_import.write.proof.document import seal_text
from roster_import.write.template.workbook import template_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked
    from roster_import.page.drafts import Draft, Drafts
    from roster_import.page.signed import Answers, Signed
    from roster_import.page.site import Site
    from roster_import.pipeline.check import Checker
    from roster_import.settings import Settings
    from roster_import.write.proof.parts import SignedBy

_MOST_CELLS = 300_000  # of the files that are remembered together
_SECONDS = 30.0  # for which a look counts: the club's settings may have been changed since
_FEW = 2
_MOST_LOOKS = 100
_NOT_NOW = say(
    "What the office has set for your club cannot be used just now. Tell the office; what you have done is kept."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    checked: Checked
    at: float
    cells: int


class Examiner:
    """Checks the drafts of a site."""

    def __init__(self, site: Site, drafts: Drafts) -> None:
        self._site = site
        self._drafts = drafts
        self._open = ExitStack()
        self._checker: Checker | None = None
        self._guard = threading.Lock()
        self._turns = threading.BoundedSemaphore(max(_FEW, os.cpu_count() or 1))
        self._looks: OrderedDict[tuple[str, int, object], _Look] = OrderedDict()

    def begin(self) -> None:
        """Load what is slow to load, aside."""
        threading.Thread(target=self._ready, name="getting ready to check", daemon=True).start()

    def stop(self) -> None:
        """End the processes."""
        with self._guard:
            self._checker = None
            self._open.close()

    def look(self, draft: Draft, *, afresh: bool = False, reference: str = "") -> Checked:
        """A draft checked with what its coach answered, as they see it (`seen_by_coach`).

        Where nothing names its order it is under a reference, else the proposed one. Raises `UsageError` where the club's
        settings cannot be used.
        """
        reference = reference or proposed_reference(draft)
        key = draft.id, draft.revision, (draft.answers, draft.anew, reference)
        if not afresh and (known := self._known(key)) is not None:
            return seen_by_coach(known, left_names(draft.left))
        try:
            checked = self._under(reference, draft)
        except UsageError as error:  # what it says is for the office: it names folders, and other files
            raise UsageError(_NOT_NOW) from error
        self._remember(key, checked)
        return seen_by_coach(checked, left_names(draft.left))

    def catalogue(self, draft: Draft) -> Catalogue:
        """The catalogue of a draft's club; an empty one where it has none that can be used just now."""
        try:
            return self._ready().catalogue(self._settings(draft.club, draft.name))
        except UsageError:
            return Catalogue()

    def blank(self, club: str, language: str) -> bytes:
        """A blank roster with the garments of the club's catalogue; without them where that cannot be read just now."""
        try:
            catalogue = self._ready().catalogue(self._settings(club, template_name(language)))
        except UsageError:
            catalogue = Catalogue()
        return blank_roster(language, catalogue)

    def is_as_drawn(self, signed: Signed, path: Path) -> bool:
        """Whether a signed roster orders by now what was drawn when it was signed: the club's settings may be others."""
        if not signed.code:
            return True
        return proof_page(self._asked(path, signed.club, signed.name, signed.answers)).code == signed.code

    def as_it_stands(self, draft: Draft) -> Checked:
        """A draft as an import would check it: under no name but its own."""
        return self._asked(self._drafts.path(draft), draft.club, draft.name, draft.answers, anew=draft.anew)

    def _under(self, reference: str, draft: Draft) -> Checked:
        path = self._drafts.path(draft)
        checked = self._asked(path, draft.club, draft.name, draft.answers, reference, anew=draft.anew)
        return self.as_it_stands(draft) if is_one_among_others(checked, reference) else checked

    def _asked(
        self, path: Path, club: str, name: str, answers: Answers, reference: str = "", *, anew: bool = False
    ) -> Checked:
        settings = self._settings(club, name)
        order = {"reference": reference, **settings.order} if reference else settings.order
        settings = replace(settings, order=order)
        with self._turns:
            folder = self._site.club_folder(club)
            return self._ready().ask(path, settings, folder, FilesCommand(**answers.options()), anew=anew)

    def remember(self, draft: Draft, checked: Checked) -> None:
        """Keep what the coach answered for the club's files: a watch over the folder, too, is to order what was signed.

        It is kept for the list as it was dropped, too: a mend may have added a column, and the next one is dropped without it.
        """
        command, settings = FilesCommand(**draft.answers.options()), self._settings(draft.club, draft.name)
        answered = replace(
            settings, print_name=command.print_name or settings.print_name, design=command.design or settings.design
        )
        options = check_options(command, answered, sandbox=self._site.sandbox)
        if command.mapping or command.titles or command.print_name or command.design or draft.anew:
            dropped = self._drafts.path(draft, draft.revisions[0])
            mended = len(draft.revisions) > 1
            before = [self._asked(dropped, draft.club, draft.name, draft.answers, anew=draft.anew)] if mended else []
            remember_answers(
                [checked, *before], options, settings, command, sandbox=self._site.sandbox, anew=draft.anew
            )

    def _settings(self, club: str, name: str) -> Settings:
        """The settings for a club's files."""
        return club_settings(self._site.settings, Accepted(), self._site.folder, f"{club}/{name}")[0]

    def _ready(self) -> Checker:
        with self._guard:
            if self._checker is None:
                checks = checker_of(self._site.settings, sandbox=self._site.sandbox)
                self._checker = self._open.enter_context(checks)
                self._checker.get_ready()
            return self._checker

    def _known(self, key: tuple[str, int, object]) -> Checked | None:
        with self._guard:
            look = self._looks.get(key)
            return look.checked if look is not None and time.monotonic() - look.at < _SECONDS else None

    def _remember(self, key: tuple[str, int, object], checked: Checked) -> None:
        with self._guard:
            self._looks[key] = _Look(checked=checked, at=time.monotonic(), cells=_cells(checked))
            self._looks.move_to_end(key)
            while len(self._looks) > 1 and sum(look.cells for look in self._looks.values()) > _MOST_CELLS:
                self._looks.popitem(last=False)
            while len(self._looks) > _MOST_LOOKS:
                self._looks.popitem(last=False)


def _cells(checked: Checked) -> int:
    sheets = checked.workbook.sheets if checked.workbook else ()
    return sum(len(column.texts) for sheet in sheets for column in sheet.columns.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnProof:
    """The page on which every garment of a draft is drawn, and the code that tells what is ordered by it."""

    html: bytes
    code: str | None


def draw(checked: Checked, language: str, day: date, signed: SignedBy | None = None) -> DrawnProof:
    """The proof of a checked draft, signed or to be signed."""
    page = proof_page(replace(checked, problems=_for_a_coach(checked.problems)))
    page = replace(page, signed=signed, on_paper=signed is not None)
    text = proof_html(page, language=language, made=day, version=__version__, seal=seal_text(checked.path))
    return DrawnProof(html=sealed_html(text), code=page.code)


def _for_a_coach(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(
        replace(problem, message=for_a_coach(problem.message), alike=_for_a_coach(problem.alike))
        for problem in problems
    )

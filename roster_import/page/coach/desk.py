"""What the coach's pages do with drafts: looked at, mended, answered; one change to a draft at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from roster_import.check.keepers import shirts_of_keepers
from roster_import.errors import RosterImportError, UsageError
from roster_import.language.messages import say
from roster_import.model.workbook import cell_address
from roster_import.page.coach.answered_before import left_before
from roster_import.page.coach.given_answers import with_answer, without
from roster_import.page.coach.grid import fixes_named, safe_fixes
from roster_import.page.coach.kept_readings import with_readings_kept
from roster_import.page.coach.mends import LONGEST, Mend, mended, not_mendable, with_order
from roster_import.page.coach.question_cards import column_cards, question_cards
from roster_import.page.coach.remarks import Garments
from roster_import.page.coach.row_designs import is_ordered_as_said
from roster_import.page.coach.row_garments import designs_of_rows
from roster_import.page.coach.views import missing_details
from roster_import.page.differences import entries_of_club
from roster_import.page.drafts import DraftLocks, Drafts
from roster_import.page.examiner import Examiner, draw
from roster_import.page.left_as_is import emptied_as_told, left_names, said_along, warnings_by_name
from roster_import.page.overview import ORDERED, seen_signed
from roster_import.page.signed import Answers, signed_roster, signed_rosters
from roster_import.page.wanted import WantedList
from roster_import.pipeline.check_options import limits_of
from roster_import.pipeline.file_limits import WriteLimits
from roster_import.write.ooxml.cells import box

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.requests import Request

    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked
    from roster_import.page.coach.mends import Mended
    from roster_import.page.drafts import Draft
    from roster_import.page.examiner import DrawnProof
    from roster_import.page.links import Coach
    from roster_import.page.signed import Signed
    from roster_import.page.site import Site
    from roster_import.place.ledger.entry import Entry

_LONGEST_TITLE = 200  # characters of an answer that is typed
_LACKING = frozenset({"reference-missing", "delivery-missing"})
_AS = "as:"  # before a cell's address in the name of a field: the design that its size is to be of
_OF, _TO = "was:", "to:"  # before a cell's address in the name of a field: what stood there, and what is to


@dataclass(frozen=True, kw_only=True)
class CoachDesk:
    """The drafts of a site, what checks them, and whose turn it is to change one."""

    site: Site
    drafts: Drafts
    examiner: Examiner
    locks: DraftLocks = field(default_factory=DraftLocks)

    @classmethod
    def of(cls, site: Site) -> CoachDesk:
        """That of a site."""
        drafts = Drafts.of(site.state)
        return cls(site=site, drafts=drafts, examiner=Examiner(site, drafts))

    def find(self, coach: Coach, id_: str) -> Draft | None:
        """One of a coach's own drafts; one whose signing was cut short by a kill is signed, where the files are there."""
        draft = self.drafts.find(coach.key, id_)
        if draft is not None and not draft.is_signed and (done := signed_roster(self.site, signing_key(draft))):
            draft = self.drafts.sign(draft, done.key, done.name, self.site.now())
        return draft

    def look(self, draft: Draft, *, afresh: bool = False) -> Checked:
        """A draft checked; what was counted is kept with it, unless it was changed meanwhile: that counts then."""
        checked = self.examiner.look(draft, afresh=afresh)
        warnings = sum(problem.level == "warning" for problem in checked.problems)
        pieces = sum(order.pieces + order.loose_logos for order in checked.orders)
        with self.locks.of(draft.id):
            now = self.drafts.find(draft.link, draft.id)
            if now is not None and (now.revision, now.answers) == (draft.revision, draft.answers):
                rows = len(checked.lines)
                self.drafts.count(now, errors=len(checked.errors), warnings=warnings, rows=rows, pieces=pieces)
        return checked

    def proof(self, draft: Draft, language: str) -> DrawnProof:
        """The proof of a draft as it is by now."""
        return draw(self.examiner.look(draft), language, self.site.now().astimezone().date())

    def signed(self, draft: Draft) -> Signed | None:
        """What a draft was signed as."""
        return signed_roster(self.site, draft.signed)

    def is_ordered(self, signed: Signed | None) -> bool:
        """Whether the office has ordered what was signed."""
        if signed is None:
            return False
        wanted, entries = WantedList.of(self.site.state).get(signed.key), entries_of_club(self.site, signed.club)
        return seen_signed(signed, wanted, entries).state in ORDERED

    def signed_before(self, draft: Draft, checked: Checked) -> list[Signed]:
        """What a draft's club has signed, the latest first, where the draft is to be asked something."""
        return signed_rosters(self.site, draft.club) if question_cards(checked) else []

    def signed_proof(self, draft: Draft) -> bytes | None:
        """The signed proof of a draft, where it still lies in the club's folder."""
        signed = self.signed(draft)
        path = self.site.folder / signed.club / signed.proof_name if signed else None
        return path.read_bytes() if path is not None and path.is_file() and not path.is_symlink() else None

    def orders_before(self, club: str) -> list[Entry]:
        """The club's orders, oldest first; none where the ledger cannot be read just now: a coach signs all the same."""
        try:
            return entries_of_club(self.site, club)
        except RosterImportError:
            return []

    # --------------------------------------------------------------------------------------------------------- mend

    def mend(self, coach: Coach, id_: str, form: Mapping[str, str]) -> tuple[list[str], list[str]]:
        """Do what a form of mends says: the cells that were changed, and those changed elsewhere since it was shown."""
        with self.locks.of(id_):
            draft = self._own(coach, id_)
            if "undo" in form:
                self.drafts.undo(draft, self.site.now())
                return [], []
            checked = self.examiner.look(draft)
            if "leave" in form:
                self._leave(draft, checked, form["leave"])
                return [], []
            mends = list(_wished(checked, form))
            stale = [
                mend.cell for mend, was in mends if was is not None and was not in (_text(checked, mend), mend.text)
            ]
            if stale:
                return [], stale
            wanted = [mend for mend, _ in mends if mend.text != _text(checked, mend)]
            if wanted:
                self._mend(draft, checked, wanted)
            return [mend.cell for mend in wanted], []

    def _mend(self, draft: Draft, checked: Checked, wanted: list[Mend]) -> None:
        """Write mends into the file; what is read of its columns, and what else is ordered, stays as it was."""
        sheet = checked.workbook.sheet(wanted[0].sheet) if checked.workbook else None
        designs = designs_of_rows(checked, sheet, self.examiner.catalogue(draft)) if sheet else None
        whole = designs.with_column(wanted) if designs else wanted
        made = self._write(draft, self._within(draft, checked, whole), cells=len(wanted))
        after = self.examiner.look(made)
        answers = with_readings_kept(made.answers, checked, after)
        if answers != made.answers:
            made = self.drafts.answer(made, answers, self.site.now())
            after = self.examiner.look(made)
        if designs and len(whole) > len(wanted) and not is_ordered_as_said(checked, after, wanted, designs):
            self.drafts.undo(made, self.site.now())
            raise UsageError(
                say(
                    "A column {heading} cannot be added to this list here. Tell the office which row gets what.",
                    heading=designs.heading(wanted),
                )
            )
        texts = {(mend.sheet, mend.cell): mend.text for mend in wanted}
        answered = (*said_along(checked, after, texts), *emptied_as_told(checked, after, texts))
        if answered:
            self.drafts.leave(made, (*made.left, *answered), self.site.now())

    def garments(self, draft: Draft) -> Garments:
        """What a club can order, as far as that is known."""
        catalogue = self.examiner.catalogue(draft)
        sizes = {entry.title: entry.sizes for entry in catalogue.entries if entry.kind == "design"}
        return Garments(catalogue=catalogue, of_keepers=tuple(shirts_of_keepers(catalogue)), sizes=sizes)

    def _leave(self, draft: Draft, checked: Checked, name: str) -> None:
        """Leave a warning as it is: it is not said again."""
        problem = warnings_by_name(checked).get(name)
        if problem is not None:
            left = (*draft.left, f"{name} {problem.cell or problem.place}")
            self.drafts.leave(draft, left, self.site.now())

    def leave_as_before(self, coach: Coach, draft: Draft, checked: Checked) -> None:
        """Leave what its coach left as it is in a list that is signed: they are not asked about the same once more."""
        if left := left_before(checked, self.drafts.of_link(coach.key)):
            now = self.find(coach, draft.id) or draft
            self.drafts.leave(now, left, self.site.now())

    def left_as_is(self, draft: Draft) -> tuple[str, ...]:
        """The warnings of a draft that were left as they are: of each its code, a blank, and its place."""
        if not draft.left:
            return ()
        names = warnings_by_name(self.examiner.as_it_stands(draft))
        left = (names[name] for name in left_names(draft.left) if name in names)
        return tuple(dict.fromkeys(f"{each.code} {each.place}" for each in left))

    def add_details(self, coach: Coach, id_: str, form: Mapping[str, str], language: str) -> None:
        """Write the missing details of the order into the coach's own file."""
        with self.locks.of(id_):
            draft = self._own(coach, id_)
            checked = self.examiner.look(draft)
            keys = [detail.key for detail in missing_details(checked, draft)]
            given = {key: form.get(key, "").strip()[:LONGEST] for key in keys}
            if any(given.values()):
                self._write(draft, self._with_order(draft, checked, given, language), cells=0)

    def name_order(self, draft: Draft, reference: str, language: str) -> Draft:
        """Write the reference of the order into the coach's own file: into its place there, where it has one."""
        checked = self.examiner.as_it_stands(draft)
        place = next((problem for problem in checked.problems if problem.code == "reference-missing"), None)
        if place is not None and place.cell and place.column:
            mend = Mend(sheet=place.sheet or "", cell=place.cell, text=reference)
            return self._write(draft, self._within(draft, checked, [mend]), cells=0)
        return self._write(draft, self._with_order(draft, checked, {"reference": reference}, language), cells=0)

    def _with_order(self, draft: Draft, checked: Checked, given: Mapping[str, str], language: str) -> Mended:
        workbook = checked.workbook
        if workbook is None:
            raise not_mendable()
        content, sheet = self.drafts.content(draft), _order_sheet(checked)
        limits = WriteLimits(workbook.path, limits_of(self.site.settings))
        return limits.written(lambda: with_order(workbook, content, given, language, sheet))

    def _within(self, draft: Draft, checked: Checked, wanted: list[Mend]) -> Mended:
        workbook = checked.workbook
        if workbook is None:
            raise not_mendable()
        content = self.drafts.content(draft)
        limits = WriteLimits(workbook.path, limits_of(self.site.settings))
        return limits.written(lambda: mended(workbook, content, wanted))

    def _write(self, draft: Draft, made: Mended, *, cells: int) -> Draft:
        return self.drafts.revise(draft, made.content, self.site.now(), name=made.name, cells=cells)

    def _own(self, coach: Coach, id_: str) -> Draft:
        draft = self.find(coach, id_)
        if draft is None or draft.is_signed:
            raise not_mendable()
        return draft

    # ------------------------------------------------------------------------------------------------------- answers

    def answer(self, coach: Coach, id_: str, form: Mapping[str, str]) -> bool:
        """Keep what a form answers, asked or unasked, or take an answer back; False where it says nothing."""
        with self.locks.of(id_):
            draft = self._own(coach, id_)
            if form.get("again") == "before":
                self.drafts.ask_anew(draft, self.site.now())
                return True
            if "again" in form:
                every = form["again"] == "all"
                left = tuple(each for each in draft.left if not (every or each.startswith(f"{form['again']} ")))
                if left != draft.left:
                    draft = self.drafts.leave(draft, left, self.site.now())
                answers = without(draft.answers, form["again"]) if not every else Answers()
            else:
                answers = _answered(draft.answers, self.examiner.look(draft), form)
            if answers == draft.answers:
                return "again" in form
            self.drafts.answer(draft, answers, self.site.now())
            return True


def _answered(answers: Answers, checked: Checked, form: Mapping[str, str]) -> Answers:
    """The answers with those that a form gives to the questions of a file, or unasked about its columns."""
    for card in (*question_cards(checked), *column_cards(checked)):
        chosen = form.get(f"more:{card.id}") or form.get(f"choice:{card.id}", "")
        said = form.get(f"pick:{card.id}") or chosen
        typed = form.get(f"typed:{card.id}", "").strip()[:_LONGEST_TITLE]
        chosen = typed if card.free and (said in ("", "other") and typed) else said
        answers = with_answer(answers, card, chosen) or answers
    return answers


def _order_sheet(checked: Checked) -> str | None:
    """The workbook's own Order sheet, where the check names one that lacks details."""
    return next((problem.sheet for problem in checked.problems if problem.code in _LACKING and problem.sheet), None)


def signing_key(draft: Draft) -> str:
    """The name of what is signed: this draft as it is by now, another each time it was sent back."""
    again = f"b{draft.times_sent_back}" if draft.times_sent_back else ""
    return f"{draft.id}r{draft.revision}{again}"


def desk_of(request: Request) -> CoachDesk:
    """The desk of the page that a request was made to."""
    return cast("CoachDesk", request.app.state.coach_desk)


def _wished(checked: Checked, form: Mapping[str, str]) -> Iterator[tuple[Mend, str | None]]:
    """Every mend a form asks for, with what stood there when the form was shown, where it says so."""
    names = [sheet.name for sheet in checked.workbook.sheets] if checked.workbook else []
    together = [_as_mend(fix) for fix in _together(checked, form)]
    yield from ((mend, None) for mend in together)
    at = form.get("at", "")
    sheet = names[int(at)] if at.isascii() and at.isdigit() and len(at) < 6 and int(at) < len(names) else None
    if sheet is None:
        return
    for cell, text in (*_designs_said(form), *_other_garments(form)):
        yield Mend(sheet=sheet, cell=cell, text=text), None
    taken = dict(_taken(form) if "clear" not in form else _cleared(checked, sheet, form["clear"]))
    yield from ((Mend(sheet=sheet, cell=cell, text=text), None) for cell, text in taken.items())
    taken.update((mend.cell, mend.text) for mend in together if mend.sheet == sheet)
    for name, text in form.items():
        cell = name.removeprefix(_TO)
        if name.startswith(_TO) and box(cell) and cell not in taken:
            typed = " ".join(text.split())[:LONGEST]
            was = form.get(f"{_OF}{cell}", "")
            if typed != " ".join(was.split()):
                yield Mend(sheet=sheet, cell=cell, text=typed), was


def _designs_said(form: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The cells of rows that were said to be one design, and its title."""
    cells, _, title = form.get("design", "").partition("|")
    for cell in cells.split(",") if title else ():
        if box(cell):
            yield cell, title[:LONGEST]


def _other_garments(form: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The cells of sizes whose row was said, in its form, to be another design there."""
    for name, title in form.items():
        cell = name.removeprefix(_AS)
        if name.startswith(_AS) and box(cell) and title:
            yield cell, title[:LONGEST]


def _together(checked: Checked, form: Mapping[str, str]) -> list[Problem]:
    """The suggestions that were taken together: all that are safe, all that were listed, those of which the same is said."""
    return safe_fixes(checked) if "safe" in form else fixes_named(checked, form.get("others") or form.get("every", ""))


def _as_mend(fix: Problem) -> Mend:
    return Mend(sheet=fix.sheet or "", cell=fix.cell or "", text=fix.suggestion or "")


def _taken(form: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The suggestion of one cell that was taken."""
    cell, _, text = form.get("take", "").partition("|")
    if box(cell):
        yield cell, text[:LONGEST]


def _cleared(checked: Checked, sheet: str, row: str) -> Iterator[tuple[str, str]]:
    """Every cell of a row emptied: it is a row of nobody then, and what stands below it stays where it is."""
    at = int(row) if row.isascii() and row.isdigit() and len(row) < 8 else 0
    listed = checked.workbook.sheet(sheet) if checked.workbook else None
    for column, cells in (listed.columns if listed else {}).items():
        if at in cells.texts:
            yield cell_address(at, column), ""


def _text(checked: Checked, mend: Mend) -> str:
    sheet = checked.workbook.sheet(mend.sheet) if checked.workbook else None
    place = box(mend.cell)
    return sheet.text(place[0], place[1]) if sheet and place else ""

"""A cash book or a list of accounts: names and sums stand there as on a roster, and nothing is ordered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.cell_kinds import Trait
from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.recognise.verdicts import Verdict

M = Meaning
_WORN = frozenset({M.SIZE, M.SIZE_LIST, M.NUMBER, M.PLAYER_NUMBER, M.NAME_NUMBER, M.LOGO})
_BOOKED = re.compile(
    r"\b(?:sald|balance|solde|bakiye|zustatek|stan_konta|soll|haben|debet|debit|credit|kredit|debe|haber|dare|avere|einnahm|ausgab"
    r"|einzahlung|auszahlung|buchung|beleg|kostenstelle|income|expens|receipt|voucher|deposit|withdraw|ledger"
    r"|(?<!height )(?<!ht )(?<!inseam )in$|out$|indtaegt|udgift"
    r"|indbetaling|udbetaling|bilag|inntekt|utgift|innbetaling|utbetaling|intakt|inkomst|uitgav|ontvangst|verifikat|insattning"
    r"|uttag|recette|depense|ingreso|gasto|entrat|uscit|receita|despesa|przychod|rozchod|wplyw|wydat|prijem|vydaj|tulot?\b|menot?\b"
    r"|gelir|gider|kontonr|kontonummer|account|konto\b|compte\b|cuenta\b|conto\b|conta\b|rekening|tili\b)"
)
_PAID_OUT = re.compile(r"[-–−]\s?[€$£]?\s?\d[\d.,]*\s?(?:€|kr\.?|zł|kč)?")
_ALL = 0.7
_SIGNS = 2
_SHORT = 3  # words


def are_accounts(verdicts: Sequence[Verdict]) -> bool:
    """Whether rows are bookings or accounts: headings say so, beside dates and sums paid out; two such signs tell it.

    Where sizes, numbers to wear or garments stand, it is a roster, however it is paid.
    """
    if any(v.fixed or _is_ordered(v) for v in verdicts):
        return False
    booked = sum(_is_booked(v.seen.heading) for v in verdicts)
    dated = any(v.seen.profile.share(Trait.DATE) >= _ALL for v in verdicts)
    paid_out = any(_PAID_OUT.fullmatch(value) for v in verdicts for value in v.seen.profile.values)
    meanings = {v.meaning for v in verdicts}
    named = (
        M.NAME in meanings or {M.FIRST_NAME, M.LAST_NAME} <= meanings
    )  # the text of a booking or a print; who signs up
    return booked + dated + paid_out >= _SIGNS + named


def _is_booked(heading: str) -> bool:
    """Whether a word or two say that sums are booked; a form asks who is responsible for the account in many."""
    return len(heading.split()) <= _SHORT and bool(_BOOKED.search(fold(heading)))


def _is_ordered(verdict: Verdict) -> bool:
    """Whether it says what is ordered: sizes and numbers, marks of a garment, how many."""
    said = verdict.meaning is M.QUANTITY and verdict.sure
    return said or verdict.meaning in _WORN or (verdict.meaning is M.DESIGN and verdict.of is not None)

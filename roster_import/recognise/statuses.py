"""What stands under a status: the states of members, and those of orders in a shop that choose none of the rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.recognise.tokens import fold

if TYPE_CHECKING:
    from roster_import.recognise.contents import Held

_OF_MEMBERS = """
    active inactive aktiv inaktiv aktivt aktiva aktive passiv passive passiva actif inactif actief inactief activo activa
    inactivo baja alta attivo attiva inattivo ativo ativa inativo aktywny aktywna nieaktywny aktivni neaktivni aktiivinen
    passiivinen aktif pasif member guest trial honorary injured verletzt skadet student full regular mitglied gast probe
    ehrenmitglied medlem gaest aloittaja 在籍 休会 退会 在籍中 정회원 휴면 활동 正常 现役
"""
# An order that is to be made: one that was cancelled, refunded or sent already is asked about.
_TO_BE_MADE = """
    paid unpaid pending pending_payment processing on_hold open new bezahlt unbezahlt offen in_bearbeitung neu betalt
    ubetalt aben apen under_behandling ny betald obetald oppen betaald onbetaald in_behandeling nieuw paye payee non_paye
    en_attente en_cours nouveau nouvelle pagado pagada pendiente en_proceso procesando nuevo pagato da_pagare in_attesa
    in_lavorazione nuovo pago paga pendente em_processamento novo oplacone oplacono nieoplacone nowe w_trakcie zaplaceno
    nezaplaceno nova nove maksettu maksamatta avoin uusi odendi bekliyor beklemede yeni fizetve kifizetve platit achitat
    unfulfilled not_shipped not_sent nicht_versandt versandbereit ikke_afsendt ikke_sendt ej_skickad niet_verzonden
    awaiting_fulfillment awaiting_shipment ready_to_ship ready
"""
# Whoever has gone through the form or the shop: it may be made still, or be done; where all have, no row is told from others.
_GONE_THROUGH = """
    complete completed confirmed approved accepted validated valid placed submitted registered done ok abgeschlossen bestatigt
    erledigt fertig angenommen genehmigt gebucht gultig registriert gennemfort bekraeftet godkendt faerdig tilmeldt fuldfort
    fullfort bekreftet godkjent ferdig gjennomfort pameldt slutford bekraftad godkand klar genomford anmald voltooid afgerond
    bevestigd goedgekeurd ingeschreven valide validee confirme confirmee termine terminee accepte acceptee inscrit inscrite
    completado completada confirmado confirmada aceptado aceptada finalizado finalizada validado validada inscrito inscrita
    completato completata confermato confermata concluido concluida accettato accettata evaso iscritto iscritta
    zrealizowane potwierdzone zakonczone zatwierdzone dokonceno potvrzeno vyrizeno schvaleno valmis vahvistettu hyvaksytty
    tamamlandi onaylandi teljesitve megerositve finalizat confirmat 完了 確定 承認 완료 확정 승인 已完成 已确认
"""
_SIGNS = re.compile(r"[\s_-]+")
_OF_A_PROGRAM = re.compile(r"^wc[\s_-]")


def are_of_members(held: Held) -> bool:
    """Whether all of them say how somebody belongs to a club."""
    return _states(held) <= _members()


def chooses_nobody(held: Held) -> bool:
    """Whether no row is told by them from the others as one that is not to be ordered."""
    states = _states(held)
    if states <= _members() | _set(_TO_BE_MADE):
        return True
    alike = len(states) == 1 and held.cells.filled == held.rows
    return alike and states <= _set(_GONE_THROUGH)


def _states(held: Held) -> frozenset[str]:
    return frozenset(_SIGNS.sub("_", _OF_A_PROGRAM.sub("", fold(value))) for value in held.values)


def _members() -> frozenset[str]:
    return _set(_OF_MEMBERS)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())

"""Ctrl-C on a terminal: what is said then is true of the orders, in the reader's language."""

from __future__ import annotations

import pytest

from tests.pseudo_terminal import CTRL_C, on_terminal


@pytest.mark.every(2)
@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Interrupted. Nothing was sent."), ("de", "Abgebrochen. Nichts wurde gesendet.")],
)
def test_at_the_question_nothing_was_sent(desk, sandbox, language, said):
    desk.build()
    status, shown = on_terminal(desk, "club.xlsx", "--language", language, answers=[CTRL_C])
    assert (status, shown.splitlines()[-1]) == (130, f"roster-import: {said}")
    assert sandbox.orders() == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Interrupted. PO-2026-0042 was sent; roster-import resume follows it."),
        ("da", "Afbrudt. PO-2026-0042 blev sendt; roster-import resume følger den."),
    ],
)
def test_an_order_that_was_sent_is_named(desk, sandbox, language, said):
    desk.build()
    sandbox.ask_for("place:never-ready")
    status, shown = on_terminal(
        desk, "club.xlsx", "--yes", "--language", language, interrupt_when=lambda: len(sandbox.requests()) > 1
    )
    assert (status, shown.splitlines()[-1]) == (130, f"roster-import: {said}")
    assert len(sandbox.orders()) == 1


def test_many_orders_are_counted():
    from roster_import.cli.terminal import Interrupted, Terminal

    terminal = Terminal()
    for at in range(7):
        terminal.tell("pending", f"PO-{at}", "")
    terminal.tell("sending", "PO-8", "")
    terminal.tell("completed", "PO-9", "")
    with pytest.raises(Interrupted) as stopped, terminal.interruptible():
        raise KeyboardInterrupt
    assert str(stopped.value.said) == (
        "Interrupted. 7 orders were sent; roster-import resume follows them. PO-8 was being sent: roster-import resume "
        "finds out what became of it. PO-9 came to its end; roster-import resume writes the results workbook, if it is not "
        "there yet."
    )

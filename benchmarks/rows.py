"""Every row of the table, in its order."""

from __future__ import annotations

from benchmarks import checks, durability, large, lossless_write, many_orders, parts, proofs, served, start_up, watched

ROWS = (
    *start_up.ROWS, *checks.ROWS, *large.ROWS, *parts.ROWS, *lossless_write.ROWS, *proofs.ROWS, *many_orders.ROWS,
    *durability.ROWS, *watched.ROWS, *served.ROWS,
)  # fmt: skip

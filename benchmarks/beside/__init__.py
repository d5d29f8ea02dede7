"""What the program is timed beside: each file a whole process that judges, or only reads, one roster as its makers mean it to.

They run in an environment of their own (`benchmarks/requirements.txt`) and know nothing of roster-import. Each is told a path and
prints one line of JSON: `rows`, how many rows it has read, and `faults`, each as [row of the sheet, heading]; a reader
that cannot judge prints `cells`, how many of the rows' cells are filled.
"""

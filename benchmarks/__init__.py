"""How fast the program is, measured from outside, beside what others do with the same file: `make bench`.

`python -m benchmarks [ROWS …]` prints one table; `__main__` is the command. Of a row: `row.py` what it is, `record.py` what
came of it, as JSON. To measure with: `processes.py` (a process and all it starts), `pairs.py` (in turn, medians),
`machine.py`, `rosters.py` (the files), `comparators.py` (the others, set up, and seen to find what is planted
before they are timed; `beside/` their own few lines). The rows: `rows.py`, a module for each
family. `page.py` writes the tables of docs/performance.md.

What is measured in shares and not in seconds has commands of its own: `recognition.py`, `accounted.py`, `strangers.py`.
"""

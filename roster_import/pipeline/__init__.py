"""The job, to be read aloud: files checked, planned, placed, and written; the world is handed in.

What a command has to work with:
options.py         what it was told, declared once
session.py         the settings that follow, who reads, the person it is run for
effects.py         the world: the ledger, the order system's address, the clock; sandbox.py the stand-in order systems

The way of files:
check.py           READ, RECOGNISED, CHECKED, and what is open asked; check_options.py what a check is told
catalogue_facts.py what the order system says of what they name; what_is_there.py whether it has it
memory.py          what was answered before, and when it is kept; question_words.py what is asked, in words
looked_at.py       the bytes that were checked are what is ordered
place.py           CHECKED, PLANNED, AGREED TO, PLACED, REPORTED; resume.py what earlier runs left unfinished
run.py             orders placed side by side, their results workbooks written
enqueue.py         orders for workers: understood.py how their file was understood, write_up.py its results written later

What a stranger's file may cost:
file_limits.py     time and memory of a check; check_process.py a check in a process of its own
frame_process.py   where pandas loads, so that nobody waits for it; collector.py how often garbage is looked for

The other commands:
orders.py, order_list.py, settle.py, ledger.py, template.py, proof.py, designs.py, key_store.py (`login`), doctor.py with
ledger_server.py; interface.py has all of them for Python. What several of them ask: known_systems.py, watched_folders.py.
"""

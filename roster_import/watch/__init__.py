"""A folder watched for a season: whatever lands in it is imported once, filed, and answered with one message.

The way of a file, in the order of these files:

loop.py            look, judge, take up, again; how a watch starts, and the signals that end it
folders.py         what lies in the folder; claiming by rename, filing
moves.py           a file moved: never over another, never through a link
claim_notes.py     the note in a claim's folder, believed as far as it does no harm                        pure
file_names.py      which names are rosters, locks, unfinished copies; names beside those that are taken    pure
readiness.py       WHETHER A FILE IS READY: what looks saw -> ready, or waiting and why                     pure
open_files.py      the last question before it is taken: who has it open, does it open whole
claims.py          what is ready is taken up, what was left or failed is gone on with
watchers.py        the journal that the watchers of a folder share, which of them live, and whose turn a file is
import_file.py     one claimed file brought to its end: checked, held or placed
cabinet.py         what became of it is written down, then it is filed
club_settings.py   the settings file of a subfolder
order_system.py    WHEN THE ORDER SYSTEM IS AWAY: nothing new is taken up, one file at a time tries; the pace of requests
doubts.py          FOR WHAT A FILE IS HELD: kinds of doubt, their warnings, which a folder lets through       pure
held.py            what is held, and letting it go

messages.py        the one message of a file, the digest of a day: how they read                            pure
phrases.py         advice that works where nobody has a command line, in every language                     pure
outbox.py          how messages travel: queued, sent by e-mail, webhook, command or chat, tried again
log.py             log lines, each thing once
heartbeat.py       the heartbeat and the metrics that a running watch writes
status.py          whether a watch is alive, what it waits for, what is held: from the heartbeat and the journal
folder_checks.py   what the doctor asks of the folder

own_state.py       where a watch keeps what is its own, out of the folder; by which mark it finds it again
journal/           what must outlive the process: claims, counts of the day, messages to send; its tables, and where they lie
options.py         the tables [watch] and [notify] of the settings; how much may be ordered without a person pure
desk.py            what a watch works with, and what it remembers while it runs
"""

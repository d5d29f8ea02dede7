"""What a watch remembers of its folder: its files, their orders, and the messages about them.

journal.py    claims, counts of the day, what was seen of waiting files
messages.py   its messages: queued, taken by one sender, noted as sent
tables.py     its tables and their older forms; what is written is one transaction
file.py       the tables in a file of this machine
server.py     the tables on the server of a ledger that machines share
place.py      in which of the two a folder's journal lies; brought over as a ledger moves
before.py     the journal that lay in the folder, brought over
commits.py    what files under way write at the same time: one transaction
"""

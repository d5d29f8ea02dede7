"""The page: a coach drops a roster, mends it and signs it; the office looks it over and orders it.

In a file's way:
`server.py` puts the page together of its routes and serves it; `security.py` stands before all of them, and `pages.py` fills
the templates. `site.py` is what every route works with: settings, folder, state, clock. `links.py` says which coach somebody
is, `users.py` and `sessions.py` who of the office. `coach.py` has the coach's routes, `office.py` the office's. `drafts.py`
keeps what was uploaded, `examiner.py` checks it, `grid.py` is the picture of it, `column_fates.py` of its headings,
`remarks.py` what is said of its cells. `references.py` names an order that has no name, `earlier_order.py` tells of one by
that name. `question_cards.py` has what is asked, `given_answers.py` what was answered, `mends.py` writes a mended cell into
the coach's own file, `coach_desk.py` does what a coach asks for, `approval.py` has it signed. `signed.py` is where the two
meet: a signed workbook in the club's folder, the proof and the answers with it. `wanted.py` remembers what the office wants
ordered, `clerk.py` orders it, `notices.py` tells the office of what is signed.

The folder, the ledger and the files of the state are all there is: a process that is killed loses nothing.
"""

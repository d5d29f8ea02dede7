"""The page: a coach drops a roster, mends it and signs it; the office looks it over and orders it.

In a file's way:
`server.py` puts the page together of its routes and serves it; `security.py` stands before all of them, and `pages.py` fills
the templates. `site.py` is what every route works with: settings, folder, state, clock. `links.py` says which coach somebody
is, `users.py` and `sessions.py` who of the office. `drafts.py` keeps what was uploaded, `examiner.py` checks it and
`references.py` names an order that has no name.

`coach/` is what a coach does. `routes.py` has the addresses, `desk.py` does what is asked for there, `views.py` what is shown.
`grid.py` is the picture of a draft, `column_fates.py` of its headings, `remarks.py` what is said of its cells.
`question_cards.py` has what is asked, `given_answers.py` what was answered, `mends.py` writes a mended cell into the coach's
own file. `earlier_order.py` tells of an order of before, `approval.py` has the draft signed.

`signed.py` is where the two meet: a signed workbook in the club's folder, the proof and the answers with it.

`office/` is what the office does. `routes.py` has the addresses, `sign_in.py` the way in, `roster_views.py` what is shown of a
list. `clerk.py` orders what `wanted.py` remembers as wanted, `sent_back.py` gives a list back to its coach. `overview.py` has
how far each club is, `differences.py` what is new since its last order, `notices.py` tells of what is signed.

The folder, the ledger and the files of the state are all there is: a process that is killed loses nothing.
"""

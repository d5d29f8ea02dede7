"""The stand-in for JTL-Wawi's ERP API, from its public documents (developer.jtl-software.com).

system.py        its calls, and the addresses they have in the cloud and on an own server, in v1 and v2
switches.py      what the documents leave open
access.py        who may call: tokens, tenants, keys, rate; registration.py: how an app comes by a key
bodies.py        a request's JSON; shapes.py: what it may hold and how an answer is written
refusals.py      how it says no; paging.py: lists in pages
catalogue.py     companies, customers, items and the lists beside them (catalogue.json); master.py: the calls about them
orders.py        orders, lines, notes and files as kept; wawi.py: what all calls about them have in common
lines.py         what becomes of a line that is sent; fates.py: what a fault makes of it
selling.py       the calls about orders, v1; attaching.py: those about notes and files
modern.py        v2, header and lines in one call; casing.py: v1's words and numbers as v2 writes them
graphql.py       the same in GraphQL; language.py: its documents
"""

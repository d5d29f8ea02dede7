"""The stand-in for JTL-Wawi's ERP API, from its public documents (developer.jtl-software.com).

system.py            its calls, and the addresses they have in the cloud and on an own server, in v1 and v2
switches.py          what the documents leave open
access.py            who may call: tokens, tenants, keys, rate, and how an app comes by a key
read_request.py      a request's JSON and its parameters; shapes.py: what bodies and answers may hold
refusals.py          how it says no
wawi.py              JTL-Wawi itself: what all calls about orders have in common
catalogue.py         companies, customers, items and the lists beside them (catalogue.json)
orders.py            orders, lines, notes and files as kept; lines.py: what becomes of a line that is sent
v1_orders.py         v1's calls about orders, lines, notes and files
v1_lists.py          v1's calls about companies, customers, items; lists in pages
v2.py                v2: header and lines in one call, v1's words and numbers as v2 writes them
graphql.py           the same in GraphQL, of which it reads the documents
"""

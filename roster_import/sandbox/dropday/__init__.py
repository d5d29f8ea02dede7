"""The stand-in for Dropday, from its public documents (docs.dropday.io).

system.py      its calls, who may call, and how an order is shown this moment
switches.py    what the documents leave open
orders.py      orders taken, once per external_id, and kept
check.py       what a body must hold, field by field, and what is wrong with it
read_order.py  what is read of an order that was written, and what becomes of its lines
lists.py       filters and pages
products.py    the products
refusals.py    how it says no, also to too many requests a minute
"""

"""The stand-in for Dropday, from its public documents (docs.dropday.io).

system.py     its calls, who may call, and how an order is shown
intake.py     taking an order, once per external_id; orders.py: the orders taken
check.py      what a body must hold and what is wrong with it; fields.py: field by field
reading.py    what is read of an order that was written; lines.py: what becomes of its lines; fates.py: of faults
listing.py    filters and pages; products.py: the products
throttle.py   so many requests a minute; refusals.py: how it says no; switches.py: what the documents leave open
"""

"""The stand-in for KitMaker, from its public documents (docs.kitmaker.eu).

system.py     its calls: placing, polling; who may call
switches.py   what the documents leave open
orders.py     orders placed once per key, and kept; check.py: what a body asks for and what is wrong with it
confirm.py    what an order costs, the order object, and what faults make of it
stock.py      what the caller may order: catalogue.py, catalogue.json, what was added since and what is made up
assets.py     the calls about designs and logos, and their pictures
refusals.py   how it says no, and a body read field by field (a 429 is a fault)
"""

"""The stand-in for KitMaker, from its public documents (docs.kitmaker.eu).

system.py     its calls: placing, polling; who may call
bodies.py     the JSON body; check.py, fields.py, wanted.py: what it asks for and what is wrong with it
orders.py     the orders taken and the keys spent; keys.py: keys in use this moment
prices.py     what an order costs; confirm.py: the order object; fates.py: what faults make of it
stock.py      what the caller may order: catalogue.py, catalogue.json, and what was added since
unknown.py    designs and logos made up for whoever asks for them
assets.py     the calls about designs and logos; pictures.py: their pictures
refusals.py   how it says no
"""

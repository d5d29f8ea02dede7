"""One order to its end: what the ledger knows, the request that places it, its confirmation.

plan.py          what is to be done with each order of a file; amendments.py where it was ordered before, in part
estimate.py      what an order may cost; fetch_catalogue.py, listed_prices.py what the order system says of it
next_step.py     THE PLACING TABLE: what the ledger says of an order -> the next step
place_order.py   one order placed, or met again; conversation.py our end of what a target has to say
follow.py        an order followed until it is confirmed; usual_time.py when it is first looked at
known.py         what the ledger says of an order, as people read it; unfinished.py what is still to be brought to its end
queue.py         orders that wait for workers; queue_tables.py its tables; advance.py one of them brought one step on
ledger/          the record of orders: what is written down before anything is sent
send/            the ways out: the one door to the network, and files in a folder
"""

"""Workers: processes, on as many machines as there are, that place what waits in the queue of a shared ledger.

The way of an order, in the order of these files:

engine.py          Procrastinate, opened on the ledger's own server: it hands out jobs, and decides nothing
jobs.py            one job: an order brought one step on, or a file's results workbook written where the file lies
figures.py         how workers and queue do, as the ledger says it, also for Prometheus: status.py in words
worker.py          THE LIFE OF A WORKER: begun again whatever happens to the database, until it is told to stop; what was lost
                   is taken up again: jobs whose worker is gone, results that a machine here can write
"""

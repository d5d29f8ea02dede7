"""One order to its end: what the ledger knows, the request that places it, its confirmation."""

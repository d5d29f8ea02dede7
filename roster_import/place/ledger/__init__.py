"""The record of orders: what is written down before anything is sent, in a file or in a database that machines share."""

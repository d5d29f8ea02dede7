"""Everything short of ordering: recognised sheets -> lines, order details and problems -> orders. No I/O."""

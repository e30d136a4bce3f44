"""Every table of the cache: what the register said, what waits, what lists read."""

"""Numbered, self-contained steps from one shape of the cache to the next."""

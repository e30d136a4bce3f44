"""Locking: after a while without a key, at once by key; and the quick cover of F12."""

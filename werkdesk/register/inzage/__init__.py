"""The access log of the register: one hash chain per office, written by one database function."""

"""Werkdesk: the counter of a Werkplein, with or without a network."""

__version__ = "0.1.0"

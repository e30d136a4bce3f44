"""This one PC: key store, printers, folders, log."""

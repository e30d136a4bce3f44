"""Numbered, self-contained steps of the register's schema. A published step is never changed."""

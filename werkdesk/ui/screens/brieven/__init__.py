"""Letters that wait for a printer."""

"""The application: its day and who signed it, and what its advance needs."""

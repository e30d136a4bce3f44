"""Names and address lines as the national BRP builds them (domain facts 3.1.3-3.1.6)."""

"""Which document was seen: kind, last four characters, last day of validity. There is no field for more."""

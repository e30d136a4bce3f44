"""A new person after a search, with look-alikes in sight; the same form changes a person later."""

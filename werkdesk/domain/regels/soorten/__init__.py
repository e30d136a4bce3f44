"""One module a kind of rule: the pure function for the desk, and how a rule case is read for it."""

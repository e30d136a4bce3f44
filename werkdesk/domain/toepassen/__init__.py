"""``apply``: the only way a record changes, at the desk to foresee and at the register to judge."""

"""The desk's line to the register; HTTP ends here."""

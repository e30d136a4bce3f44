"""The rule sets that the register published to this desk; kept as they came, checked by who uses them."""

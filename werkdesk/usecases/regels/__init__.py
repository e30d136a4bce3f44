"""Which rules this desk computes with, why a date is what it is, and computing it anew by an act."""

"""The end of a melding, and the way back."""

"""Values that check and normalise themselves when built; a wrong text is refused with a code."""

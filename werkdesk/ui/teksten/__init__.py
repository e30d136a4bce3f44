"""Everything staff can read in the window: Dutch, B1, u-vorm; one module per screen, no Qt."""

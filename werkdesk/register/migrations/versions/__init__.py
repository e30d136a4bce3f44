"""One module per step; its name is its version."""

"""What lists and searches read, derived from records; never a source."""

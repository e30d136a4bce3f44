"""Everything embedded with fictitious people, and the walk-in that plays itself."""

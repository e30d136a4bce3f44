"""The reads of the screens, by subject."""

"""A seeded generator of fictitious people, queues and meldingen."""

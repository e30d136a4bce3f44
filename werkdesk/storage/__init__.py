"""The encrypted cache: base, outbox, projection, journal. Nothing here talks to a network."""

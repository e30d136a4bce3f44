"""The law as data: dated records with their source, and the pure functions that compute with them."""

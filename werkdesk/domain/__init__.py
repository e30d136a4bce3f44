"""The rules of the desk in Dutch nouns: no clock, file, random or session here."""

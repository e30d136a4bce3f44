"""The rules of the desk in Dutch nouns; standard library and value libraries only. No clock, file, random or session here."""

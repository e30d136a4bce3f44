"""Sign in with a name and a PIN; the same card unlocks."""

"""Placing a klant with an employer: the form, what the rules say of it, and what comes after."""

"""The call-back list: whom to call by when, and what came of it."""

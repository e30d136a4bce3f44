"""The window. Screens know use cases through callables and nothing below them."""

"""Help on the field that has the focus, from resources/handleiding."""

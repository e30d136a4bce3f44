"""The words desk and register share on the wire; one definition for both sides."""

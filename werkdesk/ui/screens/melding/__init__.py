"""The melding: one form that makes it and later changes it. A surname and nothing else is enough."""

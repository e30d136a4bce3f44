"""The desk's composition root."""

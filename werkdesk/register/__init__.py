"""The central service over PostgreSQL."""

"""Rule sets of the register."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE regelset (
        id BLOB NOT NULL,
        rev INTEGER NOT NULL,
        number INTEGER NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (id, rev)
    )
    """,
)

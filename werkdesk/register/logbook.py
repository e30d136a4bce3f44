"""The service's log: one JSON object a line, event names and identifiers only.

What is not on the list of fields is not written, whoever logs it: no text of an exception, no URL, no value.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

_FIELDS = ("kind", "place", "code", "count", "mutation", "scope", "balie", "version", "address", "seconds")


class _Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        own = record.name.startswith("werkdesk")
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "where": record.name,
            # Libraries put values in their messages; of theirs only the place is kept.
            "event": record.getMessage() if own and not record.args else f"{record.module}:{record.lineno}",
        }
        for name in _FIELDS:
            value = record.__dict__.get(name)
            if own and value is not None:
                line[name] = value if isinstance(value, int | float) else str(value)
        return json.dumps(line, ensure_ascii=False)


def start_logbook() -> None:
    """Write to the standard error stream from now on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("werkdesk").setLevel(logging.INFO)
    logging.captureWarnings(capture=True)

"""A refused rule table in one line: file, line, code, sentence, reason."""

from __future__ import annotations

from werkdesk.errors import WerkdeskError


def located(error: WerkdeskError, sentence: str) -> str:
    """``termijnen.toml:8: regels.eenheid: <sentence> <reason>``; without a file just code and sentence."""
    details = error.details
    line = details.get("regelnummer")
    where = f"{details['bestand']}:{f'{line}:' if line else ''} " if details.get("bestand") else ""
    reason = f" {details['reden']}" if "reden" in details else ""
    return f"{where}{error.code}: {sentence}{reason}"

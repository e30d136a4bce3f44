"""Whether slots stand in a folder: asked before the first frame, so apart from all ciphers."""

from __future__ import annotations

from pathlib import Path

FOLDER = "sleutels"


def has_slots(folder: Path) -> bool:
    """Whether a cache was made here, readable or not."""
    return any((folder / FOLDER).glob("*.json"))

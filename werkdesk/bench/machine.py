"""On what was measured: figures without it cannot be compared with anything."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from werkdesk import __version__

_PARTS = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "httpx", "msgspec")


def describe_machine() -> dict[str, Any]:
    """Cores, load, system, Python and the versions that matter."""
    return {
        "cores": os.cpu_count(),
        "load": load(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "werkdesk": __version__,
        "parts": {name: _version(name) for name in _PARTS},
    }


def load() -> list[float] | None:
    """Load averages over 1, 5 and 15 minutes; ``None`` where the system has none."""
    measure = getattr(os, "getloadavg", None)
    return None if measure is None else [round(value, 2) for value in measure()]


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None

"""What the imports before the first frame cost, by package, from Python's own account (``-X importtime``)."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection
from typing import Any

_MARK = "import time:"
_LARGEST = 12


def import_costs(account: str, modules: Collection[str]) -> dict[str, Any]:
    """Milliseconds of each module itself, added up by package; only ``modules`` count.

    ``account``: what ``python -X importtime`` wrote. Wall time, and dearer than without the account: read the
    shares, not the sums.
    """
    wanted = set(modules)
    packages: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    single: Counter[str] = Counter()
    for line in account.splitlines():
        own, name = _read(line)
        if own is None or name not in wanted:
            continue
        package = _package(name)
        packages[package] += own
        counts[package] += 1
        single[name] += own
    return {
        "modules": sum(counts.values()),
        "total_ms": round(sum(packages.values()) / 1000, 1),
        "packages": {
            name: {"ms": round(own / 1000, 1), "modules": counts[name]}
            for name, own in packages.most_common(_LARGEST)
        },
        "dearest": {name: round(own / 1000, 1) for name, own in single.most_common(_LARGEST)},
    }


def _read(line: str) -> tuple[int | None, str]:
    """``import time:  self us | cumulative | name``; the heading and other lines give ``None``."""
    own, _, rest = line.removeprefix(_MARK).partition("|")
    if not line.startswith(_MARK) or not own.strip().isdigit():
        return None, ""
    return int(own), rest.rpartition("|")[2].strip()


def _package(name: str) -> str:
    top, _, rest = name.partition(".")
    if top in sys.stdlib_module_names:
        return "stdlib"
    return f"{top}.{rest.partition('.')[0]}".rstrip(".") if top == "werkdesk" else top

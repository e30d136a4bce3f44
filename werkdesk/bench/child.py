"""Starts a Python process to be measured and reads the one JSON object it leaves behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any, NamedTuple

from werkdesk.errors import Unavailable

_LONGEST = 3600.0


class Told(NamedTuple):
    """``figures``: the last line of standard output as JSON. ``errors``: standard error."""

    figures: dict[str, Any]
    errors: str


def child_environment() -> dict[str, str]:
    """Ours, off screen, and with cached byte code: without it every start would compile the program anew."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


def child_command(module: str, *arguments: str, options: Sequence[str] = ()) -> list[str]:
    """``python OPTIONS -m MODULE STARTED ARGUMENTS``; ``STARTED`` is now in ``time.monotonic_ns``."""
    return [sys.executable, *options, "-m", module, str(time.monotonic_ns()), *arguments]


def run_child(module: str, *arguments: str, options: Sequence[str] = ()) -> Told:
    """Run a module of ours to its end. Raises ``Unavailable('meting.mislukt')`` when it fails.

    What a failed process wrote on standard error is passed on.
    """
    done = subprocess.run(  # noqa: S603 - our own modules with our own arguments
        child_command(module, *arguments, options=options), stdin=subprocess.DEVNULL, capture_output=True,
        env=child_environment(), timeout=_LONGEST, check=False,
    )  # fmt: skip
    errors = done.stderr.decode("utf-8", errors="replace")
    lines = done.stdout.decode("utf-8", errors="replace").strip().splitlines()
    if done.returncode != 0 or not lines:
        sys.stderr.write(errors)
        raise Unavailable("meting.mislukt", proces=module.rpartition(".")[2])
    return Told(json.loads(lines[-1]), errors)

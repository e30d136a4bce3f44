"""Run a command of the spooler.

Own arguments only, data by its standard input, a time limit on everything.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass

from werkdesk.errors import Unavailable


@dataclass(frozen=True, slots=True)
class Answer:
    """How a command ended and what it said, in English whatever the language of the desk."""

    code: int
    output: str
    complaint: str


def ask(command: str, *arguments: str, data: bytes = b"", seconds: float) -> Answer:
    """Run ``command`` with ``data`` as its input.

    Raises ``Unavailable('printer.systeem_ontbreekt')`` when the command is not installed and
    ``Unavailable('printer.weg')`` when it does not answer within ``seconds``.
    """
    path = shutil.which(command)
    if path is None:
        raise Unavailable("printer.systeem_ontbreekt")
    try:
        done = subprocess.run(  # noqa: S603 - no shell; every argument is checked or our own
            [path, *arguments],
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "LC_ALL": "C", "LANG": "C", "LANGUAGE": "C"},
        )
    except subprocess.TimeoutExpired:
        raise Unavailable("printer.weg") from None
    except OSError:
        raise Unavailable("printer.systeem_ontbreekt") from None
    return Answer(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))

"""A folder as a printer: "bewaar als PDF", and tests."""

from __future__ import annotations

import os
import re
from pathlib import Path

from werkdesk.errors import Unavailable
from werkdesk.workstation.printing.printer import JobState, PrintOptions, PrintQueue

NAME = "PDF"
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9.-]")


class FilePrinter:
    """Writes each job as ``<reference>-<n>.pdf``, readable by the user alone.

    The job id is the file's name.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def queues(self) -> tuple[PrintQueue, ...]:
        """One queue, named PDF."""
        return (PrintQueue(name=NAME, default=False, ready=True),)

    def trays(self, queue: str) -> tuple[str, ...]:
        """None."""
        self._require(queue)
        return ()

    def print(self, pdf: bytes, queue: str, options: PrintOptions) -> str:
        """Save one file, however many copies were asked. Never writes over another file.

        Raises ``Unavailable('printer.onbekend')`` and ``Unavailable('printer.bestand')`` (folder gone or
        full).
        """
        self._require(queue)
        base = _NOT_IN_A_NAME.sub("-", options.title)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for number in range(1, 1000):
                name = f"{base}-{number}.pdf"
                if self._write(name, pdf):
                    return name
        except OSError:
            raise Unavailable("printer.bestand") from None
        raise Unavailable("printer.bestand")

    def state(self, job: str) -> JobState:
        """Ended when the file is there."""
        known = _NOT_IN_A_NAME.search(job) is None and (self._folder / job).is_file()
        return JobState.ENDED if known else JobState.UNKNOWN

    def _require(self, queue: str) -> None:
        if queue != NAME:
            raise Unavailable("printer.onbekend")

    def _write(self, name: str, pdf: bytes) -> bool:
        path = self._folder / name
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return False
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(pdf)
        except OSError:
            path.unlink(missing_ok=True)  # half a letter is worse than none
            raise
        return True

"""Printers of Linux: the PDF itself goes to CUPS through ``lp``, so the page arrives as it was made."""

from __future__ import annotations

import re

from werkdesk.errors import Unavailable
from werkdesk.workstation.printing.printer import JobState, PrintOptions, PrintQueue
from werkdesk.workstation.printing.spooler import Answer, ask

_ASK_SECONDS = 10.0
_PRINT_SECONDS = 30.0
# CUPS allows anything printable but space, slash and hash; a leading hyphen would read as an option.
_QUEUE = re.compile(r"[^\s/#\-][^\s/#]{0,126}")
_JOB = re.compile(r"request id is (\S+-\d+)")
_JOB_ID = re.compile(r"([^\s/#\-][^\s/#]*)-(\d+)")
_UNKNOWN = ("does not exist", "unknown destination", "invalid destination", "not found", "no such")
_REFUSES = ("not accepting",)


class CupsPrinter:
    """``server``: ``host:port`` of another CUPS than this PC's own, as the tests have."""

    def __init__(self, server: str | None = None) -> None:
        self._where = ("-h", server) if server else ()

    def queues(self) -> tuple[PrintQueue, ...]:
        """See ``Printer``. An empty tuple when CUPS runs but has no printers."""
        names = self._ask("lpstat", "-e")
        if not names.output.strip() and not self._running():
            raise Unavailable("printer.weg")
        default = self._default()
        stopped = self._stopped()
        return tuple(
            PrintQueue(name=name, default=name == default, ready=name not in stopped)
            for name in sorted(set(names.output.split()))
        )

    def trays(self, queue: str) -> tuple[str, ...]:
        """See ``Printer``. Raises ``Unavailable('printer.onbekend')``."""
        answer = self._ask("lpoptions", "-p", _checked(queue), "-l")
        if answer.code != 0:
            raise self._failure(answer)
        for line in answer.output.splitlines():
            name, _, choices = line.partition(":")
            if name.split("/")[0] == "InputSlot":
                return tuple(choice.removeprefix("*") for choice in choices.split())
        return ()

    def print(self, pdf: bytes, queue: str, options: PrintOptions) -> str:
        """See ``Printer``. About 20 ms.

        Raises ``Unavailable``: ``printer.onbekend`` (no such printer), ``printer.weigert`` (takes no jobs),
        ``printer.weg`` (no answer), ``printer.systeem_ontbreekt`` (CUPS is not installed).
        """
        arguments = ["-d", _checked(queue), "-n", str(options.copies), "-t", options.title]
        # Some queues shrink a page that has no scaling named, and the address leaves the window.
        for option in (
            "media=A4",
            "print-scaling=none",
            "document-format=application/pdf",
            f"sides={options.sides}",
        ):
            arguments += ["-o", option]
        if options.tray:
            arguments += ["-o", f"InputSlot={options.tray}"]
        if options.paper:
            arguments += ["-o", f"MediaType={options.paper}"]
        answer = self._ask("lp", *arguments, data=pdf, seconds=_PRINT_SECONDS)
        found = _JOB.search(answer.output)
        if answer.code != 0 or found is None:
            raise self._failure(answer)
        return found[1]

    def state(self, job: str) -> JobState:
        """See ``Printer``. A job that CUPS has forgotten (or never had) is unknown."""
        parts = _JOB_ID.fullmatch(job)
        if parts is None:
            return JobState.UNKNOWN
        for which, state in (("not-completed", JobState.WAITING), ("completed", JobState.ENDED)):
            answer = self._ask("lpstat", "-W", which, "-o", parts[1])
            jobs = {line.split()[0] for line in answer.output.splitlines() if line.strip()}
            if answer.code == 0 and job in jobs:
                return state
        if not self._running():
            raise Unavailable("printer.weg")
        return JobState.UNKNOWN

    def _ask(self, command: str, *arguments: str, data: bytes = b"", seconds: float = _ASK_SECONDS) -> Answer:
        return ask(command, *self._where, *arguments, data=data, seconds=seconds)

    def _failure(self, answer: Answer) -> Unavailable:
        complaint = answer.complaint.lower()
        if not self._running():  # then lp says that the printer does not exist
            return Unavailable("printer.weg")
        if any(words in complaint for words in _UNKNOWN):
            return Unavailable("printer.onbekend")
        if any(words in complaint for words in _REFUSES):
            return Unavailable("printer.weigert")
        return Unavailable("printer.weg")

    def _running(self) -> bool:
        return "is running" in self._ask("lpstat", "-r").output

    def _default(self) -> str:
        return self._ask("lpstat", "-d").output.rpartition(":")[2].strip()

    def _stopped(self) -> set[str]:
        lines = self._ask("lpstat", "-p").output.splitlines()
        return {line.split()[1] for line in lines if line.startswith("printer ") and " disabled " in line}


def _checked(queue: str) -> str:
    if not _QUEUE.fullmatch(queue):
        raise Unavailable("printer.onbekend")
    return queue

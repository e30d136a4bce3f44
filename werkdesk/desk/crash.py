"""The last resort for a defect of our own: a number for staff, types and lines for the log, never a value."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from werkdesk.errors import Defect
from werkdesk.workstation.logbook import log_failure

_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that reads as something else over the telephone


def note_defect(error: BaseException) -> Defect:
    """Write a defect down and give what a screen may show of it: its number."""
    number = "".join(_SIGNS[byte % len(_SIGNS)] for byte in os.urandom(6))
    log_failure("werkdesk.defect", error, nummer=f"D-{number}")
    return Defect("defect", nummer=f"D-{number}")


def catch_all(show: Callable[[Defect], None]) -> None:
    """From now on whatever nobody caught, in any thread, is noted and shown; the program goes on.

    ``show`` may be called from any thread.
    """

    def on_main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        show(note_defect(error))

    def on_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            show(note_defect(args.exc_value))

    sys.excepthook = on_main
    threading.excepthook = on_thread

"""What every verb promises: exit codes, a sentence for people, JSON for programs, always UTF-8."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from werkdesk.commandline.sentences import sentence_for
from werkdesk.errors import Defect, Locked, Unavailable, WerkdeskError
from werkdesk.ui.texts import explain

DONE, REFUSED, USAGE, UNREACHABLE, LOCKED = 0, 1, 2, 3, 4


def write_bytes(content: bytes, *, flush: bool = False) -> None:
    """Everything on standard output goes through here. Raises ``Unavailable('uitvoer.onschrijfbaar')``."""
    with _told_as_ours():
        sys.stdout.buffer.write(content)
        if flush:
            sys.stdout.buffer.flush()


def write_line(text: str, *, flush: bool = False) -> None:
    """One line on standard output. Raises as :func:`write_bytes`."""
    write_bytes(text.encode("utf-8", errors="backslashreplace") + b"\n", flush=flush)


def finish() -> None:
    """Hand over what is still on its way; a full disk must be heard of before the exit code says "done"."""
    with _told_as_ours():
        sys.stdout.flush()


def stop_writing() -> None:
    """Nobody can take what we say: let the interpreter end without complaining about it."""
    with suppress(OSError, ValueError):  # a stream without a number, or closed already
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextmanager
def _told_as_ours() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError:
        raise Unavailable("uitvoer.onschrijfbaar") from None


def write_json(values: Mapping[str, Any], *, flush: bool = False) -> None:
    """One JSON object on one line."""
    write_line(json.dumps(values, ensure_ascii=False, separators=(",", ":")), flush=flush)


def complain(text: str) -> None:
    """One line on standard error; nowhere when there is none (a window started by an icon on Windows)."""
    if sys.stderr is None:
        return
    sys.stderr.buffer.write(text.encode("utf-8", errors="backslashreplace") + b"\n")
    sys.stderr.buffer.flush()


def tell_failure(error: WerkdeskError, *, as_json: bool) -> int:
    """Say what went wrong, and give the exit code for it."""
    sentence = sentence_for(error)
    if error.code == "uitvoer.onschrijfbaar":
        stop_writing()
    elif as_json:
        write_json({"error": {"code": error.code, "field": error.field, "sentence": sentence}}, flush=True)
    where = f" ({error.field})" if error.field else ""
    complain(f"{error.code}{where}: {sentence}")
    return exit_code(error)


def exit_code(error: WerkdeskError) -> int:
    """1 refused, 3 register unreachable (work is kept), 4 locked or no key (decisions 17)."""
    if isinstance(error, Locked) or error.code.startswith("slot."):
        return LOCKED
    if isinstance(error, Unavailable) and error.code.startswith("register."):
        return UNREACHABLE
    return REFUSED


def tell_defect(error: Defect, *, as_json: bool = False) -> int:
    """A failure of our own: its number, and where the rest of it stands."""
    if as_json:
        return tell_failure(error, as_json=True)
    complain(explain(error))
    return REFUSED

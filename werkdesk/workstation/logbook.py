"""A log without personal data: event names and ids, nothing else.

The formatter is an allow-list. A record of ours (:func:`log_event`) is written as its event name and its
values; each value must look like an id, a number or a code, or it becomes ``?``. A record of somebody else's
library is written as logger, level and place, without its text: httpx writes addresses, SQLAlchemy rows.
An exception is written as types and lines, never as message, because messages quote values.
A filter for BSNs is the second net; it counts what it catches, and the tests fail when it ever does.
"""

from __future__ import annotations

import logging
import os
import re
import traceback
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from werkdesk.domain.waarden.bibliotheken import bsn_checksum
from werkdesk.errors import Unavailable, WerkdeskError

if TYPE_CHECKING:
    from uuid import UUID

LOGGER = "werkdesk"
FILE_NAME = "werkdesk.log"
MAX_BYTES = 1024 * 1024
BACKUPS = 3
QUIET = ("httpx", "httpcore", "sqlalchemy", "urllib3", "asyncio", "keyring", "uvicorn.access")
"""Libraries that write addresses, statements or rows below WARNING."""

_CODE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.:/+-]{0,79}")
_UUID = re.compile(r"(?i)\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b")
_DIGITS = re.compile(r"(?<![0-9A-Za-z])\d{2,4}[. ]?\d{2,3}[. ]?\d{3}(?![0-9A-Za-z])")

Value: TypeAlias = "str | int | float | bool | UUID | None"


def log_event(event: str, *, level: int = logging.INFO, **values: Value) -> None:
    """Write one event, for instance ``log_event("sync.klaar", gestuurd=3, ms=120)``.

    ``event``: a code like ``cache.geopend``. ``values``: numbers, ids and codes; anything else becomes ``?``.
    """
    logging.getLogger(LOGGER).log(level, event, extra={"werkdesk_values": values})


def log_failure(event: str, error: BaseException, **values: Value) -> None:
    """Write a failure as types and lines of code, without its text."""
    logging.getLogger(LOGGER).error(event, exc_info=error, extra={"werkdesk_values": values})


class Logbook(logging.Formatter):
    """The allow-list. ``caught`` counts the BSNs that the second net took out; it should stay zero."""

    def __init__(self) -> None:
        super().__init__()
        self.caught = 0

    def format(self, record: logging.LogRecord) -> str:
        """Give one line (an exception: a few words more on the same line)."""
        moment = datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds")
        words = [moment, record.levelname, *self._told(record)]
        if record.exc_info and record.exc_info[1] is not None:
            words.append(_places(record.exc_info[1]))
        return self._without_bsn(" ".join(words))

    def _told(self, record: logging.LogRecord) -> list[str]:
        values = getattr(record, "werkdesk_values", None)
        if not isinstance(values, dict):
            return [f"vreemd={record.name[:60]}", f"plaats={record.module[:40]}:{record.lineno}"]
        return [_allowed(record.msg), *(f"{name}={_allowed(value)}" for name, value in values.items())]

    def _without_bsn(self, line: str) -> str:
        """Replace what passes the eleven-test; the parts of a UUID are left alone."""
        parts: list[str] = []
        last = 0
        for found in _UUID.finditer(line):
            parts += [self._mask(line[last : found.start()]), found.group()]
            last = found.end()
        return "".join([*parts, self._mask(line[last:])])

    def _mask(self, text: str) -> str:
        return _DIGITS.sub(self._judge, text)

    def _judge(self, found: re.Match[str]) -> str:
        digits = re.sub(r"\D", "", found.group())
        if len(digits) not in (8, 9) or not int(digits) or bsn_checksum()(digits.zfill(9)):
            return found.group()
        self.caught += 1
        return "[bsn]"


class _PrivateFile(logging.FileHandler):
    """A rotating file that only this user can read.

    The one of ``logging.handlers`` loads sockets and pickle with it, and the first frame would pay for them.
    """

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if Path(self.baseFilename).stat().st_size >= MAX_BYTES:
                self._rotate()
        except OSError:
            self.handleError(record)
        super().emit(record)

    def _rotate(self) -> None:
        """The file becomes number 1, and so on; the last one goes."""
        if self.stream is not None:
            self.stream.close()
        file = Path(self.baseFilename)
        names = [file, *(file.with_name(f"{file.name}.{number}") for number in range(1, BACKUPS + 1))]
        try:
            for older, newer in zip(reversed(names), reversed(names[:-1]), strict=False):
                if newer.exists():
                    newer.replace(older)
        finally:
            self.stream = self._open()

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return TextIOWrapper(os.fdopen(descriptor, "ab"), encoding="utf-8")


def start_logbook(folder: Path, *, level: int = logging.INFO) -> Logbook:
    """Send all logging of this process to ``folder``; 4 files of 1 MiB at most. Calling it again moves it.

    Raises :class:`Unavailable` ``logboek.onschrijfbaar``; the desk then works on without a log.
    """
    formatter = Logbook()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _PrivateFile(folder / FILE_NAME, encoding="utf-8")
    except OSError as error:
        raise Unavailable("logboek.onschrijfbaar", nummer=error.errno or 0) from None
    handler.setFormatter(formatter)
    stop_logbook()
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.raiseExceptions = False  # a full disk must not print records, values included, on stderr
    return formatter


def stop_logbook() -> None:
    """Close the file of :func:`start_logbook`, if any."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, _PrivateFile)]:
        root.removeHandler(handler)
        handler.close()


def _allowed(value: object) -> str:
    match value:
        case None | bool() | int() | float():
            return str(value)
        case _ if type(value).__module__ == "uuid":  # known without loading that module
            return str(value)
        case str() if _CODE.fullmatch(value) and not value.isalpha():
            return value  # a bare word may be a name, so a code needs a dot, a digit or a line in it
        case _:
            return "?"


def _places(error: BaseException) -> str:
    """Types and lines of an exception and of what caused it: ``ValueError@module.py:12<KeyError@…``."""
    told: list[str] = []
    current: BaseException | None = error
    while current is not None and len(told) < 5:
        frames = traceback.extract_tb(current.__traceback__)[-4:]
        lines = ",".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
        code = f"({current.code})" if isinstance(current, WerkdeskError) else ""
        told.append(f"{type(current).__name__}{code}@{lines}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "<".join(told)

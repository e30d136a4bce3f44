"""A look noted beside an open window: one sealed frame in a file of its own, for the window to take over.

The window's process owns the book of looks; a verb beside it may read the cache, never write it. What it
shows is written down all the same, and is in the book at the next round with the register.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from werkdesk.errors import Unavailable
from werkdesk.messages.inzage import Blik
from werkdesk.storage.disk_failures import disk_errors
from werkdesk.storage.durable_file import rename
from werkdesk.storage.journal.journal import Journal
from werkdesk.storage.journal.reading import read_records
from werkdesk.storage.keyslots.desk_keys import DeskKeys

_BEGIN, _HALF = "inzage-los-", ".half"


def write_loose(folder: Path, keys: DeskKeys, blik: Blik) -> None:
    """Make a look durable. Raises ``Unavailable('inzage.niet_vastgelegd')``."""
    half = folder / f"{_BEGIN}{blik.id.hex}{_HALF}"
    try:
        journal = Journal(half, keys)
        try:
            journal.append(1, msgspec.json.encode(blik))
        finally:
            journal.close()
        with disk_errors():
            rename(half, half.with_suffix(""))
    except Unavailable as error:
        raise Unavailable("inzage.niet_vastgelegd", oorzaak=error.code) from None


def count_loose(folder: Path) -> int:
    """How many wait to be taken over."""
    return sum(path.suffix != _HALF for path in folder.glob(f"{_BEGIN}*"))


def read_loose(folder: Path, keys: DeskKeys) -> Iterator[tuple[Path, Blik]]:
    """Every look that waits to be taken over; what cannot be read stays for a specialist."""
    for path in sorted(folder.glob(f"{_BEGIN}*")):
        if path.suffix == _HALF:
            continue
        with disk_errors():
            data = path.read_bytes()
        records, _ = read_records(data, keys.desk, bytes(keys.journal_key()))
        for record in records:
            try:
                yield path, msgspec.json.decode(record.payload, type=Blik)
            except msgspec.MsgspecError:
                continue


def drop(path: Path) -> None:
    """It was taken over. Raises ``Unavailable('schijf.*')``; then once more, under its own id."""
    with disk_errors():
        path.unlink(missing_ok=True)

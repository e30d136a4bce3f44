"""Ways in which a file goes wrong on a disk. Each takes a path; all are the same at every run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

Damage = Callable[[Path], None]


def flip_one_bit(path: Path) -> None:
    """Bit rot in the middle."""
    _change(path, lambda data: data.__setitem__(_middle(data), data[_middle(data)] ^ 0x10))


def flip_the_head(path: Path) -> None:
    """The first page is not what it was."""
    _change(path, lambda data: data.__setitem__(slice(0, 64), bytes(byte ^ 0xFF for byte in data[:64])))


def zero_a_page(path: Path) -> None:
    """A sector that came back empty."""
    start = _middle(path.read_bytes()) // 4096 * 4096
    _change(path, lambda data: data.__setitem__(slice(start, start + 4096), bytes(4096)))


def cut_in_half(path: Path) -> None:
    """The end was never written."""
    _change(path, lambda data: data.__delitem__(slice(_middle(data), None)))


def empty(path: Path) -> None:
    """The name is there, the content is not."""
    path.write_bytes(b"")


def all_zero(path: Path) -> None:
    """A file system that kept the length and lost the rest."""
    path.write_bytes(bytes(path.stat().st_size))


def scribble(path: Path) -> None:
    """Something else wrote here."""
    path.write_bytes(Random(7).randbytes(path.stat().st_size))


def remove(path: Path) -> None:
    """Tidied up by somebody who meant well."""
    path.unlink()


def _middle(data: bytes | bytearray) -> int:
    """Of what was written: a journal has room behind it, and damage there harms nothing."""
    return len(bytes(data).rstrip(b"\0")) // 2


def _change(path: Path, change: Callable[[bytearray], None]) -> None:
    data = bytearray(path.read_bytes())
    change(data)
    path.write_bytes(bytes(data))

"""Rows for people to read in a terminal: a heading, one line a row, a tab between columns (``column -t``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID


def table_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The lines of a table, one by one. Numbers by which programs know a record are left out.

    The first row says which columns there are: rows of one reading are all of one kind.
    """
    names: list[str] = []
    for row in rows:
        if not names:
            names = [name for name, value in row.items() if not _is_number_of_a_record(name, value)]
            yield "\t".join(name.replace("_", " ") for name in names)
        yield "\t".join(_cell(row.get(name)) for name in names)


def _is_number_of_a_record(name: str, value: object) -> bool:
    if name == "id" or isinstance(value, UUID):
        return True
    return isinstance(value, str) and len(value) == 36 and value.count("-") == 4


def _cell(value: object) -> str:
    match value:
        case None | "" | False:
            return "-"
        case True:
            return "ja"
        case list() | tuple():
            return ", ".join(_cell(one) for one in value) or "-"
        case Mapping():
            return ", ".join(_cell(one) for one in value.values()) or "-"
        case _:
            return str(value).replace("\t", " ").replace("\n", " ")

"""The rule tables that come with the program, and those in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.workstation.folders import resources_folder


def read_tables(place: Path) -> Mapping[str, bytes]:
    """The table files of a folder, or one file: name → content. Raises ``OSError``."""
    files = sorted(place.glob("*.toml")) if place.is_dir() else [place]
    return {file.name: file.read_bytes() for file in files}


def shipped_rules() -> RegelSet:
    """The tables that come with the program. Raises ``OSError`` and ``Refused('regels.*')``."""
    return load_tables(read_tables(resources_folder() / "regels"))

"""The pages of the handleiding by help key. ``melding.telefoon`` falls back on ``melding``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from werkdesk.ui.teksten import hulp as t


@dataclass(frozen=True, slots=True, kw_only=True)
class HulpActions:
    """``read``: name of a page -> its whole text; runs on lane ``office``, once, after sign-in."""

    read: Callable[[], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A title and plain lines (``# `` heading, ``- `` point)."""

    title: str
    text: str


NO_PAGE = HelpPage(t.GEEN_TITEL, t.GEEN)


def split_pages(files: Mapping[str, str]) -> dict[str, HelpPage]:
    """Pages by key. A file holds one page, or several: a line ``## [key] Title`` begins the page of a field.

    The first ``# `` line of the file is its own title, and the key of the file is its name.
    """
    pages: dict[str, HelpPage] = {}
    for name, text in files.items():
        key, title, lines = name, name, list[str]()
        for line in text.splitlines():
            if line.startswith("## [") and "]" in line:
                _keep(pages, key, title, lines)
                key, _, title = line[4:].partition("]")
                title, lines = title.strip(), []
            elif line.startswith("# "):
                title = line[2:].strip()
            else:
                lines.append(line)
        _keep(pages, key, title, lines)
    return pages


def _keep(pages: dict[str, HelpPage], key: str, title: str, lines: list[str]) -> None:
    text = "\n".join(lines).strip()
    if text:
        pages[key] = HelpPage(title, text)


def find_page(pages: Mapping[str, HelpPage], key: str) -> HelpPage:
    """The page of this key, or of the nearest part above it, or the page that says there is none."""
    while key:
        if key in pages:
            return pages[key]
        key = key.rpartition(".")[0]
    return NO_PAGE

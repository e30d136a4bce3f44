"""The pages that staff read with F1, as they came with the program."""

from __future__ import annotations

from collections.abc import Mapping

from werkdesk.ui.screens.hulp.pages import find_page, split_pages
from werkdesk.workstation.folders import resources_folder


def read_handleiding() -> Mapping[str, str]:
    """The pages of the handleiding by name; an absent folder is no pages."""
    folder = resources_folder() / "handleiding"
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))}


def page_of_the_door() -> tuple[str, str]:
    """Title and text for F1 while nobody is signed in."""
    page = find_page(split_pages(read_handleiding()), "aanmelden")
    return page.title, page.text

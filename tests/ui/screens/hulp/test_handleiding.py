"""The handleiding: every field that can be asked about has a page, every page a field, and B1 Dutch."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from visit_desk import SANNE, VisitDesk

from tests.fakes import WIE
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.field import HELP_KEY
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.bezoek.side import EXPLAINS
from werkdesk.ui.screens.hulp.pages import NO_PAGE, find_page, split_pages
from werkdesk.ui.screens.melding.fields import MeldingFields
from werkdesk.ui.screens.nieuwe_klant.fields import PersonFields
from werkdesk.ui.screens.overeenkomst.page import AgreementPage

ROOT = Path(__file__).parents[4]
FILES = {path.stem: path for path in sorted((ROOT / "resources" / "handleiding").glob("*.md"))}
PAGES = split_pages({name: path.read_text(encoding="utf-8") for name, path in FILES.items()})
UI = ROOT / "werkdesk" / "ui"

MADE = {"melding/fields.py", "nieuwe_klant/fields.py", "overeenkomst/terms.py"}
"""Sources that put a help key together from a name; their fields are built below instead of read."""

OUTSIDE = {"gallery.py", "gallery_more.py"}
"""Show widgets to engineers, with keys of other screens."""

LONGEST, AVERAGE = 20, 12
"""Words: B1, as for letters (domain figures 4.4)."""


def strings_of(module: ast.Module) -> dict[str, str]:
    """Constants of a module that hold text."""
    return {
        target.id: node.value.value
        for node in module.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def given_keys(module: ast.Module) -> Iterator[ast.expr]:
    """What is given as help key: ``help_key=``, also of a class, and ``setProperty("helpKey", ...)``."""
    for node in ast.walk(module):
        if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") == "help_key" and node.value:
            yield node.value
        if not isinstance(node, ast.Call):
            continue
        for word in node.keywords:
            if word.arg == "help_key":
                yield word.value
        named = node.args[0] if len(node.args) == 2 else None
        if isinstance(named, ast.Constant) and named.value == HELP_KEY:
            yield node.args[1]


def read_keys() -> tuple[set[str], set[str]]:
    """(keys as the sources name them, sources that make keys from parts)."""
    found: set[str] = set()
    made: set[str] = set()
    for path in sorted(UI.rglob("*.py")):
        if path.name in OUTSIDE:
            continue
        module = ast.parse(path.read_text(encoding="utf-8"))
        known = strings_of(module)
        for given in given_keys(module):
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                found.add(given.value)
            elif isinstance(given, ast.Name) and given.id in known:
                found.add(known[given.id])
            elif isinstance(given, ast.JoinedStr) and not _is_whole(given, known, found):
                made.add(f"{path.parent.name}/{path.name}")
    return found - {""}, made


def _is_whole(given: ast.JoinedStr, known: dict[str, str], found: set[str]) -> bool:
    """Add a text like ``f"{HELP}.taal"``, of which every part is known; False when a part is not."""
    words = ""
    for part in given.values:
        if isinstance(part, ast.Constant):
            words += str(part.value)
        elif isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name):
            if part.value.id not in known:
                return False
            words += known[part.value.id]
    found.add(words)
    return True


def keys_on(widget: QWidget) -> set[str]:
    """Help keys of this widget and everything in it."""
    every = (widget, *widget.findChildren(QWidget))
    return {str(one.property(HELP_KEY) or "") for one in every} - {""}


@pytest.fixture
def used(desk: VisitDesk, tasks: Tasks, qapp: object) -> set[str]:
    """Every help key that F1 can meet, except those of dates, which explain themselves."""
    named, _ = read_keys()
    agreement = AgreementPage(
        desk.overeenkomst, tasks, desk.host, cap=KeyMap().cap, gemeente=WIE.gemeenten[0]
    )
    dossier = desk.dossier(SANNE.id)
    assert dossier is not None
    agreement.start(dossier)
    forms = (MeldingFields(desk.clock, WIE.gemeenten), PersonFields(desk.clock, WIE.gemeenten), agreement)
    return named.union(*(keys_on(form) for form in forms))


def test_every_help_key_has_a_page_of_its_own(used: set[str]) -> None:
    assert len(used) > 60
    assert sorted(used - set(PAGES)) == []


def test_every_page_belongs_to_a_help_key(used: set[str]) -> None:
    assert sorted(set(PAGES) - used) == []


def test_only_known_sources_make_help_keys_from_parts() -> None:
    _, made = read_keys()
    assert made == MADE


def test_a_date_that_runs_explains_itself_and_needs_no_page() -> None:
    assert find_page(PAGES, f"{EXPLAINS}D01") is NO_PAGE


def test_a_page_is_written_once() -> None:
    keys = [
        key for path in FILES.values() for key in re.findall(r"(?m)^## \[(.+?)\]", path.read_text("utf-8"))
    ]
    assert len(keys) == len(set(keys))
    assert {key for key in keys if key.split(".")[0] not in FILES} == set()


@pytest.mark.parametrize("key", sorted(PAGES))
def test_a_page_says_something_under_a_title(key: str) -> None:
    page = PAGES[key]
    assert page.title
    assert page.title != key
    assert len(list(sentences(page.text))) >= 2


def test_the_course_of_the_work_is_explained() -> None:
    titles = {page.title for page in PAGES.values()}
    headings = set(re.findall(r"(?m)^## (.+)$", "\n".join(page.text for page in PAGES.values())))
    assert titles | headings >= {
        "Een bezoek van begin tot eind",
        "Nieuwe klant",
        "Identiteit controleren",
        "De melding",
        "Brieven en overeenkomsten",
        "Als er geen verbinding is",
        "Vergrendelen en wisselen",
    }


def sentences(text: str) -> Iterator[str]:
    """Sentences of a page; a point is one of its own, a heading is none."""
    for block in re.split(r"\n\s*\n|\n(?=- |#)", text):
        words = " ".join(block.split())
        if words and not words.startswith("#"):
            yield from re.split(r"(?<=[.?!])\s+", words.removeprefix("- "))


def count(sentence: str) -> int:
    """Words; a number or a key is one."""
    return len(re.findall(r"[\w€][\w.,:+'’-]*", sentence))


def test_sentences_are_counted_as_a_reader_would() -> None:
    found = list(
        sentences("Een, twee drie.\nWat is dit? Zo.\n\n## Kop\n\n- Druk op Ctrl+Shift+A.\n- Typ 10:30.")
    )
    assert found == ["Een, twee drie.", "Wat is dit?", "Zo.", "Druk op Ctrl+Shift+A.", "Typ 10:30."]
    assert [count(one) for one in found] == [3, 3, 1, 3, 2]


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_reads_easily(name: str) -> None:
    pages = split_pages({name: FILES[name].read_text(encoding="utf-8")})
    written = [one for page in pages.values() for one in sentences(page.text)]
    assert [one for one in written if count(one) > LONGEST] == []
    assert sum(map(count, written)) / len(written) <= AVERAGE


@pytest.mark.parametrize("key", sorted(PAGES))
def test_a_page_speaks_to_u(key: str) -> None:
    page = PAGES[key]
    assert not re.search(r"\b(je|jij|jouw|jullie)\b", f"{page.title} {page.text}", re.IGNORECASE)


@pytest.mark.parametrize("key", sorted(key for key in PAGES if "." in key))
def test_the_page_of_a_field_is_short(key: str) -> None:
    assert len(list(sentences(PAGES[key].text))) <= 7

"""What staff do with rules in a window, as steps for tests: sit down, write a version, propose, judge."""

from __future__ import annotations

from collections.abc import Callable

from hands import Hands
from PySide6.QtWidgets import QLabel, QWidget
from rule_office import Chair

from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.ui.screens.regels.screen import RegelsScreen
from werkdesk.ui.screens.regels.werkkamer import VERSIE, VOORSTELLEN, Workroom

Make = Callable[[QWidget], Hands]
D01 = RegelVerwijzing(regel="D01", versie="2015-01-01", bron="Pw 41 lid 4")


def sit(chair: Chair, hands: Make) -> tuple[RegelsScreen, Hands, Workroom]:
    """The place with somebody at it, standing on the zoektermijn."""
    screen = chair.screen()
    at = hands(screen)
    screen.came()
    at.settle()
    screen.show_rule(D01)
    at.settle()
    assert screen.work is not None
    return screen, at, screen.work


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def write_version(at: Hands, work: Workroom, waarde: str = "3", vanaf: str = "1-1-2027") -> None:
    """Fill the form by keys alone: value, day, gemeente, certainty."""
    at.press("F2")
    assert work.here == VERSIE
    at.type(waarde)
    form = work.version.form
    form.vanaf.editor.setFocus()
    at.type(vanaf)
    form.gemeente.editor.setFocus()
    at.type("Aalsmeer")
    form.zekerheid.editor.setFocus()
    at.type("met")
    at.press("Ctrl+Return")


def propose(at: Hands, work: Workroom) -> None:
    """Choose the case file, try, and lay before a colleague."""
    work.concept_page.cases.choose_button.click()
    work.concept_page.cases.run.click()
    at.settle()
    at.press("Ctrl+Return")


def proposed(author: Chair, hands: Make) -> RegelsScreen:
    screen, at, work = sit(author, hands)
    write_version(at, work)
    propose(at, work)
    return screen


def judge(second: Chair, hands: Make) -> tuple[RegelsScreen, Hands, Workroom]:
    screen, at, work = sit(second, hands)
    work.go(VOORSTELLEN)
    work.focus_page()
    at.settle()
    return screen, at, work

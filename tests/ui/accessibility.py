"""Walks a window as a screen reader does and lists what a blind colleague could not use.

``problems(window)`` gives sentences; a test asks that the list is empty. Checked (documents.md 8, WCAG
4.1.2): every widget that can have the focus has a name; a combo box is not named by its value; tables have a
name; no Alt letter twice among what is visible.
"""

from __future__ import annotations

import re
from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QMenuBar, QWidget

_MNEMONIC = re.compile(r"&(?!&)(.)")


def problems(window: QWidget) -> list[str]:
    """One sentence for every widget that is not usable without eyes; empty when all is well."""
    widgets = [widget for widget in window.findChildren(QWidget) if widget.isVisibleTo(window)]
    found = [sentence for widget in widgets for sentence in _of(widget)]
    letters = Counter(accelerators(window))
    found += [f"Alt+{letter} is used {times} times" for letter, times in sorted(letters.items()) if times > 1]
    return found


def _of(widget: QWidget) -> list[str]:
    if not _reachable(widget):
        return []
    name = name_of(widget)
    found = []
    if not name:
        found.append(f"{describe(widget)} has no accessible name")
    if isinstance(widget, QComboBox) and name and name == widget.currentText():
        found.append(f"{describe(widget)} is named by its value")
    if isinstance(widget, QAbstractItemView) and not widget.accessibleName():
        found.append(f"{describe(widget)} is a list without a name of its own")
    return found


def _reachable(widget: QWidget) -> bool:
    internal = widget.objectName().startswith("qt_")
    return (
        not internal
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QMenuBar)
    )


def name_of(widget: QWidget) -> str:
    """What a screen reader says first: Qt's own accessibility tree, which follows buddies."""
    if isinstance(widget, QComboBox):
        # On Linux Qt 6.11 gives the value as name whatever was set; the label is a relation there.
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else widget.accessibleName()


def role_of(widget: QWidget) -> QAccessible.Role:
    """What a screen reader says a widget is."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None, f"{describe(widget)} is not in the accessibility tree"
    return interface.role()


def accelerators(window: QWidget) -> list[str]:
    """Alt letters of what is visible: labels with a buddy, buttons, menus."""
    letters = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window):
            continue
        if (isinstance(widget, QLabel) and widget.buddy() is not None) or isinstance(widget, QAbstractButton):
            letters += mnemonic(widget.text())
        elif isinstance(widget, QMenuBar):
            letters += [letter for action in widget.actions() for letter in mnemonic(action.text())]
    return letters


def mnemonic(text: str) -> list[str]:
    """The Alt letter in a text, at most one."""
    found = _MNEMONIC.search(text.replace("&&", ""))
    return [found.group(1).upper()] if found else []


def describe(widget: QWidget) -> str:
    """Class and place of a widget, without what it holds."""
    path: list[str] = []
    step: QWidget | None = widget
    while step is not None and len(path) < 4:
        path.append(type(step).__name__)
        step = step.parentWidget()
    return " in ".join(path)

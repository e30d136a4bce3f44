"""Tab goes where the eye goes, also to what was made later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def come_here(container: QWidget, fresh: Sequence[QWidget]) -> None:
    """Let Tab reach ``fresh``, children made after the page was shown, where their ``container`` stands.

    Qt puts what is made later behind everything else of the window, and orders only what can have the focus:
    the container gets that for as long as it takes.
    """
    policy = container.focusPolicy()
    before = container
    container.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for one in fresh:
        QWidget.setTabOrder(before, one)
        before = one
    container.setFocusPolicy(policy)

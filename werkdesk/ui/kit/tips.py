"""Tool tips that stay text: Qt would read ``<b>`` in a bare tool tip as markup."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget


def set_tip(widget: QWidget, text: str) -> None:
    """A tool tip with exactly these characters; empty removes it."""
    widget.setToolTip(f"<p style='white-space:pre-wrap'>{escape(text)}</p>" if text else "")

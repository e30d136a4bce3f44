"""Tool tips that stay text: Qt would read ``<b>`` in a bare tool tip as markup."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_PLAIN = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
"""As ``html.escape``, whose list of two thousand signs the first frame would wait for."""


def set_tip(widget: QWidget, text: str) -> None:
    """A tool tip with exactly these characters; empty removes it."""
    widget.setToolTip(f"<p style='white-space:pre-wrap'>{text.translate(_PLAIN)}</p>" if text else "")

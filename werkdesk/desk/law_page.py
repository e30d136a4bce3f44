"""Showing an article of law in the browser of this computer; no other address is ever opened."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

LAW_HOST = "wetten.overheid.nl"


def open_law_page(address: str) -> bool:
    """``False`` when the address is not in the national law database, or this computer has no browser."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if url.scheme() != "https" or url.host() != LAW_HOST or url.userInfo():
        return False
    return QDesktopServices.openUrl(url)

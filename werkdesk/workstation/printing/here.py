"""The kind of printer this platform has."""

from __future__ import annotations

import sys
from threading import Lock

from werkdesk.workstation.printing.cups import CupsPrinter
from werkdesk.workstation.printing.gdi import GdiPrinter
from werkdesk.workstation.printing.printer import Printer


def system_printer(pdfium: Lock) -> Printer:
    """GDI on Windows, CUPS elsewhere. ``pdfium``: see ``GdiPrinter``."""
    return GdiPrinter(pdfium) if sys.platform == "win32" else CupsPrinter()

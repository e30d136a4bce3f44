"""The parts of Windows that printing needs: functions by library, and the structures they read.

``Libraries`` is what a printer is given, so that a test can hand it a recording instead of Windows.
"""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from dataclasses import dataclass
from typing import Any, ClassVar

import pypdfium2

from werkdesk.errors import Unavailable

# GetDeviceCaps (wingdi.h): resolution, whole sheet and the margin the device cannot reach, all in dots.
LOGPIXELSX, LOGPIXELSY, PHYSICALOFFSETX, PHYSICALOFFSETY = 88, 90, 112, 113
# DocumentProperties: read the present settings, write changed ones.
DM_OUT_BUFFER, DM_IN_BUFFER = 2, 8
PRINTER_ENUM_LOCAL, PRINTER_ENUM_CONNECTIONS = 2, 4


class DocInfo(ctypes.Structure):
    """DOCINFOW: what the spooler shows of a job."""

    _fields_: ClassVar = [
        ("cbSize", ctypes.c_int),
        ("lpszDocName", wintypes.LPCWSTR),
        ("lpszOutput", wintypes.LPCWSTR),
        ("lpszDatatype", wintypes.LPCWSTR),
        ("fwType", wintypes.DWORD),
    ]


class PrinterInfo4(ctypes.Structure):
    """PRINTER_INFO_4W: names only, so that listing does not wait for printers that are switched off."""

    _fields_: ClassVar = [
        ("pPrinterName", wintypes.LPWSTR),
        ("pServerName", wintypes.LPWSTR),
        ("Attributes", wintypes.DWORD),
    ]


@dataclass(frozen=True, slots=True)
class Libraries:
    """winspool.drv, gdi32.dll and PDFium. Untyped: they are foreign functions."""

    spool: Any
    gdi: Any
    pdfium: Any


def windows_libraries() -> Libraries:
    """Load and declare what is called. Raises ``Unavailable('printer.systeem_ontbreekt')`` off Windows."""
    loader = getattr(ctypes, "WinDLL", None)
    if loader is None:
        raise Unavailable("printer.systeem_ontbreekt")
    spool = loader("winspool.drv", use_last_error=True)
    gdi = loader("gdi32", use_last_error=True)
    pointer, handle, text, number = ctypes.c_void_p, wintypes.HANDLE, wintypes.LPCWSTR, wintypes.DWORD
    spool.OpenPrinterW.argtypes = [text, ctypes.POINTER(wintypes.HANDLE), pointer]
    spool.ClosePrinter.argtypes = [handle]
    spool.EnumPrintersW.argtypes = [
        number,
        text,
        number,
        pointer,
        number,
        ctypes.POINTER(number),
        ctypes.POINTER(number),
    ]
    spool.GetDefaultPrinterW.argtypes = [pointer, ctypes.POINTER(number)]
    spool.DocumentPropertiesW.argtypes = [wintypes.HWND, handle, text, pointer, pointer, number]
    spool.DocumentPropertiesW.restype = ctypes.c_long
    spool.GetJobW.argtypes = [handle, number, number, pointer, number, ctypes.POINTER(number)]
    gdi.CreateDCW.argtypes = [text, text, text, pointer]
    gdi.CreateDCW.restype = wintypes.HDC
    gdi.GetDeviceCaps.argtypes = [wintypes.HDC, ctypes.c_int]
    gdi.StartDocW.argtypes = [wintypes.HDC, ctypes.POINTER(DocInfo)]
    for name in ("StartPage", "EndPage", "EndDoc", "AbortDoc", "DeleteDC"):
        getattr(gdi, name).argtypes = [wintypes.HDC]
    return Libraries(spool, gdi, pypdfium2.raw)

"""DEVMODEW, the settings of a Windows print job (wingdi.h), with sizes that are the same on every platform.

Written out because ``ctypes.wintypes`` has no DEVMODE; wide characters as 16 bits, so the layout can be
tested on Linux too.
"""

from __future__ import annotations

import ctypes
from typing import ClassVar

from werkdesk.workstation.printing.printer import PrintOptions, Sides

_WIDE = ctypes.c_uint16

DM_PAPERSIZE, DM_COPIES, DM_DEFAULTSOURCE, DM_DUPLEX, DM_COLLATE = 0x2, 0x100, 0x200, 0x1000, 0x8000
_PAPER_A4 = 9
_DUPLEX = {Sides.ONE: 1, Sides.TWO_LONG_EDGE: 2, Sides.TWO_SHORT_EDGE: 3}


class DevMode(ctypes.Structure):
    """The public part, 220 bytes; drivers keep ``dmDriverExtra`` bytes of their own behind it."""

    _fields_: ClassVar = [
        ("dmDeviceName", _WIDE * 32),
        ("dmSpecVersion", ctypes.c_uint16),
        ("dmDriverVersion", ctypes.c_uint16),
        ("dmSize", ctypes.c_uint16),
        ("dmDriverExtra", ctypes.c_uint16),
        ("dmFields", ctypes.c_uint32),
        ("dmOrientation", ctypes.c_int16),
        ("dmPaperSize", ctypes.c_int16),
        ("dmPaperLength", ctypes.c_int16),
        ("dmPaperWidth", ctypes.c_int16),
        ("dmScale", ctypes.c_int16),
        ("dmCopies", ctypes.c_int16),
        ("dmDefaultSource", ctypes.c_int16),
        ("dmPrintQuality", ctypes.c_int16),
        ("dmColor", ctypes.c_int16),
        ("dmDuplex", ctypes.c_int16),
        ("dmYResolution", ctypes.c_int16),
        ("dmTTOption", ctypes.c_int16),
        ("dmCollate", ctypes.c_int16),
        ("dmFormName", _WIDE * 32),
        ("dmLogPixels", ctypes.c_uint16),
        ("dmBitsPerPel", ctypes.c_uint32),
        ("dmPelsWidth", ctypes.c_uint32),
        ("dmPelsHeight", ctypes.c_uint32),
        ("dmDisplayFlags", ctypes.c_uint32),
        ("dmDisplayFrequency", ctypes.c_uint32),
        ("dmICMMethod", ctypes.c_uint32),
        ("dmICMIntent", ctypes.c_uint32),
        ("dmMediaType", ctypes.c_uint32),
        ("dmDitherType", ctypes.c_uint32),
        ("dmReserved1", ctypes.c_uint32),
        ("dmReserved2", ctypes.c_uint32),
        ("dmPanningWidth", ctypes.c_uint32),
        ("dmPanningHeight", ctypes.c_uint32),
    ]


def apply_options(mode: DevMode, options: PrintOptions) -> None:
    """Set paper A4, copies, sides and tray. A tray is the driver's number (``dmDefaultSource``) in digits."""
    mode.dmPaperSize = _PAPER_A4
    mode.dmCopies = options.copies
    mode.dmCollate = 1
    mode.dmDuplex = _DUPLEX[options.sides]
    mode.dmFields |= DM_PAPERSIZE | DM_COPIES | DM_COLLATE | DM_DUPLEX
    if options.tray is not None and options.tray.isdecimal():
        mode.dmDefaultSource = int(options.tray)
        mode.dmFields |= DM_DEFAULTSOURCE

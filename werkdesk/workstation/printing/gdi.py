"""Printers of Windows: PDFium draws the pages as vectors on the printer's device context.

Not tried on a real Windows: this project is built on Linux, where the calls and their order are tested
against a recording. The same road was run once under Wine in a study (A4, two copies, two-sided, three vector
pages); trays and the state of jobs were not. Try it with the driver of the office before relying on it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from threading import Lock
from typing import Any

from werkdesk.errors import Unavailable
from werkdesk.workstation.printing.devmode import DevMode, apply_options
from werkdesk.workstation.printing.printer import JobState, PrintOptions, PrintQueue
from werkdesk.workstation.printing.windows import (
    DM_IN_BUFFER,
    DM_OUT_BUFFER,
    LOGPIXELSX,
    LOGPIXELSY,
    PHYSICALOFFSETX,
    PHYSICALOFFSETY,
    PRINTER_ENUM_CONNECTIONS,
    PRINTER_ENUM_LOCAL,
    DocInfo,
    Libraries,
    PrinterInfo4,
    windows_libraries,
)

_POINTS_PER_INCH = 72
_VECTORS = 0  # FPDF_PRINTMODE_EMF
_FOR_PRINTING = 0x800 | 0x01  # FPDF_PRINTING, FPDF_ANNOT


class GdiPrinter:
    """``pdfium``: the lock that everybody in this process who uses PDFium takes (it knows no threads)."""

    def __init__(self, pdfium: Lock, libraries: Libraries | None = None) -> None:
        self._pdfium = pdfium
        self._libraries = libraries or windows_libraries()

    def queues(self) -> tuple[PrintQueue, ...]:
        """See ``Printer``.

        Windows is not asked whether a printer is switched on: that may take half a minute.
        """
        default = self._default()
        names = sorted(set(self._names()))
        return tuple(PrintQueue(name=name, default=name == default, ready=True) for name in names)

    def trays(self, queue: str) -> tuple[str, ...]:
        """Not asked: Windows drivers number their trays themselves."""
        with self._opened(queue):
            return ()

    def print(self, pdf: bytes, queue: str, options: PrintOptions) -> str:
        """See ``Printer``. The job id is ``<queue>|<number>``. Seconds for a long document.

        Raises ``Unavailable``: ``printer.onbekend``, or ``printer.weigert`` when the driver does not take the
        settings or the job; a job that was begun is then withdrawn.
        """
        with self._opened(queue) as handle:
            settings = self._settings(handle, queue, options)
        context = self._libraries.gdi.CreateDCW("WINSPOOL", queue, None, ctypes.byref(settings))
        if not context:
            raise Unavailable("printer.weigert")
        try:
            with self._pdfium:
                number = self._send(context, pdf, options.title)
        finally:
            self._libraries.gdi.DeleteDC(context)
        return f"{queue}|{number}"

    def state(self, job: str) -> JobState:
        """See ``Printer``: a job that the spooler still has waits; one it no longer has, has ended."""
        queue, _, number = job.rpartition("|")
        if not queue or not number.isdecimal():
            return JobState.UNKNOWN
        with self._opened(queue) as handle:
            needed = wintypes.DWORD(0)
            self._libraries.spool.GetJobW(handle, int(number), 1, None, 0, ctypes.byref(needed))
            return JobState.WAITING if needed.value else JobState.ENDED

    def _names(self) -> Iterator[str]:
        which = PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS
        needed, count = wintypes.DWORD(0), wintypes.DWORD(0)
        enumerate_printers = self._libraries.spool.EnumPrintersW
        enumerate_printers(which, None, 4, None, 0, ctypes.byref(needed), ctypes.byref(count))
        room = ctypes.create_string_buffer(max(1, needed.value))
        if not enumerate_printers(which, None, 4, room, needed, ctypes.byref(needed), ctypes.byref(count)):
            raise Unavailable("printer.weg")
        infos = ctypes.cast(room, ctypes.POINTER(PrinterInfo4))
        for at in range(count.value):
            yield str(infos[at].pPrinterName)

    def _default(self) -> str:
        room = ctypes.create_unicode_buffer(512)
        size = wintypes.DWORD(len(room))
        return room.value if self._libraries.spool.GetDefaultPrinterW(room, ctypes.byref(size)) else ""

    @contextmanager
    def _opened(self, queue: str) -> Iterator[wintypes.HANDLE]:
        handle = wintypes.HANDLE()
        if not self._libraries.spool.OpenPrinterW(queue, ctypes.byref(handle), None):
            raise Unavailable("printer.onbekend")
        try:
            yield handle
        finally:
            self._libraries.spool.ClosePrinter(handle)

    def _settings(self, handle: wintypes.HANDLE, queue: str, options: PrintOptions) -> Any:
        """The driver's own settings with ours put in and checked by the driver."""
        properties = self._libraries.spool.DocumentPropertiesW
        size = properties(None, handle, queue, None, None, 0)
        if size < ctypes.sizeof(DevMode):
            raise Unavailable("printer.weigert")
        room = ctypes.create_string_buffer(size)
        if properties(None, handle, queue, room, None, DM_OUT_BUFFER) < 0:
            raise Unavailable("printer.weigert")
        apply_options(DevMode.from_buffer(room), options)
        if properties(None, handle, queue, room, room, DM_IN_BUFFER | DM_OUT_BUFFER) < 0:
            raise Unavailable("printer.weigert")
        return room

    def _send(self, context: int, pdf: bytes, title: str) -> int:
        gdi = self._libraries.gdi
        info = DocInfo(ctypes.sizeof(DocInfo), title, None, None, 0)
        number = int(gdi.StartDocW(context, ctypes.byref(info)))
        if number <= 0:
            raise Unavailable("printer.weigert")
        try:
            self._draw(context, pdf)
            if gdi.EndDoc(context) <= 0:
                raise Unavailable("printer.weigert")
        except BaseException:
            gdi.AbortDoc(context)
            raise
        return number

    def _draw(self, context: int, pdf: bytes) -> None:
        pdfium = self._libraries.pdfium
        pdfium.FPDF_SetPrintMode(_VECTORS)
        document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
        if not document:
            raise Unavailable("printer.weigert")
        try:
            for at in range(pdfium.FPDF_GetPageCount(document)):
                self._draw_page(context, document, at)
        finally:
            pdfium.FPDF_CloseDocument(document)

    def _draw_page(self, context: int, document: Any, at: int) -> None:
        """The page in its true size.

        The device's origin lies at its unreachable margin, so shift back by that.
        """
        gdi, pdfium = self._libraries.gdi, self._libraries.pdfium
        if gdi.StartPage(context) <= 0:
            raise Unavailable("printer.weigert")
        page = pdfium.FPDF_LoadPage(document, at)
        try:
            across = gdi.GetDeviceCaps(context, LOGPIXELSX) / _POINTS_PER_INCH
            down = gdi.GetDeviceCaps(context, LOGPIXELSY) / _POINTS_PER_INCH
            left = -gdi.GetDeviceCaps(context, PHYSICALOFFSETX)
            top = -gdi.GetDeviceCaps(context, PHYSICALOFFSETY)
            width = round(pdfium.FPDF_GetPageWidthF(page) * across)
            height = round(pdfium.FPDF_GetPageHeightF(page) * down)
            pdfium.FPDF_RenderPage(context, page, left, top, width, height, 0, _FOR_PRINTING)
        finally:
            pdfium.FPDF_ClosePage(page)
        if gdi.EndPage(context) <= 0:
            raise Unavailable("printer.weigert")

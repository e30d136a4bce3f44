"""Windows printing against a recording of Windows: the calls, their order, and what is undone when one fails.

The pages themselves come out only on a real Windows; here PDFium reads the real letter and counts its pages.
"""

from __future__ import annotations

import ctypes
from io import BytesIO
from threading import Lock
from types import SimpleNamespace
from typing import Any

import pypdfium2
import pytest

from werkdesk.errors import Unavailable
from werkdesk.workstation.printing.devmode import (
    DM_COPIES,
    DM_DEFAULTSOURCE,
    DM_DUPLEX,
    DevMode,
    apply_options,
)
from werkdesk.workstation.printing.gdi import GdiPrinter
from werkdesk.workstation.printing.printer import JobState, PrintOptions, Sides
from werkdesk.workstation.printing.windows import Libraries, windows_libraries

OPTIONS = PrintOptions(title="M-3-0147-K/a", copies=2, sides=Sides.TWO_LONG_EDGE)
DPI = 600


def two_pages() -> bytes:
    """The smallest PDF with two A4 pages."""
    made = pypdfium2.PdfDocument.new()
    made.new_page(595.276, 841.89)
    made.new_page(595.276, 841.89)
    room = BytesIO()
    made.save(room)
    made.close()
    return room.getvalue()


class Recording:
    """Windows and PDFium as far as the printer calls them; ``fails`` names the calls that say no."""

    def __init__(self, *fails: str) -> None:
        self.calls: list[str] = []
        self.drawn: list[tuple[int, ...]] = []
        self.mode: DevMode | None = None
        self._fails = fails

    def libraries(self) -> Libraries:
        raw = pypdfium2.raw
        pdfium = SimpleNamespace(
            FPDF_SetPrintMode=self._say("FPDF_SetPrintMode"),
            FPDF_LoadMemDocument64=raw.FPDF_LoadMemDocument64,
            FPDF_GetPageCount=raw.FPDF_GetPageCount,
            FPDF_LoadPage=raw.FPDF_LoadPage,
            FPDF_ClosePage=raw.FPDF_ClosePage,
            FPDF_CloseDocument=raw.FPDF_CloseDocument,
            FPDF_GetPageWidthF=raw.FPDF_GetPageWidthF,
            FPDF_GetPageHeightF=raw.FPDF_GetPageHeightF,
            FPDF_RenderPage=self._render,
        )
        spool = SimpleNamespace(
            OpenPrinterW=self._say("OpenPrinterW"),
            ClosePrinter=self._say("ClosePrinter"),
            DocumentPropertiesW=self._properties,
            GetJobW=self._job,
        )
        names = ("CreateDCW", "StartDocW", "StartPage", "EndPage", "EndDoc", "AbortDoc", "DeleteDC")
        gdi = SimpleNamespace(GetDeviceCaps=self._caps, **{name: self._say(name) for name in names})
        return Libraries(spool, gdi, pdfium)

    def _say(self, name: str) -> Any:
        def call(*_: Any) -> int:
            self.calls.append(name)
            return 0 if name in self._fails else 7

        return call

    def _properties(self, _hwnd: Any, _handle: Any, _queue: Any, out: Any, given: Any, _mode: int) -> int:
        if given is not None:
            self.mode = DevMode.from_buffer_copy(given)
        if "DocumentPropertiesW" in self._fails:
            return -1
        return ctypes.sizeof(DevMode) + 64 if out is None else 1

    def _job(self, _handle: Any, number: int, *rest: Any) -> int:
        rest[-1]._obj.value = 100 if number == 7 else 0
        return 0

    def _caps(self, _context: Any, which: int) -> int:
        return {88: DPI, 90: DPI, 112: 100, 113: 50}[which]

    def _render(self, _context: Any, _page: Any, *place: int) -> None:
        self.calls.append("FPDF_RenderPage")
        self.drawn.append(place)


def test_the_settings_have_the_layout_of_windows() -> None:
    offsets = {
        name: getattr(DevMode, name).offset for name in ("dmFields", "dmCopies", "dmDuplex", "dmFormName")
    }
    assert ctypes.sizeof(DevMode) == 220
    assert offsets == {"dmFields": 72, "dmCopies": 86, "dmDuplex": 94, "dmFormName": 102}


def test_copies_sides_and_tray_are_set_and_marked_as_set() -> None:
    mode = DevMode()
    apply_options(mode, PrintOptions(title="M-3-0147-K", copies=3, sides=Sides.TWO_SHORT_EDGE, tray="258"))
    assert (mode.dmPaperSize, mode.dmCopies, mode.dmDuplex, mode.dmDefaultSource) == (9, 3, 3, 258)
    assert (
        mode.dmFields & (DM_COPIES | DM_DUPLEX | DM_DEFAULTSOURCE) == DM_COPIES | DM_DUPLEX | DM_DEFAULTSOURCE
    )


def test_every_page_is_drawn_in_its_true_size() -> None:
    windows = Recording()
    job = GdiPrinter(Lock(), windows.libraries()).print(two_pages(), "Balie", OPTIONS)
    assert job == "Balie|7"
    width, height = round(210 / 25.4 * DPI), round(297 / 25.4 * DPI)
    for left, top, across, down, *_ in windows.drawn:
        assert (left, top) == (-100, -50)
        assert (across, down) == pytest.approx((width, height), abs=1)
    page = ["StartPage", "FPDF_RenderPage", "EndPage"]
    assert windows.calls == [
        *("OpenPrinterW", "ClosePrinter", "CreateDCW", "StartDocW", "FPDF_SetPrintMode"),
        *page,
        *page,
        *("EndDoc", "DeleteDC"),
    ]
    assert windows.mode is not None
    assert (windows.mode.dmCopies, windows.mode.dmDuplex) == (2, 2)


@pytest.mark.parametrize("failing", ["StartPage", "EndPage", "EndDoc"])
def test_a_job_that_fails_halfway_is_withdrawn(failing: str) -> None:
    windows = Recording(failing)
    with pytest.raises(Unavailable) as caught:
        GdiPrinter(Lock(), windows.libraries()).print(two_pages(), "Balie", OPTIONS)
    assert caught.value.code == "printer.weigert"
    assert windows.calls[-2:] == ["AbortDoc", "DeleteDC"]


@pytest.mark.parametrize(
    ("failing", "code"),
    [
        ("OpenPrinterW", "printer.onbekend"),
        ("DocumentPropertiesW", "printer.weigert"),
        ("CreateDCW", "printer.weigert"),
        ("StartDocW", "printer.weigert"),
    ],
)
def test_a_printer_that_says_no_is_told(failing: str, code: str) -> None:
    windows = Recording(failing)
    with pytest.raises(Unavailable) as caught:
        GdiPrinter(Lock(), windows.libraries()).print(two_pages(), "Balie", OPTIONS)
    assert caught.value.code == code
    assert "EndDoc" not in windows.calls


def test_a_file_that_is_no_pdf_is_withdrawn() -> None:
    windows = Recording()
    with pytest.raises(Unavailable):
        GdiPrinter(Lock(), windows.libraries()).print(b"geen pdf", "Balie", OPTIONS)
    assert windows.calls[-2:] == ["AbortDoc", "DeleteDC"]


def test_a_job_the_spooler_still_has_waits_and_another_has_ended() -> None:
    printer = GdiPrinter(Lock(), Recording().libraries())
    assert printer.state("Balie|7") is JobState.WAITING
    assert printer.state("Balie|8") is JobState.ENDED
    assert printer.state("Balie") is JobState.UNKNOWN


@pytest.mark.skipif(hasattr(ctypes, "WinDLL"), reason="this is Windows")
def test_off_windows_the_system_is_missing() -> None:
    with pytest.raises(Unavailable) as caught:
        windows_libraries()
    assert caught.value.code == "printer.systeem_ontbreekt"

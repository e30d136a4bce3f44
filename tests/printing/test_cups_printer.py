"""Printing through a real CUPS to a real IPP printer on loopback."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from tests.patience import came_true
from tests.printing.print_chain import QUEUE, Chain
from werkdesk.domain.brief import BriefGegevens, Ondertekenaar
from werkdesk.errors import Unavailable
from werkdesk.letters.press import Press
from werkdesk.letters.resources import load_resources
from werkdesk.workstation.printing.cups import CupsPrinter
from werkdesk.workstation.printing.printer import JobState, PrintOptions, Sides

pytestmark = pytest.mark.printing

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def letter() -> bytes:
    """A real letter of two pages."""
    press = Press(load_resources(Path(__file__).parents[2] / "resources"))
    made = press.make(
        BriefGegevens(
            soort="L01",
            gemeente="0362",
            datum=date(2026, 11, 27),
            kenmerk="M-3-0147-K/a",
            ondertekenaar=Ondertekenaar(naam="R. Voorbeeld", functie="medewerker Werkplein"),
            adresregels=("Mevrouw Ş. Fictief-Yılmaz", "Fictiestraat 12 b", "1181 AA  AMSTELVEEN"),
            aanhef="Geachte mevrouw Fictief-Yılmaz",
            velden={
                "melding.datum": "27 november 2026",
                "melding.kanaal": "aan de balie",
                "melding.kenmerk": "M-3-0147-K",
                "zoektermijn.eerste_dag": "25 december 2026",
            },
            rijen={
                "termijnen": tuple(
                    {"wat": f"Stap {number}", "wanneer": "25 december 2026", "waarom": "Dat staat in de wet."}
                    for number in range(8)
                )
            },
            voorwaarden=frozenset({"onder_27"}),
        )
    )
    assert made.bladzijden == 2
    return made.pdf


@pytest.fixture
def printer(chain: Chain) -> CupsPrinter:
    return CupsPrinter(chain.server)


@pytest.fixture
def title() -> str:
    """A reference that no other job has."""
    return f"M-3-{next(_numbers):04d}-K/a"


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def test_the_printer_receives_the_pages_as_they_were_made(
    chain: Chain, printer: CupsPrinter, letter: bytes, title: str
) -> None:
    job = printer.print(letter, QUEUE, PrintOptions(title=title))
    received = chain.received(title)
    # A face-up printer gets the last page first: compare by page, not by order.
    assert sorted(texts(received.document)) == sorted(texts(letter))
    assert received.options.get("IPP_COPIES", "1") == "1"
    assert received.options["IPP_SIDES"] == "one-sided"
    assert came_true(lambda: printer.state(job) is JobState.ENDED)


def test_the_page_keeps_its_size_so_the_address_stays_in_the_window(
    chain: Chain, printer: CupsPrinter, letter: bytes, title: str
) -> None:
    printer.print(letter, QUEUE, PrintOptions(title=title))
    received = pypdfium2.PdfDocument(chain.received(title).document)
    sizes = {tuple(round(side) for side in page.get_size()) for page in received}
    boxes = [_place_of(page, "Fictiestraat") for page in received]
    received.close()
    made = pypdfium2.PdfDocument(letter)
    expected = _place_of(made[0], "Fictiestraat")
    made.close()
    assert sizes == {(595, 842)}
    assert expected is not None
    assert any(box is not None and box == pytest.approx(expected, abs=0.5) for box in boxes)


def _place_of(page: pypdfium2.PdfPage, word: str) -> tuple[float, ...] | None:
    text = page.get_textpage()
    found = text.search(word).get_next()
    return None if found is None else tuple(text.get_charbox(found[0]))


def test_copies_and_both_sides_and_the_tray_arrive(
    chain: Chain, printer: CupsPrinter, letter: bytes, title: str
) -> None:
    trays = printer.trays(QUEUE)
    assert "Manual" in trays
    options = PrintOptions(
        title=title, copies=2, sides=Sides.TWO_LONG_EDGE, tray="Manual", paper="StationeryLetterhead"
    )
    printer.print(letter, QUEUE, options)
    received = chain.received(title)
    assert received.options["IPP_COPIES"] == "2"
    assert received.options["IPP_SIDES"] == "two-sided-long-edge"
    assert "media-source=manual" in received.options["IPP_MEDIA_COL"]
    assert "media-type=stationery-letterhead" in received.options["IPP_MEDIA_COL"]


def test_the_job_shows_the_reference_and_nothing_else(
    chain: Chain, printer: CupsPrinter, letter: bytes, title: str
) -> None:
    printer.print(letter, QUEUE, PrintOptions(title=title))
    options = chain.received(title).options
    assert options["IPP_JOB_NAME"] == title
    assert not any("Fictief" in value for value in options.values())


def test_the_queues_are_listed_with_their_state(printer: CupsPrinter) -> None:
    assert [(queue.name, queue.ready) for queue in printer.queues()] == [(QUEUE, True)]


def test_an_unknown_printer_is_named_so(printer: CupsPrinter, letter: bytes) -> None:
    with pytest.raises(Unavailable) as caught:
        printer.print(letter, "Bestaat_niet", PrintOptions(title="M-3-0147-K"))
    assert caught.value.code == "printer.onbekend"


@pytest.mark.parametrize("queue", ["", "-Balie", "Balie x", "../Balie", "Balie#1"])
def test_a_name_that_could_be_an_option_is_unknown(printer: CupsPrinter, letter: bytes, queue: str) -> None:
    with pytest.raises(Unavailable) as caught:
        printer.print(letter, queue, PrintOptions(title="M-3-0147-K"))
    assert caught.value.code == "printer.onbekend"


@pytest.fixture
def stopped(chain: Chain) -> Iterator[None]:
    """The queue stands still during a test."""
    chain.administer("cupsdisable", QUEUE)
    yield
    chain.administer("cupsenable", QUEUE)


@pytest.mark.usefixtures("stopped")
def test_a_stopped_printer_keeps_the_job_until_it_goes_again(
    chain: Chain, printer: CupsPrinter, letter: bytes, title: str
) -> None:
    assert [queue.ready for queue in printer.queues()] == [False]
    job = printer.print(letter, QUEUE, PrintOptions(title=title))
    assert printer.state(job) is JobState.WAITING
    chain.administer("cupsenable", QUEUE)
    assert sorted(texts(chain.received(title).document)) == sorted(texts(letter))
    assert came_true(lambda: printer.state(job) is JobState.ENDED)


@pytest.fixture
def rejecting(chain: Chain) -> Iterator[None]:
    """The queue takes no jobs during a test."""
    chain.administer("cupsreject", QUEUE)
    yield
    chain.administer("cupsaccept", QUEUE)


@pytest.mark.usefixtures("rejecting")
def test_a_printer_that_takes_no_jobs_refuses(printer: CupsPrinter, letter: bytes) -> None:
    with pytest.raises(Unavailable) as caught:
        printer.print(letter, QUEUE, PrintOptions(title="M-3-0147-K"))
    assert caught.value.code == "printer.weigert"


def test_without_cups_the_printer_is_gone(letter: bytes, chain: Chain) -> None:
    nobody = CupsPrinter("localhost:1")
    for attempt in (
        lambda: nobody.print(letter, QUEUE, PrintOptions(title="M-3-0147-K")),
        nobody.queues,
        lambda: nobody.state("Balie-1"),
    ):
        with pytest.raises(Unavailable) as caught:
            attempt()
        assert caught.value.code == "printer.weg"


def test_a_job_nobody_knows_is_unknown(printer: CupsPrinter) -> None:
    assert printer.state("Balie-999999") is JobState.UNKNOWN
    assert printer.state("geen nummer") is JobState.UNKNOWN

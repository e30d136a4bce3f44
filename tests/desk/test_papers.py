"""The press is made once, when a letter asks; the printer is the one that was chosen, or the PC's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from werkdesk.desk.papers import ChosenPrinter, LazyPress
from werkdesk.errors import Refused, Unavailable
from werkdesk.workstation.printing.file_printer import FilePrinter
from werkdesk.workstation.printing.printer import JobState, PrintOptions, PrintQueue


class Queues:
    """Printers as this PC might have them."""

    def __init__(self, *queues: PrintQueue) -> None:
        self._queues = queues
        self.printed: list[tuple[str, PrintOptions]] = []
        self.asked = 0

    def queues(self) -> tuple[PrintQueue, ...]:
        self.asked += 1
        return self._queues

    def trays(self, queue: str) -> tuple[str, ...]:
        return ()

    def print(self, pdf: bytes, queue: str, options: PrintOptions) -> str:
        self.printed.append((queue, options))
        return f"{queue}-1"

    def state(self, job: str) -> JobState:
        return JobState.UNKNOWN


def queue(name: str, *, default: bool = False) -> PrintQueue:
    return PrintQueue(name=name, default=default, ready=True)


def test_the_press_is_made_once() -> None:
    press = LazyPress()
    assert press.ready() is press.ready()
    assert "L01" in press.ready().kinds


@pytest.mark.parametrize(
    ("queues", "chosen", "used"),
    [
        ((queue("a"), queue("b", default=True)), None, "b"),
        ((queue("a"), queue("b")), None, "a"),
        ((queue("a"), queue("b", default=True)), "a", "a"),
        ((), "weg", "weg"),
    ],
)
def test_the_chosen_queue_is_used_then_the_default_then_the_first(
    queues: tuple[PrintQueue, ...], chosen: str | None, used: str
) -> None:
    pc = Queues(*queues)
    printer = ChosenPrinter(lambda: pc, lambda: chosen)
    assert printer.print_pdf(b"%PDF-", titel="M-3-0001-R", exemplaren=2) == f"{used}-1"
    assert printer.naam == used
    assert pc.printed == [(used, PrintOptions(title="M-3-0001-R", copies=2))]


def test_a_pc_without_a_printer_says_so() -> None:
    printer = ChosenPrinter(lambda: Queues())
    with pytest.raises(Unavailable, match=r"printer\.geen"):
        printer.print_pdf(b"%PDF-", titel="M-3-0001-R", exemplaren=1)
    assert printer.naam == ""


def test_the_name_of_the_queue_is_known_before_the_first_letter() -> None:
    printer = ChosenPrinter(lambda: Queues(queue("a")))
    printer.queue()
    assert printer.naam == "a"


def test_printers_are_asked_for_only_when_something_is_printed() -> None:
    made: list[Queues] = []
    ChosenPrinter(lambda: made.append(Queues()) or made[0])  # type: ignore[func-returns-value]
    assert made == []


def test_a_name_never_becomes_the_title_of_a_job(tmp_path: Path) -> None:
    printer = ChosenPrinter(lambda: FilePrinter(tmp_path))
    with pytest.raises(Refused, match=r"afdruk\.titel"):
        printer.print_pdf(b"%PDF-", titel="Elif Verzonnen", exemplaren=1)
    assert list(tmp_path.iterdir()) == []

"""Press and printer as the use cases want them: made when the first letter asks, not before."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from werkdesk.desk import heavy
from werkdesk.domain.brief import BriefGegevens, GemaakteBrief
from werkdesk.errors import Unavailable
from werkdesk.workstation.folders import resources_folder
from werkdesk.workstation.printing.printer import Printer, PrintOptions

if TYPE_CHECKING:
    from werkdesk.letters.press import Press


class LazyPress:
    """Fulfils ``usecases.papieren.Press``; one press for the whole process, whoever is signed in."""

    def __init__(self) -> None:
        self._press: Press | None = None
        self._once = Lock()

    def make(self, gegevens: BriefGegevens) -> GemaakteBrief:
        """Make a letter. Raises what ``letters.press.Press.make`` refuses."""
        return self.ready().make(gegevens)

    def ready(self) -> Press:
        """The press itself, made now if it was not yet (about 0.3 s the first time)."""
        with self._once:
            if self._press is None:
                self._press = heavy.make_press(resources_folder())
            return self._press


def this_pc() -> Printer:
    """The printers of this PC."""
    return heavy.system_printer()


class ChosenPrinter:
    """Fulfils ``usecases.papieren.Printer``: the queue that was chosen, else the default one, else the first.

    ``make``: the printers of this PC, asked once. ``choose`` gives the name that staff chose, or ``None``; it
    is asked at each letter.
    """

    def __init__(self, make: Callable[[], Printer], choose: Callable[[], str | None] = lambda: None) -> None:
        self._make = cache(make)
        self._choose = choose
        self._name = ""

    @property
    def naam(self) -> str:
        """The queue that was found last; empty before anybody looked, or when there was none."""
        return self._name

    def print_pdf(self, pdf: bytes, *, titel: str, exemplaren: int) -> str:
        """Hand over. Raises ``Unavailable('printer.geen')`` without any printer, and other ``printer.*``."""
        queue = self.queue()
        return self._make().print(pdf, queue, PrintOptions(title=titel, copies=exemplaren))

    def queue(self) -> str:
        """The printer that the next letter goes to. May take seconds; raises as :meth:`print_pdf` does."""
        self._name = ""
        self._name = self._choose() or self._found()
        return self._name

    def _found(self) -> str:
        queues = self._make().queues()
        if not queues:
            raise Unavailable("printer.geen")
        return next((queue.name for queue in queues if queue.default), queues[0].name)

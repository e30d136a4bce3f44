"""The letters, measured: ``python -m tests.benchmarks.letters 25``.

Prints one JSON object: CPU of a tagged letter beside the same lines drawn on a bare ReportLab canvas with two
embedded faces (the floor that others start from), and of a preview made and painted. They take turns, so that
a busy machine is busy for all.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

import pypdfium2
from pymupdf_fonts import NotoSans_Bold, NotoSans_Regular
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.letters.examples import letter_l01
from werkdesk.letters.pages import render_page
from werkdesk.letters.press import Press
from werkdesk.letters.resources import load_resources

ROUNDS = 25
RESOURCES = Path(__file__).parents[2] / "resources"
RARE_NAME = "Ģ. Ķūniņš-Ŵyŷ"
_SCREEN = 100 / 72


@dataclass(frozen=True, slots=True)
class LetterFigures:
    """Quickest round of one, in milliseconds of this processor, and how many times the floor that is."""

    cpu_ms: float
    keer_vloer: float


def measure(rounds: int = ROUNDS) -> dict[str, LetterFigures]:
    """Make each ``rounds`` times, in turns."""
    press = Press(load_resources(RESOURCES))
    common, rare = letter_l01(), letter_l01(RARE_NAME)
    pdfmetrics.registerFont(TTFont("Plain", BytesIO(NotoSans_Regular.fontbuffer)))
    pdfmetrics.registerFont(TTFont("Plain-Bold", BytesIO(NotoSans_Bold.fontbuffer)))
    actions: dict[str, Callable[[], object]] = {
        "vloer": plain(press.make(common).pdf),
        "gewone naam": partial(press.make, common),
        "zeldzame tekens": partial(press.make, rare),
        "voorbeeld": lambda: render_page(press.make(common).pdf, 0, _SCREEN),
    }
    quickest = best(actions, rounds)
    floor = quickest["vloer"]
    return {
        name: LetterFigures(round(1000 * spent, 2), round(spent / floor, 2))
        for name, spent in quickest.items()
    }


def best(actions: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Least seconds of CPU of each; the first turn of each is not counted."""
    for action in actions.values():
        action()
    spent: dict[str, float] = dict.fromkeys(actions, float("inf"))
    for _ in range(rounds):
        for name, action in actions.items():
            start = time.process_time()
            action()
            spent[name] = min(spent[name], time.process_time() - start)
    return spent


def plain(pdf: bytes) -> Callable[[], bytes]:
    """Draws the lines of ``pdf`` with drawString, page by page, in the faces ``Plain`` and ``Plain-Bold``."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded().splitlines() for page in document]
    document.close()

    def draw() -> bytes:
        paper = BytesIO()
        canvas = Canvas(paper, invariant=1, initialFontName="Plain")
        for lines in pages:
            for number, line in enumerate(lines):
                canvas.setFont("Plain" if number % 6 else "Plain-Bold", 10.5)
                canvas.drawString(80, 780 - 14 * number, line.strip("\r\n\x02\ufffe"))
            canvas.showPage()
        canvas.save()
        return paper.getvalue()

    return draw


def main() -> None:
    """Measure as many rounds as the command line says."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    report = {"ronden": rounds, "brieven": {name: asdict(one) for name, one in measure(rounds).items()}}
    sys.stdout.write(json.dumps(report, ensure_ascii=False, indent=2) + "\n")


if __name__ == "__main__":
    main()

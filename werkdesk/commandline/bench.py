"""``werkdesk bench``: speed and memory as ratios against a floor in the same run."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from werkdesk.commandline.loading import load
from werkdesk.commandline.output import DONE, complain, write_json, write_line

_LEAST_PEOPLE = 50
_NAMES = {
    "start": "tot het eerste beeld, tot u kunt typen, en het geheugen",
    "search": "zoeken bij elke toetsaanslag, en de lijst op het scherm",
    "save": "een melding bewaren, naast een kale schrijfactie",
    "roundtrip": "van bewaren tot ontvangst, en tot de andere balie",
}


def add_parser(subparsers: Any) -> None:
    """Add ``bench`` and its measurements."""
    bench = subparsers.add_parser(
        "bench", help="metingen van snelheid en geheugen", description="Metingen van snelheid en geheugen."
    )
    names = bench.add_subparsers(title="metingen", metavar="METING", required=True)
    for name, words in _NAMES.items():
        parser = names.add_parser(name, help=words, description=f"{words.capitalize()}.")
        parser.set_defaults(handler=run, bench=name)
        parser.add_argument("--n", metavar="AANTAL", type=_at_least(1), help="hoe vaak er gemeten wordt")
        parser.add_argument("--people", metavar="AANTAL", type=_at_least(_LEAST_PEOPLE),
                            help="hoeveel verzonnen mensen er zijn (minstens 50)")  # fmt: skip
        parser.add_argument("--json", action="store_true", help="het hele verslag als JSON-object")


def run(chosen: argparse.Namespace) -> int:
    """Measure; how far it is goes to standard error, the report to standard output."""
    report = load("werkdesk.bench.suite:run_bench")(chosen.bench, chosen.n, chosen.people, complain)
    if chosen.json:
        write_json(report, flush=True)
        return DONE
    write_line(f"{chosen.bench}: {report['n']} metingen, {report['people']} verzonnen mensen")
    for aim in report["aims"]:
        write_line(_sentence(aim))
    if _is_busy(report["machine"]):
        write_line("Let op: deze computer was druk met ander werk. Tijden op de klok zijn dan te lang.")
    write_line("Het hele verslag met verdeling, vloer en ruis: --json.", flush=True)
    return DONE


def _is_busy(machine: Mapping[str, Any]) -> bool:
    """Whether more work waited than there are cores; the clock then measures the queue as well."""
    before, after = machine["load"], machine["load_after"]
    return bool(before and after and max(before[0], after[0]) > (machine["cores"] or 1))


def _sentence(aim: Mapping[str, Any]) -> str:
    limit = f"hoogstens {_number(aim['most'])}" if "most" in aim else f"minstens {_number(aim['least'])}"
    unit = f" {aim['unit']}" if aim["unit"] == "ms" else ""
    verdict = "gehaald" if aim["met"] else "NIET gehaald"
    return f"{verdict:13}{aim['says']}: {_number(aim['value'])}{unit} ({limit}{unit})"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _at_least(least: int) -> Any:
    def number(text: str) -> int:
        value = int(text)
        if value < least:
            raise ValueError(text)
        return value

    return number

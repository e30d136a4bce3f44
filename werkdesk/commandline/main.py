"""``werkdesk``: one command with verbs. Only the chosen verb's module is imported."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from werkdesk import __version__
from werkdesk.commandline.output import (
    DONE,
    REFUSED,
    complain,
    finish,
    stop_writing,
    tell_defect,
    tell_failure,
)
from werkdesk.commandline.parser import DutchParser
from werkdesk.errors import WerkdeskError

GROUPS = {
    "desk": "de balie: openen, aanmelden, synchroniseren, importeren, zoeken, brieven",
    "register": "het centrale register: draaien en beheren",
    "rules": "rekenregels tonen, uitleggen en toetsen",
    "demo": "alles op één machine, met verzonnen mensen",
    "bench": "metingen van snelheid en geheugen",
}
"""Verb -> help; each has ``add_parser(subparsers)`` in the module of its own name."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; give the exit code. Without a verb the desk opens."""
    typed = _profile_first(list(sys.argv[1:] if arguments is None else arguments))
    chosen = build_parser(typed).parse_args(typed)
    handler = getattr(chosen, "handler", None) or getattr(chosen, "run", None)
    if handler is None:
        handler = _open_desk
    try:
        code = int(handler(chosen))
        finish()
        return code
    except WerkdeskError as error:
        return tell_failure(error, as_json=getattr(chosen, "json", False))
    except BrokenPipeError:
        stop_writing()
        return REFUSED
    except KeyboardInterrupt:
        complain("Afgebroken.")
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the last resort: a number, never a trace with values
        with _log_to_stderr():
            defect = import_module("werkdesk.desk.crash").note_defect(error)
        return tell_defect(defect, as_json=getattr(chosen, "json", False))


def build_parser(typed: Sequence[str]) -> argparse.ArgumentParser:
    """The tree of verbs. Only the verb that was typed is filled in; the others are there for the help."""
    parser = DutchParser(prog="werkdesk", description="Werkdesk: het balieprogramma van het Werkplein.")
    parser.add_argument("--version", action="version", version=f"werkdesk {__version__}",
                        help="toon de versie en stop")  # fmt: skip
    parser.add_argument("--profile", metavar="MAP", type=Path, default=argparse.SUPPRESS,
                        help="gegevensmap (standaard: die van dit account)")  # fmt: skip
    verbs = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT")
    wanted = next((word for word in typed if word in GROUPS), None)
    for name, words in GROUPS.items():
        if name != wanted:
            verbs.add_parser(name, help=words, description=words)
        elif not _plug(name, verbs):
            verbs.add_parser(name, help=words, description=words).set_defaults(handler=_absent)
    return parser


@contextmanager
def _log_to_stderr() -> Iterator[None]:
    """Types and lines by the log's own allow-list: Python's last resort would print values as well.

    Only for as long as it takes: a handler that stays would hold on to a stream that others may close.
    """
    root = logging.getLogger()
    if root.handlers:
        yield
        return
    handler = logging.StreamHandler()
    handler.setFormatter(import_module("werkdesk.workstation.logbook").Logbook())
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)


def _profile_first(typed: list[str]) -> list[str]:
    """``--profile`` may stand anywhere before ``--``; argparse would take it only beside its own words."""
    end = typed.index("--") if "--" in typed else len(typed)
    for place, word in enumerate(typed[:end]):
        if word == "--profile" and place + 1 < len(typed):
            return [word, typed[place + 1], *typed[:place], *typed[place + 2 :]]
        if word.startswith("--profile="):
            return [word, *typed[:place], *typed[place + 1 :]]
    return typed


def _plug(name: str, verbs: Any) -> bool:
    module = f"werkdesk.commandline.{name}"
    if find_spec(module) is None:
        return False
    import_module(module).add_parser(verbs)
    return True


def _absent(_: argparse.Namespace) -> int:
    complain("Deze opdracht zit niet in deze uitgave van Werkdesk.")
    return REFUSED


def _open_desk(chosen: argparse.Namespace) -> int:
    code: int = import_module("werkdesk.commandline.desk_open").run(chosen)
    return code


__all__ = ["DONE", "build_parser", "main"]

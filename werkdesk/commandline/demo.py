"""``werkdesk demo``: a register and desks on one machine, with fictitious people."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any, NoReturn

from werkdesk.commandline.loading import load
from werkdesk.desk.beeldscherm import require_screen
from werkdesk.errors import Refused


def add_parser(subparsers: Any) -> None:
    """Add ``demo``."""
    demo = subparsers.add_parser("demo", help="alles op één machine, met verzonnen mensen")
    demo.add_argument("--dir", metavar="MAP", type=Path, help="map voor brieven, beelden en verslag")
    demo.add_argument(
        "--headless",
        action="store_true",
        help="speel een bezoek buiten beeld, met echte toetsen in het echte venster",
    )
    demo.add_argument(
        "--desks", metavar="N", type=_desks, default=2, help="aantal balies, 2 tot 9 (standaard 2)"
    )
    demo.set_defaults(handler=run)


def run(chosen: argparse.Namespace) -> int:
    """Run the demo; the exit code is 0 when everything arrived everywhere, once."""
    # Stopped from outside, the demo still puts its register and its windows away.
    signal.signal(signal.SIGTERM, _stop)
    if not chosen.headless:
        require_screen(os.environ)
    folder = chosen.dir or Path(tempfile.mkdtemp(prefix="werkdesk-demo-"))
    _make(folder)
    entry = "werkdesk.demo.headless:run_headless" if chosen.headless else "werkdesk.demo.vensters:run_windows"
    code: int = load(entry)(folder.absolute(), chosen.desks, _tell)
    return code


def _stop(_: int, __: object) -> NoReturn:
    raise SystemExit(1)


def _make(folder: Path) -> None:
    """Raises ``Refused('map.onschrijfbaar')`` before a register is built for nothing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        raise Refused("map.onschrijfbaar", field="dir") from None


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _desks(text: str) -> int:
    if not text.isdecimal() or not 2 <= int(text) <= 9:
        raise argparse.ArgumentTypeError("kies 2 tot 9 balies")
    return int(text)

"""``werkdesk demo --headless``: plays a whole visit off screen, through the real window, on real parts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from werkdesk.demo.balie import QuietDesk, WindowDesk, open_quiet_desk, open_window_desk
from werkdesk.demo.script import Script, Uitval
from werkdesk.demo.speler import Speler
from werkdesk.demo.verslag import Verslag
from werkdesk.demo.wereld import Wereld, build_world
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.window import start_application
from werkdesk.domain.papier import BriefStatus
from werkdesk.errors import Unavailable
from werkdesk.ui.kit import theme, tokens

_SIZE = (1440, 900)
_MANY = 100_000
_LONGEST_AGREEMENT = 60.0


def run_headless(out: Path, desks: int, tell: Callable[[str], None]) -> int:
    """Play script 1 and leave letters, pictures and ``verslag.json`` in ``out``; 0 when everything agrees.

    The office itself lives in a folder that is thrown away at the end.
    """
    # Asked for by name: a screen that happens to be there is not used.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("*.png"), *out.glob("*.pdf")):
        old.unlink()
    tell("Een register en balies met verzonnen mensen worden gemaakt ...")
    with tempfile.TemporaryDirectory(prefix="werkdesk-demo-") as folder:
        world = build_world(Path(folder), desks, DeskClock())
        try:
            report = _play(world, out, tell)
        finally:
            world.register.stop()
    report.write(out / "verslag.json")
    _tell_result(report, out, tell)
    return 0 if report.klopt else 1


def _play(world: Wereld, out: Path, tell: Callable[[str], None]) -> Verslag:
    qInstallMessageHandler(_say_what_matters)
    app = start_application()
    next_door = open_quiet_desk(world.desks[1])
    desk = open_window_desk(world.desks[0], out)
    try:
        desk.window.resize(*_SIZE)
        desk.window.show()
        player = Speler(desk.window, out)
        outage = Uitval()
        before = len(next_door.lees.meldingen(limit=_MANY))
        script = Script(player, world, lambda: len(next_door.lees.meldingen(limit=_MANY)) > before)
        tell("Het bezoek van mevrouw E. (verzonnen) wordt gespeeld ...")
        script.aanmelden(world.desks[0])
        script.oproepen_en_zoeken()
        script.identiteit()
        script.melding()
        script.intake(outage)
        script.ontvangstbevestiging()
        script.overeenkomst()
        script.postvak()
        script.afronden()
        script.terug(outage)
        _other_looks(app, player)
        return _report(script, outage, desk, next_door, out)
    finally:
        desk.close()
        next_door.close()


def _say_what_matters(_: QtMsgType, __: QMessageLogContext, message: str | None) -> None:
    # Off screen there is no window manager to hint at, and Qt says so at every window.
    if message and "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def _other_looks(app: QApplication, player: Speler) -> None:
    """The same window in the dark, in high contrast and at 200 %."""
    size = player.window.size()
    for name, look, scale in (
        ("14-donker", tokens.DARK, 1.0),
        ("15-hoog-contrast", tokens.CONTRAST, 1.0),
        ("16-200-procent", tokens.LIGHT, 2.0),
    ):
        theme.switch(app, theme=look, scale=scale)
        player.window.resize(size * scale)
        player.settle_for(0.4)
        player.picture(name)
    theme.switch(app, theme=tokens.LIGHT, scale=1.0)
    player.window.resize(size)


def _report(script: Script, outage: Uitval, desk: WindowDesk, next_door: QuietDesk, out: Path) -> Verslag:
    here, there, register = _agreement(script, desk, next_door)
    reads = desk.lees
    printed = [row for row in reads.brieven(limit=_MANY) if row.status is BriefStatus.AANGEBODEN]
    return Verslag(
        stappen=tuple(script.speler.stappen),
        meldingen_balie_1=len(here),
        meldingen_register=len(register),
        meldingen_balie_2=len(there),
        kenmerken_gelijk=here == there == register,
        brieven_afgedrukt=len(printed),
        wachtend=reads.verbinding().wachten,
        uitval_seconden=outage.seconden,
        zichtbaar_ms=script.zichtbaar_ms,
        bestanden=tuple(sorted(path.name for path in (*out.glob("*.pdf"), *out.glob("*.png")))),
    )


def _agreement(
    script: Script, desk: WindowDesk, next_door: QuietDesk
) -> tuple[list[str], list[str], list[str]]:
    """The kenmerken at both desks and at the register; desk 2 may need a moment after an outage."""
    deadline = time.monotonic() + _LONGEST_AGREEMENT
    register = _at_register(script.wereld.register.folder)
    while True:
        here = sorted(row.kenmerk for row in desk.lees.meldingen(limit=_MANY))
        there = sorted(row.kenmerk for row in next_door.lees.meldingen(limit=_MANY))
        if here == there == register or time.monotonic() > deadline:
            return here, there, register
        script.speler.settle_for(0.1)


def _at_register(folder: Path) -> list[str]:
    """Asked from the outside, as an administrator would."""
    question = ["-m", "werkdesk", "--profile", str(folder), "register", "list", "meldingen", "--json"]
    done = subprocess.run([sys.executable, *question], capture_output=True, check=False, timeout=120)  # noqa: S603
    if done.returncode != 0:
        raise Unavailable("demo.register")
    return sorted(json.loads(line)["kenmerk"] for line in done.stdout.splitlines() if line.strip())


def _tell_result(report: Verslag, out: Path, tell: Callable[[str], None]) -> None:
    for step in report.stappen:
        tell(f"  {step.naam:<28} {step.seconden:>7.2f} s  {step.toetsen:>3} toetsen")
    tell(
        f"Meldingen: balie 1 {report.meldingen_balie_1}, register {report.meldingen_register}, "
        f"balie 2 {report.meldingen_balie_2}; brieven afgedrukt {report.brieven_afgedrukt}; "
        f"wachtend {report.wachtend}."
    )
    tell(
        f"Alles klopt. Bekijk {out}" if report.klopt else f"Er klopt iets niet. Bekijk {out / 'verslag.json'}"
    )

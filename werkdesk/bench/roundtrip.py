"""From a melding saved at one desk to its receipt there, and to the list of the next desk.

Real processes: the register with TLS is one, the other desk is one, this desk is ours. The floor is a bare
HTTPS request on a line that stays open, to the same register, in turn with the meldingen.
"""

from __future__ import annotations

import http.client
import json
import ssl
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any
from urllib.parse import urlsplit

from werkdesk.bench.aims import Aim
from werkdesk.bench.child import child_command, child_environment
from werkdesk.bench.figures import noise, percentile, summary, timed
from werkdesk.bench.office import Tell
from werkdesk.demo.wereld import DemoDesk, Wereld, build_world
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.domain.melding import Kanaal, MeldingFeiten
from werkdesk.errors import Unavailable
from werkdesk.messages.paths import HELLO
from werkdesk.register.profile import open_profile
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.meldingen import NewMelding
from werkdesk.workstation.vault.key_file import KeyFile

_WARM = 5
_PATIENCE = 30.0
_AIM_MS = 1000.0


class _Receipts:
    """Notes each moment at which nothing waits for a receipt; told by the pump, from its threads."""

    def __init__(self) -> None:
        self.session: DeskSession | None = None
        self._moments: SimpleQueue[int] = SimpleQueue()

    def changed(self, changes: Changes) -> None:
        """Something was committed."""
        if self.session is None or not changes.topics & Topic.OUTBOX:
            return
        if self.session.actions.lees.verbinding().wachten == 0:
            self._moments.put(time.monotonic_ns())

    def after(self, saved: int) -> int:
        """The first such moment after ``saved``; an earlier one was about an earlier melding."""
        while True:
            try:
                moment = self._moments.get(timeout=_PATIENCE)
            except Empty:
                raise Unavailable("meting.mislukt", proces="ontvangst") from None
            if moment >= saved:
                return moment


def measure_roundtrip(folder: Path, count: int, people: int, tell: Tell) -> dict[str, Any]:
    """``count`` meldingen, one after the other. Raises ``Unavailable('meting.mislukt')`` when one is lost."""
    world = build_world(folder, 2, DeskClock(), people)
    tell("register en twee balies staan klaar")
    try:
        with _other_desk(world.desks[1]) as seen, _this_desk(world.desks[0]) as (session, receipts):
            figures = _take_turns(world, session, receipts, seen, count, tell)
    finally:
        world.register.stop()
    return figures


def _take_turns(
    world: Wereld, session: DeskSession, receipts: _Receipts, seen: IO[str], count: int, tell: Tell
) -> dict[str, Any]:
    klanten = [hit.id for hit in session.actions.lees.klanten(limit=200)]
    saved, receipt, next_desk, floor = [], [], [], []
    with _bare_line(world) as hello:
        for number in range(-_WARM, count):
            feiten = MeldingFeiten(kanaal=Kanaal.BALIE, gemeente="0362")
            command = NewMelding(klant=klanten[number % len(klanten)], feiten=feiten)
            began = time.monotonic_ns()
            melding = session.actions.meldingen.record(command).melding
            done = time.monotonic_ns()
            received = receipts.after(done)
            arrived = _read_until(seen, str(melding.kenmerk))
            _, bare = timed(hello)
            if number >= 0:
                saved.append((done - began) / 1e6)
                receipt.append((received - began) / 1e6)
                next_desk.append((arrived - began) / 1e6)
                floor.append(bare.wall)
            if number % 25 == 24:
                tell(f"{number + 1} van {count} meldingen heen en weer")
    return _figures(saved, receipt, next_desk, floor)


def _figures(
    saved: Sequence[float], receipt: Sequence[float], next_desk: Sequence[float], floor: Sequence[float]
) -> dict[str, Any]:
    return {
        "saved_wall_ms": summary(saved),
        "receipt_wall_ms": summary(receipt),
        "next_desk_wall_ms": summary(next_desk),
        "floor_wall_ms": summary(floor),
        "to_floor": {
            "receipt_median": round(percentile(receipt, 0.5) / percentile(floor, 0.5), 2),
            "next_desk_median": round(percentile(next_desk, 0.5) / percentile(floor, 0.5), 2),
        },
        "noise": {"floor_wall": noise(floor)},
    }


@contextmanager
def _this_desk(desk: DemoDesk) -> Iterator[tuple[DeskSession, _Receipts]]:
    receipts = _Receipts()
    here = Desk(desk.profile, KeyFile(desk.key_file), announce=receipts.changed)
    try:
        session = here.sign_in(desk.gebruiker, desk.pin)
        _until_filled(session)
        receipts.session = session
        yield session, receipts
    finally:
        here.close()


def _until_filled(session: DeskSession) -> None:
    """A desk that was just enrolled knows nobody until its first pull."""
    deadline = time.monotonic() + _PATIENCE
    while not session.actions.lees.klanten(limit=1):
        if time.monotonic() > deadline:
            raise Unavailable("meting.mislukt", proces="eerste_keer")
        time.sleep(0.05)


@contextmanager
def _other_desk(desk: DemoDesk) -> Iterator[IO[str]]:
    """The standard output of the other desk's process, from the moment it listens."""
    command = child_command(
        "werkdesk.bench.listener", str(desk.profile.folders.profile), str(desk.key_file), desk.gebruiker
    )
    process = subprocess.Popen(  # noqa: S603 - our own module with our own arguments
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=child_environment(), text=True,
        encoding="utf-8",
    )  # fmt: skip
    stdin, stdout = process.stdin, process.stdout
    assert stdin is not None and stdout is not None  # noqa: S101, PT018 - asked for three lines up
    try:
        stdin.write(f"{desk.pin}\n")
        stdin.flush()
        if not stdout.readline():
            raise Unavailable("meting.mislukt", proces="listener")
        yield stdout
    finally:
        stdin.close()
        process.wait(timeout=_PATIENCE)
        stdout.close()


def _read_until(seen: IO[str], kenmerk: str) -> int:
    """When the other desk could read this melding."""
    for line in seen:
        told = json.loads(line)
        if told.get("kenmerk") == kenmerk:
            return int(told["seen_ns"])
    raise Unavailable("meting.mislukt", proces="listener")


@contextmanager
def _bare_line(world: Wereld) -> Iterator[Any]:
    """A function that makes one GET and reads the answer, on a connection that stays open."""
    context = ssl.create_default_context(cafile=str(open_profile(world.register.folder).ca))
    where = urlsplit(world.register.url)
    connection = http.client.HTTPSConnection(where.hostname or "", where.port, context=context)

    def hello() -> None:
        connection.request("GET", HELLO, headers={"Werkdesk-Protocol": "1"})
        connection.getresponse().read()

    try:
        hello()
        yield hello
    finally:
        connection.close()


def roundtrip_aims(figures: dict[str, Any]) -> list[Aim]:
    """On the colleague's screen in under a second (issue 2, "it must show" 4)."""
    return [
        Aim("roundtrip.next_desk", "99 van de 100 meldingen staan bij de andere balie binnen",
            figures["next_desk_wall_ms"]["p99"], "ms", most=_AIM_MS),
    ]  # fmt: skip

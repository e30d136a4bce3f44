"""Real processes for the journeys: commands, a register at a fixed address, desks without a window."""

from __future__ import annotations

import json
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.register import RegisterProcess, TestRegister
from tests.patience import PATIENCE
from tests.ports import kept_port

__all__ = ["fixed_register", "office"]

ROOT = Path(__file__).parents[2]
PIN = "verzonnen-pin-1"


def command(*words: object, data: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run ``werkdesk`` and wait for it."""
    return subprocess.run(
        [sys.executable, "-m", "werkdesk", *map(str, words)], input=data, capture_output=True, cwd=ROOT,
        timeout=900, check=False,
    )  # fmt: skip


def answer(*words: object) -> Any:
    """The JSON of a command that must succeed."""
    done = command(*words, "--json")
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


class FixedRegister:
    """The service as a process that comes back at the same address."""

    def __init__(self, register: TestRegister, tls: str) -> None:
        self.register = register
        self.profile = register.profile.folder.parent
        self._process = RegisterProcess(
            self.profile, "--database", register.url, "--tls", tls, "--listen", f"127.0.0.1:{kept_port()}"
        )
        self.url = ""

    def start(self) -> None:
        """Start it; the address is the same each time."""
        self.url = self._process.start()

    def kill(self) -> None:
        """kill -9."""
        self._process.kill()

    def list(self, kind: str) -> list[dict[str, Any]]:
        """``werkdesk register list``: what the register holds."""
        done = command(
            "register", "list", kind, "--json", "--profile", self.profile, "--database", self.register.url
        )
        assert done.returncode == 0, done.stderr.decode()
        return [json.loads(line) for line in done.stdout.splitlines()]


class Office:
    """Profiles of desks in a folder, enrolled by the command line."""

    def __init__(self, fixed: FixedRegister, folder: Path) -> None:
        self.fixed = fixed
        self.folder = folder
        (folder / "pin").write_text(PIN)

    def enrol(self, name: str) -> None:
        """A new desk with its own member of staff."""
        _, user_code = self.fixed.register.staff(f"{name}.balie", f"Fictief {name}")
        words: list[object] = ["desk", "enrol", self.fixed.url, self.fixed.register.desk_code()]
        if self.fixed.url.startswith("https:"):
            words += ["--ca", self.fixed.register.profile.ca]
        answer(*words, "--user", f"{name}.balie", "--user-code", user_code, *self.at(name))

    def at(self, name: str) -> list[object]:
        """Options of every verb at that desk."""
        return [
            "--profile", self.folder / name, "--pin-file", self.folder / "pin",
            "--key-file", self.folder / f"{name}.sleutel",
        ]  # fmt: skip


class DeskProcess:
    """A desk at work without a window (``desk_at_work.py``): told what to do, tells what it sees."""

    def __init__(self, office: Office, name: str) -> None:
        self._process = subprocess.Popen(
            [
                sys.executable, str(Path(__file__).with_name("desk_at_work.py")), str(office.folder / name),
                str(office.folder / f"{name}.sleutel"), f"{name}.balie", PIN,
            ],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True,
        )  # fmt: skip
        self._lines: queue.Queue[dict[str, Any]] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._asked = 0
        self.state: dict[str, Any] = {}
        self.seen: set[str] = set()
        self.wait(lambda: self.state.get("ready") is True)

    def save(self, naam: str) -> str:
        """Save a melding; its kenmerk."""
        self.state.pop("saved", None)
        self._tell({"do": "save", "naam": naam})
        self.wait(lambda: "saved" in self.state)
        kenmerk: str = self.state["saved"]
        return kenmerk

    def ask(self, what: str, naam: str, **words: str) -> dict[str, Any]:
        """Let it do something about a person; what it knows of them after it."""
        self._asked += 1
        self._tell({"do": what, "naam": naam, "n": self._asked, **words})
        self.wait(lambda: self.state.get("obeyed") == self._asked)
        return self.state

    def wait(self, state: Any) -> None:
        """Take in what it says until something is so."""
        until = time.monotonic() + PATIENCE
        while not state():
            left = until - time.monotonic()
            assert left > 0, f"not in time: {self.state}"
            try:
                told = self._lines.get(timeout=min(left, 0.5))
            except queue.Empty:
                assert self._process.poll() is None, "the desk ended"
                continue
            self.seen.update(told.pop("seen", ()))
            self.state |= told

    def end(self) -> None:
        """Sign out and end."""
        if self._process.poll() is None:
            self._tell({"do": "end"})
            try:
                self._process.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.send_signal(signal.SIGKILL)
                self._process.wait(timeout=PATIENCE)
        self._reader.join(timeout=PATIENCE)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _tell(self, words: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(json.loads(line))


@pytest.fixture
def fixed_register(register: TestRegister, request: pytest.FixtureRequest) -> Iterator[FixedRegister]:
    """A running register process; ``own`` TLS where a test asks for it by ``indirect``."""
    fixed = FixedRegister(register, getattr(request, "param", "none"))
    fixed.start()
    try:
        yield fixed
    finally:
        fixed.kill()


@pytest.fixture
def office(fixed_register: FixedRegister, tmp_path: Path) -> Office:
    """Where desks are enrolled."""
    folder = tmp_path / "balies"
    folder.mkdir()
    return Office(fixed_register, folder)


KENMERK = re.compile(r"M-[0-9]+-[0-9]{4,}-[A-Z]")

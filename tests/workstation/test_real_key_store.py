"""The wrapper against a real Secret Service: gnome-keyring on a private bus, in each state it can be in.

Each test has its own home, its own runtime folder and its own bus; the person's key store is never touched.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.patience import PATIENCE, came_true

pytestmark = [
    pytest.mark.keystore,
    pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux"),
    pytest.mark.skipif(
        shutil.which("dbus-daemon") is None or shutil.which("gnome-keyring-daemon") is None,
        reason="needs dbus-daemon and gnome-keyring-daemon (Debian: dbus, gnome-keyring)",
    ),
]

SERVICE = "werkdesk/proef/1"
SECRET = bytes(range(32)).hex()
USER = Path(__file__).parent / "processes" / "vault_user.py"


_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  {services}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Session:
    """A private session bus, with or without a key store daemon on it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        home, runtime = root / "h", root / "r"
        for folder in (home, runtime):
            folder.mkdir(mode=0o700)
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH") if name in os.environ}
        self.env = {
            **kept,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_DATA_HOME": str(home / ".local/share"),
            # What must not matter: a backend that swallows secrets, named where keyring looks for one.
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }
        self._children: list[subprocess.Popen[bytes]] = []

    def start_bus(self, *, starts_stores: bool = True) -> None:
        """``starts_stores``: whether the bus starts a key store when asked for one, as a desktop's does."""
        config = self._root / "bus.conf"
        services = "<standard_session_servicedirs/>" if starts_stores else ""
        config.write_text(_BUS.format(folder=self._root / "r", services=services))
        bus = self._start(["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"])
        assert bus.stdout is not None
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def start_store(self, *, password: str | None) -> subprocess.Popen[bytes]:
        """Start the daemon: unlocked by ``password``, or locked when there is none."""
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        daemon = self._start([*command, *(["--unlock"] if password is not None else [])])
        assert daemon.stdin is not None
        daemon.stdin.write((password or "").encode())
        daemon.stdin.close()
        self._wait_for_store()
        return daemon

    def _wait_for_store(self) -> None:
        """The bus itself tells when the name is owned; it is asked, not guessed."""
        ask = [
            "dbus-send",
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/org/freedesktop/DBus",
        ]
        words = [*ask, "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]

        def is_owned() -> bool:
            done = subprocess.run(words, env=self.env, capture_output=True, check=False)
            return b"boolean true" in done.stdout

        assert came_true(is_owned), "the key store did not come up"

    def step(self, verb: str, limit: float = PATIENCE / 2) -> str:
        """Run one step of ``vault_user.py`` and give its answer; one that hangs fails the test."""
        done = subprocess.run(
            [sys.executable, str(USER), verb, SERVICE, str(limit)],
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _start(self, command: list[str]) -> subprocess.Popen[bytes]:
        child = subprocess.Popen(
            command, env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._children.append(child)
        return child

    def close(self) -> None:
        for child in reversed(self._children):
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    pipe.close()


@pytest.fixture
def session() -> Iterator[Session]:
    """In a folder with a short name, because the path of a socket has room for some hundred bytes."""
    with tempfile.TemporaryDirectory(prefix="wd", ignore_cleanup_errors=True) as root:
        made = Session(Path(root))
        try:
            yield made
        finally:
            made.close()


def test_an_unlocked_store_keeps_gives_and_forgets(session: Session) -> None:
    session.start_bus()
    session.start_store(password="proef")
    assert session.step("read") == "sleutelbos.leeg"
    assert session.step("store") == "goed"
    assert session.step("read") == SECRET
    assert session.step("forget") == "goed"
    assert session.step("read") == "sleutelbos.leeg"
    assert session.step("forget") == "goed"


def test_a_locked_store_says_so_at_once(session: Session) -> None:
    session.start_bus()
    first = session.start_store(password="proef")
    assert session.step("store") == "goed"
    first.terminate()
    first.wait()
    session.start_store(password=None)
    assert session.step("read") == "sleutelbos.op_slot"  # and not given up after a while


def test_a_wrong_password_of_the_store_is_a_locked_store(session: Session) -> None:
    session.start_bus()
    first = session.start_store(password="proef")
    assert session.step("store") == "goed"
    first.terminate()
    first.wait()
    session.start_store(password="anders")
    assert session.step("read") == "sleutelbos.op_slot"


def test_without_a_bus_there_is_no_store(session: Session) -> None:
    assert session.step("read") == "sleutelbos.weg"
    session.env["DBUS_SESSION_BUS_ADDRESS"] = ""
    assert session.step("store") == "sleutelbos.weg"


def test_a_bus_without_a_daemon_has_no_store(session: Session) -> None:
    session.start_bus(starts_stores=False)
    assert session.step("read") == "sleutelbos.weg"
    assert session.step("store") == "sleutelbos.weg"


def test_a_store_that_was_killed_gives_an_answer_and_no_key(session: Session) -> None:
    session.start_bus()
    daemon = session.start_store(password="proef")
    assert session.step("store") == "goed"
    daemon.kill()
    daemon.wait()
    # The bus starts it again when it is asked for, but nobody unlocks it.
    answer = session.step("read")
    assert answer in {"sleutelbos.weg", "sleutelbos.op_slot", "sleutelbos.antwoordt_niet"}


def test_a_store_that_was_killed_and_stays_away_is_told(session: Session) -> None:
    session.start_bus(starts_stores=False)
    daemon = session.start_store(password="proef")
    assert session.step("store") == "goed"
    daemon.kill()
    daemon.wait()
    assert session.step("read") == "sleutelbos.weg"


def test_a_mute_store_is_given_up_after_the_limit(session: Session) -> None:
    session.start_bus()
    daemon = session.start_store(password="proef")
    assert session.step("store") == "goed"
    daemon.send_signal(signal.SIGSTOP)
    answer = session.step("read", limit=0.5)
    daemon.send_signal(signal.SIGCONT)
    assert answer == "sleutelbos.antwoordt_niet"

"""A pulled cable: nothing answers, nothing is refused, and the desk knows before its patience is over."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator

import msgspec
import pytest

from tests.contract.test_lying_register import request
from werkdesk.errors import Unavailable
from werkdesk.messages.wire import Cursor, Pull
from werkdesk.transport import trust
from werkdesk.transport.register_client import RegisterClient

LISTENER = (
    "import socket, sys; door = socket.create_server((sys.argv[1], 9)); print('ready', flush=True);"
    "line, _ = door.accept(); line.recv(65536); print('asked', flush=True); line.recv(1)"
)


def ip(*words: str) -> bool:
    return subprocess.run(["ip", *words], capture_output=True, check=False).returncode == 0


@pytest.fixture
def far() -> Iterator[tuple[str, str, subprocess.Popen[str]]]:
    """A machine of its own behind a cable: its address, our end of the cable, and who listens there."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("ip") is None:
        pytest.skip("needs root and ip(8) to lay a cable")
    number = os.getpid() % 250 + 1
    space, here, there = f"wd{number}", f"wd{number}a", f"wd{number}b"
    if not ip("netns", "add", space):
        pytest.skip("no network namespaces on this machine")
    laid = ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", space)
    listener: subprocess.Popen[str] | None = None
    try:
        if not laid:
            pytest.skip("no virtual cables on this machine")
        ip("addr", "add", f"10.213.{number}.1/24", "dev", here)
        ip("link", "set", here, "up")
        ip("-n", space, "addr", "add", f"10.213.{number}.2/24", "dev", there)
        ip("-n", space, "link", "set", there, "up")
        address = f"10.213.{number}.2"
        listener = subprocess.Popen(
            ["ip", "netns", "exec", space, sys.executable, "-c", LISTENER, address],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert listener.stdout is not None
        assert listener.stdout.readline() == "ready\n"
        yield address, here, listener
    finally:
        if listener is not None:
            listener.kill()
            listener.wait()
            if listener.stdout is not None:
                listener.stdout.close()
        ip("link", "del", here)
        ip("netns", "del", space)


def test_a_pulled_cable_is_noticed_while_standing_in_line(
    far: tuple[str, str, subprocess.Popen[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, here, listener = far
    monkeypatch.setattr(trust, "_is_this_machine", lambda host: host == address)

    def pull() -> None:
        assert listener.stdout is not None
        listener.stdout.readline()
        ip("link", "set", here, "down")

    puller = threading.Thread(target=pull)
    puller.start()
    # The system itself says that nobody is there; a client that only waited would say ``register.tijd``.
    waiting = msgspec.structs.replace(request(), pull=Pull(cursors=[Cursor(scope="kantoor")], wait_s=25.0))
    with (
        RegisterClient(f"http://{address}:9", None) as client,
        pytest.raises(Unavailable, match=r"register\.onbereikbaar"),
    ):
        client.sync(waiting)
    puller.join()

"""A printer that is not there: ``lp`` to a private cupsd to an IPP Everywhere printer to a folder, all on
loopback.

ippeveprinter refuses to start without a DNS-SD daemon, hence a private message bus and an avahi bound to
``lo`` (which needs root). Everything lives in one folder; every process is stopped by its own handle.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.patience import PATIENCE, came_true
from tests.ports import kept_port

PROGRAMS = (
    "avahi-daemon",
    "cupsd",
    "dbus-daemon",
    "ippeveprinter",
    "lp",
    "lpadmin",
    "cupsdisable",
    "cupsenable",
    "cupsreject",
    "cupsaccept",
)
QUEUE = "Balie"
# avahi keeps one process file per machine, so two test runs take turns.
_TURNS = Path(tempfile.gettempdir()) / "werkdesk-printing-tests.lock"

_BUS = """<busconfig><type>system</type><listen>unix:path={d}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_type="method_call"/>
<allow send_type="signal"/><allow send_requested_reply="true" send_type="method_return"/>
<allow send_requested_reply="true" send_type="error"/><allow receive_type="method_call"/>
<allow receive_type="method_return"/><allow receive_type="error"/><allow receive_type="signal"/>
</policy></busconfig>
"""
_AVAHI = "[server]\nhost-name=werkdesk-test-printer\nuse-ipv6=no\nallow-interfaces=lo\n"
_CUPSD = """Listen localhost:{port}
LogLevel warn
Browsing Off
DefaultAuthType None
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow localhost
  </Limit>
</Policy>
"""
_CUPS_FILES = """ServerRoot {d}/etc
RequestRoot {d}/cups
TempDir {d}/cups/tmp
CacheDir {d}/cache
StateDir {d}/run
AccessLog {d}/log/access
ErrorLog {d}/log/error
PageLog {d}/log/page
"""
# What the printer got: its options first under a passing name, so that nobody reads half a file.
_CATCH = """#!/bin/sh
n=$$
env | grep -E '^(IPP_|CONTENT_TYPE)' | sort > {d}/got/$n.part
cp "$1" {d}/got/$n.doc
mv {d}/got/$n.part {d}/got/$n.env
"""


def missing() -> str | None:
    """Why the chain cannot run here, or ``None``."""
    if os.name != "posix" or os.geteuid() != 0:
        return "the virtual printer needs root (avahi)"
    absent = [name for name in PROGRAMS if shutil.which(name, path=_path()) is None]
    return f"not installed: {', '.join(absent)}" if absent else None


@dataclass(frozen=True)
class Received:
    """A job as the printer saw it."""

    options: Mapping[str, str]
    document: bytes


@dataclass(frozen=True)
class Chain:
    """The running chain. ``server`` is the private CUPS as ``host:port``."""

    folder: Path
    server: str
    environment: Mapping[str, str]

    def received(self, title: str) -> Received:
        """The job with this title; waits for it to arrive."""
        found: list[Path] = []

        def look() -> bool:
            found[:] = [path for path in (self.folder / "got").glob("*.env") if _name(path) == title]
            return bool(found)

        assert came_true(look), f"job {title} did not reach the printer"
        return Received(_options(found[0]), found[0].with_suffix(".doc").read_bytes())

    def administer(self, program: str, *arguments: str) -> None:
        """Run an administration command of CUPS against the private server."""
        path = shutil.which(program, path=_path())
        assert path is not None
        subprocess.run(
            [path, *arguments], env=self.environment, check=True, capture_output=True, timeout=PATIENCE
        )


@contextmanager
def running_chain() -> Iterator[Chain]:
    """Start everything (about 3 s), stop everything."""
    with ExitStack() as stack:
        turns = stack.enter_context(_TURNS.open("w"))
        fcntl.flock(turns, fcntl.LOCK_EX)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="werkdesk-print-")))
        folder.chmod(0o755)
        printer_port, cups_port = kept_port(), kept_port()
        _lay_out(folder, cups_port)
        server = f"localhost:{cups_port}"
        environment = {
            **os.environ,
            "PATH": _path(),
            "LC_ALL": "C",
            "CUPS_SERVER": server,
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/bus",
        }
        chain = Chain(folder, server, environment)
        _start(stack, chain, printer_port, cups_port)
        yield chain


def _start(stack: ExitStack, chain: Chain, printer_port: int, cups_port: int) -> None:
    d = chain.folder

    def start(*command: str) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, env=chain.environment, stdin=quiet, stdout=quiet, stderr=quiet)
        stack.callback(_stop, process)
        return process

    start("dbus-daemon", f"--config-file={d}/bus.conf", "--nofork", "--nopidfile")
    assert came_true((d / "bus").exists), "the message bus did not start"
    start("avahi-daemon", "-f", f"{d}/avahi.conf", "--no-drop-root", "--no-chroot", "--no-rlimits")
    printer = _printer_command(d, printer_port)
    started = [start(*printer)]

    def printing() -> bool:
        # It gives up at once while avahi is still on its way up.
        if started[-1].poll() is not None:
            started.append(start(*printer))
        return _listens(printer_port)

    assert came_true(printing), "the virtual printer did not start"
    start("cupsd", "-f", "-c", f"{d}/etc/cupsd.conf", "-s", f"{d}/etc/cups-files.conf")
    assert came_true(lambda: _listens(cups_port)), "cupsd did not start"
    assert came_true(lambda: _add_queue(chain, printer_port)), "the queue could not be made"


def _add_queue(chain: Chain, printer_port: int) -> bool:
    uri = f"ipp://localhost:{printer_port}/ipp/print"
    try:
        chain.administer("lpadmin", "-p", QUEUE, "-v", uri, "-m", "everywhere", "-E")
    except subprocess.CalledProcessError:
        return False
    return True


def _printer_command(folder: Path, port: int) -> tuple[str, ...]:
    formats = "application/pdf,image/pwg-raster,image/urf"
    options = ("-2", "-s", "6000", "-n", "localhost", "-p", str(port), "-d", f"{folder}/spool", "-f", formats)
    return ("ippeveprinter", *options, "-c", f"{folder}/catch.sh", "Virtual")


def _lay_out(folder: Path, cups_port: int) -> None:
    for name in ("etc", "cups/tmp", "cache", "log", "run", "spool", "got"):
        (folder / name).mkdir(parents=True)
    Path("/run/avahi-daemon").mkdir(exist_ok=True)
    shutil.copytree("/usr/share/cups/mime", folder / "etc/mime")
    for name in ("cups", "cups/tmp", "cache", "log", "run"):
        shutil.chown(folder / name, "lp", "lp")
    texts = {
        "bus.conf": _BUS.format(d=folder),
        "avahi.conf": _AVAHI,
        "etc/cupsd.conf": _CUPSD.format(port=cups_port),
        "etc/cups-files.conf": _CUPS_FILES.format(d=folder),
        "catch.sh": _CATCH.format(d=folder),
    }
    for name, text in texts.items():
        (folder / name).write_text(text)
    (folder / "catch.sh").chmod(0o755)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=PATIENCE)


def _path() -> str:
    return f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.2)
        return probe.connect_ex(("localhost", port)) == 0


def _options(path: Path) -> Mapping[str, str]:
    pairs = (line.partition("=") for line in path.read_text(errors="replace").splitlines())
    return {name: value for name, _, value in pairs}


def _name(path: Path) -> str:
    return _options(path).get("IPP_JOB_NAME", "").strip("'\"")

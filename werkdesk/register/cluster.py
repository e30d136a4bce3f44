"""The embedded PostgreSQL of one profile: started when first used, stopped by whoever leaves last.

A service that was killed leaves its server running; the next one takes it over as it is. The server listens
on a local socket only (Windows: on 127.0.0.1), asks a password, and its log holds no values.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import signal
import socket
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import URL

from werkdesk.errors import Unavailable
from werkdesk.register.database_user import SystemUser, database_user, give_to, let_pass
from werkdesk.register.file_locks import UseMark, exclusive
from werkdesk.register.profile import Profile, write_secret
from werkdesk.register.programs import programs_folder, run_program

_OWNER = "werkdesk"
_PORT = 5432
_MAKE_SECONDS = 600.0  # a thousand small files, each told to the disk: minutes on a busy one
_START_SECONDS = 300.0
_STOP_SECONDS = 30.0
_TRIES = 3
_SOCKET_PATH_LIMIT = 100  # sun_path holds 108 bytes, 104 on other systems

# What the server may say: no statements, no parameters, no DETAIL lines (they quote the row), no connections.
_SETTINGS = """
max_connections = 80
shared_buffers = 128MB
synchronous_commit = on
fsync = on
full_page_writes = on
timezone = 'UTC'
log_timezone = 'UTC'
log_min_messages = warning
log_min_error_statement = panic
log_error_verbosity = terse
log_statement = none
log_duration = off
log_min_duration_statement = -1
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_connections = ''
log_disconnections = off
"""


class Cluster:
    """The database server of one profile, in use from :meth:`start` to :meth:`stop`."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._folder = profile.cluster
        self._gate = profile.folder / "postgres.gate"
        self._mark: UseMark | None = None
        self._user: SystemUser | None = None

    def start(self) -> None:
        """Make the cluster when there is none, start it or take it over. Raises ``Unavailable``."""
        self._user = database_user()
        with exclusive(self._gate):
            if not (self._folder / "PG_VERSION").exists():
                self._make()
            self._mark = UseMark(self._profile.folder / "postgres.users")
            try:
                if not self._answers():
                    self._configure()
                    self._launch()
            except BaseException:
                self._mark.leave()
                self._mark = None
                raise

    def stop(self) -> None:
        """Leave; stop the server when nobody else uses it."""
        if self._mark is None:
            return
        with exclusive(self._gate):
            last = self._mark.alone()
            self._mark.leave()
            self._mark = None
            if last:
                self._halt()

    def alone(self) -> bool:
        """Whether no other process uses this server now."""
        with exclusive(self._gate):
            return self._mark is None or self._mark.alone()

    def url(self, database: str = _OWNER) -> URL:
        """Address of one database of this cluster, password included (``URL`` hides it when shown)."""
        host, port = self._address()
        return URL.create(
            "postgresql+psycopg",
            username=_OWNER,
            password=self._password(),
            host=None if sys.platform != "win32" else host,
            port=None if sys.platform != "win32" else port,
            database=database,
            query={"host": host} if sys.platform != "win32" else {},
        )

    def ensure_database(self, name: str, template: str = "template1") -> None:
        """Create the database when it is not there."""
        with self._connect("postgres") as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone()
            if found is None:
                connection.execute(
                    sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                        sql.Identifier(name), sql.Identifier(template)
                    )
                )

    def drop_database(self, name: str) -> None:
        """Drop a database, with whoever is still connected to it."""
        with self._connect("postgres") as connection:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )

    def postmaster(self) -> int | None:
        """Process id of the running server as its own file says, or ``None``."""
        with suppress(OSError, ValueError, IndexError):
            return int((self._folder / "postmaster.pid").read_text("utf-8").splitlines()[0])
        return None

    # ------------------------------------------------------------------ making and starting

    def _make(self) -> None:
        # In a spare folder first: a half-made cluster must never look like a whole one.
        spare = self._folder.with_name("postgres.new")
        shutil.rmtree(spare, ignore_errors=True)
        spare.mkdir(mode=0o700)
        if not self._profile.database_password.exists():
            write_secret(self._profile.database_password, secrets.token_urlsafe(24).encode())
        if self._user is not None:
            let_pass(spare)
            let_pass(programs_folder() / "postgres")
            give_to(spare, self._user)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="werkdesk-") as password:
            password.write(self._password())
            password.flush()
            if self._user is not None:
                give_to(Path(password.name), self._user)
            code = run_program(
                "initdb",
                [
                    "--pgdata", str(spare), "--username", _OWNER, "--pwfile", password.name,
                    "--auth", "scram-sha-256", "--encoding", "UTF8",
                    "--locale-provider", "builtin", "--locale", "C.UTF-8",
                ],
                user=self._user,
                folder=spare,
                seconds=_MAKE_SECONDS,
            )  # fmt: skip
        if code != 0:
            raise Unavailable("register.databank_maken")
        spare.rename(self._folder)

    def _configure(self) -> None:
        host, port = self._address(new=True)
        where = (
            f"listen_addresses = '127.0.0.1'\nport = {port}\n"
            if sys.platform == "win32"
            else f"listen_addresses = ''\nport = {_PORT}\n"
            f"unix_socket_directories = '{host}'\nunix_socket_permissions = 0700\n"
        )
        own = self._folder / "werkdesk.conf"
        own.write_text(_SETTINGS.lstrip() + where, encoding="utf-8")
        if self._user is not None:
            give_to(own, self._user)
        general = self._folder / "postgresql.conf"
        text = general.read_text("utf-8")
        line = "include 'werkdesk.conf'\n"
        if line not in text:
            general.write_text(f"{text}\n{line}", encoding="utf-8")

    def _launch(self) -> None:
        log = self._folder / "werkdesk.log"
        if log.exists() and log.stat().st_size > 4 << 20:
            log.unlink()
        for _ in range(_TRIES):
            run_program(
                "pg_ctl",
                [
                    "start", "--wait", "--timeout", f"{_START_SECONDS:.0f}",
                    "--pgdata", str(self._folder), "--log", str(log),
                ],
                user=self._user,
                folder=self._folder,
                seconds=_START_SECONDS + 30,
            )  # fmt: skip
            # The exit code says little while an older server is still recovering; an answer says everything.
            # A server that was ended while it started is begun anew instead of waited for.
            until = time.monotonic() + _START_SECONDS
            while self._lives() and time.monotonic() < until:
                if self._answers():
                    return
                time.sleep(0.05)
        raise Unavailable("register.databank_start")

    def _lives(self) -> bool:
        """Whether the process that the server's own file names is there (a kill leaves the file behind)."""
        pid = self.postmaster()
        if pid is None or sys.platform == "win32":
            return pid is not None
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:  # it runs as the user of the databank
            return True
        return True

    def _halt(self) -> None:
        pid = self.postmaster()
        if pid is None:
            return
        if sys.platform == "win32":
            run_program("pg_ctl", ["stop", "--wait", "--mode", "fast", "--pgdata", str(self._folder)])
            return
        for sign in (signal.SIGINT, signal.SIGQUIT):  # fast, then immediate
            with suppress(ProcessLookupError):
                os.kill(pid, sign)
            until = time.monotonic() + _STOP_SECONDS
            while time.monotonic() < until:
                if self.postmaster() is None:
                    return
                time.sleep(0.02)

    # ------------------------------------------------------------------ reaching it

    def _password(self) -> str:
        return self._profile.database_password.read_text("utf-8").strip()

    def _address(self, *, new: bool = False) -> tuple[str, int]:
        if sys.platform == "win32":
            port_file = self._profile.folder / "postgres.port"
            if new or not port_file.exists():
                port_file.write_text(str(_free_port()), encoding="utf-8")
            return "127.0.0.1", int(port_file.read_text("utf-8"))
        if len(str(self._folder)) < _SOCKET_PATH_LIMIT - len("/.s.PGSQL.5432"):
            return str(self._folder), _PORT
        name = hashlib.sha256(str(self._folder).encode()).hexdigest()[:16]
        folder = Path(tempfile.gettempdir()) / f"werkdesk-{name}"
        if new:
            folder.mkdir(mode=0o700, exist_ok=True)
            ours = {os.getuid(), self._user.uid} if self._user else {os.getuid()}
            if folder.is_symlink() or folder.lstat().st_uid not in ours:
                raise Unavailable("register.databank_start")  # somebody else was here first
            folder.chmod(0o700)
            if self._user is not None:
                give_to(folder, self._user)
        return str(folder), _PORT

    def _connect(self, database: str) -> psycopg.Connection:
        host, port = self._address()
        return psycopg.connect(
            host=host,
            port=port,
            user=_OWNER,
            password=self._password(),
            dbname=database,
            autocommit=True,
            connect_timeout=5,
        )

    def _answers(self) -> bool:
        if self.postmaster() is None:
            return False
        try:
            self._connect("postgres").close()
        except psycopg.OperationalError:
            return False
        return True


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

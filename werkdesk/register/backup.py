"""One file that holds a whole register: the database as pg_dump writes it, and the key file.

It holds everything about everybody and the keys: keep it like the register itself. A restored register begins
a new epoch, so that every desk notices and offers again what the copy does not have (sync.md 3.9).
"""

from __future__ import annotations

import io
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlalchemy import URL, text

from werkdesk import __version__
from werkdesk.errors import Refused, Unavailable
from werkdesk.register.database import in_transaction
from werkdesk.register.epochs import begin_epoch, check_keys
from werkdesk.register.profile import write_secret
from werkdesk.register.programs import run_program
from werkdesk.register.schema import present_schema, upgrade_schema
from werkdesk.register.secret_keys import read_keys
from werkdesk.register.wiring import OpenRegister

_ABOUT, _DUMP, _KEYS = "werkdesk.json", "database.dump", "sleutels.json"
_HOURS = 12 * 3600.0


class _About(msgspec.Struct, frozen=True):
    made_at: datetime
    version: str
    schema: str


def back_up(register: OpenRegister, target: Path) -> int:
    """Write the backup; only its owner may read it. Returns its size in bytes.

    Raises ``Refused('bestand.bestaat')`` or ``Unavailable('register.backup')``; a half-made file never stays.
    """
    if target.exists():
        raise Refused("bestand.bestaat", field="bestand")
    with register.engine.connect() as connection:
        schema = present_schema(connection) or ""
    with tempfile.TemporaryDirectory(prefix="werkdesk-", dir=_folder(target)) as folder:
        dump = Path(folder) / _DUMP
        with _connection(register.engine.url) as (arguments, environment):
            code = run_program(
                "pg_dump",
                ["--format=custom", "--no-owner", "--no-privileges", f"--file={dump}", *arguments],
                environment=environment,
                seconds=_HOURS,
            )
        if code != 0:
            raise Unavailable("register.backup")
        whole = Path(folder) / "backup.tar"
        with tarfile.open(whole, "x") as archive:
            about = msgspec.json.encode(_About(datetime.now(UTC), __version__, schema))
            for name, content in ((_ABOUT, about), (_KEYS, register.profile.secrets.read_bytes())):
                entry = tarfile.TarInfo(name)
                entry.size, entry.mode = len(content), 0o600
                archive.addfile(entry, io.BytesIO(content))
            archive.add(dump, _DUMP)
        whole.chmod(0o600)
        with whole.open("rb") as file:
            os.fsync(file.fileno())
        whole.replace(target)
    return target.stat().st_size


def restore(register: OpenRegister, source: Path) -> str:
    """Put a backup in an empty register, raise the epoch and return it.

    Raises ``Refused`` with ``bestand.onbereikbaar``, ``bestand.vorm``, ``register.niet_leeg`` or
    ``register.schema_nieuw``; ``Unavailable('register.herstel')``.
    """
    if register.cluster is not None:
        register.cluster.ensure_database("werkdesk")
    with register.engine.connect() as connection:
        if present_schema(connection) is not None and connection.execute(text("TABLE office")).first():
            raise Refused("register.niet_leeg")
    with tempfile.TemporaryDirectory(prefix="werkdesk-") as folder:
        keys = _unpack(source, Path(folder))
        with _connection(register.engine.url) as (arguments, environment):
            code = run_program(
                "pg_restore",
                [
                    "--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction",
                    "--exit-on-error", *arguments, str(Path(folder) / _DUMP),
                ],
                environment=environment,
                seconds=_HOURS,
            )  # fmt: skip
        if code != 0:
            raise Unavailable("register.herstel")
    write_secret(register.profile.secrets, keys)
    upgrade_schema(register.engine)
    in_transaction(register.engine, lambda c: check_keys(c, read_keys(register.profile)))
    return in_transaction(register.engine, lambda c: begin_epoch(c, "restore"))


def _folder(target: Path) -> Path:
    if not target.parent.is_dir():
        raise Refused("bestand.onbereikbaar", field="bestand")
    return target.parent


def _unpack(source: Path, folder: Path) -> bytes:
    try:
        with tarfile.open(source, "r:") as archive:
            if sorted(archive.getnames()) != sorted((_ABOUT, _DUMP, _KEYS)):
                raise Refused("bestand.vorm", field="bestand")
            for member in archive:
                _write_out(archive, member, folder)
    except OSError:
        raise Refused("bestand.onbereikbaar", field="bestand") from None
    except tarfile.TarError:
        raise Refused("bestand.vorm", field="bestand") from None
    return (folder / _KEYS).read_bytes()


def _write_out(archive: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    # By hand: the first Pythons of 3.11 cannot be told to take nothing but plain data.
    content = archive.extractfile(member) if member.isreg() else None
    if content is None:
        raise Refused("bestand.vorm", field="bestand")
    with content, (folder / member.name).open("wb") as target:
        shutil.copyfileobj(content, target)


@contextmanager
def _connection(url: URL) -> Iterator[tuple[list[str], dict[str, str]]]:
    """Arguments and environment for the PostgreSQL programs; the password travels in a file."""
    query = {key: value for key, value in url.query.items() if isinstance(value, str)}
    host = url.host or query.get("host", "")
    arguments = [f"--dbname={url.database or ''}"]
    arguments += [f"--host={host}"] if host else []
    arguments += [f"--port={url.port}"] if url.port else []
    arguments += [f"--username={url.username}"] if url.username else []
    with tempfile.TemporaryDirectory(prefix="werkdesk-") as folder:
        passwords = Path(folder) / "pgpass"
        secret = str(url.password or "").replace("\\", "\\\\").replace(":", "\\:")
        write_secret(passwords, f"*:*:*:*:{secret}\n".encode())
        environment = {"PGPASSFILE": str(passwords)}
        environment |= {"PGSSLMODE": query["sslmode"]} if "sslmode" in query else {}
        yield arguments, environment

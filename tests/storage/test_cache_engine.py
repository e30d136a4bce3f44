"""The encrypted cache opens only when it is whole, local and ours, and says clearly when it is not."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from tests.patience import PATIENCE
from werkdesk.errors import Locked, Refused, Unavailable
from werkdesk.storage import connect, local_disk
from werkdesk.storage.ballast import BALLAST_BYTES, Ballast
from werkdesk.storage.engine import Cache, create_cache_file, open_cache
from werkdesk.storage.set_aside import set_aside

KEY = bytes(range(32))
PROCESSES = Path(__file__).parent / "processes"
HIDDEN = "Voorbeeldachternaam"


@pytest.fixture
def path(folder: Path) -> Path:
    made = folder / "cache.db"
    create_cache_file(made, KEY)
    return made


@pytest.fixture
def cache(path: Path):
    opened = open_cache(path, KEY)
    with opened.write() as connection:
        connection.execute(text("CREATE TABLE melding (id INTEGER PRIMARY KEY, naam TEXT UNIQUE) STRICT"))
    yield opened
    opened.close()


def _add(cache: Cache, naam: str) -> None:
    with cache.write() as connection:
        connection.execute(text("INSERT INTO melding (naam) VALUES (:naam)"), {"naam": naam})


def _names(cache: Cache) -> list[str]:
    with cache.read() as connection:
        return [row[0] for row in connection.execute(text("SELECT naam FROM melding ORDER BY id"))]


def _filled(cache: Cache, rows: int = 2000) -> None:
    with cache.write() as connection:
        connection.execute(
            text("INSERT INTO melding (naam) VALUES (:naam)"),
            [{"naam": f"{HIDDEN} {n}"} for n in range(rows)],
        )


def _code(path: Path, key: bytes = KEY) -> str:
    with pytest.raises((Locked, Unavailable, Refused)) as caught:
        open_cache(path, key).close()
    return caught.value.code


def test_what_was_saved_is_there_after_a_new_start(cache: Cache, path: Path) -> None:
    _add(cache, HIDDEN)
    cache.close()
    again = open_cache(path, KEY)
    assert _names(again) == [HIDDEN]
    again.close()


def test_a_transaction_that_raises_keeps_nothing(cache: Cache) -> None:
    with contextlib.suppress(KeyError), cache.write() as connection:
        connection.execute(text("INSERT INTO melding (naam) VALUES ('half')"))
        raise KeyError
    assert _names(cache) == []


def test_no_name_is_readable_in_any_file_on_the_disk(cache: Cache, path: Path) -> None:
    _filled(cache)
    files = sorted(path.parent.iterdir())
    assert {"cache.db", "cache.db-wal"} <= {file.name for file in files}
    for file in files:
        assert HIDDEN.encode() not in file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("side", ["writer", "reader"])
def test_every_connection_has_the_pragmas(cache: Cache, side: str) -> None:
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "wal_autocheckpoint": 4000,
        "cache_size": -65536,
        "busy_timeout": 5000,
        "query_only": 1 if side == "reader" else 0,
    }
    with getattr(cache, side).begin() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}
    assert found == expected


def test_readers_cannot_write(cache: Cache) -> None:
    with pytest.raises(Unavailable, match=r"schijf\.alleen_lezen"), cache.read() as connection:
        connection.execute(text("INSERT INTO melding (naam) VALUES ('x')"))


def test_a_reader_sees_one_state_while_a_writer_goes_on(cache: Cache) -> None:
    count = text("SELECT count(*) FROM melding")
    with cache.read() as reader:
        before = reader.execute(count).scalar()
        _add(cache, "later")
        assert reader.execute(count).scalar() == before
    assert _names(cache) == ["later"]


def test_two_writers_wait_for_each_other(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        connect, "BUSY_SECONDS", PATIENCE
    )  # SQLite lets nobody stand in line: who comes first
    cache.writer.dispose()
    failures: list[Exception] = []

    def work(name: str) -> None:
        try:
            for number in range(25):
                with cache.write() as connection:
                    connection.execute(text("SELECT count(*) FROM melding"))
                    connection.execute(
                        text("INSERT INTO melding (naam) VALUES (:n)"), {"n": f"{name}{number}"}
                    )
        except Exception as error:  # noqa: BLE001 - shown by the assertion
            failures.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(_names(cache)) == 50


def test_a_writer_that_waits_too_long_is_told(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.05)
    other = open_cache(cache.path, KEY, check=False)
    with cache.write(), pytest.raises(Unavailable, match=r"cache\.bezet"), other.write():
        pytest.fail("two writers at once")
    other.close()


def test_a_broken_rule_is_a_defect_and_shows_no_value(cache: Cache) -> None:
    _add(cache, HIDDEN)
    with pytest.raises(IntegrityError) as caught:
        _add(cache, HIDDEN)
    assert HIDDEN not in str(caught.value)


def test_another_key_is_told_from_damage(cache: Cache, path: Path) -> None:
    cache.close()
    assert _code(path, bytes(32)) == "cache.sleutel"
    assert _code(path, b"\xff" + KEY[1:]) == "cache.sleutel"


def test_a_closed_cache_has_forgotten_its_key(cache: Cache) -> None:
    cache.close()
    with pytest.raises(Locked, match=r"cache\.op_slot"), cache.read():
        pytest.fail("opened without a key")


@pytest.mark.parametrize("offset", [0, 5, 100, 4000, 4096, 20_000, 60_001])
def test_one_flipped_bit_anywhere_is_found_at_the_start(cache: Cache, path: Path, offset: int) -> None:
    _filled(cache)
    cache.close()
    data = bytearray(path.read_bytes())
    data[offset] ^= 0x10
    path.write_bytes(data)
    assert _code(path) == "cache.beschadigd"


def test_rot_found_while_working_is_told_as_damage(cache: Cache, path: Path) -> None:
    _filled(cache)
    cache.close()
    data = bytearray(path.read_bytes())
    for page in range(4096 * 4, len(data), 4096):
        data[page + 50] ^= 0xFF
    path.write_bytes(data)
    opened = open_cache(path, KEY, check=False)
    with pytest.raises(Unavailable, match=r"cache\.beschadigd"):
        _names(opened)
    assert opened.is_damaged
    opened.close()
    with pytest.raises(Unavailable, match=r"cache\.beschadigd"):
        open_cache(path, KEY, check=False)


@pytest.mark.parametrize(
    "content",
    [b"", b"short", random.Random(1).randbytes(8192)],
    ids=["empty", "short", "noise"],
)
def test_a_file_that_is_no_cache_is_damage(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert _code(path) == "cache.beschadigd"


def test_a_plain_sqlite_file_in_its_place_is_refused(path: Path) -> None:
    path.unlink()
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE melding (id)")
    plain.commit()
    plain.close()
    assert _code(path) == "cache.onversleuteld"


def test_an_encrypted_file_of_another_kind_is_damage(path: Path) -> None:
    raw = connect.connect(path, KEY)
    raw.execute("PRAGMA application_id = 1")
    raw.close()
    assert _code(path) == "cache.beschadigd"


def test_a_missing_cache_is_told_and_not_made(folder: Path) -> None:
    assert _code(folder / "cache.db") == "cache.ontbreekt"
    assert not (folder / "cache.db").exists()


@pytest.mark.parametrize("left", ["", "-wal", "-shm"])
def test_nothing_is_written_over_an_existing_cache(folder: Path, left: str) -> None:
    (folder / f"cache.db{left}").write_bytes(b"something of yesterday")
    with pytest.raises(Refused, match=r"cache\.bestaat"):
        create_cache_file(folder / "cache.db", KEY)
    assert (folder / f"cache.db{left}").read_bytes() == b"something of yesterday"


def test_a_half_made_cache_is_made_again(folder: Path) -> None:
    (folder / "cache.db.new").write_bytes(b"the power went")
    (folder / "cache.db.new-wal").write_bytes(b"here")
    create_cache_file(folder / "cache.db", KEY)
    open_cache(folder / "cache.db", KEY).close()


def test_a_damaged_cache_is_set_aside_whole_and_a_new_one_made(cache: Cache, path: Path) -> None:
    _add(cache, HIDDEN)
    shutil.copy(path.with_name("cache.db-wal"), path.with_name("wal"))
    cache.close()
    path.with_name("wal").rename(path.with_name("cache.db-wal"))
    moment = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
    before = path.read_bytes()
    first = set_aside(path, moment)
    assert first.name == "cache.db.beschadigd-20261121T093000Z"
    assert first.read_bytes() == before
    assert not list(path.parent.glob("cache.db-*"))
    create_cache_file(path, KEY)
    open_cache(path, KEY).close()
    assert set_aside(path, moment).name == "cache.db.beschadigd-20261121T093000Z-2"
    assert first.read_bytes() == before


def test_without_sqlcipher_nothing_starts(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "dbapi2", sqlite3)
    with pytest.raises(Refused, match=r"cache\.zonder_versleuteling"):
        open_cache(path, KEY)


def test_an_sqlite_with_the_known_fault_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "LEAST_SQLITE", (99, 0, 0))
    assert _code(path) == "cache.sqlite_te_oud"


def test_the_driver_is_new_enough() -> None:
    assert dbapi2.sqlite_version_info >= (3, 51, 3)


_MOUNTS = """\
/dev/vda / ext4 rw 0 0
server:/homes /home nfs4 rw 0 0
/dev/sdb /home/lokaal ext4 rw 0 0
//server/map /mnt/mijn\\040map cifs rw 0 0
host /mnt/host 9p rw 0 0
tmpfs /twice tmpfs rw 0 0
server:/x /twice nfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("place", "is_local"),
    [
        ("/var/lib/x", True),
        ("/home/m/.local/share/werkdesk", False),
        ("/home/lokaal/m", True),
        ("/mnt/mijn map/x", False),
        ("/mnt/mijn", True),
        ("/mnt/host/x", False),
        ("/twice/x", False),
    ],
)
def test_a_network_disk_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, is_local: bool
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(_MOUNTS)
    monkeypatch.setattr(local_disk, "_MOUNTS", mounts)
    if is_local:
        local_disk.require_local_disk(Path(place))
    else:
        with pytest.raises(Refused, match=r"cache\.netwerkschijf"):
            local_disk.require_local_disk(Path(place))


def test_the_only_disk_of_a_sandbox_is_local_enough() -> None:
    assert local_disk.mount_of(Path("/root/x"), "none / 9p rw 0 0\n") == ("/", "9p")


def test_a_cache_on_a_network_disk_is_neither_made_nor_opened(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("server:/ / nfs4 rw 0 0\n")
    monkeypatch.setattr(local_disk, "_MOUNTS", mounts)
    assert _code(path) == "cache.netwerkschijf"
    with pytest.raises(Refused, match=r"cache\.netwerkschijf"):
        create_cache_file(tmp_path / "other" / "cache.db", KEY)


def test_the_ballast_is_there_and_is_given_up_once(path: Path) -> None:
    ballast = Ballast(path.parent)
    assert ballast.path.stat().st_size == BALLAST_BYTES
    assert (ballast.give_up(), ballast.give_up()) == (True, False)
    assert ballast.ensure()
    assert ballast.path.stat().st_size == BALLAST_BYTES


def test_every_saved_row_survives_kill_9(folder: Path) -> None:
    path = folder / "cache.db"
    for _ in range(3):
        command = [sys.executable, str(PROCESSES / "cache_writer.py"), str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            said = [int(writer.stdout.readline()) for _ in range(40)]
            writer.kill()
            said += [int(line) for line in writer.stdout if line.endswith("\n")]
        cache = open_cache(path, bytes(32))
        with cache.read() as connection:
            found = {row[0] for row in connection.execute(text("SELECT id FROM melding"))}
        cache.close()
        assert set(said) <= found


_needs_mount = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("unshare") is None,
    reason="a small disk of one's own needs root and unshare(1)",
)
_SMALL_DISK = """
mount -t tmpfs -o size=16m none "$1" || { echo geen-mount; exit 0; }
"$2" "$3/cache_until_full.py" "$1/cache.db" disk
dd if=/dev/zero of="$1/rest" bs=4096 2>/dev/null
"$2" "$3/cache_reader.py" "$1/cache.db"
"""


@_needs_mount
def test_on_a_full_disk_nothing_is_lost_and_the_next_start_opens(tmp_path: Path) -> None:
    """A tmpfs of 16 MiB in a mount space of its own: full, ballast given up, saved; full again, opened."""
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", _SMALL_DISK, "sh", str(tmp_path), sys.executable, str(PROCESSES)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.stdout == "geen-mount\n" or (done.returncode and not done.stdout):
        pytest.skip("this machine does not let root mount a disk of its own")
    assert done.stdout.splitlines() == ["schijf.vol False True", "True False"]


def test_without_ballast_a_full_disk_is_told(tmp_path: Path) -> None:
    """A file that may not grow: opening says so instead of breaking."""
    path = tmp_path / "cache.db"
    create_cache_file(path, bytes(32))
    Ballast(tmp_path).give_up()
    limited = f'ulimit -f 0; exec "$0" {PROCESSES / "cache_reader.py"} "$1"'
    done = subprocess.run(
        ["sh", "-c", f"trap '' XFSZ; {limited}", sys.executable, str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.strip() in {"schijf.vol", "schijf.fout"}


def test_after_a_file_size_limit_a_fresh_connection_goes_on(folder: Path) -> None:
    command = [sys.executable, str(PROCESSES / "cache_until_full.py"), str(folder / "cache.db"), "400000"]
    # The ballast is larger than the limit and stands before it; its second making is beyond the point.
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    code, has_ballast, is_whole = done.stdout.split()
    assert code in {"schijf.vol", "schijf.fout"}
    assert (has_ballast, is_whole) == ("False", "True")


def _wait_for_disk(cache: Cache) -> str:
    with cache.write() as connection:
        return str(connection.exec_driver_sql("PRAGMA synchronous").scalar_one())


def test_a_note_does_not_wait_for_the_disk_and_what_is_saved_after_it_does(cache: Cache) -> None:
    with cache.note() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 1
        connection.execute(text("INSERT INTO melding (naam) VALUES ('notitie')"))
    assert _wait_for_disk(cache) == "2"
    assert _names(cache) == ["notitie"]


def test_a_note_that_fails_leaves_nothing_and_no_saver_without_its_disk(cache: Cache) -> None:
    def fail() -> None:
        with cache.note() as connection:
            connection.execute(text("INSERT INTO melding (naam) VALUES ('half')"))
            raise ValueError("midden in de notitie")

    with pytest.raises(ValueError, match="midden"):
        fail()
    assert _wait_for_disk(cache) == "2"
    assert _names(cache) == []

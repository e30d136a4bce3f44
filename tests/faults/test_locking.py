"""What is left of an open desk once it is locked: no open file, no key; and what opens it again."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults.fault_desk import USER, FaultDesk, here, save
from tests.fixtures.desk import PIN
from werkdesk.errors import Locked
from werkdesk.storage.keyslots.kdf import KdfParams, user_tag, wrapping_key

CHEAP = KdfParams(iterations=1, memory_kib=64, lanes=1)


def open_files(folder: Path) -> list[str]:
    """Files below ``folder`` that this process has open."""
    found = []
    for one in Path("/proc/self/fd").iterdir():
        try:
            target = str(one.readlink())
        except OSError:
            continue
        if target.startswith(str(folder)):
            found.append(target)
    return found


@pytest.mark.postgres
@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux")
def test_a_locked_desk_holds_no_file_and_no_key(broken_desk: FaultDesk) -> None:
    desk = broken_desk.desk()
    session = desk.sign_in(USER, PIN)
    kenmerk = save(session)
    assert any(path.endswith("cache.db") for path in open_files(broken_desk.folder))
    handles, keys = desk.door.handles, desk.door.keys
    desk.lock()
    assert open_files(broken_desk.folder) == []
    assert keys.is_wiped
    with pytest.raises(Locked, match=r"cache\.op_slot"), handles.writer.cache.read():
        pass
    with pytest.raises(Locked, match=r"cache\.op_slot"):
        here(session)
    assert desk.sign_in(USER, PIN) is session
    assert here(session) == {kenmerk}


@pytest.mark.postgres
@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux")
def test_a_sign_in_that_fails_leaves_nothing_open_either(broken_desk: FaultDesk) -> None:
    desk = broken_desk.desk()
    desk.sign_in(USER, PIN)
    with pytest.raises(Locked, match=r"pin\.onjuist"):
        desk.sign_in(USER, "niet-de-goede-1")
    assert open_files(broken_desk.folder) == []


def test_a_slot_asks_for_the_pin_and_the_secret_and_its_own_salt() -> None:
    """A stolen disk holds slots and no secret: without it there must be nothing to guess at."""
    secret, salt = bytes(range(32)), bytes(16)
    key = wrapping_key(PIN, secret, salt, CHEAP)
    assert len(key) == 32
    assert key == wrapping_key(PIN, secret, salt, CHEAP)
    others = {
        wrapping_key(PIN, bytes(32), salt, CHEAP),
        wrapping_key(PIN + "x", secret, salt, CHEAP),
        wrapping_key(PIN, secret, bytes(15) + b"\x01", CHEAP),
        wrapping_key(PIN, secret, salt, KdfParams(iterations=2, memory_kib=64, lanes=1)),
    }
    assert len(others | {key}) == 5
    assert user_tag(USER, secret) != user_tag(USER, bytes(32))

"""Enrolling on a bad day: nothing is left half, and the administrator hears which code to make again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.small_disk import SmallDisk
from tests.fixtures.desk import PIN
from tests.fixtures.register import TestRegister
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.enrol import NewDesk, enrol_desk
from werkdesk.desk.profile import open_desk_profile
from werkdesk.desk.session import Desk
from werkdesk.errors import Refused, Unavailable
from werkdesk.register.database import in_transaction
from werkdesk.register.personnel import new_code
from werkdesk.ui.texts import explain
from werkdesk.workstation.vault.key_file import KeyFile

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("cheap_pins")]


def new_desk(register: TestRegister, url: str, code_of_user: str, **other: str) -> NewDesk:
    values = {"code": register.desk_code(), "user_code": code_of_user, **other}
    return NewDesk(url=url, ca_pem=None, user="f.balie", pin=PIN, **values)


@pytest.mark.parametrize("room", [0, 2_000, 30_000, 60_000, 150_000, 300_000])
def test_a_disk_without_room_makes_no_half_desk(
    register: TestRegister, served: str, small_disk: SmallDisk, tmp_path: Path, room: int
) -> None:
    _, user_code = register.staff("f.balie", "Fictief")
    profile = open_desk_profile(small_disk.folder / "balie")
    vault = KeyFile(tmp_path / "sleutel")
    small_disk.fill(leave=room)
    with pytest.raises(Unavailable, match=r"schijf\."):
        enrol_desk(profile, vault, new_desk(register, served, user_code), DeskClock())
    assert not profile.is_enrolled
    small_disk.free()
    enrol_desk(profile, vault, new_desk(register, served, user_code), DeskClock())
    desk = Desk(profile, vault, is_live=False)
    assert desk.sign_in("f.balie", PIN)
    assert desk.sync().fout is None
    desk.close()


@pytest.mark.parametrize("wrong", ["code", "user_code"])
def test_the_code_that_is_wrong_is_named(
    register: TestRegister, served: str, tmp_path: Path, wrong: str
) -> None:
    _, user_code = register.staff("f.balie", "Fictief")
    profile, vault = open_desk_profile(tmp_path / "balie"), KeyFile(tmp_path / "sleutel")
    with pytest.raises(Refused) as refused:
        enrol_desk(
            profile, vault, new_desk(register, served, user_code, **{wrong: "AAAA-BBBB-CCCC"}), DeskClock()
        )
    assert refused.value.field == wrong
    sentence = explain(refused.value)
    assert ("medewerker" in sentence) == (wrong == "user_code")
    assert "nieuwe" in sentence


def test_a_desk_that_was_made_half_is_taken_away_again(
    register: TestRegister, served: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, user_code = register.staff("f.balie", "Fictief")
    profile, vault = open_desk_profile(tmp_path / "balie"), KeyFile(tmp_path / "sleutel")

    def full(*_: object, **__: object) -> None:
        raise Unavailable("schijf.vol")

    new = new_desk(register, served, user_code)
    with monkeypatch.context() as broken:
        broken.setattr("werkdesk.desk.heavy.create_cache", full)
        with pytest.raises(Unavailable, match=r"schijf\.vol"):
            enrol_desk(profile, vault, new, DeskClock())
    assert not profile.is_enrolled
    assert list(profile.folders.profile.iterdir()) == []
    code = in_transaction(register.engine, lambda c: new_code(c, "kantoor", "f.balie"))
    enrol_desk(profile, vault, new_desk(register, served, code), DeskClock())
    desk = Desk(profile, vault, is_live=False)
    assert desk.sign_in("f.balie", PIN)
    desk.close()

"""A slot opens with the right PIN and device secret, and with nothing else."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from werkdesk.errors import Locked, Refused, Unavailable
from werkdesk.storage.keyslots.attempts import MOST
from werkdesk.storage.keyslots.desk_keys import DeskKeys
from werkdesk.storage.keyslots.kdf import KdfParams, check_pin, wrapping_key
from werkdesk.storage.keyslots.slots import create_cache, enrol_user, open_slot, remove_user

PIN = "vijf groene fietsen"
OTHER_PIN = "drie rode bussen"
USER = "m.voorbeeld"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def made(folder: Path, vault, desk: UUID, cheap: KdfParams) -> DeskKeys:
    return create_cache(folder, vault, USER, PIN, desk=desk, kdf=cheap)


def _slot_files(folder: Path) -> list[Path]:
    return sorted((folder / "sleutels").glob("*.json"))


def _refusal(folder: Path, vault, user: str = USER, pin: str = PIN, now: datetime = NOW) -> str:
    with pytest.raises((Locked, Unavailable)) as caught:
        open_slot(folder, vault, user, pin, now=now)
    return caught.value.code


def test_the_right_pin_gives_the_same_keys(folder: Path, vault, made: DeskKeys) -> None:
    opened = open_slot(folder, vault, USER, PIN, now=NOW)
    assert opened.master() == made.master()
    assert (opened.cache, opened.desk) == (made.cache, made.desk)


def test_capitals_and_composition_of_the_user_name_do_not_matter(folder: Path, vault, desk, cheap) -> None:
    create_cache(folder, vault, "Zoë.Test", "wachtwoord é", desk=desk, kdf=cheap)
    assert open_slot(folder, vault, "zoe\u0308.test ", "wachtwoord e\u0301", now=NOW).desk == desk


def test_each_purpose_has_a_key_of_its_own(made: DeskKeys) -> None:
    assert len({bytes(made.master()), bytes(made.cache_key()), bytes(made.journal_key())}) == 3


def test_a_wrong_pin_is_told_and_counted_down(folder: Path, vault, made: DeskKeys) -> None:
    with pytest.raises(Locked, match=r"pin\.onjuist") as caught:
        open_slot(folder, vault, USER, OTHER_PIN, now=NOW)
    assert (caught.value.field, caught.value.details["over"]) == ("pin", MOST - 1)


def test_tries_wait_longer_and_then_stop(folder: Path, vault, made: DeskKeys) -> None:
    codes, moment = [], NOW
    for _ in range(MOST + 1):
        codes.append(_refusal(folder, vault, pin=OTHER_PIN, now=moment))
        if codes[-1] != "pin.geblokkeerd":
            moment += timedelta(seconds=60)
    assert codes == ["pin.onjuist"] * MOST + ["pin.geblokkeerd"]
    assert _refusal(folder, vault, now=moment + timedelta(days=9)) == "pin.geblokkeerd"


def test_a_second_wrong_pin_in_the_same_second_waits(folder: Path, vault, made: DeskKeys) -> None:
    assert _refusal(folder, vault, pin=OTHER_PIN) == "pin.onjuist"
    with pytest.raises(Locked, match=r"pin\.wachten") as caught:
        open_slot(folder, vault, USER, PIN, now=NOW)
    assert caught.value.details["seconden"] == 1
    assert open_slot(folder, vault, USER, PIN, now=NOW + timedelta(seconds=1)).desk == made.desk


def test_a_clock_that_was_put_back_does_not_stretch_the_wait(folder: Path, vault, made: DeskKeys) -> None:
    _refusal(folder, vault, pin=OTHER_PIN)
    assert open_slot(folder, vault, USER, PIN, now=NOW - timedelta(days=400)).desk == made.desk


def test_the_right_pin_forgets_earlier_wrong_ones(folder: Path, vault, made: DeskKeys) -> None:
    for start in (NOW, NOW + timedelta(hours=1)):
        for place in range(MOST - 1):
            assert (
                _refusal(folder, vault, pin=OTHER_PIN, now=start + timedelta(minutes=place)) == "pin.onjuist"
            )
        open_slot(folder, vault, USER, PIN, now=start + timedelta(minutes=30))


def test_a_colleague_gets_a_slot_and_both_open_the_same_cache(folder: Path, vault, made, cheap) -> None:
    enrol_user(folder, vault, made, "p.proef", OTHER_PIN, kdf=cheap)
    assert open_slot(folder, vault, "p.proef", OTHER_PIN, now=NOW).master() == made.master()
    assert open_slot(folder, vault, USER, PIN, now=NOW).master() == made.master()
    assert _refusal(folder, vault, "p.proef", PIN) == "pin.onjuist"


def test_a_new_pin_replaces_the_old_one_and_unblocks(folder: Path, vault, made, cheap) -> None:
    for place in range(MOST):
        _refusal(folder, vault, pin=OTHER_PIN, now=NOW + timedelta(minutes=place))
    enrol_user(folder, vault, made, USER, OTHER_PIN, kdf=cheap)
    assert open_slot(folder, vault, USER, OTHER_PIN, now=NOW).master() == made.master()
    assert len(_slot_files(folder)) == 1


def test_a_removed_user_is_unknown_and_the_others_stay(folder: Path, vault, made, cheap) -> None:
    enrol_user(folder, vault, made, "p.proef", OTHER_PIN, kdf=cheap)
    remove_user(folder, vault, USER)
    assert _refusal(folder, vault) == "slot.ontbreekt"
    assert open_slot(folder, vault, "p.proef", OTHER_PIN, now=NOW).desk == made.desk


@pytest.mark.parametrize(
    ("pin", "has_store", "least"), [("123456", True, 8), ("1234567", True, 8), ("elf tekens!", False, 12)]
)
def test_a_short_pin_is_refused_with_the_least_length(pin: str, has_store: bool, least: int) -> None:
    with pytest.raises(Refused, match=r"pin\.te_kort") as caught:
        check_pin(pin, has_os_store=has_store)
    assert caught.value.details["minimum"] == least


def test_a_short_pin_makes_nothing(folder: Path, vault, desk: UUID, cheap: KdfParams) -> None:
    with pytest.raises(Refused, match=r"pin\.te_kort"):
        create_cache(folder, vault, USER, "123456", desk=desk, kdf=cheap)
    assert not vault.entries
    assert not _slot_files(folder)


def test_neither_names_nor_keys_stand_on_the_disk(folder: Path, vault, made: DeskKeys) -> None:
    (slot,) = _slot_files(folder)
    text = slot.read_text() + slot.name
    secret = next(iter(vault.entries.values()))
    for hidden in (USER, PIN, bytes(made.master()).hex(), secret.hex()):
        assert hidden not in text
    assert slot.stat().st_mode & 0o077 == 0


def test_an_empty_key_store_is_an_error_and_makes_no_key(folder: Path, vault, made: DeskKeys) -> None:
    vault.entries.clear()
    assert _refusal(folder, vault) == "sleutelbos.leeg"
    assert not vault.entries


def test_a_replaced_device_secret_is_no_wrong_pin(folder: Path, vault, made: DeskKeys) -> None:
    (service,) = vault.entries
    vault.entries[service] = bytes(32)
    assert _refusal(folder, vault) == "sleutelbos.ander_geheim"
    assert not list((folder / "sleutels").glob("*.pogingen"))


def test_another_kind_of_key_store_is_told(folder: Path, vault, made: DeskKeys) -> None:
    vault.backend_name = "another"
    assert _refusal(folder, vault) == "sleutelbos.anders"


def test_a_second_cache_is_refused(folder: Path, vault, made: DeskKeys, desk: UUID, cheap) -> None:
    with pytest.raises(Refused, match=r"cache\.bestaat"):
        create_cache(folder, vault, USER, PIN, desk=desk, kdf=cheap)
    assert open_slot(folder, vault, USER, PIN, now=NOW).master() == made.master()


def test_without_any_slot_there_is_no_cache(folder: Path, vault) -> None:
    assert _refusal(folder, vault) == "cache.ontbreekt"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("desk", UUID(int=3).hex),
        ("kdf", {"iterations": 1, "memory_kib": 16, "lanes": 1}),
        ("salt", "AAAAAAAAAAAAAAAAAAAAAA=="),
        ("nonce", "AAAAAAAAAAAAAAAA"),
    ],
)
def test_an_altered_slot_does_not_open(folder: Path, vault, made: DeskKeys, name: str, value: object) -> None:
    (path,) = _slot_files(folder)
    slot = json.loads(path.read_text())
    path.write_text(json.dumps({**slot, name: value}))
    assert _refusal(folder, vault) == "pin.onjuist"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "[" * 100_000,
        '{"version": 1}',
        '{"version": 2}',
        "9" * 3000,
    ],
)
def test_a_damaged_slot_is_told(folder: Path, vault, made: DeskKeys, text: str) -> None:
    (path,) = _slot_files(folder)
    path.write_text(text)
    assert _refusal(folder, vault) == "slot.beschadigd"


def test_a_slot_that_asks_for_the_whole_memory_is_damaged(folder: Path, vault, made: DeskKeys) -> None:
    (path,) = _slot_files(folder)
    slot = json.loads(path.read_text())
    slot["kdf"]["memory_kib"] = 2**40
    path.write_text(json.dumps(slot))
    assert _refusal(folder, vault) == "slot.beschadigd"


def test_a_damaged_slot_does_not_lock_out_a_colleague(folder: Path, vault, made, cheap) -> None:
    (own,) = _slot_files(folder)
    enrol_user(folder, vault, made, "p.proef", OTHER_PIN, kdf=cheap)
    own.write_bytes(b"{")
    assert open_slot(folder, vault, "p.proef", OTHER_PIN, now=NOW).master() == made.master()
    assert _refusal(folder, vault) == "slot.beschadigd"


def test_a_slot_copied_to_a_colleague_is_damaged(folder: Path, vault, made, cheap) -> None:
    (own,) = _slot_files(folder)
    enrol_user(folder, vault, made, "p.proef", OTHER_PIN, kdf=cheap)
    (other,) = set(_slot_files(folder)) - {own}
    other.write_bytes(own.read_bytes())
    assert _refusal(folder, vault, "p.proef", PIN) == "slot.beschadigd"


def test_wiped_keys_give_nothing(made: DeskKeys) -> None:
    held = made.master()
    made.wipe()
    assert not held
    with pytest.raises(Locked, match=r"cache\.op_slot"):
        made.cache_key()


def test_keys_do_not_show_in_a_traceback(made: DeskKeys) -> None:
    assert bytes(made.master()).hex() not in repr(made)


def test_the_standard_cost_is_what_the_design_asks() -> None:
    assert KdfParams() == KdfParams(iterations=3, memory_kib=65536, lanes=4)
    # The bytes depend on passes, memory and lanes: cheaper work gives another key.
    key = wrapping_key(PIN, bytes(32), bytes(16), KdfParams())
    assert key.hex() == "4663185b8e2f6c8d64d60d6d9644af92c24c0c59208353727763dcc4385ce4c3"

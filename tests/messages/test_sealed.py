"""A sealed frame opens for its desk and its register, and breaks rather than lies."""

from __future__ import annotations

from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from werkdesk.errors import Refused
from werkdesk.messages.sealed import (
    LARGEST_PAYLOAD,
    MAGIC,
    START,
    Frame,
    open_own,
    open_sealed,
    read_frame,
    scan,
    seal,
)

DESK = UUID(int=5)
KEY = bytes(range(32))
PRIVATE = X25519PrivateKey.from_private_bytes(bytes(range(32)))


def _frame(payload: bytes = b"act", register: X25519PublicKey | None = None, sequence: int = 3) -> Frame:
    raw = seal(payload, desk=DESK, sequence=sequence, previous=START, journal_key=KEY, register_key=register)
    frame = read_frame(raw)
    assert frame is not None
    return frame


def _altered(frame: Frame, place: int) -> Frame:
    raw = bytearray(frame.raw)
    raw[place] ^= 1
    return Frame(frame.desk, frame.sequence, frame.previous, bytes(raw))


@pytest.mark.parametrize("payload", [b"", b"act", MAGIC * 3, bytes(100_000)])
def test_desk_and_register_read_the_same_act(payload: bytes) -> None:
    frame = _frame(payload, PRIVATE.public_key())
    assert (frame.desk, frame.sequence, frame.is_sealed) == (DESK, 3, True)
    assert open_own(frame, KEY) == open_sealed(frame, PRIVATE) == payload


def test_a_frame_without_a_seal_is_only_for_its_desk() -> None:
    frame = _frame()
    assert open_own(frame, KEY) == b"act"
    with pytest.raises(Refused, match=r"zegel\.ontbreekt"):
        open_sealed(frame, PRIVATE)


def test_another_register_or_key_reads_nothing() -> None:
    frame = _frame(register=PRIVATE.public_key())
    with pytest.raises(Refused, match=r"zegel\.onleesbaar"):
        open_sealed(frame, X25519PrivateKey.generate())
    with pytest.raises(Refused, match=r"zegel\.onleesbaar"):
        open_own(frame, bytes(32))


def test_no_byte_can_be_altered_even_by_who_repairs_the_checksum() -> None:
    """Each byte up to the checksum, the register's part included; version and flags too."""
    frame = _frame(register=PRIVATE.public_key())
    for place in range(8, len(frame.raw) - 4):
        altered = _altered(frame, place)
        readers = 0
        for read in (lambda one: open_own(one, KEY), lambda one: open_sealed(one, PRIVATE)):
            try:
                assert read(altered) == b"act"
                readers += 1
            except Refused:
                pass
        # A byte of one reader's key part is invisible to the other reader; all else stops both.
        in_key_parts = 70 <= place < 70 + 12 + 48 + 80
        assert readers == (1 if in_key_parts else 0), place


def test_a_damaged_frame_is_not_found() -> None:
    frame = _frame()
    for place in range(len(frame.raw)):
        assert read_frame(_altered(frame, place).raw) is None


def test_reading_goes_on_after_damage_and_counts_it() -> None:
    frames = [_frame(str(number).encode(), sequence=number).raw for number in range(1, 5)]
    broken = bytearray(frames[1])
    broken[12] ^= 0xFF  # in the length, which must not be believed
    found = list(scan(b"?" + frames[0] + bytes(broken) + MAGIC + frames[2] + frames[3][:-1]))
    assert [one.sequence if isinstance(one, Frame) else -one for one in found] == [
        -1,
        1,
        -len(broken) - len(MAGIC),
        3,
        -len(frames[3]) + 1,
    ]


def test_two_seals_of_one_act_are_never_alike() -> None:
    assert _frame().raw[82:] != _frame().raw[82:]


def test_an_act_beyond_the_limit_is_refused() -> None:
    with pytest.raises(Refused, match=r"zegel\.te_groot"):
        _frame(bytes(LARGEST_PAYLOAD + 1))

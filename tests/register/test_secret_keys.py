"""The register's own keys: made once, read back, and useless to who has not the file."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from werkdesk.errors import Refused
from werkdesk.messages.sealed import START, open_sealed, read_frame, seal
from werkdesk.register.profile import Profile, write_secret
from werkdesk.register.secret_keys import make_keys, read_keys


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "register")


def test_keys_are_read_back_and_for_the_owner_alone(profile: Profile) -> None:
    keys = make_keys(profile)
    assert read_keys(profile) == keys
    assert profile.secrets.stat().st_mode & 0o077 == 0
    assert "bytes" not in repr(keys)
    assert keys.bsn_key.hex() not in repr(keys)


def test_what_a_desk_seals_is_opened_by_this_register_alone(profile: Profile, tmp_path: Path) -> None:
    keys, other = make_keys(profile), make_keys(Profile(tmp_path / "ander"))
    public = X25519PublicKey.from_public_bytes(bytes.fromhex(keys.public_key))
    raw = seal(
        b"werk", desk=UUID(int=1), sequence=1, previous=START, journal_key=bytes(32), register_key=public
    )
    frame = read_frame(raw)
    assert frame is not None
    assert open_sealed(frame, keys.private_key) == b"werk"
    with pytest.raises(Refused, match=r"zegel\.onleesbaar"):
        open_sealed(frame, other.private_key)


def test_a_bsn_hash_is_worth_nothing_without_the_key(profile: Profile, tmp_path: Path) -> None:
    keys, other = make_keys(profile), make_keys(Profile(tmp_path / "ander"))
    assert keys.bsn_hash("999912340") == keys.bsn_hash("999912340") != other.bsn_hash("999912340")


@pytest.mark.parametrize("content", [b"", b"{}", b'{"register_key":"zz","bsn_key":"00"}', b"\xff"])
def test_a_damaged_key_file_is_said_to_be_so(profile: Profile, content: bytes) -> None:
    write_secret(profile.secrets, content)
    with pytest.raises(Refused, match=r"register\.sleutels_onleesbaar"):
        read_keys(profile)


def test_a_missing_key_file_is_said_to_be_so(profile: Profile) -> None:
    with pytest.raises(Refused, match=r"register\.sleutels_ontbreken"):
        read_keys(profile)

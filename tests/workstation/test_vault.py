"""Rules of the key store wrapper that need no real store, and the key file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.patience import PATIENCE
from werkdesk.errors import Locked
from werkdesk.workstation.vault.contract import Vault
from werkdesk.workstation.vault.key_file import KeyFile
from werkdesk.workstation.vault.system import SystemVault

SERVICE = "werkdesk/proef/1"
SECRET = bytes(range(32))


class Backend:
    """A keyring backend in memory; a test makes it misbehave."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, user: str) -> str | None:
        return self.entries.get((service, user))

    def set_password(self, service: str, user: str, text: str) -> None:
        self.entries[service, user] = text

    def delete_password(self, service: str, user: str) -> None:
        del self.entries[service, user]


class Forgetful(Backend):
    """Says yes and keeps nothing, as keyring's null backend does."""

    def set_password(self, service: str, user: str, text: str) -> None:
        pass


class Stubborn(Backend):
    def delete_password(self, service: str, user: str) -> None:
        pass


class KeyringLocked(Exception):  # noqa: N818 - the name is keyring's own
    pass


class SecretServiceNotAvailableException(Exception):  # noqa: N818 - the name is secretstorage's own
    pass


class Raising(Backend):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, user: str) -> str | None:
        raise self.error

    def set_password(self, service: str, user: str, text: str) -> None:
        raise self.error


def _vault(backend: Any, limit: float = 5.0) -> SystemVault:
    return SystemVault(limit_seconds=limit, make_backend=lambda: backend)


def _code(call: Any) -> str:
    with pytest.raises(Locked) as caught:
        call()
    return caught.value.code


@pytest.fixture(params=["system", "file"])
def vault(request: pytest.FixtureRequest, tmp_path: Path) -> Vault:
    """Both kinds keep the same promises."""
    return _vault(Backend()) if request.param == "system" else KeyFile(tmp_path / "sleutels.json")


def test_a_vault_keeps_gives_and_forgets(vault: Vault) -> None:
    vault.store(SERVICE, SECRET)
    vault.store("werkdesk/proef/2", bytes(32))
    assert vault.read(SERVICE) == SECRET
    vault.forget(SERVICE)
    assert _code(lambda: vault.read(SERVICE)) == "sleutelbos.leeg"
    assert vault.read("werkdesk/proef/2") == bytes(32)
    vault.forget(SERVICE)


def test_a_missing_entry_is_an_error_and_never_none(vault: Vault) -> None:
    vault.store("werkdesk/proef/3", SECRET)
    assert _code(lambda: vault.read(SERVICE)) == "sleutelbos.leeg"


def test_the_two_kinds_have_names_of_their_own(tmp_path: Path) -> None:
    system, file = SystemVault(), KeyFile(tmp_path / "x")
    assert system.backend_name != file.backend_name
    assert (system.is_os_store, file.is_os_store) == (True, False)


def test_a_store_that_keeps_nothing_is_found_out() -> None:
    assert _code(lambda: _vault(Forgetful()).store(SERVICE, SECRET)) == "sleutelbos.bewaart_niet"


def test_a_store_that_forgets_nothing_is_found_out() -> None:
    vault = _vault(Stubborn())
    vault.store(SERVICE, SECRET)
    assert _code(lambda: vault.forget(SERVICE)) == "sleutelbos.vergeet_niet"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyringLocked("x"), "sleutelbos.op_slot"),
        (SecretServiceNotAvailableException("x"), "sleutelbos.weg"),
        (RuntimeError("no backend"), "sleutelbos.weg"),
        (OSError(5, "x"), "sleutelbos.weg"),
    ],
)
def test_whatever_a_store_raises_becomes_a_code(error: Exception, code: str) -> None:
    vault = _vault(Raising(error))
    assert _code(lambda: vault.read(SERVICE)) == code
    assert _code(lambda: vault.store(SERVICE, SECRET)) == code


def test_what_a_store_says_does_not_travel_on() -> None:
    with pytest.raises(Locked) as caught:
        _vault(Raising(RuntimeError("geheim 1234"))).read(SERVICE)
    assert "geheim" not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert "geheim" not in str(caught.value.details)


@pytest.mark.parametrize("text", ["", "geen base64!", "é", "A"])
def test_an_entry_that_is_not_ours_is_told(text: str) -> None:
    backend = Backend()
    backend.entries[SERVICE, "werkdesk"] = text
    if text:
        assert _code(lambda: _vault(backend).read(SERVICE)) == "sleutelbos.onleesbaar"
    else:
        assert _vault(backend).read(SERVICE) == b""


def test_a_mute_store_is_given_up_and_costs_one_thread() -> None:
    answer, asked = threading.Event(), threading.Event()

    class Mute(Backend):
        def get_password(self, service: str, user: str) -> str | None:
            asked.set()
            answer.wait()
            return None

    vault = _vault(Mute(), limit=0.05)
    before = set(threading.enumerate())
    for _ in range(5):
        assert _code(lambda: vault.read(SERVICE)) == "sleutelbos.antwoordt_niet"
    assert asked.wait(PATIENCE)
    assert len(set(threading.enumerate()) - before) == 1
    answer.set()


def test_keyring_is_not_imported_before_it_is_used() -> None:
    code = (
        "import sys; from werkdesk.workstation.vault.system import SystemVault; SystemVault();"
        " sys.exit('keyring' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_key_file_is_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "sleutels.json"
    KeyFile(path).store(SERVICE, SECRET)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_missing_key_file_is_told_apart_from_a_missing_entry_and_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "sleutels.json"
    assert _code(lambda: KeyFile(path).read(SERVICE)) == "sleutelbestand.ontbreekt"
    assert not path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards by the folder's rights")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_key_file_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "sleutels.json"
    KeyFile(path).store(SERVICE, SECRET)
    path.chmod(mode)
    before = path.read_bytes()
    assert _code(lambda: KeyFile(path).read(SERVICE)) == "sleutelbestand.te_open"
    assert _code(lambda: KeyFile(path).store(SERVICE, bytes(32))) == "sleutelbestand.te_open"
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": 1}', b"\xff", b"[" * 100_000], ids=range(6))
def test_a_damaged_key_file_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "sleutels.json"
    path.write_bytes(content)
    path.chmod(0o600)
    assert _code(lambda: KeyFile(path).read(SERVICE)) == "sleutelbestand.onleesbaar"
    assert _code(lambda: KeyFile(path).store(SERVICE, SECRET)) == "sleutelbestand.onleesbaar"
    assert path.read_bytes() == content


def test_a_key_file_entry_that_is_no_base64_is_told(tmp_path: Path) -> None:
    path = tmp_path / "sleutels.json"
    path.write_text(json.dumps({SERVICE: "???"}))
    path.chmod(0o600)
    assert _code(lambda: KeyFile(path).read(SERVICE)) == "sleutelbestand.onleesbaar"


def test_a_key_file_in_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    vault = KeyFile(tmp_path / "nergens" / "sleutels.json")
    assert _code(lambda: vault.store(SERVICE, SECRET)) == "sleutelbestand.onschrijfbaar"


def test_desks_that_share_a_key_file_do_not_lose_each_others_secret(tmp_path: Path) -> None:
    path = tmp_path / "sleutels.json"
    services = [f"werkdesk/{number}/1" for number in range(8)]
    threads = [threading.Thread(target=KeyFile(path).store, args=(one, os.urandom(32))) for one in services]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(len(KeyFile(path).read(one)) == 32 for one in services)

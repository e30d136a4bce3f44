"""The real key store of a desktop session, in each state it can be in, seen by who starts a verb."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures.desk import PIN
from tests.fixtures.register import TestRegister
from tests.patience import PATIENCE
from tests.workstation.test_real_key_store import Session
from tests.workstation.test_real_key_store import pytestmark as needs_a_store
from werkdesk.ui.texts import explain_code

pytestmark = [*needs_a_store, pytest.mark.postgres]
ROOT = Path(__file__).parents[2]


class StoreDesk:
    """A desk whose device secret is in the Secret Service of a private bus."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.session, self.folder = session, folder
        self.pin = folder / "pin"
        self.pin.write_text(PIN, encoding="utf-8")

    def run(self, *words: object) -> tuple[int, str]:
        """Exit code and everything that was said. A verb that hangs fails the test."""
        done = subprocess.run(
            [
                sys.executable, "-m", "werkdesk", "desk", *map(str, words),
                "--profile", str(self.folder / "balie"), "--pin-file", str(self.pin),
            ],
            env={**self.session.env, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
            cwd=ROOT, capture_output=True, check=False, timeout=PATIENCE, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        return done.returncode, (done.stdout + done.stderr).decode()

    def files(self) -> dict[str, bytes]:
        """Every encrypted file, to see that nothing was made anew."""
        return {path.name: path.read_bytes() for path in (self.folder / "balie" / "balie").rglob("*.json")}


@pytest.fixture
def store_desk(register: TestRegister, served: str, tmp_path: Path) -> Iterator[StoreDesk]:
    """Enrolled while the store was open."""
    with tempfile.TemporaryDirectory(prefix="wd", ignore_cleanup_errors=True) as root:
        session = Session(Path(root))
        session.start_bus(starts_stores=False)
        session.store = session.start_store(password="proef")  # type: ignore[attr-defined]
        desk = StoreDesk(session, tmp_path)
        try:
            _, user_code = register.staff("f.balie", "Fictief")
            code, said = desk.run(
                "enrol", served, register.desk_code(), "--user", "f.balie", "--user-code", user_code
            )
            assert code == 0, said
            yield desk
        finally:
            session.close()


def stopped(desk: StoreDesk) -> None:
    store = desk.session.store  # type: ignore[attr-defined]
    store.terminate()
    store.wait()


def test_with_the_store_open_a_desk_enrols_and_opens_and_no_secret_lies_about(store_desk: StoreDesk) -> None:
    code, said = store_desk.run("status")
    assert code == 0, said
    assert not list(store_desk.folder.rglob("*.sleutel"))


def test_a_store_that_is_gone_locked_replaced_or_mute_is_told_and_makes_no_new_key(
    store_desk: StoreDesk,
) -> None:
    before = store_desk.files()
    stopped(store_desk)
    told = [store_desk.run("status")]
    assert explain_code("sleutelbos.weg") in told[-1][1]

    locked = store_desk.session.start_store(password=None)
    told.append(store_desk.run("status"))
    assert explain_code("sleutelbos.op_slot") in told[-1][1]
    locked.terminate()
    locked.wait()

    other = store_desk.session.start_store(password="proef")
    told.append(store_desk.run("status", "--key-file", store_desk.folder / "nergens"))
    assert explain_code("sleutelbos.anders") in told[-1][1]

    other.send_signal(signal.SIGSTOP)
    told.append(store_desk.run("status"))
    other.send_signal(signal.SIGCONT)
    assert explain_code("sleutelbos.antwoordt_niet") in told[-1][1]

    for code, said in told:
        assert code == 4, said
        assert "Traceback" not in said
    assert store_desk.files() == before
    assert store_desk.run("status")[0] == 0  # and when the store is well again, so is the desk


def test_without_any_store_a_desk_does_not_enrol_and_no_code_is_spent(
    register: TestRegister, served: str, tmp_path: Path
) -> None:
    with tempfile.TemporaryDirectory(prefix="wd", ignore_cleanup_errors=True) as root:
        session = Session(Path(root))
        desk = StoreDesk(session, tmp_path)
        _, user_code = register.staff("f.balie", "Fictief")
        words = ["enrol", served, register.desk_code(), "--user", "f.balie", "--user-code", user_code]
        code, said = desk.run(*words)
        assert (code, explain_code("sleutelbos.weg") in said) == (4, True)
        assert not (tmp_path / "balie" / "balie" / "sleutels").exists()
        code, said = desk.run(*words, "--key-file", tmp_path / "sleutel")
        assert code == 0, said
        assert (tmp_path / "sleutel").stat().st_mode & 0o077 == 0

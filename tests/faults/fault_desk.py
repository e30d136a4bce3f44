"""An enrolled desk on a real register, made to be broken: its files, its register, its clock."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.fixtures.desk import PIN, enrol
from tests.fixtures.register import TestRegister, serving
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.profile import DeskProfile, open_desk_profile
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.domain.melding import Kanaal, MeldingFeiten
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.waarden.naam import Naam
from werkdesk.register.listing import list_kind
from werkdesk.usecases.meldingen import NewMelding
from werkdesk.usecases.ronde import Round
from werkdesk.workstation.vault.key_file import KeyFile

__all__ = ["broken_desk", "closing"]

USER = "f.balie"


class SetClock(DeskClock):
    """Tells what a test wants it to tell."""

    def __init__(self, moment: datetime | None = None) -> None:
        self.ahead = timedelta() if moment is None else moment - super().__call__()
        self._stopped: datetime | None = None

    def stop(self) -> None:
        """From now on only :attr:`ahead` moves it."""
        self._stopped = super().__call__()

    def __call__(self) -> datetime:
        return (self._stopped or super().__call__()) + self.ahead


@dataclass
class FaultDesk:
    """``folder``: the profile. ``url``: where its register was when it was enrolled."""

    register: TestRegister
    folder: Path
    vault: KeyFile
    url: str
    closing: ExitStack
    clock: SetClock = field(default_factory=SetClock)

    @property
    def profile(self) -> DeskProfile:
        return open_desk_profile(self.folder)

    @property
    def cache(self) -> Path:
        """The encrypted file."""
        return self.profile.cache / "cache.db"

    @property
    def journal(self) -> Path:
        """The second copy of unsent work."""
        return self.profile.cache / "journaal"

    def desk(self) -> Desk:
        """A desk over this profile; locked at the end of the test."""
        made = Desk(self.profile, self.vault, clock=self.clock, is_live=False)
        self.closing.callback(made.close)
        return made

    def sign_in(self) -> DeskSession:
        """Somebody at work at a desk of their own."""
        return self.desk().sign_in(USER, PIN)

    @contextmanager
    def at_work(self) -> Iterator[tuple[Desk, DeskSession]]:
        """A desk with somebody signed in, put away afterwards."""
        desk = Desk(self.profile, self.vault, clock=self.clock, is_live=False)
        try:
            yield desk, desk.sign_in(USER, PIN)
        finally:
            desk.close()

    def sync(self) -> Round:
        """One full round at a desk of its own."""
        with self.at_work() as (desk, _):
            return desk.sync()

    def point_to(self, url: str, ca_pem: str = "") -> None:
        """From now on somebody else answers where this desk thinks its register is."""
        with self.at_work() as (desk, _):
            store = desk.door.handles.sync_store
            identity = store.identity()
            assert identity is not None
            store.keep_identity(replace(identity, url=url, ca_pem=ca_pem))

    def crash_image(self, folder: Path) -> FaultDesk:
        """What would be on the disk if the power went now: the files as they are, nothing closed."""
        shutil.copytree(self.folder, folder)
        return FaultDesk(self.register, folder, self.vault, self.url, self.closing, self.clock)

    def at_register(self) -> list[str]:
        """Kenmerken of the meldingen that the register holds, in order of arrival."""
        with self.register.engine.connect() as connection:
            return [row["kenmerk"] for row in list_kind(connection, "meldingen", None)]


def save(session: DeskSession, name: str = "Verzonnen") -> str:
    """A new fictitious person with a melding; its kenmerk, once it is saved."""
    person = KlantFeiten(naam=PersoonsNaam(geslachtsnaam=Naam(name)))
    klant = session.actions.klanten.record(person).klant
    made = session.actions.meldingen.record(
        NewMelding(klant=klant, feiten=MeldingFeiten(kanaal=Kanaal.BALIE))
    )
    return str(made.melding.kenmerk)


def here(session: DeskSession) -> set[str]:
    """Kenmerken of the meldingen this desk shows."""
    return {row.kenmerk for row in session.actions.lees.meldingen(limit=10_000)}


@pytest.fixture
def closing() -> Iterator[ExitStack]:
    """Closes what a test opened, whatever became of it."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def broken_desk(cheap_pins: None, register: TestRegister, tmp_path: Path, closing: ExitStack) -> FaultDesk:
    """An enrolled desk that has fetched what it may know. Its register answers until the test ends."""
    url = closing.enter_context(serving(register))
    profile, vault = enrol(register, url, tmp_path / "balie", USER)
    made = FaultDesk(register, profile.folders.profile, vault, url, closing)
    assert made.sync().fout is None
    return made

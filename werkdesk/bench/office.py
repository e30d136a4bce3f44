"""A desk with many fictitious people in its cache, made without a register: the cache is what is measured.

The people come in as pages of the feed, through the same code that a pull uses.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from werkdesk.desk.clock import DeskClock
from werkdesk.desk.profile import DeskProfile, OpenFacts, open_desk_profile
from werkdesk.desk.rekenaar import rekenaar
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.fictief.dossiers import make_meldingen
from werkdesk.fictief.personen import make_people
from werkdesk.messages.codec import encode
from werkdesk.messages.wire import Change, Feed, Medewerker
from werkdesk.storage.cache import create_cache
from werkdesk.storage.keyslots import slots
from werkdesk.storage.sync_store import SqlSyncStore
from werkdesk.usecases.ports import DeskIdentity
from werkdesk.workstation.vault.key_file import KeyFile

Tell = Callable[[str], None]
"""Told how far a measurement is, in Dutch."""

OFFICE = "meting"
USER = "m.meter"
SEED = 20_261_121
PAGE = 10_000
LEAST_PEOPLE = 50
_MOST_MELDINGEN = 5_000
_SHARE = 0.15
_WITNESSES = 2_000
_NOBODY = "http://127.0.0.1:9"  # the discard port: whoever asks is refused at once


@dataclass(frozen=True, slots=True)
class Office:
    """One enrolled desk. ``witnesses``: some of its people, spread evenly.

    ``built_s``: seconds that filling the cache took, making the people included.
    """

    profile: DeskProfile
    key_file: Path
    pin_file: Path
    people: int
    witnesses: tuple[Klant, ...]
    meldingen: tuple[Melding, ...]
    built_s: float

    @property
    def pin(self) -> str:
        """The PIN of :data:`USER`."""
        return self.pin_file.read_text(encoding="ascii")

    @property
    def vault(self) -> KeyFile:
        """The key store of this desk."""
        return KeyFile(self.key_file)


@dataclass(slots=True)
class _Filler:
    store: SqlSyncStore
    at: int = 0
    witnesses: list[Klant] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)

    def page(self, records: Iterable[Stand | Medewerker]) -> int:
        """Bring one page in; how many records it had."""
        changes = [
            Change(
                q=number, t=_soort(record), id=record.id, v=1, k="put", u=UUID(int=number),
                f=msgspec.Raw(encode(record)),
            )
            for number, record in enumerate(records, start=self.at + 1)
        ]  # fmt: skip
        if changes:
            after, self.at = self.at, self.at + len(changes)
            self.store.apply_feeds(
                [
                    Feed(
                        scope=OFFICE, from_seq=after, to_seq=self.at, tag=f"{self.at:016x}", more=True,
                        floor=0,                        changes=changes,
                    )
                ]
            )  # fmt: skip
        return len(changes)


def make_office(folder: Path, people: int, tell: Tell) -> Office:
    """A new desk in ``folder`` with ``people`` fictitious people and up to 5,000 meldingen.

    Raises what storage refuses (``schijf.*`` on a full disk).
    """
    clock = DeskClock()
    folder.mkdir(parents=True, exist_ok=True)
    profile = open_desk_profile(folder / "balie")
    key_file, pin_file = folder / "sleutel.key", folder / "pin"
    pin = f"meting-{secrets.token_hex(4)}"
    pin_file.touch(mode=0o600)
    pin_file.write_text(pin, encoding="ascii")
    identity = _identity()
    keys = slots.create_cache(profile.cache, KeyFile(key_file), USER, pin, desk=identity.desk_id)
    try:
        handles = create_cache(profile.cache, keys, clock=clock)
        try:
            handles.sync_store.keep_identity(identity, scopes=(OFFICE,))
            filler = _Filler(handles.sync_store)
            seconds = _fill(filler, people, clock, tell)
        finally:
            handles.close()
    finally:
        keys.wipe()
    profile.keep_facts(
        OpenFacts(balie=identity.balie, locatie=identity.locatie, kantoor_naam=identity.kantoor_naam,
                  gebruiker=USER)
    )  # fmt: skip
    return Office(
        profile, key_file, pin_file, people, tuple(filler.witnesses), tuple(filler.meldingen), seconds
    )


def _fill(filler: _Filler, people: int, clock: DeskClock, tell: Tell) -> float:
    now, began = clock(), time.monotonic()
    filler.page([_meter()])
    early: list[Klant] = []
    every = max(1, people // _WITNESSES)
    made = 0
    source = _noting(make_people(SEED, people, now.date()), filler, early, every)
    while batch := list(islice(source, PAGE)):
        made += filler.page(batch)
        tell(f"{made:,} van {people:,} verzonnen mensen".replace(",", "."))
    share = min(_SHARE, _MOST_MELDINGEN / len(early))
    cases = make_meldingen(SEED, early, now, rekenaar, share)
    while batch_of_cases := list(islice(cases, PAGE)):
        filler.meldingen += [case for case in batch_of_cases if isinstance(case, Melding)]
        filler.page(batch_of_cases)
    return round(time.monotonic() - began, 1)


def _noting(source: Iterator[Klant], filler: _Filler, early: list[Klant], every: int) -> Iterator[Klant]:
    """Pass people on, and remember some: evenly spread ones to look for, early ones for meldingen."""
    for number, klant in enumerate(source):
        if number % every == 0:
            filler.witnesses.append(klant)
        if number < _MOST_MELDINGEN * 10:
            early.append(klant)
        yield klant


def _identity() -> DeskIdentity:
    # A key of nobody: every save seals its journal to a register, and that belongs to what a save costs.
    nobody = X25519PrivateKey.generate().public_key().public_bytes_raw().hex()
    return DeskIdentity(
        desk_id=UUID(int=SEED), instance_id=secrets.token_hex(16), balie=1, locatie="raadhuis Amstelveen",
        kantoor=OFFICE, kantoor_naam="Meetkantoor (fictief)", gemeenten=("0362", "0358"), url=_NOBODY,
        ca_pem="", token="", register_key=nobody,
    )  # fmt: skip


def _soort(record: Stand | Medewerker) -> str:
    return "medewerker" if isinstance(record, Medewerker) else record.soort


def _meter() -> Medewerker:
    return Medewerker(id=UUID(int=SEED + 1), user=USER, name="M. Meter (fictief)", roles=["balie"])

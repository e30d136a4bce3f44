"""A whole office on one machine: register, desks, staff and fictitious people, in one folder."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from werkdesk.demo.mensen import first_visitor, script_people
from werkdesk.demo.register_proces import RegisterProces, free_port
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.enrol import NewDesk, enrol_desk
from werkdesk.desk.profile import DeskProfile, open_desk_profile
from werkdesk.desk.rekenaar import rekenaar
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.fictief.dossiers import make_meldingen, make_queue
from werkdesk.fictief.personen import make_people
from werkdesk.fictief.plaatsingen import make_placements
from werkdesk.register.database import in_transaction
from werkdesk.register.desks import add_desk
from werkdesk.register.load import load_records
from werkdesk.register.offices import Office, add_office
from werkdesk.register.personnel import add_staff, revoke_staff
from werkdesk.register.profile import Profile
from werkdesk.register.profile import open_profile as open_register_profile
from werkdesk.register.secret_keys import read_keys
from werkdesk.register.wiring import OpenRegister, make_ready, open_register
from werkdesk.workstation.vault.key_file import KeyFile

KANTOOR = "aa"
LOCATIE = "raadhuis Amstelveen"
PEOPLE = 200
SEED = 20_261_121
GONE = ("v.oud", "V. Oud (fictief)")
STAFF = (
    ("r.dewit", "R. de Wit (fictief)", "functioneel_beheerder"),
    ("f.balie", "F. Balie (fictief)", "functioneel_beheerder"),
    ("j.baas", "J. Baas (fictief)", "teamleider"),
)
"""Sign-in name, name, and the role besides the counter: two of them can publish a rule together."""


@dataclass(frozen=True, slots=True)
class DemoDesk:
    """One enrolled desk: its profile, its key file (a demo has no key store, so it is named) and its PIN."""

    profile: DeskProfile
    key_file: Path
    gebruiker: str
    pin: str


@dataclass(frozen=True, slots=True)
class Wereld:
    """The office. ``register`` runs until it is stopped."""

    register: RegisterProces
    desks: tuple[DemoDesk, ...]
    people: int


@dataclass(frozen=True, slots=True)
class _Codes:
    desk: str
    user: str
    gebruiker: str


def build_world(folder: Path, desks: int, clock: DeskClock, people: int = PEOPLE) -> Wereld:
    """Make everything new in ``folder`` and start the register.

    Raises what the register, the desks and the disk refuse.
    """
    folder.mkdir(parents=True, exist_ok=True)
    profile = open_register_profile(folder)
    make_ready(profile)
    with open_register(profile) as register:
        codes = _furnish(register, profile, desks, clock(), people)
    process = RegisterProces(folder, free_port())
    process.start()
    try:
        ca_pem = profile.ca.read_text(encoding="ascii")
        made = tuple(
            _enrol(folder, number, code, process.url, ca_pem, clock)
            for number, code in enumerate(codes, start=1)
        )
    except BaseException:
        process.stop()
        raise
    return Wereld(process, made, people)


def _furnish(
    register: OpenRegister, profile: Profile, desks: int, now: datetime, people: int
) -> list[_Codes]:
    office = in_transaction(
        register.engine,
        lambda c: add_office(c, KANTOOR, "Werkplein AA", ("0362", "0358"), (LOCATIE, "raadhuis Aalsmeer")),
    )
    keys = read_keys(profile)
    codes = [_codes_for(register, office, number) for number in range(desks)]
    _come_and_go(register, office)
    records = _records(now, people, [code.gebruiker for code in codes])
    load_records(register.engine, KANTOOR, records, keys.bsn_hash)
    return codes


def _come_and_go(register: OpenRegister, office: Office) -> None:
    """A colleague who left: what they did stays in their name."""
    user, name = GONE
    in_transaction(register.engine, lambda c: add_staff(c, office, user, name, ["balie"]))
    in_transaction(register.engine, lambda c: revoke_staff(c, office.scope, user))


def _codes_for(register: OpenRegister, office: Office, number: int) -> _Codes:
    user, name, *more = (
        STAFF[number] if number < len(STAFF) else (f"balie{number + 1}", f"Balie {number + 1} (fictief)")
    )
    desk = in_transaction(register.engine, lambda c: add_desk(c, office, LOCATIE))
    _, code = in_transaction(register.engine, lambda c: add_staff(c, office, user, name, ["balie", *more]))
    return _Codes(desk.code, code, user)


def _records(now: datetime, people: int, staff: list[str]) -> Iterator[tuple[str, Stand]]:
    """What happened before today; some of it by a colleague who left, so there is work to share."""
    script = script_people()
    taken = {klant.feiten.bsn for klant in script if klant.feiten.bsn}
    known = [*script, *make_people(SEED, people - len(script), now.date(), taken=taken)]
    everyone: list[Stand] = [
        *known,
        *make_meldingen(SEED, known[len(script) :], now, rekenaar, door=(*staff * 3, GONE[0])),
        *make_queue(SEED, known, now, LOCATIE),
        *make_placements(SEED, known[len(script) :], now, staff[0]),
        first_visitor(now, LOCATIE),
    ]
    return ((stand.soort, stand) for stand in everyone)


def _enrol(folder: Path, number: int, codes: _Codes, url: str, ca_pem: str, clock: DeskClock) -> DemoDesk:
    keys = folder / "sleutels"
    keys.mkdir(mode=0o700, exist_ok=True)
    key_file = keys / f"balie-{number}.key"
    profile = open_desk_profile(folder / f"balie-{number}")
    # Nobody has to remember a demo's PIN: it is made for this folder, and shown on the screen.
    pin = f"demo-{secrets.token_hex(4)}"
    _write_private(keys / f"balie-{number}.pin", pin)
    enrol_desk(
        profile,
        KeyFile(key_file),
        NewDesk(url=url, code=codes.desk, ca_pem=ca_pem, user=codes.gebruiker, user_code=codes.user, pin=pin),
        clock,
    )
    return DemoDesk(profile, key_file, codes.gebruiker, pin)


def _write_private(path: Path, text: str) -> None:
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii"
    ) as file:
        file.write(text)

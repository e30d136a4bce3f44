"""What the verbs of ``werkdesk register`` do. Imports SQLAlchemy and the rest: loaded when a verb runs."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection

from werkdesk.commandline.output import write_bytes
from werkdesk.commandline.shipped_rules import shipped_rules
from werkdesk.errors import Refused
from werkdesk.register import backup, desks, offices, personnel
from werkdesk.register.brp_file import read_test_persons
from werkdesk.register.certificates import ServerFiles
from werkdesk.register.checkup import check_register
from werkdesk.register.database import in_transaction
from werkdesk.register.listing import list_kind
from werkdesk.register.load import load_records
from werkdesk.register.offices import the_office
from werkdesk.register.one_time_codes import VALID
from werkdesk.register.profile import open_profile
from werkdesk.register.secret_keys import read_keys
from werkdesk.register.service import Listen, Tls, serve
from werkdesk.register.wiring import OpenRegister, make_ready, open_register

T = TypeVar("T")
_VALID = int(VALID.total_seconds() // 60)


def init(arguments: Namespace) -> int:
    """Make the register."""
    profile = open_profile(_folder(arguments))
    schema = make_ready(profile, _database(arguments))
    return say(
        arguments,
        {"schema": schema, "map": str(profile.folder)},
        f"Het register is klaar ({schema}). Bewaar {profile.secrets} apart: zonder dat bestand is een "
        "reservekopie niet te gebruiken.",
    )


def upgrade(arguments: Namespace) -> int:
    """Bring the schema to the newest version."""
    schema = make_ready(open_profile(_folder(arguments)), _database(arguments))
    return say(arguments, {"schema": schema}, f"De databank heeft versie {schema}.")


def run_service(arguments: Namespace) -> int:
    """Serve until a signal."""
    host, port = _address(arguments.listen)
    listen = Listen(host=host, port=port, tls=_tls(arguments), ready_file=arguments.ready_file)
    serve(open_profile(_folder(arguments)), listen, shipped_rules, _database(arguments))
    return 0


def check(arguments: Namespace) -> int:
    """Tell whether the register is sound; 1 when it is not."""
    with opened(arguments) as register:
        found = in_transaction(register.engine, lambda c: check_register(c, register.profile))
    words = [
        f"Versie {found.schema}, {found.records} gegevens, {found.mutations} handelingen, "
        f"{found.changes} wijzigingen in {found.scopes} kantoren.",
        f"Apart gehouden: {found.quarantined}. Wacht op iets anders: {found.held} "
        f"(langer dan een dag: {found.held_over_a_day}). Open botsingen: {found.open_conflicts}.",
    ]
    if found.gaps:
        words.append(f"LET OP: de nummering klopt niet bij: {', '.join(found.gaps)}.")
    if found.certificate_days is not None:
        words.append(f"Het eigen certificaat is nog {found.certificate_days} dagen geldig.")
    say(arguments, {"ok": found.sound, **asdict(found)}, "\n".join(words))
    return 0 if found.sound else 1


def back_up(arguments: Namespace) -> int:
    """Write a backup."""
    target: Path = arguments.file
    with opened(arguments) as register:
        size = backup.back_up(register, target)
    return say(arguments, {"bestand": str(target), "bytes": size}, f"Reservekopie gemaakt: {size} bytes.")


def put_back(arguments: Namespace) -> int:
    """Restore a backup into an empty register."""
    profile = open_profile(_folder(arguments))
    with open_register(profile, _database(arguments), ready=False) as register:
        epoch = backup.restore(register, arguments.file)
    words = "De reservekopie is teruggezet. De balies merken het en bieden opnieuw aan wat ontbreekt."
    return say(arguments, {"epoch": epoch}, words)


def add_office(arguments: Namespace) -> int:
    """Make an office."""
    made = do_in_register(
        arguments,
        lambda c: offices.add_office(
            c, arguments.code, arguments.name, arguments.gemeente, arguments.location
        ),
    )
    return say(arguments, asdict(made), f"Kantoor {made.scope} is gemaakt.")


def show_offices(arguments: Namespace) -> int:
    """List offices."""
    for one in do_in_register(arguments, offices.list_offices):
        state = "" if one.active else " (gesloten)"
        words = f"{one.scope}  {one.name}  {' '.join(one.gemeenten)}  {', '.join(one.locations)}{state}"
        say(arguments, asdict(one), words)
    return 0


def close_office(arguments: Namespace) -> int:
    """Shut an office out."""
    do_in_register(arguments, lambda c: offices.close_office(c, arguments.code))
    return say(arguments, {"scope": arguments.code, "active": False}, "Het kantoor is gesloten.")


def add_desk(arguments: Namespace) -> int:
    """Make a desk and its code."""
    made = do_in_register(
        arguments,
        lambda c: desks.add_desk(c, the_office(c, arguments.office), arguments.location, arguments.number),
    )
    words = f"Balie {made.balie} ({made.location}). Code, {_VALID} minuten geldig: {made.code}"
    return say(arguments, asdict(made), words)


def show_desks(arguments: Namespace) -> int:
    """List desks."""
    for one in do_in_register(arguments, lambda c: desks.list_desks(c, _office(c, arguments))):
        state = "ingetrokken" if one.revoked_at else "aangemeld" if one.enrolled_at else "nog niet aangemeld"
        seen = one.last_seen_at.isoformat(timespec="seconds") if one.last_seen_at else "-"
        words = f"{one.scope}  balie {one.balie}  {one.location}  {state}  laatst {seen}  wacht {one.outbox}"
        say(arguments, asdict(one), words)
    return 0


def revoke_desk(arguments: Namespace) -> int:
    """Shut a desk out."""
    rid = do_in_register(
        arguments,
        lambda c: desks.revoke_desk(c, the_office(c, arguments.office).scope, arguments.number),
    )
    return say(arguments, {"id": rid, "revoked": True}, f"Balie {arguments.number} is ingetrokken.")


def add_user(arguments: Namespace) -> int:
    """Make a member of staff and their first code."""
    roles = arguments.role or ["balie"]
    member, code = do_in_register(
        arguments,
        lambda c: personnel.add_staff(
            c, the_office(c, arguments.office), arguments.user, arguments.name, roles
        ),
    )
    words = f"Medewerker {member.user} is gemaakt. Code, {_VALID} minuten geldig: {code}"
    return say(arguments, {**asdict(member), "code": code}, words)


def new_user_code(arguments: Namespace) -> int:
    """Give another code."""
    code = do_in_register(
        arguments,
        lambda c: personnel.new_code(c, the_office(c, arguments.office).scope, arguments.user),
    )
    return say(arguments, {"user": arguments.user, "code": code}, f"Code, {_VALID} minuten geldig: {code}")


def show_users(arguments: Namespace) -> int:
    """List members of staff."""
    for one in do_in_register(arguments, lambda c: personnel.list_staff(c, _office(c, arguments))):
        state = "" if one.active else "  (ingetrokken)"
        say(arguments, asdict(one), f"{one.scope}  {one.user}  {one.name}  {', '.join(one.roles)}{state}")
    return 0


def revoke_user(arguments: Namespace) -> int:
    """Shut a member of staff out."""
    member = do_in_register(
        arguments,
        lambda c: personnel.revoke_staff(c, the_office(c, arguments.office).scope, arguments.user),
    )
    return say(arguments, asdict(member), f"Medewerker {member.user} is ingetrokken.")


def change_roles(arguments: Namespace) -> int:
    """Give roles and take roles away; desks hear it at their next round."""
    if not (arguments.add or arguments.remove):
        raise Refused("medewerker.rol_kiezen", field="rol")
    member = do_in_register(
        arguments,
        lambda c: personnel.set_roles(
            c, the_office(c, arguments.office).scope, arguments.user, arguments.add, arguments.remove
        ),
    )
    words = f"Medewerker {member.user} heeft nu: {', '.join(member.roles)}. De balies horen het vanzelf."
    return say(arguments, asdict(member), words)


def restore_user(arguments: Namespace) -> int:
    """Let a member of staff in again."""
    member, code = do_in_register(
        arguments,
        lambda c: personnel.restore_staff(c, the_office(c, arguments.office).scope, arguments.user),
    )
    words = f"Medewerker {member.user} mag weer. Code, {_VALID} minuten geldig: {code}"
    return say(arguments, {**asdict(member), "code": code}, words)


def show_staff_history(arguments: Namespace) -> int:
    """What somebody was allowed since when, oldest first."""
    found = do_in_register(
        arguments,
        lambda c: personnel.staff_history(c, the_office(c, arguments.office).scope, arguments.user),
    )
    for one in found:
        state = ", ".join(one.roles) if one.active else "ingetrokken"
        say(arguments, asdict(one), f"{one.since.isoformat(timespec='seconds')}  {one.user}  {state}")
    return 0


def show_kind(arguments: Namespace) -> int:
    """List what the register holds; always one JSON object a line."""
    with opened(arguments) as register, register.engine.connect() as connection:
        for line in list_kind(connection, arguments.kind, _office(connection, arguments)):
            _write(msgspec.json.encode(line))
    return 0


def load_test_persons(arguments: Namespace) -> int:
    """Load fictitious persons."""
    persons = read_test_persons(arguments.file, datetime.now(UTC))
    with opened(arguments) as register:
        place = in_transaction(register.engine, lambda c: the_office(c, arguments.office))
        bsn_hash = read_keys(register.profile).bsn_hash
        done = load_records(register.engine, place.scope, persons.records(place.scope), bsn_hash)
    words = f"{done.added} testpersonen geladen, {done.present} waren er al."
    if persons.left_out:
        reasons = ", ".join(f"{code} {count}" for code, count in sorted(persons.left_out.items()))
        words += f" Niet overgenomen waarden: {reasons}."
    return say(arguments, {"added": done.added, "present": done.present, "left_out": persons.left_out}, words)


# ---------------------------------------------------------------------- shared


@contextmanager
def opened(arguments: Namespace) -> Iterator[OpenRegister]:
    """The register of ``--profile`` or ``--database``, ready for use."""
    with open_register(open_profile(_folder(arguments)), _database(arguments)) as register:
        yield register


def do_in_register(arguments: Namespace, work: Callable[[Connection], T]) -> T:
    """One transaction in the register."""
    with opened(arguments) as register:
        return in_transaction(register.engine, work)


def _folder(arguments: Namespace) -> Path | None:
    return getattr(arguments, "profile", None)


def _database(arguments: Namespace) -> str | None:
    return getattr(arguments, "database", None) or os.environ.get("WERKDESK_DATABASE") or None


def _office(connection: Connection, arguments: Namespace) -> str | None:
    return the_office(connection, arguments.office).scope if arguments.office else None


def _address(text: str) -> tuple[str, int]:
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isascii() or not port.isdigit() or int(port) > 65_535:
        raise Refused("register.luisteradres", field="listen")
    return host.strip("[]"), int(port)


def _tls(arguments: Namespace) -> Tls:
    if arguments.tls != "files":
        return "none" if arguments.tls == "none" else "own"
    if arguments.tls_cert is None or arguments.tls_key is None:
        raise Refused("register.certificaat", field="tls-cert")
    return ServerFiles(arguments.tls_cert, arguments.tls_key)


def say(arguments: Namespace, line: dict[str, Any], words: str) -> int:
    """One line: JSON with ``--json``, words without; the exit code of a verb that succeeded."""
    _write(msgspec.json.encode(line) if getattr(arguments, "json", False) else words.encode())
    return 0


def _write(line: bytes) -> None:
    write_bytes(line + b"\n", flush=True)

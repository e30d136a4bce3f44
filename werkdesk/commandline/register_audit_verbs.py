"""What the verbs of ``werkdesk register audit`` do."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from werkdesk.commandline.output import write_bytes
from werkdesk.commandline.register_verbs import opened, say
from werkdesk.commandline.shipped_rules import shipped_rules
from werkdesk.errors import Refused
from werkdesk.register.inzage.export import Wanted, export
from werkdesk.register.inzage.verify import Anchor, Verified, scopes_with_log, verify
from werkdesk.register.offices import the_office
from werkdesk.register.rules.of_office import OfficeRules
from werkdesk.register.secret_keys import read_keys

_HEAD = re.compile(r"([0-9]{1,18}):([0-9a-fA-F]{64})")
_FOUND = {
    "gewijzigd": "is veranderd",
    "losgemaakt": "sluit niet aan op de regel ervoor",
    "ontbreekt": "ontbreekt",
    "dubbel": "staat er dubbel",
    "afgekapt": "en wat erna kwam, is weg",
    "kop": "is de laatste, maar de kop van het log zegt iets anders",
    "zegel": "is niet door dit register verzegeld: het log kan in zijn geheel herschreven zijn",
    "anker": "is een andere dan de kop die u noemt",
}


def verify_log(arguments: Namespace) -> int:
    """Verify the log of every office, or of one; 1 when something was changed."""
    anchor = _anchor(arguments.head)
    if anchor is not None and not arguments.office:
        raise Refused("kantoor.kies", field="office")
    with opened(arguments) as register:
        keys = read_keys(register.profile)
        with register.engine.connect() as connection:
            told = [verify(connection, scope, keys, anchor) for scope in _scopes(connection, arguments)]
    for one in told:
        say(arguments, _line(one), _words(one))
    return 0 if all(one.in_orde for one in told) else 1


def export_log(arguments: Namespace) -> int:
    """The lines themselves; always one JSON object a line."""
    wanted = Wanted(
        klant=_klant(arguments.klant),
        user=arguments.user,
        from_day=_day(arguments.from_day),
        until_day=_day(arguments.until_day),
    )
    with opened(arguments) as register, register.engine.connect() as connection:
        for scope in _scopes(connection, arguments):
            regels = OfficeRules(shipped_rules)(connection, scope)
            for line in export(connection, scope, wanted, regels):
                write_bytes(msgspec.json.encode(line) + b"\n")
    return 0


def _scopes(connection: Connection, arguments: Namespace) -> Sequence[str]:
    if arguments.office:
        return (the_office(connection, arguments.office).scope,)
    return scopes_with_log(connection)


def _line(one: Verified) -> dict[str, object]:
    return {
        "kantoor": one.kantoor,
        "in_orde": one.in_orde,
        "regels": one.regels,
        "kop": one.kop,
        "aantal_fouten": one.aantal_fouten,
        "gevonden": [asdict(found) for found in one.gevonden],
    }


def _words(one: Verified) -> str:
    if one.in_orde:
        return f"{one.kantoor}: {one.regels} regels, niets veranderd. Kop: {one.kop}"
    lines = [f"  regel {found.regel} {_FOUND[found.fout]}." for found in one.gevonden]
    return "\n".join([f"{one.kantoor}: LET OP, het inzagelog klopt niet ({one.aantal_fouten} keer).", *lines])


def _anchor(text: str | None) -> Anchor | None:
    if text is None:
        return None
    found = _HEAD.fullmatch(text)
    if found is None:
        raise Refused("inzage.kop", field="head")
    return Anchor(int(found[1]), found[2].lower())


def _klant(text: str | None) -> UUID | None:
    if text is None:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise Refused("klant.id", field="klant") from None


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("datum.vorm", field="from") from None

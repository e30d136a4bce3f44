"""What desk and register agree on about questions: their names, and how the values in them are read."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

import msgspec

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.plaatsing import Carrousel, Plaatsing
from werkdesk.errors import Refused
from werkdesk.messages.codec import decode_act, decode_value, encode

# Named after the act and the field, so that judging an act again cannot make a second question, and a desk
# knows the name before the register's own record comes by.
_CONFLICTS = UUID("6f0a6a52-6d0f-4c39-9d5f-0f4b4f5c6a11")
_ACTS = {"klant": g.KlantGewijzigd, "melding": g.MeldingGewijzigd}
_NOBODY = UUID(int=0)
CARROUSEL = "carrousel"
"""The field of a placement that is asked about: what a desk foresaw, and what the register found."""


def conflict_id(mutation: UUID, field: str) -> UUID:
    """The name of the conflict that an act causes on a field."""
    return uuid5(_CONFLICTS, f"{mutation}:{field}")


def hertoets_id(mutation: UUID, plaatsing: UUID) -> UUID:
    """The name of the question about a placement that an act, of this placement or another, gave rise to."""
    return uuid5(_CONFLICTS, f"{mutation}:{plaatsing}:{CARROUSEL}")


def read_field(record: str, field: str, value: msgspec.Raw) -> Any:
    """One value of a field as the domain knows it; ``record`` is the record type.

    Raises ``Refused('bericht.vorm')`` for what this program cannot read.
    """
    if bytes(value) == b"null":
        return None
    if record == Plaatsing.soort and field == CARROUSEL:
        return decode_value(Carrousel, value)
    if record == "intake":
        act = {"id": _NOBODY, "vraag": field, "was": None, "wordt": value}
        answer = decode_act("IntakeBeantwoord", encode(act))
        return answer.wordt if isinstance(answer, g.IntakeBeantwoord) else None
    if (kind := _ACTS.get(record)) is None:
        raise Refused("bericht.vorm")
    body = encode({"id": _NOBODY, "velden": [], "was": {}, "wordt": {field: value}})
    act_read = decode_act(kind.__name__, body)
    if not isinstance(act_read, g.KlantGewijzigd | g.MeldingGewijzigd):
        raise Refused("bericht.vorm")
    return getattr(act_read.wordt, field, None)

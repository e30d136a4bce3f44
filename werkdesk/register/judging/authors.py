"""Who wrote an act, and whether they might: by the table of rights, and by what their desk could know then.

An office changes its staff while desks are away. An act is allowed when any state of its author allows it
that the desk could still believe in when it wrote the act: the last one it surely knew (``register.heard``)
and every later one. So nobody is punished for having been offline, and nobody keeps a right by staying away
from the news.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from psycopg import Cursor

from werkdesk.domain.gebeurtenissen import Gebeurtenis
from werkdesk.domain.rechten import RECHTEN, check_right
from werkdesk.domain.rechten_nader import Auteur
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.errors import Refused
from werkdesk.register.heard import ARREARS
from werkdesk.register.judging.filed import Case, Filed

_STATES = """
SELECT user_name, number, roles, active FROM staff_change WHERE scope = %s AND user_name = ANY(%s::text[])
ORDER BY number
"""
_BORDERS = """
SELECT desk, number, mseq, hash, least, at < now() - %s FROM desk_heard
WHERE desk = ANY(%s::uuid[]) AND at IS NOT NULL ORDER BY number
"""
_HERE = """
SELECT d.desk, s.user_name FROM staff_desk AS d JOIN staff AS s ON s.id = d.staff
WHERE s.scope = %s AND d.desk = ANY(%s::uuid[]) AND s.user_name = ANY(%s::text[])
"""
_CAUGHT = "UPDATE desk_heard SET mseq = least, hash = '' WHERE desk = %s AND number = %s"


@dataclass(frozen=True, slots=True)
class State:
    """What an account was from staff change ``number`` on."""

    number: int
    roles: frozenset[str]
    active: bool


@dataclass(slots=True)
class Border:
    """Acts up to ``mseq`` were written before the desk surely knew of staff change ``number``."""

    number: int
    mseq: int


@dataclass(slots=True)
class Authors:
    """The authors of a batch. ``states`` and ``borders`` oldest first; ``late``: borders for what is new now.

    ``here``: who signed in at which desk with a one-time code; ``fresh``: acts of this push.
    """

    states: dict[str, list[State]] = field(default_factory=dict)
    borders: dict[UUID, list[Border]] = field(default_factory=dict)
    late: dict[UUID, list[Border]] = field(default_factory=dict)
    here: set[tuple[UUID, str]] = field(default_factory=set)
    fresh: set[UUID] = field(default_factory=set)

    def check(self, filed: Filed, act: Gebeurtenis, stand: Stand | None, *, gave: bool) -> None:
        """May its author do this? ``gave``: they gave the case to who has it.

        Raises ``Refused``: ``recht.onbekend`` (nobody of this office), ``recht.vertrokken``,
        ``recht.niet_hier`` (never signed in at this desk), and as ``rechten.check_right``.
        """
        states = self.states.get(filed.actor)
        if not states:
            raise Refused("recht.onbekend")
        recht = RECHTEN.get(type(act))
        if recht is not None and recht.hier and (filed.desk, filed.actor) not in self.here:
            raise Refused("recht.niet_hier")
        refusal: Refused | None = None
        for state in reversed(self._possible(filed, states)):
            if not state.active:
                continue
            try:
                check_right(act, stand, Auteur(medewerker=filed.actor, rollen=state.roles, gaf=gave))
            except Refused as refused:
                refusal = refusal or refused
            else:
                return
        raise refusal or Refused("recht.vertrokken")

    def _possible(self, filed: Filed, states: list[State]) -> list[State]:
        """The state its desk surely knew when it wrote this, and every later one."""
        borders = self.late if filed.id in self.fresh else self.borders
        known = max((one.number for one in borders.get(filed.desk, ()) if one.mseq < filed.mseq), default=0)
        first = bisect_right(states, known, key=lambda state: state.number)
        return states[max(first - 1, 0) :]


def load_authors(cursor: Cursor[Any], scope: str, cases: Sequence[Case], fresh: Sequence[Filed]) -> Authors:
    """Everything about the authors of these acts: three queries, however many acts there are."""
    found = Authors(fresh={one.id for one in fresh})
    users = list({case.filed.actor for case in cases})
    desks = list({case.filed.desk for case in cases})
    for user, number, roles, active in cursor.execute(_STATES, (scope, users)).fetchall():
        found.states.setdefault(user, []).append(State(number, frozenset(roles), active))
    hash_at = {(one.desk, one.mseq): one.hash for one in fresh}
    for desk, number, mseq, told, least, is_old in cursor.execute(_BORDERS, (ARREARS, desks)).fetchall():
        written = hash_at.get((desk, mseq))
        if written is not None and written != told:
            # The acts up to the border are not the ones that stood there when the desk told how far it was.
            cursor.execute(_CAUGHT, (desk, number))
            mseq = least
        found.borders.setdefault(desk, []).append(Border(number, mseq))
        found.late.setdefault(desk, []).append(Border(number, min(mseq, least) if is_old else mseq))
    found.here.update(cursor.execute(_HERE, (scope, desks, users)).fetchall())
    return found

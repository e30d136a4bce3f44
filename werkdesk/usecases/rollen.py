"""What a member of staff may do with a case, by the roles the register gave them.

Everything here asks the table of rights in the domain, by which the register judges too.
"""

from __future__ import annotations

from collections.abc import Collection

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain import rechten_nader
from werkdesk.domain import voorschot_gebeurtenissen as v
from werkdesk.domain.rechten import may
from werkdesk.domain.regels.rollen import step_roles as step_roles
from werkdesk.domain.regels.toestanden import Rol


def may_decide(rollen: Collection[str]) -> bool:
    """Whether somebody may take a besluit (domain facts 2.1: MH), such as moving a date."""
    return Rol.MANDAATHOUDER in step_roles(rollen)


def may_decide_advance(rollen: Collection[str]) -> bool:
    """Whether somebody may decide on an advance that a colleague proposed (domain facts 2.2, T15)."""
    return may(v.VoorschotBesloten, rollen)


def may_pay_advance(rollen: Collection[str]) -> bool:
    """Whether somebody may have an advance paid (domain facts 2.2, T15: KM-I)."""
    return may(v.VoorschotBetaald, rollen)


def may_give(eigenaar: str, medewerker: str, rollen: Collection[str]) -> bool:
    """Whether ``medewerker`` may give a case of ``eigenaar`` away: one's own, or a team leader any."""
    return may(g.MeldingGewijzigd, rollen) and rechten_nader.may_give(eigenaar, medewerker, frozenset(rollen))


def helps_klanten(rollen: Collection[str]) -> bool:
    """Whether somebody's work is at the counter: new meldingen, facts, letters."""
    return may(g.MeldingGedaan, rollen)

"""Who is asking: a member of staff at a desk, as far as this register can know.

The token proves the desk. That the named member of staff sits at it is believed only when they once signed in
at this very desk with a one-time code of their own; the desk itself lets nobody in without their PIN. So
somebody who breaks into one desk can speak for those who work there, and never for a colleague elsewhere.
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from werkdesk.errors import Refused
from werkdesk.messages import problems
from werkdesk.messages.rule_calls import RulesRequest
from werkdesk.register.sessions import DeskSession, identify
from werkdesk.register.tables import staff, staff_desk


def require_member(connection: Connection, token: str | None, request: RulesRequest) -> DeskSession:
    """The desk that calls, with this member of staff at it.

    Raises ``Refused``: ``unauthorized``, ``revoked``, ``forked`` (the token is of another desk),
    ``medewerker.niet_hier`` (unknown, closed, of another office or never signed in here: all the same).
    """
    desk = identify(connection, token)
    if desk.id != request.desk_id:
        raise Refused(problems.FORKED)
    query = (
        select(staff.c.id)
        .join(staff_desk, staff_desk.c.staff == staff.c.id)
        .where(
            staff.c.scope == desk.scope,
            staff.c.user_name == request.user.strip().lower(),
            staff.c.active,
            staff_desk.c.desk == desk.id,
        )
    )
    if connection.execute(query).scalar_one_or_none() is None:
        raise Refused("medewerker.niet_hier", field="gebruiker")
    return desk

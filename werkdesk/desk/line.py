"""The line to the register for a desk that is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkdesk.desk import heavy
from werkdesk.errors import Unavailable
from werkdesk.usecases.ports import DeskIdentity

if TYPE_CHECKING:
    from werkdesk.transport.register_client import RegisterClient


def open_line(identity: DeskIdentity | None) -> RegisterClient:
    """A line of this desk. Raises ``Unavailable('balie.niet_aangemeld')`` when it has no identity."""
    if identity is None:
        raise Unavailable("balie.niet_aangemeld")
    return heavy.connect(identity.url, identity.ca_pem or None, identity.token)

"""Looks at dossiers on their way to the register: a numbered, hash-chained run per desk (security.md 6.8).

They travel in a call of their own, before the acts. A newer desk may tell more about a look; what an older
register does not know is passed over and is no part of the hash.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import msgspec

from werkdesk.messages.chain import START, chain_hash
from werkdesk.messages.codec import content_hash, encode
from werkdesk.messages.wire import Answer, Wire

LOOKS_AT_ONCE = 200
LARGEST_LOOKS = 1 << 20


class Blik(Wire, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """One look. ``n``: its number in the chain of its desk, from 1. ``at``: when, by the clock of the desk.

    ``klant``: id, never a BSN or a name. ``wat``: what was shown, ``stuk`` the code of the paper. ``reden``:
    code, ``toelichting`` words of the colleague. ``bezoek``: the visit in whose course it was. ``clock_ms``:
    measured offset of the desk's clock to the register's. ``hash``: chain hash (hex).
    """

    id: UUID
    n: int
    at: datetime
    actor: str
    balie: int
    klant: UUID
    wat: str
    reden: str
    toelichting: str = ""
    bezoek: UUID | None = None
    stuk: str = ""
    clock_ms: int = 0
    hash: str = ""


class BlikRequest(Wire, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """A run of looks, each the next of the one before; ``prev_hash`` is the chain hash before the first.

    ``lost``: the desk no longer has what would join this run to what the register has; the register takes it
    all the same, and writes down that the chain of this desk was broken.
    """

    desk_id: UUID
    instance_id: str
    prev_hash: str = START
    lost: bool = False
    blikken: tuple[Blik, ...] = ()


class BlikAnswer(Answer, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """How far the register has the chain of this desk, and the head of the log of its office.

    ``n`` and ``hash`` are of the last look that was taken; when they are not of the last one sent, nothing of
    the run was taken and the desk goes on from here.
    """

    n: int
    hash: str
    kop_nummer: int
    kop_hash: str


def chained(blik: Blik, previous: str) -> Blik:
    """The look with its hash, after ``previous``."""
    return msgspec.structs.replace(blik, hash=_hash_of(blik, previous))


def is_chain(blikken: Iterable[Blik], previous: str) -> bool:
    """Whether every look is the next of the one before it, and says what was hashed."""
    number = 0
    for blik in blikken:
        if (number and blik.n != number + 1) or blik.hash != _hash_of(blik, previous):
            return False
        number, previous = blik.n, blik.hash
    return True


def _hash_of(blik: Blik, previous: str) -> str:
    # The fields by name and not the struct: a field of a later version may not change what was hashed before.
    content = encode(
        [
            blik.id, blik.at, blik.actor, blik.balie, blik.klant, blik.wat, blik.reden, blik.toelichting,
            blik.bezoek, blik.stuk, blik.clock_ms,
        ]
    )  # fmt: skip
    return chain_hash(previous, blik.n, content_hash(content))

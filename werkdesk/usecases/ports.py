"""What the use cases need of the neighbours, as Protocols. The neighbours fulfil them; nobody inherits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from werkdesk.domain.gebeurtenissen import Gebeurtenis
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.messages.wire import Cursor, Feed, Push, PushResult, SyncAnswer, SyncRequest
from werkdesk.usecases.changes import Changes

S = TypeVar("S", bound=Stand)

Clock = Callable[[], datetime]
"""The moment now, aware, in Europe/Amsterdam."""

NewId = Callable[[], UUID]
"""A fresh UUIDv7, made at the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wie:
    """Who acts, and where. ``medewerker`` is the sign-in name, ``balie`` the desk's number in its office."""

    medewerker: str
    naam: str
    rollen: tuple[str, ...]
    balie: int
    locatie: str
    kantoor: str
    kantoor_naam: str
    gemeenten: tuple[str, ...]


class Cache(Protocol):
    """One open unit of work: one transaction, one unit on the wire."""

    def get(self, kind: type[S], rid: UUID) -> S | None:
        """The record as this desk sees it now: the register's word with our pending acts applied."""

    def record(self, *acts: Gebeurtenis) -> None:
        """Apply acts and put them in outbox and journal at commit.

        Raises ``Refused`` as ``apply`` does; then nothing of this unit of work is kept.
        """

    def next_teller(self, wat: str) -> int:
        """The next number of a durable counter of this desk (``"kenmerk.M"``, ``"nummer.2026-11-21"``).

        A number is never given out twice, also when the unit of work is rolled back or the machine stops.
        """

    def keep_blob(self, sha256: str, content: bytes) -> None:
        """Keep bytes under their hash; they travel to the register in a lane of their own."""

    def drop_concept(self, sleutel: str) -> None:
        """Forget a draft in the same transaction as the act that replaces it."""

    def commit(self) -> Changes:
        """Write the journal, then the database; only after this may a screen say "Opgeslagen"."""


class Work(Protocol):
    """Opens a unit of work in the name of somebody. Leaving it without ``commit`` keeps nothing."""

    def __call__(self, wie: Wie) -> AbstractContextManager[Cache]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A draft with its key and when it was last typed in."""

    sleutel: str
    moment: datetime
    velden: dict[str, str]


class Concepten(Protocol):
    """Drafts: what was typed and not yet saved. Local, encrypted, per key such as ``melding:<bezoek>``."""

    def save(self, sleutel: str, velden: dict[str, str], medewerker: str) -> Changes: ...

    def read(self, sleutel: str) -> dict[str, str] | None: ...

    def drop(self, sleutel: str) -> Changes: ...

    def of(self, medewerker: str) -> tuple[Concept, ...]:
        """Every draft of this colleague, the last one first."""


class Blobs(Protocol):
    """Bytes by their hash."""

    def read_blob(self, sha256: str) -> bytes | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskIdentity:
    """Who this desk is to the register.

    ``publisher_key``: Ed25519 key (hex) that rule sets must be signed with; the first that was told stays.
    """

    desk_id: UUID
    instance_id: str
    balie: int
    locatie: str
    kantoor: str
    kantoor_naam: str
    gemeenten: tuple[str, ...]
    url: str
    ca_pem: str
    token: str
    register_key: str
    publisher_key: str = ""


class SyncStore(Protocol):
    """What one round of synchronising reads and writes. Every method is one short transaction."""

    def identity(self) -> DeskIdentity | None: ...

    def request(self, *, wait_s: float, push: bool, pull: bool) -> SyncRequest:
        """The next call: the oldest acts that were not received yet, and our cursors.

        ``wait_s`` counts only when there is nothing to push.
        """

    def next_push(self, max_rows: int, max_bytes: int) -> Push | None: ...

    def cursors(self) -> list[Cursor]: ...

    def file_outcomes(self, sent: Push, result: PushResult) -> Changes:
        """Acknowledged acts stay on top of the base until the cursor has passed their number (T24)."""

    def apply_feeds(self, feeds: Sequence[Feed]) -> Changes:
        """Base forward, projection refolded, cursor up, in one transaction.

        A feed that starts before our cursor was applied already and is skipped; one that starts beyond it is
        refused with ``Refused('feed.gat')``.
        """

    def note_answer(self, answer: SyncAnswer) -> Changes:
        """Epoch, register key, present scopes, moment of the last full round."""

    def note_failure(self, code: str) -> Changes:
        """The line is down, since when, and why."""

    def blobs_to_send(self, limit: int) -> list[str]: ...

    def blob_sent(self, sha256: str) -> Changes: ...


class RegisterLink(Protocol):
    """The line to the register. Raises ``Unavailable('register.*')`` or ``Refused('register.*')``."""

    def sync(self, request: SyncRequest) -> SyncAnswer: ...

    def send_blob(self, sha256: str, content: bytes) -> None: ...

    def close(self) -> None: ...

"""Every message that travels between desk and register (protocol 1).

All of it is JSON, zstd-compressed above 1 KiB. Types here are the wire's own; acts and records inside them
are canonical JSON made by :mod:`werkdesk.messages.codec`. Dutch nouns of the work, English machinery.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

PROTOCOL = 1
SCHEMA = 1
PUSH_ROWS = 500
PUSH_BYTES = 1 << 20
PULL_ROWS = 2_000
WAIT_SECONDS = 25.0
COMPRESS_ABOVE = 1_024
LARGEST_BODY = 64 << 20

OutcomeKind = Literal["applied", "same", "merged", "conflict", "duplicate", "held", "quarantined"]
ChangeKind = Literal["put", "archive", "enter", "leave", "purge", "alias"]


class Wire(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every message: frozen, by name, nothing unknown."""


class Mutation(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One act on its way. ``id`` makes sending twice harmless; ``mseq`` and ``hash`` chain a desk's acts.

    ``soort``: class name of the act. ``body``: its canonical JSON. ``base_rev``: revision of the record the
    desk saw, 0 when new. ``hash``: chain hash, SHA-256 over the previous chain hash, ``mseq`` and the
    content hash of the body (hex). ``clock_ms``: measured offset of the desk's clock to the register's.
    """

    id: UUID
    mseq: int
    unit: UUID
    unit_n: int
    record: str
    rid: UUID
    soort: str
    base_rev: int
    schema: int
    body: msgspec.Raw
    depends_on: tuple[UUID, ...] = ()
    made_at: datetime
    clock_ms: int = 0
    actor: str
    hash: str


class Push(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A run of mutations without gaps, after ``prev_hash``."""

    prev_hash: str
    mutations: list[Mutation]


class Cursor(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far a desk has read a scope. ``tag``: random tag of the last change it saw (8 bytes, hex)."""

    scope: str
    seq: int = 0
    tag: str = ""


class Pull(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a desk wants to hear."""

    cursors: list[Cursor]
    max_rows: int = PULL_ROWS
    wait_s: float = 0.0


class Pending(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What still waits at the desk, for the register's overview of desks."""

    outbox: int = 0
    attention: int = 0
    blobs: int = 0


class SyncRequest(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The one call of daily life: push, pull and long poll together."""

    desk_id: UUID
    instance_id: str
    epoch: str = ""
    schema: int = SCHEMA
    last_mseq: int = 0
    last_hash: str = ""
    push: Push | None = None
    pull: Pull | None = None
    pending: Pending = Pending()


class FieldConflict(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One field with its three values as canonical JSON."""

    field: str
    base: msgspec.Raw
    register: msgspec.Raw
    desk: msgspec.Raw


class Outcome(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What became of a mutation; final for the outbox, because the register has custody.

    ``rev`` and ``seq``: revision of the record after it and its number in ``scope`` (0 when none).
    ``reason``: stable code when quarantined or held. ``canonical``: the record it was a duplicate of.
    """

    id: UUID
    outcome: OutcomeKind
    rev: int = 0
    scope: str = ""
    seq: int = 0
    conflicts: tuple[FieldConflict, ...] = ()
    reason: str = ""
    canonical: UUID | None = None


class PushResult(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Outcomes in the order of the push."""

    outcomes: list[Outcome]
    last_mseq: int
    last_hash: str


class Change(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A change: ``q`` number, ``t`` record type, ``id``, ``v`` revision, ``k`` kind, ``u`` unit, ``f`` state.

    ``f`` is the whole record as canonical JSON, absent for ``leave`` and ``purge`` and where a later change
    of the same record stands on the same page. ``c``: only with kind ``alias``, the record that was there
    first and is probably the same person; both stay.
    """

    q: int
    t: str
    id: UUID
    v: int
    k: ChangeKind
    u: UUID
    f: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    c: UUID | msgspec.UnsetType = msgspec.UNSET


class Feed(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Changes of one scope, exactly ``to_seq - from_seq`` of them."""

    scope: str
    from_seq: int
    to_seq: int
    tag: str
    more: bool
    floor: int
    changes: list[Change]


class Answer(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every answer carries. ``server_time`` UTC."""

    epoch: str
    server_time: datetime
    retry_after_ms: int = 0


class SyncAnswer(Answer, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Push outcomes, feeds and the desk's present scopes.

    ``register_key``: HPKE public key, ``publisher_key``: Ed25519 public key of rule sets; both hex.
    """

    push: PushResult | None = None
    feeds: list[Feed] = []
    scopes: list[str] = []
    push_error: str = ""
    register_key: str = ""
    publisher_key: str = ""


class Hello(Answer, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who the register is and what it accepts."""

    register_id: UUID
    protocol: tuple[int, int] = (PROTOCOL, PROTOCOL)
    schema: tuple[int, int] = (SCHEMA, SCHEMA)
    push_rows: int = PUSH_ROWS
    push_bytes: int = PUSH_BYTES
    pull_rows: int = PULL_ROWS
    wait_s: float = WAIT_SECONDS


class EnrolRequest(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A desk presents its one-time code. ``public_key``: Ed25519, hex."""

    code: str
    public_key: str
    instance_id: str
    hostname: str
    app_version: str


class EnrolAnswer(Answer, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who the desk is from now on. ``balie``: its number, unique within the office."""

    desk_id: UUID
    token: str
    scopes: list[str]
    balie: int
    office: str
    office_name: str
    location: str
    gemeenten: list[str]
    register_key: str
    publisher_key: str = ""


class SignInRequest(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A member of staff proves who they are to enrol on a desk: name and one-time code, or PIN."""

    desk_id: UUID
    user: str
    code: str


class SignInAnswer(Answer, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the desk may know of a member of staff."""

    user: str
    name: str
    roles: list[str]


class BlobAnswer(Answer, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many bytes of a blob the register holds."""

    offset: int
    complete: bool


class Problem(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An error of a whole call: stable code (:mod:`problems`), never a value that was sent.

    ``last_mseq`` and ``last_hash``: how far the register has this desk's chain, with ``gap`` and
    ``rolled_back``.
    """

    code: str
    retry_after_ms: int = 0
    last_mseq: int = 0
    last_hash: str = ""


class Medewerker(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A member of staff as desks show them; travels in the feed as record type ``medewerker``."""

    id: UUID
    user: str
    name: str
    roles: list[str]
    active: bool = True


class Balie(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A desk as other desks show it; travels in the feed as record type ``balie``."""

    id: UUID
    balie: int
    location: str
    active: bool = True


class ConflictRecord(Wire, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """A field on which two people disagree; travels in the feed as record type ``botsing``.

    ``register``: the value that counted when the question was asked, and when it was answered; who typed it,
    at which desk and when stand in ``register_*`` (absent when nobody knows). A newer register may tell more:
    that is passed over.
    """

    id: UUID
    record: str
    rid: UUID
    field: str
    base: msgspec.Raw
    register: msgspec.Raw
    desk: msgspec.Raw
    desk_id: UUID
    actor: str
    made_at: datetime
    open: bool = True
    register_actor: str | msgspec.UnsetType = msgspec.UNSET
    register_at: datetime | msgspec.UnsetType = msgspec.UNSET
    register_desk: UUID | msgspec.UnsetType = msgspec.UNSET

"""The rule tables of one office as the register publishes them: a signed document in the feed.

An office keeps only its own tables; they lie on top of the tables that came with the program (``domain
facts`` 2.6). Each version is a record of its own (type ``regelset``), and each of its states is signed: that
it holds as well as that it was withdrawn. The signature is Ed25519 (RFC 8032) over :data:`PURPOSE` and the
bytes of the document, so it stays right whatever a later program adds to the record around it.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, NoReturn
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from werkdesk.errors import Refused
from werkdesk.messages.wire import Wire

PURPOSE = b"werkdesk-regelset-1\n"
FORMAAT = 1
LARGEST = 2 * 1024 * 1024
"""Bytes of a document; the tables of the program together are a twentieth of it."""

Stand = Literal["vastgesteld", "vervallen"]


class Regelset(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version as it travels. ``handtekening``: Ed25519 over the document, hex."""

    id: UUID
    nummer: int
    document: str
    handtekening: str


class Basis(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The tables of the program that the office's own tables were checked against."""

    versie: str
    vingerafdruk: str


class Document(Wire, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is signed.

    ``nummer``: 1, 2, 3 ... per office; the highest that holds counts. ``vanaf``: first day on which desks
    compute with it. ``tabellen``: file name → TOML text. ``vingerafdruk``: of the whole set over ``basis``;
    a desk with other tables of the program gets another one.
    """

    formaat: int = FORMAAT
    kantoor: str
    nummer: int
    stand: Stand
    vanaf: date
    tabellen: dict[str, str]
    basis: Basis
    vingerafdruk: str
    opgesteld_door: str
    opgesteld_op: datetime
    vastgesteld_door: str
    vastgesteld_op: datetime
    ingetrokken_door: str = ""
    ingetrokken_op: datetime | None = None
    toelichting: str = ""

    @property
    def naam(self) -> str:
        """What a refusal calls it."""
        return bestandsnaam(self.nummer)


def bestandsnaam(nummer: int) -> str:
    """What a refusal calls a version as a whole: ``regelset 3``."""
    return f"regelset {nummer}"


def sign(rid: UUID, document: Document, key: Ed25519PrivateKey) -> Regelset:
    """The record that publishes ``document``."""
    text = msgspec.json.encode(document, order="deterministic")
    return Regelset(
        id=rid,
        nummer=document.nummer,
        document=text.decode(),
        handtekening=key.sign(PURPOSE + text).hex(),
    )


def open_signed(record: Regelset, public_key: str, kantoor: str) -> Document:
    """Check the signature, then read. ``public_key``: hex, as pinned by the desk.

    Raises ``Refused`` with details ``bestand``, ``regelnummer`` and ``reden``: ``regels.sleutel`` (no key to
    check with), ``regels.handtekening``, ``regels.document`` (signed, and yet not of this form),
    ``regels.ander_kantoor``.
    """
    content = record.document.encode()
    _check_signature(record, content, public_key)
    try:
        document = msgspec.json.decode(content, type=Document)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        _refuse("regels.document", record.nummer, "het document heeft een onbekende vorm")
    if document.formaat != FORMAAT or document.nummer != record.nummer:
        _refuse("regels.document", record.nummer, "het document heeft een onbekende vorm")
    if document.kantoor != kantoor:
        _refuse("regels.ander_kantoor", record.nummer, "deze regels zijn van een ander kantoor")
    return document


def _check_signature(record: Regelset, content: bytes, public_key: str) -> None:
    if not public_key:
        _refuse("regels.sleutel", record.nummer, "deze balie kent de sleutel van het register nog niet")
    if len(content) > LARGEST:
        _refuse("regels.document", record.nummer, "het document is te groot")
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(record.handtekening), PURPOSE + content)
    except (InvalidSignature, ValueError):
        _refuse("regels.handtekening", record.nummer, "de handtekening klopt niet")


def _refuse(code: str, nummer: int, reden: str) -> NoReturn:
    raise Refused(code, bestand=bestandsnaam(nummer), regelnummer=0, reden=reden)

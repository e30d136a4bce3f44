"""Acts and records as JSON and back, strictly. The only module that knows how a domain type is written.

Checked values (``Bsn``, ``Postcode``...) travel as text and are checked again when they are read. A field of
a newer version is passed over, so that desks may update in their own week. The same value always gives the
same bytes, so that a hash of them means something.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, TypeVar, cast, get_args

import msgspec

from werkdesk.domain.gebeurtenissen import Gebeurtenis
from werkdesk.domain.toepassen.toepassen import STAND_TYPES, Stand
from werkdesk.errors import Refused, WerkdeskError

V = TypeVar("V")

ACT_TYPES: Mapping[str, type[Gebeurtenis]] = {kind.__name__: kind for kind in get_args(Gebeurtenis)}
RECORD_TYPES: Mapping[str, type[Stand]] = {kind.soort: kind for kind in STAND_TYPES}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return str.__str__(value)
    raise TypeError(type(value).__name__)


def _checked(kind: type[Any], value: Any) -> Any:
    if not isinstance(value, str):
        raise TypeError(kind.__name__)
    try:
        return kind(value)
    except WerkdeskError as error:
        # msgspec only adds the path of the field to ValueError; the code is what we need of ours.
        raise ValueError(error.code) from error


_encoder = msgspec.json.Encoder(enc_hook=_plain, order="deterministic")


def encode(value: Any) -> bytes:
    """The canonical JSON of an act, a record or any plain value made of them."""
    return _encoder.encode(value)


def decode_act(kind: str, body: bytes | msgspec.Raw) -> Gebeurtenis:
    """The act of ``kind`` (the class name). Raises ``Refused('bericht.soort')`` or ``('bericht.vorm')``."""
    if (act_type := ACT_TYPES.get(kind)) is None:
        raise Refused("bericht.soort")
    return cast("Gebeurtenis", _decode(act_type, body))


def decode_record(soort: str, body: bytes | msgspec.Raw) -> Stand:
    """The record of ``soort`` ('klant', 'melding'...). Raises as :func:`decode_act`."""
    if (record_type := RECORD_TYPES.get(soort)) is None:
        raise Refused("bericht.soort")
    return cast("Stand", _decode(record_type, body))


def decode_value(kind: type[V], body: bytes | msgspec.Raw) -> V:
    """A plain value of the domain, such as one judgement. Raises ``Refused('bericht.vorm')``."""
    return cast("V", _decode(kind, body))


def _decode(kind: type[Any], body: bytes | msgspec.Raw) -> Any:
    try:
        return msgspec.json.decode(body, type=kind, dec_hook=_checked, strict=True)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise Refused("bericht.vorm") from _without_values(error)


def _without_values(error: Exception) -> Exception:
    # The text of a decoding error may hold what was typed; only its kind may travel on.
    return ValueError(type(error).__name__)


def content_hash(body: bytes | msgspec.Raw) -> str:
    """SHA-256 over canonical bytes, as hex."""
    return hashlib.sha256(bytes(body)).hexdigest()

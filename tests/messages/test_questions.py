"""Questions on the wire: older and newer programs read each other, and every field can be read back."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest

from werkdesk.domain.intake import Antwoord
from werkdesk.domain.melding import Kanaal, MeldingFeiten
from werkdesk.domain.persoon import Adres, KlantFeiten, PersoonsNaam
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused
from werkdesk.messages.codec import encode
from werkdesk.messages.questions import conflict_id, read_field
from werkdesk.messages.wire import ConflictRecord

OLD: dict[str, Any] = {
    "id": str(UUID(int=1)), "record": "klant", "rid": str(UUID(int=2)), "field": "telefoon", "base": None,
    "register": "+31612345621", "desk": "+31612345687", "desk_id": str(UUID(int=3)), "actor": "f.balie",
    "made_at": "2026-11-23T09:30:00Z", "open": True,
}  # fmt: skip
VALUES: list[tuple[str, str, Any]] = [
    ("klant", "telefoon", Telefoon("0612345621")),
    ("klant", "naam", PersoonsNaam(geslachtsnaam=Naam("Verzonnen"))),
    ("klant", "adres", Adres(straat="Proefstraat", huisnummer=3)),
    ("klant", "geboortedatum", GeboorteDatum("19850000")),
    ("klant", "tolk", False),
    ("klant", "briefregels", ("Proefstraat 3",)),
    ("melding", "kanaal", Kanaal.BALIE),
    ("melding", "kinderen", 0),
    ("melding", "laatste_werkdag", date(2026, 10, 30)),
    ("melding", "aanvraag_mogelijk_op", datetime(2026, 11, 30, tzinfo=UTC)),
    ("intake", "taal", Antwoord(keuzes=("goed",))),
]


def read(body: dict[str, Any]) -> ConflictRecord:
    return msgspec.json.decode(msgspec.json.encode(body), type=ConflictRecord)


def test_a_question_of_an_older_register_is_read() -> None:
    asked = read(OLD)
    assert asked.open
    assert not asked.register_actor


def test_a_question_that_nobody_can_name_the_typist_of_looks_as_it_did() -> None:
    assert msgspec.json.decode(encode(read(OLD))) == OLD


def test_a_newer_register_may_tell_more() -> None:
    told = OLD | {"register_actor": "r.ander", "register_at": "2026-11-23T09:29:00Z", "iets_nieuws": 1}
    assert read(told).register_actor == "r.ander"


@pytest.mark.parametrize(("record", "veld", "waarde"), VALUES)
def test_a_value_comes_back_as_it_was(record: str, veld: str, waarde: Any) -> None:
    back = read_field(record, veld, msgspec.Raw(encode(waarde)))
    assert back == waarde
    assert type(back) is type(waarde)


@pytest.mark.parametrize(("record", "kind"), [("klant", KlantFeiten), ("melding", MeldingFeiten)])
def test_every_field_can_be_absent(record: str, kind: type[Any]) -> None:
    for one in fields(kind):
        assert read_field(record, one.name, msgspec.Raw(b"null")) is None


@pytest.mark.parametrize(("record", "raw"), [("klant", b"12"), ("brief", b'"x"'), ("intake", b"3")])
def test_what_cannot_be_read_is_refused_and_not_guessed(record: str, raw: bytes) -> None:
    with pytest.raises(Refused, match=r"bericht\.vorm"):
        read_field(record, "telefoon", msgspec.Raw(raw))


def test_a_question_is_named_after_the_act_and_the_field() -> None:
    one, two = UUID(int=1), UUID(int=2)
    names = {conflict_id(act, veld) for act in (one, two) for veld in ("telefoon", "email")}
    assert len(names) == 4
    assert conflict_id(one, "email") in names

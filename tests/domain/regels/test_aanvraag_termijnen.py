"""The dates that the desk stores with an application."""

from __future__ import annotations

from datetime import date

import pytest

from werkdesk.domain.regels.aanvraag_termijnen import (
    AanvraagTermijnFeiten,
    Opschorting,
    termijnen_bij_aanvraag,
)
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.termijn import Termijn
from werkdesk.errors import Refused


def _termijnen(regels: RegelSet, **facts: object) -> dict[str, Termijn]:
    asked = AanvraagTermijnFeiten(
        aanvraagdatum=date(2026, 11, 27),
        ontvangstdatum=date(2026, 11, 27),
        **facts,  # type: ignore[arg-type]
    )
    return {termijn.code: termijn for termijn in termijnen_bij_aanvraag(asked, regels)}


def test_an_application_sets_advance_decision_and_notice(regels: RegelSet) -> None:
    found = _termijnen(regels)
    assert list(found) == ["D04", "D06", "D07"]
    assert (found["D04"].uiterste_datum, found["D04"].streefdatum) == (date(2026, 12, 28), date(2026, 12, 24))
    assert found["D06"].uiterste_datum == found["D07"].uiterste_datum == date(2027, 1, 22)
    assert found["D04"].zekerheid == "geverifieerd"
    assert found["D04"].begin == date(2026, 11, 27)


def test_after_an_advance_the_next_counts_from_the_unshifted_first(regels: RegelSet) -> None:
    found = _termijnen(regels, voorschotten=1)
    assert found["D05"].uiterste_datum == date(2027, 1, 22)


def test_after_a_refusal_no_advance_is_dated(regels: RegelSet) -> None:
    assert list(_termijnen(regels, geweigerd=True)) == ["D06", "D07"]


def test_a_suspension_moves_the_decision_and_not_the_notice(regels: RegelSet) -> None:
    one = Opschorting(verzonden_op=date(2026, 12, 1), einde=date(2026, 12, 11))
    found = _termijnen(regels, opschortingen=(one,))
    assert found["D06"].uiterste_datum == date(2027, 2, 1)
    assert found["D07"].uiterste_datum == date(2027, 1, 22)
    assert "termijn.opschorting_aftrek" in {verwijzing.regel for verwijzing in found["D06"].regels}
    assert any("plus 9 dagen opschorting" in zin for zin in found["D06"].uitleg)


def test_suspensions_that_overlap_are_refused(regels: RegelSet) -> None:
    first = Opschorting(verzonden_op=date(2026, 12, 1), einde=date(2026, 12, 11))
    second = Opschorting(verzonden_op=date(2026, 12, 10), einde=date(2026, 12, 20))
    with pytest.raises(Refused, match=r"volgorde\.ongeldig \(opschortingen\[1\]\.verzonden_op\)"):
        _termijnen(regels, opschortingen=(first, second))


def test_a_stored_date_leads_back_to_its_record_and_the_law(regels: RegelSet) -> None:
    named = _termijnen(regels)["D04"].regels[0]
    record = regels.record(named.regel, named.versie)
    assert record is not None
    assert record.bron.vindplaats is not None
    assert "artikel=52" in record.bron.vindplaats
    assert regels.record("D04", "1999-01-01") is None

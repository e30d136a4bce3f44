"""Which day a melding is made, and which dates it sets."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import MeldingFeiten, MeldingStatus, Uitzondering
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.usecases.rekenaar import compute_terms

TABLES = Path(__file__).parents[2] / "resources" / "regels"
FEITEN = MeldingFeiten(gemeente="0362", uitzondering=Uitzondering.GEEN)


@pytest.fixture(scope="module")
def regels() -> RegelSet:
    return load_tables({file.name: file.read_bytes() for file in TABLES.glob("*.toml")})


def _young() -> Klant:
    """A fictitious person of 22."""
    return Klant(
        id=UUID(int=1),
        feiten=KlantFeiten(geboortedatum=GeboorteDatum("20040312")),
        sinds=datetime(2026, 11, 1, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("moment", "eerste_dag"),
    [
        (datetime(2026, 11, 1, 23, 30, tzinfo=UTC), date(2026, 11, 30)),  # 00.30 on the 2nd in Amsterdam
        (datetime(2026, 11, 1, 22, 30, tzinfo=UTC), date(2026, 11, 29)),
        (datetime(2026, 6, 30, 22, 30, tzinfo=UTC), date(2026, 7, 29)),  # in summer two hours apart
        (datetime(2026, 11, 2, 0, 30, tzinfo=ZoneInfo("Europe/Amsterdam")), date(2026, 11, 30)),
        (datetime(2026, 11, 2, 3, 0, tzinfo=timezone(timedelta(hours=9))), date(2026, 11, 29)),
    ],
)
def test_the_day_of_a_melding_is_the_day_in_amsterdam(
    moment: datetime, eerste_dag: date, regels: RegelSet
) -> None:
    status, termijnen = compute_terms(_young(), FEITEN, moment, regels=regels)
    assert status is MeldingStatus.ZOEKTERMIJN
    [d01] = [termijn for termijn in termijnen if termijn.code == "D01"]
    assert d01.uiterste_datum == eerste_dag
    assert d01.begin == eerste_dag - timedelta(weeks=4)

"""A dossier says on its identity card that two desks disagree about it."""

from __future__ import annotations

from uuid import UUID

import pytest
from fake_desk import NOW

from werkdesk.domain.klant import Klant
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.ui.dossier.identity import identity_of
from werkdesk.usecases.overzichten import KlantDossier


@pytest.mark.parametrize("narrow", [False, True])
def test_the_identity_card_names_what_is_asked(narrow: bool) -> None:
    klant = Klant(id=UUID(int=1), feiten=KlantFeiten(), sinds=NOW)
    asked = KlantDossier(
        klant=klant, meldingen=(), intakes=(), brieven=(), overeenkomsten=(), eerder=(), onverzonden=False,
        vragen=(("klant", "telefoon"), ("melding", "kinderen"), ("klant", "telefoon")),
    )  # fmt: skip
    facts = identity_of(asked, NOW.date(), narrow=narrow).facts
    assert ("Vraag over", "Telefoon, Kinderen · F5") in facts

"""A dossier says on its identity card that two desks disagree about it."""

from __future__ import annotations

from uuid import UUID

import pytest
from fake_desk import NOW

from werkdesk.domain.klant import Klant
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.ui.dossier.identity import identity_of
from werkdesk.usecases.overzichten import KlantDossier


@pytest.mark.parametrize(
    ("vragen", "narrow", "words"),
    [
        ((), False, None),
        ((("klant", "telefoon"), ("klant", "telefoon")), False, "Telefoon · F5"),
        ((("klant", "telefoon"),), True, "Vraag: Telefoon · F5"),
        ((("klant", "telefoon"), ("melding", "kinderen")), True, "2 vragen · F5"),
    ],
)
def test_the_identity_card_says_what_is_asked(
    vragen: tuple[tuple[str, str], ...], narrow: bool, words: str | None
) -> None:
    klant = Klant(id=UUID(int=1), feiten=KlantFeiten(), sinds=NOW)
    dossier = KlantDossier(
        klant=klant, meldingen=(), intakes=(), brieven=(), overeenkomsten=(), eerder=(), onverzonden=False,
        vragen=vragen,
    )  # fmt: skip
    facts = dict(identity_of(dossier, NOW.date(), narrow=narrow).facts)
    assert facts.get("Vraag") == words

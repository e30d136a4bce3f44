"""From a date on the screen to the sentence of law: every rule says where it stands."""

from __future__ import annotations

from werkdesk.domain.regels.bron import WETTEN
from werkdesk.domain.regels.regel import Zekerheid
from werkdesk.domain.regels.regelset import RegelSet

DOCUMENTS = {"Selectielijst gemeenten", "BRP-specificatie"}
"""Sources that are no law: confirmed, but without an article in the national law database."""


def test_every_rule_names_its_article_or_passage(regels: RegelSet) -> None:
    assert [rule.id for rule in regels.regels if not rule.bron.wet or not rule.bron.artikel] == []


def test_what_is_confirmed_has_a_link_to_the_law_or_a_known_document(regels: RegelSet) -> None:
    for rule in regels.regels:
        if rule.zekerheid is Zekerheid.GEVERIFIEERD:
            assert rule.bron.vindplaats is not None or rule.bron.wet in DOCUMENTS, rule.id
            assert rule.bron.versie is not None or rule.bron.wet not in WETTEN, rule.id


def test_what_is_only_agreed_at_the_counter_is_never_called_confirmed(regels: RegelSet) -> None:
    for rule in regels.regels:
        if rule.bron.wet == "werkafspraak":
            assert rule.zekerheid is Zekerheid.AANNAME, rule.id

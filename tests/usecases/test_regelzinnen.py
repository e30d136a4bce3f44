"""A sentence for the client that still names the value of before."""

from __future__ import annotations

import pytest

from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.usecases.regels.proef import RegelVerschil
from werkdesk.usecases.regels.uitleg import RegelUitleg
from werkdesk.usecases.regels.zinnen import old_value_in, stale_words

ZIN = "U krijgt het eerste voorschot binnen vier weken."


def rule(
    waarde: str, tekst: str = ZIN, versie: str = "2015-01-01", zekerheid: str = "geverifieerd"
) -> RegelUitleg:
    return RegelUitleg(
        regel="voorschot.betalen", versie=versie, bron="Pw 52 lid 1", zekerheid=zekerheid, bekend=True,
        naam="Voorschot betalen", waarde=waarde, tekst=tekst, gemeente="*",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tekst", "waarde", "named"),
    [
        (ZIN, "4 weken", "vier weken"),
        ("Binnen 4 weken.", "4 weken", "4 weken"),
        ("Binnen veertien dagen.", "4 weken", ""),
        ("Binnen vierentwintig weken.", "4 weken", ""),
        ("Binnen vier werkdagen.", "4 dagen", "vier werkdagen"),
        ("Vier maanden.", "4 weken", ""),
        (ZIN, "ja", ""),
        ("", "4 weken", ""),
    ],
)
def test_the_old_value_is_found_as_words_and_as_a_number(tekst: str, waarde: str, named: str) -> None:
    assert old_value_in(tekst, waarde) == named


def test_a_period_that_begins_is_held_beside_the_one_that_ends_for_it() -> None:
    ends = RegelVerschil(nu=rule("4 weken"), straks=rule("4 weken"))
    begins = RegelVerschil(nu=None, straks=rule("3 weken", versie="2027-01-01"))
    assert stale_words(begins, (ends, begins)) == ("vier weken", "3 weken")
    assert stale_words(ends, (ends, begins)) is None
    assert "vier weken" in t.regel_opmerking(begins, (ends, begins))


def test_a_sentence_that_was_changed_along_is_right() -> None:
    one = RegelVerschil(nu=rule("4 weken"), straks=rule("3 weken", "Binnen drie weken."))
    assert stale_words(one, (one,)) is None


def test_who_approves_reads_the_changed_sentence_and_how_sure_it_is() -> None:
    one = RegelVerschil(nu=rule("4 weken"), straks=rule("3 weken", "Binnen drie weken.", zekerheid="aanname"))
    lines = t.regel_zinnen(one)
    assert f"{t.ZIN_KLANT}: {ZIN} wordt Binnen drie weken." in lines
    assert f"{t.HOE_ZEKER}: met de wet vergeleken wordt nog niet bevestigd" in lines


def test_a_split_of_a_period_is_one_rule() -> None:
    ends = RegelVerschil(nu=rule("4 weken"), straks=rule("4 weken"))
    begins = RegelVerschil(nu=None, straks=rule("3 weken", versie="2027-01-01"))
    assert t.regels_telling((ends, begins)) == "1 regel anders, in 2 perioden"
    assert t.regels_telling((ends,)) == "1 regel anders"

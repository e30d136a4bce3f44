"""Looks: written before anything is shown, with a reason, and nothing is shown when that fails."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from tests.fakes import WIE, FakeClock
from tests.fixtures.boek import FakeBoek
from tests.fixtures.rule_tables import program_tables
from werkdesk.domain.inzage import Getoond, InzageReden, VanzelfReden
from werkdesk.domain.klant import Klant
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.naam import Naam
from werkdesk.errors import Refused, Unavailable
from werkdesk.usecases.inzage import Inzien, Kijkreden
from werkdesk.usecases.papieren import LetterWanted

KLANT = UUID(int=0xA1)
BEZOEK = UUID(int=0xB1)
PHONE = Kijkreden(InzageReden("telefoon"))


class Desk:
    """A book and one fictitious person; counts how often the person was read."""

    def __init__(self, **facts: Any) -> None:
        self.boek, self.reads = FakeBoek(), 0
        naam = PersoonsNaam(geslachtsnaam=Naam("Fictief"))
        sinds = datetime(2026, 1, 5, tzinfo=FakeClock()().tzinfo)
        self.klant = Klant(id=KLANT, sinds=sinds, feiten=KlantFeiten(naam=naam, **facts))
        lees: Any = self
        self.inzien = Inzien(WIE, self.boek, lees, program_tables, FakeClock())

    def dossier(self, _: UUID) -> Any:
        self.reads += 1
        return self

    @property
    def seen(self) -> list[tuple[str, str, str]]:
        return [(one.getoond.value, one.reden.code, one.stuk) for _, one in self.boek.kept]


def test_a_file_is_read_after_its_look_was_written() -> None:
    desk = Desk()
    assert desk.inzien.open(KLANT, Kijkreden(InzageReden("bezoek"), BEZOEK)) is desk
    ((who, look),) = desk.boek.kept
    assert (who, look.klant, look.getoond) == (WIE.medewerker, KLANT, Getoond.DOSSIER)
    assert (look.reden.code, look.bezoek) == ("bezoek", BEZOEK)


def test_what_cannot_be_written_down_is_not_read() -> None:
    desk = Desk(bsn=Bsn("999993653"))
    desk.inzien.open(KLANT, PHONE)
    desk.boek.fail, desk.reads = Unavailable("inzage.niet_vastgelegd"), 0
    with pytest.raises(Unavailable, match=r"inzage\.niet_vastgelegd"):
        desk.inzien.open(KLANT, PHONE)
    assert desk.reads == 0
    for show in (desk.inzien.whole_bsn, desk.inzien.secret_address, desk.inzien.note_form):
        with pytest.raises(Unavailable, match=r"inzage\.niet_vastgelegd"):
            show(KLANT)
    with pytest.raises(Unavailable, match=r"inzage\.niet_vastgelegd"):
        desk.inzien.show_kept(KLANT, "L01", lambda: pytest.fail("it was read"))


def test_everything_of_an_open_file_carries_the_reason_of_the_file() -> None:
    desk = Desk(bsn=Bsn("999993653"), geheim=True)
    desk.inzien.open(KLANT, PHONE)
    assert desk.inzien.whole_bsn(KLANT) == "999993653"
    desk.inzien.secret_address(KLANT)
    desk.inzien.note_form(KLANT)
    made: Any = type("Made", (), {"wanted": LetterWanted(code="UIT", klant=KLANT)})()
    desk.inzien.preview(lambda _: made, LetterWanted(code="L01", klant=KLANT))
    desk.inzien.preview(lambda _: made, LetterWanted(code="UIT", klant=KLANT))
    done: Any = object()
    assert desk.inzien.print_new(lambda _preview, _copies: done, made, 1) is done
    assert desk.inzien.show_kept(KLANT, "L02", lambda: b"pdf") == b"pdf"
    assert desk.seen == [
        ("dossier", "telefoon", ""), ("bsn", "telefoon", ""), ("geheim_adres", "telefoon", ""),
        ("bsn", "telefoon", ""), ("geheim_adres", "telefoon", ""), ("brief", "telefoon", "L01"),
        ("uitleg", "telefoon", "UIT"), ("uitleg_gedrukt", "telefoon", "UIT"), ("brief", "telefoon", "L02"),
    ]  # fmt: skip


def test_the_form_of_somebody_without_bsn_or_secret_shows_nothing_special() -> None:
    desk = Desk()
    desk.inzien.open(KLANT, PHONE)
    desk.inzien.note_form(KLANT)
    with pytest.raises(Refused, match=r"bsn\.onbekend"):
        desk.inzien.whole_bsn(KLANT)
    assert [what for what, *_ in desk.seen] == ["dossier"]


def test_nothing_of_a_file_that_is_shut_is_shown() -> None:
    desk = Desk(bsn=Bsn("999993653"))
    with pytest.raises(Refused, match=r"inzage\.reden"):
        desk.inzien.whole_bsn(KLANT)
    assert desk.seen == []


def test_only_a_reason_that_a_colleague_gave_is_remembered() -> None:
    desk = Desk()
    desk.inzien.open(KLANT, Kijkreden(InzageReden(VanzelfReden.TERMIJN.value)))
    assert desk.inzien.given(KLANT) is None
    desk.inzien.open(KLANT, PHONE, asked=True)
    assert desk.inzien.given(KLANT) == InzageReden("telefoon")
    assert desk.inzien.given(UUID(int=1)) is None


def test_a_reason_that_could_not_be_written_is_not_remembered() -> None:
    desk = Desk()
    desk.boek.fail = Unavailable("inzage.niet_vastgelegd")
    with pytest.raises(Unavailable):
        desk.inzien.open(KLANT, PHONE, asked=True)
    assert desk.inzien.given(KLANT) is None


def test_the_reasons_come_from_the_tables_in_the_order_of_their_digits() -> None:
    found = Desk().inzien.reasons()
    assert [one.code for one in found][:4] == ["telefoon", "zaak", "terugbellen", "post"]
    assert len(found) <= 9
    assert all(one.naam and one.uitleg for one in found)
    assert {one.code for one in found} & {one.value for one in VanzelfReden} == {"terugbellen"}


@pytest.mark.parametrize("code", ["", "Telefoon", "te lefoon", "x", "a" * 41, "é_reden"])
def test_a_reason_has_a_code(code: str) -> None:
    with pytest.raises(Refused, match=r"inzage\.reden"):
        InzageReden(code)


@pytest.mark.parametrize(
    "words", ["BSN 999993653", "999 993 653 belt", "9999.93.653", "nummer 999-993-653, klopt dat?"]
)
def test_own_words_hold_no_bsn(words: str) -> None:
    with pytest.raises(Refused, match=r"inzage\.bsn"):
        InzageReden("anders", words)


@pytest.mark.parametrize("words", ["x" * 201, "twee\nregels", "\x00"])
def test_own_words_are_one_short_line(words: str) -> None:
    with pytest.raises(Refused, match=r"inzage\.toelichting"):
        InzageReden("anders", words)


@pytest.mark.parametrize("words", ["belt van 020 540 49 11", "zaak M-3-0147", "123456789 is geen BSN", ""])
def test_other_words_are_fine(words: str) -> None:
    assert InzageReden("anders", words).toelichting == words

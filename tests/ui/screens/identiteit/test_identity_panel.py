"""The identity check: a letter, four characters, a month, Space; and nothing else can be kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date

import pytest
from hands import Hands
from PySide6.QtWidgets import QLineEdit, QWidget
from visit_desk import SANNE, VisitDesk

from werkdesk.domain.klant import Document, Identiteitscontrole, Klant
from werkdesk.errors import Refused, Unavailable
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.identiteit import form
from werkdesk.ui.screens.identiteit.form import DocumentForm
from werkdesk.ui.screens.identiteit.panel import IdentityPanel

TODAY = date(2026, 11, 21)


@pytest.fixture
def at(desk: VisitDesk, tasks: Tasks, hands: Callable[[QWidget], Hands]) -> Hands:
    found = hands(QWidget())
    found.panel = IdentityPanel(found.widget, desk.identiteit, tasks, desk.host)  # type: ignore[attr-defined]
    found.panel.ask_about(desk.dossier(SANNE.id))  # type: ignore[attr-defined]
    found.settle()
    return found


@pytest.fixture
def panel(at: Hands) -> IdentityPanel:
    return at.panel  # type: ignore[attr-defined, no-any-return]


def seen(desk: VisitDesk) -> tuple[Identiteitscontrole, ...]:
    return desk.desk.get(Klant, SANNE.id).controles


def test_script_one_notes_a_passport_in_sixteen_keys(
    at: Hands, panel: IdentityPanel, desk: VisitDesk
) -> None:
    at.type("p")
    at.type("7731")
    at.type("03-2031")
    at.press("Tab")
    assert panel.valid_until.value() == "ma 31-03-2031"
    at.press("Space")
    (kept,) = seen(desk)
    assert (kept.document, kept.laatste_vier, kept.geldig_tot) == (
        Document.PASPOORT, "7731", date(2031, 3, 31),
    )  # fmt: skip
    assert panel.isHidden()
    assert desk.notices[-1].text == "Paspoort …7731, geldig t/m 31-03-2031, gezien door u"


@pytest.mark.parametrize(
    ("typed", "until"),
    [("03-2031", date(2031, 3, 31)), ("31 3 2031", date(2031, 3, 31)), ("15-3-31", date(2031, 3, 15))],
)
def test_space_behind_the_date_is_the_tick(
    at: Hands, panel: IdentityPanel, desk: VisitDesk, typed: str, until: date
) -> None:
    at.type("p")
    at.type("7731")
    at.type(f"{typed} ")
    (kept,) = seen(desk)
    assert kept.geldig_tot == until
    assert panel.isHidden()


def test_space_behind_half_a_date_is_a_space(at: Hands, panel: IdentityPanel, desk: VisitDesk) -> None:
    at.type("p")
    at.type("7731")
    at.type("31 ")
    assert panel.valid_until.value() == "31 "
    assert not seen(desk)


def test_space_behind_a_date_that_has_passed_says_so_there(
    at: Hands, panel: IdentityPanel, desk: VisitDesk
) -> None:
    at.type("p")
    at.type("7731")
    at.type("01-2020 ")
    assert not seen(desk)
    assert panel.valid_until.error
    assert panel.valid_until.value().strip() == "vr 31-01-2020"


def test_enter_in_the_month_goes_to_seen(at: Hands, panel: IdentityPanel) -> None:
    at.type("i")
    at.type("ab12")
    at.type("1-2030")
    at.press("Return")
    assert panel.seen.rows[0].hasFocus()
    assert panel.last_four.value() == "AB12"


def test_an_expired_document_is_refused_in_words_and_stays(
    at: Hands, panel: IdentityPanel, desk: VisitDesk
) -> None:
    at.type("p")
    at.type("7731")
    at.type("01-2020")
    at.press("Return", "Space")
    assert not seen(desk)
    assert panel.valid_until.error
    assert panel.valid_until.value() == "vr 31-01-2020"
    assert panel.seen.values() == ()


def test_a_whole_number_cannot_be_kept(at: Hands, panel: IdentityPanel, desk: VisitDesk) -> None:
    at.type("p")
    panel.last_four.set_value("NWR4B7731")
    panel.valid_until.set_value("03-2031")
    panel.seen.setFocus()
    at.press("Space")
    assert not seen(desk)
    assert panel.last_four.error


def test_a_foreign_passport_asks_its_country(at: Hands, panel: IdentityPanel, desk: VisitDesk) -> None:
    at.type("e")
    assert panel.country.isVisible()
    panel.last_four.set_value("1234")
    panel.valid_until.set_value("03-2031")
    panel.seen.setFocus()
    at.press("Space")
    assert panel.country.error
    panel.country.set_value("PL")
    panel.seen.setFocus()
    at.press("Space")
    assert seen(desk)[0].land == "PL"


def test_no_document_takes_a_letter_and_a_digit(at: Hands, panel: IdentityPanel, desk: VisitDesk) -> None:
    at.type("g")
    at.type("2")
    kept = desk.desk.get(Klant, SANNE.id).niet_vastgesteld
    assert kept is not None
    assert kept.reden == "kwijt of gestolen"
    assert panel.isHidden()


def test_another_reason_is_typed(at: Hands, panel: IdentityPanel, desk: VisitDesk) -> None:
    at.type("g")
    at.type("6")
    at.press("Return")
    assert panel.reason.error
    at.type("bij de politie")
    at.press("Return")
    kept = desk.desk.get(Klant, SANNE.id).niet_vastgesteld
    assert kept is not None
    assert kept.reden == "bij de politie"


def test_nothing_is_lost_when_it_cannot_be_saved(at: Hands, panel: IdentityPanel, desk: VisitDesk) -> None:
    desk.fail["note_document"] = Unavailable("schijf.vol")
    at.type("p")
    at.type("7731")
    at.type("03-2031")
    at.press("Return", "Space")
    assert not panel.isHidden()
    assert "schijf" in panel.status.text()
    assert panel.last_four.value() == "7731"


def test_there_is_no_place_for_a_bsn_a_photo_or_a_copy(panel: IdentityPanel) -> None:
    editors = {line.accessibleName() for line in panel.findChildren(QLineEdit) if line.accessibleName()}
    assert len(editors) == 3
    assert {one.name for one in fields(DocumentForm)} == {"document", "laatste_vier", "geldig_tot", "land"}


def test_a_driving_licence_counts_from_july_2026() -> None:
    assert form.read_document("rijbewijs", date(2026, 7, 1)) is Document.RIJBEWIJS
    with pytest.raises(Refused, match=r"document\.niet_geldig"):
        form.read_document("rijbewijs", date(2026, 6, 30))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("03-2031", date(2031, 3, 31)),
        ("2-2028", date(2028, 2, 29)),
        ("30-10-2030", date(2030, 10, 30)),
        ("ma 31-03-2031", date(2031, 3, 31)),
    ],
)
def test_a_month_is_its_last_day(typed: str, read: date) -> None:
    assert form.read_validity(typed, TODAY) == read


@pytest.mark.parametrize("typed", ["13-2031", "00-2031", "2031", "03-0000", "", "<b>", "9" * 500])
def test_what_is_no_month_or_day_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as caught:
        form.read_validity(typed, TODAY)
    assert caught.value.field == "geldig_tot"

"""Tab goes through the melding in the order in which a colleague asks."""

from __future__ import annotations

from driving import Driver
from real_visits import RealVisits

from werkdesk.ui.teksten import melding as t


def test_tab_follows_the_form_from_its_first_field(at_work: Driver, desk: RealVisits) -> None:
    at_work.press("F8")
    at_work.press("Ctrl+N")
    melding = desk.shown.parts.melding
    seen = [melding.fields.focused()]  # type: ignore[attr-defined]
    for _ in range(6):
        at_work.press("Tab")
        seen.append(melding.fields.focused())  # type: ignore[attr-defined]
    assert seen == ["adres", "telefoon", "reden", "laatste_werkdag", "email", "partner", "kinderen"]


def test_phone_tab_reason_and_last_working_day_as_script_one_types_them(
    at_work: Driver, desk: RealVisits
) -> None:
    at_work.press("F8")
    at_work.press("Ctrl+N")
    at_work.press("Space")
    at_work.type("0612345678")
    at_work.press("Tab")
    at_work.type("3")
    at_work.type("30-10")
    texts = desk.shown.parts.melding.fields.texts()  # type: ignore[attr-defined]
    assert (texts["reden"], texts["laatste_werkdag"][:5], texts["email"]) == ("baan_verloren", "30-10", "")


def test_tab_leads_from_the_question_of_now_to_its_note(at_work: Driver, desk: RealVisits) -> None:
    at_work.press("F8")
    at_work.press("Ctrl+N")
    at_work.press("Space")
    at_work.press("Ctrl+Return")
    at_work.type("1")
    at_work.press("Tab")
    assert at_work.focus().accessibleName() == t.TOELICHTING.replace("&", "")

"""The card of the melding, typed in as at the counter."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from hands import Hands
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from visit_desk import SANNE, YONAS, VisitDesk

from tests.fakes import WIE
from werkdesk.domain.melding import Melding, MeldingReden
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Unavailable
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.melding.form import FIELDS, problems
from werkdesk.ui.screens.melding.panel import MeldingPanel
from werkdesk.ui.teksten import melding as t

CHOSEN = ("kanaal", "reden", "partner", "uitzondering", "bevestiging", "gemeente", "aanvraag")
Show = Callable[[QWidget], Hands]
BAD = (
    "<b>x</b>",
    "a\x07b",
    "naam\u202eegnad",
    "😀" * 3,
    "9" * 10_000,
    "31-02-2026",
    "'; DROP TABLE melding; --",
)


@pytest.fixture
def panel(desk: VisitDesk, tasks: Tasks) -> MeldingPanel:
    """The card of a klant without a melding."""
    return make(desk, tasks)


def make(desk: VisitDesk, tasks: Tasks, klant: UUID = SANNE.id) -> MeldingPanel:
    card = MeldingPanel(desk.melding, tasks, cap=KeyMap().cap, gemeenten=WIE.gemeenten)
    dossier = desk.dossier(klant)
    assert dossier is not None
    card.show_dossier(dossier)
    return card


@pytest.fixture
def at(panel: MeldingPanel, hands: Show) -> Hands:
    """The hands, in a new melding."""
    found = hands(panel)
    panel.start_new()
    found.settle()
    return found


def newest(desk: VisitDesk) -> Melding:
    return desk.desk.all(Melding)[-1]


def test_without_a_melding_it_says_what_to_do(panel: MeldingPanel, hands: Show) -> None:
    hands(panel)
    assert panel.nothing.text() == t.GEEN
    assert panel.save_button.isHidden()


def test_script_one_makes_a_melding_in_few_keys(panel: MeldingPanel, at: Hands, desk: VisitDesk) -> None:
    at.press("Space")
    at.type("0612345678")
    at.press("Tab")
    at.type("3")
    at.type("30-10")
    panel.save()
    at.settle()
    made = newest(desk)
    assert made.feiten.reden is MeldingReden.BAAN_VERLOREN
    assert f"{made.feiten.laatste_werkdag:%d-%m-%Y}" == "30-10-2026"
    assert made.feiten.adres_bevestigd is True
    assert desk.dossier(SANNE.id).klant.feiten.telefoon == "+31612345678"  # type: ignore[union-attr]
    assert panel.card.remark.text() == made.kenmerk
    assert panel.fields.text_of("laatste_werkdag") == "vr 30-10-2026"


def test_a_surname_and_nothing_else_can_be_saved(panel: MeldingPanel, at: Hands, desk: VisitDesk) -> None:
    panel.save()
    at.settle()
    assert newest(desk).ontbreekt
    assert "telefoon" in panel.gaps.text()
    assert panel.gaps.text().startswith("Nog niet bekend")


def test_the_same_form_changes_it_afterwards(panel: MeldingPanel, at: Hands, desk: VisitDesk) -> None:
    panel.save()
    at.settle()
    panel.fields.focus("kinderen")
    at.type("2")
    panel.save()
    at.settle()
    assert newest(desk).feiten.kinderen == 2
    assert len(desk.desk.all(Melding)) == 1


def test_nothing_is_written_when_nothing_changed(panel: MeldingPanel, at: Hands, desk: VisitDesk) -> None:
    panel.save()
    at.settle()
    before = len(desk.desk.acts)
    panel.save()
    at.settle()
    assert len(desk.desk.acts) == before


TYPED = tuple(name for name in FIELDS if name not in ("adres", "uitleg", *CHOSEN))


@pytest.mark.parametrize("name", TYPED)
def test_hostile_text_stays_in_its_field_with_a_sentence_and_in_the_draft(
    panel: MeldingPanel, at: Hands, desk: VisitDesk, name: str
) -> None:
    fields = panel.fields
    fields.put("kanaal", "post")
    fields.put("partner", "ja")
    fields.show_more(True)
    refused = 0
    for value in BAD:
        fields.by_name[name].set_value(value)
        shown = fields.text_of(name)
        if name not in problems(fields.texts(), desk.clock()):
            continue  # an ordinary name or note after all
        refused += 1
        panel.save()
        panel.drafts.flush()
        at.settle()
        assert not desk.desk.all(Melding)
        assert fields.by_name[name].error
        assert fields.text_of(name) == shown
        kept = next(iter(desk.desk.concepten.values()))[0]
        assert kept[name] == shown
    assert refused


def test_choices_cannot_be_typed_wrong(panel: MeldingPanel, at: Hands) -> None:
    panel.fields.focus("reden")
    at.type("x9q")
    assert panel.fields.text_of("reden") == ""


def test_a_phone_number_says_how_many_digits_it_lacks(panel: MeldingPanel, at: Hands) -> None:
    panel.fields.focus("telefoon")
    at.type("061234567")
    at.press("Tab")
    assert panel.fields.by_name["telefoon"].error == "Nog één cijfer: een mobiel nummer heeft er tien."


def test_what_is_typed_is_a_draft_by_itself(
    panel: MeldingPanel, at: Hands, desk: VisitDesk, qtbot: QtBot
) -> None:
    panel.fields.focus("telefoon")
    at.type("061")
    qtbot.waitUntil(lambda: bool(desk.desk.concepten))
    key, (velden, wie) = next(iter(desk.desk.concepten.items()))
    assert key == f"melding:nieuw:{SANNE.id}"
    assert velden["telefoon"] == "061"
    assert wie == WIE.medewerker


def test_a_draft_comes_back_with_the_cursor_where_it_was(
    panel: MeldingPanel, at: Hands, desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    panel.fields.focus("kinderen")
    at.type("2")
    panel.fields.focus("email")
    at.type("sanne@")
    panel.flush()
    at.settle()
    again = make(desk, tasks)
    second = hands(again)
    again.begin()
    second.settle()
    assert again.fields.text_of("kinderen") == "2"
    assert again.fields.text_of("email") == "sanne@"
    assert again.status.text() == t.CONCEPT_TERUG


def test_a_saved_melding_leaves_no_draft(panel: MeldingPanel, at: Hands, desk: VisitDesk) -> None:
    panel.fields.focus("kinderen")
    at.type("2")
    panel.flush()
    at.settle()
    assert desk.desk.concepten
    panel.save()
    at.settle()
    panel.flush()
    at.settle()
    assert not desk.desk.concepten


def test_no_draft_is_written_behind_the_act_that_replaces_it(
    panel: MeldingPanel, at: Hands, desk: VisitDesk
) -> None:
    panel.fields.focus("kinderen")
    at.type("2")
    panel.save()
    panel.flush()  # as the timer of the draft would, before the answer is there
    at.settle()
    assert newest(desk).feiten.kinderen == 2
    assert not desk.desk.concepten


def test_a_clash_is_told_again_when_the_draft_comes_back(
    panel: MeldingPanel, at: Hands, desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    panel.save()
    at.settle()
    panel.fields.focus("telefoon")
    at.type("0611111111")
    desk.set(SANNE, telefoon=Telefoon("0698765432"))
    panel.show_dossier(desk.dossier(SANNE.id))  # type: ignore[arg-type]
    at.type("1")
    panel.flush()
    at.settle()
    again = MeldingPanel(desk.melding, tasks, cap=KeyMap().cap, gemeenten=WIE.gemeenten)
    again.show_dossier(desk.dossier(SANNE.id))  # type: ignore[arg-type]
    hands(again)
    assert again.fields.text_of("telefoon") == "06111111111"
    assert "06-98 76 54 32" in again.fields.by_name["telefoon"].below.text()  # type: ignore[union-attr]


def test_a_full_disk_keeps_everything_on_the_screen(panel: MeldingPanel, at: Hands, desk: VisitDesk) -> None:
    panel.fields.focus("kinderen")
    at.type("2")
    desk.fail["record_melding"] = Unavailable("schijf.vol")
    panel.save()
    at.settle()
    assert "schijf" in panel.trouble.text()
    assert panel.fields.text_of("kinderen") == "2"
    del desk.fail["record_melding"]
    panel.save()
    at.settle()
    assert newest(desk).feiten.kinderen == 2


def test_a_colleagues_change_lands_beside_what_is_being_typed(
    panel: MeldingPanel, at: Hands, desk: VisitDesk
) -> None:
    panel.save()
    at.settle()
    panel.fields.focus("email")
    at.type("sanne@voor")
    desk.set(SANNE, telefoon=Telefoon("0698765432"))
    panel.show_dossier(desk.dossier(SANNE.id))  # type: ignore[arg-type]
    assert panel.fields.text_of("telefoon") == "06-98 76 54 32"
    assert panel.fields.text_of("email") == "sanne@voor"
    assert not panel.newer.isHidden()
    assert "telefoon" in panel.newer.text()


def test_two_who_type_in_one_field_are_told_and_nothing_is_overwritten(
    panel: MeldingPanel, at: Hands, desk: VisitDesk
) -> None:
    panel.save()
    at.settle()
    panel.fields.focus("telefoon")
    at.type("0611111111")
    desk.set(SANNE, telefoon=Telefoon("0698765432"))
    panel.show_dossier(desk.dossier(SANNE.id))  # type: ignore[arg-type]
    assert panel.fields.text_of("telefoon") == "0611111111"
    assert "06-98 76 54 32" in panel.fields.by_name["telefoon"].below.text()  # type: ignore[union-attr]
    assert "staat er nog" in panel.newer.text()


def test_the_exception_is_asked_under_27_only(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    for klant, asked in ((SANNE, False), (YONAS, True)):
        card = make(desk, tasks, klant.id)
        found = hands(card)
        card.start_new()
        found.settle()
        assert card.fields.by_name["uitzondering"].isVisible() is asked


def test_a_second_melding_is_made_only_when_asked_twice(
    panel: MeldingPanel, at: Hands, desk: VisitDesk
) -> None:
    panel.save()
    at.settle()
    first = newest(desk)
    panel.start_new()
    at.settle()
    assert first.kenmerk in panel.trouble.text()
    assert panel.card.remark.text() == first.kenmerk
    panel.start_new()
    at.settle()
    assert panel.card.remark.text() == t.NIEUW


def test_only_post_lets_the_moment_be_typed(panel: MeldingPanel, at: Hands) -> None:
    moment = panel.fields.by_name["gemeld_op"]
    assert not moment.isEnabled()
    panel.fields.focus("kanaal")
    at.type("4")
    assert moment.isEnabled()


def test_every_control_has_a_name_for_a_screen_reader(panel: MeldingPanel, at: Hands) -> None:
    panel.fields.put("partner", "ja")
    panel.fields.show_more(True)
    for name in FIELDS:
        editor = panel.fields.by_name[name]
        named = editor.editor if hasattr(editor, "editor") else editor
        assert named.accessibleName(), name


def test_an_address_nobody_knows_is_asked_for_and_cannot_be_confirmed(
    desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    card = make(desk, tasks, YONAS.id)  # no address
    at = hands(card)
    card.start_new()
    at.settle()
    at.press("Space")
    assert card.fields.address.rows[0].isHidden()
    assert "F2" in card.fields.no_address.text()
    assert card.fields.focused() == "telefoon"
    card.save()
    at.settle()
    assert newest(desk).feiten.adres_bevestigd is None


def test_a_known_address_is_confirmed_as_ever(panel: MeldingPanel, at: Hands) -> None:
    assert panel.fields.no_address.isHidden()
    assert panel.fields.focused() == "adres"


def test_what_a_colleague_wrote_is_not_told_any_more_once_both_agree(
    panel: MeldingPanel, at: Hands, desk: VisitDesk
) -> None:
    panel.save()
    at.settle()
    panel.fields.focus("telefoon")
    at.type("0611111111")
    desk.set(SANNE, telefoon=Telefoon("0698765432"))
    panel.show_dossier(desk.dossier(SANNE.id))  # type: ignore[arg-type]
    below = panel.fields.by_name["telefoon"].below  # type: ignore[union-attr]
    assert "06-98 76 54 32" in below.text()
    panel.save()
    at.settle()
    assert below.text() == ""
    assert panel.newer.isHidden()


def test_an_unreadable_draft_comes_back_with_its_sentence(
    panel: MeldingPanel, at: Hands, desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    panel.fields.focus("kinderen")
    at.type("Fatima Proef")
    panel.flush()
    at.settle()
    again = make(desk, tasks)
    hands(again).settle()
    assert again.fields.text_of("kinderen") == "Fatima Proef"
    assert again.fields.by_name["kinderen"].error


def test_the_moment_that_is_shown_is_the_moment_that_is_saved(
    panel: MeldingPanel, at: Hands, desk: VisitDesk
) -> None:
    begun, shown = desk.clock.now, panel.fields.text_of("gemeld_op")
    desk.clock.forward(minutes=25)
    panel.save()
    at.settle()
    assert newest(desk).moment == begun
    assert panel.fields.text_of("gemeld_op") == shown


def test_a_draft_of_another_day_keeps_the_day_on_which_the_client_told_it(
    panel: MeldingPanel, at: Hands, desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    begun, shown = desk.clock.now, panel.fields.text_of("gemeld_op")
    panel.fields.focus("kinderen")
    at.type("2")
    panel.flush()
    at.settle()
    desk.clock.forward(hours=24)
    again = make(desk, tasks)
    second = hands(again)
    second.settle()
    assert again.fields.text_of("gemeld_op") == shown
    assert shown in again.status.text()
    again.save()
    second.settle()
    assert newest(desk).moment == begun


def test_another_channel_and_back_shows_the_first_moment_again(panel: MeldingPanel, at: Hands) -> None:
    shown = panel.fields.text_of("gemeld_op")
    panel.fields.focus("kanaal")
    at.type("4")
    panel.fields.put("gemeld_op", "20-11-2020")
    panel.fields.focus("kanaal")
    at.type("1")
    assert panel.fields.text_of("gemeld_op") == shown

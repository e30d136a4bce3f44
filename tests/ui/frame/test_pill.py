"""The pill tells what the outbox says, and is never green while anything waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from driving import Driver
from fake_desk import NOW, QUIET_LINE, waiting_acts
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.ui.kit import sync_pill
from werkdesk.ui.kit.sync_pill import SyncState
from werkdesk.ui.pill_state import pill_state
from werkdesk.ui.teksten.verbinding import pill_words
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.overzichten import Verbinding
from werkdesk.usecases.vraagrijen import Uitval

moments = st.none() | st.integers(0, 400_000).map(lambda seconds: NOW - timedelta(seconds=seconds))
lines = st.builds(
    Verbinding,
    wachten=st.integers(0, 3000),
    aandacht=st.integers(0, 5),
    bijlagen=st.integers(0, 9),
    laatste=moments,
    weg_sinds=moments,
    fout=st.none() | st.sampled_from(["register.tijd", "register.ingetrokken", "register.gekloond"]),
    journaal=st.just(0),
)


def line(**facts: Any) -> Verbinding:
    known = {name: getattr(QUIET_LINE, name) for name in QUIET_LINE.__slots__}
    return Verbinding(**(known | facts))


@given(lines)
def test_it_is_never_up_to_date_while_anything_waits(now: Verbinding) -> None:
    if pill_state(now, NOW) is SyncState.UP_TO_DATE:
        assert (now.wachten, now.aandacht, now.bijlagen) == (0, 0, 0)
        assert now.weg_sinds is None
        assert now.laatste is not None


@given(lines)
def test_the_words_always_name_how_many_wait(now: Verbinding) -> None:
    for short in (False, True):
        words = pill_words(now, NOW, short=short)
        assert words[0].isupper() or words[0].isdigit()
        if now.wachten:
            assert f"{now.wachten} wacht" in words


@given(lines)
def test_a_question_comes_before_everything(now: Verbinding) -> None:
    assert (pill_state(now, NOW) is SyncState.QUESTION) == bool(now.aandacht)


@pytest.mark.parametrize(
    ("now", "state", "words"),
    [
        (line(), SyncState.UP_TO_DATE, "Bijgewerkt, zojuist"),
        (line(laatste=NOW - timedelta(seconds=75)), SyncState.UP_TO_DATE, "Bijgewerkt om 10:07"),
        (line(wachten=1), SyncState.BUSY, "Bezig · 1 wacht"),
        (line(bijlagen=2), SyncState.BUSY, "Bezig · 2 papieren onderweg"),
        (line(laatste=None), SyncState.BUSY, "Deze balie haalt de gegevens voor het eerst op"),
        (
            line(wachten=3, weg_sinds=NOW - timedelta(minutes=2)),
            SyncState.OFFLINE,
            "Geen verbinding sinds 10:07 · u werkt door op deze balie · 3 wachten",
        ),
        (
            line(weg_sinds=NOW - timedelta(days=1)),
            SyncState.OFFLINE,
            "Geen verbinding sinds gisteren 10:09 · u werkt door op deze balie",
        ),
        (line(aandacht=1, wachten=2), SyncState.QUESTION, "1 vraag voor u · 2 wachten"),
        (
            line(wachten=1, weg_sinds=NOW - timedelta(minutes=2), fout="register.ingetrokken"),
            SyncState.OFFLINE,
            "Geen verbinding sinds 10:07 · bel beheer (F5 zegt waarom) · 1 wacht",
        ),
        (
            line(wachten=2, fout="register.gekloond"),
            SyncState.OFFLINE,
            "Het register neemt uw werk nu niet aan · bel beheer (F5 zegt waarom) · 2 wachten",
        ),
    ],
)
def test_each_state_has_its_sentence(now: Verbinding, state: SyncState, words: str) -> None:
    assert pill_state(now, NOW) is state
    assert pill_words(now, NOW) == words


def test_a_clock_that_is_wrong_is_told_and_a_little_is_not() -> None:
    for milliseconds in (-400_000, 400_000, 10**15):
        wrong = line(klok_ms=milliseconds)
        assert pill_state(wrong, NOW) is SyncState.OFFLINE
        assert pill_words(wrong, NOW).startswith("De klok van deze computer loopt verkeerd · bel beheer")
    assert pill_state(line(klok_ms=200_000), NOW) is SyncState.UP_TO_DATE


def test_a_silent_line_is_an_outage_nobody_reported() -> None:
    silent = line(laatste=NOW - timedelta(seconds=91))
    assert pill_state(silent, NOW) is SyncState.OFFLINE
    assert pill_words(silent, NOW).startswith("Geen verbinding sinds 10:07")


def test_an_outage_is_seen_without_a_dialog_and_said_once(
    at_work: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(sync_pill, "announce", lambda _, sentence: said.append(sentence))
    pill = at_work.work.frame.status.pill
    assert pill.state is SyncState.UP_TO_DATE
    before = at_work.focus()
    at_work.desk.verbinding = line(wachten=1, weg_sinds=NOW, fout="register.tijd")
    for _ in range(3):
        at_work.tasks.changed.emit(Changes(Topic.VERBINDING))
        at_work.settle()
        at_work.desk.now += timedelta(seconds=1)
        at_work.work.tick()
    assert pill.state is SyncState.OFFLINE
    assert len(said) == 1
    assert at_work.focus() is before


def test_time_alone_turns_the_pill(at_work: Driver) -> None:
    at_work.desk.now = datetime.fromisoformat("2026-11-21T10:15:00+01:00")
    at_work.work.tick()
    assert at_work.work.frame.status.pill.state is SyncState.OFFLINE


def test_f5_opens_the_outbox_in_sentences_and_tries(at_work: Driver) -> None:
    at_work.desk.outbox = waiting_acts()
    at_work.desk.verbinding = line(wachten=2, aandacht=1, weg_sinds=NOW)
    at_work.press("F5")
    assert at_work.here == "verzenden"
    assert "try_now" in at_work.desk.asked
    waiting = at_work.work.outbox.waiting.rows.rows
    assert [row.wat for row in waiting] == ["Melding M-3-0147-K", "Antwoord in de intake"]
    assert waiting[0].straks == "Gaat vanzelf · 3 keer geprobeerd"
    assert waiting[1].straks == "Gaat vanzelf, zodra er verbinding is"
    assert at_work.work.frame.rail.items["verzenden"].count == "1"


def test_f5_says_why_there_is_no_line_also_when_nothing_waits(at_work: Driver) -> None:
    at_work.desk.verbinding = line(weg_sinds=NOW, fout="register.certificaat_verlopen")
    at_work.press("F5")
    reason = at_work.work.outbox.reason
    assert "Klopt de datum van deze computer?" in reason.text()
    assert reason.isVisible()
    at_work.desk.verbinding = line()
    at_work.tasks.changed.emit(Changes(Topic.VERBINDING))
    at_work.settle()
    at_work.work.outbox.refresh()
    at_work.settle()
    assert not reason.isVisible()


def test_the_pill_opens_the_outbox_too(at_work: Driver) -> None:
    at_work.work.frame.status.pill.click()
    at_work.settle()
    assert at_work.here == "verzenden"
    assert "Er wacht niets" in at_work.work.outbox.waiting._nothing


def test_the_chosen_act_is_told_in_full(at_work: Driver) -> None:
    at_work.desk.outbox = waiting_acts()
    at_work.press("F5")
    at_work.work.outbox.waiting.choose(waiting_acts()[0].id)
    told = at_work.work.outbox.detail.text()
    assert told.startswith(
        "Melding M-3-0147-K · Jansen, P. · sinds 10:01 · Gaat vanzelf · 3 keer geprobeerd."
    )
    assert "antwoordt niet op tijd" in told
    assert told.endswith(".")
    assert not told.endswith("..")


def test_a_copy_for_the_help_desk_names_its_file(at_work: Driver) -> None:
    at_work.desk.outbox = waiting_acts()
    at_work.press("F5")
    at_work.work.outbox.copy_button.click()
    at_work.settle()
    assert "werkdesk-balie-3" in at_work.notice


def test_a_screen_that_was_only_locked_has_nothing_to_tell() -> None:
    gap = Uitval(
        van=NOW - timedelta(minutes=9), tot=NOW - timedelta(seconds=5), verzonden=0, wachten=0, vragen=0
    )
    quiet = line(laatste=NOW, uitval=(gap,), wachten=0, aandacht=0, bijlagen=0, weg_sinds=None, fout=None)
    assert pill_words(quiet, NOW) == "Bijgewerkt, zojuist"
    told = line(laatste=NOW, uitval=(replace(gap, verzonden=1),))
    assert pill_words(told, NOW).startswith("Verbinding terug: 1 verzonden")

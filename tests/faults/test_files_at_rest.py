"""A cache or a journal that was damaged while nobody looked: set aside, mended, told, and nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import damage
from tests.faults.fault_desk import USER, FaultDesk, here, save
from tests.fixtures.desk import PIN
from werkdesk.errors import Unavailable
from werkdesk.ui.texts import explain_code

pytestmark = pytest.mark.postgres

OF_THE_CACHE = [
    damage.flip_one_bit, damage.flip_the_head, damage.zero_a_page, damage.cut_in_half, damage.empty,
    damage.all_zero, damage.scribble, damage.remove,
]  # fmt: skip
OF_THE_JOURNAL = [
    damage.flip_one_bit, damage.flip_the_head, damage.zero_a_page, damage.cut_in_half, damage.empty,
    damage.all_zero, damage.scribble, damage.remove,
]  # fmt: skip


def worked(broken: FaultDesk) -> set[str]:
    """Three meldingen that the register has and three that it has not."""
    with broken.at_work() as (desk, session):
        kept = {save(session, f"Ontvangen{number}") for number in range(3)}
        assert desk.sync().fout is None
        return kept | {save(session, f"Wachtend{number}") for number in range(3)}


@pytest.mark.parametrize("harm", OF_THE_CACHE, ids=lambda harm: harm.__name__)
def test_a_cache_that_is_lost_comes_back_from_journal_and_register(
    broken_desk: FaultDesk, harm: damage.Damage
) -> None:
    kept = worked(broken_desk)
    harm(broken_desk.cache)
    gone = not broken_desk.cache.exists()
    with broken_desk.at_work() as (desk, session):
        assert session.tidings == ("cache.opnieuw" if gone else "cache.hersteld", "werk.bewaard")
        assert len([kenmerk for kenmerk in here(session) if kenmerk in kept]) >= 3
        assert desk.sync().fout is None
        assert here(session) == kept
        assert session.actions.lees.verbinding().wachten == 0
        new = save(session)
        assert new not in kept
        assert desk.sync().fout is None
    aside = list(broken_desk.profile.cache.glob("cache.db.beschadigd-*"))
    assert bool(aside) is not gone
    assert sorted(broken_desk.at_register()) == sorted({*kept, new})
    with broken_desk.at_work() as (_, session):
        assert session.tidings == ()


@pytest.mark.parametrize("harm", OF_THE_JOURNAL, ids=lambda harm: harm.__name__)
def test_a_journal_that_is_lost_is_made_from_the_cache(broken_desk: FaultDesk, harm: damage.Damage) -> None:
    kept = worked(broken_desk)
    harm(broken_desk.journal)
    with broken_desk.at_work() as (_, session):
        assert session.tidings == ("journaal.hersteld",)
        assert here(session) == kept
        assert session.actions.lees.verbinding().journaal >= 3
    # Only now the cache: what was mended must be able to mend.
    damage.scribble(broken_desk.cache)
    with broken_desk.at_work() as (desk, session):
        assert session.tidings == ("cache.hersteld", "werk.bewaard")
        assert desk.sync().fout is None
        assert here(session) == kept
    assert sorted(broken_desk.at_register()) == sorted(kept)


@pytest.mark.parametrize(
    "harm", [damage.flip_one_bit, damage.cut_in_half, damage.zero_a_page, damage.remove],
    ids=lambda harm: harm.__name__,
)  # fmt: skip
def test_after_a_power_cut_with_a_damaged_log_of_the_database_nothing_is_missing(
    broken_desk: FaultDesk, harm: damage.Damage, tmp_path: Path
) -> None:
    with broken_desk.at_work() as (_, session):
        kept = {save(session, f"Wachtend{number}") for number in range(6)}
        image = broken_desk.crash_image(tmp_path / "na-de-stroom")
    log = image.cache.with_name("cache.db-wal")
    assert log.stat().st_size > 0
    harm(log)
    with image.at_work() as (desk, session):
        assert here(session) == kept
        assert desk.sync().fout is None
    assert sorted(image.at_register()) == sorted(kept)


def test_when_both_are_damaged_what_is_left_comes_back_and_staff_are_told_to_look(
    broken_desk: FaultDesk,
) -> None:
    kept = worked(broken_desk)
    damage.cut_in_half(broken_desk.journal)
    damage.flip_one_bit(broken_desk.cache)
    with broken_desk.at_work() as (desk, session):
        assert session.tidings == ("cache.hersteld", "werk.controleren")
        assert desk.sync().fout is None
        assert here(session) < kept
        assert len(here(session)) >= 3
        assert save(session) not in kept


@pytest.mark.parametrize("harm", [damage.all_zero, damage.scribble, damage.remove], ids=lambda h: h.__name__)
def test_without_cache_and_journal_nothing_starts_again_and_nothing_is_touched(
    broken_desk: FaultDesk, harm: damage.Damage
) -> None:
    worked(broken_desk)
    harm(broken_desk.journal)
    damage.remove(broken_desk.cache)
    before = {path.name: path.read_bytes() for path in broken_desk.profile.cache.iterdir() if path.is_file()}
    for _ in range(2):
        with pytest.raises(Unavailable, match=r"cache\.verloren"):
            broken_desk.desk().sign_in(USER, PIN)
    after = {path.name: path.read_bytes() for path in broken_desk.profile.cache.iterdir() if path.is_file()}
    assert after == before
    assert "hetzelfde kenmerk" in explain_code("cache.verloren")


def test_a_desk_that_did_nothing_yet_loses_only_what_the_register_has(broken_desk: FaultDesk) -> None:
    damage.scribble(broken_desk.cache)
    with broken_desk.at_work() as (desk, session):
        assert session.tidings == ("cache.hersteld", "journaal.leeg")
        assert desk.sync().fout is None
        kenmerk = save(session)
        assert desk.sync().fout is None
    assert broken_desk.at_register() == [kenmerk]


def test_numbers_on_paper_are_not_given_again_when_the_count_is_lost(broken_desk: FaultDesk) -> None:
    with broken_desk.at_work() as (desk, session):
        before = {save(session) for _ in range(3)}
        assert desk.sync().fout is None
    damage.empty(broken_desk.journal)  # as a new one: nothing tells that there was work
    damage.remove(broken_desk.cache)
    with broken_desk.at_work() as (desk, session):
        desk.sync()
        assert here(session) == before
        assert save(session) not in before


def test_damage_that_shows_during_the_work_is_told_and_mended_after_locking(
    broken_desk: FaultDesk,
) -> None:
    kept = worked(broken_desk)
    desk = broken_desk.desk()
    session = desk.sign_in(USER, PIN)
    handles = desk.door.handles
    handles.writer.cache.checkpoint()
    data = bytearray(broken_desk.cache.read_bytes())
    for place in range(4096, len(data), 512):
        data[place] ^= 0xFF
    broken_desk.cache.write_bytes(bytes(data))
    handles.writer.cache.reader.dispose()
    with pytest.raises(Unavailable, match=r"cache\.beschadigd"):
        session.actions.lees.meldingen(limit=10_000)
    assert "start het opnieuw" in explain_code("cache.beschadigd")
    desk.lock()
    again = desk.sign_in(USER, PIN)
    assert again.tidings[0] == "cache.hersteld"
    assert desk.sync().fout is None
    assert here(again) == kept

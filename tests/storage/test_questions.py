"""Questions on a real cache: listed with both values, answered offline, and refused work that is settled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import NoReturn
from uuid import UUID

import msgspec
import pytest

from tests.fixtures.cache import NOW, WIE, again, clock_at, identity, new_cache
from tests.storage.acts import enrolled, facts, phone_changed, save
from tests.storage.small_register import SmallRegister, answer, pull_once, push_once
from werkdesk.domain.afdoening import Keuze
from werkdesk.domain.klant import Klant
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused
from werkdesk.messages.codec import encode
from werkdesk.messages.questions import conflict_id
from werkdesk.messages.wire import Balie, ConflictRecord, Medewerker
from werkdesk.storage.cache import CacheHandles
from werkdesk.storage.uuid7 import new_id
from werkdesk.usecases import vragen
from werkdesk.usecases.changes import Topic
from werkdesk.usecases.vraagrijen import BotsingRow

OLD, OURS, THEIRS = "0201234567", "0612345678", "0297123456"
OTHER_DESK = UUID(int=555)


def never_computed(*_: object) -> NoReturn:
    raise AssertionError("no date depends on this")


@dataclass
class Office:
    """A desk with one question about the number of one person, told by the register as it does."""

    cache: CacheHandles
    register: SmallRegister
    klant: UUID

    def answer(self, keuze: Keuze) -> vragen.Beantwoord:
        (row,) = self.cache.overzichten.vragen().botsingen
        return vragen.answer_question(
            row.id, keuze, wie=WIE, work=self.cache.work, clock=clock_at(),
            overzichten=self.cache.overzichten, rekenaar=never_computed,
        )  # fmt: skip

    def take_back(self, done: vragen.Beantwoord) -> None:
        vragen.take_back(done, wie=WIE, work=self.cache.work, clock=clock_at(), rekenaar=never_computed)

    def put_away(self, question: UUID, reason: str) -> vragen.Beantwoord:
        return vragen.put_away(
            question, reason, wie=WIE, work=self.cache.work, clock=clock_at(),
            overzichten=self.cache.overzichten,
        )  # fmt: skip

    def send_again(self, question: UUID) -> vragen.Beantwoord:
        return vragen.send_again(
            question, wie=WIE, work=self.cache.work, clock=clock_at(),
            overzichten=self.cache.overzichten, rekenaar=never_computed,
        )  # fmt: skip

    @property
    def phone(self) -> str | None:
        with self.cache.work(WIE) as unit:
            klant = unit.get(Klant, self.klant)
        return None if klant is None or klant.feiten.telefoon is None else str(klant.feiten.telefoon)

    @property
    def attention(self) -> int:
        return self.cache.overzichten.verbinding().aandacht


@pytest.fixture
def office(cache: CacheHandles) -> Office:
    register = SmallRegister()
    person = enrolled(facts(phone=OLD))
    save(cache, person)
    push_once(cache, register)
    pull_once(cache, register)
    return Office(cache, register, person.id)


@pytest.fixture
def asked(office: Office) -> Office:
    """Two desks changed the number; the register kept THEIRS and asks about OURS."""
    told = staff_and_desks(office.register)
    pull_once(office.cache, office.register)
    save(office.cache, phone_changed(office.klant, OLD, OURS))
    _, klant = office.register.records["klant", office.klant]
    assert isinstance(klant, Klant)
    office.register.put(replace(klant, feiten=replace(klant.feiten, telefoon=Telefoon(THEIRS))))
    push_once(office.cache, office.register)
    (name,) = open_ids(office.cache)
    asked = ConflictRecord(
        id=name, record="klant", rid=office.klant, field="telefoon",
        base=msgspec.Raw(encode(Telefoon(OLD))), register=msgspec.Raw(encode(Telefoon(THEIRS))),
        desk=msgspec.Raw(encode(Telefoon(OURS))), desk_id=identity().desk_id, actor=WIE.medewerker,
        made_at=NOW, register_actor="r.ander", register_at=NOW - timedelta(minutes=2), register_desk=told,
    )  # fmt: skip
    office.register.tell("botsing", name, 1, "put", encode(asked))
    pull_once(office.cache, office.register)
    return office


def staff_and_desks(register: SmallRegister) -> UUID:
    for user, name in (("r.ander", "R. Ander (fictief)"), (WIE.medewerker, WIE.naam)):
        who = Medewerker(id=new_id(), user=user, name=name, roles=["balie"])
        register.tell("medewerker", who.id, 1, "put", encode(who))
    desk = Balie(id=OTHER_DESK, balie=1, location="amstelveen")
    register.tell("balie", desk.id, 1, "put", encode(desk))
    return OTHER_DESK


def open_ids(cache: CacheHandles) -> list[UUID]:
    return [row.id for row in cache.overzichten.vragen().botsingen]


def test_a_question_names_both_values_and_who_typed_them_where(asked: Office) -> None:
    (row,) = asked.cache.overzichten.vragen().botsingen
    assert (str(row.telt.waarde), row.telt.medewerker, row.telt.balie, row.telt.hier) == (
        str(Telefoon(THEIRS)), "R. Ander (fictief)", 1, False,
    )  # fmt: skip
    assert (str(row.anders.waarde), row.anders.medewerker, row.anders.balie, row.anders.hier) == (
        str(Telefoon(OURS)), WIE.naam, 3, True,
    )  # fmt: skip
    assert (row.klant, row.klant_id, row.tweede) == ("Verzonnen", asked.klant, True)
    assert asked.attention == 1


def test_a_dossier_says_what_is_asked_about_it(asked: Office) -> None:
    def questions() -> tuple[tuple[str, str], ...]:
        dossier = asked.cache.overzichten.dossier(asked.klant)
        assert dossier is not None
        return dossier.vragen

    assert questions() == (("klant", "telefoon"),)
    asked.answer(Keuze.HOUDEN)
    assert questions() == ()


def test_the_desk_and_the_register_give_a_question_the_same_name(office: Office) -> None:
    save(office.cache, phone_changed(office.klant, OLD, OURS))
    request = office.cache.sync_store.request(wait_s=0, push=True, pull=False)
    assert request.push is not None
    (act,) = request.push.mutations
    _, klant = office.register.records["klant", office.klant]
    assert isinstance(klant, Klant)
    office.register.put(replace(klant, feiten=replace(klant.feiten, telefoon=Telefoon(THEIRS))))
    office.cache.sync_store.file_outcomes(request.push, office.register.take(request.push))
    assert open_ids(office.cache) == [conflict_id(act.id, "telefoon")]


def test_a_question_told_before_its_answer_came_is_one_question_and_closes(office: Office) -> None:
    save(office.cache, phone_changed(office.klant, OLD, OURS))
    request = office.cache.sync_store.request(wait_s=0, push=True, pull=False)
    assert request.push is not None
    (act,) = request.push.mutations
    _, klant = office.register.records["klant", office.klant]
    assert isinstance(klant, Klant)
    office.register.put(replace(klant, feiten=replace(klant.feiten, telefoon=Telefoon(THEIRS))))
    result = office.register.take(request.push)
    name = conflict_id(act.id, "telefoon")
    told = ConflictRecord(
        id=name, record="klant", rid=office.klant, field="telefoon", base=msgspec.Raw(b"null"),
        register=msgspec.Raw(encode(Telefoon(THEIRS))), desk=msgspec.Raw(encode(Telefoon(OURS))),
        desk_id=identity().desk_id, actor=WIE.medewerker, made_at=NOW, register_actor="r.ander",
    )  # fmt: skip
    office.register.tell("botsing", name, 1, "put", encode(told))
    pull_once(office.cache, office.register)
    office.cache.sync_store.file_outcomes(request.push, result)
    (row,) = office.cache.overzichten.vragen().botsingen
    assert row.telt.medewerker == "r.ander"
    closed = msgspec.structs.replace(told, open=False)
    office.register.tell("botsing", name, 2, "put", encode(closed))
    pull_once(office.cache, office.register)
    assert office.attention == 0


@pytest.mark.parametrize(
    ("keuze", "wordt"), [(Keuze.HOUDEN, THEIRS), (Keuze.NEMEN, OURS), (Keuze.BEIDE, THEIRS)]
)
def test_an_answer_without_a_line_counts_at_once_and_is_sent_later(
    asked: Office, keuze: Keuze, wordt: str
) -> None:
    done = asked.answer(keuze)
    assert Topic.AANDACHT in done.changes.topics
    assert asked.attention == 0
    assert asked.phone == str(Telefoon(wordt))
    assert asked.cache.overzichten.verbinding().wachten == 2
    push_once(asked.cache, asked.register)
    pull_once(asked.cache, asked.register)
    assert asked.attention == 0
    assert asked.phone == str(Telefoon(wordt))
    assert asked.cache.overzichten.verbinding().wachten == 0


def test_both_numbers_are_kept_and_no_third(asked: Office) -> None:
    asked.answer(Keuze.BEIDE)
    with asked.cache.work(WIE) as unit:
        klant = unit.get(Klant, asked.klant)
    assert klant is not None
    assert str(klant.feiten.telefoon2) == str(Telefoon(OURS))


def test_the_value_that_was_not_chosen_stays_readable(asked: Office) -> None:
    asked.answer(Keuze.NEMEN)
    (row,) = asked.cache.overzichten.vragen().afgedaan
    assert (row.keuze, row.medewerker, row.balie) == (Keuze.NEMEN, WIE.naam, 3)
    question = row.vraag
    assert isinstance(question, BotsingRow)
    assert str(question.telt.waarde) == str(Telefoon(THEIRS))
    assert question.telt.medewerker == "R. Ander (fictief)"


def test_an_answer_that_is_taken_back_asks_again_with_the_old_value(asked: Office) -> None:
    done = asked.answer(Keuze.NEMEN)
    asked.take_back(done)
    assert asked.attention == 1
    assert asked.phone == str(Telefoon(THEIRS))
    assert asked.cache.overzichten.vragen().afgedaan == ()
    asked.answer(Keuze.HOUDEN)
    assert asked.attention == 0


def test_an_answer_survives_a_restart_and_a_rebuild(asked: Office, cache_folder: Path) -> None:
    asked.answer(Keuze.NEMEN)
    asked.cache.rebuild()
    assert asked.attention == 0
    asked.cache.close()
    opened = again(cache_folder)
    try:
        assert opened.overzichten.verbinding().aandacht == 0
        assert len(opened.overzichten.vragen().afgedaan) == 1
    finally:
        opened.close()


def test_a_question_is_answered_once(asked: Office) -> None:
    (row,) = asked.cache.overzichten.vragen().botsingen
    asked.answer(Keuze.NEMEN)
    with pytest.raises(Refused, match=r"vraag\.beantwoord"):
        vragen.answer_question(
            row.id, Keuze.HOUDEN, wie=WIE, work=asked.cache.work, clock=clock_at(),
            overzichten=asked.cache.overzichten, rekenaar=never_computed,
        )  # fmt: skip


def test_the_value_that_counts_is_the_one_of_now(asked: Office) -> None:
    later = "0208888888"
    save(asked.cache, phone_changed(asked.klant, THEIRS, later))
    (row,) = asked.cache.overzichten.vragen().botsingen
    assert (str(row.telt.waarde), row.telt.medewerker) == (str(Telefoon(later)), None)


@pytest.fixture
def refused(office: Office) -> tuple[Office, UUID]:
    """The register refused OURS."""
    save(office.cache, phone_changed(office.klant, OLD, OURS))
    push = office.cache.sync_store.next_push(10, 1 << 20)
    assert push is not None
    office.register.refuse = {push.mutations[0].id}
    push_once(office.cache, office.register)
    return office, push.mutations[0].id


def test_refused_work_is_told_with_what_was_typed_and_why(refused: tuple[Office, UUID]) -> None:
    office, name = refused
    (row,) = office.cache.overzichten.vragen().geweigerd
    assert (row.id, row.klant, row.soort, row.opnieuw) == (name, "Verzonnen", "KlantGewijzigd", True)
    assert row.code
    assert (office.attention, len(office.cache.overzichten.outbox())) == (1, 1)


def test_refused_work_that_is_put_away_counts_no_more_and_stays_readable(
    refused: tuple[Office, UUID],
) -> None:
    office, name = refused
    assert office.phone == str(Telefoon(OURS))
    done = office.put_away(name, "Dubbel getypt")
    assert office.attention == 0
    assert [row.stand for row in office.cache.overzichten.outbox()] == ["wacht"]
    assert office.phone == str(Telefoon(OLD))
    (row,) = office.cache.overzichten.vragen().afgedaan
    assert (row.keuze, row.reden) == (Keuze.WEGGELEGD, "Dubbel getypt")
    assert row.vraag.id == name
    office.take_back(done)
    assert office.attention == 1
    assert office.phone == str(Telefoon(OURS))


def test_refused_work_is_not_put_away_without_a_reason(refused: tuple[Office, UUID]) -> None:
    office, name = refused
    with pytest.raises(Refused, match=r"reden\.ontbreekt"):
        office.put_away(name, "  ")
    with pytest.raises(Refused, match=r"tekst\.te_lang"):
        office.put_away(name, "x" * 301)
    assert office.attention == 1


def test_refused_work_is_sent_again_on_top_of_what_the_register_has(refused: tuple[Office, UUID]) -> None:
    office, name = refused
    office.send_again(name)
    assert office.attention == 0
    assert office.phone == str(Telefoon(OURS))
    push_once(office.cache, office.register)
    pull_once(office.cache, office.register)
    _, klant = office.register.records["klant", office.klant]
    assert isinstance(klant, Klant)
    assert str(klant.feiten.telefoon) == str(Telefoon(OURS))
    assert office.phone == str(Telefoon(OURS))
    assert office.attention == 0


def test_a_new_person_that_was_refused_can_only_be_put_away(office: Office) -> None:
    person = enrolled(facts("Geweigerd"))
    save(office.cache, person)
    push = office.cache.sync_store.next_push(10, 1 << 20)
    assert push is not None
    office.register.refuse = {push.mutations[0].id}
    push_once(office.cache, office.register)
    (row,) = office.cache.overzichten.vragen().geweigerd
    assert not row.opnieuw
    with pytest.raises(Refused, match=r"vraag\.keuze"):
        office.send_again(row.id)
    assert office.cache.overzichten.dossier(person.id) is not None
    office.put_away(row.id, "Bestond al")
    assert office.cache.overzichten.dossier(person.id) is None
    assert office.attention == 0


def test_an_outage_is_kept_for_the_day_with_what_was_sent(tmp_path: Path) -> None:
    moment = [NOW]

    def clock() -> datetime:
        return moment[0]

    cache, register = new_cache(tmp_path / "balie", clock=clock), SmallRegister()
    try:
        person = enrolled(facts(phone=OLD))
        save(cache, person)
        push_once(cache, register)
        pull_once(cache, register)
        moment[0] += timedelta(minutes=2)
        cache.sync_store.note_failure("register.tijd")
        for number in range(3):
            save(cache, enrolled(facts(f"Verzonnen{number}")))
        moment[0] += timedelta(minutes=18)
        assert cache.overzichten.verbinding().uitval == ()
        push_once(cache, register)
        cache.sync_store.note_answer(answer())
        (gone,) = cache.overzichten.verbinding().uitval
        assert (gone.van, gone.tot) == (NOW + timedelta(minutes=2), NOW + timedelta(minutes=20))
        assert (gone.verzonden, gone.wachten, gone.vragen) == (3, 0, 0)
        moment[0] += timedelta(days=1)
        assert cache.overzichten.verbinding().uitval == ()
    finally:
        cache.close()


def test_an_outage_nobody_could_see_is_not_told(cache: CacheHandles) -> None:
    cache.sync_store.note_failure("register.tijd")
    cache.sync_store.note_answer(answer())
    assert cache.overzichten.verbinding().uitval == ()

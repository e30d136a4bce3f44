"""What becomes of what a desk sends: custody, receipts, chain, units, what waits, what is kept apart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest

from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import DeskClient, fictitious, phoned, written_in
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.bezoek import BezoekReden, Uitkomst
from werkdesk.messages.wire import PushResult
from werkdesk.register.database import in_transaction
from werkdesk.register.ids import new_id
from werkdesk.register.listing import list_kind

pytestmark = pytest.mark.postgres

MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
NewDesk = Callable[[], DeskClient]
ONE, TWO, THREE = "+31201234561", "+31201234562", "+31201234563"


def kinds(result: PushResult) -> list[str]:
    return [outcome.outcome for outcome in result.outcomes]


def held_at(register: TestRegister, kind: str) -> list[dict[str, Any]]:
    return in_transaction(register.engine, lambda c: list(list_kind(c, kind, None)))


def phone_of(desk: DeskClient, rid: UUID) -> str | None:
    desk.pull()
    value: str | None = desk.of_type("klant")[rid]["feiten"]["telefoon"]
    return value


def test_a_melding_pushed_at_one_desk_is_pulled_at_another(new_desk: NewDesk) -> None:
    one, two = new_desk(), new_desk()
    klant = written_in()
    melding = one.melding(klant.id)
    result = one.push(klant, melding, together=True)
    assert kinds(result) == ["applied", "applied"]
    assert [outcome.rev for outcome in result.outcomes] == [1, 1]
    two.pull()
    assert two.of_type("melding")[melding.id]["kenmerk"] == melding.kenmerk
    assert two.cursor is not None
    assert two.cursor.seq == result.outcomes[-1].seq


def test_a_push_that_is_sent_twice_has_one_effect_and_the_same_answer(
    new_desk: NewDesk, register: TestRegister
) -> None:
    desk = new_desk()
    klant = written_in()
    before = desk.hash
    request = desk.push_of([desk.mutation(klant), desk.mutation(phoned(klant.id, None, ONE))], before)
    first = desk.call(request).push
    assert first is not None
    assert desk.call(request).push == first
    assert len(held_at(register, "mutaties")) == 2
    desk.pull()
    assert desk.records[("klant", klant.id)][0] == 2


def test_after_a_lost_answer_a_longer_push_overlaps_what_is_known(new_desk: NewDesk) -> None:
    desk = new_desk()
    klant = written_in()
    before = desk.hash
    known = desk.mutation(klant)
    desk.call(desk.push_of([known], before))  # the answer never arrived
    more = desk.mutation(phoned(klant.id, None, ONE))
    answer = desk.call(desk.push_of([known, more], before))
    assert answer.push is not None
    assert kinds(answer.push) == ["applied", "applied"]
    assert answer.push.last_mseq == 2
    assert desk.push(written_in()).last_mseq == 3


def test_a_gap_in_the_chain_is_refused_and_says_where_to_go_on(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.push(written_in())
    desk.mutation(written_in())  # never sent
    before = desk.hash
    response = desk.raw(msgspec.json.encode(desk.push_of([desk.mutation(written_in())], before)))
    assert response.status_code == 409
    assert (response.json()["code"], response.json()["last_mseq"]) == ("gap", 1)


def test_a_failed_push_still_gets_its_pull(new_desk: NewDesk) -> None:
    one, two = new_desk(), new_desk()
    one.push(written_in())
    two.mutation(written_in())
    before = two.hash
    request = two.push_of([two.mutation(written_in())], before)
    answer = two.call(msgspec.structs.replace(request, pull=two.pull_request().pull))
    assert answer.push is None
    assert answer.push_error == "gap"
    assert answer.feeds


def test_a_clone_that_goes_on_by_itself_is_noticed(new_desk: NewDesk, register: TestRegister) -> None:
    desk = new_desk()
    desk.push(written_in())
    clone = DeskClient(desk.http, desk.desk, mseq=desk.mseq, hash=desk.hash)
    desk.push(written_in())
    response = clone.raw(msgspec.json.encode(clone.push_of([clone.mutation(written_in())], clone.hash)))
    assert (response.status_code, response.json()["code"]) == (409, "forked")
    pulled = clone.raw(msgspec.json.encode(clone.pull_request()))
    assert (pulled.status_code, pulled.json()["code"]) == (409, "forked")
    assert len(held_at(register, "mutaties")) == 2


def test_a_clone_with_a_longer_chain_is_noticed_too(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.push(written_in())
    clone = DeskClient(desk.http, desk.desk, mseq=desk.mseq, hash=desk.hash)
    desk.push(written_in())
    before = clone.hash
    mutations = [clone.mutation(written_in()), clone.mutation(written_in())]
    response = clone.raw(msgspec.json.encode(clone.push_of(mutations, before)))
    assert (response.status_code, response.json()["code"]) == (409, "forked")


def test_another_pc_with_the_same_token_is_refused(new_desk: NewDesk) -> None:
    desk = new_desk()
    request = msgspec.structs.replace(desk.pull_request(), instance_id=new_id().hex)
    response = desk.raw(msgspec.json.encode(request))
    assert (response.status_code, response.json()["code"]) == (409, "forked")


def test_a_cache_put_back_from_an_older_copy_is_noticed_without_a_push(
    new_desk: NewDesk, register: TestRegister
) -> None:
    desk = new_desk()
    older = DeskClient(desk.http, desk.desk)
    desk.push(written_in())
    # A pull that was written before the push and came after it must not look like an old cache.
    assert older.raw(msgspec.json.encode(older.pull_request())).status_code == 200
    with register.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE desk SET pushed_at = now() - interval '2 minutes'")
    response = older.raw(msgspec.json.encode(older.pull_request()))
    assert (response.status_code, response.json()["code"]) == (409, "rolled_back")
    assert response.json()["last_mseq"] == 1


def test_an_older_cache_that_pushes_is_noticed_at_once(new_desk: NewDesk) -> None:
    desk = new_desk()
    older = DeskClient(desk.http, desk.desk)
    desk.push(written_in(), written_in())
    response = older.raw(msgspec.json.encode(older.push_of([older.mutation(written_in())], "0" * 64)))
    assert (response.status_code, response.json()["code"]) == (409, "rolled_back")


def test_a_known_id_with_another_content_is_kept_apart_and_both_stay(
    new_desk: NewDesk, register: TestRegister
) -> None:
    desk = new_desk()
    first = written_in()
    name = new_id()
    desk.push(first, id=name)
    result = desk.push(written_in(fictitious("Anders")), id=name)
    assert kinds(result) == ["quarantined"]
    assert result.outcomes[0].reason == "bericht.andere_inhoud"
    with register.engine.connect() as connection:
        bodies = connection.exec_driver_sql("SELECT body FROM mutation_twin").scalars().all()
    assert [b"Anders" in body.encode() for body in bodies] == [True]
    assert kinds(desk.push(written_in())) == ["applied"]


def test_acts_offered_again_by_a_new_desk_are_the_same_acts(new_desk: NewDesk) -> None:
    old, new = new_desk(), new_desk()
    klant, name = written_in(), new_id()
    first = old.push(klant, id=name)
    again = new.push(klant, id=name)
    assert again.outcomes == first.outcomes
    assert again.last_mseq == 1
    assert kinds(new.push(written_in())) == ["applied"]


def test_a_poison_act_does_not_block_the_others(new_desk: NewDesk, register: TestRegister) -> None:
    desk = new_desk()
    before = desk.hash
    good = [written_in() for _ in range(3)]
    bad_body = msgspec.Raw(b'{"id":"x","feiten":17}')
    nul = msgspec.Raw(msgspec.json.encode({"id": str(new_id()), "niets": "a\x00b"}))
    mutations = [
        desk.mutation(good[0]),
        desk.mutation(good[1], soort="Onbekend"),
        desk.mutation(good[1], body=bad_body),
        desk.mutation(good[1], body=nul),
        desk.mutation(good[1], rid=new_id()),
        desk.mutation(good[1], schema=99),
        desk.mutation(good[2]),
    ]
    answer = desk.call(desk.push_of(mutations, before))
    assert answer.push is not None
    assert kinds(answer.push) == ["applied", *["quarantined"] * 5, "applied"]
    assert [outcome.reason for outcome in answer.push.outcomes[1:6]] == [
        "bericht.soort", "bericht.vorm", "bericht.vorm", "bericht.adres", "bericht.schema",
    ]  # fmt: skip
    assert len(held_at(register, "mutaties")) == 7


def test_the_end_of_a_visit_that_sits_at_another_desk_is_kept_for_a_person(new_desk: NewDesk) -> None:
    first, second = new_desk(), new_desk()
    rid = new_id()
    came = g.BezoekBinnengekomen(
        id=rid, nummer="J918", reden=BezoekReden.JONGERE, locatie="hal", moment=MORNING
    )
    first.push(came, g.BezoekOpgeroepen(id=rid, balie=1, moment=MORNING))
    klant = written_in()
    result = second.push(
        g.BezoekOpgeroepen(id=rid, balie=2, moment=MORNING),
        klant,
        g.BezoekKlantGekozen(id=rid, klant=klant.id, balie=2),
        g.BezoekAfgerond(id=rid, uitkomst=Uitkomst.INFORMATIE, moment=MORNING, balie=2),
    )
    assert kinds(result) == ["applied", "applied", "same", "quarantined"]
    assert result.outcomes[-1].reason == "bezoek.elders"
    first.pull()
    visit = first.of_type("bezoek")[rid]
    assert (visit["status"], visit["balie"], visit.get("klant")) == ("aan_balie", 1, None)


@pytest.mark.parametrize("ref", ["x" * 65, "a\x00b", "regel\nregel"])
def test_a_hostile_reference_is_kept_apart(new_desk: NewDesk, ref: str) -> None:
    desk = new_desk()
    klant = written_in()
    result = desk.push(klant, desk.melding(klant.id, externe_ref=ref), written_in())
    assert kinds(result) == ["applied", "quarantined", "applied"]


def test_a_unit_is_all_or_nothing(new_desk: NewDesk, register: TestRegister) -> None:
    desk = new_desk()
    klant, other = written_in(), written_in()
    desk.push(other)
    result = desk.push(klant, other, desk.melding(klant.id), together=True)
    assert kinds(result) == ["quarantined"] * 3
    assert [outcome.reason for outcome in result.outcomes] == [
        "bericht.eenheid", "klant.bestaat", "bericht.eenheid",
    ]  # fmt: skip
    assert {line["id"] for line in held_at(register, "klanten")} == {str(other.id)}
    assert held_at(register, "meldingen") == []


def test_an_act_waits_for_what_it_rests_on_and_is_judged_when_that_comes(
    new_desk: NewDesk, register: TestRegister
) -> None:
    one, two = new_desk(), new_desk()
    klant, name = written_in(), new_id()
    early = two.push(phoned(klant.id, None, ONE), depends_on=(name,), base_rev=1)
    assert kinds(early) == ["held"]
    assert kinds(one.push(klant, id=name)) == ["applied"]
    assert phone_of(one, klant.id) == ONE
    receipt = next(line for line in held_at(register, "mutaties") if line["soort"] == "KlantGewijzigd")
    assert receipt["uitkomst"] == "applied"
    assert receipt["nummer"] > 0


def test_waiting_acts_wake_each_other_in_turn(new_desk: NewDesk) -> None:
    one, two = new_desk(), new_desk()
    klant, name, second = written_in(), new_id(), new_id()
    assert kinds(two.push(phoned(klant.id, ONE, TWO), depends_on=(second,))) == ["held"]
    assert kinds(two.push(phoned(klant.id, None, ONE), id=second, depends_on=(name,))) == ["held"]
    one.push(klant, id=name)
    assert phone_of(one, klant.id) == TWO


def test_an_act_on_a_record_that_is_not_here_waits_for_it(new_desk: NewDesk) -> None:
    one, two = new_desk(), new_desk()
    klant = written_in()
    assert kinds(two.push(phoned(klant.id, None, ONE))) == ["held"]
    one.push(klant)
    assert phone_of(two, klant.id) == ONE


def test_what_rests_on_a_quarantined_act_is_kept_apart_with_it(new_desk: NewDesk) -> None:
    desk = new_desk()
    before, name = desk.hash, new_id()
    klant = written_in()
    mutations = [
        desk.mutation(klant, id=name, schema=99),
        desk.mutation(phoned(klant.id, None, ONE), depends_on=(name,)),
        desk.mutation(written_in()),
    ]
    answer = desk.call(desk.push_of(mutations, before))
    assert answer.push is not None
    assert kinds(answer.push) == ["quarantined", "quarantined", "applied"]
    assert answer.push.outcomes[1].reason == "bericht.voorganger"


def test_a_record_of_another_office_cannot_be_changed(new_desk: NewDesk, register: TestRegister) -> None:
    desk = new_desk()
    klant = written_in()
    desk.push(klant)
    stranger = DeskClient(desk.http, register.enrol(register.second_office()))
    (outcome,) = stranger.push(phoned(klant.id, None, ONE)).outcomes
    assert (outcome.outcome, outcome.reason) == ("quarantined", "bericht.ander_kantoor")


def test_what_was_purged_stays_away(new_desk: NewDesk, register: TestRegister) -> None:
    desk = new_desk()
    klant = written_in()
    with register.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO purged (id) VALUES (%s)", (klant.id,))
    (outcome,) = desk.push(klant).outcomes
    assert (outcome.outcome, outcome.reason) == ("quarantined", "bericht.gewist")


def test_an_act_that_no_table_can_hold_does_not_cost_the_others(
    new_desk: NewDesk, register: TestRegister
) -> None:
    desk = new_desk()
    with register.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE record ADD CHECK (body NOT LIKE '%%Onhoudbaar%%')")
    result = desk.push(written_in(), written_in(fictitious("Onhoudbaar")), written_in())
    assert kinds(result) == ["applied", "quarantined", "applied"]
    assert result.outcomes[1].reason == "register.defect"
    assert result.last_mseq == 3
    assert len(held_at(register, "mutaties")) == 3

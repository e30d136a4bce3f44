"""A placement changes by acts alone, and the rules of 5.1, 5.5 and 5.6 judge it by facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.plaatsingen import ANDER_BEDRIJF, GOED, MOMENT, decided, feiten, placed, record
from werkdesk.domain import plaatsing_gebeurtenissen as p
from werkdesk.domain.plaatsing import (
    BLOCK,
    NADER_ONDERZOEK,
    SIGNAAL,
    VERDRINGING,
    Carrousel,
    Contract,
    HertoetsUitkomst,
    Plaatsing,
    Plaatsingskeuze,
)
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.plaatsing_oordeel import (
    Kennis,
    bekende_antwoorden,
    hertoets,
    instrument_van,
    instrumenten,
    plafond,
    toets_plaatsing,
    toets_van,
)
from werkdesk.domain.toepassen.op_plaatsing import apply_plaatsing
from werkdesk.errors import Refused
from werkdesk.messages.codec import decode_record, encode

TABLES = Path(__file__).parents[2] / "resources" / "regels"
REGELS = load_tables({path.name: path.read_bytes() for path in sorted(TABLES.glob("*.toml"))})
KLANT = uuid4()
NEXT = {"begin": date(2027, 2, 10), "einde": date(2027, 3, 31)}
HIT = ("CAR-5", SIGNAAL)


def judged(plan: Plaatsing, *known: Plaatsing) -> Carrousel:
    return toets_plaatsing(plan, Kennis((*known, plan)), REGELS)


def test_a_placement_carries_its_judgements_over_the_wire_and_back() -> None:
    tested = toets_van(GOED, date(2026, 11, 23), "0362", REGELS)
    plan = record(toets=tested)
    full = replace(plan, hertoets=hertoets(plan, Kennis((plan,)), REGELS))
    assert decode_record("plaatsing", encode(full)) == full
    assert full.hertoets is not None
    assert full.hertoets.carrousel.regels
    assert full.verdringing_akkoord


def test_a_record_of_before_the_recheck_can_be_read() -> None:
    """A desk of an older version sends no ``hertoets``; a newer field of the register is passed over."""
    text = encode(record()).replace(b'"hertoets":null,', b"").replace(b"{", b'{"nieuw":1,', 1)
    assert decode_record("plaatsing", text)


def test_somebody_else_in_the_same_work_shortly_before_is_a_signal() -> None:
    before = record()
    found = judged(record(functie=" Orderpicker ", **NEXT), before)
    assert (found.oordeel, found.treffers, found.geteld) == (SIGNAAL, (HIT,), 1)
    assert any(rule.regel == "CAR-5" for rule in found.regels)


@pytest.mark.parametrize(
    "before",
    [
        record(kvk=ANDER_BEDRIJF),
        record(betaald=True),
        record(functie="kok"),
        apply_plaatsing(record(), decided(uuid4(), Plaatsingskeuze.INTREKKEN)),
        record(begin=date(2026, 10, 1), einde=date(2026, 12, 1)),
    ],
    ids=["elsewhere", "paid", "other work", "withdrawn", "long ago"],
)
def test_what_does_not_bear_on_it_changes_nothing(before: Plaatsing) -> None:
    assert judged(record(**NEXT), before).oordeel == "VRIJ"


def test_the_same_person_at_the_same_employer_is_held_up() -> None:
    found = judged(record(KLANT, **NEXT), record(KLANT))
    assert ("CAR-2", BLOCK) in found.treffers


def test_a_person_who_is_known_under_two_names_is_one() -> None:
    other, plan = record(), record(KLANT, **NEXT)
    known = Kennis((other, plan), {other.klant: KLANT})
    assert ("CAR-2", BLOCK) in toets_plaatsing(plan, known, REGELS).treffers


def test_a_contract_that_came_keeps_the_promise() -> None:
    promised = record(KLANT, intentie=True)
    contract = Contract(kvk="12345678", begin=date(2027, 2, 1))
    end = p.PlaatsingBeeindigd(
        id=promised.id, einde=date(2027, 1, 31), contract=contract, medewerker="f.balie", moment=MOMENT
    )
    plan = record(KLANT, kvk=ANDER_BEDRIJF, **NEXT)
    assert ("CAR-4a", SIGNAAL) in judged(plan, promised).treffers
    assert judged(plan, apply_plaatsing(promised, end)).oordeel == "VRIJ"


def test_of_two_on_one_day_exactly_one_is_held_up() -> None:
    one, two = record(KLANT), record(KLANT, moment=MOMENT + timedelta(seconds=1))
    assert judged(one, two).oordeel == "VRIJ"
    assert judged(two, one).oordeel == BLOCK


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(5)))
def test_the_order_in_which_placements_arrive_does_not_matter(order: list[int]) -> None:
    base = [
        record(
            KLANT if at % 2 else None,
            rid=uuid4(),
            begin=date(2026, 1 + 2 * at, 1),
            einde=date(2026, 2 + 2 * at, 20),
        )
        for at in range(5)
    ]
    straight = [judged(one, *base) for one in base]
    mixed = [base[at] for at in order]
    assert [judged(one, *mixed) for one in base] == straight


def test_knowing_more_never_takes_a_hit_away() -> None:
    plan, near, far = record(KLANT, **NEXT), record(KLANT), record()
    assert judged(plan, near).redenen <= judged(plan, near, far).redenen


def test_the_register_confirms_or_tells_otherwise() -> None:
    plan, before = record(**NEXT), record()
    assert hertoets(plan, Kennis((plan,)), REGELS).uitkomst is HertoetsUitkomst.BEVESTIGD
    word = hertoets(plan, Kennis((plan, before)), REGELS)
    assert (word.uitkomst, word.carrousel.voorlopig) == (HertoetsUitkomst.ANDERS, False)
    told = replace(plan, hertoets=word)
    assert told.te_beslissen == {HIT}
    assert not told.voorlopig
    go_on = apply_plaatsing(told, decided(told.id, Plaatsingskeuze.DOORGAAN, (HIT,)))
    assert go_on.te_beslissen == set()
    assert go_on.telt
    back = apply_plaatsing(go_on, decided(told.id, Plaatsingskeuze.TERUG))
    assert back == told


@pytest.mark.parametrize(
    ("acts", "code"),
    [
        ((Plaatsingskeuze.TERUG,), "plaatsing.geen_besluit"),
        ((Plaatsingskeuze.INTREKKEN, Plaatsingskeuze.DOORGAAN), "plaatsing.al_besloten"),
        ((Plaatsingskeuze.DOORGAAN, Plaatsingskeuze.INTREKKEN), "plaatsing.al_besloten"),
    ],
)
def test_two_people_cannot_decide_differently(acts: tuple[Plaatsingskeuze, ...], code: str) -> None:
    stand = record()
    for keuze in acts[:-1]:
        stand = apply_plaatsing(stand, decided(stand.id, keuze, (HIT,)))
    with pytest.raises(Refused, match=code.replace(".", r"\.")):
        apply_plaatsing(stand, decided(stand.id, acts[-1], (HIT,)))


def test_a_test_that_is_not_clear_needs_somebody_else() -> None:
    tested = toets_van({**GOED, "V2": "onbekend"}, date(2026, 11, 23), "0362", REGELS)
    assert tested is not None
    assert tested.oordeel == NADER_ONDERZOEK
    stand = record(toets=tested)
    assert not stand.verdringing_akkoord
    opinion = p.VerdringingBeoordeeld(
        id=stand.id, mag=True, reden="gezien", medewerker="f.balie", moment=MOMENT
    )
    with pytest.raises(Refused, match=r"plaatsing\.zelfde_persoon"):
        apply_plaatsing(stand, opinion)
    assert apply_plaatsing(stand, replace(opinion, medewerker="c.ollega")).verdringing_akkoord


def test_a_place_that_pushes_out_work_cannot_be_noted() -> None:
    tested = toets_van({**GOED, "V1": "ja"}, date(2026, 11, 23), "0362", REGELS)
    assert tested is not None
    assert tested.oordeel == VERDRINGING
    with pytest.raises(Refused, match=r"plaatsing\.verdringing"):
        apply_plaatsing(None, placed(KLANT, toets=tested))
    assert apply_plaatsing(None, placed(KLANT, toets=tested, betaald=True))


def test_a_test_waits_for_every_answer() -> None:
    answers = {name: value for name, value in GOED.items() if name != "V4"}
    assert toets_van(answers, date(2026, 11, 23), "0362", REGELS) is None


def test_the_facts_answer_what_they_can() -> None:
    assert bekende_antwoorden(feiten(), ()) == {"Z3": "nee"}
    assert bekende_antwoorden(feiten(uren=36), ()) == {"Z3": "ja"}
    assert bekende_antwoorden(feiten(einde=date(2027, 6, 1)), ())["Z3"] == "ja"
    assert bekende_antwoorden(feiten(**NEXT), (record(),))["Z1"] == "ja"


def test_the_tables_say_what_there_is_and_how_long() -> None:
    found = [instrument_van(one) for one in instrumenten(REGELS, date(2026, 12, 1))]
    assert found == ["WEP", "leerwerkstage", "participatieplaats", "proefplaats"]
    limit = plafond(feiten(instrument="proefplaats"), "0362", REGELS)
    assert limit.laatste == (date(2027, 1, 31), date(2027, 5, 31))
    assert limit.is_boven(date(2027, 2, 1), verlenging=False)
    assert not limit.is_boven(date(2027, 2, 1), verlenging=True)
    assert limit.regels[0].bron == "Pw 8a lid 2 onder d"

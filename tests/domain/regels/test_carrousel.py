"""Carousel rules against a naive reading of the specification, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain.datums import plus_months
from werkdesk.domain.regels.plaatsen import Contract, Plaats, tel_dagen, voeg_samen
from werkdesk.domain.regels.soorten.carrousel import toets_carrousel
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Uitleg

START = date(2027, 6, 1)
UNPAID = ("proefplaats", "WEP", "leerwerkstage", "participatieplaats")
_days = st.integers(min_value=0, max_value=900)


@st.composite
def _earlier(draw: st.DrawFn) -> Plaats:
    begin = START - timedelta(days=draw(st.integers(min_value=1, max_value=900)))
    einde = begin + timedelta(days=draw(st.integers(min_value=0, max_value=250)))
    kvk = draw(st.sampled_from(["90000011", "90000022"]))
    contract = None
    if draw(st.booleans()):
        first = einde + timedelta(days=draw(st.integers(min_value=-1, max_value=33)))
        length = draw(st.sampled_from([None, 180, 183, 185]))
        contract = Contract(
            kvk=draw(st.sampled_from([kvk, "90000099"])),
            begin=first,
            einde=None if length is None else first + timedelta(days=length),
        )
    return Plaats(
        persoon=draw(st.sampled_from(["P1", "P2", "P3"])),
        instrument=draw(st.sampled_from([*UNPAID, "LKS"])),
        kvk=kvk,
        concern=draw(st.sampled_from([None, "90000011", "90000033"])),
        functie=draw(st.sampled_from(["magazijn", "kassa"])),
        begin=begin,
        einde=einde,
        intentie=draw(st.booleans()),
        schuld=draw(st.booleans()),
        contract=contract,
    )


@st.composite
def _plan(draw: st.DrawFn) -> Plaats:
    return Plaats(
        persoon="P1",
        instrument=draw(st.sampled_from(UNPAID)),
        kvk="90000011",
        concern=draw(st.sampled_from([None, "90000033"])),
        functie="magazijn",
        begin=START,
        einde=START + timedelta(days=draw(st.integers(min_value=0, max_value=250))),
    )


def _kept(place: Plaats) -> bool:
    contract = place.contract
    return (
        contract is not None
        and contract.kvk == place.kvk
        and place.einde < contract.begin <= place.einde + timedelta(days=31)
        and (contract.einde is None or contract.einde + timedelta(days=1) >= plus_months(contract.begin, 6))
    )


def _chain(plan: Plaats, own: list[Plaats]) -> list[Plaats]:
    """Grow the one placement backwards until nothing more touches it."""
    chain = [plan]
    rest = [p for p in own if p.kvk == plan.kvk and p.instrument != "participatieplaats"]
    grown = True
    while grown:
        grown = False
        first = min(place.begin for place in chain)
        for place in list(rest):
            if place.einde + timedelta(days=32) >= first:
                chain.append(place)
                rest.remove(place)
                grown = True
    return chain


def _counted(plan: Plaats, own: list[Plaats]) -> int:
    """Days of CAR-3, as a set of days: at one employer, short gaps are filled."""
    counted: set[date] = set()
    for kvk in {p.kvk for p in [*own, plan]}:
        places = [p for p in [*own, plan] if p.kvk == kvk and p.instrument != "participatieplaats"]
        busy = {p.begin + timedelta(days=n) for p in places for n in range((p.einde - p.begin).days + 1)}
        for day in busy:
            gap = next((n for n in range(1, 33) if day + timedelta(days=n) in busy), 1)
            counted.update(day + timedelta(days=n) for n in range(gap))
    return sum(1 for day in counted if plan.einde - timedelta(days=729) <= day <= plan.einde)


def _naive_own_place(plan: Plaats, own: list[Plaats], extended: bool) -> tuple[dict[str, str], int | None]:
    """CAR-1, CAR-3 and CAR-6."""
    if plan.instrument == "participatieplaats":
        return {}, None
    hits: dict[str, str] = {}
    chain = _chain(plan, own)
    begin, end = min(p.begin for p in chain), max(p.einde for p in chain)
    trial = any(p.instrument == "proefplaats" for p in chain)
    if trial and end >= plus_months(begin, 6 if extended else 2):
        hits["CAR-1"] = "BLOCK"
    if len({p.instrument for p in chain}) > 1:
        hits["CAR-6"] = "EEN_PLAATSING"
    days = _counted(plan, own)
    if days > 183:
        hits["CAR-3"] = "BLOCK" if days > 365 else "SIGNAAL"
    return hits, days


def _naive(plan: Plaats, historie: list[Plaats], extended: bool) -> tuple[dict[str, str], int | None]:
    unpaid = [place for place in historie if place.instrument in UNPAID]
    own = [place for place in unpaid if place.persoon == plan.persoon]
    hits, days = _naive_own_place(plan, own, extended)
    same = [p for p in own if p.kvk == plan.kvk or (p.concern or p.kvk) == (plan.concern or plan.kvk)]
    if any(plan.begin <= plus_months(p.einde, 24) for p in same):
        hits["CAR-2"] = "BLOCK"
    ended = sorted((p for p in own if p.einde < plan.begin), key=lambda p: p.einde)
    if ended and ended[-1].intentie and not _kept(ended[-1]) and not ended[-1].schuld:
        hits["CAR-4a"] = "SIGNAAL"
    promised = [
        p
        for p in unpaid
        if p.kvk == plan.kvk and p.intentie and plan.begin - timedelta(days=730) <= p.einde < plan.begin
    ]
    if len(promised) >= 3 and sum(map(_kept, promised)) / len(promised) < 0.5:
        hits["CAR-4b"] = "BLOCK"
    if any(
        p.persoon != plan.persoon
        and (p.kvk, p.functie) == (plan.kvk, plan.functie)
        and plan.begin - timedelta(days=32) <= p.einde < plan.begin
        for p in unpaid
    ):
        hits["CAR-5"] = "SIGNAAL"
    return dict(sorted(hits.items())), days


def _no_two_end_together(historie: list[Plaats]) -> bool:
    ends = [p.einde for p in historie if p.persoon == "P1"]
    return len(set(ends)) == len(ends)


@given(
    plan=_plan(),
    historie=st.lists(_earlier(), max_size=7).filter(_no_two_end_together),
    extended=st.booleans(),
)
def test_the_rules_find_what_a_naive_reading_finds(
    plan: Plaats, historie: list[Plaats], extended: bool, rekenaar: TermijnRekenaar
) -> None:
    uitleg = Uitleg()
    found = toets_carrousel(rekenaar, plan, historie, uitleg, verlengingsbesluit=extended)
    hits, days = _naive(plan, historie, extended)
    assert dict(found.treffers) == hits
    assert list(found.treffers) == sorted(found.treffers)
    assert found.dagen == days
    verdict = "BLOCK" if "BLOCK" in hits.values() else "SIGNAAL" if "SIGNAAL" in hits.values() else "VRIJ"
    assert found.oordeel == verdict
    assert {rule for rule, _ in found.treffers} <= {regel.id for regel in uitleg.regels}


def test_a_paid_plan_is_free_whatever_came_before(rekenaar: TermijnRekenaar) -> None:
    earlier = Plaats(
        persoon="P1",
        instrument="WEP",
        kvk="90000011",
        functie="kassa",
        begin=START - timedelta(days=300),
        einde=START - timedelta(days=1),
    )
    plan = Plaats(persoon="P1", instrument="LKS", kvk="90000011", functie="kassa", begin=START, einde=START)
    found = toets_carrousel(rekenaar, plan, [earlier], Uitleg())
    assert (found.treffers, found.oordeel, found.dagen) == ((), "VRIJ", None)


@given(
    st.lists(st.tuples(_days, st.integers(min_value=0, max_value=90)), max_size=8), _days, st.integers(0, 730)
)
def test_each_calendar_day_counts_once(spans: list[tuple[int, int]], first: int, length: int) -> None:
    periods = [(START + timedelta(days=at), START + timedelta(days=at + long)) for at, long in spans]
    begin, end = START + timedelta(days=first), START + timedelta(days=first + length)
    busy = {at + n for at, long in spans for n in range(long + 1)}
    assert tel_dagen(periods, begin, end) == sum(first <= day <= first + length for day in busy)


@given(st.lists(st.tuples(_days, st.integers(min_value=0, max_value=90)), max_size=8))
def test_joining_loses_no_placement_and_leaves_real_gaps(spans: list[tuple[int, int]]) -> None:
    places = [
        Plaats(
            persoon="P1",
            instrument="WEP",
            kvk="90000011",
            functie="kassa",
            begin=START + timedelta(days=at),
            einde=START + timedelta(days=at + long),
        )
        for at, long in spans
    ]
    joined = voeg_samen(places, 31)
    assert sum(len(one.plaatsen) for one in joined) == len(places)
    for one, following in pairwise(joined):
        assert (following.begin - one.einde).days - 1 > 31

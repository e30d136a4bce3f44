"""An explanation names every rule that changed the outcome: change any other rule and nothing moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.regels.test_invoerfouten import GOOD
from werkdesk.domain.regels.gevallen import Evaluator
from werkdesk.domain.regels.melding_termijnen import MeldingTermijnFeiten, termijnen_bij_melding
from werkdesk.domain.regels.regel import Regel
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.errors import Refused

DAYS = st.dates(date(2026, 1, 2), date(2029, 12, 31)).map(date.isoformat)
BORN = st.one_of(
    st.dates(date(1990, 1, 1), date(2008, 1, 1)).map(lambda day: f"{day:%Y%m%d}"),
    st.sampled_from(["19990000", "20000600", "00000000"]),
)
GROUND = st.sampled_from(["geen", "onbekend", "pro_vso", "lks_doelgroep", "andere_omstandigheden"])
PERSON = st.fixed_dictionaries(
    {"geboortedatum": BORN, "uitzondering": GROUND}, optional={"uitgeschreven_op": DAYS}
)
TERMS = {
    "D01": "meldingsdatum", "D03": "meldingsdatum", "D04": "aanvraagdatum", "D06": "ontvangstdatum",
    "D07": "ontvangstdatum", "D08": "verzonden_op", "D09": "vanaf", "D10": "bekendgemaakt_op",
    "D12": "aanvraagdatum", "D13": "loonwaarde_vastgesteld_op", "D14": "verzuim_op",
    "D17": "einde_uitkering", "D18": "besluit_op", "PW41-6": "ww_einde", "PW44-5": "meldingsdatum",
}  # fmt: skip
CASE = st.one_of(
    st.tuples(st.just("termijn"), st.sampled_from(sorted(TERMS.items())), DAYS).map(
        lambda one: (one[0], {"code": one[1][0], one[1][1]: one[2]})
    ),
    st.tuples(
        st.just("termijn"),
        st.fixed_dictionaries(
            {
                "code": st.just("ALG"),
                "vanaf": DAYS,
                "aantal": st.integers(1, 100),
                "eenheid": st.sampled_from(["dagen", "weken", "maanden", "jaren"]),
            }
        ),
    ),
    st.tuples(
        st.just("zoektermijn"),
        st.fixed_dictionaries({"meldingsdatum": DAYS, "personen": st.lists(PERSON, min_size=1, max_size=2)}),
    ),
    st.tuples(
        st.just("voorschot"),
        st.fixed_dictionaries(
            {"aanvraagdatum": DAYS, "norm": st.just("1419.46"), "aantal": st.integers(1, 3)},
            optional={"inkomen": st.just("100.00")},
        ),
    ),
    st.tuples(
        st.just("plaatsing"),
        st.fixed_dictionaries({"instrument": st.sampled_from(["proefplaats", "WEP"]), "begin": DAYS}),
    ),
    st.sampled_from(sorted((kind, case) for kind, case in GOOD.items() if kind in ("identiteit", "bezwaar"))),
)


def other_value(regel: Regel) -> Any:
    """Another value of the same unit, or ``None`` where there is nothing to change."""
    value = regel.waarde
    match regel.eenheid:
        case "procent":
            return value - 1
        case "euro" | "dagen" | "weken" | "maanden" | "jaren" | "leeftijd" | "aantal" | "uren":
            return value + 1
        case "codes" | "maanden_reeks":
            return value[1:] or None
        case "datums":
            return (*value, date(2027, 1, 4), date(2027, 1, 5))
        case "feestdag":
            return tuple((name, number + (name in ("dag", "pasen"))) for name, number in value)
        case _:
            return None


def answer(regels: RegelSet, soort: str, invoer: dict[str, Any]) -> tuple[Any, set[str]]:
    """The outcome, and the ids that its explanation names."""
    try:
        found = Evaluator(regels).beoordeel(soort, invoer)
    except Refused as refused:
        return (refused.code, refused.field), set()
    return found.uitkomst, {regel.id for regel in found.uitleg.regels}


@given(case=CASE, data=st.data())
def test_every_rule_that_changes_the_outcome_is_named(
    case: tuple[str, dict[str, Any]], data: st.DataObject, regels: RegelSet
) -> None:
    outcome, named = answer(regels, *case)
    silent = [r for r in regels.regels if r.id not in named and other_value(r) is not None]
    regel = silent[data.draw(st.integers(0, len(silent) - 1), label="place")]
    changed = replace(
        regels, regels=tuple(replace(r, waarde=other_value(r)) if r is regel else r for r in regels.regels)
    )
    again, named_then = answer(changed, *case)
    assert again == outcome or regel.id in named_then


@pytest.mark.parametrize("soort", sorted(GOOD))
def test_no_rule_changes_a_good_case_in_silence(soort: str, regels: RegelSet) -> None:
    outcome, named = answer(regels, soort, GOOD[soort])
    for regel in regels.regels:
        value = other_value(regel)
        if regel.id in named or value is None:
            continue
        records = tuple(replace(r, waarde=value) if r is regel else r for r in regels.regels)
        again, named_then = answer(replace(regels, regels=records), soort, GOOD[soort])
        assert again == outcome or regel.id in named_then, regel.id


def test_a_rule_of_the_target_date_alone_says_nothing_about_the_legal_date(regels: RegelSet) -> None:
    facts = MeldingTermijnFeiten(
        meldingsdatum=date(2026, 11, 27), geboortedatum=GeboorteDatum("20040101"), uitzondering="pro_vso"
    )
    terms = {one.code: one for one in termijnen_bij_melding(facts, regels)}
    assert terms["D03"].uiterste_datum == date(2026, 12, 28)  # four weeks later is Christmas Day
    named = {rule.regel for rule in terms["D03"].regels}
    assert {"feestdag.eerste_kerstdag", "atw.artikel_1", "D03"} <= named
    assert "termijn.streefdatum" not in {rule.regel for one in terms.values() for rule in one.regels}


def test_a_day_that_we_choose_ourselves_is_explained_too(regels: RegelSet) -> None:
    facts = {"code": "D08", "verzonden_op": "2028-12-23", "dagen": 7}
    found = Evaluator(regels).beoordeel("termijn", facts)
    assert found.uitkomst["uiterste_datum"] == "2029-01-02"  # a Saturday, a Sunday, New Year's Day
    assert "feestdag.nieuwjaarsdag" in {regel.id for regel in found.uitleg.regels}
    assert "Dat is in het weekend. Wij kiezen dinsdag 2 januari 2029 als laatste dag." in found.uitleg.zinnen


@pytest.mark.parametrize(
    ("soort", "facts"),
    [
        ("termijn", {"code": "D04", "aanvraagdatum": "2026-11-26"}),
        ("termijn", {"code": "D08", "verzonden_op": "2026-12-10"}),
        ("voorschot", {"aanvraagdatum": "2026-11-26", "norm": "1.00"}),
        ("bezwaar", {"brief": "L13", "verzonden_op": "2026-11-12"}),
    ],
)
def test_a_decreed_day_of_the_tables_that_moves_a_date_is_named(
    soort: str, facts: dict[str, Any], regels: RegelSet
) -> None:
    decreed = tuple(
        replace(r, waarde=(date(2026, 12, 24),)) if r.id == "atw.aangewezen_dagen" else r
        for r in regels.regels
    )
    before, silent = answer(regels, soort, facts)
    after, named = answer(replace(regels, regels=decreed), soort, facts)
    assert after != before
    assert ("atw.aangewezen_dagen" in named, "atw.aangewezen_dagen" in silent) == (True, False)


@given(begin=st.dates(date(2026, 1, 1), date(2029, 12, 31)), weeks=st.integers(1, 12))
def test_a_holiday_that_moves_a_date_is_named(begin: date, weeks: int, regels: RegelSet) -> None:
    invoer = {"code": "ALG", "vanaf": begin.isoformat(), "aantal": weeks, "eenheid": "weken"}
    outcome, named = answer(regels, "termijn", invoer)
    end = begin + timedelta(weeks=weeks)
    assert isinstance(outcome, dict)
    moved = outcome["uiterste_datum"] != end.isoformat() or outcome["streefdatum"] != end.isoformat()
    if end.weekday() < 5 and moved:
        assert any(id_.startswith("feestdag.") for id_ in named)


@pytest.mark.parametrize(
    ("code", "born", "partner", "ground", "rule"),
    [
        ("D01", "19991101", None, "geen", "zoektermijn.leeftijd"),
        ("D02", "19991101", None, "geen", "zoektermijn.leeftijd"),
        ("D03", "19991101", "20050101", "geen", "zoektermijn.leeftijd"),
        ("PW41-6", "19991101", None, "geen", "zoektermijn.leeftijd"),
        ("D01", "20050101", None, "pro_vso", "zoektermijn.uitzonderingen"),
        ("D02", "20050101", None, "pro_vso", "zoektermijn.uitzonderingen"),
        ("D03", "20050101", None, "pro_vso", "zoektermijn.uitzonderingen"),
    ],
)
def test_a_date_that_is_there_for_an_age_or_an_exception_says_so(
    code: str, born: str, partner: str | None, ground: str, rule: str, regels: RegelSet
) -> None:
    facts = MeldingTermijnFeiten(
        meldingsdatum=date(2026, 11, 2),
        geboortedatum=GeboorteDatum(born),
        heeft_partner=partner is not None,
        partner_geboortedatum=GeboorteDatum(partner) if partner else None,
        uitzondering=ground,
        ww_eindigt=date(2026, 11, 20),
    )
    others = tuple(replace(r, waarde=other_value(r)) if r.id == rule else r for r in regels.regels)
    sets = (regels, replace(regels, regels=others))
    found = [one for each in sets for one in termijnen_bij_melding(facts, each) if one.code == code]
    assert len(found) == 1  # under one of the two sets
    assert rule in {named.regel for named in found[0].regels}

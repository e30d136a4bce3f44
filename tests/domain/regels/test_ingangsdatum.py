"""Moving the first day of any rule changes exactly the cases whose peildatum lies between."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.searching import examples
from werkdesk.domain.regels.bewaring import bewaarsoorten, bewaren_tot_en_met
from werkdesk.domain.regels.gevallen import Evaluator
from werkdesk.domain.regels.regel import Regel
from werkdesk.domain.regels.regelset import RegelSet

DAYS = st.dates(date(2026, 1, 1), date(2029, 12, 31))

TERMS: dict[str, tuple[str, dict[str, Any]]] = {
    "D01": ("meldingsdatum", {}),
    "D02": ("meldingsdatum", {}),
    "D03": ("meldingsdatum", {}),
    "D04": ("aanvraagdatum", {}),
    "D05": ("aanvraagdatum", {"volgnummer": 3}),
    "D06": ("ontvangstdatum", {"opschortingen": []}),
    "D07": ("ontvangstdatum", {}),
    "D08": ("verzonden_op", {}),
    "D09": ("vanaf", {}),
    "D10": ("bekendgemaakt_op", {}),
    "D12": ("aanvraagdatum", {}),
    "D13": ("loonwaarde_vastgesteld_op", {}),
    "D14": ("verzuim_op", {}),
    "D15.effect": ("begin", {"stap": "effect"}),
    "D15.stop": ("begin", {"stap": "stop"}),
    "D16": ("begin", {"volgnummer": 2}),
    "D17": ("einde_uitkering", {}),
    "D18": ("besluit_op", {}),
    "PW41-6": ("ww_einde", {}),
    "PW44-5": ("meldingsdatum", {}),
}
CASES = {
    **{id_: ("termijn", field, {"code": id_.split(".")[0], **more}) for id_, (field, more) in TERMS.items()},
    **{
        f"plaatsing.{name}": ("plaatsing", "begin", {"instrument": name})
        for name in ("proefplaats", "participatieplaats", "WEP", "leerwerkstage", "LKS_forfaitair")
    },
}
"""Per rule: kind of case, the field that gives the peildatum, and the other facts."""


def changed_from(regels: RegelSet, id_: str, day: date) -> RegelSet:
    """The set in which the newest record of a rule gets another value from ``day`` on."""
    last = regels.reeks(id_)[-1]
    value = tuple(one + 1 for one in last.waarde) if isinstance(last.waarde, tuple) else last.waarde + 1
    until = replace(last, geldig_tot=day - timedelta(days=1))
    records: list[Regel] = [one for one in regels.regels if one is not last]
    return replace(regels, regels=(*records, until, replace(last, geldig_vanaf=day, waarde=value)))


def test_every_term_with_a_peildatum_is_among_the_cases(regels: RegelSet) -> None:
    dated = {one.id for one in regels.regels if one.peildatum and one.id[:2] in {"D0", "D1", "PW"}}
    assert dated == set(TERMS)


@pytest.mark.parametrize("id_", sorted(CASES))
@settings(max_examples=examples(30))
@given(before=DAYS, after=DAYS, day=DAYS)
def test_only_the_cases_between_get_another_outcome(
    id_: str, before: date, after: date, day: date, regels: RegelSet
) -> None:
    soort, field, facts = CASES[id_]
    invoer = {field: day.isoformat(), **facts}
    one = Evaluator(changed_from(regels, id_, before)).beoordeel(soort, invoer)
    other = Evaluator(changed_from(regels, id_, after)).beoordeel(soort, invoer)
    between = min(before, after) <= day < max(before, after)
    assert (one.uitkomst != other.uitkomst) == between
    used = next(rule for rule in other.uitleg.regels if rule.id == id_)
    assert used.geldig_vanaf == (after if day >= after else regels.reeks(id_)[-1].geldig_vanaf)


@given(before=DAYS, after=DAYS, day=DAYS, data=st.data())
def test_only_records_that_ended_between_are_kept_for_another_time(
    before: date, after: date, day: date, data: st.DataObject, regels: RegelSet
) -> None:
    soort = data.draw(st.sampled_from(bewaarsoorten(regels)), label="soort")
    sets = [changed_from(regels, f"bewaring.{soort}", moved) for moved in (before, after)]
    one, other = (bewaren_tot_en_met(each, soort, day)[0] for each in sets)
    assert (one != other) == (min(before, after) <= day < max(before, after))

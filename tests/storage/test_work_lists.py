"""The work lists from columns: the same as from whole records, from an index, and after every change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.fixtures.cache import NOW, WIE, again, new_cache
from tests.fixtures.werklijst import answer, counts
from tests.fixtures.zaken import STAFF, hire, many_cases, put_stands
from tests.storage.acts import answered, enrolled, facts, letter, reported, save
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.belpoging import Belpoging, BelUitkomst, Dagdeel
from werkdesk.domain.intake import Antwoord, spoed_van
from werkdesk.domain.melding import Melding, MeldingFeiten, MeldingStatus
from werkdesk.domain.termijn import BEGINT, Termijn
from werkdesk.storage.cache import CacheHandles
from werkdesk.storage.migrations.run import STEPS
from werkdesk.storage.overzichten import bellen, tellingen, werklijst
from werkdesk.usecases.lijsten import BelZaak, TermijnVraag, Wanneer
from werkdesk.usecases.overzichten import TermijnRow

TODAY = NOW.date()
ALL = 100_000
CASES = 240


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CacheHandles]:
    """One cache with many cases; nothing here changes it."""
    handles = new_cache(tmp_path_factory.mktemp("kantoor") / "balie")
    put_stands(handles, list(many_cases(CASES)))
    hire(handles)
    yield handles
    handles.close()


def every_line(cache: CacheHandles) -> list[TermijnRow]:
    """The work list made by hand from whole records: each date, and one line for a case without any."""
    found = []
    for zaak in cache.overzichten.open_zaken(ALL):
        melding = zaak.melding
        done = BEGINT if melding.feiten.aanvraagdatum is not None else frozenset[str]()
        dated = [one for one in melding.termijnen if one.uiterste_datum is not None and one.code not in done]
        terms = dated or [*melding.termijnen, Termijn(code="", naam="")][:1]
        found += [
            TermijnRow(
                melding=melding.id, kenmerk=str(melding.kenmerk), klant_id=melding.klant, klant=zaak.naam,
                termijn=term, medewerker=melding.medewerker, eigenaar=melding.eigenaar, moment=melding.moment,
                spoed=spoed_van(zaak.intake),
            )
            for term in terms
        ]  # fmt: skip
    return found


QUESTIONS = [
    TermijnVraag(vandaag=TODAY, wanneer=wanneer, eigenaar=eigenaar, zonder=zonder, oudste=oudste)
    for wanneer in Wanneer
    for eigenaar, zonder in ((None, False), ("u3", False), (None, True))
    for oudste in (False, True)
]


def test_every_filter_gives_what_the_records_say_in_the_order_that_was_asked(office: CacheHandles) -> None:
    lines = every_line(office)
    asked_of: set[Wanneer] = set()
    for vraag in QUESTIONS:
        expected = answer(lines, vraag, STAFF)
        found = office.overzichten.werklijst(vraag, ALL)
        assert sorted(found, key=repr) == sorted(expected, key=repr)
        assert [_order(row, vraag) for row in found] == [_order(row, vraag) for row in expected]
        asked_of |= {vraag.wanneer} if found else set()
    assert asked_of >= {Wanneer.WEEK, Wanneer.TE_LAAT, Wanneer.WACHT, Wanneer.ALLES}


def _order(row: TermijnRow, vraag: TermijnVraag) -> tuple[object, ...]:
    day = row.termijn.uiterste_datum or date.max
    return (row.moment, day) if vraag.oudste else (day, row.moment)


def test_the_counts_are_those_of_the_lines(office: CacheHandles) -> None:
    assert office.overzichten.termijn_tellingen(TODAY) == counts(every_line(office), TODAY, STAFF)


def test_a_limit_keeps_the_first_ones(office: CacheHandles) -> None:
    vraag = TermijnVraag(vandaag=TODAY)
    whole = office.overzichten.werklijst(vraag, ALL)
    assert office.overzichten.werklijst(vraag, 7) == whole[:7]


def test_open_cases_are_counted_by_owner(office: CacheHandles) -> None:
    cases = [zaak.melding for zaak in office.overzichten.open_zaken(ALL)]
    found = {one.eigenaar: one for one in office.overzichten.zakentallen(TODAY)}
    for owner in {melding.eigenaar for melding in cases}:
        own = [melding.moment for melding in cases if melding.eigenaar == owner]
        one = found.pop(owner)
        assert (one.aantal, one.oudste) == (len(own), min(own))
        assert one.nieuw == sum(moment.date() == TODAY for moment in own)
    assert found == {}
    assert any(melding.moment.date() == TODAY for melding in cases)


def waiting(cache: CacheHandles) -> dict[UUID, Melding]:
    """Whom to call, by hand from whole records."""
    return {
        zaak.melding.id: zaak.melding
        for zaak in cache.overzichten.open_zaken(ALL)
        if all(one.uitkomst.is_gemist for one in zaak.melding.belpogingen)
        and (zaak.intake is None or "uitkomst" not in zaak.intake.antwoorden)
    }


def test_whom_to_call_comes_from_columns_as_it_would_from_records(office: CacheHandles) -> None:
    expected = waiting(office)
    groups = office.overzichten.bel_groepen()
    assert sum(group.aantal for group in groups) == len(expected) > 20
    found = {case.melding: case for case in office.overzichten.te_bellen(groups, ALL)}
    assert found.keys() == expected.keys()
    for rid, melding in expected.items():
        case = found[rid]
        whole = office.overzichten.zaak(rid)
        assert whole is not None
        phones = (whole.klant.feiten.telefoon, whole.klant.feiten.telefoon2)
        assert case.telefoon == tuple(one.shown for one in phones if one is not None)
        assert (case.pogingen, case.eigenaar) == (melding.belpogingen, melding.eigenaar)
        assert (case.gemeente, case.moment) == (melding.feiten.gemeente, melding.moment)
        assert (case.taal, case.klant) == (whole.klant.feiten.taal, whole.naam)


@pytest.mark.parametrize("limit", [0, 1, 5, 17, 60])
def test_with_a_limit_the_first_cases_are_among_what_is_read_and_little_else(
    office: CacheHandles, limit: int
) -> None:
    """Days in any order the rules may want; within a day the oldest first, whatever the gemeente."""
    groups = sorted(office.overzichten.bel_groepen(), key=lambda group: group.dag, reverse=True)
    days = {group.dag: -number for number, group in enumerate(reversed(groups))}

    def order(case: BelZaak) -> tuple[int, datetime]:
        return days[case.moment.date()], case.moment

    every = sorted(office.overzichten.te_bellen(groups, ALL), key=order)
    found = sorted(office.overzichten.te_bellen(groups, limit), key=order)
    assert found[:limit] == every[:limit]
    assert len(found) <= 3 * limit


def test_a_letter_is_known_without_opening_it(cache: CacheHandles) -> None:
    person = enrolled(facts(phone="0612345678"))
    case = reported(person.id)
    save(cache, person, case, letter(person.id, "a" * 64, melding=case.id))
    (row,) = cache.overzichten.te_bellen(cache.overzichten.bel_groepen(), 10)
    assert [(one.code, one.datum) for one in row.brieven] == [("L01", date(2026, 11, 3))]


def miss(uitkomst: BelUitkomst = BelUitkomst.GEEN_GEHOOR) -> Belpoging:
    return Belpoging(moment=NOW, dagdeel=Dagdeel.OCHTEND, uitkomst=uitkomst, medewerker=WIE.medewerker)


def test_a_case_leaves_the_call_back_list_by_a_talk_an_outcome_or_its_end(cache: CacheHandles) -> None:
    person = enrolled(facts(phone="0612345678"))
    talk, asked, ended, stays = (reported(person.id, number) for number in range(1, 5))
    save(cache, person, talk, asked, ended, stays)
    save(cache, g.BelpogingGedaan(id=talk.id, poging=miss(BelUitkomst.GESPROKEN)))
    save(cache, g.BelpogingGedaan(id=stays.id, poging=miss()))
    save(cache, answered(stays.id))
    outcome = Antwoord(keuzes=("aanvragen",))
    save(cache, g.IntakeBeantwoord(id=asked.id, vraag="uitkomst", was=None, wordt=outcome))
    save(
        cache,
        g.TermijnenHerrekend(
            id=ended.id, termijnen=ended.termijnen, status=MeldingStatus.GESLOTEN, reden="ingetrokken"
        ),
    )
    groups = cache.overzichten.bel_groepen()
    assert [group.aantal for group in groups] == [1]
    assert [case.melding for case in cache.overzichten.te_bellen(groups, 10)] == [stays.id]


def test_an_intake_that_was_known_before_its_melding_counts(cache: CacheHandles) -> None:
    person = enrolled(facts())
    case = reported(person.id)
    outcome = Antwoord(keuzes=("aanvragen",))
    save(cache, person, g.IntakeBeantwoord(id=case.id, vraag="uitkomst", was=None, wordt=outcome), case)
    assert cache.overzichten.bel_groepen() == ()


def test_the_owner_in_the_list_follows_who_carries_the_case_on(cache: CacheHandles) -> None:
    person = enrolled(facts())
    case = reported(person.id)
    save(cache, person, case)
    vraag = TermijnVraag(vandaag=TODAY, eigenaar="c.ollega")
    assert cache.overzichten.werklijst(vraag, 10) == ()
    empty = MeldingFeiten()
    given = g.MeldingGewijzigd(
        id=case.id, velden=("eigenaar",), was=empty, wordt=replace(empty, eigenaar="c.ollega"), ontbreekt=()
    )
    save(cache, given)
    (row,) = cache.overzichten.werklijst(vraag, 10)
    assert (row.eigenaar, row.medewerker) == ("c.ollega", "t.verzonnen")
    assert [one.eigenaar for one in cache.overzichten.zakentallen(TODAY)] == ["c.ollega"]


def test_before_the_first_news_of_the_register_no_owner_is_gone(cache: CacheHandles) -> None:
    person = enrolled(facts())
    save(cache, person, reported(person.id))
    assert cache.overzichten.werklijst(TermijnVraag(vandaag=TODAY, zonder=True), 10) == ()
    assert [one.actief for one in cache.overzichten.termijn_tellingen(TODAY)] == [True]


def test_applications_and_young_people_are_found_without_opening_the_rest(office: CacheHandles) -> None:
    cases = office.overzichten.open_zaken(ALL)
    applied = {zaak.melding.id for zaak in cases if zaak.melding.feiten.aanvraagdatum is not None}
    assert {zaak.melding.id for zaak in office.overzichten.zaken_met_aanvraag(ALL)} == applied
    young = {zaak.melding.id for zaak in office.overzichten.jonge_zaken(27, ALL)}
    assert applied
    assert {zaak.melding.id for zaak in cases} > young
    for zaak in cases:
        born = zaak.klant.feiten.geboortedatum
        year = int(str(born)[:4]) if born is not None else 0
        may_be = year == 0 or zaak.melding.moment.year - year <= 27
        assert (zaak.melding.id in young) == may_be


def test_a_cache_of_before_the_work_lists_fills_them_when_it_is_opened(cache_folder: Path) -> None:
    handles = new_cache(cache_folder)
    person = enrolled(facts(phone="0612345678"))
    save(handles, person, reported(person.id))
    before = handles.overzichten.te_bellen(handles.overzichten.bel_groepen(), 10)
    with handles.writer.transaction() as connection:
        for statement in chain(*STEPS[2:5]):  # an older shape knows nothing of what is in these columns
            connection.exec_driver_sql(statement)
    assert handles.overzichten.bel_groepen() == ()
    handles.close()
    reopened = again(cache_folder)
    assert reopened.overzichten.te_bellen(reopened.overzichten.bel_groepen(), 10) == before
    assert len(reopened.overzichten.zoek("verzonnen")) == 1
    reopened.close()


@pytest.mark.parametrize(
    ("query", "values", "index"),
    [
        (bellen._GROUPS, (), "melding_bellen"),
        (werklijst._CASES, (0,), "melding_open"),
        (tellingen._ADVANCES, ("2026-11-03",), "melding_voorschot"),
        (tellingen._YOUTHS, ("2026-11-03",), "melding_jong"),
        (werklijst._COUNTS, werklijst._days(TODAY), "termijn_eigenaar"),
    ],
    ids=["bellen", "zaken", "voorschotten", "jongeren", "termijnen"],
)
def test_what_is_counted_is_counted_in_an_index_alone(
    office: CacheHandles, query: str, values: object, index: str
) -> None:
    steps = explained(office, query, values)
    assert f"USING COVERING INDEX {index}" in steps
    assert "TEMP B-TREE" not in steps


@pytest.mark.parametrize(
    ("vraag", "index"),
    [
        (TermijnVraag(vandaag=TODAY), "termijn_dringend"),
        (TermijnVraag(vandaag=TODAY, wanneer=Wanneer.TE_LAAT), "termijn_dringend"),
        (TermijnVraag(vandaag=TODAY, oudste=True), "termijn_oudste"),
        (TermijnVraag(vandaag=TODAY, eigenaar="u3"), "termijn_eigenaar"),
    ],
)
def test_the_first_lines_are_read_from_an_index_and_the_rest_is_left_alone(
    office: CacheHandles, vraag: TermijnVraag, index: str
) -> None:
    where = [werklijst._WHEN[vraag.wanneer], *(["t.eigenaar = :eigenaar"] if vraag.eigenaar else [])]
    order = werklijst._OLDEST if vraag.oudste else werklijst._NEAREST
    query = werklijst._ROWS.format(where=" AND ".join(where), order=order)
    values = {**werklijst._days(TODAY), "eigenaar": vraag.eigenaar, "limit": 200}
    steps = explained(office, query, values)
    assert f"USING INDEX {index}" in steps
    assert "TEMP B-TREE FOR ORDER BY" not in steps


def explained(cache: CacheHandles, query: str, values: Any) -> str:
    """How SQLite goes about a query."""
    with cache.writer.cache.read() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)
        return "\n".join(str(row[3]) for row in rows)


def test_a_week_ends_on_sunday() -> None:
    monday = date(2026, 11, 2)
    for day in range(7):
        assert werklijst._days(monday + timedelta(days=day))["zondag"] == "2026-11-08"

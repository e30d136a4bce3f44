"""Changing rules as an administrator does: typed, checked, tried on cases, proposed and judged."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest

from tests.fixtures.rule_tables import program_tables, search_case, search_term
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.errors import Refused, Unavailable
from werkdesk.messages import paths
from werkdesk.messages.rule_calls import (
    CaseChange,
    RulesDecide,
    RulesDecided,
    RuleSetLine,
    RulesList,
    RulesPropose,
    RulesProposed,
    RulesRequest,
    RulesWhole,
)
from werkdesk.usecases.ports import Wie
from werkdesk.usecases.regels.beheer import Loket, RegelBeheer, mag_vaststellen, mag_voorstellen
from werkdesk.usecases.regels.concept import (
    NieuweVersie,
    RegelConcept,
    begin_bij,
    met_wijziging,
    naar_velden,
    uit_velden,
    zonder_wijziging,
)
from werkdesk.usecases.regels.samenstellen import BESTAND, stel_samen
from werkdesk.usecases.regels.uitgangspunt import Uitgangspunt

BASIS = program_tables()
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
GEMEENTEN = ("0358", "0362")
CASES = json.dumps(
    {"formaat": 1, "gevallen": [search_case("oud", "2026-12-01"), search_case("nieuw", "2027-02-01")]}
).encode()
WIE = Wie(
    medewerker="a.beheer", naam="A. Beheer (fictief)", rollen=("functioneel_beheerder",), balie=3,
    locatie="Hal", kantoor="kantoor", kantoor_naam="Werkplein Proef", gemeenten=GEMEENTEN,
)  # fmt: skip


def start(tabellen: Mapping[str, str] | None = None) -> Uitgangspunt:
    """The program's tables, with the office's own on top."""
    own = dict(tabellen or {})
    nu = load_tables({name: text.encode() for name, text in own.items()}, BASIS) if own else BASIS
    return Uitgangspunt(nummer=1 if own else 0, tabellen=own, basis=BASIS, nu=nu, gemeenten=GEMEENTEN)


def shorter(**facts: str) -> NieuweVersie:
    """Three weeks in gemeente 0358 from 2027."""
    like = begin_bij(BASIS.reeks("D01")[0])
    return replace(
        like, **{"waarde": "3", "vanaf": "2027-01-01", "gemeente": "0358", "zekerheid": "aanname", **facts}
    )


class Line:
    """A register that answers what a test wants and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, RulesRequest]] = []
        self.answers: dict[str, Any] = {}
        self.closed = 0

    def rules(self, path: str, request: RulesRequest, kind: type[Any]) -> Any:
        self.asked.append((path, request))
        found = self.answers[path]
        if isinstance(found, Exception):
            raise found
        assert isinstance(found, kind)
        return found

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def line() -> Line:
    return Line()


def beheer(line: Line, files: Mapping[str, bytes] | None = None, wie: Wie = WIE) -> RegelBeheer:
    numbers = iter(range(1, 1000))
    return RegelBeheer(
        wie=wie, clock=lambda: NOW, new_id=lambda: UUID(int=next(numbers)), begin=start,
        lees_bestand=dict(files or {"gevallen.json": CASES}).__getitem__,
        loket=Loket(open=lambda: line, desk_id=UUID(int=99)),
    )  # fmt: skip


def row(number: int = 1, state: str = "concept", by: str = "b.beheer", **facts: Any) -> RuleSetLine:
    return RuleSetLine(
        id=UUID(int=number), number=number, state=state, proposed_by=by, proposed_at=NOW, **facts
    )


ENVELOPE: dict[str, Any] = {"epoch": "e", "server_time": NOW}


# ------------------------------------------------------------------------------ composing


def test_a_new_period_of_one_gemeente_leaves_the_others_and_the_past_alone() -> None:
    made = stel_samen(start(), (shorter(),), TODAY)
    assert list(made.tabellen) == [BESTAND]
    [added] = made.anders
    assert (added.soort, added.regel, added.gemeente, added.versie) == ("nieuw", "D01", "0358", "2027-01-01")

    def weeks(gemeente: str, day: date) -> object:
        found = made.straks.vind("D01", day, gemeente)
        return found.waarde if found is not None else None

    assert weeks("0358", date(2027, 1, 1)) == 3
    assert weeks("0358", date(2026, 12, 31)) == 4
    assert weeks("0362", date(2027, 1, 1)) == 4


def test_a_new_period_for_everybody_ends_the_one_before_it() -> None:
    made = stel_samen(start(), (shorter(gemeente=""),), TODAY)
    series = [(one.versie, one.geldig_tot, one.waarde) for one in made.straks.reeks("D01")]
    assert series[-2:] == [("2015-01-01", date(2026, 12, 31), 4), ("2027-01-01", None, 3)]


def test_what_an_office_wrote_by_hand_stays_word_for_word() -> None:
    own = search_term(3).replace("tabel =", "# met de hand\ntabel =")
    made = stel_samen(start({"eigen.toml": own}), (shorter(regel="D03", gemeente="0362", waarde="9"),), TODAY)
    assert made.tabellen["eigen.toml"] == own
    moved = stel_samen(start({"eigen.toml": own}), (shorter(waarde="2", vanaf="2027-06-01"),), TODAY)
    series = [(o.versie, o.waarde) for o in moved.straks.reeks("D01") if o.gemeente == "0358"]
    assert series == [("2015-01-01", 4), ("2027-01-01", 3), ("2027-06-01", 2)]
    assert "[[regel]]" not in moved.tabellen["eigen.toml"]


def test_changes_of_an_earlier_set_from_the_window_are_kept() -> None:
    first = stel_samen(start(), (shorter(),), TODAY)
    again = stel_samen(start(first.tabellen), (shorter(gemeente="0362", waarde="2"),), TODAY)
    places = {(one.gemeente, one.waarde) for one in again.straks.reeks("D01")}
    assert {("0358", 3), ("0362", 2)} <= places


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"waarde": "veel"}, "regels.waarde", "waarde"),
        ({"waarde": ""}, "regels.waarde", "waarde"),
        ({"waarde": "99999"}, "regels.waarde_ver", "waarde"),
        ({"waarde": "41"}, "regels.waarde_ver", "waarde"),
        ({"eenheid": "euro"}, "regels.eenheid", "eenheid"),
        ({"vanaf": ""}, "datum.ontbreekt", "vanaf"),
        ({"tot": "2026-12-31"}, "regels.periode", "tot"),
        ({"gemeente": "0363"}, "regels.gemeente", "gemeente"),
        ({"wet": " "}, "regels.bron", "wet"),
        ({"zekerheid": ""}, "regels.zekerheid", "zekerheid"),
        ({"tekst": "x" * 601}, "tekst.te_lang", "tekst"),
        ({"tekst": "x\x00"}, "regels.veld", "tekst"),
        ({"regel": "D99"}, "regels.onbekend", "regel"),
        ({"regel": "atw.artikel_1", "eenheid": "ja_nee", "waarde": "ja"}, "regels.een_voor_alle", "gemeente"),
        ({"gemeente": "", "vanaf": "2010-01-01", "tot": "2010-12-31"}, "regels.gat", "vanaf"),
    ],
)
def test_a_change_that_is_wrong_is_refused_at_its_field(facts: dict[str, str], code: str, field: str) -> None:
    with pytest.raises(Refused) as found:
        stel_samen(start(), (shorter(**facts),), TODAY)
    assert (found.value.code, found.value.field) == (code, field)


def test_a_change_that_changes_nothing_is_refused(line: Line) -> None:
    at = beheer(line)
    same = shorter(gemeente="", waarde="4", vanaf="2015-01-01")
    with pytest.raises(Refused) as found:
        at.neem_op(start(), RegelConcept(), same)
    assert (found.value.code, found.value.field) == ("regels.geen_wijziging", None)
    held = at.neem_op(start(), RegelConcept(), shorter())
    with pytest.raises(Refused) as found:
        at.neem_op(start(), held, same)
    assert (found.value.code, found.value.field) == ("regels.geen_wijziging", "waarde")


# ------------------------------------------------------------------------------ the draft


def test_a_draft_survives_a_restart() -> None:
    concept = met_wijziging(RegelConcept(id="x", gaat_in="2027-01-01", toelichting="wet"), shorter())
    concept = replace(concept, bezig=shorter(waarde="half"))
    assert uit_velden(naar_velden(concept)) == concept
    assert uit_velden(None) == uit_velden({"wijzigingen": "{"}) == RegelConcept()


def test_a_change_takes_the_place_of_the_one_it_was() -> None:
    concept = met_wijziging(RegelConcept(), shorter())
    moved = met_wijziging(concept, shorter(vanaf="2027-02-01"), was=shorter().plaats)
    assert [one.vanaf for one in moved.wijzigingen] == ["2027-02-01"]
    assert met_wijziging(moved, shorter(vanaf="2027-02-01", waarde="2")).wijzigingen[0].waarde == "2"
    assert zonder_wijziging(moved, shorter(vanaf="2027-02-01").plaats).is_leeg


# ------------------------------------------------------------------------------ trying and proposing


def test_a_trial_shows_who_would_be_treated_differently(line: Line) -> None:
    at = beheer(line)
    concept = replace(at.neem_op(start(), RegelConcept(), shorter()), gevallen="gevallen.json")
    proef = at.proef(start(), concept)
    assert (proef.gevallen, proef.gemeenten, proef.van) == (2, GEMEENTEN, concept.merk)
    [case] = proef.anders
    assert (case.id, case.gemeente) == ("nieuw", "0358")
    assert case.nu != case.straks
    [changed] = proef.regels
    assert (changed.nu, changed.regel.waarde) == (None, "3 weken")
    assert line.asked == []


def test_a_trial_without_cases_shows_the_records_alone(line: Line) -> None:
    at = beheer(line)
    proef = at.proef(start(), at.neem_op(start(), RegelConcept(), shorter()))
    assert (proef.gevallen, proef.anders, len(proef.regels)) == (0, (), 1)


def test_a_proposal_sends_the_whole_of_it_with_its_cases(line: Line) -> None:
    at = beheer(line)
    line.answers[paths.RULES_PROPOSE] = RulesProposed(**ENVELOPE, changed=[], line=row(by="a.beheer"))
    held = at.neem_op(start(), RegelConcept(), shorter())
    tried = replace(held, gevallen="gevallen.json")
    concept = replace(tried, gaat_in="2027-01-01", toelichting=" nieuwe wet ")
    done = at.leg_voor(start(), concept, at.proef(start(), tried))
    [(_, request)] = line.asked
    assert isinstance(request, RulesPropose)
    assert (request.desk_id, request.user, request.over) == (UUID(int=99), "a.beheer", 0)
    assert (request.from_day, request.note, request.accept) == (date(2027, 1, 1), "nieuwe wet", True)
    assert (str(request.id), request.cases) == (concept.id, CASES.decode())
    assert done.voorstel is not None
    assert (done.voorstel.van_mij, done.voorstel.wacht_op_mij, line.closed) == (True, False, 1)


def test_what_was_not_tried_is_not_proposed(line: Line) -> None:
    at = beheer(line)
    concept = at.neem_op(start(), RegelConcept(), shorter())
    proef = at.proef(start(), concept)
    changed = at.neem_op(start(), concept, shorter(gemeente="0362"))
    with pytest.raises(Refused, match=r"regels\.proef"):
        at.leg_voor(start(), changed, proef)
    assert line.asked == []


def test_cases_that_the_register_finds_changed_come_back(line: Line) -> None:
    at = beheer(line)
    raw = msgspec.Raw(b"1")
    case = CaseChange(id="x", gemeente="0358", before=raw, after=msgspec.Raw(b"2"), expected=False)
    line.answers[paths.RULES_PROPOSE] = RulesProposed(**ENVELOPE, changed=[case])
    concept = at.neem_op(start(), RegelConcept(), shorter())
    done = at.leg_voor(start(), concept, at.proef(start(), concept))
    assert (done.voorstel, [(one.nu, one.straks) for one in done.anders]) == (None, [(1, 2)])


# ------------------------------------------------------------------------------ judging


def test_what_waits_for_you_comes_first_and_says_what_became_of_the_rest(line: Line) -> None:
    at = beheer(line)
    line.answers[paths.RULES_LIST] = RulesList(
        **ENVELOPE,
        sets=[
            row(6, "concept", by="a.beheer"),
            row(5, "vastgesteld", from_day=date(2027, 1, 1), approved_by="c"),
            row(4, "concept"),
            row(3, "vastgesteld", from_day=date(2026, 1, 1), approved_by="c"),
            row(2, "vervallen", withdrawn_by="a.beheer", withdrawn_reason="klopt niet"),
            row(1, "vastgesteld", from_day=date(2025, 1, 1), approved_by="c"),
            row(7, "vervallen", withdrawn_by="b.beheer"),
        ],
    )
    found = at.voorstellen()
    assert [(one.nummer, one.stand) for one in found] == [
        (4, "wacht"), (6, "wacht"), (7, "ingetrokken"), (5, "gepland"), (3, "geldt"), (2, "afgewezen"),
        (1, "vastgesteld"),
    ]  # fmt: skip
    assert [one.nummer for one in found if one.wacht_op_mij] == [4]


def test_a_proposal_is_judged_on_what_it_changes(line: Line) -> None:
    at = beheer(line)
    line.answers[paths.RULES_LIST] = RulesList(**ENVELOPE, sets=[row()])
    made = stel_samen(start(), (shorter(),), TODAY)
    line.answers[paths.RULES_SHOW] = RulesWhole(
        **ENVELOPE, line=row(), tables=dict(made.tabellen), changed=[], held_number=0, held_tables={}
    )
    [voorstel] = at.voorstellen()
    inzage = at.inzage(start(), voorstel)
    assert [one.regel.waarde for one in inzage.regels] == ["3 weken"]
    assert [one.id for one in at.proef_op(start(), inzage, "gevallen.json").anders] == ["nieuw"]


def test_a_decision_names_what_was_read_and_a_rejection_says_why(line: Line) -> None:
    at = beheer(line)
    line.answers[paths.RULES_LIST] = RulesList(**ENVELOPE, sets=[row()])
    line.answers[paths.RULES_APPROVE] = RulesDecided(**ENVELOPE, line=row(state="vastgesteld"))
    line.answers[paths.RULES_WITHDRAW] = RulesDecided(**ENVELOPE, line=row(state="vervallen"))
    [voorstel] = at.voorstellen()
    assert at.stel_vast(voorstel).stand == "geldt"
    with pytest.raises(Refused, match=r"regels\.reden"):
        at.wijs_af(voorstel, "  ")
    at.wijs_af(voorstel, " klopt niet ")
    _, approved, rejected = (request for _, request in line.asked)
    assert isinstance(approved, RulesDecide)
    assert isinstance(rejected, RulesDecide)
    assert (approved.id, approved.number) == (voorstel.id, 1)
    assert rejected.reason == "klopt niet"


def test_without_a_line_the_failure_is_told_and_the_line_is_closed(line: Line) -> None:
    line.answers[paths.RULES_LIST] = Unavailable("register.onbereikbaar")
    with pytest.raises(Unavailable, match=r"register\.onbereikbaar"):
        beheer(line).voorstellen()
    assert line.closed == 1


def test_only_two_roles_have_anything_to_do_with_it() -> None:
    may = {
        role: (mag_voorstellen(replace(WIE, rollen=(role,))), mag_vaststellen(replace(WIE, rollen=(role,))))
        for role in ("balie", "klantmanager", "teamleider", "functioneel_beheerder", "controller")
    }
    assert may["teamleider"] == (False, True)
    assert may["functioneel_beheerder"] == (True, True)
    assert {may[role] for role in ("balie", "klantmanager", "controller")} == {(False, False)}

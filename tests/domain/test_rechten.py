"""Who may do what: the whole table, act by act and role by role, and what depends on the content."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import pytest

from tests.fixtures.acts import example
from tests.fixtures.rights import MATRIX, allowed
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain import voorschot_gebeurtenissen as v
from werkdesk.domain.melding import Afloop, Melding, MeldingFeiten, MeldingStatus
from werkdesk.domain.rechten import GEWEIGERD, RECHTEN, check_right, may
from werkdesk.domain.rechten_nader import Auteur, author_at_desk
from werkdesk.domain.regels.rollen import ROLLEN
from werkdesk.domain.regels.verschuiving import Verschuivingsbesluit, verschuif
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.toepassen.toepassen import apply
from werkdesk.errors import Refused

KINDS = get_args(g.Gebeurtenis)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ME, OTHER = "f.ik", "f.ander"


def author(*rollen: str, gaf: bool = False) -> Auteur:
    return Auteur(medewerker=ME, rollen=frozenset(rollen), gaf=gaf)


def case(**other: Any) -> Melding:
    made = example(g.MeldingGedaan, OTHER, status=MeldingStatus.GEMELD, moment=NOW)
    stand = apply(None, made).stand
    assert isinstance(stand, Melding)
    return replace(stand, **other)


def refusal(act: g.Gebeurtenis, stand: Melding | None, wie: Auteur) -> str | None:
    try:
        check_right(act, stand, wie)
    except Refused as refused:
        return refused.code
    return None


def given(to: str | None, was: str | None = None) -> g.MeldingGewijzigd:
    empty = MeldingFeiten()
    return g.MeldingGewijzigd(
        id=case().id, velden=("eigenaar",), was=replace(empty, eigenaar=was),
        wordt=replace(empty, eigenaar=to),
    )  # fmt: skip


def test_every_kind_of_act_has_a_line_in_the_table_of_rights() -> None:
    missing = [kind.__name__ for kind in KINDS if kind not in RECHTEN]
    assert missing == [], (
        "say who may do this: one line in RECHTEN of werkdesk/domain/rechten.py, "
        "and one in MATRIX of tests/fixtures/rights.py"
    )
    assert set(RECHTEN) <= set(KINDS)
    assert set(MATRIX) == {kind.__name__ for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_role_may_do_what_the_matrix_says(kind: type[g.Gebeurtenis]) -> None:
    act = example(kind, ME)
    found = {rol: refusal(act, None, author(rol)) for rol in ROLLEN}
    assert {rol for rol, code in found.items() if code is None} == allowed(kind.__name__)
    assert {rol for rol in ROLLEN if may(kind, (rol,))} == allowed(kind.__name__)
    assert {code for code in found.values() if code is not None} <= GEWEIGERD


def test_nobody_may_do_what_has_no_line() -> None:
    class Onbekend:
        pass

    assert refusal(Onbekend(), None, author(*ROLLEN)) == "recht.geen"  # type: ignore[arg-type]
    assert not may(Onbekend, ROLLEN)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_act_is_believed_in_the_name_of_another(kind: type[g.Gebeurtenis]) -> None:
    names_its_maker = refusal(example(kind, OTHER), None, author(*ROLLEN)) == "recht.naam"
    assert names_its_maker == (OTHER in repr(example(kind, OTHER)))


def test_a_case_is_given_by_its_owner_by_a_team_leader_and_back_by_who_gave_it() -> None:
    stand = case()  # of the other
    assert refusal(given(ME), stand, author("klantmanager")) == "overdragen.rol"
    assert refusal(given(ME), stand, author("teamleider")) is None
    assert refusal(given(ME), stand, author("balie", gaf=True)) is None
    assert refusal(given(OTHER, was=ME), stand, author("balie")) is None
    assert refusal(given(ME, was=ME), stand, author("balie")) is None  # the value that counts stays
    assert refusal(given("f.derde", was=OTHER), stand, author("balie")) == "overdragen.rol"


def test_the_desk_lets_somebody_take_back_and_the_register_knows_who_gave() -> None:
    stand = case()
    assert author_at_desk(ME, ("balie",), given(ME, was=OTHER), stand).gaf
    assert not author_at_desk(ME, ("balie",), given("f.derde", was=OTHER), stand).gaf


def test_taking_an_application_up_early_is_for_who_judges_cases() -> None:
    empty = MeldingFeiten()
    early = g.MeldingGewijzigd(
        id=case().id, velden=("aanvraag_vervroegd",), was=empty,
        wordt=replace(empty, aanvraag_vervroegd=True),
    )  # fmt: skip
    assert refusal(early, case(), author("balie")) == "aanvraag.vervroegen"
    assert refusal(early, case(), author("klantmanager")) is None


def test_a_new_decision_that_moves_a_date_is_for_who_signs_besluiten() -> None:
    term = Termijn(code="D03", naam="Beslistermijn", uiterste_datum=date(2027, 1, 8))
    besluit = Verschuivingsbesluit(
        nieuwe_datum=date(2027, 3, 8), besloten_op=NOW.date(), besloten_door=ME, reden="storing", bron="Awb"
    )
    moved = verschuif(term, besluit)
    stand = case(termijnen=(term,))
    act = g.TermijnenHerrekend(id=stand.id, termijnen=(moved,), status=stand.status, reden="storing")
    assert refusal(act, stand, author("klantmanager")) == "verschuiving.rol"
    assert refusal(act, stand, author("teamleider")) is None
    assert refusal(act, replace(stand, termijnen=(moved,)), author("balie")) is None
    plain = replace(act, termijnen=(replace(term, uiterste_datum=date(2027, 1, 9)),))
    assert refusal(plain, stand, author("balie")) is None


@pytest.mark.parametrize(
    ("afloop", "who"),
    [
        (Afloop.INGETROKKEN, {"balie", "klantmanager", "teamleider"}),
        (Afloop.VERGISSING, {"balie", "klantmanager", "teamleider"}),
        (Afloop.WERK, {"klantmanager", "teamleider"}),
        (Afloop.TOEGEKEND, {"teamleider"}),
        (Afloop.AFGEWEZEN, {"teamleider"}),
    ],
)
def test_each_end_is_for_who_may_take_that_step(afloop: Afloop, who: set[str]) -> None:
    act = g.MeldingGesloten(id=case().id, afloop=afloop, medewerker=ME, moment=NOW)
    assert {rol for rol in ROLLEN if refusal(act, case(), author(rol)) is None} == who
    assert refusal(act, case(), author("controller")) == "stap.rol"


def test_opening_again_after_the_day_itself_is_for_who_judges_cases() -> None:
    end = g.MeldingGesloten(id=case().id, afloop=Afloop.INGETROKKEN, medewerker=OTHER, moment=NOW)
    closed = apply(case(), end).stand
    assert isinstance(closed, Melding)
    same = g.MeldingHeropend(id=closed.id, reden="vergissing", medewerker=ME, moment=NOW)
    later = replace(same, moment=NOW + timedelta(days=1))
    assert refusal(same, closed, author("balie")) is None
    assert refusal(later, closed, author("balie")) == "heropenen.rol"
    assert refusal(later, closed, author("klantmanager")) is None


def test_an_advance_asks_that_its_author_is_known_at_the_desk() -> None:
    here = {kind.__name__ for kind, recht in RECHTEN.items() if recht.hier}
    assert here == {kind.__name__ for kind in KINDS if kind.__module__ == v.__name__}

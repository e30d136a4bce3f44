"""``apply``: what two people did, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.bezoek import Bezoek, BezoekReden, BezoekStatus, Uitkomst
from werkdesk.domain.intake import VRAGEN, Antwoord, Intake, volgende_vraag, vragen_voor
from werkdesk.domain.klant import Klant
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.toepassen.toepassen import apply
from werkdesk.domain.waarden.email import Email
from werkdesk.domain.waarden.naam import Naam
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused
from werkdesk.messages.codec import decode_act, decode_record, encode

NOW = datetime(2026, 11, 21, 10, 9, tzinfo=UTC)
RID = UUID(int=1)
PHONES = [Telefoon(f"061234567{n}") for n in range(4)]


def klant(**facts: object) -> Klant:
    base = KlantFeiten(naam=PersoonsNaam(geslachtsnaam=Naam("Voorbeeld")))
    return Klant(id=RID, feiten=replace(base, **facts), sinds=NOW)


def change(veld: str, was: object, wordt: object) -> g.KlantGewijzigd:
    return g.KlantGewijzigd(
        id=RID,
        velden=(veld,),
        was=replace(KlantFeiten(), **{veld: was}),
        wordt=replace(KlantFeiten(), **{veld: wordt}),
    )


def test_two_desks_that_change_different_fields_both_succeed() -> None:
    after = apply(klant(), change("telefoon", None, PHONES[0]))
    after = apply(after.stand, change("email", None, Email("iemand@voorbeeld.nl")))
    assert after.botsingen == ()
    assert isinstance(after.stand, Klant)
    assert (after.stand.feiten.telefoon, after.stand.feiten.email) == (PHONES[0], "iemand@voorbeeld.nl")


def test_two_desks_that_change_the_same_field_keep_all_three_values() -> None:
    after = apply(klant(telefoon=PHONES[1]), change("telefoon", PHONES[0], PHONES[2]))
    (clash,) = after.botsingen
    assert (clash.basis, clash.register, clash.balie) == (PHONES[0], PHONES[1], PHONES[2])
    assert isinstance(after.stand, Klant)
    assert after.stand.feiten.telefoon == PHONES[1]


def test_two_desks_that_typed_the_same_do_not_clash() -> None:
    assert apply(klant(telefoon=PHONES[1]), change("telefoon", PHONES[0], PHONES[1])).botsingen == ()


def test_a_field_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Refused, match=r"veld\.onbekend"):
        apply(
            klant(), g.KlantGewijzigd(id=RID, velden=("schoenmaat",), was=KlantFeiten(), wordt=KlantFeiten())
        )


def test_an_act_on_a_record_of_another_kind_is_refused() -> None:
    with pytest.raises(Refused, match=r"gebeurtenis\.ander_soort"):
        apply(klant(), g.BezoekNietVerschenen(id=RID, moment=NOW))


def test_an_act_on_nothing_is_refused() -> None:
    with pytest.raises(Refused, match=r"klant\.onbekend"):
        apply(None, change("telefoon", None, PHONES[0]))


def arrived() -> Bezoek:
    act = g.BezoekBinnengekomen(id=RID, nummer="A301", reden=BezoekReden.BIJSTAND, locatie="hal", moment=NOW)
    stand = apply(None, act).stand
    assert isinstance(stand, Bezoek)
    return stand


def test_the_first_desk_keeps_a_visitor_that_two_desks_called() -> None:
    first = apply(arrived(), g.BezoekOpgeroepen(id=RID, balie=3, moment=NOW)).stand
    second = apply(first, g.BezoekOpgeroepen(id=RID, balie=1, moment=NOW)).stand
    assert isinstance(second, Bezoek)
    assert (second.balie, second.ook_geroepen, second.oproepen) == (3, (1,), 1)


def called_twice() -> Bezoek:
    """Desk 3 has the visitor; desk 1 called the same number while it could not know."""
    stand = apply(arrived(), g.BezoekOpgeroepen(id=RID, balie=3, moment=NOW)).stand
    stand = apply(stand, g.BezoekOpgeroepen(id=RID, balie=1, moment=NOW)).stand
    assert isinstance(stand, Bezoek)
    return stand


@pytest.mark.parametrize(
    "act",
    [
        g.BezoekNietVerschenen(id=RID, moment=NOW, balie=1),
        g.BezoekGeparkeerd(id=RID, notitie="x", moment=NOW, balie=1),
        g.BezoekTeruggezet(id=RID, moment=NOW, balie=1),
        g.BezoekKlantGekozen(id=RID, klant=RID, balie=1),
        g.BezoekHervat(id=RID, balie=1, moment=NOW),
    ],
    ids=lambda act: type(act).__name__,
)
def test_what_the_second_desk_did_with_its_call_leaves_the_visitor_where_they_sit(act: g.Gebeurtenis) -> None:
    assert apply(called_twice(), act).stand == called_twice()


def test_a_desk_does_not_end_the_visit_of_another_desk() -> None:
    end = g.BezoekAfgerond(id=RID, uitkomst=Uitkomst.INFORMATIE, moment=NOW, balie=1)
    with pytest.raises(Refused, match=r"bezoek\.elders") as refused:
        apply(called_twice(), end)
    assert refused.value.details == {"balie": 3}


def test_the_end_of_the_desk_that_has_the_visitor_is_not_written_over() -> None:
    ended = apply(
        called_twice(), g.BezoekAfgerond(id=RID, uitkomst=Uitkomst.MELDING, moment=NOW, balie=3)
    ).stand
    late = g.BezoekAfgerond(id=RID, uitkomst=Uitkomst.INFORMATIE, moment=NOW, balie=1)
    assert apply(ended, late).stand == ended


def test_an_end_of_an_older_program_names_no_desk_and_counts() -> None:
    body = encode(g.BezoekAfgerond(id=RID, uitkomst=Uitkomst.INFORMATIE, moment=NOW))
    old = decode_act("BezoekAfgerond", body.replace(b',"balie":null', b"").replace(b'"balie":null,', b""))
    stand = apply(called_twice(), old).stand
    assert isinstance(stand, Bezoek)
    assert stand.status is BezoekStatus.AFGEROND


def test_who_the_visitor_is_can_be_taken_back() -> None:
    stand = apply(arrived(), g.BezoekKlantGekozen(id=RID, klant=RID)).stand
    stand = apply(stand, g.BezoekKlantGekozen(id=RID, klant=None)).stand
    assert isinstance(stand, Bezoek)
    assert stand.klant is None


def test_calling_again_counts_and_keeps_the_first_moment() -> None:
    later = NOW.replace(minute=30)
    stand = apply(arrived(), g.BezoekOpgeroepen(id=RID, balie=3, moment=NOW)).stand
    stand = apply(stand, g.BezoekOpgeroepen(id=RID, balie=3, moment=later)).stand
    assert isinstance(stand, Bezoek)
    assert (stand.oproepen, stand.geroepen, stand.laatst_geroepen) == (2, NOW, later)


def test_a_call_that_arrives_late_does_not_turn_the_hall_back() -> None:
    later = NOW.replace(minute=30)
    stand = apply(arrived(), g.BezoekOpgeroepen(id=RID, balie=3, moment=later)).stand
    stand = apply(stand, g.BezoekOpgeroepen(id=RID, balie=3, moment=NOW)).stand
    assert isinstance(stand, Bezoek)
    assert stand.laatst_geroepen == later


def test_a_call_that_is_taken_back_is_not_the_last_one_any_more() -> None:
    later = NOW.replace(minute=30)
    stand = apply(arrived(), g.BezoekOpgeroepen(id=RID, balie=3, moment=NOW)).stand
    stand = apply(stand, g.BezoekOpgeroepen(id=RID, balie=3, moment=later)).stand
    stand = apply(stand, g.BezoekTeruggezet(id=RID, moment=later)).stand
    assert isinstance(stand, Bezoek)
    assert (stand.oproepen, stand.laatst_geroepen) == (1, NOW)


def test_a_visit_of_an_older_program_is_shown_by_its_first_call() -> None:
    body = encode(replace(arrived(), geroepen=NOW, oproepen=2)).replace(b'"laatst_geroepen":null,', b"")
    assert b"laatst_geroepen" not in body
    visit = decode_record("bezoek", body)
    assert isinstance(visit, Bezoek)
    assert visit.laatste_oproep == NOW


def test_a_finished_visit_can_be_taken_back() -> None:
    stand = apply(arrived(), g.BezoekAfgerond(id=RID, uitkomst="informatie", moment=NOW)).stand  # type: ignore[arg-type]
    stand = apply(stand, g.BezoekHeropend(id=RID, moment=NOW)).stand
    assert isinstance(stand, Bezoek)
    assert (stand.status, stand.uitkomst, stand.klaar) == (BezoekStatus.AAN_BALIE, None, None)


def test_an_answer_outside_the_options_is_refused() -> None:
    with pytest.raises(Refused, match=r"antwoord\.onbekend"):
        apply(
            None, g.IntakeBeantwoord(id=RID, vraag="spoed", was=None, wordt=Antwoord(keuzes=("misschien",)))
        )


@given(st.lists(st.sampled_from([v.code for v in VRAGEN]), unique=True))
def test_a_colleague_resumes_at_the_first_open_question(answered: list[str]) -> None:
    stand = None
    for code in answered:
        vraag = next(v for v in VRAGEN if v.code == code)
        stand = apply(
            stand, g.IntakeBeantwoord(id=RID, vraag=code, was=None, wordt=Antwoord(keuzes=vraag.opties[:1]))
        ).stand
    assert stand is None or isinstance(stand, Intake)
    following = volgende_vraag(stand, jongere=True)
    open_codes = [v.code for v in vragen_voor(jongere=True) if v.code not in answered]
    assert (following.code if following else None) == (open_codes[0] if open_codes else None)


fields = st.sampled_from(["telefoon", "telefoon2"])
edits = st.lists(st.tuples(fields, st.sampled_from([None, *PHONES])), max_size=6)


@given(edits, edits)
def test_no_value_anybody_typed_disappears(
    mine: list[tuple[str, object]], theirs: list[tuple[str, object]]
) -> None:
    """Two desks work apart on one person and reach the register one after the other.

    The last value of each is current or in a clash; only who typed that very value may have replaced it.
    """
    start = klant()
    register, clashes, last = start, [], []
    for typed in (mine, theirs):
        local = start
        for veld, value in typed:
            act = change(veld, getattr(local.feiten, veld), value)
            local = apply(local, act).stand
            done = apply(register, act)
            register = done.stand
            clashes += [(b.veld, b.balie) for b in done.botsingen]
        last.append(local.feiten)
    for number, typed_by_other in ((0, theirs), (1, [])):
        for veld in ("telefoon", "telefoon2"):
            wanted = getattr(last[number], veld)
            if wanted == getattr(start.feiten, veld):
                continue
            kept = getattr(register.feiten, veld) == wanted or (veld, wanted) in clashes
            assert kept or (veld, wanted) in typed_by_other

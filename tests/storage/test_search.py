"""Search as you type, over own unsent work too, and the look-alikes before somebody is made twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fixtures.cache import NOW
from tests.storage.acts import enrolled, facts, phone_changed, reported, save, ticket
from tests.storage.small_register import SmallRegister, push_once
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.storage.cache import CacheHandles
from werkdesk.usecases.overzichten import KlantHit

BSN = "999990019"  # test range of the register of persons

PEOPLE = (
    facts("Berg", "Jan Pieter", prefix="van den", born="19850312", postcode="1181AB", number=12,
          phone="0612345678", bsn=BSN),
    facts("Berg", "Anna", born="19800101", postcode="1181AB", number=14),
    facts("Bergsma", "Jan", born="19850000"),
    facts("Hamdaoui", "Fatima", prefix="El", born="19850312", postcode="1181AB", number=12),
    facts("Öztürk", "Emre", born="19751230", phone="0201234567"),
    facts("Janssen", "Jan", born="19910000"),
    facts("Achmadi", "Reza", born="19910000"),
    facts("Vries", "Jan", prefix="de", born="19700505", partner="Öztürk"),
    facts("Łukaszewski", "Ewa", born="00000000"),
)  # fmt: skip


@pytest.fixture
def people(cache: CacheHandles) -> CacheHandles:
    save(cache, *(enrolled(one) for one in PEOPLE))
    return cache


def names(hits: tuple[KlantHit, ...], *, reason: bool = False) -> list[str]:
    return [f"{hit.naam} ({hit.waarom})" if reason else hit.naam for hit in hits]


BERG, ANNA, BERGSMA = "Berg, J.P. van den", "Berg, A.", "Bergsma, J."
HAMDAOUI, OZTURK, JANSSEN = "Hamdaoui, F. El", "Öztürk, E.", "Janssen, J."
ACHMADI, VRIES, LUKAS = "Achmadi, R.", "Vries, J. de", "Łukaszewski, E."


def test_a_secret_address_finds_its_person_but_is_not_in_the_line(cache: CacheHandles) -> None:
    secret = replace(facts("Verborgen", "Vera", postcode="1181AB", number=77), geheim=True)
    save(cache, enrolled(secret))
    for hits in (cache.overzichten.zoek("1181ab 77"), cache.overzichten.lijkt_op("Verborgen", None)):
        assert [(hit.naam, hit.voornamen, hit.adres, hit.geheim) for hit in hits] == [
            ("Verborgen, V.", "Vera", "", True)
        ]


def test_who_is_found_by_the_name_of_a_partner_comes_last_and_says_so(people: CacheHandles) -> None:
    assert names(people.overzichten.zoek("ozturk"), reason=True) == [f"{OZTURK} (None)", f"{VRIES} (partner)"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("berg", [ANNA, BERG, BERGSMA]),
        ("van den berg", [BERG, ANNA, BERGSMA]),
        ("vandenberg", [BERG]),
        ("van den b", [BERG, ANNA, BERGSMA]),
        ("bergs", [BERGSMA]),
        ("BERG", [ANNA, BERG, BERGSMA]),
        ("jan berg", [BERG, BERGSMA]),
        ("berg jan", [BERG]),
        ("berg, jan", [BERG]),
        ("berg j", [BERG]),
        ("anna", []),
        ("ozturk", [OZTURK]),
        ("öztürk", [OZTURK]),
        ("lukaszewski", [LUKAS]),
        ("el hamdaoui", [HAMDAOUI]),
        ("elh", [HAMDAOUI]),
        ("1181ab 12 elh", [HAMDAOUI]),
        ("1181ab 12 jan", [BERG]),
        ("1181 AB 12", [BERG, HAMDAOUI]),
        ("1181ab", [BERG, HAMDAOUI, ANNA]),
        ("1181", [BERG, HAMDAOUI, ANNA]),
        ("12-03-1985", [BERG, HAMDAOUI, BERGSMA]),
        ("12031985", [BERG, HAMDAOUI, BERGSMA]),
        ("12-03-1985 ham", [HAMDAOUI]),
        ("00-00-1985", [BERG, BERGSMA, HAMDAOUI]),
        ("berg 1980", [ANNA]),
        ("jan berg 1985", [BERG, BERGSMA]),
        ("0612345678", [BERG]),
        ("06-1234", [BERG]),
        ("+31 6 12345678", [BERG]),
        ("020 123", [OZTURK]),
        (BSN, [BERG]),
        ("9999900", []),
        ("%", []),
        ("'; DROP TABLE klant; --", []),
    ],
)
def test_a_person_is_found_by_what_staff_type(people: CacheHandles, typed: str, found: list[str]) -> None:
    exact = [hit for hit in people.overzichten.zoek(typed) if hit.waarom is None]
    assert sorted(names(tuple(exact))) == sorted(found)


def test_a_prefix_that_was_typed_puts_its_bearers_first(people: CacheHandles) -> None:
    assert names(people.overzichten.zoek("van den berg"))[0] == BERG
    assert names(people.overzichten.zoek("berg"))[0] == ANNA


def test_a_list_does_not_move_while_more_is_typed(people: CacheHandles) -> None:
    before = names(people.overzichten.zoek("b"))
    for typed in ("be", "ber", "berg"):
        after = names(tuple(hit for hit in people.overzichten.zoek(typed) if hit.waarom is None))
        assert after == [name for name in before if name in after]
        before = after


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jansen", f"{JANSSEN} (klank)"),
        ("jassen", f"{JANSSEN} (typefout)"),
        ("jnassen", f"{JANSSEN} (klank)"),
        ("ahmadi", f"{ACHMADI} (klank)"),
        ("ahmadi 00-00-1991", f"{ACHMADI} (klank)"),
        ("hamdoui", f"{HAMDAOUI} (klank)"),
        ("hamdapui fatima", f"{HAMDAOUI} (typefout)"),
        ("lukasxew", f"{LUKAS} (typefout)"),
    ],
)
def test_a_slip_or_another_spelling_is_found_with_the_reason(
    people: CacheHandles, typed: str, found: str
) -> None:
    assert found in names(people.overzichten.zoek(typed), reason=True)


def test_a_birth_date_keeps_strangers_out_of_the_look_alikes(people: CacheHandles) -> None:
    assert names(people.overzichten.zoek("ahmadi 00-00-1985")) == []


def test_own_unsent_work_is_found_and_marked(people: CacheHandles) -> None:
    register = SmallRegister()
    assert all(hit.onverzonden for hit in people.overzichten.zoek("berg"))
    push_once(people, register)
    assert not any(hit.onverzonden for hit in people.overzichten.zoek("berg"))
    anna = people.overzichten.zoek("berg 1980")[0]
    save(people, reported(anna.id))
    hits = {hit.naam: (hit.onverzonden, hit.open_meldingen) for hit in people.overzichten.zoek("berg")}
    assert hits == {ANNA: (True, 1), BERG: (False, 0), BERGSMA: (False, 0)}


def test_a_change_is_found_at_once_and_the_old_value_no_longer(people: CacheHandles) -> None:
    klant = people.overzichten.zoek("0612345678")[0]
    save(people, phone_changed(klant.id, "0612345678", "0297654321"))
    assert people.overzichten.zoek("0612345678") == ()
    assert names(people.overzichten.zoek("0297654321")) == [BERG]
    old, new = facts("Berg", "Jan Pieter", prefix="van den").naam, facts("Molen", "Jan Pieter").naam
    save(
        people,
        g.KlantGewijzigd(
            id=klant.id, velden=("naam",), was=KlantFeiten(naam=old), wordt=KlantFeiten(naam=new)
        ),
    )
    assert names(people.overzichten.zoek("vandenberg")) == []
    assert names(people.overzichten.zoek("molen")) == ["Molen, J.P."]


def test_a_melding_is_found_by_its_number_with_or_without_the_letter(people: CacheHandles) -> None:
    anna = people.overzichten.zoek("berg 1980")[0]
    melding = reported(anna.id, 147)
    save(people, melding)
    bare = str(melding.kenmerk).replace("-", "").lower()
    for typed in ("M-3-0147", "m-3-147", str(melding.kenmerk), f"{melding.kenmerk}/a", bare, "m30147"):
        hits = people.overzichten.zoek(typed)
        assert [(hit.naam, hit.kenmerk) for hit in hits] == [(ANNA, str(melding.kenmerk))]
    assert people.overzichten.zoek("M-4-0147") == ()


def test_a_visitor_is_found_by_the_number_on_the_ticket(people: CacheHandles) -> None:
    anna = people.overzichten.zoek("berg 1980")[0]
    save(people, ticket(14, klant=anna.id))
    assert names(people.overzichten.zoek("a314")) == [ANNA]
    assert people.overzichten.zoek("A315") == ()


def test_the_number_on_a_ticket_is_that_of_today(people: CacheHandles) -> None:
    anna = people.overzichten.zoek("berg 1980")[0]
    save(people, ticket(14, klant=anna.id, moment=NOW - timedelta(days=1)))
    assert people.overzichten.zoek("a314") == ()


def test_the_number_of_lines_is_bounded(people: CacheHandles) -> None:
    assert len(people.overzichten.zoek("berg", limit=2)) == 2
    assert len(people.overzichten.zoek("b", limit=1)) == 1


def test_a_line_shows_the_number_masked_and_the_name_as_in_every_list(people: CacheHandles) -> None:
    hit = people.overzichten.zoek(BSN)[0]
    assert (hit.naam, hit.geboren, hit.bsn) == (BERG, "19850312", "•••••0019")
    assert hit.adres == "Proefstraat 12, 1181 AB AMSTELVEEN"


def test_look_alikes_come_with_their_reason_before_somebody_is_made_twice(people: CacheHandles) -> None:
    def alike(naam: str, born: str | None) -> list[str]:
        return names(people.overzichten.lijkt_op(naam, born), reason=True)

    assert alike("Ahmadi", "00-00-1991") == [f"{ACHMADI} (klank)"]
    assert alike("Jan van den Berg", "12-03-1985")[0] == f"{BERG} (naam)"
    assert alike("Jan van den Berg", "21-03-1985")[0] == f"{BERG} (naam)"
    assert f"{BERG} (geboortedatum)" in alike("Bakker", "12-03-1985")
    assert alike("Ahmadi", "01-01-1950") == []
    assert alike("", None) == []
    assert len(people.overzichten.lijkt_op("berg", None, limit=1)) == 1

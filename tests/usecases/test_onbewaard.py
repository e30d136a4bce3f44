"""What was typed and not saved is found again by who typed it."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

from tests.fakes import WIE, FakeClock, FakeConcepten, FakeDesk
from werkdesk.usecases.onbewaard import Onbewaard, same_person, unfinished
from werkdesk.usecases.overzichten import Overzichten

KLANT = UUID(int=7)
KNOWN = SimpleNamespace(klant=SimpleNamespace(id=KLANT))
READS = cast(Overzichten, SimpleNamespace(dossier=lambda rid: KNOWN if rid == KLANT else None))


def desk() -> FakeConcepten:
    return FakeConcepten(FakeDesk())


def found(concepten: FakeConcepten, **who: Any) -> tuple[Onbewaard, ...]:
    return unfinished(concepten=concepten, overzichten=READS, wie=replace(WIE, **who))


def test_a_new_person_and_a_new_melding_are_found_the_last_one_first() -> None:
    kept = desk()
    kept.save("klant:nieuw:los:ab", {"geslachtsnaam": "Stroomuitval", "_gezocht": "stroom"}, WIE.medewerker)
    kept.save(f"melding:nieuw:{KLANT}", {"kinderen": "2"}, WIE.medewerker)
    melding, person = found(kept)
    assert melding.klant is KNOWN.klant
    assert (person.naam, person.gezocht, person.klant) == ("Stroomuitval", "stroom", None)


def test_the_draft_of_a_colleague_is_not_shown() -> None:
    kept = desk()
    kept.save("klant:nieuw:los:ab", {"geslachtsnaam": "Stroomuitval"}, "c.ollega")
    assert found(kept) == ()
    assert len(found(kept, medewerker="c.ollega")) == 1


def test_changes_of_what_was_saved_and_of_who_is_not_known_here_are_left_out() -> None:
    kept = desk()
    for key in (f"klant:{KLANT}", f"melding:{KLANT}", "venster:t.verzonnen", f"melding:nieuw:{UUID(int=8)}"):
        kept.save(key, {"kinderen": "2"}, WIE.medewerker)
    assert found(kept) == ()


def test_a_surname_agrees_without_capitals_and_marks_and_by_its_beginning() -> None:
    one = Onbewaard(sleutel="x", moment=FakeClock()(), naam="Élan")
    assert same_person("elan", one)
    assert same_person("Ela", one)
    assert not same_person("Berg", one)
    assert not same_person("", one)

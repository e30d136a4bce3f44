"""Every third-party test person can be loaded, shown, found and written a letter to."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.patience import wait_for
from werkdesk.demo.balie import QuietDesk, open_quiet_desk
from werkdesk.demo.wereld import Wereld, build_world
from werkdesk.desk.clock import DeskClock
from werkdesk.domain.melding import MeldingFeiten
from werkdesk.usecases.meldingen import NewMelding
from werkdesk.usecases.overzichten import KlantHit
from werkdesk.usecases.papieren import LetterWanted

PERSONS = Path(__file__).parents[3] / "shared" / "data" / "brp" / "test_persons.json"
OWN_PEOPLE = 4
MANY = 10_000

pytestmark = [
    pytest.mark.journey,
    pytest.mark.postgres,
    pytest.mark.skipif(
        not PERSONS.exists(), reason="the third-party test persons are not beside the project"
    ),
]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wereld]:
    made = build_world(tmp_path_factory.mktemp("kantoor"), 2, DeskClock(), people=OWN_PEOPLE)
    try:
        yield made
    finally:
        made.register.stop()


@pytest.fixture(scope="module")
def desk(world: Wereld) -> Iterator[QuietDesk]:
    folder = str(world.register.folder)
    load = ["-m", "werkdesk", "--profile", folder, "register", "load-test-persons", str(PERSONS)]
    done = subprocess.run([sys.executable, *load], capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stderr
    opened = open_quiet_desk(world.desks[0])
    try:
        wait_for(lambda: len(opened.lees.klanten(limit=MANY)) >= 647 + OWN_PEOPLE)
        yield opened
    finally:
        opened.close()


@pytest.fixture(scope="module")
def people(desk: QuietDesk) -> tuple[KlantHit, ...]:
    return desk.lees.klanten(limit=MANY)


def test_everybody_is_found_by_surname_and_birth_date(desk: QuietDesk, people: tuple[KlantHit, ...]) -> None:
    def found(person: KlantHit) -> bool:
        born = person.geboren
        day = f" {born[6:8]}-{born[4:6]}-{born[:4]}" if len(born) == 8 else ""
        return person.id in {hit.id for hit in desk.lees.zoek(person.naam.split(",")[0] + day)}

    assert [person.id for person in people if not found(person)] == []


def test_everybody_can_be_shown(desk: QuietDesk, people: tuple[KlantHit, ...]) -> None:
    assert all(desk.lees.dossier(person.id) for person in people)


def test_everybody_can_be_written_a_letter(desk: QuietDesk, people: tuple[KlantHit, ...]) -> None:
    actions = desk.session.actions
    for person in people:
        saved = actions.meldingen.record(NewMelding(klant=person.id, feiten=MeldingFeiten(gemeente="0362")))
        wanted = LetterWanted(code="L01", klant=person.id, melding=saved.melding.id)
        assert actions.papier.preview(wanted).brief.bladzijden >= 1

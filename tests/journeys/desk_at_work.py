"""A desk at work without a window, as a process: reads commands as JSON lines, writes what it sees."""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from werkdesk.desk.profile import open_desk_profile
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.domain.afdoening import Keuze
from werkdesk.domain.melding import Kanaal, MeldingFeiten
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.waarden.naam import Naam
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.ui.screens.outbox.question_words import answered_line
from werkdesk.ui.teksten.vragen import uitval_in_woorden
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.meldingen import NewMelding
from werkdesk.workstation.vault.key_file import KeyFile

_WRITING = threading.Lock()


def tell(**facts: object) -> None:
    """One line."""
    with _WRITING:
        sys.stdout.write(json.dumps(facts) + "\n")
        sys.stdout.flush()


class Watcher:
    """Does what a screen does at a change: asks the overview again, and says what is new in it."""

    def __init__(self) -> None:
        self.session: DeskSession | None = None
        self._known: set[str] = set()

    def look(self, changes: Changes) -> None:
        """Called by the pump."""
        if self.session is None:
            return
        lees = self.session.actions.lees
        seen = []
        if changes.topics & Topic.MELDING:
            for row in lees.meldingen(limit=10_000):
                if row.kenmerk not in self._known:
                    self._known.add(row.kenmerk)
                    seen.append(row.kenmerk)
        line = lees.verbinding()
        tell(
            seen=seen, count=len(self._known), waiting=line.wachten, down=line.weg_sinds is not None,
            error=line.fout, asked=line.aandacht, outages=[uitval_in_woorden(one) for one in line.uitval],
        )  # fmt: skip


def obey(session: DeskSession, words: dict[str, str]) -> None:
    """Change the telephone number of the only person of this name, answer the question, or tell."""
    actions = session.actions
    if words["do"] == "answer":
        (row,) = actions.lees.vragen().botsingen
        actions.vragen.answer(row.id, Keuze(words["keuze"]))
    if words["do"] == "phone":
        (hit,) = actions.lees.zoek(words["naam"])
        feiten = KlantFeiten(telefoon=Telefoon(words["nummer"]))
        actions.klanten.change(hit.id, feiten, ("telefoon",))


def facts_of(session: DeskSession, naam: str) -> dict[str, object]:
    """What this desk knows of the only person of this name, and how questions were answered."""
    lees = session.actions.lees
    (hit,) = lees.zoek(naam)
    dossier = lees.dossier(hit.id)
    phone = None if dossier is None else dossier.klant.feiten.telefoon
    return {
        "phone": None if phone is None else str(phone),
        "answered": [answered_line(row, session.actions.clock()).zin for row in lees.vragen().afgedaan],
    }


def main(folder: str, key: str, user: str, pin: str) -> None:
    """Sign in, then obey."""
    watcher = Watcher()
    desk = Desk(open_desk_profile(Path(folder)), KeyFile(Path(key)), announce=watcher.look)
    watcher.session = session = desk.sign_in(user, pin)
    watcher.look(Changes(Topic.MELDING))
    tell(ready=True)
    for line in sys.stdin:
        words = json.loads(line)
        if words["do"] == "end":
            break
        if words["do"] != "save":
            obey(session, words)
            watcher.look(Changes(Topic.AANDACHT))
            tell(obeyed=words["n"], **facts_of(session, words["naam"]))
            continue
        naam = PersoonsNaam(geslachtsnaam=Naam(words["naam"]))
        klant = session.actions.klanten.record(KlantFeiten(naam=naam)).klant
        made = session.actions.meldingen.record(
            NewMelding(klant=klant, feiten=MeldingFeiten(kanaal=Kanaal.BALIE))
        )
        watcher.look(made.changes)
        tell(saved=str(made.melding.kenmerk))
    desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

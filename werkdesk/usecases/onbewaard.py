"""What a colleague typed and did not save yet, so that nothing of it is lost to the eye."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkdesk.domain.klant import Klant
from werkdesk.domain.namen.vouwen import vouw
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.ports import Concepten, Wie

NEW_PERSON, NEW_MELDING = "klant:nieuw:", "melding:nieuw:"
"""How the keys of drafts begin that belong to nothing on screen once their form is gone."""
SEARCHED = "_gezocht"
"""In the draft of a new person: what was typed in the search box."""
MOST = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Onbewaard:
    """One draft. ``naam``: surname of a new person as typed; empty when there is none yet.

    ``klant``: whose melding it is; ``None`` for a new person. No BSN is in here.
    """

    sleutel: str
    moment: datetime
    naam: str = ""
    gezocht: str = ""
    klant: Klant | None = None


def unfinished(*, concepten: Concepten, overzichten: Overzichten, wie: Wie) -> tuple[Onbewaard, ...]:
    """New persons and new meldingen of this colleague at this desk, the last typed first."""
    found: list[Onbewaard] = []
    for one in concepten.of(wie.medewerker):
        if len(found) == MOST:
            break
        if one.sleutel.startswith(NEW_PERSON):
            name = one.velden.get("geslachtsnaam", "").strip()
            found.append(
                Onbewaard(
                    sleutel=one.sleutel, moment=one.moment, naam=name, gezocht=one.velden.get(SEARCHED, "")
                )
            )
        elif one.sleutel.startswith(NEW_MELDING):
            known = overzichten.dossier(UUID(one.sleutel.removeprefix(NEW_MELDING)))
            if known is not None:
                found.append(Onbewaard(sleutel=one.sleutel, moment=one.moment, klant=known.klant))
    return tuple(found)


def same_person(typed: str, one: Onbewaard) -> bool:
    """Whether a surname as typed may be that of this draft: the same, or the beginning of it."""
    mine, theirs = vouw(typed).strip(), vouw(one.naam).strip()
    return bool(mine and theirs) and (mine.startswith(theirs) or theirs.startswith(mine))

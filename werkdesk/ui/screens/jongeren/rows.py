"""Young people as lines of a list, and its filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.jongeren.card import pieces_of, still_to_show
from werkdesk.ui.teksten import jongeren as t
from werkdesk.ui.teksten.tijd import datum
from werkdesk.usecases.jongeren import JongereRow

EXPLAINS = "jongeren."
"""Begins the help key of one line; without the melding it is the page of this place."""


@dataclass(frozen=True, slots=True)
class Line:
    """One young person as the table shows them. ``kan``: may apply now; ``zoekt``: has to wait."""

    melding: UUID
    klant_id: UUID
    termijn: Termijn | None
    kan: bool
    zoekt: bool
    onzeker: bool
    medewerker: str
    vanaf: str
    nog: str
    tone: Tone
    klant: str
    geboren: str
    stand: str
    bewijs: str
    eigenaar: str
    kenmerk: str

    @property
    def help_key(self) -> str:
        """What F1 explains on this line."""
        return f"{EXPLAINS}{self.melding}"


def lines_of(rows: Sequence[JongereRow], namen: Mapping[str, str], today: date) -> tuple[Line, ...]:
    """In the order of the rows: who may apply first on top."""
    return tuple(_line(row, namen, today) for row in rows)


def _line(row: JongereRow, namen: Mapping[str, str], today: date) -> Line:
    kaart = row.kaart
    first = kaart.eerste_aanvraagdatum
    now = first is not None and first <= today
    shown = [piece for piece in pieces_of(kaart) if piece.gezien]
    asked = len(shown) + len(still_to_show(kaart))
    return Line(
        melding=row.melding,
        klant_id=row.klant_id,
        termijn=row.termijn,
        kan=now,
        zoekt=kaart.zoektermijn is Driewaardig.JA and not now,
        onzeker=first is None,
        medewerker=row.eigenaar,
        vanaf=datum(first) if first is not None else t.ONBEKEND,
        nog=t.over(kaart, today),
        tone=Tone.GOOD if now else Tone.NEUTRAL,
        klant=row.klant,
        geboren=GeboorteDatum(row.geboren).shown if row.geboren else "",
        stand=t.kort(kaart),
        bewijs=f"{len(shown)} van {asked}",
        eigenaar=namen.get(row.eigenaar, row.eigenaar),
        kenmerk=row.kenmerk,
    )


def chosen(lines: Sequence[Line], name: str, ik: str) -> tuple[Line, ...]:
    """The lines of one filter."""
    keeps: dict[str, Callable[[Line], bool]] = {
        "kan": lambda line: line.kan,
        "zoekt": lambda line: line.zoekt,
        "onzeker": lambda line: line.onzeker,
        "mijn": lambda line: line.medewerker == ik,
    }
    keep = keeps.get(name)
    return tuple(lines) if keep is None else tuple(line for line in lines if keep(line))

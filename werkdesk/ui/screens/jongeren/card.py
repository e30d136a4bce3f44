"""The card of one young person in words and lines: may they apply, on what grounds, what is still to show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.regels.jongerenloket import Bewijsstuk, JongereKaart
from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.ui.kit.card import Clear
from werkdesk.ui.kit.date_line import DateLine, LegalDate
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, clear
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import jongeren as t
from werkdesk.ui.teksten import termijnen as tt
from werkdesk.ui.teksten.aan_klant import voor_collega
from werkdesk.ui.teksten.tijd import datum
from werkdesk.usecases.jongeren import JongereRow

GROUND = "grond:"
TERM = "termijn:"
_TONES = {Driewaardig.JA: Tone.ACCENT, Driewaardig.NEE: Tone.GOOD, Driewaardig.ONBEKEND: Tone.WARN}


def pieces_of(kaart: JongereKaart) -> tuple[Bewijsstuk, ...]:
    """Everything that can be shown: the sheet first, then what the grounds ask; each kind once."""
    found: dict[str, Bewijsstuk] = {}
    for piece in (*kaart.bewijsblad, *(one for ground in kaart.gronden for one in ground.bewijs)):
        found.setdefault(piece.code, piece)
    return tuple(found.values())


def still_to_show(kaart: JongereKaart) -> tuple[Bewijsstuk, ...]:
    """What this young person still has to show: the sheet, and the evidence of the ground they named."""
    named = (one for ground in kaart.gronden if ground.gekozen for one in ground.bewijs)
    asked = {piece.code: piece for piece in (*kaart.bewijsblad, *named)}
    return tuple(piece for piece in asked.values() if not piece.gezien)


class YouthStanding(QObject):
    """``top`` says how it stands and what was seen, ``rest`` the grounds and what follows.

    ``asked(str)``: a date or a ground was asked to explain itself.
    """

    asked = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.row: JongereRow | None = None
        self._school: tuple[str, ...] = ()
        self.top, self.rest = Clear(), Clear()
        self._top, self._rest = Column(self.top, gap=6), Column(self.rest, gap=6)

    def show_row(self, row: JongereRow, today: date, school: tuple[str, ...] = ()) -> None:
        """Show it anew, with what is known about school; nothing moves when it is the same."""
        if (row, school) == (self.row, self._school):
            return
        self.row, self._school = row, school
        kaart = row.kaart
        for lines in (self._top, self._rest):
            clear(lines)
        tone = Tone.WARN if kaart.zoektermijn is Driewaardig.ONBEKEND else None
        self._top.put(Label(t.stand(kaart), "strong", tone=tone, wrap=True))
        if why := t.reden(kaart):
            self._top.put(Label(why, wrap=True))
        self._put_dates(self._top, self._first_day(row, today))
        _put(self._top, t.NOG_TITEL, [t.stuk(piece) for piece in still_to_show(kaart)] or [t.NIETS_MEER])
        if seen := t.gezien(row.bewijzen, pieces_of(kaart)):
            _put(self._top, t.GEZIEN_TITEL, [f"✓ {one}" for one in seen])
        if school:
            _put(self._rest, t.SCHOOL, school)
        if then := t.vervolg(kaart):
            _put(self._rest, t.VERVOLG, then)
        _put(self._rest, t.GRONDEN, [t.GROND_KEUZE])
        self._put_dates(self._rest, self._grounds(kaart))

    def _put_dates(self, lines: Column, dates: Sequence[LegalDate]) -> None:
        for one in dates:
            line = DateLine(one)
            line.asked.connect(self.asked)
            lines.put(line)

    def _first_day(self, row: JongereRow, today: date) -> tuple[LegalDate, ...]:
        kaart, term = row.kaart, row.termijn
        first = kaart.eerste_aanvraagdatum
        if first is None:
            return ()
        why = tt.waarom(term, today) if term is not None else ""
        key = TERM + term.code if term is not None else ""
        return (LegalDate(t.EERSTE_DAG, datum(first), why, key, _TONES[kaart.zoektermijn]),)

    def _grounds(self, kaart: JongereKaart) -> tuple[LegalDate, ...]:
        made = []
        for one in kaart.gronden:
            name, word, line = t.grond(one)
            tone = Tone.GOOD if one.gekozen else Tone.NEUTRAL
            made.append(LegalDate(name, word, line, GROUND + one.code, tone))
        return tuple(made)

    def explain(self, help_key: str) -> tuple[str, str] | None:
        """What F1 tells of a ground; the date is explained by the dates that run."""
        kaart = self.row.kaart if self.row is not None else None
        found = next((one for one in kaart.gronden if GROUND + one.code == help_key), None) if kaart else None
        if found is None:
            return None
        needed = "\n".join(f"- {t.stuk(piece)}: {voor_collega(piece.tekst)}" for piece in found.bewijs)
        sure = tt.ZEKERHEID.get(found.zekerheid, found.zekerheid)
        return found.naam, f"{found.tekst}\n\n# {t.ZIEN}\n{needed}\n\n{found.bron} ({sure})."

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        """The rule of a ground, to open it."""
        code = help_key.removeprefix(GROUND)
        kaart = self.row.kaart if self.row is not None and help_key.startswith(GROUND) else None
        found = next((one for one in kaart.gronden if one.code == code), None) if kaart else None
        if found is None or self.row is None:
            return ()
        since = self.row.kaart.meldingsdatum.isoformat()
        return (
            RegelVerwijzing(
                regel=f"uitzondering.{code}", versie=since, bron=found.bron, zekerheid=found.zekerheid
            ),
        )


def _put(lines: Column, title: str, words: Sequence[str]) -> None:
    lines.put(Label(title, "caption"))
    lines.put(*(Label(one, tone=Tone.NEUTRAL, wrap=True) for one in words))

"""What runs now and what was before: the cards at the right of a visit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot

from werkdesk.domain.melding import Afloop, Melding
from werkdesk.domain.termijn import Termijn
from werkdesk.ui.dossier.parts import Part
from werkdesk.ui.dossier.time_line import Kind, Point, TimeLine
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.date_line import DatesCard, LegalDate
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, clear
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import bezoek as t
from werkdesk.ui.teksten import termijnen as tt
from werkdesk.ui.teksten import tijdlijn
from werkdesk.ui.teksten.sluiten import KORT
from werkdesk.ui.teksten.woorden import REDENEN, UITKOMSTEN, brief_naam
from werkdesk.usecases.overzichten import EerderRow, KlantDossier

MOST_LINES = 8
EXPLAINS = "termijn:"


class RunningPart(Part):
    """The dates of the open melding; each can have the focus, and F1, Enter or a click explains it.

    ``asked(str)``: a date was asked to explain itself; its help key. ``paper_asked(str)``: code of a date
    whose explanation is wanted on paper.
    """

    asked = Signal(str)
    paper_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.card = DatesCard(t.LOOPT, t.LOOPT_NIETS)
        self.line = TimeLine()
        self._terms: tuple[Termijn, ...] = ()
        self.card.put(self.line)
        self.card.asked.connect(self.asked)
        self.line.asked.connect(self.asked)
        self.line.paper_asked.connect(self._on_paper)
        Column(self).put(self.card)

    def show_melding(self, melding: Melding | None, today: date) -> None:
        """Show its dates, or that nothing runs."""
        self._terms = melding.termijnen if melding is not None else ()
        self.card.show_dates([legal_date(one, today) for one in self._terms])
        self.line.show_points(points_of(self._terms), today)

    def term(self, help_key: str) -> Termijn | None:
        """The date that F1 is asked about."""
        return next((one for one in self._terms if EXPLAINS + one.code == help_key), None)

    @Slot(str)
    def _on_paper(self, help_key: str) -> None:
        self.paper_asked.emit(help_key.removeprefix(EXPLAINS))

    def begin(self) -> None:
        if self.card.lines:
            self.card.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)


def points_of(terms: Sequence[Termijn]) -> tuple[Point, ...]:
    """The days of these dates: start (once for each day), target date and legal date."""
    found = [
        Point(one.begin, Kind.BEGIN, tijdlijn.BEGIN_NAMEN.get(one.code, tijdlijn.BEGIN), EXPLAINS + one.code)
        for one in terms
        if one.begin is not None
    ]
    starts = {point.day: point for point in reversed(found)}
    ends = [
        Point(day, kind, tt.naam(one), EXPLAINS + one.code)
        for one in terms
        for kind, day in _ends(one)
        if day is not None
    ]
    return (*starts.values(), *ends)


def _ends(term: Termijn) -> tuple[tuple[Kind, date | None], ...]:
    """A date from which something may be done is a start: it has no last day and is never late."""
    if term.code in tt.BEGINT:
        return ((Kind.BEGIN, term.uiterste_datum),)
    if term.streefdatum == term.uiterste_datum:
        return ((Kind.BEIDE, term.uiterste_datum),)
    return (Kind.STREEF, term.streefdatum), (Kind.UITERST, term.uiterste_datum)


def legal_date(term: Termijn, today: date) -> LegalDate:
    """One running date as the card shows it: late is bad, still unknown or close is a warning."""
    day = term.uiterste_datum
    tone = Tone.ACCENT
    if day is not None and day < today and term.code not in tt.BEGINT:
        tone = Tone.BAD
    elif day is None and term.stand not in (None, "vandaag"):
        tone = Tone.WARN if term.code in tt.NOG_VRAGEN else Tone.ACCENT
    return LegalDate(
        tt.naam(term), tt.wanneer(term, today), tt.waarom(term, today), EXPLAINS + term.code, tone
    )


def line_of(terms: Sequence[Termijn], today: date) -> str:
    """What runs in one line: ``Aanvraag mogelijk vandaag · Eerste voorschot uiterlijk na aanvraag``."""
    return " · ".join(f"{tt.naam(one)} {tt.wanneer(one, today)}" for one in terms)


class EarlierCard(Card):
    """What happened with this klant before, newest first."""

    def __init__(self) -> None:
        super().__init__(t.EERDER, gap=4)
        self.nothing = Label(t.EERDER_NIETS, tone=Tone.NEUTRAL, wrap=True)
        self._lines = Column(gap=4)
        self.put(self.nothing, self._lines)
        self._shown: tuple[str, ...] = ()

    def show_dossier(self, dossier: KlantDossier, now: datetime) -> None:
        """Show the newest lines; nothing changes when they are the same."""
        lines = tuple(earlier_line(row) for row in dossier.eerder[:MOST_LINES])
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._lines)
        self._lines.put(*(Label(words, tone=Tone.NEUTRAL, wrap=True) for words in lines))
        self.nothing.setVisible(not lines)


def earlier_line(row: EerderRow) -> str:
    """``14-09-2024 Melding M-3-0147-K``; ``tekst`` is a number or a code (``storage.overzichten``)."""
    return f"{row.moment:%d-%m-%Y} {_what(row)}".rstrip()


def _what(row: EerderRow) -> str:
    if row.code == "brief":
        code, _, kenmerk = row.tekst.partition(" ")
        return f"{brief_naam(code)} {kenmerk}"
    if row.code == "gesloten":
        afloop, _, kenmerk = row.tekst.partition(" ")
        return t.EERDER_GESLOTEN.format(kenmerk=kenmerk, afloop=KORT.get(Afloop(afloop), afloop))
    if row.code == "bezoek":
        words = {one.value: text for one, text in (*REDENEN.items(), *UITKOMSTEN.items())}
        return words.get(row.tekst, row.tekst)
    return f"{t.EERDER_SOORTEN.get(row.code, row.code)} {row.tekst}"

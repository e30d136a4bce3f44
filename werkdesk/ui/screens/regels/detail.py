"""One record in full: what it means, since when, by which article, who signed it, and its other periods."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from werkdesk.ui.dossier.flowing import FlowingScroll
from werkdesk.ui.kit.badge import Badge
from werkdesk.ui.kit.buttons import OutlineButton
from werkdesk.ui.kit.card import Card, Clear, Separator
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, Row, clear
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.regels.rows import Line
from werkdesk.ui.teksten import regels as t
from werkdesk.ui.teksten import regels_beheer as beheer
from werkdesk.usecases.regels.uitleg import RegelUitleg


class RegelDetail(Card):
    """``show_line(line, periods)``; ``law_asked(RegelUitleg)``: the button of the law was pressed.

    ``change_key``: for who may change rules, ``None`` for everybody else; ``change_asked(RegelUitleg)``.
    """

    law_asked = Signal(object)
    change_asked = Signal(object)

    def __init__(self, change_key: str | None = None) -> None:
        super().__init__(t.DETAIL)
        self._may_change = change_key is not None
        self._regel: RegelUitleg | None = None
        self.reading = FlowingScroll(gap=8)
        self.law = OutlineButton(t.WETTEKST)
        self.law.clicked.connect(self._on_law)
        self.law.hide()
        self.change = OutlineButton(beheer.NIEUWE_VERSIE, change_key or "")
        self.change.clicked.connect(self._on_change)
        self.change.hide()
        self.put(self.reading, Column(gap=8).put(Row().put(self.change, 1), Row().put(self.law, 1)))
        self.show_line(None, ())

    @property
    def regel(self) -> RegelUitleg | None:
        """What is shown."""
        return self._regel

    def show_line(self, line: Line | None, periods: Sequence[Line]) -> None:
        """Show a record and all periods of the same rule; ``None`` says to choose one."""
        self._regel = line.regel if line is not None else None
        self.title.setText(line.naam if line is not None else t.DETAIL)
        self.title.setWordWrap(True)
        self.setAccessibleName(self.title.text())
        clear(self.reading.body)
        self.law.setVisible(line is not None and line.regel.vindplaats is not None)
        self.change.setVisible(line is not None and self._may_change)
        if line is None:
            self.reading.put(Label(t.GEEN_KEUZE, tone=Tone.NEUTRAL, wrap=True), 1)
            return
        regel = line.regel
        self.reading.put(
            Label(line.waarde, "question", wrap=True, selectable=True),
            _badge(regel.zekerheid),
            Label(regel.tekst, wrap=True, selectable=True),
            Separator(),
            *(_fact(name, words) for name, words in facts(line)),
        )
        if len(periods) > 1:
            self.reading.put(Separator(), Label(t.VERLOOP, "strong", wrap=True))
            self.reading.put(*(_period(one, shown=one.key == line.key) for one in periods))
        self.reading.put(1)
        self.reading.verticalScrollBar().setValue(0)

    @Slot()
    def _on_change(self) -> None:
        if self._regel is not None:
            self.change_asked.emit(self._regel)

    @Slot()
    def _on_law(self) -> None:
        if self._regel is not None:
            self.law_asked.emit(self._regel)


def facts(line: Line) -> tuple[tuple[str, str], ...]:
    """Name and words of everything the record holds, in the order of reading."""
    regel = line.regel
    peil = t.PEILDATUMS.get(regel.peildatum, regel.peildatum) if regel.peildatum else t.ALTIJD
    pairs = (
        (t.ARTIKEL if t.wet_van(regel.bron) else t.BRON, line.bron),
        (t.WET, t.wet_voluit(regel.bron)),
        (t.GELDT_VANAF, line.vanaf),
        (t.GELDT_TOT, line.tot),
        (t.GEMEENTE, line.gemeente),
        (t.DATUM_DIE_TELT, peil),
        (t.NUMMER, regel.regel),
        (t.VASTGESTELD, regel.vastgesteld_door or t.NIEMAND),
    )
    return tuple((name, words) for name, words in pairs if words)


def _badge(zekerheid: str) -> QWidget:
    tone = Tone.GOOD if zekerheid == "geverifieerd" else Tone.WARN
    holder = Clear()
    Row(holder).put(Badge(t.ZEKERHEID.get(zekerheid, zekerheid), tone), 1)
    return holder


def _fact(name: str, words: str) -> QWidget:
    holder = Clear()
    Column(holder, gap=0).put(
        Label(name, "label", tone=Tone.NEUTRAL), Label(words, wrap=True, selectable=True)
    )
    return holder


def _period(line: Line, *, shown: bool) -> Label:
    words = f"{line.vanaf} – {line.tot}: {line.waarde} ({t.GEMEENTE.lower()} {line.gemeente})"
    return Label(f"{words} · {t.DEZE}" if shown else words, "strong" if shown else "body", wrap=True)

"""Who would be treated differently, to read: counts first, then rule by rule and case by case."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from werkdesk.domain.regels.vergelijken import Verschil
from werkdesk.ui.kit.card import Clear, Separator
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, clear
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.usecases.regels.proef import Proef, RegelVerschil

MOST = 60
"""Cases that are written out; a change that touches more is judged by its counts."""


class Verschillen(Clear):
    """``show_proef``: a trial. ``show_regels`` and ``show_gevallen``: parts of one."""

    def __init__(self) -> None:
        super().__init__()
        self._body = Column(self, gap=8)

    def wipe(self) -> None:
        """Show nothing."""
        clear(self._body)

    def words(self) -> str:
        """Everything that stands here, for a test and for who reads aloud."""
        return "\n".join(label.text() for label in self.findChildren(Label) if not label.isHidden())

    def show_proef(self, proef: Proef) -> None:
        """Counts, then what differs."""
        self.wipe()
        self._body.put(Label(t.proef_telling(proef), "strong", wrap=True))
        if proef.onverwacht:
            self._body.put(Label(t.ONVERWACHT.format(aantal=proef.onverwacht), tone=Tone.WARN, wrap=True))
        self.add_regels(proef.regels)
        self.add_gevallen(proef.anders)

    def add_regels(self, changed: Sequence[RegelVerschil]) -> None:
        """Rule records that differ."""
        if changed:
            self._body.put(Separator(), Label(t.PROEF_REGELS, "label", tone=Tone.NEUTRAL))
            self._body.put(Label(t.regels_telling(changed), wrap=True))
            for one in changed:
                self._body.put(_entry(t.regel_kop(one), t.regel_zinnen(one)))
                if remark := t.regel_opmerking(one, changed):
                    self._body.put(Label(remark, tone=Tone.WARN, wrap=True))

    def add_gevallen(self, changed: Sequence[Verschil]) -> None:
        """Cases with another outcome; the first so many of them."""
        if not changed:
            return
        self._body.put(Separator(), Label(t.PROEF_GEVALLEN, "label", tone=Tone.NEUTRAL))
        self._body.put(*(_entry(t.geval_kop(one), t.geval_zinnen(one)) for one in changed[:MOST]))
        if len(changed) > MOST:
            self._body.put(Label(t.MEER.format(aantal=len(changed) - MOST), tone=Tone.NEUTRAL))


def _entry(head: str, lines: Sequence[str]) -> QWidget:
    holder = Clear()
    Column(holder, gap=0).put(
        Label(head, "strong", wrap=True),
        *(Label(line, wrap=True, selectable=True) for line in lines),
    )
    return holder

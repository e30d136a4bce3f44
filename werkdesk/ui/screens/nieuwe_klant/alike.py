"""Who looks like the person being typed, each with its reason and one key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot

from werkdesk.ui.dossier.found_person import facts, who
from werkdesk.ui.kit.announce import announce
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import klant as t
from werkdesk.ui.teksten import zoeken
from werkdesk.usecases.overzichten import KlantHit


class AlikeList(Card):
    """``taken(KlantHit)``: this one is meant. A digit in the list, or ``take(place)`` from elsewhere."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__(t.LIJKT_OP)
        self.hits: tuple[KlantHit, ...] = ()
        self.nothing = Label(t.LIJKT_NIEMAND, tone=Tone.NEUTRAL, wrap=True)
        self.list = ChoiceList("", ())
        self.list.setAccessibleName(t.LIJKT_OP)
        self.list.chosen.connect(self._chosen)
        self.hint = Label(t.LIJKT_UITLEG, "label", tone=Tone.NEUTRAL, wrap=True)
        self.put(self.nothing, self.list, self.hint)
        self.show_hits(())

    def show_hits(self, hits: Sequence[KlantHit]) -> None:
        """Show these, in the order given; nothing changes when they are the same."""
        new = tuple(hits)[:8]
        if new != self.hits:
            self.hits = new
            self.list.set_options([_option(hit) for hit in new])
            if new:
                announce(self, f"{t.LIJKT_OP} {len(new)}")
        self.nothing.setVisible(not new)
        self.list.setVisible(bool(new))
        self.hint.setVisible(bool(new))

    def take(self, place: int) -> None:
        """Choose the one at this place, from 0; nothing when there is none."""
        if place < len(self.hits):
            self.taken.emit(self.hits[place])

    @Slot(str)
    def _chosen(self, value: str) -> None:
        self.list.set_value("")
        hit = next((one for one in self.hits if str(one.id) == value), None)
        if hit is not None:
            self.taken.emit(hit)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Go to the list."""
        self.list.setFocus(reason)


def _option(hit: KlantHit) -> Option:
    """Who in one line, why in the next: a reason is often longer than a chip."""
    line = " · ".join((who(hit), *facts(hit)))
    return Option(str(hit.id), f"{line}\n{zoeken.LIJKT_OP.get(hit.waarom or '', zoeken.LIJKT)}")

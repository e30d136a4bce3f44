"""To the form in which something was typed and not saved; the draft comes back there by itself."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from werkdesk.ui.frame.frame import Frame
from werkdesk.ui.frame.opening import Opening, TypedFacts
from werkdesk.usecases.onbewaard import Onbewaard


def go_on_with(
    frame: Frame, open_klant: Callable[[UUID], None], show: Callable[[Opening], None], one: Onbewaard
) -> None:
    """A form that is open already is shown again: one draft is never typed in two."""
    for name in frame.open_names():
        place = frame.places.place(name)
        if place is not None and place.holds(one.sleutel):
            frame.go(name)
            return
    if one.klant is not None:
        open_klant(one.klant.id)
    else:
        show(Opening(nieuw=TypedFacts(tekst=one.gezocht, concept=one.sleutel)))

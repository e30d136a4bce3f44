"""What was typed and not saved, in words: who and when, never a BSN."""

from __future__ import annotations

from datetime import datetime

from werkdesk.ui.teksten import klant as t
from werkdesk.ui.teksten.persoon import kaartnaam
from werkdesk.ui.teksten.tijd import wanneer
from werkdesk.usecases.onbewaard import Onbewaard


def onbewaard(one: Onbewaard, now: datetime) -> str:
    """``Nieuwe klant Stroomuitval (06:12)``, ``Melding van Berg, mw. S. (gisteren 16:50)``."""
    when = wanneer(one.moment.astimezone(now.tzinfo), now)
    if one.klant is not None:
        return t.ONBEWAARD_MELDING.format(naam=kaartnaam(one.klant.feiten), wanneer=when)
    words = t.ONBEWAARD_KLANT if one.naam else t.ONBEWAARD_ZONDER_NAAM
    return words.format(naam=one.naam, wanneer=when)

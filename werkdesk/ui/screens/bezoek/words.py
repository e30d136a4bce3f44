"""What rail, top bar and title say of a visit, and the outcome that fits what was done. No widgets."""

from __future__ import annotations

from datetime import date, datetime

from werkdesk.domain.bezoek import Bezoek, BezoekReden, Uitkomst
from werkdesk.ui.dossier.identity import window_title
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import bezoek as t
from werkdesk.ui.teksten import inzage, persoon
from werkdesk.ui.teksten.tijd import wacht
from werkdesk.ui.teksten.woorden import REDENEN
from werkdesk.usecases.overzichten import KlantDossier


def heading_of(
    bezoek: Bezoek | None, dossier: KlantDossier | None, now: datetime, *, is_shut: bool = False
) -> Heading:
    """A visit has its number and its clock; a dossier without one has the name. ``is_shut``: nobody said yet
    why it is opened, so it has no name either.
    """
    unnamed = inzage.DOSSIER if is_shut else t.NIEUWE_KLANT
    name = persoon.kaartnaam(dossier.klant.feiten) if dossier else unnamed
    running = dossier.open_melding if dossier else None
    window = window_title(dossier.klant, str(running.kenmerk) if running else "") if dossier else name
    if bezoek is None:
        return Heading(rail=name, window=window, remark=t.ZONDER_NUMMER)
    called = bezoek.geroepen or bezoek.binnen
    rail = t.BEZOEK.format(nummer=bezoek.nummer)
    return Heading(
        rail=rail,
        count=wacht(called, now),
        window=window if dossier else rail,
        chips=((REDENEN[bezoek.reden], Tone.ACCENT),),
        remark=t.WACHTTE.format(tijd=wacht(bezoek.binnen, called)),
        action="bezoek.afronden",
    )


def suggested(bezoek: Bezoek, dossier: KlantDossier | None, today: date) -> Uitkomst:
    """A melding of this visit, an agreement of today, else what the visitor came for, else information."""
    expected = Uitkomst.STUKKEN_ONTVANGEN if bezoek.reden is BezoekReden.STUKKEN else Uitkomst.INFORMATIE
    if dossier is None:
        return expected
    if any(one.bezoek == bezoek.id for one in dossier.meldingen):
        return Uitkomst.MELDING
    made = any(one.opgesteld_op.date() == today for one in dossier.overeenkomsten)
    return Uitkomst.OVEREENKOMST if made else expected

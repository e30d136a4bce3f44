"""Which letters carry a bezwaarclausule, and until when (Awb 3:45, 6:7, 6:8; rule cases 4.12)."""

from __future__ import annotations

from datetime import date, timedelta

from werkdesk.domain.regels.invoer import Invoer, datum, keuze
from werkdesk.domain.regels.termijn import Berekend, TermijnRekenaar
from werkdesk.domain.regels.uitleg import Antwoord, Uitleg


def is_besluit(rekenaar: TermijnRekenaar, brief: str, uitleg: Uitleg) -> bool:
    """Whether letter ``brief`` (L01 … L16) is a besluit: only then it tells how to object."""
    regel = rekenaar.vast("brief.besluit", uitleg)
    uitleg.zeg(regel.tekst)
    return brief in regel.waarde


def bezwaartermijn(rekenaar: TermijnRekenaar, bekendgemaakt: date, uitleg: Uitleg, *, veld: str) -> Berekend:
    """The term that begins the day after the besluit was sent or handed over."""
    regel = rekenaar.regel("D10", bekendgemaakt, uitleg, veld=veld)
    return rekenaar.van_regel(regel, bekendgemaakt, uitleg)


def beoordeel(invoer: Invoer, rekenaar: TermijnRekenaar) -> Antwoord:
    """Answer a rule case of the kind ``bezwaar``; the day of printing means nothing."""
    uitleg = Uitleg()
    brief = invoer.lees("brief", keuze(rekenaar.vast("brief.alle", uitleg).waarde))
    known = {veld: invoer.lees_of(veld, datum, None) for veld in ("verzonden_op", "uitgereikt_op")}
    aangewezen = invoer.waarden_of_geen("aangewezen_dagen", datum)
    clause = is_besluit(rekenaar, brief, uitleg)
    # Made known by the first of the two (Awb 3:41).
    first = min(((day, veld) for veld, day in known.items() if day is not None), default=None)
    if not clause or first is None:
        if clause:
            uitleg.zeg("Het besluit is nog niet verstuurd of gegeven. Daarom loopt er nog geen termijn.")
        return Antwoord(
            {"bezwaarclausule": clause, "eerste_dag": None, "onverschoven": None, "laatste_dag": None}, uitleg
        )
    met = TermijnRekenaar(rekenaar.regels, rekenaar.kalender.met(aangewezen), rekenaar.gemeente)
    if aangewezen:
        met.vast("atw.aangewezen_dagen", uitleg)
    term = bezwaartermijn(met, first[0], uitleg, veld=first[1])
    return Antwoord(
        {
            "bezwaarclausule": True,
            "eerste_dag": (first[0] + timedelta(days=1)).isoformat(),
            "onverschoven": term.onverschoven.isoformat(),
            "laatste_dag": term.uiterste_datum.isoformat(),
        },
        uitleg,
    )

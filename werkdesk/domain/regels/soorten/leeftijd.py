"""Age on a day, also with an incomplete birth date (rule cases 4.5)."""

from __future__ import annotations

from werkdesk.domain.datums import birthday, brp_interval, brp_jonger_dan, brp_leeftijd, brp_weergave
from werkdesk.domain.regels.invoer import Invoer, brp_datum, datum
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Antwoord, Uitleg
from werkdesk.errors import Refused

_GRENS = 27  # the name of the outcome says so; the age of the zoektermijn itself is a rule record


def beoordeel(invoer: Invoer, rekenaar: TermijnRekenaar) -> Antwoord:
    """Answer a rule case of the kind ``leeftijd``."""
    born = invoer.lees("geboortedatum", brp_datum)
    day = invoer.lees("peildatum", datum)
    interval = brp_interval(born)
    complete = interval is not None and interval[0] == interval[1]
    if interval is not None and complete and interval[0] > day:
        raise Refused("volgorde.ongeldig", field="geboortedatum")
    uitleg = Uitleg()
    uitleg.zeg(rekenaar.vast("leeftijd.brp", uitleg).tekst)
    turns = birthday(interval[0], _GRENS) if interval is not None and complete else None
    return Antwoord(
        {
            "leeftijd": brp_leeftijd(born, day),
            "onder_27": brp_jonger_dan(born, _GRENS, day).value,
            "verjaardag_27": turns.isoformat() if turns else None,
            "weergave": brp_weergave(born),
        },
        uitleg,
    )

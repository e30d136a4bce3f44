"""Every computable term of the deadline catalogue (domain facts 2.3; rule cases 4.2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from werkdesk.domain.datums import lange_datum
from werkdesk.domain.regels.aanvraag_termijnen import Opschorting, opgeschorte_dagen
from werkdesk.domain.regels.invoer import Invoer, datum, keuze, moment, telling
from werkdesk.domain.regels.termijn import Berekend, TermijnRekenaar, in_woorden, shift
from werkdesk.domain.regels.uitleg import Antwoord, Uitleg
from werkdesk.errors import Refused

_START = {
    "D03": "meldingsdatum",
    "D04": "aanvraagdatum",
    "D07": "ontvangstdatum",
    "D09": "vanaf",
    "D10": "bekendgemaakt_op",
    "D12": "aanvraagdatum",
    "D13": "loonwaarde_vastgesteld_op",
    "D14": "verzuim_op",
    "D17": "einde_uitkering",
    "D18": "besluit_op",
}
"""Terms that are nothing but a length after a start fact."""

_HERHAALD = {"D05": ("aanvraagdatum", 2), "D16": ("begin", 1)}
"""Terms repeated from the first start, never chained: start fact and lowest ``volgnummer``."""

_TERUG = {"PW41-6": "ww_einde", "PW44-5": "meldingsdatum"}
"""Terms counted backwards."""

_EENHEDEN = ("dagen", "weken", "maanden", "jaren")


def beoordeel(invoer: Invoer, rekenaar: TermijnRekenaar) -> Antwoord:
    """Answer a rule case of the kind ``termijn``."""
    code = invoer.lees("code", _code)
    aangewezen = invoer.waarden_of_geen("aangewezen_dagen", datum)
    met = TermijnRekenaar(rekenaar.regels, rekenaar.kalender.met(aangewezen), rekenaar.gemeente)
    uitleg = Uitleg()
    if aangewezen:
        met.vast("atw.aangewezen_dagen", uitleg)
    return Antwoord(_WEGEN[code](code, invoer, met, uitleg), uitleg)


def _gewoon(code: str, invoer: Invoer, rekenaar: TermijnRekenaar, uitleg: Uitleg) -> dict[str, Any]:
    veld = _START[code]
    begin = invoer.lees(veld, datum)
    regel = rekenaar.regel(code, begin, uitleg, veld=veld)
    return rekenaar.van_regel(regel, begin, uitleg).as_json()


def _d01(code: str, invoer: Invoer, rekenaar: TermijnRekenaar, uitleg: Uitleg) -> dict[str, Any]:
    """A first day, not a last one: neither shifted nor aimed for."""
    melding = invoer.lees("meldingsdatum", datum)
    regel = rekenaar.regel(code, melding, uitleg, veld="meldingsdatum")
    counted = rekenaar.eerste_dag(regel, melding, uitleg)
    return Berekend(counted, counted, None).as_json()


def _d02(code: str, invoer: Invoer, rekenaar: TermijnRekenaar, uitleg: Uitleg) -> dict[str, Any]:
    """Without delay: no last day, only our own norm, which counts on a Sunday too."""
    melding = invoer.lees("meldingsdatum", datum)
    regel = rekenaar.regel(code, melding, uitleg, veld="meldingsdatum")
    uitleg.zeg(regel.tekst)
    target = shift(melding, regel.waarde, regel.eenheid)
    return {"onverschoven": None, "uiterste_datum": None, "streefdatum": target.isoformat()}


def _herhaald(code: str, invoer: Invoer, rekenaar: TermijnRekenaar, uitleg: Uitleg) -> dict[str, Any]:
    veld, lowest = _HERHAALD[code]
    begin = invoer.lees(veld, datum)
    times = invoer.lees("volgnummer", telling(lowest))
    regel = rekenaar.regel(code, begin, uitleg, veld=veld)
    return rekenaar.van_regel(regel, begin, uitleg, times=times).as_json()


def _d06(code: str, invoer: Invoer, rekenaar: TermijnRekenaar, uitleg: Uitleg) -> dict[str, Any]:
    begin = invoer.lees("ontvangstdatum", datum)
    suspended = _opgeschort(invoer, begin, rekenaar, uitleg)
    regel = rekenaar.regel(code, begin, uitleg, veld="ontvangstdatum")
    counted = rekenaar.van_regel(regel, begin, uitleg, extra_days=suspended)
    return {**counted.as_json(), "opgeschorte_dagen": suspended}


def _opgeschort(invoer: Invoer, ontvangen: date, rekenaar: TermijnRekenaar, uitleg: Uitleg) -> int:
    parts = tuple(
        Opschorting(verzonden_op=part.lees("verzonden_op", datum), einde=part.lees("einde", datum))
        for part in invoer.delen_of_geen("opschortingen")
    )
    counted = opgeschorte_dagen(rekenaar, ontvangen, parts, uitleg)
    for one, days in zip(parts, counted, strict=True):
        since, until = lange_datum(one.verzonden_op), lange_datum(one.einde)
        uitleg.zeg(f"Opgeschort na {since} tot {until}: {in_woorden(days, 'dagen')}.")
    return sum(counted)


def _d08(code: str, invoer: Invoer, rekenaar: TermijnRekenaar, uitleg: Uitleg) -> dict[str, Any]:
    """Set by the college, so the Atw does not shift it: we choose an ordinary day ourselves."""
    sent = invoer.lees("verzonden_op", datum)
    number = invoer.lees_of("dagen", telling(1), None)
    regel = rekenaar.regel(code, sent, uitleg, veld="verzonden_op")
    unit = "dagen" if number is not None else regel.eenheid
    plain = rekenaar.vooruit(sent, number or regel.waarde, unit, atw=False, uitleg=uitleg)
    chosen = rekenaar.gekozen_dag(plain.onverschoven, uitleg)
    uitleg.zeg(regel.tekst)
    return Berekend(plain.onverschoven, chosen, plain.streefdatum).as_json()


def _d11(code: str, invoer: Invoer, rekenaar: TermijnRekenaar, uitleg: Uitleg) -> dict[str, Any]:
    """The penalty by number of days; its first day is not computed here."""
    left = invoer.lees("dagen_te_laat", telling(0))
    regel = rekenaar.vast(code, uitleg)
    uitleg.zeg(regel.tekst)
    days = cents = 0
    for step_days, step_cents in regel.waarde:
        counted = min(left, step_days)
        days, cents, left = days + counted, cents + counted * step_cents, left - counted
    return {"dagen": days, "bedrag": f"{cents // 100}.{cents % 100:02}"}


def _d15(code: str, invoer: Invoer, rekenaar: TermijnRekenaar, uitleg: Uitleg) -> dict[str, Any]:
    begin = invoer.lees("begin", datum)
    step = invoer.lees("stap", keuze(("effect", "stop")))
    regel = rekenaar.regel(f"{code}.{step}", begin, uitleg, veld="begin")
    return rekenaar.van_regel(regel, begin, uitleg).as_json()


def _d19(code: str, invoer: Invoer, rekenaar: TermijnRekenaar, uitleg: Uitleg) -> dict[str, Any]:
    """Real hours, also over the change of the clock; shown in Dutch time."""
    found = invoer.lees("ontdekt_op", moment)
    regel = rekenaar.vast(code, uitleg)
    uitleg.zeg(regel.tekst)
    zone = ZoneInfo(rekenaar.vast("melding.dag", uitleg).waarde)
    try:
        last = (found.astimezone(ZoneInfo("UTC")) + timedelta(hours=regel.waarde)).astimezone(zone)
    except OverflowError:
        raise Refused("veld.ongeldig", field="ontdekt_op") from None
    return {"uiterste_moment": last.isoformat()}


def _terug(code: str, invoer: Invoer, rekenaar: TermijnRekenaar, uitleg: Uitleg) -> dict[str, Any]:
    veld = _TERUG[code]
    begin = invoer.lees(veld, datum)
    regel = rekenaar.regel(code, begin, uitleg, veld=veld)
    return rekenaar.achteruit(begin, regel.waarde, regel.eenheid, uitleg).as_json()


def _alg(code: str, invoer: Invoer, rekenaar: TermijnRekenaar, uitleg: Uitleg) -> dict[str, Any]:
    """Any other term, set in a law or by the college."""
    begin = invoer.lees("vanaf", datum)
    number = invoer.lees("aantal", telling(1))
    unit = invoer.lees("eenheid", keuze(_EENHEDEN))
    direction = invoer.lees_of("richting", keuze(("vooruit", "achteruit")), "vooruit")
    ground = invoer.lees_of("grondslag", keuze(("wet", "college")), "wet")
    if direction == "achteruit":
        return rekenaar.achteruit(begin, number, unit, uitleg).as_json()
    return rekenaar.vooruit(begin, number, unit, atw=ground == "wet", uitleg=uitleg).as_json()


Weg = Callable[[str, Invoer, TermijnRekenaar, Uitleg], dict[str, Any]]

_WEGEN: dict[str, Weg] = {
    **dict.fromkeys(_START, _gewoon),
    **dict.fromkeys(_HERHAALD, _herhaald),
    **dict.fromkeys(_TERUG, _terug),
    "D01": _d01,
    "D02": _d02,
    "D06": _d06,
    "D08": _d08,
    "D11": _d11,
    "D15": _d15,
    "D19": _d19,
    "ALG": _alg,
}
_code = keuze(_WEGEN)

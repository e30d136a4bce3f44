"""What the sync pill says. The state comes from the outbox itself (``Verbinding``), never from a call."""

from __future__ import annotations

from datetime import datetime

from werkdesk.ui.teksten.tijd import wanneer
from werkdesk.ui.teksten.vragen import na_uitval
from werkdesk.usecases.overzichten import Verbinding
from werkdesk.usecases.vraagrijen import Uitval

STALE_SECONDS = 90
"""A round lasts at most thirty seconds; three missed ones are an outage nobody reported."""

FRESH_SECONDS = 60
BACK_SECONDS = 60
"""How long the pill tells what came of an outage; F5 tells it all day."""

CALL_HELP = frozenset(
    {
        "register.certificaat", "register.certificaat_naam", "register.certificaat_protocol",
        "register.certificaat_verlopen", "register.niet_aangemeld", "register.ingetrokken",
        "register.gekloond", "register.teruggezet", "register.geschiedenis", "register.reeks",
        "register.te_lang_weg", "register.geweigerd", "register.bijwerken", "register.onleesbaar",
        "register.te_groot",
    }
)  # fmt: skip
"""What waiting does not mend: somebody has to call."""

CLOCK_SECONDS = 300
KLOK = "de klok van deze computer loopt verkeerd"
BEL = "bel beheer (F5 zegt waarom)"
BEL_KORT = "bel beheer"
NIET_AANGENOMEN = "het register neemt uw werk nu niet aan"
NOG_NOOIT = "Deze balie haalt de gegevens voor het eerst op"
ZOJUIST = "Bijgewerkt, zojuist"
TERUG = "Verbinding terug: {wat}"


def pill_words(now: Verbinding, clock: datetime, *, short: bool = False) -> str:
    """The whole sentence, as in "Geen verbinding sinds 10:11 · u werkt door op deze balie · 3 wachten".

    ``short``: only what and how many, for a narrow window.
    """
    parts = [_question(now.aandacht)] if now.aandacht else []
    away = away_since(now, clock)
    if away is not None:
        parts.append("geen verbinding" if short else f"geen verbinding sinds {wanneer(away, clock)}")
        if not (now.aandacht or short or needs_help(now)):
            parts.append("u werkt door op deze balie")
    elif now.fout in CALL_HELP:
        parts.append(NIET_AANGENOMEN)
    if clock_is_wrong(now):
        parts.append(KLOK)
    if needs_help(now):
        parts.append(BEL_KORT if short else BEL)
    if now.wachten:
        parts.append(waiting(now.wachten))
    if now.bijlagen and not now.wachten:
        parts.append(_papers(now.bijlagen))
    if not parts:
        return _resting(now, clock)
    if parts == [waiting(now.wachten)] or parts == [_papers(now.bijlagen)]:
        parts.insert(0, "bezig")
    return _capital(" · ".join(parts))


def away_since(now: Verbinding, clock: datetime) -> datetime | None:
    """Since when there is no line: as noted, or since the last full round when that is too long ago."""
    if now.weg_sinds is not None:
        return now.weg_sinds
    if now.laatste is not None and (clock - now.laatste).total_seconds() > STALE_SECONDS:
        return now.laatste
    return None


def needs_help(now: Verbinding) -> bool:
    """Whether the register refuses in a way that waiting does not mend, or the clock of this PC is wrong."""
    return now.fout in CALL_HELP or clock_is_wrong(now)


def clock_is_wrong(now: Verbinding) -> bool:
    """Whether dates and times of this PC cannot be trusted: a melding keeps the moment it shows."""
    return abs(now.klok_ms) > CLOCK_SECONDS * 1000


def waiting(count: int) -> str:
    """``1 wacht``, ``3 wachten``."""
    return "1 wacht" if count == 1 else f"{count} wachten"


def _question(count: int) -> str:
    return "1 vraag voor u" if count == 1 else f"{count} vragen voor u"


def _papers(count: int) -> str:
    return "1 papier onderweg" if count == 1 else f"{count} papieren onderweg"


def _resting(now: Verbinding, clock: datetime) -> str:
    if now.laatste is None:
        return NOG_NOOIT
    back = now.uitval[0] if now.uitval else None
    if back and _matters(back) and 0 <= (clock - back.tot).total_seconds() < BACK_SECONDS:
        return TERUG.format(wat=na_uitval(back))
    if (clock - now.laatste).total_seconds() < FRESH_SECONDS:
        return ZOJUIST
    return f"Bijgewerkt om {wanneer(now.laatste, clock)}"


def _matters(weg: Uitval) -> bool:
    """Whether anything waited for it; a screen that was only locked has nothing to tell."""
    return bool(weg.verzonden or weg.wachten or weg.vragen)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

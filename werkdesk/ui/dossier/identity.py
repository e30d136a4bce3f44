"""A klant as the identity card shows it, on every window and preview."""

from __future__ import annotations

from datetime import date

from werkdesk.domain.intake import spoed_van
from werkdesk.domain.klant import Klant
from werkdesk.ui.kit.identity_card import Identity
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import bezoek as t
from werkdesk.ui.teksten import persoon
from werkdesk.ui.teksten.intake import spoed
from werkdesk.ui.teksten.vragen import VRAAG, VRAAG_OVER, VRAGEN_OVER
from werkdesk.ui.teksten.waarden import veldnaam
from werkdesk.usecases.overzichten import KlantDossier


def identity_of(
    dossier: KlantDossier, today: date, *, narrow: bool = False, change_key: str = ""
) -> Identity:
    """Name, what tells two people apart, masked BSN, the state of the check, language, open melding.

    ``narrow``: only what tells two people apart, so that the card stays whole at 200 %; address and kenmerk
    stand in the melding under it; what cannot wait stays. A secret address is never in the line: it is held
    down to be read.
    """
    klant = dossier.klant
    running = dossier.open_melding
    facts = _facts(klant, str(running.kenmerk) if running else t.GEEN)
    need = spoed_van(dossier.intake_of(running.id)) if running else None
    asked = _asked(dossier, narrow=narrow)
    line = persoon.korte_regel(klant, today) if narrow else persoon.regel(klant, today)
    return Identity(
        name=persoon.kaartnaam(klant.feiten),
        line=line,
        bsn_caption=t.BSN,
        bsn=klant.feiten.bsn.masked if klant.feiten.bsn else "",
        badge_caption=t.IDENTITEIT,
        address_caption=t.ADRES,
        stacked=narrow,
        change=t.WIJZIG,
        change_key="" if narrow else change_key,
        address=_secret(klant, narrow=narrow),
        badge=persoon.gezien(klant),
        tone=_tone(klant, today),
        facts=asked if narrow else (*asked, *facts),
        urgent_caption=t.SPOED,
        urgent=t.SPOED_NU.format(nood=spoed(need)) if need else "",
    )


def _secret(klant: Klant, *, narrow: bool) -> str:
    if not persoon.is_geheim(klant.feiten):
        return ""
    return persoon.GEHEIM_SMAL if narrow else persoon.GEHEIM_KAART


def _asked(dossier: KlantDossier, *, narrow: bool) -> tuple[tuple[str, str], ...]:
    """What two desks disagree on; F5 asks it. Without room for the caption it stands in the words."""
    names = tuple(dict.fromkeys(veldnaam(record, veld) for record, veld in dossier.vragen))
    if not names:
        return ()
    words = VRAAG_OVER.format(veld=names[0]) if len(names) == 1 else VRAGEN_OVER.format(aantal=len(names))
    return ((VRAAG, f"{VRAAG}: {words}" if narrow and len(names) == 1 else words),)


def _tone(klant: Klant, today: date) -> Tone:
    if not klant.controles:
        return Tone.WARN
    return Tone.GOOD if klant.controles[-1].geldig_tot >= today else Tone.WARN


def _facts(klant: Klant, running: str) -> list[tuple[str, str]]:
    facts = [] if klant.feiten.bsn else [(t.BSN, t.GEEN_BSN)]
    language = persoon.taal(klant.feiten)
    if language:
        facts.append((t.TAAL, language))
    facts.append((t.LOPENDE_MELDING, running))
    return facts


def window_title(klant: Klant, kenmerk: str = "") -> str:
    """``Naam – geb. – dossier``, as the title bar shows whose file is open."""
    born = klant.feiten.geboortedatum
    parts = (persoon.kaartnaam(klant.feiten), born.shown if born else persoon.GEBOREN_ONBEKEND, kenmerk)
    return " – ".join(part for part in parts if part)

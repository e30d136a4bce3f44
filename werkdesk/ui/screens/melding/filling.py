"""From what is known to the texts of the form, and how newer facts join what is being typed. No Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.geheimhouding import AdresPlek
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Kanaal, Melding, MeldingFeiten
from werkdesk.domain.volledigheid import gaps
from werkdesk.domain.woonplaatsen import likely_gemeente
from werkdesk.ui.dossier.dates import shown_moment
from werkdesk.ui.dossier.joining import Joined
from werkdesk.ui.dossier.joining import join as join_texts
from werkdesk.ui.screens.melding.form import EMPTY, FIELDS, JA, NEE, Texts, feiten, klant_feiten, problems
from werkdesk.ui.teksten import melding as t
from werkdesk.ui.teksten import persoon
from werkdesk.ui.teksten.tijd import datum


def texts_for_new(klant: Klant, now: datetime) -> dict[str, str]:
    """A new melding at the counter, with what is known of the person."""
    return {
        **EMPTY,
        "kanaal": Kanaal.BALIE,
        "gemeld_op": shown_moment(now),
        "telefoon": klant.feiten.telefoon.shown if klant.feiten.telefoon else "",
        "email": klant.feiten.email or "",
        "gemeente": likely_gemeente(klant.feiten) or "",
    }


def address_to_confirm(klant: Klant) -> str:
    """The address to ask about; a secret one is not in the form but is read on the card."""
    if persoon.is_geheim(klant.feiten):
        return t.ADRES_GEHEIM
    return persoon.adres_in_woorden(klant.feiten, AdresPlek.SCHERM)


def lacks_address(klant: Klant) -> bool:
    """Whether there is nothing to confirm yet: no address, and nobody said there is none."""
    return persoon.adres_in_woorden(klant.feiten, AdresPlek.GEVRAAGD) == persoon.ADRES_ONBEKEND


def texts_of(melding: Melding, klant: Klant) -> dict[str, str]:
    """A melding as it stands in the dossier."""
    facts, person = melding.feiten, klant.feiten
    partner = facts.partner
    name = partner.naam if partner else None
    return {
        "kanaal": facts.kanaal or "",
        "gemeld_op": shown_moment(melding.moment),
        "adres": JA if facts.adres_bevestigd else "",
        "telefoon": person.telefoon.shown if person.telefoon else "",
        "email": person.email or "",
        "reden": facts.reden or "",
        "laatste_werkdag": _shown(facts.laatste_werkdag),
        "partner": "" if facts.heeft_partner is None else JA if facts.heeft_partner else NEE,
        "kinderen": "" if facts.kinderen is None else str(facts.kinderen),
        "partner_naam": name.geslachtsnaam if name else "",
        "partner_voornamen": (name.voornamen or "") if name else "",
        "partner_geboren": partner.geboortedatum.shown if partner and partner.geboortedatum else "",
        "partner_bsn": (partner.bsn or "") if partner else "",
        "uitzondering": facts.uitzondering or "",
        "ww_eindigt": _shown(facts.ww_eindigt),
        "uitleg": ",".join(facts.uitleg),
        "bevestiging": facts.bevestiging or "",
        "gemeente": facts.gemeente or "",
        "aanvraag": facts.aanvraag_hoe or "",
        "afgewezen_op": _shown(facts.eerder_afgewezen_op),
        "eerdere_melding": _shown(facts.eerdere_melding_op),
        "beeindigd_op": _shown(facts.uitkering_beeindigd_op),
        "toelichting": facts.toelichting or "",
    }


def _shown(day: date | None) -> str:
    return "" if day is None else datum(day)


_ANSWER = MappingProxyType({Driewaardig.JA: True, Driewaardig.NEE: False, Driewaardig.ONBEKEND: None})


def join(was: Texts, typed: Texts, newer: Texts) -> Joined:
    """Newer facts of the dossier beside what is typed in this form."""
    return join_texts(FIELDS, was, typed, newer)


def is_young(klant: Klant, day: date) -> bool | None:
    """Under 27 on that day (Pw 41 lid 4); ``None`` while nobody can know."""
    born = klant.feiten.geboortedatum
    if born is None:
        return None
    return _ANSWER[born.jonger_dan(27, day)]


def live_gaps(texts: Texts, klant: Klant, now: datetime) -> tuple[str, ...]:
    """What would still be missing if it were saved now; a field that cannot be read counts as missing."""
    bad = problems(texts, now)
    readable = {field: "" if field in bad else texts.get(field, "") for field in FIELDS}
    if bad:
        readable |= {field: "" for field in FIELDS if field.startswith("partner_")}
    person, _ = klant_feiten(readable, klant, now)
    return gaps(replace(klant, feiten=person), feiten(readable, MeldingFeiten(), now))

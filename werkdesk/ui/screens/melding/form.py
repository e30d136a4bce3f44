"""The melding as it stands on the screen: text in every field, whatever was typed. No Qt.

Every field is read by a function of its own; what it refuses is a ``Refused`` with the field's name, and the
text stays. The same dictionary of texts is the draft.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import (
    Bevestiging,
    Kanaal,
    Melding,
    MeldingFeiten,
    MeldingReden,
    Partner,
    Uitleg,
    Uitzondering,
)
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.plausibel import check_birth, check_day
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.email import Email
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam
from werkdesk.domain.waarden.tekst import has_hidden_characters
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused, WerkdeskError
from werkdesk.ui.dossier.dates import read_day, read_moment
from werkdesk.usecases.meldingen import NewMelding

JA, NEE = "ja", "nee"
LONGEST_NOTE = 300
MOST_CHILDREN = 20
LATER_KANALEN = frozenset({Kanaal.EMAIL, Kanaal.POST, Kanaal.WERK_NL})
"""Only what came in on paper or by wire may carry an earlier moment."""

Texts = Mapping[str, str]
Reader = Callable[[str, datetime], Any]


def _kinderen(text: str, _: datetime) -> int:
    if not re.fullmatch("[0-9]{1,2}", text) or int(text) > MOST_CHILDREN:
        raise Refused("kinderen.aantal", field="kinderen")
    return int(text)


def _note(text: str, _: datetime) -> str:
    if len(text) > LONGEST_NOTE:
        raise Refused("tekst.te_lang", field="toelichting", hoogstens=LONGEST_NOTE)
    if any(has_hidden_characters(line) for line in text.splitlines()):
        raise Refused("tekst.tekens", field="toelichting")
    return text


def _day(field: str, fact: str) -> Reader:
    return lambda text, now: check_day(fact, read_day(text, now.date(), field), now.date(), field=field)


def _born(field: str) -> Reader:
    return lambda text, now: check_birth(
        GeboorteDatum.parse(text, now.date(), field=field), now.date(), field=field
    )


def _one_of(kind: Callable[[str], Any], field: str) -> Reader:
    def read(text: str, _: datetime) -> Any:
        try:
            return kind(text)
        except ValueError:
            raise Refused("antwoord.onbekend", field=field) from None

    return read


def _gemeente(text: str, _: datetime) -> str:
    if not re.fullmatch("[0-9]{4}", text):
        raise Refused("antwoord.onbekend", field="gemeente")
    return text


def _uitleg(text: str, _: datetime) -> tuple[Uitleg, ...]:
    told = {part for part in text.split(",") if part}
    if not told <= {str(one) for one in Uitleg}:
        raise Refused("antwoord.onbekend", field="uitleg")
    return tuple(one for one in Uitleg if one in told)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "kanaal": _one_of(Kanaal, "kanaal"),
        "gemeld_op": lambda text, now: read_moment(text, now, "gemeld_op"),
        "adres": lambda text, _: text == JA,
        "telefoon": lambda text, _: Telefoon(text, field="telefoon"),
        "reden": _one_of(MeldingReden, "reden"),
        "laatste_werkdag": _day("laatste_werkdag", "laatste_werkdag"),
        "email": lambda text, _: Email(text, field="email"),
        "partner": lambda text, _: text == JA,
        "kinderen": _kinderen,
        "partner_naam": lambda text, _: Naam.entered(text, field="partner_naam"),
        "partner_voornamen": lambda text, _: Naam.entered(text, field="partner_voornamen"),
        "partner_geboren": _born("partner_geboren"),
        "partner_bsn": lambda text, _: Bsn(text, field="partner_bsn"),
        "uitzondering": _one_of(Uitzondering, "uitzondering"),
        "ww_eindigt": _day("ww_eindigt", "ww_eindigt"),
        "uitleg": _uitleg,
        "bevestiging": _one_of(Bevestiging, "bevestiging"),
        "gemeente": _gemeente,
        "aanvraag": lambda text, _: text,
        "afgewezen_op": _day("afgewezen_op", "eerder_afgewezen_op"),
        "eerdere_melding": _day("eerdere_melding", "eerdere_melding_op"),
        "beeindigd_op": _day("beeindigd_op", "uitkering_beeindigd_op"),
        "toelichting": _note,
    }
)
"""Field -> how its text is read, given the moment now. Empty text is never read: it is "not known"."""

FIELDS = tuple(READERS)
EMPTY: Texts = MappingProxyType(dict.fromkeys(FIELDS, ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingChange:
    """Fields of a melding, and of its person, to set to the values in ``feiten`` and ``klant_feiten``."""

    melding: UUID
    feiten: MeldingFeiten
    velden: tuple[str, ...]
    klant_feiten: KlantFeiten | None
    klant_velden: tuple[str, ...]
    concept: str


def read(field: str, text: str, now: datetime) -> Any:
    """The value of one field, ``None`` when nothing stands there. Raises ``Refused`` with the field."""
    if len(text) > 100_000:
        raise Refused("tekst.te_lang", field=field, hoogstens=100_000)
    bare = text.strip()
    return READERS[field](bare, now) if bare else None


def problems(texts: Texts, now: datetime) -> dict[str, WerkdeskError]:
    """Every field that cannot be kept as it stands, in the order of the form."""
    found: dict[str, WerkdeskError] = {}
    for field in FIELDS:
        try:
            read(field, texts.get(field, ""), now)
        except WerkdeskError as error:
            found[field] = error
    if texts.get("partner") == JA and "partner_naam" not in found and _needs_name(texts):
        found["partner_naam"] = Refused("naam.ontbreekt", field="partner_naam")
    return found


def _needs_name(texts: Texts) -> bool:
    """Given names alone make no name; a birth date or BSN alone may stand."""
    return bool(texts.get("partner_voornamen", "").strip()) and not texts.get("partner_naam", "").strip()


def feiten(texts: Texts, was: MeldingFeiten, now: datetime) -> MeldingFeiten:
    """The facts of the melding. Raises the first problem."""
    for error in problems(texts, now).values():
        raise error
    value = {field: read(field, texts.get(field, ""), now) for field in FIELDS}
    how = value["aanvraag"]
    return MeldingFeiten(
        kanaal=value["kanaal"],
        gemeente=value["gemeente"],
        reden=value["reden"],
        laatste_werkdag=value["laatste_werkdag"],
        adres_bevestigd=True if value["adres"] else None,
        heeft_partner=value["partner"],
        partner=_partner(value, was.partner) if value["partner"] else None,
        kinderen=value["kinderen"],
        uitzondering=value["uitzondering"],
        ww_eindigt=value["ww_eindigt"],
        eerder_afgewezen_op=value["afgewezen_op"],
        eerdere_melding_op=value["eerdere_melding"],
        uitkering_beeindigd_op=value["beeindigd_op"],
        aanvraag_mogelijk_op=was.aanvraag_mogelijk_op if how == was.aanvraag_hoe else now if how else None,
        aanvraag_hoe=how,
        uitleg=value["uitleg"] or (),
        bevestiging=value["bevestiging"],
        toelichting=value["toelichting"],
    )


def _partner(value: Mapping[str, Any], was: Partner | None) -> Partner | None:
    name, given = value["partner_naam"], value["partner_voornamen"]
    known = was.naam if was else None
    naam = None
    if name and known:
        naam = replace(known, geslachtsnaam=name, voornamen=given)
    elif name:
        naam = PersoonsNaam(geslachtsnaam=name, voornamen=given)
    partner = Partner(naam=naam, geboortedatum=value["partner_geboren"], bsn=value["partner_bsn"])
    return partner if partner != Partner() else None


def klant_feiten(texts: Texts, klant: Klant, now: datetime) -> tuple[KlantFeiten, tuple[str, ...]]:
    """The facts of the person with what this form says of them, and which of them differ."""
    known = klant.feiten
    after = replace(
        known,
        telefoon=read("telefoon", texts.get("telefoon", ""), now),
        email=read("email", texts.get("email", ""), now),
    )
    return after, tuple(f for f in ("telefoon", "email") if getattr(known, f) != getattr(after, f))


def may_be_earlier(texts: Texts) -> bool:
    """Whether it came in by a channel that may be of an earlier moment than this conversation."""
    return texts.get("kanaal") in LATER_KANALEN


def moment(texts: Texts, now: datetime, since: datetime | None = None) -> datetime | None:
    """When it came in: as typed for mail, post and werk.nl, else ``since``, when the client began to tell it.

    ``None`` is now. A clock that was set back meanwhile makes no moment in the future.
    """
    if not may_be_earlier(texts):
        return None if since is None else min(since, now)
    found: datetime | None = read("gemeld_op", texts.get("gemeld_op", ""), now)
    return found


def new_melding(
    texts: Texts,
    klant: Klant,
    bezoek: UUID | None,
    now: datetime,
    concept: str,
    since: datetime | None = None,
) -> NewMelding:
    """The command for a new melding; ``since`` as in :func:`moment`. Raises the form's first ``Refused``."""
    facts = feiten(texts, MeldingFeiten(), now)
    person, changed = klant_feiten(texts, klant, now)
    return NewMelding(
        klant=klant.id,
        feiten=facts,
        bezoek=bezoek,
        klant_feiten=person if changed else None,
        klant_velden=changed,
        moment=moment(texts, now, since),
        concept=concept,
    )


def melding_change(
    texts: Texts, was: Texts, melding: Melding, klant: Klant, now: datetime, concept: str
) -> MeldingChange:
    """The command that changes a melding: only what differs from what was shown at first (``was``)."""
    wanted = feiten(texts, melding.feiten, now)
    touched = {field for field in FIELDS if texts.get(field, "") != was.get(field, "")}
    names = tuple(name for name, by in _FIELDS_OF.items() if touched & by)
    person, changed = klant_feiten(texts, klant, now)
    mine = tuple(name for name in changed if name in touched)
    return MeldingChange(
        melding=melding.id,
        feiten=wanted,
        velden=names,
        klant_feiten=person if mine else None,
        klant_velden=mine,
        concept=concept,
    )


_PARTNER = frozenset({"partner", "partner_naam", "partner_voornamen", "partner_geboren", "partner_bsn"})
_FIELDS_OF: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "kanaal": frozenset({"kanaal"}),
        "gemeente": frozenset({"gemeente"}),
        "reden": frozenset({"reden"}),
        "laatste_werkdag": frozenset({"laatste_werkdag"}),
        "adres_bevestigd": frozenset({"adres"}),
        "heeft_partner": frozenset({"partner"}),
        "partner": _PARTNER,
        "kinderen": frozenset({"kinderen"}),
        "uitzondering": frozenset({"uitzondering"}),
        "ww_eindigt": frozenset({"ww_eindigt"}),
        "eerder_afgewezen_op": frozenset({"afgewezen_op"}),
        "eerdere_melding_op": frozenset({"eerdere_melding"}),
        "uitkering_beeindigd_op": frozenset({"beeindigd_op"}),
        "aanvraag_mogelijk_op": frozenset({"aanvraag"}),
        "aanvraag_hoe": frozenset({"aanvraag"}),
        "uitleg": frozenset({"uitleg"}),
        "bevestiging": frozenset({"bevestiging"}),
        "toelichting": frozenset({"toelichting"}),
    }
)
"""Fact of the melding -> fields of the form that make it."""

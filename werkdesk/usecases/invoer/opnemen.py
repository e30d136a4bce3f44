"""Take one imported melding into the cache: found person or new one, saved once, however often it is sent."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding, MeldingFeiten
from werkdesk.domain.namen.vouwen import vouw
from werkdesk.domain.persoon import Adres, KlantFeiten, PersoonsNaam
from werkdesk.errors import Refused
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.invoer.lezen import LONGEST_TEXT, Invoer
from werkdesk.usecases.meldingen import NewMelding, Rekenaar, file_melding
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.ports import Clock, NewId, Wie, Work

_ANDERS = "In deze melding staat anders: {wat}."
_NAMEN = {"telefoon": "telefoon", "email": "e-mail", "adres": "adres", "briefregels": "adres", "bsn": "BSN"}
_STIL = frozenset({"naam", "geboortedatum"})


@dataclass(frozen=True, slots=True)
class Opgenomen:
    """What became of a line. ``bekend``: this reference was imported before; nothing was written now."""

    changes: Changes
    kenmerk: str
    bekend: bool = False


def take_in(
    invoer: Invoer, *, wie: Wie, work: Work, clock: Clock, new_id: NewId, rekenaar: Rekenaar,
    overzichten: Overzichten,
) -> Opgenomen:  # fmt: skip
    """Save a melding and its person in one unit. Raises as ``record_melding``, and ``ref.ander``.

    Facts that are not known yet are filled in; what contradicts a known fact is never put over it but kept in
    the melding's own remark, for a person to look at.
    """
    if invoer.externe_ref is not None:
        before = overzichten.melding_bij_ref(invoer.externe_ref)
        if before is not None:
            _require_same(before.klant, invoer, overzichten)
            return Opgenomen(Changes(), str(before.kenmerk), bekend=True)
    known = find_person(invoer.persoon, overzichten)
    with work(wie) as cache:
        now = clock()
        if known is None:
            rid = new_id()
            cache.record(g.KlantIngeschreven(id=rid, feiten=invoer.persoon, moment=now))
            melding = _melding(rid, invoer, invoer.melding)
        else:
            present = cache.get(Klant, known) or Klant(id=known, feiten=KlantFeiten(), sinds=now)
            fresh, contradictions = _compare(present.feiten, invoer.persoon)
            melding = replace(
                _melding(known, invoer, _with_remark(invoer.melding, contradictions)),
                klant_feiten=replace(present.feiten, **fresh),
                klant_velden=tuple(fresh),
            )
        made: Melding = file_melding(cache, melding, wie=wie, now=now, rid=new_id(), rekenaar=rekenaar)
        return Opgenomen(cache.commit(), str(made.kenmerk))


def _require_same(klant: UUID, invoer: Invoer, overzichten: Overzichten) -> None:
    """A line sent again is the same melding; the same reference for somebody else would drop a melding.

    Only the person is compared: what staff corrected since then makes it no other line. Raises
    ``Refused('ref.ander')``.
    """
    dossier = overzichten.dossier(klant)
    if dossier is None:
        return
    known, said = dossier.klant.feiten, invoer.persoon
    if known.bsn is not None and said.bsn is not None:
        same = known.bsn == said.bsn
    else:
        born_differ = known.geboortedatum and said.geboortedatum and known.geboortedatum != said.geboortedatum
        named = known.naam is None or said.naam is None or _same_surname(known.naam, said.naam)
        same = named and not born_differ
    if not same:
        raise Refused("ref.ander", field="externe_ref")


def find_person(persoon: KlantFeiten, overzichten: Overzichten) -> UUID | None:
    """Somebody we know: the same BSN, or the same name with the same whole birth date; ``None`` when unsure.

    A BSN that stands with another birth date or surname proves a typing error rather than a person: then a
    new person is made, and the register puts the two side by side.
    """
    if persoon.bsn is not None:
        hits = overzichten.zoek(str(persoon.bsn), 5)
        for hit in hits:
            found = overzichten.dossier(hit.id)
            if found is not None and _same_bsn(found.klant.feiten, persoon):
                return found.klant.id
    if persoon.geboortedatum is None or not persoon.geboortedatum.complete or persoon.naam is None:
        return None
    matches: list[UUID] = []
    for hit in overzichten.lijkt_op(persoon.naam.geslachtsnaam, str(persoon.geboortedatum), 20):
        found = overzichten.dossier(hit.id)
        if found is not None and _same_name_and_birth(found.klant.feiten, persoon):
            matches.append(found.klant.id)
    return matches[0] if len(matches) == 1 else None


def _melding(klant: UUID, invoer: Invoer, feiten: MeldingFeiten) -> NewMelding:
    return NewMelding(klant=klant, feiten=feiten, externe_ref=invoer.externe_ref, moment=invoer.moment)


def _same_bsn(one: KlantFeiten, other: KlantFeiten) -> bool:
    if one.bsn != other.bsn:
        return False
    if one.geboortedatum and other.geboortedatum and one.geboortedatum != other.geboortedatum:
        return False
    return one.naam is None or other.naam is None or _same_surname(one.naam, other.naam)


def _same_name_and_birth(one: KlantFeiten, other: KlantFeiten) -> bool:
    if one.geboortedatum != other.geboortedatum or one.naam is None or other.naam is None:
        return False
    if one.bsn is not None and other.bsn is not None and one.bsn != other.bsn:
        return False
    first, second = one.naam, other.naam
    given_differ = first.voornamen and second.voornamen and _first(first) != _first(second)
    return _same_surname(first, second) and not given_differ


def _same_surname(one: PersoonsNaam, other: PersoonsNaam) -> bool:
    return vouw(one.geslachtsnaam) == vouw(other.geslachtsnaam)


def _first(naam: PersoonsNaam) -> str:
    # One form may say "Elif", the next one "Elif Nur": twins apart, first names are written out seldom.
    return vouw(naam.voornamen or "").split(" ")[0]


def _compare(present: KlantFeiten, said: KlantFeiten) -> tuple[dict[str, Any], list[str]]:
    """Facts that fill a gap, and sentences about those that contradict what we know."""
    fresh: dict[str, Any] = {}
    contradictions: list[str] = []
    for veld in (f.name for f in fields(KlantFeiten)):
        now, new = getattr(present, veld), getattr(said, veld)
        if new in (None, ()) or new == now:
            continue
        if now in (None, ()):
            fresh[veld] = new
        elif veld not in _STIL:
            contradictions.append(f"{_NAMEN.get(veld, veld)} {_shown(new)}")
    return fresh, contradictions


def _shown(value: object) -> str:
    if isinstance(value, Adres):
        parts = (value.straat, value.huisnummer, value.huisletter, value.toevoeging, value.postcode,
                 value.woonplaats, value.locatie, value.land)  # fmt: skip
        return " ".join(str(part) for part in parts if part is not None) or str(value.functie)
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _with_remark(feiten: MeldingFeiten, contradictions: list[str]) -> MeldingFeiten:
    if not contradictions:
        return feiten
    remark = _ANDERS.format(wat="; ".join(contradictions))
    whole = f"{feiten.toelichting} {remark}" if feiten.toelichting else remark
    return replace(feiten, toelichting=whole[: 2 * LONGEST_TEXT])

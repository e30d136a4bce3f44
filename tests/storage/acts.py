"""Acts of fictitious persons, short to write in a test."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from tests.fixtures.cache import NOW, WIE
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.bezoek import BezoekReden, bezoeknummer
from werkdesk.domain.intake import Antwoord
from werkdesk.domain.kenmerk import KenmerkSoort, make_kenmerk
from werkdesk.domain.melding import MeldingFeiten, MeldingStatus
from werkdesk.domain.persoon import Adres, KlantFeiten, PersoonsNaam
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam, Voorvoegsel
from werkdesk.domain.waarden.postcode import Postcode
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.storage.cache import CacheHandles
from werkdesk.storage.uuid7 import new_id
from werkdesk.usecases.changes import Changes


def facts(
    surname: str = "Verzonnen",
    first: str | None = None,
    *,
    prefix: str | None = None,
    born: str | None = None,
    bsn: str | None = None,
    postcode: str | None = None,
    number: int | None = None,
    phone: str | None = None,
    partner: str | None = None,
) -> KlantFeiten:
    """Facts of a fictitious person."""
    return KlantFeiten(
        naam=PersoonsNaam(
            geslachtsnaam=Naam(surname),
            voorvoegsel=None if prefix is None else Voorvoegsel(prefix),
            voornamen=None if first is None else Naam(first),
            partner_geslachtsnaam=None if partner is None else Naam(partner),
        ),
        geboortedatum=None if born is None else GeboorteDatum(born),
        bsn=None if bsn is None else Bsn(bsn),
        telefoon=None if phone is None else Telefoon(phone),
        adres=None
        if postcode is None
        else Adres(
            straat="Proefstraat", huisnummer=number, postcode=Postcode(postcode), woonplaats="Amstelveen"
        ),
    )


def enrolled(feiten: KlantFeiten, rid: UUID | None = None) -> g.KlantIngeschreven:
    """A new person."""
    return g.KlantIngeschreven(id=rid or new_id(), feiten=feiten, moment=NOW)


def phone_changed(rid: UUID, old: str | None, new: str) -> g.KlantGewijzigd:
    """Another telephone number."""
    return g.KlantGewijzigd(
        id=rid,
        velden=("telefoon",),
        was=KlantFeiten(telefoon=None if old is None else Telefoon(old)),
        wordt=KlantFeiten(telefoon=Telefoon(new)),
    )


def ticket(number: int = 1, rid: UUID | None = None, *, desk: int = 3, klant: UUID | None = None,
           moment: datetime = NOW, priority: str | None = None, place: str = "amstelveen",
           ) -> g.BezoekBinnengekomen:  # fmt: skip
    """Somebody took a number."""
    return g.BezoekBinnengekomen(
        id=rid or new_id(), nummer=bezoeknummer(BezoekReden.BIJSTAND, desk, number),
        reden=BezoekReden.BIJSTAND, locatie=place, moment=moment, klant=klant, voorrang=priority,
    )  # fmt: skip


def reported(
    klant: UUID,
    number: int = 1,
    *,
    rid: UUID | None = None,
    ref: str | None = None,
    moment: datetime = NOW,
    desk: int = 3,
) -> g.MeldingGedaan:
    """A melding with one running date, four weeks on."""
    return g.MeldingGedaan(
        id=rid or new_id(), kenmerk=make_kenmerk(KenmerkSoort.MELDING, desk, number), klant=klant,
        moment=moment, feiten=MeldingFeiten(gemeente="0362"), status=MeldingStatus.GEMELD,
        medewerker=WIE.medewerker, balie=desk, ontbreekt=("bsn",), externe_ref=ref,
        termijnen=(
            Termijn(code="D01", naam="zoektermijn", uiterste_datum=moment.date() + timedelta(days=28)),
            Termijn(code="D09", naam="besluit", stand="na aanvraag"),
        ),
    )  # fmt: skip


def answered(melding: UUID, choice: str = "alleen") -> g.IntakeBeantwoord:
    """The question about living answered."""
    return g.IntakeBeantwoord(id=melding, vraag="wonen", was=None, wordt=Antwoord(keuzes=(choice,)))


def letter(klant: UUID, sha256: str, *, melding: UUID | None = None) -> g.BriefOpgemaakt:
    """A letter of one page."""
    return g.BriefOpgemaakt(
        id=new_id(), code="L01", kenmerk="M-3-0001-X/a", klant=klant, sha256=sha256, bladzijden=1,
        sjabloon="L01/1", datum=date(2026, 11, 3), melding=melding,
    )  # fmt: skip


def save(cache: CacheHandles, *acts: g.Gebeurtenis) -> Changes:
    """One unit of work."""
    with cache.work(WIE) as unit:
        unit.record(*acts)
        return unit.commit()

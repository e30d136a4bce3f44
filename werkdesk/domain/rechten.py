"""The table of rights: which roles may do which act. One table for the desk, which hides and warns, and for
the register, which judges (security study 6.7; ASVS 8.2, 8.3).

Denied by default: an act without a line here is refused at both. A line says who, and with which code
somebody else is refused; what depends on the content of the act stands in ``rechten_nader``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain import plaatsing_gebeurtenissen as p
from werkdesk.domain import voorschot_gebeurtenissen as v
from werkdesk.domain.rechten_nader import Auteur, Nader, closing, giving, reopening, shifting
from werkdesk.domain.rechten_plaatsing import letting_go_on
from werkdesk.domain.regels.rollen import AAN_DE_BALIE, MET_ZAKEN, ROLLEN, WERKGEVERSADVISEUR
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Recht:
    """Who may do one kind of act. ``code``: with which everybody else is refused.

    ``nader``: what also depends on the content. ``hier``: the register believes the author only at a desk
    where they signed in with a one-time code of their own.
    """

    rollen: frozenset[str]
    code: str = "recht.rol"
    nader: Nader | None = None
    hier: bool = False


_HAL = Recht(rollen=AAN_DE_BALIE | {WERKGEVERSADVISEUR})
_BALIE = Recht(rollen=AAN_DE_BALIE)
_IEDEREEN = Recht(rollen=frozenset(ROLLEN))
_PLAATSEN = Recht(rollen=MET_ZAKEN | {WERKGEVERSADVISEUR})
_DOORGAAN = Recht(rollen=_PLAATSEN.rollen, nader=letting_go_on)
_BETALEN = Recht(rollen=MET_ZAKEN, code="voorschot.rol_betalen", hier=True)

RECHTEN: Mapping[type[g.Gebeurtenis], Recht] = MappingProxyType(
    {
        g.BezoekBinnengekomen: _HAL,
        g.BezoekOpgeroepen: _HAL,
        g.BezoekNietVerschenen: _HAL,
        g.BezoekGeparkeerd: _HAL,
        g.BezoekTeruggezet: _HAL,
        g.BezoekHervat: _HAL,
        g.BezoekKlantGekozen: _HAL,
        g.BezoekAfgerond: _HAL,
        g.BezoekHeropend: _HAL,
        g.KlantIngeschreven: _BALIE,
        g.KlantGewijzigd: _BALIE,
        g.IdentiteitGezien: _BALIE,
        g.IdentiteitNietVastgesteld: _BALIE,
        g.MeldingGedaan: _BALIE,
        g.MeldingGewijzigd: Recht(rollen=AAN_DE_BALIE, nader=giving),
        g.TermijnenHerrekend: Recht(rollen=AAN_DE_BALIE, nader=shifting),
        g.BelpogingGedaan: _BALIE,
        g.BewijsGezien: _BALIE,
        g.MeldingGesloten: Recht(rollen=AAN_DE_BALIE, code="stap.rol", nader=closing),
        g.MeldingHeropend: Recht(rollen=AAN_DE_BALIE, code="heropenen.rol", nader=reopening),
        g.IntakeBeantwoord: _BALIE,
        g.BriefOpgemaakt: _BALIE,
        g.BriefAangeboden: _BALIE,
        g.BriefUitgesteld: _BALIE,
        g.OvereenkomstOpgesteld: _BALIE,
        # Whoever had work refused may answer that; the change beside it asks a right of its own.
        g.VraagAfgedaan: _IEDEREEN,
        g.VraagHeropend: _IEDEREEN,
        v.VoorschotVoorgesteld: Recht(rollen=AAN_DE_BALIE, hier=True),
        v.VoorschotBesloten: Recht(rollen=MET_ZAKEN, code="voorschot.rol", hier=True),
        v.VoorschotBetaald: _BETALEN,
        v.VoorschotBetalingTeruggenomen: _BETALEN,
        p.PlaatsingVastgelegd: _DOORGAAN,
        p.PlaatsingBesloten: _DOORGAAN,
        p.VerdringingBeoordeeld: _PLAATSEN,
        p.PlaatsingBeeindigd: _PLAATSEN,
    }
)

GEWEIGERD = frozenset(
    {recht.code for recht in RECHTEN.values()}
    | {"recht.geen", "recht.naam", "recht.onbekend", "recht.vertrokken", "recht.niet_hier"}
    | {"plaatsing.rol", "plaatsing.wet", "overdragen.rol", "aanvraag.vervroegen", "verschuiving.rol"}
)
"""Every code that says that the author may not do this. What is refused so, counts nowhere from then on."""


def may(act: type[g.Gebeurtenis], rollen: Collection[str]) -> bool:
    """Whether somebody with these roles may do this kind of act at all; for screens, that hide or warn."""
    recht = RECHTEN.get(act)
    return recht is not None and bool(recht.rollen & set(rollen))


def check_right(act: g.Gebeurtenis, stand: Stand | None, auteur: Auteur) -> None:
    """May ``auteur`` do this to the record as it is before the act (``None``: there is none)?

    Raises ``Refused``: ``recht.geen`` (no line in the table), ``recht.naam`` (the act carries the name of
    somebody else), the code of its line, and as its ``nader``.
    """
    recht = RECHTEN.get(type(act))
    if recht is None:
        raise Refused("recht.geen")
    if maker_of(act) not in (None, auteur.medewerker):
        raise Refused("recht.naam")
    if not recht.rollen & auteur.rollen:
        raise Refused(recht.code)
    if recht.nader is not None:
        recht.nader(act, stand, auteur)


def maker_of(act: g.Gebeurtenis) -> str | None:
    """The member of staff that an act itself names as its maker; ``None`` when it names nobody."""
    match act:
        case g.BelpogingGedaan(poging=poging):
            return poging.medewerker
        case g.BewijsGezien(bewijs=bewijs):
            return bewijs.medewerker
        case _:
            name: str | None = getattr(act, "medewerker", None)
            return name

"""Which rule set counts today: the newest that is signed, whole and in force; else the one before it.

Nothing is used unchecked. What is refused stays on the shelf and is shown with its file, line and reason; the
desk goes on with the last good set, in the end with the tables of the program itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.errors import Refused
from werkdesk.messages.rule_set import Document, open_signed
from werkdesk.usecases.regels.plank import Gepubliceerd, Plank

Herkomst = Literal["programma", "kantoor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geweigerd:
    """A version that this desk does not use. ``regelnummer``: line in ``bestand``, 0 for the whole of it."""

    nummer: int
    code: str
    bestand: str
    regelnummer: int
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegelStand:
    """What this desk computes with, and since when.

    ``kenmerk``: as it is stored with every date. ``nummer``: version of the office's own tables, ``None`` for
    those of the program. ``houdbaar_tot``: last day on which this desk computes with it. ``komend``: versions
    whose first day is still to come.
    """

    kenmerk: str
    versie: str
    vingerafdruk: str
    herkomst: Herkomst
    basis: str
    houdbaar_tot: date
    te_oud: bool
    nummer: int | None = None
    vanaf: date | None = None
    vastgesteld_door: str | None = None
    komend: tuple[int, ...] = ()
    geweigerd: tuple[Geweigerd, ...] = ()


@dataclass(frozen=True, slots=True)
class Keuze:
    """The set that counts and what there is to say about it."""

    regels: RegelSet
    stand: RegelStand


@dataclass(frozen=True, slots=True)
class _Version:
    """One version whose signature is right."""

    rid: UUID
    document: Document
    handtekening: str


@dataclass(slots=True)
class Regelkeuze:
    """Chooses. Keeps the sets it has read: reading one costs far more than choosing."""

    basis: RegelSet
    _read: dict[tuple[UUID, str], RegelSet | Geweigerd] = field(default_factory=dict)

    def kies(self, plank: Plank, today: date) -> Keuze:
        """The set for the office of this desk on ``today``."""
        refused: list[Geweigerd] = []
        coming: list[int] = []
        for version in _versions(plank, refused):
            if version.document.stand == "vervallen":
                continue
            if version.document.vanaf > today:
                coming.append(version.document.nummer)
                continue
            found = self._over_basis(version)
            if isinstance(found, RegelSet):
                return _keuze(found, self.basis, today, version.document, coming, refused)
            refused.append(found)
        return _keuze(self.basis, self.basis, today, None, coming, refused)

    def nieuwste(self, plank: Plank) -> tuple[int, Mapping[str, str], RegelSet]:
        """Number, own tables and whole set of the newest version, also when its first day is still to come.

        0, no tables and the program's own set when there is none that this desk can use.
        """
        for version in _versions(plank, []):
            found = self._over_basis(version) if version.document.stand == "vastgesteld" else None
            if isinstance(found, RegelSet):
                return version.document.nummer, version.document.tabellen, found
        return 0, {}, self.basis

    def zoek(self, plank: Plank, kenmerk: str) -> RegelSet | None:
        """The set that a stored date names, also when it counts no more; ``None`` when it is not here."""
        if kenmerk == self.basis.kenmerk:
            return self.basis
        for version in _versions(plank, []):
            found = self._over_basis(version)
            if isinstance(found, RegelSet) and found.kenmerk == kenmerk:
                return found
        return None

    def _over_basis(self, version: _Version) -> RegelSet | Geweigerd:
        key = version.rid, version.handtekening
        if key not in self._read:
            self._read[key] = self._load(version)
        return self._read[key]

    def _load(self, version: _Version) -> RegelSet | Geweigerd:
        files = {name: text.encode() for name, text in version.document.tabellen.items()}
        try:
            whole = load_tables(files, self.basis)
        except Refused as error:
            return _geweigerd(version.document.nummer, error)
        return replace(whole, handtekening=version.handtekening)


def _versions(plank: Plank, refused: list[Geweigerd]) -> Iterator[_Version]:
    """Each version once, in its newest state that is signed; what is not goes into ``refused``."""
    done: set[UUID] = set()
    for one in plank.sets:
        if one.regelset.id in done:
            continue
        try:
            document = open_signed(one.regelset, plank.sleutel, plank.kantoor)
        except Refused as error:
            refused.append(_geweigerd(one.regelset.nummer, error))
            continue
        done.add(one.regelset.id)
        yield _version(one, document)


def _version(one: Gepubliceerd, document: Document) -> _Version:
    return _Version(one.regelset.id, document, one.regelset.handtekening)


def _geweigerd(nummer: int, error: Refused) -> Geweigerd:
    details = error.details
    return Geweigerd(
        nummer=nummer,
        code=error.code,
        bestand=str(details.get("bestand", "")),
        regelnummer=int(details.get("regelnummer", 0)),
        reden=str(details.get("reden", "")),
    )


def _keuze(
    regels: RegelSet,
    basis: RegelSet,
    today: date,
    document: Document | None,
    coming: list[int],
    refused: list[Geweigerd],
) -> Keuze:
    fresh = int(regels.vast("regels.houdbaar").waarde)
    stand = RegelStand(
        kenmerk=regels.kenmerk,
        versie=regels.versie,
        vingerafdruk=regels.vingerafdruk,
        herkomst="programma" if document is None else "kantoor",
        basis=basis.versie,
        houdbaar_tot=date.fromisoformat(regels.versie) + timedelta(days=fresh),
        te_oud=regels.is_te_oud(today),
        nummer=None if document is None else document.nummer,
        vanaf=None if document is None else document.vanaf,
        vastgesteld_door=None if document is None else document.vastgesteld_door,
        komend=tuple(sorted(coming)),
        geweigerd=tuple(refused),
    )
    return Keuze(regels, stand)

"""All reads of the screens behind one object; each is one look at one moment, beside any writer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from werkdesk.domain.bezoek import Bezoek
from werkdesk.domain.melding import Melding
from werkdesk.domain.papier import Brief, Overeenkomst
from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.storage.engine import Cache
from werkdesk.storage.overzichten.bellen import read_call_groups, read_calls
from werkdesk.storage.overzichten.dossier import read_dossier
from werkdesk.storage.overzichten.hal import read_hal
from werkdesk.storage.overzichten.klanten import read_klanten, read_overeenkomst_by
from werkdesk.storage.overzichten.lijsten import (
    read_brieven,
    read_melding_by,
    read_meldingen,
    read_termijnen,
    read_without_dates,
)
from werkdesk.storage.overzichten.plaatsingen import read_plaatsingen
from werkdesk.storage.overzichten.tellingen import read_advance_counts, read_youth_counts
from werkdesk.storage.overzichten.verbinding import read_outbox, read_verbinding
from werkdesk.storage.overzichten.vragen import read_vragen
from werkdesk.storage.overzichten.werklijst import read_case_counts, read_term_counts, read_work_list
from werkdesk.storage.overzichten.zaken import (
    read_applications,
    read_case,
    read_open_cases,
    read_young_cases,
)
from werkdesk.storage.overzichten.zoeken import Zoeker
from werkdesk.storage.records import read_stand
from werkdesk.usecases.lijsten import (
    BelGroep,
    BelZaak,
    JongerenTelling,
    TermijnTelling,
    TermijnVraag,
    VoorschotTelling,
    Zakental,
)
from werkdesk.usecases.overzichten import (
    BriefRow,
    Hal,
    KlantDossier,
    KlantHit,
    MeldingRow,
    OutboxRow,
    TermijnRow,
    Verbinding,
    ZaakRow,
)
from werkdesk.usecases.ports import Clock
from werkdesk.usecases.vraagrijen import Vragen


@dataclass(frozen=True, slots=True)
class SqlOverzichten:
    """Fulfils ``usecases.overzichten.Overzichten``. Any thread; raises ``Unavailable`` when the disk fails.

    ``journal_frames``: how many saves stand in the journal.
    """

    cache: Cache
    zoeker: Zoeker
    clock: Clock
    journal_frames: Callable[[], int]

    def hal(self, locatie: str, dag: date) -> Hal:
        """The reception of one location on one day, over all its desks (also this one)."""
        with self.cache.read() as connection:
            return read_hal(connection, locatie, dag)

    def bezoek(self, rid: UUID) -> Bezoek | None:
        """One visit."""
        with self.cache.read() as connection:
            found = read_stand(connection, "bezoek", rid)
        return found if isinstance(found, Bezoek) else None

    def zoek(self, tekst: str, limit: int = 50) -> tuple[KlantHit, ...]:
        """Search as you type; exact hits first, in an order that does not move, then look-alikes."""
        with self.cache.read() as connection:
            return self.zoeker.search(connection, tekst, limit, self.clock().date())

    def lijkt_op(self, naam: str, geboortedatum: str | None, limit: int = 8) -> tuple[KlantHit, ...]:
        """Persons who may be the same, each with a reason."""
        with self.cache.read() as connection:
            return self.zoeker.look_alikes(connection, naam, geboortedatum, limit, self.clock().date())

    def dossier(self, klant: UUID) -> KlantDossier | None:
        """Everything a visit shows of a klant."""
        with self.cache.read() as connection:
            return read_dossier(connection, klant)

    def meldingen(self, *, onverzonden: bool = False, limit: int = 500) -> tuple[MeldingRow, ...]:
        """Meldingen, newest first."""
        with self.cache.read() as connection:
            return read_meldingen(connection, today=self.clock().date(), unsent=onverzonden, limit=limit)

    def zonder_datums(self, limit: int = 500) -> tuple[MeldingRow, ...]:
        """Open meldingen whose dates could not be computed yet, oldest first."""
        with self.cache.read() as connection:
            return read_without_dates(connection, today=self.clock().date(), limit=limit)

    def open_zaken(self, limit: int = 5_000, eigenaar: str | None = None) -> tuple[ZaakRow, ...]:
        """Open cases, oldest first; of one owner when given."""
        with self.cache.read() as connection:
            return read_open_cases(connection, limit, eigenaar)

    def zaken_met_aanvraag(self, limit: int) -> tuple[ZaakRow, ...]:
        """Open cases with an application whose advance is not refused."""
        with self.cache.read() as connection:
            return read_applications(connection, limit)

    def jonge_zaken(self, leeftijd: int, limit: int) -> tuple[ZaakRow, ...]:
        """Open cases of who may be younger than ``leeftijd``."""
        with self.cache.read() as connection:
            return read_young_cases(connection, leeftijd, limit)

    def bel_groepen(self) -> tuple[BelGroep, ...]:
        """How many cases there are to call about, by day and gemeente."""
        with self.cache.read() as connection:
            return read_call_groups(connection)

    def te_bellen(self, groepen: Sequence[BelGroep], limit: int) -> tuple[BelZaak, ...]:
        """The cases of these groups."""
        with self.cache.read() as connection:
            return read_calls(connection, groepen, limit)

    def werklijst(self, vraag: TermijnVraag, limit: int) -> tuple[TermijnRow, ...]:
        """Running dates, and one line for each open case without any."""
        with self.cache.read() as connection:
            return read_work_list(connection, vraag, limit)

    def termijn_tellingen(self, vandaag: date) -> tuple[TermijnTelling, ...]:
        """How many lines of the work list each owner has."""
        with self.cache.read() as connection:
            return read_term_counts(connection, vandaag)

    def zakentallen(self, vandaag: date) -> tuple[Zakental, ...]:
        """How many open cases each owner carries."""
        with self.cache.read() as connection:
            return read_case_counts(connection, vandaag)

    def voorschot_telling(self, vandaag: date) -> VoorschotTelling:
        """How many advances there are to see to."""
        with self.cache.read() as connection:
            return read_advance_counts(connection, vandaag)

    def jongeren_telling(self, vandaag: date) -> JongerenTelling:
        """How many young people have an open melding."""
        with self.cache.read() as connection:
            return read_youth_counts(connection, vandaag)

    def zaak(self, melding: UUID) -> ZaakRow | None:
        """One case, open or closed."""
        with self.cache.read() as connection:
            return read_case(connection, melding)

    def melding_bij_kenmerk(self, kenmerk: str) -> Melding | None:
        """The melding with this number."""
        with self.cache.read() as connection:
            return read_melding_by(connection, "kenmerk", kenmerk)

    def melding_bij_ref(self, externe_ref: str) -> Melding | None:
        """The melding that was imported under this reference."""
        with self.cache.read() as connection:
            return read_melding_by(connection, "externe_ref", externe_ref)

    def overeenkomst_bij_nummer(self, nummer: str) -> Overeenkomst | None:
        """The agreement with this number."""
        with self.cache.read() as connection:
            return read_overeenkomst_by(connection, nummer)

    def klanten(self, *, limit: int = 500) -> tuple[KlantHit, ...]:
        """Everybody this desk knows, by name."""
        with self.cache.read() as connection:
            return read_klanten(connection, limit)

    def termijnen(self, tot: date | None = None, limit: int = 500) -> tuple[TermijnRow, ...]:
        """Running dates of open cases, the first one first."""
        with self.cache.read() as connection:
            return read_termijnen(connection, tot, limit)

    def brieven(self, *, later: bool = False, limit: int = 500) -> tuple[BriefRow, ...]:
        """Letters, newest first."""
        with self.cache.read() as connection:
            return read_brieven(connection, later=later, limit=limit)

    def brief(self, rid: UUID) -> Brief | None:
        """One letter."""
        with self.cache.read() as connection:
            found = read_stand(connection, "brief", rid)
        return found if isinstance(found, Brief) else None

    def outbox(self, limit: int = 500) -> tuple[OutboxRow, ...]:
        """What needs a person, then what waits."""
        with self.cache.read() as connection:
            return read_outbox(connection, limit)

    def verbinding(self) -> Verbinding:
        """What the pill says."""
        with self.cache.read() as connection:
            return read_verbinding(connection, self.journal_frames(), self.clock().date())

    def vragen(self) -> Vragen:
        """Questions for a person, and how they were settled of late."""
        with self.cache.read() as connection:
            return read_vragen(connection)

    def plaatsingen(self, *, klant: UUID | None = None, kvk: str | None = None) -> tuple[Plaatsing, ...]:
        """Placements of a klant, and those at an employer."""
        with self.cache.read() as connection:
            return read_plaatsingen(connection, klant, kvk)

    def namen(self) -> tuple[tuple[str, str], ...]:
        """Sign-in name and shown name, also of who left: what they did stays in their name."""
        with self.cache.read() as connection:
            rows = connection.exec_driver_sql("SELECT user, name FROM staff ORDER BY active, name, user")
            return tuple((row.user, row.name) for row in rows)

    def medewerkers(self) -> tuple[tuple[str, str], ...]:
        """Sign-in name and shown name of colleagues."""
        with self.cache.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT user, name FROM staff WHERE active = 1 ORDER BY name, user"
            )
            return tuple((row.user, row.name) for row in rows)

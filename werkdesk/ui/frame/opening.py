"""What a visit is opened with, and the facts that a search already gave."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from werkdesk.domain.bezoek import Bezoek


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedFacts:
    """What staff typed in the search box, read as facts; all as typed text, empty when absent.

    ``concept``: key of an unfinished draft to go on with; empty for a new form.

    ``tekst`` is the whole query. ``geboortedatum`` is ``dd-mm-jjjj`` with ``00`` for unknown parts.
    """

    tekst: str = ""
    geslachtsnaam: str = ""
    geboortedatum: str = ""
    postcode: str = ""
    huisnummer: str = ""
    telefoon: str = ""
    bsn: str = ""
    concept: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A visit with a number (``bezoek``), a dossier without one (``klant``), or a new person (``nieuw``).

    With ``bezoek`` and neither ``klant`` nor ``nieuw`` the visitor is not known yet. ``reden``: why, when the
    work itself says so (a work list); without it and without a visit the colleague is asked.
    """

    bezoek: Bezoek | None = None
    klant: UUID | None = None
    nieuw: TypedFacts | None = None
    reden: str = ""

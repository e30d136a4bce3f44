"""An identity document as typed. There is no field for a copy, a photo, a whole number or a BSN. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from werkdesk.domain.klant import Document
from werkdesk.domain.waarden.tekst import has_hidden_characters
from werkdesk.errors import Refused
from werkdesk.ui.dossier.dates import read_last_day
from werkdesk.usecases.klanten import LICENCE_FROM, SeenDocument

_WHOLE = re.compile(r"[0-9][-/. ][0-9]{4}$|[0-9][-/. ][0-9]{1,2}[-/. ][0-9]{2}$")
KEPT = 4
LONGEST_REASON = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentForm:
    """Texts of the panel."""

    document: str = ""
    laatste_vier: str = ""
    geldig_tot: str = ""
    land: str = ""

    def command(self, today: date) -> SeenDocument:
        """Raises ``Refused`` with its field: ``document.*``, ``datum.*``."""
        return SeenDocument(
            document=read_document(self.document, today),
            laatste_vier=read_last_four(self.laatste_vier),
            geldig_tot=read_validity(self.geldig_tot, today),
            land=self._land(),
        )

    def _land(self) -> str | None:
        if self.document != Document.EU_PASPOORT:
            return None
        if not self.land:
            raise Refused("document.land", field="land")
        return self.land


def read_document(text: str, today: date) -> Document:
    """The kind. A driving licence counts from 1 July 2026 (Pw 17 lid 3)."""
    if text not in set(Document):
        raise Refused("document.soort", field="document")
    if text == Document.RIJBEWIJS and today < LICENCE_FROM:
        raise Refused("document.niet_geldig", field="document")
    return Document(text)


def read_last_four(text: str) -> str:
    """Four letters or digits; a whole number is refused, so that it is not kept by accident."""
    bare = "".join(text.split()).upper()
    if len(bare) != KEPT or not (bare.isascii() and bare.isalnum()):
        raise Refused("document.cijfers", field="laatste_vier")
    return bare


def read_validity(text: str, today: date) -> date:
    """The last day of validity, today or later."""
    day = read_last_day(text, today, "geldig_tot")
    if day < today:
        raise Refused("document.verlopen", field="geldig_tot")
    return day


def read_reason(text: str) -> str:
    """Why identity was not established. Raises ``Refused``: ``reden.ontbreekt``, ``tekst.*``."""
    bare = " ".join(text.split())
    if not bare:
        raise Refused("reden.ontbreekt", field="reden")
    if len(bare) > LONGEST_REASON:
        raise Refused("tekst.te_lang", field="reden", hoogstens=LONGEST_REASON)
    if has_hidden_characters(bare):
        raise Refused("tekst.tekens", field="reden")
    return bare


def is_whole(text: str) -> bool:
    """Whether a typed day or month has its year, so that nothing can follow: ``03-2031``, ``31-3-31``."""
    return _WHOLE.search(text) is not None

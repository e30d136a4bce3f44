"""A look at what is known of a klant: what was shown, to whom, and why.

Nobody sees a file unseen (mission). The minimal card of a klant in a list is no look; the dossier behind it,
a whole BSN, a secret address and a paper are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.errors import Refused, WerkdeskError

LANGSTE_TOELICHTING = 200
_CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")
_NEGEN_CIJFERS = re.compile(r"(?<!\d)\d(?:[ .-]?\d){8}(?!\d)")


class Getoond(StrEnum):
    """What was shown of a klant."""

    DOSSIER = "dossier"
    BSN = "bsn"
    ADRES = "geheim_adres"
    BRIEF = "brief"
    UITLEG = "uitleg"
    UITLEG_GEDRUKT = "uitleg_gedrukt"


class VanzelfReden(StrEnum):
    """Reasons that the work itself gives: nobody is asked."""

    BEZOEK = "bezoek"
    NIEUW = "nieuw_ingevoerd"
    EIGEN = "eigen_werk"
    TERMIJN = "termijn_bewaken"
    TERUGBELLEN = "terugbellen"
    JONGERE = "jongere_volgen"
    VOORSCHOT = "voorschot_volgen"
    VERDELING = "werk_verdelen"
    VRAAG = "vraag_van_register"
    OPDRACHT = "opdrachtregel"


@dataclass(frozen=True, slots=True)
class InzageReden:
    """Why somebody looks: a code, and words of their own when the code does not say enough.

    Raises ``Refused``: ``inzage.reden`` for what is no code, ``inzage.toelichting`` for words that are too
    long or not one line, ``inzage.bsn`` for words with a BSN in them: the log names a klant by id alone.
    """

    code: str
    toelichting: str = ""

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise Refused("inzage.reden", field="reden")
        words = self.toelichting
        if len(words) > LANGSTE_TOELICHTING or (words and not words.isprintable()):
            raise Refused("inzage.toelichting", field="toelichting")
        if any(_is_bsn(found.group()) for found in _NEGEN_CIJFERS.finditer(words)):
            raise Refused("inzage.bsn", field="toelichting")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """One look. ``bezoek``: the visit in whose course it was. ``stuk``: code of the paper that was shown."""

    klant: UUID
    getoond: Getoond
    reden: InzageReden
    bezoek: UUID | None = None
    stuk: str = ""


def _is_bsn(text: str) -> bool:
    try:
        Bsn(re.sub(r"\D", "", text))
    except WerkdeskError:
        return False
    return True

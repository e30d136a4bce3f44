"""The one door: a code and a case in, the data of a letter out."""

from __future__ import annotations

from werkdesk.domain.brief import BriefGegevens, Ondertekenaar
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.errors import Refused
from werkdesk.usecases.briefgegevens.datumuitleg import explanation, person_block
from werkdesk.usecases.briefgegevens.feiten import BriefFeiten
from werkdesk.usecases.briefgegevens.ontvangst import receipt
from werkdesk.usecases.briefgegevens.opleiding import agreement
from werkdesk.usecases.briefgegevens.persoon import address_block, salutation
from werkdesk.usecases.briefgegevens.uitnodiging import invitation
from werkdesk.usecases.briefgegevens.woorden import FUNCTIE

AGREEMENTS = frozenset({"OPL"})
WITHOUT_WINDOW = AGREEMENTS | {"UIT"}
"""Never posted in a window envelope: signed at the table, or handed over with its reason."""


def tell(feiten: BriefFeiten, regels: RegelSet, toen: RegelSet | None = None) -> BriefGegevens:
    """Gather what the letter says. Raises ``Refused('brief.soort_onbekend')`` and what each letter refuses.

    ``toen``: the set that the explained date was computed with, when this desk still has it. Without an
    address a letter is not refused: it is handed over at the desk instead of posted.
    """
    match feiten.code:
        case "L01":
            fields, rows, conditions = receipt(feiten, regels)
        case "L02":
            fields, rows, conditions = invitation(feiten, regels)
        case "OPL":
            fields, rows, conditions = agreement(feiten)
        case "UIT":
            fields, rows, conditions = explanation(feiten, toen or regels)
        case _:
            raise Refused("brief.soort_onbekend", field="code")
    is_agreement, has_window = feiten.code in AGREEMENTS, feiten.code not in WITHOUT_WINDOW
    known = feiten.klant.feiten
    block = address_block(known) if has_window else () if is_agreement else person_block(known)
    return BriefGegevens(
        soort=feiten.code,
        gemeente=gemeente_of(feiten),
        datum=feiten.datum,
        kenmerk=feiten.kenmerk,
        ondertekenaar=Ondertekenaar(naam=feiten.wie.naam, functie=FUNCTIE),
        adresregels=block,
        aanhef="" if is_agreement else salutation(known),
        velden=fields,
        rijen=rows,
        voorwaarden=conditions,
        uitreiken=has_window and not block,
    )


def gemeente_of(feiten: BriefFeiten) -> str:
    """The gemeente in whose name we write: of the agreement, the melding or the klant, if it is one of ours.

    Somebody from elsewhere gets a letter of the office's first gemeente, which refers them.
    """
    wanted = (
        feiten.overeenkomst.gemeente if feiten.overeenkomst is not None else None,
        feiten.melding.feiten.gemeente if feiten.melding is not None else None,
        feiten.klant.feiten.gemeente,
    )
    ours = feiten.wie.gemeenten
    return next((code for code in wanted if code in ours), ours[0])

"""The one door: a code and a case in, the data of a letter out."""

from __future__ import annotations

from werkdesk.domain.brief import BriefGegevens, Ondertekenaar
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.errors import Refused
from werkdesk.usecases.briefgegevens.feiten import BriefFeiten
from werkdesk.usecases.briefgegevens.ontvangst import receipt
from werkdesk.usecases.briefgegevens.opleiding import agreement
from werkdesk.usecases.briefgegevens.persoon import address_block, salutation
from werkdesk.usecases.briefgegevens.uitnodiging import invitation
from werkdesk.usecases.briefgegevens.woorden import FUNCTIE

AGREEMENTS = frozenset({"OPL"})


def tell(feiten: BriefFeiten, regels: RegelSet) -> BriefGegevens:
    """Gather what the letter says. Raises ``Refused('brief.soort_onbekend')`` and what each letter refuses.

    Without an address a letter is not refused: it is handed over at the desk instead of posted.
    """
    match feiten.code:
        case "L01":
            fields, rows, conditions = receipt(feiten, regels)
        case "L02":
            fields, rows, conditions = invitation(feiten)
        case "OPL":
            fields, rows, conditions = agreement(feiten)
        case _:
            raise Refused("brief.soort_onbekend", field="code")
    is_agreement = feiten.code in AGREEMENTS
    block = () if is_agreement else address_block(feiten.klant.feiten)
    return BriefGegevens(
        soort=feiten.code,
        gemeente=gemeente_of(feiten),
        datum=feiten.datum,
        kenmerk=feiten.kenmerk,
        ondertekenaar=Ondertekenaar(naam=feiten.wie.naam, functie=FUNCTIE),
        adresregels=block,
        aanhef="" if is_agreement else salutation(feiten.klant.feiten),
        velden=fields,
        rijen=rows,
        voorwaarden=conditions,
        uitreiken=not is_agreement and not block,
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

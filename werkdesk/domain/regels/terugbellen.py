"""Calling back after a melding: by when, how often, on which parts of the day, when a letter goes (F7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from werkdesk.domain.belpoging import Belpoging, BelUitkomst, Dagdeel
from werkdesk.domain.datums import AMSTERDAM, kalenderdag, lange_datum
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.uitleg import Uitleg
from werkdesk.domain.regels.werktijden import werktijden_van
from werkdesk.domain.termijn import RegelVerwijzing

BriefReden = Literal["niet_bereikt", "nummer_klopt_niet", "geen_nummer"]
_VELD, _NORM = "meldingsdatum", "bellen.norm"


@dataclass(frozen=True, slots=True, kw_only=True)
class BelFeiten:
    """What calling back depends on. ``gemeente``: four digits or every gemeente. ``heeft_nummer``: any."""

    meldingsdatum: date
    vandaag: date
    pogingen: tuple[Belpoging, ...] = ()
    gemeente: str = ALLE_GEMEENTEN
    heeft_nummer: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BelStand:
    """Where calling stands.

    ``norm_datum``: last working day to reach the klant; ``werkdagen_over`` until then, below 0 when late.
    ``gemist``: attempts without a talk since the last talk; ``telt`` those on different half days, of
    ``nodig``. ``nog``: parts of the day not tried yet; ``dagdelen``: how many there must be.
    ``brief``: code of the letter that is proposed now, with the reason; ``None`` when calling goes on.
    """

    norm_datum: date
    werkdagen_over: int
    gesproken: bool
    gemist: int
    telt: int
    nodig: int
    laatste: Belpoging | None
    nog: tuple[Dagdeel, ...]
    dagdelen: int
    brief: str | None
    brief_reden: BriefReden | None
    regels: tuple[RegelVerwijzing, ...]
    uitleg: tuple[str, ...]

    @property
    def te_laat(self) -> bool:
        """Whether the service norm has passed without a talk."""
        return not self.gesproken and self.werkdagen_over < 0


def bel_stand(feiten: BelFeiten, regels: RegelSet) -> BelStand:
    """Where calling stands on ``vandaag``. Raises ``Refused('regel.geen_versie')``."""
    return _Bellen(feiten, regels).stand()


@lru_cache(maxsize=4096)
def norm_datum(meldingsdatum: date, gemeente: str, regels: RegelSet) -> date:
    """Last working day of the service norm: the same for every case of a day. Raises as :func:`bel_stand`."""
    norm = regels.geldig(_NORM, meldingsdatum, veld=_VELD, gemeente=gemeente)
    return werktijden_van(regels, gemeente).na(meldingsdatum, norm.waarde)


class _Bellen:
    def __init__(self, feiten: BelFeiten, regels: RegelSet) -> None:
        self.feiten, self.regels, self.uitleg = feiten, regels, Uitleg()
        self.tijden = werktijden_van(regels, feiten.gemeente)

    def stand(self) -> BelStand:
        f = self.feiten
        norm = self._find(_NORM)
        norm_day = norm_datum(f.meldingsdatum, f.gemeente, self.regels)
        self.uitleg.zeg(f"{norm.tekst} Dat is uiterlijk {lange_datum(norm_day)}.")
        missed = _since_last_talk(f.pogingen)
        needed = self._find("bellen.pogingen").waarde
        letter, why = self._letter(missed, needed)
        return BelStand(
            norm_datum=norm_day,
            werkdagen_over=self._left(norm_day),
            gesproken=any(not one.uitkomst.is_gemist for one in f.pogingen),
            gemist=len(missed),
            telt=len(_half_days(missed)),
            nodig=needed,
            laatste=f.pogingen[-1] if f.pogingen else None,
            nog=self._untried(missed),
            dagdelen=self._look("bellen.dagdelen").waarde,
            brief=letter,
            brief_reden=why,
            regels=self.uitleg.verwijzingen(),
            uitleg=tuple(self.uitleg.zinnen),
        )

    def _letter(self, missed: tuple[Belpoging, ...], needed: int) -> tuple[str | None, BriefReden | None]:
        """A letter after enough misses on enough parts of the day; at once when calling cannot help."""
        talked = len(missed) < len(self.feiten.pogingen)
        if not self.feiten.heeft_nummer:
            return (None, None) if talked else (self._find("bellen.brief").waarde, "geen_nummer")
        if missed and missed[-1].uitkomst is BelUitkomst.NUMMER_KLOPT_NIET:
            return self._find("bellen.brief").waarde, "nummer_klopt_niet"
        parts = self._find("bellen.dagdelen")
        if len(_half_days(missed)) < needed:
            return None, None
        if len({one.dagdeel for one in missed}) < parts.waarde:
            self.uitleg.zeg(parts.tekst)
            return None, None
        letter = self._find("bellen.brief")
        self.uitleg.zeg(letter.tekst)
        return letter.waarde, "niet_bereikt"

    def _untried(self, missed: tuple[Belpoging, ...]) -> tuple[Dagdeel, ...]:
        tried = {one.dagdeel for one in missed}
        return tuple(part for part in (Dagdeel.OCHTEND, Dagdeel.MIDDAG) if part not in tried)

    def _left(self, norm_day: date) -> int:
        today = self.feiten.vandaag
        late = self.tijden.tussen(norm_day, today)
        return -late if late else self.tijden.tussen(today, norm_day)

    def _look(self, id_: str) -> Regel:
        return self.regels.geldig(id_, self.feiten.meldingsdatum, veld=_VELD, gemeente=self.feiten.gemeente)

    def _find(self, id_: str) -> Regel:
        return self.uitleg.steunt_op(self._look(id_))


def _since_last_talk(attempts: tuple[Belpoging, ...]) -> tuple[Belpoging, ...]:
    missed: list[Belpoging] = []
    for one in attempts:
        missed = [*missed, one] if one.uitkomst.is_gemist else []
    return tuple(missed)


def _half_days(missed: Iterable[Belpoging]) -> set[tuple[date, Dagdeel]]:
    """Three calls within one morning count as one: nobody was given a chance in between."""
    return {(kalenderdag(one.moment, AMSTERDAM), one.dagdeel) for one in missed}

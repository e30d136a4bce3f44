"""Who would be treated differently: changed records, and the jurist's cases under both sets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from werkdesk.domain.regels.gevalbestand import read_cases
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.vergelijken import Verschil, Wijziging, vergelijk, wijzigingen
from werkdesk.errors import Refused
from werkdesk.messages.rule_calls import MOST_CASES
from werkdesk.usecases.regels.uitleg import RegelUitleg, toon_regel


@dataclass(frozen=True, slots=True, kw_only=True)
class RegelVerschil:
    """One record that differs; ``nu`` or ``straks`` is ``None`` where it is not there."""

    nu: RegelUitleg | None
    straks: RegelUitleg | None

    @property
    def regel(self) -> RegelUitleg:
        """Whichever there is, the new one first."""
        found = self.straks or self.nu
        assert found is not None  # noqa: S101 - a difference has at least one side
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Proef:
    """What a set of changes does. ``gevallen``: cases in the file, each worked out for every gemeente.

    ``van``: ``merk`` of the concept, or id of the version, that was tried.
    ``inhoud``: the case file as it was read.
    """

    van: str
    gevallen: int
    gemeenten: tuple[str, ...]
    regels: tuple[RegelVerschil, ...]
    anders: tuple[Verschil, ...]
    inhoud: str = ""

    @property
    def onverwacht(self) -> int:
        """How many of the cases that change end otherwise than the jurist wrote down."""
        return sum(one.verwacht is False for one in self.anders)


def beproef(
    van: str, nu: RegelSet, straks: RegelSet, gemeenten: Iterable[str], content: bytes | None
) -> Proef:
    """Compare. ``content``: a case file, ``None`` for the records alone.

    Raises ``Refused``: ``gevallen.json``, ``gevallen.formaat``, ``gevallen.dubbel``, ``gevallen.te_veel``.
    """
    places = tuple(gemeenten) or (ALLE_GEMEENTEN,)
    cases = [] if content is None else read_cases(content)
    if len(cases) > MOST_CASES:
        raise Refused("gevallen.te_veel", field="gevallen", hoogstens=MOST_CASES)
    return Proef(
        van=van,
        gevallen=len(cases),
        gemeenten=places,
        regels=regel_verschillen(nu, straks),
        anders=vergelijk(cases, nu, straks, places),
        inhoud="" if content is None else content.decode("utf-8-sig"),
    )


def regel_verschillen(nu: RegelSet, straks: RegelSet) -> tuple[RegelVerschil, ...]:
    """Every record that differs, with both of its sides."""
    return tuple(
        RegelVerschil(nu=_shown(nu, one), straks=_shown(straks, one)) for one in wijzigingen(nu, straks)
    )


def _shown(regels: RegelSet, one: Wijziging) -> RegelUitleg | None:
    found = (r for r in regels.reeks(one.regel) if (r.gemeente, r.versie) == (one.gemeente, one.versie))
    regel: Regel | None = next(found, None)
    return None if regel is None else toon_regel(regel)

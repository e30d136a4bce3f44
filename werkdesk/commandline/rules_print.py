"""How ``werkdesk rules`` writes what it found: JSON with a promise, or plain text for a jurist."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from werkdesk.domain.namen.vouwen import vouw
from werkdesk.domain.regels.gevalbestand import FORMAAT, Uitslag
from werkdesk.domain.regels.regel import Regel, Zekerheid
from werkdesk.domain.regels.regelset import RegelSet, canonical

_encode = json.JSONEncoder(ensure_ascii=False).encode
_OORDEEL = {True: "goed", False: "FOUT", None: "geen verwachting"}


def _dumps(value: Any) -> str:
    text = _encode(value)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        # Half of a surrogate pair, which a case may hold, has no UTF-8: write the escape it came as.
        return json.dumps(value)
    return text


def _document(name: str, rows: Iterable[str], **extra: Any) -> str:
    head = "".join(f", {json.dumps(key)}: {_dumps(value)}" for key, value in extra.items())
    body = ",\n".join(rows)
    return f'{{"formaat": {FORMAAT}{head}, "{name}": [\n{body}\n]}}\n'


def answers_json(results: Iterable[Uitslag]) -> str:
    """The document of ``rules test --json``, an answer a line."""
    return _document("antwoorden", (_dumps(result.as_json()) for result in results))


def answers_text(results: Sequence[Uitslag]) -> str:
    """One line a case, then the sum; what differs shows its outcome."""
    lines = []
    for result in results:
        lines.append(f"{_OORDEEL[False if result.wijkt_af else result.klopt]:<17}{result.id}")
        if result.wijkt_af:
            lines.append(f"{'':<17}uitkomst: {_dumps(result.kern)}")
        if result.uitleg_klopt is False:
            lines.append(f"{'':<17}de uitleg noemt niet alle verwachte regels")
    wrong = sum(result.wijkt_af for result in results)
    lines.append(f"{len(results)} gevallen, {wrong} anders dan verwacht.")
    return "\n".join(lines) + "\n"


def explanations_text(regels: RegelSet, results: Iterable[Uitslag]) -> str:
    """Outcome, reasons in plain Dutch, and the records with their place in the law."""
    lines = []
    for result in results:
        lines += [result.id, f"  Uitkomst: {_dumps(result.kern)}"]
        if result.antwoord is not None:
            lines += [f"  {zin}" for zin in result.antwoord.uitleg.zinnen]
            lines += [_one_line(regel) for regel in result.antwoord.uitleg.regels]
        lines.append("")
    lines.append(_stand(regels))
    return "\n".join(lines) + "\n"


def _one_line(regel: Regel) -> str:
    unsure = "" if regel.zekerheid is Zekerheid.GEVERIFIEERD else " (nog niet bevestigd)"
    place = f"  {regel.bron.vindplaats}" if regel.bron.vindplaats else ""
    return f"  - {regel.id} vanaf {regel.versie}: {regel.naam}; {regel.bron.tekst}{unsure}{place}"


def _stand(regels: RegelSet) -> str:
    return f"Regels van {regels.versie}, kenmerk {regels.vingerafdruk[:12]}."


def matching(regels: RegelSet, search: str) -> list[Regel]:
    """Records whose id, name, sentence or source holds the text, whatever its capitals and accents."""
    wanted = vouw(search)
    return [
        regel
        for regel in regels.regels
        if wanted in vouw(f"{regel.id} {regel.naam} {regel.tekst} {regel.bron.tekst}")
    ]


def rules_json(regels: RegelSet, found: Iterable[Regel]) -> str:
    """Records as data, a record a line."""
    stand = {"versie": regels.versie, "vingerafdruk": regels.vingerafdruk}
    return _document("regels", (_dumps(canonical(regel)) for regel in found), stand=stand)


def rules_text(regels: RegelSet, found: Iterable[Regel]) -> str:
    """Records for reading: what, how much, from when, where, and the sentence for the klant."""
    lines = []
    for regel in found:
        until = f" tot en met {regel.geldig_tot}" if regel.geldig_tot else ""
        where = "" if regel.gemeente == "*" else f", gemeente {regel.gemeente}"
        lines += [
            _one_line(regel).removeprefix("  - "),
            f"  waarde {_dumps(canonical(regel)['waarde'])} ({regel.eenheid})",
            f"  geldig vanaf {regel.versie}{until}{where}",
            f"  {regel.tekst}",
            "",
        ]
    lines.append(_stand(regels))
    return "\n".join(lines) + "\n"


def rehearsal_json(
    sets: tuple[RegelSet, RegelSet], number: int, changed: Iterable[tuple[Uitslag, Uitslag]]
) -> str:
    """Who would be treated differently: outcome now and then, a case a line."""
    return _document(
        "anders",
        (_dumps({"id": old.id, "nu": old.kern, "straks": new.kern}) for old, new in changed),
        gevallen=number,
        nu=sets[0].vingerafdruk,
        straks=sets[1].vingerafdruk,
    )


def rehearsal_text(
    sets: tuple[RegelSet, RegelSet], number: int, changed: Sequence[tuple[Uitslag, Uitslag]]
) -> str:
    """The same for reading."""
    lines = []
    for old, new in changed:
        lines += [old.id, f"  nu     {_dumps(old.kern)}", f"  straks {_dumps(new.kern)}"]
    lines.append(f"{len(changed)} van {number} gevallen krijgen een andere uitkomst.")
    lines.append(f"Nu: {_stand(sets[0])} Straks: {_stand(sets[1])}")
    return "\n".join(lines) + "\n"

"""Search as you type: every keystroke of realistic questions against one frame, and against a floor.

The floor is the least that any design must do, on the same encrypted file in the same run: one row by its
key, and the fifty rows that a list shows, each by a bare connection without anything of ours around it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from werkdesk.bench.aims import Aim
from werkdesk.bench.figures import FRAME_MS, Series, noise, percentile, summary, timed
from werkdesk.bench.office import SEED, USER, Office, Tell
from werkdesk.bench.queries import Question, keystrokes, make_questions
from werkdesk.desk.clock import DeskClock
from werkdesk.domain.namen.vouwen import vouw
from werkdesk.storage.cache import open_cache
from werkdesk.storage.connect import connect
from werkdesk.storage.engine import FILE_NAME
from werkdesk.storage.keyslots.slots import open_slot
from werkdesk.usecases.overzichten import KlantHit, Overzichten

LIMIT = 50
Surnames = Callable[[UUID], set[str]]
"""The folded surnames a klant goes by: their own and their partner's."""

_BLOCK = 25  # keystrokes between two turns of the floor
_ROW = "SELECT id, naam, geboren, adres, bsn FROM klant WHERE n = ?"
_LIST = """
SELECT k.id, k.naam, k.geboren, k.adres, k.bsn FROM (
    SELECT klant FROM zoeknaam WHERE sleutel >= ? ORDER BY sleutel, voornaam, datum, klant LIMIT 50
) z JOIN klant k ON k.n = z.klant
"""


@dataclass(slots=True)
class _Kind:
    """Figures of one kind of question. ``found``: how often who was meant was among the hits at the end."""

    keys: Series = field(default_factory=Series)
    finished: int = 0
    found: int = 0

    def told(self) -> dict[str, Any]:
        recall = self.found / self.finished if self.finished else 0.0
        return {"questions": self.finished, "recall_at_50": round(recall, 3), **self.keys.told()}


@dataclass(slots=True)
class SearchRun:
    """One pass over the questions. ``first_ms``: the first question after opening, cold."""

    reads: Overzichten
    floor: Callable[[], None]
    keys: Series = field(default_factory=Series)
    kinds: dict[str, _Kind] = field(default_factory=dict)
    slowest: list[tuple[float, str, int]] = field(default_factory=list)
    first_ms: float = 0.0

    def ask(self, questions: Sequence[Question], tell: Tell) -> None:
        """Type every question key by key; the floor takes its turn after each block."""
        _, cold = timed(lambda: self.reads.zoek(questions[0].text, LIMIT))
        self.first_ms = cold.wall
        count = 0
        for number, question in enumerate(questions, start=1):
            kind = self.kinds.setdefault(question.soort, _Kind())
            hits: tuple[KlantHit, ...] = ()
            for text in keystrokes(question.text):
                hits = self._key(kind, question.soort, text)
                count += 1
                if count % _BLOCK == 0:
                    self.floor()
            kind.finished += 1
            kind.found += is_found(question, hits, _surnames_in(self.reads))
            if number % 100 == 0:
                tell(f"{number} van {len(questions)} zoekvragen")

    def _key(self, kind: _Kind, soort: str, text: str) -> tuple[KlantHit, ...]:
        hits, taken = timed(lambda: self.reads.zoek(text, LIMIT))
        self.keys.keep(taken)
        kind.keys.keep(taken)
        self.slowest.append((taken.cpu, soort, len(text)))
        return hits


def is_found(question: Question, hits: Sequence[KlantHit], surnames: Surnames) -> bool:
    """Whether who was meant is among ``hits``.

    Where the text fits more people than a list holds, a bearer of the name is as good, by birth or by their
    partner; and without a name a full list of people whom the text fits. ``surnames``: of a klant.
    """
    if any(hit.id == question.klant for hit in hits):
        return True
    if question.is_exact:
        return False
    if not question.achternaam:
        return len(hits) >= LIMIT and all(hit.waarom is None for hit in hits)
    wanted = vouw(question.achternaam)
    return any(wanted in surnames(hit.id) for hit in hits)


def _surnames_in(reads: Overzichten) -> Surnames:
    def surnames(klant: UUID) -> set[str]:
        dossier = reads.dossier(klant)
        naam = dossier.klant.feiten.naam if dossier is not None else None
        if naam is None:
            return set()
        return {vouw(part) for part in (naam.geslachtsnaam, naam.partner_geslachtsnaam) if part}

    return surnames


def measure_search(office: Office, per_kind: int, tell: Tell) -> dict[str, Any]:
    """All figures of the questions themselves. ``per_kind``: questions of each kind."""
    clock = DeskClock()
    keys = open_slot(office.profile.cache, office.vault, USER, office.pin, now=clock())
    try:
        handles = open_cache(office.profile.cache, keys, clock=clock)
        bare = connect(office.profile.cache / FILE_NAME, keys.cache_key(), read_only=True)
        try:
            floor = _Floor(bare, office)
            run = SearchRun(handles.overzichten, floor.turn)
            run.ask(make_questions(SEED, office.witnesses, office.meldingen, per_kind), tell)
        finally:
            bare.close()
            handles.close()
    finally:
        keys.wipe()
    return _figures(run, floor)


class _Floor:
    """Bare reads of the same file, five of each a turn."""

    def __init__(self, connection: Any, office: Office) -> None:
        self.row, self.rows = Series(), Series()
        self._connection = connection
        self._dice = Random(SEED)  # noqa: S311 - which rows is no secret
        self._names = [
            vouw(klant.feiten.naam.geslachtsnaam) for klant in office.witnesses if klant.feiten.naam
        ]
        self._people = office.people

    def turn(self) -> None:
        for _ in range(5):
            n, name = self._dice.randint(1, self._people), self._dice.choice(self._names)
            self.row.take(lambda n=n: self._connection.execute(_ROW, (n,)).fetchall())  # type: ignore[misc]
            self.rows.take(lambda name=name: self._connection.execute(_LIST, (name,)).fetchall())  # type: ignore[misc]


def _figures(run: SearchRun, floor: _Floor) -> dict[str, Any]:
    run.slowest.sort(reverse=True)
    return {
        "keystrokes": run.keys.told(),
        "kinds": {name: kind.told() for name, kind in sorted(run.kinds.items())},
        "slowest_cpu_ms": [
            {"ms": round(ms, 2), "kind": kind, "keys": keys} for ms, kind, keys in run.slowest[:5]
        ],
        "first_after_opening_ms": round(run.first_ms, 2),
        "floor": {"one_row": floor.row.told(), "fifty_rows": floor.rows.told()},
        "to_frame": {
            "wall_p99": round(percentile(run.keys.wall, 0.99) / FRAME_MS, 3),
            "cpu_p99": round(percentile(run.keys.cpu, 0.99) / FRAME_MS, 3),
        },
        "to_floor": {
            "one_row_median": _to(run.keys.cpu, floor.row.cpu, 0.5),
            "fifty_rows_median": _to(run.keys.cpu, floor.rows.cpu, 0.5),
            "fifty_rows_p99": _to(run.keys.cpu, floor.rows.cpu, 0.99),
        },
        "noise": {"one_row_wall": noise(floor.row.wall), "fifty_rows_wall": noise(floor.rows.wall)},
    }


def _to(case: Sequence[float], floor: Sequence[float], part: float) -> float:
    return round(percentile(case, part) / (percentile(floor, part) or 1e-9), 2)


def search_aims(figures: dict[str, Any]) -> list[Aim]:
    """The query within a frame; who was meant found."""
    kinds = figures["kinds"]
    aims = [
        Aim(
            "search.p99", "99 van de 100 toetsaanslagen hebben hun antwoord binnen",
            figures["keystrokes"]["wall_ms"]["p99"], "ms", most=round(FRAME_MS, 1),
        ),
        Aim(
            "search.cpu_p99", "rekentijd daarvan, in beelden van 16,7 ms",
            figures["to_frame"]["cpu_p99"], "x", most=0.2,
        ),
    ]  # fmt: skip
    for kind, least in (("achternaam_datum", 0.99), ("typefout", 0.97), ("typefout_datum", 0.99)):
        if kind in kinds:
            words = f"gevonden bij {kind.replace('_', ' en ')}"
            aims.append(Aim(f"search.recall.{kind}", words, kinds[kind]["recall_at_50"], "", least=least))
    return aims


__all__ = ["Series", "is_found", "measure_search", "search_aims", "summary"]

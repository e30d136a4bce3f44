"""The search box and the look-alikes: which persons, in which order, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.errors import Refused
from werkdesk.storage.projection.klant_rows import bsn_hash
from werkdesk.storage.records import marks
from werkdesk.storage.search.fetch import fetch
from werkdesk.storage.search.keys import sound, words
from werkdesk.storage.search.ranges import (
    TOP,
    Range,
    address_ranges,
    exact_name_ranges,
    name_ranges,
    number_ranges,
    run,
    surname_candidates,
)
from werkdesk.storage.search.reading import Query, read_query
from werkdesk.storage.search.shown_name import says_why
from werkdesk.storage.search.typos import like_sounding, near_beginnings, near_names
from werkdesk.usecases.overzichten import KlantHit

_FEW = 10  # below so many hits the query may be mistyped
_LEAST_SHARE = 3  # lines a name that may have been meant gets at least

# A klant counts as unsent when anything of it is: themselves or a melding of theirs.
_SHOWN = """
SELECT k.n, k.id, k.naam, k.geboren, k.adres, k.bsn, k.voornamen, k.geheim,
       (SELECT count(*) FROM melding m WHERE m.klant = k.id AND m.status <> 'gesloten') AS open,
       k.onverzonden OR EXISTS (SELECT 1 FROM melding m WHERE m.klant = k.id AND m.onverzonden = 1) AS unsent
FROM klant k WHERE k.n IN ({marks})
"""
_BY_KENMERK = """
SELECT klant, kenmerk FROM melding WHERE kenmerk >= ?1 AND kenmerk < ?2
UNION ALL
SELECT klant, nummer FROM overeenkomst WHERE nummer >= ?1 AND nummer < ?2
LIMIT ?3
"""
_BY_TICKET = """
SELECT k.n FROM bezoek b JOIN klant k ON k.id = b.klant
WHERE b.nummer = ?1 AND b.dag = ?2 ORDER BY b.binnen DESC
"""


@dataclass(frozen=True, slots=True)
class Zoeker:
    """Searches persons. ``search_key``: of the hash by which a BSN is found, 32 bytes."""

    search_key: bytes

    def search(self, connection: Connection, text: str, limit: int, today: date) -> tuple[KlantHit, ...]:
        """At most ``limit`` persons: who matches, then who may have been meant, with the reason."""
        query = read_query(text, today)
        if query.kenmerken:
            found = [hit for one in query.kenmerken for hit in self._by_kenmerk(connection, one, limit)]
            return tuple(found[:limit])
        reasons: dict[int, str | None] = dict.fromkeys(run(connection, self._ranges(query, today), limit))
        if len(reasons) < min(_FEW, limit) and query.namen and not query.postcode:
            for n, reason in _meant(connection, query, limit):
                reasons.setdefault(n, reason)
                if len(reasons) >= limit:
                    break
        return _own_name_first(_shown(connection, list(reasons.items())[:limit]), query)

    def look_alikes(
        self, connection: Connection, naam: str, geboortedatum: str | None, limit: int, today: date
    ) -> tuple[KlantHit, ...]:
        """Persons who may be the one about to be made: same sound, a slip, the same birth date."""
        names = tuple(word for word in words(naam) if not word.isdigit())
        query = Query(namen=names)
        reasons: dict[int, str | None] = {}
        born = _born(geboortedatum, today)
        same = (one for first, key in _readings(query) for one in exact_name_ranges(query, key, first))
        for n in run(connection, same, limit):
            reasons.setdefault(n, "naam")
        for n, reason in _meant(connection, query, limit) if names else []:
            reasons.setdefault(n, reason)
        ranked = _by_birth(connection, list(reasons.items()), born, limit)
        if born is not None and born.complete and names:
            heads = {key[:1] for key in surname_candidates(names)}
            for n in _same_day(connection, str(born), heads, limit):
                if n not in reasons:
                    ranked.append((n, "geboortedatum"))
        return _shown(connection, ranked[:limit])

    def _ranges(self, query: Query, today: date) -> Iterator[Range]:
        if query.ticket:
            yield Range(_BY_TICKET, (query.ticket, today.isoformat()))
        elif query.cijfers or query.bsn:
            yield from number_ranges(query.cijfers, self._hash(query.bsn))
        elif query.postcode:
            yield from address_ranges(query)
        elif query:
            yield from name_ranges(query)

    def _hash(self, digits: str) -> bytes | None:
        try:
            return bsn_hash(Bsn(digits), self.search_key) if digits else None
        except Refused:
            return None

    def _by_kenmerk(self, connection: Connection, kenmerk: str, limit: int) -> tuple[KlantHit, ...]:
        start = kenmerk.rstrip("-")
        rows = connection.exec_driver_sql(_BY_KENMERK, (start, start + TOP, limit)).all()
        numbers = {
            UUID(bytes=key): n
            for n, key in connection.exec_driver_sql(
                f"SELECT n, id FROM klant WHERE id IN ({marks(rows)})",  # noqa: S608
                tuple(row.klant for row in rows),
            )
        }
        found = []
        for row in rows:
            if (n := numbers.get(UUID(bytes=row.klant))) is not None:
                found += [replace(hit, kenmerk=row.kenmerk) for hit in _shown(connection, [(n, None)])]
        return tuple(found)


def _own_name_first(hits: tuple[KlantHit, ...], query: Query) -> tuple[KlantHit, ...]:
    """Who was found by the name of a partner comes after who bears the name, and the line says so."""
    if not query.namen or query.postcode or query.cijfers:
        return hits
    ranked: dict[int, list[KlantHit]] = {0: [], 1: [], 2: []}
    for hit in hits:
        if hit.waarom is not None:
            ranked[2].append(hit)
        elif says_why(query.namen, hit.naam):
            ranked[0].append(hit)
        else:
            ranked[1].append(replace(hit, waarom="partner"))
    return (*ranked[0], *ranked[1], *ranked[2])


def _meant(connection: Connection, query: Query, limit: int) -> Iterator[tuple[int, str]]:
    """Persons with a surname near what was typed. A first name that was typed must fit."""
    for first, key in _readings(query):
        yield from _near(connection, query, key, first, limit)


def _readings(query: Query) -> list[tuple[str, str]]:
    """First name (may be empty) and surname key, for every way to read the names."""
    heads = [("", query.namen)]
    if len(query.namen) > 1:
        heads += [(query.namen[0], query.namen[1:]), (query.namen[-1], query.namen[:-1])]
    pairs = [(first, key) for first, last in heads for key in surname_candidates(last)]
    return list(dict.fromkeys(pairs))


def _near(
    connection: Connection, query: Query, key: str, first: str, limit: int
) -> Iterator[tuple[int, str]]:
    heard = sound(key)
    near = near_names(connection, key)
    for name in near:
        reason = "klank" if sound(name) == heard else "typefout"
        for n in run(connection, exact_name_ranges(query, name, first), _share(limit, near)):
            yield n, reason
    alike = like_sounding(connection, key)
    for name in alike:
        for n in run(connection, exact_name_ranges(query, name, first), _share(limit, alike)):
            yield n, "klank"
    if not first:
        starts = near_beginnings(connection, key)
        for start in starts:
            half = replace(query, namen=(start,))
            for n in run(connection, name_ranges(half), _share(limit, starts)):
                yield n, "typefout"


def _share(limit: int, names: Sequence[str]) -> int:
    """Lines for each of several names: the bearers of one may not keep the others off the list."""
    return max(_LEAST_SHARE, limit // max(1, len(names)))


def _born(text: str | None, today: date) -> GeboorteDatum | None:
    try:
        return None if text is None else GeboorteDatum.parse(text, today)
    except Refused:
        return None


def _by_birth(
    connection: Connection, found: Sequence[tuple[int, str | None]], born: GeboorteDatum | None, limit: int
) -> list[tuple[int, str | None]]:
    """Who is born on the same day first; who certainly is not, is not the same person and falls away."""
    if born is None or born == "00000000" or not found:
        return list(found)
    rows = connection.exec_driver_sql(
        f"SELECT n, geboren FROM klant WHERE n IN ({marks(found)})",  # noqa: S608
        tuple(n for n, _ in found),
    )
    days = {row.n: row.geboren for row in rows}
    ranked = [(_agreement(str(born), days.get(n)), place, n, why) for place, (n, why) in enumerate(found)]
    return [(n, why) for rank, _, n, why in sorted(ranked) if rank < _NOT_THE_SAME][:limit]


_NOT_THE_SAME = 3


def _agreement(one: str, other: str | None) -> int:
    """0 the same day, 1 the same as far as both are known, 2 unknown or one slip, 3 somebody else."""
    if other is None or other == "00000000":
        return 2
    if one == other:
        return 0
    parts = ((one[:4], other[:4]), (one[4:6], other[4:6]), (one[6:], other[6:]))
    agrees = [a == b for a, b in parts if int(a) and int(b)]
    if all(agrees):
        return 1
    # One part misread beside parts that agree, or day and month exchanged: a slip, not another person.
    is_slip = agrees.count(False) == 1 and any(agrees)
    return 2 if is_slip or one[:4] + one[6:] + one[4:6] == other else _NOT_THE_SAME


def _same_day(connection: Connection, born: str, heads: set[str], limit: int) -> list[int]:
    """Born on the same day with a surname that begins with the same letter."""
    found: list[int] = []
    for head in sorted(heads):
        one = Range(
            "SELECT klant FROM zoeknaam WHERE datum = ? AND sleutel >= ? AND sleutel < ? "
            "ORDER BY sleutel, klant",
            (born, head, head + TOP),
        )
        found += run(connection, iter([one]), limit)
    return list(dict.fromkeys(found))


def _shown(connection: Connection, found: Sequence[tuple[int, str | None]]) -> tuple[KlantHit, ...]:
    """Lines for the screen, in the order given."""
    if not found:
        return ()
    rows = fetch(connection, _SHOWN.format(marks=marks(found)), tuple(n for n, _ in found))
    by_number = {row[0]: row for row in rows}
    hits = []
    for number, why in found:
        if (row := by_number.get(number)) is not None:
            _, key, naam, geboren, adres, bsn, first, secret, is_open, unsent = row
            hits.append(
                KlantHit(
                    id=UUID(bytes=key), naam=naam, geboren=geboren or "", adres=adres, bsn=bsn,
                    voornamen=first, geheim=bool(secret),
                    open_meldingen=is_open, onverzonden=bool(unsent), waarom=why,
                )
            )  # fmt: skip
    return tuple(hits)

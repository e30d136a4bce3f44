"""Each reading of a query as one range of one index; together they give the short names of the persons found.

Nothing here sorts all matches or counts them: both would visit every match. The order of the index is the
order of the list, so it does not move while more is typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from werkdesk.storage.search.fetch import fetch
from werkdesk.storage.search.keys import PREFIXES, without_prefixes
from werkdesk.storage.search.reading import Query

TOP = "\U0010ffff"
"""Above every letter a key may hold."""
_ROOM = 20  # rows asked beyond the limit, because a person may be found by two keys
_INITIAL = 2  # letters up to which a first name is only a beginning


@dataclass(frozen=True, slots=True)
class Range:
    """A statement that gives ``klant.n`` in the order of an index, and its values."""

    sql: str
    values: tuple[object, ...]


def run(connection: Connection, ranges: Iterator[Range], limit: int) -> list[int]:
    """The first persons of the ranges in turn, each once."""
    found: dict[int, None] = {}
    for one in ranges:
        for (n,) in fetch(connection, f"{one.sql} LIMIT {limit + _ROOM}", one.values):
            found[n] = None
        if len(found) >= limit:
            break
    return list(found)[:limit]


def number_ranges(cijfers: str, bsn_hash: bytes | None) -> Iterator[Range]:
    """A BSN by its hash, then telephone numbers that begin so."""
    if bsn_hash is not None:
        yield Range("SELECT n FROM klant WHERE bsn_hash = ?", (bsn_hash,))
    if len(cijfers) >= 3:
        for column in ("telefoon", "telefoon2"):
            yield Range(
                f"SELECT n FROM klant WHERE {column} >= ? AND {column} < ? ORDER BY {column}, n",  # noqa: S608
                (cijfers, cijfers + TOP),
            )


def address_ranges(query: Query) -> Iterator[Range]:
    """Persons at an address; a household stands together."""
    sql = "SELECT n FROM klant WHERE postcode >= ? AND postcode < ?"
    values: tuple[object, ...] = (query.postcode, query.postcode + TOP)
    if len(query.postcode) == 6:
        sql, values = "SELECT n FROM klant WHERE postcode = ?", (query.postcode,)
    if query.huisnummer is not None:
        sql, values = f"{sql} AND huisnummer = ?", (*values, query.huisnummer)
    for key in surname_candidates(query.namen) or [""]:
        if not key:
            yield Range(f"{sql} ORDER BY postcode, huisnummer, n", values)
            continue
        inner = "SELECT 1 FROM zoeknaam z WHERE z.klant = klant.n AND "
        for column in ("sleutel", "voornaam"):
            yield Range(
                f"{sql} AND EXISTS ({inner} z.{column} >= ? AND z.{column} < ?) "
                "ORDER BY postcode, huisnummer, n",
                (*values, key, key + TOP),
            )


def surname_candidates(namen: tuple[str, ...]) -> list[str]:
    """The whole text as one surname: with its prefixes glued on, and without them."""
    if not namen:
        return []
    return list(dict.fromkeys(["".join(namen), "".join(without_prefixes(list(namen)))]))


def name_ranges(query: Query) -> Iterator[Range]:
    """Names, with a birth date or year when there is one."""
    if not query.namen:
        yield from _born_only(query)
        return
    if not query.achternaam_eerst:
        for key in surname_candidates(query.namen):
            yield from _surname(query, key)
    if len(query.namen) > 1:
        yield from _first_and_last(query)


def exact_name_ranges(query: Query, key: str, first: str) -> Iterator[Range]:
    """Bearers of one surname and nothing else, narrowed as the query asks; for look-alikes."""
    for where, values in _born(query) or [("", ())]:
        sql = f"SELECT klant FROM zoeknaam WHERE {where}sleutel = ?"  # noqa: S608
        bound: tuple[object, ...] = (*values, key)
        if first:
            sql, bound = f"{sql} AND voornaam >= ? AND voornaam < ?", (*bound, first, first + TOP)
        yield Range(f"{sql} ORDER BY voornaam, datum, klant", bound)


def _born(query: Query) -> list[tuple[str, tuple[object, ...]]]:
    """Conditions on the birth date, most exact first; unknown parts on either side still match."""
    if query.jaar is not None:
        return [("jaar = ? AND ", (query.jaar,))]
    conditions: list[tuple[str, tuple[object, ...]]] = []
    for born in query.datums:
        if born.endswith("0000"):
            conditions.append(("jaar = ? AND ", (int(born[:4]),)))
        elif born.endswith("00"):
            conditions.append(("datum >= ? AND datum < ? AND ", (born[:6], born[:6] + TOP)))
        else:
            conditions += [("datum = ? AND ", (one,)) for one in (born, born[:6] + "00", born[:4] + "0000")]
    return conditions


def _born_only(query: Query) -> Iterator[Range]:
    order = "jaar, sleutel, datum" if query.jaar is not None else "datum, sleutel"
    for where, values in _born(query):
        condition = where.removesuffix(" AND ")
        by = order if "jaar" not in where else "jaar, sleutel, datum"
        yield Range(f"SELECT klant FROM zoeknaam WHERE {condition} ORDER BY {by}, klant", values)  # noqa: S608


def _surname(query: Query, key: str) -> Iterator[Range]:
    """One surname or its beginning; the range itself puts the exact name first."""
    born = _born(query)
    if not born:
        yield Range(
            "SELECT klant FROM zoeknaam WHERE sleutel >= ? AND sleutel < ? "
            "ORDER BY sleutel, voornaam, datum, klant",
            (key, key + TOP),
        )
        return
    for where, values in born:
        order = "jaar, sleutel, datum, klant" if "jaar" in where else "datum, sleutel, klant"
        yield Range(
            f"SELECT klant FROM zoeknaam WHERE {where}sleutel >= ? AND sleutel < ? ORDER BY {order}",  # noqa: S608
            (*values, key, key + TOP),
        )


def _first_and_last(query: Query) -> Iterator[Range]:
    """``jan de vries``, ``de vries jan``, ``vries, j``: which word is the first name is not asked.

    Only the first of several given names is in the index; a second one that was typed (``anne-marie vries``,
    ``vries, jan willem``) is passed over.
    """
    words = query.namen
    readings = [(words[-1], words[:-1], True)]
    if not query.achternaam_eerst:
        readings.insert(0, (words[0], words[1:], False))
    if len(words) > 2 and words[-2] not in PREFIXES:
        readings.append((words[-2], words[:-2], True))
    if len(words) > 2 and not query.achternaam_eerst and PREFIXES.isdisjoint(words[:2]):
        readings.append((words[0], words[2:], False))
    for first, last, is_whole in readings:
        for key in surname_candidates(last):
            yield from _pair(query, first, key, whole_surname=is_whole)


def _pair(query: Query, first: str, key: str, *, whole_surname: bool) -> Iterator[Range]:
    born = _born(query)
    if born:
        for where, values in born:
            yield Range(
                f"SELECT klant FROM zoeknaam WHERE {where}sleutel >= ? AND sleutel < ? "  # noqa: S608
                "AND voornaam >= ? AND voornaam < ? ORDER BY sleutel, voornaam, datum, klant",
                (*values, key, key + TOP, first, first + TOP),
            )
        return
    # The whole surname and the beginning of a first name: one range of the first index.
    yield Range(
        "SELECT klant FROM zoeknaam WHERE sleutel = ? AND voornaam >= ? AND voornaam < ? "
        "ORDER BY voornaam, datum, klant",
        (key, first, first + TOP),
    )
    if not whole_surname and len(first) > _INITIAL:
        # The whole first name and the beginning of a surname: one range of another index.
        yield Range(
            "SELECT klant FROM zoeknaam WHERE voornaam = ? AND sleutel >= ? AND sleutel < ? "
            "ORDER BY sleutel, datum, klant",
            (first, key, key + TOP),
        )

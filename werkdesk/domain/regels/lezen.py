"""Rule tables from TOML text into records, each refusal with its file, line and reason."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from werkdesk.domain.regels.bron import Bron
from werkdesk.domain.regels.catalogus import parameter
from werkdesk.domain.regels.codelijsten import check_codes
from werkdesk.domain.regels.controle import check_records
from werkdesk.domain.regels.eenheden import EENHEDEN
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel, Zekerheid
from werkdesk.domain.regels.regelset import RegelSet, canonical
from werkdesk.errors import Refused

_HEADER = re.compile(r"^[ \t]*\[\[regel\]\][ \t]*(?:#.*)?\r?$", re.MULTILINE)
_GEMEENTE = re.compile(r"[0-9]{4}|\*")
_TOP = {"tabel", "versie", "toelichting", "regel"}
_REQUIRED = ("id", "naam", "waarde", "eenheid", "geldig_vanaf", "bron", "zekerheid")
_OPTIONAL = ("geldig_tot", "gemeente", "peildatum", "vastgesteld_door", "atw", "tekst")
_BRON = {"wet", "artikel", "lid", "onderdeel", "versie"}


def load_tables(files: Mapping[str, bytes], basis: RegelSet | None = None) -> RegelSet:
    """Read rule tables: file name → TOML bytes. With ``basis`` they are added to an existing set.

    What is added takes the place of all records in ``basis`` with the same id and gemeente, so that an office
    can have its own period without a word about the others.

    Raises ``Refused`` with code ``regels.toml``, ``regels.veld``, ``regels.waarde``, ``regels.eenheid``,
    ``regels.onbekend``, ``regels.periode``, ``regels.overlap``, ``regels.gat`` or ``regels.ontbreekt``; its
    details hold ``bestand``, ``regelnummer`` (line, 1 = first; 0 = whole file) and ``reden`` (Dutch).
    """
    records: list[Regel] = []
    versions = [basis.versie] if basis else []
    for name in sorted(files):
        versie, read = _read_file(name, files[name])
        versions.append(versie)
        records.extend(read)
    if basis is not None:
        replaced = {(regel.id, regel.gemeente) for regel in records}
        records = [r for r in basis.regels if (r.id, r.gemeente) not in replaced] + records
    records.sort(key=lambda regel: (regel.id, regel.gemeente, regel.geldig_vanaf))
    check_records(records)
    return RegelSet(tuple(records), max(versions, default="0001-01-01"), _fingerprint(records))


def _fingerprint(records: list[Regel]) -> str:
    text = json.dumps([canonical(regel) for regel in records], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class _File:
    """One table file while it is read: its name, its text, and where its records begin."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        try:
            self.text = content.decode("utf-8")
        except UnicodeDecodeError:
            raise self.refused("regels.toml", 0, "het bestand is geen UTF-8") from None
        self.starts = [self.text.count("\n", 0, found.start()) + 1 for found in _HEADER.finditer(self.text)]

    def refused(self, code: str, line: int, reason: str) -> Refused:
        return Refused(code, bestand=self.name, regelnummer=line, reden=reason)

    def line(self, number: int, key: str | None = None) -> int:
        """Line of record ``number`` (0 = first), or of ``key`` in it."""
        if number >= len(self.starts):
            return 0
        start = self.starts[number]
        end = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else None
        if key is not None:
            pattern = re.compile(rf"^\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
            for offset, text in enumerate(self.text.split("\n")[start - 1 : end]):
                if pattern.match(text):
                    return start + offset
        return start


def _read_file(name: str, content: bytes) -> tuple[str, list[Regel]]:
    file = _File(name, content)
    try:
        table = tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else file.text.count("\n") + 1
        raise file.refused("regels.toml", line, str(error)) from None
    except (ValueError, RecursionError):
        # A number of thousands of digits, or lists in lists without end: nobody writes those by hand.
        raise file.refused("regels.toml", 0, "het bestand is niet te lezen") from None
    if unknown := sorted(set(table) - _TOP):
        raise file.refused("regels.veld", 0, f"onbekend veld {unknown[0]}")
    versie = table.get("versie")
    if type(versie) is not date:
        raise file.refused("regels.veld", 0, "versie is geen datum (jjjj-mm-dd)")
    rows = table.get("regel", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise file.refused("regels.veld", 0, "een record begint met [[regel]]")
    return versie.isoformat(), [_record(file, number, row) for number, row in enumerate(rows)]


def _record(file: _File, number: int, row: dict[str, Any]) -> Regel:
    for key in row:
        if key not in _REQUIRED and key not in _OPTIONAL:
            raise file.refused("regels.veld", file.line(number, key), f"onbekend veld {key}")
    for key in _REQUIRED:
        if key not in row:
            raise file.refused("regels.veld", file.line(number), f"veld {key} ontbreekt")
    _check_types(file, number, row)
    known = parameter(row["id"])
    if known is None:
        raise file.refused("regels.onbekend", file.line(number, "id"), f"onbekende regel {row['id']}")
    if row["eenheid"] not in EENHEDEN or row["eenheid"] not in known.eenheden:
        expected = ", ".join(sorted(known.eenheden))
        raise file.refused(
            "regels.eenheid", file.line(number, "eenheid"), f"eenheid {row['eenheid']}; verwacht: {expected}"
        )
    peildatum = row.get("peildatum")
    if peildatum not in (known.peildatums or {None}):
        expected = ", ".join(sorted(known.peildatums)) or "geen"
        raise file.refused(
            "regels.veld", file.line(number, "peildatum"), f"peildatum {peildatum}; verwacht: {expected}"
        )
    try:
        value = EENHEDEN[row["eenheid"]](row["waarde"])
        check_codes(row["id"], value)
    except (ValueError, OverflowError) as error:
        raise file.refused(
            "regels.waarde", file.line(number, "waarde"), f"waarde: verwacht {error}"
        ) from None
    regel = Regel(
        id=row["id"],
        naam=row["naam"],
        waarde=value,
        eenheid=row["eenheid"],
        geldig_vanaf=row["geldig_vanaf"],
        bron=_bron(file, number, row["bron"]),
        zekerheid=Zekerheid(row["zekerheid"]),
        bestand=file.name,
        regelnummer=file.line(number),
    )
    return replace(regel, **{key: row[key] for key in _OPTIONAL if key in row})


def _check_types(file: _File, number: int, row: dict[str, Any]) -> None:
    """Types of everything but ``waarde`` and ``bron``."""

    def wrong(key: str, reason: str) -> Refused:
        return file.refused("regels.veld", file.line(number, key), f"{key}: {reason}")

    for key in ("id", "naam", "eenheid", "peildatum", "vastgesteld_door", "tekst"):
        if key in row and (not isinstance(row[key], str) or not row[key].strip()):
            raise wrong(key, "verwacht tekst")
    for key in ("geldig_vanaf", "geldig_tot"):
        if key in row and type(row[key]) is not date:
            raise wrong(key, "verwacht een datum (jjjj-mm-dd)")
    if "atw" in row and type(row["atw"]) is not bool:
        raise wrong("atw", "verwacht true of false")
    gemeente = row.get("gemeente", ALLE_GEMEENTEN)
    if not isinstance(gemeente, str) or not _GEMEENTE.fullmatch(gemeente):
        raise wrong("gemeente", 'verwacht "*" of een gemeentecode van vier cijfers')
    certainties = [known.value for known in Zekerheid]
    if row["zekerheid"] not in certainties:
        raise wrong("zekerheid", f"verwacht {', '.join(certainties)}")


def _bron(file: _File, number: int, value: Any) -> Bron:
    line = file.line(number, "bron")
    if not isinstance(value, dict) or not isinstance(value.get("wet"), str):
        raise file.refused("regels.veld", line, 'bron: verwacht {wet = "Pw", artikel = "52", lid = "1"}')
    if unknown := sorted(set(value) - _BRON):
        raise file.refused("regels.veld", line, f"bron: onbekend veld {unknown[0]}")
    for key, item in value.items():
        if key == "versie" and type(item) is not date:
            raise file.refused("regels.veld", line, "bron: versie is geen datum (jjjj-mm-dd)")
        if key != "versie" and (not isinstance(item, str) or not item):
            raise file.refused("regels.veld", line, f"bron: {key} is geen tekst")
    return Bron(**value)

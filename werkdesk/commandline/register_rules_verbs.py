"""What the verbs of ``werkdesk register rules`` do."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from werkdesk.commandline.register_verbs import do_in_register, opened, say
from werkdesk.commandline.shipped_rules import shipped_rules
from werkdesk.domain.regels.gevalbestand import read_cases
from werkdesk.domain.regels.vergelijken import Verschil, Wijziging
from werkdesk.errors import Refused, Unavailable
from werkdesk.register.database import in_transaction
from werkdesk.register.offices import the_office
from werkdesk.register.rules.decide import Decision, approve, withdraw
from werkdesk.register.rules.propose import NewTables, Proposed, propose
from werkdesk.register.rules.sets import StoredSet, find_set, list_sets
from werkdesk.register.secret_keys import read_keys

_STATES = {"concept": "voorgesteld", "vastgesteld": "vastgesteld", "vervallen": "ingetrokken"}
_SORT = {"nieuw": "erbij", "weg": "eruit", "anders": "anders"}


def propose_tables(arguments: Namespace) -> int:
    """Keep a proposal; 1 when cases change and nobody said that this is meant."""
    new = NewTables(
        files=_read_files(arguments.files),
        user=arguments.user,
        now=datetime.now(UTC),
        from_day=_day(arguments.from_day),
        note=arguments.note,
        replace=arguments.replace,
        cases=read_cases(_read(arguments.cases)) if arguments.cases is not None else (),
        accept=arguments.accept,
    )
    basis = shipped_rules()
    done = do_in_register(arguments, lambda c: propose(c, the_office(c, arguments.office), new, basis))
    if done.stored is None:
        say(arguments, {"nummer": None, **_effect(done)}, _told(done.records, done.changed))
        raise Refused("regels.gevallen_anders", aantal=len(done.changed))
    words = f"Versie {done.stored.number} is voorgesteld. Een ander moet haar vaststellen."
    told = _told(done.records, done.changed)
    return say(arguments, {**done.stored.line(), **_effect(done)}, f"{told}\n{words}")


def approve_version(arguments: Namespace) -> int:
    """Approve, sign and publish."""
    basis, decision = shipped_rules(), _decision(arguments)
    with opened(arguments) as register:
        key = read_keys(register.profile).publisher
        done = in_transaction(
            register.engine,
            lambda c: approve(c, the_office(c, arguments.office), decision, basis, key),
        )
    words = f"Versie {done.number} is vastgesteld en geldt vanaf {done.from_day}. De balies halen haar op."
    return say(arguments, done.line(), words)


def withdraw_version(arguments: Namespace) -> int:
    """Withdraw, and tell the desks when they had it."""
    decision = replace(_decision(arguments), reason=arguments.reason.strip()[:1000])
    with opened(arguments) as register:
        key = read_keys(register.profile).publisher
        done = in_transaction(
            register.engine, lambda c: withdraw(c, the_office(c, arguments.office), decision, key)
        )
    return say(arguments, done.line(), f"Versie {done.number} is ingetrokken.")


def show_versions(arguments: Namespace) -> int:
    """One line a version, newest first."""
    found = do_in_register(arguments, lambda c: list_sets(c, the_office(c, arguments.office).scope))
    for one in found:
        say(arguments, one.line(), _one_line(one))
    return 0


def show_version(arguments: Namespace) -> int:
    """Everything of one version; with ``--out`` its files as they were proposed."""
    one = do_in_register(
        arguments, lambda c: find_set(c, the_office(c, arguments.office).scope, arguments.number)
    )
    if arguments.out is not None:
        _write_files(arguments.out, one)
    records = [Wijziging(**record) for record in one.effect.records]
    changed = [Verschil(**case) for case in one.effect.changed]
    tables = "\n\n".join(f"# {name}\n{text.strip()}" for name, text in sorted(one.tables.items()))
    return say(arguments, one.whole(), "\n".join((_one_line(one), _told(records, changed), "", tables)))


def _one_line(one: StoredSet) -> str:
    day = f"vanaf {one.from_day}" if one.from_day is not None else "vanaf de dag van vaststellen"
    by = f"door {one.proposed_by}" + (f", vastgesteld door {one.approved_by}" if one.approved_by else "")
    note = f"  {one.note}" if one.note else ""
    return f"versie {one.number}  {_STATES[one.state]}  {day}  {by}{note}"


def _told(records: Sequence[Wijziging], changed: Sequence[Verschil]) -> str:
    """What a proposal does, for reading."""
    lines = []
    for one in records:
        where = "" if one.gemeente == "*" else f" (gemeente {one.gemeente})"
        lines.append(f"{_SORT[one.soort]:<6} {one.regel} vanaf {one.versie}{where}")
    for case in changed:
        lines.append(f"geval {case.id}, gemeente {case.gemeente}: andere uitkomst")
        lines += [f"  nu     {case.nu}", f"  straks {case.straks}"]
    lines.append(f"{len(records)} regels anders, {len(changed)} gevallen krijgen een andere uitkomst.")
    return "\n".join(lines)


def _effect(done: Proposed) -> dict[str, Any]:
    return {
        "anders": [one.as_json() for one in done.records],
        "gevallen_anders": [one.as_json() for one in done.changed],
    }


def _decision(arguments: Namespace) -> Decision:
    return Decision(number=arguments.number, user=arguments.user, now=datetime.now(UTC))


def _read_files(paths: Sequence[Path]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for path in paths:
        for one in sorted(path.glob("*.toml")) if path.is_dir() else [path]:
            if one.name in files:
                raise Refused("regels.bestand_dubbel", field="files")
            files[one.name] = _read(one)
    return files


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Refused("bestand.onbereikbaar", field="bestand") from None


def _write_files(folder: Path, one: StoredSet) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in one.tables.items():
            (folder / Path(name).name).write_text(text, encoding="utf-8")
    except OSError:
        raise Unavailable("bestand.onbereikbaar", field="out") from None


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("datum.vorm", field="from") from None

"""``werkdesk desk status``, ``sync`` and ``export-outbox``."""

from __future__ import annotations

import argparse
from typing import Any

from werkdesk.commandline.output import DONE, REFUSED, UNREACHABLE, complain, write_json, write_line
from werkdesk.commandline.signing_in import reading, signed_in
from werkdesk.desk.outbox_copy import copy_outbox
from werkdesk.desk.profile import open_desk_profile, require_enrolled
from werkdesk.desk.session import DeskSession
from werkdesk.ui.texts import explain_code

_ALL = 1_000_000


def show_status(chosen: argparse.Namespace) -> int:
    """What waits, what needs a person, and how the line was at the last call; asks the register nothing."""
    with reading(chosen) as session:
        status = status_of(session)
    if chosen.json:
        write_json(status)
        return DONE
    write_line(f"Balie {status['desk']} · register {status['register']}")
    write_line(f"Wacht: {status['outbox']} · bijlagen: {status['papers']} · vraagt u: {status['attention']}")
    write_line(f"Laatst bijgewerkt: {status['last_sync'] or 'nog nooit'}")
    _tell_rules(status["rules"])
    if status["down_since"] and status["error"]:
        write_line(f"Geen verbinding sinds {status['down_since']}: {explain_code(status['error'])}")
    return DONE


def _tell_rules(rules: dict[str, Any]) -> None:
    own = f"eigen versie {rules['number']}" if rules["number"] is not None else "van het programma"
    write_line(f"Regels: {rules['mark']} ({own}), te gebruiken tot en met {rules['good_until']}")
    if rules["too_old"]:
        write_line(f"LET OP: {explain_code('regels.te_oud')}")
    for one in rules["refused"]:
        where = f"{one['file']}:{one['line']}" if one["line"] else one["file"]
        write_line(f"LET OP: {where}: {explain_code(one['code'])} {one['reason']}")
    if rules["not_computed"]:
        write_line(f"Datums nog niet berekend: {rules['not_computed']} meldingen")


def sync(chosen: argparse.Namespace) -> int:
    """One full round. 0 when nothing waits, 3 when the register was not reached (the work is kept)."""
    with signed_in(chosen) as (desk, session):
        step = desk.sync()
        status = status_of(session)
    code = _code_of(step.fout, status)
    if chosen.json:
        write_json({**status, "synced": code == DONE, "error": step.fout})
    elif code == DONE:
        write_line("Alles is verzonden en opgehaald.")
    if step.fout is not None:
        complain(f"{step.fout}: {explain_code(step.fout)}")
    elif code != DONE:
        complain(f"Er wachten nog {status['outbox']} handelingen en {status['papers']} bijlagen.")
    return code


def status_of(session: DeskSession) -> dict[str, Any]:
    """The facts of ``desk status``, from the tables. Moments as ISO 8601 with their zone."""
    line = session.actions.lees.verbinding()
    rows, looks = session.actions.lees.outbox(_ALL), session.actions.inzage.stand()
    quarantined = sum(row.stand == "aandacht" for row in rows)
    return {
        "desk": session.wie.balie,
        "office": session.wie.kantoor,
        "outbox": line.wachten,
        "papers": line.bijlagen,
        "attention": line.aandacht,
        "conflicts": max(0, line.aandacht - quarantined),
        "quarantined": quarantined,
        "last_sync": line.laatste.isoformat() if line.laatste is not None else None,
        "down_since": line.weg_sinds.isoformat() if line.weg_sinds is not None else None,
        "error": line.fout,
        "clock_ms": line.klok_ms,
        "register": session.identity.url,
        "journal": line.journaal,
        "looks": looks.wacht,
        "log_head": f"{looks.kop_nummer}:{looks.kop_hash}" if looks.kop_hash else None,
        "rules": _rules_of(session),
    }


def _rules_of(session: DeskSession) -> dict[str, Any]:
    """Which rules count here, and which this desk refused, each with its file, line and reason."""
    stand = session.actions.regels.stand()
    return {
        "version": stand.versie,
        "mark": stand.kenmerk,
        "from": stand.herkomst,
        "number": stand.nummer,
        "good_until": stand.houdbaar_tot.isoformat(),
        "too_old": stand.te_oud,
        "refused": [
            {"number": one.nummer, "code": one.code, "file": one.bestand, "line": one.regelnummer,
             "reason": one.reden} for one in stand.geweigerd
        ],
        "not_computed": len(session.actions.lees.zonder_datums(_ALL)),
    }  # fmt: skip


def export_outbox(chosen: argparse.Namespace) -> int:
    """Copy the journal: every act that waits, each sealed to the register. Needs no PIN and reads nothing."""
    profile = open_desk_profile(getattr(chosen, "profile", None))
    require_enrolled(profile)
    size = copy_outbox(profile, chosen.file)
    if chosen.json:
        write_json({"file": str(chosen.file), "bytes": size})
    else:
        write_line(f"Bewaard: {size} bytes. Alleen het register kan dit lezen.")
    return DONE


def _code_of(fout: str | None, status: dict[str, Any]) -> int:
    if fout is not None:
        return UNREACHABLE if fout.startswith("register.") else REFUSED
    return DONE if not status["outbox"] and not status["papers"] else REFUSED

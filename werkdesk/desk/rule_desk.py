"""The rules for who keeps them: use cases bound to a session, its line, its drafts and files of this PC."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog

from werkdesk.desk.line import open_line
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.errors import Refused
from werkdesk.storage.uuid7 import new_id
from werkdesk.ui.dossier.drafts import DraftActions, Velden
from werkdesk.ui.screens.regels.actions import BeheerActions
from werkdesk.ui.teksten import regels_beheer as t
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.regels.beheer import Loket, RegelBeheer, mag_vaststellen, mag_voorstellen
from werkdesk.usecases.regels.uitgangspunt import Uitgangspunt

LARGEST_CASES = 2 << 20


def beheer_actions(desk: Desk, session: DeskSession) -> BeheerActions | None:
    """For who changes or approves rules; ``None`` for who only reads. The register decides again."""
    wie, drafts = session.wie, session.actions.concepten
    if not (mag_voorstellen(wie) or mag_vaststellen(wie)):
        return None

    def save(key: str, fields: Velden) -> Changes:
        return drafts.save(key, fields, wie.medewerker)

    return BeheerActions(
        beheer=rule_beheer(session),
        mag_voorstellen=mag_voorstellen(wie),
        concepten=DraftActions(save=save, read=drafts.read, drop=drafts.drop),
        kies_bestand=choose_case_file,
        bevestig=desk.confirm,
        wek=desk.wake,
    )


def rule_beheer(session: DeskSession) -> RegelBeheer:
    """The use cases of rules for this session."""
    return RegelBeheer(
        wie=session.wie,
        clock=session.actions.clock,
        new_id=new_id,
        begin=partial(_begin, session),
        lees_bestand=read_case_file,
        loket=Loket(open=partial(open_line, session.identity), desk_id=session.identity.desk_id),
    )


def _begin(session: DeskSession) -> Uitgangspunt:
    names = dict(session.actions.lees.namen())
    return session.actions.regels.uitgangspunt(session.wie.gemeenten, names)


def read_case_file(path: str) -> bytes:
    """The bytes of a case file. Raises ``Refused``: ``bestand.onleesbaar``, ``gevallen.te_groot``."""
    try:
        with Path(path).open("rb") as file:
            content = file.read(LARGEST_CASES + 1)
    except (OSError, ValueError):
        raise Refused("bestand.onleesbaar", field="gevallen") from None
    if len(content) > LARGEST_CASES:
        raise Refused("gevallen.te_groot", field="gevallen")
    return content


def choose_case_file() -> str:
    """Let staff choose a case file with the dialog of this computer; empty when they did not."""
    found, _ = QFileDialog.getOpenFileName(
        QApplication.activeWindow(), t.PROEF_TITEL, "", f"{t.BESTAND_SOORT} (*.json)"
    )
    return found

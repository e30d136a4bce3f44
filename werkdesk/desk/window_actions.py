"""From the actions of a session to the bundles that the screens of the frame take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from werkdesk.desk.handleiding import read_handleiding
from werkdesk.desk.law_page import open_law_page
from werkdesk.desk.outbox_copy import copy_outbox
from werkdesk.desk.papers import ChosenPrinter
from werkdesk.desk.rule_desk import beheer_actions
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.domain.bezoek import Bezoek
from werkdesk.errors import Unavailable
from werkdesk.ui.frame.opening import TypedFacts
from werkdesk.ui.screens.bellen.actions import BellenActions
from werkdesk.ui.screens.brieven.screen import BrievenActions
from werkdesk.ui.screens.hal.actions import HalActions
from werkdesk.ui.screens.hulp.pages import HulpActions
from werkdesk.ui.screens.jongeren.actions import JongerenActions
from werkdesk.ui.screens.klanten.screen import KlantenActions
from werkdesk.ui.screens.outbox.actions import OutboxActions
from werkdesk.ui.screens.regels.actions import RegelsActions
from werkdesk.ui.screens.termijnen.actions import TermijnenActions
from werkdesk.ui.screens.verdeling.actions import VerdelingActions
from werkdesk.ui.screens.voorschot.actions import VoorschottenActions
from werkdesk.ui.screens.zoeken.actions import ZoekActions
from werkdesk.ui.screens.zoeken.facts import read_facts
from werkdesk.ui.teksten import frame as t
from werkdesk.ui.teksten.regels import rules_in_short
from werkdesk.ui.texts import explain_code
from werkdesk.ui.werkplek_actions import MakeVisit, Preferences, WerkplekActions
from werkdesk.usecases.lijsten import ON_SCREEN
from werkdesk.usecases.overzichten import Hal, KlantHit, MeldingRow
from werkdesk.usecases.regels.kiezen import RegelStand


def werkplek_actions(
    desk: Desk, session: DeskSession, make_visit: MakeVisit, visit_answers: frozenset[str]
) -> WerkplekActions:
    """Everything the signed-in window takes, bound to this session."""
    actions, wie = session.actions, session.wie
    hall, reads = actions.inloop, actions.lees
    return WerkplekActions(
        medewerker=wie.medewerker,
        foot=(t.BALIE.format(balie=wie.balie, kantoor=wie.locatie), wie.kantoor_naam, wie.naam),
        hal=HalActions(
            hal=partial(_hal, session),
            ticket=hall.ticket,
            call_next=hall.call_next,
            call=hall.call,
            no_show=hall.no_show,
            park=hall.park,
            resume=hall.resume,
            back_in_queue=hall.back_in_queue,
            clock=actions.clock,
            balie=wie.balie,
            unfinished=actions.unfinished,
        ),
        zoeken=ZoekActions(
            search=reads.zoek,
            look_alikes=partial(_look_alikes, session),
            read_facts=lambda text: read_facts(text, _today(session)),
        ),
        outbox=OutboxActions(
            outbox=reads.outbox,
            verbinding=reads.verbinding,
            vragen=reads.vragen,
            answer=actions.vragen.answer,
            take_back=actions.vragen.take_back,
            put_away=actions.vragen.put_away,
            send_again=actions.vragen.send_again,
            try_now=desk.wake,
            export=partial(_export, desk, session),
            clock=actions.clock,
        ),
        termijnen=TermijnenActions(
            termijnen=partial(reads.werklijst, limit=ON_SCREEN),
            tellingen=lambda: reads.termijn_tellingen(_today(session)),
            medewerkers=reads.namen,
            today=partial(_today, session),
            ik=wie.medewerker,
        ),
        verdeling=VerdelingActions(
            load=actions.lijsten.load,
            cases=actions.lijsten.work_of,
            give=actions.lijsten.hand_over,
            take_back=actions.lijsten.hand_back,
            today=partial(_today, session),
            ik=wie.medewerker,
            rollen=wie.rollen,
        ),
        brieven=BrievenActions(
            later=lambda: reads.brieven(later=True),
            print_again=actions.papier.print_again,
            print_proofs=actions.papier.print_proofs,
        ),
        klanten=KlantenActions(own_today=partial(_own_today, session)),
        bellen=BellenActions(
            calls=actions.lijsten.calls,
            counts=actions.lijsten.call_counts,
            note=actions.lijsten.note_call,
            today=partial(_today, session),
        ),
        jongeren=JongerenActions(
            youths=actions.lijsten.youths,
            counts=actions.lijsten.youth_counts,
            namen=reads.namen,
            today=partial(_today, session),
            ik=wie.medewerker,
        ),
        voorschotten=VoorschottenActions(
            advances=actions.lijsten.advances,
            counts=actions.lijsten.advance_counts,
            namen=reads.namen,
            today=partial(_today, session),
        ),
        regels=RegelsActions(
            lijst=actions.regels.lijst,
            stand=partial(_rule_stand, session),
            open_wet=open_law_page,
            beheer=beheer_actions(desk, session),
        ),
        hulp=HulpActions(read=read_handleiding),
        preferences=Preferences(
            read=lambda: actions.concepten.read(_kept(session)) or {}, write=partial(_keep, session)
        ),
        make_visit=make_visit,
        visit_answers=visit_answers,
        own_visit=partial(_own_visit, session),
        status=partial(_status, desk, session),
        clock=actions.clock,
        tidings=tuple(explain_code(code) for code in session.tidings),
        renew=desk.renew,
    )


def _today(session: DeskSession) -> date:
    return session.actions.clock().date()


def _hal(session: DeskSession) -> Hal:
    return session.actions.lees.hal(session.wie.locatie, _today(session))


def _look_alikes(session: DeskSession, facts: TypedFacts) -> tuple[KlantHit, ...]:
    if not facts.geslachtsnaam:
        return ()
    return session.actions.lees.lijkt_op(facts.geslachtsnaam, facts.geboortedatum or None)


def _rule_stand(session: DeskSession) -> RegelStand:
    """Who approved the rules is a colleague with a name."""
    stand = session.actions.regels.stand()
    names = dict(session.actions.lees.namen())
    by = stand.vastgesteld_door
    return stand if by is None else replace(stand, vastgesteld_door=names.get(by, by))


def _own_today(session: DeskSession) -> tuple[MeldingRow, ...]:
    """What this colleague recorded today, newest first."""
    today = _today(session)
    own = (
        row
        for row in session.actions.lees.meldingen()
        if row.medewerker == session.wie.medewerker and row.moment.date() == today
    )
    return tuple(sorted(own, key=lambda row: row.moment, reverse=True))


def _own_visit(session: DeskSession) -> Bezoek | None:
    """The visit that still sits at this desk, after a restart."""
    here = next((row for row in _hal(session).balies if row.balie == session.wie.balie), None)
    rid: UUID | None = here.bezoek if here is not None else None
    return session.actions.lees.bezoek(rid) if rid is not None else None


def _status(desk: Desk, session: DeskSession) -> tuple[str, ...]:
    """Which rules count, and which printer gets the letters."""
    rules = rules_in_short(session.actions.regels.stand())
    try:
        printer = desk.printer
        queue = printer.queue() if isinstance(printer, ChosenPrinter) else printer.naam
    except Unavailable:
        return rules, t.PRINTER_GEEN
    return rules, t.PRINTER.format(naam=queue) if queue else t.PRINTER_GEEN


def _export(desk: Desk, session: DeskSession) -> str:
    """A sealed copy of the unsent work in the folder of the profile; returns the name of the file."""
    name = f"werkdesk-balie-{session.wie.balie}-{session.actions.clock():%Y%m%d-%H%M%S}.journaal"
    target: Path = desk.profile.folders.profile / name
    copy_outbox(desk.profile, target)
    return str(target)


def _kept(session: DeskSession) -> str:
    return f"venster:{session.wie.medewerker}"


def _keep(session: DeskSession, chosen: Mapping[str, str]) -> object:
    """Local only, beside the drafts: how a colleague likes the window is nobody else's business."""
    before = session.actions.concepten.read(_kept(session)) or {}
    return session.actions.concepten.save(_kept(session), {**before, **chosen}, session.wie.medewerker)

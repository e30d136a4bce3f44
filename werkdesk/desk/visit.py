"""The screen of a visit over a session: its panels and their actions, made anew for each visit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from werkdesk.desk import heavy
from werkdesk.desk.placing import placement_actions
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.desk.spoedhulp import urgent_offers
from werkdesk.domain.bezoek import Bezoek
from werkdesk.domain.geheimhouding import AdresPlek
from werkdesk.domain.papier import Brief
from werkdesk.domain.regels.werktijden import werktijden_van
from werkdesk.errors import Refused
from werkdesk.ui.dossier.drafts import DraftActions, Velden
from werkdesk.ui.dossier.looking import LookActions
from werkdesk.ui.dossier.parts import VisitParts
from werkdesk.ui.dossier.visit_panel import VisitPanel
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.aanvraag.actions import AanvraagActions
from werkdesk.ui.screens.aanvraag.panel import ApplicationPanel
from werkdesk.ui.screens.bezoek.actions import BezoekActions
from werkdesk.ui.screens.bezoek.screen import VisitScreen
from werkdesk.ui.screens.identiteit.actions import IdentiteitActions
from werkdesk.ui.screens.identiteit.panel import IdentityPanel
from werkdesk.ui.screens.intake.actions import IntakeActions
from werkdesk.ui.screens.intake.panel import IntakePanel
from werkdesk.ui.screens.jongeren.actions import JongereActions
from werkdesk.ui.screens.jongeren.panel import YouthPanel
from werkdesk.ui.screens.melding.actions import MeldingActions
from werkdesk.ui.screens.melding.form import MeldingChange
from werkdesk.ui.screens.melding.panel import MeldingPanel
from werkdesk.ui.screens.nieuwe_klant.actions import KlantActions
from werkdesk.ui.screens.nieuwe_klant.page import PersonPage
from werkdesk.ui.screens.overeenkomst.actions import OvereenkomstActions
from werkdesk.ui.screens.overeenkomst.page import AgreementPage
from werkdesk.ui.screens.papier.actions import PapierActions
from werkdesk.ui.screens.papier.card import PapersCard
from werkdesk.ui.screens.papier.preview import PreviewPage
from werkdesk.ui.screens.plaatsing.follow import FollowPanel
from werkdesk.ui.screens.plaatsing.panel import PlacementPanel
from werkdesk.ui.screens.sluiten.actions import SluitActions
from werkdesk.ui.screens.sluiten.panel import ClosePanel
from werkdesk.ui.screens.voorschot.actions import VoorschotActions
from werkdesk.ui.screens.voorschot.panel import AdvancePanel
from werkdesk.ui.teksten.bezoek import ALLEEN_LEZEN
from werkdesk.ui.teksten.persoon import adres_in_woorden
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.rollen import helps_klanten
from werkdesk.usecases.spoedhulp import Spoedhulp

Cap = Callable[[str], str]


class VisitMaker:
    """Fulfils ``ui.werkplek_actions.MakeVisit`` for one session. ``cap``: action -> key on its button."""

    def __init__(self, desk: Desk, session: DeskSession, tasks: Tasks, cap: Cap) -> None:
        self._desk, self._session, self._tasks, self._cap = desk, session, tasks, cap
        self._near = session.actions
        self._drafts = DraftActions(
            save=self._save_draft, read=session.actions.concepten.read, drop=session.actions.concepten.drop
        )

    def __call__(self, name: str, opening: Opening, host: Host) -> VisitScreen:
        """The screen, not shown yet; it reads on the lanes."""
        bezoek = opening.bezoek.id if opening.bezoek is not None else None
        parts = partial(self._parts, host=host, bezoek=bezoek)
        if not helps_klanten(self._session.wie.rollen):  # before anything is typed, and not at its end
            host.notify(Notice(ALLEEN_LEZEN, Tone.WARN))
        return VisitScreen(name, opening, self._visit(host), self._tasks, host, parts, cap=self._cap)

    def _parts(self, over: QWidget, *, host: Host, bezoek: UUID | None) -> VisitParts:
        tasks, cap, gemeenten = self._tasks, self._cap, self._session.wie.gemeenten
        return VisitParts(
            melding=MeldingPanel(self._melding(), tasks, cap=cap, gemeenten=gemeenten, bezoek=bezoek),
            intake=IntakePanel(self._intake(), tasks),
            papers=PapersCard(),
            preview=PreviewPage(self._papier(), tasks, host),
            agreement=AgreementPage(self._overeenkomst(), tasks, host, cap=cap, gemeente=gemeenten[0]),
            person=PersonPage(self._klant(), tasks, host, cap=cap, gemeenten=gemeenten),
            panels=self._panels(over, host),
        )

    def _panels(self, over: QWidget, host: Host) -> dict[str, VisitPanel]:
        tasks, cap = self._tasks, self._cap
        save, placing = cap("bewaren.verder"), placement_actions(self._session, self._drafts)
        return {
            "klant.identiteit": IdentityPanel(over, self._identiteit(), tasks, host),
            "melding.aanvraag": ApplicationPanel(over, self._aanvraag(), tasks, host, save_key=save),
            "controles": AdvancePanel(over, self._voorschot(), tasks, host, cap=cap),
            "melding.jongere": YouthPanel(over, self._jongere(), tasks, host, clock=self._near.clock),
            "plaatsing.nieuw": PlacementPanel(
                over, placing, tasks, host, save_key=save, gemeente=self._session.wie.gemeenten[0]
            ),
            "plaatsing.vervolg": FollowPanel(over, placing, tasks, host, save_key=save),
            "melding.sluiten": ClosePanel(over, self._sluiten(), tasks, host, save_key=save),
        }

    def _visit(self, host: Host) -> BezoekActions:
        near = self._near
        return BezoekActions(
            dossier=near.lees.dossier,
            bezoek=near.lees.bezoek,
            choose_klant=near.inloop.choose_klant,
            finish=near.inloop.finish,
            reopen=near.inloop.reopen,
            look=self._look(),
            taken_up=host.take_up,
            clock=near.clock,
            balie=self._session.wie.balie,
            advance=near.lijsten.advance,
            youth=near.lijsten.youth,
            offers=self._offers,
            elsewhere=self._elsewhere,
        )

    def _elsewhere(self, klant: UUID) -> Bezoek | None:
        """The visit of this person at another desk of this location, now."""
        lees, wie = self._near.lees, self._session.wie
        desks = lees.hal(wie.locatie, self._near.clock().date()).balies
        here = (lees.bezoek(row.bezoek) for row in desks if row.bezoek and row.balie != wie.balie)
        return next((one for one in here if one is not None and one.klant == klant), None)

    def _offers(self, gemeente: str | None, nood: str) -> tuple[Spoedhulp, ...]:
        return urgent_offers(gemeente or self._session.wie.gemeenten[0], nood)

    def _melding(self) -> MeldingActions:
        near = self._near
        return MeldingActions(
            record=near.meldingen.record, change=self._change, drafts=self._drafts, clock=near.clock
        )

    def _aanvraag(self) -> AanvraagActions:
        return AanvraagActions(apply=self._near.meldingen.apply, drafts=self._drafts, clock=self._near.clock)

    def _voorschot(self) -> VoorschotActions:
        lists, wie = self._near.lijsten, self._session.wie
        return VoorschotActions(
            meter=lists.advance,
            propose=lists.propose_advance,
            confirm=self._desk.confirm,
            decide=lists.decide_advance,
            pay=lists.pay_advance,
            take_back=lists.take_payment_back,
            clock=self._near.clock,
            namen=self._near.lees.namen,
            ik=wie.medewerker,
            rollen=wie.rollen,
        )

    def _jongere(self) -> JongereActions:
        return JongereActions(card=self._near.lijsten.youth, note=self._near.lijsten.note_evidence)

    def _sluiten(self) -> SluitActions:
        near = self._near
        return SluitActions(
            close=near.meldingen.close,
            reopen=near.meldingen.reopen,
            namen=near.lees.namen,
            rollen=self._session.wie.rollen,
        )

    def _intake(self) -> IntakeActions:
        return IntakeActions(
            answer=self._near.meldingen.answer_intake, drafts=self._drafts, clock=self._near.clock
        )

    def _identiteit(self) -> IdentiteitActions:
        klanten = self._near.klanten
        return IdentiteitActions(
            seen=klanten.note_document, not_seen=klanten.note_no_document, clock=self._near.clock
        )

    def _klant(self) -> KlantActions:
        near = self._near
        return KlantActions(
            record=near.klanten.record,
            change=near.klanten.change,
            lijkt_op=near.lees.lijkt_op,
            drafts=self._drafts,
            clock=near.clock,
            unfinished=near.unfinished,
        )

    def _overeenkomst(self) -> OvereenkomstActions:
        near = self._near
        return OvereenkomstActions(record=near.papier.record_agreement, drafts=self._drafts, clock=near.clock)

    def _papier(self) -> PapierActions:
        near, printer = self._near, self._desk.printer
        return PapierActions(
            preview=partial(near.inzage.preview, near.papier.preview),
            print_new=partial(near.inzage.print_new, near.papier.print),
            print_again=near.papier.print_again,
            kept=self._kept,
            render=heavy.render_page,
            printer=lambda: printer.naam,
            is_open=self._is_open,
            clock=near.clock,
        )

    def _is_open(self, moment: datetime) -> bool:
        """By the hours in the tables; with tables that say nothing of that day, nothing is said either."""
        hours = werktijden_van(self._near.regels.geldend(), self._session.wie.gemeenten[0])
        try:
            return hours.is_open(moment)
        except Refused:
            return True

    def _save_draft(self, key: str, velden: Velden) -> Changes:
        return self._near.concepten.save(key, velden, self._session.wie.medewerker)

    def _change(self, wanted: MeldingChange) -> MeldingSaved:
        return self._near.meldingen.change(
            wanted.melding,
            wanted.feiten,
            wanted.velden,
            klant_feiten=wanted.klant_feiten,
            klant_velden=wanted.klant_velden,
            concept=wanted.concept,
        )

    def _look(self) -> LookActions:
        looking = self._near.inzage
        return LookActions(
            reasons=looking.reasons,
            given=looking.given,
            open=looking.open,
            note_form=looking.note_form,
            show_bsn=looking.whole_bsn,
            show_address=self._show_address,
        )

    def _show_address(self, klant: UUID) -> str:
        """A secret address, because somebody holds its place down."""
        return adres_in_woorden(self._near.inzage.secret_address(klant).feiten, AdresPlek.GEVRAAGD)

    def _kept(self, brief: Brief) -> bytes | None:
        """A kept paper is seen again."""
        read = partial(self._near.blobs.read_blob, brief.sha256)
        return self._near.inzage.show_kept(brief.klant, brief.code, read)

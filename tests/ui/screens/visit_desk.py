"""A desk for the screens of a visit: the real use cases over the fakes of ``tests.fakes``, and real rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

from PySide6.QtWidgets import QWidget

from tests.fakes import WIE, FakeClock, FakeConcepten, FakeDesk, FakeIds, FakePress, FakePrinter
from tests.fixtures.boek import FakeBoek
from werkdesk.domain.bezoek import Bezoek, BezoekReden, BezoekStatus
from werkdesk.domain.geheimhouding import AdresPlek
from werkdesk.domain.intake import Intake
from werkdesk.domain.inzage import Getoond, InzageReden
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.papier import Brief, Overeenkomst
from werkdesk.domain.persoon import Adres, Geslacht, KlantFeiten, Naamgebruik, PersoonsNaam
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam, Voorvoegsel
from werkdesk.domain.waarden.postcode import Postcode
from werkdesk.errors import Locked
from werkdesk.ui.dossier.drafts import DraftActions
from werkdesk.ui.dossier.looking import LookActions
from werkdesk.ui.dossier.parts import VisitParts
from werkdesk.ui.dossier.visit_panel import VisitPanel
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit.notice import Notice
from werkdesk.ui.kit.tasks import Tasks
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
from werkdesk.ui.screens.papier.actions import PageImage, PapierActions
from werkdesk.ui.screens.papier.card import PapersCard
from werkdesk.ui.screens.papier.preview import PreviewPage
from werkdesk.ui.screens.sluiten.actions import SluitActions
from werkdesk.ui.screens.sluiten.panel import ClosePanel
from werkdesk.ui.screens.voorschot.actions import VoorschotActions
from werkdesk.ui.screens.voorschot.panel import AdvancePanel
from werkdesk.ui.teksten.persoon import adres_in_woorden
from werkdesk.usecases import (
    aanvragen,
    inloop,
    jongeren,
    klanten,
    meldingen,
    papieren,
    sluiten,
    voorschotten,
)
from werkdesk.usecases.inzage import Inzien
from werkdesk.usecases.jongeren import JongereRow
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.onbewaard import unfinished
from werkdesk.usecases.overzichten import EerderRow, KlantDossier, KlantHit, ZaakRow
from werkdesk.usecases.ports import Wie
from werkdesk.usecases.rekenaar import compute_terms
from werkdesk.usecases.spoedhulp import Spoedhulp

ROOT = Path(__file__).parents[3]
REGELS = load_tables({p.name: p.read_bytes() for p in sorted((ROOT / "resources/regels").glob("*.toml"))})
rekenaar = partial(compute_terms, regels=REGELS)

SANNE = Klant(
    id=UUID(int=0xA1),
    sinds=datetime(2021, 6, 2, 9, 0, tzinfo=FakeClock()().tzinfo),
    feiten=KlantFeiten(
        naam=PersoonsNaam(
            geslachtsnaam=Naam("Berg"),
            voorvoegsel=Voorvoegsel("van den"),
            voornamen=Naam("Sanne"),
            naamgebruik=Naamgebruik.PARTNER_EIGEN,
            partner_geslachtsnaam=Naam("Elhamdaoui"),
        ),
        geslacht=Geslacht.VROUW,
        geboortedatum=GeboorteDatum("19850312"),
        adres=Adres(
            straat="Laan der Kroon", huisnummer=12, huisletter="B", postcode=Postcode("1181AB"),
            woonplaats="Amstelveen",
        ),
        gemeente="0362",
        bsn=Bsn("999993653"),
        taal="nl",
    ),
)  # fmt: skip
"""Fictitious."""

YONAS = Klant(
    id=UUID(int=0xA2),
    sinds=SANNE.sinds,
    feiten=KlantFeiten(
        naam=PersoonsNaam(geslachtsnaam=Naam("Tesfay"), voornamen=Naam("Yonas")),
        geslacht=Geslacht.MAN,
        geboortedatum=GeboorteDatum("20040512"),
        taal="ti",
        tolk=True,
    ),
)
"""Fictitious, under 27."""


PIN = "24681012"
NAMEN = ((WIE.medewerker, WIE.naam), ("c.ollega", "Collega Verzonnen"))
"""Fictitious."""


@dataclass(frozen=True)
class OnePixel:
    """What a page looks like to a test."""

    width: int = 1
    height: int = 1
    stride: int = 4
    rgba: bytes = b"\xff\xff\xff\xff"


def render_nothing(_pdf: bytes, _page: int, _scale: float) -> PageImage:
    """A page of one white pixel."""
    return OnePixel()


@dataclass
class VisitDesk:
    """Use cases bound to fakes, and what the screens asked of the frame."""

    desk: FakeDesk = field(default_factory=FakeDesk)
    clock: FakeClock = field(default_factory=FakeClock)
    ids: FakeIds = field(default_factory=lambda: FakeIds(0x1000))
    press: Any = field(default_factory=FakePress)
    printer: FakePrinter = field(default_factory=FakePrinter)
    render: Callable[[bytes, int, float], PageImage] = render_nothing
    verteller: Any = None
    wie: Wie = WIE
    alike: tuple[KlantHit, ...] = ()
    earlier: tuple[EerderRow, ...] = ()
    fail: dict[str, Exception] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    opened: list[Opening] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    searched: list[str] = field(default_factory=list)
    boek: FakeBoek = field(default_factory=FakeBoek)
    asks_why: bool = False
    taken_up: list[Bezoek] = field(default_factory=list)
    let_go: list[UUID] = field(default_factory=list)
    elsewhere: dict[UUID, Bezoek] = field(default_factory=dict)
    offers: Callable[[str | None, str], tuple[Spoedhulp, ...]] | None = None

    def __post_init__(self) -> None:
        lees: Any = SimpleNamespace(dossier=self.dossier)
        self.inzien = Inzien(self.wie, self.boek, lees, lambda: REGELS, self.clock)
        for klant in (SANNE, YONAS):
            self.desk.stands["klant", klant.id] = klant

    @property
    def host(self) -> Host:
        """A frame that writes down what it is asked."""
        return Host(
            notify=self.notices.append, go=lambda _: None, open=self.opened.append,
            open_klant=lambda rid: self.opened.append(Opening(klant=rid)),
            close=lambda place: self.closed.append(place.name), search=self.searched.append,
            explain=lambda _: None, tell=lambda _title, _text: None,
            take_up=self.taken_up.append, let_go=self.let_go.append,
        )  # fmt: skip

    def bind(self, function: Callable[..., Any], *names: str) -> Callable[..., Any]:
        """A use case with what it needs; ``fail`` makes it raise instead."""
        have = {
            "wie": self.wie, "work": self.desk.work, "geldend": lambda: REGELS, "clock": self.clock,
            "new_id": self.ids, "press": self.press,
            "printer": self.printer, "rekenaar": rekenaar, "blobs": self.desk, "verteller": self.verteller,
        }  # fmt: skip
        bound = partial(function, **{name: have[name] for name in names})

        def call(*args: Any, **more: Any) -> Any:
            if function.__name__ in self.fail:
                raise self.fail[function.__name__]
            return bound(*args, **more)

        return call

    @property
    def drafts(self) -> DraftActions:
        """Drafts of the colleague of the fakes."""
        kept = FakeConcepten(self.desk)
        return DraftActions(
            save=lambda key, velden: kept.save(key, velden, WIE.medewerker), read=kept.read, drop=kept.drop
        )

    def bezoek(self, klant: UUID | None = None) -> Bezoek:
        """A visitor who sits at our desk."""
        one = Bezoek(
            id=self.ids(), nummer="A301", reden=BezoekReden.BIJSTAND, locatie=WIE.locatie,
            binnen=self.clock() - timedelta(minutes=7, seconds=20), geroepen=self.clock(),
            status=BezoekStatus.AAN_BALIE, balie=WIE.balie, oproepen=1, klant=klant,
        )  # fmt: skip
        self.desk.stands["bezoek", one.id] = one
        return one

    def dossier(self, rid: UUID) -> KlantDossier | None:
        """As ``Overzichten.dossier`` would read it."""
        klant = self.desk.stands.get(("klant", rid))
        if not isinstance(klant, Klant):
            return None
        mine = [one for one in self.desk.all(Melding) if one.klant == rid]
        return KlantDossier(
            klant=klant,
            meldingen=tuple(sorted(mine, key=lambda one: one.moment, reverse=True)),
            intakes=tuple(self.desk.all(Intake)),
            brieven=tuple(one for one in self.desk.all(Brief) if one.klant == rid),
            overeenkomsten=tuple(one for one in self.desk.all(Overeenkomst) if one.klant == rid),
            eerder=self.earlier,
            onverzonden=True,
        )

    def change(self, wanted: MeldingChange) -> MeldingSaved:
        """``change_melding`` as the composition root binds it."""
        bound = self.bind(meldingen.change_melding, "wie", "work", "rekenaar")
        saved: MeldingSaved = bound(
            wanted.melding, wanted.feiten, wanted.velden, klant_feiten=wanted.klant_feiten,
            klant_velden=wanted.klant_velden, concept=wanted.concept,
        )  # fmt: skip
        return saved

    @property
    def melding(self) -> MeldingActions:
        return MeldingActions(
            record=self.bind(meldingen.record_melding, "wie", "work", "clock", "new_id", "rekenaar"),
            change=self.change, drafts=self.drafts, clock=self.clock,
        )  # fmt: skip

    @property
    def intake(self) -> IntakeActions:
        return IntakeActions(
            answer=self.bind(meldingen.answer_intake, "wie", "work"), drafts=self.drafts, clock=self.clock
        )

    @property
    def identiteit(self) -> IdentiteitActions:
        return IdentiteitActions(
            seen=self.bind(klanten.note_document, "wie", "work", "clock"),
            not_seen=self.bind(klanten.note_no_document, "wie", "work", "clock"),
            clock=self.clock,
        )

    @property
    def klant(self) -> KlantActions:
        return KlantActions(
            record=self.bind(klanten.record_klant, "wie", "work", "clock", "new_id"),
            change=self.bind(klanten.change_klant, "wie", "work"),
            lijkt_op=lambda _name, _born: self.alike, drafts=self.drafts, clock=self.clock,
            unfinished=partial(
                unfinished, concepten=FakeConcepten(self.desk), wie=WIE,
                overzichten=cast("Any", SimpleNamespace(dossier=self.dossier)),
            ),
        )  # fmt: skip

    @property
    def overeenkomst(self) -> OvereenkomstActions:
        return OvereenkomstActions(
            record=self.bind(papieren.record_agreement, "wie", "work", "clock", "new_id"),
            drafts=self.drafts, clock=self.clock,
        )  # fmt: skip

    @property
    def papier(self) -> PapierActions:
        return PapierActions(
            preview=self.bind(papieren.preview_letter, "wie", "work", "clock", "press", "verteller"),
            print_new=self.bind(papieren.print_letter, "wie", "work", "clock", "new_id", "printer"),
            print_again=self.bind(papieren.print_again, "wie", "work", "clock", "printer", "blobs"),
            kept=lambda brief: self.desk.read_blob(brief.sha256), render=self.render,
            printer=lambda: self.printer.naam,
            is_open=lambda moment: moment.weekday() < 5, clock=self.clock,
        )  # fmt: skip

    @property
    def aanvraag(self) -> AanvraagActions:
        names = ("wie", "work", "clock", "rekenaar", "geldend")
        return AanvraagActions(
            apply=self.bind(aanvragen.record_application, *names), drafts=self.drafts, clock=self.clock
        )

    def confirm(self, pin: str) -> None:
        """As ``Desk.confirm``."""
        if pin != PIN:
            raise Locked("pin.onjuist", field="pin", over=4)

    @property
    def voorschot(self) -> VoorschotActions:
        return VoorschotActions(
            meter=lambda rid: voorschotten.advance_meter(rid, overzichten=self.lees, geldend=lambda: REGELS),
            propose=self.bind(voorschotten.propose_advance, "wie", "work", "clock", "geldend"),
            confirm=self.confirm,
            decide=self.bind(voorschotten.decide_advance, "wie", "work", "clock", "rekenaar"),
            pay=self.bind(voorschotten.pay_advance, "wie", "work", "clock", "rekenaar"),
            take_back=self.bind(voorschotten.take_payment_back, "wie", "work", "clock", "rekenaar"),
            clock=self.clock, namen=lambda: NAMEN, ik=self.wie.medewerker, rollen=self.wie.rollen,
        )  # fmt: skip

    @property
    def jongere(self) -> JongereActions:
        return JongereActions(
            card=self.young, note=self.bind(jongeren.note_evidence, "wie", "work", "clock", "geldend")
        )

    @property
    def sluiten(self) -> SluitActions:
        return SluitActions(
            close=self.bind(sluiten.close_melding, "wie", "work", "clock"),
            reopen=self.bind(sluiten.reopen_melding, "wie", "work", "clock"),
            namen=lambda: NAMEN, rollen=self.wie.rollen,
        )  # fmt: skip

    def young(self, rid: UUID) -> JongereRow:
        """The card of a young person."""
        return jongeren.youth_card(rid, overzichten=self.lees, geldend=lambda: REGELS, clock=self.clock)

    @property
    def lees(self) -> Any:
        """The one read of ``Overzichten`` that cards need."""
        return SimpleNamespace(zaak=self._zaak)

    def _zaak(self, rid: UUID) -> ZaakRow | None:
        melding = self.desk.get(Melding, rid)
        klant = self.desk.get(Klant, melding.klant)
        return ZaakRow(
            melding=melding, klant=klant, naam="Fictief", intake=None, brieven=(), onverzonden=True
        )

    @property
    def visit(self) -> BezoekActions:
        return BezoekActions(
            dossier=self.dossier, bezoek=lambda rid: self.desk.get(Bezoek, rid),
            choose_klant=self.bind(inloop.choose_klant, "wie", "work"),
            finish=self.bind(inloop.finish, "wie", "work", "clock"),
            reopen=self.bind(inloop.reopen, "wie", "work", "clock"),
            look=self.look,
            taken_up=self.taken_up.append, clock=self.clock, balie=WIE.balie,
            advance=self.voorschot.meter, youth=self.young, offers=self.offers, elsewhere=self.elsewhere.get,
        )  # fmt: skip

    @property
    def look(self) -> LookActions:
        """``asks_why``: nobody gave a reason yet; else every dossier has one."""
        return LookActions(
            reasons=self.inzien.reasons, given=self._given, open=self.inzien.open,
            note_form=self.inzien.note_form, show_bsn=self.inzien.whole_bsn, show_address=self._show_address,
        )  # fmt: skip

    def _given(self, klant: UUID) -> InzageReden | None:
        return self.inzien.given(klant) if self.asks_why else InzageReden("zaak")

    def _show_address(self, rid: UUID) -> str:
        return adres_in_woorden(self.inzien.secret_address(rid).feiten, AdresPlek.GEVRAAGD)

    def seen(self, what: Getoond) -> list[UUID]:
        """Of whom this was shown, as the book of looks has it."""
        return [look.klant for _, look in self.boek.kept if look.getoond is what]

    def parts(self, tasks: Tasks, over: QWidget, bezoek: UUID | None) -> VisitParts:
        """The panels, as the composition root makes them."""
        cap = KeyMap().cap
        host = self.host
        return VisitParts(
            melding=MeldingPanel(self.melding, tasks, cap=cap, gemeenten=WIE.gemeenten, bezoek=bezoek),
            intake=IntakePanel(self.intake, tasks),
            papers=PapersCard(),
            preview=PreviewPage(self.papier, tasks, host),
            agreement=AgreementPage(self.overeenkomst, tasks, host, cap=cap, gemeente=WIE.gemeenten[0]),
            person=PersonPage(self.klant, tasks, host, cap=cap, gemeenten=WIE.gemeenten),
            panels=self.panels(tasks, over),
        )

    def panels(self, tasks: Tasks, over: QWidget) -> dict[str, VisitPanel]:
        """The panels over the page, by their command."""
        cap, host = KeyMap().cap, self.host
        save = cap("bewaren.verder")
        return {
            "klant.identiteit": IdentityPanel(over, self.identiteit, tasks, host),
            "melding.aanvraag": ApplicationPanel(over, self.aanvraag, tasks, host, save_key=save),
            "controles": AdvancePanel(over, self.voorschot, tasks, host, cap=cap),
            "melding.jongere": YouthPanel(over, self.jongere, tasks, host, clock=self.clock),
            "melding.sluiten": ClosePanel(over, self.sluiten, tasks, host, save_key=save),
        }

    def screen(self, tasks: Tasks, opening: Opening) -> VisitScreen:
        """The whole visit."""
        bezoek = opening.bezoek.id if opening.bezoek else None
        return VisitScreen(
            "bezoek:test", opening, self.visit, tasks, self.host,
            lambda over: self.parts(tasks, over, bezoek), cap=KeyMap().cap,
        )  # fmt: skip

    def set(self, klant: Klant, **feiten: Any) -> Klant:
        """A colleague changed the person."""
        after = replace(klant, feiten=replace(klant.feiten, **feiten))
        self.desk.stands["klant", klant.id] = after
        return after

"""A desk without storage for the tests of the frame: a reception in memory that follows the real rules.

Everybody in it is fictitious.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import count
from uuid import UUID
from zoneinfo import ZoneInfo

from tests.fixtures.werklijst import answer, counts
from werkdesk.domain.afdoening import Keuze
from werkdesk.domain.belpoging import BelUitkomst
from werkdesk.domain.bezoek import Bezoek, BezoekReden, BezoekStatus, bezoeknummer
from werkdesk.domain.melding import MeldingStatus
from werkdesk.domain.papier import BriefStatus
from werkdesk.domain.termijn import Termijn
from werkdesk.errors import Locked, Refused, WerkdeskError
from werkdesk.ui.frame.heading import Heading
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.opening import Opening, TypedFacts
from werkdesk.ui.frame.place_screen import Commands, PlaceScreen
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.screens.aanmelden.actions import AanmeldActions
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
from werkdesk.ui.werkplek_actions import Preferences, WerkplekActions
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.inloop import Called, TicketGiven, first_of
from werkdesk.usecases.jongeren import JongereRow
from werkdesk.usecases.lijsten import JongerenTelling, VoorschotTelling
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.overzichten import (
    BalieRow,
    BriefRow,
    Hal,
    KlantHit,
    MeldingRow,
    Oproep,
    OutboxRow,
    TermijnRow,
    TicketRow,
    Verbinding,
)
from werkdesk.usecases.papieren import LetterPrinted
from werkdesk.usecases.proefblad import ProofPrinted
from werkdesk.usecases.regels.kiezen import RegelStand
from werkdesk.usecases.regels.uitleg import RegelUitleg
from werkdesk.usecases.terugbellen import Bellijst, BelRow
from werkdesk.usecases.voorschotten import VoorschotRow
from werkdesk.usecases.vraagrijen import Vragen
from werkdesk.usecases.vragen import Beantwoord
from werkdesk.usecases.werkvoorraad import Overgedragen, Werklast

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 21, 10, 9, tzinfo=AMSTERDAM)
PROOFS = ProofPrinted(2, None)
QUIET_LINE = Verbinding(
    wachten=0, aandacht=0, bijlagen=0, laatste=NOW - timedelta(seconds=3), weg_sinds=None, fout=None,
    journaal=0,
)  # fmt: skip
RULES = RegelStand(
    kenmerk="2026-11-21 0123456789ab", versie="2026-11-21", vingerafdruk="0" * 64, herkomst="programma",
    basis="2026-11-21", houdbaar_tot=date(2027, 5, 20), te_oud=False,
)  # fmt: skip
VISIT_CHANGED = Changes(Topic.BEZOEK | Topic.OUTBOX)


def moment(text: str) -> datetime:
    """Today at ``hh:mm:ss``."""
    hour, minute, second = (int(part) for part in text.split(":"))
    return NOW.replace(hour=hour, minute=minute, second=second)


class VisitPlace(PlaceScreen):
    """Stands in for the visit: one field, one command."""

    icon = "identification-card"
    answers = frozenset({"melding.nieuw", "bezoek.afronden", "terug"})

    def __init__(self, name: str, opening: Opening, host: Host) -> None:
        super().__init__(name)
        self.opening, self.host = opening, host
        self.accepted: list[object] = []
        self.papers: list[tuple[str, UUID]] = []
        self.told: list[str] = []
        self.field = TextField("Telefoon", help_key="melding.telefoon")
        Column(self, margins=24).put(Card("Melding").put(self.field), 1)

    def heading(self) -> Heading:
        nummer = self.opening.bezoek.nummer if self.opening.bezoek else ""
        window = "Elhamdaoui-van den Berg, S. – 12-03-1985 – dossier"
        return Heading(rail=f"Bezoek {nummer}", count="06:12", window=window, action="bezoek.afronden")

    def commands(self) -> Commands:
        return {"melding.nieuw": lambda: self.told.append("melding.nieuw"), "bezoek.afronden": self.finish}

    def finish(self) -> None:
        self.host.close(self)

    def came(self) -> None:
        self.field.editor.setFocus()

    def left(self) -> None:
        self.told.append("left")

    def accept_klant(self, klant: UUID) -> bool:
        if self.opening.bezoek is None:
            return False
        self.accepted.append(klant)
        return True

    @property
    def klant(self) -> UUID | None:
        return self.opening.klant

    def start_paper(self, code: str, melding: UUID) -> None:
        self.papers.append((code, melding))

    def accept_new(self, facts: TypedFacts) -> bool:
        self.accepted.append(facts)
        return self.opening.bezoek is not None


@dataclass
class FakeDesk:
    """Balie 3 of a fictitious office. ``fail``: raised by the next act. Lists may be replaced by a test."""

    now: datetime = NOW
    balie: int = 3
    visits: dict[UUID, Bezoek] = field(default_factory=dict)
    names: dict[UUID, str] = field(default_factory=dict)
    calls: list[Oproep] = field(default_factory=list)
    klanten: list[KlantHit] = field(default_factory=list)
    outbox: tuple[OutboxRow, ...] = ()
    vragen: Vragen = field(default_factory=Vragen)
    before: Vragen = field(default_factory=Vragen)
    answers: list[tuple[object, ...]] = field(default_factory=list)
    answer_refused: str = ""
    verbinding: Verbinding = QUIET_LINE
    later: tuple[BriefRow, ...] = ()
    proofs: ProofPrinted = PROOFS
    termijnen: tuple[TermijnRow, ...] = ()
    own: tuple[MeldingRow, ...] = ()
    young: tuple[JongereRow, ...] = ()
    advances: tuple[VoorschotRow, ...] = ()
    regels: tuple[RegelUitleg, ...] = ()
    calling: tuple[BelRow, ...] = ()
    loads: tuple[Werklast, ...] = ()
    kept: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    pin: str = "123456"
    fail: WerkdeskError | None = None
    pages: dict[str, str] = field(
        default_factory=lambda: {
            "hal": "# De hal\nHier ziet u wie wacht.",
            "aanmelden": "# Aanmelden\nTyp uw naam.",
        }
    )
    places: list[VisitPlace] = field(default_factory=list)
    own_visit: Bezoek | None = None
    prepare_fails: bool = False
    session: object = None

    def __post_init__(self) -> None:
        self._ids = count(1)
        self._tickets = count(20)

    def clock(self) -> datetime:
        return self.now

    def call_list(self) -> Bellijst:
        late = sum(row.stand.te_laat for row in self.calling)
        return Bellijst(rijen=self.calling, totaal=len(self.calling), te_laat=late)

    def put(self, nummer: str, reden: BezoekReden, binnen: str, **facts: object) -> Bezoek:
        """Somebody in the hall."""
        rid = UUID(int=next(self._ids))
        visit = Bezoek(
            id=rid, nummer=nummer, reden=reden, binnen=moment(binnen), locatie="raadhuis", **facts  # type: ignore[arg-type]
        )  # fmt: skip
        self.visits[rid] = visit
        return visit

    def hal(self) -> Hal:
        waiting = [v for v in self.visits.values() if v.status is BezoekStatus.WACHT]
        later = [
            v
            for v in self.visits.values()
            if v.status in (BezoekStatus.GEPARKEERD, BezoekStatus.NIET_VERSCHENEN)
        ]
        at_desk = {v.balie: v for v in self.visits.values() if v.status is BezoekStatus.AAN_BALIE}
        desks = tuple(
            BalieRow(
                balie=n,
                nummer=at_desk[n].nummer if n in at_desk else None,
                reden=at_desk[n].reden if n in at_desk else None,
                sinds=at_desk[n].geroepen if n in at_desk else None,
            )
            for n in (1, 2, 3, 4)
        )
        return Hal(
            wachtend=tuple(
                self._row(v) for v in sorted(waiting, key=lambda v: (v.voorrang is None, v.binnen))
            ),
            straks_terug=tuple(self._row(v) for v in later),
            balies=desks,
            oproepen=tuple(self.calls[-4:]),
            bezoeken=19,
            meldingen=4,
            brieven=11,
        )

    def _row(self, v: Bezoek) -> TicketRow:
        return TicketRow(
            id=v.id, nummer=v.nummer, reden=v.reden, status=v.status, binnen=v.binnen, voorrang=v.voorrang,
            balie=v.balie, geroepen=v.geroepen, oproepen=v.oproepen, klant_id=v.klant,
            klant=self.names.get(v.id), tolk="Tigrinya" in self.names.get(v.id, ""), notitie=v.notitie,
            onverzonden=False,
        )  # fmt: skip

    def _act(self, name: str) -> None:
        self.asked.append(name)
        if self.fail is not None:
            error, self.fail = self.fail, None
            raise error

    def ticket(self, reden: BezoekReden, voorrang: str | None) -> TicketGiven:
        self._act(f"ticket {reden.value}")
        visit = self.put(
            bezoeknummer(reden, self.balie, next(self._tickets)), reden, "10:09:00", voorrang=voorrang
        )
        return TicketGiven(VISIT_CHANGED, visit.id, visit.nummer)

    def call_next(self) -> Called:
        self._act("call_next")
        waiting = self.hal().wachtend
        return self.call(first_of(waiting).id) if waiting else Called(Changes(), None)

    def call(self, rid: UUID) -> Called:
        self._act("call")
        visit = self.visits[rid]
        visit = replace(
            visit, status=BezoekStatus.AAN_BALIE, balie=visit.balie or self.balie,
            geroepen=visit.geroepen or self.now, oproepen=visit.oproepen + 1,
        )  # fmt: skip
        self.visits[rid] = visit
        self.calls.append(Oproep(nummer=visit.nummer, balie=self.balie, moment=self.now))
        return Called(VISIT_CHANGED, visit)

    def no_show(self, rid: UUID) -> Changes:
        return self._set(rid, "no_show", status=BezoekStatus.NIET_VERSCHENEN)

    def park(self, rid: UUID, note: str) -> Changes:
        return self._set(rid, f"park {note}", status=BezoekStatus.GEPARKEERD, notitie=note)

    def back_in_queue(self, rid: UUID) -> Changes:
        return self._set(rid, "back", status=BezoekStatus.WACHT, balie=None, geroepen=None, oproepen=0)

    def resume(self, rid: UUID) -> Called:
        self._set(rid, "resume", status=BezoekStatus.AAN_BALIE, balie=self.balie)
        return Called(VISIT_CHANGED, self.visits[rid])

    def _set(self, rid: UUID, name: str, **facts: object) -> Changes:
        self._act(name)
        self.visits[rid] = replace(self.visits[rid], **facts)  # type: ignore[arg-type]
        return VISIT_CHANGED

    def search(self, text: str) -> tuple[KlantHit, ...]:
        self.asked.append(f"search {text}")
        return tuple(
            hit for hit in self.klanten if text.lower() in f"{hit.naam} {hit.geboren} {hit.adres}".lower()
        )

    def look_alikes(self, facts: TypedFacts) -> tuple[KlantHit, ...]:
        return (
            tuple(replace(hit, waarom="klank") for hit in self.klanten[:2]) if "ahmadi" in facts.tekst else ()
        )

    def print_again(self, rid: UUID) -> LetterPrinted:
        self._act("print")
        row = next(row for row in self.later if row.id == rid)
        self.later = tuple(other for other in self.later if other.id != rid)
        return LetterPrinted(Changes(Topic.PAPIER), rid, row.kenmerk, None)

    def print_proofs(self) -> ProofPrinted:
        self._act("proof")
        return self.proofs

    def write_preferences(self, chosen: Mapping[str, str]) -> None:
        self.kept |= chosen

    def note_call(self, melding: UUID, uitkomst: BelUitkomst, _note: str) -> MeldingSaved:
        self._act(f"call {uitkomst.value}")
        self.calling = tuple(row for row in self.calling if row.melding != melding)
        return MeldingSaved(Changes(Topic.MELDING), None)  # type: ignore[arg-type]

    def open_law(self, address: str) -> bool:
        self.asked.append(f"law {address}")
        return True

    def make_visit(self, name: str, opening: Opening, host: Host) -> PlaceScreen:
        place = VisitPlace(name, opening, host)
        self.places.append(place)
        return place

    def prepare(self) -> None:
        if self.prepare_fails:
            self._act("prepare")
        self.asked.append("prepare")

    def sign_in(self, name: str, pin: str) -> object:
        self.asked.append("sign_in")
        if name != "r.dewit":
            raise Locked("slot.ontbreekt")
        if pin != self.pin:
            raise Locked("pin.onjuist")
        return self.session or self

    def lock(self) -> None:
        self.asked.append("lock")

    def door(self) -> AanmeldActions:
        return AanmeldActions(
            prepare=self.prepare,
            sign_in=self.sign_in,
            where=lambda: "Balie 3 · raadhuis Amstelveen",
            page=lambda: ("Aanmelden", "Typ uw naam."),
        )

    def answer_question(self, question: UUID, keuze: Keuze, reason: str = "") -> Beantwoord:
        """Answer as the use case does: the question is gone."""
        return self._answer(question, keuze)

    def put_away(self, question: UUID, reason: str) -> Beantwoord:
        if not reason.strip():
            raise Refused("reden.ontbreekt", field="reden")
        return self._answer(question, "weggelegd", reason)

    def send_again(self, question: UUID) -> Beantwoord:
        return self._answer(question, "opnieuw")

    def take_back_answer(self, done: Beantwoord) -> Changes:
        self.answers.append((done.vraag, "terug"))
        self.vragen, self.before = self.before, self.vragen
        return Changes(Topic.AANDACHT)

    def _answer(self, question: UUID, *what: object) -> Beantwoord:
        if self.answer_refused:
            raise Refused(self.answer_refused)
        self.answers.append((question, *what))
        self.before = self.vragen
        self.vragen = replace(
            self.vragen,
            botsingen=tuple(row for row in self.vragen.botsingen if row.id != question),
            geweigerd=tuple(row for row in self.vragen.geweigerd if row.id != question),
        )
        return Beantwoord(Changes(Topic.AANDACHT | Topic.OUTBOX), question)

    def actions(self, _session: object = None) -> WerkplekActions:
        return WerkplekActions(
            medewerker="r.dewit",
            foot=("Balie 3 · raadhuis", "Amstelveen", "R. de Wit (fictief)"),
            hal=HalActions(
                hal=self.hal, ticket=self.ticket, call_next=self.call_next, call=self.call,
                no_show=self.no_show, park=self.park, resume=self.resume, back_in_queue=self.back_in_queue,
                clock=self.clock, balie=self.balie,
            ),
            zoeken=ZoekActions(
                search=self.search, look_alikes=self.look_alikes, read_facts=lambda text:
                TypedFacts(tekst=text)
            ),
            outbox=OutboxActions(
                outbox=lambda: self.outbox, verbinding=lambda: self.verbinding,
                vragen=lambda: self.vragen, answer=self.answer_question, take_back=self.take_back_answer,
                put_away=self.put_away, send_again=self.send_again,
                try_now=lambda: self.asked.append("try_now"), export=lambda: "werkdesk-balie-3.wdz",
                clock=self.clock,
            ),
            termijnen=TermijnenActions(
                termijnen=lambda vraag: answer(self.termijnen, vraag),
                tellingen=lambda: counts(self.termijnen, self.now.date()),
                medewerkers=lambda: (("r.dewit", "R. de Wit (fictief)"),),
                today=lambda: self.now.date(), ik="r.dewit",
            ),
            verdeling=VerdelingActions(
                load=lambda: self.loads, cases=lambda who: (),
                give=lambda ids, who: Overgedragen(Changes(), who, ()),
                take_back=lambda done: Changes(), today=lambda: self.now.date(), ik="r.dewit",
                rollen=("teamleider",),
            ),
            brieven=BrievenActions(
                later=lambda: self.later, print_again=self.print_again, print_proofs=self.print_proofs
            ),
            klanten=KlantenActions(own_today=lambda: self.own),
            bellen=BellenActions(
                calls=self.call_list, counts=self.call_list, note=self.note_call,
                today=lambda: self.now.date(),
            ),
            jongeren=JongerenActions(
                youths=lambda: self.young,
                counts=lambda: JongerenTelling(totaal=len(self.young), kan=0, onzeker=0),
                namen=lambda: (), today=lambda: self.now.date(), ik="r.dewit",
            ),
            voorschotten=VoorschottenActions(
                advances=lambda: self.advances,
                counts=lambda: VoorschotTelling(totaal=len(self.advances), te_laat=0),
                namen=lambda: (), today=lambda: self.now.date()
            ),
            regels=RegelsActions(
                lijst=lambda: self.regels, stand=lambda: RULES, open_wet=self.open_law
            ),
            hulp=HulpActions(read=lambda: self.pages),
            preferences=Preferences(read=lambda: dict(self.kept), write=self.write_preferences),
            make_visit=self.make_visit,
            visit_answers=VisitPlace.answers,
            own_visit=lambda: self.own_visit,
            status=lambda: ("Rekent met regels van 1 juli 2026", "Printer Balie-3"),
            clock=self.clock,
        )  # fmt: skip


def busy_morning() -> FakeDesk:
    """The reception of the drawing: seven wait, two come back, two desks are busy."""
    desk = FakeDesk()
    reasons = BezoekReden
    waiting = (
        ("A314", reasons.BIJSTAND, "09:56:20", ""),
        ("P102", reasons.AFSPRAAK, "10:03:50", "Tesfay, dhr. Y. · Tigrinya"),
        ("J103", reasons.JONGERE, "10:04:05", ""),
        ("A316", reasons.STUKKEN, "10:05:40", "Jansen, mw. P."),
        ("W103", reasons.WERKGEVER, "10:06:12", ""),
        ("A317", reasons.OPLEIDING, "10:07:29", ""),
    )
    for nummer, reden, binnen, name in waiting:
        desk.names[desk.put(nummer, reden, binnen).id] = name
    desk.names = {rid: name for rid, name in desk.names.items() if name}
    desk.put("A318", reasons.BIJSTAND, "10:08:40", voorrang="geen onderdak")
    at_desk = {"status": BezoekStatus.AAN_BALIE, "oproepen": 1}
    desk.put("A312", reasons.BIJSTAND, "09:40:00", balie=1, geroepen=moment("10:00:49"), **at_desk)
    desk.put("A313", reasons.BIJSTAND, "09:48:00", balie=4, geroepen=moment("10:05:58"), **at_desk)
    desk.put(
        "A309", reasons.BIJSTAND, "09:30:00", status=BezoekStatus.GEPARKEERD, balie=3,
        notitie="zoekt bankafschrift · intake vraag 6",
    )  # fmt: skip
    desk.put(
        "A311", reasons.BIJSTAND, "09:35:00", status=BezoekStatus.NIET_VERSCHENEN, balie=2,
        geroepen=moment("09:58:00"), oproepen=1,
    )  # fmt: skip
    desk.calls = [
        Oproep(nummer="A309", balie=3, moment=moment("09:44:00")),
        Oproep(nummer="A311", balie=2, moment=moment("09:58:00")),
        Oproep(nummer="A312", balie=1, moment=moment("10:00:49")),
        Oproep(nummer="A313", balie=4, moment=moment("10:05:58")),
    ]
    desk.klanten = people()
    desk.later = (
        BriefRow(
            id=UUID(int=901), code="L01", kenmerk="M-3-0147-K", klant_id=UUID(int=501), klant="Jansen, P.",
            datum=NOW.date(), bladzijden=2, status=BriefStatus.LATER, reden_later="printer.weg",
            sha256="0" * 64, afdrukken=0,
        ),
    )  # fmt: skip
    desk.termijnen = dates()
    desk.regels = rules()
    desk.own = (
        MeldingRow(
            id=UUID(int=701), kenmerk="M-3-0147-K", klant_id=UUID(int=501), klant="Jansen, P.",
            moment=moment("09:12:00"), status=MeldingStatus.AANVRAAG_MOGELIJK, gemeente="0362",
            ontbreekt=("telefoon", "bsn"), balie=3, medewerker="r.dewit", externe_ref=None, onverzonden=True,
            eerste_termijn=None,
        ),
    )  # fmt: skip
    return desk


def people() -> list[KlantHit]:
    """Five fictitious people; two share a surname."""
    rows = (
        (
            "Elhamdaoui-van den Berg, S.",
            "19850312",
            "Laan der Kroon 12 B, 1181 AB Amstelveen",
            "•••••3653",
            0,
        ),
        ("Elhamdaoui, K.", "20011102", "Uiterweg 40, 1431 AN Aalsmeer", "•••••1170", 1),
        ("Jansen, P.", "19900530", "Dorpsstraat 9, 1182 JD Amstelveen", "•••••8812", 1),
        ("Jansen-Yılmaz, A.", "19910000", "Keizer Karelweg 101, 1185 HT Amstelveen", "", 0),
        ("Tesfay, Y.", "19980600", "geen vast adres", "", 0),
    )
    return [
        KlantHit(
            id=UUID(int=500 + number), naam=naam, geboren=geboren, adres=adres, bsn=bsn, open_meldingen=open_,
            onverzonden=number == 2,
        )
        for number, (naam, geboren, adres, bsn, open_) in enumerate(rows)
    ]  # fmt: skip


def rules() -> tuple[RegelUitleg, ...]:
    """Three records: one rule in two periods, one of them assumed, and one that is no law."""

    def record(regel: str, versie: str, bron: str, **facts: object) -> RegelUitleg:
        given = {"zekerheid": "geverifieerd", "naam": f"Regel {regel}", "waarde": "4 weken"} | facts
        return RegelUitleg(regel=regel, versie=versie, bron=bron, bekend=True, **given)  # type: ignore[arg-type]

    return (
        record("D01", "2015-01-01", "Pw 41 lid 4", geldig_tot=date(2026, 12, 31), naam="Zoektermijn",
               tekst="U zoekt eerst vier weken zelf naar werk.", peildatum="meldingsdatum",
               vindplaats="https://wetten.overheid.nl/jci1.3:c:BWBR0015703&artikel=41"),
        record("D01", "2027-01-01", "Pw 41 lid 4", zekerheid="aanname", naam="Zoektermijn",
               waarde="2 weken", gemeente="0362"),
        record("bellen.norm", "2015-01-01", "werkafspraak 3.2", naam="Terugbellen", waarde="2 dagen",
               tekst="Wij bellen u binnen twee werkdagen."),
    )  # fmt: skip


def dates() -> tuple[TermijnRow, ...]:
    """Three running dates: late, today, and one that waits for its start."""

    def row(number: int, naam: str, day: date | None, klant: str, stand: str | None = None) -> TermijnRow:
        termijn = Termijn(code=f"D{number:02}", naam=naam, uiterste_datum=day, stand=stand)
        return TermijnRow(
            melding=UUID(int=700 + number), kenmerk=f"M-3-014{number}-K", klant_id=UUID(int=500 + number),
            klant=klant, termijn=termijn, medewerker="r.dewit",
            eigenaar="r.dewit" if number % 2 else "s.bakker",
            moment=NOW - timedelta(days=10 * number),
        )  # fmt: skip

    return (
        row(1, "Zoektermijn loopt af", NOW.date(), "Jansen, P."),
        row(2, "Eerste voorschot uiterlijk", NOW.date() - timedelta(days=2), "Elhamdaoui, K."),
        row(3, "Besluit uiterlijk", None, "Tesfay, Y.", "na aanvraag"),
        row(4, "Aanvraag mogelijk", NOW.date() + timedelta(days=9), "Elhamdaoui-van den Berg, S."),
    )


def waiting_acts() -> tuple[OutboxRow, ...]:
    """Three acts: one tried in vain, one that waits, one with a question."""
    plain = OutboxRow(
        id=UUID(int=800), soort="IntakeBeantwoord", kenmerk=None, klant="Jansen, P.",
        sinds=NOW - timedelta(minutes=7), medewerker="r.dewit", stand="wacht", pogingen=0, fout=None,
    )  # fmt: skip
    tried = replace(
        plain, id=UUID(int=801), soort="MeldingGedaan", kenmerk="M-3-0147-K", pogingen=3,
        fout="register.tijd", sinds=NOW - timedelta(minutes=8),
    )  # fmt: skip
    question = replace(
        plain, id=UUID(int=802), soort="KlantGewijzigd", klant="Tesfay, Y.", stand="aandacht",
        fout="klant.onbekend",
    )  # fmt: skip
    return tried, plain, question

"""Everything a screen or a verb may ask of the desk, bound to one member of staff.

The order of arguments is that of the use case itself; who, where, the cache and the clock are bound. A screen
takes the few it needs and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from werkdesk.domain.brief import GemaakteBrief
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.voorschot_meter import Voorschotmeter
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.waarden.kvk import KvkNummer
from werkdesk.usecases import (
    aanvragen,
    inloop,
    jongeren,
    klanten,
    meldingen,
    onbewaard,
    papieren,
    plaatsingen,
    proefblad,
    sluiten,
    terugbellen,
    voorschotten,
    vragen,
    werkvoorraad,
)
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.inloop import Called, TicketGiven
from werkdesk.usecases.invoer.lezen import Invoer
from werkdesk.usecases.invoer.opnemen import Opgenomen, take_in
from werkdesk.usecases.inzage import InzageBoek, Inzien
from werkdesk.usecases.jongeren import JongereRow
from werkdesk.usecases.klanten import KlantSaved
from werkdesk.usecases.lijsten import JongerenTelling, VoorschotTelling
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.papieren import AgreementSaved, LetterPreview, LetterPrinted, Press, Printer
from werkdesk.usecases.plaatsingen import PlaatsingSaved, Voornemen, Vooruitzicht, WerkgeverKennis
from werkdesk.usecases.ports import Blobs, Clock, Concepten, NewId, Wie, Work
from werkdesk.usecases.proefblad import ProofPrinted
from werkdesk.usecases.regels import herrekenen
from werkdesk.usecases.regels.kiezen import RegelStand
from werkdesk.usecases.regels.rekenkamer import Rekenkamer
from werkdesk.usecases.regels.uitgangspunt import Uitgangspunt
from werkdesk.usecases.regels.uitleg import RegelUitleg, TermijnUitleg
from werkdesk.usecases.terugbellen import Bellijst
from werkdesk.usecases.voorschotten import VoorschotRow
from werkdesk.usecases.vragen import Beantwoord
from werkdesk.usecases.werkvoorraad import Overgedragen, Werkbord, Werklast, WerkRow


@dataclass(frozen=True, slots=True, kw_only=True)
class InloopActions:
    """The hall: ``usecases.inloop``."""

    ticket: Callable[..., TicketGiven]
    call_next: Callable[[], Called]
    call: Callable[..., Called]
    no_show: Callable[..., Changes]
    back_in_queue: Callable[..., Changes]
    park: Callable[..., Changes]
    resume: Callable[..., Called]
    choose_klant: Callable[..., Changes]
    finish: Callable[..., Changes]
    reopen: Callable[..., Changes]


@dataclass(frozen=True, slots=True, kw_only=True)
class KlantActions:
    """Persons and their identity: ``usecases.klanten``."""

    record: Callable[..., KlantSaved]
    change: Callable[..., Changes]
    note_document: Callable[..., Changes]
    note_no_document: Callable[..., Changes]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingActions:
    """Meldingen from the first word to their end: ``usecases.meldingen``, ``.invoer``, ``.aanvragen``,
    ``.sluiten``.
    """

    record: Callable[..., MeldingSaved]
    change: Callable[..., MeldingSaved]
    answer_intake: Callable[..., Changes]
    take_in: Callable[[Invoer], Opgenomen]
    apply: Callable[..., MeldingSaved]
    close: Callable[..., MeldingSaved]
    reopen: Callable[..., MeldingSaved]


@dataclass(frozen=True, slots=True, kw_only=True)
class PapierActions:
    """Letters and agreements: ``usecases.papieren``."""

    preview: Callable[..., LetterPreview]
    print: Callable[..., LetterPrinted]
    print_again: Callable[..., LetterPrinted]
    record_agreement: Callable[..., AgreementSaved]
    proof: Callable[[str], GemaakteBrief]
    print_proofs: Callable[[], ProofPrinted]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegelActions:
    """Rules, their tables, and dates that change by an act: ``usecases.regels``.

    ``regels`` refuses when the set is too old; ``geldend``, ``stand`` and ``leg_uit`` always answer.
    """

    stand: Callable[[], RegelStand]
    regels: Callable[[], RegelSet]
    geldend: Callable[[], RegelSet]
    lijst: Callable[..., tuple[RegelUitleg, ...]]
    leg_uit: Callable[[Termijn], TermijnUitleg]
    recompute: Callable[..., MeldingSaved]
    uitgangspunt: Callable[..., Uitgangspunt]
    compute_waiting: Callable[..., Changes]
    shift_term: Callable[..., MeldingSaved]


@dataclass(frozen=True, slots=True, kw_only=True)
class LijstActions:
    """The work lists: ``usecases.werkvoorraad``, ``.terugbellen``, ``.voorschotten``, ``.jongeren``."""

    board: Callable[[], Werkbord]
    load: Callable[[], tuple[Werklast, ...]]
    work_of: Callable[[str], tuple[WerkRow, ...]]
    assign: Callable[..., Changes]
    hand_over: Callable[[Sequence[UUID], str], Overgedragen]
    hand_back: Callable[[Overgedragen], Changes]
    calls: Callable[..., Bellijst]
    call_counts: Callable[[], Bellijst]
    note_call: Callable[..., MeldingSaved]
    advances: Callable[..., tuple[VoorschotRow, ...]]
    advance_counts: Callable[[], VoorschotTelling]
    advance: Callable[..., Voorschotmeter]
    propose_advance: Callable[..., MeldingSaved]
    decide_advance: Callable[..., MeldingSaved]
    pay_advance: Callable[[UUID, date], MeldingSaved]
    take_payment_back: Callable[[UUID, int], MeldingSaved]
    youths: Callable[..., tuple[JongereRow, ...]]
    youth_counts: Callable[[], JongerenTelling]
    youth: Callable[..., JongereRow]
    note_evidence: Callable[..., MeldingSaved]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaatsActions:
    """Placements with employers: ``usecases.plaatsingen``."""

    employer: Callable[[KvkNummer], WerkgeverKennis]
    foresee: Callable[[Voornemen], Vooruitzicht]
    place: Callable[..., PlaatsingSaved]
    withdraw: Callable[..., PlaatsingSaved]
    second_opinion: Callable[[UUID, bool, str], PlaatsingSaved]
    end: Callable[..., PlaatsingSaved]


@dataclass(frozen=True, slots=True, kw_only=True)
class VraagActions:
    """Questions of the register: ``usecases.vragen``."""

    answer: Callable[..., Beantwoord]
    take_back: Callable[[Beantwoord], Changes]
    put_away: Callable[[UUID, str], Beantwoord]
    send_again: Callable[[UUID], Beantwoord]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskActions:
    """All of it. ``lees``: every read of ``usecases.overzichten``. ``clock``: now, on any thread. ``inzage``:
    everything that shows what is known of a klant (``usecases.inzage``); a dossier on a screen opens by it.
    """

    wie: Wie
    clock: Clock
    inloop: InloopActions
    klanten: KlantActions
    meldingen: MeldingActions
    papier: PapierActions
    regels: RegelActions
    lijsten: LijstActions
    vragen: VraagActions
    plaatsingen: PlaatsActions
    inzage: Inzien
    lees: Overzichten
    concepten: Concepten
    unfinished: Callable[[], tuple[onbewaard.Onbewaard, ...]]
    blobs: Blobs


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What the use cases need of storage, letters and workstation."""

    work: Work
    overzichten: Overzichten
    concepten: Concepten
    blobs: Blobs
    inzageboek: InzageBoek
    clock: Clock
    new_id: NewId
    press: Press
    printer: Printer
    rekenkamer: Rekenkamer


def bind(wie: Wie, near: Neighbours) -> DeskActions:
    """Bind every use case to one member of staff and these neighbours."""
    kamer = near.rekenkamer
    by: dict[str, Any] = {"wie": wie, "work": near.work}
    at: dict[str, Any] = {**by, "clock": near.clock}
    new: dict[str, Any] = {**at, "new_id": near.new_id}
    return DeskActions(
        wie=wie,
        clock=near.clock,
        inloop=InloopActions(
            ticket=partial(inloop.give_ticket, **new),
            call_next=partial(inloop.call_next, **at, overzichten=near.overzichten),
            call=partial(inloop.call, **at),
            no_show=partial(inloop.no_show, **at),
            back_in_queue=partial(inloop.back_in_queue, **at),
            park=partial(inloop.park, **at),
            resume=partial(inloop.resume, **at),
            choose_klant=partial(inloop.choose_klant, **by),
            finish=partial(inloop.finish, **at),
            reopen=partial(inloop.reopen, **at),
        ),
        klanten=KlantActions(
            record=partial(klanten.record_klant, **new),
            change=partial(klanten.change_klant, **by),
            note_document=partial(klanten.note_document, **at),
            note_no_document=partial(klanten.note_no_document, **at),
        ),
        meldingen=MeldingActions(
            record=partial(meldingen.record_melding, **new, rekenaar=kamer.rekenaar),
            change=partial(meldingen.change_melding, **by, rekenaar=kamer.rekenaar),
            answer_intake=partial(meldingen.answer_intake, **by),
            take_in=partial(take_in, **new, rekenaar=kamer.rekenaar, overzichten=near.overzichten),
            apply=partial(aanvragen.record_application, **at, rekenaar=kamer.rekenaar, geldend=kamer.geldend),
            close=partial(sluiten.close_melding, **at),
            reopen=partial(sluiten.reopen_melding, **at),
        ),
        papier=PapierActions(
            preview=partial(papieren.preview_letter, **at, press=near.press, verteller=kamer.verteller),
            print=partial(papieren.print_letter, **new, printer=near.printer),
            print_again=partial(papieren.print_again, **at, printer=near.printer, blobs=near.blobs),
            record_agreement=partial(papieren.record_agreement, **new),
            proof=partial(proefblad.make_proof, clock=near.clock, press=near.press),
            print_proofs=partial(
                proefblad.print_proofs, wie=wie, clock=near.clock, press=near.press, printer=near.printer
            ),
        ),
        regels=RegelActions(
            stand=kamer.stand,
            regels=kamer.regels,
            geldend=kamer.geldend,
            lijst=kamer.lijst,
            leg_uit=kamer.leg_uit,
            uitgangspunt=kamer.uitgangspunt,
            recompute=partial(herrekenen.recompute, **by, rekenaar=kamer.rekenaar),
            compute_waiting=partial(
                herrekenen.compute_waiting,
                **by,
                rekenaar=kamer.rekenaar,
                overzichten=near.overzichten,
            ),
            shift_term=partial(herrekenen.shift_term, **at),
        ),
        lijsten=_bind_lists(by, near),
        vragen=_bind_questions(at, near),
        plaatsingen=_bind_placements(at, near),
        inzage=Inzien(wie, near.inzageboek, near.overzichten, kamer.geldend, near.clock),
        lees=near.overzichten,
        concepten=near.concepten,
        unfinished=partial(
            onbewaard.unfinished, concepten=near.concepten, overzichten=near.overzichten, wie=wie
        ),
        blobs=near.blobs,
    )


def _bind_questions(at: dict[str, Any], near: Neighbours) -> VraagActions:
    seen: dict[str, Any] = {**at, "overzichten": near.overzichten}
    dated: dict[str, Any] = {"rekenaar": near.rekenkamer.rekenaar}
    return VraagActions(
        answer=partial(vragen.answer_question, **seen, **dated),
        take_back=partial(vragen.take_back, **at, **dated),
        put_away=partial(vragen.put_away, **seen),
        send_again=partial(vragen.send_again, **seen, **dated),
    )


def _bind_placements(at: dict[str, Any], near: Neighbours) -> PlaatsActions:
    seen: dict[str, Any] = {"overzichten": near.overzichten, "geldend": near.rekenkamer.geldend}
    return PlaatsActions(
        employer=partial(plaatsingen.employer, overzichten=near.overzichten, clock=near.clock),
        foresee=partial(plaatsingen.foresee, **seen, clock=near.clock),
        place=partial(plaatsingen.place, **at, **seen, new_id=near.new_id),
        withdraw=partial(plaatsingen.withdraw, **at),
        second_opinion=partial(plaatsingen.second_opinion, **at),
        end=partial(plaatsingen.end_placement, **at),
    )


def _bind_lists(by: dict[str, Any], near: Neighbours) -> LijstActions:
    acting: dict[str, Any] = {**by, "clock": near.clock}
    ruled: dict[str, Any] = {**acting, "geldend": near.rekenkamer.geldend}
    seen: dict[str, Any] = {"overzichten": near.overzichten, "geldend": near.rekenkamer.geldend}
    today: dict[str, Any] = {**seen, "clock": near.clock}
    dated: dict[str, Any] = {"rekenaar": near.rekenkamer.rekenaar}
    counted: dict[str, Any] = {"overzichten": near.overzichten, "clock": near.clock}
    return LijstActions(
        board=partial(werkvoorraad.work_board, **today),
        load=partial(werkvoorraad.work_load, overzichten=near.overzichten, clock=near.clock),
        work_of=partial(werkvoorraad.work_of, **today),
        assign=partial(werkvoorraad.assign, **by, overzichten=near.overzichten),
        hand_over=partial(werkvoorraad.hand_over, **by, overzichten=near.overzichten),
        hand_back=partial(werkvoorraad.hand_back, **by),
        calls=partial(terugbellen.call_list, **today),
        call_counts=partial(terugbellen.call_counts, **today),
        note_call=partial(terugbellen.note_call, **ruled),
        advances=partial(voorschotten.advance_list, **today),
        advance_counts=partial(voorschotten.advance_counts, **counted),
        advance=partial(voorschotten.advance_meter, **seen),
        propose_advance=partial(voorschotten.propose_advance, **ruled),
        decide_advance=partial(voorschotten.decide_advance, **acting, **dated),
        pay_advance=partial(voorschotten.pay_advance, **acting, **dated),
        take_payment_back=partial(voorschotten.take_payment_back, **acting, **dated),
        youths=partial(jongeren.youth_list, **today),
        youth_counts=partial(jongeren.youth_counts, **counted),
        youth=partial(jongeren.youth_card, **today),
        note_evidence=partial(jongeren.note_evidence, **ruled),
    )

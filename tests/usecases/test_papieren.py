"""Letters: in the dossier before any printer hears of them, and never lost to a printer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from tests.fakes import WIE, FakeClock, FakeDesk, FakePress, FakePrinter
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.brief import BriefGegevens, GemaakteBrief, Ondertekenaar
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import MeldingFeiten, MeldingStatus
from werkdesk.domain.papier import Brief, BriefStatus, Mijlpaal, OpleidingsVoorwaarden, termijn_merk
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.domain.termijn import Termijn
from werkdesk.errors import Refused
from werkdesk.usecases.briefgegevens.feiten import BriefFeiten
from werkdesk.usecases.meldingen import NewMelding
from werkdesk.usecases.papieren import (
    LetterPreview,
    LetterWanted,
    preview_letter,
    print_again,
    print_letter,
    record_agreement,
)
from werkdesk.workstation.printing.printer import PrintOptions

VOORWAARDEN = OpleidingsVoorwaarden(
    opleiding="Lassen niveau 2 (fictief)", opleider="ROC Verzonnen", vraag_arbeidsmarkt="tekort aan lassers",
    begin=date(2026, 12, 1), einde=date(2028, 7, 1),
    mijlpalen=(Mijlpaal(jaar=1, doel="theorie", uiterlijk=date(2027, 7, 1), bewijs="certificaat"),),
)  # fmt: skip


def vertel(feiten: BriefFeiten) -> BriefGegevens:
    naam = feiten.klant.feiten.naam
    return BriefGegevens(
        soort=feiten.code, gemeente="0362", datum=feiten.datum, kenmerk=feiten.kenmerk,
        ondertekenaar=Ondertekenaar(naam=feiten.wie.naam, functie="medewerker"),
        velden={"naam": naam.geslachtsnaam if naam else ""},
    )  # fmt: skip


@pytest.fixture
def paper(
    desk: FakeDesk, clock: FakeClock, at: SimpleNamespace, press: FakePress, printer: FakePrinter
) -> SimpleNamespace:
    base: dict[str, Any] = {"wie": WIE, "work": desk.work, "clock": clock}
    return SimpleNamespace(
        preview=partial(preview_letter, **base, press=press, verteller=vertel),
        print=partial(print_letter, **base, new_id=at.ids, printer=printer),
        again=partial(print_again, **base, printer=printer, blobs=desk),
        agree=partial(record_agreement, **base, new_id=at.ids),
    )


@pytest.fixture
def wanted(at: SimpleNamespace, feiten: KlantFeiten) -> LetterWanted:
    klant = at.klant(feiten).klant
    melding = at.melding(NewMelding(klant=klant, feiten=MeldingFeiten())).melding.id
    return LetterWanted(code="L01", klant=klant, melding=melding)


def test_a_preview_writes_nothing(paper: SimpleNamespace, desk: FakeDesk, wanted: LetterWanted) -> None:
    before = list(desk.acts)
    preview = paper.preview(wanted)
    assert preview.kenmerk.startswith("M-3-0001")
    assert desk.acts == before
    assert desk.blobs == {}


def test_the_same_letter_has_the_same_bytes(paper: SimpleNamespace, wanted: LetterWanted) -> None:
    assert paper.preview(wanted).brief.sha256 == paper.preview(wanted).brief.sha256


def test_a_printed_letter_is_kept_and_its_hand_over_written_down(
    paper: SimpleNamespace, desk: FakeDesk, printer: FakePrinter, wanted: LetterWanted
) -> None:
    preview: LetterPreview = paper.preview(wanted)
    printed = paper.print(preview, 2)
    brief = desk.get(Brief, printed.brief)
    assert printed.later is None
    assert brief.status is BriefStatus.AANGEBODEN
    assert [(a.exemplaren, a.duplicaat, a.balie) for a in brief.afdrukken] == [(2, 0, 3)]
    assert desk.read_blob(brief.sha256) == preview.brief.pdf
    assert printer.printed == [(preview.brief.pdf, preview.kenmerk, 2)]


def test_the_job_of_a_secret_address_is_marked_in_the_queue(
    paper: SimpleNamespace, desk: FakeDesk, wanted: LetterWanted, printer: FakePrinter
) -> None:
    klant = desk.get(Klant, wanted.klant)
    desk.stands["klant", klant.id] = replace(klant, feiten=replace(klant.feiten, geheim=True))
    done = paper.print(paper.preview(wanted))
    paper.again(done.brief)
    titles = [titel for _, titel, _ in printer.printed]
    assert titles == ["M-3-0001-R/vertrouwelijk"] * 2
    assert PrintOptions(title=titles[0])


def test_the_letter_is_in_the_dossier_before_the_printer_gets_it(
    paper: SimpleNamespace, desk: FakeDesk, printer: FakePrinter, wanted: LetterWanted,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    kept_first: list[bool] = []

    def look(self: FakePrinter, pdf: bytes, *, titel: str, exemplaren: int) -> str:
        kept_first.append(bool(desk.all(Brief)) and bool(desk.blobs))
        return "1"

    monkeypatch.setattr(FakePrinter, "print_pdf", look)
    paper.print(paper.preview(wanted))
    assert kept_first == [True]


def test_without_a_printer_the_letter_waits(
    paper: SimpleNamespace, desk: FakeDesk, printer: FakePrinter, wanted: LetterWanted
) -> None:
    printer.fout = "printer.weg"
    printed = paper.print(paper.preview(wanted))
    assert printed.later == "printer.weg"
    waiting = desk.get(Brief, printed.brief)
    assert (waiting.status, waiting.reden_later) == (BriefStatus.LATER, "printer.weg")
    printer.fout = None
    assert paper.again(printed.brief).later is None
    assert desk.get(Brief, printed.brief).status is BriefStatus.AANGEBODEN
    assert printer.printed[0][0] == desk.blobs[waiting.sha256]


def test_printing_again_gives_the_very_same_bytes_and_is_marked(
    paper: SimpleNamespace, desk: FakeDesk, printer: FakePrinter, wanted: LetterWanted, at: SimpleNamespace
) -> None:
    rid = paper.print(paper.preview(wanted)).brief
    at.change_klant(wanted.klant, KlantFeiten(taal="nl"), ("taal",))
    paper.again(rid, 3)
    assert printer.printed[0][0] == printer.printed[1][0]
    assert [a.duplicaat for a in desk.get(Brief, rid).afdrukken] == [0, 1]


def test_paper_that_came_out_is_not_undone_by_a_later_failure(
    paper: SimpleNamespace, desk: FakeDesk, printer: FakePrinter, wanted: LetterWanted
) -> None:
    rid = paper.print(paper.preview(wanted)).brief
    printer.fout = "printer.weg"
    assert paper.again(rid).later == "printer.weg"
    assert desk.get(Brief, rid).status is BriefStatus.AANGEBODEN


def test_a_letter_that_is_not_there_cannot_be_printed(paper: SimpleNamespace) -> None:
    with pytest.raises(Refused, match=r"brief\.onbekend"):
        paper.again(UUID(int=9))


def test_a_letter_to_nobody_is_refused(paper: SimpleNamespace) -> None:
    with pytest.raises(Refused, match=r"klant\.onbekend"):
        paper.preview(LetterWanted(code="L01", klant=UUID(int=9)))


def test_an_agreement_gets_its_own_number_and_paper(
    paper: SimpleNamespace, desk: FakeDesk, wanted: LetterWanted
) -> None:
    desk.concepten["overeenkomst:1"] = ({"opleiding": "x"}, "t.verzonnen")
    saved = paper.agree(wanted.klant, "0362", VOORWAARDEN, wanted.melding, "overeenkomst:1")
    assert saved.overeenkomst.nummer.startswith("O-3-0001-")
    assert desk.concepten == {}
    preview = paper.preview(replace(wanted, code="OPL", overeenkomst=saved.overeenkomst.id))
    assert preview.kenmerk == saved.overeenkomst.nummer
    printed = paper.print(preview)
    made = next(act for act in desk.acts if isinstance(act, g.BriefOpgemaakt))
    assert (made.overeenkomst, made.id) == (saved.overeenkomst.id, printed.brief)


@pytest.mark.parametrize(
    ("parts", "code", "field"),
    [
        ({"einde": date(2026, 12, 1)}, "overeenkomst.einde", "einde"),
        ({"einde": date(2026, 11, 30)}, "overeenkomst.einde", "einde"),
        ({"einde": date(2027, 1, 1)}, "overeenkomst.mijlpaal", "mijlpalen[0].uiterlijk"),
        ({"vraag_arbeidsmarkt": " "}, "overeenkomst.vraag", "vraag_arbeidsmarkt"),
        ({"vraag_arbeidsmarkt": None}, "overeenkomst.vraag", "vraag_arbeidsmarkt"),
    ],
)
def test_an_agreement_that_cannot_hold_is_refused_at_its_field(
    parts: dict[str, object], code: str, field: str, paper: SimpleNamespace, wanted: LetterWanted,
    desk: FakeDesk,
) -> None:  # fmt: skip
    before = len(desk.acts)
    with pytest.raises(Refused) as refused:
        paper.agree(wanted.klant, "0362", replace(VOORWAARDEN, **parts))  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.field) == (code, field)
    assert len(desk.acts) == before
    assert "overeenkomst.O" not in desk.tellers


class NarrowWindow:
    """A press whose window takes no address; by hand everything fits."""

    def __init__(self, inner: FakePress) -> None:
        self.inner = inner

    def make(self, gegevens: BriefGegevens) -> GemaakteBrief:
        if not gegevens.uitreiken:
            raise Refused("brief.adres_past_niet", field="adresregels", grens=8)
        return self.inner.make(gegevens)


def test_a_letter_whose_address_does_not_fit_is_made_to_be_handed_over(
    desk: FakeDesk, clock: FakeClock, press: FakePress, wanted: LetterWanted
) -> None:
    def tell(feiten: BriefFeiten) -> BriefGegevens:
        return replace(vertel(feiten), adresregels=("Mevrouw Voorbeeld", "Een straat", "1181 AB  AMSTELVEEN"))

    preview_letter(wanted, wie=WIE, work=desk.work, clock=clock, press=NarrowWindow(press), verteller=tell)
    (made,) = press.made
    assert made.uitreiken
    assert made.adresregels == ("Mevrouw Voorbeeld",)


def test_an_explanation_is_kept_with_the_date_it_explains(
    paper: SimpleNamespace, desk: FakeDesk, wanted: LetterWanted
) -> None:
    term = Termijn(code="D06", naam="Besluit", uiterste_datum=date(2026, 12, 28))
    with desk.work(WIE) as cache:
        cache.record(
            g.TermijnenHerrekend(
                id=wanted.melding, termijnen=(term,), status=MeldingStatus.GEMELD, reden="test"
            )
        )
        cache.commit()
    preview: LetterPreview = paper.preview(replace(wanted, code="UIT", termijn=term.code))
    kept = desk.get(Brief, paper.print(preview).brief)
    assert kept.over == preview.over == termijn_merk(term)
    assert kept.melding == wanted.melding


def test_a_date_that_the_case_does_not_have_cannot_be_explained(
    paper: SimpleNamespace, wanted: LetterWanted
) -> None:
    with pytest.raises(Refused, match=r"termijn\.onbekend"):
        paper.preview(replace(wanted, code="UIT", termijn="D99"))


def test_a_letter_about_no_date_carries_no_mark(
    paper: SimpleNamespace, desk: FakeDesk, wanted: LetterWanted
) -> None:
    assert desk.get(Brief, paper.print(paper.preview(wanted)).brief).over is None

"""The proof sheet: one for each gemeente, nothing recorded, and told when no printer takes it."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes import WIE, FakeClock, FakeDesk, FakePress, FakePrinter
from werkdesk.usecases.proefblad import PROEF, make_proof, print_proofs, proof_sheet


def test_every_gemeente_of_the_office_gets_its_sheet(
    clock: FakeClock, press: FakePress, printer: FakePrinter, desk: FakeDesk
) -> None:
    told = print_proofs(wie=WIE, clock=clock, press=press, printer=printer)
    assert (told.bladen, told.later) == (len(WIE.gemeenten), None)
    assert [titel for _, titel, _ in printer.printed] == [f"Proefblad-{one}" for one in WIE.gemeenten]
    assert desk.acts == []


def test_without_a_printer_it_says_why_and_how_far_it_came(
    clock: FakeClock, press: FakePress, printer: FakePrinter
) -> None:
    printer.fout = "printer.geen"
    told = print_proofs(wie=replace(WIE, gemeenten=("0362",)), clock=clock, press=press, printer=printer)
    assert (told.bladen, told.later) == (0, "printer.geen")


def test_it_is_about_nobody_and_the_same_on_one_day(clock: FakeClock, press: FakePress) -> None:
    sheet = proof_sheet("0358", clock().date())
    assert (sheet.soort, sheet.gemeente, sheet.aanhef, dict(sheet.velden)) == (PROEF, "0358", "", {})
    first, second = (make_proof("0358", clock=clock, press=press) for _ in range(2))
    assert first.sha256 == second.sha256

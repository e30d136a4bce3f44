"""A folder as a printer."""

from __future__ import annotations

from pathlib import Path

import pytest

from werkdesk.errors import Unavailable
from werkdesk.workstation.printing.file_printer import NAME, FilePrinter
from werkdesk.workstation.printing.printer import JobState, PrintOptions

OPTIONS = PrintOptions(title="M-3-0147-K/a")


def test_a_letter_becomes_a_file_named_by_its_reference(tmp_path: Path) -> None:
    printer = FilePrinter(tmp_path / "brieven")
    job = printer.print(b"%PDF-1.7 een", NAME, OPTIONS)
    assert job == "M-3-0147-K-a-1.pdf"
    assert (tmp_path / "brieven" / job).read_bytes() == b"%PDF-1.7 een"
    assert printer.state(job) is JobState.ENDED


def test_a_second_print_leaves_the_first_alone(tmp_path: Path) -> None:
    printer = FilePrinter(tmp_path)
    jobs = [printer.print(text, NAME, OPTIONS) for text in (b"een", b"twee")]
    assert [(tmp_path / job).read_bytes() for job in jobs] == [b"een", b"twee"]


def test_only_the_user_can_read_the_file(tmp_path: Path) -> None:
    job = FilePrinter(tmp_path).print(b"%PDF", NAME, OPTIONS)
    assert (tmp_path / job).stat().st_mode & 0o077 == 0


def test_another_printer_is_unknown(tmp_path: Path) -> None:
    printer = FilePrinter(tmp_path)
    for attempt in (lambda: printer.print(b"", "Balie", OPTIONS), lambda: printer.trays("Balie")):
        with pytest.raises(Unavailable) as caught:
            attempt()
        assert caught.value.code == "printer.onbekend"
    assert [queue.name for queue in printer.queues()] == [NAME]
    assert printer.trays(NAME) == ()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("")
    with pytest.raises(Unavailable) as caught:
        FilePrinter(tmp_path / "bezet").print(b"%PDF", NAME, OPTIONS)
    assert caught.value.code == "printer.bestand"


@pytest.mark.parametrize("job", ["", "../geheim.pdf", "weg.pdf"])
def test_a_job_that_is_not_there_is_unknown(tmp_path: Path, job: str) -> None:
    (tmp_path.parent / "geheim.pdf").write_text("")
    assert FilePrinter(tmp_path).state(job) is JobState.UNKNOWN

"""A register that is not ours, and a disk that is full: said clearly, and nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.processes import FixedRegister, Office, answer, command

pytestmark = [pytest.mark.journey, pytest.mark.postgres]


def write_lines(path: Path, count: int) -> Path:
    lines = (json.dumps({"naam": f"Verzonnen{n}", "externe_ref": f"r{n}"}) for n in range(count))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("fixed_register", ["own"], indirect=True)
def test_a_register_with_another_certificate_gets_nothing(
    office: Office, fixed_register: FixedRegister, tmp_path: Path
) -> None:
    office.enrol("een")
    source = write_lines(tmp_path / "in.jsonl", 3)
    assert command("desk", "import", source, *office.at("een")).returncode == 0
    fixed_register.kill()
    shutil.rmtree(fixed_register.register.profile.tls)
    fixed_register.register.profile.ca.unlink()
    fixed_register.start()  # makes an authority of its own, which the desk does not know
    refused = command("desk", "sync", "--json", *office.at("een"))
    assert refused.returncode == 3
    assert b"register.certificaat" in refused.stderr
    assert json.loads(refused.stdout)["outbox"] == 6
    assert fixed_register.list("meldingen") == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MiB of its own."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("needs root to mount a small disk")
    folder = tmp_path / "klein"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no mounting here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def test_a_full_disk_stops_the_import_and_loses_no_answer(
    fixed_register: FixedRegister, small_disk: Path, tmp_path: Path
) -> None:
    office = Office(fixed_register, small_disk)
    office.enrol("een")
    source = write_lines(tmp_path / "in.jsonl", 400)
    free = shutil.disk_usage(small_disk).free
    filler = small_disk / "vulling"
    filler.write_bytes(bytes(max(0, free - 500_000)))
    full = command("desk", "import", source, *office.at("een"))
    assert full.returncode == 1
    said = full.stdout.decode().splitlines()
    assert said[-1].startswith("FOUT schijf.")
    kept = [line.split()[2] for line in said if line.startswith("OK ")]
    assert b"Traceback" not in full.stderr
    filler.unlink()
    listed = command("desk", "list", "meldingen", "--json", *office.at("een"))
    assert {json.loads(line)["externe_ref"] for line in listed.stdout.splitlines()} == set(kept)
    assert command("desk", "import", source, *office.at("een")).returncode == 0
    assert answer("desk", "sync", *office.at("een"))["outbox"] == 0
    assert len(fixed_register.list("meldingen")) == 400

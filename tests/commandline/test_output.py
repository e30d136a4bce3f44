"""A full disk or a closed pipe behind a verb: a sentence and an exit code, never a trace."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FULL = Path("/dev/full")
VERB = [sys.executable, "-m", "werkdesk", "rules", "list"]


@pytest.mark.skipif(not FULL.exists(), reason="dit systeem heeft geen /dev/full")
@pytest.mark.parametrize("extra", [[], ["--json"]])
def test_an_answer_that_cannot_be_written_is_a_failure_in_one_sentence(extra: list[str]) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [*VERB, *extra], stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False
        )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "uitvoer.onschrijfbaar: De uitkomst kon niet geschreven worden. Is de schijf vol?"
    ]


def test_nobody_reads_on_and_nothing_is_complained_about() -> None:
    verb = subprocess.Popen([*VERB, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    assert verb.stdout is not None
    verb.stdout.close()
    assert verb.stderr is not None
    with verb.stderr:
        assert verb.stderr.read() == b""
    assert verb.wait() == 1

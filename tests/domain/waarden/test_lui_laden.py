"""The domain is imported by every program: nothing heavy may come with it, and a desk fetches it in time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import sys
import werkdesk.domain.regels.gevallen, werkdesk.domain.regels.lezen, werkdesk.domain.persoon
heavy = {"phonenumbers", "stdnum", "email_validator", "holidays", "babel"}
raise SystemExit(" ".join(sorted(heavy & set(sys.modules))) or 0)
"""
_BESIDE = """
import sys
from werkdesk.desk.heavy import load_all
load_all()
numbers = {"phonenumbers", "stdnum.nl.bsn", "stdnum.iso7064.mod_97_10"}
raise SystemExit(" ".join(sorted(numbers - set(sys.modules))) or 0)
"""


def _run(program: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


def test_the_domain_loads_without_the_number_libraries() -> None:
    assert _run(_PROGRAM) == (0, "")


def test_a_desk_has_the_number_libraries_before_the_first_number_is_typed() -> None:
    assert _run(_BESIDE) == (0, "")

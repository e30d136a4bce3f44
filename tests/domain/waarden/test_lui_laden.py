"""The domain is imported by every program: nothing heavy may come with it."""

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


def test_the_domain_loads_without_the_number_libraries() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")

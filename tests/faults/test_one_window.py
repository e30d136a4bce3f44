"""Two starts of one profile, as processes: one window, and the second changes nothing."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.fault_desk import FaultDesk
from tests.patience import PATIENCE, wait_for
from werkdesk.workstation.single_instance import REQUEST_NAME

pytestmark = pytest.mark.postgres
ROOT = Path(__file__).parents[2]
FONTS = "lettertypen"
SCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def digests(folder: Path) -> dict[str, str]:
    """What every file holds, but the fonts that the first window is still unpacking."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.parent.name != FONTS
    }


def start(*words: object) -> subprocess.CompletedProcess[bytes]:
    """A start that has to end by itself."""
    return subprocess.run(
        [sys.executable, "-m", "werkdesk", *map(str, words)], cwd=ROOT, env=SCREEN, capture_output=True,
        timeout=PATIENCE, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def test_the_second_start_calls_the_first_and_touches_no_data(broken_desk: FaultDesk) -> None:
    words = [sys.executable, "-m", "werkdesk", "desk", "open", "--profile", str(broken_desk.folder)]
    with subprocess.Popen(words, cwd=ROOT, env=SCREEN, stderr=subprocess.DEVNULL) as first:
        try:
            fonts = broken_desk.folder / FONTS
            wait_for(lambda: first.poll() is not None or any(fonts.glob("*")))  # the profile is taken
            before = digests(broken_desk.folder)
            for verb in (["desk", "open"], []):
                second = start(*verb, "--profile", broken_desk.folder)
                assert second.returncode == 0, second.stderr
                assert "staat al open" in second.stderr.decode()
            after = digests(broken_desk.folder)
            after.pop(REQUEST_NAME, None)
            assert after == before
            wait_for(lambda: not (broken_desk.folder / REQUEST_NAME).exists())  # the first one heard it
            refused = start(
                "desk", "sync", "--json", "--profile", broken_desk.folder, "--pin-file", "/dev/null"
            )
            assert refused.returncode == 1
            assert b'"werkdesk.al_geopend"' in refused.stdout
            assert first.poll() is None
        finally:
            first.kill()
    # After kill -9 the profile is free at once.
    broken_desk.profile.take().release()


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs root to mount a disk")
def test_a_profile_that_can_only_be_read_is_told(broken_desk: FaultDesk, tmp_path: Path) -> None:
    place = tmp_path / "vast"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", place], capture_output=True, check=False).returncode:
        pytest.skip("no mounting here")
    try:
        profile = place / "balie"
        profile.mkdir()
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        for verb in (["desk", "open"], ["desk", "status"], ["desk", "import", "-"]):
            refused = start(*verb, "--profile", profile)
            assert refused.returncode == 1
            assert "kan alleen gelezen worden" in refused.stderr.decode()
    finally:
        subprocess.run(["umount", "-l", place], check=False)

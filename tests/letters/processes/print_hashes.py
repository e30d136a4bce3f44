"""Print the hash of one letter of each kind; run by ``test_same_bytes`` in processes of their own."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.letters.examples import MAKERS, NASTY_NAMES
from werkdesk.letters.press import Press
from werkdesk.letters.resources import load_resources

if __name__ == "__main__":
    press = Press(load_resources(Path(__file__).parents[3] / "resources"))
    for soort in sorted(MAKERS):
        sys.stdout.write(press.make(MAKERS[soort](NASTY_NAMES[0])).sha256 + "\n")

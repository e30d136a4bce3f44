"""Starts Werkdesk: ``python -m werkdesk`` and the command ``werkdesk``."""

from __future__ import annotations

from werkdesk.commandline.main import main

if __name__ == "__main__":
    raise SystemExit(main())

"""The window over a desk: where screens, tasks and session meet.

Only the seam stands here. ``ui`` builds the screens and may not know the desk; this module is above both.
"""

from __future__ import annotations

from werkdesk.desk.profile import DeskProfile
from werkdesk.errors import Unavailable
from werkdesk.workstation.vault.contract import Vault


def run_window(profile: DeskProfile, vault: Vault) -> int:
    """Open the window and run it until it closes; give the exit code.

    To be wired with ``Desk(profile, vault, announce=...)`` and ``ui.window.DeskWindow``.
    """
    raise Unavailable("venster.ontbreekt")

"""``werkdesk`` and ``werkdesk desk open``: the window, once for each profile."""

from __future__ import annotations

import argparse
import os
import sys

from werkdesk.commandline.holding import opened_profile
from werkdesk.commandline.loading import load
from werkdesk.commandline.output import DONE, complain
from werkdesk.desk.beeldscherm import require_screen
from werkdesk.desk.profile import choose_vault, open_desk_profile
from werkdesk.errors import WerkdeskError
from werkdesk.ui.texts import explain
from werkdesk.workstation.single_instance import request_raise


def run(chosen: argparse.Namespace) -> int:
    """Open the window; a second start brings the first one forward and ends well, touching no data."""
    try:
        with opened_profile(chosen) as profile:
            vault = choose_vault(getattr(chosen, "key_file", None))
            require_screen(os.environ)
            load("werkdesk.desk.qt:load_qt")()
            code: int = load("werkdesk.desk.window:run_window")(profile, vault)
            return code
    except WerkdeskError as error:
        if error.code != "werkdesk.al_geopend":
            _say_in_a_window(error)
            raise
        complain(explain(error))
        request_raise(open_desk_profile(getattr(chosen, "profile", None)).folders.profile)
        return DONE


def _say_in_a_window(error: WerkdeskError) -> None:
    if load("werkdesk.desk.no_window:is_needed")(os.environ, sys.stderr):
        load("werkdesk.desk.no_window:say_why")(error)

"""A profile that this process holds alone. Imports no more than the first frame of the window may cost."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from werkdesk.desk.crash import note_defect
from werkdesk.desk.profile import DeskProfile, open_desk_profile
from werkdesk.errors import Unavailable, WerkdeskError
from werkdesk.workstation.logbook import start_logbook, stop_logbook
from werkdesk.workstation.single_instance import SingleInstance


@contextmanager
def opened_profile(chosen: argparse.Namespace) -> Iterator[DeskProfile]:
    """The profile of ``--profile``, held by this process alone, with its log open.

    Raises ``Unavailable('werkdesk.al_geopend')`` while another process has it.
    """
    profile = open_desk_profile(getattr(chosen, "profile", None))
    with held(profile, profile.take()):
        yield profile


@contextmanager
def held(profile: DeskProfile, instance: SingleInstance) -> Iterator[None]:
    """Work in a profile that was taken, with its log open; a defect is noted there. Let it go afterwards."""
    try:
        with suppress(Unavailable):  # without a log the work goes on
            start_logbook(profile.folders.logs)
        yield
    except (WerkdeskError, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001 - noted while the log of this profile is open
        raise note_defect(error) from None
    finally:
        stop_logbook()
        instance.release()

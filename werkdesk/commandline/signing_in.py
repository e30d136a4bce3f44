"""Signing in without a window: the PIN from a file or an open descriptor, never from an argument."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from werkdesk.commandline.holding import held, opened_profile
from werkdesk.commandline.output import complain
from werkdesk.desk.aside import looking
from werkdesk.desk.profile import DeskProfile, choose_vault, open_desk_profile, require_enrolled
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.errors import Locked, Refused, Unavailable
from werkdesk.ui.texts import explain_code
from werkdesk.usecases.papieren import Printer

_LONGEST_PIN = 1_000


@contextmanager
def signed_in(
    chosen: argparse.Namespace, printer: Printer | None = None
) -> Iterator[tuple[Desk, DeskSession]]:
    """A desk at which the user of ``--user`` (or whoever was here last) is signed in; locked afterwards."""
    with opened_profile(chosen) as profile, _at_work(chosen, profile, printer) as found:
        yield found


@contextmanager
def reading(chosen: argparse.Namespace) -> Iterator[DeskSession]:
    """A session to read with, also while the window of this profile is open."""
    profile = open_desk_profile(getattr(chosen, "profile", None))
    try:
        instance = profile.take()
    except Unavailable as error:
        if error.code != "werkdesk.al_geopend":
            raise
        require_enrolled(profile)
        user, pin = user_of(chosen, profile), read_pin(chosen.pin_file)
        with looking(profile, choose_vault(chosen.key_file), user, pin) as session:
            yield session
        return
    with held(profile, instance), _at_work(chosen, profile, None) as (_, session):
        yield session


@contextmanager
def _at_work(
    chosen: argparse.Namespace, profile: DeskProfile, printer: Printer | None
) -> Iterator[tuple[Desk, DeskSession]]:
    require_enrolled(profile)
    user, pin = user_of(chosen, profile), read_pin(chosen.pin_file)
    desk = Desk(profile, choose_vault(chosen.key_file), printer=printer, is_live=False)
    try:
        session = desk.sign_in(user, pin)
        for code in session.tidings:
            complain(f"{code}: {explain_code(code)}")
        yield desk, session
    finally:
        desk.close()


def user_of(chosen: argparse.Namespace, profile: DeskProfile) -> str:
    """The sign-in name. Raises ``Refused('gebruiker.ontbreekt')``."""
    facts = profile.facts()
    user: str | None = chosen.user or (facts.gebruiker if facts is not None else None)
    if not user:
        raise Refused("gebruiker.ontbreekt", field="user")
    return user


def read_pin(source: str | None, prompt: str = "Pincode: ") -> str:
    """The first line of a file or descriptor; asked for at a terminal when none was named.

    Raises ``Locked('pin.ontbreekt')`` without a terminal or with an empty line, ``('pin.bestand')`` when the
    file cannot be read.
    """
    if source is None:
        if not sys.stdin.isatty():
            raise Locked("pin.ontbreekt", field="pin")
        return getpass.getpass(prompt)
    try:
        if source.isascii() and source.isdigit():
            with os.fdopen(int(source), "rb", closefd=False) as file:
                data = file.read(_LONGEST_PIN)
        else:
            with Path(source).open("rb") as file:
                data = file.read(_LONGEST_PIN)
        pin = data.decode("utf-8").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError):
        raise Locked("pin.bestand", field="pin") from None
    if not pin:
        raise Locked("pin.ontbreekt", field="pin")
    return pin

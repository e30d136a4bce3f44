"""``werkdesk desk enrol`` and ``add-user``: codes of an administrator become a desk and a slot."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkdesk.commandline.holding import opened_profile
from werkdesk.commandline.output import DONE, write_json, write_line
from werkdesk.commandline.signing_in import read_pin, signed_in
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.enrol import NewDesk, enrol_colleague, enrol_desk
from werkdesk.desk.profile import choose_vault
from werkdesk.desk.session import Desk
from werkdesk.errors import Refused, WerkdeskError

_LARGEST_CA = 1 << 20


def enrol(chosen: argparse.Namespace) -> int:
    """Make this profile a desk and fetch what it may know; the desk exists also when fetching fails."""
    with opened_profile(chosen) as profile:
        new = NewDesk(
            url=chosen.url,
            code=chosen.code,
            ca_pem=_read_ca(chosen.ca),
            user=_asked(chosen.user, "Aanmeldnaam: ", "gebruiker.ontbreekt", "user"),
            user_code=_asked(chosen.user_code, "Uw eenmalige code: ", "code.ontbreekt", "user_code"),
            pin=read_pin(chosen.pin_file, "Kies een pincode: "),
        )
        vault = choose_vault(chosen.key_file)
        identity = enrol_desk(profile, vault, new, DeskClock())
        fetched = _first_round(Desk(profile, vault, is_live=False), new)
    if chosen.json:
        write_json(
            {
                "desk": identity.balie, "desk_id": str(identity.desk_id), "office": identity.kantoor,
                "location": identity.locatie, "user": new.user, "synced": fetched,
            }
        )  # fmt: skip
    else:
        write_line(f"Dit is nu balie {identity.balie} van {identity.kantoor_naam} ({identity.locatie}).")
    return DONE


def add_user(chosen: argparse.Namespace) -> int:
    """Bring a colleague to this desk, vouched for by the register and by whoever is signed in."""
    code = _asked(chosen.user_code, "Eenmalige code van de collega: ", "code.ontbreekt", "user_code")
    with signed_in(chosen) as (desk, _):
        pin = read_pin(chosen.new_pin_file, "Pincode van de collega: ")
        user = enrol_colleague(desk.door, chosen.colleague, code, pin)
    if chosen.json:
        write_json({"user": user})
    else:
        write_line(f"{user} kan zich nu aanmelden aan deze balie.")
    return DONE


def _first_round(desk: Desk, new: NewDesk) -> bool:
    try:
        desk.sign_in(new.user, new.pin)
        return desk.sync().fout is None
    except WerkdeskError:
        return False
    finally:
        desk.close()


def _read_ca(path: Path | None) -> str | None:
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_CA).decode("ascii")
    except (OSError, UnicodeDecodeError):
        raise Refused("register.ca", field="ca") from None


def _asked(given: str | None, prompt: str, code: str, field: str) -> str:
    """What was given as an option, or asks at a terminal. Raises ``Refused`` with ``code`` without either."""
    if given:
        return given
    if not sys.stdin.isatty():
        raise Refused(code, field=field)
    return input(prompt).strip()

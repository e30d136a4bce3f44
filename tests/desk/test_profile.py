"""What may be read before sign-in, and how one process holds a profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from werkdesk.desk.profile import FACTS_NAME, OpenFacts, choose_vault, open_desk_profile, require_enrolled
from werkdesk.errors import Unavailable
from werkdesk.workstation.vault.key_file import KeyFile
from werkdesk.workstation.vault.system import SystemVault

FACTS = OpenFacts(balie=3, locatie="Hal", kantoor_naam="Werkplein (fictief)", gebruiker="t.verzonnen")


def test_facts_come_back_as_they_were_kept(tmp_path: Path) -> None:
    profile = open_desk_profile(tmp_path)
    assert profile.facts() is None
    profile.keep_facts(FACTS)
    assert open_desk_profile(tmp_path).facts() == FACTS


@pytest.mark.parametrize("damage", [b"", b"{", b'{"balie":"x"}', b"\xff\xff"])
def test_damaged_facts_are_no_facts(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / FACTS_NAME).write_bytes(damage)
    assert open_desk_profile(tmp_path).facts() is None


def test_one_process_holds_a_profile(tmp_path: Path) -> None:
    profile = open_desk_profile(tmp_path)
    held = profile.take()
    with pytest.raises(Unavailable, match=r"werkdesk\.al_geopend"):
        profile.take()
    held.release()
    profile.take().release()


def test_an_empty_profile_is_no_desk(tmp_path: Path) -> None:
    profile = open_desk_profile(tmp_path)
    assert not profile.is_enrolled
    with pytest.raises(Unavailable, match=r"balie\.niet_aangemeld"):
        require_enrolled(profile)


def test_the_key_store_of_the_machine_is_used_unless_a_file_is_named(tmp_path: Path) -> None:
    assert isinstance(choose_vault(None), SystemVault)
    assert isinstance(choose_vault(tmp_path / "sleutel"), KeyFile)

"""A backup is one file that gives the register back; what came in after it comes back from the desks."""

from __future__ import annotations

import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import msgspec
import pytest

from tests.fixtures.register import Postgres, TestRegister, serving
from tests.fixtures.register_desk import DeskClient, written_in
from tests.patience import PATIENCE
from werkdesk.errors import Refused, Unavailable
from werkdesk.register.backup import back_up, restore
from werkdesk.register.database import open_engine
from werkdesk.register.ids import new_id
from werkdesk.register.profile import Profile
from werkdesk.register.secret_keys import read_keys
from werkdesk.register.wiring import OpenRegister

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]


@pytest.fixture
def spare(postgres: Postgres, tmp_path: Path) -> Iterator[OpenRegister]:
    """A register that is empty to the bottom."""
    name = f"leeg{new_id().hex}"
    postgres.cluster.ensure_database(name)
    engine = open_engine(postgres.cluster.url(name))
    yield OpenRegister(Profile(tmp_path / "nieuw"), engine, None)
    engine.dispose()
    postgres.cluster.drop_database(name)


def opened(register: TestRegister) -> OpenRegister:
    return OpenRegister(register.profile, register.engine, None)


def test_desks_notice_a_restored_register_and_offer_again_what_it_lost(
    new_desk: NewDesk, register: TestRegister, spare: OpenRegister, tmp_path: Path
) -> None:
    desk = new_desk()
    kept, lost, name = written_in(), written_in(), new_id()
    desk.push(kept)
    desk.pull()
    file = tmp_path / "kopie.tar"
    assert back_up(opened(register), file) == file.stat().st_size
    epoch = desk.call(desk.pull_request()).epoch
    desk.push(lost, id=name)
    restore(spare, file)
    restored = TestRegister(spare.profile, "", spare.engine, read_keys(spare.profile), register.office)
    assert restored.keys == register.keys
    with serving(restored) as url, httpx.Client(base_url=url, trust_env=False, timeout=PATIENCE) as http:
        desk.http = http
        request = msgspec.structs.replace(desk.pull_request(), epoch=epoch)
        response = desk.raw(msgspec.json.encode(request))
        assert (response.status_code, response.json()["code"]) == (409, "history_changed")
        # The repair is the desk's: under a name of its own it sends what the copy does not have.
        again = DeskClient(http, restored.enrol())
        assert [one.outcome for one in again.push(kept, lost).outcomes] == ["quarantined", "applied"]
        again.pull()
        assert set(again.of_type("klant")) == {kept.id, lost.id}


def test_a_backup_never_replaces_a_file_and_is_for_its_owner_alone(
    register: TestRegister, tmp_path: Path
) -> None:
    file = tmp_path / "kopie.tar"
    back_up(opened(register), file)
    assert file.stat().st_mode & 0o077 == 0
    with tarfile.open(file) as archive:
        assert sorted(archive.getnames()) == ["database.dump", "sleutels.json", "werkdesk.json"]
    with pytest.raises(Refused, match=r"bestand\.bestaat"):
        back_up(opened(register), file)


def test_a_register_with_an_office_is_not_overwritten(register: TestRegister, tmp_path: Path) -> None:
    file = tmp_path / "kopie.tar"
    back_up(opened(register), file)
    with pytest.raises(Refused, match=r"register\.niet_leeg"):
        restore(opened(register), file)


def test_what_is_no_backup_is_refused(register: TestRegister, spare: OpenRegister, tmp_path: Path) -> None:
    file = tmp_path / "kopie.tar"
    file.write_bytes(b"rubbish" * 1_000)
    with pytest.raises(Refused, match=r"bestand\.vorm"):
        restore(spare, file)
    with tarfile.open(tmp_path / "vals.tar", "w") as archive:
        archive.add(file, "../../elders")
    with pytest.raises(Refused, match=r"bestand\.vorm"):
        restore(spare, tmp_path / "vals.tar")


def test_a_damaged_dump_leaves_the_empty_register_empty(
    register: TestRegister, spare: OpenRegister, tmp_path: Path
) -> None:
    file = tmp_path / "kopie.tar"
    back_up(opened(register), file)
    content = bytearray(file.read_bytes())
    place = content.index(b"PGDMP")
    content[place + 2_000 : place + 4_000] = bytes(2_000)
    damaged = tmp_path / "stuk.tar"
    damaged.write_bytes(content)
    with pytest.raises(Unavailable, match=r"register\.herstel"):
        restore(spare, damaged)
    with spare.engine.connect() as connection:
        tables = connection.exec_driver_sql(
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
        ).scalar_one()
    assert tables == 0

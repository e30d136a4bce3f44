"""The service as a process: real TLS, kill -9 in mid-push, a clean end, nothing personal in its log."""

from __future__ import annotations

import itertools
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import httpx
import msgspec
import pytest

from tests.fixtures.register import AUTHOR, NAME, EnrolledTestDesk, RegisterProcess, TestRegister
from tests.fixtures.register_desk import DeskClient, fictitious, fictitious_bsn, written_in
from tests.patience import PATIENCE
from werkdesk.errors import Refused
from werkdesk.messages.paths import ENROL
from werkdesk.messages.wire import EnrolAnswer, EnrolRequest, SyncAnswer, SyncRequest
from werkdesk.register.cluster import Cluster
from werkdesk.register.database import in_transaction
from werkdesk.register.desks import add_desk
from werkdesk.register.listing import list_kind
from werkdesk.register.offices import add_office
from werkdesk.register.personnel import add_staff
from werkdesk.register.profile import Profile
from werkdesk.register.wiring import make_ready, open_register

pytestmark = pytest.mark.postgres


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[tuple[Profile, RegisterProcess, str]]:
    """A register with its own PostgreSQL and TLS, and a code for a first desk."""
    profile = Profile(tmp_path / "register")
    make_ready(profile)
    with open_register(profile) as register:
        office = in_transaction(
            register.engine, lambda c: add_office(c, "kantoor", "Proef", ["0362"], ["Hal"])
        )
        code = in_transaction(register.engine, lambda c: add_desk(c, office, None).code)
        in_transaction(register.engine, lambda c: add_staff(c, office, AUTHOR, NAME, ["balie"]))
    process = RegisterProcess(tmp_path)
    yield profile, process, code
    process.kill()
    cluster = Cluster(profile)
    cluster.start()
    cluster.stop()


def trusting(profile: Profile) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(profile.ca)
    return context


def test_over_tls_with_its_own_ca_through_a_kill_to_a_clean_end(
    embedded: tuple[Profile, RegisterProcess, str],
) -> None:
    profile, process, code = embedded
    url = process.start()
    assert url.startswith("https://127.0.0.1:")
    cluster = Cluster(profile)
    server = cluster.postmaster()
    request = EnrolRequest(code=code, public_key="", instance_id="i", hostname="pc", app_version="0")
    with httpx.Client(base_url=url, verify=trusting(profile), trust_env=False, timeout=PATIENCE) as http:
        response = http.post(
            ENROL, content=msgspec.json.encode(request), headers={"Content-Type": "application/json"}
        )
        answer = msgspec.json.decode(response.content, type=EnrolAnswer)
        desk = DeskClient(http, EnrolledTestDesk(answer.desk_id, answer.token, "i", 1, "kantoor"))
        klant = written_in()
        desk.push(klant)
    with pytest.raises(httpx.ConnectError):
        httpx.get(url + "/v1/hello", trust_env=False)
    process.kill()
    assert cluster.postmaster() == server  # PostgreSQL lives on and is taken over
    url = process.start()
    assert cluster.postmaster() == server
    with httpx.Client(base_url=url, verify=trusting(profile), trust_env=False, timeout=PATIENCE) as http:
        desk.http = http
        desk.pull()
    assert klant.id in desk.of_type("klant")
    assert process.stop() == 0
    assert cluster.postmaster() is None
    assert not (process.profile / "ready").exists()


def test_a_kill_in_the_middle_of_a_push_loses_nothing_and_doubles_nothing(
    register: TestRegister, register_process: RegisterProcess
) -> None:
    url = register_process.start()
    enrolled = register.enrol()
    desk = DeskClient(httpx.Client(base_url=url, trust_env=False, timeout=PATIENCE), enrolled)
    acknowledged: list[UUID] = []
    everything: list[UUID] = []
    unanswered: SyncRequest | None = None
    for round_ in range(3):
        killer = threading.Timer(0.15 + 0.11 * round_, register_process.kill)
        killer.start()
        for _ in itertools.count():
            before = desk.hash
            klanten = [written_in() for _ in range(25)]
            if unanswered is None:
                unanswered = desk.push_of([desk.mutation(klant) for klant in klanten], before)
                everything += [klant.id for klant in klanten]
            try:
                answer = desk.raw(msgspec.json.encode(unanswered))
            except httpx.TransportError:
                break
            result = msgspec.json.decode(answer.content, type=SyncAnswer).push
            assert result is not None
            assert {outcome.outcome for outcome in result.outcomes} == {"applied"}
            assert unanswered.push is not None
            acknowledged += [mutation.rid for mutation in unanswered.push.mutations]
            unanswered = None
        killer.join()
        desk.http.close()
        desk.http = httpx.Client(base_url=register_process.start(), trust_env=False, timeout=PATIENCE)
    if unanswered is not None:
        desk.call(unanswered)
        assert unanswered.push is not None
        acknowledged += [mutation.rid for mutation in unanswered.push.mutations]
    desk.pull()
    desk.http.close()
    lines = in_transaction(register.engine, lambda c: list(list_kind(c, "klanten", None)))
    assert len(acknowledged) > 0
    assert sorted(line["id"] for line in lines) == sorted(str(rid) for rid in everything)
    assert set(acknowledged) == set(desk.of_type("klant")) == set(everything)


def test_a_day_of_work_and_mistakes_leaves_nothing_personal_in_the_log(
    register: TestRegister, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    process = RegisterProcess(tmp_path, "--database", register.url, "--tls", "none", log=log)
    with httpx.Client(base_url=process.start(), trust_env=False, timeout=PATIENCE) as http:
        desk = DeskClient(http, register.enrol())
        bsn = fictitious_bsn(9)
        desk.push(written_in(fictitious("Kanarienaam", bsn=bsn)), written_in(fictitious(bsn=bsn)))
        with register.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE record ADD CHECK (body NOT LIKE '%%Onhoudbaar%%')")
        desk.push(written_in(fictitious("Onhoudbaar", bsn=fictitious_bsn(10))))
        desk.raw(b'{"desk_id":"Kanarienaam"}')
        http.get("/v1/Kanarienaam?bsn=" + bsn)
        with register.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE change RENAME TO weg")
        assert desk.raw(msgspec.json.encode(desk.pull_request())).status_code == 500
    process.stop()
    text = log.read_text("utf-8")
    assert "push failed" in text
    assert '"event": "defect"' in text
    for secret in ("Kanarienaam", "Onhoudbaar", bsn, fictitious_bsn(10), desk.desk.token, register.url):
        assert secret not in text


def test_a_service_without_its_database_refuses_to_start(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "register")
    with pytest.raises(Refused, match=r"register\.niet_ingericht"), open_register(profile):
        pass
    process = RegisterProcess(tmp_path)
    with pytest.raises(RuntimeError):
        process.start()

"""Nobody sees a file unseen: a desk with its register down, and with a disk that fails."""

from __future__ import annotations

import argparse
import json
from typing import Any

import pytest

from tests.faults.fault_desk import FaultDesk, save
from tests.fixtures.register import serving
from werkdesk.commandline.register import add_parser
from werkdesk.desk.session import DeskSession
from werkdesk.domain.inzage import InzageReden
from werkdesk.errors import Unavailable
from werkdesk.register.inzage.verify import rows_of
from werkdesk.storage.journal.journal import Journal
from werkdesk.usecases.inzage import Kijkreden

pytestmark = pytest.mark.postgres

PHONE = Kijkreden(InzageReden("telefoon"))


def log_of(desk: FaultDesk) -> list[Any]:
    """Every line of the log of the office."""
    with desk.register.engine.connect() as connection:
        return list(rows_of(connection, desk.register.office.scope))


def audit(desk: FaultDesk, capture: pytest.CaptureFixture[bytes], *words: str) -> tuple[int, list[Any]]:
    """``werkdesk register audit``: its exit code and its lines."""
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers(required=True))
    options = ["--profile", str(desk.register.profile.folder.parent), "--database", desk.register.url]
    arguments = parser.parse_args(["register", "audit", *words, *options, "--json"])
    code: int = arguments.handler(arguments)
    return code, [json.loads(line) for line in capture.readouterr().out.splitlines()]


def see(session: DeskSession) -> Any:
    """Open the dossier of the only person there is."""
    (hit,) = session.actions.lees.zoek("Verzonnen")
    assert session.actions.inzage.open(hit.id, PHONE) is not None
    return hit.id


def test_looks_of_an_outage_reach_the_log_of_the_register_and_every_change_in_it_shows(
    broken_desk: FaultDesk, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with broken_desk.at_work() as (_, session):
        save(session)
        klant = see(session)
        assert session.actions.inzage.stand().wacht == 1
    broken_desk.point_to("http://127.0.0.1:9")
    assert broken_desk.sync().fout == "register.onbereikbaar"
    assert log_of(broken_desk) == []
    with serving(broken_desk.register) as url:
        broken_desk.point_to(url)
        with broken_desk.at_work() as (desk, session):
            assert desk.sync().fout is None
            stand = session.actions.inzage.stand()
    (row,) = log_of(broken_desk)
    assert (row.object_id, row.actor, row.reason_code, row.shown) == (klant, "f.balie", "telefoon", "dossier")
    head = f"{stand.kop_nummer}:{stand.kop_hash}"
    assert (stand.wacht, head) == (0, f"1:{row.hash.hex()}")
    scope = broken_desk.register.office.scope
    code, (line,) = audit(broken_desk, capfdbinary, "export", "--klant", str(klant))
    assert (code, line["medewerker"], line["reden"], line["balie"]) == (0, "f.balie", "telefoon", 1)
    assert line["bewaren_tot_en_met"] > line["moment"][:10]
    assert audit(broken_desk, capfdbinary, "export", "--user", "x.ander") == (0, [])
    code, (told,) = audit(broken_desk, capfdbinary, "verify", "--office", scope, "--head", head)
    assert (code, told["in_orde"], told["kop"]) == (0, True, head)
    with broken_desk.register.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE access_log DISABLE TRIGGER access_log_only_grows")
        connection.exec_driver_sql("UPDATE access_log SET reason_code = 'post'")
    code, (told,) = audit(broken_desk, capfdbinary, "verify")
    assert (code, told["gevonden"]) == (1, [{"regel": 1, "fout": "gewijzigd"}])


def test_a_disk_that_does_not_take_a_look_shows_nothing(
    broken_desk: FaultDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = broken_desk.sign_in()
    save(session)
    (hit,) = session.actions.lees.zoek("Verzonnen")
    append = Journal.append

    def full(journal: Journal, sequence: int, payload: bytes) -> None:
        if journal._path.name == "inzage":
            raise Unavailable("schijf.vol")
        append(journal, sequence, payload)

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "append", full)
        with pytest.raises(Unavailable, match=r"inzage\.niet_vastgelegd"):
            session.actions.inzage.open(hit.id, PHONE)
    assert session.actions.inzage.open(hit.id, PHONE) is not None

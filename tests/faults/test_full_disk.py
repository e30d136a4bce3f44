"""A disk that is full: what was said to be saved is, what was not is said, and the next start works."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.faults.fault_desk import USER, FaultDesk, here, save
from tests.faults.small_disk import SmallDisk
from tests.fixtures.desk import PIN
from werkdesk.commandline.main import main
from werkdesk.errors import Unavailable
from werkdesk.storage.ballast import BALLAST_BYTES
from werkdesk.ui.texts import explain_code

pytestmark = pytest.mark.postgres


def test_a_save_that_does_not_fit_is_refused_and_the_rest_stands(
    moved: FaultDesk, small_disk: SmallDisk
) -> None:
    kept: set[str] = set()
    with moved.at_work() as (_, session):
        kept.add(save(session))
        small_disk.fill()
        refusal = _save_until_refused(session, kept)
        assert refusal == "schijf.vol"
        assert here(session) == kept
        kept.add(save(session))  # the ballast made room: the next one fits, whoever tries again
        assert not (moved.profile.cache / "ballast").exists()
        small_disk.fill()
        with pytest.raises(Unavailable, match=r"schijf\."):
            session.actions.concepten.save("melding:1", {"toelichting": "x" * 3_000_000}, USER)
        small_disk.free()
        kept.add(save(session))
        session.actions.concepten.save("melding:1", {"toelichting": "kort"}, USER)
        assert here(session) == kept
    assert moved.sync().fout is None
    assert set(moved.at_register()) == kept


def test_a_start_on_a_full_disk_works_on_the_ballast_and_says_so(
    moved: FaultDesk, small_disk: SmallDisk
) -> None:
    with moved.at_work() as (_, session):
        kept = {save(session)}
    for path in (moved.folder / "werkdesk.lock", moved.folder / "balie.json"):
        path.unlink(missing_ok=True)
    small_disk.fill()
    instance = moved.profile.take()  # the lock has no room for a number; it locks all the same
    try:
        with moved.at_work() as (desk, session):
            assert session.tidings == ("schijf.bijna_vol",)
            assert here(session) == kept
            kept.add(save(session))
            assert desk.sync().fout is None
    finally:
        instance.release()
    small_disk.free()
    with moved.at_work() as (_, session):
        assert session.tidings == ()
        assert here(session) == kept
    assert (moved.profile.cache / "ballast").stat().st_size == BALLAST_BYTES
    assert set(moved.at_register()) == kept


def test_when_the_ballast_is_used_up_too_the_start_says_why(moved: FaultDesk, small_disk: SmallDisk) -> None:
    (moved.profile.cache / "ballast").unlink()
    small_disk.fill()
    with pytest.raises(Unavailable, match=r"schijf\.vol"):
        moved.desk().sign_in(USER, PIN)
    assert "vol" in explain_code("schijf.vol")
    small_disk.free()
    with moved.at_work() as (_, session):
        save(session)


def test_an_import_that_runs_into_the_end_of_the_disk_answers_for_what_it_kept(
    moved: FaultDesk, small_disk: SmallDisk, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    source = tmp_path / "in.jsonl"
    lines = [{"naam": f"Verzonnen{n}", "toelichting": "x" * 900, "externe_ref": f"r{n}"} for n in range(600)]
    source.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    (tmp_path / "pin").write_text(PIN, encoding="utf-8")
    at = [
        "--profile", str(moved.folder), "--pin-file", str(tmp_path / "pin"),
        "--key-file", str(moved.vault._path),
    ]  # fmt: skip
    (moved.profile.cache / "ballast").unlink()
    small_disk.fill(leave=700_000)
    assert main(["desk", "import", str(source), *at]) == 1
    said = capfdbinary.readouterr()
    answers = said.out.decode().splitlines()
    assert answers[-1] == "FOUT schijf.vol -"
    assert b"Traceback" not in said.err
    kept = {line.split()[2] for line in answers if line.startswith("OK ")}
    assert 0 < len(kept) < 600
    small_disk.free()
    assert main(["desk", "import", str(source), *at]) == 0
    with moved.at_work() as (_, session):
        assert {row.externe_ref for row in session.actions.lees.meldingen(limit=10_000)} == {
            f"r{n}" for n in range(600)
        }


def _save_until_refused(session: object, kept: set[str]) -> str:
    for _ in range(2_000):
        try:
            kept.add(save(session))  # type: ignore[arg-type]
        except Unavailable as error:
            return error.code
    return ""

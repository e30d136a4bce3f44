"""``werkdesk register``: verbs, exit codes, JSON, and Dutch sentences for what goes wrong."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.register import TestRegister
from tests.fixtures.register_desk import DeskClient, phoned, written_in
from werkdesk.commandline.register import add_parser
from werkdesk.commandline.register_sentences import SENTENCES
from werkdesk.register.profile import Profile

pytestmark = pytest.mark.postgres

NewDesk = Callable[[], DeskClient]


class Cli:
    """Runs verbs on one register, in this process."""

    def __init__(self, register: TestRegister, capture: pytest.CaptureFixture[bytes]) -> None:
        self._options = ["--profile", str(register.profile.folder.parent), "--database", register.url]
        self._capture = capture
        self.words = ""

    def code(self, *words: str) -> int:
        parser = argparse.ArgumentParser()
        add_parser(parser.add_subparsers(required=True))
        arguments = parser.parse_args(["register", *words, *self._options])
        code: int = arguments.handler(arguments)
        out, err = self._capture.readouterr()
        self.out, self.words = out.decode(), err.decode()
        return code

    def lines(self, *words: str) -> list[dict[str, Any]]:
        assert self.code(*words, "--json") == 0, self.words
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def cli(register: TestRegister, capfdbinary: pytest.CaptureFixture[bytes]) -> Cli:
    return Cli(register, capfdbinary)


def test_an_office_a_desk_and_a_member_of_staff_from_the_command_line(cli: Cli) -> None:
    words = ("--name", "Kantoor Twee", "--gemeente", "0358", "--location", "Balie")
    (made,) = cli.lines("office", "add", "tweede", *words)
    assert (made["scope"], made["gemeenten"]) == ("tweede", ["0358"])
    assert {one["scope"] for one in cli.lines("office", "list")} == {"kantoor", "tweede"}
    (desk,) = cli.lines("desk", "add", "--office", "tweede")
    assert (desk["balie"], len(desk["code"])) == (1, 14)
    (person,) = cli.lines("user", "add", "f.balie", "--name", "Fictief", "--office", "tweede")
    assert person["roles"] == ["balie"]
    assert cli.lines("user", "code", "f.balie", "--office", "tweede")[0]["code"] != person["code"]
    assert cli.lines("desk", "revoke", "1", "--office", "tweede")[0]["revoked"]
    assert cli.lines("desk", "list", "--office", "tweede")[0]["revoked_at"]
    assert cli.lines("user", "revoke", "f.balie", "--office", "tweede")[0]["active"] is False
    assert cli.lines("office", "revoke", "tweede")[0]["active"] is False


def test_roles_come_and_go_and_an_account_is_opened_again(cli: Cli) -> None:
    cli.lines("user", "add", "f.balie", "--name", "Fictief")
    (one,) = cli.lines("user", "role", "F.Balie", "--add", "teamleider", "--remove", "balie")
    assert one["roles"] == ["teamleider"]
    assert cli.lines("user", "role", "f.balie", "--add", "teamleider") == [one]  # twice is once
    assert cli.lines("user", "revoke", "f.balie")[0]["active"] is False
    (back,) = cli.lines("user", "restore", "f.balie")
    assert (back["active"], back["roles"], len(back["code"])) == (True, ["teamleider"], 14)
    told = [(line["roles"], line["active"]) for line in cli.lines("user", "history", "f.balie")]
    assert told == [
        (["balie"], True),
        (["teamleider"], True),
        (["teamleider"], False),
        (["teamleider"], True),
    ]
    assert cli.code("user", "role", "f.balie", "--add", "balie") == 0
    assert "heeft nu: teamleider, balie." in cli.out
    for words, code in (
        (("role", "f.balie"), "medewerker.rol_kiezen"),
        (("role", "f.balie", "--add", "baas"), "medewerker.rol"),
        (("role", "f.balie", "--remove", "balie", "--remove", "teamleider"), "medewerker.zonder_rol"),
        (("role", "niemand", "--add", "balie"), "medewerker.onbekend"),
        (("restore", "f.balie"), "medewerker.actief"),
        (("history", "niemand"), "medewerker.onbekend"),
    ):
        assert cli.code("user", *words) == 1
        assert cli.words == f"{code}: {SENTENCES[code]}\n"


def test_without_json_it_speaks_dutch(cli: Cli) -> None:
    assert cli.code("desk", "add") == 0
    assert "15 minuten geldig" in cli.out
    assert cli.code("office", "list") == 0
    assert "Werkplein Proef" in cli.out
    assert cli.code("check") == 0
    assert "Apart gehouden: 0." in cli.out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("desk", "add", "--office", "weg"), "kantoor.onbekend"),
        (("desk", "add", "--location", "Zolder"), "balie.locatie"),
        (("desk", "add", "--number", "10000"), "balie.nummer"),
        (("desk", "revoke", "77"), "balie.onbekend"),
        (("user", "revoke", "niemand"), "medewerker.onbekend"),
        (("load-test-persons", "/bestaat/niet"), "bestand.onbereikbaar"),
        (("serve", "--listen", "8443"), "register.luisteradres"),
        (("serve", "--listen", "0.0.0.0:0", "--tls", "none"), "register.zonder_tls"),
        (("serve", "--listen", "127.0.0.1:0", "--tls", "files"), "register.certificaat"),
        (("backup", "/bestaat/niet/kopie"), "bestand.onbereikbaar"),
        (("restore", "/bestaat/niet"), "register.niet_leeg"),
    ],
)
def test_a_refusal_is_exit_code_one_with_its_code_and_a_sentence(
    cli: Cli, words: tuple[str, ...], code: str
) -> None:
    assert cli.code(*words) == 1
    assert cli.words.splitlines()[-1] == f"{code}: {SENTENCES[code]}"


def test_a_register_without_a_database_is_exit_code_three(
    register: TestRegister, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    register.url = "postgresql://werkdesk@127.0.0.1:1/werkdesk"
    cli = Cli(register, capfdbinary)
    assert cli.code("check") == 3
    assert cli.words == f"register.databank: {SENTENCES['register.databank']}\n"


def test_wrong_usage_is_exit_code_two(cli: Cli) -> None:
    for words in (("niets",), ("list", "geheimen"), ("desk",)):
        with pytest.raises(SystemExit) as end:
            cli.code(*words)
        assert end.value.code == 2


def test_keys_of_another_register_are_noticed(register: TestRegister, cli: Cli, tmp_path: Path) -> None:
    register.profile.secrets.unlink()
    assert cli.code("check") == 1
    assert cli.words.startswith("register.sleutels_ontbreken")
    Profile(tmp_path / "register").secrets.write_text(
        json.dumps({"register_key": "11" * 32, "bsn_key": "22" * 32, "versie": 1})
    )
    assert cli.code("check") == 1
    assert cli.words.startswith("register.sleutels_anders")


def test_lists_show_what_desks_sent(new_desk: NewDesk, cli: Cli) -> None:
    one, two = new_desk(), new_desk()
    klant = written_in()
    melding = one.melding(klant.id, externe_ref="mail-7")
    one.push(klant, melding, phoned(klant.id, None, "+31201234561"))
    two.push(phoned(klant.id, None, "+31201234562"))
    (line,) = cli.lines("list", "meldingen")
    assert {
        "id": str(melding.id), "kenmerk": melding.kenmerk, "externe_ref": "mail-7", "klant": str(klant.id),
        "balie": 1, "medewerker": "f.balie", "status": "gemeld", "kantoor": "kantoor", "rev": 1,
    }.items() <= line.items()  # fmt: skip
    assert line["moment"].startswith("2026-11-23T09:30")
    assert [one["uitkomst"] for one in cli.lines("list", "mutaties")] == ["applied"] * 3 + ["conflict"]
    (clash,) = cli.lines("list", "botsingen")
    assert (clash["veld"], clash["register"], clash["balie"]) == (
        "telefoon", "+31201234561", "+31201234562",
    )  # fmt: skip
    assert [one["balie"] for one in cli.lines("list", "balies")] == [1, 2]
    assert cli.lines("list", "klanten", "--office", "kantoor")[0]["feiten"]["naam"]["geslachtsnaam"]
    assert cli.lines("list", "brieven") == []


def test_check_tells_of_a_hole_in_the_numbers(new_desk: NewDesk, register: TestRegister, cli: Cli) -> None:
    new_desk().push(written_in(), written_in())
    assert cli.lines("check")[0]["ok"] is True
    with register.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM change WHERE seq = 2")
    assert cli.code("check") == 1
    assert "LET OP" in cli.out


def test_building_the_parser_imports_nothing_heavy() -> None:
    heavy = {"sqlalchemy", "psycopg", "uvicorn", "starlette", "alembic", "cryptography", "PySide6"}
    script = (
        "import argparse, sys; from werkdesk.commandline.register import add_parser;"
        "add_parser(argparse.ArgumentParser().add_subparsers());"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert heavy & set(done.stdout.decode().split()) == set()

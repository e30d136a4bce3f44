"""``werkdesk bench``: one object on standard output, the progress beside it."""

from __future__ import annotations

import json

import pytest

from werkdesk.bench.suite import BENCHES
from werkdesk.commandline.main import build_parser, main


def test_the_command_offers_every_measurement_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["bench", "--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert all(f"\n    {name}" in told for name in BENCHES)


@pytest.mark.parametrize("words", [["bench"], ["bench", "raden"], ["bench", "save", "--n", "0"]])
def test_wrong_usage_ends_with_two(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser(words).parse_args(words)
    assert ended.value.code == 2


def test_the_report_is_one_object_and_the_progress_stays_beside_it(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert main(["bench", "save", "--n", "100", "--people", "60", "--json"]) == 0
    told = capfdbinary.readouterr()
    report = json.loads(told.out)
    assert report["bench"] == "save"
    assert (report["n"], report["people"]) == (100, 60)
    assert {"cores", "load", "python", "parts", "load_after"} <= set(report["machine"])
    assert {"name", "says", "value", "unit", "met"} <= set(report["aims"][0])
    assert "100 van 100 meldingen bewaard" in told.err.decode()


def test_without_json_each_aim_is_a_dutch_line(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["bench", "save", "--n", "2", "--people", "60"]) == 0
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert lines[0] == "save: 2 metingen, 60 verzonnen mensen"
    assert all("gehaald" in line for line in lines[1:3])

"""A typing error inside a value is refused like one in a name: it would switch a rule off in silence."""

from __future__ import annotations

import pytest

from werkdesk.domain.regels.codelijsten import CODES
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.soorten.carrousel import INSTRUMENTEN
from werkdesk.domain.regels.soorten.verdringing import VRAGEN
from werkdesk.domain.regels.soorten.voorschot import WEIGERINGSGRONDEN
from werkdesk.domain.regels.soorten.zoektermijn import UITZONDERINGEN
from werkdesk.domain.regels.voorschot_meter import FEITEN
from werkdesk.errors import Refused


@pytest.mark.parametrize(
    ("file", "typed", "typo", "reason"),
    [
        ("zoektermijn.toml", '"lks_doelgroep"', '"lks_doelgreop"', "lks_doelgreop is er geen"),
        ("zoektermijn.toml", '"Europe/Amsterdam"', '"Europe/Amsterdm"', "tijdzone"),
        ("zoektermijn.toml", '"Europe/Amsterdam"', '"../zoneinfo"', "tijdzone"),
        ("carrousel.toml", '["proefplaats"]', '["proefplaatsing"]', "proefplaatsing is er geen"),
        ("verdringing.toml", '"V5"', '"V7"', "V7 is er geen"),
        ("geld.toml", '"rekening"', '"rekenning"', "rekenning is er geen"),
        ("identiteit.toml", '"substantieel"', '"substantiel"', "substantiel is er geen"),
        ("identiteit.toml", '"NL"', '"nl"', "nl is dat niet"),
        ("waarden.toml", '"SS"', '"S5"', "S5 is dat niet"),
        ("brieven.toml", '"L14"', '"L1"', "L1 is dat niet"),
        ("bellen.toml", '"L02"', '"L2"', "een brief als L01"),
        ("jongeren.toml", '"uitschrijving_school"]', '"uitschrijving"]', "geen regel bewijs.uitschrijving"),
        ("jongeren.toml", '"bewijs.werk_gezocht"', '"bewijs.werk_gzocht"', "geen regel bewijs.werk_gezocht"),
        ("werktijden.toml", '"koningsdag"', '"koninginnedag"', "geen regel feestdag.koninginnedag"),
        ("kalender.toml", "{ pasen = 1 }", "{ pasen = 1000 }", "hetzelfde jaar"),
        (
            "kalender.toml",
            "{ maand = 1, dag = 1 }",
            "{ maand = 1, dag = 1, op_zondag = -1 }",
            "hetzelfde jaar",
        ),
    ],
)
def test_a_value_that_names_what_does_not_exist_is_refused_with_its_line(
    file: str, typed: str, typo: str, reason: str, tabellen: dict[str, bytes]
) -> None:
    text = tabellen[file].decode()
    assert typed in text
    with pytest.raises(Refused) as refused:
        load_tables({**tabellen, file: text.replace(typed, typo, 1).encode()})
    assert refused.value.code == "regels.waarde"
    assert reason in str(refused.value.details["reden"])
    assert refused.value.details["bestand"] == file
    assert int(refused.value.details["regelnummer"]) > 0


def test_the_codes_of_a_table_are_those_that_the_program_knows() -> None:
    grounds = set(UITZONDERINGEN) - {"geen", "onbekend"}
    assert set(CODES["zoektermijn.uitzonderingen"]) == set(CODES["zoektermijn.vervroeging"]) == grounds
    assert set(CODES["voorschot.weigeringsgronden"]) == set(WEIGERINGSGRONDEN)
    assert set(CODES["voorschot.feiten"]) == set(FEITEN)
    assert set(CODES["verdringing.slecht_bij_ja"]) == set(CODES["verdringing.slecht_bij_nee"]) == set(VRAGEN)
    for id_ in ("carrousel.onbetaald", "carrousel.eigen_regime", "CAR-1"):
        assert set(CODES[id_]) == set(INSTRUMENTEN)

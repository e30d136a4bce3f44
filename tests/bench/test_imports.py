"""Python's own account of imports, read by package."""

from __future__ import annotations

from werkdesk.bench.imports import import_costs

ACCOUNT = """\
import time: self [us] | cumulative | imported package
import time:      1000 |       1000 |   json.decoder
import time:       500 |       1500 | json
import time:      2000 |       2000 |     werkdesk.ui.kit
import time:      1500 |       3500 |   werkdesk.ui
This plugin does not support propagateSizeHints()
import time:      9000 |       9000 | sqlalchemy.sql
"""


def test_costs_are_those_of_a_module_itself_added_up_by_package() -> None:
    costs = import_costs(
        ACCOUNT, {"json", "json.decoder", "werkdesk.ui", "werkdesk.ui.kit", "sqlalchemy.sql"}
    )
    assert costs["packages"] == {
        "sqlalchemy": {"ms": 9.0, "modules": 1},
        "werkdesk.ui": {"ms": 3.5, "modules": 2},
        "stdlib": {"ms": 1.5, "modules": 2},
    }
    assert costs["total_ms"] == 14.0
    assert next(iter(costs["dearest"])) == "sqlalchemy.sql"


def test_what_was_imported_at_another_moment_does_not_count() -> None:
    assert import_costs(ACCOUNT, {"json"}) == {
        "modules": 1,
        "total_ms": 0.5,
        "packages": {"stdlib": {"ms": 0.5, "modules": 1}},
        "dearest": {"json": 0.5},
    }

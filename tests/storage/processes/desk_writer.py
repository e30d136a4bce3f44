"""A desk that saves meldingen for ever and says each one once it is saved; to be killed.

Arguments: the folder; optionally the number of saves after which it ends between journal and database.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.fixtures.cache import WIE, again, new_cache
from tests.storage.acts import enrolled, facts, reported
from werkdesk.domain.kenmerk import KenmerkSoort, make_kenmerk
from werkdesk.storage.engine import FILE_NAME
from werkdesk.storage.work import UnitOfWork

folder = Path(sys.argv[1])
die_at = int(sys.argv[2]) if len(sys.argv) > 2 else 0
cache = again(folder) if (folder / FILE_NAME).exists() else new_cache(folder)
sys.stdout.write("open\n")
sys.stdout.flush()
done = 0
while True:
    done += 1
    if done == die_at:
        UnitOfWork._commit = lambda self: os._exit(9)  # type: ignore[method-assign]
    with cache.work(WIE) as unit:
        number = unit.next_teller("kenmerk.M")
        person = enrolled(facts("Verzonnen"))
        melding = reported(person.id, number, ref=f"regel-{number}")
        unit.record(person, melding)
        unit.commit()
    sys.stdout.write(f"{make_kenmerk(KenmerkSoort.MELDING, WIE.balie, number)}\n")
    sys.stdout.flush()

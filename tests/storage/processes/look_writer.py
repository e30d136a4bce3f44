"""Looks at dossiers for ever and says the id of each look once it may be shown; to be killed."""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import UUID

from tests.fixtures.cache import WIE, again, clock_at, desk_keys
from werkdesk.domain.inzage import Getoond, Inzage, InzageReden
from werkdesk.storage.inzageboek import LookBook
from werkdesk.storage.uuid7 import new_id

folder = Path(sys.argv[1])
handles = again(folder)
book = LookBook(folder, desk_keys(), handles.writer, clock_at(), new_id)
while True:
    klant = new_id()
    book.keep(WIE, Inzage(klant=UUID(bytes=klant.bytes), getoond=Getoond.DOSSIER, reden=InzageReden("post")))
    sys.stdout.write(f"{klant}\n")
    sys.stdout.flush()

"""Appends acts for ever and says each number once it is durable; to be killed."""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import UUID

from werkdesk.storage.journal.journal import Journal
from werkdesk.storage.keyslots.desk_keys import DeskKeys

journal = Journal(Path(sys.argv[1]), DeskKeys(bytearray(32), cache=UUID(int=1), desk=UUID(int=2)))
while True:
    number = journal.last_sequence + 1
    journal.append(number, b"act" * 50)
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()

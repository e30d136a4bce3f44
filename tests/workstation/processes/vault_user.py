"""One step with the real key store, in a process of its own; the parent set the bus.

Arguments: ``store``, ``read`` or ``forget``, and the service. Prints ``goed``, the secret in hex, or the
code.
"""

from __future__ import annotations

import sys

from werkdesk.errors import Locked
from werkdesk.workstation.vault.system import SystemVault

SECRET = bytes(range(32))

if "keyring" in sys.modules:
    sys.exit("keyring was imported before it was needed")
vault = SystemVault(limit_seconds=float(sys.argv[3]) if len(sys.argv) > 3 else 10.0)
try:
    match sys.argv[1]:
        case "store":
            vault.store(sys.argv[2], SECRET)
            answer = "goed"
        case "read":
            answer = vault.read(sys.argv[2]).hex()
        case "forget":
            vault.forget(sys.argv[2])
            answer = "goed"
        case other:
            sys.exit(f"unknown step {other}")
except Locked as error:
    answer = error.code
sys.stdout.write(answer)

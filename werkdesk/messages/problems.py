"""Codes of ``Problem`` and ``SyncAnswer.push_error``: errors of a whole call, with one reaction each.

They are words of the protocol and not of the work, so they are English and carry no dot.
"""

from __future__ import annotations

GAP = "gap"  # 409: send again from the act after ``last_mseq``
FORKED = "forked"  # 409: another PC went on with this desk's name; a new desk is needed
ROLLED_BACK = "rolled_back"  # 409: the cache is older than what this desk sent before
HISTORY_CHANGED = "history_changed"  # 409: the register is another one than the cursor remembers
CURSOR_TOO_OLD = "cursor_too_old"  # 410: fetch everything anew
UNAUTHORIZED = "unauthorized"  # 401: no token, or one that is not known
WRONG_CODE = "wrong_code"  # 403: a one-time code that is unknown, spent or too old
REVOKED = "revoked"  # 403: this desk was shut out
UNREADABLE = "unreadable"  # 400, 415, 422: not this protocol; halve the batch to find the culprit
TOO_LARGE = "too_large"  # 413: halve the batch
TOO_SLOW = "too_slow"  # 408
TOO_MANY = "too_many"  # 429: wait ``retry_after_ms``
UPGRADE = "upgrade"  # 426: the desk speaks a newer protocol than this register
NOT_FOUND = "not_found"  # 404, 405
BUSY = "busy"  # 503: wait ``retry_after_ms``
DEFECT = "defect"  # 500: ours; try again later

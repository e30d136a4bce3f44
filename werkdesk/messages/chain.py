"""A desk numbers and chains its acts, so that a cloned or rolled-back desk is noticed on its first call."""

from __future__ import annotations

import hashlib

START = "0" * 64


def chain_hash(previous: str, mseq: int, content: str) -> str:
    """SHA-256 over the previous chain hash, the number and the content hash; all hex."""
    return hashlib.sha256(f"{previous}:{mseq}:{content}".encode()).hexdigest()

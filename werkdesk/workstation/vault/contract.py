"""What the key slots ask of a place that keeps secrets."""

from __future__ import annotations

from typing import Protocol


class Vault(Protocol):
    """Keeps small secrets (32 bytes) under a service name such as ``werkdesk/<cache>/<generation>``.

    Every method may block for at most the vault's time limit, so call it beside the event loop.
    Every method raises :class:`werkdesk.errors.Locked` with a code that begins with ``sleutelbos.`` or
    ``sleutelbestand.``.
    """

    @property
    def backend_name(self) -> str:
        """Stable name of the store; written in the slot, so that another store is noticed."""

    @property
    def is_os_store(self) -> bool:
        """Whether the operating system protects the secret. If not, a longer PIN is asked."""

    def read(self, service: str) -> bytes:
        """Give the secret. A missing one is ``Locked('sleutelbos.leeg')``, never ``None``."""

    def store(self, service: str, secret: bytes) -> None:
        """Keep the secret and read it back; return only when the same bytes came back."""

    def forget(self, service: str) -> None:
        """Remove the secret and check that it is gone. Removing what is not there is fine."""

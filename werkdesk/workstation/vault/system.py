"""The key store of the operating system, behind rules that were paid for by measuring it.

* The backend class is named here per platform. ``keyring.get_keyring()`` reads the environment and a
  configuration file, and so hands the secret to whatever class stands there.
* Each call runs in a worker thread with a limit: a locked store may wait for ever for a prompt.
* Anything may come out of a backend (D-Bus errors are no ``KeyringError``), so ``Exception`` is caught.
* A stored secret is read back: the null backend accepts everything and keeps nothing.
"""

from __future__ import annotations

import base64
import binascii
import importlib
import sys
from collections.abc import Callable
from typing import Any, TypeVar

from werkdesk.errors import Locked, WerkdeskError
from werkdesk.workstation.vault.time_limit import TimeLimit

USER = "werkdesk"
"""One constant user name for every entry; the service name is what differs."""

LIMIT_SECONDS = 10.0

_BACKENDS: dict[str, tuple[str, str]] = {
    "linux": ("keyring.backends.SecretService", "Keyring"),
    "win32": ("keyring.backends.Windows", "WinVaultKeyring"),
}

Result = TypeVar("Result")


def load_backend() -> Any:
    """Make this platform's backend. Runs in the worker thread.

    ``keyring`` is imported here and not at the top, because the import takes part of the time before the
    first frame (performance.md 0.6) and because on Linux it already talks to the bus.
    """
    if sys.platform not in _BACKENDS:
        raise Locked("sleutelbos.weg")
    module_name, class_name = _BACKENDS[sys.platform]
    backend = getattr(importlib.import_module(module_name), class_name)()
    if sys.platform == "win32":
        # The default, "enterprise", roams to the file server with the Windows profile.
        backend.persist = "local machine"
    return backend


class SystemVault:
    """Secrets in Windows Credential Manager or in the Secret Service of the desktop session (Linux)."""

    is_os_store = True

    def __init__(
        self, *, limit_seconds: float = LIMIT_SECONDS, make_backend: Callable[[], Any] = load_backend
    ) -> None:
        """``make_backend`` is for tests; it runs in the worker thread, at every call."""
        self._limit = TimeLimit(limit_seconds)
        self._make_backend = make_backend

    @property
    def backend_name(self) -> str:
        """``windows-credential-manager`` or ``secret-service``."""
        return "windows-credential-manager" if sys.platform == "win32" else "secret-service"

    def read(self, service: str) -> bytes:
        """Give the secret of ``service``.

        Raises :class:`Locked`: ``sleutelbos.leeg`` (no entry), ``.op_slot``, ``.antwoordt_niet``, ``.weg``
        (no store), ``.onleesbaar`` (an entry that is not ours).
        """
        text = self._call(lambda backend: backend.get_password(service, USER))
        if text is None:
            raise Locked("sleutelbos.leeg")
        return _decoded(text)

    def store(self, service: str, secret: bytes) -> None:
        """Keep ``secret`` and read it back. Raises :class:`Locked`, also ``sleutelbos.bewaart_niet``."""
        text = base64.urlsafe_b64encode(secret).decode("ascii").rstrip("=")

        def keep(backend: Any) -> object:
            backend.set_password(service, USER, text)
            return backend.get_password(service, USER)

        kept = self._call(keep)
        if not isinstance(kept, str) or not importlib.import_module("hmac").compare_digest(
            kept.encode(), text.encode()
        ):
            raise Locked("sleutelbos.bewaart_niet")

    def forget(self, service: str) -> None:
        """Remove the entry, if any, and check that it is gone. Raises :class:`Locked`."""

        def remove(backend: Any) -> object:
            if backend.get_password(service, USER) is not None:
                backend.delete_password(service, USER)
            return backend.get_password(service, USER)

        if self._call(remove) is not None:
            raise Locked("sleutelbos.vergeet_niet")

    def _call(self, work: Callable[[Any], Result]) -> Result:
        try:
            return self._limit.run(lambda: work(self._make_backend()))
        except WerkdeskError:
            raise
        except Exception as error:  # noqa: BLE001 - D-Bus and Windows raise what keyring does not name
            # Only the class name decides, so that keyring need not be imported here; and nothing of the
            # error travels on, because a backend may quote what it was given.
            code = "sleutelbos.op_slot" if type(error).__name__ in _LOCKED else "sleutelbos.weg"
            raise Locked(code, soort=type(error).__name__) from None


_LOCKED = frozenset({"KeyringLocked", "LockedException", "PromptDismissedException"})


def _decoded(text: object) -> bytes:
    try:
        if not isinstance(text, str):
            raise Locked("sleutelbos.onleesbaar")
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise Locked("sleutelbos.onleesbaar") from None

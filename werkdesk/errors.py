"""The three foreseen failures. Everything else is a defect.

A failure carries a stable code and plain details; never a sentence, never personal data.
Sentences live in ``ui/texts.py`` and ``commandline``; codes are Dutch nouns with a dot: ``naam.ontbreekt``.
"""

from __future__ import annotations


class WerkdeskError(Exception):
    """A failure that was foreseen.

    ``code``: stable text, never shown to staff as it is. ``field``: the field of the form or of the JSON
    line that it concerns, or ``None``. ``details``: numbers and codes for the sentence, no personal data.
    """

    def __init__(self, code: str, *, field: str | None = None, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.details: dict[str, str | int] = dict(details)

    def __str__(self) -> str:
        return self.code if self.field is None else f"{self.code} ({self.field})"


class Refused(WerkdeskError):  # noqa: N818 - named for what it tells: a rule says no
    """A rule says no. The sentence belongs beside ``field``; nothing that was typed is lost."""


class Unavailable(WerkdeskError):  # noqa: N818
    """The world is not there now: register, printer, key store, a locked file. Work goes on."""


class Conflict(WerkdeskError):  # noqa: N818
    """A colleague changed the same thing. Both values are kept; a person chooses."""


class Locked(WerkdeskError):  # noqa: N818
    """No key: the cache is locked, the PIN is wrong or the key store does not give its secret."""


class Defect(WerkdeskError):  # noqa: N818
    """What a waiting screen is told when our own code failed; ``details['nummer']`` stands in the log."""

"""E-mail address (domain facts 3.1.9; the exact reading stands in rule cases 4.1)."""

from __future__ import annotations

import re
from typing import Self

from werkdesk.errors import Refused

# Own pattern, not the library: the agreed reading is narrower than RFC 6531 and wider than a check on domain
# names that are reserved, and a stored address must be judged alike on every desk and in every version.
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)"
_PATTERN = re.compile(rf"(?=[^@]{{1,64}}@){_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+[A-Za-z]{{2,63}}")
LONGEST = 254


class Email(str):
    """An address as it was typed, at most 254 characters. Syntax only: nothing is asked of the network.

    Refused: ``email.vorm``.
    """

    __slots__ = ()

    def __new__(cls, text: str, *, field: str | None = None) -> Self:
        if len(text) > LONGEST or not _PATTERN.fullmatch(text):
            raise Refused("email.vorm", field=field)
        return super().__new__(cls, text)

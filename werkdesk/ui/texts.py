"""From code to sentence: what staff read when something is refused, away, changed by others or broken.

No Qt here: the command line uses the same sentences. The words of the screens are in ``teksten``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from werkdesk.errors import Defect, Unavailable, WerkdeskError
from werkdesk.ui.teksten.fouten_plaatsing import PLAATSING
from werkdesk.ui.teksten.fouten_rechten import RECHTEN
from werkdesk.ui.teksten.fouten_regels import REGELS
from werkdesk.ui.teksten.fouten_register import REGISTER
from werkdesk.ui.teksten.fouten_techniek import TECHNIEK
from werkdesk.ui.teksten.fouten_velden import VELDEN
from werkdesk.ui.teksten.fouten_werk import WERK

SENTENCES: Mapping[str, str] = MappingProxyType(
    {**VELDEN, **WERK, **TECHNIEK, **REGISTER, **REGELS, **PLAATSING, **RECHTEN}
)
"""Code -> sentence with ``{details}``. A test asks that every code that is raised stands here."""

_NO_NUMBER = "Er ging iets mis in Werkdesk. Wat u typte, is bewaard. Meld dit bij beheer."
_AWAY = "Dit lukt nu niet ({code}). Uw werk is bewaard; probeer het zo weer."
_OTHER = "Dit kan niet ({code}). Uw invoer is bewaard; vraag beheer wat dit betekent."


class _Gaps(dict[str, str | int]):
    """A detail that is missing leaves dots in a sentence instead of a second failure."""

    def __missing__(self, key: str) -> str:
        return "…"


def explain(error: WerkdeskError) -> str:
    """The sentence for a failure. Never raises, also not for a code without a sentence."""
    if isinstance(error, Defect) and "nummer" not in error.details:
        return _NO_NUMBER
    sentence = SENTENCES.get(error.code)
    if sentence is not None:
        return sentence.format_map(_Gaps(error.details))
    return (_AWAY if isinstance(error, Unavailable) else _OTHER).format(code=error.code)


def explain_code(code: str) -> str:
    """The sentence for a code that was kept in a table (outbox, later afdrukken)."""
    return explain(Unavailable(code))

"""What the command line says where the window's own sentence speaks of a screen or of a desk at work."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from werkdesk.errors import WerkdeskError
from werkdesk.ui.texts import explain

_HERE: Mapping[str, str] = MappingProxyType(
    {
        "schijf.vol": "De schijf van deze computer is vol. Wat al bevestigd is, is bewaard; de rest niet.",
        "schijf.fout": "De schijf geeft een fout. Wat al bevestigd is, is bewaard; bel beheer.",
        "register.onbereikbaar": "Het register is niet bereikbaar. Controleer het adres en de verbinding.",
        "register.tijd": "Het register antwoordt niet op tijd. Probeer het straks weer.",
        "register.antwoord": "Op dit adres kwam een antwoord dat niet klopt. Controleer het adres.",
        "register.adres": "Het adres van het register klopt niet. Het begint met https://.",
        "beeldscherm.ontbreekt": (
            "Er is hier geen beeldscherm, dus het venster kan niet open. "
            "Zonder beeldscherm werken de andere opdrachten wel, en werkdesk demo --headless."
        ),
    }
)


def sentence_for(error: WerkdeskError) -> str:
    """The sentence for whoever typed a command; never raises."""
    return _HERE.get(error.code) or explain(error)

"""Sentences for what the work refuses: a record that is not there, a visit that is over."""

WERK: dict[str, str] = {
    "bezoek.onbekend": "Dit bezoek kent deze balie niet. Ga terug naar de hal en kies het nummer opnieuw.",
    "bezoek.al_klaar": "Dit bezoek is al afgerond. Wilt u verder? Kies dan: heropenen.",
    "bezoek.bestaat": "Dit nummer is al uitgegeven. Maak een nieuw nummer.",
    "klant.onbekend": "Deze klant is op deze balie niet bekend. Zoek de klant opnieuw.",
    "klant.bestaat": "Deze klant staat er al in. Zoek de klant.",
    "melding.onbekend": "Deze melding is op deze balie niet bekend.",
    "melding.bestaat": "Deze melding staat er al in.",
    "brief.onbekend": "Deze brief is op deze balie niet bekend.",
    "brief.bestaat": "Deze brief is al gemaakt.",
    "brief.veld_onbekend": (
        "In het sjabloon staat een veld dat niet bestaat. Meld dit bij functioneel beheer."
    ),
    "brief.veld_ontbreekt": "Voor deze brief ontbreekt een gegeven. Vul het dossier aan en probeer het weer.",
    "brief.veld_te_lang": "Een tekst is te lang voor de brief. Er passen {grens} tekens; kort hem in.",
    "brief.te_veel_rijen": "De brief heeft te veel regels. Er passen er {grens}.",
    "brief.teken_ontbreekt": "Een teken kan niet in de brief ({teken}). Haal het weg of schrijf het anders.",
    "overeenkomst.bestaat": "Deze overeenkomst is al gemaakt.",
    "overeenkomst.onbekend": "Deze overeenkomst is op deze balie niet bekend.",
    "huisstijl.ongeldig": "De huisstijl van deze gemeente is niet te lezen. Meld dit bij functioneel beheer.",
    "huisstijl.contrast": (
        "De kleuren van de huisstijl zijn te zwak om te lezen. Meld dit bij functioneel beheer."
    ),
    "regels.ontbreekt": "Een rekenregel ontbreekt. De datum wordt nu niet berekend; meld dit bij beheer.",
    "regel.geen_versie": "Voor deze dag is er geen rekenregel. De datum wordt nu niet berekend.",
    "gebeurtenis.ander_soort": "Dit past niet bij dit dossier. Uw invoer is bewaard; meld het bij beheer.",
    "bericht.soort": "Dit bericht kent Werkdesk niet. Mogelijk is er een nieuwere versie nodig.",
    "bericht.vorm": "Dit bericht is niet te lezen. Het staat apart; er is niets verloren.",
    "feed.gat": "Er ontbreekt nieuws van het register. Werkdesk haalt het opnieuw op.",
    "zegel.ontbreekt": "Dit bestand is niet verzegeld voor een register.",
    "zegel.onleesbaar": (
        "Dit verzegelde bestand is niet te lezen: het is van een ander register of beschadigd."
    ),
    "zegel.te_groot": "Dit bestand is te groot om te verzegelen.",
    "hulp.geen": "Over dit onderdeel is geen uitleg. Met Ctrl+F1 ziet u alle toetsen.",
}

"""Sentences for rule tables: what is wrong with one, and why a desk does not compute with it.

Where a table is refused, its file, line and reason stand beside the sentence.
"""

REGELS: dict[str, str] = {
    "regels.te_oud": (
        "De rekenregels op deze balie zijn te oud. Datums worden nog niet berekend; uw werk is bewaard."
    ),
    "voorschot.al_besloten": "Over dit voorschot is al besloten.",
    "voorschot.geen_voorstel": "Er is nog geen voorstel voor een voorschot. Maak dat eerst.",
    "voorschot.zelfde_persoon": "Wie het voorschot voorstelt, besluit niet zelf. Vraag een collega.",
    "voorschot.grond": "Kies waarom er geen voorschot komt.",
    "voorschot.rol": "Alleen een klantmanager of teamleider besluit over een voorschot.",
    "voorschot.niet_gereed": "Voor een voorschot ontbreken nog gegevens: {aantal}. Vul ze eerst aan.",
    "voorschot.geen_norm": "Voor deze dag staat er geen norm in de tabellen. Meld dit bij beheer.",
    "voorschot.te_laag": "Dit bedrag is lager dan de wet toestaat.",
    "medewerker.onbekend": "Deze collega is hier niet bekend. Kies iemand uit de lijst.",
    "bewijs.onbekend": "Dit bewijs staat niet in de tabellen. Kies een bewijs uit de lijst.",
    "termijn.onbekend": "Deze datum hoort niet bij deze melding.",
    "regels.handtekening": "De handtekening van deze regels klopt niet. Werkdesk gebruikt ze niet.",
    "regels.sleutel": "Deze balie kan de handtekening van regels nog niet controleren.",
    "regels.document": "Deze regels zijn niet te lezen. Mogelijk is er een nieuwere Werkdesk nodig.",
    "regels.ander_kantoor": "Deze regels zijn van een ander kantoor. Werkdesk gebruikt ze niet.",
    "regels.toml": "Dit regelbestand is niet te lezen.",
    "regels.veld": "In deze regel klopt een veld niet.",
    "regels.waarde": "De waarde van deze regel past niet bij haar eenheid.",
    "regels.waarde_ver": "Dit is meer dan tien keer de waarde van nu ({nu}). Controleer het getal.",
    "regels.eenheid": "Deze eenheid past niet bij deze regel.",
    "regels.onbekend": "Deze regel kent Werkdesk niet. Kijk of de naam goed is.",
    "regels.periode": "De periode van deze regel klopt niet.",
    "regels.overlap": "Twee perioden van deze regel overlappen.",
    "regels.gat": "Tussen twee perioden van deze regel zit een gat.",
    "regels.gemeente": "Deze regel is van een gemeente waar dit kantoor niet voor werkt.",
    "regels.rol": "Uw rol mag regels niet voorstellen of vaststellen.",
    "regels.zelfde_persoon": "Wie regels voorstelt, mag ze niet zelf vaststellen. Vraag een collega.",
    "regels.al_besloten": "Over deze versie is al besloten.",
    "regels.ingehaald": "Er is al een nieuwere versie vastgesteld. Maak een nieuw voorstel.",
    "regels.versie_onbekend": "Deze versie van de regels bestaat niet in dit kantoor.",
    "regels.geen_wijziging": "Dit verandert niets aan de regels die nu gelden.",
    "regels.gevallen_anders": (
        "{aantal} gevallen krijgen een andere uitkomst. Is dat de bedoeling? Stel het dan voor met --accept."
    ),
    "regels.een_voor_alle": "Deze regel is voor alle gemeenten gelijk. Kies: alle gemeenten.",
    "regels.bron": "Vul in waar dit staat: een wet of een afspraak.",
    "regels.zekerheid": "Kies hoe zeker u van deze regel bent.",
    "regels.proef": "Uw concept is veranderd na de proef. Draai de proef opnieuw.",
    "regels.reden": "Schrijf op waarom. Uw collega leest dit.",
    "regels.ontbreekt": "In deze regels ontbreekt een regel die Werkdesk nodig heeft.",
    "gevallen.te_veel": "In dit bestand staan te veel gevallen. Gebruik er hoogstens 5000.",
    "gevallen.te_groot": "Dit bestand met gevallen is te groot. Gebruik een bestand van hoogstens 2 MB.",
    "medewerker.niet_hier": "Het register kent u niet aan deze balie. Meld u hier eerst aan met een code.",
    "regels.te_groot": "Deze regelbestanden zijn samen te groot.",
    "regels.bestand_dubbel": "Twee regelbestanden hebben dezelfde naam.",
}

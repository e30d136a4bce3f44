"""Sentences for who administers a register. Codes that staff meet at a desk have theirs in ``ui/texts``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from werkdesk.errors import WerkdeskError
from werkdesk.ui.texts import explain

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "balie.bestaat": "Dit balienummer is al gebruikt. Een nummer komt nooit terug.",
        "balie.locatie": "Deze plek hoort niet bij het kantoor. Kies een plek uit `office list`.",
        "balie.nummer": "Een balienummer is een getal van 1 tot en met 9999.",
        "balie.onbekend": "Er is geen balie met dit nummer in dit kantoor.",
        "bestand.bestaat": "Dit bestand bestaat al. Kies een nieuwe naam.",
        "bestand.onbereikbaar": "Dit bestand is niet te lezen of te schrijven. Kijk of de plek klopt.",
        "bestand.vorm": "Dit bestand heeft niet de vorm die hier nodig is.",
        "bericht.soort": "Deze soort gegevens kennen de balies niet.",
        "inzage.kop": "Schrijf de kop van het inzagelog als NUMMER:HASH, zoals `desk status` haar toont.",
        "kantoor.bestaat": "Er is al een kantoor met deze code.",
        "kantoor.code": "Een kantoorcode heeft 2 tot 32 kleine letters, cijfers of streepjes.",
        "kantoor.geen": "Er is nog geen kantoor. Maak er eerst een met `office add`.",
        "kantoor.gemeente": "Een gemeentecode heeft vier cijfers, zoals 0362.",
        "kantoor.kies": "Er zijn meer kantoren. Noem er een met --office.",
        "kantoor.locatie": "Noem ten minste één plek waar balies staan.",
        "kantoor.naam": "Geef het kantoor een naam.",
        "kantoor.onbekend": "Dit kantoor bestaat niet. Kijk in `office list`.",
        "klant.id": "Schrijf de klant als id (een UUID). Een BSN of naam staat niet in het inzagelog.",
        "lijst.onbekend": "Deze lijst bestaat niet.",
        "medewerker.bestaat": "Er is al een medewerker met deze aanmeldnaam in dit kantoor.",
        "medewerker.gebruiker": "Een aanmeldnaam heeft 2 tot 40 kleine letters, cijfers of punten.",
        "medewerker.naam": "Geef de medewerker een naam van hoogstens 200 tekens.",
        "medewerker.onbekend": "Deze medewerker is er niet (meer) in dit kantoor.",
        "medewerker.actief": "Deze medewerker heeft al toegang. Met `user code` komt er een balie bij.",
        "medewerker.rol_kiezen": "Noem ten minste één rol, met --add of --remove.",
        "medewerker.zonder_rol": "Zo blijft er geen rol over. Sluit de medewerker dan met `user revoke`.",
        "medewerker.rol": "Deze rol bestaat niet. Rollen: balie, klantmanager, werkgeversadviseur, "
        "teamleider, functioneel_beheerder, controller.",
        "profiel.onbereikbaar": "De gegevensmap is niet te maken of te beschrijven.",
        "datum.vorm": "Schrijf een datum als jjjj-mm-dd.",
        "register.adres": "Het luisteradres bestaat niet op deze machine.",
        "register.adres_bezet": "Op dit adres luistert al een ander programma.",
        "register.backup": "De reservekopie is niet gelukt. Er is niets blijven staan.",
        "register.bezet": "De databank is te druk. Probeer het zo weer.",
        "register.certificaat": "Het certificaat of zijn sleutel klopt niet. Geef --tls-cert en --tls-key.",
        "register.databank": "De databank antwoordt niet.",
        "register.databank_gebruiker": "PostgreSQL mag niet als root; een eigen gebruiker maken lukte niet.",
        "register.databank_maken": "De ingebouwde databank kon niet gemaakt worden. Kijk of er ruimte is.",
        "register.databank_start": "De ingebouwde databank start niet. Kijk in postgres/werkdesk.log.",
        "register.databank_url": "Dit adres van de databank is geen adres van PostgreSQL.",
        "register.herstel": "Terugzetten is niet gelukt. Het register is zoals het was.",
        "register.luisteradres": "Schrijf het adres als HOST:POORT, zoals 127.0.0.1:8443.",
        "register.niet_ingericht": "Hier is nog geen register. Maak het met `register init`.",
        "register.niet_leeg": "In dit register staan al gegevens. Zet een kopie terug in een leeg register.",
        "register.postgres_ontbreekt": "De ingebouwde PostgreSQL ontbreekt in deze installatie.",
        "register.schema_nieuw": "De databank is van een nieuwere versie van Werkdesk.",
        "register.schema_oud": "De databank is van een oudere versie. Voer `register upgrade` uit.",
        "register.sleutels_anders": "Het sleutelbestand hoort bij een ander register dan deze databank.",
        "register.sleutels_oud": "In het sleutelbestand ontbreekt een sleutel. Voer `register upgrade` uit.",
        "register.sleutels_onleesbaar": "Het sleutelbestand is stuk. Zet het terug uit de reservekopie.",
        "register.sleutels_ontbreken": "Het sleutelbestand ontbreekt. Zet het terug uit de reservekopie.",
        "register.zonder_tls": "Zonder TLS mag het register alleen op dit apparaat zelf luisteren.",
    }
)


def sentence(error: WerkdeskError) -> str:
    """The Dutch sentence for a failure of an administrator's command."""
    return SENTENCES.get(error.code) or explain(error)

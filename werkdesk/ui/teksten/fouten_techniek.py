"""Sentences for the world that is away: register, disk, key store, printer. Work goes on where it can."""

TECHNIEK: dict[str, str] = {
    "defect": "Er ging iets mis in Werkdesk. Wat u typte, is bewaard. Geef dit nummer door: {nummer}.",
    "register.onbereikbaar": "Het register is niet bereikbaar. U werkt door op deze balie.",
    "register.tijd": "Het register antwoordt niet op tijd. U werkt door op deze balie.",
    "register.antwoord": "Het register gaf een antwoord dat niet klopt. U werkt door op deze balie.",
    "register.bezig": "Het register heeft het druk. Werkdesk probeert het zo weer.",
    "register.geweigerd": "Het register weigert deze balie. Uw werk blijft bewaard; bel beheer.",
    "register.certificaat": (
        "Dit is niet het register dat wij kennen (certificaat). Er is niets verstuurd; bel beheer."
    ),
    "register.certificaat_naam": (
        "Het register noemt zich anders dan het adres dat wij kennen. Er is niets verstuurd; bel beheer."
    ),
    "register.certificaat_verlopen": (
        "Het certificaat van het register geldt vandaag niet. Klopt de datum van deze computer? "
        "Er is niets verstuurd; bel beheer."
    ),
    "register.certificaat_protocol": (
        "Het register gebruikt een onveilige verbinding. Er is niets verstuurd; bel beheer."
    ),
    "register.adres": (
        "Het adres van het register klopt niet. Het begint met https://. Vraag beheer om het juiste adres."
    ),
    "register.ca": "Het certificaat van het register is niet te lezen. Vraag beheer om een nieuw.",
    "register.databank_gebruiker": "De databank kent deze gebruiker niet.",
    "register.databank_maken": "De databank kon niet gemaakt worden.",
    "register.databank_start": "De databank start niet. Kijk in het logboek van de databank.",
    "register.postgres_ontbreekt": "PostgreSQL is niet gevonden op deze machine.",
    "pin.onjuist": "Deze pincode klopt niet. Typ hem nog een keer. Pogingen die u nog hebt: {over}.",
    "pin.wachten": "De vorige pincode klopte niet. Over {seconden} sec. kunt u het weer proberen.",
    "pin.geblokkeerd": (
        "Deze pincode is geblokkeerd na te veel pogingen. Uw werk is bewaard; bel beheer voor een nieuwe."
    ),
    "pin.te_kort": "Deze pincode is te kort. Kies er een van {minimum} cijfers of meer.",
    "slot.ontbreekt": "Deze naam is op deze balie niet aangemeld. Controleer de naam, of bel beheer.",
    "slot.beschadigd": "De sleutel van deze medewerker is beschadigd. Bel beheer.",
    "cache.ontbreekt": "Op deze balie staan nog geen gegevens. Vraag beheer om de balie aan te melden.",
    "cache.op_slot": "Werkdesk is vergrendeld. Meld u aan om verder te gaan.",
    "cache.sleutel": "De sleutel past niet op de gegevens van deze balie. Bel beheer.",
    "cache.bestaat": "Op deze balie staan al gegevens.",
    "cache.bezet": "De gegevens van deze balie zijn even bezet. Probeer het zo weer.",
    "cache.beschadigd": (
        "De gegevens op deze balie zijn beschadigd. Wat u bewaarde, staat ook in het journaal. "
        "Sluit Werkdesk en start het opnieuw; dan herstelt Werkdesk ze."
    ),
    "cache.hersteld": (
        "De gegevens op deze balie waren beschadigd. Werkdesk haalt ze opnieuw op bij het register. "
        "Concepten kunnen weg zijn. Meld dit bij beheer."
    ),
    "cache.opnieuw": (
        "De gegevens van deze balie waren weg. Werkdesk haalt ze opnieuw op bij het register. "
        "Concepten kunnen weg zijn. Meld dit bij beheer."
    ),
    "cache.verloren": (
        "De gegevens en het journaal van deze balie zijn allebei niet te lezen. Werkdesk begint niet "
        "opnieuw, want dan krijgen twee mensen hetzelfde kenmerk. Bel beheer."
    ),
    "journaal.hersteld": (
        "Het journaal op deze computer was beschadigd. Werkdesk heeft het opnieuw gemaakt. "
        "Er is niets verloren. Meld dit bij beheer."
    ),
    "journaal.leeg": (
        "In het journaal staat geen werk. Was er nog iets niet verzonden? Controleer uw laatste meldingen."
    ),
    "werk.bewaard": "Wat u bewaarde, is er nog.",
    "werk.teruggezet": (
        "Werkdesk is de vorige keer plotseling gestopt. Uw laatste werk is teruggezet. Er is niets verloren."
    ),
    "werk.controleren": (
        "Ook het journaal was beschadigd. Misschien is het laatste werk weg. "
        "Controleer uw laatste meldingen en bel beheer."
    ),
    "cache.onversleuteld": (
        "De gegevens op deze balie zijn niet versleuteld. Werkdesk opent ze niet; bel beheer."
    ),
    "cache.zonder_versleuteling": "Deze computer mist de versleuteling. Werkdesk start niet; bel beheer.",
    "cache.sqlite_te_oud": "Een onderdeel van Werkdesk is te oud op deze computer. Bel beheer.",
    "cache.netwerkschijf": (
        "De gegevens staan op een netwerkschijf. Dat is niet veilig; vraag beheer om een lokale map."
    ),
    "klok.verkeerd": (
        "De datum van deze computer kan niet kloppen. Op meldingen en brieven komt dan een verkeerde dag. "
        "Bel beheer voor u verdergaat."
    ),
    "uitvoer.onschrijfbaar": "De uitkomst kon niet geschreven worden. Is de schijf vol?",
    "bestand.onschrijfbaar": "Het bestand kon niet geschreven worden. Kies een andere map.",
    "journaal.fout": "Het journaal op deze computer geeft een fout. Er is niets bewaard; bel beheer.",
    "profiel.onbereikbaar": "De map met gegevens is niet bereikbaar. Bel beheer.",
    "cache.ouder": "Werkdesk is bijgewerkt. Meld u eerst aan in het venster; probeer het daarna weer.",
    "logboek.onschrijfbaar": "Het logboek kan niet geschreven worden. Bel beheer.",
    "schijf.vol": (
        "De schijf van deze computer is vol. Uw invoer blijft op het scherm; bel beheer voor u verdergaat."
    ),
    "schijf.bijna_vol": (
        "De schijf van deze computer is bijna vol. U werkt nu op de reserve van Werkdesk. Bel vandaag beheer."
    ),
    "schijf.fout": "De schijf van deze computer geeft een fout. Uw invoer blijft op het scherm; bel beheer.",
    "schijf.alleen_lezen": "De map met gegevens kan alleen gelezen worden. Bel beheer.",
    "beeldscherm.ontbreekt": "Er is hier geen beeldscherm. Werkdesk kan zijn venster niet openen.",
    "map.onschrijfbaar": "In deze map kan niet geschreven worden. Kies een andere map.",
    "bestanden.ontbreken": "Er ontbreken bestanden van Werkdesk. Laat beheer Werkdesk opnieuw plaatsen.",
    "werkdesk.al_geopend": "Werkdesk staat al open op deze computer.",
    "sleutelbos.weg": "De sleutelbos van deze computer is niet gevonden. Bel beheer.",
    "sleutelbos.anders": (
        "Deze balie is aangemeld met een andere sleutelbos of met een sleutelbestand. Bel beheer."
    ),
    "sleutelbos.ander_geheim": (
        "In de sleutelbos staat een ander geheim dan bij deze balie hoort. Bel beheer."
    ),
    "sleutelbos.antwoordt_niet": "De sleutelbos van deze computer antwoordt niet. Probeer het nog een keer.",
    "sleutelbos.bewaart_niet": "De sleutelbos van deze computer bewaart niets. Bel beheer.",
    "sleutelbos.op_slot": (
        "De sleutelbos van deze computer is op slot. Meld u opnieuw aan bij de computer en probeer het weer."
    ),
    "sleutelbos.leeg": "In de sleutelbos staat geen geheim voor deze balie. Bel beheer.",
    "sleutelbos.onleesbaar": "Het geheim in de sleutelbos is niet te lezen. Bel beheer.",
    "sleutelbos.vergeet_niet": "De sleutelbos wist het geheim niet. Bel beheer.",
    "sleutelbestand.ontbreekt": "Het sleutelbestand is er niet. Controleer de naam achter --key-file.",
    "sleutelbestand.onleesbaar": "Het sleutelbestand is niet te lezen. Controleer de naam achter --key-file.",
    "sleutelbestand.onschrijfbaar": "Het sleutelbestand kan niet geschreven worden. Bel beheer.",
    "sleutelbestand.te_open": (
        "Anderen kunnen het sleutelbestand lezen. Zet de rechten op alleen eigenaar (0600)."
    ),
    "printer.geen": "Er is geen printer ingesteld. De brief staat bij: later afdrukken.",
    "printer.weg": "De printer is niet bereikbaar. De brief staat bij: later afdrukken.",
    "printer.weigert": "De printer nam de brief niet aan. De brief staat bij: later afdrukken.",
    "balie.niet_aangemeld": "Deze computer is nog geen balie. Vraag beheer om hem aan te melden.",
    "cache.nieuwer": "Deze gegevens zijn gemaakt door een nieuwere versie van Werkdesk. Werk Werkdesk bij.",
    "printer.bestand": (
        "De brief kon niet in de map voor afdrukken worden gezet. Hij staat bij: later afdrukken."
    ),
    "printer.onbekend": "Deze printer bestaat niet meer. De brief staat bij: later afdrukken.",
    "printer.systeem_ontbreekt": (
        "Het afdrukken van deze computer werkt niet. De brief staat bij: later afdrukken."
    ),
    "register.bijwerken": (
        "Het register is nieuwer dan deze balie. Uw werk blijft bewaard; laat Werkdesk bijwerken."
    ),
    "register.sleutel": "De sleutel van het register klopt niet. Uw werk blijft bewaard; bel beheer.",
}

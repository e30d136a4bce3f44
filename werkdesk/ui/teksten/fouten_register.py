"""Sentences for a register that says no, and for verbs of the command line that cannot be carried out."""

REGISTER: dict[str, str] = {
    "register.niet_aangemeld": "Het register kent deze balie niet. Uw werk blijft bewaard; bel beheer.",
    "register.ingetrokken": "Deze balie is buitengesloten. Uw werk blijft bewaard; bel beheer.",
    "register.code": "Deze code klopt niet of is verlopen. Vraag beheer om een nieuwe code.",
    "register.code_medewerker": (
        "De code van de medewerker klopt niet of is verlopen. De code van de balie is nu gebruikt. "
        "Vraag beheer om twee nieuwe codes."
    ),
    "register.reeks": "Het register mist eerder werk van deze balie. Uw werk blijft bewaard; bel beheer.",
    "register.gekloond": (
        "Een andere computer gebruikt de naam van deze balie. Uw werk blijft bewaard; bel beheer."
    ),
    "register.teruggezet": (
        "De gegevens van deze balie zijn ouder dan wat zij al verstuurde. Uw werk blijft bewaard; bel beheer."
    ),
    "register.geschiedenis": ("Het register is teruggezet of vervangen. Uw werk blijft bewaard; bel beheer."),
    "register.te_lang_weg": "Deze balie was te lang weg en moet alles opnieuw ophalen. Bel beheer.",
    "register.onleesbaar": "Het register kan dit werk niet lezen. Uw werk blijft bewaard; bel beheer.",
    "register.te_groot": "Dit is te groot om in een keer te versturen. Uw werk blijft bewaard; bel beheer.",
    "kenmerk.onbekend": "Dit kenmerk is niet gevonden op deze balie.",
    "pin.ontbreekt": "Er is geen pincode gegeven. Gebruik --pin-file of typ de pincode.",
    "pin.bestand": "Het bestand met de pincode is niet te lezen.",
    "gebruiker.ontbreekt": "Noem de aanmeldnaam met --user.",
    "code.ontbreekt": "Noem de eenmalige code van de medewerker met --user-code.",
    "bestand.onleesbaar": "Dit bestand is niet te lezen.",
    "register.defect": "Het register kon dit werk niet verwerken. Het staat daar veilig apart; bel beheer.",
    "bericht.geweigerd": "Het register nam dit werk niet aan. Het staat daar veilig apart; bel beheer.",
    "bericht.aard": "Dit nieuws van het register kent Werkdesk nog niet. Het staat apart; werk Werkdesk bij.",
    "bericht.wacht": "Dit wacht op ander werk dat nog niet verwerkt is. Werkdesk wacht daar vanzelf op.",
    "bericht.eenheid": "Dit hoort bij werk dat het register apart zette. Het staat daar veilig; bel beheer.",
    "bericht.andere_inhoud": (
        "Dit is twee keer verstuurd met een andere inhoud. Het register zette het apart; bel beheer."
    ),
    "bericht.schema": "Dit is gemaakt met een versie die het register niet kent. Het staat apart.",
    "bericht.adres": "Dit hoort bij iets anders dan erop staat. Het register zette het apart; bel beheer.",
    "bericht.gewist": "De klant of zaak is gewist bij het register. Uw werk staat daar apart; bel beheer.",
    "bericht.ander_kantoor": "Dit hoort bij een ander kantoor. Het register zette het apart; bel beheer.",
    "bericht.voorganger": (
        "Dit bouwt op werk dat het register apart zette. Het wordt verwerkt zodra dat is opgelost."
    ),
    "ref.tekens": "In de verwijzing van buiten staan onzichtbare tekens. Het staat apart; bel beheer.",
    "demo.register": "Het register van de demo is niet gestart. Kijk in het logboek en probeer het opnieuw.",
    "demo.wacht": "De demo wachtte te lang op iets: {waarop}. Probeer het opnieuw op een rustige computer.",
    "meting.mislukt": "De meting lukte niet: '{proces}' stopte te vroeg of gaf geen antwoord.",
}

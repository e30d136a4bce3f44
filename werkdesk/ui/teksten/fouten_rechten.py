"""Sentences for what somebody may not do, and for an act that the register refused for that reason."""

RECHTEN: dict[str, str] = {
    "recht.rol": "Uw rol mag dit niet. Vraag een collega die dat wel mag, of vraag beheer om de rol.",
    "recht.geen": "Voor deze handeling is nog geen recht ingesteld. Meld dit bij beheer.",
    "recht.naam": "Dit is op naam van een ander gezet dan wie het deed. Het telt niet mee.",
    "recht.onbekend": (
        "Het register kent deze medewerker niet bij dit kantoor. Vraag beheer om het account te maken."
    ),
    "recht.vertrokken": (
        "Dit is gedaan nadat de toegang van deze medewerker was ingetrokken. Het telt niet mee."
    ),
    "recht.niet_hier": (
        "Deze medewerker heeft zich nooit met een code aan deze balie aangemeld. Daarom telt dit niet mee."
    ),
}

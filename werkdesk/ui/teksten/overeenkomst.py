"""Words of the training agreement."""

from __future__ import annotations

from types import MappingProxyType

TITEL = "Opleidingsovereenkomst"
UITLEG = "Alleen opleiding, opleider, data en de vraag naar werk zijn nodig. De rest mag later."
OPLEIDING = "&Opleiding"
OPLEIDER = "Op&leider"
PLAATS = "Plaats van de opleiding"
ADRES = "Adres van de opleider"
KVK = "KvK van de opleider"
TEKENT = "Wie tekent voor de opleider"
NIVEAU = "&Niveau"
LEERWEG = "Leerwe&g"
LEERWEGEN = MappingProxyType({"BBL": "BBL (werken en leren)", "BOL": "BOL (school)", "anders": "Anders"})
CREBO = "Crebo of certificaat"
DOEL = "&Doel: welk werk daarna"
VRAAG = "Waaruit blijkt dat er werk is?"
VRAAG_UITLEG = "Bijvoorbeeld: brief van een werkgever, of de lijst van kansberoepen"
BEGIN = "Beg&int op"
EINDE = "Eindig&t op"
UREN = "&Uren per week"
DAGEN = "Op welke dagen"
DAGEN_UITLEG = "zoals maandag en dinsdag"
BETAALT = "Wie betaalt"
BETALERS = MappingProxyType(
    {
        "gemeente": "Gemeente",
        "werkgever": "Werkgever",
        "samen": "Gemeente en werkgever samen",
        "klant": "Klant zelf",
        "uwv": "UWV",
        "anders": "Iemand anders",
    }
)
BETAALT_ANDERS = "Wie betaalt dan"
BETAALT_ANDERS_UITLEG = "zoals het fonds van de branche"
UITKERING = "Houdt de klant de uitkering?"
DOORBETALEN = "Betaalt de gemeente door bij werk?"
JA_NEE = MappingProxyType({"ja": "Ja", "nee": "Nee"})
VOORGAAND = "Gaat voor: ander geld"
VOORGAAND_UITLEG = "zoals studiefinanciering of een fonds"
BEGELEIDER = "Begeleider bij de gemeente"
BEGELEIDER_TELEFOON = "Telefoon van de begeleider"
BEGELEIDER_OPLEIDER = "Begeleider bij de opleider of op het werk"
BEGELEIDING_UREN = "Uren begeleiding per week"
GEMEENTE_TEKENT = "Wie tekent voor de gemeente"
KLANT_VERTEGENWOORDIGER = "Wettelijk vertegenwoordiger"
KLANT_VERTEGENWOORDIGER_UITLEG = "onder 18 jaar, of onder curatele"
WERKGEVER = "Werkgever"
WERKGEVER_ADRES = "Adres van de werkgever"
WERKGEVER_KVK = "KvK van de werkgever"
WERKGEVER_TEKENT = "Wie tekent voor de werkgever"
TAKEN = "Taken op het werk"
NIET_ALLEEN = "Wat de klant niet alleen doet"
VERZEKERING = "Wie heeft de verzekering geregeld"
VERZEKERING_UITLEG = "voor ongelukken en schade"
VERDRINGING = "Uitkomst van de verdringingstoets"
VERDRINGING_UITLEG = "met datum en nummer"
BESLUIT = "Nummer van het besluit"

GROEP_PARTIJEN = "Wie tekenen?"
GROEP_BEGELEIDING = "Begeleiding"
GROEP_GELD = "Geld en uitkering"
GROEP_WERKGEVER = "De werkgever, als die meedoet"

JAREN = "Wat haalt de klant wanneer, en wat kost het?"
JAAR = "Jaar {nummer}"
JAAR_ERBIJ = "&Jaar erbij"
JAAR_WEG = "Jaar {nummer} weg"
HAALT = "Wat haalt de klant"
UITERLIJK = "Uiterlijk"
BEWIJS = "Bewijs"
HALF_DOEL = "Halverwege: wat haalt de klant (mag leeg)"
HALF_UITERLIJK = "Halverwege uiterlijk"
HALF_BEWIJS = "Halverwege bewijs"
LESGELD = "Lesgeld"
EXAMEN = "Examens"
BOEKEN = "Boeken"
REISKOSTEN = "Reizen"
KINDEROPVANG = "Opvang"
SAMEN = "Samen"
TOTAAL = "Totaal {bedrag}"
TOTALEN = "Totaal van alle jaren"
GEEN_BEDRAG = "nog niet te tellen"

BETALINGEN = "Wie betaalt wat en wanneer?"
BETALINGEN_UITLEG = "Laat dit leeg als één partij alles betaalt."
BETALING = "Betaling {nummer}"
BETALING_ERBIJ = "Betaling erbij"
BETALING_WEG = "Betaling {nummer} weg"
BETALING_WAT = "Wat"
BETALING_WIE = "Wie betaalt dit"
BETALING_AAN = "Aan wie"
BETALING_WANNEER = "Wanneer"

VUL_IN = "Vul in: {veld}."
NOG_NODIG = "Nog niet goed: {velden}."
MAKEN = "&Maken en bekijken"
TERUG = "Terug"
BEZIG = "Bewaren…"
CONCEPT = "Concept bewaard om {klok}"
CONCEPT_TERUG = "Uw concept staat er weer."
CONCEPT_MIS = "Het concept is niet bewaard. {zin}"
GEMAAKT = "Overeenkomst {nummer} is bewaard"

"""Words of the question why somebody opens a dossier."""

TITEL = "Waarom opent u dit dossier?"
UITLEG = (
    "Er is geen bezoek aan uw balie voor deze klant. Kies een reden met een cijfer: dan gaat het dossier "
    "open. Werkdesk legt vast dat u kijkt en waarom."
)
VRAAG = "Reden"
WOORDEN = "In uw eigen woorden"
WOORDEN_HINT = "Mag leeg blijven. Zonder BSN of naam. Enter opent het dossier met deze woorden."
ONTHOUDEN = "Deze reden geldt tot u zich afmeldt; bij deze klant vraagt Werkdesk het niet nog een keer."
WOORDEN_LEEG = "Schrijf in een paar woorden waarom u kijkt, of kies hierboven een reden."
OPNIEUW = "Nog een keer proberen"
ZONDER_REDENEN = "De redenen zijn nu niet te lezen. Schrijf in uw eigen woorden waarom u kijkt."
DOSSIER = "Dossier"

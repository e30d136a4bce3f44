"""What a line of ``desk import`` may hold, as its help shows it. The reading is ``usecases.invoer.lezen``."""

VELDEN = """\
Elke regel is een JSON-object. Alleen een naam is nodig; wat u niet weet, laat u weg.

  persoon    naam (heel), of geslachtsnaam, voorvoegsel, voornamen; geslacht M V O;
             geboortedatum 12-03-1985 (onbekende delen 00); bsn; geen_bsn_reden;
             telefoon; email; taal (nl, ti ...); tolk ja/nee
  adres      straat, huisnummer, huisletter, toevoeging, postcode, woonplaats, land,
             locatie, adresfunctie W B geen; of adres in een tekst
  melding    kanaal balie telefoon e-mail post werk.nl; gemeente 0362 0358;
             moment 2026-11-03T10:09, of meldingsdatum en tijd;
             reden einde_ww einde_studie baan_verloren relatie statushouder
             zelfstandige uit_detentie anders; laatste_werkdag; kinderen 0-20;
             partner {naam, geboortedatum, bsn}; heeft_partner ja/nee;
             uitzondering pro_vso lks_doelgroep medische_urenbeperking
             andere_omstandigheden geen onbekend; ww_eindigt; eerder_afgewezen_op;
             eerdere_melding_op; uitkering_beeindigd_op; uitleg [rechten,
             inlichtingenplicht, arbeidsplicht, privacy];
             bevestiging afdruk post email geweigerd; toelichting
  herhaling  externe_ref, hoogstens 64 tekens: dezelfde verwijzing geeft altijd
             hetzelfde kenmerk, ook na een storing

Per regel volgt een antwoord: OK KENMERK [externe_ref], of FOUT code veld. Een OK komt
pas als de melding veilig op deze balie staat.

  voorbeeld  {"naam": "Verzonnen", "geboortedatum": "12-03-1985", "kanaal": "post",
              "meldingsdatum": "2026-11-20", "externe_ref": "post-17"}
             werkdesk desk import post.jsonl --user NAAM --pin-file PIN
"""

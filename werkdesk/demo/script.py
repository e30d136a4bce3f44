"""Script 1 of the counter, key by key: bijstand is reported while the network falls out in the middle.

Every step waits for what a colleague would see before it goes on; nothing reaches into the screens.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from werkdesk.demo.speler import Speler
from werkdesk.demo.wereld import DemoDesk, Wereld


@dataclass(slots=True)
class Uitval:
    """When the register was away (monotonic seconds)."""

    begin: float = 0.0
    einde: float = 0.0

    @property
    def seconden(self) -> float:
        """How long."""
        return round(self.einde - self.begin, 3)


@dataclass(slots=True)
class Script:
    """Plays the visit of mevrouw E. on ``speler``; ``aangekomen`` tells when another desk has the melding."""

    speler: Speler
    wereld: Wereld
    aangekomen: Callable[[], object]
    zichtbaar_ms: float = 0.0

    def aanmelden(self, desk: DemoDesk) -> None:
        """Sign in with name and PIN."""
        play = self.speler
        with play.stap("aanmelden"):
            play.until(lambda: "Aanmelden" in play.texts(), "het aanmeldscherm")
            play.picture("01-aanmelden")
            play.type(desk.gebruiker)
            play.press("Return")
            play.type(desk.pin)
            play.press("Return")
            play.until(lambda: "Wachtend" in play.texts(), "de hal")
        with play.stap("hal", "02-hal"):
            play.until(lambda: "Bijgewerkt" in play.texts() and "wacht" in play.texts(), "de wachtrij")

    def oproepen_en_zoeken(self) -> None:
        """Call who waits longest, find her in 13 characters, open her file."""
        play = self.speler
        with play.stap("oproepen"):
            play.press("F8")
            play.until(lambda: "Bezoek afronden" in play.texts(), "het bezoek")
        with play.stap("zoeken", "03-zoeken"):
            play.press("F3")
            play.type("1181ab 12 elh")
            play.until(lambda: "Elhamdaoui, S." in play.texts(), "de treffer")
        with play.stap("klant openen", "04-klant"):
            play.press("Return")
            play.until(lambda: "Nog niet gezien" in play.texts(), "de klant")

    def identiteit(self) -> None:
        """See the passport: kind, last four, valid until."""
        play = self.speler
        with play.stap("identiteit"):
            play.press("Ctrl+I")
            play.until(lambda: "Welk document" in play.texts(), "het identiteitspaneel")
            play.type("p7731")
            play.type("03-2031")
            play.press("Tab")
            play.picture("05-identiteit")
            play.press("Space")
            play.until(lambda: "Paspoort gezien" in play.texts(), "het bewijs")

    def melding(self) -> None:
        """Register the melding; its kenmerk and its dates appear at once."""
        play = self.speler
        with play.stap("melding", "06-melding"):
            play.press("Ctrl+N")
            play.until(lambda: "Gemeld op" in play.texts(), "het formulier")
            play.press("Space")  # the address still holds
            play.type("0612345678")
            play.press("Tab")
            play.type("3")  # lost a job
            play.type("30-10")
            saved = time.monotonic()
            play.press("Ctrl+Return")
            play.until(lambda: "Aanvraag mogelijk" in play.texts(), "de termijnen")
            play.until(lambda: "vraag 1 van" in play.texts(), "de intake")
            play.until(lambda: play.focus_name == "Nee", "de eerste vraag")
        with play.stap("aankomst bij balie 2"):
            play.until(self.aangekomen, "balie 2")
            self.zichtbaar_ms = round((time.monotonic() - saved) * 1000, 1)

    def intake(self, uitval: Uitval) -> None:
        """Answer by digit; half-way the plug of the register is pulled, and nothing blinks but the pill."""
        play = self.speler
        with play.stap("intake"):
            for _ in range(5):
                self._answer("1")
        uitval.begin = time.monotonic()
        self.wereld.register.kill()
        with play.stap("intake zonder verbinding", "07-intake-zonder-verbinding"):
            self._answer("1")
            play.until(lambda: "Geen verbinding" in play.texts(), "de pil")
            self._answer("1")
            self._answer("1")
            play.press("Return")
            self._answer("1")

    def ontvangstbevestiging(self) -> None:
        """Look at the letter and print it, without a network."""
        play = self.speler
        with play.stap("brief bekijken", "08-brief"):
            play.press("Ctrl+P")
            play.until(lambda: "2 bladzijden" in play.texts(), "het voorbeeld")
            play.settle_for(0.5)
        with play.stap("brief afdrukken"):
            play.press("Return")
            play.until(lambda: "Ontvangstbevestiging naar de printer" in play.texts(), "de afdruk")

    def overeenkomst(self) -> None:
        """Draw up a training agreement of two years and print it."""
        play = self.speler
        with play.stap("overeenkomst invullen", "09-overeenkomst"):
            play.press("Ctrl+Shift+A")
            play.until(lambda: "Wie betaalt" in play.texts(), "het formulier")
            play.type("Verzorgende IG")
            play.press(*["Tab"] * 4)
            play.type("Voorbeeldcollege")
            play.press(*["Tab"] * 3)
            play.type("Drie vacatures in de regio, gezien vandaag")
            play.press("Tab")
            play.type("1-2-2027")
            play.press("Tab")
            play.type("31-1-2029")
            play.press_until("Tab", lambda: play.focus_name == "Wat haalt de klant", 40)
            self._year("Alle vakken van jaar 1", "31-1-2028")
            play.press("Alt+J")
            play.until(lambda: play.focus_name == "Wat haalt de klant", "het tweede jaar")
            self._year("Diploma en stage", "31-1-2029")
        with play.stap("overeenkomst bekijken", "10-overeenkomst-voorbeeld"):
            play.press("Ctrl+Return")
            play.until(lambda: "Afdrukken" in play.texts() and "bladzijden" in play.texts(), "het voorbeeld")
            play.settle_for(0.5)
        with play.stap("overeenkomst afdrukken"):
            play.press("Return")
            play.until(lambda: "Opleidingsovereenkomst naar de printer" in play.texts(), "de afdruk")

    def postvak(self) -> None:
        """F5 says in sentences what waits; then back to the visit."""
        play = self.speler
        with play.stap("postvak uit", "11-postvak-zonder-verbinding"):
            play.press("F5")
            play.until(lambda: "Wacht op het register" in play.texts(), "het postvak")
            play.settle_for(0.3)
        play.press("Ctrl+1")
        play.until(lambda: "Bezoek afronden" in play.texts(), "het bezoek")

    def afronden(self) -> None:
        """Finish with an outcome; the hall is back."""
        play = self.speler
        with play.stap("afronden", "12-hal-zonder-verbinding"):
            play.press("Ctrl+F9")
            play.until(lambda: "Hoe eindigt het bezoek?" in play.texts(), "het slot")
            play.type("1")
            play.until(lambda: "Wachtend" in play.texts(), "de hal")

    def terug(self, uitval: Uitval) -> None:
        """The register is back; nobody does anything, and everything arrives."""
        play = self.speler
        self.wereld.register.start()
        uitval.einde = time.monotonic()
        with play.stap("verbinding terug", "13-verbinding-terug"):
            play.until(lambda: "Verbinding terug" in play.texts(), "de groene pil")

    def _year(self, goal: str, until: str) -> None:
        play = self.speler
        play.type(goal)
        play.press("Tab")
        play.type(until)
        play.press("Tab")
        play.type("cijferlijst")
        play.press("Tab")
        play.type("1250")
        play.press("Tab", "Tab")
        play.type("300,50")

    def _answer(self, digit: str) -> None:
        self.speler.type(digit)
        self.speler.settle_for(0.15)

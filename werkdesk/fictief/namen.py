"""Names of many origins, as parts. Everybody made of them is fictitious."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Names of one origin. ``taal``: ISO 639-1; ``prefixes``: surname prefixes, empty for none."""

    taal: str
    mannen: tuple[str, ...]
    vrouwen: tuple[str, ...]
    achternamen: tuple[str, ...]
    prefixes: tuple[str, ...] = ("",)
    stammen: tuple[str, ...] = ()
    uitgangen: tuple[str, ...] = ()

    def surname(self, dice: Random) -> tuple[str, str]:
        """A prefix (or nothing) and a surname; composed surnames keep large sets from repeating."""
        prefix = dice.choice(self.prefixes)
        if dice.random() < 0.05:
            return prefix, f"{self._single(dice)}-{self._single(dice)}"
        return prefix, self._single(dice)

    def _single(self, dice: Random) -> str:
        if self.stammen and dice.random() < 0.6:
            return dice.choice(self.stammen) + dice.choice(self.uitgangen)
        return dice.choice(self.achternamen)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


NEDERLANDS = Herkomst(
    taal="nl",
    mannen=_words(
        "Jan Pieter Willem Sjoerd Daan Bram Teun Joost Ruben Lars Hidde Koen Stijn Gijs Maarten Jeroen André "
        "Björn Cees Dirk Ewout Floris Gerrit Hendrik IJsbrand Jan-Willem Karel Léon Mees Niels Olaf Thijs"
    ),
    vrouwen=_words(
        "Anna Sanne Femke Lotte Marijke Ingrid Els Annelies Noor Fleur Jet Roos Maud Saskia Trijntje Wil Zoë "
        "Renée Chloë Élise Anne-Marie Bregje Carlijn Dieuwertje Esmée Fenna Geertje Hanneke Ilse Janneke"
    ),
    achternamen=_words(
        "Jansen Bakker Visser Smit Mulder Meijer Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Kuipers Postma "
        "Hoekstra Scholten Veenstra Willems Prins Huisman Kok Timmermans Groot Hermans Kramer Zijlstra Brinkman"
    ),
    prefixes=(
        "",
        "",
        "",
        "",
        "de",
        "van",
        "van der",
        "van den",
        "ten",
        "ter",
        "'t",
        "van 't",
        "in 't",
        "op de",
    ),
    stammen=_words(
        "Berg Bosch Brug Dijk Dorp Duin Eik Elzen Gaarde Geest Goor Graaf Groen Haar Hage Heide Hoek Hof Holt "
        "Kamp Kerk Klei Kreek Kuil Laar Land Linden Loon Maas Meer Molen Mos Nes Noord Oever Ooster Polder Riet "
        "Roer Sloot Spaar Steen Stroom Veld Veen Vliet Water Weide Wester Wiel Wijk Zand Zee Zuider Zwaan Ruit"
    ),
    uitgangen=_words(
        "man huis stra veld sma kamp horst hof beek broek brink burg daal dijk donk eind gaard gracht hagen "
        "hoven hout kade kerk laan lo meer mans oord pas ra schot sloot stede tol vaart vliet voort waard wijk"
    ),
)
TURKS = Herkomst(
    taal="tr",
    mannen=_words("Mehmet Mustafa Ömer Emre Burak Hüseyin İbrahim Çağrı Okan Şükrü Uğur Yiğit Kemal Serkan"),
    vrouwen=_words("Ayşe Fatma Zeynep Elif Gülşen Hatice Özlem Sevgi Tuğba Yasemin Büşra Çiğdem İpek Şeyma"),
    achternamen=_words(
        "Yılmaz Öztürk Şahin Kaya Demir Çelik Yıldız Aydın Arslan Doğan Kılıç Koç Güneş Özdemir Aksoy Taş Şimşek"
    ),
    stammen=_words("Ak Kara Öz Er Gül Gün Yıl Taş Demir Altın Bay Kır Sarı Yeşil"),
    uitgangen=_words("türk soy han man oğlu kaya dağ taş er bulut göz yurt çam tepe"),
)
MAROKKAANS = Herkomst(
    taal="ar",
    mannen=_words(
        "Mohammed Youssef Hamza Bilal Rachid Karim Abdelhakim Soufiane Noureddine Anouar Driss Samir"
    ),
    vrouwen=_words("Fatima Naima Samira Hanane Latifa Soukaina Ilham Zineb Karima Nadia Salma Loubna Hafida"),
    achternamen=_words(
        "Elhamdaoui Bouali Amrani Bennani Chaouki Tahiri Ouali Aziz Belhaj Idrissi Mansouri Haddad Zerouali"
    ),
    prefixes=("", "", "", "el", "ben", "ait"),
    stammen=_words("Bou Bel Ouar Am Idri Cha Had Man Zer Tah Lah Kad Raha Saad Moun"),
    uitgangen=_words("daoui ssi rani zaoui hi lali kouri touf yani chou dadi roui mouni bi nani"),
)
POOLS = Herkomst(
    taal="pl",
    mannen=_words(
        "Łukasz Paweł Michał Krzysztof Stanisław Wojciech Grzegorz Tomasz Rafał Przemysław Zbigniew"
    ),
    vrouwen=_words("Agnieszka Małgorzata Katarzyna Zofia Elżbieta Bożena Grażyna Łucja Żaneta Joanna Wanda"),
    achternamen=_words(
        "Wiśniewska Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowska Kozłowski Jankowski Mazur"
    ),
    stammen=_words("Kowal Wiś Ziel Dąbr Jank Krup Nowak Ostr Piotr Rut Sob Wal Zaw Grab Lis Czar"),
    uitgangen=_words("ski ska ński owski owska icz ak czyk ewicz ewska ek uk arz iński"),
)
ERITREES = Herkomst(
    taal="ti",
    mannen=_words("Yonas Tesfay Filmon Merhawi Samuel Abel Daniel Kidane Mehari Robel Henok Amanuel"),
    vrouwen=_words("Selam Rahwa Luwam Feven Semhar Helen Bisrat Winta Eden Saba Mihret Almaz"),
    achternamen=_words(
        "Tesfay Gebremedhin Woldemariam Habtemariam Kidane Haile Berhane Tekle Ghebreyesus Mebrahtu Asmerom Weldu"
    ),
    stammen=_words("Gebre Wolde Habte Tekle Haile Tesfa Kidane Amanu Berha Zera"),
    uitgangen=_words("medhin mariam yesus selassie michael giorgis ab kristos zgi yohannes"),
)
OEKRAIENS = Herkomst(
    taal="uk",
    mannen=_words("Oleksandr Andrij Serhij Mykola Dmytro Bohdan Taras Ivan Vasyl Jurij Petro"),
    vrouwen=_words("Oksana Natalija Iryna Olena Svitlana Tetjana Halyna Ljudmyla Kateryna Sofija Darija"),
    achternamen=_words(
        "Shevchenko Kovalenko Bondarenko Tkachenko Kravchuk Melnyk Polishchuk Lysenko Savchuk"
    ),
    stammen=_words("Koval Bond Krav Mel Pol Lys Sav Hon Mor Rud Tka Zakh Jur Khar"),
    uitgangen=_words("enko chuk chenko yk ishyn arenko ovych iuk yshyn ets"),
)
SURINAAMS = Herkomst(
    taal="nl",
    mannen=_words("Winston Dennis Rayen Glenn Orlando Sewdath Ricardo Marciano Kenneth Ashwin Humphrey"),
    vrouwen=_words("Sharmila Jennifer Chantal Soerina Priscilla Urmila Muriel Reshma Grace Ashna Mavis"),
    achternamen=_words(
        "Ramdin Sewpersad Biharie Pengel Kartosoewito Wongsodikromo Ramsaroep Jagesar Soekhai "
        "Tjon-A-Joe Lieuw-Kie Ramkisoen Vrede Pinas Amatredjo Codrington"
    ),
    stammen=_words("Ram Sew Jag Bih Ganp Mang Soek Kart Wong Amat Mohan Chot Nar Gop"),
    uitgangen=_words("din persad sar dat oe osoewito kisoen lal bali nath harie das saroep pal"),
)
NAAMKETEN = Herkomst(
    taal="so",
    mannen=("",),
    vrouwen=("",),
    achternamen=(
        "Abdi Nur Hassan",
        "Faadumo Cali Warsame",
        "Maxamed Cumar Jaamac",
        "Sahra Axmed Guuleed",
        "Amina Yuusuf Diiriye",
    ),
)

VERDELING: tuple[tuple[Herkomst, int], ...] = (
    (NEDERLANDS, 46),
    (TURKS, 10),
    (MAROKKAANS, 13),
    (POOLS, 8),
    (ERITREES, 7),
    (OEKRAIENS, 6),
    (SURINAAMS, 8),
    (NAAMKETEN, 2),
)

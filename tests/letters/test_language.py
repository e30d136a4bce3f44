"""What clients read: plain Dutch, questions as headings, the answer first; and what each letter must say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.letters.examples import MAKERS, agreement_opl, letter_l01, letter_l02
from tests.letters.test_pages import texts
from werkdesk.domain.brief import BriefGegevens
from werkdesk.letters.press import Press
from werkdesk.letters.template.vocabulary import FIELDS

LETTERS = ("L01", "L02", "OPL", "UIT")
# Words of the desk that a client should not need to know, with what we write instead.
OFFICE_WORDS = (
    "belanghebbende",
    "hersteltermijn",
    "ingevolge",
    "conform",
    "betreffende",
    "middels",
    "teneinde",
    "derhalve",
)


def text_lines(resources: Mapping[str, bytes], soort: str) -> list[str]:
    blocks = [name for name in resources if name.startswith("brieven/bouwstenen/")]
    names = [f"brieven/{soort}.txt", *blocks]
    return [line for name in names for line in resources[name].decode().split("---\n")[-1].splitlines()]


def sentences(resources: Mapping[str, bytes], soort: str) -> list[str]:
    """Running text without headings, tables, comments and directives."""
    kept = [
        re.sub(r"^(- |\d+\. |~ )", "", line)
        for line in text_lines(resources, soort)
        if line and not line.startswith(("//", "#", "|", "["))
    ]
    text = (
        re.sub(r"\{\{[^}]*\}\}", "iets", " ".join(kept)).replace("**", "").replace("www.werk.nl", "internet")
    )
    return [sentence for sentence in re.split(r"(?<=[.?!:;])\s+", text) if sentence]


@pytest.mark.parametrize("soort", LETTERS)
def test_sentences_are_short(resources: Mapping[str, bytes], soort: str) -> None:
    lengths = {sentence: len(sentence.split()) for sentence in sentences(resources, soort)}
    assert len(lengths) > 15
    assert max(lengths.values()) <= 20, max(lengths, key=lambda sentence: lengths[sentence])
    assert sum(lengths.values()) / len(lengths) <= 12


@pytest.mark.parametrize("soort", LETTERS)
def test_headings_are_questions(resources: Mapping[str, bytes], soort: str) -> None:
    headings = [line for line in text_lines(resources, soort) if line.startswith("#")]
    assert len(headings) >= 5
    assert [heading for heading in headings if not heading.endswith("?")] == []


@pytest.mark.parametrize("soort", LETTERS)
def test_office_words_and_je_stay_out(resources: Mapping[str, bytes], soort: str) -> None:
    text = " ".join(sentences(resources, soort)).lower()
    assert [word for word in OFFICE_WORDS if word in text] == []
    assert re.findall(r"\b(je|jij|jouw|jullie)\b", text) == []


@pytest.mark.parametrize("soort", LETTERS)
def test_passive_sentences_are_rare(resources: Mapping[str, bytes], soort: str) -> None:
    found = sentences(resources, soort)
    passive = [
        sentence
        for sentence in found
        if re.search(r"\b(wordt|worden|werd|werden)\b.*\bge\w+(d|t|en)\b", sentence)
    ]
    assert len(passive) * 20 <= len(found)


def whole(press: Press, letter: BriefGegevens) -> str:
    return " ".join(texts(press.make(letter).pdf)).replace("\u00a0", " ")


def test_the_receipt_says_since_when_and_how_and_what_now(press: Press) -> None:
    text = whole(press, letter_l01())
    for needed in (
        "Op 27 november 2026 heeft u zich bij ons gemeld, aan de balie.",
        "M-3-0147-K",
        "Dan kan die ingaan op 27 november 2026 en niet eerder.",
        "U kunt aanvragen vanaf 25 december 2026.",
        "Zoek werk en neem werk aan",
        "Vertel het ons meteen.",
        "artikelen 9, 17, 41 en 44 van de Participatiewet",
    ):
        assert needed in text


def test_from_27_on_nobody_is_told_to_wait(press: Press) -> None:
    text = whole(press, letter_l01(voorwaarden=frozenset({"vanaf_27"}), rijen={}))
    assert "U kunt nu meteen aanvragen." in text
    assert "vier weken" not in text


def test_an_exception_lets_the_young_apply_at_once(press: Press) -> None:
    text = whole(press, letter_l01(voorwaarden=frozenset({"onder_27", "uitzondering_zoektermijn"}), rijen={}))
    assert "U kunt daarom nu meteen aanvragen." in text
    assert "25 december 2026" not in text


def test_an_unknown_age_gets_both_roads(press: Press) -> None:
    letter = letter_l01(voorwaarden=frozenset({"leeftijd_onbekend"}))
    text = whole(press, replace(letter, rijen={"ontbrekende_gegevens": ({"wat": "uw geboortedatum"},)}))
    assert "Bent u 27 jaar of ouder?" in text
    assert "uw geboortedatum" in text.split("Wat willen wij nog van u weten?")[1]


def test_the_receipt_shows_every_date_with_its_reason(press: Press) -> None:
    text = whole(press, letter_l01())
    for row in letter_l01().rijen["termijnen"]:
        for words in ("waarom", "wat"):
            assert "".join(row[words].split()) in "".join(text.split()) or row[words].split()[0] in text
    assert "Wat Wanneer Waarom" in text


def test_the_invitation_says_when_where_with_what_and_how_to_move_it(press: Press) -> None:
    text = whole(press, letter_l02())
    for needed in (
        "dinsdag 1 december 2026",
        "10.30 uur",
        "Raadhuis, kamer 3",
        "ongeveer 45 minuten",
        "Er is een tolk Tigrinya bij. Dat kost u niets.",
        "Uw geldige identiteitsbewijs",
        "het huurcontract",
        "Kunt u niet op deze dag?",
        "(0297) 38 75 75",
    ):
        assert needed in text


def test_consequences_are_told_only_when_true(press: Press) -> None:
    warning = "Dan kan het langer duren voordat u geld krijgt."
    assert warning not in whole(press, letter_l02())
    assert warning in whole(press, letter_l02(voorwaarden=frozenset({"gevolg_bij_wegblijven"})))


def test_a_talk_by_phone_names_the_number_and_no_place(press: Press) -> None:
    letter = letter_l02()
    fields = {**letter.velden, "afspraak.telefoon": "06 12 34 56 78"}
    text = whole(press, replace(letter, velden=fields, voorwaarden=frozenset({"afspraak_telefonisch"})))
    assert "Wij bellen u op 06 12 34 56 78." in text
    assert "kamer 3" not in text


def test_who_showed_an_identity_document_need_not_bring_it(press: Press) -> None:
    text = whole(press, letter_l02(voorwaarden=frozenset({"al_gelegitimeerd"}), rijen={}))
    assert "Wij hebben uw identiteitsbewijs al gezien." in text
    assert "Uw geldige identiteitsbewijs" not in text


def test_the_agreement_holds_what_a_training_agreement_must(press: Press) -> None:
    text = whole(press, agreement_opl())
    for needed in (
        "Fictief College",
        "KVK 00000000",
        "artikel 7 en artikel 8a van de Participatiewet",
        "re-integratieverordening van de gemeente Amstelveen",
        "mbo niveau 4",
        "31 januari 2030",
        "Alle vakken van jaar 2 gehaald",
        "€ 7.200,00",
        "binnen vijf werkdagen",
        "De gemeente blijft betalen zolang u de stappen uit deel 4 haalt.",
        "Wat als het plan verandert?",
        "Wanneer stopt de overeenkomst?",
        "De gemeente kan alleen geld terugvragen als u door uw eigen schuld stopt.",
        "De gemeente kijkt of terugbetalen voor u te zwaar is.",
        "Tegen dat besluit kunt u bezwaar maken.",
        "Heeft u een klacht?",
        "Wat gebeurt er met uw gegevens?",
        "De opleiding begint pas als iedereen heeft getekend.",
        "De werkgever mag dat geld niet van u terugvragen.",
    ):
        assert needed in text, needed


def test_without_an_employer_the_agreement_names_none(press: Press) -> None:
    text = whole(press, agreement_opl(voorwaarden=frozenset()))
    assert "erkgever" not in text
    assert text.count("Handtekening") == 3


def test_parts_that_are_referred_to_have_those_numbers(press: Press) -> None:
    text = whole(press, agreement_opl())
    numbers = [
        int(number)
        for number in re.findall(r"\b(\d+)\. W(?:ie|aarom|at|anneer)|\b(\d+)\. (?:Moet|Heeft)", text)
        for number in number
        if number
    ]
    assert numbers == list(range(1, 16))
    assert "4. Wat haalt u wanneer?" in text


@pytest.mark.parametrize("soort", LETTERS)
def test_no_bsn_and_no_objection_clause_stand_in_what_is_no_decision(press: Press, soort: str) -> None:
    text = whole(press, MAKERS[soort]())
    assert re.findall(r"\b\d{9}\b", text) == []
    assert "zes weken" not in text


@pytest.mark.parametrize("conditions", [{"datum_volgt"}, {"datum_volgt", "onder_27"}])
def test_a_day_that_nobody_can_compute_yet_is_not_promised(press: Press, conditions: set[str]) -> None:
    letter = letter_l01(voorwaarden=frozenset(conditions), rijen={})
    fields = {name: text for name, text in letter.velden.items() if name != "zoektermijn.eerste_dag"}
    text = whole(press, replace(letter, velden=fields))
    assert "Wij weten nog niet vanaf welke dag u kunt aanvragen." in text
    assert "Die dag krijgt u van ons in een brief." in text
    assert "De dag van uw melding staat wel vast." in text
    assert ("U bent jonger dan 27 jaar." in text) is ("onder_27" in conditions)
    assert "vier weken" not in text
    assert "25 december" not in text


def test_who_has_applied_reads_when_and_not_how(press: Press) -> None:
    letter = letter_l01(voorwaarden=frozenset({"vanaf_27"}), rijen={})
    text = whole(press, replace(letter, velden={**letter.velden, "melding.aanvraagdatum": "1 december 2026"}))
    assert "U heeft uw aanvraag gedaan op 1 december 2026." in text
    assert "U kunt nu meteen aanvragen." not in text
    assert "Uw melding is nog geen aanvraag." not in text


def test_the_explanation_says_which_date_why_by_which_rule_and_how_sure(press: Press) -> None:
    text = whole(press, MAKERS["UIT"]())
    for needed in (
        "Voor Mevrouw A. Voorbeeld",
        "Uiterlijk op maandag 28 december 2026",
        "Wij streven naar donderdag 24 december 2026",
        "1. 8 weken na 30 oktober 2026",
        "2. Dat is een vrije dag.",
        "Awb 4:13 lid 2",
        "nog niet bevestigd",
        "Een jurist kijkt daar nog naar.",
        "versie 2026-11-21 0f3a9c21d4e5",
        "Dit blad is geen besluit.",
    ):
        assert " ".join(needed.split()) in " ".join(text.split()), needed


def test_all_that_can_be_agreed_on_stands_in_the_agreement(press: Press) -> None:
    letter = agreement_opl()
    more = {
        name: text
        for name, text in FIELDS.items()
        if name.startswith(("plaatsing.", "begeleider."))
        or name in ("opleiding.dagen", "klant.vertegenwoordiger")
    }
    rows = {
        "betalingen": ({"wat": "Lesgeld", "wie": "de werkgever", "aan": "de opleider", "wanneer": "vooraf"},)
    }
    conditions = frozenset({"met_werkgever", "uitkering_loopt", "doorbetalen_bij_werk"})
    full = replace(
        letter, velden={**letter.velden, **more}, rijen={**letter.rijen, **rows}, voorwaarden=conditions
    )
    text = " ".join(whole(press, full).split())
    for needed in (
        *more.values(),
        "Lesgeld de werkgever de opleider vooraf",
        "De andere kosten betaalt de gemeente.",
        "U houdt uw uitkering tijdens de opleiding",
        "Dan blijft de gemeente betalen, zodat u de opleiding kunt afmaken.",
        "artikel 7:658 lid 4 van het Burgerlijk Wetboek",
        "Dan is de werkgever daarvoor verantwoordelijk.",
        "Wilt u op vakantie?",
        "een maand van tevoren",
        "Dan kijkt de gemeente opnieuw en neemt zij een nieuw besluit.",
    ):
        assert " ".join(needed.split()) in text, needed
    assert text.count("Handtekening") == 5  # with the representative

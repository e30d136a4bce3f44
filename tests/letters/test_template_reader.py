"""The language of templates: what it makes, and every fault with file, line and suggestion."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.letters.examples import letter_l01
from werkdesk.errors import Refused
from werkdesk.letters.document import Grid, Listing, PageBreak, Part, Passage, Role, SignatureBoxes
from werkdesk.letters.press import Press
from werkdesk.letters.template.facts import Facts
from werkdesk.letters.template.filling import fill
from werkdesk.letters.template.problems import TemplateProblem
from werkdesk.letters.template.reader import read_template
from werkdesk.letters.template.vocabulary import CONDITIONS, FIELDS, OWN_FIELDS, ROW_KINDS

FRONT = "code: L99\ntitel: Proef\nversie: 1\ntaal: nl-NL\nvorm: brief\n---\n"
BODY_STARTS = FRONT.count("\n")  # a fault in the first line of a body stands on the line after this


def problems(body: str, blocks: Mapping[str, str] | None = None) -> list[TemplateProblem]:
    return read_template("L99.txt", FRONT + body, blocks or {})[1]


def parts(
    body: str,
    *,
    velden: Mapping[str, str] | None = None,
    rijen: Mapping[str, tuple[Mapping[str, str], ...]] | None = None,
    voorwaarden: frozenset[str] = frozenset(),
    blocks: Mapping[str, str] | None = None,
) -> tuple[Part, ...]:
    template, found = read_template("L99.txt", FRONT + body, blocks or {})
    assert found == []
    return fill(template.body, Facts(velden or {}, rijen or {}, voorwaarden, {}))


def said(part: Part) -> str:
    assert isinstance(part, Passage)
    return "".join(run.text for run in part.runs)


@pytest.mark.parametrize(
    ("body", "code", "line", "found", "meant"),
    [
        ("Beste {{klant.namm}}", "sjabloon.veld_onbekend", 1, "klant.namm", "klant.naam"),
        ("Beste\n\n{{ }}", "sjabloon.veld_onbekend", 3, "", ""),
        ("Op {{melding.datum", "sjabloon.veld_open", 1, "Op {{melding.datum", ""),
        ("Op melding.datum}}", "sjabloon.veld_open", 1, "Op melding.datum}}", ""),
        ("Dit is **vet", "sjabloon.vet_open", 1, "Dit is **vet", ""),
        ("[als onder_72]\nx\n[einde]", "sjabloon.voorwaarde_onbekend", 1, "onder_72", "onder_27"),
        ("[als niet tolq]\nx\n[einde]", "sjabloon.voorwaarde_onbekend", 1, "tolq", "tolk"),
        ("\n[als tolk]\nx", "sjabloon.einde_ontbreekt", 2, "tolk", "[einde]"),
        ("x\n[einde]", "sjabloon.einde_teveel", 2, "[einde]", ""),
        ("[anders]", "sjabloon.anders_teveel", 1, "[anders]", ""),
        ("[als tolk]\n[anders]\n[anders]\n[einde]", "sjabloon.anders_teveel", 3, "[anders]", ""),
        ("[voor elke termin]\nx\n[einde]", "sjabloon.lijst_onbekend", 1, "termin", "termijn"),
        ("{{termijn.wat}}", "sjabloon.veld_onbekend", 1, "termijn.wat", ""),
        ("[bouwsteen vragen]", "sjabloon.bouwsteen_onbekend", 1, "vragen", ""),
        ("[afsluitng]", "sjabloon.opdracht_onbekend", 1, "afsluitng", "afsluiting"),
        ("## Eerst dit", "sjabloon.tussenkop_zonder_kop", 1, "Eerst dit", "# Eerst dit"),
        ("| a | b |\n| c |", "sjabloon.tabel_kolommen", 2, "1", "2"),
        ("| a | b |\n\nx", "sjabloon.tabel_zonder_rijen", 2, "", ""),
        ("[ondertekening]\n| alleen |\n[einde]", "sjabloon.tabel_kolommen", 2, "1", "2"),
        ("Vink aan: ☐", "sjabloon.teken_ontbreekt", 1, "U+2610", ""),
    ],
)
def test_a_fault_is_told_with_its_line_and_a_suggestion(
    body: str, code: str, line: int, found: str, meant: str
) -> None:
    first = problems(body)[0]
    assert (first.code, first.name, first.line) == (code, "L99.txt", BODY_STARTS + line)
    assert first.found == found
    if meant:
        assert first.meant == meant


@pytest.mark.parametrize(
    ("text", "code", "line", "found", "meant"),
    [
        ("titel: x\n", "sjabloon.kop_ontbreekt", 1, "", "---"),
        (FRONT.replace("titel", "tittel"), "sjabloon.sleutel_onbekend", 2, "tittel", "titel"),
        (FRONT.replace("versie: 1\n", ""), "sjabloon.sleutel_ontbreekt", 5, "", "versie"),
        (FRONT.replace("vorm: brief", "vorm: brif"), "sjabloon.vorm_onbekend", 1, "brif", "brief"),
    ],
)
def test_a_fault_above_the_line_is_told_too(text: str, code: str, line: int, found: str, meant: str) -> None:
    first = read_template("L99.txt", text, {})[1][0]
    assert (first.code, first.line, first.found, first.meant) == (code, line, found, meant)


def test_all_faults_are_told_at_once() -> None:
    codes = [problem.code for problem in problems("{{x}}\n\n**y\n\n[z]")]
    assert codes == ["sjabloon.veld_onbekend", "sjabloon.vet_open", "sjabloon.opdracht_onbekend"]


def test_a_fault_in_a_building_block_names_the_block() -> None:
    found = problems("[bouwsteen slot]", {"slot": "goed\n\n{{klant.namm}}"})[0]
    assert (found.name, found.line, found.meant) == ("bouwstenen/slot", 3, "klant.naam")


def test_a_building_block_cannot_hold_another() -> None:
    codes = [problem.code for problem in problems("[bouwsteen a]", {"a": "[bouwsteen a]"})]
    assert codes == ["sjabloon.bouwsteen_onbekend"]


def test_a_fault_stops_that_letter_and_no_other(resources: Mapping[str, bytes]) -> None:
    press = Press({**resources, "brieven/L02.txt": (FRONT + "{{klant.namm}}").encode()})
    assert press.kinds == ("L01", "OPL", "PROEF", "UIT")
    assert [problem.name for problem in press.problems] == ["L02.txt"]
    press.make(letter_l01())
    with pytest.raises(Refused) as caught:
        press.make(letter_l01(soort="L02"))
    assert caught.value.code == "sjabloon.veld_onbekend"
    assert caught.value.details == {
        "bestand": "L02.txt",
        "regel": BODY_STARTS + 1,
        "gevonden": "klant.namm",
        "bedoeld": "klant.naam",
    }


def test_lines_without_white_between_are_one_paragraph() -> None:
    made = parts("een\ntwee\n\ndrie\n// een opmerking\nvier")
    assert [said(part) for part in made] == ["een twee", "drie vier"]


def test_headings_lists_and_small_print_get_their_role() -> None:
    made = parts("# Kop?\n## Tussenkop?\n- een\n- twee\n\n1. eerst\n2. dan\n\n~ klein")
    assert [part.role for part in made if isinstance(part, Passage)] == [
        Role.HEADING,
        Role.SUBHEADING,
        Role.SMALL,
    ]
    lists = [part for part in made if isinstance(part, Listing)]
    assert [(part.numbered, len(part.items)) for part in lists] == [(False, 2), (True, 2)]


def test_a_condition_chooses() -> None:
    body = "[als tolk]\nja\n[anders]\nnee\n[einde]\n[als niet tolk]\nzonder\n[einde]"
    assert [said(part) for part in parts(body, voorwaarden=frozenset({"tolk"}))] == ["ja"]
    assert [said(part) for part in parts(body)] == ["nee", "zonder"]


def test_a_filled_field_or_list_is_a_condition_too() -> None:
    body = "[als tolk.taal]\n{{tolk.taal}}\n[einde]\n[als stukken]\nstukken\n[einde]"
    assert parts(body) == ()
    made = parts(body, velden={"tolk.taal": "Dari"}, rijen={"stukken": ({"wat": "pas"},)})
    assert [said(part) for part in made] == ["Dari", "stukken"]


def test_a_field_in_a_branch_not_taken_may_be_absent() -> None:
    assert parts("[als tolk]\n{{tolk.taal}}\n[einde]") == ()


def test_a_table_grows_with_its_rows_and_goes_when_there_are_none() -> None:
    row = "| {{kostenjaar.jaar}} | {{kostenjaar.totaal}} |"
    body = f"| Wat | Hoeveel > |\n[voor elke kostenjaar]\n{row}\n[einde]"
    assert parts(body) == ()
    (grid,) = parts(body, rijen={"kosten": ({"jaar": "1", "totaal": "5"}, {"jaar": "2", "totaal": "6"})})
    assert isinstance(grid, Grid)
    assert [[cell[0].text for cell in row] for row in grid.rows] == [["1", "5"], ["2", "6"]]
    assert grid.right == (False, True)
    assert [cell[0].text for cell in grid.header] == ["Wat", "Hoeveel"]


def test_an_empty_cell_stays_a_cell() -> None:
    (grid,) = parts("| a | b |\n| c | |")
    assert isinstance(grid, Grid)
    assert [len(row) for row in grid.rows] == [2]


def test_white_between_tables_makes_them_two() -> None:
    made = parts("| a |\n| b |\n\n| c |\n| d |")
    assert [len(part.rows) for part in made if isinstance(part, Grid)] == [1, 1]


def test_rows_may_depend_on_a_condition() -> None:
    body = "| a |\n[als tolk]\n| b |\n[einde]\n| c |"
    (grid,) = parts(body)
    assert isinstance(grid, Grid)
    assert len(grid.rows) == 1
    (longer,) = parts(body, voorwaarden=frozenset({"tolk"}))
    assert isinstance(longer, Grid)
    assert len(longer.rows) == 2


def test_signature_boxes_take_role_and_name() -> None:
    body = "[ondertekening]\n| U | {{klant.naam}} |\n[als tolk]\n| Tolk | Jan |\n[einde]\n[einde]"
    (boxes,) = parts(body, velden={"klant.naam": "A. Voorbeeld"})
    assert isinstance(boxes, SignatureBoxes)
    assert [(role[0].text, name[0].text) for role, name in boxes.parties] == [("U", "A. Voorbeeld")]


def test_a_new_page_is_a_part() -> None:
    assert isinstance(parts("een\n[nieuwe bladzijde]\ntwee")[1], PageBreak)


def test_bold_surrounds_fields_and_words() -> None:
    (passage,) = parts("a **b {{klant.naam}}** c", velden={"klant.naam": "**X**"})
    assert isinstance(passage, Passage)
    assert [(run.text, run.bold) for run in passage.runs] == [
        ("a ", False),
        ("b ", True),
        ("**X**", True),
        (" c", False),
    ]


def test_dates_amounts_and_postcodes_stay_on_one_line() -> None:
    (passage,) = parts("{{klant.adres}}", velden={"klant.adres": "op 1 mei 2026, € 5,00, 1181 AA Amstelveen"})
    assert said(passage) == "op 1\u00a0mei\u00a02026, €\u00a05,00, 1181\u00a0AA Amstelveen"


def test_every_name_in_the_vocabulary_has_an_example_that_can_be_printed(press: Press) -> None:
    examples = {**FIELDS, **OWN_FIELDS, **CONDITIONS}
    examples.update(
        {f"{word}.{name}": text for word, kind in ROW_KINDS.items() for name, text in kind.columns.items()}
    )
    for name, example in examples.items():
        assert example.strip(), name
    body = "\n\n".join(f"{{{{{name}}}}}" for name in FIELDS)
    assert len(parts(body, velden=FIELDS)) == len(FIELDS)

"""The letter press: letter data in, PDF out, the same bytes every time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from threading import Lock

from werkdesk.domain.brief import BriefGegevens, GemaakteBrief, Ondertekenaar
from werkdesk.errors import Refused
from werkdesk.letters.characters import clean
from werkdesk.letters.dates import in_words
from werkdesk.letters.house_style import HouseStyle, read_house_style
from werkdesk.letters.layout.typesetting import Letter, typeset
from werkdesk.letters.tagging.about import About
from werkdesk.letters.template.blocks import Form, Template
from werkdesk.letters.template.facts import Facts
from werkdesk.letters.template.filling import fill
from werkdesk.letters.template.problems import TemplateProblem
from werkdesk.letters.template.reader import read_template

_GREETING = frozenset({Form.LETTER, Form.SHEET})
# ReportLab's font parser keeps a reading position: one letter at a time per process.
_ONE_AT_A_TIME = Lock()


class Press:
    """Holds the templates and house styles of one set of resources, read and checked once.

    ``resources``: contents by relative path, as ``load_resources`` gives them. A faulty template or house
    style does not stop the others: it is refused when a letter asks for it, and ``problems`` lists
    everything. Making the first press of a process parses the fonts (about 0.1 s): keep it off the UI thread.
    """

    def __init__(self, resources: Mapping[str, bytes]) -> None:
        self._templates: dict[str, Template] = {}
        self._houses: dict[str, HouseStyle] = {}
        self._house_digests: dict[str, str] = {}
        self._house_refusals: dict[str, Refused] = {}
        self._problems: list[TemplateProblem] = []
        self._refusals: dict[str, Refused] = {}
        self._read_templates(resources)
        self._read_houses(resources)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The codes of the letters that can be made."""
        return tuple(sorted(set(self._templates) - set(self._refusals)))

    @property
    def problems(self) -> tuple[TemplateProblem, ...]:
        """Everything that is wrong with the templates, for whoever edits them."""
        return tuple(self._problems)

    def house(self, gemeente: str) -> HouseStyle:
        """The house style of a gemeente.

        Raises ``Refused('brief.huisstijl_onbekend')`` or why it is faulty.
        """
        if gemeente in self._house_refusals:
            raise self._house_refusals[gemeente]
        if gemeente not in self._houses:
            raise Refused("brief.huisstijl_onbekend", field="gemeente")
        return self._houses[gemeente]

    def make(self, gegevens: BriefGegevens, *, compress: bool = True) -> GemaakteBrief:
        """Make a letter; takes 5 to 20 ms. ``compress=False`` leaves the pages readable, for tests.

        Raises ``Refused`` with a field: ``brief.soort_onbekend``, ``brief.huisstijl_onbekend``,
        ``brief.veld_onbekend``, ``brief.veld_ontbreekt``, ``brief.veld_te_lang``, ``brief.te_veel_rijen``,
        ``brief.teken_ontbreekt`` (detail ``teken``: the code point), ``brief.adres_onvolledig``,
        ``brief.adres_past_niet``, or the first fault of the template (``sjabloon.*``).
        """
        template = self._template(gegevens.soort)
        house = self.house(gegevens.gemeente)
        version = (
            f"{template.code} {template.version} {template.digest[:4]}{self._house_digests[house.code][:4]}"
        )
        letter = _letter(gegevens, template, house, version)
        with _ONE_AT_A_TIME:
            pdf, pages = typeset(letter, compress=compress)
        return GemaakteBrief(
            pdf=pdf,
            sha256=hashlib.sha256(pdf).hexdigest(),
            bladzijden=pages,
            sjabloon=version,
            onderwerp=letter.subject,
        )

    def _template(self, soort: str) -> Template:
        if soort in self._refusals:
            raise self._refusals[soort]
        if soort not in self._templates:
            raise Refused("brief.soort_onbekend", field="soort")
        return self._templates[soort]

    def _read_templates(self, resources: Mapping[str, bytes]) -> None:
        blocks = {path.stem: text for path, text in _texts(resources, "brieven/bouwstenen")}
        for path, text in _texts(resources, "brieven"):
            template, problems = read_template(path.name, text, blocks)
            self._templates[path.stem] = template
            self._problems += problems
            if problems:
                self._refusals[path.stem] = problems[0].as_refusal()

    def _read_houses(self, resources: Mapping[str, bytes]) -> None:
        for path, text in _texts(resources, "huisstijl"):
            try:
                self._houses[path.stem] = read_house_style(text)
            except Refused as refusal:
                self._house_refusals[path.stem] = refusal
            self._house_digests[path.stem] = hashlib.sha256(text.encode()).hexdigest()


def _texts(resources: Mapping[str, bytes], folder: str) -> list[tuple[PurePosixPath, str]]:
    paths = sorted(PurePosixPath(name) for name in resources)
    return [
        (path, resources[str(path)].decode("utf-8", errors="replace"))
        for path in paths
        if str(path.parent) == folder
    ]


def _letter(gegevens: BriefGegevens, template: Template, house: HouseStyle, version: str) -> Letter:
    kenmerk = _required(gegevens.kenmerk, "kenmerk")
    signer = _signer(gegevens.ondertekenaar)
    own = {
        "brief.datum": in_words(gegevens.datum),
        "brief.kenmerk": kenmerk,
        "ondertekenaar.naam": signer.naam,
        "ondertekenaar.functie": signer.functie,
        **house.own_fields(),
    }
    return Letter(
        about=About(
            title=f"{template.title} ({kenmerk})",
            author=f"Gemeente {house.name}",
            subject=template.title,
            keywords=f"{kenmerk}, {template.code}",
            language=template.language,
            made=gegevens.datum,
        ),
        house=house,
        subject=template.title,
        references=(("Datum", in_words(gegevens.datum)), ("Ons kenmerk", kenmerk)),
        foot=f"{kenmerk}  ·  {version}",
        form=template.form,
        by_hand=gegevens.uitreiken,
        address=tuple(line for line in (clean(text, "adresregels") for text in gegevens.adresregels) if line),
        salutation=_required(gegevens.aanhef, "aanhef") if template.form in _GREETING else "",
        parts=fill(template.body, Facts(gegevens.velden, gegevens.rijen, gegevens.voorwaarden, own)),
        signer=signer,
    )


def _signer(signer: Ondertekenaar) -> Ondertekenaar:
    return Ondertekenaar(
        naam=_required(signer.naam, "ondertekenaar.naam"),
        functie=_required(signer.functie, "ondertekenaar.functie"),
        namens=clean(signer.namens, "ondertekenaar.namens") if signer.namens else None,
    )


def _required(text: str, field: str) -> str:
    cleaned = clean(text, field)
    if not cleaned:
        raise Refused("brief.veld_ontbreekt", field=field)
    return cleaned

"""The year before or after the one named is written out; what grew most is told without a row that is left out."""

from decimal import Decimal

import pytest

from server.answering.answer import Language
from server.answering.words.history import with_year_beside
from tests.server.answering.figures.written import ask, source_of, values

_GRANTS = """# Kirjastojen lukuohjelma: avustukset alueittain (€)

| Alue | 2030 | 2031 | Yhteensä |
|---|---|---|---|
| Kainuu | 30 | 90 | 120 |
| Lappi | 60 | 50 | 110 |
| Satakunta | 10 | 25 | 35 |
| Yhteensä | 100 | 165 | 265 |
"""


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("Kuka sai 2031 vähemmän kuin edellisenä vuonna?", "fi", "Kuka sai 2031 vähemmän kuin vuonna 2030?"),
        ("Who got less in 2031 than the year before?", "en", "Who got less in 2031 than 2030?"),
        ("Vem fick mer 2030 än året efter?", "sv", "Vem fick mer 2030 än år 2031?"),
        ("Mitä tehtiin edellisenä vuonna?", "fi", "Mitä tehtiin edellisenä vuonna?"),
        ("Mitä 2030 ja 2031 eroavat edellisestä vuodesta?", "fi", "Mitä 2030 ja 2031 eroavat edellisestä vuodesta?"),
    ],
)
def test_the_year_beside_is_written_out(text: str, language: Language, written: str) -> None:
    assert with_year_beside(text, language) == written


def test_which_row_got_less_than_the_year_before() -> None:
    found = ask("Mikä alue sai 2031 vähemmän kuin edellisenä vuonna?", source_of(luku=_GRANTS))
    assert found is not None
    assert "Lappi" in found.answer
    assert "Kainuu" not in found.answer


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Minkä alueen avustus kasvoi eniten 2030–2031, jos Kainuuta ei lasketa mukaan?", "fi"),
        ("Which region's grant grew the most between 2030 and 2031 if Kainuu as a whole is left out?", "en"),
    ],
)
def test_what_grew_most_without_one_row(question: str, language: Language) -> None:
    found = ask(question, source_of(luku=_GRANTS), language)
    assert found is not None
    assert "Satakunta" in found.answer


def test_a_programme_named_as_a_row_elsewhere_is_no_addend() -> None:
    other = "# Ohjelmat\n\n| Ohjelma | Avustus (€) |\n|---|---|\n| Kirjastojen lukuohjelma | 700 |\n| Muu | 5 |\n"
    documents = source_of(luku=_GRANTS, ohjelmat=other)
    assert values("Paljonko Lappi sai Kirjastojen lukuohjelmasta yhteensä?", documents) == [Decimal(110)]

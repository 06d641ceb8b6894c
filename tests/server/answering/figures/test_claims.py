"""What is claimed is asked openly and set against what that tells: never a yes for another figure, nor a bare no."""

from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from server.answering.answer import Language, Question
from server.answering.answering import answer
from server.answering.figures.claims import Claim, claim_of, claimed
from server.answering.words.mentions import capitalised
from tests.index.test_build import ingest_texts, opened

YEARS = """<html lang=fi><title>Kyläavustukset</title><table><caption>Myönnetyt avustukset (€)</caption>
<tr><th>Alue<th>2030<th>2031<th>Yhteensä<tr><td>Kainuu<td>20 000<td>3 131 000<td>3 151 000
<tr><td>Lappi<td>30 000<td>44 000<td>74 000<tr><td>Yhteensä<td>50 000<td>3 175 000<td>3 225 000</table></html>"""


@pytest.mark.parametrize(
    ("message", "statement"),
    [
        ("Onko totta, että Kainuu sai rahaa?", "Kainuu sai rahaa?"),
        ("Väite: Kainuu sai eniten. Pitääkö paikkansa?", "Kainuu sai eniten?"),
        ("Kainuu sai 5 miljoonaa, eikö niin?", "Kainuu sai 5 miljoonaa?"),
        ("Stämmer det att Kajanaland fick pengar?", "Kajanaland fick pengar?"),
        ("Is it true that Kainuu received a grant?", "Kainuu received a grant?"),
        ("Kainuu received a grant. Is that right?", "Kainuu received a grant?"),
        ("Jag tror att Kajanaland fick pengar, stämmer det?", "Kajanaland fick pengar?"),
        ("Minulle sanottiin, että Kainuu sai rahaa. Pitääkö tämä paikkansa?", "Kainuu sai rahaa?"),
        ("Saiko Kainuu rahaa?", None),
        ("Is the total for 2031 right?", None),
        ("Was Kainuu the first, right?", "Was Kainuu the first?"),
        ("Kainuu received a grant right?", "Kainuu received a grant?"),
        ("Pitääkö paikkansa?", None),
    ],
)
def test_what_a_message_asks_to_be_checked(message: str, statement: str | None) -> None:
    assert claimed(message) == statement


@pytest.mark.parametrize(
    ("text", "language", "question", "slack"),
    [
        ("Saiko Kainuu 5 miljoonaa euroa vuonna 2031?", "fi", "Paljonko sai Kainuu vuonna 2031?", 250_000),
        ("Saiko Kainuu noin 5,1 miljoonaa euroa?", "fi", "Paljonko sai Kainuu?", 50_000),
        ("Did Kainuu get €5,001,000?", "en", "How much did Kainuu get?", 500),
        ("Fick Kajanaland över 2 miljoner euro?", "sv", "Hur mycket fick Kajanaland?", 0),
    ],
)
def test_an_amount_is_asked_openly(text: str, language: Language, question: str, slack: int) -> None:
    claim = claim_of(text, language, capitalised, stated=False)
    assert claim is not None
    assert (claim.question, claim.slack) == (question, Decimal(slack))


@pytest.mark.parametrize(
    "text",
    ["Paljonko Kainuu sai yli 2 miljoonaa?", "Yksikkö sai yli 2 miljoonaa", "Onko Kainuu alue?", "Kainuu sai 5 M€"],
)
def test_other_questions_claim_nothing(text: str) -> None:
    assert claim_of(text, "fi", capitalised, stated=False) is None


def test_who_is_said_to_be_first_is_asked_of_all() -> None:
    named = claim_of("Saiko Kainuu eniten vuonna 2031?", "fi", capitalised, stated=False)
    assert named == Claim("Kuka sai eniten vuonna 2031?", name="Kainuu")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Saiko Lappi 44 000 euroa vuonna 2031?", "Kyllä. Lappi sai 44 000 €"),
        ("Saiko Lappi 45 000 euroa vuonna 2031?", "Asiakirjoissa ei ole tätä lukua, vaan: Lappi sai 44 000 €"),
        ("Saiko Kainuu 3,1 miljoonaa euroa vuonna 2031?", "Kyllä, pyöristettynä. Kainuu sai 3 131 000 €"),
        (
            "Saiko Kainuu 3,4 miljoonaa euroa vuonna 2031?",
            "Asiakirjoissa ei ole tätä lukua, vaan: Kainuu sai 3 131 000 €",
        ),
        ("Saiko Kainuu yli 4 miljoonaa euroa vuonna 2031?", "Ei. Kainuu sai 3 131 000 €"),
        ("Did Lapland get the most in 2031?", "No. Most: Kainuu €3,131,000"),
        ("Pitääkö paikkansa, että Kainuu sai eniten vuonna 2031?", "Kyllä. Eniten: Kainuu 3 131 000 €"),
    ],
)
def test_a_claim_is_judged_by_the_figures(question: str, told: str, tmp_path: Path) -> None:
    with closing(opened(ingest_texts(tmp_path, {"a.html": YEARS}))) as generation:
        found = answer(Question(question), generation)
    assert (found.status, found.answered_by) == ("answered", "figures")
    assert found.answer.startswith(told)
    assert found.citations


def test_a_claim_of_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with closing(opened(ingest_texts(tmp_path, {"a.html": YEARS}))) as generation:
        found = answer(Question("Saiko Lappi 44 000 euroa vuonna 2035?"), generation)
    assert found.status == "not_found"

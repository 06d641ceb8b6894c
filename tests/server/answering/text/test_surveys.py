"""How many answered a survey is told of the survey that is asked about, of no other."""

import pytest

from tests.server.answering.text.test_near_misses import said

_SURVEYS = """Selvitysten tilanne

Kainuun satamien henkilöstön työhyvinvointikysely (n=105, vastausprosentti 23).

Kysely vammaispalveluista vammaisille ja heidän läheisilleen (n=69).

Raportti omaishoitajien vapaista valmistuu keväällä.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many people responded to the survey on disability services in Kainuu?", "n=69"),
        ("Kuinka moni vastasi vammaispalveluja koskevaan kyselyyn Kainuussa?", "n=69"),
        ("Montako vastaajaa oli satamien kyselyssä?", "n=105"),
        ("Hur många svarade på enkäten om närståendevårdare?", "not_found"),
        ("How many people answered the survey on school lunches?", "not_found"),
    ],
)
def test_answers_are_counted_of_the_survey_asked_about(question: str, told: str) -> None:
    assert told in said(question, _SURVEYS)


def test_a_share_beside_one_word_of_the_question_is_of_something_else() -> None:
    text = "Maksatushakemuksia on vielä käsittelemättä vajaa puolet sekä vuoden 2023 kustannukset."
    question = "What share of the coordination projects' grants was still unpaid in mid-May 2023?"
    assert said(question, text) == "not_found"


def test_a_caption_tells_nothing_but_what_its_table_shows() -> None:
    text = "Taulukko 2. Palveluun jonottavat asiakkaat ja keskimääräinen odotusaika\n\nRaportti kuvaa jonoja."
    assert said("Kuinka moni asiakas odotti palveluun pääsyä?", text) == "not_found"
    assert "jonottavat" in said("Mitä taulukko 2 kertoo?", text)

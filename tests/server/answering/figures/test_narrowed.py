"""What narrows a row's name, what counts beside what is owed, and numbers of another kind than the one asked for."""

from functools import partial

import pytest

from server.answering.answer import Answer, Citation, Language, Question
from server.answering.figures.told_numbers import fitting
from server.answering.figures.understanding import understand
from tests.server.answering.figures.written import source_of, values

_FIELDS = """# Beviljat stöd

| Åtgärd | Beviljat (€) |
|---|---|
| Ungt jordbruk | 990 |
| Skolmat | 215 |
| Bredband | 3 820 |
"""
_LIBRARY = """# Kirjasto

| Mittari | 2023 | 2024 |
|---|---|---|
| Lainat / asukas | 16 | 17 |
| Lainakanta / asukas (€) | 4 700 | 4 844 |
"""
_SCHOOL = """# Yhteishaku

| Koulutusala | Aloituspaikat | Hakijat |
|---|---|---|
| Rakennusala | 40 | 33 |
| Ravintola-ala | 36 | 22 |
| Maatalousala | 24 | 18 |

# Rahoitus

| Rahoituslähde | 2022 (€) | 2023 (€) |
|---|---|---|
| Hankerahoitus | 845 | 1 020 |
| Muut tuotot | 402 | 388 |
| Yhteensä | 1 247 | 1 408 |
"""

documents = partial(source_of, stod=_FIELDS, kirjasto=_LIBRARY, haku=_SCHOOL)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("How much was granted to agriculture?", "en", []),
        ("Hur mycket beviljades jordbruk?", "sv", []),
        ("Hur mycket beviljades skolmat?", "sv", [215]),
        ("Hur mycket beviljades ungt jordbruk?", "sv", [990]),
        ("Paljonko lainaa asukasta kohden oli?", "fi", [4700, 4844]),
        ("Kuinka monta lainaa asukasta kohden oli vuonna 2024?", "fi", [17]),
        ("Montako hakijaa rakennusalalle oli?", "fi", [33]),
        ("Montako toimijaa rakennusalalla oli?", "fi", []),
        ("Paljonko hankerahoitusta opisto sai vuonna 2023?", "fi", []),
        ("Kuinka paljon hankerahoitusta oli vuonna 2023?", "fi", [1020]),
    ],
)
def test_a_part_of_a_name_is_not_the_whole(question: str, language: Language, expected: list[int]) -> None:
    assert values(question, documents(), language) == expected


def _told(quote: str) -> Answer:
    cited = Citation(1, "c/a.md", "a.md", "a", None, "c", 1, 0, len(quote), quote, (), None)
    return Answer(
        language="en",
        status="answered",
        reason=None,
        interpreted_question="",
        answer=f"{quote} [1]",
        citations=(cited,),
    )


@pytest.mark.parametrize(
    ("question", "language", "quote", "fits"),
    [
        ("How much did Tampere receive for sports?", "en", "The projects' own funding was 62 %.", False),
        ("How much did Tampere receive for sports?", "en", "Tampere received EUR 40,000.", True),
        ("Paljonko Tampere sai tukea?", "fi", "Tampere sai 1,2 miljoonaa euroa.", True),
        ("Paljonko Tampere sai tukea?", "fi", "Kyselyyn vastasi 105 henkilöä.", False),
        ("Kuinka paljon ääniä Tampere sai?", "fi", "Tampere sai 105 ääntä.", True),
        ("How many vouchers were approved?", "en", "Vouchers of at most EUR 6,000 were granted in 2021.", False),
        ("How many vouchers were approved?", "en", "In 2021, 37 vouchers of EUR 6,000 were granted.", True),
        ("How many vouchers were approved?", "en", "Three vouchers were granted.", True),
        ("Kuinka monella osaohjelmalla tavoitteisiin vastataan?", "fi", "Vastataan kuudella osaohjelmalla.", True),
    ],
)
def test_numbers_of_another_kind_do_not_answer(question: str, language: Language, quote: str, *, fits: bool) -> None:
    answer = fitting(understand(Question(question), language), _told(quote))
    assert answer.status == ("answered" if fits else "not_found")
    assert len(answer.nearest) == (0 if fits else 1)
    assert bool(answer.citations) == fits

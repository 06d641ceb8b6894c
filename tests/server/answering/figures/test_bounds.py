from decimal import Decimal

import pytest

from server.answering.answer import Language, Question
from server.answering.figures.asked import Limit
from server.answering.figures.bounds import NOTHING, limit_in, place_wanted, rows_wanted
from server.answering.figures.understanding import understand


@pytest.mark.parametrize(
    ("text", "limit", "named"),
    [
        (
            "Mitkä saivat yli 10 miljoonaa euroa?",
            Limit(True, Decimal(10_000_000), False, "EUR"),
            "yli 10 miljoonaa euroa",
        ),
        ("Vilka fick minst 500 000 €?", Limit(True, Decimal(500_000), True, "EUR"), "minst 500 000 €"),
        ("Which had less than 5 per cent?", Limit(False, Decimal(5), False, "%"), "less than 5 per cent"),
        ("Mikä sai eniten?", None, ""),
    ],
)
def test_a_limit_and_its_words(text: str, limit: Limit | None, named: str) -> None:
    found, span = limit_in(text)
    assert found == limit
    assert (text[slice(*span)] if span else "") == named


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("rank the top 3 recipients of the second grant.", 3),
        ("the top five regions", 5),
        ("viisi eniten saanutta aluetta", 5),
        ("mitkä kolme aluetta saivat eniten?", 3),
        ("mikä sai eniten?", None),
    ],
)
def test_how_many_rows_are_wanted(text: str, number: int | None) -> None:
    assert rows_wanted(text) == number


@pytest.mark.parametrize(
    ("text", "place"), [("toiseksi eniten", 2), ("the third largest", 3), ("näst mest", 2), ("mikä sai eniten", None)]
)
def test_which_place_is_wanted(text: str, place: int | None) -> None:
    assert place_wanted(text) == place


@pytest.mark.parametrize(
    ("question", "amount"),
    [("Vad kan pengarna användas till?", False), ("What is the grant for?", False), ("Vad fick Kajanaland?", True)],
)
def test_what_something_is_for_is_no_amount(question: str, amount: bool) -> None:  # noqa: FBT001 - a test's expectation
    assert understand(Question(question), "en" if question.startswith("What") else "sv").amount is amount


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("Mitkä saivat yli miljoonan?", Limit(True, Decimal(1_000_000), False)),
        ("Vilka fick mer än en halv miljon euro?", Limit(True, Decimal(500_000), False, "EUR")),
        ("Which got more than ten thousand?", Limit(True, Decimal(10_000), False)),
        ("Ketkä saivat yli odotusten?", None),
    ],
)
def test_a_limit_without_digits(text: str, limit: Limit | None) -> None:
    assert limit_in(text)[0] == limit


@pytest.mark.parametrize(
    ("question", "limit"),
    [
        ("Mikä alue jäi ilman avustusta?", NOTHING),
        ("Vilken kommun fick inget bidrag?", NOTHING),
        ("Which region got nothing?", NOTHING),
        ("Mikä alue sai avustusta?", None),
    ],
)
def test_who_went_without(question: str, limit: Limit | None) -> None:
    language: Language = "fi" if question.startswith("Mikä") else "sv" if question.startswith("Vilken") else "en"
    assert understand(Question(question), language).limit == limit


def test_how_long_is_no_number_of_rows() -> None:
    assert rows_wanted("mikä alue sai vähiten rahaa kahden vuoden aikana?") is None
    assert rows_wanted("vilket område fick mest under två år?") is None

from decimal import Decimal
from functools import cache

import pytest

from server.answering.answer import Answer, Question
from server.answering.figures.figures_answer import answer_from_figures
from server.answering.figures.understanding import understand
from server.answering.words.language import detect
from tests.data import shared
from tests.server.answering.figures.seed_figures import Source, seed_source


@cache
def source() -> Source:
    return seed_source(shared("seeds"))


def ask(text: str) -> Answer | None:
    return answer_from_figures(understand(Question(text), detect(text)), source())


def answered(text: str) -> Answer:
    answer = ask(text)
    assert answer is not None
    assert answer.status == "answered", answer.reason
    return answer


def values(answer: Answer) -> list[Decimal | None]:
    inputs = {position for figure in answer.figures for position in figure.inputs}
    return [figure.value for position, figure in enumerate(answer.figures) if position not in inputs]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Paljonko Kainuulle myönnettiin vuonna 2021?", [3336135]),
        ("How much did Lapland receive in 2020?", [2679982]),
        ("Hur mycket fick Kajanaland för digitala innovationer?", [1357000]),
        ("Paljonko Kainuu sai IPS-hankkeeseen?", [362000]),
        ("Paljonko koordinaatiohankkeille on maksettu?", [1268355]),
        ("Mikä yhteistyöalue sai eniten?", [5168000]),
        ("Which region received the most for digital innovations?", [7960000]),
        ("Paljonko enemmän Lappi sai kuin Kainuu vuonna 2021?", [2062113]),
        ("Which of Kainuu and Lapland received more in 2020?", [2679982]),
        ("Paljonko Lappi ja Kainuu saivat yhteensä vuonna 2021?", [8734383]),
        ("Kuinka moni hyvinvointialue sai yli 5 miljoonaa euroa vuonna 2021?", [14]),
        ("Hur mycket ökade Kajanalands bidrag från 2020 till 2021?", [1665004, Decimal("99.6")]),
        ("What share of the digital innovations funding went to Kainuu?", [Decimal("2.3")]),
        ("Mones Kainuu oli vuonna 2021?", [17]),
        ("Paljonko Kainuu sai vuosina 2020 ja 2021 yhteensä?", [5007266]),
        ("pohjois karjalan avustus 2021?", [5148659]),
        ("Hur stor andel av helheten 2021 gick till Lappland?", [Decimal("3.8")]),
        ("Laske yhteen Kainuun ja Lapin avustukset vuodelta 2020.", [4351113]),
        ("Did the grants for Satakunta double from 2020 to 2021?", [3107367, Decimal("101.4")]),
        ("Rank the top 3 recipients of the second RRP grant.", [23001000, 20649000, 19083000]),
        ("Mitä Päijät-Hämeelle on myönnetty vuonna 2020?", [2950000]),
        ("Hur mycket fick Österbotten för arbetsförmåga och hur mycket för IPS?", [420000, 344000]),
    ],
)
def test_a_question_has_exactly_its_figures(question: str, expected: list[int | Decimal]) -> None:
    assert values(answered(question)) == expected


def test_an_open_question_has_every_reading_and_both_places_of_one_figure() -> None:
    answer = answered("how much did Kainuu receive?")
    assert set(values(answer)) == {5007266, 1671131, 3336135, 1346190, 6465000}
    assert len(answer.readings) == 2
    quotes = " ".join(citation.quote for citation in answer.citations)
    for printed in ("5 007 266", "1 346 190", "6 465 000"):
        assert printed in quotes
    twice = next(figure for figure in answer.figures if figure.value == 1346190)
    assert len({answer.citations[number - 1].document_id for number in twice.citations}) == 2


def test_a_region_and_its_part_of_the_same_name_are_two_readings() -> None:
    assert values(answered("Paljonko Etelä-Savo sai vuonna 2020?")) == [2254367, 1500000]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Paljonko Kainuu sai vuonna 2019?", "2020 ja 2021"),
        ("How much did Åland receive?", "Åland"),
        ("Paljonko Kainuulle on maksettu?", "myönnetty"),
        ("Paljonko Kainuu sai OT-keskukseen?", "OT-keskukseen"),
        ("Paljonko Lappi sai IPS:ään?", "IPS"),
        ("Paljonko STM sai?", "STM"),
    ],
)
def test_what_the_tables_lack_is_said_to_be_lacking(question: str, said: str) -> None:
    answer = ask(question)
    assert answer is not None
    assert answer.status == "not_found"
    assert said in (answer.reason or "")
    assert not any(figure.value for figure in answer.figures)


@pytest.mark.parametrize(
    "question",
    [
        "How many inhabitants does Kainuu have?",
        "Paljonko Kainuu sai asukasta kohden?",
        "Paljonko Kainuun kunnat saivat?",
        "Milloin Kainuu sai avustusta?",
        "How much did Kainuu spend on salaries?",
        "Paljonko Savo sai?",
        "What was the standard deviation of grants in 2021?",
    ],
)
def test_an_unexplained_word_leaves_the_question_to_the_passages(question: str) -> None:
    answer = ask(question)
    assert answer is None or answer.status == "not_found"


def test_every_quote_is_verbatim_and_every_computed_figure_has_its_inputs() -> None:
    answer = answered("Paljonko enemmän Lappi sai kuin Kainuu?")
    for citation in answer.citations:
        assert source().texts[citation.document_id][citation.start : citation.end] == citation.quote
    computed = [figure for figure in answer.figures if figure.formula]
    assert len(computed) == 3
    for figure in computed:
        high, low = (answer.figures[position].value for position in figure.inputs)
        assert high is not None
        assert low is not None
        assert figure.value == high - low


def test_a_failing_total_is_warned_of() -> None:
    answer = answered("Paljonko Etelä-Savolle myönnettiin vuonna 2020?")
    assert answer.findings[0].stated == Decimal(2254367)
    assert answer.findings[0].expected == Decimal(2254267)
    assert "2 254 267 €" in answer.warnings[0]


def test_a_slip_of_spelling_is_read_as_the_name_and_said_so() -> None:
    answer = answered("Paljonko Pohjos-Savo sai vuonna 2021?")
    assert values(answer) == [6783525]
    assert "Pohjos-Savo" in answer.warnings[0]


def test_a_city_is_no_misspelt_region() -> None:
    answer = ask("Paljonko Kannus sai vuonna 2021?")
    assert answer is not None
    assert answer.status == "not_found"


def test_an_overview_leaves_no_row_out() -> None:
    answer = answered("Kaikki avustukset hyvinvointialueittain digitaalisiin innovaatioihin")
    assert len(values(answer)) == 22


def test_answers_use_the_number_format_of_their_language() -> None:
    assert "€3,336,135" in answered("How much did Kainuu receive in 2021?").answer
    assert "3 336 135 €" in answered("Hur mycket fick Kajanaland år 2021?").answer


def test_an_overview_leaves_out_no_column_and_names_what_is_part_of_what() -> None:
    answer = answered("Kainuun kaikki avustukset")
    columns = {"/".join(figure.column_path) for figure in answer.figures}
    assert {"1. valtionavustus", "2. valtionavustus", "IPS", "Ennaltaehkäisy", "Digitaaliset innovaatiot"} <= columns
    assert len(values(answer)) == len(set(values(answer)))

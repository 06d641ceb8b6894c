import pytest

from ingest.document import Page
from server.answering.answer import Answer, Citation, Question
from server.answering.figures.figures_answer import answer_from_figures
from server.answering.figures.told import as_it_is, sentences_of
from server.answering.figures.told_numbers import fitting, of_places_named
from server.answering.figures.understanding import understand
from server.answering.words.language import detect
from tests.server.answering.figures.test_seed_questions import source
from tests.server.answering.figures.written import ask, source_of


def answered(text: str) -> Answer:
    answer = answer_from_figures(understand(Question(text), detect(text)), source())
    assert answer is not None
    assert answer.status == "answered", answer.reason
    return answer


def test_a_figure_of_running_text_is_told_in_its_sentence() -> None:
    answer = answered("Kuinka monta toimintamallikuvausta Innokylään on viety?")
    assert "Innokylään on viety yhteensä 418 toimintamallikuvausta, joista 82:ssa on esitetty" in answer.answer
    assert "›" not in answer.answer
    assert answer.figures[0].value == 418
    assert "418 toimintamallikuvausta" in answer.citations[0].quote


def test_figures_of_one_sentence_are_told_once_and_a_goal_is_no_result() -> None:
    figures = [figure for figure in source().figures.figures if figure.table_id is None and figure.value in {1130, 419}]
    assert [len(sentence.figures) for sentence in sentences_of(figures, source().page)] == [2]
    achieved = understand(Question("Kuinka moni valittiin?"), "fi")
    assert as_it_is(achieved, figures, source().page) == figures


def test_findings_are_told_in_the_language_of_the_question() -> None:
    answer = answered(
        "How much was granted in 2021 in total in the Future Health and Social Services Centres programme?"
    )
    findings = [warning for warning in answer.warnings if "does not hold" in warning]
    assert findings[0].startswith("The document's sum does not hold (Total = South Karelia + South Ostrobothnia + …")
    assert all("yhteensä" not in warning for warning in findings)


def test_a_programmes_aim_is_no_sum_on_the_page_of_its_aims() -> None:
    asked = understand(Question("Mitkä ovat Tulevaisuuden sote-keskus -ohjelman tavoitteet?"), "fi")
    assert answer_from_figures(asked, source()) is None


def test_a_number_of_regions_is_no_number_of_their_centres() -> None:
    assert answer_from_figures(understand(Question("Montako perhekeskusta on toiminnassa?"), "fi"), source()) is None


@pytest.mark.parametrize(("town", "told"), [("Oulussa", False), ("Kuopiossa", True)])
def test_how_many_in_a_town_is_not_told_by_a_page_of_others(town: str, told: bool) -> None:  # noqa: FBT001 - expected
    text = "Kuopion iltoihin tuli 214 osallistujaa."
    page = Page(1, text, text, tuple(range(len(text) + 1)))
    citation = Citation(1, "c/a.md", "a.md", "Iltojen raportti", None, "c", 1, 0, len(text), text)
    answer = Answer("fi", "answered", None, "q", "214 osallistujaa [1]", citations=(citation,))
    asked = understand(Question(f"Montako osallistujaa {town} oli?"), "fi")
    assert (of_places_named(asked, answer, lambda *_: page).status == "answered") is told


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("yli 400", "over 400"),
        ("noin 400", "about 400"),
        ("lähes 400", "nearly 400"),
        ("vähintään 400", "at least 400"),
    ],
)
def test_the_side_on_which_the_true_number_lies_is_kept(stated: str, told: str) -> None:
    found = ask("How many practices are there?", source_of(pankki=f"Pankissa on {stated} käytäntöä.\n"), "en")
    assert found is not None
    assert found.answer.startswith(f"{told} ")


_INDEX, _CREW = "What was the harbour index for 2031?", "When does the minimum crew of 4 enter into force?"


@pytest.mark.parametrize(
    ("question", "quote", "told"),
    [
        (_INDEX, "The harbour index for 2031 is 3.52 per cent, which raises dues by EUR 7 million.", True),
        (_INDEX, "The harbour index for 2031 rose by 3.52 per cent.", False),
        (_CREW, "The minimum crew of 4 enters into force on 1 April 2031.", True),
    ],
)
def test_a_level_beside_a_change_and_a_minimum_are_told(question: str, quote: str, told: bool) -> None:  # noqa: FBT001
    citation = Citation(1, "c/a.md", "a.md", "Harbour", None, "c", 1, 0, len(quote), quote)
    answer = Answer("en", "answered", None, "q", quote, citations=(citation,))
    assert (fitting(understand(Question(question), detect(question)), answer).status == "answered") is told


_RESULT = (
    "Rantaliiton tulos 200 miljoonaa euroa ennustetta parempi\n\n"
    "Tilikauden tulos on 60 miljoonaa euroa.\n\nSeurojen avustukset ovat yhteensä 27 miljoonaa euroa.\n"
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Mikä oli Rantaliiton tulos?", None),
        ("Mikä on tilikausi?", None),
        ("Paljonko tilikauden tulos on?", "60 miljoonaa"),
    ],
)
def test_how_much_better_it_is_and_whose_it_is_are_not_what_it_is(question: str, told: str | None) -> None:
    found = ask(question, source_of(tulos=_RESULT), "fi")
    if told is None:
        assert found is None or ("200" not in found.answer and "60" not in found.answer)
    else:
        assert found is not None
        assert told in found.answer


def test_what_says_all_itself_stands_alone() -> None:
    text = (
        "# Seurat tekevät ylijäämää\n\nSeurat tekevät yhteensä 270 miljoonaa euroa ylijäämää.\n\n"
        "Seurojen rahoitus on yhteensä 26 miljardia euroa.\n"
    )
    found = ask("Kuinka paljon ylijäämää seurat tekevät yhteensä?", source_of(seurat=text), "fi")
    assert found is not None
    assert "270 miljoonaa" in found.answer
    assert "26 miljardia" not in found.answer

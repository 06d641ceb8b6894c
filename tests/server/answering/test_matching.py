"""Which words of a question stand in a text: compounds across languages."""

import pytest

from server.answering.answer import Language
from server.answering.matching import content_words, found_in, gloss, tokens


@pytest.mark.parametrize(
    ("question", "text", "least", "most"),
    [
        ("Hur stor är utsläppsskulden?", "Päästövelka kasvoi.", 0.9, 0.9),
        ("Hur stor är utsläppsskulden?", "Päästöistä kertyy velkaa.", 0.6, 0.6),
        ("Hur stor är utsläppsskulden?", "Päästöt laskivat.", 0.0, 0.0),
        ("Hur många utomhusskjutbanor finns?", "Ulkoampumaratoja on vähän.", 0.9, 0.9),
        # A part that has nothing to do with the whole stands for it no longer.
        ("Hur många utomhusskjutbanor finns?", "Päätöstä siirrettiin.", 0.0, 0.0),
    ],
)
def test_a_swedish_compound_is_both_its_parts(question: str, text: str, least: float, most: float) -> None:
    word = content_words(question, "sv")[0]
    assert least <= found_in(word, tokens(text)) <= most


@pytest.mark.parametrize(
    ("question", "language", "looked_for"),
    [
        ("Hur stor är utsläppsskulden?", "sv", {"pääst", "velka"}),
        ("Vem är stadsdirektör?", "sv", {"kaupunginjohtaj"}),
        ("How many villages?", "en", {"kylä"}),
    ],
)
def test_a_search_looks_for_each_part(question: str, language: Language, looked_for: set[str]) -> None:
    found = {part for group in gloss(content_words(question, language)).split() for part in group.split("|")}
    assert looked_for <= found

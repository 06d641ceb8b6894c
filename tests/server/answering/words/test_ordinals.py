import pytest

from server.answering.words.matching import content_words, found_in
from server.answering.words.ordinals import figures_of, ordinal_of


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("ensimmäisen", 1),
        ("toisessa", 2),
        ("kolmannesta", 3),
        ("kuudes", 6),
        ("seitsemättä", 7),
        ("tionde", 10),
        ("tredje", 3),
        ("third", 3),
        ("kuudesti", None),
        ("kolmasti", None),
        ("kymmenen", None),
    ],
)
def test_ordinals_of_three_languages(word: str, number: int | None) -> None:
    assert ordinal_of(word) == number


def test_an_ordinal_stands_as_a_figure_of_its_own() -> None:
    assert figures_of("kuudes") == ("6=", "vi=")
    assert figures_of("ensimmäinen") == ("1=",)  # a bare "i" is a word
    (sixth, *_) = content_words("kuudennen kohdan vastuutaho", "fi")
    assert found_in(sixth, ("vi", "johtaminen"))
    assert not found_in(sixth, ("16", "vii", "viides"))

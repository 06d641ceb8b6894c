"""Words taken apart."""

from server.answering.words.vocabulary import word_parts
from server.answering.words.word import words_of


def test_no_part_of_a_compound_stands_in_another_one() -> None:
    """Income and tax income, which is income, too, would make income tax of any tax."""
    (doubled,) = words_of("tuloverotulot")
    assert not word_parts(doubled)
    (plain,) = words_of("kiinteistöverotulot")
    assert word_parts(plain)

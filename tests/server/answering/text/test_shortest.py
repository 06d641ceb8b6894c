"""What may stand first in an answer as its shortest part."""

import pytest

from server.answering.text.shortest import is_of_several, of_another_kind


@pytest.mark.parametrize(
    ("value", "question", "other"),
    [
        ("2,8 miljoonaa euroa", "Montako laiturihanketta Kuhmo sai?", True),
        ("23 hanketta", "Montako laiturihanketta Kuhmo sai?", False),
        ("2,8 miljoonaa euroa", "Kuinka monta euroa Kuhmo sai?", False),
        ("6 miljoner euro", "Hur stor andel av medlen gick till hamnarna?", True),
        ("6 procent", "Hur stor andel av medlen gick till hamnarna?", False),
        ("6 miljoner euro", "Hur mycket gick till hamnarna?", False),
    ],
)
def test_a_sum_is_no_number_of_things_and_no_share(value: str, question: str, other: bool) -> None:  # noqa: FBT001
    assert of_another_kind(value, question) == other


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("Hur mycket fick Lovisa stad?", True),
        ("Hur mycket fick Lovisa stad och Borgå stad?", False),
        ("Hur mycket gick till hamnarna?", False),
    ],
)
def test_a_number_of_two_names_is_not_one_of_them_alone(question: str, several: bool) -> None:  # noqa: FBT001
    assert is_of_several("Till Lovisa stad och Borgå stad gick 6 miljoner euro.", question) == several

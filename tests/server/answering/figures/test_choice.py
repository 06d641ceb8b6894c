import pytest

from server.answering.figures.nearness import only_in_part
from server.answering.words.vocabulary import label_keys


@pytest.mark.parametrize(
    ("label", "question", "expected"),
    [
        ("Asuntoyhtiöt", "yhtiö", True),
        ("Valtiovarainministeriön toimintamenot", "valtio meno", True),
        ("Asuntoyhtiöt", "asunto yhtiö", False),
        ("Suojelupoliisin toimintamenot", "poliisi toimintameno", False),
        ("Vuosikate", "vuosikate", False),
    ],
)
def test_a_label_of_compounds_is_said_by_their_wholes_or_all_their_parts(
    label: str, question: str, *, expected: bool
) -> None:
    assert only_in_part(label, label_keys(question)) is expected

"""Words misspelt a little, read as the documents have them."""

from pathlib import Path

import pytest

from index.keyword import KeywordIndex, build_keyword, open_keyword
from server.answering.words.spelling import respelled

TEXTS = ["Hyvinvointialueiden tavoitetta edistetään Innokylässä.", "Kokkolassa ja Kaustisella aloitettiin kokeilut."]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> KeywordIndex:
    folder: Path = tmp_path_factory.mktemp("keyword")
    build_keyword(TEXTS, folder)
    return open_keyword(folder)


@pytest.mark.parametrize(
    ("question", "expected", "mended"),
    [
        ("Mikä on tavotetta?", "Mikä on tavoitetta?", (("tavotetta", "tavoitetta"),)),
        (
            "Hyvinvoitialueiden tavotetta?",
            "Hyvinvointialueiden tavoitetta?",
            (("Hyvinvoitialueiden", "Hyvinvointialueiden"), ("tavotetta", "tavoitetta")),
        ),
        ("Mitä Inokylässä on?", "Mitä Innokylässä on?", (("Inokylässä", "Innokylässä"),)),
        # Another name, a word of a dictionary and a short word stay as they are.
        ("Mitä Kauhavalla aloitettiin?", "Mitä Kauhavalla aloitettiin?", ()),
        ("Mitä kokeilut ovat?", "Mitä kokeilut ovat?", ()),
        ("Mitä Kokolassa on?", "Mitä Kokkolassa on?", (("Kokolassa", "Kokkolassa"),)),
        ("Mikä on jaa?", "Mikä on jaa?", ()),
        ("Xyzzyxq?", "Xyzzyxq?", ()),
    ],
)
def test_slips(documents: KeywordIndex, question: str, expected: str, mended: tuple[tuple[str, str], ...]) -> None:
    assert respelled(question, documents) == (expected, mended)

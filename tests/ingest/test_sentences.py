from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import sentences_in


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Haku on auki 1.9.-6.10.2022. Se jatkuu.", ["Haku on auki 1.9.-6.10.2022.", "Se jatkuu."]),
        ("Tilanne 31.12.2023. Uusi vuosi.", ["Tilanne 31.12.2023.", "Uusi vuosi."]),
        ("Alkoi 20. kesäkuuta 2023. Päättyi.", ["Alkoi 20. kesäkuuta 2023.", "Päättyi."]),
        ("Mukana on mm. Lappi, esim. Kemi ja n. 5 muuta.", ["Mukana on mm. Lappi, esim. Kemi ja n. 5 muuta."]),
        ("Puhui J. Virtanen. Muut kuuntelivat.", ["Puhui J. Virtanen.", "Muut kuuntelivat."]),
        ("Det gäller t.ex. Lappland. Bra.", ["Det gäller t.ex. Lappland.", "Bra."]),
        ("See e.g. Lapland. Fine.", ["See e.g. Lapland.", "Fine."]),
        ("Rahaa on 2,5 milj. euroa. Se riittää!", ["Rahaa on 2,5 milj. euroa.", "Se riittää!"]),
        ("Osuus oli 73 %. Kasvua oli 5. Tämä jatkui.", ["Osuus oli 73 %.", "Kasvua oli 5.", "Tämä jatkui."]),
        ("Onko näin? On.", ["Onko näin?", "On."]),
        ("Rivi jatkuu\n\nseuraavalla rivillä. Loppu.", ["Rivi jatkuu\n\nseuraavalla rivillä.", "Loppu."]),
        ("Johdanto:\n• eka\n• toka\njatkuu", ["Johdanto:", "• eka", "• toka\njatkuu"]),
        ("Otsikko\n\nTeksti alkaa.", ["Otsikko", "Teksti alkaa."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert _sentences(text) == expected


@given(st.text(alphabet=st.sampled_from("aB1. \n•:-!?)"), max_size=60))
def test_sentences_cover_all_but_space_in_order(text: str) -> None:
    spans = sentences_in(text)
    covered = "".join("".join(text[start:end].split()) for start, end in spans)
    assert covered == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_a_line_of_a_labels_number_alone_goes_on_in_the_next() -> None:
    text = "Ohjelma (10 M€)\n\nInvestointi 1. \n\nHoitotakuun edistäminen (178 M€)\n"
    assert [text[start:end] for start, end in sentences_in(text)] == [
        "Ohjelma (10 M€)",
        "Investointi 1. \n\nHoitotakuun edistäminen (178 M€)",
    ]

import pytest

from server.answering.words.names import mentions_in, spellings
from server.answering.words.word import forms_of, words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paljonko Kainuulle myönnettiin?", ["n:kainuu"]),
        ("Lapissa ja Pohjois-Savon hyvinvointialueella", ["n:lappi", "n:pohjois-savo"]),
        ("Kajanalands och Egentliga Finlands bidrag", ["n:kainuu", "n:varsinais-suomi"]),
        ("Kainuu's and North Savo's grants", ["n:kainuu", "n:pohjois-savo"]),
        ("Uudellemaalle, Vantaan ja Keravan", ["n:uusimaa", "n:vantaa-kerava"]),
        ("Ministry of Social Affairs and Health", ["n:stm"]),
        ("Utbildningsstyrelsens och Tullens utgifter", ["n:oph", "n:tulli"]),
        ("expenditure of the National Land Survey", ["n:maanmittauslaitos"]),
        ("Suomen ympäristökeskukselle ja Ilmatieteen laitokselle", ["n:syke", "n:ilmatieteen laitos"]),
        ("miten sitä pitää lukea keväällä", []),
        ("minun salo on vihreä", []),
        ("Savo", []),
    ],
)
def test_names_are_found_inflected_in_three_languages(text: str, expected: list[str]) -> None:
    assert [min(mention.keys) for mention in mentions_in(words_of(text))] == expected


def test_a_known_name_is_spelt_in_all_languages() -> None:
    assert {"lapland", "Lappi", "Lappland", "Lapland"} <= set(spellings("lapland"))
    assert spellings("Ahvenlampi") == ("Ahvenlampi",)


@pytest.mark.parametrize(
    ("word", "form"),
    [("lånestocken", "lånestock"), ("personalkostnaderna", "personalkostnad"), ("kirjojen", "kirja")],
)
def test_forms_that_no_dictionary_lists(word: str, form: str) -> None:
    assert form in forms_of(word)

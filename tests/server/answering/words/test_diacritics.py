"""Lost letters are put back where one word alone is meant; a question that has any, or needs none, stays as it is."""

import pytest

from server.answering.answer import Language
from server.answering.words.diacritics import restored


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("paljonko pohjois savo sai yhteensa", "fi", "paljonko pohjois savo sai yhteensä"),
        ("Paljonko kanta hame sai", "fi", "Paljonko kanta häme sai"),
        ("Paljonko Kanta-Hameessa maksettiin enemman", "fi", "Paljonko Kanta-Hämeessä maksettiin enemmän"),
        ("paljonko etela-karjalalle", "fi", "paljonko etelä-karjalalle"),
        ("Mika on Jyvaskylan osuus", "fi", "Mikä on Jyväskylän osuus"),
        ("hur mycket fick sodra karelen", "sv", "hur mycket fick södra karelen"),
        ("Norra Osterbotten 2021", "sv", "Norra Österbotten 2021"),
        ("nar ar projektet slut", "sv", "när är projektet slut"),
    ],
)
def test_lost_letters_are_put_back(typed: str, language: Language, meant: str) -> None:
    assert restored(typed, language) == meant
    assert restored(meant, language) == meant


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Paljonko Kainuu sai vuonna 2031?", "fi"),
        ("Mikä on hame", "fi"),
        ("Hur mycket fick Satakunta totalt?", "sv"),
        ("How much did South Ostrobothnia get in total?", "en"),
        ("Paljonko palkat olivat Hangon kirjastossa", "fi"),
        ("Kuka johtaa hanketta Torkkola", "fi"),
        ("Paljonko Tampere ja Turku saivat", "fi"),
    ],
)
def test_what_lost_none_stays(text: str, language: Language) -> None:
    assert restored(text, language) == text

"""Short ways of saying things are written out, once, and nothing else is changed."""

import pytest

from server.answering.answer import Language
from server.answering.words.rewording import plainly, written_out


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("1. ja 2. avustus Oulussa", "fi", "1. avustus ja 2. avustus Oulussa"),
        ("first and second round", "en", "first round and second round"),
        ("första och andra fasen", "sv", "första fasen och andra fasen"),
        ("ensimmäinen ja toinen tavoite", "fi", "ensimmäinen ja toinen tavoite"),
        ("kakkosvaiheen rahoitus", "fi", "2. vaiheen rahoitus"),
        ("Paljonko Etelä- ja Länsi-Ranta saivat?", "fi", "Paljonko Etelä-Ranta ja Länsi-Ranta saivat?"),
        ("sosiaali- ja terveyspalvelut", "fi", "sosiaali- ja terveyspalvelut"),
        ("How much did North and South Strand get?", "en", "How much did North Strand and South Strand get?"),
        ("Fick norra eller södra Strandby mer?", "sv", "Fick norra Strandby eller södra Strandby mer?"),
        ("palkat + vuokrat Rantalassa", "fi", "palkat ja vuokrat Rantalassa"),
        ("Paljonko ei ole vielä maksettu?", "fi", "Paljonko on maksamatta?"),
        ("How much has not yet been paid?", "en", "How much is unpaid?"),
        ("Hur mycket har ännu inte använts?", "sv", "Hur mycket är oanvänt?"),
        ("Paljonko on maksettu?", "fi", "Paljonko on maksettu?"),
    ],
)
def test_what_is_written_out(text: str, language: Language, written: str) -> None:
    assert written_out(text, language) == written
    assert written_out(written, language) == written


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Mitä silta maksoi vuonna 2030?", "Paljonko silta maksoi vuonna 2030?"),
        ("Vad kostade bron?", "Hur mycket kostade bron?"),
        ("What did the bridge cost in 2030?", "How much did the bridge cost in 2030?"),
        ("Mitä silta saa maksaa?", "Mitä silta saa maksaa?"),
        ("Mitä ohjelma tekee?", "Mitä ohjelma tekee?"),
        ("Moniko osallistui retkeen?", "Kuinka moni osallistui retkeen?"),
        ("Listaa kylät, jotka eivät saaneet avustusta.", "Mitkä kylät eivät saaneet avustusta?"),
        ("List the areas that got nothing", "Which areas got nothing?"),
        ("Räkna upp områden som fick bidrag", "Vilka områden fick bidrag?"),
        ("Luettele kylät", "Luettele kylät"),
        ("Vad hamnplanen är?", "Vad är hamnplanen?"),
        ("What the harbour plan is", "What is the harbour plan?"),
        ("Who is the chair?", "Who is the chair?"),
        ("Vem som är chef för hamnen?", "Vem är chef för hamnen?"),
        ("Vilket område som fick mest?", "Vilket område fick mest?"),
        ("Eikö Rantala saanut avustusta?", "Saiko Rantala avustusta?"),
        ("Didn't Strandby get a grant?", "Did Strandby get a grant?"),
    ],
)
def test_a_question_asks_outright_for_what_it_wants(text: str, plain: str) -> None:
    assert plainly(text) == plain

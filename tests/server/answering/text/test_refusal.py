"""What is refused, and what may stand alone as the answer."""

from dataclasses import replace

import pytest

from index.hit import Hit
from server.answering.answer import Question
from server.answering.text import refusal
from server.answering.text.evidence import Piece, pieces_of
from server.answering.text.found_passages import passages_of
from server.answering.text.fragments import is_fragment
from server.answering.text.passages import ask
from server.answering.text.text_phrases import phrase
from server.answering.words.kinds import wanted_of
from server.answering.words.matching import content_words
from tests.server.answering.text.test_text_answers import Words

OFFICES = "Karttaviraston pääjohtajana toimii Pauli Karppinen.\nMittauslaitoksen menot kasvoivat."


def pieces(question: str, title: str, text: str) -> list[Piece]:
    source = Words({"c/a.txt": (title, text)})
    passages = passages_of(source.search(question, 1), source)
    return pieces_of(passages, content_words(question, "fi"), wanted_of(question))


def judged(question: str, title: str, text: str) -> refusal.Judgement:
    words = content_words(question, "fi")
    return refusal.judge(pieces(question, title, text), words, wanted_of(question), "fi", question)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020 2021 yhteensä (€)", True),
        ("Kainuu 5 007 266 1 346 190", True),
        ("Koulutukseen osallistui yhteensä 50 tiimiä.", False),
        ("Ei lukuja lainkaan", False),
        ("Vuonna 2021 alueella toimi 12 hanketta, joista 3 päättyi vuoden 2022 aikana.", False),
    ],
)
def test_cells_are_told_from_sentences(text: str, *, expected: bool) -> None:
    assert is_fragment(text) is expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Kuinka monta tiimiä osallistui?", "Koulutukseen osallistui yhteensä 50 tiimiä.", True),
        ("Kuinka monta tiimiä osallistui?", "Tiimit osallistuivat: ks. taulukko 4 ja muut tiedot täällä.", False),
        ("Kuinka monta tiimiä osallistui?", "Tiimit 50 60 70", False),
    ],
)
def test_only_a_number_with_what_it_counts_stands_alone(question: str, text: str, *, expected: bool) -> None:
    assert refusal.certain(pieces(question, "Uutinen", text)[0], wanted_of(question)) is expected


def test_a_name_that_is_nowhere_is_refused() -> None:
    told = judged("Milloin Pori liittyi hankkeeseen?", "Hanke", "Oulu liittyi hankkeeseen 1.2.2021.")
    assert (told.answered, told.why, told.missing, told.weighed) == (False, "unknown_words", ("Pori",), False)


def test_of_a_name_that_the_page_has_what_is_asked_is_said_to_lack() -> None:
    source = Words({"c/a.txt": ("Tilinpäätös", OFFICES)})
    question = "Kuka on Mittauslaitoksen pääjohtaja?"
    chunk = replace(source.chunks[0], start=0, end=OFFICES.index("\n"), text=OFFICES.splitlines()[0])
    passages = passages_of([Hit(1, 1.0, chunk)], source)
    words = content_words(question, "fi")
    found = pieces_of(passages, words, wanted_of(question))
    told = refusal.judge(found, words, wanted_of(question), "fi", question)
    assert (told.why, told.missing, told.asked) == ("not_of", ("Mittauslaitoksen",), ("pääjohtaja",))
    assert phrase("not_of_what", "fi", words="”Mittauslaitoksen”", asked="”pääjohtaja”").startswith(
        "Kysymyksen nimi ”Mittauslaitoksen” esiintyy"
    )


@pytest.mark.parametrize(
    ("question", "text", "refused"),
    [
        ("Milloin Liisa Maria Korpela valittiin?", "Korpela valittiin 1.2.2021.", False),
        ("Milloin Liisa Korpela valittiin?", "Silloin Maija Korpela valittiin 1.2.2021.", True),
        ("Milloin Liisa Korpela valittiin?", "Silloin Liisa Virta valittiin 1.2.2021.", True),
    ],
)
def test_a_first_name_may_go_unsaid_but_not_be_another(question: str, text: str, *, refused: bool) -> None:
    assert (judged(question, "Uutinen", text).why == "unknown_words") is refused


def test_money_asked_for_needs_an_amount() -> None:
    told = judged("Kuinka paljon avustusta hanke sai?", "Hanke", "Hanke sai avustusta 3 kertaa vuodessa.")
    assert (told.answered, told.why) == (False, "no_number")


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Montako pajaa sai avustusta?", "Avustusta sai 187 pajaa, joista 23 on uusia.", None),
        ("Montako uutta pajaa sai avustusta?", "Avustusta sai 187 pajaa, joista 23 on uusia.", None),
        ("Montako uutta pajaa sai avustusta?", "Avustusta sai 187 pajaa ympäri maata.", "no_number"),
        ("Montako euroa avustusta pajat saivat?", "Avustusta sai 187 pajaa, joista 23 on uusia.", "no_number"),
        ("Kuinka suuri osuus avustuksesta meni pajoille?", "Avustuksesta 12 prosenttia meni pajoille.", None),
    ],
)
def test_money_named_beside_what_is_counted_is_not_asked_for(question: str, text: str, expected: str | None) -> None:
    assert judged(question, "Pajojen avustus", text).why == expected


@pytest.mark.parametrize(
    ("question", "text", "answered"),
    [
        ("Kuka on rahaministeri?", "Rahaministeri Maija Korpelan ohjelma", True),
        ("Kuka on rahaministeri?", "Ohjelma pohjautuu rahaministeriön kuvaan Suomen taloudesta.", False),
        ("Kuka on rahaministeri?", "Virastoa ohjaa rahaministeriö yhdessä THL:n kanssa.", False),
    ],
)
def test_the_bearer_of_a_title_has_a_name(question: str, text: str, *, answered: bool) -> None:
    assert judged(question, "Ohjelma", text).answered is answered


def test_an_attribute_that_is_not_told_makes_an_answer_less_sure() -> None:
    text = "Metsäpolun hanke kunnostaa ulkoilureittejä."
    words = content_words("Mikä on metsäpolun hankkeen kustannusarvio?", "fi")
    found = pieces("Mikä on metsäpolun hankkeen kustannusarvio?", "Metsäpolku", text)
    curve = refusal.curve_of(found[0], "fi")
    sure = refusal.probability(found, curve, len(words))
    less = refusal.probability(found, curve, len(words), lacks_attribute=True)
    assert 0 < less < sure < 1


def test_across_languages_another_curve_decides() -> None:
    found = pieces("Milloin laki tulee voimaan?", "Uutinen", "Laki tulee voimaan 1.10.2024.")
    assert refusal.curve_of(found[0], "fi") is refusal.SAME_LANGUAGE
    assert refusal.curve_of(found[0], "en") is refusal.ACROSS


@pytest.mark.parametrize(
    ("question", "text", "answered"),
    [
        ("Mikä on Henrik Wallinin sähköpostiosoite?", "Henrik Wallinin sähköposti on henrik.wallin@kunta.fi.", True),
        ("Mikä on Henrik Wallinin sähköpostiosoite?", "Henrik Wallinin sähköpostiosoite muuttuu.", False),
        ("Mikä on viraston puhelinnumero?", "Viraston puhelinnumero on 029 555 1234.", True),
        ("Mikä on viraston puhelinnumero?", "Viraston puhelinnumero julkaistaan.", False),
    ],
)
def test_a_way_to_reach_somebody_is_told_by_itself(question: str, text: str, *, answered: bool) -> None:
    assert judged(question, "Tiedote", text).answered is answered


def test_a_number_of_a_compound_s_first_part_counts_other_things() -> None:
    words = content_words("Hur många lärare deltog?", "sv")
    question = "Hur många lärare deltog?"
    source = Words({"c/a.txt": ("Kahvila", "Kahvilaan osallistui 16 opettajaopiskelijaa.")})
    found = pieces_of(passages_of(source.search("osallistui", 1), source), words, wanted_of(question))
    assert refusal.judge(found, words, wanted_of(question), "sv", question).why == "no_number"


def test_a_line_that_lacks_most_of_the_question_is_of_something_else() -> None:
    page = "Verkkokyselyn aukioloaika 1.3.–9.4.2031\n\nVerkkokyselyyn vastanneet asukkaat\n"
    source = Words({"c/a.txt": ("Verkkokysely", page)})
    assert ask(Question("Kuinka kauan verkkokysely oli auki?"), source).status == "answered"
    assert ask(Question("Kuinka kauan verkkokyselyn vastausten käsittely kesti?"), source).status == "not_found"


@pytest.mark.parametrize(
    ("line", "nothing"), [("Etelälahden satama-alue", True), ("2)", True), ("Etelälahti, satama", False)]
)
def test_a_name_without_a_word_of_the_question_says_nothing(line: str, nothing: bool) -> None:  # noqa: FBT001
    question = "Mitkä olivat terveydenhuollon kustannukset?"
    found = pieces(question, "Taulukko", f"Terveydenhuollon kustannukset nousivat.\n\n{line}\n595 3 480\n")
    told = [piece for piece in found if line in piece.text]
    assert all(refusal.says_nothing(piece, content_words(question, "fi")) for piece in told) is nothing


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Suunnitelmaa tarkistetaan vuosittain iltakoulun yhteydessä helmi- ja elokuussa.", True),
        ("Suunnitelmaa tarkistetaan joka kuudes viikko.", True),
        ("Suunnitelmaa tarkistetaan iltakoulun yhteydessä yhdessä kuntien kanssa.", False),
    ],
)
def test_how_often_is_told_by_words_of_times(text: str, *, answered: bool) -> None:
    question = "Kuinka usein Rantalan kunnan suunnitelmaa tarkistetaan?"
    assert judged(question, "Rantalan kunnan suunnitelma", text).answered is answered


def test_who_bears_a_title_is_told_below_it_by_the_label_of_what_is_asked_alone() -> None:
    text = (
        "Aluekoordinaattorit\n\nKoordinaattorit tukevat hankkeita.\n\nEteläinen alue: Aino Aalto\n\nItäinen alue: haku"
        " kesken\n\nPohjoinen alue: Eino Elo\n"
    )
    source = Words({"a": ("Tuki", text)})
    assert "Eino Elo" in ask(Question("Kuka on pohjoisen alueen koordinaattori?"), source).answer
    assert ask(Question("Kuka on itäisen alueen koordinaattori?"), source).status == "not_found"

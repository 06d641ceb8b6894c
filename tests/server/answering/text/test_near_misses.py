"""Pieces that have much of a question and not what it asks: refused, or put behind those that have it."""

from server.answering.answer import Question
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words

PHASES = """1. vaihe
– Hankeaika: 1.1.2022–31.12.2022
– Nykytilan kartoitukset
2. vaihe
– Hankeaika: 1.1.2023–31.12.2025
– Kehittämistoimenpiteet
"""


def said(question: str, *texts: str) -> str:
    """Return the answer, or the status of none."""
    answered = ask(Question(question), Words({f"{order}.txt": ("Hanke", text) for order, text in enumerate(texts)}))
    return answered.answer if answered.status == "answered" else answered.status


def test_the_last_number_above_tells_of_which_stage_something_is() -> None:
    assert "31.12.2025" in said("Milloin on hankkeen toisen vaiheen hankeaika?", PHASES)
    assert "31.12.2025" not in said("Milloin on hankkeen ensimmäisen vaiheen hankeaika?", PHASES)


def test_a_name_without_the_deed_tells_of_no_doer() -> None:
    text = "Osaamiskeskus järjesti Kirjaamisfoorumin, johon osallistui 579 asiantuntijaa."
    assert said("Kuka johtaa alueen osaamiskeskusta?", text) == "not_found"
    assert "Maija Korpela" in said("Kuka johtaa osaamiskeskusta?", text, "Osaamiskeskusta johtaa Maija Korpela.")


def test_yes_or_no_takes_most_of_what_is_asked() -> None:
    lowered = said("Alennetaanko kurssin pääsyvaatimuksia tai maksuja?", "Kurssia uudistetaan.")
    assert lowered == "not_found"
    told = "Kurssin pääsyvaatimuksia ei kuitenkaan alenneta."
    assert told in said("Alennetaanko kurssin pääsyvaatimuksia?", "Kurssia uudistetaan.", told)


def test_where_money_comes_from_is_told_by_its_source() -> None:
    amount = "Ohjelman rahoitus: Silta 1 346 190 €, 100 %"
    assert said("Mistä ohjelman rahoitus tulee?", amount) == "not_found"
    source = "Ohjelman rahoitus saadaan rakennerahastosta ja kunnilta."
    assert source in said("Mistä ohjelman rahoitus tulee?", amount, source)
    assert "The programme is funded by the Union." in said(
        "Who funds the programme?", "The programme has 20 grants of Silta.", "The programme is funded by the Union."
    )


def test_whom_to_ask_is_told_below_a_heading_for_it() -> None:
    text = (
        "Yhdistys sai avustuksen juhlan järjestämiseen.\n\nLisätiedot:\n\nsihteeri Oili Niemi, oili.niemi(at)silta.fi"
    )
    assert "Oili Niemi" in said("Keneltä saa lisätietoja yhdistyksen avustuksesta?", text)
    assert said("Keneltä saa lisätietoja yhdistyksen avustuksesta?", text.split("\n", maxsplit=1)[0]) == "not_found"


def test_whether_something_still_goes_on_is_told_by_its_end() -> None:
    begun = "Kerhojen tueksi on käynnistetty Harrastus-ohjelma."
    ended = "Harrastus-ohjelma on päättynyt keväällä."
    assert "päättynyt" in said("Onko Harrastus-ohjelma vielä käynnissä?", begun, ended)
    assert said("Onko Harrastus-ohjelma vielä käynnissä?", begun) == "not_found"


def test_a_compounds_last_part_counts_where_its_first_stands_by_it() -> None:
    text = "Vuoden järjestöavustukset julistettiin haettavaksi. Määräaikaan mennessä saapui yhteensä 17 hakemusta."
    assert "17 hakemusta" in said("Montako järjestöavustushakemusta saapui määräaikaan mennessä?", text)
    other = "Vuoden matkatuki julistettiin haettavaksi. Määräaikaan mennessä saapui yhteensä 17 tarjousta."
    assert said("Montako järjestöavustushakemusta saapui määräaikaan mennessä?", other) == "not_found"


def test_a_line_that_leads_to_another_page_answers_nothing() -> None:
    link = "Toimivia malleja: Painopisteen siirtäminen ennakoivaan työhön (thl.fi)"
    assert said("Mitä painopisteen siirtäminen ennakoivaan työhön vaatii?", link) == "not_found"
